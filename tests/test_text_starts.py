"""Where paragraphs and sentences begin."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import forms
from index.text.text_starts import paragraph_starts, text_starts

TEXTS: list[tuple[str, str]] = [
    ("One. Two.\n\nThree. Four\nfive.", "One. |Two.\n\n¶Three. |Four\nfive."),
    ("\n\nOne.\n \n\nTwo.\n\n", "\n\nOne.\n \n\n¶Two.\n\n"),
    ("Mr. Smith of the U.S. Army came. He left.", "Mr. Smith of the U.S. Army came. |He left."),
    ("King George I. J. K. Rowling wrote.", "King George I. J. K. Rowling wrote."),
    ("", ""),
]


@pytest.mark.parametrize(("text", "shown"), TEXTS)
def test_they_begin_where_a_reader_sees_them_begin(text: str, shown: str) -> None:
    starts = text_starts(text)
    signs = {**dict.fromkeys(starts.paragraphs, "¶"), **dict.fromkeys(starts.sentences, "|")}
    assert "".join(signs.get(place, "") + letter for place, letter in enumerate(text)) == shown


@given(st.lists(st.sampled_from(["I.", "J.", "K.", "AT", "&", "T", "U.S.", "The", "!", "\n\n", "。", "x", "IT"])))
def test_no_word_reaches_across(pieces: list[str]) -> None:
    text = " ".join(pieces)
    starts = text_starts(text)
    assert starts.paragraphs == paragraph_starts(text)
    cut = [0, *sorted((*starts.paragraphs, *starts.sentences)), len(text)]
    assert [form for start, end in pairwise(cut) for form in forms(text[start:end])] == forms(text)
