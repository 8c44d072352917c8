"""What its owner keeps beside an index: notes and tags on articles, and saved searches."""

import json
import os
import stat
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from index.errors import DatelineError
from search.find import find
from search.kept.alerts import alerts_file, read_alerts
from search.kept.article_notes import (
    ArticleNote,
    note_from,
    note_object,
    noted,
    notes_file,
    read_notes,
    tag_counts,
    tags_in,
    write_notes,
)
from search.kept.kept_file import Remembered
from search.request import Chosen, Request
from tests.press import PRESS, TALKS
from tests.scan_engine import ScanEngine
from tests.shown_page import ShownPage
from tests.test_command import dateline
from web import create_app
from web.authentication.access import OWN_MACHINE, Access
from web.desk.saved_searches import query_of

TODAY = date(2023, 6, 1)
NOW = datetime(2023, 6, 1, 10, 30, tzinfo=UTC)


def desk(folder: Path, engine: ScanEngine | None = None, access: Access = OWN_MACHINE) -> FlaskClient:
    """A page whose index would lie in this folder."""
    app = create_app(engine or ScanEngine(PRESS), str(folder / "index"), None, lambda: TODAY, access)
    return app.test_client()


def shown(client: FlaskClient, url: str) -> ShownPage:
    """A page."""
    answer = client.get(url)
    assert answer.status_code == 200
    return ShownPage(answer.text)


def token_in(page: ShownPage) -> str:
    """What the forms of a page send along."""
    return next(field.attributes["value"] for field in page.all("input") if field.attributes.get("name") == "token")


def test_keeps_a_note_and_tags_beside_the_index_and_lists_them(tmp_path: Path) -> None:
    client = desk(tmp_path)
    token = token_in(shown(client, "/article/talks?q=talks"))
    sent = {"token": token, "note": "Ask <b>him</b>\r\nagain", "tags": "Milley, #Ukraine, milley"}
    answer = client.post("/article/talks/note?q=talks", data=sent)
    assert (answer.status_code, answer.location) == (303, "/article/talks?q=talks#notes")
    file = notes_file(str(tmp_path / "index"))
    assert file == tmp_path / "index.notes.jsonl"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    kept = read_notes(file)["talks"]
    assert (kept.title, kept.note, kept.tags) == (TALKS.title, "Ask <b>him</b>\nagain", ("Milley", "Ukraine"))
    page = shown(client, "/article/talks")
    assert page.texts("textarea")[-1] == "Ask <b>him</b> again"
    assert page.links()["Ukraine"] == "/notes?tag=Ukraine"
    listed = shown(client, "/notes?tag=ukraine")
    assert listed.links()[TALKS.title] == "/article/talks#notes"
    assert listed.texts("p", "note") == ["Ask <b>him</b> again"]
    assert shown(client, "/notes?tag=other").texts("p", "note") == []
    assert [json.loads(line)["id"] for line in client.get("/notes.jsonl").text.splitlines()] == ["talks"]
    # It stays when the article leaves the index, and goes when nothing is left of it.
    gone = desk(tmp_path, ScanEngine([article for article in PRESS if article.id != "talks"]))
    assert "no longer in the index" in shown(gone, "/notes").texts("p", "kin")[0]
    assert client.post("/article/talks/note", data={"token": token, "note": " ", "tags": ","}).status_code == 303
    assert read_notes(file) == {}


