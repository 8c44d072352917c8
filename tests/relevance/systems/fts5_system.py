"""SQLite's FTS5 with its porter tokenizer, asked for any of the words."""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.relevance.judged_collections import JudgedCollection
from tests.relevance.measures import DEPTH
from tests.relevance.systems.system import Answers

FILE = "articles.db"
TABLE = "CREATE VIRTUAL TABLE words USING fts5 (id UNINDEXED, title, body, tokenize = 'porter unicode61')"
BEST = f"SELECT id FROM words WHERE words MATCH ? ORDER BY rank LIMIT {DEPTH}"


@dataclass(frozen=True, slots=True)
class Fts5Any:
    """FTS5; what people type is no MATCH expression, so its words are joined by OR."""

    name: str = "fts5"
    index: str = f"fts5 {sqlite3.sqlite_version}"
    is_kept: bool = True

    @property
    def about(self) -> str:
        """See `tests.relevance.systems.system.System.about`."""
        return f"SQLite {sqlite3.sqlite_version} FTS5, porter over unicode61, any of the words, its bm25()"

    def build(self, judged: JudgedCollection, folder: Path) -> None:
        """See `tests.relevance.systems.system.System.build`."""
        with closing(sqlite3.connect(folder / FILE)) as connection, connection:
            connection.execute(TABLE)
            rows = ((document.id, document.title, document.text) for document in judged.documents)
            connection.executemany("INSERT INTO words VALUES (?, ?, ?)", rows)

    def answers(self, judged: JudgedCollection, folder: Path) -> Answers:
        """See `tests.relevance.systems.system.System.answers`."""
        with closing(sqlite3.connect(folder / FILE)) as connection:
            return Answers({query: best(connection, text) for query, text in judged.queries.items()})


def best(connection: sqlite3.Connection, text: str) -> list[str]:
    """The documents with any of the words of a text."""
    expression = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"[^\W_]+", text)))
    return [id for (id,) in connection.execute(BEST, (expression,))] if expression else []
