"""What a person asked for: the words as typed, and the choices around them."""

from dataclasses import dataclass
from datetime import date

from search.query import Copies, Order, Syntax, WordsWanted


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asked for: the words as typed, and the choices around them."""

    typed: str
    order: Order = "relevance"
    since: date | None = None
    """None is without a first day."""
    until: date | None = None
    """None is without a last day."""
    sources: tuple[str, ...] = ()
    """Only articles of one of these outlets; empty is all."""
    page: int = 1
    size: int = 10
    copies: Copies = "stories"
    words: WordsWanted = "best"
    syntax: Syntax | None = None
    """The language of what was typed; None is the one that it is surely written in, and else ours."""
    authors: tuple[str, ...] = ()
    """Only articles by one of these; empty is all."""
    skipped: int = 0
    """How many hits are passed over before the first page."""

    @property
    def first(self) -> int:
        """How many hits come before those of the page."""
        return self.skipped + (self.page - 1) * self.size

    @property
    def last(self) -> int:
        """How many hits there are up to the end of the page."""
        return self.first + self.size
