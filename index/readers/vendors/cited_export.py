"""Exports in which a line names the newspaper and the day of each article.

NewsBank, wiso of Genios, PressReader, Retriever, Infomedia and WiseNews have such lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.front_matter.bylines import byline
from index.front_matter.written_dates import dates_in
from index.readers.vendors.vendor_labels import CLOCK, COPYRIGHT, WORD_COUNT, is_day_line
from index.readers.vendors.vendor_record import VendorRecord
from index.text.headlines import could_be_headline

BETWEEN = re.compile(r" ?(?:[|·•,;–—-]|\bvom\b|\bdu\b|\bdel\b|\bof\b|\bvan\b) ?$", re.IGNORECASE)
BESIDE = re.compile(r"[\s|·•,;–—-]*(?P<beside>.*)")
PLACE = re.compile(r" ?\([^()]{2,60}\)$")
NUMBERED = re.compile(r",\s?arti[kc]el-?id\s?:", re.IGNORECASE)
"""In a line that begins with the day, and has all else behind commas."""
WRITER = re.compile(r"(?:af|av|by) ([^\W\d].{2,80})", re.IGNORECASE)
FACTS = re.compile(
    r"(?:(?:Nr|No|S|p|pp|Pg)\.?\s?\d|seite \d|page \d|ausgabe|jahrgang|online|print|\(|[/:·|,;–—-]|\d|$"
    r"|front page|(?-i:[A-Z][A-Z &]{2,30})(?: ·|$)|sida |side |sektion)",
    re.IGNORECASE,
)
"""What may stand behind the day in such a line: the number of the paper and the page."""
LABEL = re.compile(
    r"(?P<author>author|autor|by)\s?:\s*(?P<names>[^|]{2,160}?)\s*(?:\|.*)?"
    r"|(?:quelle|ressort|rubrik|dokumentnummer|dauerhafte adresse.{0,40}|section|page|edition|column|article text"
    r"|estimated printed pages|dateline|series|source|openurl link|full text|record number|memo|caption"
    r"|index terms|article id|fotos?|bild|schlagw\w{0,12}|deskriptor\w{0,3})\s?(?::.*|$)"
    r"|publicerat (?:i print|på webb)\b.{0,60}|sida? \d{1,3}\b.{0,60}"
    r"|[A-Z]{1,2}\d{1,3}(?: ?\| ?[^|]{1,30}){0,3}",
    re.IGNORECASE,
)
"""What else stands above the text and below it."""
BELOW = re.compile(
    r"(?:quelle|dokumentnummer|dauerhafte adresse.{0,40}|record number|memo|index terms|article id"
    r"|schlagw\w{0,12})\s?:.*"
    r"|文[章件][编編][号號] ?[:：].*|alla artiklar är skyddade.*|läs hela artikeln på https?:.*"
    r"|alle artikler er beskyttet.*|© [^\W\d][^.]{1,60}"
    r"|.{0,3}citation \(.{2,30} style\).*|alle rechte vorbehalten.*|openurl link",
    re.IGNORECASE,
)
"""What ends the text."""
LONGEST_CITATION = 160
MOST_HEADER_LINES = 8
MOST_TITLE_WORDS = 30


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an article was printed, and the lines that say so."""

    first: int
    last: int
    outlet: str
    day: str
    author: str | None


def cited_articles(lines: Sequence[str]) -> list[VendorRecord]:
    """The articles of an export; none where it is no such export."""
    cited = list(citations_in(lines))
    if not cited:
        return []
    # Where the first headline stands below its citation, all do; what is above the others ends another article.
    is_above = start_of(lines, cited[0]) < cited[0].first
    starts = [start_of(lines, each) if is_above else each.first for each in cited]
    ends = [*starts[1:], len(lines)]
    spans = zip(cited, starts, ends, strict=True)
    return [found for each, start, end in spans if (found := record_of(lines[start:end], shifted(each, start)))]


def citations_in(lines: Sequence[str]) -> Iterator[Citation]:
    """The citation of each article."""
    for at, line in enumerate(lines):
        found = citation_of(line, at)
        if found is None and is_day_line(line) and at and PLACE.search(lines[at - 1]):
            outlet = turned(PLACE.sub("", lines[at - 1]))
            found = Citation(at - 1, at, outlet, line, None) if could_be_headline(outlet) else None
        if found:
            yield found


