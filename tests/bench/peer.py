"""What an engine must do to be measured, and the ways of one beside another."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from index.article import Article
from tests.bench.questions import Question

Asked = Callable[[], int]
"""Answers one question that is taken apart already: finds the first TOP articles and says how many match, exactly."""

TOP = 10


class Opened(Protocol):
    """An index that is open for questions."""

    def asked(self, question: Question) -> Asked | None:
        """The question in this engine's own terms; None when it cannot answer questions of this kind."""
        ...


class Peer(Protocol):
    """An engine; sent to other processes, so nothing but its settings is in it."""

    @property
    def name(self) -> str:
        """What the report calls it."""
        ...

    @property
    def about(self) -> str:
        """Its version and settings, and in what it answers otherwise than ours."""
        ...

    @property
    def is_only_built(self) -> bool:
        """It is asked nothing: another one answers the same."""
        ...

    def build(self, articles: Iterable[Article], folder: Path) -> None:
        """Write an index of these articles, down to the disk."""
        ...

    def open(self, folder: Path) -> Opened:
        """Open what `build` wrote."""
        ...
