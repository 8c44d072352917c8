"""Two articles side by side."""

from dataclasses import replace
from functools import cache
from itertools import pairwise
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.article import Article
from index.text.sentences import sentences
from search.article.alignment import MOST_CHARACTERS, MOST_SENTENCES
from search.article.common_subsequence import common_words
from search.article.compare import ComparedArticle, Comparison, Row, compare
from tests.relevance.aligned_pairs import drawn
from tests.test_seeds import seed


def article(id: str, *body: str) -> Article:
    """An article of these sentences."""
    return Article(id, f"/{id}.txt", "Title", True, " ".join(body))


def shown(row: Row) -> tuple[str, str, str]:
    """A row, with what differs in brackets."""
    left, right = (
        " / ".join("".join(f"[{text}]" if differs else text for text, differs in told.pieces) for told in side)
        for side in (row.left, row.right)
    )
    return row.kind, left, right


def compared(left: Article, right: Article) -> list[tuple[str, str, str]]:
    """The rows of a comparison."""
    return [shown(row) for row in compare(left, right).rows]


FIRST = article(
    "a",
    "The bridge over the Elbe was closed on Friday.",
    "Engineers found a crack of 12 centimetres in the northern pier.",
    "“We take no risk,” the mayor said.",
    "Traffic now goes through Meissen.",
    "He said the pier would be replaced by June, and that lorries would be weighed until then.",
)
SECOND = article(
    "b",
    "Drivers complained of long queues.",
    "“We take no risk” the Mayor said!",
    "A crack of 12 centimetres was found by engineers in the pier, it emerged.",
    "The pier will be replaced by June.",
    "Until then lorries are weighed.",
    "The mayor resigned.",
)


def test_it_tells_what_is_shared_reworded_or_only_in_one() -> None:
    assert compared(FIRST, SECOND) == [
        ("apart", "", "Drivers complained of long queues."),
        ("apart", "The bridge over the Elbe was closed on Friday.", ""),
        (
            "reworded",
            "[Engineers found] a crack of 12 centimetres in the [northern] pier.",
            "A crack of 12 centimetres [was found by engineers] in the pier, [it emerged].",
        ),
        ("shared", "“We take no risk,” the mayor said.", "“We take no risk” the Mayor said!"),
        ("apart", "Traffic now goes through Meissen.", ""),
        (
            "reworded",
            "[He said] the pier [would] be replaced by June, [and that] lorries [would be] weighed [until then].",
            "The pier [will] be replaced by June. / [Until then] lorries [are] weighed.",
        ),
        ("apart", "", "The mayor resigned."),
    ]


def test_it_counts_what_it_found() -> None:
    found = compare(FIRST, SECOND)
    assert (found.count("shared"), found.count("reworded")) == (1, 2)
    assert (found.only_left, found.only_right, found.is_cut) == (2, 2, False)


def test_it_sets_what_has_no_partner_side_by_side() -> None:
    first, *_, last = compare(FIRST, SECOND).blocks()
    assert shown(first) == (
        "apart",
        "The bridge over the Elbe was closed on Friday.",
        "Drivers complained of long queues.",
    )
    assert shown(last) == ("apart", "", "The mayor resigned.")


def test_it_does_not_take_the_names_of_a_story_for_what_is_said() -> None:
    left = article("a", "Mark Milley of the Joint Chiefs of Staff spoke in New York on Friday.")
    right = article("b", "On Friday the White House denied that Mark Milley of the Joint Chiefs of Staff would go.")
    assert [row.kind for row in compare(left, right).rows] == ["apart", "apart"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Key witnesses have renewed their statements that they saw no misconduct of nominee Brett Cavell.",
            "The bureau ended up interviewing nine witnesses about the misconduct of nominee Brett Cavell.",
        ),
        (
            "He should never have been allowed to — Jane Doe (@realJaneDoe) August 1, 2018",
            "I did not know about it! — Jane Doe (@realJaneDoe) August 5, 2018",
        ),
        (
            "Moscow helps, Foreign Minister Petrov said in an interview with the Armenian magazine Regional Post.",
            "No harm is done, Foreign Minister Petrov said in an interview with the Armenian magazine Regional Post.",
        ),
        ("(Elbe Daily Weekly 12/16/2016 page1)", "(Elbe Daily Weekly 12/16/2016 page16)"),
    ],
    ids=["the same words in another order", "one signature", "one attribution", "one issue"],
)
def test_it_does_not_call_reworded_what_only_shares_names_and_common_words(left: str, right: str) -> None:
    assert [row.kind for row in compare(article("a", left), article("b", right)).rows] == ["apart", "apart"]


def test_it_draws_pairs_to_be_judged_one_of_each_story() -> None:
    twin = replace(SECOND, id="c", wording="w")
    stories = {"one": [FIRST, SECOND], "two": [FIRST, replace(SECOND, id="c")], "same": [replace(twin, id="d"), twin]}
    assert [row.kind for row in drawn(stories, Random(1))] == ["reworded", "reworded"]


