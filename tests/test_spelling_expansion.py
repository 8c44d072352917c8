"""A query in which names stand for their other spellings as well."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.analysis import forms, stem
from index.article import Article
from index.spelling.known_spellings import SPELLINGS, other_spellings
from search.clause_walks import leaves
from search.find import find
from search.highlight.highlighter import marked
from search.language.parser import parse
from search.language.serializer import written
from search.language.spelling_expansion import Also, as_typed, exactly_typed, respelled
from search.request import Request
from tests.scan_engine import ScanEngine


def article(id: str, body: str, title: str = "") -> Article:
    """An article of these words."""
    return Article(id, f"/news/{id}.txt", title, True, body)


NEWS = ScanEngine(
    [
        article("old", "In Kiev Volodymyr Zelensky spoke of peace talks.", "Zelensky’s speech"),
        article("new", "In Kyiv Volodymyr Zelenskyy spoke. Zelenskyy left the Kyiv suburbs."),
        article("agency", "Zelenskiy, Volodymyr: he spoke of talks in Paris."),
        article("else", "Nobody else spoke of Moscow."),
    ]
)


def found(typed: str) -> tuple[set[str], list[tuple[str, ...]], str | None]:
    """The articles that a search finds, the other spellings, and what to type to do without."""
    results = find(NEWS, Request(typed))
    return {hit.id for hit in results.hits}, [each.spellings for each in results.also], results.exactly


ZELENSKY = ("Zelenskiy", "Zelenskyy")


@pytest.mark.parametrize(
    ("typed", "ids", "also", "exactly"),
    [
        ("Zelensky", {"old", "new", "agency"}, [("Zelenskyy", "Zelenskiy")], "=Zelensky"),
        ("zelenskiy's", {"old", "new", "agency"}, [("Zelenskyy", "Zelensky")], "=zelenskiy's"),
        ("=Zelensky", {"old"}, [], None),
        ("kiev", {"old", "new"}, [("Kyiv",)], "=kiev"),
        ("title:Zelenskyy", {"old"}, [("Zelensky", "Zelenskiy")], "title:=Zelenskyy"),
        ('"Volodymyr Zelensky"', {"old", "new"}, [("Zelenskyy", "Zelenskiy")], '="Volodymyr Zelensky"'),
        ('="Volodymyr Zelensky"', {"old"}, [], None),
        ('"kyiv suburbs" OR "in kiev"', {"old", "new"}, [], None),
        ("zelensky kiev", {"old", "new", "agency"}, [("Zelenskyy", "Zelenskiy"), ("Kyiv",)], "=zelensky =kiev"),
        ("spoke -kiev", {"agency", "else"}, [("Kyiv",)], "spoke -=kiev"),
        ("kiev NOT kyiv", {"old"}, [], None),
        ("kiev OR kyiv", {"old", "new"}, [], None),
        ("kiev NOT =kyiv", {"old"}, [], None),
        ("kiew", {"old", "new"}, [("Kyiv", "Kiev")], "=kiew"),
        ("moscow", {"else"}, [], None),
        ("kie* kiev~1", {"old"}, [], None),
        ("paris kiev", {"agency", "old", "new"}, [("Kyiv",)], "paris =kiev"),
    ],
)
def test_it_finds_other_spellings_and_says_so(
    typed: str, ids: set[str], also: list[tuple[str, ...]], exactly: str | None
) -> None:
    assert found(typed) == (ids, also, exactly)


def test_all_spellings_together_are_one_word_of_the_query() -> None:
    results = find(NEWS, Request("Zelensky kiev"))
    assert results.read_as == "Zelensky AND kiev"
    by_id = {hit.id: hit for hit in results.hits}
    assert [text for text, is_mark in by_id["new"].snippet if is_mark] == ["Kyiv", "Zelenskyy", "Zelenskyy", "Kyiv"]
    assert by_id["old"].title == (("Zelensky’s", True), (" speech", False))


@pytest.mark.parametrize(("spellings", "example"), SPELLINGS, ids=[row[0].split()[0] for row in SPELLINGS])
def test_every_spelling_of_a_row_finds_its_example(spellings: str, example: str) -> None:
    shown = {
        spelling: [
            text
            for text, is_mark in marked(respelled(parse(spelling).clause, other_spellings).clause, example, "body")
            if is_mark
        ]
        for spelling in spellings.split()
    }
    assert len({tuple(marks) for marks in shown.values()}) == 1
    assert all(shown.values())


@pytest.mark.parametrize(
    ("form", "typed", "expected"),
    [
        ("zelenskyy", "Zelensky", "Zelenskyy"),
        ("zelenskyy", "zelensky", "Zelenskyy"),
        ("mcconell", "McConnell", "McConell"),
        ("kyiv", "KIEV", "Kyiv"),
        ("andrei", "ANDREY", "Andrei"),
        ("dokovic", "Đoković", "Dokovic"),
        ("zelenskyy", "", "Zelenskyy"),
    ],
)
def test_it_writes_a_form_as_a_name(form: str, typed: str, expected: str) -> None:
    assert as_typed(form, typed) == expected


PIECES = st.sampled_from(
    [
        *("kiev", "Zelensky", "=kiev", "kyiv's", '"in kiev"', '="kiev', "kie*", "kiev~", "kiev-based", "kiev^2"),
        *("title:", "source:", "(", ")", "-", "+", "NOT", "OR", "AND", "the", "=", "’", '"', "x", "東京", "*"),
        *("since:2022", "http://kiev"),
    ]
)
TYPED = st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=8).map(
    lambda parts: "".join(a + b for a, b in parts)
)


@given(TYPED)
@example('"kiev~')
@example('=kievtitle:"in kiev"')
@example('kiev-"kiev')
def test_what_is_searched_exactly_finds_no_other_spellings(typed: str) -> None:
    also = respelled(parse(typed).clause, other_spellings).also
    exactly = exactly_typed(typed, also)
    if also:
        assert exactly is not None
        assert respelled(parse(exactly).clause, other_spellings).also == ()


@given(TYPED)
def test_a_query_with_other_spellings_is_written_as_it_was(typed: str) -> None:
    clause = parse(typed).clause
    spelled = respelled(clause, other_spellings).clause
    assert written(spelled) == written(clause)
    assert respelled(parse(written(spelled)).clause, other_spellings).clause == spelled
    assert len(leaves(spelled)) <= len(leaves(clause))


def test_it_says_what_stands_for_a_word_once() -> None:
    clause = parse("kiev OR title:kiev OR Kiev’s").clause
    assert [also.typed for also in respelled(clause, other_spellings).also] == ["kiev"]
    assert respelled(clause, lambda form: ()).clause == clause
    assert Also("kiev", ("Kyiv",)) in respelled(clause, lambda form: ["kyiv"] if form == "kiev" else []).also
    assert stem(forms("Kiev’s")[0]) == "kiev"
