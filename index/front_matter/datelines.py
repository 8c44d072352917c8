"""The dateline that opens a report: where it was written, for whom, and when."""

import re
from dataclasses import dataclass

from index.lexicon.outlet_names import canonical_name
from index.lexicon.places import is_known_place

LONGEST = 120
"""Characters; a dateline is shorter."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the opening words say; `words` are those words as they stand, with the dash that ends them."""

    words: str
    place: str | None
    """None when it names only the outlet."""
    source: str | None
    """None when it names only the place."""
    day: str | None
    """The day as it is written there; None when it has none."""


MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’/-]+"
NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’/-]*"
PLACE = rf"{NAME}(?:,?[ ](?:{NAME}|de|la|du|am|al|of|the)){{0,4}}"
OPENING = re.compile(
    rf"""
      (?P<place> {PLACE} )?
      (?: ,?\ (?P<day> {MONTH}\ \d{{1,2}}(?:,?\ \d{{4}})? | \d{{1,2}}\ {MONTH}(?:,?\ \d{{4}})? )\.? )?
      \ ? (?: \( (?P<bracketed> [^()]{{2,40}} ) \) | / (?P<slashed> [^/]{{2,40}} ) / )?
    """,
    re.VERBOSE,
)
DASH = re.compile(r"\s?(?:—|–|--+|(?<=[\w)/.] )-(?=\s|$)|(?<=/)[.:](?=\s|$))")
NO_DASH = re.compile(r"(?<=\))\s?(?=[A-Z“\"‘]|$)")
IN_BORDERS = re.compile("[—–/)-]")
"""One of these stands in all that either of them finds."""


def dateline(paragraph: str) -> Dateline | None:
    """The dateline with which a paragraph begins; None when it begins otherwise."""
    head = paragraph[:LONGEST]
    if not IN_BORDERS.search(head):
        return None
    for border in (DASH.search(head), NO_DASH.search(head)):
        if border and (found := read_opening(head, border.start(), border.end())):
            return found
    return None


def read_opening(head: str, end: int, words_end: int) -> Dateline | None:
    """The dateline in `head[:end]`, whose dash ends at `words_end`."""
    opening, outlet = without_bare_outlet(head[:end].rstrip())
    match = OPENING.fullmatch(opening)
    if match is None:
        return None
    place, named = match["place"], match["bracketed"] or match["slashed"]
    source = outlet or (canonical_name(named) or unknown_agency(match, named) if named else None)
    is_sure = source is not None if named else outlet is not None or is_place_alone(match, head[words_end:])
    if not is_sure:
        return None
    return Dateline(head[:words_end].strip(), place and place_name(place), source, match["day"])


def without_bare_outlet(opening: str) -> tuple[str, str | None]:
    """What stands before an outlet named without brackets, as in "Washington CNN", and that outlet."""
    words = opening.split()
    for count in range(min(4, len(words)), 0, -1):
        if outlet := canonical_name(" ".join(words[-count:])):
            return " ".join(words[:-count]), outlet
    return opening, None


def unknown_agency(opening: re.Match[str], named: str) -> str | None:
    """An outlet that we do not know, after a place in capitals that is one: "KYIV (Gazeta)"."""
    is_name = re.fullmatch(rf"(?!{WEEKDAY})[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}}", named)
    return named if is_name and is_place_in_capitals(opening) else None


def is_place_alone(opening: re.Match[str], rest: str) -> bool:
    """A place without an outlet counts only in capitals, and when a new sentence follows: "KYIV — The talks"."""
    return is_place_in_capitals(opening) and bool(re.match(r"\s*[\"“‘]?[A-Z]", rest))


def is_place_in_capitals(opening: re.Match[str]) -> bool:
    """A name in capitals is a place when we know it, or when a day follows; "BIDEN — He said" has another subject."""
    place = opening["place"]
    if place is None or not is_in_capitals(place):
        return False
    return is_known_place(place) or opening["day"] is not None


def is_in_capitals(place: str) -> bool:
    """The place is in capitals; the country or state after it need not be."""
    return re.fullmatch(f"{CAPITALS}(?:[ ]{CAPITALS})*(?:, {PLACE})?", place) is not None


KEPT_CAPITALS = frozenset({"UK", "US", "UN", "DC", "USA", "UAE", "EU"})
SMALL_WORDS = frozenset({"DE", "LA", "DA", "DO", "DU", "OF", "THE", "SUR", "AM", "AND"})


def place_name(place: str) -> str:
    """The place as it is written in running text: NEW YORK -> New York."""
    words = re.split(r"([ /-])", place)
    return "".join(in_running_text(word, position == 0) for position, word in enumerate(words))


def in_running_text(word: str, is_first: bool) -> str:
    """One word of a place; what is not all capitals stays as it is."""
    if not word.isupper() or word.strip(",") in KEPT_CAPITALS or "." in word.rstrip("."):
        return word
    return word.lower() if word in SMALL_WORDS and not is_first else word.capitalize()
