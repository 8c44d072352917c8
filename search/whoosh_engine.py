"""Queries answered from a Whoosh index: array algebra over the columns of its segments."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.index import TOC

from index.analysis import remember_stems
from index.article import Article
from index.catalog import REMEDY, damaged, require_stamp
from index.columns.relations import NONE, KnownRelations
from index.columns.segment import SegmentColumns
from index.columns.storage import NAME, IndexStorage
from index.columns.texts import Texts
from index.errors import DatelineError, IndexMissing, IndexOutdated, reason
from index.schema import SCHEMA, UNDATED, stored_article
from search.choosing import Choice, foremost, keys
from search.engine import Candidate, Matches
from search.occurrences import article_counts
from search.query import Leaf, Order, Query, leaves
from search.score import Collection
from search.scoring import Scored, scored
from search.shard import Shard
from search.tally import Tally

TRIES = 10
"""How often opening starts over when a build replaces the generation that is being opened."""


def newest_generation(folder: Path) -> int:
    """The number of the newest generation; raises IndexMissing when nothing has been built there yet."""
    try:
        generation = int(TOC._latest_generation(IndexStorage(folder), NAME))
    except (FileNotFoundError, NotADirectoryError):
        generation = -1
    except OSError as error:
        raise DatelineError(f"cannot read the index at {folder}: {reason(error)}") from error
    if generation == 0:
        raise IndexMissing(f"the index at {folder} is not built yet: build it, or wait for its build to end")
    if generation < 0:
        raise IndexMissing(f"no index at {folder}: make one with  dateline index FOLDER")
    return generation


def open_whoosh_engine(folder: Path) -> "WhooshEngine":
    """The newest generation of the index in a folder; raises IndexMissing and IndexOutdated."""
    for _ in range(TRIES):
        generation = newest_generation(folder)
        try:
            require_stamp(folder, generation)
            relations = KnownRelations(folder, generation)
            engine = WhooshEngine(opened_shards(folder, generation, relations), relations, generation)
            remember_stems(engine.stem)
            return engine
        except FileNotFoundError:
            continue
        except IndexOutdated:
            raise
        except PermissionError as error:
            raise DatelineError(f"cannot read the index at {folder}: {reason(error)}") from error
        except Exception as error:  # Whoosh's pickles fail in any way at all
            raise IndexOutdated(damaged(folder, error)) from error
    raise IndexOutdated(f"the index at {folder} is incomplete: make it again with  {REMEDY}")


def opened_shards(folder: Path, generation: int, relations: KnownRelations) -> list[Shard]:
    """The segments of a generation."""
    segments = TOC.read(IndexStorage(folder), NAME, gen=generation, schema=SCHEMA).segments
    names = [segment.segment_id() for segment in segments]
    return [
        Shard(SegmentColumns(folder, name), relations.of(name), segment.deleted_array())
        for name, segment in zip(names, segments, strict=True)
    ]


class WhooshEngine:
    """One generation of a Whoosh index; safe to share by threads, because nothing in it changes."""

    def __init__(self, shards: Sequence[Shard], relations: KnownRelations, generation: int) -> None:
        self.generation = generation
        self._relations = relations
        self._shards = shards
        count = sum(shard.live_count for shard in shards)
        length = sum(shard.live_length for shard in shards)
        self._collection = Collection(count, length / count if count else 0.0)
        for shard in shards:
            shard.know(self._collection)

    def match(self, query: Query, limit: int) -> Matches:
        """See `search.engine.Engine.match`."""
        weights = {leaf: self._weight(leaf) for leaf in leaves(query.clause)}
        found = [InShard(shard, scored(shard, query.clause, weights)) for shard in self._shards]
        first = sorted((pair for part in found for pair in part.first(query.order, limit)), key=place_in_order)
        return Matches(
            candidates=tuple(candidate for _, candidate in first[:limit]),
            total=sum(part.scored.total for part in found),
            sources=Tally(lambda: sum((part.sources() for part in found), Counter())),
            months=Tally(lambda: sum((part.months() for part in found), Counter())),
        )

    def fetch(self, ids: Sequence[str]) -> list[Article]:
        """See `search.engine.Engine.fetch`."""
        return [article for id in ids if (article := self._article(id)) is not None]

    def stem(self, form: str) -> str | None:
        """The stem of a form that stands in an article; None when it stands in none."""
        for shard in self._shards:
            stem = shard.columns.stem_of(form.encode("utf-8", "surrogatepass"))
            if stem is not None:
                return stem.decode("utf-8", "surrogatepass")
        return None

    def _article(self, id: str) -> Article | None:
        for shard in self._shards:
            document = shard.document(id)
            if document is not None:
                stored = stored_article(shard.columns.stored[document].decode("utf-8", "surrogatepass"))
                return replace(stored, **self._known_across(shard, document, stored))
        return None

    def _known_across(self, shard: Shard, document: int, article: Article) -> dict[str, Any]:
        """What is known of an article only beside others."""
        relations, known = shard.relations, self._relations
        return {
            "story": name_of(known.story_ids, relations.story[document]),
            "family": name_of(known.family_ids, relations.family[document]),
            "wording": name_of(known.wording_ids, relations.wording[document]),
            "published": article.published or known.published(article.id),
        }

    def _weight(self, leaf: Leaf) -> float:
        counts = zip(*(article_counts(shard, leaf) for shard in self._shards), strict=True)
        return self._collection.inverse_frequency(map(sum, counts))


@dataclass(frozen=True, slots=True)
class InShard:
    """What matches in one segment."""

    shard: Shard
    scored: Scored

    def first(self, order: Order, limit: int) -> list[tuple[Choice, Candidate]]:
        """The first of the matches, and what the seam says of them."""
        found = self.scored.best(limit) if order == "relevance" else self.scored.all
        documents, days = found.documents, self.shard.relations.first_day[found.documents]
        choices = foremost(keys(order, found.scores, days), limit, lambda place: self.shard.id(int(documents[place])))
        return [
            (choice, Candidate(choice.id, float(found.scores[choice.place]), published(int(days[choice.place])), None))
            for choice in choices
        ]

    def sources(self) -> Counter[str]:
        """How many matches each outlet published."""
        counts = np.bincount(self.shard.columns.outlet[self.scored.all.documents]).tolist()
        return Counter({name: n for name, n in zip(self.shard.outlet_names, counts, strict=False) if n and name})

    def months(self) -> Counter[str]:
        """How many matches were first published in each month."""
        documents = self.scored.all.documents
        months = self.shard.months[documents[self.shard.is_dated(documents)]]
        found, counts = np.unique(months, return_counts=True)
        names = np.datetime_as_string(found.astype("M8[M]")).tolist()
        return Counter(dict(zip(names, counts.tolist(), strict=True)))


def name_of(ids: Texts, number: int) -> str | None:
    """The id of the story, family or wording with this number; None when the article has none."""
    return None if number == NONE else ids[number].decode("utf-8", "surrogatepass")


def place_in_order(pair: tuple[Choice, Candidate]) -> tuple[float, float, str]:
    """What the first of all segments are sorted by, the smallest first."""
    return pair[0].key


def published(day: int) -> date | None:
    """The day of a column as a date; None when there is none."""
    return None if day == UNDATED else date.fromordinal(day)
