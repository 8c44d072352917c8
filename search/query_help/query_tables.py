"""The tables of all languages, with examples that run on the index."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from search.clauses import Nothing
from search.engine import Engine
from search.language.dialects.dialect_reading import GRAMMARS, read_query
from search.query import Syntax
from search.query_help.dialect_operators import dialect_table
from search.query_help.example_words import NO_WORDS, example_words, in_words_of
from search.query_help.native_operators import native_table
from search.query_help.operator_rows import OperatorRow, OperatorTable


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A way to ask as it is shown."""

    typed: str
    """In words of the index, where it has them."""
    finds: str
    also: tuple[str, ...]
    runs: bool
    """Whether what is typed finds anything here."""


@dataclass(frozen=True, slots=True)
class ShownSection:
    """Ways to ask for one kind of thing, as they are shown."""

    heading: str
    remark: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True, slots=True)
class ShownTable:
    """All that can be asked in a language, as it is shown."""

    syntax: Syntax
    called: str
    order: str
    sections: tuple[ShownSection, ...]
    differences: tuple[str, ...]


def query_tables(engine: Engine | None) -> tuple[ShownTable, ...]:
    """Our own language, and then each of the others, in words of the index; None is that there is no index."""
    words = example_words(engine) if engine else NO_WORDS
    return tuple(shown(table, words) for table in operator_tables())


def operator_tables() -> Iterator[OperatorTable]:
    """The tables of all languages, ours first."""
    yield native_table()
    yield from map(dialect_table, GRAMMARS.values())


def shown(table: OperatorTable, words: Mapping[str, str]) -> ShownTable:
    """A table with these words in its examples."""
    sections = (
        ShownSection(part.heading, part.remark, tuple(shown_row(row, table.syntax, words) for row in part.rows))
        for part in table.sections
        if part.rows
    )
    return ShownTable(table.syntax, table.called, table.order, tuple(sections), table.differences)


def shown_row(row: OperatorRow, syntax: Syntax, words: Mapping[str, str]) -> ShownRow:
    """A row with these words in its example; one that is left out, or for which there are none, stays as it is."""
    typed = in_words_of(row.typed, words) if row.is_honoured else None
    if typed is None:
        return ShownRow(row.typed, row.finds, row.also, runs=False)
    asks = not isinstance(read_query(typed, None, syntax).clause, Nothing)
    return ShownRow(typed, row.finds, row.also, runs=asks and bool(words))
