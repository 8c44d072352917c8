"""The whole query path over the plainest engine."""

from dataclasses import replace
from datetime import date

import pytest

from index.article import Article, Published
from search.find import LOOSENED, ONLY_WHOLE, find
from search.request import Request
from search.results import Results, hit_object, results_object
from tests.scan_engine import ScanEngine


def article(id: str, title: str, body: str, source: str | None = None, day: date | None = None) -> Article:
    """An article of these words."""
    published = Published(day, day, "day", "stated", str(day)) if day else None
    return Article(id, f"/news/{id}.txt", title, True, body, source=source, published=published)


NEWS = ScanEngine(
    [
        article(
            "a", "Peace talks begin", "They seized the moment. Seize the moment, he said.", "CNN", date(2022, 11, 12)
        ),
        article("b", "War goes on", "No peace for a moment, and no talks.", "BBC", date(2022, 12, 1)),
        article("c", "Zebras", "A day at the zoo.", None, None),
        *[article(f"n{number:02}", "Numbers", f"Number {number}.") for number in range(25)],
    ]
)


def found(typed: str, **choices: object) -> Results:
    """The results for what was typed."""
    return find(NEWS, Request(typed, **choices))  # type: ignore[arg-type]


def ids(results: Results) -> list[str]:
    """The ids of the hits, in order."""
    return [hit.id for hit in results.hits]


def test_it_finds_articles_that_have_all_words() -> None:
    results = found("peace moment")
    assert (set(ids(results)), results.total, results.read_as, results.notes) == (
        {"a", "b"},
        2,
        "peace AND moment",
        (),
    )


GERMAN = ScanEngine(
    [
        replace(article("w", "Nach der Wahl", "Die Wahl war frei."), language="de"),
        replace(article("k", "Wahlkampf", "Wahlen und Häuser."), language="de"),
        replace(article("h", "A house", "Gifts."), language="en"),
    ]
)


def test_it_finds_the_grammatical_forms_of_words_in_the_language_of_the_articles() -> None:
    asked = ("wahlen", "Haus", "=wahlen", '"der wahlen"', "gift")
    found_each = {typed: set(ids(find(GERMAN, Request(typed)))) for typed in asked}
    assert found_each == {"wahlen": {"w", "k"}, "Haus": {"k"}, "=wahlen": {"k"}, '"der wahlen"': {"w"}, "gift": {"h"}}
    assert [also.spellings for also in find(GERMAN, Request("Wahlen")).also] == [("Wahl",)]


def test_it_asks_for_a_language_by_its_name_and_says_that_there_is_none_of_another_name() -> None:
    asked = ("language:german", "wahl lang:DE", "-language:de", "-has:language", "house language:klingon")
    assert [set(ids(find(GERMAN, Request(typed)))) for typed in asked] == [{"w", "k"}, {"w", "k"}, {"h"}, set(), {"h"}]
    assert any("klingon" in str(note) for note in find(GERMAN, Request("house language:klingon")).notes)


def test_it_shows_those_that_have_some_when_none_has_all() -> None:
    results = found("zebras moment peace")
    assert (set(ids(results)), results.read_as) == ({"a", "b", "c"}, "zebras OR moment OR peace")
    assert LOOSENED in results.notes


def test_it_never_loosens_an_explicit_and_or_an_exclusion() -> None:
    assert (found("zebras AND moment").total, found("zebras moment -peace").read_as) == (
        0,
        "(zebras OR moment) AND NOT peace",
    )


def test_it_says_how_it_read_what_was_asked_for_when_nothing_has_any_of_it() -> None:
    results = found("gnu okapi")
    assert (results.total, results.read_as, results.notes) == (0, "gnu AND okapi", ())


def test_it_marks_a_phrase_as_a_phrase() -> None:
    hit = found('"seize the moment"').hits[0]
    assert [text for text, is_marked in hit.snippet if is_marked] == ["seized the moment", "Seize the moment"]


STORIES = ScanEngine(
    [
        replace(article("a", "Talks", "Talks begin."), story="a", wording="a"),
        replace(article("b", "Talks", "Talks begin."), story="a", wording="a"),
        replace(article("c", "Talks", "They talk now."), story="a"),
        article("d", "Rain", "No talks, but rain all day."),
    ]
)


def test_it_shows_a_story_once_and_counts_articles_and_stories() -> None:
    results = find(STORIES, Request("talks"))
    assert (ids(results), results.total, results.stories, results.shown) == (["a", "d"], 4, 2, 2)
    first = results.hits[0]
    assert ({other.id for other in first.folded}, first.retold, first.reprints) == ({"b", "c"}, 1, 1)
    assert {(other.id, other.title, other.is_reprint) for other in first.others} == {
        ("b", "Talks", True),
        ("c", "Talks", False),
    }


def test_it_turns_the_pages_of_what_is_shown() -> None:
    assert find(STORIES, Request("talks", size=2)).pages == 1
    assert find(STORIES, Request("talks", size=2, copies="reprints")).pages == 2
    results = find(STORIES, Request("talks", size=2, copies="all", page=2))
    assert (results.total, results.stories, results.shown, results.pages, len(results.hits)) == (4, 2, 4, 2, 2)


def test_it_narrows_by_day_and_outlet() -> None:
    assert ids(found("peace", since=date(2022, 11, 30))) == ["b"]
    assert ids(found("peace", until=date(2022, 11, 30))) == ["a"]
    assert set(ids(found("", sources=("CNN", "bbc")))) == {"a", "b"}


