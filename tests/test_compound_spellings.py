"""Compounds in their other spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import stem
from search.clauses import Clause, Spellings
from search.language.compound_spellings import joined_form, parts_of
from search.language.parser import parse
from search.language.serializer import written
from search.language.spelling_expansion import Also, exactly_typed, respelled

HELD = {
    "petrochemicals",
    "ceasefire",
    "cease",
    "fire",
    "email",
    "e",
    "mail",
    "f16",
    "f",
    "16",
    "xylowave",
    "resign",
    "re",
    "sign",
}
JOINED = [
    ("cease-fire", "ceasefire"),
    ("cease fire", "ceasefire"),
    ("e-mail", "email"),
    ("F-16", "f16"),
    ("xylo-wave", "xylowave"),
    ("xylo wave", None),
    ("re-sign", None),
    ("Petro-Chemicals", "petrochemicals"),
    ("petro chemicals", None),
    ("xylo-zebra", None),
    ("ceasefire", None),
]


@pytest.mark.parametrize(("typed", "expected"), JOINED)
def test_it_joins_by_the_table_by_codes_and_by_what_articles_hold(typed: str, expected: str | None) -> None:
    assert joined_form(typed, HELD.__contains__) == expected


@pytest.mark.parametrize(
    ("form", "expected"), [("ceasefire", [("cease", "fire")]), ("f16", [("f", "16")]), ("fire", [])]
)
def test_it_takes_joined_words_apart(form: str, expected: list[tuple[str, str]]) -> None:
    assert list(parts_of(form)) == expected


CEASEFIRE = Spellings("cease-fire", ("ceasefire",), None, (("cease", "fire"),))
CLAUSES: list[tuple[str, Clause, tuple[Also, ...]]] = [
    ("cease-fire", CEASEFIRE, (Also("cease-fire", ("ceasefire",)),)),
    (
        "title:Ceasefire",
        Spellings("Ceasefire", ("ceasefire",), "title", (("cease", "fire"),)),
        (Also("Ceasefire", ("Cease-fire",)),),
    ),
    ("=cease-fire", parse("=cease-fire").clause, ()),
    ("=ceasefire", parse("=ceasefire").clause, ()),
    ("cease-fire NOT ceasefire", parse("cease-fire NOT ceasefire").clause, ()),
    ("F-17", parse("F-17").clause, ()),
]


@pytest.mark.parametrize(("typed", "expected", "also"), CLAUSES)
def test_it_finds_compounds_in_other_spellings_and_says_so(
    typed: str, expected: Clause, also: tuple[Also, ...]
) -> None:
    found = respelled(parse(typed).clause, lambda form: (), HELD.__contains__)
    assert (found.clause, found.also) == (expected, also)


def test_what_is_asked_exactly_finds_only_what_was_typed() -> None:
    also = respelled(parse("fire cease-fire").clause, lambda form: (), HELD.__contains__).also
    assert exactly_typed("fire cease-fire", also) == "fire =cease-fire"


@given(st.lists(st.sampled_from(["cease-fire", '"cease fire"', "ceasefire", "F16", "title:F-16", "OR"])).map(" ".join))
def test_a_compound_is_written_as_it_was(typed: str) -> None:
    clause = parse(typed).clause
    spelled = respelled(clause, lambda form: (), HELD.__contains__).clause
    assert written(spelled) == written(clause)
    assert respelled(parse(written(spelled)).clause, lambda form: (), HELD.__contains__).clause == spelled


def test_a_joined_form_is_filed_as_it_is_looked_for() -> None:
    assert [stem(form) for form in ("ceasefires", "f16", "emails")] == ["ceasefire", "f16", "email"]
