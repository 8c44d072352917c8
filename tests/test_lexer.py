"""Typed text as lexemes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.lexer import MAX_DEPTH, MAX_LENGTH, holds_word, lexemes, readable
from search.language.messages import Notes

EXAMPLES = [
    ("", []),
    ("x y", ["word x", "word y"]),
    ("x(y)z", ["word x", "open (", "word y", "close )", "word z"]),
    ('"a b"c', ["phrase a b", "word c"]),
    ("AND x AND(y OR z)", ["and AND", "word x", "and AND", "open (", "word y", "or OR", "word z", "close )"]),
    ("ANDROID x-AND -AND title:OR", ["word ANDROID", "word x-AND", "not -", "word AND", "field title", "word OR"]),
    ("x &&y ||z &&& |||", ["word x", "and &&", "word y", "or ||", "word z"]),
    ("-x !y +z x-y z!", ["not -", "word x", "not !", "word y", "wanted +", "word z", "word x-y", "word z!"]),
    ("-$400 -(x)", ["not -", "word $400", "not -", "open (", "word x", "close )"]),
    ("-😀 x", ["word x"]),
    ("Title: x -source:y", ["field Title", "word x", "not -", "field source", "word y"]),
    (
        "foo:bar 10:53 http://x C:\\x a: b",
        ["field foo", "word bar", "word 10:53", "word http://x", "word C:\\x", "word a:", "word b"],
    ),
    ("milley~ talks^2~1, -x~", ["word milley ~", "word talks ~1", "not -", "word x ~"]),
    ("?at what? -?at -?*at w?*", ["word ?at", "word what?", "word -?at", "not -", "word ?*at", "word w?*"]),
    ("AND OR", ["word AND", "word OR"]),
    ("(x", ["open (", "word x", "close )"]),
    (") x", ["word x"]),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_it_reads_lexemes(text: str, expected: list[str]) -> None:
    assert [f"{lexeme.kind} {lexeme.text} {lexeme.nearness}".strip() for lexeme in lexemes(text, Notes())] == expected


@given(st.text(alphabet='xy ()"“AND OR-+!*?~:&|title\x00—') | st.text())
def test_it_keeps_only_words_that_are_words_and_pairs_of_brackets(typed: str) -> None:
    depth = 0
    for lexeme in lexemes(readable(typed, Notes()), Notes()):
        assert lexeme.kind not in ("word", "phrase") or holds_word(lexeme.text)
        depth += (lexeme.kind == "open") - (lexeme.kind == "close")
        assert 0 <= depth <= MAX_DEPTH
    assert depth == 0


READABLE = [
    (" milley \n", "milley"),
    ("a\x00b\x1f\x85c", "a b  c"),
    ("\u202emil\u200fley\u202c\ufeff", "milley"),
    ("a\ud800\udfffb", "a\ufffd\ufffdb"),
    ("x" * (MAX_LENGTH + 1), "x" * MAX_LENGTH),
    ("x" * (MAX_LENGTH - 1) + " yz", "x" * (MAX_LENGTH - 1)),
    ("x" * MAX_LENGTH + " yz", "x" * MAX_LENGTH),
    ("x" * (MAX_LENGTH - 2) + " yz", "x" * (MAX_LENGTH - 2)),
]


@pytest.mark.parametrize(("typed", "expected"), READABLE, ids=range(len(READABLE)))
def test_it_makes_text_readable(typed: str, expected: str) -> None:
    assert readable(typed, Notes()) == expected
