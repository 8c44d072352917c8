"""The files of one generation."""

from pathlib import Path

import pytest

from index.build import rebuild_index, update_index
from index.columns.table_of_contents import newest_contents
from index.errors import DatelineError
from index.generation_files import CATALOG, FILES, RELATIONS, SPELLINGS, is_index_file, remove_leftovers
from index.spelling.learned_spellings import Learned
from index.verify import wrong_files
from search.clauses import Everything
from search.query import Query
from search.snapshots import open_engine
from tests.built_index import built

SEEDS = Path(__file__).parent.parent / "seeds"


def test_every_file_of_an_index_is_known_as_one_and_no_other(tmp_path: Path) -> None:
    built(tmp_path, [[]])
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {
        "MAIN_WRITELOCK",
        "_MAIN_2.toc",
        "_MAIN_2.contents",
        *(file.path(tmp_path, 2).name for file in FILES),
    }
    assert all(map(is_index_file, {*names, "spellings.12.json", "MAIN_0123456789abcdef.columns", "_MAIN_3.toc.1.5"}))
    assert not any(map(is_index_file, LIKE_PARTS))


LIKE_PARTS = (
    *("catalog.jsonl", "catalog.x.jsonl", "catalog.of.ships.jsonl", "relations.2.json", "old.catalog.2.jsonl"),
    *("Main_street.txt", "MAIN_street.txt", "MAIN_0a.columns", "_MAIN_1.toc.txt", "_MAIN_1.contents.txt", "MAIN.txt"),
)


def test_a_folder_of_articles_may_be_that_of_the_index_and_loses_none_of_them(tmp_path: Path) -> None:
    for number, name in enumerate(LIKE_PARTS):
        text = f"The talks in Geneva went on for the {number}th day, and nobody knew why."
        (tmp_path / name).write_text(f'{{"title": "Talks", "text": "{text}"}}\n' if "json" in name else text)
    for build in (update_index, update_index, rebuild_index):
        build([tmp_path], tmp_path, 1, lambda done, todo: None)
        assert set(LIKE_PARTS) <= {path.name for path in tmp_path.iterdir()}
    readable = [name for name in LIKE_PARTS if name.endswith(("txt", "json", "jsonl"))]
    assert open_engine(str(tmp_path)).match(Query(Everything()), 1).total == len(readable)


def test_it_finds_each_file_damaged_that_is_and_removes_each_that_is_left(tmp_path: Path) -> None:
    update_index([SEEDS], tmp_path, 1, lambda done, todo: None)
    assert wrong_files(tmp_path) == []
    for file in FILES:
        path = file.path(tmp_path, 1)
        content = path.read_bytes()
        file.path(tmp_path, 7).write_bytes(content)
        remove_leftovers(tmp_path)
        assert [path.name for path in tmp_path.glob(f"{file.name}.*")] == [path.name]
        path.write_bytes(content[:-9])
        if file is CATALOG:
            with pytest.raises(DatelineError, match="damaged"):
                wrong_files(tmp_path)
        else:
            assert [line.partition(":")[0] for line in wrong_files(tmp_path)] == [file.name]
        path.write_bytes(content)
    assert wrong_files(tmp_path) == []


def test_it_writes_over_what_a_killed_build_left_and_reads_it_again(tmp_path: Path) -> None:
    learned = Learned({"andrei": ("andrey",)}, 12, 3)
    SPELLINGS.path(tmp_path, 3).write_text("half writ")
    assert SPELLINGS.read_if_whole(tmp_path, 3) is None
    SPELLINGS.write(tmp_path, 3, learned)
    assert (SPELLINGS.read(tmp_path, 3), RELATIONS.read_if_whole(tmp_path, 3)) == (learned, None)


def test_a_folder_without_an_index_has_no_contents(tmp_path: Path) -> None:
    assert newest_contents(tmp_path) is None
    remove_leftovers(tmp_path)
    assert [*tmp_path.iterdir()] == []
