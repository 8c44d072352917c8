"""Numbers, names, days and speakers in a sentence."""

from dataclasses import replace
from datetime import date

import pytest

from search.article.alignment import sentence_of
from search.story.sentence_groups import StorySentence
from search.story.stated_values import ArticleNames, StatedValue, ValueKind, are_others, stated_values
from tests.press import published
from tests.told_story import WIRE


def values(text: str, kind: ValueKind) -> list[StatedValue]:
    """The values of a kind in a sentence that is an article by itself, of Friday, 18 November 2022."""
    article = replace(WIRE, body=text, published=published(date(2022, 11, 18)))
    told = StorySentence(article, 0, sentence_of(1, text))
    return [value for value in stated_values(told, ArticleNames()) if value.kind == kind]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("It exchanged 1,140 prisoners.", ["1140"]),
        ("More than a thousand people came.", ["1000"]),
        ("Twenty-five ships and two dozen boats sank.", ["25", "24"]),
        ("It cost $1.5 billion, or £3bn.", ["$1500000000", "£3000000000"]),
        ("Some 62% and 38 percent voted.", ["62%", "38%"]),
        ("One said that hundreds came on 230m of road.", []),
        ("He came at 10:30 on 3/4/2022, F-16 in hand.", []),
        ("On 14 November 2022 it rained.", []),
    ],
)
def test_it_reads_numbers_in_figures_and_words(text: str, keys: list[str]) -> None:
    assert [value.key for value in values(text, "number")] == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("They agreed on Wednesday.", ["2022-11-16/2022-11-16"]),
        ("They agreed on 16 November 2022 and in May 2021.", ["2022-11-16/2022-11-16", "2021-05-01/2021-05-31"]),
        ("They agreed yesterday, earlier this week.", []),
    ],
)
def test_it_reads_days_that_two_texts_can_mean_alike(text: str, keys: list[str]) -> None:
    assert [value.key for value in values(text, "day")] == keys


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The road is closed, police said on Friday.", ["police"]),
        ("According to two officials in the town, it rained.", ["two officials"]),
        ("It rained, said Anna Brandt.", ["Anna Brandt"]),
        ("It rained, the New York senator said.", []),
        ("It rained, he said.", []),
        ("That being said, it rained.", []),
    ],
)
def test_it_reads_who_says_a_sentence_where_that_is_a_name_or_a_source(text: str, speakers: list[str]) -> None:
    assert [text[value.start : value.end] for value in values(text, "speaker")] == speakers


@pytest.mark.parametrize(
    ("left", "right", "kind", "differ"),
    [
        ("He met Anna Brandt there.", "He met Karl Weber there.", "name", True),
        ("He met Anna Brandt there.", "He met Brandt there.", "name", False),
        ("It hit the North Atlantic Treaty Organization hard.", "It hit NATO hard.", "name", False),
        ("He flew to Beijing then.", "He flew to China then.", "name", False),
        ("He flew to Beijing then.", "He flew to Tokyo then.", "name", True),
        ("He came on Wednesday.", "He came on 16 November.", "day", False),
        ("He came on Wednesday.", "He came on Thursday.", "day", True),
        ("He came on 16 November.", "He came on 16 November 2021.", "day", False),
        ("He came on 16 November.", "He came in May 2021.", "day", False),
        ("It was 62 people.", "It was sixty-two people.", "number", False),
        ("It was 62% of people.", "It was 62 of people.", "number", False),
        ("It was 62 people.", "It was 63 people.", "number", True),
    ],
)
def test_it_tells_values_apart_that_say_different_things(left: str, right: str, kind: ValueKind, differ: bool) -> None:
    assert are_others(values(left, kind)[0], values(right, kind)[0]) is differ


def test_it_knows_two_names_that_an_article_uses_together() -> None:
    known = ArticleNames()
    full = replace(WIRE, body="The book of Omarosa Manigault Newman was sold out.")
    told = StorySentence(full, 0, sentence_of(1, full.body))
    stated_values(told, known)
    first, second = (values(f"He met {name} there.", "name")[0] for name in ("Omarosa", "Newman"))
    assert known.are_one(first, second)
    assert not known.are_one(first, values("He met Brandt there.", "name")[0])
