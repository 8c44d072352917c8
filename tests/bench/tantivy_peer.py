"""tantivy, through its Python binding."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import assert_never

from tantivy import (
    Document,
    FieldType,
    Filter,
    Index,
    Occur,
    Query,
    Schema,
    SchemaBuilder,
    SearchResult,
    TextAnalyzer,
    TextAnalyzerBuilder,
    Tokenizer,
)

from index.article import Article
from tests.bench.peer import TOP, Asked
from tests.bench.questions import Question

HEAP_BYTES = 256_000_000
"""What its writer may hold in memory; as much as Whoosh is given."""
MOST_BUCKETS = 1_000
"""Outlets and months that it counts at most; there are fewer."""
FACETS = {
    "sources": {"terms": {"field": "source", "size": MOST_BUCKETS}},
    "months": {"terms": {"field": "month", "size": MOST_BUCKETS}},
}


@dataclass(frozen=True, slots=True)
class Tantivy:
    """tantivy with its English stemmer; `fields` are those that are searched."""

    name: str = "tantivy"
    fields: tuple[str, ...] = ("title", "body")
    threads: int = 1

    @property
    def is_only_built(self) -> bool:
        """See `tests.bench.peer.Peer.is_only_built`."""
        return self.threads > 1

    @property
    def about(self) -> str:
        """See `tests.bench.peer.Peer.about`."""
        return (
            f"{version('tantivy')} by its Python binding, en_stem, writing threads: {self.threads}, "
            f"fields of text: {', '.join(self.fields)}; fast fields for day, month and outlet; top 10 with count=True, "
            "facets by a second call; beginnings, gaps and wrong letters score a constant"
        )

    def build(self, articles: Iterable[Article], folder: Path) -> None:
        """See `tests.bench.peer.Peer.build`."""
        folder.mkdir(parents=True)
        writer = Index(schema(self.fields), str(folder)).writer(HEAP_BYTES, self.threads)
        for article in articles:
            writer.add_document(tantivy_document(article, self.fields))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> "OpenedTantivy":
        """See `tests.bench.peer.Peer.open`."""
        return OpenedTantivy(Index.open(str(folder)), self.fields)


def schema(fields: Sequence[str]) -> Schema:
    """Stemmed text with positions, stored; day, month and outlet as columns."""
    builder = SchemaBuilder()
    for field in fields:
        builder.add_text_field(field, stored=True, tokenizer_name="en_stem", index_option="position")
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("source", stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("day", indexed=True, fast=True)
    builder.add_integer_field("month", fast=True)
    return builder.build()


def tantivy_document(article: Article, fields: Sequence[str]) -> Document:
    """The article as a document; in one field, title and body are one text."""
    document = Document(id=article.id)
    if len(fields) == 1:
        document.add_text(fields[0], f"{article.title}\n\n{article.body}")
    else:
        document.add_text("title", article.title)
        document.add_text("body", article.body)
    if article.source:
        document.add_text("source", article.source)
    if article.published:
        first = article.published.first
        document.add_integer("day", first.toordinal())
        document.add_integer("month", first.year * 12 + first.month)
    return document


@cache
def analyzer() -> TextAnalyzer:
    """What tantivy calls en_stem, to take questions apart as articles are."""
    filters = (Filter.remove_long(40), Filter.lowercase(), Filter.stemmer("english"))
    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for each in filters:
        builder = builder.filter(each)
    return builder.build()


class OpenedTantivy:
    """Questions as tantivy's query objects."""

    def __init__(self, index: Index, fields: tuple[str, ...]) -> None:
        self._searcher = index.searcher()
        self._schema = index.schema
        self._fields = fields

    def asked(self, question: Question) -> Asked | None:
        """See `tests.bench.peer.Opened.asked`."""
        query = self._query(question)
        if question.kind == "dated":
            return lambda: self._newest_with_facets(query)
        return lambda: total(self._searcher.search(query, TOP, count=True))

    def _newest_with_facets(self, query: Query) -> int:
        """How many match, once the newest are found and all are counted by outlet and month."""
        self._searcher.aggregate(query, FACETS)
        return total(self._searcher.search(query, TOP, count=True, order_by_field="day"))

    def _query(self, question: Question) -> Query:
        """The whole question."""
        words = [term for word in question.words for term in analyzer().analyze(word)]
        pattern = question.words[0].lower()
        match question.kind:
            case "word" | "all":
                return self._every([self._anywhere(word) for word in words])
            case "any":
                return Query.boolean_query(
                    [(Occur.Should, self._term(field, w)) for w in words for field in self._fields]
                )
            case "phrase":
                return self._either([self._phrase(field, words) for field in self._fields])
            case "dated":
                return self._every([*map(self._anywhere, words), self._between(question)])
            case "prefix":
                return self._either([Query.regex_query(self._schema, field, pattern + ".*") for field in self._fields])
            case "wildcard":
                regex = pattern.replace("*", ".*")
                return self._either([Query.regex_query(self._schema, field, regex) for field in self._fields])
            case "fuzzy":
                return self._either([Query.fuzzy_term_query(self._schema, field, pattern) for field in self._fields])
            case _:
                assert_never(question.kind)

    def _anywhere(self, word: str) -> Query:
        """The word in any of the fields."""
        return self._either([self._term(field, word) for field in self._fields])

    def _term(self, field: str, word: str) -> Query:
        return Query.term_query(self._schema, field, word, index_option="freq")

    def _phrase(self, field: str, words: list[str]) -> Query:
        """The words in a row; a phrase of one is a word, and tantivy refuses it otherwise."""
        if len(words) == 1:
            return self._term(field, words[0])
        return Query.phrase_query(self._schema, field, list(words))

    def _between(self, question: Question) -> Query:
        """Published on one of the days."""
        since = question.since.toordinal() if question.since else None
        until = question.until.toordinal() if question.until else None
        return Query.range_query(self._schema, "day", FieldType.Integer, since, until)

    def _either(self, queries: list[Query]) -> Query:
        return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, each) for each in queries])

    def _every(self, queries: list[Query]) -> Query:
        return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, each) for each in queries])


def total(found: SearchResult) -> int:
    """How many match; the binding's types leave the attribute out."""
    return int(found.count)  # type: ignore[attr-defined]
