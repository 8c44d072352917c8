"""Queries that are kept, and what is new of each."""

import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from index.article import Article, Published
from index.errors import DatelineError
from search.export.atom_feed import FeedEntry, atom_feed
from search.kept import kept_file
from search.kept.alerts import Alert, found_by, new_name, read_alerts, with_told, write_alerts
from search.kept.kept_file import holding
from tests.scan_engine import ScanEngine
from tests.test_command import dateline

NOW = datetime(2022, 11, 12, 10, 30, tzinfo=UTC)
TALKS = Article(
    id="talks",
    path="/news/talks.txt",
    title="Talks <i>go</i> on & on \x00",
    title_is_stated=True,
    body="The general wants peace talks.",
    source="CNN",
    author="Jane Smith and Bob",
    published=Published(date(2022, 11, 12), date(2022, 11, 12), "day", "stated", ""),
)


def write(folder: Path, number: int) -> None:
    """An article about peace."""
    (folder / f"{number}.txt").write_text(f"Peace number {number}\n\nAll about zebra{number} in Geneva.\n")


@pytest.mark.parametrize(
    "kept",
    [
        "[" * 200_000,
        '{"alerts": [' + "[]," * 100_000 + "[]]}",
        "9" * 5_000,
        '{"alerts": 1e999}',
        '{"alerts": ["\udcff"]}',
        "",
    ],
)
def test_whatever_stands_in_the_file_is_told_in_one_line(tmp_path: Path, kept: str) -> None:
    file = tmp_path / "index.alerts.json"
    file.write_bytes(kept.encode("utf-8", "surrogateescape"))
    with pytest.raises(DatelineError, match="is damaged"):
        read_alerts(file)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.kept.alerts.MOST_BYTES", 100)
    monkeypatch.setattr("search.kept.kept_file.MOST_BYTES", 100)
    pipe, link, long = tmp_path / "pipe", tmp_path / "link", tmp_path / "long"
    os.mkfifo(pipe)
    link.symlink_to("/dev/zero")
    long.write_text(" " * 101)
    for file in (pipe, link, long):
        with pytest.raises(DatelineError, match="is damaged"):
            read_alerts(file)
    with pytest.raises(DatelineError, match="too many articles"):
        write_alerts(tmp_path / "new", {"talks": Alert("talks", "peace" * 20)})


