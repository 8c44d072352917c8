"""The page as `dateline serve` serves it, while the index changes under it."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.test_command import dateline, environment


@contextmanager
def served(*args: str, cwd: Path, said: list[str] | None = None) -> Iterator[str]:
    """The address of a `dateline serve` on a free port, which may first say something; ended by its process id."""
    command = [sys.executable, "-m", "dateline", "serve", "--port", "0", *args]
    with subprocess.Popen(command, cwd=cwd, env=environment(), stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            before = [] if said is None else said
            for line in process.stderr:
                if "http://" in line:
                    break
                before.append(line)
            else:
                raise AssertionError(before)
            yield "http" + line.split("http")[1].split()[0].rstrip("/")
        finally:
            process.terminate()
            process.wait(timeout=20)
    assert process.returncode == 0


def answer(address: str) -> tuple[int, str]:
    """Status and text of a page."""
    try:
        with urlopen(address, timeout=20) as response:
            return response.status, response.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()


def write(folder: Path, number: int) -> None:
    """An article that holds a word of its own."""
    folder.mkdir(exist_ok=True)
    (folder / f"{number}.txt").write_text(f"Title {number}\n\nAll about zebra{number} and peace.\n", "utf-8")


def test_what_is_indexed_shows_up_within_two_seconds_and_without_an_error_in_between(tmp_path: Path) -> None:
    write(tmp_path / "news", 0)
    with served("news", cwd=tmp_path) as address:
        stop, statuses = threading.Event(), set[int]()

        def ask_again_and_again() -> None:
            while not stop.is_set():
                statuses.add(answer(f"{address}/search.json?q=peace")[0])
                statuses.add(answer(f"{address}/?q=peace")[0])

        readers = [threading.Thread(target=ask_again_and_again) for _ in range(2)]
        for reader in readers:
            reader.start()
        try:
            for number in range(1, 6):
                write(tmp_path / "news", number)
                (tmp_path / "news" / f"{number - 1}.txt").unlink()
                assert dateline("index", "news", cwd=tmp_path).returncode == 0
                built = time.monotonic()
                found = json.loads(answer(f"{address}/search.json?q=zebra{number}")[1])
                assert (found["total"], time.monotonic() - built < 2) == (1, True)
                assert json.loads(answer(f"{address}/search.json?q=zebra{number - 1}")[1])["total"] == 0
        finally:
            stop.set()
            for reader in readers:
                reader.join()
    assert statuses == {200}


def test_it_says_503_while_there_is_no_index_and_recovers_by_itself(tmp_path: Path) -> None:
    write(tmp_path / "news", 0)
    with served("news", cwd=tmp_path) as address:
        (tmp_path / ".dateline").rename(tmp_path / "away")
        gone = answer(f"{address}/healthz")[0], answer(f"{address}/?q=peace")
        (tmp_path / "away").rename(tmp_path / ".dateline")
        assert answer(f"{address}/healthz")[0] == 200
    assert (gone[0], gone[1][0]) == (503, 503)
    assert "dateline index" in gone[1][1]


def test_it_says_that_the_port_is_taken(tmp_path: Path) -> None:
    write(tmp_path / "news", 0)
    with served("news", cwd=tmp_path) as address:
        second = dateline("serve", "--port", address.rsplit(":", 1)[1], cwd=tmp_path)
    assert (second.returncode, second.stderr.count("\n")) == (2, 1)
    assert "port" in second.stderr


def test_it_says_that_a_folder_is_empty_now_and_serves_what_was_there(tmp_path: Path) -> None:
    write(tmp_path / "news", 0)
    assert dateline("index", "news", cwd=tmp_path).returncode == 0
    (tmp_path / "news" / "0.txt").unlink()
    said: list[str] = []
    with served("news", cwd=tmp_path, said=said) as address:
        assert json.loads(answer(f"{address}/search.json?q=zebra0")[1])["total"] == 1
    assert "the folder is empty; what was indexed from there stays, 1 articles, until you say  --prune" in said[0]
    assert [line for line in said if "articles in" in line] == ["1 articles in .dateline\n"]
