"""The documents of a segment that match, each with its score."""

from dataclasses import dataclass
from typing import Protocol

from index.storage.arrays import Array

UNIT = 2.0**-21
"""Scores are whole numbers of it, so that they do not depend on the order in which their parts are added up; it is
half a millionth, far below what tells one article from another."""
MOST = 1_000.0
"""Scores up to this fit in int32."""


class Scored(Protocol):
    """The documents of a segment that match, of which maybe only the best are ever looked at."""

    @property
    def total(self) -> int:
        """How many match."""
        ...

    @property
    def all(self) -> "Scores":
        """All of them."""
        ...

    def best(self, limit: int) -> "Scores":
        """At least the `limit` with the highest scores and those that score the same as the last of them."""
        ...


@dataclass(frozen=True, slots=True)
class Scores:
    """Documents that match, and the score of each."""

    documents: Array
    """Integers (n,), ascending."""
    scores: Array
    """For each of them, the sum over the distinct leaves, none under Not, that it holds: integers (n,), in whole
    numbers of UNIT."""

    @property
    def total(self) -> int:
        """See `Scored`."""
        return len(self.documents)

    @property
    def all(self) -> "Scores":
        """See `Scored`."""
        return self

    def best(self, limit: int) -> "Scores":
        """See `Scored`."""
        return self