def test_it_tells_what_is_new_once(tmp_path: Path) -> None:
    write(tmp_path, 1)
    dateline("index", ".", cwd=tmp_path)
    assert dateline("alert", "run", cwd=tmp_path).returncode == 2
    added = dateline("alert", "add", "peace", "peace", "-war", cwd=tmp_path)
    assert (added.returncode, added.stdout) == (
        0,
        "peace: 1 article now; what comes from here on is told by  dateline alert run\n",
    )
    assert added.stderr == "read as: peace AND NOT war\n"
    nexis = dateline("alert", "add", "nexis", "hlead(peace) and not war!", cwd=tmp_path)
    assert nexis.stderr.splitlines()[0] == "read as: hlead(peace) AND NOT war*"
    assert nexis.stderr.splitlines()[1].startswith("read as Nexis writes it")
    dateline("alert", "remove", "nexis", cwd=tmp_path)
    assert dateline("alert", "list", cwd=tmp_path).stdout == "peace\tpeace -war\t1\n"
    assert dateline("alert", "run", cwd=tmp_path).returncode == 1
    write(tmp_path, 2)
    dateline("index", ".", "--rebuild", cwd=tmp_path)
    new = dateline("alert", "run", "--feed", "feeds", cwd=tmp_path)
    assert (new.returncode, new.stdout.splitlines()[0]) == (0, "peace: 1 new")
    assert "Peace number 2" in new.stdout
    feed = feedparser.parse((tmp_path / "feeds" / "peace.atom").read_text())
    assert [entry.title for entry in feed.entries] == ["Peace number 2", "Peace number 1"]
    again = dateline("alert", "run", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (1, "")
    file = tmp_path / ".dateline.alerts.json"
    for private in (file, tmp_path / "feeds" / "peace.atom"):
        assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert dateline("alert", "remove", "peace", cwd=tmp_path).returncode == 0
    assert dateline("alert", "list", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize(
    "arguments", [["remove", "x"], ["add", "../x", "peace"], ["add", "", "peace"], ["add", "x"], ["run"], ["no"]]
)
def test_it_says_in_one_line_what_was_wrong(tmp_path: Path, arguments: list[str]) -> None:
    answer = dateline("alert", *arguments, cwd=tmp_path)
    assert (answer.returncode, answer.stdout, answer.stderr.count("\n")) == (2, "", 1)


def test_it_finds_articles_that_have_all_words_alone() -> None:
    engine = ScanEngine([TALKS, replace(TALKS, id="b", title="Peace", body="Peace.")])
    assert list(found_by(engine, "general wants peace talks", date(2022, 11, 12))) == ["talks"]


def test_what_is_written_is_read_back_and_damage_is_told(tmp_path: Path) -> None:
    file = tmp_path / "alerts.json"
    alerts = {"a": with_told(Alert("a", "peace ü \ud800"), ["x"], NOW), "b": Alert("b", "")}
    write_alerts(file, alerts)
    assert read_alerts(file)["b"] == alerts["b"]
    assert read_alerts(file)["a"].told == {"x": "2022-11-12T10:30:00Z"}
    for damage in ("", "[]", '{"alerts": [1]}', '{"alerts": [{"name": "a", "query": "b", "told": {"x": "soon"}}]}'):
        file.write_text(damage)
        with pytest.raises(DatelineError, match="damaged"):
            read_alerts(file)
    assert [path.name for path in tmp_path.iterdir()] == ["alerts.json"]
    with pytest.raises(DatelineError, match="already"):
        new_name("a", alerts)


def test_a_feed_tells_what_is_known_of_an_article() -> None:
    entry = FeedEntry(TALKS, NOW, "https://cnn.example/?a=1&b=<2>")
    feed = feedparser.parse("".join(atom_feed("peace", "peace: talks", NOW, [entry])))
    assert (feed.bozo, feed.feed.title) == (False, "peace: talks")
    told = feed.entries[0]
    assert (told.title, told.link) == ("Talks <i>go</i> on & on \ufffd", "https://cnn.example/?a=1&b=<2>")
    assert (told.published, told.updated) == ("2022-11-12T00:00:00Z", "2022-11-12T10:30:00Z")
    assert [author.name for author in told.authors] == ["Jane Smith", "Bob"]
    undated = "".join(atom_feed("peace", "p", NOW, [FeedEntry(replace(TALKS, published=None), NOW, None)]))
    assert "<published>" not in undated


ANYTHING = st.text(st.characters(exclude_categories=()), max_size=20)


@given(title=ANYTHING, author=ANYTHING, link=ANYTHING, name=ANYTHING)
def test_a_feed_is_xml_whatever_stands_in_it(title: str, author: str, link: str, name: str) -> None:
    entry = FeedEntry(replace(TALKS, title=title, author=author, source=title), NOW, link)
    tree = etree.fromstring("".join(atom_feed(name, title, NOW, [entry])).encode())
    names = "{http://www.w3.org/2005/Atom}"
    assert {child.tag for child in tree} == {names + name for name in ("id", "title", "updated", "author", "entry")}
    assert {"id", "title", "updated"} <= {child.tag.removeprefix(names) for child in tree[-1]}


def test_ids_in_a_feed_stay_whatever_else_changes() -> None:
    first, second = (
        json.dumps(
            feedparser.parse("".join(atom_feed("peace", title, NOW, [FeedEntry(TALKS, NOW, None)]))).entries[0].id
        )
        for title in ("a", "b")
    )
    assert first == second


def test_alerts_that_are_changed_at_the_same_time_are_all_kept(tmp_path: Path) -> None:
    write(tmp_path, 1)
    dateline("index", ".", cwd=tmp_path)
    with ThreadPoolExecutor(4) as processes:
        added = list(processes.map(lambda n: dateline("alert", "add", f"a{n}", "peace", cwd=tmp_path), range(4)))
        assert [each.returncode for each in added] == [0] * 4
        write(tmp_path, 2)
        dateline("index", ".", cwd=tmp_path)
        ran = processes.submit(dateline, "alert", "run", cwd=tmp_path)
        changed = [
            processes.submit(dateline, "alert", *words, cwd=tmp_path)
            for words in (("add", "b", "war"), ("remove", "a0"))
        ]
        assert [each.result().returncode for each in (ran, *changed)] == [0, 0, 0]
    alerts = read_alerts(tmp_path / ".dateline.alerts.json")
    assert sorted(alerts) == ["a1", "a2", "a3", "b"]
    assert [len(alerts[name].told) for name in ("a1", "a2", "a3")] == [2, 2, 2]
    (lock,) = tmp_path.glob(".*.lock")
    assert (stat.S_IMODE(lock.stat().st_mode), lock.stat().st_size) == (0o600, 0)


def test_a_file_that_somebody_holds_is_waited_for_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "index.alerts.json"
    monkeypatch.setattr(kept_file, "PATIENCE_SECONDS", 0.1)
    with holding(file), pytest.raises(DatelineError, match="another process is writing it"), holding(file):
        pass
    with holding(file):
        pass
    (tmp_path / ".index.alerts.json.lock").unlink()
    (tmp_path / ".index.alerts.json.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DatelineError, match="cannot write"), holding(file):
        pass
    assert not (tmp_path / "elsewhere").exists()
