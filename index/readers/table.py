"""Tables: CSV and its relatives, an article in each row, under a row with the names of the fields."""

import csv
from collections.abc import Iterator, Mapping
from itertools import chain

from index.errors import Unreadable
from index.readers.encodings import text_lines
from index.readers.fields import known_fields, rough_article
from index.readers.source import Found, Source

DELIMITERS = ",;\t|"
LONGEST_CELL = 2 * 1024 * 1024
"""Characters; a longer one has swallowed the rows that follow a quotation mark that is never closed."""


def read_table(source: Source) -> Iterator[Found]:
    """The article of each row; a row that is none is named, and the others are still read."""
    # The module has one limit for the whole process; its own is too small for a long article.
    csv.field_size_limit(LONGEST_CELL)
    lines = text_lines(source.stream, LONGEST_CELL)
    header = next(lines, "")
    if header[:4].lower() == "sep=":
        header = next(lines, "")
    delimiter = delimiter_of(header, source.fields)
    below = Lines(header, lines)
    rows = csv.reader(below, delimiter=delimiter)
    names = next(rows)
    if not known_fields(names, source.fields):
        listed = ", ".join(name.strip() for name in names[:12])
        raise Unreadable(f"no column is known ({listed}): name them with  --map body=NAME --map title=NAME")
    number = 0
    while True:
        number += 1
        below.begin_row()
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Unreadable(f"row {number}: {error}")
            continue
        if below.breaks_off():
            yield Unreadable(f"row {number}: a quotation mark in it is never closed")
        elif any(cell.strip() for cell in cells):
            yield article_of_row(names, cells, number, source.fields)


class Lines:
    """The lines of a table, without NUL characters; it knows whether the last row breaks off inside quotation marks."""

    def __init__(self, header: str, below: Iterator[str]) -> None:
        self.rest = chain([header], below)
        self.lines = self.quotes = 0
        self.are_done = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = next(self.rest)
        except StopIteration:
            self.are_done = True
            raise
        self.lines += 1
        self.quotes += line.count('"')
        return line.replace("\0", "")

    def begin_row(self) -> None:
        """The lines that follow are another row."""
        self.lines = self.quotes = 0

    def breaks_off(self) -> bool:
        """The row took several lines, up to the end of the file, and a quotation mark in it has no partner."""
        return self.are_done and self.lines > 1 and self.quotes % 2 == 1


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
