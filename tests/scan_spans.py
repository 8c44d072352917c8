"""Where the plainest engine finds words that stand near each other: every pair of spans of a text is looked at.

What is a paragraph and a sentence it reads as the index does (`text_starts`), and which letters are capitals.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import assert_never

from index.analysis import cases, forms, snowball_stem, stem, tokens
from index.article import Article
from index.text.text_starts import text_starts
from search.clauses import (
    Case,
    Cased,
    Clause,
    Field,
    FormLeaf,
    Fuzzy,
    Lead,
    Near,
    NotNear,
    Or,
    Phrase,
    Place,
    Prefix,
    SameStem,
    Spellings,
    Wildcard,
    Word,
)

Span = tuple[int, int]
"""The numbers of the first and the last word."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """The words of a title or body; all of them in the order of reading."""

    field: Field
    forms: Sequence[str]
    cases: Sequence[int]
    paragraphs: Sequence[int]
    """The number of the paragraph of each word, from 0 on,"""
    sentences: Sequence[int]
    """and of its sentence."""


def texts_of(article: Article) -> tuple[PlainText, PlainText]:
    """Title and body."""
    return plain_text(article.title, "title"), plain_text(article.body, "body")


def plain_text(text: str, field: Field) -> PlainText:
    """A text as it is read."""
    starts = [token.start for token in tokens(text)]
    begun = text_starts(text) if field == "body" else ((), ())
    return PlainText(
        field,
        forms(text),
        cases(text),
        [sum(border <= start for border in begun[0]) for start in starts],
        [sum(border <= start for border in (*begun[0], *begun[1])) for start in starts],
    )


def standing(clause: Clause, text: PlainText, wanted: Sequence[Case] = ()) -> set[Span]:
    """The spans of a clause, with all its words in the wanted cases."""
    match clause:
        case Word(term=term, ring=ring, field=field):
            return in_a_row([(term, *ring)], field, text, wanted)
        case Spellings(terms=terms, ring=ring, runs=runs, field=field):
            rows: list[list[Place]] = [[(*terms, *ring)]]
            for run in runs:
                rows.append([(term,) for term in run])
            return {span for row in rows for span in in_a_row(row, field, text, wanted)}
        case Phrase(places=places, field=field):
            return in_a_row(places, field, text, wanted)
        case Prefix() | Wildcard() | Fuzzy() | SameStem():
            return in_a_row([clause], clause.field, text, wanted)
        case Or(parts):
            return {span for part in parts for span in standing(part, text, wanted)}
        case Near(parts):
            found, is_group = standing(parts[0], text, wanted), has_room(parts[0])
            for part in parts[1:]:
                beside = standing(part, text, wanted)
                near = pairs(clause, found, beside, text)
                if not clause.is_ordered:
                    near |= pairs(clause, beside, found, text)
                    near |= around(clause, found, beside, text) if is_group else set()
                    near |= around(clause, beside, found, text) if has_room(part) else set()
                found, is_group = near, True
            return found
        case NotNear(part, other):
            others = standing(other, text, wanted)
            return {
                span
                for span in standing(part, text, wanted)
                if not any(each != span and is_beside(clause, span, each, text) for each in others)
            }
        case Lead(part, words):
            return {span for span in standing(part, text, wanted) if is_leading(span, words, text)}
        case Cased(part, case):
            return standing(part, text, (*wanted, case))
        case _:
            return set()


def in_a_row(places: Sequence[Place], field: Field | None, text: PlainText, wanted: Sequence[Case]) -> set[Span]:
    """Where words stand for these places one after the other, in one paragraph."""
    rows = [range(first, first + len(places)) for first in range(len(text.forms) - len(places) + 1)]
    return {
        (row[0], row[-1])
        for row in rows
        if field in (None, text.field)
        and text.paragraphs[row[0]] == text.paragraphs[row[-1]]
        and all(stands_for(text.forms[word], place) for word, place in zip(row, places, strict=True))
        and all(is_written(text.cases[word], case) for word in row for case in wanted)
    }


def stands_for(form: str, place: tuple[str, ...] | FormLeaf) -> bool:
    """The word may stand at this place of a phrase."""
    return stem(form) in place if isinstance(place, tuple) else matches(place, form)


def matches(pattern: FormLeaf, form: str) -> bool:
    """The form is one of those that a pattern stands for."""
    match pattern:
        case Prefix(start=start, fewest_more=fewest, most_more=most):
            more = len(form) - len(start)
            return form.startswith(start) and more >= fewest and (most is None or more <= most)
        case Wildcard(pattern=letters):
            return looks_like(letters, form)
        case SameStem(form=wanted):
            return snowball_stem(form) == snowball_stem(wanted)
        case Fuzzy(form=wanted, edits=edits):
            return is_near(wanted, form, edits)
        case _:
            assert_never(pattern)


def looks_like(pattern: str, form: str) -> bool:
    """The form is the pattern, where * is any characters and ? is one."""
    if not pattern:
        return not form
    if pattern[0] == "*":
        return looks_like(pattern[1:], form) or (form != "" and looks_like(pattern, form[1:]))
    return form != "" and pattern[0] in ("?", form[0]) and looks_like(pattern[1:], form[1:])


def is_near(wanted: str, form: str, edits: int) -> bool:
    """One is made of the other by so few edits; by more than one only when they begin alike."""
    needed = edits_between(wanted, form)
    return needed <= edits and (needed <= 1 or wanted[0] == form[0])


@cache
def edits_between(one: str, other: str) -> int:
    """The fewest characters to add, drop or replace and neighbours to exchange, with no edit inside another."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        edits_between(one[1:], other) + 1,
        edits_between(one, other[1:]) + 1,
        edits_between(one[1:], other[1:]) + (one[0] != other[0]),
    ]
    if one[:2] == other[1::-1] and len(one) > 1:
        ways.append(edits_between(one[2:], other[2:]) + 1)
    return min(ways)


