"""A disk that is full at one point after another of a build: the old index stays, one line tells, the next build works.

python -m tests.attack.full_disk 50

At every other point a small disk of its own has so much room and no more, where this process may mount one (elsewhere
no file may grow beyond that); at the others the system refuses a certain step: opening to write, syncing or renaming.
"""

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cli.commands import run
from index.build import update_index
from index.verify import wrong_files
from tests.crash import indexed, leftovers, written

DISK_BYTES = 4_000_000
LEAST_BYTES, MOST_STEPS = 4096, 26
"""A file takes up no less of a disk; a build of a few articles makes about so many steps that a full disk refuses."""
FULL = os.strerror(errno.ENOSPC).lower()
TOO_LARGE = os.strerror(errno.EFBIG).lower()


def main(points: int) -> None:
    """Let the disk be full at so many points; says what happened, and fails when anything was lost."""
    told: Counter[str] = Counter()
    with TemporaryDirectory() as name:
        place = Path(name)
        with small_disk(place / "disk") as is_mounted:
            need = bytes_of_a_build(place)
            for point in range(points):
                if point % 2:
                    how, full = "a step refused", partial(refuse, 1 + point * MOST_STEPS // points)
                elif is_mounted:
                    how, full = "a small disk full", partial(fill, place / "disk", point * need // points)
                else:
                    how, full = "no file may grow", partial(let_no_file_grow, 1 + point * need // points // 8)
                told[f"{how}, {built_on_full(place, full)}"] += 1
    print(f"{points} points at which the disk was full: {dict(sorted(told.items()))}")


@contextmanager
def small_disk(place: Path) -> Iterator[bool]:
    """A disk of its own at this place, if this process may mount one; a folder otherwise."""
    place.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "none", str(place)]
    try:
        is_mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        is_mounted = False
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", str(place)], check=True)


def bytes_of_a_build(place: Path) -> int:
    """How much room a build takes beside the index that was there, roughly."""
    write(place / "news", "old")
    update_index([place / "news"], place / "whole", 1, lambda done, todo: None)
    return 3 * sum(max(LEAST_BYTES, path.stat().st_size) for path in (place / "whole").iterdir()) // 2


def write(news: Path, word: str) -> None:
    """The articles of a state."""
    news.mkdir(exist_ok=True)
    for number in range(6):
        text = " ".join(f"{word}{number}x{count}" for count in range(300))
        (news / f"{number}.txt").write_text(f"Title {number} {word}\n\nThe body is {text}.\n", "utf-8")


def built_on_full(place: Path, be_full: Callable[[], None]) -> str:
    """Build new articles where the disk is full, and again where it is not; says how the first one ended."""
    news, index = place / "news", place / "disk" / "index"
    write(news, "old")
    let_go(index)
    shutil.copytree(place / "whole", index)
    before = indexed(index)
    write(news, "new")
    code, line = command(news, index, be_full)
    after = indexed(index)
    assert wrong_files(index) == [], "what is left is damaged"
    if code == 0:
        assert after == written(news), "a build that says that it worked did not"
    else:
        assert code == 2, f"a build on a full disk ended with {code}: {line}"
        assert line.count("\n") == 1, f"a full disk is told on several lines: {line}"
        assert "cannot write the index" in line, f"a full disk is told as something else: {line}"
        assert FULL in line or TOO_LARGE in line, f"a full disk is told as something else: {line}"
        assert after == before, "the articles are not the old ones"
    let_go(place / "disk" / "ballast")
    code_again, line = command(news, index, lambda: None)
    assert code_again == 0, f"the next build failed: {line}"
    assert indexed(index) == written(news), "the next build is not complete"
    assert not leftovers(index), f"left over: {leftovers(index)}"
    return "built" if code == 0 else "told"


def let_go(path: Path) -> None:
    """Remove what is there, if anything is."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def command(news: Path, index: Path, first: Callable[[], None], most_seconds: int = 0) -> tuple[int, str]:
    """The exit code of `dateline index` after this is done in its process, and what it says on stderr.

    It is killed after so many seconds, unless they are 0.
    """
    said = news.parent / "said"
    child = os.fork()
    if not child:
        code = 99
        try:
            file = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            sys.stdout, sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"), os.fdopen(file, "w")
            sys.argv = ["dateline", "index", str(news), "--index", str(index)]
            signal.alarm(most_seconds)
            first()
            code = run()
            sys.stderr.flush()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said.read_text("utf-8")


def fill(disk: Path, room: int) -> None:
    """Leave so much room on a disk, in bytes, and no more."""
    free = os.statvfs(disk)
    with (disk / "ballast").open("wb") as ballast:
        os.posix_fallocate(ballast.fileno(), 0, max(1, free.f_bavail * free.f_frsize - room))


def let_no_file_grow(most_bytes: int) -> None:
    """Let no file of this process grow beyond this."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))


def refuse(step: int) -> None:
    """Let the so-manieth step of this process that may need room on the disk be refused, and each one after it."""
    left = [step]

    def count(event: str, arguments: tuple[Any, ...]) -> None:
        if needs_room(event, arguments):
            left[0] -= 1
            if left[0] <= 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    sys.addaudithook(count)


def needs_room(event: str, arguments: tuple[Any, ...]) -> bool:
    """It writes to the index, syncs or renames a file of it."""
    if event == "os.rename":
        return "/index/" in str(arguments[0])
    if event != "open" or "/index/" not in str(arguments[0]):
        return False
    _, mode, flags = arguments
    is_to_sync = mode is None and not flags & os.O_NOFOLLOW
    return is_to_sync or bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


if __name__ == "__main__":
    main(int(sys.argv[1]))
