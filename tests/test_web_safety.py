"""What a hostile article, query or host, a missing index or a fault can do to the page: nothing."""

import json
import random
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from index.article import Article
from search.clauses import Clause
from search.engine import Candidate, Matches
from search.query import Query
from tests.built_index import built
from tests.press import PRESS, TALKS, UNDATED
from tests.scan_engine import ScanEngine
from tests.shown_page import ShownPage
from tests.test_web import APP, got, shown
from web import create_app


@pytest.mark.parametrize(
    "url", ["/?q=script+mark", "/article/hostile?q=script", "/", "/?source=%3Cscript%3E&q=%3Cb%3E"]
)
def test_never_takes_the_text_of_an_article_or_a_query_for_markup(url: str) -> None:
    page = shown(url)
    assert [script.attributes for script in page.all("script")] == [{"src": "/static/dateline.js", "defer": ""}]
    assert not [element for element in page.elements if element.tag in ("b", "i", "u", "s", "img", "rule")]
    assert not [name for element in page.elements for name in element.attributes if name.startswith(("on", "style"))]
    assert "javascript:alert(1)" not in [link.attributes["href"] for link in page.all("a")]


def test_shows_hostile_text_as_it_is() -> None:
    page = shown("/article/hostile?q=script")
    assert page.texts("h1") == ['<script>alert("title")</script> & <mark>not a match</mark>']
    assert page.texts("mark") == ["script"] * 4
    facts = dict(zip(page.texts("dt"), page.texts("dd"), strict=True))
    assert facts["Outlet"] == '"><b onmouseover=alert(1)>Outlet</b>'
    assert facts["File"] == "news/<img src=x>.txt"
    assert facts["Address"] == "javascript:alert(1)"
    assert facts["Published"] == 'March 2021 from its file name: “2021-03" onclick="alert(1)” (confidence 0.94)'
    assert facts["<rule>"] == "</details><script>alert(2)</script>"


class Broken:
    """An engine with a fault that nobody thought of."""

    generation = "broken"
    remarks = ()

    def match(self, query: Query, limit: int, skip: int = 0) -> Matches:
        """Fails."""
        raise RuntimeError("the secret reason")

    def every(self, query: Query) -> Iterator[Candidate]:
        """Fails."""
        raise RuntimeError("the secret reason")

    def having(self, parts: Sequence[Clause], ids: Sequence[str]) -> Sequence[Set[str]]:
        """Fails."""
        raise RuntimeError("the secret reason")

    def ids_beginning(self, start: str, most: int) -> Sequence[str]:
        """Fails."""
        raise RuntimeError("the secret reason")

    def holds(self, form: str) -> bool:
        return False

    def spellings(self, form: str) -> Sequence[str]:
        """Fails."""
        raise RuntimeError("the secret reason")

    def forms_near(self, form: str, edits: int, fewest: int = 1) -> Mapping[str, int]:
        """Fails."""
        raise RuntimeError("the secret reason")

    def forms_beginning(self, start: str, most: int) -> Mapping[str, int]:
        """Fails."""
        raise RuntimeError("the secret reason")

    def fetch(self, ids: Sequence[str]) -> list[Article]:
        """Fails."""
        raise RuntimeError("the secret reason")


@pytest.mark.parametrize("url", ["/", "/?q=a", "/article/a"])
def test_answers_500_without_telling_the_reason_to_the_reader(url: str, caplog: pytest.LogCaptureFixture) -> None:
    response = got(url, create_app(Broken()))
    assert (response.status_code, "secret" in response.text, "Traceback" in response.text) == (500, False, False)
    assert "the secret reason" in caplog.text


def test_answers_500_as_json_where_json_was_asked(caplog: pytest.LogCaptureFixture) -> None:
    answer = got("/search.json", create_app(Broken()))
    assert (answer.status_code, list(answer.json or {})) == (500, ["error"])
    assert "the secret reason" in caplog.text


