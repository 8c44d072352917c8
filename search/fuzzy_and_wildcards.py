"""Which forms match a beginning, a wildcard, a fuzzy word or a stem: the one place that engines and marks ask.

- `*` is any run of characters, also an empty one; `?` is exactly one.
- An edit is a character too many, too few or other, or two neighbours changed round, as Lucene counts them by default:
  the restricted distance of Damerau (1964) and Levenshtein (1966), which edits no pair twice.
- The first edit may be anywhere; a second is forgiven only to forms with the same first character, because at two
  edits anywhere milley is alley, valley and willy, while people who mistype a name or write it by ear (qaddafi,
  tchaikovsky) are rarely wrong both at its start and elsewhere.
"""

import re
from collections.abc import Callable, Sequence
from typing import assert_never

import numpy as np

from index.analysis import snowball_stem
from index.storage.arrays import Array
from index.storage.edit_distances import distances
from index.storage.term_signatures import Outline
from index.text.edit_distance import within
from search.clauses import FormLeaf, Fuzzy, Prefix, SameStem, Wildcard

FormTest = Callable[[str], bool]
FormsTest = Callable[[Sequence[str]], Array]


def form_test(leaf: FormLeaf) -> FormTest:
    """Tells of a folded form whether it matches; no pattern takes longer than its length times that of the form."""
    match leaf:
        case Prefix():
            return begins_with(leaf)
        case Wildcard(pattern=pattern):
            return looks_like(pattern)
        case Fuzzy(form=form, edits=edits):
            return is_near(form, edits)
        case SameStem(form=form):
            stem, start = snowball_stem(form), certain_start(leaf)
            return lambda form: form.startswith(start) and snowball_stem(form) == stem
        case _:
            assert_never(leaf)


def passing(leaf: FormLeaf) -> FormsTest:
    """Tells of many folded forms at once which of them match: bool (forms,)."""
    if isinstance(leaf, Fuzzy):
        return lambda forms: are_near(leaf.form, leaf.edits, forms)
    test = form_test(leaf)
    return lambda forms: np.fromiter(map(test, forms), bool, len(forms))


def certain_start(leaf: FormLeaf) -> str:
    """What every form that matches begins with, perhaps nothing; in a sorted list no others need be looked at."""
    match leaf:
        case Prefix(start=start):
            return start
        case Wildcard(pattern=pattern):
            return re.split("[*?]", pattern, maxsplit=1)[0]
        case Fuzzy(form=form, edits=edits):
            return form if edits == 0 else ""
        case SameStem(form=form):
            stem = snowball_stem(form)
            return stem[: max(1, len(stem) - REPLACED)]
        case _:
            assert_never(leaf)


REPLACED = 2
"""Letters at the end of a stem that the rules may have put there: dying is die, possibility is possibl."""


def outline(leaf: FormLeaf) -> Outline:
    """What every form that matches has."""
    match leaf:
        case Prefix(start=start, fewest_more=fewest, most_more=most):
            longest = None if most is None else len(start) + most
            return Outline(start, missing=0, others=None, shortest=len(start) + fewest, longest=longest)
        case Wildcard(pattern=pattern):
            least = len(pattern.replace("*", ""))
            longest = None if "*" in pattern else least
            *_, end = re.split("[*?]", pattern)
            return Outline(re.sub("[*?]", "", pattern), 0, None, shortest=least, longest=longest, end=end)
        case Fuzzy(form=form, edits=edits):
            # Where the first character is another, the one edit there does not reach beyond the second.
            least, most = len(form) - edits, len(form) + edits
            return Outline(form, edits, edits, shortest=least, longest=most, first=form[:1], otherwise=form[2:])
        case SameStem():
            start = certain_start(leaf)
            return Outline(start, missing=0, others=None, shortest=len(start), longest=None)
        case _:
            assert_never(leaf)


def begins_with(prefix: Prefix) -> FormTest:
    """Whether a form begins so, and goes on for as many characters as may be."""
    start, shortest, most = prefix.start, len(prefix.start) + prefix.fewest_more, prefix.most_more
    if prefix.is_open:
        return lambda form: form.startswith(start)
    longest = None if most is None else len(start) + most
    return lambda form: form.startswith(start) and shortest <= len(form) <= (len(form) if longest is None else longest)


def looks_like(pattern: str) -> FormTest:
    """Whether a form is the pattern, for some reading of its stars and question marks."""
    first, *others = pattern.split("*")
    if not others:
        return regex_test(in_regex(first))
    *between, last = others
    if "?" not in pattern:
        return pieces_test(first, between, last)
    # Once a piece between two stars is found as early as can be, no later place of it can help: the atomic groups say
    # so, and keep a*b*a*b*... from being tried in every way there is. The last star alone may give back.
    found = "".join(f"(?>.*?{in_regex(piece)})" for piece in between if piece)
    return regex_test(f"{in_regex(first)}{found}.*{in_regex(last)}")


def pieces_test(first: str, between: Sequence[str], last: str) -> FormTest:
    """Whether a form begins with one piece, ends with another, and has some in their order between these.

    The same as a regular expression would say, which takes longer to make than all forms take to be looked at.
    """
    shortest = len(first) + sum(map(len, between)) + len(last)

    def test(form: str) -> bool:
        if len(form) < shortest or not (form.startswith(first) and form.endswith(last)):
            return False
        place, end = len(first), len(form) - len(last)
        for piece in between:
            place = form.find(piece, place, end)
            if place < 0:
                return False
            place += len(piece)
        return True

    return test


def in_regex(piece: str) -> str:
    """A piece of a pattern without stars."""
    return "".join("." if character == "?" else re.escape(character) for character in piece)


def regex_test(regex: str) -> FormTest:
    """Whether the whole form matches."""
    fullmatch = re.compile(regex, re.DOTALL).fullmatch
    return lambda form: fullmatch(form) is not None


def are_near(form: str, edits: int, others: Sequence[str]) -> Array:
    """Which of the others are at most so many edits away, as `is_near` says it: bool (others,)."""
    start = form[:1]
    allowed = [edits if other[:1] == start else min(edits, 1) for other in others]
    return distances(form, others) <= np.array(allowed, np.int16)


def is_near(form: str, edits: int) -> FormTest:
    """Whether another form is at most so many edits away, the second of them only if it begins as this one does."""
    start, tail, length = form[:1], form[2:], len(form)

    def test(other: str) -> bool:
        if other[:1] == start:
            return abs(len(other) - length) <= edits and within(form, other, edits)
        # The one edit that changes the start cannot reach the third character: most forms are refused here.
        return edits > 0 and other.endswith(tail) and within(form, other, 1)

    return test