def test_it_pages_without_losing_or_repeating_any() -> None:
    pages = [found("", page=page, size=10, order="oldest") for page in (1, 2, 3, 4)]
    assert [len(page.hits) for page in pages] == [10, 10, 8, 0]
    assert len({id for page in pages for id in ids(page)}) == 28
    assert [page.pages for page in pages] == [3, 3, 3, 3]
    assert [hit.rank for hit in pages[1].hits] == list(range(11, 21))


def test_it_counts_facets_over_all_matches() -> None:
    facets = {facet.name: [(value.value, value.count) for value in facet.values] for facet in found("", size=1).facets}
    assert facets == {
        "source": [("BBC", 1), ("CNN", 1)],
        "year": [("2022", 2)],
        "month": [("2022-12", 1), ("2022-11", 1)],
    }


def test_it_gives_the_json_of_the_contract() -> None:
    results = found("title:peace")
    hit = hit_object(results.hits[0])
    assert list(hit) == [
        "rank", "id", "score", "title", "source", "path", "url", "published", "snippet", "story", "copies", "cites",
        "record", "lacks",
    ]  # fmt: skip
    assert hit["published"] == {
        "first": "2022-11-12",
        "last": "2022-11-12",
        "precision": "day",
        "how": "stated",
        "evidence": "2022-11-12",
        "confidence": 0.88,
    }
    assert (hit["record"], hit["lacks"]) == (None, [])
    assert list(results_object(results)) == [
        "query", "read_as", "tree", "notes", "loosened", "corrected", "did_you_mean", "also", "total", "with_all_words",
        "stories", "page", "pages", "next", "facets", "timeline", "generation", "hits",
    ]  # fmt: skip


def test_it_says_of_each_hit_what_of_the_question_it_lacks() -> None:
    results = found('zebras "seize the moment" (peace OR gnu) +day')
    lacks = {hit.id: hit.lacks for hit in results.hits}
    assert lacks == {"c": ('"seize the moment"', "peace OR gnu")}
    assert results_object(results)["loosened"] is True
    assert {hit.id: hit.lacks for hit in found("zebras moment peace").hits} == {
        "a": ("zebras",),
        "b": ("zebras",),
        "c": ("moment", "peace"),
    }
    assert [hit.lacks for hit in found("zebras OR moment").hits] == [(), (), ()]


def test_it_fills_the_page_with_those_that_have_most_after_those_that_have_all() -> None:
    results = found("peace talks begin")
    assert [(hit.id, hit.lacks) for hit in results.hits] == [("a", ()), ("b", ("begin",))]
    assert (results.total, results.with_all_words, results.begins_to_lack) == (2, 1, 2)
    assert (results.read_as, results.is_loosened, results.notes) == ("peace AND talks AND begin", True, ())
    assert [(value.value, value.count) for value in results.facets[0].values] == [("CNN", 1)]


def test_it_pages_through_those_that_have_all_and_those_that_have_some_without_losing_or_repeating_any() -> None:
    whole = found("number numbers talks zoo", size=100, words="any")
    assert (whole.total, whole.with_all_words) == (28, 0)
    pages = [found("number zoo", page=page, size=9) for page in (1, 2, 3, 4)]
    assert [len(page.hits) for page in pages] == [9, 9, 8, 0]
    assert {page.total for page in pages} == {26}
    assert len({id for page in pages for id in ids(page)}) == 26


def test_it_ranks_four_words_by_how_well_they_fit() -> None:
    results = found("zebras zoo day peace")
    assert [(hit.id, hit.lacks) for hit in results.hits[:1]] == [("c", ("peace",))]
    assert (results.read_as, results.begins_to_lack) == ("zebras OR zoo OR day OR peace", None)


def test_it_tells_by_date_of_those_that_have_all_if_there_are_any_and_says_so() -> None:
    newest = found("peace begin", order="newest")
    assert (ids(newest), newest.notes) == (["a"], (ONLY_WHOLE,))
    assert ids(found("peace begin", order="newest", words="any")) == ["b", "a"]
    assert ids(found("zebras begin", order="newest")) == ["a", "c"]


def test_it_shows_only_those_that_have_all_or_any_when_that_is_chosen() -> None:
    assert (ids(found("peace begin", words="all")), found("zebras begin", words="all").total) == (["a"], 0)
    assert found("peace begin", words="all").is_loosened is False
    any_ = found("peace begin", words="any")
    assert (any_.total, any_.with_all_words, any_.read_as) == (2, 1, "peace OR begin")


def test_it_lets_no_phrase_field_or_demanded_word_go_while_anything_has_it() -> None:
    for firm in ('"seize the moment"', "title:begin", "+begin", "source:CNN", "-bbc -goes"):
        assert ids(found(f"{firm} talks zoo peace war")) == ["a"] if firm[0] != "-" else True
    assert set(ids(found('"seize the moment" zoo'))) == {"a"}
    assert found('"no such phrase" zoo').hits[0].lacks == ('"no such phrase"',)


@pytest.mark.parametrize("typed", ["", "   ", '"', "AND", "(((", "-", "*", "since:", "\x00", "\ud800", "a" * 10_000])
def test_it_answers_whatever_is_typed(typed: str) -> None:
    assert found(typed).pages >= 1
