"""What `dateline search` prints beside a page of hits: exports, counts, and many queries at once."""

import csv
import io
import json
import os
import pty
import shutil
import stat
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import cli.last_search
from tests.test_command import SEEDS, dateline, environment, hits, on_a_terminal


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index of the seeds."""
    folder = tmp_path_factory.mktemp("place")
    shutil.copytree(SEEDS, folder / "seeds")
    assert dateline("index", "seeds", cwd=folder).returncode == 0
    return folder


def rows(*args: str, cwd: Path, typed: bytes = b"") -> list[dict[str, str]]:
    """The rows of CSV that a command prints."""
    command = [sys.executable, "-m", "dateline", *args]
    done = subprocess.run(command, cwd=cwd, env=environment(), input=typed, capture_output=True, check=False)
    assert done.stderr == b""
    return list(csv.DictReader(io.StringIO(done.stdout.decode())))


def test_every_match_is_printed_unless_a_limit_is_given(place: Path) -> None:
    ranked = [hit["id"] for hit in hits("milley", cwd=place)]
    assert [row["id"] for row in rows("search", "milley", "--format", "csv", cwd=place)] == ranked
    two = dateline("search", "milley", "--format", "ids", "--limit", "2", "--page", "2", cwd=place)
    assert (two.returncode, two.stdout.split()) == (0, ranked[2:4])
    once = dateline("search", "milley", "--format", "ids", "--copies", "stories", cwd=place)
    assert once.stdout.split() == ranked[:1]
    lines = dateline("search", "milley", "--format", "jsonl", cwd=place).stdout.splitlines()
    assert [json.loads(line) for line in lines] == hits("milley", cwd=place)


def test_nothing_found_is_an_empty_export_and_exit_code_1(place: Path) -> None:
    answer = dateline("search", "zzzz", "--format", "csl-json", cwd=place)
    assert (answer.returncode, json.loads(answer.stdout)) == (1, [])


def test_it_says_how_many_there_are_and_of_what(place: Path) -> None:
    counted = dateline("search", "milley", "--count", "--facets", cwd=place)
    assert counted.stdout.splitlines() == [
        *("total\t5", "with_all_words\t5", "stories\t1", "source\tCNN\t2", "source\tThe New Voice of Ukraine\t1"),
        *("year\t2022\t5", "month\t2022-11\t5"),
    ]
    as_json = json.loads(dateline("search", "milley", "--facets", "--json", cwd=place).stdout)
    assert as_json["facets"]["year"] == [{"value": "2022", "count": 5}]
    assert dateline("search", "zzzz", "--count", cwd=place).returncode == 1


def test_it_keeps_to_outlets_and_authors(place: Path) -> None:
    def found(*options: str) -> int:
        return len(hits("milley", *options, cwd=place))

    assert found("--source", "cnn") == 2
    assert found("--source", "cnn", "--source", "The New Voice of Ukraine") == 3
    assert found("--author", "nobody at all") == 0


def test_a_query_a_line_never_stops_at_a_bad_one(place: Path) -> None:
    typed = b'milley\n"seize the moment"\n\n\xff\xfe(((\n' + b"x" * 300_000 + b"\r\ngoverment"
    found = rows("search", "-", cwd=place, typed=typed)
    assert [row["query"][:20] for row in found] == [
        "milley",
        '"seize the moment"',
        "",
        "\ufffd\ufffd(((",
        "x" * 20,
        "goverment",
    ]
    assert [row["total"] for row in found] == ["5", "3", "0", "0", "0", "3"]
    assert (found[2]["note"], found[5]["read_as"]) == ("no query on this line", "government")
    assert found[5]["note"] == "showing: government"
    assert list(found[0])[:4] == ["query", "total", "stories", "note"]


@pytest.mark.parametrize("more", [[], ["--hits", "2"]])
def test_many_queries_end_in_one_line_where_the_index_is_damaged(place: Path, tmp_path: Path, more: list[str]) -> None:
    index = Path(shutil.copytree(place / ".dateline", tmp_path / "index"))
    for file in index.glob("*.articles"):
        file.write_bytes(bytes(byte ^ 255 for byte in file.read_bytes()))
    command = [sys.executable, "-m", "dateline", "search", "-", "--index", str(index), *more]
    done = subprocess.run(command, env=environment(), input=b"milley\npeace\n", capture_output=True, check=False)
    assert (done.returncode, done.stderr.count(b"\n"), done.stdout.count(b"\n")) == (2, 1, 1)


def test_a_line_of_nothing_that_can_be_printed_asks_for_nothing(place: Path) -> None:
    found = rows("search", "-", cwd=place, typed=b"\0\0\n\x1b \n\xe2\x80\x8e\n")
    assert [(row["total"], row["note"]) for row in found] == [("0", "no query on this line")] * 3
    assert rows("search", "-", "--hits", "2", cwd=place, typed=b"\0\n") == []


@pytest.mark.parametrize("option", [["--limit", "9" * 20], ["--limit", "5", "--page", "9" * 20], ["--page", "9" * 20]])
@pytest.mark.parametrize("shown", [[], ["--format", "csv"], ["--json"]])
def test_numbers_without_end_are_refused(place: Path, option: list[str], shown: list[str]) -> None:
    answer = dateline("search", "talks", *option, *shown, cwd=place)
    assert (answer.returncode, answer.stdout, answer.stderr.count("\n")) == (2, "", 1)


def test_the_furthest_page_is_empty(place: Path) -> None:
    furthest = ["--limit", "999999999", "--page", "999999999"]
    assert dateline("search", "talks", "--format", "ids", *furthest, cwd=place).returncode == 1


def test_the_first_articles_of_each_query_come_behind_it(place: Path) -> None:
    found = rows("search", "-", "--hits", "2", "--source", "cnn", cwd=place, typed=b"milley\nzzzz\n=talks\n")
    assert [(row["query"], row["rank"]) for row in found][:3] == [("milley", "1"), ("milley", "2"), ("'=talks", "1")]
    assert {row["source"] for row in found} == {"CNN"}


@pytest.mark.parametrize(
    "options",
    [
        ["talks", "--format", "csv", "--json"],
        ["talks", "--format", "csv", "--count"],
        ["talks", "--format", "xml"],
        ["talks", "--format", "csv", "--page", "2"],
        ["talks", "--hits", "2"],
        ["-", "--format", "csv"],
        ["talks", "--source", " "],
        ["talks", "--author", ""],
    ],
)
def test_it_says_which_options_do_not_go_together(place: Path, options: list[str]) -> None:
    answer = dateline("search", *options, cwd=place)
    assert (answer.returncode, answer.stdout, answer.stderr.count("\n")) == (2, "", 1)


def test_it_reads_the_index_from_before_the_subcommand(place: Path, tmp_path: Path) -> None:
    index = str(place / ".dateline")
    assert dateline("--index", index, "search", "milley", cwd=tmp_path).returncode == 0
    assert dateline("--index", "nowhere", "search", "milley", "--index", index, cwd=tmp_path).returncode == 0
    assert dateline("--index", "", "search", "milley", cwd=tmp_path).returncode == 2
    assert dateline("--index", index, cwd=tmp_path).returncode == 2


def test_an_id_may_be_cut_where_no_other_begins_so(place: Path) -> None:
    id = hits("milley", cwd=place)[0]["id"]
    for start in (id[:4], id[:10]):
        assert json.loads(dateline("show", start, "--json", cwd=place).stdout)["id"] == id
    assert dateline("explain", id[:4], "milley", cwd=place).returncode == 0
    assert dateline("show", id + "0", cwd=place).returncode == 1


def test_it_names_the_ids_that_begin_so_where_several_do(tmp_path: Path) -> None:
    for number in range(17):
        (tmp_path / f"{number}.txt").write_text(f"Peace number{number}\n\nAll about talk number{number} in Geneva.\n")
    dateline("index", ".", cwd=tmp_path)
    ids = sorted(dateline("search", "peace", "--format", "ids", cwd=tmp_path).stdout.split())
    letter = next(id[0] for id, following in pairwise(ids) if id[0] == following[0])
    answer = dateline("show", letter, cwd=tmp_path)
    assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)
    assert next(id for id in ids if id[0] == letter) in answer.stderr


TALK = """
import os, subprocess, sys
def dateline(*args):
    return subprocess.run([sys.executable, "-m", "dateline", *args], capture_output=True, text=True).stdout
