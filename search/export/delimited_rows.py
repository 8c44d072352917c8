"""Articles as rows of CSV and TSV that a spreadsheet opens without obeying what stands in them."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

from search.export.all_matches import RankedArticle

COLUMNS = (
    *("rank", "id", "title", "source", "author", "place"),
    *("published_first", "published_last", "precision", "how", "confidence"),
    *("url", "path", "record", "story"),
)
"""What is not known is an empty cell."""

UNSEEN = r"[\s\x00-\x1f\x7f-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
FORMULA = re.compile(rf"{UNSEEN}[=+\-@＝＋－＠]|[\t\r\n]")
"""How a text begins that spreadsheets take for a formula (OWASP, CSV injection), whatever unseen stands before it."""

Cell = str | int | float | None


def csv_rows(found: Iterable[RankedArticle]) -> Iterator[str]:
    """A head, and a row for each article."""
    yield csv_row(COLUMNS)
    for each in found:
        yield csv_row(cells(each))


def tsv_rows(found: Iterable[RankedArticle]) -> Iterator[str]:
    """The same between tabs; a tab or the end of a line within a cell is a space."""
    yield tsv_row(COLUMNS)
    for each in found:
        yield tsv_row(cells(each))


def cells(found: RankedArticle) -> Sequence[Cell]:
    """What is known of an article, in the order of COLUMNS."""
    article, published = found.article, found.article.published
    dated: tuple[Cell, ...] = (None,) * 5
    if published is not None:
        dated = (
            published.first.isoformat(),
            published.last.isoformat(),
            published.precision,
            published.how,
            round(published.confidence, 4),
        )
    told = (found.rank, article.id, article.title, article.source, article.author, article.place)
    return (*told, *dated, article.url, article.path, article.record, article.story)


def csv_row(cells: Iterable[Cell]) -> str:
    """A row as RFC 4180 writes it, but for the end of its line, which is that of other lines here."""
    return str(CSV.writerow([defused(cell) for cell in cells]))


def tsv_row(cells: Iterable[Cell]) -> str:
    """A row between tabs; a cell that holds quotation marks stands in quotation marks, as in CSV."""
    return str(TSV.writerow([defused(flat(cell)) for cell in cells]))


def flat(cell: Cell) -> Cell:
    """The cell on one line, without tabs."""
    return re.sub(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", " ", cell) if isinstance(cell, str) else cell


def defused(cell: Cell) -> str | int | float:
    """The cell with an apostrophe before what a spreadsheet would take for a formula, as people type it there."""
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell


class Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        """The text."""
        return text


CSV = csv.writer(Echo(), lineterminator="\n")
TSV = csv.writer(Echo(), delimiter="\t", lineterminator="\n")
