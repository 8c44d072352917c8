"""The page in the language of its reader, and in English for programs."""

import re
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.press import PRESS, STORY
from tests.scan_engine import ScanEngine
from tests.shown_page import ShownPage
from web import create_app
from web.authentication.access import Access
from web.authentication.passwords import hashed
from web.locale.interface_languages import INTERFACE_LANGUAGES, InterfaceLanguage, language_called
from web.locale.local_forms import local_forms

ROOT = Path(__file__).parent.parent
APP = create_app(ScanEngine((*PRESS, *STORY)), today=lambda: date(2022, 11, 12))
PAGES = (
    *("/", "/help", "/?q=peace&source=CNN&page=2", "/?q=Seize&source=RT", "/article/talks?q=talks&why=1"),
    *("/story/crack", "/compare/pier/crack", "/facet/source?q=peace", "/record?q=peace", "/skipped", "/?page=0"),
    *("/article/none", "/nowhere", "/?q=%22peace+colour:x+date:2022-13-40"),
)
FOR_PROGRAMS = (
    *(
        "/search.json?q=peace",
        "/search.csv?q=peace",
        "/search.atom?q=peace",
        "/search.rss?q=peace",
        "/search.bib?q=peace",
    ),
    *("/article/talks.json?q=talks", "/article/talks.ris", "/story/crack.json", "/record.json?q=peace&not_source=RT"),
    *("/openapi.json", "/opensearch.xml", "/healthz", "/suggest?q=pea", "/search.json?q=%22peace&sort=up"),
)


def asked(url: str, header: str = "", client: FlaskClient | None = None) -> str:
    """The page at an address, for a browser that prefers these languages."""
    return (client or APP.test_client()).get(url, headers={"Accept-Language": header}).text


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.5", "de"),
        ("fi, nl;q=0.9, de;q=0.3, en;q=0.2", "de"),
        ("en;q=0.2, de;q=0.8", "de"),
        ("de;q=0, en", "en"),
        ("*", "en"),
        ("x" * 10_000, "en"),
        (",;q=,q=x;;de", "en"),
    ],
)
def test_speaks_the_language_that_the_browser_prefers(header: str, code: str) -> None:
    assert f'<html lang="{code}"' in asked("/", header)


def test_the_address_comes_before_the_cookie_and_that_before_the_browser() -> None:
    client = APP.test_client()
    assert client.post("/?q=peace", data={"lang": "de"}).headers["Location"] == "/?q=peace"
    assert '<html lang="de">' in asked("/", "en", client)
    assert '<html lang="en">' in asked("/?lang=en", "de", client)
    assert '<html lang="de">' in asked("/?lang=xx", "en", client)
    client.post("/", data={"lang": "en"})
    assert '<html lang="en">' in asked("/", "de", client)


def test_the_switch_stands_on_every_page_and_leads_back_to_it() -> None:
    page = ShownPage(asked("/?q=peace&lang=de"))
    offered = {button.attributes["value"]: button for button in page.all("button") if "lang" in button.attributes}
    assert {code: button.text for code, button in offered.items()} == {
        one.code: one.name for one in INTERFACE_LANGUAGES
    }
    assert [code for code, button in offered.items() if "aria-current" in button.attributes] == ["de"]
    chosen = APP.test_client().post("/?q=peace%20talks&lang=de&n=25", data={"lang": "en"})
    assert (chosen.status_code, chosen.headers["Location"]) == (303, "/?q=peace%20talks&n=25")
    cookie = chosen.headers["Set-Cookie"]
    assert all(part in cookie for part in ("dateline_language=en", "HttpOnly", "SameSite=Lax", "Path=/"))


