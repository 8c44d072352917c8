"""The dateline that opens a report: where it was written, for whom, and when."""

import re
from dataclasses import dataclass

from index.outlet_names import canonical_name

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
NOT_PLACES = frozenset(
    str.split("""
    ANALYSIS BREAKING COLUMN COMMENTARY CORRECTED CORRECTION EDITORIAL EXCLUSIVE EXPLAINED EXPLAINER FACTBOX FEATURE
    FOCUS INSIGHT INTERVIEW LIVE NEWS NOTE OPINION REVIEW TIMELINE UPDATE UPDATED URGENT VIDEO WATCH
    ASEAN BRICS COVID FIFA IAEA NASA NATO OPEC OSCE UEFA UNESCO UNICEF
    """)
)
"""In capitals before a dash, and yet not where a report was written."""


def dateline(paragraph: str) -> Dateline | None:
    """The dateline with which a paragraph begins; None when it begins otherwise."""
    head = paragraph[:LONGEST]
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
    source = outlet or (canonical_name(named) or unknown_agency(place, named) if named else None)
    is_sure = source is not None if named else outlet is not None or is_place_in_capitals(place, head[words_end:])
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


def unknown_agency(place: str | None, named: str) -> str | None:
    """An outlet that we do not know, after a place in capitals: "KYIV (Gazeta)"."""
    is_name = re.fullmatch(rf"(?!{WEEKDAY})[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}}", named)
    return named if is_name and place and re.fullmatch(f"{CAPITALS}(?:[ ]{CAPITALS})*", place) else None


def is_place_in_capitals(place: str | None, rest: str) -> bool:
    """A place without an outlet counts only in capitals, and when a new sentence follows: "KYIV — The talks"."""
    if place is None or not re.match(rf"{CAPITALS}(?:[ ]{CAPITALS})*(?:, {PLACE})?$", place):
        return False
    first = re.split(r"[ ,]", place)[0]
    return len(place) > 3 and first not in NOT_PLACES and bool(re.match(r"\s*[\"“‘]?[A-Z]", rest))


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
