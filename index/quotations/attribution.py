"""Who is said to say what stands between quotation marks: the words behind it, and the words before it.

The text that is read here has blanks instead of the quotations in it, so that nothing quoted is taken for a name. Only
so many words are looked at on either side, so the time is linear in the text.

behind   “…,” Milley said              “…,” said Gen. Mark Milley      “…,” Ned Price, a spokesman, told CNN
         “…,” according to Milley      “…,” he said
before   Milley said: “…”              Milley, who leads the staff, told CNN that it was “a good time”
         According to Milley, “…”      MILLEY: “…”                      he added, “…”
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.entities.capitalised_names import (
    BODIES,
    MANY,
    OFFICES,
    PARTICLES,
    ROLES,
    STARTERS,
    CapitalisedToken,
    ends_sentence,
    hangs_on,
    is_capitalised,
    is_possessive,
    without_offices,
    words,
)
from index.lexicon.speech_verbs import (
    ADVERBS,
    CLAUSE_BEGINNERS,
    CLAUSE_JOINTS,
    PREPOSITIONS,
    PRONOUNS,
    TELLING,
    VERBS,
)

BEHIND, BEFORE = 260, 320
"""Characters that are read on either side."""
LONGEST_NAME, LONGEST_NOUN, LONGEST_APPOSITION, FARTHEST_VERB = 10, 5, 26, 28
"""Words."""


class Attribution(NamedTuple):
    """Who is named beside a quotation: a name, or a pronoun that stands for one."""

    start: int
    end: int
    is_pronoun: bool
    ends: int
    """Where the words that attribute the quotation end, as far as they are read."""
    needs_full: bool = False
    """It is somebody's name only if the text names the same person more fully."""


def attribution_behind(text: str, place: int, end: int) -> Attribution | None:
    """Who is named right behind a quotation that ends at `place`, in a paragraph that ends at `end`."""
    end = min(end, place + BEHIND)
    if not may_attribute(text[place:end]):
        return None
    found = words(text, place, end)
    if not found or text[place : found[0].start].strip(" \n\t\xa0,–—-"):
        return None
    first = found[0].text.lower()
    if first == "according" and len(found) > 2 and found[1].text == "to":
        return named(found, name_from(found, 2), 2)
    if first in VERBS and first not in ("told", "tells"):
        if len(found) > 1 and found[1].text in PRONOUNS and hangs_on(found[0]):
            return Attribution(found[1].start, found[1].end, is_pronoun=True, ends=found[1].end)
        return named(found, name_from(found, 1) or apposed_name(found, 1), 1) if hangs_on(found[0]) else None
    if first in PRONOUNS:
        verb = verb_after(found, 0)
        return None if verb is None else Attribution(found[0].start, found[0].end, is_pronoun=True, ends=verb.end)
    return subject_behind(found)


def may_attribute(part: str) -> bool:
    """A word that attributes quotations stands in this part of a text: without one, nothing else need be read."""
    return "said" in part or not ATTRIBUTING.isdisjoint(LONG_WORD.findall(part.lower()))


ATTRIBUTING = VERBS | {"according"}
LONG_WORD = re.compile("[a-z]{4,}+")
"""None of them is shorter."""


def apposed_name(found: Sequence[CapitalisedToken], first: int) -> tuple[int, int] | None:
    """The name behind a noun and a comma: said his rival, Bill Stone."""
    noun = first
    while noun < min(len(found) - 1, first + LONGEST_NOUN) and is_plain_noun(found[noun]) and hangs_on(found[noun]):
        noun += 1
    if noun + 1 >= len(found) or not is_plain_noun(found[noun]) or found[noun].gap.strip() != ",":
        return None
    return name_from(found, noun + 1) if is_capitalised(found[noun + 1].text) else None


def is_plain_noun(token: CapitalisedToken) -> bool:
    """The word may belong to a noun in small letters that nothing hangs on."""
    return token.text.islower() and token.text not in PREPOSITIONS and token.text not in VERBS


def subject_behind(found: Sequence[CapitalisedToken]) -> Attribution | None:
    """The name that begins these words and that a verb of saying follows, perhaps after an apposition."""
    name = name_from(found, 0)
    if name is None:
        return None
    last = past_brackets(found, name[1])
    verb = verb_after(found, last) if "," not in found[last].gap else verb_after_apposition(found, last)
    attribution = named(found, name, 0)
    return attribution._replace(ends=verb.end) if verb and attribution else None


