"""Xapian, where Debian's package is installed for this version of Python."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, assert_never

from index.article import Article
from tests.bench.peer import TOP, Asked
from tests.bench.questions import Question

PACKAGE = Path("/usr/lib/python3/dist-packages/xapian/__init__.py")
"""Where Debian puts it: outside of any environment, and on no registry."""
TITLE, BODY = "S", "XB"
"""The prefixes of terms that stand for a field."""
NO_LIMIT = 0
"""How many words a beginning may stand for."""
DAY, MONTH, SOURCE = 0, 1, 2
"""The slots of values."""


@cache
def xapian() -> Any:
    """The package; None when it is not installed, or for another version of Python."""
    spec = spec_from_file_location("xapian", PACKAGE, submodule_search_locations=[str(PACKAGE.parent)])
    if spec is None or spec.loader is None or not PACKAGE.is_file():
        return None
    module = module_from_spec(spec)
    sys.modules["xapian"] = module
    try:
        spec.loader.exec_module(module)
    except ImportError:
        del sys.modules["xapian"]
        return None
    return module


@dataclass(frozen=True, slots=True)
class Xapian:
    """Xapian's glass backend."""

    name: str = "Xapian"
    is_only_built: bool = False

    @property
    def about(self) -> str:
        """See `tests.bench.peer.Peer.about`."""
        return (
            f"{xapian().version_string()} of Debian, Snowball English, all words stemmed with positions, title and "
            "body as prefixed terms; every match is checked for an exact count; facets by match spies"
        )

    def build(self, articles: Iterable[Article], folder: Path) -> None:
        """See `tests.bench.peer.Peer.build`."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        database = xapian().WritableDatabase(str(folder), xapian().DB_CREATE)
        generator = xapian().TermGenerator()
        generator.set_stemmer(xapian().Stem("english"))
        generator.set_stemming_strategy(xapian().TermGenerator.STEM_ALL)
        for article in articles:
            database.add_document(xapian_document(article, generator))
        database.commit()
        database.close()

    def open(self, folder: Path) -> "OpenedXapian":
        """See `tests.bench.peer.Peer.open`."""
        return OpenedXapian(xapian().Database(str(folder)))


def xapian_document(article: Article, generator: Any) -> Any:
    """The article as a document."""
    document = xapian().Document()
    generator.set_document(document)
    generator.index_text(article.title, 1, TITLE)
    generator.set_termpos(0)
    generator.index_text(article.body, 1, BODY)
    document.set_data("\0".join((article.id, article.title, article.body)))
    if article.source:
        document.add_value(SOURCE, article.source)
    if article.published:
        first = article.published.first
        document.add_value(DAY, xapian().sortable_serialise(first.toordinal()))
        document.add_value(MONTH, f"{first:%Y-%m}")
    return document


class OpenedXapian:
    """Questions as Xapian's query objects."""

    def __init__(self, database: Any) -> None:
        self._database = database
        self._stem = xapian().Stem("english")

    def asked(self, question: Question) -> Asked | None:
        """See `tests.bench.peer.Opened.asked`."""
        if question.kind in ("wildcard", "fuzzy"):
            return None
        query = self._query(question)
        if question.kind == "dated":
            return lambda: self._newest_with_facets(query)
        return lambda: self._count(xapian().Enquire(self._database), query)

    def _count(self, enquire: Any, query: Any) -> int:
        """How many match, once the first are found."""
        enquire.set_query(query)
        return int(enquire.get_mset(0, TOP, self._database.get_doccount()).get_matches_estimated())

    def _newest_with_facets(self, query: Any) -> int:
        """How many match, once the newest are found and all are counted by outlet and month."""
        enquire = xapian().Enquire(self._database)
        enquire.set_sort_by_value_then_relevance(DAY, True)
        spies = [xapian().ValueCountMatchSpy(slot) for slot in (SOURCE, MONTH)]
        for spy in spies:
            enquire.add_matchspy(spy)
        total = self._count(enquire, query)
        for spy in spies:
            {item.term: item.termfreq for item in spy.values()}
        return total

    def _query(self, question: Question) -> Any:
        """The whole question."""
        query = xapian().Query
        words = [word.lower() for word in question.words]
        stems = [self._stem(word).decode() for word in words]
        match question.kind:
            case "word" | "all":
                return query(query.OP_AND, [anywhere(stem) for stem in stems])
            case "any":
                return query(query.OP_OR, [query(prefix + stem) for stem in stems for prefix in (TITLE, BODY)])
            case "phrase":
                fields = [query(query.OP_PHRASE, [prefix + stem for stem in stems]) for prefix in (TITLE, BODY)]
                return query(query.OP_OR, fields)
            case "dated":
                first, last = (xapian().sortable_serialise(day.toordinal()) for day in days(question))
                return query(query.OP_FILTER, anywhere(stems[0]), query(query.OP_VALUE_RANGE, DAY, first, last))
            case "prefix":
                # With fewer arguments the binding takes the beginning for a list of letters.
                limits = (NO_LIMIT, query.WILDCARD_LIMIT_ERROR)
                return query(query.OP_OR, [query(query.OP_WILDCARD, p + words[0], *limits) for p in (TITLE, BODY)])
            case "wildcard" | "fuzzy":
                return query()
            case _:
                assert_never(question.kind)


def days(question: Question) -> tuple[Any, Any]:
    """The first and the last day of a question that has both."""
    return question.since, question.until


def anywhere(stem: str) -> Any:
    """The word in title or body."""
    query = xapian().Query
    return query(query.OP_OR, [query(prefix + stem) for prefix in (TITLE, BODY)])