@pytest.mark.parametrize(
    "url", ["/", "/?q=peace", "/article/talks", "/no", "/?page=0", "/search.json", "/static/dateline.css"]
)
def test_sends_the_headers_that_guard_a_reader(url: str) -> None:
    headers = got(url).headers
    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST", "localhost.:8000"],
)
def test_answers_for_this_machine(host: str) -> None:
    assert got("/", host=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost@evil", "", "[", "localhost.."),
        *(
            "evil.example@127.0.0.1",
            "127.0.0.1#x",
            "127.0.0.1/x",
            "localhost?x",
            "localhost:x",
            "localhost ",
            ".",
            "[]",
        ),
    ],
)
@pytest.mark.parametrize("url", ["/", "/search.json?q=peace", "/no", "/static/dateline.css"])
def test_refuses_other_hosts_so_that_no_other_page_can_read_it(url: str, host: str) -> None:
    response = got(url, host=host)
    assert (response.status_code, "Round-up" in response.text) == (400, False)


def test_answers_for_any_host_when_others_may_reach_it() -> None:
    assert got("/", create_app(ScanEngine(PRESS), hosts=None), host="search.example").status_code == 200


@pytest.mark.parametrize(
    ("site", "mode", "to", "status"),
    [
        ("cross-site", "no-cors", "image", 403),
        ("cross-site", "cors", "empty", 403),
        ("cross-site", "navigate", "iframe", 403),
        ("cross-site", "navigate", "document", 200),
        ("same-site", "no-cors", "script", 403),
        ("same-origin", "cors", "empty", 200),
        ("none", "navigate", "document", 200),
    ],
)
@pytest.mark.parametrize("url", ["/?q=peace", "/search.json?q=peace", "/static/dateline.css"])
def test_other_sites_can_link_to_it_and_no_more(url: str, site: str, mode: str, to: str, status: int) -> None:
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": to}
    assert APP.test_client().get(url, headers=headers, buffered=True).status_code == status


def test_an_address_is_shown_without_what_would_turn_it_round() -> None:
    turned = replace(TALKS, id="turned", url="https://news.example/\u202emoc.elpmaxe", path="news/\u202etxt.exe")
    page = shown("/article/turned", create_app(ScanEngine([turned])))
    facts = dict(zip(page.texts("dt"), page.texts("dd"), strict=True))
    assert facts["Address"] == "https://news.example/%E2%80%AEmoc.elpmaxe"
    assert facts["File"] == "news/%E2%80%AEtxt.exe"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
@pytest.mark.parametrize("url", ["/", "/search.json", "/article/talks", "/static/dateline.css"])
def test_can_only_be_read(method: str, url: str) -> None:
    response = APP.test_client().open(url, method=method, buffered=True)
    assert (response.status_code, sorted(response.headers["Allow"].split(", "))) == (405, ["GET", "HEAD"])


@pytest.mark.parametrize("url", ["/", "/?q=peace", "/article/talks", "/search.json?q=peace", "/healthz"])
def test_answers_head_as_get_without_the_body(url: str) -> None:
    response = APP.test_client().head(url)
    assert (response.status_code, response.data) == (200, b"")


NASTY = [
    "%00", "%ED%A0%80", "%FF", "%ED%A0%80%ED%B0%80", "%", "%zz", "%22", "(((", "AND", "-", "*", ":", "since:",
    "source:",
    quote("\u202eabc\u2066"), quote("مرحبا"), quote("🗞️👨‍👩‍👧"), quote("\x01\x02\x1f\x7f"), "%0d%0aX-Injected:1",
    "x" * 10_000, "a+" * 5_000, "%28" * 5_000, "%22" * 5_000, quote("é" * 10_000), "%3Cscript%3Ealert(1)%3C/script%3E",
    "{{7*7}}", "..%2f..%2fetc%2fpasswd", "%F0%9F", "a&q=b&q=c", "a;b=c", "a#b",
]  # fmt: skip


