"""Who may read the page beyond one's own machine."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from index.errors import DatelineError
from tests.press import PRESS
from tests.scan_engine import ScanEngine
from tests.shown_page import ShownPage
from web import create_app
from web.authentication.access import OWN_MACHINE, Access, access_from
from web.authentication.login import Sessions
from web.authentication.passwords import HASHER, hashed
from web.rate_limiter import LOGINS, MOST_CLIENTS, REQUESTS, Rate, RateLimiter, client_at

HASH = HASHER.hash("a fine password")


def guarded(**access: Any) -> Flask:
    """The page for whoever has the password."""
    return create_app(ScanEngine(PRESS), None, None, lambda: date(2022, 11, 12), Access(HASH, **access))


def logged_in(app: Flask, **more: Any) -> FlaskClient:
    """A client that has given the password."""
    client = app.test_client()
    assert log_in(client, **more).status_code == 303
    return client


def log_in(client: FlaskClient, password: str = "a fine password", **more: Any) -> TestResponse:
    """The answer to a password."""
    return client.post("/login", data={"password": password, "next": "/?q=peace"}, **more)


@pytest.mark.parametrize("url", ["/", "/?q=peace", "/article/talks", "/skipped", "/compare/a/b", "/no", "/loginx"])
def test_shows_a_stranger_the_page_to_log_in_on_and_nothing_else(url: str) -> None:
    answer = guarded().test_client().get(url)
    assert answer.status_code == 401
    page = ShownPage(answer.text)
    assert page.texts("h1") == ["Log in"]
    assert [field.attributes["value"] for field in page.all("input") if field.attributes["name"] == "next"] == [url]
    assert "Round-up" not in answer.text


@pytest.mark.parametrize("url", ["/search.json?q=peace", "/healthz"])
def test_tells_a_program_that_it_must_log_in(url: str) -> None:
    answer = guarded().test_client().get(url)
    assert (answer.status_code, answer.content_type) == (401, "application/json")
    assert "log in" in str(answer.json)


def test_shows_everything_to_whoever_gave_the_password_and_nothing_once_that_is_over() -> None:
    client = guarded().test_client()
    answer = log_in(client)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/?q=peace")
    found = client.get("/?q=peace")
    assert (found.status_code, found.headers["Cache-Control"]) == (200, "no-store")
    assert "Log out" in found.text
    assert client.get("/search.json?q=peace").status_code == 200
    cookie = client.get_cookie("dateline")
    assert client.post("/logout").status_code == 303
    assert client.get("/?q=peace").status_code == 401
    assert cookie is not None
    client.set_cookie("dateline", cookie.value)  # a copy of it is worth nothing any more
    assert client.get("/?q=peace").status_code == 401


def test_its_cookie_is_signed_and_kept_from_scripts_and_other_sites() -> None:
    app = guarded()
    plain = log_in(app.test_client()).headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(plain.split("; "))
    assert "Secure" not in plain
    safe = log_in(app.test_client(), base_url="https://news.example").headers["Set-Cookie"]
    assert "Secure" in safe.split("; ")
    client = logged_in(app)
    cookie = client.get_cookie("dateline")
    assert cookie is not None
    client.set_cookie("dateline", ("x" if cookie.value[0] != "x" else "y") + cookie.value[1:])
    assert client.get("/").status_code == 401
    assert logged_in(guarded()).get_cookie("dateline") != cookie


@pytest.mark.parametrize("password", ["", "wrong", "a fine password ", "A fine password", "x" * 1001])
def test_refuses_other_passwords(password: str) -> None:
    answer = log_in(guarded().test_client(), password)
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (403, False)
    assert ShownPage(answer.text).texts("p", "soft") == ["This is not the password."]


@pytest.mark.parametrize(
    "onward", ["//evil.example", "https://evil.example/", "/\\evil.example", "evil", "", "/\t/evil", "/\n/evil"]
)
def test_leads_nobody_to_another_site(onward: str) -> None:
    answer = guarded().test_client().post("/login", data={"password": "a fine password", "next": onward})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


def test_lets_nobody_try_many_passwords() -> None:
    client = guarded().test_client()
    answers = [log_in(client, "wrong").status_code for _ in range(LOGINS.burst)]
    assert answers == [403] * LOGINS.burst
    late = log_in(client)
    assert (late.status_code, late.headers["Retry-After"]) == (429, "20")
    assert log_in(client, environ_base={"REMOTE_ADDR": "192.0.2.9"}).status_code == 303


def test_limits_the_requests_of_each_client_where_others_can_ask() -> None:
    client = create_app(ScanEngine(PRESS[:2]), hosts=None, access=Access(is_public=True, is_limited=True)).test_client()
    statuses = [client.get("/healthz").status_code for _ in range(REQUESTS.burst + 20)]
    assert (statuses[: REQUESTS.burst], statuses[-1]) == ([200] * REQUESTS.burst, 429)
    assert client.get("/static/dateline.css", buffered=True).status_code == 200
    assert client.get("/healthz", environ_base={"REMOTE_ADDR": "192.0.2.9"}).status_code == 200


@pytest.mark.parametrize("size", ["1000", "000001000", "5&n=1000"])
def test_a_thousand_hits_count_as_a_hundred_requests(size: str) -> None:
    client = create_app(ScanEngine(PRESS[:2]), hosts=None, access=Access(is_public=True, is_limited=True)).test_client()
    url = f"/search.json?q=peace&n={size}"
    assert client.get(url).status_code == 200
    late = client.get(url)
    assert (late.status_code, late.headers["Retry-After"]) == (429, "20")
    assert client.get("/search.json?q=peace&n=100").status_code == 200


def test_an_export_of_all_there_is_counts_as_thirty_requests() -> None:
    client = create_app(ScanEngine(PRESS[:2]), hosts=None, access=Access(is_public=True, is_limited=True)).test_client()
    statuses = [client.get(f"/search.{ending}?q=peace").status_code for ending in ("csv", "jsonl", "bib", "ris", "csv")]
    assert statuses == [200] * 4 + [429]
    other = {"REMOTE_ADDR": "192.0.2.9"}
    assert {client.get("/search.atom", environ_base=other).status_code for _ in range(20)} == {200}


def test_a_client_may_ask_again_after_a_while() -> None:
    now = [0.0]
    limiter = RateLimiter(Rate(burst=2, per_second=0.5), lambda: now[0])
    assert [limiter.allows("192.0.2.1") for _ in range(3)] == [True, True, False]
    now[0] = 2.0
    assert [limiter.allows("192.0.2.1") for _ in range(2)] == [True, False]
    assert limiter.allows("192.0.2.2")


def test_remembers_a_bounded_number_of_clients() -> None:
    limiter = RateLimiter(REQUESTS, lambda: 0.0)
    for number in range(MOST_CLIENTS + 100):
        limiter.allows(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}")
    assert len(limiter) == MOST_CLIENTS


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("nonsense", ""),
    ],
)
def test_takes_a_household_for_one_client(address: str, client: str) -> None:
    assert client_at(address) == client


def test_a_session_ends_by_itself() -> None:
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    number = sessions.begin()
    now[0] = 12 * 3600 - 1
    assert sessions.is_open(number)
    now[0] += 2
    assert not sessions.is_open(number)


def test_tells_the_public_no_path_of_this_machine() -> None:
    app = create_app(ScanEngine(PRESS), hosts=None, access=Access(is_public=True))
    client = app.test_client()
    paths = [article.path for article in PRESS]
    for url in ("/", "/?q=peace", "/article/talks", "/search.json?q=peace", "/article/hostile"):
        text = client.get(url).text
        assert not [path for path in paths if path in text], url
    assert {hit["path"] for hit in (client.get("/search.json?q=peace").json or {})["hits"]} == {None}
    assert client.get("/skipped").status_code == 404


@pytest.mark.parametrize(
    "asked",
    [
        *(
            "path:news/*",
            "file:news",
            "path:talks",
            "talks AND path:news*",
            "talks -path:news*",
            "talks NOT path:bridge",
        ),
        *("talks (path:news OR zebra)", "title:talks path:news", "allinurl:x path:n*", "format:b/c", "format:git"),
        *(
            "talks path:news&syntax=lucene",
            "talks path:news&syntax=google",
            "path:news*&words=any",
            "path:n*&sort=newest",
        ),
        *(
            "path:news&copies=reprints",
            "peace talks path:news/talks.txt",
            "-path:news",
            "path:/news\\/.*/&syntax=lucene",
        ),
    ],
)
def test_tells_the_public_not_letter_by_letter_where_files_lie(asked: str) -> None:
    here = [replace(article, path=f"a.git/b/{article.path}") for article in PRESS]
    there = [replace(article, path=f"{number}") for number, article in enumerate(PRESS)]
    answers = []
    for articles in (here, there):
        client = create_app(ScanEngine(articles), hosts=None, access=Access(is_public=True)).test_client()
        told = client.get(f"/search.json?q={asked}").json or {}
        answers.append({**told, "generation": "", "facets": "", "next": ""})
        assert any("path:" in note["text"] for note in told["notes"]), told["notes"]
        assert re.search("path: finds nothing|left out: “path:", client.get(f"/?q={asked}").text)
    assert answers[0] == answers[1]


def test_the_public_may_ask_for_formats() -> None:
    client = create_app(ScanEngine(PRESS), hosts=None, access=Access(is_public=True)).test_client()
    assert (client.get("/search.json?q=format:text").json or {})["total"] > 0
    assert (client.get("/search.json?q=peace&format=text").json or {})["total"] > 0


def test_tells_the_public_not_where_the_index_was(caplog: pytest.LogCaptureFixture) -> None:
    client = create_app(location="/no/such/place", hosts=None, access=Access(is_public=True)).test_client()
    for url in ("/", "/search.json", "/healthz"):
        answer = client.get(url)
        assert (answer.status_code, "/no/such" in answer.text) == (503, False)
    assert "/no/such/place" in caplog.text


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.0.0.2"])
def test_asks_for_nothing_on_this_machine(host: str) -> None:
    assert access_from(host, None, False, ()) == OWN_MACHINE


@pytest.mark.parametrize(
    ("host", "proxies"), [("0.0.0.0", ()), ("192.168.1.5", ()), ("::", ()), ("127.0.0.1", ["127.0.0.1"])]
)
def test_lets_others_read_only_where_it_is_said_who_may(host: str, proxies: list[str]) -> None:
    with pytest.raises(DatelineError, match=r"others can reach the page .* --password-file FILE, .*--public"):
        access_from(host, None, False, proxies)
    assert access_from(host, None, True, proxies) == Access(None, True, tuple(proxies), is_limited=True)
    assert access_from(host, HASH, False, proxies) == Access(HASH, False, tuple(proxies), is_limited=True)


def test_a_hash_does_not_show_the_password() -> None:
    made = hashed("a fine password")
    assert re.match(r"\$argon2id\$v=19\$m=65536,t=3,p=4\$", made)
    assert made != hashed("a fine password")
