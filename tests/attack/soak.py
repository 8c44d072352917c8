"""A day of requests to a real server while its index is rebuilt: its memory and open files must stay as they are.

python -m tests.attack.soak 200000

Four clients ask at once, as browsers do: more than half of it is what each page needs beside it, and what is not there,
a quarter results, the rest articles, articles side by side, and fuzzed queries.
"""

import os
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread
from urllib.parse import quote

from index.build import rebuild_index, update_index
from search.clauses import Everything
from search.query import Query
from search.snapshots import open_engine
from tests.attack.queries import REAL, typed_queries
from tests.attack.served import Client, Held, held, served
from tests.test_command import SEEDS

GROWTH = 1.05
"""Of memory and of descriptors, after the first requests."""
NOISE_BYTES = 4_000_000
"""What the allocator may keep or give back between two looks; watched by the short form, where 5 % are less."""
CLIENTS = 4
BUILD_EVERY_SECONDS = 5.0
SMALL = 40
"""Articles of a few lines beside the seeds, which are one story that is told five times: the dearest there is."""
WORDS = "The talks in Geneva went on for day {0}, officials said. “We are at number {0},” Anna Brandt told reporters."
QUESTIONS = ("/?q={}", "/?q={}&sort=newest&copies=all", "/?q={}&page=2", "/search.json?q={}", "/?q={}&since=2022")
PLAIN = (
    "/",
    "/healthz",
    "/skipped",
    "/static/dateline.css",
    "/static/dateline.js",
    "/static/favicon.svg",
    "/nothing",
    "/?page=0",
    "/article/none",
)


def main(requests: int, warm: int = 10_000, seed: int = 1) -> None:
    """Ask so many times; fails when more is held at the end than after the first `warm` requests."""
    warm = min(warm, requests // 2)
    with TemporaryDirectory() as name:
        news, index = Path(name) / "news", Path(name) / "index"
        shutil.copytree(SEEDS, news)
        for number in range(SMALL):
            (news / f"small-{number}.txt").write_text(f"Talks of day {number}\n\n{WORDS.format(number)}\n")
        update_index([news], index, 1, lambda done, todo: None)
        ids = ids_in(index)
        with served(Path(name), "--index", str(index)) as (process, address), rebuilt_meanwhile(news, index):
            traffic = Traffic(address, requests, {warm}, lambda: held(process.pid))
            traffic.run(ids, seed)
            after = held(process.pid)
            assert process.poll() is None
    before = traffic.looks[warm]
    print(f"{requests} requests in {traffic.seconds:.0f} s: {dict(traffic.statuses)}")
    print(f"after {warm}: {before}; at the end: {after}")
    assert after.memory_bytes <= max(before.memory_bytes * GROWTH, before.memory_bytes + NOISE_BYTES), "memory grew"
    assert after.descriptors <= max(before.descriptors * GROWTH, before.descriptors + 2), "descriptors grew"


def ids_in(index: Path) -> list[str]:
    """The ids of all articles."""
    return [each.id for each in open_engine(str(index)).match(Query(Everything()), 1000).candidates]


class Traffic:
    """So many requests by several clients at once."""

    def __init__(self, address: str, requests: int, looks_at: set[int], look: Callable[[], Held]) -> None:
        self._address = address
        self._requests = requests
        self._looks_at = looks_at | set(range(10_000, requests, 10_000))
        self._look = look
        self._asked = 0
        self._guard = Lock()
        self._faults: list[str] = []
        self.looks: dict[int, Held] = {}
        self.statuses: Counter[int] = Counter()
        self.seconds = 0.0

    def run(self, ids: list[str], seed: int) -> None:
        """Ask until all is asked; fails where an answer is a fault of the server."""
        began = time.monotonic()
        clients = [Thread(target=self._ask, args=(paths(ids, random.Random(seed + n)),)) for n in range(CLIENTS)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        self.seconds = time.monotonic() - began
        assert not self._faults, self._faults

    def _ask(self, asked: Iterator[str]) -> None:
        """What one client does."""
        client = Client(self._address)
        try:
            while self._is_more() and not self._faults:
                answer = client.ask(next(asked))
                with self._guard:
                    self.statuses[answer.status] += 1
                    if answer.status >= 500:
                        self._faults.append(f"{answer.asked} was answered with {answer.status}: {answer.content!r}")
        except (OSError, HTTPException) as error:
            self._faults.append(repr(error))
        finally:
            client.close()

    def _is_more(self) -> bool:
        """There is a request left, which is this client's."""
        with self._guard:
            if self._asked in self._looks_at:
                self.looks[self._asked] = self._look()
                print(self._asked, self.looks[self._asked], flush=True)
            self._asked += 1
            return self._asked <= self._requests


def paths(ids: list[str], chance: random.Random) -> Iterator[str]:
    """What a day's readers ask for, without end."""
    fuzzed = typed_queries(chance)
    kinds = ("real", "fuzzed", "article", "compare", "plain")
    while True:
        match chance.choices(kinds, [28, 6, 4, 2, 60])[0]:
            case "real":
                yield question(chance.choice(REAL), chance)
            case "fuzzed":
                yield question(next(fuzzed)[:300], chance)
            case "article":
                yield f"/article/{chance.choice(ids)}?q={quote(chance.choice(REAL), safe='')}"
            case "compare":
                yield f"/compare/{chance.choice(ids)}/{chance.choice(ids)}"
            case _:
                yield chance.choice(PLAIN)


def question(typed: str, chance: random.Random) -> str:
    """An address that asks for this."""
    return chance.choice(QUESTIONS).format(quote(typed.encode("utf-8", "replace"), safe=""))


@contextmanager
def rebuilt_meanwhile(news: Path, index: Path) -> Iterator[None]:
    """While it lasts, another process builds the index again and again."""
    child = os.fork()
    if not child:
        rebuild_until_orphaned(news, index, os.getppid())
    try:
        yield
    finally:
        os.kill(child, 15)
        assert os.waitpid(child, 0)[1] == 15, "the builds beside the requests failed"


def rebuild_until_orphaned(news: Path, index: Path, parent: int) -> None:
    """Change an article and take it in, and each eighth time make all anew, until the parent is gone."""
    try:
        chosen = sorted(path for path in news.rglob("*.txt") if path.is_file())
        build = 0
        while os.getppid() == parent:
            time.sleep(BUILD_EVERY_SECONDS)
            path = chosen[build % len(chosen)]
            path.write_bytes(path.read_bytes())
            make = rebuild_index if build % 8 == 7 else update_index
            make([news], index, 1, lambda done, todo: None)
            build += 1
    finally:
        os._exit(1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
