"""A reader and a server beside what is done to an index: whatever they see must be what one build left, and all of it.

python -m tests.crash 460 and python -m tests.crash_together 40 have both beside them; this module is run by none alone.
"""

import json
import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from index.errors import DatelineError
from search.clauses import Everything
from search.query import Query
from search.snapshots import Snapshots
from tests.attack.served import served

Titles = Mapping[str, str]
"""The titles of articles by the names of their files, none where there is no index; no title is used twice."""
SETTLED, TRIED = "=", "+"
"""How a line of the record begins: this is what is there now, and this is what may come."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How many articles there are, and the titles of all or some of them."""

    total: int
    titles: Titles

    def is_of(self, titles: Titles) -> bool:
        """It can be seen where there are the articles with these titles."""
        return self.total == len(titles) and self.titles.items() <= titles.items()


@dataclass(frozen=True, slots=True)
class Record:
    """What may be seen, in the order in which it came about: a file to which one writes, and which others read."""

    path: Path

    def settle(self, titles: Titles) -> None:
        """From now on this is seen, and nothing else."""
        self._append(SETTLED, titles)

    def attempt(self, titles: Titles) -> None:
        """From now on this may be seen, too."""
        self._append(TRIED, titles)

    def allowed_since(self, lines: int) -> list[Titles]:
        """What could be seen at any time since there were so many lines."""
        whole, _, _ = self.path.read_text("utf-8").rpartition("\n")  # half of a line may be there, where a page ends
        every = whole.splitlines()
        first = max(number for number in range(lines) if every[number].startswith(SETTLED))
        return [json.loads(line[1:]) for line in every[first:]]

    def lines(self) -> int:
        """How many there are."""
        return self.path.read_text("utf-8").count("\n")

    def _append(self, sign: str, titles: Titles) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(f"{sign}{json.dumps(titles)}\n")


@contextmanager
def readers_beside(index: Path, titles: Titles) -> Iterator[Record]:
    """While it lasts, two others read the index, of which these are the titles; fails where one saw anything else."""
    with TemporaryDirectory() as name, served(Path(name), "--index", str(index)) as (_, address):
        record = Record(Path(name) / "record")
        record.settle(titles)
        stop = Path(name) / "stop"
        snapshots = Snapshots(str(index))
        children = [
            reading_on(lambda: seen_in(snapshots), record, stop),
            reading_on(lambda: seen_at(address), record, stop),
        ]
        try:
            yield record
        finally:
            stop.touch()
            ends = [os.waitpid(child, 0)[1] for child in children]
        assert ends == [0, 0], "a reader beside the builds saw what never was: its fault is above"


def reading_on(look: Callable[[], Seen], record: Record, stop: Path) -> int:
    """A child that looks again and again until the file `stop` is there, and its process id."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        looks = 0
        while not stop.exists() or not looks:
            lines, began = record.lines(), time.monotonic()
            seen = look()
            allowed = record.allowed_since(lines)
            assert any(map(seen.is_of, allowed)), f"{seen} was seen, and there were only {allowed}"
            looks += 1
            time.sleep(0.01 + 2 * (time.monotonic() - began))  # most of the machine is for the builds
        print(f"beside it, all articles were looked at {looks} times", flush=True)
        code = 0
    except Exception:
        logging.exception("what is beside the builds fails")
    finally:
        os._exit(code)


def seen_in(snapshots: Snapshots) -> Seen:
    """What a process sees that keeps the index open."""
    try:
        engine = snapshots.engine()
    except DatelineError:  # where that is not allowed, no articles are not allowed
        return Seen(0, {})
    found = engine.match(Query(Everything()), 1000)
    articles = engine.fetch([candidate.id for candidate in found.candidates])
    return Seen(found.total, {Path(article.path).name: article.title for article in articles})


def seen_at(address: str) -> Seen:
    """What a client of the server sees, who is shown the first of them."""
    parts = urlsplit(address)
    with closing(HTTPConnection(str(parts.hostname), parts.port, timeout=60)) as connection:
        connection.request("GET", "/search.json?q=title&copies=all")
        answer = connection.getresponse()
        content = answer.read()
    if answer.status == 503:
        return Seen(0, {})
    assert answer.status == 200, f"the server beside the builds answered with {answer.status}"
    found = json.loads(content)
    return Seen(found["total"], {Path(hit["path"]).name: hit["title"] for hit in found["hits"]})
