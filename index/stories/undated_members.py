"""Dates that are inferred within stories: undated articles get the days that their text and the others show."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.article import Article, Published
from index.columns.kept_documents import LiveSegment
from index.columns.relations import NONE, Relations, SegmentRelations
from index.date_inference.inference import MOST_NEIGHBOURS, Neighbour, inferred, not_after
from index.schema import UNDATED
from index.storage.arrays import Array
from index.stories.previous_generation import NOT_KNOWN, Known


@dataclass(frozen=True, slots=True)
class DatedMember:
    """An article of a story."""

    segment: str
    document: int
    story: int
    day: int
    """The first day on which it may have been published; UNDATED when nothing says so."""
    id: bytes


def with_inferred_dates(
    relations: Relations, parts: Mapping[str, LiveSegment], before: Callable[[str], Published | None], known: Known
) -> Relations:
    """The relations with the dates that undated articles are given by their stories.

    In a story that is known just as it is, what is inferred stays as it was: `before` tells it by the article's id.
    """
    published: dict[str, Published] = {}
    days = {name: (each.first_day.copy(), each.last_day.copy()) for name, each in relations.segments.items()}
    sizes = Counter(numbers[0] for numbers in known.articles.values())
    for members in stories_to_date(relations, parts):
        stories = {known.articles.get(each.id, NOT_KNOWN)[0] for each in members}
        is_known = len(stories) == 1 and sizes[stories.pop()] == len(members)
        others = [] if is_known else neighbours(members, parts)
        for member in members:
            if member.day != UNDATED:
                continue
            name = member.id.decode("utf-8", "surrogatepass")
            found = before(name) if is_known else inferred_in(parts[member.segment].article(member.document), others)
            if found:
                published[name] = found
                first, last = days[member.segment]
                first[member.document], last[member.document] = found.first.toordinal(), found.last.toordinal()
    segments = {name: with_days(each, *days[name]) for name, each in relations.segments.items()}
    return replace(relations, segments=segments, published=published)


def inferred_in(article: Article, others: Sequence[Neighbour]) -> Published | None:
    """The days on which an article may have been published, by its text, its story, and the day of its last change."""
    return not_after(article.changed, inferred(article.body, others))


def with_days(relations: SegmentRelations, first: Array, last: Array) -> SegmentRelations:
    """The relations of a segment with these days. They are int32 (documents,)."""
    return replace(relations, first_day=first, last_day=last)


def stories_to_date(relations: Relations, parts: Mapping[str, LiveSegment]) -> list[list[DatedMember]]:
    """The members of each story that has dated and undated ones."""
    stories: dict[int, list[DatedMember]] = {}
    for name, part in parts.items():
        story = relations.segments[name].story[part.kept]
        chosen = np.flatnonzero(story != NONE)
        ids, days = part.segment.ids, part.segment.first_days[part.kept[chosen]]
        for document, number, day in zip(
            part.kept[chosen].tolist(), story[chosen].tolist(), days.tolist(), strict=True
        ):
            stories.setdefault(number, []).append(DatedMember(name, document, number, day, ids[document]))
    return [members for members in stories.values() if len({each.day == UNDATED for each in members}) == 2]


def neighbours(members: Sequence[DatedMember], parts: Mapping[str, LiveSegment]) -> list[Neighbour]:
    """The dated members, of many those in the middle."""
    dated = sorted((each for each in members if each.day != UNDATED), key=lambda each: (each.day, each.id))
    start = max(0, (len(dated) - MOST_NEIGHBOURS) // 2)
    return [neighbour(each, parts) for each in dated[start : start + MOST_NEIGHBOURS]]


def neighbour(member: DatedMember, parts: Mapping[str, LiveSegment]) -> Neighbour:
    """The text and date of a member."""
    article = parts[member.segment].article(member.document)
    return Neighbour(article.body, article.published)
