"""Names that the news spells in several ways."""

import pytest

from index.analysis import forms
from index.spelling.known_spellings import SPELLINGS, other_spellings


@pytest.mark.parametrize(("spellings", "example"), SPELLINGS, ids=[row[0].split()[0] for row in SPELLINGS])
def test_a_row_holds_words_of_which_one_stands_in_its_example(spellings: str, example: str) -> None:
    row = forms(spellings)
    assert len(set(row)) == len(spellings.split()) > 1
    assert not set(row).isdisjoint(forms(example))


def test_no_spelling_is_in_two_rows() -> None:
    every = [form for spellings, _ in SPELLINGS for form in forms(spellings)]
    assert sorted(every) == sorted(set(every))


@pytest.mark.parametrize(
    ("form", "others"),
    [
        ("kiev", ("kyiv", "kyyiv", "kiew", "kijow")),
        ("kyiv", ("kiev", "kyyiv", "kiew", "kijow")),
        ("dokovic", ("djokovic", "djokovich")),
        ("turkiye", ("turkey",)),
        ("paris", ()),
        ("Kiev", ()),
    ],
)
def test_it_gives_the_other_spellings_of_a_form(form: str, others: tuple[str, ...]) -> None:
    assert other_spellings(form) == others
