"""A fault of our own is told as one, and not as damage of the index that it was met in."""

import logging
import os
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli import commands
from cli.fault_report import MOST_BYTES
from cli.subcommands.watch_command import has_built
from index.build import update_index
from index.errors import reading_from
from search.whoosh_engine import WhooshEngine
from tests.test_command import SEEDS
from web import create_app
from web.authentication.access import Access


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the seeds."""
    folder = tmp_path_factory.mktemp("seeded") / "index"
    update_index([SEEDS], folder, 1, lambda done, todo: None)
    return folder


def mistaken(*_: object) -> None:
    """As a fault of ours may end."""
    raise IndexError("list index\nout of range")


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where tracebacks are kept, while every search of an index fails."""
    monkeypatch.setattr(WhooshEngine, "_match", mistaken)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "dateline" / "faults.log"


def run(monkeypatch: pytest.MonkeyPatch, *typed: str) -> int:
    """The exit code of a command."""
    monkeypatch.setattr(sys, "argv", ["dateline", *typed])
    return commands.run()


def test_it_is_told_in_a_line_with_a_traceback_in_the_log(
    seeded: Path, log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "search", "talks", "--index", str(seeded)) == 2
    line = capsys.readouterr().err
    assert line.startswith("dateline: this is a fault of Dateline itself (IndexError: list index out of range), and of")
    assert line.count("\n") == 1
    assert str(log) in line
    assert "damaged" not in line
    kept = log.read_text()
    assert "Traceback" in kept
    assert "in mistaken" in kept
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_it_is_told_likewise_where_no_index_is_read(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands.cli, "main", mistaken_altogether)
    assert run(monkeypatch, "stats") == 2
    assert "a fault of Dateline itself (ZeroDivisionError: division by zero)" in capsys.readouterr().err
    assert "in mistaken_altogether" in log.read_text()


def mistaken_altogether(**_: object) -> None:
    """As another may end."""
    print(1 / 0)


def test_an_index_that_is_not_as_it_was_written_is_told_as_damaged(
    seeded: Path, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(seeded, tmp_path / "copy", copy_function=shutil.copyfile))
    for path in copy.iterdir():
        os.utime(path)
    assert run(monkeypatch, "search", "talks", "--index", str(copy)) == 2
    assert "is damaged (list index out of range): make it again with" in capsys.readouterr().err
    assert not log.exists()


def test_bits_that_fell_over_on_the_disk_are_told_as_damage(
    seeded: Path, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(seeded, tmp_path / "copy"))
    path = next(copy.glob("*.columns"))
    before = path.stat()
    content = bytearray(path.read_bytes())
    content[0] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert run(monkeypatch, "search", "talks", "--index", str(copy)) == 2
    assert "is damaged" in capsys.readouterr().err
    assert not log.exists()


def test_the_log_is_never_long_and_never_a_link_or_a_pipe(
    seeded: Path, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    log.parent.mkdir()
    log.write_bytes(b"x" * (MOST_BYTES + 1))
    assert run(monkeypatch, "search", "talks", "--index", str(seeded)) == 2
    assert log.stat().st_size < 100_000
    other = tmp_path / "other"
    in_its_place: tuple[Callable[[], None], ...] = (lambda: log.symlink_to(other), lambda: os.mkfifo(log), log.mkdir)
    for put in in_its_place:
        log.unlink()
        put()
        capsys.readouterr()
        assert run(monkeypatch, "search", "talks", "--index", str(seeded)) == 2
        assert "faults.log" not in capsys.readouterr().err
    assert not other.exists()


def test_a_reader_of_the_page_is_told_that_the_fault_is_ours_and_the_log_has_it(
    seeded: Path, log: Path, caplog: pytest.LogCaptureFixture
) -> None:
    client = create_app(location=str(seeded)).test_client()
    with caplog.at_level(logging.ERROR):
        answer = client.get("/?q=talks", headers={"Host": "localhost"})
    assert answer.status_code == 500
    assert "The fault is ours" in answer.text
    assert "IndexError" not in answer.text
    assert "in mistaken" in caplog.text
    assert not log.exists()


@pytest.mark.parametrize("is_public", [False, True])
def test_a_reader_of_the_page_is_told_of_an_index_that_was_changed_that_it_cannot_be_searched(
    seeded: Path, log: Path, tmp_path: Path, is_public: bool
) -> None:
    copy = Path(shutil.copytree(seeded, tmp_path / "copy", copy_function=shutil.copyfile))
    for path in copy.iterdir():
        os.utime(path)
    access = Access(is_public=is_public)
    client = create_app(location=str(copy), access=access).test_client()
    answer = client.get("/?q=talks", headers={"Host": "localhost"})
    assert answer.status_code == 503
    assert ("--rebuild" in answer.text) is not is_public
    assert not log.exists()


def test_what_watches_tells_it_and_goes_on(log: Path, seeded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def build() -> None:
        with reading_from(seeded):
            mistaken()

    assert not has_built(build)
    assert "not indexed: this is a fault of Dateline itself" in capsys.readouterr().err
    assert log.exists()
