"""What is known only when all articles are there: stories, lines that sites repeat, dates that articles tell others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.article import Article, Published
from index.cleaning.repeated_lines import without_lines
from index.columns.index_writer import Writer
from index.columns.live_segment import LiveSegment
from index.columns.relations import KnownRelations, Relations, write_relations
from index.columns.repeated_line_counts import keys_of, lines_in, to_mend
from index.ingest.annotate import annotations_of
from index.schema import UNDATED
from index.storage.arrays import Array, Damaged, distinct, together
from index.stories.cluster import relations_of
from index.stories.document_vectors import kept_ids
from index.stories.line_counts import repeated_keys
from index.stories.numeric_date_order import may_be_either, with_settled_dates
from index.stories.previous_generation import NOTHING, Known, known_relations
from index.stories.undated_members import with_inferred_dates

Before = Callable[[str], Published | None]
"""The date that other articles told of the article with this id."""

SOON_COMPARED = 5_000
"""Articles that are compared with all others in a second or two: that so many are in the same stories in whatever
portions they came is worth more."""


def relate(writer: Writer) -> None:
    """Settle what was added, and write the relations of the new generation.

    Two things are learned from the others about articles that are written already, also of those that were there
    before: lines that their site repeats, which are left out of them; and when they were published, from which on the
    days that they name are counted. Such articles are written once more.
    """
    folder, generation = writer.folder, writer.generation
    parts = writer.parts()
    known = known_relations(folder, generation - 1, parts)
    before = told_before(folder, generation - 1, parts)
    asked = keys_asked(writer, worth_keeping(known, parts))
    writer.settle(merging=False)
    articles = list(mended(writer.parts(), before, asked))
    rewrite(writer, articles)
    known = worth_keeping(known.without({each.article.id.encode() for each in articles}), writer.parts())
    relations = relations_of(writer.parts(), known)
    dated = dated_by_others(relations, writer, before, known)
    if changed := newly_dated(writer, dated, before):
        write_relations(folder, generation, dated)
        everything = known_relations(folder, generation, writer.parts())
        rewrite(writer, changed)
        relations = relations_of(writer.parts(), everything)
        dated = dated_by_others(relations, writer, dated.published.get, everything)
    write_relations(folder, generation, dated)


def dated_by_others(relations: Relations, writer: Writer, before: Before, known: Known) -> Relations:
    """The relations with the dates that articles are given by their stories, and by others of their outlets."""
    inferred = with_inferred_dates(relations, writer.parts(), before, known)
    return with_settled_dates(inferred, writer.parts(), before)


def worth_keeping(known: Known, parts: Mapping[str, LiveSegment]) -> Known:
    """What is known, where to compare all articles anew would take much longer."""
    articles = sum(len(part.kept) for part in parts.values())
    return NOTHING if articles <= max(SOON_COMPARED, 2 * (articles - len(known.articles))) else known


@dataclass(frozen=True, slots=True)
class Rewritten:
    """An article that is written once more, and when it was published as far as others tell by now."""

    article: Article
    published: Published | None


def rewrite(writer: Writer, articles: Sequence[Rewritten]) -> None:
    """Put these articles in the place of those with their ids."""
    writer.delete([each.article.id for each in articles])
    for each in articles:
        writer.add(each.article, annotations_of(each.article, each.published))
    writer.settle()


def told_before(folder: Path, generation: int, parts: Mapping[str, LiveSegment]) -> Before:
    """What a generation tells of dates that others told; of none when its relations cannot be read.

    It tells nothing of articles that were written since: the days that they name are not counted from there.
    """
    try:
        relations = KnownRelations(folder, generation)
    except (Damaged, OSError):
        return lambda _: None
    old = [part for name, part in parts.items() if relations.knows(name)]

    def before(id: str) -> Published | None:
        published = relations.published(id)
        return published if published and any(keeps(part, id.encode()) for part in old) else None

    return before


def keeps(part: LiveSegment, id: bytes) -> bool:
    """The article with this id is in the segment, and stays."""
    document = part.segment.document(id)
    return document is not None and bool(part.is_kept[document])


def keys_asked(writer: Writer, known: Known) -> Array:
    """The keys of the lines that stand in articles that leave, or come, or of which nothing is known: ascending."""
    keys, leaving = [], writer.leaving()
    for name, part in writer.parts().items():
        is_new = np.array([id not in known.articles for id in kept_ids(part)], bool)
        keys.append(keys_of(part, np.union1d(part.kept[is_new], leaving[name])))
    return distinct(together(keys))


def mended(parts: Mapping[str, LiveSegment], before: Before, asked: Array) -> Iterator[Rewritten]:
    """The articles that hold repeated lines, without them, and those that have lost a line which is none, with it."""
    lines = lines_in([*parts.values()])
    repeated = repeated_keys([*parts.values()], lines, asked)
    for name, documents in to_mend(parts, lines, repeated).items():
        keys = frozenset(repeated.tolist())
        for document in documents.tolist():
            stored = parts[name].article(document)
            article = without_lines(stored, keys)
            if article != stored:
                yield Rewritten(article, before(article.id))


def newly_dated(writer: Writer, relations: Relations, before: Before) -> list[Rewritten]:
    """The articles of which others tell another date than before, or one for the first time, or none any more."""
    found: list[Rewritten] = []
    for part in writer.parts().values():
        ids = list(part.segment.ids)
        is_open = (part.segment.first_days == UNDATED) | may_be_either(part)
        for document in part.kept[is_open[part.kept]].tolist():
            id = ids[document].decode("utf-8", "surrogatepass")
            now = relations.published.get(id)
            if now != before(id):
                found.append(Rewritten(part.article(document), now))
    return found
