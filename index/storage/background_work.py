"""Work that goes on beside its caller, in a thread: numpy and zlib let Python run on meanwhile."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

Given = TypeVar("Given")
Done = TypeVar("Done")


class BackgroundWork(Generic[Given, Done]):
    """Does one piece of work after the other, at most one ahead of its caller; what fails there, fails here."""

    def __init__(self, work: Callable[[Given], Done]) -> None:
        self._work = work
        self._pool = ThreadPoolExecutor(1)
        self._doing: Future[Done] | None = None

    def give(self, given: Given) -> list[Done]:
        """Begin with this when what was given before is done, and what that came to, if there was anything."""
        done = self.rest()
        self._doing = self._pool.submit(self._work, given)
        return done

    def rest(self) -> list[Done]:
        """What the last thing that was given came to, unless that is known already."""
        doing, self._doing = self._doing, None
        return [doing.result()] if doing else []

    def stop(self) -> None:
        """End the thread."""
        self._pool.shutdown()
