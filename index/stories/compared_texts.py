"""The texts of articles that are compared word by word: all of them, or few, which are indexed once more by themselves.

To read the words of few articles out of the postings of many takes as long as to read all; to index few anew does not.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from index.annotations import NO_ANNOTATIONS
from index.columns.kept_documents import LiveSegment
from index.columns.segment import SegmentColumns
from index.columns.segment_builder import SegmentBuilder
from index.storage.arrays import Array
from index.stories.document_vectors import Corpus
from index.stories.filled_forms import FilledForms
from index.stories.near_duplicates import Copies, containments, copies
from index.stories.recurring_titles import titles_of
from index.stories.similar_pairs import Pairs

FEW = 4
"""Articles are few where there are so many times as many in all."""


@dataclass(frozen=True, slots=True)
class ComparedTexts:
    """Some articles, and what their words show; they are asked for by their numbers among all."""

    articles: Array
    """int64 (n,), ascending."""
    corpus: Corpus
    forms: FilledForms

    def local(self, pairs: Pairs) -> Pairs:
        """Pairs of these articles, by their places among them."""
        return Pairs(self._places(pairs.left), self._places(pairs.right), pairs.cosines)

    def containments(self, pairs: Pairs) -> Array:
        """For each pair, the share of the runs of the shorter one that stand in the other: float64 (pairs,)."""
        local = self.local(pairs)
        return containments(self.corpus, local.left, local.right)

    def copies(self, articles: Array, stories: Array) -> Copies:
        """Which of these, ascending, share text, of which the stories have these labels: numbers among all articles.

        Both are int64 (n,).
        """
        return copies(self.corpus, self._places(articles), stories, self.forms)

    def _places(self, articles: Array) -> Array:
        return np.searchsorted(self.articles, articles)


@contextmanager
def compared_texts(corpus: Corpus, articles: Array) -> Iterator[ComparedTexts]:
    """The texts of these articles, which ascend, while they are compared. They are int64 (n,)."""
    if FEW * len(articles) > len(corpus):
        every = np.arange(len(corpus))
        yield ComparedTexts(every, corpus, FilledForms(corpus, titles_of(corpus, np.arange(len(corpus.stem_numbers)))))
        return
    with TemporaryDirectory(prefix="dateline-") as folder:
        own = indexed_anew(corpus, articles, Path(folder))
        yield ComparedTexts(articles, own, FilledForms(own, titles_of(own, np.arange(len(own.stem_numbers)))))


def indexed_anew(corpus: Corpus, articles: Array, folder: Path) -> Corpus:
    """A corpus of these articles alone, where stems are as rare as they are in all. They are int64 (n,)."""
    builder = SegmentBuilder(folder)
    for number in articles.tolist():
        builder.add(corpus.stored(number), NO_ANNOTATIONS)
    names = [segment.segment_id() for segment in builder.finished()]
    segments = [SegmentColumns(folder, name) for name in names]
    parts = {each.name: LiveSegment(each, np.arange(len(each))) for each in segments}
    return Corpus(parts, corpus.frequencies())
