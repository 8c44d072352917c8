"""The command as a person types it: a process of its own, its output, its exit code."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cli import commands
from index.meaning.encoder import installed_encoder

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


def dateline(*args: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """What the command answers."""
    return subprocess.run(
        [sys.executable, "-m", "dateline", *map(str, args)],
        cwd=cwd,
        env={**environment(), **(env or {})},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


OTHERS_CHOICES = ("DATELINE_INDEX", "NO_COLOR", "PAGER", "LESS")


def environment() -> dict[str, str]:
    """Ours, without what would choose another index, or how it looks."""
    kept = {name: value for name, value in os.environ.items() if name not in OTHERS_CHOICES}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index of the seeds."""
    folder = tmp_path_factory.mktemp("place")
    shutil.copytree(SEEDS, folder / "seeds")
    assert dateline("index", "seeds", cwd=folder).returncode == 0
    return folder


def hits(*args: str, cwd: Path) -> list[dict[str, Any]]:
    """The hits of a search, as JSON."""
    return [json.loads(line) for line in dateline("search", "--json", *args, cwd=cwd).stdout.splitlines()]


@pytest.mark.skipif(installed_encoder() is None, reason="the extra  semantic  is not installed")
def test_an_index_ranks_by_meaning_when_it_is_told_to(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    assert dateline("index", "--semantic", "seeds", cwd=tmp_path).returncode == 0
    (id, *_) = dateline("search", "ending the war by diplomacy", "--json", cwd=tmp_path).stdout.splitlines()
    told = dateline("explain", json.loads(id)["id"], "ending the war by diplomacy", cwd=tmp_path)
    assert "meaning" in told.stdout
    assert dateline("index", "--no-semantic", "seeds", cwd=tmp_path).returncode == 0
    told = dateline("explain", json.loads(id)["id"], "ending the war by diplomacy", cwd=tmp_path)
    assert "meaning" not in told.stdout


@pytest.mark.skipif(installed_encoder() is not None, reason="the extra  semantic  is installed")
def test_an_index_cannot_rank_by_meaning_without_the_extra(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    told = dateline("index", "--semantic", "seeds", cwd=tmp_path)
    assert (told.returncode, told.stdout) == (2, "")
    assert "pip install 'dateline[semantic]'" in told.stderr


def test_it_finds_a_phrase_and_marks_it(place: Path) -> None:
    found = hits("seize the moment", cwd=place)
    assert {Path(hit["path"]).name[:3] for hit in found} == {"000", "003", "004"}
    assert [hit["rank"] for hit in found] == [1, 2, 3]
    for hit in found:
        assert ["Seize the moment", True] in hit["snippet"]
    assert hits('"seize the moment"', cwd=place) == found


def test_it_prints_the_json_of_the_contract(place: Path) -> None:
    hit = next(hit for hit in hits("seize the moment", cwd=place) if "000_" in hit["path"])
    assert list(hit) == [
        "rank", "id", "score", "title", "source", "path", "url", "published", "snippet", "story", "copies", "cites",
        "record", "lacks",
    ]  # fmt: skip
    assert (hit["source"], hit["url"], hit["copies"], hit["cites"]) == ("CNN", None, [], [])
    assert (hit["record"], hit["lacks"]) == (None, [])
    assert hit["story"] == min(hit["id"] for hit in hits("ukraine", cwd=place))
    assert hit["published"] == {
        "first": "2022-11-12",
        "last": "2022-11-12",
        "precision": "day",
        "how": "stated",
        "evidence": "date 2022-11-12",
        "confidence": 0.88,
    }


def test_it_exits_1_when_nothing_is_found(place: Path) -> None:
    answer = dateline("search", "zzzz", cwd=place)
    assert (answer.returncode, answer.stdout) == (1, "")


@pytest.mark.parametrize("command", [["search", "peace"], ["show", "x"], ["explain", "x", "peace"], ["serve"]])
def test_it_exits_2_and_says_what_to_type_when_there_is_no_index(tmp_path: Path, command: list[str]) -> None:
    answer = dateline(*command, cwd=tmp_path)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == "dateline: no index at .dateline: make one with  dateline index FOLDER\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["search"],
        ["search", "-n", "many", "peace"],
        ["search", "--page", "0", "peace"],
        ["search", "--sort", "best", "peace"],
        ["search", "--no-such-option", "peace"],
        ["index"],
        ["index", "nowhere"],
        ["index", ""],
        ["index", "--verify", "nowhere"],
        ["index", "--verify", "--rebuild"],
        ["index", "--verify", "--map", "body=zzz"],
        ["search", "peace", "-n"],
        ["search", "peace", "--since", "soon"],
        ["search", "peace", "--until", ""],
        ["search", "peace", "--index"],
        ["search", "peace", "--index", ""],
        ["index", "seeds", "--index", ""],
        ["index", "seeds", "--index", "seeds/000_9102dc1dd2ac0ff1.txt"],
        ["search", "peace", "-n", "0"],
        ["search", "peace", "-n", "10001"],
        ["search", "peace", "--index", "x" * 5000],
        ["no-such-command"],
        ["eval", "nowhere.tsv", "nowhere.qrels"],
        ["serve", "--port", "99999"],
    ],
)
def test_it_says_in_one_line_what_was_wrong(place: Path, arguments: list[str]) -> None:
    answer = dateline(*arguments, cwd=place)
    assert (answer.returncode, answer.stdout, answer.stderr.count("\n")) == (2, "", 1)
    assert answer.stderr.startswith("dateline: ")


