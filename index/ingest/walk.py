"""The files under some paths, each with what tells whether it changed; no file is opened."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR

from index.article import Skipped
from index.errors import DatelineError, reason
from index.generation import is_index_file


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
        visible = [entry for entry in entries if not entry.name.startswith(".")]
        if folder == leave_out:  # a root that holds its own index
            visible = [entry for entry in visible if not is_index_file(entry.name)]
        folders = [entry.path for entry in visible if entry.is_dir(follow_symlinks=False)]
        waiting += [path for path in map(Path, reversed(folders)) if path != leave_out]
        yield from files_among([entry for entry in visible if not entry.is_dir(follow_symlinks=False)])


def files_among(entries: Sequence["os.DirEntry[str]"]) -> Iterator[FoundFile | Skipped]:
    """The files among the entries of a folder; links to folders are passed over."""
    for entry in entries:
        path = Path(entry.path)
        try:
            status = entry.stat()
        except OSError as error:
            yield Skipped(path_name(path), reason(error))
            continue
        if not S_ISDIR(status.st_mode):
            yield FoundFile(path, path_name(path), status.st_size, status.st_mtime_ns)


def path_name(path: Path) -> str:
    """The absolute path as text that can always be written, and that no other path has.

    Bytes that are no text, control characters and backslashes are written as escapes.
    """
    encoded = os.fsencode(path.absolute())
    if os.sep != "\\":
        encoded = encoded.replace(b"\\", b"\\\\")
    return CONTROL.sub(escape, encoded.decode("utf-8", errors="backslashreplace"))


def escape(control: re.Match[str]) -> str:
    """A control character as Python writes it; one beyond ASCII not as the byte that has its number."""
    code = ord(control.group())
    return f"\\x{code:02x}" if code < 0x80 else f"\\u{code:04x}"


CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
