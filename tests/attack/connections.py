"""50 connections to a server during rebuilds and deletions: no error, and no answer that mixes generations.

python -m tests.attack.connections 300

So many seconds. Each wave of articles replaces the one before, and has another number of them; an answer shows articles
of one wave, and counts as many as that one has. Each connection asks again as soon as it has its answer.
"""

import json
import os
import random
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from index.build import rebuild_index, update_index
from tests.attack.served import Answer, Client, served
from tests.attack.soak import ids_in

CONNECTIONS = 50
LEAST, MOST = 5, 25
"""Articles of a wave."""
WAVE = re.compile(r"wave(\d+)")
PATHS = ("/search.json?q=talks&copies=all", "/?q=talks&copies=all", "/?q=talks&page=2&copies=all", "/", "/article/{}")


def main(seconds: float, connections: int = CONNECTIONS) -> None:
    """Ask for so long; says how long answers took, and fails at the first that is wrong."""
    with TemporaryDirectory() as name:
        place = Path(name)
        ids = make_first(place / "news", place / "index")
        with (
            served(place, "--index", str(place / "index")) as (process, address),
            waves_meanwhile(place, time.monotonic() + seconds) as waves,
        ):
            asking = [Asking(address, ids, time.monotonic() + seconds, random.Random(n)) for n in range(connections)]
            for each in asking:
                each.start()
            for each in asking:
                each.join()
            assert process.poll() is None, "the server ended"
    faults = [fault for each in asking for fault in each.faults]
    assert not faults, f"{len(faults)} answers were wrong, the first: {faults[0]}"
    took = sorted(took for each in asking for took in each.took)
    statuses = sum((each.statuses for each in asking), Counter[int]())
    shown = sum((each.waves for each in asking), Counter[int]())
    half, most = statistics.median(took), took[len(took) * 99 // 100]
    print(f"{len(took)} answers over {connections} connections in {seconds:.0f} s: {dict(statuses)}, 0 errors, 0 mixed")
    print(f"{waves[0]} waves of articles were built meanwhile, of which {len(shown)} were seen")
    print(f"half of the answers came within {half:.3f} s, 99 of 100 within {most:.3f} s, the last in {took[-1]:.3f} s")


def size_of(wave: int) -> int:
    """How many articles a wave has; the next one has fewer, or more."""
    return LEAST + wave * 7 % (MOST - LEAST + 1)


def make_first(news: Path, index: Path) -> list[str]:
    """The first wave, and the ids that there will ever be."""
    news.mkdir()
    write(news, 0, MOST)
    update_index([news], index, 1, lambda done, todo: None)
    ids = ids_in(index)
    write(news, 0, size_of(0))
    update_index([news], index, 1, lambda done, todo: None)
    return ids


def write(news: Path, wave: int, size: int) -> None:
    """The articles of a wave in place of those of another."""
    for number in range(MOST):
        path = news / f"{number}.txt"
        if number < size:
            path.write_text(f"Talks {number} of wave{wave}\n\nThe talks of wave{wave} go on, {TELLING[number % 5]}.\n")
        else:
            path.unlink(missing_ok=True)


TELLING = ("says Geneva", "and nobody knows why", "for the third day", "as officials tell", "after a long night")


@contextmanager
def waves_meanwhile(place: Path, end: float) -> Iterator[list[int]]:
    """While it lasts, another process builds one wave after the other; at the end, how many there were."""
    count, child = place / "count", os.fork()
    if not child:
        code = 1
        try:
            wave = 0
            while time.monotonic() < end:
                wave += 1
                write(place / "news", wave, size_of(wave))
                make = rebuild_index if wave % 3 == 0 else update_index
                make([place / "news"], place / "index", 1, lambda done, todo: None)
                time.sleep(0.2)
            count.write_text(str(wave))
            code = 0
        finally:
            os._exit(code)
    waves: list[int] = []
    yield waves
    assert os.waitpid(child, 0)[1] == 0, "the builds beside the requests failed"
    waves.append(int(count.read_text()))


class Asking(Thread):
    """One of the connections: asks until the end, and keeps what was wrong."""

    def __init__(self, address: str, ids: list[str], end: float, chance: random.Random) -> None:
        super().__init__()
        self._client = Client(address)
        self._ids = ids
        self._end = end
        self._chance = chance
        self.faults: list[str] = []
        self.took: list[float] = []
        self.statuses: Counter[int] = Counter()
        self.waves: Counter[int] = Counter()

    def run(self) -> None:
        """Ask, and look at each answer."""
        try:
            while time.monotonic() < self._end and not self.faults:
                answer = self._client.ask(self._chance.choice(PATHS).format(self._chance.choice(self._ids)))
                self.took.append(answer.seconds)
                self.statuses[answer.status] += 1
                self._look_at(answer)
        except (OSError, HTTPException, ValueError) as error:
            self.faults.append(repr(error))
        finally:
            self._client.close()

    def _look_at(self, answer: Answer) -> None:
        """Note what is wrong with an answer; an article that is gone is rightly not found."""
        may_be_gone = answer.asked.startswith("/article/") and answer.status == 404
        if answer.status != 200 and not may_be_gone:
            self.faults.append(f"{answer.asked} was answered with {answer.status}")
        text = answer.content.decode()
        waves = {int(number) for number in WAVE.findall(text)}
        self.waves.update(waves)
        if len(waves) > 1:
            self.faults.append(f"{answer.asked} shows the waves {sorted(waves)}")
        elif answer.asked.startswith("/search.json") and waves != {wave_of(json.loads(text)["total"], waves)}:
            self.faults.append(f"{answer.asked} counts otherwise than the wave {waves} has")


def wave_of(total: int, waves: set[int]) -> int | None:
    """The wave, when it has so many articles."""
    return next((wave for wave in waves if size_of(wave) == total), None)


if __name__ == "__main__":
    main(float(sys.argv[1]))
