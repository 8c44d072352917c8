"""Whatever fails on one file, the others are still read: where a fault becomes a reason to skip what it befell."""

import logging
from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

import index
from index.errors import Unreadable
from index.readers.source import PASSING, cannot_open

Item = TypeVar("Item")

LOG = logging.getLogger(__name__)
OURS = Path(index.__file__).parent
LONGEST_MESSAGE = 200
"""Characters of what a library says."""


def until_fault(found: Iterator[Item]) -> Iterator[Item | Unreadable]:
    """What is found, and where finding it fails, why, in place of the rest."""
    try:
        yield from found
    except Unreadable as error:
        yield error
    except RecursionError:
        yield Unreadable("nested too deeply")
    except MemoryError:
        yield Unreadable("reading it takes more memory than it may have")
    except Exception as error:
        if isinstance(error, OSError) and error.errno in PASSING:
            yield cannot_open(error)
            return
        LOG.debug("a fault while reading", exc_info=error)
        yield Unreadable(f"{whose(error)}: {type(error).__name__}: {' '.join(str(error).split())[:LONGEST_MESSAGE]}")


def whose(error: Exception) -> str:
    """Where it failed, when that is in our own code, which is to be mended; or only that it did, in a library."""
    *_, last = extract_tb(error.__traceback__)
    place = Path(last.filename)
    if not place.is_relative_to(OURS):
        return "reading it failed"
    return f"a fault in Dateline, {place.relative_to(OURS.parent).as_posix()} line {last.lineno}"
