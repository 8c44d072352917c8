"""How unlikely slips are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.edit_distance import within
from search.correction.edit_costs import edit_cost

WORDS = st.text("abeilnrst", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("likelier", "less_likely"),
    [
        (("imigration", "immigration"), ("imigration", "imitation")),  # a letter not doubled
        (("recieve", "receive"), ("recieve", "relieve")),  # two letters changed round
        (("seperate", "separate"), ("sepwrate", "separate")),  # a vowel by ear
        (("presidwnt", "president"), ("presidxnt", "president")),  # the key beside it
        (("mayir", "mayor"), ("nayor", "mayor")),  # not at the start
        (("calculater", "calculator"), ("calculater", "calculated")),  # nor at the end, which says what form is meant
        (("chemicaly", "chemically"), ("chemicaly", "chemical")),
    ],
)
def test_a_common_slip_costs_less_than_a_rare_one(likelier: tuple[str, str], less_likely: tuple[str, str]) -> None:
    assert edit_cost(*likelier) < edit_cost(*less_likely)


@given(WORDS, WORDS)
def test_only_the_same_word_costs_nothing_and_each_edit_something(one: str, other: str) -> None:
    cost = edit_cost(one, other)
    assert (cost == 0) == (one == other)
    edits = next(edits for edits in range(9) if within(one, other, edits))
    assert 0.6 * edits <= cost <= 2.2 * edits
