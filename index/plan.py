"""What must be read, replaced and removed so that the index agrees with the files."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.article import Skipped
from index.catalog import NEVER, Catalog, FileRecord, written_map
from index.errors import DatelineError, reason
from index.ingest.walk import FoundFile, found_files, path_name
from index.readers.kinds import kind_by_ending


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with the files under the paths that were asked for, and what stays as it is."""

    read: list[FoundFile]
    """Files that are new or have changed."""
    replaced: dict[str, FileRecord]
    """What the index holds of changed files, by path."""
    vanished: dict[str, FileRecord]
    """What the index holds of files that are gone, by path."""
    unchanged: dict[str, FileRecord]
    """What the index holds of files that are as they were, by path."""
    elsewhere: dict[str, FileRecord]
    """What the index holds of files that do not lie under the paths, by path."""
    fields: Mapping[str, str]
    """Where the files that have fields keep what, as far as the user says it."""
    unopened: tuple[Skipped, ...]
    """Folders that could not be opened; what the index holds of their files stays."""

    def is_empty(self) -> bool:
        """The index agrees with the files already."""
        return not (self.read or self.vanished) and all(skip.path in self.elsewhere for skip in self.unopened)


def planned(roots: Sequence[Path], index_folder: Path, catalog: Catalog, fields: Mapping[str, str]) -> Plan:
    """The plan that brings an index with this catalog up to date; raises DatelineError for a root that is gone."""
    found = list(found_files(roots, leave_out=index_folder))
    unopened = tuple(skipped for skipped in found if isinstance(skipped, Skipped))
    files = [file for file in found if isinstance(file, FoundFile)]
    fresh = [file for file in files if not is_known(file, catalog, fields)]
    fresh_names = {file.name for file in fresh}
    present = {file.name for file in files}
    searched = [path_name(root) for root in roots]
    unseen = [skipped.path for skipped in unopened]
    rest = {name: record for name, record in catalog.files.items() if name not in present}
    vanished = {n: record for n, record in rest.items() if lies_in(n, searched) and not lies_in(n, unseen)}
    return Plan(
        read=fresh,
        replaced={name: catalog.files[name] for name in fresh_names & catalog.files.keys()},
        vanished=vanished,
        unchanged={name: catalog.files[name] for name in (file.name for file in files) if name not in fresh_names},
        elsewhere={name: record for name, record in rest.items() if name not in vanished},
        fields=fields,
        unopened=unopened,
    )


def is_known(file: FoundFile, catalog: Catalog, fields: Mapping[str, str]) -> bool:
    """The index has read the file as it is now, and in the way that the user asks for."""
    record = catalog.files.get(file.name)
    if record is not None and record.modified_ns == NEVER and not os.access(file.path, os.R_OK):
        return True  # still as it was: nothing of it can be read
    if record is None or not record.is_same(file.size, file.modified_ns):
        return False
    if not fields or record.fields == written_map(fields):
        return True
    kind = kind_by_ending(file.name)
    return kind is None or not kind.has_fields


def lies_in(name: str, folders: Sequence[str]) -> bool:
    """The file is one of these, or below one of them."""
    return any(name == folder or name.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)


def absolute(paths: Sequence[Path]) -> list[Path]:
    """The paths without links and dots; raises DatelineError for one that does not exist."""
    if not paths:
        raise DatelineError("nothing to index: name files or folders, as in  dateline index articles/")
    return [existing(path) for path in paths]


def existing(path: Path) -> Path:
    """The path without links and dots; raises DatelineError when there is nothing."""
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        what = reason(error) if isinstance(error, OSError) else str(error)
        shown = str(path).encode("utf-8", "backslashreplace").decode()
        raise DatelineError(f"cannot index {shown}: {what}; what was indexed from there before stays") from error
