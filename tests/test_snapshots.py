"""Always the newest generation."""

import gc
from os import utime
from pathlib import Path
from shutil import rmtree

import pytest

from index.article import Article
from index.errors import DatelineError, IndexMissing
from search.clauses import Everything
from search.query import Query
from search.snapshots import Snapshots, engine_source, open_engine
from tests.built_index import commit
from web import create_app


def article(id: str) -> Article:
    """An article with this id."""
    return Article(id, f"/{id}.txt", "Title", True, "Body")


def total(newest: Snapshots) -> int:
    """How many articles it sees."""
    return newest.engine().match(Query(Everything()), 1).total


def test_it_sees_a_new_generation_at_once_and_keeps_one_snapshot_until_then(tmp_path: Path) -> None:
    newest = Snapshots(str(tmp_path))
    with pytest.raises(IndexMissing):
        newest.engine()
    commit(tmp_path, [article("a")], ())
    held = newest.engine()
    assert newest.engine() is held
    commit(tmp_path, [article("b")], ())
    assert (total(newest), held.match(Query(Everything()), 1).total) == (2, 1)
    assert [found.id for found in held.fetch(["a"])] == ["a"]


def test_it_sees_an_index_that_was_removed_and_made_anew(tmp_path: Path) -> None:
    newest = Snapshots(str(tmp_path / "index"))
    commit(tmp_path / "index", [article("a")], ())
    assert total(newest) == 1
    rmtree(tmp_path / "index")
    commit(tmp_path / "index", [article("b"), article("c")], ())
    assert total(newest) == 2


def test_an_index_that_is_swapped_for_one_of_the_same_number_and_time_is_seen(tmp_path: Path) -> None:
    for name, ids in (("one", ["a"]), ("other", ["b", "c"])):
        commit(tmp_path / name, [article(id) for id in ids], ())
        for file in (tmp_path / name).iterdir():
            utime(file, ns=(0, 0))
    newest = Snapshots(str(tmp_path / "index"))
    (tmp_path / "one").rename(tmp_path / "index")
    assert total(newest) == 1
    (tmp_path / "index").rename(tmp_path / "away")
    with pytest.raises(IndexMissing):
        newest.engine()
    (tmp_path / "other").rename(tmp_path / "index")
    assert total(newest) == 2


def test_an_older_snapshot_is_let_go_at_once_when_a_newer_one_is_taken(tmp_path: Path) -> None:
    commit(tmp_path, [article("a")], ())
    app = create_app(location=str(tmp_path))
    client = app.test_client()

    def asked_everything() -> None:
        for url in ("/", "/?q=body", "/?q=bod*", "/article/a?q=title", "/search.json?q=speaker:Milley", "/skipped"):
            assert client.get(url).status_code in (200, 404)

    gc.collect()
    gc.disable()  # nothing may wait for it
    try:
        asked_everything()
        mapped = mapped_files(tmp_path)
        assert any("relations" in name for name in mapped)
        for id in "bcd":
            rmtree(tmp_path)
            commit(tmp_path, [article(id)], ())
            asked_everything()
            assert len(mapped_files(tmp_path)) == len(mapped)
            assert not any("(deleted)" in name for name in mapped_files(tmp_path))
        rmtree(tmp_path)
        assert client.get("/").status_code == 503
        assert mapped_files(tmp_path) == []
    finally:
        gc.enable()


def mapped_files(folder: Path) -> list[str]:
    """The files in a folder that this process has in its memory."""
    return [line for line in Path("/proc/self/maps").read_text().splitlines() if str(folder) in line]


def test_a_source_tells_of_a_newer_generation_without_opening_it(tmp_path: Path) -> None:
    source = engine_source(str(tmp_path))
    with pytest.raises(IndexMissing):
        source.newest_generation()
    commit(tmp_path, [article("a")], ())
    held = source.open()
    assert held.generation == source.newest_generation() == open_engine(str(tmp_path)).generation
    commit(tmp_path, [article("b")], ())
    assert held.generation != source.newest_generation() == source.open().generation


def test_it_says_that_it_has_no_engine_for_a_cluster() -> None:
    for opened in (open_engine, Snapshots):
        with pytest.raises(DatelineError, match=r"https://news\.example: this installation has no engine for clusters"):
            opened("https://news.example")


def test_it_lets_go_of_snapshots_that_nobody_holds(tmp_path: Path) -> None:
    newest = Snapshots(str(tmp_path))
    commit(tmp_path, [article("a")], ())
    assert total(newest) == 1
    before = open_files()
    for _ in range(10):
        commit(tmp_path, (), ())
        assert total(newest) == 1
    assert open_files() == before


def open_files() -> int:
    """How many files this process holds open or mapped in index folders."""
    gc.collect()
    mapped = Path("/proc/self/maps").read_text("utf-8").count("MAIN_")
    return len(list(Path("/proc/self/fd").iterdir())) + mapped