def citation_of(line: str, at: int) -> Citation | None:
    """The citation that this line is; None where it is another line."""
    if not line or len(line) > LONGEST_CITATION or LABEL.fullmatch(line) or COPYRIGHT.match(line):
        return None
    days = dates_in(line)
    if len(days) != 1:
        return None
    before, written = line[: days[0].start], line[days[0].start : days[0].end]
    after = BESIDE.fullmatch(CLOCK.sub("", line[days[0].end :], count=1).strip())
    beside = after["beside"] if after else ""
    if not before.strip() and NUMBERED.search(beside):
        outlet, *facts = re.split(r"\s*,\s*", beside)
        writers = (found[1] for fact in facts if (found := WRITER.fullmatch(fact)))
        outlet, author = PLACE.sub("", outlet), next(writers, None)
    elif not before.strip():
        outlet, author = (PLACE.sub("", beside), None) if re.match(r"\s*[|·•]", line[days[0].end :]) else ("", None)
    elif BETWEEN.search(before) and FACTS.match(beside):
        outlet, author = PLACE.sub("", BETWEEN.sub("", before).strip()), author_in(beside)
    else:
        return None
    is_name = outlet[:1].isalpha() and not outlet[0].islower() and could_be_headline(outlet) and byline(outlet) is None
    return Citation(at, at, turned(outlet), written, author) if is_name else None


def author_in(beside: str) -> str | None:
    """Who wrote it, as the end of a citation says; None where it does not."""
    parts = re.split(r"\s*[·•|]\s*", beside)
    return next((found.author for part in parts if (found := byline(part)) and found.author), None)


def turned(outlet: str) -> str:
    """The name of a newspaper as it calls itself: "Courier, The" is The Courier."""
    return re.sub(r"^([^,/]+), (The|Le|La|Der|Die|Das|El)$", r"\2 \1", outlet)


def start_of(lines: Sequence[str], cited: Citation) -> int:
    """Where the article begins: with the headline above its citation, or else with that."""
    above = cited.first - 1
    while above >= 0 and not lines[above]:
        above -= 1
    return above if above >= 0 and is_title(lines[above]) else cited.first


def is_title(line: str) -> bool:
    """The line may be a headline, and is none of those that stand about one."""
    is_fact = LABEL.fullmatch(line) or BELOW.fullmatch(line) or COPYRIGHT.match(line) or WORD_COUNT.fullmatch(line)
    return bool(line) and not is_fact and could_be_headline(line) and len(line.split()) <= MOST_TITLE_WORDS


def shifted(cited: Citation, start: int) -> Citation:
    """The citation among lines that begin there."""
    return Citation(cited.first - start, cited.last - start, cited.outlet, cited.day, cited.author)


def record_of(lines: Sequence[str], cited: Citation) -> VendorRecord | None:
    """The article of these lines; None where it has no headline or no text."""
    body = cited.last + 1
    title = lines[0] if cited.first else None
    author = cited.author
    for at in range(body, min(len(lines), body + 2 * MOST_HEADER_LINES)):
        line = lines[at]
        label = LABEL.fullmatch(line)
        if label or WORD_COUNT.fullmatch(line):
            author = author or (label["names"] if label and label["author"] else None)
            body = at + 1
        elif line and title is None and is_title(line):
            title, body = line, at + 1
        elif line and (written_by := byline(line)):
            author, body = author or written_by.author, at + 1
        elif line:
            break
    end = next((at for at in range(body, len(lines)) if BELOW.fullmatch(lines[at])), len(lines))
    labels = map(LABEL.fullmatch, lines[end:])
    below = (found["names"] for found in labels if found and found["author"])
    text = [line for line in lines[body:end] if not COPYRIGHT.fullmatch(line)]
    if title is None or not any(text):
        return None
    return VendorRecord(
        body="\n".join(text).strip(),
        title=title,
        day=cited.day,
        outlet=cited.outlet,
        author=author or next(below, None),
    )
