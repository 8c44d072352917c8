"""The line that says who wrote an article."""

import re
from dataclasses import dataclass

from index.outlet_names import canonical_name

LONGEST = 160
"""Characters; a byline is shorter."""


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote it, and what the line says besides."""

    author: str
    source: str | None
    """The outlet named beside the author; None when there is none."""
    rest: str
    """What follows the names, such as a day; empty when nothing does."""


WORD = r"[A-ZÀ-ÖØ-ÞА-ЯІЇЄҐ][\w.'’-]*"
PERSON = rf"{WORD}(?:[ ](?:{WORD}|de|da|van|von|der|den|bin|al|el|la|le|du|di)){{1,4}}"
BYLINE = re.compile(
    rf"""
      (?: [Bb]y | BY | (?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Ss]tory|[Rr]eporting)\ [Bb]y | Author ) (?: :\ ? | \ )
      (?P<people> {PERSON} (?: (?: ,\ (?:and\ )? | \ (?:and|AND|&)\ ) {PERSON} ){{0,5}} )
      (?P<rest> \ on\ .* | \ ?[,|·•–—(/-].* | \ for\ .* )?
    """,
    re.VERBOSE,
)
NOT_PEOPLE = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|The|This|That)\b")


def byline(line: str) -> Byline | None:
    """The byline that this whole line is; None when it is something else."""
    match = BYLINE.fullmatch(line) if len(line) <= LONGEST else None
    if match is None or NOT_PEOPLE.search(match["people"]) or line.endswith((".", "!", "?", ":")):
        return None
    people, source = without_outlet(match["people"])
    rest = (match["rest"] or "").strip(" ,|·•–—-/()")
    rest = rest.removeprefix("for ").removeprefix("on ")
    if named := canonical_name(rest):
        return Byline(people, named, "")
    return Byline(people, source, rest) if people else None


def without_outlet(people: str) -> tuple[str, str | None]:
    """Names without the outlet that follows them after a comma: "Jane Doe, BBC News"."""
    names, comma, last = people.rpartition(", ")
    outlet = canonical_name(last) if comma else None
    return (names, outlet) if outlet else (people, None)