def named(found: Sequence[CapitalisedToken], name: tuple[int, int] | None, floor: int) -> Attribution | None:
    """The attribution to the name at these places; None when it is none."""
    if name is None:
        return None
    run = without_offices(found[name[0] : name[1] + 1])
    if not run or not is_name(run) or (name[0] > floor and found[name[0] - 1].text == "and"):
        return None
    return Attribution(run[0].start, run[-1].end, is_pronoun=False, ends=found[name[1]].end)


def is_name(run: Sequence[CapitalisedToken]) -> bool:
    """The words name somebody, and are neither a title alone nor a noun for many."""
    if run[0].text in STARTERS or run[-1].text in ROLES or not is_capitalised(run[-1].text):
        return False
    return len(run) > 1 or not (run[0].text in MANY or run[0].text in OFFICES or len(run[0].text) < 2)


def name_from(found: Sequence[CapitalisedToken], first: int) -> tuple[int, int] | None:
    """The first and last word of the name with which the words from `first` on end, before a pause or a verb."""
    run: tuple[int, int] | None = None
    place = first
    while place < min(len(found), first + LONGEST_NAME):
        token = found[place]
        follows = run is not None and run[1] == place - 1
        if is_capitalised(token.text):
            run = (run[0], place) if run and follows else (place, place)
        elif run and follows and continues_name(found, place):
            run = (run[0], place)
        elif (
            token.text in VERBS
            or token.text in PREPOSITIONS
            or token.text in ADVERBS
            or token.text == "and"
            or (run and follows and token.text in CLAUSE_JOINTS)
        ):
            break
        if is_possessive(token):
            run = None
        place += 1
        if not hangs_on(token):
            break
    return run if run is not None and run[1] == place - 1 else None


def continues_name(found: Sequence[CapitalisedToken], place: int) -> bool:
    """The small word at this place stands inside a name: Ursula von der Leyen, Bank of England."""
    after = next((token for token in found[place + 1 : place + 3] if token.text not in SMALL_WORDS), None)
    if after is None or not is_capitalised(after.text) or not hangs_on(found[place]):
        return False
    before = found[place - 1].text
    if found[place].text == "of":
        return before in OFFICES or before in BODIES
    return found[place].text in PARTICLES or (found[place].text == "the" and before == "of")


SMALL_WORDS = PARTICLES | {"the"}
"""What may stand in small letters inside a name, but for "of"."""


def past_brackets(found: Sequence[CapitalisedToken], last: int) -> int:
    """The last word of the brackets behind a name: Chuck Schumer (D-N.Y.); the name's own when there are none."""
    if not found[last].gap.strip().startswith("("):
        return last
    closing = (place for place in range(last + 1, min(last + 6, len(found))) if ")" in found[place].gap)
    return next(closing, last)


def verb_after(found: Sequence[CapitalisedToken], last: int) -> CapitalisedToken | None:
    """The verb of saying that follows, perhaps behind adverbs, and that no clause of its own follows."""
    for place in range(last + 1, min(last + 5, len(found))):
        if "," in found[place - 1].gap and place == last + 1 and found[last].gap.strip() not in ("", ",", ")", "),"):
            return None
        token = found[place]
        if token.text in VERBS:
            return token if token.text in TELLING or not begins_clause(found, place) else None
        if token.text not in ADVERBS and not token.text.endswith("ly"):
            return None
    return None


def begins_clause(found: Sequence[CapitalisedToken], verb: int) -> bool:
    """A clause of its own follows the verb, so that the verb does not look back."""
    return verb + 1 < len(found) and hangs_on(found[verb]) and found[verb + 1].text.lower() in CLAUSE_BEGINNERS


def verb_after_apposition(found: Sequence[CapitalisedToken], last: int) -> CapitalisedToken | None:
    """The verb of saying behind what stands between commas after a name."""
    for place in range(last + 1, min(last + LONGEST_APPOSITION, len(found))):
        if ends_sentence(found[place - 1]) or any(mark in found[place - 1].gap for mark in ';:“"”'):
            return None
        if "," in found[place - 1].gap and place > last:
            verb = verb_after(found, place - 1)
            if verb:
                return verb
    return None
