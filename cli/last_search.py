"""What was found last in this terminal, so that `show 2` is the second hit: kept for the person, not in the index."""

import json
import os
import re
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cli.state_folder import state_folder
from index.storage.regular_file import text_in

MOST_BYTES = 1024 * 1024
"""Of such a file; 10,000 ids take a third of it."""
KEPT_SECONDS = 7 * 24 * 3600
"""What was found in a terminal is forgotten so long after."""


@dataclass(frozen=True, slots=True)
class LastSearch:
    """The hits that a terminal showed last."""

    location: str
    """The index that they are in."""
    first: int
    """The rank of the first of them."""
    ids: tuple[str, ...]

    def id(self, rank: int) -> str | None:
        """The id of the hit with this rank; None when none of them had it."""
        place = rank - self.first
        return self.ids[place] if 0 <= place < len(self.ids) else None


def place() -> Path | None:
    """The file of this terminal; None where there is no terminal, or no home to keep it in."""
    terminal, folder = terminal_name(), state_folder()
    if terminal is None or folder is None:
        return None
    key = re.sub(r"[^0-9A-Za-z]+", "-", f"{os.getppid()}{terminal}")
    return folder / f"last-search-{key}.json"


def terminal_name() -> str | None:
    """The terminal that the command was typed on, whatever of it is redirected; None when there is none."""
    for stream in (sys.stdin, sys.stderr, sys.stdout):
        with suppress(AttributeError, OSError, ValueError):
            return os.ttyname(stream.fileno())
    return None


def remember(location: str, first: int, ids: Sequence[str]) -> None:
    """Keep what this terminal shows; where that cannot be, nothing is kept and nothing said."""
    file = place()
    if file is None:
        return
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        forget_old(file.parent)
        text = json.dumps({"index": absolute(location), "first": first, "ids": list(ids)})
        made = file.with_suffix(f".{os.getpid()}")
        made.unlink(missing_ok=True)
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
            opened.write(text)
        made.replace(file)


def forget_old(folder: Path) -> None:
    """Remove what terminals showed long ago."""
    for old in folder.glob("last-search-*"):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > KEPT_SECONDS:
                old.unlink()


def last_search(location: str) -> LastSearch | None:
    """What this terminal showed last of an index; None when nothing is known."""
    file = place()
    if file is None:
        return None
    try:
        kept = json.loads(text_in(file, MOST_BYTES))
        found = LastSearch(str(kept["index"]), int(kept["first"]), tuple(map(str, kept["ids"])))
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    return found if found.location == absolute(location) else None


def absolute(location: str) -> str:
    """The index, from wherever it is named."""
    return location if "://" in location else str(Path(location).absolute())
