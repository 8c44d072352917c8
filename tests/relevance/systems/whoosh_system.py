"""Whoosh 2.7.4 as it comes: its analyzer, its query parser, its BM25F."""

from dataclasses import dataclass
from pathlib import Path

from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.index import create_in, open_dir
from whoosh.qparser import AndGroup, MultifieldParser, OrGroup

from tests.relevance.judged_collections import JudgedCollection
from tests.relevance.measures import DEPTH
from tests.relevance.systems.system import Answers

MEMORY_MB = 256


@dataclass(frozen=True, slots=True)
class StockParser:
    """Whoosh with its own parser, which asks for all of the words, or told to ask for any."""

    is_any: bool
    is_kept: bool = True

    @property
    def name(self) -> str:
        """See `tests.relevance.systems.system.System.name`."""
        return "whoosh-any" if self.is_any else "whoosh"

    @property
    def about(self) -> str:
        """See `tests.relevance.systems.system.System.about`."""
        words = "any of the words (OrGroup)" if self.is_any else "all of the words, as it comes"
        return f"stock Whoosh 2.7.4, StemmingAnalyzer, MultifieldParser over title and body: {words}; BM25F"

    @property
    def index(self) -> str:
        """See `tests.relevance.systems.system.System.index`."""
        return "whoosh 2.7.4"

    def build(self, judged: JudgedCollection, folder: Path) -> None:
        """See `tests.relevance.systems.system.System.build`."""
        analyzer = StemmingAnalyzer()
        schema = Schema(id=ID(stored=True), title=TEXT(analyzer=analyzer), body=TEXT(analyzer=analyzer))
        writer = create_in(str(folder), schema).writer(limitmb=MEMORY_MB)
        for document in judged.documents:
            writer.add_document(id=document.id, title=document.title, body=document.text)
        writer.commit()

    def answers(self, judged: JudgedCollection, folder: Path) -> Answers:
        """See `tests.relevance.systems.system.System.answers`."""
        index = open_dir(str(folder))
        parser = MultifieldParser(["title", "body"], index.schema, group=OrGroup if self.is_any else AndGroup)
        with index.searcher() as searcher:
            return Answers(
                {
                    query: [hit["id"] for hit in searcher.search(parser.parse(text), limit=DEPTH)]
                    for query, text in judged.queries.items()
                }
            )
