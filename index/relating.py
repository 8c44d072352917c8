"""What is known only when all articles are there: stories, and the lines that sites repeat under one after another."""

from collections.abc import Callable, Iterator
from pathlib import Path

from index.article import Article, Published
from index.columns.arrays import Damaged
from index.columns.relations import KnownRelations, write_relations
from index.columns.repeats import Repeats, repeats
from index.columns.writer import Writer
from index.repeated_lines import without_lines
from index.schema import stored_article
from index.stories.dating import with_inferred_dates
from index.stories.known import known_relations
from index.stories.related import relations_of
from index.told import told_by


def relate(writer: Writer) -> None:
    """Settle what was added, leave repeated lines out of it, and write the relations of the new generation.

    A line that is found to be repeated is left out of all articles that hold it, also of those that were there before.
    """
    known = known_relations(writer.folder, writer.generation - 1, writer.parts())
    writer.settle()
    parts = writer.parts()
    relations = relations_of(parts, known)
    found = repeats(parts, relations)
    if found.documents:
        write_relations(writer.folder, writer.generation, relations)
        known_now = known_relations(writer.folder, writer.generation, parts)
        rewrite(writer, found)
        writer.settle()
        relations = relations_of(writer.parts(), known_now)
    before = inferred_before(writer.folder, writer.generation - 1)
    dated = with_inferred_dates(relations, writer.parts(), before, frozenset(known.articles))
    write_relations(writer.folder, writer.generation, dated)


def inferred_before(folder: Path, generation: int) -> Callable[[str], Published | None]:
    """What a generation tells of the dates that were inferred; of none when its relations cannot be read."""
    try:
        return KnownRelations(folder, generation).published
    except (Damaged, OSError):
        return lambda _: None


def rewrite(writer: Writer, found: Repeats) -> None:
    """Put articles without repeated lines in the place of those that hold them."""
    for article in articles_with(writer, found):
        cleaned = without_lines(article, found.keys)
        writer.delete([article.id])
        writer.add(cleaned, told_by(cleaned))


def articles_with(writer: Writer, found: Repeats) -> Iterator[Article]:
    """The articles that hold repeated lines."""
    parts = writer.parts()
    for name, documents in found.documents.items():
        for document in documents.tolist():
            yield stored_article(parts[name].segment.stored[document].decode("utf-8", "surrogatepass"))
