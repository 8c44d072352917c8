"""Always the newest generation of an index: what a process that runs for days answers from."""

from pathlib import Path
from threading import Lock

from index.catalog import skipped_in
from index.errors import IndexOutdated
from index.generation import CATALOG
from search.engine import Engine
from search.skipped import SkippedFiles, by_reason
from search.whoosh_engine import WhooshEngine, newest_generation, open_whoosh_engine


class Snapshots:
    """Holds one snapshot of an index and replaces it when a build has made a newer one; safe to share by threads.

    A request takes one engine and answers wholly from it, whatever is built meanwhile.
    """

    def __init__(self, location: str) -> None:
        self.location = location
        self._guard = Lock()
        self._engine: WhooshEngine | None = None
        self._skipped: tuple[int, SkippedFiles] | None = None

    def engine(self) -> Engine:
        """The newest snapshot; raises IndexMissing and IndexOutdated."""
        folder = Path(self.location)
        with self._guard:
            if self._engine is None or self._engine.generation != newest_generation(folder):
                self._engine = open_whoosh_engine(folder)
            return self._engine

    def skipped(self) -> SkippedFiles:
        """What of the files of the newest snapshot gave no article; raises IndexMissing and IndexOutdated."""
        folder = Path(self.location)
        generation = newest_generation(folder)
        if self._skipped is None or self._skipped[0] != generation:
            try:
                self._skipped = generation, by_reason(skipped_in(CATALOG.path(folder, generation)))
            except IndexOutdated:
                if newest_generation(folder) == generation:
                    raise
                return self.skipped()  # a build has replaced what was being read
        return self._skipped[1]


def open_engine(location: str) -> Engine:
    """The engine at a location, as it is now: a folder holds a Whoosh index.

    Raises IndexMissing and IndexOutdated.
    """
    # Imported here so that what needs only the types of the seam does not wait for Whoosh.
    from search.whoosh_engine import open_whoosh_engine

    return open_whoosh_engine(Path(location))
