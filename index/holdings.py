"""What an index holds of each kind of file: files, articles, how their days are known, outlets, what was skipped."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from index.article import Skipped
from index.columns.relations import KnownRelations
from index.columns.segment import SegmentColumns
from index.columns.table_of_contents import newest_contents
from index.errors import reading_from
from index.generation_files import CATALOG, RELATIONS
from index.storage.arrays import Array


@dataclass(frozen=True, slots=True)
class KindHeld:
    """What an index holds of a kind of file."""

    kind: str
    """The ending of its files, in small letters; "none" where they have none."""
    files: int = 0
    articles: int = 0
    stated: int = 0
    """Articles of which the file, its text, its address or its name states the day of publication."""
    changed: int = 0
    """Articles of which only a day of change is stated."""
    inferred: int = 0
    """Articles whose days are worked out from what they and others say."""
    undated: int = 0
    with_outlet: int = 0
    skipped: int = 0
    """Files, and parts of files, that gave no article."""
    doubtful: int = 0
    """Articles that were read in a way that may be wrong, such as in an encoding that was guessed."""


def holdings(folder: Path) -> Sequence[KindHeld]:
    """What the newest generation of an index holds of each kind of file, the most articles first."""
    contents = newest_contents(folder)
    if contents is None or contents.generation <= 0:
        return []
    with reading_from(folder):
        catalog = CATALOG.read(folder, contents.generation)
        relations = RELATIONS.read(folder, contents.generation)
        counts: dict[str, Counter[str]] = {}
        for name, record in catalog.files.items():
            own = counts.setdefault(ending_of(name), Counter())
            own.update(files=1, skipped=len(record.skipped))
        kinds = {name.casefold(): ending_of(name) for name in catalog.files}
        for segment in contents.segments:
            columns = SegmentColumns(folder, segment.segment_id())
            kept = np.setdiff1d(np.arange(len(columns)), segment.deleted_array())
            for kind, count in counts_in(columns, kept, relations, kinds):
                counts.setdefault(kind, Counter()).update(count)
    held = [KindHeld(kind, **count) for kind, count in counts.items()]
    return sorted(held, key=lambda each: (-each.articles, -each.files, each.kind))


def counts_in(
    columns: SegmentColumns, kept: Array, relations: KnownRelations, kinds: Mapping[str, str]
) -> Iterator[tuple[str, dict[str, int]]]:
    """What the kept documents of a segment are, by the kind of their file. They are int64 (n,), ascending."""
    attributes = columns.attributes
    inferred = np.zeros(len(columns), bool)
    for id, how in relations.origins.items():
        if how == "inferred" and (document := columns.document(id)) is not None:
            inferred[document] = True
    is_changed = is_text(columns, "dated", b"changed") | ~is_text(columns, "changed", b"")
    has_outlet = ~np.isin(columns.outlet, [number for number, name in enumerate(columns.outlets) if not name])
    is_dated = ~is_text(columns, "dated", b"")
    states = {
        "stated": is_dated & ~is_changed & ~inferred,
        "changed": is_changed & ~inferred,
        "inferred": inferred,
        "undated": ~is_dated & ~is_changed & ~inferred,
        "with_outlet": has_outlet,
        "doubtful": ~is_text(columns, "doubt", b""),
    }
    numbers, own = np.unique(attributes.numbers["path"][kept], return_inverse=True)
    ending = [kind_of_path(path, kinds) for path in attributes.texts.strings(numbers.tolist())]
    places = {kind: place for place, kind in enumerate(dict.fromkeys(ending))}
    kind_of = np.array([places[kind] for kind in ending], np.int64)[own]
    for kind, place in places.items():
        chosen = kept[kind_of == place]
        yield kind, {"articles": len(chosen), **{name: int(state[chosen].sum()) for name, state in states.items()}}


def is_text(columns: SegmentColumns, attribute: str, text: bytes) -> Array:
    """For each document, whether its attribute is this text: bool (documents,)."""
    number = columns.attributes.texts.number(text)
    numbers = np.asarray(columns.attributes.numbers[attribute])
    return numbers == number if number is not None else np.zeros(len(columns), bool)


def kind_of_path(path: str, kinds: Mapping[str, str]) -> str:
    """The kind of the file in which an article lies: the archive, for one that lies in an archive."""
    file = path
    while file not in kinds and "/" in file:
        file = file.rpartition("/")[0]
    return kinds.get(file) or ending_of(path)


def ending_of(name: str) -> str:
    """The ending of a file, in small letters and without its dot; "none" where it has none."""
    _, dot, ending = name.rpartition("/")[2].lstrip(".").rpartition(".")
    return ending.casefold() if dot and ENDING.fullmatch(ending) else "none"


ENDING = re.compile(r"\w{1,12}")
NUMBERED = re.compile(r"^(?:(?:row|line|entry|message|record|page|mail) \d+: )+")
"""Which of the parts of a file it is; not why it was skipped."""
QUOTED = re.compile(r" ?\([^()]{0,300}\)")


def reason_of(skipped: Skipped) -> str:
    """Why it was skipped, without what tells it from others that were skipped for the same reason."""
    return " ".join(QUOTED.sub("", NUMBERED.sub("", skipped.why)).split())


def reasons(skipped: Sequence[Skipped]) -> Sequence[tuple[str, int]]:
    """Why files and parts of them were skipped, the most frequent first, without what differs from one to the other."""
    counts = Counter(map(reason_of, skipped))
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


COLUMNS = tuple(field.name for field in fields(KindHeld))
HEADINGS = tuple(name.replace("_", " ") for name in COLUMNS)
MOST_REASONS = 12


def table_of_holdings(held: Sequence[KindHeld], skipped: Sequence[Skipped]) -> Iterator[str]:
    """The lines of a table with a row for each kind of file and one for all, and then why what was skipped."""
    if not held:
        return
    rows = [[str(getattr(each, name)) for name in COLUMNS] for each in held]
    if len(rows) > 1:
        rows.append(["all", *(str(sum(int(row[place]) for row in rows)) for place in range(1, len(HEADINGS)))])
    widths = [max(len(row[place]) for row in [HEADINGS, *rows]) for place in range(len(HEADINGS))]
    for first, *rest in [HEADINGS, *rows]:
        cells = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        yield "  ".join([first.ljust(widths[0]), *cells])
    counted = reasons(skipped)
    for why, count in counted[:MOST_REASONS]:
        yield f"{count} skipped: {why}"
    if len(counted) > MOST_REASONS:
        others = sum(count for _, count in counted[MOST_REASONS:])
        yield f"{others} skipped for {len(counted) - MOST_REASONS} other reasons"
