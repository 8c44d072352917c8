"""From one file to its articles."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from index.article import Article, RoughArticle, Skipped, Unopened
from index.errors import CannotOpen, Unreadable
from index.ingest.article_assembly import article_of
from index.ingest.faults import until_fault
from index.ingest.file_units import FileUnit, read_units, units_of
from index.ingest.walk import path_name
from index.readers.kinds import kind_of
from index.readers.source import NO_FIELDS, opened

UNITS_OF_A_TURN = 16
HARMLESS_BYTES = 64 * 1024
"""A larger file, or one for which a library is needed, is read where it can be stopped."""


def is_harmless(path: Path, size: int) -> bool:
    """The file is small, and of a kind that is read by no library; what cannot be opened is harmless, too."""
    if size > HARMLESS_BYTES:
        return False
    try:
        with opened(path) as source:
            return kind_of(source).is_simple
    except Unreadable:
        return True


def articles_in(
    path: Path,
    fields: Mapping[str, str] = NO_FIELDS,
    turn: tuple[int, int] = (0, 1),
    *,
    reads_scans: bool = False,
    inode: int = 0,
) -> Iterator[Article | Skipped]:
    """The articles of a file in order, and what of it gave none; memory does not grow with their number.

    Of several processes that read one file, each takes its turn, given by its number and how many there are, and all
    together finish each article once. It is opened as `index.readers.source.opened` does.
    """
    own, turns = turn
    for number, unit in enumerate(units_of(path, path_name(path), fields, reads_scans=reads_scans, inode=inode)):
        if number // UNITS_OF_A_TURN % turns == own:
            for read in read_units(unit):
                yield from (skipped(each, read.path) for each in until_fault(assembled(read)))


def assembled(unit: FileUnit) -> Iterator[Article]:
    """The article of a unit that has been read; Unreadable when it has none."""
    if not isinstance(unit.content, RoughArticle):
        raise unit.content
    yield article_of(unit.content, unit.path)


def skipped(found: Article | Unreadable, path: str) -> Article | Skipped:
    """The same, with what is no article as the report has it."""
    if isinstance(found, Article):
        return found
    return Unopened(path, str(found)) if isinstance(found, CannotOpen) else Skipped(path, str(found))