def test_words_may_begin_with_a_minus(place: Path) -> None:
    every, without = hits("milley", cwd=place), hits("milley", "-nato", cwd=place)
    assert len(every) == 5
    assert {Path(hit["path"]).name[:3] for hit in without} == {"000", "001", "002", "004"}


def test_it_pages_and_sorts(place: Path) -> None:
    dates = [hit["published"] and hit["published"]["first"] for hit in hits("milley", "--sort", "oldest", cwd=place)]
    assert dates == ["2022-11-10", "2022-11-11", "2022-11-12", "2022-11-13", "2022-11-14"]
    ranked = hits("milley", cwd=place)
    pages = [hits("milley", "-n", "2", "--page", page, cwd=place) for page in ("1", "2", "3")]
    assert [hit for page in pages for hit in page] == ranked
    past = dateline("search", "milley", "--page", "9", cwd=place)
    assert (past.returncode, past.stderr) == (1, "page 9 is past the end: there is 1 page\n")
    far = dateline("search", "milley", "-n", "10000", "--page", "9" * 9, "--copies", "all", cwd=place)
    assert (far.returncode, far.stderr) == (1, "page 999,999,999 is past the end: there is 1 page\n")


def test_it_takes_days_as_they_are_typed(place: Path) -> None:
    every = [hit["id"] for hit in hits("milley", "--sort", "oldest", cwd=place)]
    options = ["--sort", "oldest", "--since", "2022/11", "--until", "12 Nov 2022"]
    assert [hit["id"] for hit in hits("milley", *options, cwd=place)] == every[:3]
    days = ["date:2022-11-11", "to", "12", "Nov", "2022"]
    assert [hit["id"] for hit in hits("milley", *days, "--sort", "oldest", cwd=place)] == every[:3]
    either = dateline("search", "milley", "--since", "11/12/2022", cwd=place)
    assert "“11/12/2022” may be 2022-11-12 or 2022-12-11: either day is taken in" in either.stderr
    assert hits("milley", "since:yesterday", cwd=place) == []
    assert (
        "read as: milley AND since:20" in dateline("explain", every[0], "milley", "since:yesterday", cwd=place).stdout
    )


def test_it_reads_the_index_from_the_option_then_the_environment(place: Path, tmp_path: Path) -> None:
    index = str(place / ".dateline")
    assert dateline("search", "milley", "--index", index, cwd=tmp_path).returncode == 0
    assert dateline("search", "milley", cwd=tmp_path, env={"DATELINE_INDEX": index}).returncode == 0


def test_it_shows_an_article_and_what_was_left_out(place: Path) -> None:
    hit = next(hit for hit in hits("milley", cwd=place) if "001_" in hit["path"])
    shown = json.loads(dateline("show", hit["id"], "--json", cwd=place).stdout)
    assert shown["body"].startswith("Gen. Mark A. Milley, chairman of the Joint Chiefs of Staff, made the case")
    assert "\n\n" in shown["body"]
    assert "Mark Milley" in shown["removed"]
    assert {"author", "place"} <= shown.keys()
    text = dateline("show", hit["id"], cwd=place)
    assert "Top U.S. general urges Ukraine-Russia talks" in text.stdout
    assert "Something went wrong." in text.stdout


