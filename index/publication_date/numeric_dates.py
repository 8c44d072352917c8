"""Dates in figures: whether 03/04/2022 is the third of April or the fourth of March, as its outlet writes elsewhere."""

import re
from dataclasses import replace
from datetime import date
from hashlib import blake2b

from index.annotations import NumericDate, NumericOrder
from index.article import Article, Published
from index.cleaning.repeated_lines import named_source
from index.front_matter.publication_years import full_year
from index.front_matter.written_dates import day_or_none
from index.lexicon.outlet_sites import host_in, outlet_called, publishing_host
from index.schema import source_key

ORDERS: tuple[NumericOrder | None, ...] = (None, "day first", "month first")
"""What a number in the index stands for; None is a date that may be either."""

LONGEST_EVIDENCE = 300
"""Characters that are looked at; a line that states a date is shorter."""
# Not inside a longer number or word; a clock may follow right after. Years of two figures stand only after slashes.
FIGURES = re.compile(
    r"(?<![\w/.-])(?P<one>\d\d?)(?P<mark>[/-])(?P<other>\d\d?)(?P=mark)(?P<year>\d{4}|(?<=/)\d\d)(?=T\d|(?![\w/-]|\.\d))",
    re.ASCII,
)


def figures_of(article: Article) -> NumericDate | None:
    """How the date of an article is written in figures; None when it is not, or when its outlet is not known."""
    readings = readings_of(article.published) if article.published else {}
    outlet = outlet_of(article) if readings else None
    if article.published is None or outlet is None or article.published.evidence.endswith(IN_FILE):
        return None
    days = {article.published.first, article.published.last}
    if len(days) == 2:
        return NumericDate(outlet_key(outlet), None) if set(readings.values()) == days else None
    orders: list[NumericOrder] = [order for order, day in readings.items() if day in days]
    return NumericDate(outlet_key(outlet), orders[0]) if len(orders) == 1 else None


def settled(article: Article, order: NumericOrder) -> Published | None:
    """When an article was published whose outlet writes figures in this order; None when that tells nothing."""
    day = readings_of(article.published).get(order) if article.published else None
    if article.published is None or day is None:
        return None
    evidence = f"{article.published.evidence}, {order} as elsewhere in {outlet_of(article)}"
    return replace(article.published, first=day, last=day, evidence=evidence)


def settled_in_file(published: Published, order: NumericOrder) -> Published | None:
    """When an article was published whose file writes figures in this order; None when that tells nothing."""
    day = readings_of(published).get(order)
    evidence = f"{published.evidence}, {order} {IN_FILE}"
    return replace(published, first=day, last=day, evidence=evidence) if day else None


IN_FILE = "as elsewhere in its file"
"""What is said of a day that other records have settled: it shows nothing itself of how its outlet writes days."""


def is_settled(published: Published, order: NumericOrder) -> bool:
    """The date is the one day that its figures mean in this order."""
    return published.first == published.last == readings_of(published).get(order)


def readings_of(published: Published) -> dict[NumericOrder, date]:
    """The days that the figures of a date may mean, by their order; none when it shows no figures, or several."""
    if published.how != "stated" or published.precision != "day":
        return {}
    written = list(FIGURES.finditer(published.evidence[:LONGEST_EVIDENCE]))
    if len(written) != 1:
        return {}
    one, other, year = (int(written[0][name]) for name in ("one", "other", "year"))
    year = full_year(year) if year < 100 else year
    readings: tuple[tuple[NumericOrder, date | None], ...] = (
        ("day first", day_or_none(year, other, one)),
        ("month first", day_or_none(year, one, other)),
    )
    return {order: day for order, day in readings if day}


def outlet_of(article: Article) -> str | None:
    """Whose way to write dates an article shows: an outlet that we know by its name, any other as it is named."""
    named = publishing_host(article.url or "") or named_source(article)
    return outlet_called(named) if named else None


def outlet_key(outlet: str) -> int:
    """A number of 56 bits for an outlet, so that no two of a million are likely to share one."""
    key = host_in(outlet) or source_key(outlet)
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")
