"""A folder with a file of every kind that is read: every article has its own headline, outlet and day."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from index.article import Article
from index.build import update_index
from index.ingest.extract import articles_in
from index.readers.kinds import KINDS, kind_by_ending
from search.clauses import Everything
from search.query import Query
from search.snapshots import open_engine
from tests.made_collection import collection, host
from tests.test_exports import Told

FILES = list(collection())


def expected(told: Told) -> tuple[str, str, str]:
    """The headline and the day of a story, and its own outlet."""
    return told.title, told.outlet, told.day


def known(article: Article, outlets: dict[str, str]) -> tuple[str, str | None, str | None]:
    """The same of an article that was read; the host of an outlet stands for it."""
    published = article.published
    day = published.first.isoformat() if published and published.first == published.last else None
    return article.title, outlets.get(article.source or "", article.source), day


@pytest.mark.parametrize(("name", "data", "stories"), FILES, ids=[name for name, *_ in FILES])
def test_every_article_has_its_own_headline_outlet_and_day(
    tmp_path: Path, name: str, data: bytes, stories: Sequence[Told]
) -> None:
    (tmp_path / name).write_bytes(data)
    found = list(articles_in(tmp_path / name))
    outlets = {host(told): told.outlet for told in stories}
    assert [known(each, outlets) if isinstance(each, Article) else each for each in found] == list(
        map(expected, stories)
    )
    for article, told in zip(found, stories, strict=True):
        assert isinstance(article, Article)
        words = " ".join(article.body.split())
        assert all(paragraph in words for paragraph in told.text)


def test_the_folder_has_a_file_of_every_kind() -> None:
    kinds = {kind.name for name, *_ in FILES if (kind := kind_by_ending(name))}
    assert kinds == {kind.name for kind in KINDS if kind.endings}


def test_all_of_it_is_one_index_without_anything_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, data, _ in FILES:
        (folder / name).write_bytes(data)
    report = update_index([folder], tmp_path / "index", 1, lambda done, todo: None)
    assert report.skipped == ()
    engine = open_engine(str(tmp_path / "index"))
    found = engine.fetch([each.id for each in engine.match(Query(Everything()), 1000).candidates])
    outlets = {host(told): told.outlet for _, _, stories in FILES for told in stories}
    assert len(found) == sum(len(stories) for _, _, stories in FILES)
    assert {known(each, outlets)[::2] for each in found} == {
        expected(told)[::2] for _, _, stories in FILES for told in stories
    }
