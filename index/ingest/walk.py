"""The files under some paths, each with what tells whether it changed; no file is opened."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from index.article import Skipped, Unopened
from index.errors import DatelineError, reason
from index.generation_files import is_index_file
from index.ingest.ancestors import lies_in
from index.kept_files import is_kept_beside
from index.web_page.page_companions import companions


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file: where it is, its name as the index writes it, and what tells whether it changed."""

    path: Path
    name: str
    size: int
    """Bytes."""
    modified_ns: int
    inode: int = 0
    changed_ns: int = 0
    """When anything of it changed, which a program that copies times cannot set back; nanoseconds."""
    mounts: int = 0
    """How many file systems are mounted, one inside the other, between the top of all folders and its own."""


@dataclass(frozen=True, slots=True)
class FoundFolder:
    """A folder that was looked into: its name as the index writes it, and whether anything is in it."""

    name: str
    is_empty: bool
    mounts: int
    """How many file systems are mounted, one inside the other, between the top of all folders and this one."""


Found = FoundFile | FoundFolder | Skipped
"""What a walk comes by."""


def found_files(roots: Sequence[Path], leave_out: Path, follows_links: bool = False) -> Iterator[Found]:
    """Every file and folder under the roots once, in the order of their names; Skipped is what is not read, and
    Unopened what cannot be looked into now.

    Names that begin with a dot, what a program put beside a page, and the folder `leave_out` with what is kept of it
    are passed over, unless a root itself. Links to files are followed within the roots, and anywhere, also to folders,
    if it `follows_links`.
    Raises DatelineError when a root does not exist.
    """
    walk = Walk(frozenset(map(os.path.realpath, roots)), leave_out, follows_links, kernel_devices())
    seen: set[str] = set()
    for root in roots:
        for found in walk.files_below(root):
            key = found.path if isinstance(found, Skipped) else found.name
            if key not in seen:
                seen.add(key)
                yield found


def kernel_devices() -> frozenset[int]:
    """The numbers of the file systems that the kernel makes up, in which reading may do anything."""
    return frozenset(folder.stat().st_dev for folder in map(Path, ("/proc", "/sys")) if folder.is_mount())


@dataclass(frozen=True, slots=True)
class Walk:
    """How files are looked for."""

    roots: frozenset[str]
    """Their real paths."""
    leave_out: Path
    follows_links: bool
    kernel: frozenset[int]
    visited: set[str] = field(default_factory=set)
    """The real paths of folders to which a link was followed."""

    def files_below(self, root: Path) -> Iterator[Found]:
        """One root: itself, or its folders with what they hold."""
        try:
            status = root.stat()
        except OSError as error:
            raise DatelineError(f"cannot index {path_name(root)}: {reason(error)}") from error
        if not S_ISDIR(status.st_mode):
            yield self.file(root, status)
            return
        waiting = [(root, status.st_dev, mounts_above(root))]
        while waiting:
            folder, device_above, mounts = waiting.pop()
            try:
                with os.scandir(folder) as scanned:
                    entries = sorted(scanned, key=lambda entry: entry.name)
                device = folder.stat().st_dev
            except OSError as error:
                yield Unopened(path_name(folder), f"the folder cannot be opened: {reason(error)}")
                continue
            if device in self.kernel:
                yield Skipped(path_name(folder), MADE_UP)
                continue
            mounts += device != device_above
            yield FoundFolder(path_name(folder), not entries, mounts)
            unread = companions({entry.name for entry in entries})
            visible = [entry for entry in entries if not entry.name.startswith(".") and entry.name not in unread]
            if folder == self.leave_out:  # a root that holds its own index
                visible = [entry for entry in visible if not is_index_file(entry.name)]
            if folder == self.leave_out.parent:
                visible = [entry for entry in visible if not is_kept_beside(entry.name, self.leave_out.name)]
            folders = {entry.path for entry in visible if self.is_folder(entry)}
            paths = (Path(entry.path) for entry in reversed(visible) if entry.path in folders)
            waiting += [(path, device, mounts) for path in paths if path != self.leave_out]
            for found in self.files_among([entry for entry in visible if entry.path not in folders]):
                yield replace(found, mounts=mounts) if isinstance(found, FoundFile) else found

    def is_folder(self, entry: "os.DirEntry[str]") -> bool:
        """It is to be looked into: a folder, or a link that is followed to one where nobody looks else."""
        if not entry.is_symlink() or not self.follows_links:
            return entry.is_dir(follow_symlinks=False)
        real = os.path.realpath(entry.path)
        if not Path(real).is_dir() or real in self.visited or self.is_inside(real):
            return False
        self.visited.add(real)
        return True

    def is_inside(self, real: str) -> bool:
        """What lies at this real path lies under a root."""
        return lies_in(real, self.roots)

    def files_among(self, entries: Sequence["os.DirEntry[str]"]) -> Iterator[FoundFile | Skipped]:
        """The files among the entries of a folder; other links to folders are passed over."""
        for entry in entries:
            path = Path(entry.path)
            try:
                status = entry.stat()
            except OSError as error:
                yield Unopened(path_name(path), reason(error))
                continue
            if S_ISDIR(status.st_mode):
                continue
            if entry.is_symlink() and not self.follows_links and not self.is_inside(os.path.realpath(path)):
                yield Skipped(path_name(path), LEADS_OUT)
                continue
            yield self.file(path, status)

    def file(self, path: Path, status: os.stat_result) -> FoundFile | Skipped:
        """The file, unless it is a pipe, a socket, a device or nothing but an answer of the kernel."""
        if not S_ISREG(status.st_mode):
            return Skipped(path_name(path), "not a regular file")
        if status.st_dev in self.kernel:
            return Skipped(path_name(path), MADE_UP)
        times = status.st_mtime_ns, status.st_ino, status.st_ctime_ns
        return FoundFile(path, path_name(path), status.st_size, *times)


def mounts_above(root: Path) -> int:
    """How many of these are file systems of their own: a folder and those above it, but for the top of all."""
    real = Path(os.path.realpath(root))
    return sum(map(os.path.ismount, [real, *real.parents][:-1]))


LEADS_OUT = "a link that leads out of what is indexed:  --follow-links  reads it"
MADE_UP = "made up by the kernel, and no file"


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
