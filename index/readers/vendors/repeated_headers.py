"""Texts with nothing but blank lines between several articles, each with a header of the same shape."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.front_matter.written_dates import dates_in
from index.readers.vendors.saved_header import SavedHeader, header_at
from index.readers.vendors.vendor_record import VendorRecord
from index.text.headlines import is_sentence

FEWEST_HEADERS = 3
"""Two may be an article and a box beside it."""
FEWEST_WORDS = 40
"""Of each text; the entries of a chronology are shorter."""
MOST_LINES_ABOVE = 3
"""The name of the file, or of whoever saved it."""


def repeated_articles(lines: Sequence[str]) -> list[VendorRecord]:
    """The articles below headers of one shape; none where they are few, or may be entries of a chronology."""
    found = repeated_headers(lines)
    if len(found) < FEWEST_HEADERS or not is_sure(found, lines):
        return []
    records = [header.record(lines[header.end : end]) for _, header, end in found]
    bare = [(record.title or "").removeprefix(f"{number}. ") for number, record in enumerate(records, 1)]
    is_counted = all(record.title != title for record, title in zip(records, bare, strict=True))
    return (
        [replace(record, title=title) for record, title in zip(records, bare, strict=True)] if is_counted else records
    )


def number_of_headers(lines: Sequence[str]) -> int:
    """How many headers of one shape stand above texts."""
    return len(repeated_headers(lines))


Placed = tuple[int, SavedHeader, int]
"""The line in which a header begins, the header, and the line where its text ends."""


def repeated_headers(lines: Sequence[str]) -> list[Placed]:
    """The headers of the shape that the first one has, each above a text of some length; none where one is not."""
    starts: list[tuple[int, SavedHeader]] = []
    at = 0
    while at < len(lines):
        header = header_at(lines, at) if lines[at] and (not at or not lines[at - 1]) else None
        if header and (not starts or header.shape == starts[0][1].shape):
            starts.append((at, header))
        at = header.end if header else at + 1
    if not starts or sum(map(bool, lines[: starts[0][0]])) > MOST_LINES_ABOVE:
        return []
    ends = [*(start for start, _ in starts[1:]), len(lines)]
    placed = [(start, header, end) for (start, header), end in zip(starts, ends, strict=True)]
    return placed if all(is_text(lines[header.end : end]) for _, header, end in placed) else []


def is_text(lines: Sequence[str]) -> bool:
    """Prose of some length stands in these lines."""
    return sum(len(line.split()) for line in lines) >= FEWEST_WORDS and any(map(is_sentence, lines))


def is_sure(found: Sequence[Placed], lines: Sequence[str]) -> bool:
    """The headers name outlets or addresses, or have more room above them than paragraphs, and are no chronology."""
    if any(header.outlet or header.day is None for _, header, _ in found):
        return True
    has_room = all(start > 1 and not lines[start - 2] for start, _, _ in found[1:])
    days = [dates_in(header.day)[0].days.first for _, header, _ in found if header.day]
    return has_room and not all(one <= other for one, other in pairwise(days))
