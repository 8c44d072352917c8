"""Dateline, through the seam."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never
from unittest.mock import patch

import numpy as np

from index.analysis import forms, terms
from index.annotations import NO_ANNOTATIONS
from index.article import Article
from index.columns import segment_writer
from index.columns.relations import Relations, nothing_known
from index.inversion.fingerprints import DigestRows, FingerprintRows
from index.inversion.tokenizing import Vocabulary, WordColumns
from search.clauses import And, Between, Clause, Fuzzy, Or, Phrase, Prefix, Wildcard, Word
from search.engine import Engine
from search.query import Query
from search.snapshots import open_engine
from tests.bench.peer import TOP, Asked
from tests.bench.questions import Question
from tests.built_index import commit, settled, write_generation, writing

NAME = "Dateline"


@dataclass(frozen=True, slots=True)
class Ours:
    """The engine under test."""

    name: str = NAME
    is_only_built: bool = False
    about: str = (
        "title and body scored together; keeps what words bring, and where phrases and patterns stand, once they were "
        "asked for: up to 64 MB a segment"
    )

    def build(self, articles: Iterable[Article], folder: Path) -> None:
        """See `tests.bench.peer.Peer.build`."""
        commit(folder, articles, (), merging=True)

    def open(self, folder: Path) -> "OpenedOurs":
        """See `tests.bench.peer.Peer.open`."""
        return OpenedOurs(open_engine(str(folder)))


@dataclass(frozen=True, slots=True)
class WordsAlone:
    """The engine without what no peer does while it builds."""

    name: str = NAME + ", words alone"
    is_only_built: bool = True
    about: str = (
        "builds as Dateline does, but does not look for days, quotations, repeated lines and reprints, which no peer "
        "does; the goals of building are measured by it"
    )

    def build(self, articles: Iterable[Article], folder: Path) -> None:
        """See `tests.bench.peer.Peer.build`."""
        with writing(folder) as writer, patch.object(segment_writer, "rows_of_words", no_rows):
            for article in articles:
                writer.add(article, NO_ANNOTATIONS)
            writer.settle()
            unrelated = {name: nothing_known(columns) for name, columns in settled(writer).items()}
            write_generation(writer, Relations(unrelated, (), (), (), {}))
            writer.commit()

    def open(self, folder: Path) -> "OpenedOurs":
        """See `tests.bench.peer.Peer.open`."""
        return OpenedOurs(open_engine(str(folder)))


def no_rows(_: Vocabulary, words: WordColumns) -> tuple[FingerprintRows, DigestRows]:
    """What articles are known again by."""
    starts, values = np.zeros(len(words.lengths) // 2 + 1, np.int64), np.zeros(0, np.int64)
    return FingerprintRows(starts, values), DigestRows(starts, values)


class OpenedOurs:
    """Questions as queries of ours."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def asked(self, question: Question) -> Asked | None:
        """See `tests.bench.peer.Opened.asked`."""
        clause = clause_of(question)
        if question.kind == "dated":
            return lambda: self._counted(Query(clause, "newest"))
        return lambda: self._engine.match(Query(clause), TOP).total

    def _counted(self, query: Query) -> int:
        """How many match, when they are also counted by outlet and by month."""
        matches = self._engine.match(query, TOP)
        assert sum(matches.sources.values()) <= matches.total
        assert sum(matches.months.values()) <= matches.total
        return matches.total


def clause_of(question: Question) -> Clause:
    """The question as a clause."""
    words = tuple(Word(word, term) for word in question.words for term in terms(word))
    match question.kind:
        case "word":
            return words[0]
        case "any":
            return Or(words)
        case "all":
            return And(words)
        case "phrase":
            return Phrase(" ".join(question.words), tuple(word.term for word in words))
        case "dated":
            return And((*words, Between(question.since, question.until)))
        case "prefix":
            return Prefix("".join(forms(question.words[0])))
        case "wildcard":
            return Wildcard(question.words[0])
        case "fuzzy":
            return Fuzzy("".join(forms(question.words[0])), 1)
        case _:
            assert_never(question.kind)
