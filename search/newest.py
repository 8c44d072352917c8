"""Always the newest generation of an index: what a process that runs for days answers from."""

from pathlib import Path
from threading import Lock

from search.engine import Engine
from search.whoosh_engine import WhooshEngine, newest_generation, open_whoosh_engine


class Newest:
    """Holds one snapshot of an index and replaces it when a build has made a newer one; safe to share by threads.

    A request takes one engine and answers wholly from it, whatever is built meanwhile.
    """

    def __init__(self, location: str) -> None:
        self.location = location
        self._guard = Lock()
        self._engine: WhooshEngine | None = None

    def engine(self) -> Engine:
        """The newest snapshot; raises IndexMissing and IndexOutdated."""
        folder = Path(self.location)
        with self._guard:
            if self._engine is None or self._engine.generation != newest_generation(folder):
                self._engine = open_whoosh_engine(folder)
            return self._engine
