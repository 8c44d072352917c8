"""Measures systems over collections, and keeps indexes and what never changes for the next time."""

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from tests.relevance.judged_collections import JudgedCollection, Kind
from tests.relevance.measures import MEASURES, Values, measured
from tests.relevance.systems.system import System
from tests.relevance.trec import write_judgments, write_queries, write_run

Say = Callable[[str], None]
"""Tells the one who waits what is done now."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How well a system answered one collection."""

    values: Mapping[str, Values]
    """By measure and query id."""
    note: str = ""
    """See `tests.relevance.systems.system.Answers.note`."""

    def mean(self, measure: str) -> float:
        """The mean of a measure over the queries."""
        values = self.values[measure]
        return sum(values.values()) / len(values)


@dataclass(frozen=True, slots=True)
class MeasuredCollection:
    """A collection, and how well each system answered it."""

    name: str
    kind: Kind
    about: str
    documents: int
    """How many it has."""
    queries: Mapping[str, str]
    outcomes: Mapping[str, Outcome]
    """By the name of the system."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where things are made and kept, and where rankings are written."""

    folder: Path
    runs: Path | None
    """None when nobody asked for rankings."""
    say: Say

    def measured_collection(self, judged: JudgedCollection, systems: Sequence[System]) -> MeasuredCollection:
        """How well the systems answer a collection."""
        if self.runs:
            write_judgments(judged.judgments, self.runs / judged.name / "qrels.tsv")
            write_queries(judged.queries, self.runs / judged.name / "queries.tsv")
        outcomes = {system.name: self.outcome(judged, system) for system in systems}
        count = len(judged.documents)
        return MeasuredCollection(judged.name, judged.kind, judged.about, count, judged.queries, outcomes)

    def outcome(self, judged: JudgedCollection, system: System) -> Outcome:
        """How well one system answers it; what a peer got before, with the same version, counts."""
        kept = self.folder / "outcomes" / judged.name / f"{system.name}.json"
        key = fingerprint(judged.fingerprint(), system.about, *MEASURES)
        if system.is_kept and self.runs is None and kept.is_file():
            before = json.loads(kept.read_text("utf-8"))
            if before["key"] == key:
                return Outcome(before["values"], before["note"])
        self.say(f"{judged.name}: {system.name}")
        answers = system.answers(judged, self.index_of(judged, system))
        outcome = Outcome(measured(answers.run, judged.judgments), answers.note)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps({"key": key, "note": outcome.note, "values": outcome.values}), "utf-8")
        if self.runs:
            write_run(answers.run, system.name, self.runs / judged.name / f"{system.name}.run")
        return outcome

    def index_of(self, judged: JudgedCollection, system: System) -> Path:
        """The folder of the system's index, which is built when there is none of these documents by this code."""
        key = fingerprint(judged.documents_fingerprint(), system.index)
        folder = self.folder / "indexes" / judged.name / system.index.split()[0]
        stamp = folder.with_suffix(".key")
        if stamp.is_file() and stamp.read_text("utf-8") == key:
            return folder
        self.say(f"{judged.name}: building {system.index.split()[0]}")
        stamp.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        system.build(judged, folder)
        stamp.write_text(key, "utf-8")
        return folder


def candidates(collections: Sequence[MeasuredCollection], measure: str) -> dict[str, dict[str, Values]]:
    """The systems as settings that `tests.relevance.leave_one_out` chooses among."""
    systems = dict.fromkeys(system for each in collections for system in each.outcomes)
    return {system: {each.name: each.outcomes[system].values[measure] for each in collections} for system in systems}


def fingerprint(*parts: str) -> str:
    """What tells these texts from any others."""
    return blake2b(json.dumps(parts).encode(), digest_size=8).hexdigest()
