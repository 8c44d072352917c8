"""A Whoosh index made of articles that never were in files."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from index.article import Article
from index.build import writing
from index.catalog import Catalog, write_catalog
from search.whoosh_engine import WhooshEngine, open_whoosh_engine


def built(folder: Path, batches: Sequence[Sequence[Article]], deleted: Collection[int] = ()) -> WhooshEngine:
    """An engine over an index with a segment for each batch, without the articles of these numbers, from 0 on."""
    ids = [article.id for batch in batches for article in batch]
    for batch in batches:
        commit(folder, batch, ())
    commit(folder, (), [ids[number] for number in deleted])
    return open_whoosh_engine(folder)


def commit(folder: Path, articles: Iterable[Article], deleted: Collection[str], merging: bool = False) -> None:
    """One generation more."""
    with writing(folder) as writer:
        writer.delete(deleted)
        for article in articles:
            writer.add(article)
        write_catalog(folder, writer.generation, Catalog())
        writer.commit(merging=merging)
