"""Texts with lines of one sign between them, each with its headline and its day."""

import re
from collections.abc import Iterator, Sequence

from index.readers.vendors.vendor_labels import is_day_line
from index.readers.vendors.vendor_record import VendorRecord
from index.text.headlines import could_be_headline

RULE = re.compile(r"(?P<sign>[=*#~_+—–•-])(?:\s?(?P=sign)){4,}")
"""A line of at least five."""
LINES_TO_DAY = 6
"""Below which no line is the day of what stands there."""
FEWEST_CHARACTERS = 80
"""Of prose; a piece with less is a header, or a line below the last article."""


def ruled_articles(lines: Sequence[str]) -> list[VendorRecord]:
    """The articles between rules; none where not all that is prose begins with a headline and a day."""
    pieces = [piece for piece in joined_headers(pieces_between(lines)) if has_prose(piece)]
    return [VendorRecord(body="\n".join(piece)) for piece in pieces] if all(map(has_header, pieces)) else []


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
        if not has_prose(piece) and has_header(piece):
            header = piece
        else:
            yield [*header, "", *piece]
            header = []


def has_prose(piece: Sequence[str]) -> bool:
    """More stands in it than a header."""
    return sum(len(line) for line in piece if not is_day_line(line) and " " in line) >= 2 * FEWEST_CHARACTERS


def has_header(piece: Sequence[str]) -> bool:
    """It begins with a headline, and a day is near."""
    top = [line for line in piece if line][:LINES_TO_DAY]
    return bool(top) and could_be_headline(top[0]) and any(map(is_day_line, top[1:]))


def days_at_tops(lines: Sequence[str]) -> int:
    """How many pieces between rules begin with a headline and a day."""
    return sum(has_header(piece) for piece in joined_headers(pieces_between(lines)))
