"""Articles as a SQLite database that other programs open as it is: what they say and whom they name, with full text."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkstemp

from index.annotations import Quote
from index.article import Article
from index.entities.recognizer import names
from index.errors import DatelineError
from index.quotations.speakers import quotes
from index.timex.mentions import mentions

APPLICATION = 0x444C4E45
"""Stands in the header of each file that is written here; a file without it is somebody else's, and stays."""
APPLICATION_AT, HEADER = 68, b"SQLite format 3\x00"
"""Where (https://www.sqlite.org/fileformat.html)."""
CACHE_KILOBYTES = 32_768
AT_ONCE = 1_000
"""Articles after each of which the pages are written out, so that no more of them are kept in memory."""

SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE stories (id TEXT PRIMARY KEY, title TEXT NOT NULL, articles INTEGER NOT NULL);
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, source TEXT, author TEXT, place TEXT,
    published_first TEXT, published_last TEXT, precision TEXT, dated_how TEXT, evidence TEXT, confidence REAL,
    language TEXT, url TEXT, path TEXT, record INTEGER, body TEXT NOT NULL,
    story TEXT REFERENCES stories (id), source_text TEXT, wording TEXT
);
CREATE TABLE days_named (
    article INTEGER NOT NULL REFERENCES articles (number), first TEXT NOT NULL, last TEXT NOT NULL, words TEXT NOT NULL
);
CREATE TABLE names (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, UNIQUE (name, kind)
);
CREATE TABLE names_in_articles (
    article INTEGER NOT NULL REFERENCES articles (number), name INTEGER NOT NULL REFERENCES names (number),
    times INTEGER NOT NULL, PRIMARY KEY (article, name)
) WITHOUT ROWID;
CREATE TABLE quotations (
    article INTEGER NOT NULL REFERENCES articles (number), speaker TEXT, words TEXT NOT NULL, start INTEGER NOT NULL
);
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, body, content = 'articles', content_rowid = 'number', tokenize = "porter unicode61 remove_diacritics 2"
);
"""
FINISH = """
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
CREATE INDEX articles_by_story ON articles (story);
CREATE INDEX articles_by_source ON articles (source);
CREATE INDEX articles_by_day ON articles (published_first);
CREATE INDEX days_named_by_article ON days_named (article);
CREATE INDEX days_named_by_day ON days_named (first);
CREATE INDEX names_by_name ON names_in_articles (name);
CREATE INDEX quotations_by_article ON quotations (article);
CREATE INDEX quotations_by_speaker ON quotations (speaker);
CREATE VIEW people AS
    SELECT names.number, names.name, count(*) AS articles, sum(names_in_articles.times) AS times
    FROM names JOIN names_in_articles ON names_in_articles.name = names.number
    WHERE names.kind = 'person' GROUP BY names.number ORDER BY articles DESC, names.name;
"""

Row = tuple[str | int | float | None, ...]


def write_database(
    path: Path, articles: Iterable[Article], about: Mapping[str, str], told: Callable[[int], None]
) -> int:
    """Write the articles, in their order, and what is said about them; gives how many, and tells as it goes.

    The file is there whole or not at all. It replaces one that was written here before, and raises DatelineError where
    there is any other. Articles are taken one by one, and memory does not grow with them.
    """
    if path.exists() and not is_ours(path):
        raise DatelineError(f"{path} is there and was not written by Dateline: choose another name")
    written = 0
    with (
        refused_by_disk(path),
        replacing(path) as passing,
        closing(sqlite3.connect(passing, isolation_level=None)) as database,
    ):
        database.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{CACHE_KILOBYTES};"
            f"PRAGMA temp_store = FILE; PRAGMA application_id = {APPLICATION}; {SCHEMA}"
        )
        database.execute("BEGIN")
        for number, article in zip(count(1), articles, strict=False):
            add_article(database, number, article)
            written = number
            if number % AT_ONCE == 0:
                database.execute("COMMIT")
                database.execute("BEGIN")
            told(number)
        database.executemany("INSERT INTO about VALUES (?, ?)", map(plain_row, about.items()))
        database.execute("COMMIT")
        database.executescript(FINISH)
    return written


@contextmanager
def refused_by_disk(path: Path) -> Iterator[None]:
    """What SQLite cannot write in here is told in a line: raises DatelineError."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if str(error) not in NOT_WRITTEN:
            raise
        raise DatelineError(f"cannot write {path}: {error}") from error


NOT_WRITTEN = ("disk I/O error", "database or disk is full", "unable to open database file")
"""What SQLite says where the system refuses to write."""


def is_ours(path: Path) -> bool:
    """The file is a database that was written here, and no pipe that somebody may never write into."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        header = file.read(APPLICATION_AT + 4)
    return header.startswith(HEADER) and header[APPLICATION_AT:] == APPLICATION.to_bytes(4, "big")


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside this one that takes its place when all went well, and is gone when not; only its owner reads it."""
    handle, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    passing = Path(name)
    try:
        yield passing
        with passing.open("rb") as file:
            os.fsync(file.fileno())
        passing.replace(path)
    except BaseException:
        passing.unlink(missing_ok=True)
        raise


def plain(text: str) -> str:
    """A text that SQLite keeps: halves of pairs and zeros are shown as what they are not."""
    return text.encode("utf-8", "replace").decode().replace("\x00", "\ufffd")


def plain_row(row: Row) -> Row:
    """A row whose texts SQLite keeps."""
    return tuple(plain(value) if isinstance(value, str) else value for value in row)


def add_article(database: sqlite3.Connection, number: int, article: Article) -> None:
    """Add an article, its story, the days and people that it names, and whom it quotes."""
    if article.story is not None:
        database.execute(
            "INSERT INTO stories VALUES (?, ?, 1) ON CONFLICT (id) DO UPDATE SET articles = articles + 1",
            plain_row((article.story, article.title)),
        )
    row = plain_row((number, *columns(article)))
    database.execute(f"INSERT INTO articles VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608
    body = article.body
    database.executemany(
        "INSERT INTO days_named VALUES (?, ?, ?, ?)",
        (
            plain_row((number, day.first.isoformat(), day.last.isoformat(), body[day.start : day.end]))
            for day in mentions(body, article.published)
        ),
    )
    database.executemany(
        "INSERT INTO quotations VALUES (?, ?, ?, ?)",
        (plain_row(quotation_row(number, body, quote)) for quote in quotes(body)),
    )
    for name in names(body, article.title):
        known = plain_row((name.text, name.kind or "other"))
        database.execute("INSERT OR IGNORE INTO names (name, kind) VALUES (?, ?)", known)
        database.execute(
            "INSERT OR IGNORE INTO names_in_articles SELECT ?, number, ? FROM names WHERE name = ? AND kind = ?",
            (number, len(name.spans), *known),
        )


def quotation_row(number: int, body: str, quote: Quote) -> Row:
    """A quotation of an article, in the order of the table."""
    speaker = body[slice(*quote.speaker)] if quote.speaker else None
    return number, speaker, body[quote.start : quote.end], quote.start


def columns(article: Article) -> Row:
    """What is known of an article, in the order of the table behind its number."""
    day = article.published
    dated: Row = (None,) * 6
    if day:
        dated = (day.first.isoformat(), day.last.isoformat(), day.precision, day.how, day.evidence, day.confidence)
    return (
        *(article.id, article.title, article.source, article.author, article.place),
        *dated,
        *(article.language, article.url, article.path, article.record, article.body),
        *(article.story, article.family, article.wording),
    )
