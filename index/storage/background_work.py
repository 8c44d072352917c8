"""Work that goes on beside its caller, in a thread: numpy and zlib let Python run on meanwhile.

Where there is no memory for a thread, `threading` may wait for ever for one that died before its first step. Here the
caller does what no thread has begun when the result is wanted, so that there is nothing to wait for.
"""

import _thread
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

Given = TypeVar("Given")
Done = TypeVar("Done")


class BackgroundWork(Generic[Given, Done]):
    """Does one piece of work after the other, at most one ahead of its caller; what fails there, fails here."""

    def __init__(self, work: Callable[[Given], Done]) -> None:
        self._work = work
        self._doing: Piece[Given, Done] | None = None

    def give(self, given: Given) -> list[Done]:
        """Begin with this when what was given before is done, and what that came to, if there was anything."""
        done = self.rest()
        self._doing = Piece(self._work, given)
        return done

    def rest(self) -> list[Done]:
        """What the last thing that was given came to, unless that is known already."""
        doing, self._doing = self._doing, None
        return [doing.result()] if doing else []

    def stop(self) -> None:
        """Wait for what is under way; nobody wants to know what it comes to."""
        doing, self._doing = self._doing, None
        if doing:
            doing.end()


class Piece(Generic[Given, Done]):
    """One piece of work, done by a thread of its own, or by whoever wants its result before that has begun."""

    def __init__(self, work: Callable[[Given], Done], given: Given) -> None:
        self._work = work
        self._given = given
        self._done: list[Done] = []
        self._error: BaseException = MemoryError("a thread came to its end before its work did")
        self._turn, self._running = _thread.allocate_lock(), _thread.allocate_lock()
        self._running.acquire()
        with suppress(RuntimeError, MemoryError):  # no thread can be started
            _thread.start_new_thread(self._run, ())

    def result(self) -> Done:
        """What it came to; raises what it raised."""
        if self._turn.acquire(blocking=False):
            return self._work(self._given)
        self._running.acquire()
        if not self._done:
            raise self._error
        return self._done[0]

    def end(self) -> None:
        """It is done, or will never be."""
        if not self._turn.acquire(blocking=False):
            self._running.acquire()

    def _run(self) -> None:
        """What the thread does; whatever becomes of it, it says when it is over."""
        if not self._turn.acquire(blocking=False):
            return
        try:
            self._done.append(self._work(self._given))
        except BaseException as error:  # noqa: BLE001  told to whoever asks for the result
            self._error = error
        finally:
            self._running.release()
