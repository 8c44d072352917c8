"""The stories of a generation: which articles tell of the same event, which share source text, which are reprints.

What is known from the generation before stays, but for the stories that an article has left, those that something new
is alike to, and those that these are alike to: only articles of these, and new ones, are compared with all that may
tell their story.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.columns.kept_documents import LiveSegment
from index.columns.relations import NONE, Relations, SegmentRelations
from index.columns.story_stems import NO_STEMS, StoryStems, all_stems
from index.storage.arrays import Array, distinct
from index.stories.compared_texts import ComparedTexts, compared_texts
from index.stories.date_windows import APART, Timeline, gaps, timeline, to_a_month
from index.stories.document_vectors import Corpus
from index.stories.heavy_stems import as_kept, story_stems
from index.stories.linkage import COPY, LINK, LONGEST_RECURRING, ORDINARY, RECURRING, Stories, StoryDays
from index.stories.near_duplicates import REPRINT, shared_prints, sharing
from index.stories.portions import MOST_WORDS, portions
from index.stories.previous_generation import NOTHING, Known
from index.stories.recurring_titles import Titles, recurring
from index.stories.similar_pairs import Pairs, alike, judged, unique

MAY_JOIN = 0.75 * LINK
"""The least average cosine of two stories that are compared anew when something comes to one of them."""
ANY_TIME = 0.9
"""The share of a text in another from which on they are of one story however long lies between them."""
SHORTEST = 20
"""Words of a body from which on one that is the same is a copy; a shorter one may be a phrase, or a fault."""
ROUNDS = 2
"""How often what is alike to what is compared is compared, too: stories that something new is alike to, and those that
these are alike to. With one, ten portions agreed less with a build of all."""


def relations_of(corpus: Corpus, known: Known = NOTHING) -> Relations:
    """The relations of these articles, by the name of the segment."""
    return Generation(corpus, known).relations()


SIDES = ("left", "right")


class Generation:
    """The articles of one generation; each has a number, its place among all."""

    def __init__(self, corpus: Corpus, known: Known) -> None:
        self._corpus = corpus if known.frequencies.articles == 0 else Corpus(corpus.segments, known.frequencies)
        self._ids, self._ranks = self._corpus.ids, self._corpus.ranks
        self._known = known.columns(self._ids)
        self._is_new = self._known.is_new.copy()
        """Or of a story that changes."""
        self._labels = self._known.stories.copy()
        """Of the stories that are known, and do not change."""
        self._stems = stems_of(self._corpus, known.stems, self._known.places)
        self._heavy = as_kept(self._stems)
        self._titles = Titles(self._stems.title_starts, self._stems.title_stems)
        days = (self._corpus.column(name).astype(np.int64) for name in ("first_days", "last_days"))
        self._first, self._last = to_a_month(*days)
        digests = np.where(self._corpus.column("body_lengths") >= SHORTEST, self._corpus.digests(), 0)
        self._original = originals(digests, self._first, self._ranks)

    def relations(self) -> Relations:
        """The relations of all articles."""
        compared = self._compared()
        with compared_texts(self._corpus, compared) as texts:
            stories = self._stories(compared, texts)
            families, wordings = self._texts(stories, texts)
        found = [numbered(labels, self._ranks) for labels in (stories, families, wordings)]
        own, kin, same = ([self._ids[n] for n in each.smallest.tolist()] for each in found)
        stems = {name: self._stems.of(places) for name, places in self._places()}
        counted = self._corpus.frequencies()
        return Relations(self._by_segment(found), own, kin, same, {}, stems=stems, frequencies=counted)

    def _compared(self) -> Array:
        """The articles that are compared word by word: new ones, with all stories that are near: int64 (n,), ascending.

        Known stories among them are dissolved, to be found anew.
        """
        asked = distinct(self._original[self._is_new])
        originals = distinct(self._original)
        if len(asked) == len(originals):
            return asked
        groups = np.where(
            self._labels == NONE, int(self._labels.max()) + 1 + np.arange(len(self._labels)), self._labels
        )
        asked = np.union1d(asked, originals[self._loosen(asked)[originals]])
        line = timeline(self._first, self._last, self._ranks, originals)
        for _ in range(ROUNDS if len(asked) else 0):
            is_asked = np.zeros(len(self._labels), bool)
            is_asked[asked] = True
            near = near_articles(self._pairs(line, is_asked), groups)
            asked = np.union1d(np.union1d(asked, near), originals[self._loosen(near)[originals]])
        return asked

    def _loosen(self, articles: Array) -> Array:
        """Dissolve the stories of these articles: bool (all articles,), for each whether it was in one of them.

        These articles are int64 (n,).
        """
        stories = self._labels[articles]
        is_loosened = np.isin(self._labels, stories[stories != NONE])
        self._labels[is_loosened] = NONE
        self._is_new |= is_loosened
        return is_loosened

    def _stories(self, compared: Array, texts: ComparedTexts) -> Array:
        """A label for each article, the same for those of one story; NONE where there is none.

        Those that are compared are int64 (n,), ascending; gives int64 (articles,).
        """
        line = timeline(self._first, self._last, self._ranks, compared)
        told = self._told(self._pairs(line, np.ones(len(self._labels), bool)), texts)
        # In the order of their ids, so that what comes out does not depend on where they lie.
        by_id = compared[np.argsort(self._ranks[compared])]
        days = StoryDays(self._first[by_id], self._last[by_id])
        found = Stories(days).join(rows_of(by_id, told.pairs), told.kinds)
        is_alone = np.bincount(found, minlength=len(by_id))[found] < 2
        self._labels[by_id] = np.where(is_alone, NONE, int(self._labels.max(initial=0)) + 1 + by_id[found])
        return with_copies(self._labels, self._original)

    def _pairs(self, line: Timeline, is_asked: Array) -> Pairs:
        """The pairs of articles, one of them asked for, that may be alike; by their numbers, the smaller one first.

        They lie no more than APART days apart, or share fingerprints as if one stood in the other.
        """
        order, is_new = line.order, is_asked[line.order]
        heavy = self._heavy.of(order)
        windows = [line.whole()] if is_new.all() else line.around(np.flatnonzero(is_new))
        by_words = alike(heavy, windows)
        by_words = by_words.chosen(line.days_between(by_words.left, by_words.right) <= APART)
        left, right = sharing(self._corpus, order, is_new)
        is_reprint = shared_prints(self._corpus, order[left], order[right]) >= REPRINT
        reprints = judged(heavy, left[is_reprint], right[is_reprint])
        one, other = (order[np.concatenate([getattr(each, side) for each in (reprints, by_words)])] for side in SIDES)
        cosines = np.concatenate([np.maximum(reprints.cosines, REPRINT), by_words.cosines])
        return unique(Pairs(np.minimum(one, other), np.maximum(one, other), cosines))

    def _told(self, pairs: Pairs, texts: ComparedTexts) -> "Told":
        """Those of the pairs that may be of one story: neither two notices, nor reports that are days apart.

        Of articles that are more than APART days apart, one stands nearly whole in the other.
        """
        strong = np.flatnonzero(pairs.cosines >= LINK)
        likely = pairs.chosen(strong)
        days = gaps(self._first, self._last, likely.left, likely.right)
        recur = self._recur(likely, texts)
        kinds = np.full(len(pairs.left), ORDINARY)
        kinds[strong] = np.where(days > APART, COPY, np.where(recur, RECURRING, ORDINARY))
        is_far = days > APART
        is_refused = recur & (days > LONGEST_RECURRING) & ~is_far
        is_refused[is_far] = texts.containments(likely.chosen(is_far)) < ANY_TIME
        is_told = np.ones(len(pairs.left), bool)
        is_told[strong] = ~is_refused & ~are_apart(likely, texts)
        return Told(pairs.chosen(is_told), kinds[is_told])

    def _recur(self, pairs: Pairs, texts: ComparedTexts) -> Array:
        """For each pair, whether the titles of the two recur: bool (pairs,)."""
        local = texts.local(pairs)
        has_other_figures = texts.forms.have_other_figures(local.left, local.right)
        return recurring(self._titles, self._first, pairs.left, pairs.right, has_other_figures)

    def _texts(self, stories: Array, texts: ComparedTexts) -> tuple[Array, Array]:
        """Labels of families and wordings; those of stories in which nothing is new stay as they are."""
        known = self._known
        families, wordings = (np.where(self._is_new, NONE, labels) for labels in (known.families, known.wordings))
        is_changed = np.isin(stories, stories[self._is_new & (stories != NONE)])
        fresh = int(max(families.max(initial=0), wordings.max(initial=0))) + 1
        is_original = self._original == np.arange(len(self._original))
        for articles in whole_stories(stories, np.flatnonzero(is_changed & is_original), self._corpus.words):
            found = texts.copies(articles, stories[articles])
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

    def _places(self) -> Iterator[tuple[str, Array]]:
        """The number of the article of each document of each segment; that of another one where it is left out.

        They are int64 (documents,).
        """
        for (name, part), base in zip(self._corpus.segments.items(), self._corpus.bases.tolist(), strict=False):
            places = np.minimum(part.places + base, len(self._corpus) - 1)
            yield name, places


def stems_of(corpus: Corpus, known: StoryStems, places: Array) -> StoryStems:
    """The stems by which articles are compared: those that are known stand at these places, NONE for new ones.

    `places` is int64 (articles,).
    """
    fresh = np.flatnonzero(places == NONE)
    if len(fresh) == len(places):
        return story_stems(corpus)
    segments = {}
    for (name, part), base in zip(corpus.segments.items(), corpus.bases.tolist(), strict=False):
        own = part.kept[fresh[(fresh >= base) & (fresh < base + len(part.kept))] - base]
        if len(own):
            segments[name] = LiveSegment(part.segment, own)
    found = story_stems(Corpus(segments, corpus.frequencies())) if segments else NO_STEMS
    places = places.copy()
    places[fresh] = len(known.telling) + np.arange(len(fresh))
    return all_stems([known, found]).of(places)


def near_articles(pairs: Pairs, groups: Array) -> Array:
    """The articles of these pairs whose groups may become one: their average is MAY_JOIN or more: int64 (n,).

    `groups` is int64 (all articles,), the number of the story of each, or one of its own.
    """
    sizes = np.bincount(groups)
    left, right = groups[pairs.left], groups[pairs.right]
    keys = (np.minimum(left, right) << 32) | np.maximum(left, right)
    _, places = np.unique(keys, return_inverse=True)
    sums = np.bincount(places, pairs.cosines)
    is_near = sums[places] >= MAY_JOIN * sizes[left] * sizes[right]
    return distinct(np.concatenate([pairs.left[is_near], pairs.right[is_near]]))


def are_apart(pairs: Pairs, texts: ComparedTexts) -> Array:
    """For each pair, whether both fill in one form: they are notices, or mostly the same about something else.

    Gives bool (pairs,).
    """
    is_apart = texts.forms.are_apart(texts.local(pairs))
    maybe = np.flatnonzero(~is_apart & (pairs.cosines >= REPRINT))
    local = texts.local(pairs.chosen(maybe))
    maybe = maybe[texts.forms.named(local.left, local.right) == 0]
    is_apart[maybe] = texts.containments(pairs.chosen(maybe)) >= REPRINT
    return is_apart


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
    """The pairs by the places of their articles among these, the smaller one first. These are int64 (n,)."""
    order = np.argsort(articles)
    left, right = (order[np.searchsorted(articles[order], side)] for side in (pairs.left, pairs.right))
    return Pairs(np.minimum(left, right), np.maximum(left, right), pairs.cosines)


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


def whole_stories(stories: Array, articles: Array, words: Array) -> Iterator[Array]:
    """These articles, ascending, in portions whose texts fit into memory, each with all articles of its stories.

    `stories` has a label for each article, and `words` how many words it has, both int64 (articles,); these articles
    are int64 (n,).
    """
    by_story = articles[np.argsort(stories[articles], kind="stable")]
    begins = np.flatnonzero(np.diff(stories[by_story], prepend=NONE))
    ends = np.append(begins[1:], len(by_story))
    sizes = np.add.reduceat(words[by_story], begins) if len(begins) else begins
    for portion in portions(sizes, MOST_WORDS):
        yield np.sort(by_story[begins[portion][0] : ends[portion][-1]])
