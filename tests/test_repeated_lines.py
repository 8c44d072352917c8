"""Lines that a site repeats under one story after another."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotations import SiteLine
from index.article import Article, Removed
from index.cleaning.repeated_lines import LONGEST_LINE, RULE, key_of, lines_of, site_of, texts_of_lines, without_lines
from index.columns.repeated_line_counts import LineCounts, often_met, under_many_beginnings

APP = "Get our app for the latest."
BODY = f"Talks begin.\n\n{APP}\n\nThey go on."


def article(body: str, **facts: str) -> Article:
    """An article of these paragraphs."""
    return Article("a", "/a.txt", "Talks", True, body, **facts)  # type: ignore[arg-type]


def line_key(site: str, line: str) -> int:
    """The key of a line that is not too long."""
    key = key_of(site, line)
    assert key is not None
    return key


@pytest.mark.parametrize(
    ("facts", "site"),
    [
        ({"url": "https://www.example.org/a", "source": "Example"}, "example.org"),
        ({"url": "http://[broken", "source": "The Example!"}, "the example"),
        ({"url": "no address", "source": "CNN"}, "cnn"),
        ({"url": "http://пример.рф/a"}, "пример.рф"),
        ({"url": "http://127.0.0.1/a"}, "127.0.0.1"),
        ({"url": "https://web.archive.org/web/2022/https://www.ohio-times.com/3"}, "ohio-times.com"),
        ({"url": "https://web.archive.org/web/2022/https://t.co/3"}, None),
        ({"url": "https://web.archive.org/web/2022/", "source": "CNN"}, "cnn"),
        ({"url": "https://www.facebook.com/a"}, None),
        ({"url": "https://m.facebook.com./a", "source": "Ohio Times"}, "ohio times"),
        ({"url": "https://news.google.com/a", "source": "news.google.com"}, None),
        ({}, None),
    ],
)
def test_it_knows_the_site_by_its_address_or_else_by_the_outlet(facts: dict[str, str], site: str | None) -> None:
    assert site_of(article(BODY, **facts)) == site


def test_it_knows_a_line_in_spite_of_case_and_spaces_and_never_on_another_site() -> None:
    assert line_key("a.org", "Get  our APP") == line_key("a.org", "get our app ")
    assert line_key("a.org", APP) != line_key("b.org", APP)
    assert (line_key("a.org", APP) % 2, line_key("a.org", "word " * 50) % 2) == (0, 1)


def test_it_leaves_out_the_lines_and_remembers_where_they_stood() -> None:
    key = line_key("a.org", APP)
    whole = article(BODY, url="https://a.org/1")
    cleaned = without_lines(whole, {key})
    assert (cleaned.body, cleaned.removed) == ("Talks begin.\n\nThey go on.", (Removed(APP, RULE, 1),))
    assert lines_of(cleaned)[1] == SiteLine(key, True)
    assert [line.key for line in lines_of(cleaned)] == [line.key for line in lines_of(whole)]
    assert texts_of_lines(cleaned) == texts_of_lines(whole)


LINES = st.lists(st.sampled_from(["One.", "Two.", "Three.", "Four.", "x" * (LONGEST_LINE + 1), ""]), min_size=1)
CHOSEN = st.sets(st.sampled_from(["One.", "Two.", "Three.", "Four."]))


@given(LINES, CHOSEN, CHOSEN)
def test_what_is_left_out_does_not_depend_on_what_was_left_out_before(
    lines: list[str], before: set[str], now: set[str]
) -> None:
    whole = replace(article("\n\n".join(lines), source="CNN"), removed=(Removed("Read also: more", "teaser"),))
    first, second = ({line_key("cnn", line) for line in chosen} for chosen in (before, now))
    left = without_lines(without_lines(whole, first), second)
    assert left == without_lines(whole, second)
    assert without_lines(left, set()) == whole
    kept = [line for line in lines if line not in now]
    assert left.body == "\n\n".join(kept or lines)


def test_it_leaves_an_article_that_is_nothing_but_such_lines() -> None:
    lone = article(APP, source="CNN")
    assert without_lines(lone, {line_key("cnn", APP)}) == lone
    assert without_lines(article(APP), {line_key("cnn", APP)}) == article(APP)


def test_it_does_not_look_at_very_long_lines() -> None:
    line = "x" * (LONGEST_LINE + 1)
    assert lines_of(article(line, source="CNN")) == ()
    both = article(f"{APP}\n\n{line}", source="CNN")
    assert (key_of("cnn", line), without_lines(both, {line_key("cnn", APP)}).body) == (None, line)


def rows(*articles: list[int]) -> LineCounts:
    """The lines of articles, by their keys."""
    owners = np.repeat(np.arange(len(articles)), [len(keys) for keys in articles])
    keys = np.array([key for keys in articles for key in keys], np.int64)
    return LineCounts(owners, keys, np.zeros(len(keys), bool))


def test_a_line_may_be_repeated_that_stands_in_three_articles_and_a_long_one_in_six() -> None:
    three, six = [[2, 10, 12, 12]] * 2 + [[12]], [[21, 23]] * 5 + [[23]]
    assert often_met(rows(*three, *six)).tolist() == [12, 23]
    assert often_met(rows()).tolist() == []


def test_it_takes_six_beginnings_to_call_a_line_repeated_where_all_seems_one_story() -> None:
    under_a_header = [[8, number, 10, 21] for number in range(30, 42, 2)]
    twice = [[number, 12, 12] for number in (50, 52, 54, 56, 58)] + [[8, 50, 12], [12]]
    lines = rows(*under_a_header, *twice)
    assert under_many_beginnings(lines, np.array([8, 10, 12, 21])).tolist() == [8, 10]
