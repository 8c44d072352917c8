"""What a table of operators is made of."""

from dataclasses import dataclass

from search.query import Syntax


@dataclass(frozen=True, slots=True)
class OperatorRow:
    """A way to ask."""

    typed: str
    """An example, of words that stand for others; see `example_words`."""
    finds: str
    """What it asks for."""
    also: tuple[str, ...] = ()
    """Other ways to write the operator."""
    is_honoured: bool = True
    """False where it is left out, and `finds` says why."""


@dataclass(frozen=True, slots=True)
class OperatorSection:
    """Ways to ask for one kind of thing."""

    heading: str
    remark: str
    """What stands beside the heading; often empty."""
    rows: tuple[OperatorRow, ...]


@dataclass(frozen=True, slots=True)
class OperatorTable:
    """All that can be asked in a language."""

    syntax: Syntax
    called: str
    """What the language is called where people read of it."""
    order: str
    """What a space means, and what binds tighter than what."""
    sections: tuple[OperatorSection, ...]
    differences: tuple[str, ...] = ()
    """What is otherwise here than there, in sentences."""
