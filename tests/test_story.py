"""The story of an article."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.article import Article, Published
from search.article import story as story_module
from search.article.story import Member, reprints, story_of
from search.clauses import InStory
from search.engine import Engine, Matches
from search.find import find
from search.language.parser import parse
from search.query import Query
from search.request import Request
from search.results import article_object
from tests.built_index import built
from tests.scan_engine import ScanEngine


def article(id: str, day: int | None, source: str | None = None, **shared: str) -> Article:
    """An article of a day in November, with what it shares with others."""
    november = date(2022, 11, day) if day else None
    published = Published(november, november, "day", "stated", str(november)) if november else None
    body = BODIES.get(id, TEXT)
    return Article(id, f"/{id}.txt", f"Title {id}", True, body, source=source, published=published, **shared)  # type: ignore[arg-type]


TEXT = "Engineers found a crack in the northern pier. Heavy lorries must cross at Meissen until June. Nobody was hurt."
BODIES = {
    "b": "A crack was found by engineers in the northern pier. Until June heavy lorries cross at Meissen.",
    "h": "Engineers in Meissen told of a northern pier. They may not speak before June.",
}
FIRST = article("d", 9, "Reuters", story="a", family="a", wording="a")
REPRINT = article("c", 11, "CNN", story="a", family="a", wording="a")
SAME_DAY = article("f", 9, story="a", family="a", wording="a")
UNDATED = article("a", None, story="a", family="a", wording="a")
REWORDED = article("b", 10, story="a", family="a")
RELATED = article("h", 12, story="a", family="a")
OTHER = article("e", 8, story="a")
ALONE = article("g", 9)
NEWS = [UNDATED, REWORDED, REPRINT, FIRST, OTHER, SAME_DAY, ALONE, RELATED]


def beside(one: Article, **told: str | int | None) -> Member:
    """The article as a member of a story."""
    return Member(one.id, one.title, one.source, one.published, **told)  # type: ignore[arg-type]


@pytest.fixture(params=["scan", "index"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """The news in either engine."""
    return ScanEngine(NEWS) if request.param == "scan" else built(tmp_path, [NEWS[:3], NEWS[3:]])


def test_it_lists_the_members_by_date_and_says_what_each_is_to_the_article_and_its_reprints(engine: Engine) -> None:
    story = story_of(engine, engine.fetch(["b"])[0])
    assert story is not None
    assert story.members == (
        beside(OTHER),
        beside(FIRST, in_common=2),
        beside(SAME_DAY, same_text_as="d", in_common=2),
        beside(REWORDED, is_this=True),
        beside(REPRINT, reprint_of="d", in_common=2),
        beside(RELATED, in_common=1),
        beside(UNDATED, same_text_as="d", in_common=2),
    )
    assert [member.shares_source for member in story.members] == [False, True, True, False, True, False, True]
    assert (story.id, story.total, parse(story.search).clause) == ("a", 7, InStory("a"))


def test_it_lists_the_first_of_many_and_always_the_article_itself(engine: Engine) -> None:
    story = story_of(engine, engine.fetch(["a"])[0], most=3)
    assert story is not None
    assert [member.id for member in story.members] == ["e", "d", "a"]
    assert [member.id for member in story.members if member.is_this] == ["a"]
    assert story.total == 7
    assert find(engine, Request(story.search)).total == 7


def test_it_looks_for_sentences_in_common_only_in_the_nearest_of_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story_module, "MOST_COMPARED", 2)
    many = [replace(FIRST, id=f"{number}", wording=None) for number in range(9)]
    story = story_of(ScanEngine(many), many[4])
    assert story is not None
    assert [member.id for member in story.members if member.shares_source] == ["3", "5"]


def test_it_gives_no_story_to_an_article_that_stands_alone(engine: Engine) -> None:
    assert story_of(engine, ALONE) is None
    assert story_of(engine, replace(ALONE, story="g")) is None


def test_it_gives_the_reprints_of_an_article(engine: Engine) -> None:
    assert reprints(engine, engine.fetch(["c"])[0]) == ("d", "f", "a")
    assert reprints(engine, engine.fetch(["d"])[0]) == ("f", "c", "a")
    assert reprints(engine, engine.fetch(["b"])[0]) == ()
    assert reprints(engine, ALONE) == ()


class CountingEngine(ScanEngine):
    """The scan engine, which counts how often it is asked."""

    asked = 0

    def match(self, query: Query, limit: int, skip: int = 0) -> Matches:
        """See `search.engine.Engine.match`."""
        self.asked += 1
        return super().match(query, limit, skip)


def test_a_page_of_many_reprints_looks_through_their_story_no_oftener_than_one_of_few() -> None:
    def times_asked(reprints: int) -> int:
        copies = [replace(FIRST, id=f"{number:03}", source=f"Outlet {number}") for number in range(reprints)]
        engine = CountingEngine(copies)
        found = find(engine, Request("pier", copies="all", size=reprints))
        assert {len(hit.copies) for hit in found.hits} == {reprints - 1}
        return engine.asked

    assert times_asked(3) == times_asked(30)


def test_of_very_many_reprints_it_names_the_first(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> None:
    monkeypatch.setattr(story_module, "MOST_COPIES", 2)
    assert reprints(engine, engine.fetch(["c"])[0]) == ("d", "f")
    assert reprints(engine, engine.fetch(["d"])[0]) == ("f", "c")


def test_it_says_which_of_the_stories_asked_for_are_not_there(engine: Engine) -> None:
    assert find(engine, Request("story:x OR -(story:a OR story:y) nothing")).notes[-2:] == (
        "no story here has the id “x”: it may have left the index since it was noted",
        "no story here has the id “y”: it may have left the index since it was noted",
    )
    assert find(engine, Request("story:a")).notes == ()


def test_it_says_of_an_article_that_stands_alone_that_nobody_else_tells_its_story(engine: Engine) -> None:
    assert find(engine, Request("story:g OR story:x")).notes == (
        "no story here has the id “x”: it may have left the index since it was noted",
        "nobody else tells the story of the article “g”",
    )


def test_it_gives_the_reprints_in_the_json_of_an_article(engine: Engine) -> None:
    article = engine.fetch(["c"])[0]
    shown = article_object(article, reprints(engine, article))
    assert (shown["story"], shown["copies"]) == ("a", ["d", "f", "a"])
