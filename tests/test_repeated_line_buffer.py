"""Articles that are held back until the lines show which their sites repeat."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from index.annotations import SiteLine
from index.article import Article, Removed
from index.cleaning.repeated_lines import RULE, lines_of, without_lines
from index.ingest.repeated_line_buffer import LINE, MOST_CHARACTERS, MOST_HELD, RepeatedLineBuffer

APP = "Get our app for the latest."


def article(number: int, *lines: str) -> Article:
    """An article of these lines."""
    return Article(f"a{number}", f"/{number}.txt", "Talks", True, "\n\n".join(lines), source="CNN")


def given_by(articles: list[Article]) -> list[tuple[Article, tuple[SiteLine, ...]]]:
    """What becomes of these articles."""
    found: list[tuple[Article, tuple[SiteLine, ...]]] = []
    held = RepeatedLineBuffer(lambda article, lines: found.append((article, lines)))
    for each in articles:
        held.add(each)
    held.let_go()
    return found


def test_it_leaves_out_at_once_what_stands_under_six_different_beginnings() -> None:
    for count in (5, 6):
        found = [each for each, _ in given_by([article(number, f"Event {number}.", APP) for number in range(count)])]
        removed = () if count == 5 else (Removed(APP, RULE, 1),)
        assert {each.removed for each in found} == {removed}


def test_it_lets_articles_go_when_many_are_held_and_knows_their_lines_later() -> None:
    many = [article(number, f"Event {number}.", APP) for number in range(MOST_HELD)]
    found: list[str] = []
    held = RepeatedLineBuffer(lambda article, _: found.append(article.body))
    for each in many[:-1]:
        held.add(each)
    assert found == []
    held.add(many[-1])
    held.add(article(MOST_HELD, "One more event.", APP))
    held.let_go()
    assert (len(found), found[-1]) == (MOST_HELD + 1, "One more event.")


def test_it_lets_articles_go_when_what_was_left_out_of_them_takes_much_memory() -> None:
    left_out = tuple(Removed("Advertisement", "advertisement") for _ in range(MOST_CHARACTERS // LINE // 3))
    found: list[str] = []
    held = RepeatedLineBuffer(lambda article, _: found.append(article.body))
    for number in range(4):
        held.add(replace(article(number, f"Event {number}."), removed=left_out))
    assert len(found) == 3


LINES = st.lists(st.sampled_from(["One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.", APP]), min_size=1)


@given(st.lists(LINES, max_size=12))
def test_it_gives_every_article_in_order_with_its_lines_and_nothing_is_lost(texts: list[list[str]]) -> None:
    articles = [article(number, *lines) for number, lines in enumerate(texts)]
    found = given_by(articles)
    assert [without_lines(each, set()) for each, _ in found] == articles
    assert [lines for _, lines in found] == [lines_of(each) for each, _ in found]
