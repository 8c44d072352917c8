"""Rankings and judgments as TREC keeps them in files."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from index.errors import DatelineError
from search.evaluate import numbered_lines

Run = Mapping[str, Sequence[str]]
"""The documents that a system found for each query, best first, by query id."""
Judgments = Mapping[str, Mapping[str, int]]
"""How relevant documents are to each query, by query id and document id; 0 and less is not relevant."""
COLUMNS = 6


def write_run(run: Run, system: str, path: Path) -> None:
    """Write a ranking in TREC's six columns; the score only says the order, since tools sort by it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    tag = "-".join(system.split())
    with path.open("w", encoding="utf-8") as lines:
        for query, found in run.items():
            for rank, document in enumerate(found, start=1):
                lines.write(f"{query} Q0 {document} {rank} {len(found) - rank + 1} {tag}\n")


def read_run(path: Path) -> dict[str, list[str]]:
    """The ranking in a file, by descending score as all tools read it; equal scores stay as they stand."""
    scored: dict[str, list[tuple[float, str]]] = {}
    for number, line in numbered_lines(path):
        columns = line.split()
        if len(columns) != COLUMNS or (score := as_number(columns[4])) is None:
            raise DatelineError(f"{path}, line {number}: should be six columns: query, Q0, document, rank, score, tag")
        scored.setdefault(columns[0], []).append((score, columns[2]))
    return {
        query: list(dict.fromkeys(document for _, document in sorted(found, key=lambda pair: -pair[0])))
        for query, found in scored.items()
    }


def as_number(text: str) -> float | None:
    """The number that a text is; None when it is none."""
    try:
        return float(text)
    except ValueError:
        return None


def write_judgments(judgments: Judgments, path: Path) -> None:
    """Write judgments in TREC's four columns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = ((query, document, grade) for query, grades in judgments.items() for document, grade in grades.items())
    path.write_text("".join(f"{query}\t0\t{document}\t{grade}\n" for query, document, grade in rows), "utf-8")


def write_queries(queries: Mapping[str, str], path: Path) -> None:
    """Write queries, a line each: the id, a tab and the text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{query}\t{' '.join(text.split())}\n" for query, text in queries.items()), "utf-8")