@pytest.mark.parametrize("command", [["show", ""], ["explain", "", "peace"]])
def test_it_says_which_id_no_article_has(place: Path, command: list[str]) -> None:
    answer = dateline(*command, cwd=place)
    why = "no article has the id “”: the ids are in  dateline search --json WORDS"
    assert (answer.returncode, answer.stdout, answer.stderr) == (1, "", f"dateline: {why}\n")
    command[1] = "../" * 30_000
    assert len(dateline(*command, cwd=place).stderr) < 200


def test_it_explains_a_match_and_a_failure(place: Path) -> None:
    hit = next(hit for hit in hits("milley", cwd=place) if "004_" in hit["path"])
    match = dateline("explain", hit["id"], "milley", "diplomacy", cwd=place)
    assert (match.returncode, match.stderr) == (0, "")
    assert "in title and body" in match.stdout
    failure = dateline("explain", hit["id"], "milley", "-diplomacy", cwd=place)
    assert failure.returncode == 1
    assert "does not match: NOT diplomacy" in failure.stdout


def test_it_explains_the_search_of_the_same_words(place: Path) -> None:
    for hit in hits("seize the moment", cwd=place):
        told = dateline("explain", hit["id"], "seize the moment", cwd=place).stdout
        assert f"{hit['score']:.4f}  in all: rank {hit['rank']} of 3" in told


def test_it_shows_the_keys_of_a_hit_and_more(place: Path) -> None:
    hit = hits("milley", cwd=place)[0]
    shown = json.loads(dateline("show", hit["id"], "--json", cwd=place).stdout)
    assert list(shown) == [*hit, "body", "author", "place", "language", "removed"]


def in_a_shell(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """What a line of shell answers, in which  dateline  is the command."""
    script = f'dateline() {{ "{sys.executable}" -m dateline "$@"; }}; {line}'
    command = ["bash", "-c", script]
    return subprocess.run(command, cwd=cwd, env=environment(), capture_output=True, text=True, check=False)


def test_it_has_found_something_even_if_nobody_reads_on(place: Path) -> None:
    answer = in_a_shell('dateline search milley -n 5 | true; echo "${PIPESTATUS[0]}"', place)
    assert (answer.stdout, answer.stderr) == ("0\n", "")


@pytest.mark.parametrize("where", [">/dev/full", ">&-"])
@pytest.mark.parametrize("command", ["search milley", "search --json milley", "index seeds"])
def test_it_says_that_it_cannot_print(place: Path, command: str, where: str) -> None:
    answer = in_a_shell(f"dateline {command} {where}", place)
    assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)


def test_it_shows_what_it_can_where_letters_are_missing(place: Path) -> None:
    answer = dateline("search", "milley", cwd=place, env={"PYTHONIOENCODING": "ascii"})
    assert (answer.returncode, answer.stderr) == (0, "")


def test_it_says_that_the_folder_it_is_in_is_gone(tmp_path: Path) -> None:
    answer = in_a_shell("mkdir gone && cd gone && rmdir ../gone && dateline index .", tmp_path)
    assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)


