"""The record of a search, to print or to cite: what was asked, how it was read, of what, and what it found."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from flask import Flask, Response, jsonify
from flask import request as http

from search.clauses import Everything
from search.engine import Engine
from search.find import find
from search.query import Query
from search.request import Request
from search.results import FacetValue, Results, generation_told
from search.skipped import SkippedFiles
from web.links import Asked, record_url, results_url
from web.locale.catalogs import gettext, gettext_noop
from web.navigation import Choice, days_kind, filters
from web.templating import page
from web.wording import counted, day_in_words

CITATION = gettext_noop(
    "Search for %(query)s in a Dateline index of %(corpus)s (generation %(generation)s), done on %(day)s: "
    "%(articles)s in %(stories)s."
)
LONGEST_TABLE = 60
"""Outlets and months that are listed on the page; the JSON has all."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """What a search was, for whoever wants to repeat it or to say in a text how it was done."""

    request: Request
    results: Results
    chosen: tuple[Choice, ...]
    """What was chosen beside the words."""
    day: date
    """When it was done."""
    corpus: int
    """How many articles the index held."""
    skipped: int | None
    """How many files or parts of files gave no article; None where a reader is not told of files."""
    address: str
    """Where it is done again."""

    @property
    def generation(self) -> str:
        """Two searches with the same of these were asked of the same articles."""
        return generation_told(self.results.generation)

    def counts(self, name: str) -> tuple[FacetValue, ...]:
        """How many articles each outlet published, or how many came out in each month, and "" for unknown ones."""
        known = next((facet.values for facet in self.results.facets if facet.name == name), ())
        unknown = (self.results.with_all_words or self.results.total) - sum(value.count for value in known)
        return (*known, FacetValue("", unknown)) if unknown > 0 else known

    @property
    def citation(self) -> str:
        """The search in one sentence."""
        typed = self.request.typed.strip()
        query = gettext("“%(words)s”") % {"words": typed} if typed else gettext("all articles")
        around = (
            " ".join(part for part in (gettext("not") if one.excluded else "", self.kind_of(one), one.label) if part)
            for one in self.chosen
        )
        said = {
            "query": gettext(", ").join((query, *around)),
            "corpus": counted(self.corpus, "article"),
            "generation": self.generation,
            "day": day_in_words(self.day),
            "articles": counted(self.results.total, "article"),
            "stories": counted(self.results.stories, "story"),
        }
        return gettext(CITATION) % said

    @staticmethod
    def kind_of(choice: Choice) -> str:
        """What a choice is of, where its words do not say so."""
        return "" if choice.kind == days_kind() else choice.kind

    def as_object(self) -> dict[str, object]:
        """The record as JSON."""
        results = self.results
        return {
            "query": self.request.typed,
            "read_as": results.read_as,
            "syntax": results.syntax,
            "chosen": [
                {"kind": choice.kind, "value": choice.label, "excluded": choice.excluded} for choice in self.chosen
            ],
            "notes": list(results.notes),
            "total": results.total,
            "with_all_words": results.with_all_words,
            "stories": results.stories,
            "by_outlet": {value.value: value.count for value in self.counts("source")},
            "by_month": {value.value: value.count for value in self.counts("month")},
            "corpus": self.corpus,
            "skipped": self.skipped,
            "generation": self.generation,
            "date": self.day.isoformat(),
            "address": self.address,
            "citation": self.citation,
        }


@dataclass(frozen=True, slots=True)
class SearchRecords:
    """The addresses at which a search is recorded."""

    engine: Callable[[], Engine]
    asked: Callable[[], Asked]
    today: Callable[[], date]
    skipped: Callable[[], SkippedFiles]
    is_public: bool

    def open_on(self, app: Flask) -> None:
        """Give the record its addresses."""
        app.add_url_rule("/record", "record", self.page)
        app.add_url_rule("/record.json", "record_json", self.json)

    def record(self) -> SearchRecord:
        """The record of what the address asks for; every article counts, copies too."""
        engine, asked = self.engine(), self.asked().request
        request = replace(asked, typed=asked.typed.strip(), copies="all", page=1, size=1)
        return SearchRecord(
            request=request,
            results=find(engine, request, self.today()),
            chosen=filters(request),
            day=self.today(),
            corpus=engine.match(Query(Everything()), 0).total,
            skipped=None if self.is_public else self.skipped().total,
            address=http.host_url.rstrip("/") + results_url(replace(asked, page=1)),
        )

    def page(self) -> Response:
        """The record as a page."""
        record = self.record()
        return page(
            "record.html",
            record=record,
            asked=self.asked().request,
            most=LONGEST_TABLE,
            as_json=record_url(self.asked().request, ".json"),
        )

    def json(self) -> Response:
        """The record as JSON."""
        return jsonify(self.record().as_object())
