"""Making the hash of a password, and serving with it."""

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from index.errors import DatelineError
from tests.test_command import dateline, environment
from tests.test_serve import answer, served, write
from web.authentication.passwords import hash_in, is_password

if sys.platform != "win32":
    import pty


PATIENCE_SECONDS = 60
"""A command that says nothing for so long waits for something that nobody types."""


class Terminal:
    """A terminal on which a command runs, and what it has told there."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.told = ""
        self.exit_code: int | None = None

    def type(self, typed: str) -> None:
        """Type this."""
        os.write(self._descriptor, typed.encode())

    def told_until(self, end: str, pressing: str = "") -> str:
        """What is told from here on until it ends so; while nothing is told, this is typed each second."""
        told, deadline = "", time.monotonic() + PATIENCE_SECONDS
        while not told.endswith(end):
            if select.select([self._descriptor], [], [], 1)[0]:
                told += os.read(self._descriptor, 1).decode()  # EIO, when the command ends before it has said so
            else:
                assert time.monotonic() < deadline, f"nothing is told after {told!r}"
                self.type(pressing)
        self.told += told
        return told


@contextmanager
def on_a_terminal(*args: str, cwd: Path) -> Iterator[Terminal]:
    """A terminal on which the command runs with these words; its exit code is known at the end."""
    process, descriptor = pty.fork()
    if not process:
        os.chdir(cwd)
        os.execve(sys.executable, [sys.executable, "-m", "dateline", *args], environment())
    terminal = Terminal(descriptor)
    try:
        yield terminal
        terminal.exit_code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    finally:
        os.close(descriptor)  # which hangs up on a command that is still there


def password(typed: str, *args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """What the command says to this on standard input."""
    command = [sys.executable, "-m", "dateline", "password", *args]
    return subprocess.run(command, cwd=cwd, env=environment(), input=typed, capture_output=True, text=True, check=False)


def test_it_prints_a_hash_or_writes_it_for_its_owner_alone(tmp_path: Path) -> None:
    printed = password("a fine password\n", cwd=tmp_path)
    assert (printed.returncode, is_password("a fine password", printed.stdout.strip())) == (0, True)
    (tmp_path / "hash").touch(0o644)
    written = password("a fine password\nmore\n", "--file", "hash", cwd=tmp_path)
    assert (written.returncode, written.stdout) == (0, "")
    assert is_password("a fine password", (tmp_path / "hash").read_text().strip())
    assert (tmp_path / "hash").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["hash"]


@pytest.mark.parametrize("typed", ["", "\n", "   \n"])
def test_it_makes_none_of_nothing(typed: str, tmp_path: Path) -> None:
    done = password(typed, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_serving_to_others_needs_a_password_or_a_word_that_it_is_public(tmp_path: Path) -> None:
    write(tmp_path / "news", 0)
    refused = dateline("serve", "news", "--host", "0.0.0.0", "--port", "0", cwd=tmp_path)
    assert (refused.returncode, refused.stderr.count("\n"), "--public" in refused.stderr) == (2, 1, True)
    assert not (tmp_path / ".dateline").exists()
    (tmp_path / "hash").write_text("a fine password\n")
    for file in ("hash", "away"):
        wrong = dateline("serve", "--host", "0.0.0.0", "--password-file", file, cwd=tmp_path)
        assert (wrong.returncode, wrong.stderr.count("\n"), file in wrong.stderr) == (2, 1, True)


def test_a_file_without_an_end_is_no_password() -> None:
    with pytest.raises(DatelineError, match="/dev/zero holds no hash of a password"):
        hash_in(Path("/dev/zero"))


def test_it_serves_whoever_has_the_password(tmp_path: Path) -> None:
    write(tmp_path / "news", 0)
    password("a fine password\n", "--file", "hash", cwd=tmp_path)
    with served("news", "--host", "0.0.0.0", "--password-file", "hash", cwd=tmp_path) as address:
        assert answer(f"{address}/search.json?q=peace")[0] == 401
        reader = build_opener(HTTPCookieProcessor())
        form = urlencode({"password": "a fine password", "next": "/?q=peace"}).encode()
        with reader.open(f"{address}/login", form, timeout=20) as found:
            assert "Title 0" in found.read().decode()


def test_it_serves_everyone_when_that_is_meant(tmp_path: Path) -> None:
    write(tmp_path / "news", 0)
    with served("news", "--host", "0.0.0.0", "--public", cwd=tmp_path) as address:
        status, found = answer(f"{address}/search.json?q=peace")
        assert (status, "Title 0" in found, "0.txt" in found) == (200, True, False)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such terminal")
def test_it_asks_twice_on_a_terminal_and_shows_nothing_of_it(tmp_path: Path) -> None:
    with on_a_terminal("password", "--file", "hash", cwd=tmp_path) as terminal:
        assert terminal.told_until("Password: ") == "Password: "
        terminal.type("a fine password\n")
        terminal.told_until("The same again: ")
        terminal.type("another password\n")
        assert "do not match" in terminal.told_until("Password: ")
        terminal.type("a fine password\n")
        terminal.told_until("The same again: ")
        terminal.type("a fine password\n")
        terminal.told_until("--password-file hash\r\n")
    assert (terminal.exit_code, "fine" in terminal.told) == (0, False)
    assert is_password("a fine password", (tmp_path / "hash").read_text().strip())


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such terminal")
def test_it_stops_in_one_line_when_the_question_is_interrupted(tmp_path: Path) -> None:
    with on_a_terminal("password", "--file", "hash", cwd=tmp_path) as terminal:
        terminal.told_until("Password: ")
        # Again until it has an effect: Python does not see a signal that comes just before it waits for a line.
        terminal.type("\x03")
        terminal.told_until("dateline: stopped\r\n", pressing="\x03")
    assert (terminal.exit_code, list(tmp_path.iterdir())) == (130, [])