def test_it_reports_an_index_as_json(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    (tmp_path / "seeds" / "empty.txt").touch()
    report = json.loads(dateline("index", "seeds", "--json", cwd=tmp_path).stdout)
    assert report.pop("seconds") >= 0
    skipped = report.pop("skipped")
    assert report == {"added": 5, "changed": 0, "removed": 0, "unchanged": 0, "articles": 5}
    assert [Path(skip["path"]).name for skip in skipped] == ["empty.txt"]
    assert all(skip["why"] for skip in skipped)


def test_it_says_whether_an_index_is_as_it_was_written(place: Path, tmp_path: Path) -> None:
    well = dateline("index", "--verify", cwd=place)
    assert (well.returncode, well.stdout) == (0, "the index at .dateline is as it was written\n")
    as_json = dateline("index", "--verify", "--json", cwd=place)
    assert (as_json.returncode, json.loads(as_json.stdout)) == (0, {"index": ".dateline", "wrong": []})
    shutil.copytree(place / ".dateline", tmp_path / ".dateline")
    for relations in (tmp_path / ".dateline").glob("relations.*"):
        relations.write_bytes(b"")
    ill = dateline("index", "--verify", "--json", cwd=tmp_path)
    assert (ill.returncode, ill.stderr.count("\n")) == (2, 1)
    assert len(json.loads(ill.stdout)["wrong"]) == 1


def test_it_loads_neither_stemmer_nor_page_nor_what_builds_to_search(place: Path) -> None:
    code = (
        "import sys, dateline; sys.argv = ['dateline', 'search', '--json', 'negotiating']\n"
        "try: dateline.main()\n"
        "except SystemExit as end:\n"
        "    print(end.code, {'nltk', 'flask', 'index.columns.segment_writer'} & set(sys.modules), file=sys.stderr)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=place, env=environment(), capture_output=True, text=True, check=False
    )
    assert answer.stderr == "0 set()\n"


def test_it_scores_a_ranking(place: Path) -> None:
    (place / "queries.tsv").write_text("1\tseize the moment\n2\tzzzz\n", "utf-8")
    (place / "judged.qrels").write_text("1 0 000_9102dc1dd2ac0ff1 1\n2 0 001_a04de0ae7644ddd5 1\n", "utf-8")
    scores = json.loads(dateline("eval", "queries.tsv", "judged.qrels", "--json", cwd=place).stdout)
    assert (scores["queries"], scores["recall_at_100"]) == (2, 0.5)
    (place / "other.qrels").write_text("1 0 000_9102dc1dd2ac0ff1.txt 1\n", "utf-8")
    answer = dateline("eval", "queries.tsv", "other.qrels", cwd=place)
    assert answer.returncode == 0
    assert answer.stderr.startswith("nothing that was found is judged relevant: does QRELS name articles by id")


def test_it_scores_a_ranking_by_the_ids_that_a_file_has(tmp_path: Path) -> None:
    records = [
        {"id": f"doc{number}", "title": title, "text": f"{title} {PROSE}"}
        for number, title in enumerate(["Rain falls", "Talks go on", "Talks fail in Geneva"])
    ]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, records)))
    (tmp_path / "queries.tsv").write_text("1\tgeneva talks\n2\train\n")
    (tmp_path / "judged.qrels").write_text("1 0 doc2 1\n2 0 doc0 1\n2 0 doc1 1\n")
    dateline("index", "news.jsonl", cwd=tmp_path)
    scores = json.loads(dateline("eval", "queries.tsv", "judged.qrels", "--json", cwd=tmp_path).stdout)
    assert (scores["mrr"], scores["recall_at_100"]) == (1.0, 0.75)


PROSE = "The ministers said that nobody would say when all of it would end, and left the city for the night."
NASTY = ['"', "(((", "AND", "-", "*", ":", "x" * 10_000, "\u202eabc", "🗞️", "\x01\x02", "since:", "a" + "(" * 500]


@pytest.mark.parametrize("typed", NASTY)
def test_it_answers_whatever_is_typed(place: Path, typed: str) -> None:
    answer = dateline("search", typed, cwd=place)
    assert answer.returncode in (0, 1)
    assert "Traceback" not in answer.stderr


def test_it_survives_bytes_that_are_not_text(place: Path) -> None:
    command = [os.fsencode(sys.executable), b"-m", b"dateline", b"search", b"milley \xff\xfe"]
    answer = subprocess.run(command, cwd=place, env=environment(), capture_output=True, check=False)
    assert answer.returncode in (0, 1)
    assert b"Traceback" not in answer.stderr


