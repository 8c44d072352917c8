"""Collections for measuring: unpacked whole or not at all, by however many processes at once."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.relevance import collections

UNPACK = """#!/bin/sh
mkdir -p "$1/$2" && echo one > "$1/$2/a" && sleep 0.1 && {then} && echo two > "$1/$2/b"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for collections, and archives that are unpacked into it."""
    monkeypatch.setattr(collections, "ARCHIVES", tmp_path)
    monkeypatch.setattr(collections, "UNPACKED", tmp_path / "unpacked")
    (tmp_path / "news.tar.xz").touch()
    return tmp_path


def put_unpack(folder: Path, then: str) -> None:
    """The program that unpacks, which does this half-way."""
    (folder / "unpack").write_text(UNPACK.replace("{then}", then))
    (folder / "unpack").chmod(0o755)


def test_several_that_want_one_collection_all_see_the_whole_of_it(folder: Path) -> None:
    put_unpack(folder, "true")
    with ThreadPoolExecutor(4) as pool:
        seen = pool.map(lambda _: sorted(path.name for path in collections.collection("news").iterdir()), range(4))
    assert list(seen) == [["a", "b"]] * 4
    assert [path.name for path in (folder / "unpacked").iterdir()] == ["news"]


def test_one_that_could_not_be_unpacked_is_not_taken_for_whole(folder: Path) -> None:
    put_unpack(folder, "false")
    with pytest.raises(subprocess.CalledProcessError):
        collections.collection("news")
    assert not (folder / "unpacked" / "news").exists()
