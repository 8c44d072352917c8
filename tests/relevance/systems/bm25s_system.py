"""bm25s as its documentation uses it; and the same tuned to each collection, which no user can do."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import product
from pathlib import Path
from statistics import fmean
from typing import Any

import bm25s
from bm25s.selection import topk
from Stemmer import Stemmer

from tests.relevance.judged_collections import JudgedCollection
from tests.relevance.measures import DEPTH, NDCG, measured
from tests.relevance.systems.system import Answers, one_text
from tests.relevance.trec import Run

K1 = (0.9, 1.2, 1.5, 2.0)
B = (0.3, 0.4, 0.5, 0.6, 0.75, 0.9)


@dataclass(frozen=True, slots=True)
class Bm25sDefault:
    """bm25s with the stop list and the stemmer of its documentation, and k1 and b as it sets them."""

    name: str = "bm25s"
    is_kept: bool = True

    @property
    def about(self) -> str:
        """See `tests.relevance.systems.system.System.about`."""
        return f"bm25s {version('bm25s')}, PyStemmer {version('PyStemmer')}, its English stop list, k1 1.5, b .75"

    @property
    def index(self) -> str:
        """See `tests.relevance.systems.system.System.index`."""
        return self.name

    def build(self, judged: JudgedCollection, folder: Path) -> None:
        """See `tests.relevance.systems.system.System.build`; it is made so fast that it is not kept."""

    def answers(self, judged: JudgedCollection, folder: Path) -> Answers:
        """See `tests.relevance.systems.system.System.answers`."""
        return Answers(answered(judged, tokenized([one_text(each) for each in judged.documents]), bm25s.BM25()))


@dataclass(frozen=True, slots=True)
class Bm25sBestOfGrid:
    """bm25s with those of many k1 and b that do best on the very judgments it is measured by."""

    name: str = "bm25s-grid"
    is_kept: bool = True

    @property
    def about(self) -> str:
        """See `tests.relevance.systems.system.System.about`."""
        return (
            f"{Bm25sDefault().about.partition(', k1')[0]}, the best by {NDCG} of k1 {', '.join(map(str, K1))} and "
            f"b {', '.join(map(str, B))} on each collection: an upper bound that no user has"
        )

    @property
    def index(self) -> str:
        """See `tests.relevance.systems.system.System.index`."""
        return self.name

    def build(self, judged: JudgedCollection, folder: Path) -> None:
        """See `tests.relevance.systems.system.System.build`."""

    def answers(self, judged: JudgedCollection, folder: Path) -> Answers:
        """See `tests.relevance.systems.system.System.answers`."""
        tokens = tokenized([one_text(each) for each in judged.documents])
        best, best_run, note = -1.0, Answers({}).run, ""
        for k1, b in product(K1, B):
            run = answered(judged, tokens, bm25s.BM25(k1=k1, b=b))
            value = fmean(measured(run, judged.judgments)[NDCG].values())
            if value > best:
                best, best_run, note = value, run, f"k1 {k1}, b {b}"
        return Answers(best_run, note)


def answered(judged: JudgedCollection, documents: Any, engine: Any) -> Run:
    """What bm25s finds, documents without a score left out."""
    engine.index(documents, show_progress=False)
    ids = [document.id for document in judged.documents]
    asked = tokenized(list(judged.queries.values()), as_words=True)
    run = {}
    for query, words in zip(judged.queries, asked, strict=True):
        scores = engine.get_scores_from_ids(engine.get_tokens_ids([str(word) for word in words]))
        values, places = topk(scores, min(DEPTH, len(ids)), backend="numpy", sorted=True)
        run[query] = [ids[place] for value, place in zip(values.tolist(), places.tolist(), strict=True) if value > 0]
    return run


def tokenized(texts: Sequence[str], *, as_words: bool = False) -> Any:
    """The texts as bm25s takes them: numbers of stems, or the stems themselves."""
    return bm25s.tokenize(list(texts), stopwords="en", stemmer=stemmer(), return_ids=not as_words, show_progress=False)


@cache
def stemmer() -> Stemmer:
    """The Snowball stemmer that bm25s's documentation takes."""
    return Stemmer("english")