def is_written(capitals: int, case: Case) -> bool:
    """A word with no (0), some (1) or only (2) capitals is of this case."""
    return capitals in {"none": (0,), "some": (1, 2), "all": (2,)}[case]


def has_room(clause: Clause) -> bool:
    """Other words may stand inside it."""
    match clause:
        case Near():
            return True
        case Or(parts):
            return any(has_room(part) for part in parts)
        case NotNear(part=part) | Lead(part=part) | Cased(part=part):
            return has_room(part)
        case _:
            return False


def are_near(clause: Near | NotNear, earlier: int, later: int, text: PlainText) -> bool:
    """The later word is near the earlier one."""
    numbers = {"words": [0] * len(text.forms), "paragraph": text.paragraphs, "sentence": text.sentences}[clause.scope]
    is_in_reach = clause.words is None or later - earlier <= clause.words
    return earlier < later and is_in_reach and numbers[earlier] == numbers[later]


def pairs(clause: Near, some: set[Span], others: set[Span], text: PlainText) -> set[Span]:
    """From each of some to the next other, and from the last of some before it to each other, if they are near."""
    found: list[tuple[Span, Span]] = []
    for one in some:
        found += [(one, other) for other in sorted(others) if one[1] < other[0]][:1]
    for other in others:
        before = sorted((one for one in some if one[1] < other[0]), key=lambda one: (one[1], one[0]))
        found += [(one, other) for one in before[-1:]]
    return {(one[0], other[1]) for one, other in found if are_near(clause, one[1], other[0], text)}


def around(clause: Near, groups: set[Span], others: set[Span], text: PlainText) -> set[Span]:
    """The groups that begin last before another or end first behind it, which stands inside and near that end."""
    found: set[Span] = set()
    for first, last in others:
        for group in sorted(group for group in groups if group[0] < first)[-1:]:
            if group[1] > last and are_near(clause, group[0], first, text):
                found.add(group)
        behind = sorted((group for group in groups if group[1] > last), key=lambda group: (group[1], group[0]))
        for group in behind[:1]:
            if group[0] < first and are_near(clause, last, group[1], text):
                found.add(group)
    return found


def is_beside(clause: NotNear, span: Span, other: Span, text: PlainText) -> bool:
    """The other shares a word with the span, or is near it."""
    if other[0] <= span[1] and span[0] <= other[1]:
        return True
    is_before = not clause.is_ordered and are_near(clause, other[1], span[0], text)
    return is_before or are_near(clause, span[1], other[0], text)


def is_leading(span: Span, words: int | None, text: PlainText) -> bool:
    """It stands in the title, or in the beginning of the body."""
    if text.field == "title":
        return True
    return span[1] < words if words is not None else span[1] < 100 and text.paragraphs[span[1]] < 3
