"""Who is said to say what stands between quotation marks, in the words before it: Milley said: “…”"""

from collections.abc import Callable, Sequence

from index.entities.capitalised_names import (
    STARTERS,
    CapitalisedToken,
    ends_sentence,
    hangs_on,
    is_capitalised,
    is_possessive,
    without_offices,
    words,
)
from index.lexicon.speech_verbs import ADVERBS, CALLED, CLAUSE_JOINTS, PASSIVE, PREPOSITIONS, PRONOUNS, TELLING, VERBS
from index.quotations.attribution import (
    BEFORE,
    FARTHEST_VERB,
    LONGEST_APPOSITION,
    LONGEST_NAME,
    Attribution,
    continues_name,
    is_name,
    may_attribute,
    name_from,
    named,
)


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
    for verb in reversed(range(max(0, len(found) - FARTHEST_VERB), len(found))):
        token = found[verb]
        if ends_sentence(token) or ";" in token.gap or token.text in CALLED:
            return None
        if token.text == "to" and verb and found[verb - 1].text.lower() == "according":
            name = name_from(found, verb + 1)
            return named(found, name, 0) if name and "," in found[name[1]].gap and not is_term() else None
        if token.text in VERBS:
            leads = gap in (":", ",") or verb == len(found) - 1
            return None if not leads and is_term() else turned_subject(found, verb) or subject_before(found, verb)
    return None


def turned_subject(found: Sequence[CapitalisedToken], verb: int) -> Attribution | None:
    """Whose verb it is where that stands behind: the rebels, said Farid Haddad, “…”"""
    name = name_from(found, verb + 1) if verb and found[verb - 1].gap.strip() == "," and hangs_on(found[verb]) else None
    return named(found, name, verb + 1) if name and name[1] == len(found) - 1 and found[-1].gap.strip() == "," else None


def name_alone(found: Sequence[CapitalisedToken]) -> tuple[int, int] | None:
    """The name that stands alone before a colon at the beginning of a sentence."""
    first = len(found) - 1
    while first and hangs_on(found[first - 1]) and len(found) - first < LONGEST_NAME:
        first -= 1
    is_beginning = first == 0 or ends_sentence(found[first - 1])
    run = found[first:]
    if not is_beginning or not all(is_capitalised(token.text) for token in run):
        return None
    return first, len(found) - 1


def subject_before(found: Sequence[CapitalisedToken], verb: int) -> Attribution | None:
    """Whose verb it is: the name or pronoun before it, perhaps before an apposition."""
    last = verb - 1
    while last >= 0 and (found[last].text in ADVERBS or found[last].text.endswith("ly")):
        last -= 1
    if last < 0 or found[last].text in PASSIVE or (verb + 1 < len(found) and found[verb + 1].text == "by"):
        return None
    gap = found[last].gap.strip()
    if found[last].text.lower() in PRONOUNS and not gap:
        return Attribution(found[last].start, found[last].end, is_pronoun=True, ends=found[verb].end)
    if found[last].text == "who" and last and found[last - 1].gap.strip() == ",":
        return named_before(found, last - 1)
    if ")" in gap:
        opening = (place for place in range(last, max(-1, last - 6), -1) if "(" in found[place - 1].gap and place)
        last = next(opening, 0) - 1
        return named_before(found, last) if last >= 0 else None
    if not gap or (gap == "," and last < verb - 1 and is_capitalised(found[last].text)):
        return named_before(found, last)
    return before_apposition(found, last) if gap == "," else None


def before_apposition(found: Sequence[CapitalisedToken], last: int) -> Attribution | None:
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


def is_apposed(found: Sequence[CapitalisedToken], name: Attribution) -> bool:
    """A comma stands before the name, and before that a noun in small letters."""
    before = [token for token in found if token.end < name.start]
    return bool(before) and before[-1].gap.strip() == "," and before[-1].text.islower()


def named_before(found: Sequence[CapitalisedToken], last: int) -> Attribution | None:
    """The name that ends with this word, unless it hangs on a preposition: a spokesman for Milley said."""
    if not is_capitalised(found[last].text) or is_possessive(found[last]):
        return None
    first = last
    while first and last - first < LONGEST_NAME and hangs_on(found[first - 1]) and not is_possessive(found[first - 1]):
        before = found[first - 1]
        if not is_capitalised(before.text) and not (first < last + 1 and continues_name(found, first - 1)):
            break
        first -= 1
    run = without_offices(found[first : last + 1])
    if not run or not is_name(run) or hangs_on_preposition(found, first, run[0]):
        return None
    return Attribution(run[0].start, run[-1].end, is_pronoun=False, ends=found[last].end)


def hangs_on_preposition(found: Sequence[CapitalisedToken], first: int, name: CapitalisedToken) -> bool:
    """The name is what somebody else is for, of or with, or one of two that are joined."""
    if found[first].text in STARTERS and found[first].start != name.start:
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
