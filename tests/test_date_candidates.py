"""Lines with a day in them, taken apart."""

from datetime import date

import pytest

from index.publication_date.date_candidates import dated_line, is_foreign, order_of_figures

NOVEMBER_11 = date(2022, 11, 11)
LONG = "The talks in Geneva went on for a third day, and nobody who took part would say when they end. " * 3


def test_it_takes_a_line_apart() -> None:
    dated = dated_line("Jane Doe, 11 November 2022, 10:53 | 3 comments", None)
    assert dated is not None
    assert (dated.days.first, dated.before, dated.is_opening) == (NOVEMBER_11, "Jane Doe, ", False)
    assert dated.rest.split() == ["Jane", "Doe,", "|", ",", "|"]


@pytest.mark.parametrize(
    ("line", "is_repeated"),
    [
        ("11. November 202211. November 2022 Jana Dohm", True),
        ("11 November 2022", False),
        ("11 November 2022, updated 12 November 2022", False),
    ],
)
def test_it_sees_a_day_that_is_said_twice(line: str, is_repeated: bool) -> None:
    dated = dated_line(line, None)
    assert dated is not None
    assert (dated.days.first, dated.is_repeated) == (NOVEMBER_11, is_repeated)


@pytest.mark.parametrize(
    "opening",
    [
        "11.11.2022 –",
        "11. 11. 2022.",
        "11. November 2022:",
        "Genf, 11. November 2022 –",
        "Pressemitteilung vom 11. November 2022 |",
        "Geneva, November 11, 2022 —",
    ],
)
def test_it_takes_what_a_long_line_opens_with(opening: str) -> None:
    dated = dated_line(f"{opening} {LONG}", None)
    assert dated is not None
    assert (dated.line, dated.days.first, dated.is_opening) == (opening, NOVEMBER_11, True)


@pytest.mark.parametrize("line", [f"On 11 November 2022 {LONG}", f"He came. 11 November 2022: {LONG}", LONG, "x", ""])
def test_it_finds_none(line: str) -> None:
    assert dated_line(line, None) is None


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        (["03/04/2022", "25/04/2022"], "day first"),
        (["03/04/2022", "4/25/22"], "month first"),
        (["4/25/2022", "25/04/2022"], None),
        (["03/04/2022", LONG], None),
        (["03/04/2022", *["Los delegados de las dos partes que asisten a las conversaciones"] * 3], "day first"),
        ([*["Los delegados de las dos partes que asisten a las conversaciones"] * 3], None),
    ],
)
def test_it_says_whether_the_day_stands_first(lines: list[str], order: str | None) -> None:
    assert order_of_figures(lines) == order


@pytest.mark.parametrize(
    ("line", "foreign"),
    [
        ("Die Gespräche in Genf gehen in den dritten Tag, und niemand weiß, ob das das Ende der Gespräche ist. ", True),
        ("Les pourparlers de Genève entrent dans une troisième journée, et les délégués des deux camps. ", True),
        ("The delegate, who came with the others from Los Angeles, is the head of the mission to Des Moines. ", False),
        ("x ", False),
    ],
)
def test_it_tells_english_from_other_languages(line: str, foreign: bool) -> None:
    assert is_foreign([line] * 3) == foreign
