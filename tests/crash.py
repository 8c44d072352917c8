"""Kills real builds in the middle, and looks at what is left: the old articles or the new ones, never anything else.

Builds of every sort: of new files, of the whole anew, the first one, and one that drops what is gone; beside them a
process keeps the index open, and a server answers, which may see nothing else either.

python -m tests.crash 200
"""

import os
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from index.build import rebuild_index, update_index
from index.build_plan import BuildOptions
from index.errors import DatelineError, IndexMissing
from index.verify import wrong_files
from search.clauses import Everything
from search.query import Query
from search.snapshots import open_engine
from tests.attack.beside import Record, Titles, readers_beside

STEPS = frozenset({"open", "os.rename", "os.remove"})
"""What Python tells its auditors of: whatever touches a file of the index begins with one of these."""
State = dict[str, tuple[str, str]]
"""Title and body of each article by the name of its file; nothing where there is no index."""


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
        with readers_beside(index, titles(written(news))) as record:
            for kill in range(kills):
                outcomes[killed_once(news, index, chance, record)] += 1
                if kill % 4 == 3:
                    record.attempt(titles(written(news)))
                    assert in_a_process(lambda: update(news, index)) == 0, "a build after a kill failed"
                    assert indexed(index) == written(news), "a build after a kill is not complete"
                    assert not leftovers(index), f"left over: {leftovers(index)}"
                    record.settle(titles(written(news)))
        print(f"{kills} builds were killed: {outcomes['old']} left the old articles, {outcomes['new']} the new ones")


def killed_once(news: Path, index: Path, chance: random.Random, record: Record) -> str:
    """Change the articles, kill a build that takes it in, and say which articles are there now."""
    build = chance.choice(BUILDS)
    if build is first:
        record.attempt({})
        index.rename(index.with_name("away"))
        shutil.rmtree(index.with_name("away"))
    before = indexed(index)
    record.settle(titles(before))
    change(news, chance)
    record.attempt(titles(written(news)))
    how = chance.choice([killed_at_a_moment, killed_at_a_step, killed_at_a_step, out_of_room])
    how(lambda: build(news, index), index, chance)
    after = indexed(index)
    record.settle(titles(after))
    assert not after or wrong_files(index) == [], "what is left is damaged"
    if after == written(news):
        return "new"
    assert after == before, "the articles are neither the old ones nor the new ones"
    return "old"


def update(news: Path, index: Path) -> None:
    """A build of what is new."""
    update_index([news], index, 1, lambda done, todo: None)


def rebuild(news: Path, index: Path) -> None:
    """A build of the whole anew."""
    rebuild_index([news], index, 1, lambda done, todo: None)


def first(news: Path, index: Path) -> None:
    """A build where there is no index."""
    update_index([news], index, 1, lambda done, todo: None)


def prune(news: Path, index: Path) -> None:
    """A build that drops what is gone."""
    update_index([news], index, 1, lambda done, todo: None, BuildOptions(prunes=True))


BUILDS = (update, rebuild, first, prune)


Act = Callable[[], None]


def killed_at_a_moment(build: Act, index: Path, chance: random.Random) -> None:
    """A build that another process kills."""
    in_a_process(build, kill_after=chance.uniform(0, 0.25))


def killed_at_a_step(build: Act, index: Path, chance: random.Random) -> None:
    """A build that is killed right before a certain step."""
    step = chance.randrange(1, 90)

    def act() -> None:
        kill_at(index, step)
        build()

    in_a_process(act)


def out_of_room(build: Act, index: Path, chance: random.Random) -> None:
    """A build for which the disk is full."""
    most_bytes = chance.randrange(1, 12_000)

    def act() -> None:
        fill_the_disk(most_bytes)
        build()

    in_a_process(act)


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
    title = f"Title number {number} as of {chance.randrange(10**9)}"
    (news / f"{number}.txt").write_text(f"{title}\n\nThe body is {' '.join(words)}.\n", "utf-8")


def written(news: Path) -> State:
    """The articles as their files have them."""
    texts = {path.name: path.read_text("utf-8").partition("\n\n") for path in news.iterdir()}
    return {name: (title, body.strip()) for name, (title, _, body) in texts.items()}


def indexed(index: Path) -> State:
    """The articles as the index has them."""
    try:
        engine = open_engine(str(index))
    except IndexMissing:
        return {}
    ids = [candidate.id for candidate in engine.match(Query(Everything()), 1000).candidates]
    return {Path(article.path).name: (article.title, article.body) for article in engine.fetch(ids)}


def titles(state: State) -> Titles:
    """The titles alone."""
    return {name: title for name, (title, _) in state.items()}


def leftovers(index: Path) -> list[str]:
    """Files that no generation needs."""
    names = [path.name for path in index.iterdir()]
    contents = [name for name in names if name.endswith(".contents")]
    of_whoosh = [name for name in names if name.endswith(".toc")]
    catalogs = [name for name in names if name.startswith("catalog.")]
    relations = [name for name in names if name.startswith("relations.")]
    spellings = [name for name in names if name.startswith("spellings.")]
    vectors = [name for name in names if name.startswith("vectors.")]
    articles = sorted(Path(name).stem for name in names if name.endswith(".articles"))
    columns = sorted(Path(name).stem for name in names if name.endswith(".columns"))
    of_generation = (contents, of_whoosh, catalogs, relations, spellings, vectors)
    known = {"MAIN_WRITELOCK", *(name for several in of_generation for name in several[:1])}
    paired = set(articles) & set(columns)
    return [name for name in names if name not in known and Path(name).stem not in paired]


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns())
