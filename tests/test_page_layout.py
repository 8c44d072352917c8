"""PDF pages: columns, and what stands in the margins."""

import io
from collections.abc import Sequence
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from index.article import RoughArticle
from index.readers.documents.page_layout import Box, columns, joined_lines
from index.readers.documents.page_margins import PRINT_FOOT, PRINT_HEAD, without_margins
from index.readers.documents.pdf import read_pdf
from tests.made_files import BODY, PARAGRAPHS, read

FIRST = wrap(" ".join(PARAGRAPHS), 38)
SECOND = wrap(" ".join(reversed(PARAGRAPHS)), 38)


def placed_pdf(pages: Sequence[Sequence[tuple[float, float, str]]]) -> bytes:
    """A PDF file with these lines at these places, in points from the lower left corner, in the order given."""
    writer = PdfWriter()
    for lines in pages:
        sheet = writer.add_blank_page(595, 842)
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        fonts = DictionaryObject(
            {NameObject("/F1"): DictionaryObject({NameObject(k): NameObject(v) for k, v in font.items()})}
        )
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        content = DecodedStreamObject()
        shown = "".join(f"BT /F1 10 Tf {x} {y} Td ({line}) Tj ET\n" for x, y, line in lines)
        content.set_data(shown.encode("latin-1"))
        sheet[NameObject("/Contents")] = writer._add_object(content)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def two_columns(row_by_row: bool) -> list[tuple[float, float, str]]:
    """A headline over two columns, drawn row by row or column by column."""
    left = [(40.0, 740.0 - 13 * n, line) for n, line in enumerate(FIRST)]
    right = [(320.0, 740.0 - 13 * n, line) for n, line in enumerate(SECOND)]
    rows = [line for pair in zip(left, right, strict=False) for line in pair]
    rows += [*left[len(right) :], *right[len(left) :]]
    return [
        (40.0, 790.0, "A headline that stands over both of the columns of this page, from left to right"),
        *(rows if row_by_row else left + right),
    ]


@pytest.mark.parametrize("row_by_row", [True, False])
def test_it_reads_two_columns_one_after_the_other(row_by_row: bool) -> None:
    (found,) = read(read_pdf, placed_pdf([two_columns(row_by_row)]))
    assert isinstance(found, RoughArticle)
    words = " ".join(found.text.split())
    assert words.startswith("A headline that stands over both of the columns")
    assert words.endswith(" ".join([*FIRST, *SECOND]))


def test_it_leaves_numbered_lines_and_one_column_as_they_are() -> None:
    numbered = [
        piece
        for n, line in enumerate(FIRST)
        for piece in [(40.0, 700 - 13.0 * n, f"{n}."), (80.0, 700 - 13.0 * n, line)]
    ]
    (found,) = read(read_pdf, placed_pdf([numbered]))
    assert isinstance(found, RoughArticle)
    assert " ".join(found.text.split()) == " ".join(f"{n}. {line}" for n, line in enumerate(FIRST))


def test_pieces_of_a_line_are_one_line() -> None:
    pieces = [Box(0, 0, 10, 10), Box(12, 0, 30, 10), Box(60, 0, 90, 10), Box(0, 20, 50, 30)]
    assert joined_lines(pieces) == [Box(0, 20, 50, 30), Box(0, 0, 30, 10), Box(60, 0, 90, 10)]


@given(st.lists(st.tuples(*[st.integers(0, 500)] * 2, st.integers(1, 200), st.integers(1, 30)), max_size=80))
def test_any_page_keeps_all_of_its_lines(places: list[tuple[int, int, int, int]]) -> None:
    pieces = [Box(x, y, x + width, y + height) for x, y, width, height in places]
    ordered = columns(pieces)
    assert ordered is None or sorted(map(repr, ordered)) == sorted(map(repr, joined_lines(pieces)))


HEADS = [
    "13/03/2024, 10:11 Talks go on",
    "3/13/24, 10:11 AM Talks go on",
    "13.3.2024, 10:11 Talks go on",
    "2024-03-13 10:11:12 Talks go on",
]


@pytest.mark.parametrize("head", HEADS)
def test_what_a_browser_prints_above_and_below_a_page_is_not_its_text(head: str) -> None:
    assert PRINT_HEAD.fullmatch(head)
    lines = [head, *wrap(BODY.replace("\n", " "), 80), "https://example.org/2022/11/11/talks 1/1"]
    pages = [[(40.0, 800 - 14.0 * n, line) for n, line in enumerate(lines)]]
    (found,) = read(read_pdf, placed_pdf(pages))
    assert isinstance(found, RoughArticle)
    assert " ".join(found.text.split()) == " ".join(PARAGRAPHS)
    assert found.url == "https://example.org/2022/11/11/talks"


def test_a_day_and_a_clock_above_a_text_that_nobody_printed_stay() -> None:
    pages = without_margins([["13/03/2024, 10:11 Talks go on", "They go on."]])
    assert pages.pages == (("13/03/2024, 10:11 Talks go on", "They go on."),)
    assert not PRINT_FOOT.fullmatch("See https://example.org/a for more")


def test_numbers_and_running_heads_of_pages_are_left_out_and_a_sentence_goes_on() -> None:
    bodies = [
        ["The talks went on for a", "third day, and"],
        ["the hosts, officials", "said, were tired."],
        ["Nobody knew.", "Or said so."],
    ]
    pages = [[f"The Example, page {n}", *body, f"- {n} -"] for n, body in enumerate(bodies, 1)]
    kept = without_margins(pages)
    assert [list(page) for page in kept.pages] == bodies


def test_what_stands_on_two_pages_of_many_stays() -> None:
    pages = [["Talks", f"Text {word}", "more"] for word in ("one", "two")]
    assert without_margins(pages).pages == tuple(map(tuple, pages))
