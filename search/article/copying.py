"""Who copied from whom: which article of a story has its text from which, and what it kept, added and dropped.

It says no more than the dates bear. One article is before another where the last day on which it may have been
published lies before the other's first, or, on the same day, where both state the hour with its zone, or both are of
one outlet.
Dates that are inferred, or only those of a file, show nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone

from index.article import Article, How, Published
from search.article.alignment import first_sentences, in_common
from search.article.compare import Comparison, compare

MOST_COMPARED, MOST_CHARACTERS = 20, 20_000
"""Articles of a source text, and characters of each, that are looked at."""
SHOWN: frozenset[How] = frozenset({"stated", "url", "filename"})
"""How a date is known that shows which of two articles came first."""
FEWEST_IN_COMMON = 2
"""Sentences by which one article is known to have the text of another."""
CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:\.\d+)?)?(?![:.]?\d)"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>(?:\(?(?:GMT|UTC))?[+-]\d\d:?[0-5]\d|[A-Z]{1,4}\b)?",
    re.IGNORECASE,
)
DAY = 24 * 60
"""Minutes."""
OF_CHANGE = re.compile(r"updat|modif|revis|chang|edit", re.IGNORECASE)
"""Words beside the hour of a change, which is later than that of publication."""
ZONES: Mapping[str, float] = {
    "z": 0, "utc": 0, "gmt": 0, "cet": 1, "cest": 2, "msk": 3, "est": -5, "edt": -4, "pst": -8, "pdt": -7
}  # fmt: skip
"""Hours before Greenwich. Names that mean several zones, such as CST, are not here; neither is IST."""


@dataclass(frozen=True, slots=True)
class CopiedText:
    """An article that has its text from another one, sentence by sentence."""

    id: str
    source: str
    """The id of the article that had the text before."""
    kept: tuple[str, ...]
    """Its sentences that the other one has, too, in the same or in other words."""
    added: tuple[str, ...]
    """Those that only it has."""
    dropped: tuple[str, ...]
    """Those that only the other one has."""


def copied_texts(articles: Sequence[Article]) -> tuple[CopiedText, ...]:
    """The articles that have their text from another of these, as far as the dates show it; in their order.

    Of several that had it before, the source is the one with which an article has most sentences in common, and of
    these the first.
    """
    families: dict[str, list[Article]] = {}
    for article in articles:
        if article.family is not None:
            families.setdefault(article.family, []).append(article)
    found = {each.id: each for family in families.values() for each in copied_within(family[:MOST_COMPARED])}
    return tuple(found[article.id] for article in articles if article.id in found)


def copied_within(family: Sequence[Article]) -> Iterator[CopiedText]:
    """The same for the articles of one source text."""
    texts = {article.id: first_sentences(article.body, MOST_CHARACTERS) for article in family}
    for article in family:
        before = [other for other in family if came_first(other, article)]
        common = {other.id: in_common(texts[other.id], texts[article.id]) for other in before}
        sources = [other for other in before if common[other.id] >= FEWEST_IN_COMMON]
        if sources:
            most = max(common.values())
            candidates = [other for other in sources if common[other.id] == most]
            first = next(one for one in candidates if not any(came_first(other, one) for other in candidates))
            yield copied_text(article, first.id, compare(first, article))


def copied_text(article: Article, source: str, compared: Comparison) -> CopiedText:
    """What an article kept, added and dropped of its source, which is on the left."""
    rows = compared.rows
    return CopiedText(
        article.id,
        source,
        kept=tuple(told(each.pieces) for row in rows if row.kind != "apart" for each in row.right),
        added=tuple(told(each.pieces) for row in rows if row.kind == "apart" for each in row.right),
        dropped=tuple(told(each.pieces) for row in rows if row.kind == "apart" for each in row.left),
    )


def told(pieces: Sequence[tuple[str, bool]]) -> str:
    """A sentence of which these are the pieces."""
    return "".join(text for text, _ in pieces)


def came_first(one: Article, other: Article) -> bool:
    """The dates of the two show that one was published before the other."""
    before, after = one.published, other.published
    if before is None or after is None or before.how not in SHOWN or after.how not in SHOWN:
        return False
    if before.last < after.first:
        return True
    ours, theirs = stated_hour(before), stated_hour(after)
    if ours is None or theirs is None:
        return False
    if ours.tzinfo and theirs.tzinfo:
        return ours < theirs
    is_one_outlet = one.source is not None and one.source == other.source
    return is_one_outlet and ours.replace(tzinfo=None) < theirs.replace(tzinfo=None)


def stated_hour(published: Published) -> datetime | None:
    """The minute that a date states, with its zone where it names one; None when it states no hour of one day."""
    if published.first != published.last or OF_CHANGE.search(published.evidence):
        return None
    found = CLOCK.search(published.evidence)
    if found is None or (CLOCK.search(published.evidence, found.end()) is not None):
        return None  # of two hours, one may be that of a change
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    return datetime.combine(published.first, time(hour, int(found["minute"])), zone_of(found["zone"] or ""))


def zone_of(written: str) -> timezone | None:
    """The zone that is written so, as "+02:00" and "GMT" are; None where that is not sure."""
    if offset := re.search(r"([+-])(\d\d):?(\d\d)", written):
        minutes = 60 * int(offset[2]) + int(offset[3])
        return timezone(timedelta(minutes=minutes if offset[1] == "+" else -minutes)) if minutes < DAY else None
    hours = ZONES.get(written.lower())
    return None if hours is None else timezone(timedelta(hours=hours))
