"""Kills builds of several processes in the middle: all of them, or one of those that read.

python -m tests.crash_together 40
"""

import os
import random
import signal
import sys
import time
from multiprocessing import active_children
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from index.build import update_index
from index.ingest.workers import WORTH_A_PROCESS
from index.verify import wrong_files
from tests.attack.beside import Record, readers_beside
from tests.crash import in_a_process, indexed, leftovers, titles, write, written

FILES = WORTH_A_PROCESS + 44
"""So many that they are read by two processes."""
WHOLE, FAILED = 0, 2 << 8
"""How a process ends that did what it should, and one that said why it could not."""


def main(kills: int, seed: int) -> None:
    """Kill so many builds; says what happened, and fails when anything was lost."""
    chance = random.Random(seed)
    with TemporaryDirectory() as name:
        news, index = Path(name) / "news", Path(name) / "index"
        news.mkdir()
        rewrite(news, chance)
        assert in_a_process(lambda: build(news, index)) == WHOLE, "the first build failed"
        started = time.monotonic()
        rewrite(news, chance)
        assert in_a_process(lambda: build(news, index)) == WHOLE, "the second build failed"
        longest = time.monotonic() - started
        outcomes = {"old": 0, "new": 0}
        with readers_beside(index, titles(written(news))) as record:
            for kill in range(kills):
                before = indexed(index)
                rewrite(news, chance)
                record.attempt(titles(written(news)))
                killed_once(news, index, chance.uniform(0, 1.3 * longest), chance.random())
                after = indexed(index)
                record.settle(titles(after))
                assert wrong_files(index) == [], "what is left is damaged"
                assert after in (before, written(news)), "the articles are neither the old ones nor the new ones"
                outcomes["old" if after == before else "new"] += 1
                if kill % 4 == 3:
                    mend(news, index, record)
        print(f"{kills} builds were killed: {outcomes['old']} left the old articles, {outcomes['new']} the new ones")


def mend(news: Path, index: Path, record: Record) -> None:
    """Build without a kill; fails when that does not work."""
    record.attempt(titles(written(news)))
    assert in_a_process(lambda: build(news, index)) == WHOLE, "a build after a kill failed"
    assert indexed(index) == written(news), "a build after a kill is not complete"
    assert not leftovers(index), f"left over: {leftovers(index)}"
    record.settle(titles(written(news)))


def rewrite(news: Path, chance: random.Random) -> None:
    """Every article anew."""
    for number in range(FILES):
        write(news, number, chance)


def killed_once(news: Path, index: Path, seconds: float, which: float) -> None:
    """Begin a build, and after so many seconds kill one of its processes; the first is that which began it."""

    def strike() -> None:
        time.sleep(seconds)
        processes = [os.getpid(), *(reader.pid for reader in active_children() if reader.pid)]
        os.kill(processes[int(which * len(processes))], signal.SIGKILL)

    def act() -> None:
        Thread(target=strike, daemon=True).start()
        build(news, index)

    end = in_a_process(act)
    assert end in (WHOLE, FAILED, signal.SIGKILL), f"the build ended in a way that nobody thought of: {end}"


def build(news: Path, index: Path) -> None:
    """What is killed."""
    update_index([news], index, 2, lambda done, todo: None)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns())
