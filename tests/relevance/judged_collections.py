"""The collections that ranking is measured on, each with queries and with what people or files say is relevant."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from search.evaluate import read_qrels, read_queries
from tests.relevance.collections import collection_folder, documents_in
from tests.relevance.derived_queries import Derived, headlines, questions, remembered_words
from tests.relevance.trec import Judgments

Kind = Literal["judged", "derived"]
"""Judged by people; or derived by a program from the articles themselves."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a system is given of one document."""

    id: str
    title: str
    """Empty when it has none."""
    text: str


@dataclass(frozen=True, slots=True)
class JudgedCollection:
    """Documents, queries as people type them, and which documents are relevant to which query."""

    name: str
    kind: Kind
    about: str
    documents: tuple[Document, ...]
    queries: Mapping[str, str]
    judgments: Judgments

    def fingerprint(self) -> str:
        """What tells these documents, queries and judgments from all others."""
        whole = json.dumps([self.documents_fingerprint(), self.queries, self.judgments])
        return blake2b(whole.encode(), digest_size=8).hexdigest()

    def documents_fingerprint(self) -> str:
        """What tells these documents from all others."""
        digest = blake2b(digest_size=8)
        for document in self.documents:
            digest.update(json.dumps([document.id, document.title, document.text]).encode())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class CollectionSource:
    """Where a collection comes from, and how it is read."""

    name: str
    kind: Kind
    folder: str
    read: Callable[[Path], Derived]
    about: str


def from_files(*parts: str, qrels: str = "qrels{}.tsv") -> Callable[[Path], Derived]:
    """How to read a collection whose queries and judgments are in files, of one part or several."""

    def read(folder: Path) -> Derived:
        queries: dict[str, str] = {}
        judgments: dict[str, Mapping[str, int]] = {}
        for part in parts or ("",):
            # Numbers of one part may be those of another.
            judged = read_qrels(folder / qrels.format(part))
            own = {id: text for id, text in read_queries(folder / f"queries{part}.tsv").items() if id in judged}
            queries |= {f"{id}{part}": text for id, text in own.items()}
            judgments |= {f"{id}{part}": judged[id] for id in own}
        return Derived(documents_in(folder), queries, judgments)

    return read


SOURCES = (
    CollectionSource(
        "cranfield", "judged", "cranfield", from_files(qrels="qrels_graded{}.tsv"), "aerodynamics; four grades"
    ),
    CollectionSource("cisi", "judged", "cisi", from_files(), "library science, questions of one to ten sentences"),
    CollectionSource("lisa", "judged", "lisa", from_files(), "library science, requests in capitals"),
    CollectionSource("vaswani_npl", "judged", "vaswani_npl", from_files(), "electronics, queries in capitals"),
    CollectionSource("adi", "judged", "adi", from_files(), "documentation, 82 abstracts"),
    CollectionSource("scifact", "judged", "scifact", from_files("_train"), "scientific claims, the training part"),
    CollectionSource("reuters21578", "judged", "reuters21578", from_files(), "names of topics, the indexers' codes"),
    CollectionSource("fnc1", "judged", "fnc1", from_files(), "headlines for bodies of news; 0 is judged as well as 1"),
    CollectionSource(
        "checkthat2020", "judged", "checkthat2020", from_files("_train", "_dev"), "tweets for claims that were checked"
    ),
    CollectionSource(
        "newsarticles2017-headlines", "derived", "newsarticles2017", headlines(), "a headline for its body, without it"
    ),
    CollectionSource("bbc2005-headlines", "derived", "bbc2005", headlines(), "a headline for its body, without it"),
    CollectionSource(
        "allsides_abp-headlines", "derived", "allsides_abp", headlines(every=16), "the same, of each sixteenth article"
    ),
    CollectionSource(
        "newsarticles2017-questions",
        "derived",
        "newsarticles2017",
        questions(),
        "a question made of telling words of the lead",
    ),
    CollectionSource(
        "bbc2005-words", "derived", "bbc2005", remembered_words(), "one to three telling words of an article"
    ),
)


def judged_collection(source: CollectionSource) -> JudgedCollection | None:
    """The collection; None when it is not on this machine."""
    folder = collection_folder(source.folder)
    if folder is None:
        return None
    read = source.read(folder)
    documents = tuple(Document(each["id"], each.get("title") or "", each["text"]) for each in read.documents)
    return JudgedCollection(source.name, source.kind, source.about, documents, read.queries, read.judgments)
