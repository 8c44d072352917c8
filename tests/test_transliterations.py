"""Umlauts written as two letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.spelling.transliterations import OTHER_WORDS, transliterations


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("muller", "mueller"),
        ("konigsberg", "koenigsberg"),
        ("jaeger", "jager"),
        ("sorensen", "soerensen"),
        ("aarhus", "arhus"),
        ("knausgaard", "knausgard"),
        ("lowe", "loewe"),
    ],
)
def test_each_spelling_leads_to_the_other(one: str, other: str) -> None:
    assert other in transliterations(one)
    assert one in transliterations(other)


@pytest.mark.parametrize("form", ["queen", "value", "blue", "does", "baath", "2022", "don't", "мюллер", "usa"])
def test_it_leaves_words_that_have_no_umlaut_in_two_letters(form: str) -> None:
    assert not [other for other in transliterations(form) if len(other) < len(form)]


@pytest.mark.parametrize("form", sorted(OTHER_WORDS))
def test_two_words_are_not_one(form: str) -> None:
    assert transliterations(form) == ()


def test_it_writes_all_umlauts_of_a_word() -> None:
    assert transliterations("muehlhaeuser") == ("muhlhaeuser",)
    assert transliterations("goettinger") == ("gottinger",)
    assert transliterations("fuerstenfoehr") == ("furstenfoehr", "fuerstenfohr", "furstenfohr")


@given(st.text("aeouqrstn", min_size=1, max_size=9))
def test_it_never_gives_the_form_itself_nor_one_twice(form: str) -> None:
    found = transliterations(form)
    assert form not in found
    assert len(found) == len(set(found))
