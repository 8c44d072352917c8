"""What the articles of a story say differently."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from index.article import Article
from search.story.said_differently import SaidDifferently, said_differently
from search.story.sentence_groups import grouped
from tests.told_story import EXCHANGE, LEDGER, RADIO, WIRE


def differences(articles: Sequence[Article]) -> tuple[SaidDifferently, ...]:
    """What these articles say differently."""
    return said_differently(grouped(articles).groups)


def test_it_sets_the_same_sentence_with_other_values_side_by_side() -> None:
    told = [
        (one.kind, one.what, [(saying.value, saying.articles) for saying in one.sayings])
        for one in differences(EXCHANGE)
    ]
    assert told == [
        ("number", "prisoners", [("1,140", ("wire",)), ("1,200", ("radio", "ledger"))]),
        ("day", None, [("Wednesday", ("wire", "ledger")), ("Thursday", ("radio",))]),
        ("name", None, [("Tarnow", ("wire", "radio")), ("Kessel", ("ledger",))]),
        ("speaker", None, [("police", ("wire",)), ("doctors", ("radio",))]),
    ]


def test_it_marks_only_what_differs_and_keeps_the_sentence_whole() -> None:
    for one in differences(EXCHANGE):
        for saying in one.sayings:
            assert [text for text, differs in saying.pieces if differs] == [saying.value]
            body = next(article.body for article in EXCHANGE if article.id == saying.articles[0])
            assert "".join(text for text, _ in saying.pieces) in body


def test_it_finds_nothing_between_articles_that_say_the_same() -> None:
    assert differences([WIRE, replace(WIRE, id="again")]) == ()


@pytest.mark.parametrize("order", [(RADIO, LEDGER, WIRE), (LEDGER, WIRE, RADIO)])
def test_it_finds_the_same_whatever_comes_first(order: tuple[Article, ...]) -> None:
    assert {one.kind for one in differences(order)} == {one.kind for one in differences(EXCHANGE)}
