"""What a system that is measured can do."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.relevance.judged_collections import Document, JudgedCollection
from tests.relevance.trec import Run


@dataclass(frozen=True, slots=True)
class Answers:
    """What a system found."""

    run: Run
    note: str = ""
    """What the reader of the figures should know of how they came about; empty when there is nothing."""


class System(Protocol):
    """A search engine with one way to ask it."""

    @property
    def name(self) -> str:
        """How it is called in tables and files."""
        ...

    @property
    def about(self) -> str:
        """Its version and all that decides what it answers."""
        ...

    @property
    def index(self) -> str:
        """What decides how its index is; systems with the same share one."""
        ...

    @property
    def is_kept(self) -> bool:
        """What it answered once, it will always answer: `about` says all that it depends on."""
        ...

    def build(self, judged: JudgedCollection, folder: Path) -> None:
        """Make an index of the documents in an empty folder."""
        ...

    def answers(self, judged: JudgedCollection, folder: Path) -> Answers:
        """The documents that it finds for each query in that index, best first."""
        ...


class Unavailable(Exception):
    """A system cannot be measured on this machine, and why."""


def one_text(document: Document) -> str:
    """A document for engines that know no fields."""
    return f"{document.title}\n\n{document.text}"
