"""Articles as a SQLite database, and the command that writes it."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index.article import Article
from index.errors import DatelineError
from search.export.sqlite_database import write_database
from tests.press import HOSTILE, PRESS, TALKS
from tests.told_story import EXCHANGE, WIRE


def written(path: Path, *articles: Article) -> int:
    """How many articles are written into a database."""
    return write_database(path, articles, {"query": "talks"}, lambda done: None)


def names_in(folder: Path) -> list[str]:
    """The names of what is in a folder."""
    return [path.name for path in folder.iterdir()]


def rows(path: Path, query: str) -> list[Any]:
    """The rows that a database gives."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute(query).fetchall()


def test_it_holds_articles_with_what_they_name_and_quote(tmp_path: Path) -> None:
    path = tmp_path / "pile.db"
    said = replace(WIRE, id="said", body="“The road is closed since Wednesday,” said Anna Brandt of Kessel.")
    assert written(path, *EXCHANGE, said) == 4
    assert rows(path, "SELECT id, title, articles FROM stories") == [("exchange", WIRE.title, 4)]
    assert rows(path, "SELECT id, source, published_first, dated_how, story FROM articles WHERE number = 2") == [
        ("radio", "Kaldera Radio", "2022-11-19", "stated", "exchange")
    ]
    assert rows(path, "SELECT speaker, words, start FROM quotations") == [
        ("Anna Brandt", "The road is closed since Wednesday,", 1)
    ]
    assert rows(path, "SELECT name, articles, times FROM people") == [("Anna Brandt", 1, 1)]
    assert ("2022-11-16", "2022-11-16", "Wednesday") in rows(path, "SELECT first, last, words FROM days_named")
    assert rows(path, "SELECT * FROM about") == [("query", "talks")]


def test_its_keys_hold_and_its_words_are_found(tmp_path: Path) -> None:
    path = tmp_path / "pile.db"
    written(path, *PRESS, *EXCHANGE)
    assert rows(path, "PRAGMA foreign_key_check") == []
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    found = (
        "SELECT id FROM articles JOIN articles_fts ON articles_fts.rowid = number WHERE articles_fts MATCH 'prisoner'"
    )
    assert sorted(rows(path, found)) == [("ledger",), ("radio",), ("wire",)]


def test_it_takes_hostile_articles_as_text(tmp_path: Path) -> None:
    path = tmp_path / 'it\'s "a" pile.db'
    written(path, HOSTILE)
    ((title, body),) = rows(path, "SELECT title, body FROM articles")
    assert (title, body) == (HOSTILE.title, HOSTILE.body.replace("\ud800", "?").replace("\x00", "\ufffd"))


def test_only_its_owner_reads_it_and_an_earlier_one_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pile.db"
    written(path, TALKS)
    written(path, *EXCHANGE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert rows(path, "SELECT count(*) FROM articles") == [(3,)]


@pytest.mark.parametrize("content", [b"", b"notes of mine", b"SQLite format 3\x00" + bytes(84)])
def test_it_leaves_any_other_file_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.db"
    path.write_bytes(content)
    with pytest.raises(DatelineError, match="was not written by Dateline: choose another name"):
        written(path, TALKS)
    assert (path.read_bytes(), names_in(tmp_path)) == (content, ["mine.db"])


def test_what_fails_on_the_way_leaves_the_earlier_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "pile.db"
    written(path, TALKS)

    def broken() -> Iterator[Article]:
        yield TALKS
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_database(path, broken(), {}, lambda done: None)
    assert (rows(path, "SELECT id FROM articles"), names_in(tmp_path)) == ([("talks",)], ["pile.db"])


def test_it_takes_one_article_after_the_other(tmp_path: Path) -> None:
    taken: list[str] = []
    done: list[int] = []

    def each() -> Iterator[Article]:
        for number in range(5):
            assert len(done) == number  # the one before is written
            taken.append(str(number))
            yield replace(TALKS, id=str(number))

    write_database(tmp_path / "pile.db", each(), {}, done.append)
    assert (done, taken) == ([1, 2, 3, 4, 5], ["0", "1", "2", "3", "4"])


def test_it_waits_for_no_pipe_and_says_where_the_disk_has_no_room(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.db")
    with pytest.raises(DatelineError, match="was not written by Dateline: choose another name"):
        written(tmp_path / "pipe.db", *EXCHANGE)
    code = f"""
import resource
from pathlib import Path
from tests.test_sqlite_database import EXCHANGE, DatelineError, written
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    written(Path({str(tmp_path / "full.db")!r}), *EXCHANGE)
except DatelineError as error:
    print(error)
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.startswith(f"cannot write {tmp_path / 'full.db'}: d")
    assert names_in(tmp_path) == ["pipe.db"]
