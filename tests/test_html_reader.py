"""Web pages: the article, and what the markup says of it."""

import socket
from datetime import date

import pytest

from index.article import Published, RoughArticle
from index.readers.html import page_text, read_html
from index.readers.page_dates import DATE_MARKS, DateMark, as_written, settled
from tests.made_files import PARAGRAPHS, page, read

NOVEMBER_11 = date(2022, 11, 11)


def article(html: str) -> RoughArticle:
    """The one article of a page."""
    (found,) = read(read_html, html.encode())
    assert isinstance(found, RoughArticle), found
    return found


def test_it_takes_the_article_out_of_the_page_and_reads_its_markup() -> None:
    head = (
        '<meta property="og:title" content="Talks go on"><meta property="og:site_name" content="The Example">'
        '<meta name="author" content="Jane Doe"><link rel="canonical" href="https://example.org/talks">'
        '<meta property="article:published_time" content="2022-11-11T23:53:00-05:00">'
    )
    assert article(page("Talks go on", head)) == RoughArticle(
        text="\n".join(["Talks go on", *PARAGRAPHS]),
        title="Talks go on",
        published=Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", "2022-11-11T23:53:00-05:00"),
        source="The Example",
        author="Jane Doe",
        url="https://example.org/talks",
    )


@pytest.mark.parametrize("mark", DATE_MARKS, ids=lambda mark: mark.name)
def test_it_finds_the_date_where_pages_state_it(mark: DateMark, monkeypatch: pytest.MonkeyPatch) -> None:
    html = page("Talks go on", body=mark.example)
    published = article(html).published
    assert published is not None
    assert (published.first, published.how, published.precision) == (NOVEMBER_11, "stated", "day")
    others = tuple(other for other in DATE_MARKS if other is not mark)
    monkeypatch.setattr("index.readers.page_dates.DATE_MARKS", others)
    monkeypatch.setattr("index.readers.html.published_by_htmldate", lambda found, html: None)
    monkeypatch.setattr("index.readers.html.published_by_text", lambda html: None)
    assert article(html).published is None


@pytest.mark.parametrize(
    ("shown", "evidence"),
    [
        ("Published on November 11, 2022", "November 11, 2022"),
        ("Veröffentlicht am 11.11.2022", "11.11.2022"),
        ("Publié le 11&nbsp;novembre 2022", "11 novembre 2022"),
    ],
)
def test_it_finds_a_date_that_the_page_shows_and_quotes_it(shown: str, evidence: str) -> None:
    published = article(page("Talks go on", body=f'<p class="date">{shown}</p>')).published
    assert published == Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", evidence)


@pytest.mark.parametrize("shown", ["Geneva, 11 November 2022", "Gazette | 11.11.22, 10:53 Uhr"])
def test_it_reads_the_line_of_the_page_that_states_it_where_no_markup_does(shown: str) -> None:
    html = page("Talks go on", body=f"<div>{shown}</div>") + "<p>© 2022</p>"
    published = article(html).published
    assert published == Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", shown)


@pytest.mark.parametrize("shown", ["November 2022", "© 2022", "2022", ""])
def test_it_takes_no_day_from_a_month_or_a_year(shown: str) -> None:
    assert article(page("Talks go on", body=f'<p class="date">{shown}</p>')).published is None


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ("", "utf-8-sig"),
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<meta charset="no-such-code">', "cp1251"),
        ("", "utf-16"),
    ],
)
def test_it_reads_the_encoding_that_a_page_declares(head: str, encoding: str) -> None:
    html = f"<html><head>{head}</head><body><p>{'Переговоры продолжаются третий день. ' * 30}</p></body></html>"
    assert page_text(html.encode(encoding)) == html


def test_it_runs_no_script_and_shows_none() -> None:
    found = article(page("Talks go on", body="<script>document.write('hacked')</script><img src=x onerror=hacked()>"))
    assert "hacked" not in found.text


@pytest.mark.parametrize(
    "data",
    [
        b"<html>",
        b"\x00" * 100,
        b"<" * 5000,
        b"<p>" * 5000,
        b"<html><body>" + b"<div>" * 100_000,
    ],
)
def test_it_refuses_what_is_no_article(data: bytes) -> None:
    (why,) = read(read_html, data)
    assert why in {"stops: no article in this web page", "stops: not a web page", "stops: not text"}


def test_it_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", lambda *_: pytest.fail("a connection was tried"))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("a name was looked up"))
    head = (
        '<!DOCTYPE html SYSTEM "http://example.org/x.dtd"><link rel="canonical" href="https://example.org/talks">'
        '<link rel="stylesheet" href="http://example.org/a.css"><meta http-equiv="refresh" content="0;url=http://b.org">'
    )
    assert article(page("Talks go on", head)).title == "Talks go on"


def test_it_leaves_open_which_of_two_days_the_figures_on_a_page_mean() -> None:
    published = as_written(date(2022, 4, 3), '<p class="date">03/04/2022</p>')
    assert published == Published(date(2022, 3, 4), date(2022, 4, 3), "day", "stated", "03/04/2022")
    assert as_written(date(2022, 4, 3), '<p class="date">03.04.2022</p>') == Published(
        date(2022, 4, 3), date(2022, 4, 3), "day", "stated", "03.04.2022"
    )


def test_it_settles_which_day_the_figures_mean_by_what_else_the_page_says() -> None:
    either = Published(date(2009, 6, 8), date(2009, 8, 6), "day", "stated", "06-08-2009T14:12:32+0200")
    august = Published(date(2009, 8, 6), date(2009, 8, 6), "day", "stated", "06-08-2009T14:12:32+0200")
    assert settled(either, '<a href="/?m=200908">6. August 2009</a><p>Since 2 May 2009') == august
    assert settled(either, '<time datetime="2009-08-06">') == august
    assert settled(either, "<p>From 8 June 2009 to 6 August 2009") == either
    assert settled(either, "<p>In August 2009") == either
