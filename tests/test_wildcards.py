"""Typed words with wildcards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import forms
from search.clauses import Prefix
from search.fuzzy_and_wildcards import form_test
from search.language.parser import parse
from search.language.serializer import written
from search.language.wildcards import (
    WildcardPiece,
    broad_patterns,
    holds_wildcard,
    pieces,
    reads_back,
    without_wildcards,
)

WILDCARDS = [
    ("neg*", "neg "),
    ("*", " "),
    ("wom?n", "wom n"),
    ("te??ing", "te ing"),
    ("b?* ?*ing *?*", "b   ing  "),
    ("what? who? me ??", None),
    ("(x?) the ?slip effect? ??at", None),
    ("x?id=7", None),
    ("x?some-id=7", None),
    ("x?7", "x 7"),
]


@pytest.mark.parametrize(("typed", "without"), WILDCARDS)
def test_it_knows_which_signs_are_wildcards(typed: str, without: str | None) -> None:
    assert holds_wildcard(typed) is (without is not None)
    assert without_wildcards(typed) == (typed if without is None else without)


PIECES = [
    ("Neg*Ting", [("Neg*Ting", "neg*ting")]),
    ("a b-c*d e?f g", [("a b", None), ("c*d", "c*d"), ("e?f", "e?f"), ("g", None)]),
    ("Zü?ich’s*", [("Zü?ich*", "zu?ich*")]),
    ("d'Est* O'B*n", [("d'Est*", "est*"), ("O'B*n", "ob*n")]),
    ("US* U.S.*", [("US*", "us*"), ("U.S.*", "us*")]),
    ("x*?*?y x*?’y", [("x??*y", "x??*y"), ("x?*y", "x?*y")]),
    ("*.*.b", [("*.*.b", "*b")]),
    ("*'?'0 x's's* x'?'*", [("?*0", "?*0"), ("x*", "x*"), ("x?*", "x?*")]),
    ("100,0?0 100,000*", [("100", None), ("0?0", "0?0"), ("100,000*", "100000*")]),
    ("* 東*", [("*", "*"), ("東", None), ("*", "*")]),
]


@pytest.mark.parametrize(("typed", "expected"), PIECES)
def test_it_takes_words_and_patterns_apart(typed: str, expected: list[tuple[str, str | None]]) -> None:
    assert pieces(typed) == [WildcardPiece(text, pattern) for text, pattern in expected]


@pytest.mark.parametrize(
    ("typed", "count"), [("neg* x", 0), ("neg** US*", 0), ("*ing wom?n-x*y", 3), ("x?* *", 2), ("what?", 0)]
)
def test_it_counts_the_patterns_that_are_looked_for_among_all_words(typed: str, count: int) -> None:
    assert broad_patterns(typed) == count


def test_it_knows_a_pattern_that_would_be_read_as_several_words() -> None:
    assert [reads_back(pattern) for pattern in ("x*y", "\u30ab*", "te?")] == [True, False, False]


@given(st.text("abseé'’.,0*?-"))
def test_its_patterns_are_one_word_when_they_are_typed(typed: str) -> None:
    patterns = [piece.pattern for piece in pieces(typed) if piece.pattern is not None]
    assert [reads_back(pattern) for pattern in patterns] == [True] * len(patterns)


@given(st.text("abcé'’.,0 -") | st.text())
def test_it_reads_text_without_wildcards_as_the_words_it_is(typed: str) -> None:
    words = [form for piece in pieces(without_wildcards(typed)) for form in forms(piece.text)]
    assert words == forms(without_wildcards(typed))


@pytest.mark.parametrize(
    ("typed", "read", "finds"),
    [
        ("recall{0,3}", Prefix("recall", None, None, 0, 3), ["recall", "recalls", "recalled"]),
        ("recall{2}", Prefix("recall", None, None, 2, 2), ["recalled"]),
        ("recall{3,0}", Prefix("recall", None, None, 0, 3), ["recall", "recalls", "recalled"]),
        ("recall*", Prefix("recall"), ["recall", "recalls", "recalled", "recallable"]),
    ],
)
def test_a_beginning_may_go_on_for_so_many_letters(typed: str, read: Prefix, finds: list[str]) -> None:
    assert parse(typed).clause == read
    test = form_test(read)
    assert [form for form in ("recall", "recalls", "recalled", "recallable", "record") if test(form)] == finds


def test_a_number_of_letters_behind_a_pattern_of_several_wildcards_is_any_number() -> None:
    reading = parse("wom?n{0,2} \U00010602x")
    assert written(reading.clause).startswith("wom?n* AND ")
    assert reading.notes == ("a number of letters left open at the end is any number here: “wom?n*”",)