@pytest.mark.parametrize("token", ["", "another", "ä"])
def test_takes_nothing_that_no_form_of_the_page_sent(tmp_path: Path, token: str) -> None:
    client = desk(tmp_path)
    own = token_in(shown(client, "/article/talks"))
    for url in ("/article/talks/note", "/saved", "/saved/x/seen", "/saved/x/remove"):
        assert client.post(url, data={"token": token, "note": "x"}).status_code == 403
        elsewhere = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
        assert client.post(url, data={"token": own, "note": "x"}, headers=elsewhere).status_code == 403
        origin = {"Origin": "http://evil.example"}
        assert client.post(url, data={"token": own, "note": "x"}, headers=origin).status_code == 403
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "access", [Access(is_public=True), Access("$argon2id$x"), Access(is_public=True, is_limited=True)]
)
def test_has_no_desk_where_others_can_read_the_page(tmp_path: Path, access: Access) -> None:
    client = desk(tmp_path, access=access)
    for url in ("/notes", "/saved", "/notes.jsonl"):
        assert client.get(url).status_code in (401, 404)
    assert client.post("/article/talks/note", data={"note": "x"}).status_code in (401, 405)
    if access.password_hash is None:
        assert "Your notes and tags" not in client.get("/article/talks").text


def test_says_what_is_damaged_in_the_notes(tmp_path: Path) -> None:
    file = notes_file(str(tmp_path / "index"))
    file.write_text('{"id": "talks"}\n')
    with pytest.raises(DatelineError, match=r"line 1 of .*index\.notes\.jsonl is no note"):
        read_notes(file)
    assert desk(tmp_path).get("/article/talks").status_code == 503
    with pytest.raises(DatelineError, match="beside a folder"):
        notes_file("http://cluster:9200/x")


@pytest.mark.parametrize(
    ("too_long", "why"),
    [
        ({"tags": ["x"] * 100_000}, "more than 300 tags"),
        ({"tags": ["x" * 700]}, "one of more than 600 characters"),
        ({"note": "x" * 60_001}, "a note of more than 60,000 characters"),
    ],
)
def test_says_that_a_note_is_longer_than_any(tmp_path: Path, too_long: dict[str, object], why: str) -> None:
    file = notes_file(str(tmp_path / "index"))
    file.write_text(json.dumps({"id": "a", "title": "t", "note": "", "tags": [], "changed": "", **too_long}))
    with pytest.raises(DatelineError, match=f"line 1 of .* has .*{why}"):
        read_notes(file)


def test_lists_the_most_frequent_tags_where_there_are_very_many(tmp_path: Path) -> None:
    few = ArticleNote("talks", "T", "", ("often",), "")
    many = [ArticleNote(f"{number}", "T", "", (f"tag{number}", "often"), "") for number in range(1_000)]
    write_notes(notes_file(str(tmp_path / "index")), [few, *many])
    tags = [link.text for link in shown(desk(tmp_path), "/notes").all("a") if "tag=" in link.attributes["href"]]
    assert any("often" in tag for tag in tags)
    assert len(tags) <= 200 + 2 * 200


def test_what_is_damaged_is_read_once_and_told_each_time(tmp_path: Path) -> None:
    file, read = tmp_path / "kept", [0]

    def content(file: Path) -> str:
        read[0] += 1
        if file.read_text() == "bad":
            raise DatelineError("it is damaged")
        return file.read_text()

    remembered = Remembered(file, content)
    file.write_text("bad")
    for _ in range(3):
        with pytest.raises(DatelineError, match="it is damaged"):
            remembered.content()
    file.write_text("mended")
    assert [remembered.content() for _ in range(3)] == ["mended"] * 3
    assert read == [2]


def test_a_file_of_notes_that_is_no_text_is_told_and_no_pipe_is_waited_for(tmp_path: Path) -> None:
    pipe, letters = tmp_path / "pipe", tmp_path / "letters"
    os.mkfifo(pipe)
    letters.write_bytes(b"\xff\xfe\n")
    for file in (pipe, letters):
        with pytest.raises(DatelineError, match=f"{file.name} .*: mend it, or remove it"):
            read_notes(file)


NOTES = st.builds(
    ArticleNote, st.text(), st.text(), st.text(), st.lists(st.text()).map(tuple), st.just("2023-06-01T10:30:00Z")
)


@given(NOTES)
def test_a_note_is_read_back_from_its_json(note: ArticleNote) -> None:
    assert note_from(json.loads(json.dumps(note_object(note)))) == note


