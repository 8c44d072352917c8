"""Texts with lines of one sign between them, each with its headline and its day."""

import re
from collections.abc import Iterator, Sequence

from index.readers.vendors.vendor_labels import is_day_line
from index.readers.vendors.vendor_record import VendorRecord
from index.text.headlines import could_be_headline, ends_as_prose

RULE = re.compile(r"(?P<sign>[=*#~_+—–•-])(?:\s?(?P=sign)){2,}")
"""A line of at least three."""
LINES_TO_DAY = 6
"""Below which no line is the day of what stands there."""
FEWEST_WORDS = 6
"""In a sentence; what ends as one and has fewer is a name with a full stop."""
LONGEST_FIELD = 200
"""Characters; no line of a header is longer."""
MOST_WORDS_BESIDE = 12
"""In a piece that is no article, such as a number or the name of whoever saved them."""


def ruled_articles(lines: Sequence[str]) -> list[VendorRecord]:
    """The articles between rules; none where not all that is prose begins with a headline and a day."""
    pieces = [piece for piece in joined_headers(pieces_between(lines)) if has_prose(piece) or is_long(piece)]
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
    return any(len(line) > LONGEST_FIELD or is_sentence(line) for line in piece if not is_day_line(line))


ENDS = ("!", "?", "”", '"', "。", "！", "？")


def is_sentence(line: str) -> bool:
    """The line ends as a sentence does, and is as long as one; languages without spaces write it in few letters."""
    is_ended = ends_as_prose(line) or line.endswith(ENDS)
    return is_ended and (len(line.split()) >= FEWEST_WORDS or (line.count(" ") < 2 and len(line) >= 2 * FEWEST_WORDS))


def is_long(piece: Sequence[str]) -> bool:
    """It says more than a number or a name."""
    return sum(len(line.split()) for line in piece) > MOST_WORDS_BESIDE


def has_header(piece: Sequence[str]) -> bool:
    """It begins with a headline, and a day is near."""
    top = [line for line in piece if line][:LINES_TO_DAY]
    return bool(top) and could_be_headline(top[0]) and any(map(is_day_line, top[1:]))


def days_at_tops(lines: Sequence[str]) -> int:
    """How many pieces between rules begin with a headline and a day."""
    return sum(has_header(piece) for piece in joined_headers(pieces_between(lines)))
