"""The index stays current while files come and go."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from cli.subcommands.watch_command import follow, is_outside
from tests.test_command import dateline, environment

Watching = subprocess.Popen[str]


@contextmanager
def watching(place: Path, stop: signal.Signals = signal.SIGTERM, *options: str) -> Iterator[Watching]:
    """A `dateline watch news` that has built once; it is ended by its own process id."""
    command = [sys.executable, "-m", "dateline", "watch", "news", "--jobs", "1", *options]
    with subprocess.Popen(
        command, cwd=place, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stderr is not None
            while "watching" not in (line := process.stderr.readline()):
                assert line, "it ended before it watched"
            yield process
        finally:
            process.send_signal(stop)
            process.wait(timeout=60)


def write(place: Path, number: int) -> None:
    """An article."""
    (place / "news").mkdir(exist_ok=True)
    (place / "news" / f"{number}.txt").write_text(f"Peace number {number}\n\nAll about zebra{number} in Geneva.\n")


def told(process: Watching) -> str:
    """The next line of data."""
    assert process.stdout is not None
    return process.stdout.readline()


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_it_builds_when_files_change_and_ends_when_told(tmp_path: Path, stop: signal.Signals) -> None:
    write(tmp_path, 1)
    with watching(tmp_path, stop) as process:
        assert "1 added" in told(process)
        write(tmp_path, 2)
        assert "1 added" in told(process)
        (tmp_path / "news" / "1.txt").unlink()
        assert "1 removed" in told(process)
    assert process.returncode == 0
    assert dateline("search", "zebra2", "--count", cwd=tmp_path).returncode == 0


def test_it_survives_what_cannot_be_built(tmp_path: Path) -> None:
    write(tmp_path, 1)
    with watching(tmp_path) as process:
        assert "1 added" in told(process)
        (tmp_path / ".dateline").rename(tmp_path / "away")
        (tmp_path / ".dateline").write_text("no folder")
        write(tmp_path, 2)
        assert process.stderr is not None
        assert process.stderr.readline().startswith("not indexed: ")
        (tmp_path / ".dateline").unlink()
        (tmp_path / "away").rename(tmp_path / ".dateline")
        assert "1 added" in told(process)
    assert process.returncode == 0


def test_it_builds_also_where_nobody_tells_of_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def watch(*_: object, **__: object) -> Iterator[set[object]]:
        raise RuntimeError("Unable to decode path")

    monkeypatch.setattr("watchfiles.watch", watch)
    builds: list[int] = []
    follow(lambda: builds.append(1), (tmp_path,), tmp_path / ".dateline", Event())
    assert builds == [1]


def test_it_follows_a_folder_that_is_made_anew(tmp_path: Path) -> None:
    write(tmp_path, 1)
    with watching(tmp_path) as process:
        told(process)
        (tmp_path / "news").rename(tmp_path / "old")
        write(tmp_path, 2)
        assert "1 added" in told(process)
        write(tmp_path, 3)
        begun = time.monotonic()
        assert "1 added" in told(process)
        assert time.monotonic() - begun < 60


def test_what_a_build_writes_begins_no_other(tmp_path: Path) -> None:
    for name in (".dateline", "ix"):
        index = tmp_path / name
        beside = (f"{name}.alerts.json", f"{name}.notes.jsonl", f".{name}.notes.jsonl.lock")
        written = ("_MAIN_2.contents", "MAIN_WRITELOCK", "catalog.2.jsonl", ".tmp")
        own = [index, *(tmp_path / each for each in beside), *(index / each for each in written)]
        assert not any(is_outside(str(path), index) for path in own)
        assert not is_outside(str(tmp_path / "news" / ".." / name / "catalog.2.jsonl"), index)


def test_it_sees_articles_beside_an_index_and_in_its_folder(tmp_path: Path) -> None:
    index = tmp_path / "ix"
    articles = (tmp_path / "news.txt", tmp_path / "ix.third.txt", index / "news.txt", index / "a" / "b.txt")
    assert all(is_outside(str(path), index) for path in articles)
    (tmp_path / "link").symlink_to(index)
    assert is_outside(str(index / "news.txt"), tmp_path / "link")
    assert not is_outside(str(index / "catalog.2.jsonl"), tmp_path / "link")


def test_it_indexes_what_comes_into_the_folder_of_the_index_itself(tmp_path: Path) -> None:
    write(tmp_path, 1)
    with watching(tmp_path, signal.SIGTERM, "--index", "news") as process:
        told(process)
        for number in (2, 3):  # the first of them may be seen by the build that is due after the beginning
            write(tmp_path, number)
            assert "1 added" in told(process)


def test_it_says_what_is_not_there(tmp_path: Path) -> None:
    answer = dateline("watch", "nowhere", cwd=tmp_path)
    assert (answer.returncode, answer.stderr) == (2, "dateline: nowhere: no such file or folder to watch\n")
