"""Changes every bit of what an index says of itself, and others by chance: the same answers, or a line that tells.

python -m tests.attack.flips            every bit of contents, catalog, spellings and tables, 2,000 elsewhere
python -m tests.attack.flips 50 100     every 50th of them, 100 elsewhere
"""

import os
import random
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from index.build import update_index
from index.errors import DatelineError
from index.storage.arrays import END
from search.find import find
from search.request import Request
from search.snapshots import engine_source

ASKED = (
    "talks",
    '"the general said"',
    "river OR bridge",
    "gener*",
    "brigde~",
    "title:bridge",
    "speaker:Milley talks",
    "",
)
"""Of words, phrases, patterns, fields, quotations, and of everything."""
Answers = list[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Flip:
    """A bit of a file: the one that `1 << bit` is, of the byte at `place`."""

    path: Path
    place: int
    bit: int


@dataclass(slots=True)
class Outcome:
    """How many flips changed nothing that is asked for, were told, and, where that may be, gave other answers."""

    same: int = 0
    told: int = 0
    other: int = 0


def main(step: int, elsewhere: int, seed: int) -> None:
    """Flip, and say what happened; fails at the first traceback, and the first other answer."""
    with TemporaryDirectory() as name:
        folder = made(Path(name))
        own = [flip for path in sorted(folder.iterdir()) for flip in own_bits(path)][::step]
        chance = random.Random(seed)
        print(f"{len(own)} bits of what the index says of itself: {flipped(folder, own, is_seen=True)}")
        for is_seen in (True, False):
            others = [bit_by_chance(folder, chance) for _ in range(elsewhere)]
            how = "files that look changed" if is_seen else "files that do not look changed"
            print(f"{elsewhere} bits by chance, seed {seed}, of {how}: {flipped(folder, others, is_seen)}")


def made(place: Path) -> Path:
    """A small index of two segments, of which one has a deleted article, with a file that gives none."""
    news, folder = place / "news", place / "index"
    news.mkdir()
    for number in range(4):
        (news / f"{number}.txt").write_text(f"Talks by the river {number}\n\n{BODY}\n", "utf-8")
    (news / "empty.txt").touch()
    update_index([news], folder, 1, lambda done, todo: None)
    (news / "0.txt").unlink()
    (news / "more.txt").write_text(
        f"A bridge again\n\nPublished on 12 November 2022\n\n{BODY} A bridge is built.\n", "utf-8"
    )
    update_index([news], folder, 1, lambda done, todo: None)
    return folder


BODY = (
    "“We should seize the moment for talks,” General Mark Milley said on Friday in Geneva, where the river is high. "
    "The general said nothing of the bridge, and so it went on for a while."
)


def own_bits(path: Path) -> Iterator[Flip]:
    """The bits of the contents, the catalog and the spellings, and of the tables of files of arrays."""
    size = path.stat().st_size
    if path.suffix in (".contents", ".jsonl", ".json"):
        start = 0
    elif path.suffix in (".columns", ".arrays"):
        start, *_ = END.unpack(path.read_bytes()[-END.size :])
    else:
        return
    for place in range(start, size):
        yield from (Flip(path, place, bit) for bit in range(8))


def bit_by_chance(folder: Path, chance: random.Random) -> Flip:
    """Any bit of any file that is read."""
    path = chance.choice([path for path in sorted(folder.iterdir()) if path.stat().st_size and path.suffix != ".toc"])
    return Flip(path, chance.randrange(path.stat().st_size), chance.randrange(8))


def flipped(folder: Path, flips: Iterable[Flip], is_seen: bool) -> Outcome:
    """What each of them does, one at a time; where a file looks as it was, other answers are counted and no fault."""
    outcome, before = Outcome(), answers(folder)
    for flip in flips:
        content, status = flip.path.read_bytes(), flip.path.stat()
        changed = bytearray(content)
        changed[flip.place] ^= 1 << flip.bit
        write(flip.path, changed)
        if not is_seen:
            os.utime(flip.path, ns=(status.st_atime_ns, status.st_mtime_ns))
        try:
            now = answers(folder)
            assert now == before or not is_seen, f"{flip} gives other answers"
            outcome.same += now == before
            outcome.other += now != before
        except DatelineError as error:
            assert_tells(error, flip)
            outcome.told += 1
        except Exception as error:
            raise AssertionError(f"{flip} is not told, but raised: {error!r}") from error
        finally:
            write(flip.path, content)
            os.utime(flip.path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return outcome


def assert_tells(error: DatelineError, flip: Flip) -> None:
    """It is one line with a remedy."""
    assert "\n" not in str(error), f"{flip} is told on several lines"
    assert "dateline index" in str(error), f"{flip} is told without a remedy: {error}"


def write(path: Path, content: bytes | bytearray) -> None:
    """Write into the file where it lies, as a disk or an editor of bytes does."""
    with path.open("r+b") as file:
        file.write(content)


def answers(folder: Path) -> Answers:
    """What the index says to all that is asked; spellings that cannot be read are no other answers, for it says so."""
    source = engine_source(str(folder))
    engine = source.open()
    found: Answers = [(skip.path, skip.why) for skip in source.skipped()]
    for typed in ASKED:
        results = find(engine, Request(typed, copies="all"))
        assert all("spellings" in remark for remark in engine.remarks)
        shown = [(hit.id, hit.score, hit.snippet, hit.published, hit.story) for hit in results.hits]
        found.append((results.total, results.stories, *shown))
        found += [
            (article.id, article.title, article.body) for article in engine.fetch([hit.id for hit in results.hits])
        ]
    return found


if __name__ == "__main__":
    started = time.monotonic()
    step, elsewhere = (int(argument) for argument in sys.argv[1:3]) if len(sys.argv) > 2 else (1, 2_000)
    main(step, elsewhere, int(sys.argv[3]) if len(sys.argv) > 3 else time.time_ns())
    print(f"{time.monotonic() - started:.0f} s")
