"""A query in which a word stands for all words of its ring: negotiators finds negotiation and negotiated, too."""

from collections.abc import Collection
from dataclasses import replace
from typing import assert_never

from index.analysis import forms, ring_terms
from search.clause_walks import rewritten
from search.clauses import (
    About,
    And,
    AtLeast,
    Attribute,
    Between,
    Cased,
    Clause,
    Everything,
    Fuzzy,
    Identified,
    InStory,
    Lead,
    Length,
    Near,
    Not,
    Nothing,
    NotNear,
    Or,
    Phrase,
    Prefix,
    Said,
    SameStem,
    Source,
    Speaker,
    Spellings,
    Wildcard,
    Word,
)


def with_rings(clause: Clause, asked: Collection[str]) -> Clause:
    """The clause where words find their rings, without the terms that it itself asks about.

    So `russia NOT russian` finds something. What stands under NOT excludes no more than its own forms.
    """
    match clause:
        case Word() | Spellings():
            ring = tuple(term for form in forms(clause.typed) for term in ring_terms(form) if term not in asked)
            return replace(clause, ring=ring) if is_one_word(clause) and ring else clause
        case And() | Or():
            return rewritten(clause, lambda part: with_rings(part, asked))
        case Not() | Phrase() | Said() | Speaker() | Prefix() | Wildcard() | Fuzzy() | SameStem():
            return clause
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            return clause
        case Source() | Between() | About() | InStory() | Identified() | Everything() | Nothing():
            return clause
        case Attribute() | Length():
            return clause
        case _:
            assert_never(clause)


def is_one_word(clause: Word | Spellings) -> bool:
    """Whether one word was typed, and not two that are also written as one: cease-fire."""
    return len(forms(clause.typed)) == 1
