"""The stories of a generation: which articles tell of the same event, which share source text, which are reprints.

What is known from the generation before stays, but for the stories that an article has left, those that something new
is alike to, and those that these are alike to: only articles of these, and new ones, are compared with all that may
tell their story.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.columns.relations import NONE, Relations, SegmentRelations
from index.storage.arrays import Array, distinct
from index.stories.date_windows import APART, Timeline, gaps, timeline, to_a_month
from index.stories.document_vectors import Corpus
from index.stories.filled_forms import FilledForms
from index.stories.heavy_stems import heavy_stems
from index.stories.linkage import COPY, LINK, LONGEST_RECURRING, ORDINARY, RECURRING, Stories, StoryDays
from index.stories.near_duplicates import REPRINT, containments, copies, shared_prints, sharing
from index.stories.previous_generation import NOTHING, Known
from index.stories.recurring_titles import recurring, titles_of
from index.stories.similar_pairs import Pairs, alike, judged, unique

ANY_TIME = 0.9
"""The share of a text in another from which on they are of one story however long lies between them."""
SHORTEST = 20
"""Words of a body from which on one that is the same is a copy; a shorter one may be a phrase, or a fault."""
ROUNDS = 2
"""How often what is alike to what is compared is compared, too: stories that something new is alike to, and those that
these are alike to. With one, ten portions agreed less with a build of all."""
TEXTS = 30_000
"""Articles whose texts are compared in one go; their words take about 200 MB."""


def relations_of(corpus: Corpus, known: Known = NOTHING) -> Relations:
    """The relations of these articles, by the name of the segment."""
    return Generation(corpus, known).relations()


SIDES = ("left", "right")


class Generation:
    """The articles of one generation; each has a number, its place among all."""

    def __init__(self, corpus: Corpus, known: Known) -> None:
        self._corpus = corpus
        self._ids, self._ranks = self._corpus.ids, self._corpus.ranks
        self._titles = titles_of(self._corpus)
        self._forms = FilledForms(self._corpus, self._titles)
        self._known = known.columns(self._ids)
        self._is_new = self._known.is_new.copy()
        """Or of a story that changes."""
        self._labels = self._known.stories.copy()
        """Of the stories that are known, and do not change."""
        self._first, self._last = (self._corpus.column(name).astype(np.int64) for name in ("first_days", "last_days"))
        self._first, self._last = to_a_month(self._first, self._last)
        self._heavy = heavy_stems(self._corpus)
        digests = np.where(self._corpus.column("body_lengths") >= SHORTEST, self._corpus.digests(), 0)
        self._original = originals(digests, self._first, self._ranks)

    def relations(self) -> Relations:
        """The relations of all articles."""
        stories = self._stories()
        families, wordings = self._texts(stories)
        found = [numbered(labels, self._ranks) for labels in (stories, families, wordings)]
        story_ids, family_ids, wording_ids = ([self._ids[n] for n in each.smallest.tolist()] for each in found)
        return Relations(self._by_segment(found), story_ids, family_ids, wording_ids, published={})

    def _stories(self) -> Array:
        """A label for each article, the same for those of one story; NONE where there is none."""
        if self._is_new.any():
            originals = distinct(self._original)
            asked = originals[self._is_new[originals]]
            if len(asked) < len(originals):
                asked = self._compared(originals, asked)
            line = timeline(self._first, self._last, self._ranks, asked)
            found = self._joined(asked, self._pairs(line, np.ones(len(self._labels), bool)))
            is_alone = np.bincount(found, minlength=len(asked))[found] < 2
            self._labels[asked] = np.where(is_alone, NONE, int(self._labels.max()) + 1 + asked[found])
        return with_copies(self._labels, self._original)

    def _compared(self, originals: Array, asked: Array) -> Array:
        """What is compared: these articles, which are new, with all stories that are near. Both are int64 (n,)."""
        for _ in range(ROUNDS):
            is_asked = np.zeros(len(self._labels), bool)
            is_asked[asked] = True
            pairs = self._pairs(timeline(self._first, self._last, self._ranks, originals), is_asked).pairs
            pairs = pairs.chosen(pairs.cosines >= LINK)
            near = np.concatenate([pairs.left, pairs.right])
            stories = self._labels[near]
            is_loosened = np.isin(self._labels, stories[stories != NONE])
            self._labels[is_loosened] = NONE
            self._is_new |= is_loosened
            asked = np.union1d(np.union1d(asked, near), originals[is_loosened[originals]])
        return asked

    def _pairs(self, line: Timeline, is_asked: Array) -> "Told":
        """The pairs of articles, one of them asked for, that are alike; by their numbers, the smaller one first.

        They lie no more than APART days apart, or one of them stands nearly whole in the other.
        """
        order, is_new = line.order, is_asked[line.order]
        heavy = self._heavy.of(order)
        windows = [line.whole()] if is_new.all() else line.around(np.flatnonzero(is_new))
        by_words = alike(heavy, windows)
        by_words = by_words.chosen(line.days_between(by_words.left, by_words.right) <= APART)
        left, right = self._reprints(order, *sharing(self._corpus, order, is_new))
        is_far = line.days_between(left, right) > APART
        is_far[is_far] = containments(self._corpus, order[left[is_far]], order[right[is_far]]) < ANY_TIME
        reprints = judged(heavy, left[~is_far], right[~is_far])
        one, other = (order[np.concatenate([getattr(each, side) for each in (reprints, by_words)])] for side in SIDES)
        cosines = np.concatenate([np.maximum(reprints.cosines, REPRINT), by_words.cosines])
        return self._told(unique(Pairs(np.minimum(one, other), np.maximum(one, other), cosines)))

    def _reprints(self, order: Array, left: Array, right: Array) -> tuple[Array, Array]:
        """Those of the pairs of places that share so many fingerprints as if one were the other's reprint."""
        is_reprint = shared_prints(self._corpus, order[left], order[right]) >= REPRINT
        return left[is_reprint], right[is_reprint]

    def _told(self, pairs: Pairs) -> "Told":
        """Those of the pairs that may be of one story: neither two notices, nor reports that are days apart."""
        strong = np.flatnonzero(pairs.cosines >= LINK)
        likely = pairs.chosen(strong)
        days = gaps(self._first, self._last, likely.left, likely.right)
        recur = self._recur(likely)
        kinds = np.full(len(pairs.left), ORDINARY)
        kinds[strong] = np.where(days > APART, COPY, np.where(recur, RECURRING, ORDINARY))
        is_told = np.ones(len(pairs.left), bool)
        is_told[strong] = ~self._are_apart(likely) & ~(recur & (days > LONGEST_RECURRING) & (days <= APART))
        return Told(pairs.chosen(is_told), kinds[is_told])

    def _are_apart(self, pairs: Pairs) -> Array:
        """For each pair, whether both fill in one form: they are notices, or mostly the same about something else."""
        is_apart = self._forms.are_apart(pairs)
        maybe = np.flatnonzero(~is_apart & (pairs.cosines >= REPRINT))
        maybe = maybe[self._forms.named(pairs.left[maybe], pairs.right[maybe]) == 0]
        is_apart[maybe] = containments(self._corpus, pairs.left[maybe], pairs.right[maybe]) >= REPRINT
        return is_apart

    def _recur(self, pairs: Pairs) -> Array:
        """For each pair, whether the titles of the two recur: bool (pairs,)."""
        has_other_figures = self._forms.have_other_figures(pairs.left, pairs.right)
        return recurring(self._titles, self._first, pairs.left, pairs.right, has_other_figures)

    def _joined(self, articles: Array, told: "Told") -> Array:
        """For each of these articles, which ascend, the place of one of its story: int64 (n,), as they are."""
        days = StoryDays(self._first[articles], self._last[articles])
        return Stories(days).join(rows_of(articles, told.pairs), told.kinds)

    def _texts(self, stories: Array) -> tuple[Array, Array]:
        """Labels of families and wordings; those of stories in which nothing is new stay as they are."""
        known = self._known
        families, wordings = (np.where(self._is_new, NONE, labels) for labels in (known.families, known.wordings))
        is_changed = np.isin(stories, stories[self._is_new & (stories != NONE)])
        fresh = int(max(families.max(initial=0), wordings.max(initial=0))) + 1
        is_original = self._original == np.arange(len(self._original))
        for articles in portions(stories, np.flatnonzero(is_changed & is_original)):
            found = copies(self._corpus, articles, stories[articles], self._forms)
            families[articles], wordings[articles] = fresh + articles[found.families], fresh + articles[found.wordings]
        # A copy is its original's reprint; only those of stories that changed have a new original.
        own = np.where(is_changed, self._original, np.arange(len(self._original)))
        return families[own], wordings[own]

    def _by_segment(self, found: Sequence["Numbered"]) -> Mapping[str, SegmentRelations]:
        """The columns of each segment; documents that are left out have none of it."""
        segments = {}
        for (name, part), base in zip(self._corpus.segments.items(), self._corpus.bases.tolist(), strict=False):
            story, family, wording = (np.full(len(part.segment), NONE, np.int32) for _ in found)
            for column, each in zip((story, family, wording), found, strict=True):
                column[part.kept] = each.numbers[base : base + len(part.kept)]
            days = part.segment.first_days, part.segment.last_days
            segments[name] = SegmentRelations(story, family, wording, *days)
        return segments


