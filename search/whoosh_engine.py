"""Queries answered from a Whoosh index: array algebra over the columns of its segments."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, get_args

import numpy as np

from index.analysis import stem
from index.article import Article
from index.columns.relations import NONE, KnownRelations
from index.errors import reading_from
from index.schema import UNDATED, stored_article
from index.storage.arrays import Array
from index.storage.regular_file import Damaged
from index.storage.string_column import StringColumn
from search.bm25f import B_OF_FEW_WORDS, B, Collection, LeafWeight
from search.clause_walks import leaves, rewritten
from search.clauses import And, Clause, Fuzzy, InStory, Leaf, PositionLeaf, Spellings, Word
from search.engine import Candidate, Folded, Matches
from search.query import Copies, FacetName, Query
from search.ranking.collapse import (
    RankedMatch,
    SegmentMatches,
    counted,
    distinct,
    foremost_of_all,
    foremost_of_groups,
    group_of,
    group_sizes,
    groups_led,
    is_reprint,
)
from search.ranking.contributions import Contributions, leaf_weight
from search.ranking.lazy_counts import Key, LazyCounts
from search.ranking.levels import LEVEL, Levels
from search.ranking.match_window import OrderedMatches
from search.ranking.query_meaning import Meanings, QueryMeaning
from search.ranking.reranking import beside, reranked
from search.ranking.scored_documents import UNIT
from search.ranking.scorer import scored
from search.ranking.value_counts import dating_counts, value_counts, value_counts_holding
from search.segment.boolean import matching
from search.segment.frequencies import articles_by_beginning, articles_by_form, frequent_forms_near
from search.segment.pattern_budget import bounded
from search.segment.position_budget import LookedAt, newest_within_budget
from search.segment.segment_reader import SegmentReader
from search.segment.spellings_held import spellings_held, stem_held

WEIGHTS = 4096
"""Leaves whose weight is remembered, and words whose other spellings are."""
DEEP = 10_000
"""Matches from which on all are sorted as numbers, where else the first are chosen and made one by one."""
OVERSIZED = 4
"""How many times as many forms are counted as are wanted, for those of a frequent stem may be rare themselves."""
STRETCH = 1_000
"""Matches that are made at once for who reads all of them."""


@dataclass(frozen=True, slots=True)
class OpenedIndex:
    """The files of one generation, opened."""

    folder: Path
    generation: str
    segments: Sequence[SegmentReader]
    relations: KnownRelations
    variants: Mapping[str, Sequence[str]]
    """Learned spellings of names, by their stems."""
    meanings: Meanings | None
    """None when it ranks by words alone."""
    remarks: Sequence[str]
    """What of it could not be opened, and that it answers without it."""


class WhooshEngine:
    """One generation of a Whoosh index; safe to share by threads, because nothing in it changes."""

    def __init__(self, index: OpenedIndex) -> None:
        self._index = index
        self._variants = index.variants
        self._relations = index.relations
        self._segments = segments = index.segments
        count = sum(segment.live_count for segment in segments)
        length = sum(segment.live_length for segment in segments)
        collection = Collection(count, length / count if count else 0.0)
        self._contributions = {
            few: [Contributions(segment, replace(collection, b=b)) for segment in segments]
            for few, b in ((False, B), (True, B_OF_FEW_WORDS))
        }
        self._weigh = partial(leaf_weight, segments, collection)
        self._weight = lru_cache(WEIGHTS)(self._weigh)
        # A question asks for those of each word up to four times. A method that the engine keeps would keep the engine.
        self._spelled = lru_cache(WEIGHTS)(partial(spellings_held, segments, self._variants))

    @property
    def generation(self) -> str:
        """See `search.engine.Engine.generation`."""
        return self._index.generation

    @property
    def remarks(self) -> Sequence[str]:
        """See `search.engine.Engine.remarks`."""
        return self._index.remarks

    def _reading(self) -> AbstractContextManager[None]:
        """What is read in here comes from the index, and so does what goes wrong with it."""
        return reading_from(self._index.folder)

    @cached_property
    def _outlet_names(self) -> list[str]:
        """The names of the outlets of all segments."""
        return sorted({name for segment in self._segments for name in segment.outlet_names if name})

    @cached_property
    def _outlets(self) -> dict[SegmentReader, Array]:
        """For each document of a segment, the number of its outlet in all segments; -1 when it has none."""
        numbers = {name: number for number, name in enumerate(self._outlet_names)}
        return {
            segment: np.array([numbers.get(name, -1) for name in segment.outlet_names])[segment.columns.outlet]
            for segment in self._segments
        }

    def match(self, query: Query, limit: int, skip: int = 0) -> Matches:
        """See `search.engine.Engine.match`."""
        meaning = self._meaning(query)
        with self._reading():
            return self._match(query, limit, skip, meaning)

    def _meaning(self, query: Query) -> QueryMeaning | None:
        """What the words of a query mean, where that counts."""
        meanings = self._index.meanings if query.order == "relevance" else None
        return meanings.of_query(query) if meanings else None

    def _match(self, query: Query, limit: int, skip: int, meaning: QueryMeaning | None) -> Matches:
        within_bounds = bounded(self._segments, query)
        query = within_bounds.query
        looked_at = newest_within_budget(self._segments, query.clause)
        found = self._matches_among(query, looked_at)
        ranked = self._ranked(query, found, meaning)
        whole = [SegmentMatches(part.segment, part.scored.whole) for part in found if isinstance(part.scored, Levels)]
        with_all = sum(part.scored.total for part in whole)
        told_apart = whole if with_all else found
        return Matches(
            candidates=tuple(self._foremost(ranked, query, limit, skip)),
            total=sum(part.scored.total for part in found),
            distinct=self._counts(lambda: {way: distinct(found, way) for way in get_args(Copies)}),
            sources=self._counts(lambda: self._sources(told_apart, query.copies)),
            years=self._counts(lambda: years(told_apart, query.copies)),
            months=self._counts(lambda: months(told_apart, query.copies)),
            with_all=with_all,
            values={
                name: self._counts(partial(value_counts, told_apart, name))
                for name in get_args(FacetName)
                if name != "dated"
            },
            holding=lambda name, words: self._counts(partial(value_counts_holding, told_apart, name, words)),
            datings=self._counts(lambda: dating_counts(told_apart)),
            cut=within_bounds.cut,
            looked_at=looked_at.told if looked_at else None,
        )

    def _foremost(self, found: Sequence[SegmentMatches], query: Query, limit: int, skip: int) -> list[Candidate]:
        """The first of what was found, up to `limit` and without the first `skip`."""
        if limit > DEEP:
            return self._stretch(found, query, OrderedMatches(found, query.order, query.copies).window(skip, limit))
        if query.copies == "all":
            return [self._candidate(ranked) for ranked in foremost_of_all(found, query.order, limit)[skip:]]
        groups = foremost_of_groups(found, query.order, query.copies, limit)[skip:]
        return [self._of_group(group, query.copies) for group in groups]

    def _stretch(
        self, found: Sequence[SegmentMatches], query: Query, leaders: Sequence[RankedMatch]
    ) -> list[Candidate]:
        """These matches as candidates, with those that they stand for."""
        if query.copies == "all":
            return [self._candidate(ranked) for ranked in leaders]
        groups = groups_led(found, query.order, query.copies, leaders)
        return [self._of_group(group, query.copies) for group in groups]

    def every(self, query: Query) -> Iterator[Candidate]:
        """See `search.engine.Engine.every`."""
        meaning = self._meaning(query)
        with self._reading():
            query = bounded(self._segments, query).query
            found = self._ranked(query, self.matches_by_words(query), meaning)
            ordered = OrderedMatches(found, query.order, query.copies)
        for first in range(0, len(ordered), STRETCH):
            with self._reading():
                stretch = self._stretch(found, query, ordered.window(first, first + STRETCH))
            yield from stretch

    def having(self, parts: Sequence[Clause], ids: Sequence[str]) -> Sequence[Set[str]]:
        """See `search.engine.Engine.having`."""
        with self._reading():
            asked = bounded(self._segments, Query(And(tuple(parts)), most_of=tuple(parts))).query.most_of
            clauses = [self._by_story(part) for part in asked]
            found: list[set[str]] = [set() for _ in clauses]
            for segment in self._segments:
                among = segment.documents(ids)
                for own, clause in zip(found, clauses, strict=True):
                    own.update(segment.ids(matching(segment, clause, among).tolist()) if len(among) else ())
        return found

    def ids_beginning(self, start: str, most: int) -> Sequence[str]:
        """See `search.engine.Engine.ids_beginning`."""
        with self._reading():
            found = sorted(id for segment in self._segments for id in segment.ids_beginning(start, most))
        return found[:most]

    def matches_by_words(self, query: Query) -> list[SegmentMatches]:
        """What matches in each segment, with the scores of its words one by one."""
        return self._matches_among(query, newest_within_budget(self._segments, query.clause))

    def _matches_among(self, query: Query, looked_at: LookedAt | None) -> list[SegmentMatches]:
        """The same among these documents; None is all."""
        clause, parts = self._by_story(query.clause), tuple(map(self._by_story, query.most_of))
        weights = self._weights(leaves(And((clause, *parts))), looked_at)
        contributions = self._contributions[query.few_words]
        everywhere: Sequence[Array | None] = [None] * len(contributions)
        among = zip(contributions, looked_at.documents if looked_at else everywhere, strict=True)
        if parts and query.order == "relevance":
            return [SegmentMatches(own.segment, Levels(own, clause, parts, weights, within)) for own, within in among]
        return [SegmentMatches(own.segment, scored(own, clause, weights, within)) for own, within in among]

    def _weights(self, asked: Sequence[Leaf], looked_at: LookedAt | None) -> dict[Leaf, LeafWeight]:
        """What each of the leaves brings at most; those that ask where words stand, judged by what is looked at."""
        weight = self._weight if looked_at is None else partial(self._weigh, looked_at=looked_at.documents)
        return {leaf: (weight if isinstance(leaf, PositionLeaf) else self._weight)(leaf) for leaf in asked}

    def _ranked(self, query: Query, found: list[SegmentMatches], meaning: QueryMeaning | None) -> list[SegmentMatches]:
        """The same, with the first of them ranked again where they are wanted by relevance."""
        if query.order != "relevance":
            return found
        words = [leaf for leaf in leaves(query.clause) if isinstance(leaf, Word | Spellings)]
        weights: dict[Leaf, LeafWeight] = {leaf: self._weight(leaf) for leaf in words}
        return reranked(found, self._contributions[query.few_words], weights, meaning)

    def _counts(self, counted: Callable[[], Mapping[Key, int]]) -> LazyCounts[Key]:
        """What is counted when somebody looks."""

        def count() -> Mapping[Key, int]:
            with self._reading():
                return counted()

        return LazyCounts(count)

    def fetch(self, ids: Sequence[str]) -> list[Article]:
        """See `search.engine.Engine.fetch`."""
        with self._reading():
            return [article for id in ids if (article := self._article(id)) is not None]

    def spellings(self, form: str) -> Sequence[str]:
        """See `search.engine.Engine.spellings`."""
        with self._reading():
            return self._spelled(form)

    def holds(self, form: str) -> bool:
        """See `search.engine.Engine.holds`."""
        with self._reading():
            return any(segment.article_count(stem(form)) for segment in self._segments)

    def forms_near(self, form: str, edits: int, fewest: int = 1) -> Mapping[str, int]:
        """See `search.engine.Engine.forms_near`."""
        near, counts = Fuzzy(form, edits), Counter[str]()
        with self._reading():
            frequent = frequent_forms_near(self._segments, near, fewest) if fewest > 1 and edits else []
            asked = [near] if fewest <= 1 or not edits else [Fuzzy(each, 0) for each in frequent]
            for segment in self._segments:
                for each in asked:
                    counts.update(articles_by_form(segment, each))
        return {other: count for other, count in counts.items() if count >= fewest}

    def forms_beginning(self, start: str, most: int) -> Mapping[str, int]:
        """See `search.engine.Engine.forms_beginning`."""
        counts: Counter[str] = Counter()
        with self._reading():
            for segment in self._segments:
                counts.update(articles_by_beginning(segment, start, OVERSIZED * most))
        return dict(sorted(counts.items(), key=lambda found: (-found[1], found[0]))[:most])

    def stem(self, form: str) -> str | None:
        """The stem of a form that stands in an article; None when it stands in none."""
        with self._reading():
            return stem_held(self._segments, form)

    def _by_story(self, clause: Clause) -> Clause:
        """The clause, in which each story is named by its own id in place of that of an article that tells it."""
        if isinstance(clause, InStory):
            return InStory(self._story(clause.id) or clause.id)
        return rewritten(clause, self._by_story)

    def _story(self, id: str) -> str | None:
        """The id of the story that the article with this id tells; None when it tells none, or is not there."""
        for segment in self._segments:
            document = segment.document(id)
            if document is not None and (own := segment.relations.story[document]) != NONE:
                return name_of(self._relations.story_ids, own)
        return None

    def _article(self, id: str) -> Article | None:
        for segment in self._segments:
            document = segment.document(id)
            if document is not None:
                stored = stored_article(segment.columns.stored[document].decode("utf-8", "surrogatepass"))
                if stored.id != id:
                    raise Damaged("an article is stored under the id of another")
                return replace(stored, **self._known_across(segment, document, stored))
        return None

    def _known_across(self, segment: SegmentReader, document: int, article: Article) -> dict[str, Any]:
        """What is known of an article only beside others."""
        relations, known = segment.relations, self._relations
        return {
            "story": name_of(known.story_ids, relations.story[document]),
            "family": name_of(known.family_ids, relations.family[document]),
            "wording": name_of(known.wording_ids, relations.wording[document]),
            "published": article.published if is_one_day(article) else known.published(article.id) or article.published,
        }

    def _candidate(self, ranked: RankedMatch) -> Candidate:
        """A match that stands for itself."""
        _, _, id, _, score, day, story, _ = ranked
        own = None if story == NONE else name_of(self._relations.story_ids, story)
        published = None if day == UNDATED else date.fromordinal(day)
        return Candidate(id, score % LEVEL * UNIT, published, own, beside=beside(ranked))

    def _of_group(self, group: Sequence[RankedMatch], copies: Copies) -> Candidate:
        """The first of a group, which stands for the others."""
        first, *others = group
        prints = self._size_of(group_of(first, "reprints"), "reprints")
        return replace(
            self._candidate(first),
            folded=tuple(Folded(other.id, is_reprint(first, other)) for other in others),
            tellers=self._size_of(first.story, "stories") if copies == "stories" else prints,
            prints=prints,
        )

    def _size_of(self, group: int, copies: Copies) -> int:
        """How many articles belong to a group; 1 for an article that belongs to none."""
        return 1 if group == NONE else int(self._sizes[copies][group])

    @cached_property
    def _sizes(self) -> dict[Copies, Array]:
        """How many articles belong to each text and each story."""
        return {copies: group_sizes(self._segments, copies) for copies in get_args(Copies) if copies != "all"}

    def _sources(self, found: Sequence[SegmentMatches], copies: Copies) -> dict[str, int]:
        """How many matches each outlet published."""
        counts = counted(found, copies, lambda part: self._outlets[part.segment])
        return {self._outlet_names[number]: count for number, count in counts.items()}


def years(found: Sequence[SegmentMatches], copies: Copies) -> dict[str, int]:
    """How many matches were first published in each year."""
    counts = counted(found, copies, lambda part: part.segment.months // 12)
    return {f"{year:04}": count for year, count in counts.items()}


def months(found: Sequence[SegmentMatches], copies: Copies) -> dict[str, int]:
    """How many matches were first published in each month."""
    counts = counted(found, copies, lambda part: part.segment.months)
    return {f"{month // 12:04}-{month % 12 + 1:02}": count for month, count in counts.items()}


def is_one_day(article: Article) -> bool:
    """The article itself tells on which day it was published, so that no other needs to be asked."""
    return article.published is not None and article.published.first == article.published.last


def name_of(ids: StringColumn, number: int) -> str | None:
    """The id of the story, family or wording with this number; None when the article has none."""
    return None if number == NONE else ids[number].decode("utf-8", "surrogatepass")
