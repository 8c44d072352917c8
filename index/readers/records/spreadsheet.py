"""Spreadsheets of Excel and LibreOffice: an article in each row under the names of the columns, of each sheet."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from index.errors import Unreadable
from index.readers.documents.zipped_parts import require_small
from index.readers.fields import ListedOnly, known_fields
from index.readers.records.column_order import in_one_order
from index.readers.records.table import article_of_row
from index.readers.source import FileSource, Found

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MOST_ROWS_ABOVE_NAMES = 30
"""Services put their own name and the question above the table."""
FEWEST_NAMES = 2
WHAT = "a spreadsheet"
MOST_CELL_MARKS = 6_000_000
"""Elements of XML in all parts: three for each cell."""

Cell = str | float | bool | date | datetime | time | timedelta


def read_spreadsheet(source: FileSource) -> Iterator[Found]:
    """The article of each row; a row that is none is named, and the others are still read."""
    yield from in_one_order(rows_of(source))


def rows_of(source: FileSource) -> Iterator[Found]:
    """The article of each row as it stands there."""
    data = source.whole()
    if data.startswith(b"PK"):
        require_small(data, WHAT, MOST_CELL_MARKS)
    # Imported here, because few folders hold spreadsheets.
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
    except PasswordError as error:
        raise Unreadable("protected with a password") from error
    except (CalamineError, ValueError, OSError) as error:
        raise Unreadable(f"not {WHAT}, or a damaged one") from error
    tables = [(sheet.name, table) for sheet in sheets if (table := table_in(sheet, source.fields))]
    if not tables:
        listed = ", ".join(cell for sheet in sheets[:1] for cell in first_row(sheet)[:12] if cell)
        raise Unreadable(f"no column is known ({listed}): name them with  --map body=NAME --map title=NAME")
    number = 0
    for name, (names, rows) in tables:
        for row, cells in rows:
            number += 1
            yield article_of_sheet_row(names, cells, (number, row, name if len(tables) > 1 else ""), source.fields)


def table_in(
    sheet: "CalamineSheet", fields: Mapping[str, str]
) -> tuple[list[str], Iterator[tuple[int, list[str]]]] | None:
    """The names of the columns of a sheet and the rows below them, each with its number; None when it has no names."""
    rows = enumerate((texts(row) for row in sheet.iter_rows()), 1 + (sheet.start or (0, 0))[0])
    best: list[str] = []
    above = [row for _, row in zip(range(MOST_ROWS_ABOVE_NAMES), rows, strict=False)]
    place = -1
    for number, (_, cells) in enumerate(above):
        if known_fields(cells, fields) > known_fields(best, fields):
            best, place = cells, number
    if known_fields(best, fields) < min(FEWEST_NAMES, sum(map(bool, best))) or place < 0:
        return None

    return best, told_once(chain(above[place + 1 :], rows))


def told_once(rows: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything; of the same ones one after the other, which may be a billion, the first."""
    before: list[str] = []
    for number, cells in rows:
        if cells != before and any(cells):
            yield number, cells
        before = cells


def first_row(sheet: "CalamineSheet") -> list[str]:
    """The cells of the first row; none of an empty sheet."""
    return texts(next(iter(sheet.iter_rows()), []))


def texts(cells: Sequence[Cell]) -> list[str]:
    """The cells of a row as texts: days as they are written in ISO 8601, whole numbers without a point."""
    return [text_of_cell(cell) for cell in cells]


def text_of_cell(cell: Cell) -> str:
    """A cell as a text."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def article_of_sheet_row(
    names: list[str], cells: list[str], place: tuple[int, int, str], fields: Mapping[str, str]
) -> Found:
    """The article of a row, or what is wrong with it, by its number in the sheet."""
    number, row, sheet = place
    found = article_of_row(names, cells[: len(names)], number, fields)
    if not isinstance(found, Unreadable):
        return found
    where = f"sheet {sheet}, row {row}" if sheet else f"row {row}"
    why = str(found).replace(f"row {number}", where, 1)
    return ListedOnly(why, found.rough) if isinstance(found, ListedOnly) else Unreadable(why)
