"""The sentences of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.sentences import sentences

EXAMPLES = [
    ["Gen. Mark A. Milley met Mr. Biden.", "He left on Nov. 10."],
    ["The U.S. Army is in the U.S.", "The talks are not.", "They never were."],
    ["He lives in Washington, D.C.", "The talks are in Geneva."],
    ["“Seize the moment.”", "Milley said so (twice).", "Nobody asked."],
    ["“Why now?” he asked.", "Nobody knew!", "“Nothing,” she said."],
    ["It rose 3.5 percent to $1.2bn.", "2022 was worse."],
    ["neither believe he is. time to make a push for talks.", "It goes thus far. ."],
    ["1. Peace.", "2. Reparation."],
    ["See No. 5 and p. 12.", "He said no.", "I agree with J. K. Rowling."],
    ["It is he, not I.", "They know …", "Everyone does."],
    ["Shares of Acme Inc. Chief Jane Doe fell.", "Shares of Acme Inc.", "But the rest rose."],
    ["Das ist gut.", "Élan vital.", "Привет.", "Мир."],
    ["戦争は終わる。", "交渉が始まる。"],
    ["A paragraph that\nis wrapped.", "It goes on."],
    ["Wait!!!", "What?!", "(Nothing.)", "[Nobody.]"],
]


@pytest.mark.parametrize("expected", EXAMPLES)
def test_it_reads_sentences(expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_it_ends_a_sentence_at_a_blank_line() -> None:
    text = "  A headline\n \n\nA paragraph\n\n"
    assert sentences(text) == [(2, 12), (16, 27)]


def test_it_finds_none_in_white_space() -> None:
    assert sentences("") == sentences(" \n\n ") == []


@given(st.text(alphabet=st.sampled_from("aB1 .?!…”“\n。")))
def test_it_covers_everything_but_white_space_once_and_in_order(text: str) -> None:
    end = 0
    for start, next_end in sentences(text):
        assert text[end:start].strip() == ""
        assert text[start:next_end].strip() == text[start:next_end] != ""
        end = next_end
    assert text[end:].strip() == ""


@pytest.mark.parametrize("piece", [".", ". ", "A. ", '."', "(.", "\n", "\n ", "。"])
def test_it_reads_a_million_marks(piece: str) -> None:
    assert len(sentences(piece * 1_000_000)) <= 1_000_000
