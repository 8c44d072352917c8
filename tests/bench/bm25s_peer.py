"""bm25s: scores worked out beforehand, and summed for all articles at once."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import bm25s
import numpy as np
from bm25s.selection import topk
from Stemmer import Stemmer

from index.article import Article
from tests.bench.peer import TOP, Asked
from tests.bench.questions import Question

STORED = "articles.jsonl"


@dataclass(frozen=True, slots=True)
class Bm25s:
    """bm25s as its documentation uses it, with every word kept."""

    name: str = "bm25s"
    is_only_built: bool = False

    @property
    def about(self) -> str:
        """See `tests.bench.peer.Peer.about`."""
        return (
            f"{version('bm25s')}, numpy, memory-mapped; title and body as one text without positions; "
            "knows no words of one letter; answers only any of the words"
        )

    def build(self, articles: Iterable[Article], folder: Path) -> None:
        """See `tests.bench.peer.Peer.build`."""
        articles = list(articles)
        texts = [f"{article.title}\n\n{article.body}" for article in articles]
        words = bm25s.tokenize(texts, stopwords=[], stemmer=stemmer(), show_progress=False)
        engine = bm25s.BM25()
        engine.index(words, show_progress=False)
        engine.save(str(folder), show_progress=False)
        with (folder / STORED).open("w", encoding="utf-8") as lines:
            for article in articles:
                stored = [article.id, article.source, article.title, article.body]
                lines.write(json.dumps(stored, ensure_ascii=False) + "\n")

    def open(self, folder: Path) -> "OpenedBm25s":
        """See `tests.bench.peer.Peer.open`."""
        return OpenedBm25s(bm25s.BM25.load(str(folder), mmap=True))


@cache
def stemmer() -> Stemmer:
    """The Snowball stemmer that bm25s's documentation takes."""
    return Stemmer("english")


class OpenedBm25s:
    """Questions as numbers of words."""

    def __init__(self, engine: bm25s.BM25) -> None:
        self._engine = engine

    def asked(self, question: Question) -> Asked | None:
        """See `tests.bench.peer.Opened.asked`."""
        if question.kind not in ("word", "any"):
            return None
        text = " ".join(question.words)
        words = bm25s.tokenize([text], stopwords=[], stemmer=stemmer(), return_ids=False, show_progress=False)
        known = self._engine.get_tokens_ids([str(word) for word in words[0]])
        return lambda: self._count(known)

    def _count(self, known: list[int]) -> int:
        """How many articles have a score, once the best are found."""
        scores = self._engine.get_scores_from_ids(known)
        topk(scores, min(TOP, len(scores)), backend="numpy", sorted=True)
        return int(np.count_nonzero(scores))