def test_nothing_else_can_be_sent_by_the_switch() -> None:
    client = APP.test_client()
    for data in ({"lang": "xx"}, {"lang": "de", "q": "x"}, {}):
        assert client.post("/", data=data).status_code == 405
    for path in ("/%2Fevil.example/x", "/%5Cevil.example/x", "/x%0Aevil"):
        onward = client.post(path, data={"lang": "de"}).headers["Location"]
        assert re.fullmatch(r"/(?![/\\])[!-~]*", onward)
    elsewhere = client.post("/", data={"lang": "de"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert elsewhere.status_code == 403
    assert "Set-Cookie" not in elsewhere.headers


def test_a_refusal_is_told_in_the_language_of_the_reader() -> None:
    german = {"Accept-Language": "de", "Sec-Fetch-Site": "cross-site"}
    page = ShownPage(APP.test_client().get("/?q=peace", headers=german).text)
    assert page.texts("h1") == ["Nicht erlaubt"]
    assert "Eine andere Website hat dies ohne Ihr Zutun angefragt: als eigene Seite öffnen." in page.texts("p")


@pytest.mark.parametrize("named", ["xx", "../../etc/passwd", "de\x00", "%00", "<b>", "d" * 3000, "DE-", "zh-Hant-TW"])
def test_what_is_no_language_is_ignored(named: str) -> None:
    client = APP.test_client()
    client.set_cookie("dateline_language", named)
    known = {"DE-": "de", "zh-Hant-TW": "zh-Hans"}.get(named, "en")
    for asked_by in ({"lang": named}, {}):
        page = client.get("/", query_string=asked_by)
        assert page.status_code == 200
        assert page.headers["Content-Language"] == (known if asked_by else "en")
    assert client.get("/", query_string={"lang": "fr"}).headers["Content-Language"] == "fr"


def test_a_language_is_chosen_before_logging_in() -> None:
    app = create_app(ScanEngine(PRESS), access=Access(hashed("a fine password")))
    client = app.test_client()
    assert client.post("/login", data={"lang": "de"}).status_code == 303
    page = client.get("/?q=peace")
    assert (page.status_code, ShownPage(page.text).texts("h1")) == (401, ["Anmelden"])


def test_what_is_kept_of_a_page_is_kept_of_its_language() -> None:
    client = APP.test_client()
    english, german = (client.get("/?q=peace", headers={"Accept-Language": code}) for code in ("en", "de"))
    assert english.headers["ETag"] != german.headers["ETag"]
    assert {"Accept-Language", "Cookie", "Accept-Encoding"} <= set(german.headers["Vary"].split(", "))
    assert (english.headers["Content-Language"], german.headers["Content-Language"]) == ("en", "de")
    again = {"If-None-Match": english.headers["ETag"]}
    assert client.get("/?q=peace", headers={"Accept-Language": "en", **again}).status_code == 304
    assert client.get("/?q=peace", headers={"Accept-Language": "de", **again}).status_code == 200


@pytest.mark.parametrize("url", FOR_PROGRAMS)
def test_programs_are_answered_in_english_whatever_language_they_prefer(url: str) -> None:
    client = APP.test_client()
    plain = client.get(url)
    client.set_cookie("dateline_language", "de")
    other = client.get(url, headers={"Accept-Language": "de"})
    assert (other.status_code, other.data) == (plain.status_code, plain.data)
    assert "Content-Language" not in other.headers or other.headers["Content-Language"] == "en"


def test_the_box_of_the_page_asks_for_suggestions_in_its_language() -> None:
    told = APP.test_client().get("/suggest?q=CN&lang=de").get_json()
    assert told[2] == ["Medium, 13 Artikel"]


def test_english_waits_for_nothing_that_other_languages_need() -> None:
    code = """
        import sys
        from tests.press import PRESS
        from tests.scan_engine import ScanEngine
        from web import create_app
        client = create_app(ScanEngine(PRESS)).test_client()
        assert client.get("/?q=peace").status_code == 200
        assert "babel" not in sys.modules
        assert client.get("/?q=peace&lang=de").status_code == 200
        assert "babel" in sys.modules
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], cwd=ROOT, check=True)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("url", PAGES)
def test_pages_are_whole_in_every_language(url: str, language: InterfaceLanguage) -> None:
    url += f"{'&' if '?' in url else '?'}lang={language.code}"
    text = asked(url)
    page = ShownPage(text)
    root = page.all("html")[0].attributes
    assert (root["lang"], root.get("dir", "ltr")) == (language.tag, language.direction)
    assert "%(" not in text
    assert len(page.all("main")) == 1
    english = ShownPage(asked(url.replace(f"lang={language.code}", "lang=en")))
    assert [each.attributes.get("href") for each in page.all("a")] == [
        each.attributes.get("href") for each in english.all("a")
    ]


@pytest.mark.parametrize(
    ("code", "full", "short", "span", "count", "part"),
    [
        ("de", "9. November 2022", "9. Nov. 2022", "9.–12. November 2022", "12.345", "0,50"),
        ("es", "9 de noviembre de 2022", "9 nov 2022", "9–12 de noviembre de 2022", "12.345", "0,50"),
        ("fr", "9 novembre 2022", "9 nov. 2022", "9–12 novembre 2022", "12\u202f345", "0,50"),
        ("uk", "9 листопада 2022", "9 лист. 2022", "9–12 листопада 2022", "12\xa0345", "0,50"),
        ("ar", "9 نوفمبر 2022", "9 نوفمبر 2022", "9–12 نوفمبر 2022", "12,345", "0.50"),
        ("zh", "2022年11月9日", "2022年11月9日", "2022年11月9日 – 12日", "12,345", "0.50"),
    ],
)
def test_days_and_numbers_are_written_as_the_language_does(
    code: str, full: str, short: str, span: str, count: str, part: str
) -> None:
    language = language_called(code)
    assert language is not None
    forms, day = local_forms(language), date(2022, 11, 9)
    assert (forms.span(day, day), forms.span_in_short(day, day)) == (full, short)
    assert forms.span(day, date(2022, 11, 12)).replace("\u2009", " ") == span
    assert (forms.number(12345), forms.decimal(0.5)) == (count, part)
