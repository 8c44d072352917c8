"""What a name is the name of: a person, an organisation or a place."""

import re
from typing import Literal

from index.entities.name_candidates import Run
from index.lexicon.name_words import GIVEN_NAMES, INSTITUTIONS, ORGANISATIONS, PLACE_LEADS, PLACE_WORDS, PLACES, WITH_OF
from index.lexicon.outlet_names import canonical_name

SPEAKS = re.compile(r",? (?:said|says|told|added|wrote|tweeted|argued|insisted|warned|announced)\b")
AGE = re.compile(r", \d\d,")
WHERE = re.compile(r"\b(?:in|near|outside|at|of|from) $")
WHERE_STATED = re.compile(r", [A-Z][a-z.]+")
WHAT_STATED = re.compile(r"\b(?:city|town|village|province|region|state|port|island|district) of $")
BEFORE = 16
"""Characters before a name that are looked at."""
ACRONYM = re.compile(r"[A-Z]{3,6}")


def kind_of(run: Run, text: str) -> Literal["person", "organisation", "place"] | None:
    """The kind of a name, by its words and by what stands beside it; None when neither tells."""
    words = run.words
    if run.is_titled:
        return "person"
    if run.text in ORGANISATIONS or canonical_name(run.text) is not None:
        return "organisation"
    if run.text in PLACES or (run.text.isupper() and run.text.title() in PLACES):
        return "place"
    if any(word in INSTITUTIONS for word in words) or (words[-1] != run.text and has_of(run)):
        return "organisation"
    if len(words) > 1 and is_of_places(run):
        return "place"
    if looks_like_person(run, text):
        return "person"
    if ACRONYM.fullmatch(run.text):
        return "organisation"
    if len(words) < 3 and is_somewhere(run, text):
        return "place"
    return None


def is_of_places(run: Run) -> bool:
    """It is called as places are: Dnieper River, Gulf of Mexico, Lake Ohrid."""
    first, last = run.words[0], run.words[-1]
    return last in PLACE_WORDS or first in PLACE_LEADS or (first in PLACE_WORDS and " of " in run.text)


def has_of(run: Run) -> bool:
    """It is a body of something: Joint Chiefs of Staff."""
    return " of " in run.text and any(word in WITH_OF for word in run.words)


def is_somewhere(run: Run, text: str) -> bool:
    """It is said of what it is (the city of Izium), or where it lies (in Springfield, Illinois)."""
    before = text[max(0, run.start - BEFORE) : run.start]
    where = WHERE_STATED.match(text, run.end)
    is_in = where is not None and where.group()[2:] in PLACES and WHERE.search(before) is not None
    return is_in or WHAT_STATED.search(before) is not None


def looks_like_person(run: Run, text: str) -> bool:
    """Two to four words that begin with a given name, have an initial among them, or speak."""
    if not 2 <= len(run.words) <= 4:
        return False
    has_initial = any(len(word) == 1 for word in run.words[1:-1])
    return (
        run.words[0] in GIVEN_NAMES
        or has_initial
        or SPEAKS.match(text, run.end) is not None
        or AGE.match(text, run.end) is not None
    )
