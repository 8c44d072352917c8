"""Lines that a site repeats under one story after another."""

import numpy as np
import pytest

from index.article import Article, Removed
from index.columns.repeats import begun_often, repeated_keys
from index.repeated_lines import LONGEST_LINE, RULE, Line, line_key, lines_of, site_of, without_lines

APP = "Get our app for the latest."
BODY = f"Talks begin.\n\n{APP}\n\nThey go on."


def article(body: str, **facts: str) -> Article:
    """An article of these paragraphs."""
    return Article("a", "/a.txt", "Talks", True, body, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "site"),
    [
        ({"url": "https://www.example.org/a", "source": "Example"}, "example.org"),
        ({"url": "http://[broken", "source": "The Example!"}, "the example"),
        ({"url": "no address", "source": "CNN"}, "cnn"),
        ({}, None),
    ],
)
def test_it_knows_the_site_by_its_address_or_else_by_the_outlet(facts: dict[str, str], site: str | None) -> None:
    assert site_of(article(BODY, **facts)) == site


def test_it_knows_a_line_in_spite_of_case_and_spaces_and_never_on_another_site() -> None:
    assert line_key("a.org", "Get  our APP") == line_key("a.org", "get our app ")
    assert line_key("a.org", APP) != line_key("b.org", APP)
    assert (line_key("a.org", APP) % 2, line_key("a.org", "word " * 50) % 2) == (0, 1)


def test_it_leaves_out_the_lines_and_remembers_them() -> None:
    key = line_key("a.org", APP)
    cleaned = without_lines(article(BODY, url="https://a.org/1"), {key})
    assert (cleaned.body, cleaned.removed) == ("Talks begin.\n\nThey go on.", (Removed(APP, RULE),))
    assert Line(key, True) in lines_of(cleaned)
    assert without_lines(cleaned, {key}) == cleaned
    before = lines_of(article(BODY, url="https://a.org/1"))
    assert {line.key for line in lines_of(cleaned)} == {line.key for line in before}


def test_it_leaves_an_article_that_is_nothing_but_such_lines() -> None:
    lone = article(APP, source="CNN")
    assert without_lines(lone, {line_key("cnn", APP)}) == lone
    assert without_lines(article(APP), {line_key("cnn", APP)}) == article(APP)


def test_it_does_not_look_at_very_long_lines() -> None:
    line = "x" * (LONGEST_LINE + 1)
    assert lines_of(article(line, source="CNN")) == ()
    both = article(f"{APP}\n\n{line}", source="CNN")
    assert without_lines(both, {line_key("cnn", APP), line_key("cnn", line)}).body == line


def test_it_takes_three_stories_to_call_a_line_repeated_and_six_for_a_long_one() -> None:
    rows = {10: [1, 2, 2, 1], 12: [1, 2, 3], 21: [1, 2, 3, 4, 5, 5], 23: [1, 2, 3, 4, 5, 6]}
    keys = np.array([key for key, stories in rows.items() for _ in stories])
    stories = np.array([story for stories in rows.values() for story in stories])
    order = np.random.default_rng(1).permutation(len(keys))
    assert repeated_keys(keys[order], stories[order]).tolist() == [12, 23]
    assert repeated_keys(np.zeros(0, int), np.zeros(0, int)).tolist() == []


def test_it_takes_six_beginnings_to_call_a_line_repeated_where_all_seems_one_story() -> None:
    rows = {10: [1, 2, 3, 4, 5, 5], 12: [1, 2, 3, 4, 5, 6], 14: [14, 1, 2, 3, 4, 5], 21: [1, 2, 3, 4, 5, 6]}
    keys = np.array([key for key, firsts in rows.items() for _ in firsts])
    firsts = np.array([first for firsts in rows.values() for first in firsts])
    assert begun_often(keys, firsts).tolist() == [12]