def on_a_terminal(*args: str, cwd: Path, env: Mapping[str, str] | None = None) -> str:
    """What a terminal shows of stdout."""
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "dateline", *args]
    with subprocess.Popen(
        command,
        cwd=cwd,
        env={**environment(), "TERM": "xterm", **(env or {})},
        stdin=child,
        stdout=child,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(child)
        shown = b""
        while True:
            try:
                part = os.read(parent, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not part:
                break
            shown += part
        process.wait()
    os.close(parent)
    return shown.decode()


@pytest.mark.parametrize("pager", ["", " ", "no-such-pager", "cat", "cat | cat"])
def test_it_shows_an_article_in_whatever_pager_is_chosen(place: Path, tmp_path: Path, pager: str) -> None:
    less = tmp_path / "less"  # which waits for no key
    less.write_text("#!/bin/sh\nexec cat")
    less.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    id = hits("milley", cwd=place)[0]["id"]
    assert "told by 5 articles" in on_a_terminal("show", id, cwd=place, env={"PAGER": pager, "PATH": path})


def test_it_tells_less_how_to_page_unless_the_person_has(place: Path) -> None:
    id = hits("milley", cwd=place)[0]["id"]
    pager = {"PAGER": "printenv LESS; cat > /dev/null"}
    assert on_a_terminal("show", id, cwd=place, env=pager).strip() == "FRX"
    assert on_a_terminal("show", id, cwd=place, env={**pager, "LESS": "S"}).strip() == "S"


def test_it_goes_on_under_its_beginning_on_a_terminal(place: Path) -> None:
    shown = on_a_terminal("search", "milley", cwd=place, env={"COLUMNS": "60"})
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
    assert all(re.match(r" [1-5]\. \S|    \S|$", line) and len(line) <= 60 for line in lines)


def test_it_has_colour_on_a_terminal_only_and_not_when_it_is_unwanted(place: Path) -> None:
    assert "\x1b[" in on_a_terminal("search", "milley", cwd=place)
    assert "\x1b[" not in on_a_terminal("search", "milley", cwd=place, env={"NO_COLOR": "1"})
    assert "\x1b[" in on_a_terminal("search", "milley", cwd=place, env={"NO_COLOR": ""})
    assert "\x1b[" not in dateline("search", "milley", cwd=place).stdout


def test_it_helps(tmp_path: Path) -> None:
    answer = dateline("--help", cwd=tmp_path)
    assert answer.returncode == 0
    assert all(command in answer.stdout for command in ("index", "search", "show", "explain", "serve", "eval"))
    assert "..." not in answer.stdout.partition("Commands:")[2]
    assert dateline("--version", cwd=tmp_path).stdout.startswith("dateline ")
    alone = dateline(cwd=tmp_path)
    assert (alone.returncode, alone.stdout, alone.stderr) == (0, answer.stdout, "")


EXPORT = "kop,tekst\nTalks go on,The talks in Geneva went on for a third day and nobody would say when they end.\n"


def test_it_reads_a_table_by_the_names_that_are_given(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text(EXPORT)
    names = ["--map", "title=kop", "--map", "body=tekst"]
    assert "1 added" in dateline("index", "export.csv", *names, cwd=tmp_path).stdout
    hit = hits("geneva", cwd=tmp_path)[0]
    shown = json.loads(dateline("show", hit["id"], "--json", cwd=tmp_path).stdout)
    assert (shown["title"], shown["record"]) == ("Talks go on", 1)
    assert "export.csv (record 1)" in dateline("show", hit["id"], cwd=tmp_path).stdout


def test_it_says_which_fields_there_are(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text(EXPORT)
    answer = dateline("index", "export.csv", "--map", "text=tekst", cwd=tmp_path)
    assert answer.returncode == 2
    assert answer.stderr.startswith("dateline: --map text=tekst: write FIELD=NAME, where FIELD is one of title, body,")


def test_it_exits_2_when_a_folder_is_empty_where_articles_were_until_it_is_told_to_prune(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    article = tmp_path / "news" / "a.txt"
    article.write_text("Talks go on\n\nNobody knows how long they will.\n")
    assert dateline("index", "news", cwd=tmp_path).returncode == 0
    article.unlink()
    kept = dateline("index", "news", "--json", cwd=tmp_path)
    assert (kept.returncode, json.loads(kept.stdout)["articles"]) == (2, 1)
    assert kept.stderr.endswith(
        "the folder is empty; what was indexed from there stays, 1 articles, until you say  --prune\n"
    )
    pruned = dateline("index", "news", "--prune", cwd=tmp_path)
    assert (pruned.returncode, pruned.stderr) == (0, "")
    assert pruned.stdout.startswith("0 added, 0 changed, 1 removed, ")


def test_it_says_in_one_line_that_memory_is_short(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def starved(**_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(commands.cli, "main", starved)
    assert commands.run() == 2
    assert capsys.readouterr().err.startswith("dateline: there is too little memory")
