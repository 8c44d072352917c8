"""Exports of Factiva without codes: each article ends with its number, and tells how long it is above its text."""

import re
from collections.abc import Sequence

from index.front_matter.bylines import byline
from index.readers.vendors.factiva_codes import BY, without_by
from index.readers.vendors.vendor_labels import CLOCK, COPYRIGHT, WORD_COUNT, is_day_line
from index.readers.vendors.vendor_record import VendorRecord

NUMBER = re.compile(
    r"(?:document|dokument|documento|文件|文書|документ)\s+(?P<key>[A-Z0-9]{3,10}0\d{4,}[a-z0-9]{4,})", re.IGNORECASE
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


def record_of(piece: Sequence[str], key: str) -> VendorRecord | None:
    """The article of the lines above its number; None where they have no header."""
    for count, line in enumerate(piece):
        if WORD_COUNT.fullmatch(line):
            under = range(count + 1, min(len(piece), count + 1 + MOST_LINES_TO_DAY))
            day = next((at for at in under if is_day_line(piece[at])), None)
            if day is not None and count:
                return record_around(piece, count, day, key)
    return None


def record_around(piece: Sequence[str], count: int, day: int, key: str) -> VendorRecord:
    """The article whose length and day stand in those lines."""
    outlet = next((at for at in range(day + 1, len(piece)) if not CLOCK.fullmatch(piece[at])), day)
    is_byline = count > 1 and is_author(piece[count - 1])
    return VendorRecord(
        body="\n".join(text_under(piece, outlet)),
        title=piece[count - 2] if is_byline else piece[count - 1],
        day=piece[day],
        outlet=piece[outlet] if outlet != day else None,
        author=without_by(piece[count - 1]) if is_byline else None,
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
