"""A Whoosh index made of articles that never were in files."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile

import numpy as np

from index.article import Article
from index.build import locked, writer_on
from index.columns.index_writer import Writer
from index.columns.relations import NONE, Relations, SegmentRelations
from index.columns.segment import SegmentColumns
from index.file_catalog import Catalog
from index.generation_files import CATALOG, RELATIONS, SPELLINGS, VECTORS
from index.ingest.annotate import annotations_of
from index.meaning.article_vectors import NO_VECTORS, Vectorizing, known_vectors
from index.spelling.learned_spellings import Learned
from index.storage.arrays import Array
from search.whoosh_engine import WhooshEngine
from search.whoosh_source import open_whoosh_engine
from tests.word_encoder import WordEncoder


def built(folder: Path, batches: Sequence[Sequence[Article]], deleted: Collection[int] = ()) -> WhooshEngine:
    """An engine over an index with a segment for each batch, without the articles of these numbers, from 0 on."""
    every = [article for batch in batches for article in batch]
    for batch in batches:
        commit(folder, batch, ())
    commit(folder, (), [every[number].id for number in deleted], known=every)
    return open_whoosh_engine(folder)


def built_by_meaning(folder: Path, batches: Sequence[Sequence[Article]], deleted: Collection[int] = ()) -> WhooshEngine:
    """The same over an index with vectors, which words make."""
    built(folder, batches, deleted)
    with writing(folder) as writer:
        parts = writer.parts()
        vectorizing = Vectorizing(WordEncoder(), 1, lambda done, todo: None)
        VECTORS.write(folder, writer.generation, vectorizing.vectors(known_vectors(NO_VECTORS, parts), parts))
        for file in (RELATIONS, SPELLINGS, CATALOG):
            copyfile(file.path(folder, writer.generation - 1), file.path(folder, writer.generation))
        writer.commit()
    return open_whoosh_engine(folder, WordEncoder())


@contextmanager
def writing(folder: Path) -> Iterator[Writer]:
    """A writer that holds the lock of the index; what it has not committed when it ends is as if never written."""
    with locked(folder), writer_on(folder) as writer:
        yield writer


def commit(
    folder: Path,
    articles: Iterable[Article],
    deleted: Collection[str],
    merging: bool = False,
    known: Sequence[Article] = (),
) -> None:
    """One generation more, whose relations are what the known articles say of themselves."""
    with writing(folder) as writer:
        writer.delete(deleted)
        for article in articles:
            writer.add(article, annotations_of(article))
        writer.settle(merging=merging)
        relations = relations_told({article.id: article for article in known}, settled(writer))
        write_generation(writer, relations)
        writer.commit()


def write_generation(writer: Writer, relations: Relations) -> None:
    """The files of a generation of which nothing but the relations of its articles is known."""
    RELATIONS.write(writer.folder, writer.generation, relations)
    CATALOG.write(writer.folder, writer.generation, Catalog())
    SPELLINGS.write(writer.folder, writer.generation, Learned())
    VECTORS.write(writer.folder, writer.generation, NO_VECTORS)


def settled(writer: Writer) -> Mapping[str, SegmentColumns]:
    """The segments of a generation, once they are settled, by their names."""
    return {name: part.segment for name, part in writer.parts().items()}


def relations_told(articles: Mapping[str, Article], segments: Mapping[str, SegmentColumns]) -> Relations:
    """The stories, families and wordings that the articles name."""
    stories, families, wordings = (
        sorted({id for article in articles.values() if (id := getattr(article, name)) is not None})
        for name in ("story", "family", "wording")
    )

    def numbers(columns: SegmentColumns, name: str, ids: Sequence[str]) -> Array:
        of = [getattr(articles.get(id.decode()), name, None) for id in columns.ids]
        return np.array([NONE if id is None else ids.index(id) for id in of], np.int32)

    return Relations(
        {
            name: SegmentRelations(
                numbers(columns, "story", stories),
                numbers(columns, "family", families),
                numbers(columns, "wording", wordings),
                columns.first_days,
                columns.last_days,
            )
            for name, columns in segments.items()
        },
        story_ids=[id.encode() for id in stories],
        family_ids=[id.encode() for id in families],
        wording_ids=[id.encode() for id in wordings],
        published={},
    )
