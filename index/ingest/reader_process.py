"""Files read in a process of its own, which the system stops when it takes too much time or memory.

The time is that of the processor (RLIMIT_CPU), so that a busy machine skips nothing, and the system itself ends the
process, whatever loop of whatever library it is in. The price is the file that was being read, or the rest of it.
"""

import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from index.article import Article, Skipped, Unopened
from index.errors import DatelineError
from index.ingest.annotate import annotations_of
from index.ingest.extract import articles_in
from index.ingest.garbage import collect_seldom
from index.ingest.interrupts import deaf_to_interrupts
from index.ingest.listings import Listed, listed_in
from index.ingest.walk import path_name

if sys.platform != "win32":
    import resource

MEGABYTE = 1024**2
LONG_CHARACTERS = 100_000
"""A longer article is annotated by the process that reads it, to see that this comes to an end, too."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What reading may take."""

    article_seconds: int = 30
    """Of the processor, from one article to the next; a large file has a second more for each 4 MB of it, because
    there may be so much between two articles."""
    file_seconds_per_megabyte: int = 20
    """Of the processor, beside those of one article. A zipped web page takes 10 at most."""
    memory_bytes: int = 640 * MEGABYTE
    """Beside what the process has when it begins."""
    waiting_seconds: float = 600
    """By the clock, from one article to the next, where the file itself does not come."""

    def seconds(self, order: "ReadingOrder") -> int:
        """Of the processor, from one article of this file to the next."""
        return self.article_seconds + order.size // (4 * MEGABYTE)

    def file_seconds(self, order: "ReadingOrder") -> int:
        """Of the processor, for all of this file."""
        return self.article_seconds + self.file_seconds_per_megabyte * order.size // MEGABYTE


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """A file to read, as `articles_in` takes it, and its size in bytes."""

    path: Path
    size: int
    fields: Mapping[str, str]
    turn: int = 0
    turns: int = 1
    reads_scans: bool = False
    """The words on pictures of pages are to be read, too."""
    inode: int = 0
    """The file that was found there; 0 is not known."""
    lists: bool = False
    """What the file says of articles that lie elsewhere is asked for, and not its own."""


@dataclass(frozen=True, slots=True)
class Finished:
    """All of a file has been read."""

    is_worn: bool = False
    """The process has kept so much memory that another one should go on."""


class ReaderProcess:
    """Reads files in another process, which is started when it is first needed, and again when it was stopped."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._running: tuple[BaseProcess, Connection[ReadingOrder, object]] | None = None

    def articles(self, order: ReadingOrder) -> Iterator[Article | Skipped]:
        """The articles of a file as they come, and why the rest of it gave none."""
        return (found for found in self._found(order) if isinstance(found, Article | Skipped))

    def listed(self, order: ReadingOrder) -> Iterator[Listed]:
        """What a file lists, as far as that can be read."""
        return (found for found in self._found(replace(order, lists=True)) if isinstance(found, Listed))

    def _found(self, order: ReadingOrder) -> Iterator[Article | Listed | Skipped]:
        """What comes of a file, up to its end."""
        process, connection = self._running = self._running or self._started()
        connection.send(order)
        while not isinstance(found := self._next(process, connection, order), Finished):
            yield found
        if found.is_worn:
            self.stop()

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self._running:
            process, connection = self._running
            self._running = None
            connection.close()
            process.kill()
            process.join()

    def _started(self) -> "tuple[BaseProcess, Connection[ReadingOrder, object]]":
        # Started afresh rather than forked: a copy of a process that has threads inherits their locks.
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=read_ordered, args=(theirs, self._budget), daemon=True)
        try:
            with deaf_to_interrupts():
                process.start()
            theirs.close()
            ours.recv()
        except (OSError, EOFError) as error:
            raise DatelineError("no process could be started that reads the files: is memory short?") from error
        return process, ours

    def _next(
        self, process: BaseProcess, connection: "Connection[ReadingOrder, object]", order: ReadingOrder
    ) -> Article | Listed | Skipped | Finished:
        """What comes next of a file; where nothing will come any more, why, and after that its end."""
        if self._running is None:
            return Finished()
        name = path_name(order.path)
        try:
            if not connection.poll(self._budget.waiting_seconds):
                self.stop()
                return Unopened(name, f"nothing came of it in {self._budget.waiting_seconds:.0f} s")
            found = connection.recv()
        except (EOFError, OSError):
            process.join()
            self.stop()
            exit_code = process.exitcode or 0
            kind = Unopened if exit_code in FROM_OUTSIDE else Skipped
            return kind(name, why_ended(exit_code, self._budget.seconds(order)))
        assert isinstance(found, Article | Listed | Skipped | Finished)  # noqa: S101  what `read_ordered` sends
        return found


FROM_OUTSIDE = {-getattr(signal, name) for name in ("SIGKILL", "SIGTERM") if hasattr(signal, name)}
"""How a process ends that another one ended, as the system does when memory is short; the file may be a good one."""


def why_ended(exit_code: int, seconds: int) -> str:
    """What to say of a file over which the process that read it came to its end."""
    if hasattr(signal, "SIGXCPU") and exit_code == -signal.SIGXCPU:
        return stopped_after(seconds)
    if exit_code == -signal.SIGABRT:  # how libraries that are not written in Python end where they get no memory
        return "reading it ended suddenly, most likely for want of memory"
    return f"the process that read it came to a sudden end ({exit_code})"


def stopped_after(seconds: int) -> str:
    """What to say of a file that took longer."""
    return f"reading it was stopped after more than {seconds} s of processor time"


def read_ordered(connection: "Connection[object, ReadingOrder]", budget: Budget) -> None:
    """What the other process does: read what is ordered, until nobody orders any more."""
    # Libraries write there what they think of a file.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    collect_seldom()
    most_bytes = limit_memory(budget.memory_bytes)
    connection.send(Finished())
    while True:
        try:
            order = connection.recv()
        except EOFError:
            return
        for found in in_time(order, budget):
            if isinstance(found, Article) and len(found.body) > LONG_CHARACTERS:
                annotations_of(found)
            connection.send(found)
        connection.send(Finished(is_worn=address_space() > most_bytes - budget.memory_bytes // 2))


def in_time(order: ReadingOrder, budget: Budget) -> Iterator[Article | Listed | Skipped]:
    """The articles of a file, and a remark where they take too long together.

    This process is ended by the system where the next one alone does.
    """
    end = time.process_time() + budget.file_seconds(order)
    limit_seconds(budget.seconds(order))
    turn = order.turn, order.turns
    articles = articles_in(order.path, order.fields, turn, reads_scans=order.reads_scans, inode=order.inode)
    for found in listed_in(order.path, order.fields, order.inode) if order.lists else articles:
        yield found
        left = end - time.process_time()
        if left <= 0:
            yield Skipped(path_name(order.path), stopped_after(budget.file_seconds(order)))
            return
        limit_seconds(min(budget.seconds(order), int(left)))


def limit_seconds(seconds: int) -> None:
    """End this process when it has used so many seconds more of the processor."""
    if sys.platform != "win32":
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        soft = int(time.process_time()) + 1 + max(0, seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def limit_memory(more_bytes: int) -> int:
    """Let this process have so much more memory than it has; gives how much that is, as `address_space` counts."""
    most = address_space() + more_bytes
    if sys.platform == "linux":
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    return most


def address_space() -> int:
    """How much memory this process has, in bytes, whether it is used or not; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0
    return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
