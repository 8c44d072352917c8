"""Whoosh 2.7.4 as it comes: its own codec, its own searcher."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any, assert_never

from whoosh import __version__
from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import DATETIME, ID, TEXT, Schema
from whoosh.index import create_in, open_dir
from whoosh.query import And, DateRange, FuzzyTerm, Or, Phrase, Prefix, Query, Term, Wildcard
from whoosh.searching import Searcher
from whoosh.sorting import Count, FieldFacet

from index.analysis import stem
from index.article import Article
from tests.bench.peer import TOP, Asked
from tests.bench.questions import Question

MEMORY_MB = 256


@dataclass(frozen=True, slots=True)
class StockWhoosh:
    """Whoosh without our codec."""

    name: str = "stock Whoosh"
    is_only_built: bool = False

    @property
    def about(self) -> str:
        """See `tests.bench.peer.Peer.about`."""
        return (
            f"{'.'.join(map(str, __version__))}, StemmingAnalyzer with the terms of Dateline and an unbounded cache, "
            f"stop words kept, one process with {MEMORY_MB} MB; top 10 with optimize=False, for an exact count at once"
        )

    def build(self, articles: Iterable[Article], folder: Path) -> None:
        """See `tests.bench.peer.Peer.build`."""
        folder.mkdir(parents=True)
        writer = create_in(str(folder), schema()).writer(limitmb=MEMORY_MB)
        for article in articles:
            writer.add_document(**fields(article))
        writer.commit()

    def open(self, folder: Path) -> "OpenedWhoosh":
        """See `tests.bench.peer.Peer.open`."""
        return OpenedWhoosh(open_dir(str(folder)).searcher())


def schema() -> Schema:
    """Stemmed text with positions, stored; day, month and outlet as columns."""
    # The stemmer that it takes by itself is faulty ("running" becomes "runn"), and a bounded cache is slower.
    no_stop_words: Any = None
    analyzer = StemmingAnalyzer(stoplist=no_stop_words, stemfn=stem, cachesize=-1)
    return Schema(
        id=ID(stored=True),
        title=TEXT(analyzer=analyzer, stored=True),
        body=TEXT(analyzer=analyzer, stored=True),
        published=DATETIME(sortable=True),
        month=ID(sortable=True),
        source=ID(stored=True, sortable=True),
    )


def fields(article: Article) -> dict[str, object]:
    """The article as the fields of one document."""
    known: dict[str, object] = {"id": article.id, "title": article.title, "body": article.body}
    if article.source:
        known["source"] = article.source
    if article.published:
        known["published"] = datetime.combine(article.published.first, time.min)
        known["month"] = f"{article.published.first:%Y-%m}"
    return known


class OpenedWhoosh:
    """Questions as Whoosh's query objects."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._analyzer = searcher.schema["body"].analyzer

    def asked(self, question: Question) -> Asked | None:
        """See `tests.bench.peer.Opened.asked`."""
        whole = self._query(question)
        # Without skipping low blocks: the exact count would then need a second search, and take twice as long.
        choices: dict[str, Any] = {"limit": TOP, "optimize": False}
        if question.kind == "dated":
            choices["sortedby"] = FieldFacet("published", reverse=True)
            choices["groupedby"] = ["source", "month"]
            choices["maptype"] = Count
        return lambda: len(self._searcher.search(whole, **choices))

    def _query(self, question: Question) -> Query:
        """The whole question."""
        words = [token.text for word in question.words for token in self._analyzer(word)]
        pattern = question.words[0].lower()
        match question.kind:
            case "word" | "all":
                return And([anywhere(Term, word) for word in words])
            case "any":
                return Or([Term(field, word) for word in words for field in ("title", "body")])
            case "phrase":
                return anywhere(Phrase, words)
            case "dated":
                since, until = (day and datetime.combine(day, time.min) for day in (question.since, question.until))
                return And([anywhere(Term, words[0]), DateRange("published", since, until)])
            case "prefix":
                return anywhere(Prefix, pattern)
            case "wildcard":
                return anywhere(Wildcard, pattern)
            case "fuzzy":
                return anywhere(FuzzyTerm, pattern)
            case _:
                assert_never(question.kind)


def anywhere(of: Any, wanted: object) -> Query:
    """What is wanted, in title or body."""
    return Or([of("title", wanted), of("body", wanted)])
