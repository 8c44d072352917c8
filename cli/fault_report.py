"""What is told and kept of a fault of ours: a line for the reader, and a traceback in a file for whoever mends it."""

import os
import stat
import traceback
from datetime import UTC, datetime
from pathlib import Path

from cli.state_folder import state_folder
from index.errors import REMEDY, Unforeseen, shown

MOST_BYTES = 1024 * 1024
"""Of the file; when it is full, it begins anew."""
LONGEST_MESSAGE = 200
"""Characters of the exception's own words."""


def is_fault(error: Exception) -> bool:
    """Whether the fault is ours, and not that of an index that is damaged or was made to be."""
    if not isinstance(error, Unforeseen):
        return True
    # Imported here, because nothing goes wrong in most commands, and it takes a while.
    from index.verify import is_as_written

    return is_as_written(error.folder)


def fault_told(error: Exception, now: datetime | None = None) -> str:
    """What to say of a fault of ours, whose traceback is kept from here on."""
    cause = error.__cause__ if isinstance(error, Unforeseen) and error.__cause__ else error
    what = f"{type(cause).__name__}: {cause}"[:LONGEST_MESSAGE].rstrip(": ")
    file = kept(error, now or datetime.now(UTC))
    told = f"this is a fault of Dateline itself ({what}), and of nothing that you typed: please report it"
    told += f" with what is at the end of {shown(file)}" if file else ""
    return told + (f"; if the index came from a stranger, make it again with  {REMEDY}" if cause is not error else "")


def kept(error: Exception, now: datetime) -> Path | None:
    """The file to whose end the traceback was written, for nobody else to read; None where that cannot be."""
    folder = state_folder()
    if folder is None:
        return None
    file = folder / "faults.log"
    text = f"{now:%Y-%m-%dT%H:%M:%SZ}\n{''.join(traceback.format_exception(error))}\n"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(file, FLAGS, 0o600), "ab") as opened:
            status = os.fstat(opened.fileno())
            if not stat.S_ISREG(status.st_mode):
                return None
            if status.st_size > MOST_BYTES:
                opened.truncate(0)
            opened.write(text.encode(errors="backslashreplace"))
    except OSError:
        return None
    return file


FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK"))
"""A link is not followed, and a pipe not waited for."""
