"""Dates in figures that other articles of their outlet settle."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from index.annotations import NumericOrder
from index.article import Published
from index.columns.annotation_rows import NumericDateRows
from index.columns.kept_documents import LiveSegment
from index.columns.relations import Relations
from index.publication_date.numeric_dates import ORDERS, is_settled, settled
from index.storage.arrays import Array, together

EITHER = ORDERS.index(None)
FEWEST_WITNESSES = 2
"""Articles of an outlet that show in which order it writes."""
MOST_AGAINST = 0.1
"""The share of them that show the other order must be smaller: a slip, or an article taken over from elsewhere."""


@dataclass(frozen=True, slots=True)
class Open:
    """An article with a date in figures that may be either of two days, and the order in which its outlet writes."""

    segment: str
    document: int
    order: NumericOrder


def with_settled_dates(
    relations: Relations, parts: Mapping[str, LiveSegment], before: Callable[[str], Published | None]
) -> Relations:
    """The relations with the one day that figures mean, where the other articles of an outlet show it.

    What comes out depends on nothing but the articles that are there; `before` tells what is known already, by the id.
    """
    days = {name: (each.first_day.copy(), each.last_day.copy()) for name, each in relations.segments.items()}
    published = dict(relations.published)
    for each in settled_by_outlets(parts):
        part = parts[each.segment]
        id = part.segment.ids[each.document].decode("utf-8", "surrogatepass")
        known = before(id)
        found = known if known and is_settled(known, each.order) else read_again(part, each)
        if found:
            published[id] = found
            first, last = days[each.segment]
            first[each.document] = last[each.document] = found.first.toordinal()
    segments = {
        name: replace(each, first_day=days[name][0], last_day=days[name][1])
        for name, each in relations.segments.items()
    }
    return replace(relations, segments=segments, published=published)


def read_again(part: LiveSegment, each: Open) -> Published | None:
    """The date of an article, with its figures in the order of its outlet."""
    return settled(part.article(each.document), each.order)


def settled_by_outlets(parts: Mapping[str, LiveSegment]) -> Iterator[Open]:
    """The articles whose figures may mean two days, of outlets that show in which order they write."""
    rows = {name: part.segment.rows(NumericDateRows) for name, part in parts.items()}
    owners = {name: table.owners() for name, table in rows.items()}
    is_kept = {name: part.is_kept[owners[name]] for name, part in parts.items()}
    # As they lie on the disk they would become fractions, which cannot hold so large a number.
    outlets = together(table.outlet[is_kept[name]].astype(np.int64) for name, table in rows.items())
    orders = together(table.order[is_kept[name]] for name, table in rows.items())
    order_of = orders_of_outlets(outlets, orders)
    for name, table in rows.items():
        chosen = is_kept[name] & (table.order == EITHER)
        pairs = zip(owners[name][chosen].tolist(), table.outlet[chosen].tolist(), strict=True)
        yield from (Open(name, document, order_of[outlet]) for document, outlet in pairs if outlet in order_of)


def orders_of_outlets(outlets: Array, orders: Array) -> dict[int, NumericOrder]:
    """The order in which each outlet writes figures, of rows that say which article of which outlet shows which.

    Only of outlets that have open dates. Both are integers (rows,), the orders as places in ORDERS.
    """
    found: dict[int, NumericOrder] = {}
    is_open = np.isin(outlets, outlets[orders == EITHER])
    counts = [counted(outlets[is_open & (orders == number)]) for number in range(len(ORDERS))]
    for outlet in counts[EITHER]:
        shown = [0 if number == EITHER else count.get(outlet, 0) for number, count in enumerate(counts)]
        most = max(shown)
        order = ORDERS[shown.index(most)]
        if order and most >= FEWEST_WITNESSES and sum(shown) - most < MOST_AGAINST * sum(shown):
            found[outlet] = order
    return found


def counted(values: Array) -> dict[int, int]:
    """How often each value is there. The values are integers (n,)."""
    different, counts = np.unique(values, return_counts=True)
    return dict(zip(different.tolist(), counts.tolist(), strict=True))


def may_be_either(part: LiveSegment) -> Array:
    """For each document of a segment, that its date is in figures that may mean two days: bool (documents,)."""
    rows = part.segment.rows(NumericDateRows)
    is_either = np.zeros(len(part.segment), bool)
    is_either[rows.owners()[rows.order == EITHER]] = True
    return is_either
