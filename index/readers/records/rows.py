"""The rows of a table, and where a quotation mark is never closed, the rows that it has swallowed."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST_CELL = 2 * 1024 * 1024
"""Characters; a longer one has swallowed the rows that follow a quotation mark that is never closed."""
LONGEST_ROW = 4 * LONGEST_CELL

NEVER_CLOSED = "a quotation mark in it is never closed"
TOO_LONG = f"longer than {LONGEST_CELL // 1024**2} million characters, or {NEVER_CLOSED}"


@contextmanager
def long_cells() -> Iterator[None]:
    """Cells may be LONGEST_CELL long in here, and only here: the module has one limit for the whole process."""
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


class TableLines:
    """The lines of a table without NUL characters; those of the last row can be taken back, to be read once more."""

    def __init__(self, header: str, below: Iterator[str]) -> None:
        self.rest = below
        self.ahead = deque([header])
        self.row: list[str] = []
        self.is_done = False
        self.fresh = self.taken_back = 0  # characters

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.ahead.popleft() if self.ahead else self.fresh_line()
        self.row.append(line)
        return line

    def fresh_line(self) -> str:
        """A line that was not read before; csv.Error when it, or the row with it, is too long."""
        line = next(self.rest, None)
        if line is None:
            self.is_done = True
            raise StopIteration
        self.fresh += len(line)
        if len(line) >= LONGEST_CELL and not line.endswith(("\n", "\r")):
            while (more := next(self.rest, "\n")) and not more.endswith(("\n", "\r")):
                pass  # the rest of it, which was cut there
            raise csv.Error(TOO_LONG)
        if sum(map(len, self.row[-2:])) > LONGEST_ROW or len(self.row) > LONGEST_CELL:
            raise csv.Error(TOO_LONG)
        return line.replace("\0", "")

    def take_back(self) -> int:
        """How many lines will be read once more: all of the row but its first.

        None is when that would be more than was read for the first time, so that it takes no more than twice as long.
        """
        again = self.row[1:]
        size = sum(map(len, again))
        if self.taken_back + size > self.fresh + LONGEST_ROW:
            return 0
        self.taken_back += size
        self.ahead.extendleft(reversed(again))
        return len(again)


class TableRows:
    """The rows below the names of a table, each as its cells, or as what is wrong with it."""

    @long_cells()
    def __init__(self, header: str, below: Iterator[str], delimiter: str) -> None:
        self.lines = TableLines(header, below)
        self.delimiter = delimiter
        self.reader = csv.reader(self.lines, delimiter=delimiter)
        self.names = next(self.reader, [])
        self.has_spaces = delimiter + " " in header
        self.in_doubt = 0  # lines ahead that a broken row had swallowed
        self.is_lost = False  # no row has followed since that is one

    def __iter__(self) -> Iterator[list[str] | str]:
        while (row := self.next_row()) is not None:
            is_swallowed = self.is_lost or self.in_doubt > 0
            self.in_doubt = max(0, self.in_doubt - len(self.lines.row))
            wrong = row if isinstance(row, str) else self.fault_of(row)
            if wrong is not None:
                self.in_doubt += self.lines.take_back()
            if is_swallowed and (wrong is not None or not self.looks_like_row(row)):
                continue  # belongs to the row that is broken, which was named
            self.is_lost = wrong is not None
            yield row if wrong is None else wrong

    @long_cells()
    def next_row(self) -> list[str] | str | None:
        """The cells of the next row, or why it has none; None at the end."""
        self.lines.row = []
        try:
            return next(self.reader)
        except StopIteration:
            return None
        except csv.Error as error:
            return TOO_LONG if "limit" in str(error) else str(error)

    @long_cells()
    def fault_of(self, cells: list[str]) -> str | None:
        """Why a row is none: it goes on to the end of the table, or has swallowed the beginning of another."""
        lines, width = self.lines.row, len(self.names)
        if self.lines.is_done and is_open("".join(lines), self.delimiter):
            return NEVER_CLOSED if len(lines) > 1 or len(cells) < width else None
        if len(lines) == 1 or not has_stray_quote(lines, self.delimiter):
            return None
        last = next(csv.reader(lines[-1:], delimiter=self.delimiter), [])
        is_amidst_next = len(last) > 1 and is_open(lines[-1], self.delimiter)
        return NEVER_CLOSED if len(cells) != width or is_amidst_next or self.looks_like_row(last) else None

    def looks_like_row(self, cells: list[str] | str) -> bool:
        """A line that a broken row had swallowed is a row: it has its cells, and none begins as words in prose do."""
        return len(cells) == len(self.names) and (self.has_spaces or not any(cell[:1] == " " for cell in cells))


def has_stray_quote(lines: list[str], delimiter: str) -> bool:
    """More than a delimiter follows the end of a quoted cell."""
    try:
        return not list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return True


def is_open(text: str, delimiter: str) -> bool:
    """The text ends within a quoted cell."""
    unquoted = re.sub(f'(?:^|(?<=[{re.escape(delimiter)}\n\r]))"(?:[^"]|"")*"', "", text)
    return bool(re.search(f'(?:^|[{re.escape(delimiter)}\n\r])"', unquoted))
