"""Dates that are inferred within stories, from the build to the answer."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from index.article import Published
from index.build import update_index
from index.schema import published_fields, published_from
from search.engine import Engine
from search.language.parser import parse
from search.query import Query
from search.snapshots import open_engine

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder of the five seeds."""
    return Path(shutil.copytree(SEEDS, tmp_path / "seeds"))


def indexed(seeds: Path) -> Engine:
    """What the index of a folder answers, built or brought up to date beside it."""
    folder = seeds.parent / "index"
    update_index([seeds], folder, jobs=1, progress=lambda done, total: None)
    return open_engine(str(folder))


def ids(engine: Engine, typed: str = "*") -> list[str]:
    """The articles that match."""
    return [candidate.id for candidate in engine.match(Query(parse(typed).clause), 10).candidates]


def found(engine: Engine, typed: str) -> list[str]:
    """The beginnings of the names of the files that match."""
    return sorted(article.path.rpartition("/")[2][:3] for article in engine.fetch(ids(engine, typed)))


def inferred_dates(engine: Engine) -> dict[str, str]:
    """The inferred dates, by the beginning of the file's name."""
    return {
        article.path.rpartition("/")[2][:3]: f"{article.published.first}..{article.published.last}"
        for article in engine.fetch(ids(engine))
        if article.published and article.published.how == "inferred"
    }


DATES = {"001": "2022-11-10..2022-11-12", "003": "2022-11-13..2022-11-19", "004": "2022-11-14..2022-11-16"}


def test_undated_articles_of_a_story_are_dated_and_found_by_their_dates(seeds: Path) -> None:
    engine = indexed(seeds)
    assert inferred_dates(engine) == DATES
    assert found(engine, "since:2022-11-13") == ["003", "004"]
    assert found(engine, "date:2022-11-10") == ["001"]


def test_the_index_keeps_how_sure_they_are(seeds: Path) -> None:
    dated = [article.published for article in indexed(seeds).fetch(ids(indexed(seeds))) if article.published]
    sure = sorted((each.how, each.confidence) for each in dated)
    assert sure == [("inferred", 0.3), ("inferred", 0.3), ("inferred", 0.6), ("stated", 0.88), ("stated", 0.88)]


@pytest.mark.parametrize("weighed", [None, 0.55])
def test_a_date_is_kept_as_it_is_and_read_where_an_index_says_less(weighed: float | None) -> None:
    published = Published(date(2022, 11, 10), date(2022, 11, 12), "day", "inferred", "Friday", weighed)
    assert published_from(json.loads(json.dumps(published_fields(published)))) == published
    assert ("weighed" in published_fields(published)) == (weighed is not None)


def test_they_stay_when_other_articles_come_and_when_nothing_is_new(seeds: Path) -> None:
    indexed(seeds)
    (seeds / "other.txt").write_text("Rain in Spain\n\nIt rained in Spain, where it seldom does, and nobody minded it.")
    assert inferred_dates(indexed(seeds)) == DATES
    assert inferred_dates(indexed(seeds)) == DATES


def test_they_come_with_the_first_dated_article_of_the_story(seeds: Path) -> None:
    dated = [path for path in seeds.iterdir() if path.name[:3] in ("000", "002")]
    elsewhere = seeds.parent / "elsewhere"
    elsewhere.mkdir()
    for path in dated:
        path.rename(elsewhere / path.name)
    assert inferred_dates(indexed(seeds)) == {}
    for path in dated:
        (elsewhere / path.name).rename(path)
    assert inferred_dates(indexed(seeds)) == DATES


def test_no_day_after_the_last_change_is_inferred(seeds: Path) -> None:
    text = (seeds / next(path.name for path in seeds.iterdir() if path.name.startswith("004"))).read_text("utf-8")
    for path in list(seeds.iterdir()):
        if path.name.startswith("004"):
            path.unlink()
    title, _, body = text.strip().partition("\n")
    for name, day in (("004a", "2022-11-15"), ("004b", "2022-11-01")):
        record = {"title": title, "text": f"{body} ({name})", "updated_at": day}
        (seeds / f"{name}.json").write_text(json.dumps(record), "utf-8")
    engine = indexed(seeds)
    articles = {article.path.rpartition("/")[2][:4]: article for article in engine.fetch(ids(engine))}
    published = articles["004a"].published
    assert published is not None
    assert (published.how, published.last <= date(2022, 11, 15)) == ("inferred", True)
    assert articles["004b"].published is None
    assert articles["004b"].changed == Published(date(2022, 11, 1), date(2022, 11, 1), "day", "changed", "2022-11-01")
