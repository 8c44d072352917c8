"""Wrapped lines of printed pages."""

import pytest

from index.article import RoughArticle
from index.ingest.article_assembly import article_of
from index.readers.documents.line_flow import PrintedLine, flowing
from index.readers.documents.page_layout import Box
from index.readers.documents.pdf import read_pdf
from tests.made_files import read
from tests.test_page_layout import placed_pdf

WRAPPED = [
    "Der Hafen bleibt am Freitag geschlossen, weil alle",
    "Hafenarbeiter seit Mittwoch streiken und niemand",
    "Containerschiffe entlädt. Die Reederei verliert je",
    "Tagesschicht eine Million Euro, und die Gemeinden",
    "verlieren Steuern.",
]


def placed(rows: list[tuple[float, float, str]]) -> list[PrintedLine]:
    """Lines at these left ends and bottoms, ten points high, six points for each letter."""
    return [PrintedLine(text, Box(left, bottom, left + 6 * len(text), bottom + 10)) for left, bottom, text in rows]


def rows(lines: list[str], top: float = 700, left: float = 40) -> list[tuple[float, float, str]]:
    """Lines one under the other."""
    return [(left, top - 12 * number, line) for number, line in enumerate(lines)]


def paragraphs(found: list[str]) -> list[str]:
    """Lines of which those that go on are joined."""
    return "\n".join(found).replace(" \n", " ").split("\n")


def test_a_line_goes_on_where_the_next_word_did_not_fit() -> None:
    assert paragraphs(flowing(placed(rows(WRAPPED)))) == [" ".join(WRAPPED)]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (rows(WRAPPED, 700 - 5 * 12 - 8), "a gap"),
        ([(52, 640, WRAPPED[0]), *rows(WRAPPED[1:], 628)], "an indent"),
        (rows(WRAPPED, 640), "room in the last line"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_paragraph_ends(second: list[tuple[float, float, str]], why: str) -> None:
    assert paragraphs(flowing(placed([*rows(WRAPPED), *second]))) == [" ".join(WRAPPED)] * 2, why


@pytest.mark.parametrize(
    "above",
    [
        ["The Sun, 11 November 2022"],
        ["The Sun", "11 November 2022"],
        ["Von Jana Meier", "Hamburg"],
    ],
)
def test_what_stands_above_the_text_is_no_part_of_it(above: list[str]) -> None:
    lines = [*rows(above, 740), *rows(WRAPPED)]
    assert paragraphs(flowing(placed(lines))) == [*above, " ".join(WRAPPED)]


def test_items_of_a_list_are_lines() -> None:
    items = [f"• {line}" for line in WRAPPED[:4]]
    assert paragraphs(flowing(placed(rows(items)))) == items


def test_a_printed_article_has_its_paragraphs_and_its_day() -> None:
    page = [
        *((40.0, 700.0 - 12 * number, line) for number, line in enumerate(WRAPPED)),
        *((40.0, 620.0 - 12 * number, line) for number, line in enumerate(WRAPPED)),
    ]
    drawn = [(40.0, 760.0, "Streik im Hafen"), (40.0, 730.0, "Hafenblatt, 11. November 2022"), *page]
    (found,) = read(read_pdf, placed_pdf([drawn]))
    assert isinstance(found, RoughArticle)
    prose = " ".join(WRAPPED)
    assert found.text.split("\n") == ["Streik im Hafen", "Hafenblatt, 11. November 2022", prose, prose]
    published = article_of(found, "/streik.pdf").published
    assert published is not None
    assert (str(published.first), published.how) == ("2022-11-11", "stated")
