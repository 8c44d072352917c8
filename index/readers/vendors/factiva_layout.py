"""Exports of Factiva without codes: each article ends with its number, and tells how long it is above its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.front_matter.bylines import byline
from index.readers.vendors.factiva_codes import BY, without_by
from index.readers.vendors.vendor_labels import CLOCK, COPYRIGHT, WORD_COUNT, is_day_line
from index.readers.vendors.vendor_record import VendorRecord

NUMBER = re.compile(
    r"(?:document|dokument|documento|文件|文書|документ)\s+(?P<key>(?=\S*\d)[a-z][a-z0-9]{2,11}[a-z0-9]*)",
    re.IGNORECASE,
)
"""Its last line: the code of the outlet, the day, and what tells it from the others of that day."""
CODE_OF_OUTLET = re.compile(r"[A-Z][A-Z0-9]{2,9}")
MOST_LINES_TO_DAY = 4
MOST_LINES_TO_TEXT = 12
LONGEST_FIELD = 120


def laid_out_articles(lines: Sequence[str]) -> list[VendorRecord]:
    """The articles of an export without codes; none where it is no such export."""
    records: list[VendorRecord] = []
    start = 0
    for end, line in enumerate(lines):
        if number := NUMBER.fullmatch(line):
            piece = [line for line in lines[start:end] if line]
            record = record_of(piece, number["key"])
            if record:
                records.append(record)
            start = end + 1
    return records


def unnumbered_articles(lines: Sequence[str]) -> list[VendorRecord]:
    """The same of an export whose articles do not end with their numbers: each begins where a header does."""
    piece = [line for line in lines if line]
    headers = [found for count in range(1, len(piece)) if (found := header_at(piece, count)) and is_owned(piece, found)]
    starts = [found.title for found in headers]
    return [
        record_around(piece[:end], found, None) for found, end in zip(headers, [*starts[1:], len(piece)], strict=False)
    ]


def is_owned(piece: Sequence[str], header: "FactivaHeader") -> bool:
    """A line about who owns the text stands below the outlet, as in exports and hardly elsewhere."""
    return any(COPYRIGHT.match(line) for line in piece[header.day : header.day + MOST_LINES_TO_TEXT])


@dataclass(frozen=True, slots=True)
class FactivaHeader:
    """Where the lines of a header stand."""

    title: int
    length: int
    day: int

    @property
    def has_byline(self) -> bool:
        """A line stands between headline and length."""
        return self.title < self.length - 1


def header_at(piece: Sequence[str], length: int) -> FactivaHeader | None:
    """The header whose length stands in this line; None where that is no such line."""
    if not length or not WORD_COUNT.fullmatch(piece[length]):
        return None
    under = range(length + 1, min(len(piece), length + 1 + MOST_LINES_TO_DAY))
    day = next((at for at in under if is_day_line(piece[at])), None)
    if day is None:
        return None
    title = length - 2 if length > 1 and is_author(piece[length - 1]) else length - 1
    return FactivaHeader(title, length, day)


def record_of(piece: Sequence[str], key: str) -> VendorRecord | None:
    """The article of the lines above its number; None where they have no header."""
    header = next((found for at in range(len(piece)) if (found := header_at(piece, at))), None)
    return record_around(piece, header, key) if header else None


def record_around(piece: Sequence[str], header: FactivaHeader, key: str | None) -> VendorRecord:
    """The article below a header."""
    below = (at for at in range(header.day + 1, len(piece)) if not CLOCK.fullmatch(piece[at]))
    outlet = next(below, header.day)
    return VendorRecord(
        body="\n".join(text_under(piece, outlet)),
        title=piece[header.title],
        day=piece[header.day],
        outlet=piece[outlet] if outlet != header.day else None,
        author=without_by(piece[header.length - 1]) if header.has_byline else None,
        key=key,
    )


def is_author(line: str) -> bool:
    """The line names those who wrote the article."""
    return len(line) <= LONGEST_FIELD and (BY.match(line) is not None or byline(line) is not None or is_person(line))


def is_person(line: str) -> bool:
    """The line is two to four words, each with a capital, as names are; a headline has more, or a small one."""
    words = line.replace(",", " ").split()
    return 2 <= len(words) <= 4 and all(word[:1].isupper() and not word.isupper() for word in words)


def text_under(piece: Sequence[str], outlet: int) -> Sequence[str]:
    """The lines of the text: those below the line about who owns it, or else below the short ones of the header."""
    until = min(len(piece), outlet + MOST_LINES_TO_TEXT)
    owner = next((at for at in range(outlet + 1, until) if COPYRIGHT.match(piece[at])), None)
    if owner is not None:
        return piece[owner + 1 :]
    start = outlet + 1
    while start < until and (CODE_OF_OUTLET.fullmatch(piece[start]) or len(piece[start].split()) <= 2):
        start += 1
    return piece[start:]