dateline("search", "milley", "--copies", "all", "-n", "2", "--page", "2")
print(dateline("show", "3", "--json"), end="", flush=True)
"""


def test_a_number_is_that_of_a_hit_of_the_last_search_in_the_terminal(place: Path, tmp_path: Path) -> None:
    parent, child = pty.openpty()
    environ = {**environment(), "XDG_STATE_HOME": str(tmp_path)}
    talk = [sys.executable, "-c", TALK]
    done = subprocess.run(talk, cwd=place, env=environ, stdin=child, capture_output=True, text=True, check=True)
    os.close(parent)
    os.close(child)
    assert json.loads(done.stdout)["id"] == hits("milley", cwd=place)[2]["id"]
    (kept,) = (tmp_path / "dateline").iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert dateline("show", "77777", cwd=place, env={"XDG_STATE_HOME": str(tmp_path)}).returncode == 1


def test_titles_are_links_where_the_terminal_draws_them(place: Path) -> None:
    def shown(**env: str) -> str:
        return on_a_terminal("search", "milley", cwd=place, env=env)

    path = hits("milley", cwd=place)[0]["path"]
    assert f";{Path(path).as_uri()}\x1b\\" in shown(VTE_VERSION="7600")
    for env in ({}, {"VTE_VERSION": "7600", "NO_COLOR": "1"}, {"VTE_VERSION": "7600", "FORCE_HYPERLINK": "0"}):
        assert "\x1b]8;" not in shown(**env)


def test_a_terminal_obeys_nothing_that_is_exported(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps({"title": "Peace \x1b[31mred", "text": "Peace talks went on in Geneva."})
    )
    dateline("index", "a.json", cwd=tmp_path)
    assert "\x1b" not in on_a_terminal("search", "peace", "--format", "ris", cwd=tmp_path)


def test_an_export_that_nobody_reads_on_is_no_failure(place: Path) -> None:
    line = f'"{sys.executable}" -m dateline search milley --format csv | true; echo "${{PIPESTATUS[0]}}"'
    answer = subprocess.run(
        ["bash", "-c", line], cwd=place, env=environment(), capture_output=True, text=True, check=True
    )
    assert (answer.stdout, answer.stderr) == ("0\n", "")


@pytest.mark.parametrize("kept", ["[" * 200_000, '{"index": "x", "first": 1e999, "ids": []}', " " * 2_000_000, None])
def test_a_last_search_that_cannot_be_read_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: str | None
) -> None:
    monkeypatch.setattr(cli.last_search, "terminal_name", lambda: "/dev/pts/1")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    file = cli.last_search.place()
    assert file is not None
    file.parent.mkdir()
    if kept is None:
        os.mkfifo(file)
    else:
        file.write_text(kept)
    assert cli.last_search.last_search("x") is None


def test_a_last_search_is_not_kept_in_the_folder_that_one_is_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli.last_search, "terminal_name", lambda: "/dev/pts/1")
    monkeypatch.setenv("XDG_STATE_HOME", "articles")
    file = cli.last_search.place()
    assert file is not None
    assert file.is_absolute()