@pytest.mark.parametrize("query", NASTY, ids=lambda query: query[:20])
def test_answers_nasty_queries(query: str) -> None:
    app = create_app(ScanEngine(PRESS[:4]))
    page = got(f"/?q={query}", app)
    assert page.status_code == 200
    assert "X-Injected" not in page.headers
    ShownPage(page.text)
    assert got(f"/search.json?q={query}", app).status_code == 200
    assert got(f"/article/talks?q={query}", app).status_code == 200
    assert got(f"/article/{query}", app).status_code in (200, 404)


def test_says_that_a_query_was_too_long_and_keeps_its_links_short() -> None:
    response = got("/?q=" + "peace+" * 2_000)
    assert "only the first 2,000 characters were read" in response.text
    assert len(response.data) < 200_000


ALPHABETS = [
    "abc \"'()*:-+",
    'AND OR NOT "()',
    "\x00\x01\n\t\u202e\ufeff",
    "🗞️éßİﬁ中文ไทยمرحبا",
    "&=?#%;/\\<>{}$",
    "peace talks ",
]


def test_answers_two_thousand_random_queries() -> None:
    client = create_app(ScanEngine(PRESS[:4])).test_client()
    chance = random.Random(20221112)
    for _ in range(2_000):
        letters = "".join(chance.sample(ALPHABETS, chance.randint(1, 3)))
        query = {"q": "".join(chance.choices(letters, k=chance.randint(0, 40)))}
        page, answer = client.get("/", query_string=query), client.get("/search.json", query_string=query)
        assert (page.status_code, answer.status_code) == (200, 200), query
        assert json.loads(answer.data)["query"] == query["q"]


def test_asks_nothing_of_any_other_machine() -> None:
    for url in ("/", "/?q=peace", "/article/talks", "/?q=zzzz", "/no"):
        for element in shown(url, status=404 if url == "/no" else 200).elements:
            if element.tag in ("script", "link", "img", "form"):
                assert (element.attributes.get("src") or element.attributes.get("href") or "/").startswith("/")
    for name in ("dateline.css", "dateline.js", "favicon.svg"):
        text = got(f"/static/{name}").text.replace("http://www.w3.org/2000/svg", "")
        assert not [reach for reach in ("://", "@import", "url(") if reach in text]


def test_answers_503_with_the_command_until_there_is_an_index(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    app = create_app(location=str(folder))
    for url in ("/", "/?q=peace", "/article/talks"):
        page = shown(url, app, status=503)
        assert page.texts("code") == ["dateline index FOLDER"]
        assert got(url, app).headers["Retry-After"] == "5"
    sentence = f"No index at {folder}: make one with: dateline index FOLDER"
    assert (got("/search.json", app).status_code, got("/search.json", app).json) == (503, {"error": sentence})
    assert (got("/healthz", app).status_code, got("/healthz", app).json) == (503, {"status": sentence})
    built(folder, [[TALKS]])
    assert got("/healthz", app).json == {"status": "ok", "articles": 1}
    assert shown("/?q=peace", app).texts("h2", "headline") == ["General urges peace talks"]
    built(folder, [[UNDATED]])
    assert got("/healthz", app).json == {"status": "ok", "articles": 2}
    assert shown("/", app).texts("h1") == ["2 articles from 1 outlet, 12 November 2022, 1 without a date"]


def test_answers_503_when_the_index_is_damaged(tmp_path: Path) -> None:
    built(tmp_path, [[TALKS]])
    for file in tmp_path.iterdir():
        file.write_bytes(b"damaged")
    page = shown("/", create_app(location=str(tmp_path)), status=503)
    assert page.texts("h1") == ["The index cannot be searched"]
    assert "dateline index" in page.texts("code")[0]


def test_reads_the_location_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(tmp_path, [[TALKS]])
    monkeypatch.setenv("DATELINE_INDEX", str(tmp_path))
    assert got("/healthz", create_app()).json == {"status": "ok", "articles": 1}
