"""The stem of every form that indexing met, kept beside the index so that a search need not import a stemmer.

The file holds lines "form TAB stem" as UTF-8, sorted by their bytes, and is searched where it lies.
"""

import mmap
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from index.analysis import VERSION

FILE_NAME = f"forms.{VERSION}.tsv"
"""A stem depends on nothing but the form and the version of the analysis, so a table can only be incomplete."""


class FormTable:
    """Looks forms up in the file by binary search: O(log n) page touches, nothing is loaded."""

    def __init__(self, folder: Path) -> None:
        self.content: mmap.mmap | bytes = mapped(folder / FILE_NAME)

    def stem(self, form: str) -> str | None:
        """The stem of a form; None when the form was never met."""
        wanted = form.encode("utf-8", "replace")
        low, high = 0, len(self.content)
        while low < high:
            start = self.content.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self.content.find(b"\n", start, high)
            found, _, stem = self.content[start:end].partition(b"\t")
            if found == wanted:
                return stem.decode()
            if found < wanted:
                low = end + 1
            else:
                high = start
        return None

    def lines(self) -> Iterator[tuple[str, str]]:
        """Every form with its stem."""
        for line in self.content[:].splitlines():
            form, _, stem = line.partition(b"\t")
            yield form.decode(), stem.decode()


def mapped(path: Path) -> mmap.mmap | bytes:
    """The bytes of a file, where they lie; none when there is no file or it is empty."""
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (FileNotFoundError, ValueError):
        return b""


def write_forms(folder: Path, stems: Mapping[str, str]) -> None:
    """Add these forms to the table, in one step for those who read it; never slower to read, never different."""
    known = dict(FormTable(folder).lines())
    if all(form in known for form in stems):
        return
    lines = sorted(f"{form}\t{stem}\n".encode("utf-8", "replace") for form, stem in (known | dict(stems)).items())
    fresh = folder / (FILE_NAME + ".new")
    with fresh.open("wb") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / FILE_NAME)
