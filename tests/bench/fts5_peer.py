"""SQLite's full-text search, FTS5."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from index.article import Article
from tests.bench.peer import TOP, Asked
from tests.bench.questions import Question

FILE = "articles.db"
TABLES = """
    -- The short columns first: SQLite then reads them without walking past the text.
    CREATE TABLE articles (
        number INTEGER PRIMARY KEY, id TEXT, day INTEGER, month INTEGER, source TEXT, title TEXT, body TEXT);
    CREATE VIRTUAL TABLE words USING fts5 (
        title, body, content = 'articles', content_rowid = 'number', tokenize = 'porter unicode61');
    INSERT INTO words (words, rank) VALUES ('rank', 'bm25(3.0, 1.0)');
"""
# Twice as fast as ORDER BY rank LIMIT 10 and a count beside it.
BEST = f"""
    WITH found AS MATERIALIZED (SELECT rowid AS number, rank AS score FROM words WHERE words MATCH ?)
    SELECT (SELECT count(*) FROM found), number FROM found ORDER BY score LIMIT {TOP}
"""
NEWEST = f"""
    WITH found AS MATERIALIZED (
        SELECT number, day, month, source FROM words JOIN articles ON number = words.rowid
        WHERE words MATCH ? AND day BETWEEN ? AND ?)
    SELECT * FROM (SELECT 'all', NULL, count(*) FROM found)
    UNION ALL SELECT * FROM (SELECT 'newest', number, day FROM found ORDER BY day DESC LIMIT {TOP})
    UNION ALL SELECT * FROM (SELECT 'source', source, count(*) FROM found GROUP BY source)
    UNION ALL SELECT * FROM (SELECT 'month', month, count(*) FROM found GROUP BY month)
"""
FIRST_OF_ALL, LAST_OF_ALL = 0, 4_000_000
"""Days before and after all others."""


@dataclass(frozen=True, slots=True)
class Fts5:
    """FTS5 with the text beside it, in one file."""

    name: str = "SQLite FTS5"
    is_only_built: bool = False

    @property
    def about(self) -> str:
        """See `tests.bench.peer.Peer.about`."""
        return (
            f"SQLite {sqlite3.sqlite_version}, porter over unicode61, external content, optimized after building; "
            "every match is scored and counted in one pass; its stemmer is Porter's first, and it stems before it cuts"
        )

    def build(self, articles: Iterable[Article], folder: Path) -> None:
        """See `tests.bench.peer.Peer.build`."""
        folder.mkdir(parents=True)
        with connected(folder) as connection:
            connection.executescript(TABLES)
            rows = (row(number, article) for number, article in enumerate(articles, 1))
            connection.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
            connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        connection.close()

    def open(self, folder: Path) -> "OpenedFts5":
        """See `tests.bench.peer.Peer.open`."""
        return OpenedFts5(connected(folder))


def connected(folder: Path) -> sqlite3.Connection:
    """A connection that may keep the file in memory."""
    connection = sqlite3.connect(folder / FILE)
    connection.execute("PRAGMA mmap_size = 4000000000")
    return connection


def row(number: int, article: Article) -> tuple[object, ...]:
    """The article as a row of its table."""
    first = article.published.first if article.published else None
    day, month = (first.toordinal(), first.year * 12 + first.month) if first else (None, None)
    return number, article.id, day, month, article.source, article.title, article.body


class OpenedFts5:
    """Questions as MATCH expressions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def asked(self, question: Question) -> Asked | None:
        """See `tests.bench.peer.Opened.asked`."""
        words = [f'"{word}"' for word in question.words]
        match question.kind:
            case "word" | "all":
                return self._best(" AND ".join(words))
            case "any":
                return self._best(" OR ".join(words))
            case "phrase":
                return self._best(" + ".join(words))
            case "prefix":
                return self._best(words[0] + " *")
            case "dated":
                return self._newest(words[0], question)
            case "wildcard" | "fuzzy":
                return None
            case _:
                assert_never(question.kind)

    def _best(self, expression: str) -> Asked:
        """The best and the count."""

        def answer() -> int:
            best = self._connection.execute(BEST, (expression,)).fetchall()
            return int(best[0][0]) if best else 0

        return answer

    def _newest(self, expression: str, question: Question) -> Callable[[], int]:
        """The newest, the count, and the counts by outlet and month, from one pass over what matches."""
        since = question.since.toordinal() if question.since else FIRST_OF_ALL
        until = question.until.toordinal() if question.until else LAST_OF_ALL
        return lambda: int(self._connection.execute(NEWEST, (expression, since, until)).fetchall()[0][2])