def test_it_finds_sentences_that_stand_elsewhere() -> None:
    kept = [FIRST.body[start:end] for start, end in sentences(FIRST.body)]
    rows = compare(FIRST, article("b", *reversed(kept))).rows
    assert [(row.kind, row.left[0].number, row.right[0].number) for row in rows] == [
        ("shared", number, len(kept) + 1 - number) for number in range(1, len(kept) + 1)
    ]


@cache
def reworded(left: str, right: str) -> set[tuple[int, int]]:
    """The numbers of the sentences of two seeds that are one in other words."""
    rows = compare(seed(left), seed(right)).rows
    return {(row.left[0].number, row.right[0].number) for row in rows if row.kind == "reworded"}


def test_it_finds_what_the_seeds_took_from_the_same_report() -> None:
    # 000, 003 and 004 were written from one report, 001 and 002 from another; each pair was read by a person.
    assert reworded("000", "003") == {(1, 6), (2, 2), (6, 4), (7, 5), (16, 8), (17, 9)}
    assert reworded("000", "004") == {(5, 5), (6, 6), (7, 7)}
    assert reworded("003", "004") == {(4, 6), (5, 7)}
    assert reworded("001", "002") == {(1, 3), (18, 10)}


def test_it_finds_nothing_reworded_between_seeds_of_different_reports() -> None:
    assert [reworded(left, right) for left in ("001", "002") for right in ("000", "003", "004")] == [set()] * 6


WORDS = ["pier", "Elbe", "crack", "bridge", "mayor", "June", "12", "the", "of", "said", "engineers", "close", "東京"]
lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(lambda words: " ".join(words).capitalize() + ".")
texts = st.lists(lines | st.sampled_from(["***", "?!", "• • •"]), max_size=9).map("\n\n".join)
bodies = st.builds(lambda body: article("x", body), texts | st.text(max_size=60))


def numbers(comparison: Comparison, side: str) -> list[int]:
    """The numbers of the sentences of one side, in their order in the text."""
    return sorted(told.number for row in comparison.rows for told in getattr(row, side))


@settings(deadline=None)  # the first example imports the stemmer
@given(bodies, bodies)
def test_it_shows_every_sentence_of_both_once_and_whole(left: Article, right: Article) -> None:
    comparison = compare(left, right)
    for side, whole in (("left", left), ("right", right)):
        told: list[ComparedArticle] = [told for row in comparison.rows for told in getattr(row, side)]
        told.sort(key=lambda one: one.number)
        expected = [whole.body[start:end] for start, end in sentences(whole.body)]
        assert ["".join(text for text, _ in one.pieces) for one in told] == expected
        assert [one.number for one in told] == list(range(1, len(expected) + 1))
    assert all(row.left and row.right for row in comparison.rows if row.kind != "apart")


@settings(deadline=None)
@given(bodies, bodies)
@example(FIRST, SECOND)
def test_it_says_the_same_when_the_articles_change_sides(left: Article, right: Article) -> None:
    mirrored = {Row(row.kind, row.right, row.left) for row in compare(right, left).rows}
    assert set(compare(left, right).rows) == mirrored


@settings(deadline=None)
@given(bodies)
def test_it_finds_every_sentence_shared_between_an_article_and_itself(body: Article) -> None:
    rows = compare(body, replace(body, id="y")).rows
    assert [row.kind for row in rows] == ["shared"] * len(sentences(body.body))
    assert [told.number for row in rows for told in row.left] == [told.number for row in rows for told in row.right]


few = st.lists(st.sampled_from("abc"), max_size=8)


def longest(left: list[str], right: list[str]) -> int:
    """The length of a longest common subsequence, by its definition."""
    if not left or not right:
        return 0
    if left[0] == right[0]:
        return 1 + longest(left[1:], right[1:])
    return max(longest(left[1:], right), longest(left, right[1:]))


@given(few, few)
def test_it_marks_no_more_words_than_it_must(left: list[str], right: list[str]) -> None:
    common = common_words(left, right)
    assert all(i < further_i and j < further_j for (i, j), (further_i, further_j) in pairwise(common))
    assert all(left[i] == right[j] for i, j in common)
    assert len(common) == longest(left, right)


def test_it_looks_at_so_much_of_a_text_and_says_so() -> None:
    long = article("a", *(f"Pier {number} of the bridge has cracks." for number in range(MOST_SENTENCES + 9)))
    found = compare(long, replace(long, id="b"))
    assert (len(found.rows), found.is_cut) == (MOST_SENTENCES, True)
    endless = article("a", "pier elbe " * MOST_CHARACTERS)
    assert compare(endless, FIRST).is_cut
    assert compare(endless, replace(endless, id="b", body="x " + endless.body)).count("reworded") == 1
