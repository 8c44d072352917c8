"""The index in a folder: which generation of it is the newest, and opening an engine of that."""

import os
import weakref
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from index.analysis import remember_stems
from index.article import Skipped
from index.columns.relations import KnownRelations
from index.columns.segment import SegmentColumns
from index.columns.table_of_contents import Contents, contents_path, newest_number, read_contents, require_unchanged
from index.errors import REMEDY, DatelineError, IndexMissing, IndexOutdated, reading_from, reason
from index.file_catalog import skipped_in
from index.generation_files import CATALOG, RELATIONS, SPELLINGS, VECTORS
from index.meaning.article_vectors import ArticleVectors
from index.meaning.encoder import INSTALL, Encoder, installed_encoder
from index.spelling.learned_spellings import Learned
from index.storage.regular_file import Damaged
from search.ranking.query_meaning import Meanings
from search.segment.segment_reader import SegmentReader
from search.whoosh_engine import OpenedIndex, WhooshEngine

TRIES = 10
"""How often opening starts over when a build replaces the generation that is being opened."""


class WhooshSource:
    """The index in a folder, whichever generation of it is the newest; safe to share by threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def newest_generation(self) -> str:
        """See `search.engine.EngineSource.newest_generation`."""
        number = generation_number(self._folder)
        try:
            return generation_name(self._folder, number)
        except FileNotFoundError:
            return str(number)  # that of no engine, so that one is opened, which starts over or tells what is wrong

    def open(self) -> "WhooshEngine":
        """See `search.engine.EngineSource.open`."""
        return open_whoosh_engine(self._folder)

    def skipped(self) -> Iterator[Skipped]:
        """See `search.engine.EngineSource.skipped`."""
        return skipped_in(CATALOG.path(self._folder, generation_number(self._folder)))


def generation_number(folder: Path) -> int:
    """The number of the newest generation; raises IndexMissing when nothing has been built there yet."""
    try:
        os.scandir(folder).close()  # Whoosh takes a folder that may not be looked into for an empty one
        generation = newest_number(folder)
    except (FileNotFoundError, NotADirectoryError):
        generation = -1
    except OSError as error:
        raise DatelineError(f"cannot read the index at {folder}: {reason(error)}") from error
    if generation == 0:
        raise IndexMissing(f"the index at {folder} is not built yet: build it, or wait for its build to end")
    if generation < 0:
        raise IndexMissing(f"no index at {folder}: make one with  dateline index FOLDER")
    return generation


def generation_name(folder: Path, number: int) -> str:
    """What no other generation has, also when the index was removed and made anew, counting from 1 again, or swapped
    for another whose files bear the same times, as those of an unpacked archive may.

    Raises FileNotFoundError when there is no such generation any more.
    """
    status = contents_path(folder, number).stat()
    return f"{number}.{status.st_mtime_ns}.{status.st_ctime_ns}.{status.st_ino}"


def open_whoosh_engine(folder: Path, encoder: Encoder | None = None) -> "WhooshEngine":
    """The newest generation of the index in a folder; raises IndexMissing, IndexOutdated and DatelineError.

    Without an encoder it is the installed one, if there is any, that reads what queries mean.
    """
    for _ in range(TRIES):
        generation = generation_number(folder)
        try:
            return opened_generation(folder, generation, encoder or installed_encoder())
        except IndexOutdated as error:
            if not isinstance(error.__cause__, FileNotFoundError) and generation_number(folder) == generation:
                raise
    raise IndexOutdated(f"the index at {folder} is incomplete: make it again with  {REMEDY}")


def opened_generation(folder: Path, generation: int, encoder: Encoder | None) -> "WhooshEngine":
    """An engine of this generation; raises IndexOutdated, because of FileNotFoundError when a build replaces it."""
    contents = read_contents(folder, generation)
    with reading_from(folder):
        name = generation_name(folder, generation)
        require_unchanged(folder, contents)
        relations = RELATIONS.read(folder, generation)
        segments = opened_segments(folder, contents, relations)
        learned, remarks = learned_spellings(folder, generation)
        meanings, more = known_meanings(VECTORS.read(folder, generation), segments, encoder)
        if generation_name(folder, generation) != name:
            raise FileNotFoundError(f"generation {generation} was swapped for another while it was opened")
        engine = WhooshEngine(
            OpenedIndex(folder, name, segments, relations, learned.variants, meanings, (*remarks, *more))
        )
        remember_stems(stems_while_it_lasts(engine))
        return engine


def stems_while_it_lasts(engine: "WhooshEngine") -> Callable[[str], str | None]:
    """The stems that an engine knows, without keeping its files in memory once nobody asks it any more."""
    held = weakref.ref(engine)

    def stem_if_known(form: str) -> str | None:
        own = held()
        return own.stem(form) if own else None

    return stem_if_known


def learned_spellings(folder: Path, generation: int) -> tuple[Learned, Sequence[str]]:
    """The learned spellings of a generation, and what to say when they cannot be read."""
    try:
        return SPELLINGS.read(folder, generation), ()
    except FileNotFoundError:
        if newest_number(folder) != generation:
            raise
        return Learned(), (NO_SPELLINGS.format("no such file or directory"),)
    except OSError as error:
        return Learned(), (NO_SPELLINGS.format(reason(error)),)
    except ValueError as error:
        return Learned(), (NO_SPELLINGS.format(error),)


NO_SPELLINGS = (
    "names are looked for without the spellings that were learned, which cannot be read ({}): "
    f"{REMEDY}  learns them again"
)


def known_meanings(
    vectors: ArticleVectors, segments: Sequence[SegmentReader], encoder: Encoder | None
) -> tuple[Meanings | None, Sequence[str]]:
    """What the articles of these segments mean, and what to say when they have vectors that are of no use here.

    Raises Damaged when they are those of other articles.
    """
    if vectors.encoder is None:
        return None, ()
    if any(len(vectors.segments.get(each.columns.name, ())) != len(each.columns) for each in segments):
        raise Damaged("its vectors are those of other articles")
    if encoder is None:
        return None, (NO_ENCODER,)
    if encoder.name != vectors.encoder:
        return None, (OTHER_ENCODER.format(vectors.encoder, encoder.name),)
    return Meanings(encoder, vectors.segments), ()


NO_ENCODER = f"ranked by words alone, because what reads the meaning of a query is not installed:  {INSTALL}"
OTHER_ENCODER = (
    "ranked by words alone, because the meaning of articles was read by {}, and here is {}: "
    "dateline index FOLDER  reads it anew"
)


def opened_segments(folder: Path, contents: Contents, relations: KnownRelations) -> list[SegmentReader]:
    """The segments of a generation."""
    return [
        SegmentReader(SegmentColumns(folder, segment.segment_id()), relations, segment.deleted_array())
        for segment in contents.segments
    ]
