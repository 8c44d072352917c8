"""An index is data: whatever a folder holds where an index is looked for, opening it runs nothing."""

import os
import pickle
import shutil
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from whoosh.fields import FieldConfigurationError
from whoosh.index import open_dir

from index.build import rebuild_index, update_index
from index.errors import DatelineError, IndexOutdated
from index.verify import wrong_files
from search.find import find
from search.request import Request
from search.snapshots import open_engine
from tests.attack.forged_articles import DATE, show_everywhere, write_articles
from tests.test_command import SEEDS
from web import create_app


class Bomb:
    """What makes a file when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.mark),)


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the seeds."""
    folder = tmp_path_factory.mktemp("seeded") / "index"
    update_index([SEEDS], folder, 1, lambda done, todo: None)
    return folder


@pytest.fixture
def folder(seeded: Path, tmp_path: Path) -> Path:
    """A copy of it, to be spoiled."""
    return Path(shutil.copytree(seeded, tmp_path / "index"))


COMMANDS: dict[str, Callable[[Path], object]] = {
    "search": lambda folder: find(open_engine(str(folder)), Request("talks")),
    "show": lambda folder: open_engine(str(folder)).fetch(["nothing"]),
    "index": lambda folder: update_index([SEEDS], folder, 1, lambda done, todo: None),
    "verify": wrong_files,
    "rebuild": lambda folder: rebuild_index([SEEDS], folder, 1, lambda done, todo: None),
    "serve": lambda folder: create_app(location=str(folder)).test_client().get("/?q=talks"),
    "skipped": lambda folder: create_app(location=str(folder)).test_client().get("/skipped"),
}


def with_every_pickle(number: int, bomb: bytes) -> bytes:
    """A table of contents as Whoosh 2.7.4 writes it, with this in place of each pickle."""
    head = struct.pack(">3Bii3B", 4, 8, 4, -12345, -111, 2, 7, 4)
    assert len(bomb) < 128
    return head + bytes([len(bomb)]) + bomb + struct.pack(">ii", number, 0) + bomb


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # Whoosh leaves open what it cannot read
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_runs_what_stands_where_whoosh_keeps_its_pickles(folder: Path, command: str, tmp_path: Path) -> None:
    mark = tmp_path / "it ran"
    bomb = pickle.dumps(Bomb(mark), 2)
    (toc,) = folder.glob("*.toc")
    toc.write_bytes(with_every_pickle(1, bomb))
    with pytest.raises(FieldConfigurationError):
        open_dir(str(folder))
    assert mark.exists(), "the bomb is none"
    mark.rmdir()
    COMMANDS[command](folder)
    assert not mark.exists()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("pattern", ["*.toc", "*.contents", "catalog.*", "spellings.*", "relations.*", "MAIN_*"])
def test_no_command_runs_a_pickle_in_place_of_a_file(folder: Path, command: str, pattern: str, tmp_path: Path) -> None:
    mark = tmp_path / "it ran"
    for path in folder.glob(pattern):
        path.write_bytes(pickle.dumps(Bomb(mark), 2))
    if command == "rebuild" or pattern == "*.toc":
        COMMANDS[command](folder)
    else:
        told(lambda: COMMANDS[command](folder))
    assert not mark.exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_runs_what_an_older_version_left(folder: Path, command: str, tmp_path: Path) -> None:
    mark = tmp_path / "it ran"
    (toc,) = folder.glob("*.toc")
    toc.write_bytes(with_every_pickle(1, pickle.dumps(Bomb(mark), 2)))
    for path in folder.glob("*.contents"):
        path.unlink()
    if command == "rebuild":
        COMMANDS[command](folder)
        assert wrong_files(folder) == []
    elif command in ("serve", "skipped"):
        COMMANDS[command](folder)
    else:
        with pytest.raises(
            DatelineError, match="made by another version: make it again with  dateline index --rebuild"
        ):
            COMMANDS[command](folder)
    assert not mark.exists()


@pytest.mark.parametrize("forged", [{"path": "/x\ud800"}, {"title": "\ud800", "url": "javascript:alert(1)"}])
def test_articles_with_halves_of_letters_are_shown_everywhere(folder: Path, forged: dict[str, Any]) -> None:
    for columns in folder.glob("*.columns"):
        write_articles(columns, forged)
    show_everywhere(folder)


@pytest.mark.parametrize(
    "forged",
    [
        {"id": "that of no article"},
        *({"published": {**DATE, "weighed": sure}} for sure in (-0.5, 1.5, float("nan"))),
        {"published": {**DATE, "first": "2022-11-12"}},
    ],
)
def test_articles_that_cannot_be_are_told_as_damage(folder: Path, forged: dict[str, Any]) -> None:
    for columns in folder.glob("*.columns"):
        write_articles(columns, forged)
    with pytest.raises(IndexOutdated, match="is damaged"):
        find(open_engine(str(folder)), Request("talks"))
    client = create_app(location=str(folder)).test_client()
    for page in ("/?q=talks", "/search.csv", "/search.bib", "/search.jsonl", "/search.csl.json"):
        assert client.get(page, headers={"Host": "localhost"}).status_code == 503, page


def told(act: Callable[[], object]) -> None:
    """Do it; it may be refused in words."""
    with suppress(DatelineError):
        act()


def test_whoosh_itself_opens_what_is_written(folder: Path) -> None:
    with open_dir(str(folder)).searcher() as searcher:
        assert searcher.doc_count() == 5
