"""Exports of Nexis, Lexis Uni and their like: an article ends with a line that says so, or begins with its number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from index.readers.vendors.factiva_codes import without_by
from index.readers.vendors.vendor_labels import (
    BODY_LABEL,
    COPYRIGHT,
    HEADER_LABEL,
    LONGEST_BLOCK,
    PICTURE,
    TRAILER,
    block_at,
    is_day_line,
    is_edition,
)
from index.readers.vendors.vendor_record import VendorRecord
from index.text.headlines import ends_as_prose, is_sentence

END = re.compile(
    r"end of document|ende des dokuments|fin du document|fin del documento|fine del documento|einde van document"
    r"|fim do documento",
    re.IGNORECASE,
)
COUNTER = re.compile(
    r"(?:\d{1,6} (?:of|von|de|sur|van|di) \d{1,6} (?:documents?|dokument(?:en|e)?|documentos?|documenti|documenten)"
    r"|(?:document|dokument|documento) \d{1,6} (?:of|von|de|sur|van|di) \d{1,6})",
    re.IGNORECASE,
)
LOADED = re.compile(r"load-date\s?:", re.IGNORECASE)
"""The last line of an article where no line says that it ends."""
NUMBER_OF_PAGE = re.compile(r"page \d+(?: of \d+)?|seite \d+ von \d+", re.IGNORECASE)
MOST_HEADER_LINES = 60
MOST_LINES_ABOVE = 4_000
"""Before the header of the first article, where an export lists the titles of all."""
MOST_LINES_BETWEEN_LABELS = 5
NARROWEST_WRAP = 50
"""Characters of a line that was too long for one; a shorter one was not wrapped."""
MOST_PICTURE_LINES = 15
MOST_TITLE_LINES = 3


def nexis_articles(lines: Sequence[str]) -> list[VendorRecord]:
    """The articles of an export, whose lines have no white space around them; none where it is no such export."""
    pieces = list(pieces_between(lines))
    records = [record for piece in pieces if (record := record_of(piece))]
    return records if len(records) * 2 > len(pieces) else []


@dataclass(frozen=True, slots=True)
class NexisPiece:
    """The lines of one article."""

    lines: Sequence[str]
    is_numbered: bool
    """It begins with its number, and the newspaper stands above the headline."""


def pieces_between(lines: Sequence[str]) -> Iterator[NexisPiece]:
    """The lines of each article, without those that number and end it."""
    numbers = [number for number, line in enumerate(lines) if COUNTER.fullmatch(line)]
    if numbers:
        for start, end in zip(numbers, [*numbers[1:], len(lines)], strict=True):
            yield NexisPiece(lines[start + 1 : end], is_numbered=True)
        return
    start = 0
    ends = [number for number, line in enumerate(lines) if END.fullmatch(line)]
    for end in ends or [number for number, line in enumerate(lines) if LOADED.match(line)] or [len(lines)]:
        yield NexisPiece(lines[start:end], is_numbered=False)
        start = end + 1


@dataclass(frozen=True, slots=True)
class NexisHeader:
    """Where the parts of a piece are, and what its labels say."""

    day: int
    """The line with the day."""
    first_label: int
    body: int
    """Where the text begins."""
    labels: dict[str, str]


def record_of(piece: NexisPiece) -> VendorRecord | None:
    """The article of a piece; None where it has no header of Nexis above its text."""
    lines = piece.lines
    header = header_of(lines)
    if header is None:
        return None
    above = [at for at in range(max(0, header.day - MOST_HEADER_LINES), header.day) if is_name(lines[at])]
    is_headline_above = not piece.is_numbered and bool(above)
    title = title_above(lines, above) if is_headline_above else title_below(lines, header)
    text = without_running_heads(text_between(lines, header.body), title)
    return VendorRecord(
        body="\n".join([*filter(None, [header.labels.get("highlight")]), *text]).strip(),
        title=header.labels.get("title") or title,
        day=lines[header.day],
        outlet=without_edition(lines[above[-1]]) if above and (piece.is_numbered or len(above) > 1) else None,
        author=without_by(header.labels.get("author")),
        place=header.labels.get("place"),
        url=header.labels.get("url"),
    )


def without_running_heads(lines: Sequence[str], title: str | None) -> Sequence[str]:
    """The lines without those that repeat the headline, or the beginning of it, at the top of each page."""
    if not title:
        return lines
    return [line for line in lines if not (len(line) >= SHORTEST_HEAD and title.startswith(line.rstrip(" .…")))]


def without_edition(outlet: str) -> str:
    """The newspaper without the edition, or the regions, that it names: "The Guardian - Final Edition"."""
    name, sign, rest = outlet.rpartition(" - ")
    whole = name if sign and is_edition(rest) else outlet
    return REGIONS.sub("", whole) or whole


REGIONS = re.compile(r"\s\((?:inkl\.|einschl\.|incl\.|including|y compris)\s[^()]{3,60}\)$")
SHORTEST_HEAD = 20
"""Characters; a shorter line may begin like the headline by chance."""


def is_name(line: str) -> bool:
    """The line may be a headline or a newspaper, and is none of those that stand about them."""
    return bool(line) and not any(pattern.fullmatch(line) for pattern in NO_NAMES)


NO_NAMES = (COPYRIGHT, HEADER_LABEL, TRAILER, NUMBER_OF_PAGE)


def title_above(lines: Sequence[str], above: Sequence[int]) -> str:
    """The headline over the newspaper: the line before it, or the lines where a blank one divides the two."""
    if len(above) == 1:
        return lines[above[0]]
    outlet, last = above[-1], above[-2]
    if outlet == last + 1:
        return " ".join(lines[wrapped_start(lines, above, last) : last + 1])
    first = last
    while first - 1 in above:
        first -= 1
    if last - first >= MOST_TITLE_LINES:
        return lines[last]
    return " ".join(lines[first : last + 1])


def wrapped_start(lines: Sequence[str], above: Sequence[int], last: int) -> int:
    """The first line of a headline that ends in this line: those above it are long, as lines are that were wrapped."""
    first = last
    while first - 1 in above and last - first + 1 < MOST_TITLE_LINES and is_wrapped(lines[first - 1]):
        if lines[first].startswith(lines[first - 1].rstrip(" .…")):  # at the top of the page
            break
        first -= 1
    return first


def is_wrapped(line: str) -> bool:
    """The line may go on in the next one, and is none of a cover."""
    return len(line) >= NARROWEST_HEADLINE and not ends_as_prose(line) and COVER.match(line) is None


NARROWEST_HEADLINE = 40
"""Characters of a line in the large letters of headlines, in which it has no more room."""
COVER = re.compile(r"\d+\. |[^|]*\||[^:]{1,30}: ")
"""How lines of the cover of an export begin: a number, a label, a menu."""


def title_below(lines: Sequence[str], header: NexisHeader) -> str | None:
    """The headline between the day and the first label; None where none stands there."""
    for at in range(after_edition(lines, header), header.first_label):
        line = lines[at]
        if is_name(line) and not is_edition(line) and not is_day_line(line):
            is_wrapped = "" in lines[header.day : header.first_label]
            return block_at(lines[: header.first_label], at) if is_wrapped else line
    return None


def after_edition(lines: Sequence[str], header: NexisHeader) -> int:
    """The line below the day, or below the edition: a short line under the day, where another block is the headline."""
    start = header.day + 1
    block = list(takewhile(bool, lines[start : header.first_label]))
    after = start + len(block)
    is_headline_after = any(map(is_name, lines[after : header.first_label]))
    is_short = len(block) == 1 and len(block[0]) <= LONGEST_EDITION
    return after if is_short and is_headline_after and not lines[after] else start


LONGEST_EDITION = 40


def header_of(lines: Sequence[str]) -> NexisHeader | None:
    """Where the header of a piece has its parts; None where it has no day with labels under it."""
    for day, line in enumerate(lines[:MOST_LINES_ABOVE]):
        if is_day_line(line) and (header := header_under(lines, day)):
            return header
    return None


def header_under(lines: Sequence[str], day: int) -> NexisHeader | None:
    """The header whose day is in that line; None where no label follows."""
    labels: dict[str, str] = {}
    first = last = between = said = 0
    for at in range(day + 1, min(len(lines), day + MOST_HEADER_LINES)):
        line = lines[at]
        if BODY_LABEL.fullmatch(line) and last:
            return NexisHeader(day, first, at + 1, labels)
        if found := HEADER_LABEL.fullmatch(line):
            name = next(name for name in found.groupdict() if name != "value" and found[name] is not None)
            labels.setdefault(name, value_at(lines, at, found["value"]))
            if name == "url" and said:  # it stands below the text, too
                break
            first, last, between, said = first or at, at, 0, 0
        elif line:
            between += 1
            said += last > 0 and at >= end_of_value(lines, last) and is_sentence(line)
            if between > MOST_LINES_BETWEEN_LABELS:
                break
    return NexisHeader(day, first, end_of_value(lines, last), labels) if last else None


def value_at(lines: Sequence[str], at: int, value: str) -> str:
    """What a label says, with the lines into which it was wrapped."""
    return " ".join([value, *lines[at + 1 : end_of_value(lines, at)]]).strip()


def end_of_value(lines: Sequence[str], at: int) -> int:
    """The line after what a label says: a wrapped one goes on to a blank line."""
    end = at + 1
    while end < min(len(lines), at + LONGEST_BLOCK) and len(lines[end - 1]) >= NARROWEST_WRAP and is_name(lines[end]):
        end += 1
    return end if end == at + 1 or end == len(lines) or not lines[end] else at + 1


def text_between(lines: Sequence[str], start: int) -> Sequence[str]:
    """The lines of the text: what stands below it, about the file and its pictures, is left out."""
    end = next((at for at in range(start, len(lines)) if TRAILER.fullmatch(lines[at])), len(lines))
    if end < len(lines):
        pictures = (at for at in range(max(start, end - MOST_PICTURE_LINES), end) if PICTURE.fullmatch(lines[at]))
        end = next(pictures, end)
    return [line for line in lines[start:end] if not (COPYRIGHT.fullmatch(line) or NUMBER_OF_PAGE.fullmatch(line))]
