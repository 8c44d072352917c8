"""Texts with lines of one sign between them, each with its headline and its day."""

import re
from collections.abc import Iterator, Sequence

from index.readers.vendors.library_export import named_field
from index.readers.vendors.saved_header import day_line, header_at, labelled_header
from index.readers.vendors.vendor_labels import is_day_line
from index.readers.vendors.vendor_record import VendorRecord
from index.text.headlines import could_be_headline, is_sentence

RULE = re.compile(r"(?P<sign>[=*#~_+—–•-])(?:\s?(?P=sign)){2,}")
"""A line of at least three."""
LINES_TO_DAY = 6
"""Below which no line is the day of what stands there."""
LONGEST_FIELD = 200
"""Characters; no line of a header is longer."""
MOST_WORDS_BESIDE = 12
"""In a piece that is no article, such as a number or the name of whoever saved them."""


def ruled_articles(lines: Sequence[str]) -> list[VendorRecord]:
    """The articles between rules; none where not all that is prose begins with a headline and a day."""
    pieces = [piece for piece in joined_headers(pieces_between(lines)) if has_prose(piece) or is_long(piece)]
    return [record_of(piece) for piece in pieces] if all(map(has_header, pieces)) else []


def record_of(piece: Sequence[str]) -> VendorRecord:
    """The article of a piece: what its header says where it names the outlet or has labels; else all is in the text."""
    start = next(at for at, line in enumerate(piece) if line)
    header = header_at(piece, start)
    is_whole = header is not None and (header.outlet is not None or labelled_header(piece, start) is not None)
    return header.record(piece[header.end :]) if header and is_whole else VendorRecord("\n".join(piece))


def pieces_between(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines between rules, where there are any."""
    piece: list[str] = []
    for line in lines:
        if RULE.fullmatch(line):
            yield piece
            piece = []
        else:
            piece.append(line)
    yield piece


def joined_headers(pieces: Iterator[list[str]]) -> Iterator[list[str]]:
    """The same, a headline and a day with the text from which a rule divides them."""
    header: list[str] = []
    for piece in pieces:
        is_header = has_header(piece) and not has_prose(piece)
        if header and (is_header or has_header(piece)):
            yield header
            header = []
        if is_header:
            header = piece
        else:
            yield [*header, "", *piece]
            header = []
    yield header


def has_prose(piece: Sequence[str]) -> bool:
    """A sentence stands in it, or a line that is longer than those of a header."""
    return any(len(line) > LONGEST_FIELD or is_sentence(line) for line in piece if not is_of_header(line))


def is_of_header(line: str) -> bool:
    """The line is a day, or has a label of one of those that stand in headers."""
    found = named_field(line, "above") if len(line) <= LONGEST_FIELD else None
    return is_day_line(line) or (found is not None and found[0] not in {"text", "abstract"})


def is_long(piece: Sequence[str]) -> bool:
    """It says more than a number or a name."""
    return sum(len(line.split()) for line in piece) > MOST_WORDS_BESIDE


def has_header(piece: Sequence[str]) -> bool:
    """It begins with a headline, and a day is near."""
    top = [line for line in piece if line][:LINES_TO_DAY]
    if not top:
        return False
    if could_be_headline(top[0]) and any(is_day_line(line) or day_line(line) for line in top[1:]):
        return True
    start = next(at for at, line in enumerate(piece) if line)
    return labelled_header(piece, start) is not None


def days_at_tops(lines: Sequence[str]) -> int:
    """How many pieces between rules begin with a headline and a day."""
    return sum(has_header(piece) for piece in joined_headers(pieces_between(lines)))
