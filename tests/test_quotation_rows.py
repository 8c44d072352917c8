"""Which words of an article are quotations: what the index keeps is what a count of all words gives."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.analysis import forms, tokens
from index.annotations import Quote
from index.article import Article
from index.inversion.body_pieces import BodyPieces
from index.inversion.quotation_rows import QuotationRows
from index.quotations.speakers import quotes
from index.storage.arrays import Array
from index.text.text_starts import paragraph_starts, text_starts
from tests.built_index import built

TITLE = "Peace talks"
PIECES = ["“", "”", '"', "‘", "’", "'", "''", "\n\n", " ", " ", ".", ",", ":", "we go", "Milley", "Mark Milley", "said"]
PIECES += ["U.S.", "don’t", "’s", "e\u0301", "\u0301", "3.5", "100,000", "_", "東京", "x" * 300, "(", "—", "he"]
PIECES += [". I. J. K. Rowling", "!", "\n \n"]
bodies = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def plain_rows(body: str) -> list[tuple[int, int, int, int]]:
    """The words of quotations and names, counted in the whole body, and as many more as there are paragraphs before."""
    found = list(tokens(body))
    body_start = len(forms(TITLE)) + 1

    def position(place: int) -> int:
        return body_start + sum(token.end <= place for token in found) + paragraphs_until(place)

    def paragraphs_until(place: int) -> int:
        return sum(start <= place for start in paragraph_starts(body))

    def after(place: int) -> int:
        return body_start + sum(token.start < place for token in found) + paragraphs_until(place)

    def row(quote: Quote) -> tuple[int, int, int, int]:
        first, last = (position(quote.speaker[0]), after(quote.speaker[1])) if quote.speaker else (0, 0)
        return position(quote.start), position(quote.end), first, last

    return [row(quote) for quote in quotes(body)]


def counted(texts: list[str]) -> Array:
    return np.array([len(forms(text)) for text in texts], np.int64)


@settings(max_examples=300)
@example("“We go,” Mark Milley’s aide said. “We go,” Milley said. é“no” (Milley)")
@given(bodies)
def test_it_counts_as_the_whole_body_does(body: str) -> None:
    pieces = BodyPieces()
    counts = pieces.counted(counted([TITLE, *pieces.cut(body, quotes(body), text_starts(body))]))
    found = pieces.quotation_rows(counts).columns()
    assert counts.text_lengths().tolist() == counted([TITLE, body]).tolist()
    assert list(zip(*(column.tolist() for column in found.values()), strict=True)) == plain_rows(body)
    assert [each.first.tolist() for each in pieces.start_rows(counts)] == [
        [len(forms(TITLE)) + 1 + words_before(body, start) for start in starts] for starts in text_starts(body)
    ]


def words_before(body: str, start: int) -> int:
    """How many words stand before a place where no word does, and how many paragraphs begin there or before."""
    paragraphs = sum(paragraph <= start for paragraph in paragraph_starts(body))
    return sum(token.end <= start for token in tokens(body)) + paragraphs


ARTICLES = [
    Article("a", "/a.txt", TITLE, True, "“We go,” Mark Milley said. He had “no plans.”"),
    Article("b", "/b.txt", TITLE, True, ""),
    Article("c", "/c.txt", TITLE, True, "Biden said: “We stay.”"),
]


def test_the_rows_lie_in_the_index_and_survive_merging() -> None:
    with TemporaryDirectory() as folder:
        engine = built(Path(folder), [ARTICLES])
        rows = engine._segments[0].columns.rows(QuotationRows)
        expected = [row for article in ARTICLES for row in plain_rows(article.body)]
        assert rows.starts.tolist() == [0, 2, 2, 3]
        assert list(zip(*(column.tolist() for column in rows.columns().values()), strict=True)) == expected
