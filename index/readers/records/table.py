"""Tables: CSV and its relatives, an article in each row, under a row with the names of the fields."""

import csv
from collections.abc import Iterator, Mapping

from index.errors import Unreadable
from index.readers.encodings import text_lines
from index.readers.fields import known_fields, rough_article
from index.readers.records.rows import LONGEST_CELL, TableRows, long_cells
from index.readers.source import FileSource, Found

DELIMITERS = ",;\t|"


def read_table(source: FileSource) -> Iterator[Found]:
    """The article of each row; a row that is none is named, and the others are still read."""
    lines = text_lines(source.stream, LONGEST_CELL)
    header = next(lines, "")
    if header[:4].lower() == "sep=":
        header = next(lines, "")
    rows = TableRows(header, lines, delimiter_of(header, source.fields))
    if not known_fields(rows.names, source.fields):
        listed = ", ".join(name.strip() for name in rows.names[:12])
        raise Unreadable(f"no column is known ({listed}): name them with  --map body=NAME --map title=NAME")
    for number, row in enumerate(rows, 1):
        if isinstance(row, str):
            yield Unreadable(f"row {number}: {row}")
        elif any(cell.strip() for cell in row):
            yield article_of_row(rows.names, row, number, source.fields)


@long_cells()
def delimiter_of(header: str, fields: Mapping[str, str]) -> str:
    """The character between the names: the one that makes most of them names that are known.

    Not told from the rows, where the commas of an article outnumber those between its fields.
    """

    def known(delimiter: str) -> tuple[int, int]:
        names = next(csv.reader([header], delimiter=delimiter), [])
        return known_fields(names, fields), len(names)

    return max(DELIMITERS, key=known)


def article_of_row(names: list[str], cells: list[str], number: int, fields: Mapping[str, str]) -> Found:
    """The article of a row, or what is wrong with it."""
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        return Unreadable(f"row {number}: {len(cells)} cells under {len(names)} names")
    try:
        return rough_article(dict(zip((name.strip() for name in names), cells, strict=False)), fields, number)
    except Unreadable as error:
        return Unreadable(f"row {number}: {error}")
