"""tantivy with its English stemmer and its own query parser."""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from tantivy import Document, Index, SchemaBuilder

from tests.relevance.judged_collections import JudgedCollection
from tests.relevance.measures import DEPTH
from tests.relevance.systems.system import Answers

HEAP_BYTES = 128_000_000
FIELDS = ["title", "body"]


@dataclass(frozen=True, slots=True)
class TantivyParser:
    """tantivy; its parser asks for any of the words, in title or body."""

    name: str = "tantivy"
    is_kept: bool = True

    @property
    def about(self) -> str:
        """See `tests.relevance.systems.system.System.about`."""
        return f"tantivy {version('tantivy')} by its Python binding, en_stem, its lenient parser over title and body"

    @property
    def index(self) -> str:
        """See `tests.relevance.systems.system.System.index`."""
        return f"tantivy {version('tantivy')}"

    def build(self, judged: JudgedCollection, folder: Path) -> None:
        """See `tests.relevance.systems.system.System.build`."""
        builder = SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        for field in FIELDS:
            builder.add_text_field(field, tokenizer_name="en_stem")
        writer = Index(builder.build(), str(folder)).writer(HEAP_BYTES, 1)
        for document in judged.documents:
            writer.add_document(Document(id=document.id, title=document.title, body=document.text))
        writer.commit()
        writer.wait_merging_threads()

    def answers(self, judged: JudgedCollection, folder: Path) -> Answers:
        """See `tests.relevance.systems.system.System.answers`."""
        index = Index.open(str(folder))
        searcher = index.searcher()
        run = {}
        for query, text in judged.queries.items():
            parsed, _ = index.parse_query_lenient(text, FIELDS)
            hits = searcher.search(parsed, DEPTH, count=False).hits
            run[query] = [str(searcher.doc(address).get_first("id")) for _, address in hits]
        return Answers(run)
