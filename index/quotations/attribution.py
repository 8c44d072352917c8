"""Who is said to say what stands between quotation marks: the words behind it, and the words before it.

The text that is read here has blanks instead of the quotations in it, so that nothing quoted is taken for a name. Only
so many words are looked at on either side, so the time is linear in the text.

behind   “…,” Milley said              “…,” said Gen. Mark Milley      “…,” Ned Price, a spokesman, told CNN
         “…,” according to Milley      “…,” he said
before   Milley said: “…”              Milley, who leads the staff, told CNN that it was “a good time”
         According to Milley, “…”      MILLEY: “…”                      he added, “…”
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from index.entities.name_tokens import NameToken, ends_sentence, hangs_on, is_capitalised, is_possessive, words
from index.entities.offices import is_name, named_in, names_office
from index.lexicon.name_words import BODIES, MANY, PARTICLES, STARTERS
from index.lexicon.speech_verbs import (
    ADVERBS,
    CALLED,
    CLAUSE_BEGINNERS,
    CLAUSE_JOINTS,
    PASSIVE,
    PREPOSITIONS,
    PRONOUNS,
    TELLING,
    VERBS,
)

BEHIND, BEFORE = 260, 320
"""Characters that are read on either side."""
LONGEST_NAME, LONGEST_NOUN, LONGEST_BRACKETS, LONGEST_APPOSITION, FARTHEST_VERB = 10, 5, 6, 26, 28
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


def apposed_name(found: Sequence[NameToken], first: int) -> tuple[int, int] | None:
    """The name behind a noun and a comma: said his rival, Bill Stone."""
    noun = first
    while noun < min(len(found) - 1, first + LONGEST_NOUN) and is_plain_noun(found[noun]) and hangs_on(found[noun]):
        noun += 1
    if noun + 1 >= len(found) or not is_plain_noun(found[noun]) or found[noun].gap.strip() != ",":
        return None
    return name_from(found, noun + 1) if is_capitalised(found[noun + 1].text) else None


def is_plain_noun(token: NameToken) -> bool:
    """The word may belong to a noun in small letters that nothing hangs on."""
    return token.text.islower() and token.text not in PREPOSITIONS and token.text not in VERBS


def subject_behind(found: Sequence[NameToken]) -> Attribution | None:
    """The name that begins these words and that a verb of saying follows, perhaps after an apposition."""
    name = name_from(found, 0)
    if name is None:
        return None
    last = past_brackets(found, name[1])
    verb = verb_after(found, last) if "," not in found[last].gap else verb_after_apposition(found, last)
    attribution = named(found, name, 0)
    return attribution._replace(ends=verb.end) if verb and attribution else None


def named(found: Sequence[NameToken], name: tuple[int, int] | None, floor: int) -> Attribution | None:
    """The attribution to the name at these places; None when it is none."""
    if name is None or (name[0] > floor and found[name[0] - 1].text == "and"):
        return None
    return attributed(found[name[0] : name[1] + 1])


def attributed(run: Sequence[NameToken]) -> Attribution | None:
    """The attribution to whom a run of capitalised words names; None when it names nobody."""
    name = named_in(run)
    if not is_name(name, run) or (len(name) == 1 and (name[0].text in MANY or len(name[0].text) < 2)):
        return None
    return Attribution(name[0].start, name[-1].end, is_pronoun=False, ends=run[-1].end)


def name_from(found: Sequence[NameToken], first: int) -> tuple[int, int] | None:
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


def continues_name(found: Sequence[NameToken], place: int) -> bool:
    """The small word at this place stands inside a name: Ursula von der Leyen, Bank of England."""
    after = next((token for token in found[place + 1 : place + 3] if token.text not in SMALL_WORDS), None)
    if after is None or not is_capitalised(after.text) or not hangs_on(found[place]):
        return False
    before = found[place - 1].text
    if found[place].text == "of":
        return names_office(before) or before in BODIES
    return found[place].text in PARTICLES or (found[place].text == "the" and before == "of")


SMALL_WORDS = PARTICLES | {"the"}
"""What may stand in small letters inside a name, but for "of"."""


def past_brackets(found: Sequence[NameToken], last: int) -> int:
    """The last word of the brackets behind a name: Chuck Schumer (D-N.Y.); the name's own when there are none."""
    if not found[last].gap.strip().startswith("("):
        return last
    closing = (place for place in range(last + 1, min(last + LONGEST_BRACKETS, len(found))) if ")" in found[place].gap)
    return next(closing, last)


def verb_after(found: Sequence[NameToken], last: int) -> NameToken | None:
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


def begins_clause(found: Sequence[NameToken], verb: int) -> bool:
    """A clause of its own follows the verb, so that the verb does not look back."""
    return verb + 1 < len(found) and hangs_on(found[verb]) and found[verb + 1].text.lower() in CLAUSE_BEGINNERS


def verb_after_apposition(found: Sequence[NameToken], last: int) -> NameToken | None:
    """The verb of saying behind what stands between commas after a name."""
    for place in range(last + 1, min(last + LONGEST_APPOSITION, len(found))):
        if ends_sentence(found[place - 1]) or any(mark in found[place - 1].gap for mark in ';:“"”'):
            return None
        if "," in found[place - 1].gap and place > last:
            verb = verb_after(found, place - 1)
            if verb:
                return verb
    return None


