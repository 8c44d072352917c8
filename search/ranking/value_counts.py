"""How many matches have each value of a facet, and are dated so: exactly as many as choosing it finds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import assert_never

import numpy as np

from index.schema import UNDATED, name_key, source_key
from index.storage.arrays import together
from search.clauses import Attribute
from search.engine import Dating
from search.query import FacetName
from search.ranking.collapse import SegmentMatches
from search.ranking.entity_counts import entity_counts
from search.ranking.name_counts import name_counts
from search.segment.attribute_filters import has_attribute
from search.segment.segment_reader import HOWS

MOST_VALUES, MOST_LISTED = 30, 120
"""Names that are counted, of which most matches have just this one; and where they are all that is asked for."""
DAYS_APART = 1 << 22
"""More days than there are up to the year 9999."""


def value_counts(parts: Sequence[SegmentMatches], facet: FacetName) -> Mapping[str, int]:
    """How many matches have each value of a facet, of very many the most frequent; "" is of those without."""
    match facet:
        case "source":
            return outlet_counts(parts)
        case "author" | "place":
            return name_counts(parts, facet, MOST_VALUES)
        case "person" | "organisation":
            return entity_counts(parts, facet, MOST_VALUES)
        case "format":
            return format_counts(parts)
        case "language":
            return language_counts(parts)
        case "dated":
            return {}  # what `dating_counts` tells
        case _:
            assert_never(facet)


def value_counts_holding(parts: Sequence[SegmentMatches], facet: FacetName, words: str) -> Mapping[str, int]:
    """The same of values that hold these words, whatever their case and accents, and of rare ones too."""
    match facet:
        case "author" | "place":
            return name_counts(parts, facet, MOST_LISTED, words)
        case "person" | "organisation":
            return entity_counts(parts, facet, MOST_LISTED, words)
        case _:
            found, wanted = value_counts(parts, facet), name_key(words)
            return {name: count for name, count in found.items() if wanted in name_key(name)}


def outlet_counts(parts: Sequence[SegmentMatches]) -> dict[str, int]:
    """How many matches each outlet published; "" is of those of which none is known."""
    counts: Counter[str] = Counter()
    for part in parts:
        own = np.bincount(part.segment.columns.outlet[part.scored.all.documents])
        numbers, names = own.nonzero()[0], part.segment.outlet_names
        for number, count in zip(numbers.tolist(), own[numbers].tolist(), strict=True):
            counts[names[number]] += count
    totals: dict[str, tuple[str, int]] = {}  # by the name as it is compared
    for name, count in counts.most_common():
        key = source_key(name)
        shown, before = totals.get(key, (name, 0))
        totals[key] = shown, before + count
    return dict(totals.values())


def language_counts(parts: Sequence[SegmentMatches]) -> dict[str, int]:
    """How many matches are written in each language, by its code; "" is of those of which none is known."""
    counts: Counter[str] = Counter()
    for part in parts:
        attributes = part.segment.columns.attributes
        numbers, own = np.unique(attributes.numbers["language"][part.scored.all.documents], return_counts=True)
        for number, count in zip(numbers.tolist(), own.tolist(), strict=True):
            counts[attributes.texts[number].decode()] += count
    return dict(counts)


def format_counts(parts: Sequence[SegmentMatches]) -> dict[str, int]:
    """How many matches come from files of each format."""
    names = sorted({name for part in parts for name in part.segment.formats})
    counts = {
        name: sum(
            int(np.count_nonzero(has_attribute(part.segment, Attribute("format", name))[part.scored.all.documents]))
            for part in parts
        )
        for name in names
    }
    return {name: count for name, count in counts.items() if count}


def dating_counts(parts: Sequence[SegmentMatches]) -> Mapping[Dating, int]:
    """How many matches are dated so; undated ones are not counted."""
    every = [(part.segment, part.scored.all.documents) for part in parts]
    first = together(segment.relations.first_day[documents] for segment, documents in every).astype(np.int64)
    last = together(segment.relations.last_day[documents] for segment, documents in every).astype(np.int64)
    how = together(segment.how_dated[documents] for segment, documents in every).astype(np.int64)
    known = (first != UNDATED) & (how >= 0)
    # First day, last day and how as one number.
    numbers, counts = np.unique(((first * DAYS_APART + last) * len(HOWS) + how)[known], return_counts=True)
    days, places = np.divmod(numbers, len(HOWS))
    return {
        Dating(date.fromordinal(day // DAYS_APART), date.fromordinal(day % DAYS_APART), HOWS[place]): count
        for day, place, count in zip(days.tolist(), places.tolist(), counts.tolist(), strict=True)
    }
