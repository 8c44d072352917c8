"""How to ask, in each language, in examples that run."""

from dataclasses import dataclass

from search.engine import Engine
from search.query import Syntax
from search.query_help.query_tables import ShownRow, ShownTable, query_tables
from search.request import Request
from web.links import results_url


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A way to ask."""

    typed: str
    finds: str
    also: tuple[str, ...]
    """Other ways to write the same."""
    url: str | None
    """The search that it is; None where it would find nothing here."""


@dataclass(frozen=True, slots=True)
class HelpSection:
    """Ways to ask for one kind of thing."""

    heading: str
    remark: str
    rows: tuple[HelpRow, ...]


@dataclass(frozen=True, slots=True)
class HelpTable:
    """All that can be asked in a language."""

    syntax: Syntax
    called: str
    order: str
    sections: tuple[HelpSection, ...]
    differences: tuple[str, ...]


def help_tables(engine: Engine) -> tuple[HelpTable, ...]:
    """The tables of all languages, ours first, in words of the articles of an engine."""
    return tuple(map(linked, query_tables(engine)))


def linked(table: ShownTable) -> HelpTable:
    """A table whose examples are links."""
    sections = (
        HelpSection(part.heading, part.remark, tuple(row(each, table.syntax) for each in part.rows))
        for part in table.sections
    )
    return HelpTable(table.syntax, table.called, table.order, tuple(sections), table.differences)


def row(shown: ShownRow, syntax: Syntax) -> HelpRow:
    """A row whose example is a link where it finds anything."""
    asked = Request(shown.typed, syntax=None if syntax == "native" else syntax)
    return HelpRow(shown.typed, shown.finds, shown.also, results_url(asked) if shown.runs else None)
