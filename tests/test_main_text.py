"""Where the article stands in the lines of a saved page."""

import pytest

from index.cleaning.main_text import Landmarks, landmarks

PROSE = "The talks in Geneva went on for a third day, officials said, and nobody who took part would say when they end."


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        (["News", "Talks", PROSE, PROSE, "Sport"], Landmarks(2, 2, 3, 5)),
        ([PROSE, *["x"] * 9, "Talks", PROSE, "Geneva", PROSE, *["x"] * 9, PROSE], Landmarks(0, 11, 23, 24)),
        ([PROSE, *["x"] * 9, PROSE], Landmarks(0, 0, 10, 11)),
        ([PROSE, "Comments", PROSE, PROSE], Landmarks(0, 0, 3, 1)),
        ([PROSE, "3 Kommentare", *["x"] * 9, PROSE, PROSE], Landmarks(0, 11, 12, 13)),
        ([*[PROSE] * 3, "3 Kommentare", *["x"] * 9, *[PROSE] * 9], Landmarks(0, 0, 21, 3)),
        ([*[PROSE] * 3, "2 thoughts on “The talks”", "So sad."], Landmarks(0, 0, 2, 3)),
        ([*[PROSE] * 3, "2 thoughts came to him", "So sad."], Landmarks(0, 0, 2, 5)),
    ],
)
def test_it_finds_where_the_article_stands(lines: list[str], marks: Landmarks) -> None:
    assert landmarks(lines) == marks


def test_it_finds_nothing_without_prose() -> None:
    assert landmarks(["News", "Talks go on", ""]) is None


def test_a_line_stands_below_the_beginning_of_prose_that_is_nearer() -> None:
    marks = Landmarks(first=10, main=50, last=90, comments=95)
    assert [marks.place(number) for number in (8, 12, 45, 50, 60)] == [-2, 2, -5, 0, 10]


@pytest.mark.parametrize("line", ["x", PROSE, "x " * 400, "3 comments on " * 20, "3 comments on “x” " * 10])
def test_it_reads_many_lines(line: str) -> None:
    assert landmarks([PROSE, *[line] * 20_000]) is not None
