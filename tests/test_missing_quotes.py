"""Which half of what somebody is asked to have said is missing."""

from pathlib import Path

import pytest

from index.article import Article
from search.engine import Engine
from search.explain import explain
from search.find import find
from search.request import Request
from tests.built_index import built
from tests.scan_engine import ScanEngine

ARTICLES = [
    Article("a", "/a.txt", "Talks", True, "“Peace is near,” Mark Milley said. Diplomacy is slow, and diplomats wait."),
    Article("b", "/b.txt", "War", True, "“The moment has come,” Mark Milley said. “Diplomacy first,” Joe Biden said."),
    Article("c", "/c.txt", "Kirby", True, "Diplomacy, John Kirby said on Friday, is slow."),
]
NEVER = "“Milley” is quoted in 2 articles, but never with “diplomacy”"
NOBODY = "no article quotes anybody called “Kirby”"


@pytest.fixture(params=["scan", "whoosh"])
def news(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """An engine of one kind over the articles."""
    return ScanEngine(ARTICLES) if request.param == "scan" else built(tmp_path, [ARTICLES[:2], ARTICLES[2:]])


@pytest.mark.parametrize(
    ("typed", "notes"),
    [
        ("speaker:Milley diplomacy", [NEVER]),
        ("speaker:Biden peace", ["“Biden” is quoted in 1 article, but never with “peace”"]),
        ('speaker:Milley "diplomacy first"', ["“Milley” is quoted in 2 articles, but never with “diplomacy first”"]),
        ("speaker:Kirby diplomacy", [NOBODY]),
        ("speaker:Kirby", [NOBODY]),
        ("speaker:Milley peace", []),
        ("speaker:Milley (peace AND moment)", []),
        ("speaker:Milley (peace AND diplomacy)", [NEVER]),
        ("(speaker:Kirby diplomacy) OR (speaker:Milley diplomacy)", [NOBODY, NEVER]),
        ("speaker:Milley diplomacy source:CNN", [NEVER]),
        ("speaker:Milley peace source:CNN", []),
        ("talks AND zebra NOT (speaker:Kirby diplomacy)", []),
    ],
)
def test_it_says_who_is_not_quoted_and_what_nobody_says(news: Engine, typed: str, notes: list[str]) -> None:
    assert list(find(news, Request(typed)).notes) == notes


@pytest.mark.parametrize(
    ("id", "typed", "notes"),
    [
        ("a", "speaker:Milley diplomacy", ["the article quotes “Milley”, but not with “diplomacy”"]),
        ("c", "speaker:Milley diplomacy", ["the article quotes nobody called “Milley”"]),
        ("a", "speaker:Milley peace", []),
        ("b", "zebra speaker:Biden", ["the article quotes “Biden”, but not with “zebra”"]),
    ],
)
def test_it_says_so_of_one_article(news: Engine, id: str, typed: str, notes: list[str]) -> None:
    assert list(explain(news, id, typed).notes) == notes


def test_it_says_no_more_than_a_reader_takes_in() -> None:
    typed = " OR ".join(f"speaker:nobody{number}" for number in range(20))
    assert len(find(ScanEngine(ARTICLES), Request(typed)).notes) == 5
