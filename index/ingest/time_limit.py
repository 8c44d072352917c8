"""A limit of time for work that this process does itself, where the system can interrupt it."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

AGAIN_SECONDS = 0.5
"""Until it is interrupted once more, when a library has swallowed the first time."""


class Overdue(BaseException):
    """The time is over; no exception that a library catches, nor one that says what is wrong with a file."""


def can_be_limited() -> bool:
    """The system can interrupt what is done here: it does so in the main thread alone, and not on Windows."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises Overdue in here after so many seconds of the processor; only where it `can_be_limited`."""

    def interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise Overdue

    before = signal.signal(signal.SIGVTALRM, interrupt)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
