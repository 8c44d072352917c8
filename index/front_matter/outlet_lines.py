"""Lines above a text that name an outlet, known or not: behind a label, in a citation, beside the day and an author."""

import re
from dataclasses import dataclass

from index.front_matter.written_dates import WEEKDAY, dates_in
from index.lexicon.outlet_names import canonical_name
from index.lexicon.outlet_sites import outlet_of_host

LONGEST_LINE = 200
LABELLED = re.compile(
    r"(?:source|via|publisher|published (?:by|in)|publication|outlet|newspaper|quelle|zeitung|fuente|fonte|bron|kilde"
    r"|källa|źródło|zdroj|forrás|kaynak|источник|来源|來源|出典|출처)\s?[:：]\s?(?P<outlet>.{2,60})",
    re.IGNORECASE,
)
NAME = re.compile(r"(?![^\W_]{3,9} \d)[^\W\d_a-zß-ÿа-яα-ω][^.!?;:|@]*")
"""Begins with a capital, or with a letter without one."""
OF_PICTURES = re.compile(
    r"\b(?:images?|photos?|pictures|getty|shutterstock|flickr|unsplash|pixabay|wikimedia|wikipedia|youtube|twitter|facebook"
    r"|instagram|telegram|x|data|statistics|survey|poll|census|ministry|office|department|supplied|handout|file"
    r"|fotos?|bild|ministerium|amt)\b",
    re.IGNORECASE,
)
"""In what is named as the source of a picture, or of numbers."""
PAGE = re.compile(
    r"(?:pp?|pg|page|seite|s|sida|side|str|стр)\.?\s?[A-Z]{0,2}\d{1,4}(?:\s?[-–]\s?[A-Z]?\d{1,4})?", re.IGNORECASE
)
PLACE = re.compile(r"\s?\([^()]{2,40}\)")
PERSON = re.compile(r"(?:by )?(?P<person>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3})", re.IGNORECASE)
PARTS = re.compile(r"[,|·•]|\s[/–—-](?=\s)")
MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class OutletAndAuthor:
    """Who published an article and who wrote it, as one line says."""

    outlet: str
    author: str


def labelled_outlet(line: str) -> str | None:
    """The outlet behind a label such as "Source:"; None where it is none, or that of a picture or of numbers."""
    found = LABELLED.fullmatch(line) if len(line) <= LONGEST_LINE else None
    name = found["outlet"].strip(" .") if found else ""
    if known := canonical_name(name) or outlet_of_host(name):
        return known
    is_name = NAME.fullmatch(name) and len(name.split()) <= MOST_WORDS and not OF_PICTURES.search(name)
    return name if is_name else None


def cited_outlet(line: str) -> str | None:
    """The outlet of a citation with a day and a page: "The Lantern (Ostrel), 9 April 2021, p. 4"; None of others."""
    parts = parts_beside_day(line)
    others = [part for part in parts if not PAGE.fullmatch(part)]
    if len(others) != 1 or len(parts) == len(others):
        return None
    name = PLACE.sub("", others[0]).strip()
    return name if NAME.fullmatch(name) and len(name.split()) <= MOST_WORDS and not PAGE.fullmatch(name) else None


def outlet_and_author(line: str) -> OutletAndAuthor | None:
    """The known outlet, or host, and the person beside the day of a line; None where anything else is there."""
    parts = parts_beside_day(line)
    if len(parts) != 2:
        return None
    for one, other in (parts, parts[::-1]):
        outlet = canonical_name(one) or outlet_of_host(one)
        person = PERSON.fullmatch(other)
        if outlet and person and is_person(person["person"]) and canonical_name(other) is None:
            return OutletAndAuthor(outlet, person["person"])
    return None


def is_person(name: str) -> bool:
    """All its words are written large, as those of names are."""
    return all(word[0].isupper() for word in name.split())


def parts_beside_day(line: str) -> list[str]:
    """What stands beside the one day of a line, between commas and bars; nothing where it has no day, or several."""
    dates = dates_in(line) if len(line) <= LONGEST_LINE else []
    if len(dates) != 1:
        return []
    beside = (line[: dates[0].start], line[dates[0].end :])
    parts = (part.strip(" []:") for gap in beside for part in PARTS.split(WEEKDAY.sub(" ", gap)))
    return [part for part in parts if part]
