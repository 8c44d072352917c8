"""Words that stand near each other, and other things asked of where words stand: what is joined so, as clauses."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from string import ascii_letters

from index.analysis import tokens
from search.clause_walks import children, conjunction, disjunction, in_field, unweighted
from search.clauses import (
    And,
    AtLeast,
    Case,
    Cased,
    Clause,
    Filter,
    FormLeaf,
    Lead,
    Near,
    Not,
    NotNear,
    Or,
    Phrase,
    Spellings,
    Word,
)
from search.clauses import Scope as NearScope
from search.language.messages import NEAR_TOO_MANY, NOT_INSIDE_NEAR, NOT_NEAR_ANYTHING, Notes, quoted
from search.language.serializer import written


@dataclass(frozen=True, slots=True)
class Reach:
    """How near two things stand to each other."""

    words: int | None
    """The largest difference of their positions; None is any, within the scope."""
    is_ordered: bool = False
    scope: NearScope = "words"


ANYWHERE = Reach(None)
SIDE_BY_SIDE = Reach(1, is_ordered=True)


def near(left: Clause, right: Clause, reach: Reach, notes: Notes) -> Clause:
    """Both near each other; what is joined by AND is near in each of its parts, and what is excluded stands outside."""
    left, right = unweighted(left), unweighted(right)
    if parts_in(left) * parts_in(right) > MOST_PAIRS or max(nesting(left), nesting(right)) > MOST_NESTED:
        notes.add(NEAR_TOO_MANY)
        return conjunction([left, right])
    for side, other in ((left, right), (right, left)):
        if isinstance(side, And):
            inside = [part for part in side.parts if stands_somewhere(part)]
            outside = [part for part in side.parts if part not in inside]
            if meant := [part for part in outside if not isinstance(part, Filter)]:
                notes.add(NOT_INSIDE_NEAR, *(quoted(written(part)) for part in meant))
            sides = [(part, other) if side is left else (other, part) for part in inside]
            joined = [near(first, second, reach, notes) for first, second in sides] or [other]
            return conjunction([*joined, *outside])
        if not stands_somewhere(side):
            notes.add(NOT_INSIDE_NEAR, quoted(written(side)))
            return conjunction([left, right])
    if isinstance(left, Near) and left == Near(left.parts, *reach_of(reach)) and len(left.parts) > 1:
        return Near((*left.parts, right), *reach_of(reach))
    return Near((left, right), *reach_of(reach))


def sloppy(phrase: Clause, moves: int) -> Clause:
    """The words of a phrase where so many moves of a word put them one after the other, as Lucene counts them.

    Of three words and more, each stands so near the next, in any order.
    """
    if not isinstance(phrase, Phrase):
        return phrase
    typed = [phrase.typed[token.start : token.end] for token in tokens(phrase.typed)]
    words = [Word(each, term, phrase.field) for each, term in zip(typed, phrase.terms, strict=False)]
    if len(words) > 2:
        return Near(tuple(words), moves + 1)
    first, second = words
    ways = [Near((first, second), moves + 1, is_ordered=True)]
    ways += [Near((second, first), moves - 1, is_ordered=True)] if moves > 1 else []
    return disjunction(ways)


JOINT = re.compile(
    r"(?:and\s+)?(?P<not>not\s+)?(?P<order>pre|onear)?[a-z]*/(?P<words>\d*)(?P<scope>seg|[sp]?)",
    re.IGNORECASE | re.ASCII,
)
"""What native joints are made of: w/5, pre/5, not w/5, w/s, w/5p."""
SCOPES_BY_LETTER: dict[str, NearScope] = {"": "words", "seg": "words", "s": "sentence", "p": "paragraph"}


def joined_near(left: Clause, joint: str, right: Clause, notes: Notes) -> Clause:
    """Both, near each other as a joint of ours says."""
    found = JOINT.fullmatch(joint)
    if not found:
        return conjunction([left, right])
    words = max(1, int(found["words"])) if found["words"] else None
    reach = Reach(words, found["order"] is not None, SCOPES_BY_LETTER[found["scope"].lower()])
    return (not_near if found["not"] else near)(left, right, reach, notes)


CASES: dict[str, Case] = {"caps": "some", "allcaps": "all", "nocaps": "none"}


def called(name: str, clause: Clause, notes: Notes) -> Clause:
    """What atleast3(...), hlead(...), first50(...) and caps(...) ask of what stands in their brackets."""
    name, number = name.lower().rstrip("0123456789"), name.lstrip(ascii_letters)
    match name:
        case "atleast":
            return of_each(clause, lambda part: AtLeast(part, max(1, int(number))), notes)
        case "first":
            return of_each(clause, lambda part: Lead(part, max(1, int(number))), notes)
        case "lead":
            return of_each(in_field(clause, "body"), Lead, notes)
        case "hlead":
            return of_each(clause, Lead, notes)
        case _:
            return of_each(clause, lambda part: Cased(part, CASES[name]), notes)


MOST_PAIRS = 40
"""Of what is joined by AND on both sides, each with each; a query of two hundred words could have ten thousand."""


MOST_NESTED = 20
"""Groups inside groups; whatever comes after recurses as deep."""


def nesting(clause: Clause) -> int:
    """How deep what stands in a clause lies."""
    return 1 + max(map(nesting, children(clause)), default=-1)


def parts_in(clause: Clause) -> int:
    """How many things it joins by AND."""
    return len(clause.parts) if isinstance(clause, And) else 1


def reach_of(reach: Reach) -> tuple[int | None, bool, NearScope]:
    """The same as a node has it."""
    return reach.words, reach.is_ordered, reach.scope


def not_near(part: Clause, other: Clause, reach: Reach, notes: Notes) -> Clause:
    """The first without the other near it."""
    part, other = unweighted(part), unweighted(other)
    if isinstance(part, And):
        return conjunction(
            not_near(each, other, reach, notes) if stands_somewhere(each) else each for each in part.parts
        )
    if max(nesting(part), nesting(other)) > MOST_NESTED:
        notes.add(NEAR_TOO_MANY)
        return conjunction([part, Not(other)])
    if not (stands_somewhere(part) and stands_somewhere(other)):
        notes.add(NOT_INSIDE_NEAR, quoted(written(other)))
        return conjunction([part, Not(other)])
    return NotNear(part, other, *reach_of(reach))


def stands_somewhere(clause: Clause) -> bool:
    """Whether the clause asks for words that stand somewhere, so that others can be near them."""
    if isinstance(clause, Or):
        return all(map(stands_somewhere, clause.parts))
    return isinstance(clause, Word | Spellings | Phrase | FormLeaf | Near | NotNear | Lead | Cased)


def of_each(clause: Clause, wrap: Callable[[Clause], Clause], notes: Notes) -> Clause:
    """The clause where each thing that stands somewhere is asked for as `wrap` says."""
    clause = unweighted(clause)
    if isinstance(clause, And):
        return conjunction(of_each(part, wrap, notes) for part in clause.parts)
    if isinstance(clause, Not):
        return Not(of_each(clause.part, wrap, notes))
    if stands_somewhere(clause):
        return wrap(clause)
    if isinstance(clause, Or):
        return Or(tuple(of_each(part, wrap, notes) for part in clause.parts))
    notes.add(NOT_NEAR_ANYTHING, quoted(written(clause)))
    return clause
