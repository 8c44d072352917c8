"""Which forms match a beginning, a wildcard or a fuzzy word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.word_forms.families import word_list
from search.clauses import FormLeaf, Fuzzy, Prefix, SameStem, Wildcard
from search.fuzzy_and_wildcards import certain_start, form_test, passing
from tests.scan_spans import edits_between, is_near, looks_like

EXAMPLES: list[tuple[FormLeaf, str, str]] = [
    (Prefix("neg"), "neg negotiate", "n eg oneg"),
    (Wildcard("neg*ting"), "negting negotiating negatingting", "negotiation renegotiating negotin"),
    (Wildcard("*gate"), "gate watergate", "gates gat"),
    (Wildcard("*al*"), "al talk final", "a la"),
    (Wildcard("wom?n"), "woman women", "womn womaan woman's"),
    (Wildcard("w??*"), "war world", "wa w awar"),
    (Wildcard("a*ba*ba"), "ababa abaxba", "abba aba ab"),
    (Wildcard("3.5*"), "3.5 3.5bn", "305bn"),
    (Wildcard("zürich"), "zürich", "zurich zürichs"),
    (Fuzzy("milley", 0), "milley", "mille milleys"),
    (Fuzzy("milley", 1), "milley miley milleys willey imlley mlley", "mileys mliely valley"),
    (Fuzzy("milley", 2), "mileys mliely miller willey", "alley valley imlleys smileys mxxxey"),
    (Fuzzy("kiev", 2), "kyiv kiev kieff", "lviv iev5x"),
    (Fuzzy("qaddafi", 1), "gaddafi addafi aqddafi", "kadafi"),
    (Fuzzy("ca", 2), "ac cab c ca", "abc acb"),
    (Fuzzy("x", 0), "x", "y xx"),
]


@pytest.mark.parametrize(("leaf", "matching", "others"), EXAMPLES)
def test_it_tells_which_forms_match(leaf: FormLeaf, matching: str, others: str) -> None:
    test = form_test(leaf)
    assert [form for form in f"{matching} {others}".split() if test(form)] == matching.split()


letters = st.text("ab", max_size=7)
patterns = st.text("ab*?", max_size=8)


@given(patterns, letters)
def test_a_wildcard_matches_what_the_plainest_reading_matches(pattern: str, form: str) -> None:
    assert form_test(Wildcard(pattern))(form) is looks_like(pattern, form)


@given(st.text("abc", min_size=1, max_size=7), st.text("abc", min_size=1, max_size=7), st.integers(0, 2))
def test_a_fuzzy_word_matches_what_the_plainest_count_of_edits_allows(form: str, other: str, edits: int) -> None:
    assert form_test(Fuzzy(form, edits))(other) is is_near(form, other, edits)


@given(st.text("abcé", min_size=1, max_size=7), st.lists(st.text("abcé\0", min_size=1, max_size=9)), st.integers(0, 2))
def test_of_many_forms_those_match_that_do_one_by_one(form: str, others: list[str], edits: int) -> None:
    for leaf in (Fuzzy(form, edits), Prefix(form), Wildcard(f"{form}*")):
        assert passing(leaf)(others).tolist() == list(map(form_test(leaf), others))


@given(patterns, letters)
def test_a_form_that_matches_has_the_certain_start(pattern: str, form: str) -> None:
    leaf = Wildcard(pattern)
    assert form.startswith(certain_start(leaf)) or not form_test(leaf)(form)


def test_it_knows_where_to_look_in_a_sorted_list() -> None:
    leaves: list[FormLeaf] = [Prefix("neg"), Wildcard("neg*t?"), Wildcard("?at"), Fuzzy("talks", 0), Fuzzy("talks", 1)]
    assert [certain_start(leaf) for leaf in leaves] == ["neg", "neg", "", "talks", ""]


@pytest.mark.parametrize("pattern", ["a*" * 49 + "b", "a*b*" * 25, "*a" * 50 + "b", "*?" * 50 + "b", "a?*" * 33 + "c"])
def test_it_is_not_led_astray_by_a_hostile_pattern(pattern: str) -> None:
    # Tried in every way there is, each of these would take longer than the universe has.
    assert not form_test(Wildcard(pattern))("a" * 99 + "x")


def test_the_plainest_count_is_that_of_the_books() -> None:
    pairs = [("kitten", "sitting"), ("ca", "abc"), ("kiev", "kyiv"), ("talk", "atlk"), ("", "ab")]
    assert [edits_between(one, other) for one, other in pairs] == [3, 3, 2, 1, 2]


def test_what_has_the_stem_of_a_word_begins_as_the_index_is_asked_to_look() -> None:
    for form in sorted(word_list().key_of)[::7]:
        assert form.startswith(certain_start(SameStem(form))), form
    for form, other in [("dying", "die"), ("possibility", "possible"), ("happy", "happiness"), ("cries", "cry")]:
        assert form_test(SameStem(form))(other)
        assert other.startswith(certain_start(SameStem(form)))
