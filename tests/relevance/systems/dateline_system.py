"""Dateline as its users have it: a file of JSON Lines is indexed as `dateline index` does, and queries are typed."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Literal, assert_never

from index.build import update_index
from index.build_plan import USUAL, BuildOptions
from index.meaning.encoder import Encoder
from search.clauses import Clause, Everything
from search.engine import Engine
from search.find import best_answer
from search.language.parser import parse
from search.language.spelling_expansion import respelled
from search.query import Query
from search.request import Request
from search.whoosh_source import open_whoosh_engine
from tests.relevance.collections import ROOT
from tests.relevance.judged_collections import JudgedCollection
from tests.relevance.measures import DEPTH
from tests.relevance.systems.system import Answers

QueryReading = Literal["typed", "all", "any", "filled"]
"""As `dateline search` reads it; only articles with all words; with any; with all, and then those with any."""
NAME = "dateline"
SEMANTIC = "dateline-semantic"
FILE, INDEX, TOOK = "articles.jsonl", "index", "took.json"


@dataclass(frozen=True, slots=True)
class Dateline:
    """The engine under test."""

    reading: QueryReading = "typed"
    is_kept: bool = False
    encoder: Encoder | None = None
    """With one, articles are ranked by their meaning, too."""

    @property
    def name(self) -> str:
        """See `tests.relevance.systems.system.System.name`."""
        if self.encoder:
            return SEMANTIC
        return NAME if self.reading == "typed" else f"{NAME}-{self.reading}"

    @property
    def about(self) -> str:
        """See `tests.relevance.systems.system.System.about`."""
        if self.encoder:
            return f"the same, ranked by the meaning that {self.encoder.name} reads, too"
        return {
            "typed": "each query read as `dateline search` reads it",
            "all": "only articles with all of the words",
            "any": "articles with any of the words",
            "filled": "articles with all of the words, and then those with any",
        }[self.reading]

    @property
    def index(self) -> str:
        """See `tests.relevance.systems.system.System.index`."""
        return f"{SEMANTIC if self.encoder else NAME} {code_fingerprint()}"

    def build(self, judged: JudgedCollection, folder: Path) -> None:
        """See `tests.relevance.systems.system.System.build`."""
        with (folder / FILE).open("w", encoding="utf-8") as lines:
            for document in judged.documents:
                record = {"id": document.id, "title": document.title, "text": document.text}
                lines.write(json.dumps(record) + "\n")
        started = time.process_time()
        options = BuildOptions(by_meaning=True, encoder=self.encoder) if self.encoder else USUAL
        update_index([folder / FILE], folder / INDEX, jobs=1, progress=lambda done, total: None, options=options)
        took = {"articles": len(judged.documents), "processor_seconds": time.process_time() - started}
        (folder / TOOK).write_text(json.dumps(took), "utf-8")

    def answers(self, judged: JudgedCollection, folder: Path) -> Answers:
        """See `tests.relevance.systems.system.System.answers`."""
        engine = opened(folder, self.encoder)
        names = document_names(engine, judged)
        return Answers(
            {
                query: [names[id] for id in found_ids(engine, typed, self.reading, DEPTH)]
                for query, typed in judged.queries.items()
            }
        )


def opened(folder: Path, encoder: Encoder | None) -> Engine:
    """The engine of an index that was built here."""
    return open_whoosh_engine(folder / INDEX, encoder)


def document_names(engine: Engine, judged: JudgedCollection) -> Mapping[str, str]:
    """The document that each article of the index was, by the article's id: its line in the file says so."""
    every = engine.match(Query(Everything(), "oldest"), len(judged.documents)).candidates
    articles = engine.fetch([candidate.id for candidate in every])
    return {each.id: judged.documents[each.record - 1].id for each in articles if each.record is not None}


def found_ids(engine: Engine, typed: str, reading: QueryReading, limit: int) -> list[str]:
    """The ids of the first articles that a query finds."""
    if reading == "typed":
        # As the command prints them for programs: nothing is folded.
        answer = best_answer(engine, parse(typed), Request(typed, copies="all"), limit)
        return [candidate.id for candidate in answer.matches.candidates]
    read = parse(typed)
    loosened = read.clause if read.loosened is None else read.loosened
    match reading:
        case "all":
            return matching_ids(engine, read.clause, limit)
        case "any":
            return matching_ids(engine, loosened, limit)
        case "filled":
            both = (*matching_ids(engine, read.clause, limit), *matching_ids(engine, loosened, limit))
            return list(dict.fromkeys(both))[:limit]
        case _:
            assert_never(reading)


def matching_ids(engine: Engine, clause: Clause, limit: int) -> list[str]:
    """The ids of the first articles that match a clause, with the other spellings of its names."""
    matches = engine.match(Query(respelled(clause, engine.spellings).clause), limit)
    return [candidate.id for candidate in matches.candidates]


@cache
def code_fingerprint() -> str:
    """What tells the code that makes an index from any other."""
    digest = blake2b(digest_size=8)
    for path in sorted(path for path in (ROOT / "index").rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
