"""Lucene with its English analyzer and its BM25, by a small Java program; Maven brings the libraries."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from tests.relevance.judged_collections import JudgedCollection
from tests.relevance.measures import DEPTH
from tests.relevance.systems.system import Answers, Unavailable, one_text
from tests.relevance.trec import read_run, write_queries

SOURCE = Path(__file__).parent.parent / "lucene"
VERSION = "9.12.3"
MAVEN_SECONDS = 600
"""How long Maven may take to bring the libraries, the first time."""


@dataclass(frozen=True, slots=True)
class Lucene:
    """Lucene, compiled for this machine; `classpath` is where its classes and ours are."""

    classpath: str
    name: str = "lucene"
    about: str = f"Lucene {VERSION}, EnglishAnalyzer, BM25Similarity, any of the words; title and text as one field"
    index: str = f"lucene {VERSION}"
    is_kept: bool = True

    def build(self, judged: JudgedCollection, folder: Path) -> None:
        """See `tests.relevance.systems.system.System.build`; its index is made in memory."""

    def answers(self, judged: JudgedCollection, folder: Path) -> Answers:
        """See `tests.relevance.systems.system.System.answers`."""
        with TemporaryDirectory() as temporary:
            documents, queries, run = (Path(temporary) / name for name in ("documents", "queries", "run"))
            write_queries({document.id: one_text(document) for document in judged.documents}, documents)
            write_queries(judged.queries, queries)
            command = ["java", "-cp", self.classpath, "Answer", str(documents), str(queries), str(run), str(DEPTH)]
            subprocess.run(command, check=True, capture_output=True)
            found: Mapping[str, list[str]] = read_run(run)
        return Answers({query: found.get(query, []) for query in judged.queries})


def compiled_lucene(folder: Path) -> Lucene:
    """Lucene, whose libraries Maven fetches and whose program is compiled into the folder; raises Unavailable."""
    missing = [tool for tool in ("java", "javac", "mvn") if which(tool) is None]
    if missing:
        raise Unavailable(f"{', '.join(missing)} not found")
    folder.mkdir(parents=True, exist_ok=True)
    # Maven takes a relative path from where its own file is.
    paths = folder.resolve() / "classpath"
    try:
        if not paths.is_file():
            maven = ["mvn", "-q", "-B", "-f", str(SOURCE / "pom.xml"), "dependency:build-classpath"]
            run = [*maven, f"-Dmdep.outputFile={paths}"]
            subprocess.run(run, check=True, capture_output=True, timeout=MAVEN_SECONDS)
        classpath = f"{folder}:{paths.read_text().strip()}"
        compiler = ["javac", "-cp", classpath, "-d", str(folder), str(SOURCE / "Answer.java")]
        subprocess.run(compiler, check=True, capture_output=True)
    except (subprocess.SubprocessError, OSError) as error:
        raise Unavailable(f"it cannot be built: {error}") from error
    return Lucene(classpath)
