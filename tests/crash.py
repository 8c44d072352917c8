"""Kills real builds in the middle, and looks at what is left: the old articles or the new ones, never anything else.

python -m tests.crash 200
"""

import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from index.build import update_index
from index.errors import DatelineError
from index.verify import wrong_files
from search.clauses import Everything
from search.query import Query
from search.snapshots import open_engine

STEPS = frozenset({"open", "os.rename", "os.remove"})
"""What Python tells its auditors of: whatever touches a file of the index begins with one of these."""
State = dict[str, str]
"""The bodies of articles by the names of their files."""


def main(kills: int, seed: int) -> None:
    """Kill so many builds; says what happened, and fails when anything was lost."""
    chance = random.Random(seed)
    with TemporaryDirectory() as name:
        news, index = Path(name) / "news", Path(name) / "index"
        news.mkdir()
        for number in range(6):
            write(news, number, chance)
        update_index([news], index, 1, lambda done, todo: None)
        outcomes = {"old": 0, "new": 0}
        for kill in range(kills):
            outcomes[killed_once(news, index, chance)] += 1
            if kill % 4 == 3:
                assert in_a_process(lambda: build(news, index)) == 0, "a build after a kill failed"
                assert indexed(index) == written(news), "a build after a kill is not complete"
                assert not leftovers(index), f"left over: {leftovers(index)}"
        print(f"{kills} builds were killed: {outcomes['old']} left the old articles, {outcomes['new']} the new ones")


def killed_once(news: Path, index: Path, chance: random.Random) -> str:
    """Change the articles, kill the build that takes it in, and say which articles are there now."""
    before = indexed(index)
    change(news, chance)
    chance.choice([killed_at_a_moment, killed_at_a_step, killed_at_a_step, out_of_room])(news, index, chance)
    after = indexed(index)
    assert wrong_files(index) == [], "what is left is damaged"
    if after == written(news):
        return "new"
    assert after == before, "the articles are neither the old ones nor the new ones"
    return "old"


def killed_at_a_moment(news: Path, index: Path, chance: random.Random) -> None:
    """A build that another process kills."""
    in_a_process(lambda: build(news, index), kill_after=chance.uniform(0, 0.15))


def killed_at_a_step(news: Path, index: Path, chance: random.Random) -> None:
    """A build that is killed right before a certain step."""
    step = chance.randrange(1, 60)

    def act() -> None:
        kill_at(index, step)
        build(news, index)

    in_a_process(act)


def out_of_room(news: Path, index: Path, chance: random.Random) -> None:
    """A build for which the disk is full."""
    most_bytes = chance.randrange(1, 12_000)

    def act() -> None:
        fill_the_disk(most_bytes)
        build(news, index)

    in_a_process(act)


def build(news: Path, index: Path) -> None:
    """What is killed."""
    update_index([news], index, 1, lambda done, todo: None)


def in_a_process(act: Callable[[], None], kill_after: float | None = None) -> int:
    """Do it in a copy of this process, which is killed after so many seconds; gives how the copy ended."""
    child = os.fork()
    if not child:
        try:
            act()
            os._exit(0)
        except DatelineError:
            os._exit(2)
        finally:
            os._exit(3)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def kill_at(index: Path, step: int) -> None:
    """Kill this process right before it touches the files of the index for the so-manieth time."""
    left = [step]

    def count(event: str, arguments: tuple[Any, ...]) -> None:
        if event in STEPS and str(arguments[0]).startswith(str(index)):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def fill_the_disk(most_bytes: int) -> None:
    """Let no file of this process grow beyond this."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))


def change(news: Path, chance: random.Random) -> None:
    """Add, rewrite or remove an article, or several."""
    for _ in range(chance.randrange(1, 4)):
        files = sorted(news.iterdir())
        if len(files) > 4 and chance.random() < 0.4:
            chance.choice(files).unlink()
        else:
            write(news, chance.randrange(12), chance)


def write(news: Path, number: int, chance: random.Random) -> None:
    """Write an article that was never there before."""
    words = [f"word{chance.randrange(10**6)}" for _ in range(chance.randrange(20, 400))]
    (news / f"{number}.txt").write_text(f"Title number {number}\n\nThe body is {' '.join(words)}.\n", "utf-8")


def written(news: Path) -> State:
    """The articles as their files have them."""
    return {path.name: path.read_text("utf-8").split("\n\n")[1].strip() for path in news.iterdir()}


def indexed(index: Path) -> State:
    """The articles as the index has them."""
    engine = open_engine(str(index))
    ids = [candidate.id for candidate in engine.match(Query(Everything()), 1000).candidates]
    return {Path(article.path).name: article.body for article in engine.fetch(ids)}


def leftovers(index: Path) -> list[str]:
    """Files that no generation needs."""
    names = [path.name for path in index.iterdir()]
    contents = [name for name in names if name.endswith(".contents")]
    of_whoosh = [name for name in names if name.endswith(".toc")]
    catalogs = [name for name in names if name.startswith("catalog.")]
    relations = [name for name in names if name.startswith("relations.")]
    spellings = [name for name in names if name.startswith("spellings.")]
    articles = sorted(Path(name).stem for name in names if name.endswith(".articles"))
    columns = sorted(Path(name).stem for name in names if name.endswith(".columns"))
    known = {*contents[:1], *of_whoosh[:1], *catalogs[:1], *relations[:1], *spellings[:1], "MAIN_WRITELOCK"}
    paired = set(articles) & set(columns)
    return [name for name in names if name not in known and Path(name).stem not in paired]


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns())
