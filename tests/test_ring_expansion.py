"""Words that stand for all words of their rings."""

import pytest

from search.clauses import And, Clause, Not, Spellings, Word
from search.language.parser import parse
from search.language.ring_expansion import with_rings
from search.language.spelling_expansion import respelled, stems_in

RUSSIA, RUSSIAN = Word("russia", "russia"), Word("russian", "russian")
NEGOTIATORS = Word("negotiators", "negotiator", None, ("negotiation", "negotiate"))
CASES: list[tuple[str, Clause]] = [
    ("negotiators", NEGOTIATORS),
    ("talks negotiators", And((Word("talks", "talk", None, ("talker",)), NEGOTIATORS))),
    ("russia", Word("russia", "russia", None, ("russian",))),
    ("russia NOT russian", And((RUSSIA, Not(RUSSIAN)))),
    ("NOT russian", Not(RUSSIAN)),
    ("zylographers", Word("zylographers", "zylograph")),
]


@pytest.mark.parametrize(("typed", "expected"), CASES)
def test_it_finds_the_ring_of_a_word_but_nothing_that_is_asked_for_by_itself(typed: str, expected: Clause) -> None:
    clause = parse(typed).clause
    assert with_rings(clause, frozenset(stems_in(clause))) == expected


@pytest.mark.parametrize("typed", ["=negotiators", '"negotiators talk"', "said:negotiators", "negotiators~1"])
def test_it_leaves_what_is_asked_for_otherwise(typed: str) -> None:
    clause = parse(typed).clause
    assert with_rings(clause, ()) == clause


def test_a_name_with_other_spellings_keeps_its_ring() -> None:
    clause = respelled(parse("russia").clause, lambda form: ["rossiya"]).clause
    assert clause == Spellings("russia", ("russia", "rossiya"), None, (), ("russian",))
