"""What is known only when all articles are there: stories, lines that sites repeat, dates that articles tell others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.article import Article, Published
from index.cleaning.repeated_lines import without_lines
from index.columns.index_writer import Writer
from index.columns.kept_documents import LiveSegment
from index.columns.relations import KnownRelations, Relations
from index.columns.repeated_line_counts import keys_of, lines_in, to_mend
from index.ingest.annotate import annotations_of
from index.schema import UNDATED
from index.storage.arrays import Array, distinct, together
from index.stories.cluster import relations_of
from index.stories.document_vectors import Corpus, kept_ids
from index.stories.line_counts import repeated_keys
from index.stories.numeric_date_order import may_be_either, with_settled_dates
from index.stories.previous_generation import NOTHING, Known, carried_over, known_of
from index.stories.undated_members import with_inferred_dates

Before = Callable[[str], Published | None]
"""The date that other articles told of the article with this id."""

GROWN = 1.5
"""How many times as many articles there are, or as few, when how common stems are is counted anew."""
SOON_COMPARED = 5_000
"""Articles that are compared with all others in a second or two: that so many are in the same stories in whatever
portions they came is worth more."""


def relate(writer: Writer, earlier: KnownRelations | None) -> Relations:
    """Settle what was added, and the relations of the new generation; `earlier` are those of the one before.

    Two things are learned from the others about articles that are written already, also of those that were there
    before: lines that their site repeats, which are left out of them; and when they were published, from which on the
    days that they name are counted. Such articles are written once more.
    """
    parts = writer.parts()
    known = known_of(earlier, parts) if earlier else NOTHING
    before = told_before(earlier, parts)
    asked = keys_asked(parts, writer.leaving(), worth_keeping(known, parts))
    writer.settle(merging=False)
    corpus = Corpus(writer.parts())
    articles = list(mended(corpus, before, asked))
    rewrite(writer, articles)
    if articles or [*writer.parts()] != [*corpus.segments]:
        corpus = Corpus(writer.parts())
    known = worth_keeping(known.without({each.article.id.encode() for each in articles}), corpus.segments)
    relations = dated_by_others(relations_of(corpus, known), corpus.segments, before, known)
    redated = newly_dated(corpus.segments, relations, before)
    if not redated:
        return relations
    rewrite(writer, redated)
    return carried_over(relations, corpus.segments, writer.parts())


def dated_by_others(relations: Relations, parts: Mapping[str, LiveSegment], before: Before, known: Known) -> Relations:
    """The relations with the dates that articles are given by their stories, and by others of their outlets."""
    return with_settled_dates(with_inferred_dates(relations, parts, before, known), parts, before)


def worth_keeping(known: Known, parts: Mapping[str, LiveSegment]) -> Known:
    """What is known, where to compare all articles anew would take much longer."""
    articles = sum(len(part.kept) for part in parts.values())
    is_soon = articles <= max(SOON_COMPARED, 2 * (articles - len(known.articles)))
    counted = known.frequencies.articles
    return NOTHING if is_soon or not counted / GROWN <= articles <= counted * GROWN else known


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


def told_before(earlier: KnownRelations | None, parts: Mapping[str, LiveSegment]) -> Before:
    """What a generation tells of dates that others told; of none when nothing is known of it.

    It tells nothing of articles that were written since: the days that they name are not counted from there.
    """
    if earlier is None:
        return lambda _: None
    old = [part for name, part in parts.items() if name in earlier.segments]

    def before(id: str) -> Published | None:
        published = earlier.published(id)
        return published if published and any(keeps(part, id.encode()) for part in old) else None

    return before


def keeps(part: LiveSegment, id: bytes) -> bool:
    """The article with this id is in the segment, and stays."""
    document = part.segment.document(id)
    return document is not None and bool(part.is_kept[document])


def keys_asked(parts: Mapping[str, LiveSegment], leaving: Mapping[str, Array], known: Known) -> Array:
    """The keys of the lines that stand in articles that leave, or come, or of which nothing is known.

    int64 (n,), ascending, each once. `leaving` has the numbers of the documents that leave, by the segment.
    """
    keys = []
    for name, part in parts.items():
        is_new = np.array([id not in known.articles for id in kept_ids(part)], bool)
        keys.append(keys_of(part, np.union1d(part.kept[is_new], leaving[name])))
    return distinct(together(keys))


def mended(corpus: Corpus, before: Before, asked: Array) -> Iterator[Rewritten]:
    """The articles that hold repeated lines, without them, and those that have lost a line which is none, with it.

    `asked` has the keys of lines to look at: int64 (n,), ascending.
    """
    lines = lines_in(corpus.parts)
    repeated = repeated_keys(corpus, lines, asked)
    keys = frozenset(repeated.tolist())
    for name, documents in to_mend(corpus.segments, lines, repeated).items():
        for document in documents.tolist():
            stored = corpus.segments[name].article(document)
            article = without_lines(stored, keys)
            if article != stored:
                yield Rewritten(article, before(article.id))


def newly_dated(parts: Mapping[str, LiveSegment], relations: Relations, before: Before) -> list[Rewritten]:
    """The articles of which others tell another date than before, or one for the first time, or none any more."""
    found: list[Rewritten] = []
    for part in parts.values():
        ids = list(part.segment.ids)
        is_open = (part.segment.first_days == UNDATED) | may_be_either(part)
        for document in part.kept[is_open[part.kept]].tolist():
            id = ids[document].decode("utf-8", "surrogatepass")
            now = relations.published.get(id)
            if now != before(id):
                found.append(Rewritten(part.article(document), now))
    return found