@dataclass(frozen=True, slots=True)
class Told:
    """Pairs of articles that may be of one story, and the kind of each as `linkage` has it: int64 (pairs,)."""

    pairs: Pairs
    kinds: Array


@dataclass(frozen=True, slots=True)
class Numbered:
    """Groups of articles: the number of each article's, NONE for none; and the article of each with the smallest id.

    `numbers` is int32 (articles,), `smallest` int64 (groups,).
    """

    numbers: Array
    smallest: Array


def numbered(labels: Array, ranks: Array) -> Numbered:
    """The groups of two or more articles that share a label, in the order of their smallest ids.

    Labels and ranks are int64 (articles,).
    """
    order = np.lexsort((ranks, labels))
    order = order[labels[order] != NONE]
    is_first = np.diff(labels[order], prepend=NONE) != 0
    first = np.flatnonzero(is_first)
    group = np.cumsum(is_first) - 1
    is_group = np.diff(first, append=len(order)) > 1
    smallest = order[first][is_group]
    place = np.full(len(first), NONE, np.int64)
    place[np.flatnonzero(is_group)] = np.argsort(np.argsort(ranks[smallest]))
    numbers = np.full(len(labels), NONE, np.int32)
    numbers[order] = place[group]
    return Numbered(numbers, smallest[np.argsort(ranks[smallest])])


