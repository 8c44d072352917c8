"""Articles as a stranger may write them into an index, and every way in which they are shown."""

import json
import random
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from cli.printed import original
from cli.subcommands.open_command import file_address, web_page
from index.columns.table_of_contents import contents_lines, contents_path, newest_contents, seal_of
from index.errors import DatelineError
from index.storage.arrays import ArrayWriter, mapped_arrays
from index.storage.checked_text import write_checked
from index.storage.doc_store import StoredArticles, StoredWriter
from search.export.all_matches import AllMatches
from search.export.export_formats import EXPORT_FORMATS, exported
from search.find import answer_to
from search.request import Request
from search.snapshots import open_engine
from web import create_app

FIELDS = (
    *("id", "path", "title", "title_is_stated", "source", "url", "author", "place", "published", "cites", "removed"),
    *("record", "record_id", "story", "no_such_field"),
)
DATE = {"first": "2022-11-11", "last": "2022-11-11", "precision": "day", "how": "stated", "evidence": "11 Nov"}
VALUES: tuple[Any, ...] = (
    *("\ud800", "/x\ud800", "a\0b", "", "\x1b]0;x\x07", "\u202eabc", "a\r\nb", "x" * 100_000, "/" + "a/" * 2_000),
    *("javascript:alert(1)", "http://[::1", "file:///etc/passwd", "=1+1", "]]>", "\ufffe\uffff", "2022-99-99", "~"),
    *(None, True, -1, 7.5, 10**30, float("inf"), [], {}, ["a"], [["a"]], [{"text": "a", "rule": "\ud800", "place": 1}]),
    *([{"text": "a", "rule": "a", "place": place}] for place in (-5, 10**30, True, "a")),
    *({**DATE, "weighed": sure} for sure in (-5, float("nan"), 1e308, "a")),
    *({**DATE, name: value} for name, value in (("evidence", "\ud800"), ("how", "told"), ("precision", "hour"))),
    {**DATE, "first": "9999-12-31", "last": "0001-01-01"},
)
"""Of which some are what a field may hold, and others are nothing that is written here."""


def forge_articles(columns: Path, chance: random.Random) -> str:
    """Give a field of all articles of a segment another value, with right checksums; tells which."""
    field, value = chance.choice(FIELDS), chance.choice(VALUES)
    write_articles(columns, {field: value})
    return f"{field} of articles {str(value)[:40]!r}"


def write_articles(columns: Path, changed: dict[str, Any]) -> None:
    """Write the articles of a segment again, with other values."""
    arrays = {name: np.array(array) for name, array in mapped_arrays(columns).items()}
    articles = columns.with_suffix(".articles")
    texts = [text.decode("utf-8", "surrogatepass") for text in StoredArticles(articles, arrays)]
    columns.unlink()
    articles.unlink()
    writer, store = ArrayWriter(columns), StoredWriter(articles)
    for text in texts:
        known, _, body = text.partition("\n")
        forged = json.dumps({**json.loads(known), **changed}, ensure_ascii=False)
        store.add(f"{forged}\n{body}".encode("utf-8", "surrogatepass"))
    for name, array in arrays.items():
        if not name.startswith("block."):
            writer.add(name, array)
    store.close(writer)
    writer.close()
    seal(columns.parent)


def seal(folder: Path) -> None:
    """Have the table of contents name the files of an index as they are now, as its forger would."""
    contents = newest_contents(folder)
    assert contents is not None
    path = contents_path(folder, contents.generation)
    path.unlink()
    seals = {name: seal_of(folder / name) for name in contents.seals}
    write_checked(path, contents_lines(replace(contents, seals=seals)))


def show_everywhere(folder: Path) -> None:
    """Show what an index holds in every way; raises DatelineError, and AssertionError where a page is a fault."""
    engine = open_engine(str(folder))
    found = AllMatches(engine, answer_to(engine, Request("", copies="all"), None))
    for name in EXPORT_FORMATS:
        assert "".join(exported(found, name))
    ids = list(found.ids())
    for article in found.articles():
        original(article.url, article.path)
        web_page(article)
        with suppress(DatelineError):  # the file is not there
            file_address(article, None)
    client = create_app(location=str(folder)).test_client()
    first, last = ids[0], ids[-1]
    own = ("", ".json", ".bib", "?q=talks&why=1")
    for page in (
        *("/", "/?q=talks&copies=all", "/search.json?q=talks", "/search.atom", "/search.rss", "/skipped", "/help"),
        *(f"/article/{first}{ending}" for ending in own),
        *(f"/story/{first}", f"/story/{first}.json", f"/compare/{first}/{last}"),
    ):
        status = client.get(page, headers={"Host": "localhost"}).status_code
        assert status in (200, 404, 503), f"{page} is answered with {status}"
