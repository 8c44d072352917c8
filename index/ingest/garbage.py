"""How often Python looks for objects that only refer to each other: seldom while many articles are in memory.

Each look at all objects takes the longer the more there are, and what a build makes refers to nothing back.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (100_000, 50, 100)
"""Thresholds of the three generations, as `gc.set_threshold` takes them; Python's own are 700, 10 and 10."""


def collect_seldom() -> None:
    """From here on, in this process."""
    gc.set_threshold(*SELDOM)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """In here."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