def rows_of(articles: Array, pairs: Pairs) -> Pairs:
    """The pairs by the places of their articles among these, which ascend. These are int64 (n,)."""
    return Pairs(np.searchsorted(articles, pairs.left), np.searchsorted(articles, pairs.right), pairs.cosines)


def originals(digests: Array, days: Array, ranks: Array) -> Array:
    """For each article the one of those with the same body and day that speaks for them: that with the smallest id.

    All are int64 (articles,).
    """
    order = np.lexsort((ranks, days, digests))
    same = (np.diff(digests[order], prepend=-1) == 0) & (np.diff(days[order], prepend=-1) == 0)
    # Texts without words are no copies of each other.
    begins = np.flatnonzero(~(same & (digests[order] != 0)))
    found = np.zeros(len(order), np.int64)
    found[order] = np.repeat(order[begins], np.diff(begins, append=len(order)))
    return found


def with_copies(labels: Array, original: Array) -> Array:
    """The labels, with the original's for its copies; an original that has some and no label gets one.

    All are int64 (articles,).
    """
    has_copies = np.bincount(original, minlength=len(labels)) > 1
    alone = np.flatnonzero(has_copies & (labels == NONE))
    labels = labels.copy()
    labels[alone] = int(labels.max(initial=0)) + 1 + alone
    return labels[original]


def portions(stories: Array, articles: Array) -> Iterator[Array]:
    """These articles, ascending, in portions of about TEXTS, each with all articles of its stories.

    `stories` has a label for each article, int64 (articles,); these articles are int64 (n,).
    """
    by_story = articles[np.argsort(stories[articles], kind="stable")]
    ends = np.flatnonzero(np.diff(stories[by_story], append=NONE)) + 1
    start = 0
    while start < len(by_story):
        end = int(ends[min(int(np.searchsorted(ends, start + TEXTS)), len(ends) - 1)])
        yield np.sort(by_story[start:end])
        start = end
