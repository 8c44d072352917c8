"""Processes that leave Ctrl-C to the one that started them."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Processes that are started meanwhile do not hear of Ctrl-C; this one does, afterwards, and stops them."""
    if not hasattr(signal, "pthread_sigmask"):  # only where a terminal tells every process of it
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
