"""Days in figures that other records of their file settle: one program wrote all of them in one order."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from index.annotations import NumericOrder
from index.article import Published, RoughArticle
from index.errors import Unreadable
from index.publication_date.numeric_dates import readings_of, settled_in_file
from index.readers.source import Found

MOST_AHEAD, LONGEST_AHEAD = 4096, 4 * 1024 * 1024
"""Records, and characters of their texts, that are looked at before the first is told."""


def in_one_order(found: Iterator[Found]) -> Iterator[Found]:
    """The same articles; where days of the file show but one order of day and month, those that may be either are that.

    Of a long file the beginning is looked at first, and what follows counts for what stands below it. What was read
    before a fault is told before it.
    """
    orders: set[NumericOrder] = set()
    ahead: deque[Found] = deque()
    fault: Unreadable | MemoryError | None = None
    characters = 0
    try:
        for each in found:
            orders |= order_shown(each)
            ahead.append(each)
            characters += len(each.text) if isinstance(each, RoughArticle) else 0
            if not isinstance(each, RoughArticle | Unreadable) or not is_short(len(ahead), characters):
                break
    except (Unreadable, MemoryError) as error:
        fault = error.with_traceback(None)  # which would keep what is too large
    while ahead:
        yield settled(ahead.popleft(), orders)
    if fault:
        raise fault
    for each in found:
        orders |= order_shown(each)
        yield settled(each, orders)


def is_short(records: int, characters: int) -> bool:
    """More may be looked at before the first is told."""
    return records < MOST_AHEAD and characters < LONGEST_AHEAD


def order_shown(found: Found) -> set[NumericOrder]:
    """The order of day and month that a day in figures shows, because it is a day in no other; none where it is not."""
    readings = readings_of(found.published) if isinstance(found, RoughArticle) and found.published else {}
    return set(readings) if len(readings) == 1 else set()


def settled(found: Found, orders: set[NumericOrder]) -> Found:
    """The article with its day in the one order that its file shows; the same where that is none, or both."""
    if len(orders) != 1 or not isinstance(found, RoughArticle):
        return found
    (order,) = orders
    return replace(found, published=in_order(found.published, order), changed=in_order(found.changed, order))


def in_order(day: Published | None, order: NumericOrder) -> Published | None:
    """The day in this order, where its figures may be read in two."""
    return (settled_in_file(day, order) or day) if day and day.first != day.last else day