def attribution_before(text: str, floor: int, place: int, is_term: Callable[[], bool]) -> Attribution | None:
    """Who is named before a quotation that begins at `place`, in the sentence in which it stands.

    Where it `is_term`, or a title, and nothing that was said, the verb must lead straight to it.
    """
    start = max(floor, place - BEFORE)
    part = text[start:place]
    if not part.rstrip().endswith(":") and not may_attribute(part):
        return None
    found = words(text, start, place)
    if not found:
        return None
    gap = found[-1].gap.strip()
    if gap == ":" and (name := name_alone(found)):
        alone = named(found, name, 0)
        return alone and alone._replace(needs_full=" " not in text[alone.start : alone.end])
    if "(" in gap or (found[-1].text in TELLING and not gap):
        return None
    verb = last_verb(found)
    if verb is None:
        return None
    if found[verb].text not in VERBS:
        name = name_from(found, verb + 1)
        return named(found, name, 0) if name and "," in found[name[1]].gap and not is_term() else None
    leads = gap in (":", ",") or verb == len(found) - 1
    if not leads and is_term():
        return None
    return turned_subject(found, verb) or subject_before(found, verb)


def last_verb(found: Sequence[NameToken]) -> int | None:
    """The last verb of saying among the words of the last sentence, or the "to" of according to."""
    for place in reversed(range(max(0, len(found) - FARTHEST_VERB), len(found))):
        token = found[place]
        if ends_sentence(token) or ";" in token.gap or token.text in CALLED:
            return None
        if token.text in VERBS or (token.text == "to" and place and found[place - 1].text.lower() == "according"):
            return place
    return None


def turned_subject(found: Sequence[NameToken], verb: int) -> Attribution | None:
    """Whose verb it is where that stands behind: the rebels, said Farid Haddad, “…”"""
    if not verb or found[verb - 1].gap.strip() != "," or not hangs_on(found[verb]):
        return None
    name = name_from(found, verb + 1)
    if name is None or name[1] != len(found) - 1 or found[-1].gap.strip() != ",":
        return None
    return named(found, name, verb + 1)


def name_alone(found: Sequence[NameToken]) -> tuple[int, int] | None:
    """The name that stands alone before a colon at the beginning of a sentence."""
    first = len(found) - 1
    while first and hangs_on(found[first - 1]) and len(found) - first < LONGEST_NAME:
        first -= 1
    is_beginning = first == 0 or ends_sentence(found[first - 1])
    run = found[first:]
    if not is_beginning or not all(is_capitalised(token.text) for token in run):
        return None
    return first, len(found) - 1


def subject_before(found: Sequence[NameToken], verb: int) -> Attribution | None:
    """Whose verb it is: the name or pronoun before it, perhaps before an apposition."""
    last = verb - 1
    while last >= 0 and (found[last].text in ADVERBS or found[last].text.endswith("ly")):
        last -= 1
    if last < 0 or found[last].text in PASSIVE or (verb + 1 < len(found) and found[verb + 1].text == "by"):
        return None
    subject, gap = found[last], found[last].gap.strip()
    if not gap and subject.text.lower() in PRONOUNS:
        return Attribution(subject.start, subject.end, is_pronoun=True, ends=found[verb].end)
    if subject.text == "who" and last and found[last - 1].gap.strip() == ",":
        return named_before(found, last - 1)
    if ")" in gap:
        return before_brackets(found, last)
    if not gap or (gap == "," and last < verb - 1 and is_capitalised(subject.text)):
        return named_before(found, last)
    return before_apposition(found, last) if gap == "," else None


def before_brackets(found: Sequence[NameToken], last: int) -> Attribution | None:
    """The name before the brackets that this word closes: Chuck Schumer (D-N.Y.)."""
    for place in range(last, max(0, last - LONGEST_BRACKETS), -1):
        if "(" in found[place - 1].gap:
            return named_before(found, place - 1)
    return None


def before_apposition(found: Sequence[NameToken], last: int) -> Attribution | None:
    """The name before what stands between commas; or the one that itself stands so: the general, Mark Milley, said."""
    own = named_before(found, last)
    if own and own.end - own.start > len(found[last].text) and is_apposed(found, own):
        return own
    for place in range(last - 1, max(-1, last - LONGEST_APPOSITION), -1):
        if ends_sentence(found[place]) or any(mark in found[place].gap for mark in ';:“"”'):
            return None
        if "," in found[place].gap and (name := named_before(found, place)):
            return name
    return None


def is_apposed(found: Sequence[NameToken], name: Attribution) -> bool:
    """A comma stands before the name, and before that a noun in small letters."""
    before = [token for token in found if token.end < name.start]
    return bool(before) and before[-1].gap.strip() == "," and before[-1].text.islower()


def named_before(found: Sequence[NameToken], last: int) -> Attribution | None:
    """The name that ends with this word, unless it hangs on a preposition: a spokesman for Milley said."""
    if not is_capitalised(found[last].text) or is_possessive(found[last]):
        return None
    first = last
    while first and last - first < LONGEST_NAME and hangs_on(found[first - 1]) and not is_possessive(found[first - 1]):
        before = found[first - 1]
        if not is_capitalised(before.text) and not (first < last + 1 and continues_name(found, first - 1)):
            break
        first -= 1
    name = attributed(found[first : last + 1])
    return None if name is None or hangs_on_preposition(found, first, name.start) else name


def hangs_on_preposition(found: Sequence[NameToken], first: int, name: int) -> bool:
    """The name is what somebody else is for, of or with, or one of two that are joined."""
    if found[first].text in STARTERS and found[first].start != name:
        return False
    for place in range(first - 1, max(-1, first - 7), -1):
        token = found[place]
        if not hangs_on(token):
            return False
        if token.text == "and" and place == first - 1 and place and is_capitalised(found[place - 1].text):
            return hangs_on(found[place - 1])
        if token.text.lower() in CLAUSE_JOINTS or token.text in VERBS:
            return False
        if token.text.lower() in PREPOSITIONS:
            return True
    return False
