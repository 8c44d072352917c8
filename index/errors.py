"""What can go wrong, in words that a person can act on."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path


class DatelineError(Exception):
    """Anything that Dateline reports to its user; the message says what happened and what to do next."""


class IndexMissing(DatelineError):
    """There is no index where one was looked for."""


class IndexOutdated(DatelineError):
    """The index was written by another version of Dateline, or is damaged, and must be built again."""


class NotAsWritten(ValueError):
    """What was read of an index is found not to be what was written; its message says what."""


class Unforeseen(IndexOutdated):
    """Reading an index failed as nothing that reads it expects: it is damaged, or forged, or the fault is ours.

    `index.verify.is_as_written` tells which, and only who prints it asks: meanwhile it counts as damage.
    """

    def __init__(self, folder: Path, error: Exception) -> None:
        super().__init__(damaged(folder, error))
        self.folder = folder
        """Of the index."""


class IndexLocked(DatelineError):
    """Another process is writing to this index."""


class Unreadable(DatelineError):
    """A file holds no article that can be read; a build counts it as skipped and goes on."""


class CannotOpen(Unreadable):
    """A file cannot be opened now; the next build tries again, for it may be, without a change to the file."""


class ArticleMissing(DatelineError):
    """No article in the index has this id."""


def no_article(id: str) -> ArticleMissing:
    """What to say when no article has this id, which may be anything that was typed."""
    shown = id if len(id) <= LONGEST_ID else f"{id[:LONGEST_ID]}…"
    return ArticleMissing(f"no article has the id “{shown}”: the ids are in  dateline search --json WORDS")


LONGEST_ID = 40
"""Characters of it that are repeated to the reader."""


def reason(error: OSError) -> str:
    """What the system says, in small letters and without the path: "no such file or directory"."""
    return (error.strerror or str(error)).lower()


def shown(path: Path) -> str:
    """A path as it may be printed: with what a terminal would obey, and half of a pair of surrogates, written out."""
    return CONTROLS.sub(lambda found: found[0].encode("unicode-escape").decode(), str(path))


CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


REMEDY = "dateline index --rebuild FOLDER"
IF_FORGED = f"its numbers are wrong: make it again with  {REMEDY}"
"""Numbers in an index of a stranger may be so large that nothing has memory for so many."""


def damaged(folder: Path, error: Exception) -> str:
    """What to say, and what to do, when an index cannot be read."""
    what = reason(error) if isinstance(error, OSError) else str(error).strip() or type(error).__name__
    return f"the index at {folder} is damaged ({what}): make it again with  {REMEDY}"


def other_version(folder: Path) -> str:
    """What to say, and what to do, when an index is none of this version's."""
    return f"the index at {folder} was made by another version: make it again with  {REMEDY}"


@contextmanager
def reading_from(folder: Path) -> Iterator[None]:
    """Whatever goes wrong in here with what was read of the index in this folder is told as what it comes from.

    Damage shows in any way at all: a number too large for its column, a text that is none, a date that never was. So do
    faults of ours, and what may be one is Unforeseen. Raises IndexOutdated, and DatelineError where the system refuses
    to read, or has no memory left.
    """
    try:
        yield
    except DatelineError:
        raise
    except FileNotFoundError as error:
        raise IndexOutdated(damaged(folder, error)) from error
    except OSError as error:
        raise DatelineError(f"cannot read the index at {folder}: {reason(error)}") from error
    except MemoryError as error:
        what = "there is not enough memory for it"
        raise DatelineError(f"cannot read the index at {folder}: {what}; if there is, {IF_FORGED}") from error
    except (NotAsWritten, UnicodeDecodeError, JSONDecodeError) as error:
        raise IndexOutdated(damaged(folder, error)) from error
    except Exception as error:
        raise Unforeseen(folder, error) from error
