"""Indexes whose checksums are right and whose numbers are wrong, as a stranger would make them: an answer, or a line.

python -m tests.attack.forged 2000
"""

import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from index.build import rebuild_index, update_index
from index.errors import DatelineError
from index.storage.arrays import Array, ArrayWriter, mapped_arrays
from index.verify import wrong_files
from tests.attack.flips import answers, made
from tests.attack.forged_articles import forge_articles, seal, show_everywhere

MOST_SECONDS = 10.0
"""For all that is asked of one index, with room for a machine that does other things."""
OF_ARTICLES = 0.4
"""The share of forged segments in which the articles are forged, and not the numbers."""


def main(indexes: int, seed: int) -> None:
    """Forge so many; says what they gave, and fails at the first fault."""
    with TemporaryDirectory() as name:
        told = forged(Path(name), indexes, seed)
    print(f"{indexes} forged indexes, seed {seed}: {dict(told)}")


def forged(place: Path, indexes: int, seed: int) -> Counter[str]:
    """How many answered and how many told that they cannot."""
    chance, outcome = random.Random(seed), Counter[str]()
    whole = made(place)
    for _ in range(indexes):
        with TemporaryDirectory() as name:
            folder = Path(shutil.copytree(whole, Path(name) / "index"))
            path = chance.choice(sorted(filter(holds_numbers, [*folder.glob("*.columns"), *folder.glob("*.arrays")])))
            is_of_articles = path.suffix == ".columns" and chance.random() < OF_ARTICLES
            forged = forge_articles(path, chance) if is_of_articles else forge(path, chance)
            forgery = f"{path.suffix} {forged}, seed {seed}"
            started = time.process_time()
            outcome["answered" if is_answered(folder, forgery) else "told"] += 1
            build_on(folder, place / "news", forgery)
            assert time.process_time() - started < MOST_SECONDS, f"{forgery} takes very long"
    return outcome


def holds_numbers(path: Path) -> bool:
    """A file has an array that is not empty."""
    return any(map(len, mapped_arrays(path).values()))


def forge(path: Path, chance: random.Random) -> str:
    """Change one array of a file, with the checksums that belong to it; gives which."""
    arrays = {name: np.array(array) for name, array in mapped_arrays(path).items()}
    path.unlink()
    chosen = chance.choice([name for name, array in arrays.items() if len(array)])
    arrays[chosen] = changed(arrays[chosen], chance)
    writer = ArrayWriter(path)
    for name, array in arrays.items():
        writer.add(name, array)
    writer.close()
    seal(path.parent)
    return chosen


def changed(array: Array, chance: random.Random) -> Array:
    """The array with one number that is another, or the largest of all, or cut short.

    Integers (n,), n above 0; gives integers (m,), m at most n.
    """
    at, how = chance.randrange(len(array)), chance.choice(["largest", "other", "cut", "huge"])
    if how == "cut":
        return array[:at]
    if how == "huge" and array.dtype.kind == "u":
        array = array.astype("<u8")
    info = np.iinfo(array.dtype)
    array[at] = chance.randrange(int(info.min), int(info.max)) if how == "other" else info.max
    return array


def is_answered(folder: Path, forgery: str) -> bool:
    """It answers, rather than telling that it cannot."""
    told = what_is_told(lambda: answers(folder), forgery)
    assert "\n" not in told, f"{forgery} is told on several lines"
    return not (told or what_is_told(lambda: show_everywhere(folder), forgery))


def build_on(folder: Path, news: Path, forgery: str) -> None:
    """A build that adds to it may tell that it cannot; one that makes it anew works."""
    (news / "new.txt").write_text(f"News {forgery}\n\nThe talks of {time.monotonic_ns()} go on.\n")
    told = what_is_told(lambda: update_index([news], folder, 1, lambda done, todo: None), forgery)
    assert not told or "--rebuild" in told, f"{forgery} is told without a remedy: {told}"
    rebuild_index([news], folder, 1, lambda done, todo: None)
    assert wrong_files(folder) == [], forgery


def what_is_told(act: Callable[[], object], forgery: str) -> str:
    """The line that says why it cannot be done; empty when it can."""
    try:
        act()
    except DatelineError as error:
        return str(error)
    except Exception as error:
        raise AssertionError(f"{forgery} raised {error!r}") from error
    return ""


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns())
