"""The files under some paths, each with what tells whether it changed; no file is opened."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR

from index.article import Skipped
from index.errors import DatelineError
from index.read import path_name


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file: where it is, its name as the index writes it, its size in bytes, its modification time."""

    path: Path
    name: str
    size: int
    modified_ns: int


def found_files(roots: Sequence[Path], leave_out: Path) -> Iterator[FoundFile | Skipped]:
    """Every file under the roots once, in the order of their names; a folder that cannot be opened is Skipped.

    Names that begin with a dot, links to folders and the folder `leave_out` are passed over, unless a root itself.
    Raises DatelineError when a root does not exist.
    """
    seen: set[str] = set()
    for root in roots:
        for found in files_below(root, leave_out):
            key = found.path if isinstance(found, Skipped) else found.name
            if key not in seen:
                seen.add(key)
                yield found


def files_below(root: Path, leave_out: Path) -> Iterator[FoundFile | Skipped]:
    """The files of one root: itself, or what its folders hold."""
    try:
        status = root.stat()
    except OSError as error:
        raise DatelineError(f"cannot index {path_name(root)}: {reason(error)}") from error
    if not S_ISDIR(status.st_mode):
        yield FoundFile(root, path_name(root), status.st_size, status.st_mtime_ns)
        return
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield Skipped(path_name(folder), f"the folder cannot be opened: {reason(error)}")
            continue
        yield from files_among(entries)
        folders = [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]
        waiting += [path for path in reversed(folders) if path.name[0] != "." and path != leave_out]


def files_among(entries: Sequence["os.DirEntry[str]"]) -> Iterator[FoundFile | Skipped]:
    """The files among the entries of a folder."""
    for entry in entries:
        if entry.name.startswith(".") or entry.is_dir():
            continue
        path = Path(entry.path)
        try:
            status = entry.stat()
        except OSError as error:
            yield Skipped(path_name(path), reason(error))
            continue
        yield FoundFile(path, path_name(path), status.st_size, status.st_mtime_ns)


def reason(error: OSError) -> str:
    """What the system says, in small letters and without the path: "no such file or directory"."""
    return (error.strerror or str(error)).lower()
