"""Opening an engine, and always the newest: what a process that runs for days answers from."""

from pathlib import Path
from threading import Lock

from index.errors import DatelineError, IndexOutdated
from search.engine import Engine, EngineSource
from search.skipped import SkippedFiles, by_reason


def engine_source(location: str) -> EngineSource:
    """What is at a location: a folder holds a Whoosh index. Nobody else in the search knows which engines there are.

    Raises DatelineError for the address of a cluster, for which there is no engine.
    """
    if "://" in location:
        raise DatelineError(
            f"cannot search {location}: this installation has no engine for clusters; name a folder with  --index"
        )
    # Imported here so that what needs only the types of the seam does not wait for Whoosh.
    from search.whoosh_source import WhooshSource

    return WhooshSource(Path(location))


def open_engine(location: str) -> Engine:
    """The engine at a location, as it is now; raises IndexMissing and IndexOutdated, and DatelineError as above."""
    return engine_source(location).open()


class Snapshots:
    """Holds one snapshot of an index and replaces it when a build has made a newer one; safe to share by threads.

    A request takes one engine and answers wholly from it, whatever is built meanwhile.
    """

    def __init__(self, location: str) -> None:
        self._source = engine_source(location)
        self._guard = Lock()
        self._engine: Engine | None = None
        self._skipped: tuple[str, SkippedFiles] | None = None

    def engine(self) -> Engine:
        """The newest snapshot; raises IndexMissing and IndexOutdated."""
        with self._guard:
            newest, engine = self._newest_generation(), self._engine
            if engine is None or engine.generation != newest:
                self._engine = engine = None  # its files need not be held while the next one is opened
                self._engine = engine = self._source.open()
            return engine

    def skipped(self) -> SkippedFiles:
        """What of the files of the newest snapshot gave no article; raises IndexMissing and IndexOutdated."""
        generation, skipped = self._newest_generation(), self._skipped
        if skipped is None or skipped[0] != generation:
            try:
                self._skipped = skipped = generation, by_reason(self._source.skipped())
            except IndexOutdated:
                if self._source.newest_generation() == generation:
                    raise
                return self.skipped()  # a build has replaced what was being read
        return skipped[1]

    def _newest_generation(self) -> str:
        """Which generation is the newest; when the index is gone, what is held of it is let go."""
        try:
            return self._source.newest_generation()
        except DatelineError:
            self._engine = self._skipped = None
            raise
