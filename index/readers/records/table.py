"""Tables: CSV and its relatives, an article in each row, under a row with the names of the fields."""

import csv
from collections.abc import Iterator, Mapping
from itertools import islice

from index.errors import Unreadable
from index.readers.encodings import text_lines
from index.readers.fields import ONLY_ADDRESS, address, article_of_record, known_fields, placed_in
from index.readers.records.column_order import in_one_order
from index.readers.records.rows import LONGEST_CELL, TableRows, long_cells
from index.readers.source import FileSource, Found

DELIMITERS = ",;\t|"


def read_table(source: FileSource) -> Iterator[Found]:
    """The article of each row; a row that is none is named, and the others are still read."""
    yield from in_one_order(rows_of(source))


def rows_of(source: FileSource) -> Iterator[Found]:
    """The article of each row as it stands there."""
    lines = text_lines(source.stream, LONGEST_CELL)
    header = header_of(lines, source.fields)
    rows = TableRows(header, lines, delimiter_of(header, source.fields))
    if not known_fields(rows.names, source.fields):
        if url := next(filter(None, map(address, rows.names)), None):
            raise Unreadable(f"no names above its columns, and in its rows {ONLY_ADDRESS} ({url}, …)")
        listed = ", ".join(name.strip() for name in rows.names[:12])
        raise Unreadable(f"no column is known ({listed}): name them with  --map body=NAME --map title=NAME")
    for number, row in enumerate(rows, 1):
        if isinstance(row, str):
            yield Unreadable(f"row {number}: {row}")
        elif any(cell.strip() for cell in row):
            yield article_of_row(rows.names, row, number, source.fields)


MOST_ABOVE = 20
"""Lines that a program writes above the names: what was searched for, by whom, and when."""
FEWEST_KNOWN = 2


def header_of(lines: Iterator[str], fields: Mapping[str, str]) -> str:
    """The line with the names: the first, or one of the next that has known ones; "sep=;" of Excel is none."""
    first = next(lines, "")
    if first[:4].lower() == "sep=":
        first = next(lines, "")
    if known_in(first, fields):
        return first
    return next((line for line in islice(lines, MOST_ABOVE) if known_in(line, fields) >= FEWEST_KNOWN), first)


def known_in(line: str, fields: Mapping[str, str]) -> int:
    """How many known names a line has, whichever character stands between them."""
    return max(known_between(delimiter, line, fields)[0] for delimiter in DELIMITERS)


def delimiter_of(header: str, fields: Mapping[str, str]) -> str:
    """The character between the names: the one that makes most of them names that are known.

    Not told from the rows, where the commas of an article outnumber those between its fields.
    """
    return max(DELIMITERS, key=lambda delimiter: known_between(delimiter, header, fields))


@long_cells()
def known_between(delimiter: str, line: str, fields: Mapping[str, str]) -> tuple[int, int]:
    """How many known names a line has with this character between them, and how many names."""
    names = next(csv.reader([line], delimiter=delimiter), [])
    return known_fields(names, fields), len(names)


def article_of_row(names: list[str], cells: list[str], number: int, fields: Mapping[str, str]) -> Found:
    """The article of a row, or what is wrong with it."""
    if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        return Unreadable(f"row {number}: {len(cells)} cells under {len(names)} names")
    try:
        record = dict(zip((name.strip() for name in names), cells, strict=False))
        return article_of_record(record, fields, number)
    except Unreadable as error:
        return placed_in(f"row {number}", error)
