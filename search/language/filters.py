"""What the fields ask for that look at what is known of an article: its author, address, file or length."""

import re
from typing import get_args

from index.languages.language_names import language_code
from search.clauses import KNOWN_THINGS, Attribute, AttributeName, Clause, Identified, Length, Or, Source
from search.language.field_names import UNANSWERED, Scope
from search.language.messages import (
    LANGUAGE_NOT_KNOWN,
    NOT_A_LENGTH,
    NOT_A_THING,
    NOT_ANSWERED,
    WILDCARD_IN_NAME,
    Notes,
    quoted,
)
from search.language.terms import shown, spoken
from search.language.wildcards import holds_wildcard

LENGTH = re.compile(r"(?P<sign>>=|<=|>|<|=|)\s*(?P<least>\d{1,9})(?:\s*(?:\.\.|-)\s*(?P<most>\d{1,9}))?")
THINGS = {
    **{thing: thing for thing in KNOWN_THINGS},
    **dict.fromkeys(("byline", "authors"), "author"),
    **dict.fromkeys(("day", "published"), "date"),
    **dict.fromkeys(("quote", "quotation", "quotations"), "quotes"),
    **dict.fromkeys(("outlet", "publication"), "source"),
    **dict.fromkeys(("address", "site", "link"), "url"),
    **dict.fromkeys(("dateline", "location"), "place"),
    **dict.fromkeys(("stories", "copies"), "story"),
}
"""What people call the things that may be known of an article."""


def filter_asked(field: str, scope: Scope, typed: str, notes: Notes) -> Clause | None:
    """What a field asks for with this value; None where it is left out, which the notes say.

    `field` is the field as it was typed.
    """
    if scope in ("person", "org"):
        return spoken(typed, None)
    if scope == "length":
        return length_asked(field, typed, notes)
    if scope == "id":
        return Identified(typed.strip(" ,;"))
    if scope == "has":
        return thing_asked(field, typed, notes)
    if scope == "site":
        return site_asked(typed)
    if scope == "language" and language_code(typed) is None:
        notes.add(NOT_ANSWERED, f"{quoted(f'{field}:{typed}')} (no language is called so here)")
        return None
    if scope in ("author", "place", "cites"):
        if holds_wildcard(typed):
            notes.add(WILDCARD_IN_NAME, quoted(f"{field}:{typed}"))
        return Attribute(scope, shown(typed.replace("_", " ")))
    for name in get_args(AttributeName):
        if name == scope:
            attribute: AttributeName = name
            return Attribute(attribute, " ".join(typed.split()))
    notes.add(NOT_ANSWERED, f"{quoted(f'{field}:{typed}')} ({UNANSWERED.get(field.lower(), 'not known')})")
    return None


def length_asked(field: str, typed: str, notes: Notes) -> Length | None:
    """Texts of so many words: >800, <3000, 500..800, 800; None where that is no number."""
    found = LENGTH.fullmatch(typed.replace(",", "").strip(" ;"))
    if not found:
        notes.add(NOT_A_LENGTH, quoted(f"{field}:{typed}"))
        return None
    count, most = int(found["least"]), found["most"]
    match found["sign"]:
        case ">":
            return Length(count + 1, None)
        case ">=":
            return Length(count, None)
        case "<":
            return Length(None, count - 1)
        case "<=":
            return Length(None, count)
        case _:
            return Length(*sorted((count, count if most is None else int(most))))


def thing_asked(field: str, typed: str, notes: Notes) -> Attribute | None:
    """Articles of which something is known."""
    thing = typed.strip(" ,;").casefold()
    if thing not in THINGS:
        notes.add(LANGUAGE_NOT_KNOWN if thing == "language" else NOT_A_THING, quoted(f"{field}:{typed}"))
        return None
    return Attribute("has", THINGS[thing])


def site_asked(typed: str) -> Clause:
    """Articles at an address of this site, and those of the outlet whose site it is known to be."""
    # Of http:// nothing is left: it is asked for as it stands, and found nowhere.
    site = Attribute("site", re.sub(r"^(?:\w+://)?(?:www\.)?|/+$", "", typed.strip(" ,;")) or typed)
    # Imported here, because most questions name no outlet, and its tables take a while.
    from index.lexicon.outlet_sites import outlet_asked_for

    outlet, above = outlet_asked_for(site.value), site.value.partition(".")[2]
    is_its_site = outlet not in (site.value, outlet_asked_for(above))
    return Or((site, Source(outlet))) if is_its_site else site
