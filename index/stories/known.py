"""What the generation before knew of the articles that stay: nothing of it is worked out again."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.columns.arrays import Array, Damaged
from index.columns.parts import Part
from index.columns.relations import NONE, KnownRelations


@dataclass(frozen=True, slots=True)
class Known:
    """The number of the story, family and wording of each article that stays, by its id; NONE for none."""

    articles: Mapping[bytes, tuple[int, int, int]]

    def without(self, ids: Collection[bytes]) -> "Known":
        """The same, but nothing of the articles with these ids."""
        return Known({id: known for id, known in self.articles.items() if id not in ids})

    def columns(self, ids: list[bytes]) -> "KnownColumns":
        """The same as columns for articles with these ids."""
        nothing = (NEW, NONE, NONE)
        rows = np.array([self.articles.get(id, nothing) for id in ids], np.int64).reshape(len(ids), 3)
        return KnownColumns(rows[:, 0] == NEW, np.maximum(rows[:, 0], NONE), rows[:, 1], rows[:, 2])


NEW = -2
"""Stands for an article of which nothing is known."""


@dataclass(frozen=True, slots=True)
class KnownColumns:
    """What is known of some articles, in their order."""

    is_new: Array
    """Nothing."""
    stories: Array
    families: Array
    wordings: Array


NOTHING = Known({})


def known_relations(folder: Path, generation: int, parts: Mapping[str, Part]) -> Known:
    """What a generation knew of the articles of these segments, by the name of the segment.

    Nothing of a segment that it did not have, and nothing at all when its relations cannot be read.
    """
    articles: dict[bytes, tuple[int, int, int]] = {}
    with suppress(Damaged, OSError):
        relations = KnownRelations(folder, generation)
        for name, part in parts.items():
            with suppress(KeyError):
                known = relations.of(name)
                columns = [column[part.kept].tolist() for column in (known.story, known.family, known.wording)]
                ids = list(part.segment.ids)
                articles.update(zip((ids[n] for n in part.kept.tolist()), zip(*columns, strict=True), strict=True))
    return Known(articles)
