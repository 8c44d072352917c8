"""Whom an article quotes, and how its story prints the same words."""

from dataclasses import replace

import pytest

from index.article import Article
from search.article import quoted_words
from search.article.quoted_words import Voice, near_in_story, versions_elsewhere, voices
from search.article.story import story_of
from tests.scan_engine import ScanEngine


def article(id: str, body: str) -> Article:
    """An article of one story."""
    return Article(id, f"/{id}.txt", f"Title {id}", True, body, story="a")


FIRST = article(
    "a",
    "“The pier must be replaced before the winter storms,” said Anna Brandt. “Lorries stay outside,” Brandt added.\n\n"
    "“Nobody asked the ferrymen about it,” a sign said.\n\n“We will pay,” said Paul Winter.",
)
SECOND = article("b", "“The pier has to be replaced before winter storms,” said Anna Brandt.")
THIRD = article("c", "“Ferries will run all night until the spring comes,” said Paul Winter.")
FOURTH = article("d", "“Ferries will run every night until the spring comes,” said Paul Winter.")
NEWS = ScanEngine([FIRST, SECOND, THIRD, FOURTH])


def test_it_gives_the_words_of_each_speaker_and_last_those_of_nobody() -> None:
    assert voices(FIRST) == (
        Voice("Anna Brandt", ("The pier must be replaced before the winter storms, … Lorries stay outside,",)),
        Voice("Paul Winter", ("We will pay,",)),
        Voice(None, ("Nobody asked the ferrymen about it,",)),
    )
    assert voices(article("e", "Nobody spoke.")) == ()


def shown(one: Article, engine: ScanEngine = NEWS) -> list[list[str]]:
    """For each quotation that others print too, its wordings with what differs in brackets."""
    story = story_of(engine, one)
    assert story is not None
    return [
        ["".join(f"[{text}]" if differs else text for text, differs in version.pieces) for version in quote.versions]
        for quote in versions_elsewhere(near_in_story(engine, one, story))
    ]


def test_it_gives_the_other_wordings_of_what_the_article_quotes_and_of_nothing_else() -> None:
    assert shown(FIRST) == [
        [
            "The pier [must] be replaced before [the] winter storms, … Lorries stay outside,",
            "The pier [has to] be replaced before winter storms,",
        ]
    ]
    assert shown(THIRD) == [
        [
            "Ferries will run [all] night until the spring comes,",
            "Ferries will run [every] night until the spring comes,",
        ]
    ]


def test_it_looks_only_into_those_next_to_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quoted_words, "MOST_COMPARED", 2)
    assert len(shown(FOURTH)) == 1
    assert shown(FIRST, ScanEngine([FIRST, replace(THIRD, id="aa"), SECOND])) == []


def test_it_reads_only_the_beginning_of_what_has_no_end() -> None:
    assert voices(replace(FIRST, body="pier " * 10_001 + FIRST.body)) == ()
