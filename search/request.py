"""What a person asked for: the words as typed, and the choices around them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from search.query import Copies, FacetName, Order, Syntax, WordsWanted

Density = Literal["comfortable", "compact"]
"""How much room the page gives to each article."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value of a facet that was chosen: articles have one of those that are, and none of those that are excluded."""

    facet: FacetName
    value: str | None
    """None is of articles of which none is known."""
    is_excluded: bool = False


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
    chosen: tuple[Chosen, ...] = ()
    """What articles have and have not, beside `sources` and `authors`."""
    density: Density = "comfortable"
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
