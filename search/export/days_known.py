"""What of a publication date may be told in a citation: as much as is known, and nothing that was filled in."""

from index.article import Published

DateParts = tuple[int, ...]
"""A year; a year and a month; or a year, a month and a day."""


def parts_known(published: Published | None) -> DateParts | None:
    """As much of the date as all days have in common on which it may be; None where that is nothing.

    The time of a file says when it came, not when it was published, and is told by none.
    """
    bounds = bounds_known(published)
    if bounds is None:
        return None
    first, last = bounds
    return next((first[:count] for count in range(len(first), 0, -1) if first[:count] == last[:count]), None)


def bounds_known(published: Published | None) -> tuple[DateParts, DateParts] | None:
    """The first and the last day on which it may have been published, or month or year where that is all there is.

    Both are the same where nothing is open.
    """
    if published is None or published.how == "file":
        return None
    count = {"day": 3, "month": 2, "year": 1}[published.precision]
    first, last = published.first.timetuple()[:3], published.last.timetuple()[:3]
    return first[:count], last[:count]