def test_writes_notes_in_lines_and_counts_their_tags(tmp_path: Path) -> None:
    some = [noted("a", "A", "one\u2028line", "X, y", NOW), noted("b", "B", "", " x ,x", NOW)]
    notes = [note for note in some if note is not None]
    write_notes(tmp_path / "n", notes)
    assert list(read_notes(tmp_path / "n").values()) == notes
    assert tag_counts(notes) == {"X": 2, "y": 1}
    assert noted("c", "C", " ", " , ", NOW) is None
    assert len(tags_in(",".join(map(str, range(99))))) == 30


def test_tells_what_is_new_of_a_search_since_it_was_seen(tmp_path: Path) -> None:
    client = desk(tmp_path)
    page = shown(client, "/?q=peace&source=RT")
    token = token_in(page)
    (form,) = [form for form in page.all("form") if form.attributes.get("action", "").startswith("/saved")]
    assert client.post(form.attributes["action"], data={"token": token}).location == "/saved"
    assert client.post(form.attributes["action"], data={"token": token}).status_code == 303  # once is enough
    alerts = read_alerts(alerts_file(str(tmp_path / "index")))
    assert [(name, alert.query, len(alert.told)) for name, alert in alerts.items()] == [
        ("peace", "(peace) AND source:RT", 12)
    ]
    assert shown(client, "/saved").texts("small") == ["nothing new of 12"]
    more = ScanEngine([*PRESS, replace(TALKS, id="new", source="RT", title="Peace again")])
    client = desk(tmp_path, more)
    news = shown(client, "/saved")
    assert news.texts("small") == ["1 new of 13"]
    assert news.links()["Peace again"] == "/article/new"
    assert "peace 1 new" in shown(client, "/").links()
    token = token_in(news)
    assert client.post("/saved/peace/seen", data={"token": token}).status_code == 303
    assert shown(client, "/saved").texts("small") == ["nothing new of 13"]
    assert client.post("/saved/other/remove", data={"token": token}).status_code == 404
    assert client.post("/saved/peace/remove", data={"token": token}).status_code == 303
    assert shown(client, "/saved").texts("small") == []


@pytest.mark.parametrize(
    "request_made",
    [
        Request("peace"),
        Request("peace talks", sources=("RT", "CNN"), words="all"),
        Request("", since=date(2022, 11, 1), until=date(2022, 11, 30)),
        Request("peace OR moment", chosen=(Chosen("source", "RT", is_excluded=True), Chosen("dated", None))),
        Request("peace", authors=("Ada Reporter",)),
    ],
)
def test_keeps_a_search_with_all_that_was_chosen(request_made: Request) -> None:
    engine = ScanEngine(PRESS)
    query = query_of(engine, request_made, TODAY)
    again = find(engine, Request(query, copies="all", words="all"), TODAY)
    assert again.total == find(engine, replace(request_made, copies="all", words="all"), TODAY).total


def test_shows_notes_with_the_article_to_programs(tmp_path: Path) -> None:
    (tmp_path / "peace.txt").write_text("Peace at last\n\nAll about zebras in Geneva.\n")
    index = str(tmp_path / "index")
    assert dateline("index", str(tmp_path / "peace.txt"), "--index", index, cwd=tmp_path).returncode == 0
    found = json.loads(dateline("search", "zebras", "--index", index, "--json", cwd=tmp_path).stdout)
    before = json.loads(dateline("show", found["id"], "--index", index, "--json", cwd=tmp_path).stdout)
    assert not {"note", "tags"} & before.keys()
    note = noted(found["id"], "Peace at last", "Ask again", "zebras", NOW)
    assert note is not None
    write_notes(notes_file(index), [note])
    after = json.loads(dateline("show", found["id"], "--index", index, "--json", cwd=tmp_path).stdout)
    assert after == {**before, "note": "Ask again", "tags": ["zebras"]}
