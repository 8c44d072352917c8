"""What a name is the name of: a person, an organisation or a place."""

import re
from typing import Literal

from index.entities.name_candidates import Run
from index.lexicon.name_words import GIVEN_NAMES, INSTITUTIONS, ORGANISATIONS, PLACE_LEADS, PLACE_WORDS, PLACES, WITH_OF
from index.lexicon.outlet_names import canonical_name

NameKind = Literal["person", "organisation", "place"]

SPEAKS = re.compile(r",? (?:said|says|told|added|wrote|tweeted|argued|insisted|warned|announced)\b")
AGE = re.compile(r", \d\d,")
WHERE = re.compile(r"\b(?:in|near|outside|at|of|from) $")
WHERE_STATED = re.compile(r", [A-Z][a-z.]+")
WHAT_STATED = re.compile(r"\b(?:city|town|village|province|region|state|port|island|district) of $")
BEFORE = 16
"""Characters before a name that are looked at."""
ACRONYM = re.compile(r"[A-Z]{3,6}")


def kind_by_words(run: Run) -> NameKind | None:
    """The kind of a name, by its words; None when they do not tell."""
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
    return "person" if is_called_as_people(run) else None


def kind_beside(words: int, is_acronym: bool, text: str, span: tuple[int, int]) -> NameKind | None:
    """The kind of a name of so many words whose own do not tell, by what stands beside it; None when that does not."""
    if 2 <= words <= MOST_WORDS and acts_as_person(text, span[1]):
        return "person"
    if is_acronym:
        return "organisation"
    if words < 3 and is_somewhere(text, span):
        return "place"
    return None


MOST_WORDS = 4
"""Of the name of a person."""


def is_of_places(run: Run) -> bool:
    """It is called as places are: Dnieper River, Gulf of Mexico, Lake Ohrid."""
    first, last = run.words[0], run.words[-1]
    return last in PLACE_WORDS or first in PLACE_LEADS or (first in PLACE_WORDS and " of " in run.text)


def has_of(run: Run) -> bool:
    """It is a body of something: Joint Chiefs of Staff."""
    return " of " in run.text and any(word in WITH_OF for word in run.words)


def is_somewhere(text: str, span: tuple[int, int]) -> bool:
    """It is said of what it is (the city of Izium), or where it lies (in Springfield, Illinois)."""
    start, end = span
    where = WHERE_STATED.match(text, end)
    before = text[max(0, start - BEFORE) : start]
    is_in = where is not None and where.group()[2:] in PLACES and WHERE.search(before) is not None
    return is_in or (before.endswith(" of ") and WHAT_STATED.search(before) is not None)


def is_called_as_people(run: Run) -> bool:
    """Two to four words that begin with a given name, or have an initial among them."""
    if not 2 <= len(run.words) <= MOST_WORDS:
        return False
    return run.words[0] in GIVEN_NAMES or any(len(word) == 1 for word in run.words[1:-1])


def acts_as_person(text: str, end: int) -> bool:
    """Whoever's name ends here speaks, or is of an age."""
    return SPEAKS.match(text, end) is not None or AGE.match(text, end) is not None


def is_acronym(name: str) -> bool:
    """Three to six capitals."""
    return ACRONYM.fullmatch(name) is not None
