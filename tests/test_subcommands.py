"""The smaller commands: open, stats, completion, man, and what serve says of its port."""

import json
import shutil
import socket
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cli.commands import cli
from cli.subcommands.alert_command import alert_command
from cli.subcommands.serve_command import other_port
from cli.subcommands.stats_command import bar, stats_lines
from search.snapshots import open_engine
from search.statistics import Statistics
from tests.test_command import SEEDS, dateline, hits
from web import create_app


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index of the seeds and of a page with an address."""
    folder = tmp_path_factory.mktemp("place")
    shutil.copytree(SEEDS, folder / "seeds")
    record = {
        "title": "Bridge closed",
        "text": "The bridge is closed.",
        "url": "https://elbe.example/a_b",
        "author": "Ann",
    }
    odd = record | {"title": "Odd one", "url": "javascript:alert(1)", "date": "2021-03-01"}
    (folder / "seeds" / "two.jsonl").write_text(f"{json.dumps(record)}\n{json.dumps(odd)}\n")
    first = dateline("index", "seeds", cwd=folder)
    assert first.returncode == 0
    assert first.stderr == "search it:  dateline search WORDS  or as a web page:  dateline serve\n"
    return folder


def id_of(words: str, place: Path) -> str:
    """The id of the first hit."""
    return str(hits(words, cwd=place)[0]["id"])


def test_it_tells_the_address_of_an_article_or_its_file(place: Path) -> None:
    bridge = id_of("bridge", place)
    assert dateline("open", bridge, "--print", cwd=place).stdout == "https://elbe.example/a_b\n"
    file = (place / "seeds" / "two.jsonl").resolve().as_uri()
    assert dateline("open", bridge, "--print", "--file", cwd=place).stdout == f"{file}\n"
    assert dateline("open", id_of("odd", place), "--print", cwd=place).stdout == f"{file}\n"


def test_it_opens_pages_of_the_web_and_files_beside_the_index_alone(place: Path, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{tmp_path}/opened"')
    browser.chmod(0o755)
    env = {"BROWSER": f"{browser} %s", "DISPLAY": ""}
    id = id_of("milley", place)
    assert dateline("open", id, cwd=place, env=env).returncode == 0
    elsewhere = dateline("open", id, "--index", str(place / ".dateline"), cwd=tmp_path, env=env)
    assert elsewhere.returncode == 0
    opened = (tmp_path / "opened").read_text().splitlines()
    assert opened == [Path(hits("milley", cwd=place)[0]["path"]).as_uri()] * 2
    shutil.copytree(place / ".dateline", tmp_path / "copy" / ".dateline")
    refused = dateline("open", id, cwd=tmp_path / "copy", env=env)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "--root DIR" in refused.stderr
    assert dateline("open", id, "--root", str(place), cwd=tmp_path / "copy", env=env).returncode == 0


def test_it_says_what_the_index_holds(place: Path) -> None:
    told = json.loads(dateline("stats", "--json", cwd=place).stdout)
    assert (told["articles"], told["languages"]) == (7, None)
    assert {"value": "CNN", "count": 2} in told["outlets"]
    assert told["months"] == [{"value": "2022-11", "count": 5}, {"value": "2021-03", "count": 1}]
    assert told["formats"] == [{"value": "txt", "count": 5}, {"value": "jsonl", "count": 2}]
    assert sum(each["count"] for each in told["dated"]) == 7
    assert told["dated"][-1] == {"value": "undated", "count": 1}
    lines = dateline("stats", cwd=place).stdout
    assert f"    2022-11  5  {'█' * 40}\n" in lines
    assert "7 articles" in lines


def test_it_writes_thousands_of_stories_as_it_does_of_articles() -> None:
    assert next(stats_lines(Statistics(3828, 2851, (), (), (), ()))) == (("3,828 articles, 2,851 stories", "title"),)


def test_it_lists_who_tells_a_story(place: Path) -> None:
    id = id_of("milley", place)
    story = json.loads(dateline("story", id[:6], "--json", cwd=place).stdout)
    assert (story["total"], len(story["members"])) == (5, 5)
    assert [member["id"] for member in story["members"] if member["is_this"]] == [id]
    told = create_app(open_engine(str(place / ".dateline"))).test_client().get(f"/story/{id}.json").json or {}
    assert {key: value for key, value in story.items() if key != "members"} == {
        key: value for key, value in told.items() if key != "members"
    }
    assert {"differences", "only_here", "source_texts", "quotations", "read"} <= story.keys()
    assert dateline("story", id, cwd=place).stdout.startswith("told by 5 articles\n")
    assert dateline("story", id_of("bridge", place), cwd=place).returncode == 1


def test_it_sets_two_articles_side_by_side(place: Path) -> None:
    left, right = (hit["id"] for hit in hits("milley", "-n", "2", cwd=place))
    lines = dateline("compare", left, right, cwd=place).stdout.splitlines()
    assert [line[:2] for line in lines[:2]] == ["< ", "> "]
    assert lines[2].startswith("  0 shared, ")
    same = dateline("compare", left, left, cwd=place).stdout.splitlines()
    assert {line[:2] for line in same[4:]} == {"= "}
    assert dateline("compare", left, "nothing", cwd=place).returncode == 1


def test_it_explains_how_words_are_read(place: Path) -> None:
    told = dateline("explain", "(milley", "-nato", cwd=place)
    assert (told.returncode, told.stdout.splitlines()[0]) == (0, "read as: milley AND NOT nato")
    assert "a bracket was not closed" in told.stdout
    assert told.stdout.splitlines()[-1].startswith("4 articles")
    assert dateline("explain", "zzzz", cwd=place).returncode == 1
    gone = dateline("explain", "0123456789abcdef", "milley", cwd=place)
    assert (gone.returncode, gone.stderr.count("\n")) == (1, 1)


def test_bars_are_as_long_as_their_share() -> None:
    assert [bar(share) for share in (1.0, 0.5, 1 / 40, 1 / 80, 0.0)] == ["█" * 40, "█" * 20, "█", "▌", "▏"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_it_prints_what_a_shell_completes_by(shell: str, tmp_path: Path) -> None:
    script = dateline("completion", shell, cwd=tmp_path)
    assert (script.returncode, "_DATELINE_COMPLETE" in script.stdout) == (0, True)
    env = {"_DATELINE_COMPLETE": "bash_complete", "COMP_WORDS": "dateline sta", "COMP_CWORD": "1"}
    assert dateline(cwd=tmp_path, env=env).stdout == "plain,stats\n"


def test_it_makes_a_manual_page_of_all_commands(tmp_path: Path) -> None:
    page = dateline("man", cwd=tmp_path).stdout
    assert page.startswith(".TH DATELINE 1")
    assert r"\fB\-\-format" in page
    assert ".SS dateline alert run [OPTIONS]" in page
    assert "" not in page.removesuffix("\n").split("\n")
    assert r"dateline search speaker:Milley \-\-since 2022\-11" in page
    assert dateline("man", "--install", str(tmp_path / "man"), cwd=tmp_path).returncode == 0
    assert (tmp_path / "man" / "man1" / "dateline.1").read_text("utf-8") == page
    if shutil.which("man"):
        command = ["man", "--warnings", "-l", str(tmp_path / "man" / "man1" / "dateline.1")]
        read = subprocess.run(command, capture_output=True, text=True, check=True)
        assert read.stderr == ""


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_help_has_examples(command: str) -> None:
    assert f"\ndateline {command} " in (cli.commands[command].help or "").replace("\n    ", "\n")


@pytest.mark.parametrize("command", sorted(alert_command.commands))
def test_help_of_alerts_has_examples(command: str) -> None:
    assert f"\ndateline alert {command}" in f"{alert_command.commands[command].help}\n".replace("\n    ", "\n")


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_it_gives_the_command_that_works_where_a_port_is_taken(place: Path, taken: int) -> None:
    answer = dateline("serve", "--port", str(taken), "--index", ".dateline", cwd=place)
    assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)
    command = answer.stderr.strip().rpartition("  ")[2].split()
    assert command[:-1] == ["dateline", "serve", "--index", ".dateline", "--port"]
    with socket.create_server(("127.0.0.1", int(command[-1]))):
        pass


def test_another_port_is_put_where_the_taken_one_stood() -> None:
    assert other_port(["serve", "--port=8000", "x"], 1) == ["serve", "x", "--port", "1"]
    assert other_port(["serve", "x", "--port"], 1) == ["serve", "x", "--port", "1"]


def test_it_writes_the_index_or_what_a_search_finds_as_a_database(place: Path, tmp_path: Path) -> None:
    whole = dateline("export", str(tmp_path / "pile.db"), cwd=place)
    count = int(dateline("search", "*", "--count", cwd=place).stdout.split()[1])
    assert (whole.returncode, whole.stdout) == (0, f"{tmp_path / 'pile.db'}: {count} articles\n")
    some = dateline("export", str(tmp_path / "some.db"), "title:bridge", "--author", "Ann", cwd=place)
    assert (some.returncode, some.stdout) == (0, f"{tmp_path / 'some.db'}: 1 article\n")
    with closing(sqlite3.connect(tmp_path / "some.db")) as database:
        assert database.execute("SELECT title, url FROM articles").fetchall() == [
            ("Bridge closed", "https://elbe.example/a_b")
        ]
        assert dict(database.execute("SELECT key, value FROM about"))["query"] == "title:bridge"
    none = dateline("export", str(tmp_path / "none.db"), "xyzzyx", cwd=place)
    assert (none.returncode, none.stdout) == (1, f"{tmp_path / 'none.db'}: 0 articles\n")
    (tmp_path / "mine.db").write_text("mine")
    kept = dateline("export", str(tmp_path / "mine.db"), cwd=place)
    assert (kept.returncode, "was not written by Dateline" in kept.stderr) == (2, True)
