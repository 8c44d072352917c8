"""Web pages: the article, and what the markup says of it."""

import socket
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Published, RoughArticle
from index.publication_date.markup_dates import CHANGE_MARKS, DATE_MARKS, DateMark, as_written, settled
from index.publication_date.page_dates import moment_of
from index.readers.pages.html import decoded_page, read_html
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


def test_it_says_itself_that_a_page_has_no_article_and_lets_no_library_log_it(caplog: pytest.LogCaptureFixture) -> None:
    assert read(read_html, b"<html></html>") == ["stops: no article in this web page"]
    assert caplog.messages == []


@pytest.mark.parametrize("mark", DATE_MARKS, ids=lambda mark: mark.name)
def test_it_finds_the_date_where_pages_state_it(mark: DateMark, monkeypatch: pytest.MonkeyPatch) -> None:
    html = page("Talks go on", body=mark.example)
    published = article(html).published
    assert published is not None
    assert (published.first, published.how, published.precision) == (NOVEMBER_11, "stated", "day")
    others = tuple(other for other in DATE_MARKS if other is not mark)
    monkeypatch.setattr("index.publication_date.markup_dates.DATE_MARKS", others)
    monkeypatch.setattr("index.publication_date.page_dates.as_written", lambda found, html: None)
    monkeypatch.setattr("index.publication_date.page_dates.surest_line", lambda lines: None)
    assert article(html).published is None


@pytest.mark.parametrize(
    "shown", ["Published on November 11, 2022", "Veröffentlicht am 11.11.2022", "Publié le 11&nbsp;novembre 2022"]
)
def test_it_finds_a_date_that_the_page_shows_and_quotes_it(shown: str) -> None:
    published = article(page("Talks go on", body=f'<p class="date">{shown}</p>')).published
    assert published == Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", shown.replace("&nbsp;", " "))


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
    assert decoded_page(html.encode(encoding)).text == html


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


AN_HOUR_TO_MIDNIGHT = "2022-11-11T23:05:00Z"

SHOWN_OTHERWISE = [
    # What the markup states, the line that readers see, and the day that counts.
    (AN_HOUR_TO_MIDNIGHT, "12 November 2022, 00:05", 12),
    (AN_HOUR_TO_MIDNIGHT, "12. November 2022 um 0.05 Uhr", 12),
    (AN_HOUR_TO_MIDNIGHT, "12 November 2022", 12),
    ("2022-11-11T13:05:00Z", "12 November 2022", 11),
    (AN_HOUR_TO_MIDNIGHT, "Updated 12 November 2022, 00:05", 11),
    (AN_HOUR_TO_MIDNIGHT, "12 November 2022, 09:41", 11),
    (AN_HOUR_TO_MIDNIGHT, "13 November 2022, 00:05", 11),
    ("2022-11-11T23:05:00+01:00", "12 November 2022", 11),
    ("2022-11-11T23:05:00", "12 November 2022, 00:05", 11),
    ("2022-11-12T02:25:54+00:00", "November 11, 2022 | 9:25pm", 11),
    ("Sat, 12 Nov 2022 02:41:00 GMT", "By Jane Doe 11/11/2022 22:41", 11),
    ("2022-11-11", "14 November 2022", 11),
]


@pytest.mark.parametrize(("stamp", "shown", "day"), SHOWN_OTHERWISE)
def test_the_day_is_the_one_that_the_outlet_shows_for_the_moment_in_its_markup(
    stamp: str, shown: str, day: int
) -> None:
    head = f'<meta property="article:published_time" content="{stamp}">'
    published = article(page("Talks go on", head, f"<div>{shown}</div>")).published
    expected = date(2022, 11, day)
    assert published is not None
    assert (published.first, published.last) == (expected, expected)
    assert published.evidence == (shown if stamp_day(stamp) != expected else stamp)


def stamp_day(stamp: str) -> date:
    """The day that a stamp of these tests is of, in its own time zone."""
    return date(2022, 11, 12) if "12 Nov" in stamp or "11-12" in stamp else NOVEMBER_11


@pytest.mark.parametrize(
    ("markup", "shown", "day"),
    [
        ('<meta name="date" content="2022-11-09">', "11 November 2022", 11),
        ('<meta name="date" content="2022-11-09">', "Updated 11 November 2022", 9),
        ('<time class="entry-date" datetime="2022-11-09"></time>', "By Jane Doe, 11 November 2022", 11),
        ('<meta name="pubdate" content="2022-11-09"><meta name="date" content="2022-11-11">', "11 November 2022", 11),
        ('<meta name="pubdate" content="2022-11-09"><meta name="date" content="2022-11-10">', "11 November 2022", 9),
        ('<meta name="pubdate" content="2022-11-09">', "11 November 2022", 9),
    ],
)
def test_the_line_that_readers_see_counts_where_the_markup_is_weak_or_contradicts_itself(
    markup: str, shown: str, day: int
) -> None:
    published = article(page("Talks go on", markup, f"<div>{shown}</div>")).published
    assert published is not None
    assert published.first == date(2022, 11, day)


EVENING, EARLY = "2022-11-11T17:00:00+00:00", "2022-11-11T06:30:00Z"
LINES_OF_EVENTS = [
    (EVENING, "Match day: 12 November 2022"),
    (EVENING, "When: Saturday 12 November 2022"),
    (EVENING, "Elland Road, Saturday 12 November 2022"),
    (EVENING, "Date of the match: 12 November 2022"),
    (EVENING, "Gig: 12 November 2022"),
    (EVENING, "Leeds v York, brought to you by Sky, 12 November 2022"),
    (EARLY, "Event date: Thursday 10 November 2022"),
]


@pytest.mark.parametrize(("stamp", "shown"), LINES_OF_EVENTS)
def test_it_does_not_take_the_day_of_an_event_for_that_of_a_moment(stamp: str, shown: str) -> None:
    head = f'<meta property="article:published_time" content="{stamp}">'
    published = article(page("Talks go on", head, f"<div>{shown}</div>")).published
    assert published == Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", stamp)


@pytest.mark.parametrize("shown", ["Published 12 November 2022", "By Jane Doe, 12 November 2022", "12 November 2022"])
def test_a_line_without_a_clock_counts_when_it_states_publication(shown: str) -> None:
    head = f'<meta property="article:published_time" content="{EVENING}">'
    published = article(page("Talks go on", head, f"<div>{shown}</div>")).published
    assert published == Published(date(2022, 11, 12), date(2022, 11, 12), "day", "stated", shown)


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        *((shown, 11) for stamp, shown in LINES_OF_EVENTS if stamp == EVENING),
        ("12 November 2022", 11),
        ("Published 12 November 2022", 11),
        ('<time datetime="2022-11-12">12 November 2022</time>', 11),
        ("12 November 2022, 04:20", 11),
        ("12 November 2022, 03:00", 12),
        ("12 November 202203:00", 12),
    ],
)
def test_only_the_same_moment_counts_more_than_two_sure_marks_that_agree(shown: str, day: int) -> None:
    head = (
        f'<script type="application/ld+json">{{"datePublished":"{EVENING}"}}</script>'
        f'<meta property="article:published_time" content="{EVENING}">'
    )
    published = article(page("Talks go on", head, f"<div>{shown}</div>")).published
    assert published is not None
    assert published.first == date(2022, 11, day)


@given(st.text(alphabet="0123456789-+:TZ. GMTaNov,ri"))
def test_any_stamp_is_a_moment_or_none(stamp: str) -> None:
    moment = moment_of(stamp)
    assert moment is None or moment.tzinfo is not None


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


@pytest.mark.parametrize("mark", CHANGE_MARKS, ids=lambda mark: mark.name)
def test_a_day_of_change_is_not_that_of_publication(mark: DateMark, monkeypatch: pytest.MonkeyPatch) -> None:
    html = page("Talks go on", body=mark.example)
    found = article(html)
    changed = Published(NOVEMBER_11, NOVEMBER_11, "day", "changed", "2022-11-11T10:53:00+02:00")
    assert (found.published, found.changed) == (None, changed)
    others = tuple(other for other in CHANGE_MARKS if other is not mark)
    monkeypatch.setattr("index.publication_date.markup_dates.CHANGE_MARKS", others)
    assert article(html).changed is None


@pytest.mark.parametrize(
    "shown",
    [
        '<p><time itemprop="dateModified" datetime="2022-11-11T08:00:00Z">11 November 2022</time></p>',
        '<p><time class="updated" datetime="2022-11-11T08:00:00Z">11 November 2022</time></p>',
    ],
)
def test_a_line_that_the_markup_calls_a_change_is_one(shown: str) -> None:
    found = article(page("Talks go on", body=shown))
    assert found.published is None
    assert found.changed is not None
    assert found.changed.first == NOVEMBER_11


def test_a_time_behind_the_word_for_a_change_is_labelled_so() -> None:
    shown = '<p>Last updated: <time datetime="2022-11-11T08:00:00Z">11 November 2022</time></p>'
    found = article(page("Talks go on", body=shown)).published
    assert found is not None
    assert (found.first, found.how) == (NOVEMBER_11, "changed")


def test_the_time_of_a_comment_is_not_that_of_the_page() -> None:
    comment = '<div class="comment"><time datetime="2022-11-15">Tuesday</time> Well said.</div>'
    stamp = '<meta name="date" content="2022-11-11">'
    found = article(page("Talks go on", stamp, body=comment)).published
    assert found is not None
    assert found.first == NOVEMBER_11


def test_what_readers_are_shown_as_the_day_of_change_is_labelled_so() -> None:
    found = article(page("Talks go on", body="<p>Last updated: 11 November 2022</p>")).published
    assert found == Published(NOVEMBER_11, NOVEMBER_11, "day", "changed", "Last updated: 11 November 2022")


def test_both_days_are_told_apart_where_the_page_has_both() -> None:
    head = (
        '<meta property="og:updated_time" content="2023-09-05T08:00:00Z">'
        '<meta property="article:published_time" content="2022-11-11T08:00:00Z">'
    )
    found = article(page("Talks go on", head))
    assert found.published is not None
    assert found.changed is not None
    assert (found.published.first, found.published.how) == (NOVEMBER_11, "stated")
    assert (found.changed.first, found.changed.how) == (date(2023, 9, 5), "changed")


def thing(kind: str, day: str) -> str:
    """A thing of schema.org on a page, with a day."""
    stamp = f'<meta itemprop="datePublished" content="{day}">'
    return f'<div itemscope itemtype="https://schema.org/{kind}">{stamp}</div>'


@pytest.mark.parametrize(
    "other",
    [
        thing("Comment", "2022-11-15"),
        thing("VideoObject", "2016-05-05"),
        '<script type="application/ld+json">{"@type": "VideoObject", "datePublished": "2016-05-05"}</script>',
    ],
)
def test_the_day_of_a_comment_or_a_video_is_not_that_of_the_article(other: str) -> None:
    own = thing("NewsArticle", "2022-11-11")
    assert article(page("Talks go on", body=other)).published is None
    found = article(page("Talks go on", body=other + own)).published
    assert found is not None
    assert found.first == NOVEMBER_11


@pytest.mark.parametrize(
    "stamp",
    ['<time itemprop="datePublished" datetime="{}"></time>', '<meta itemprop="datePublished" content="{}">'],
)
def test_the_day_of_another_article_above_is_not_that_of_the_page(stamp: str) -> None:
    start = '<div itemscope itemtype="https://schema.org/NewsArticle">'
    above = f"{start}<b>Ferries stop</b>{stamp.format('2022-10-01')}</div>"
    held = page("Talks go on").replace("<article>", f"{above}{start}{stamp.format('2022-11-11')}<article>")
    published = article(held.replace("</article>", "</article></div>")).published
    assert published is not None
    assert published.first == NOVEMBER_11


def test_the_page_of_an_archive_about_a_page_is_no_article() -> None:
    html = page("Talks go on | ArchiveBox").replace("<title>Talks go on", "<title>Talks go on | ArchiveBox")
    assert read(read_html, html.encode()) == [
        "stops: what an archive shows of a page that it has saved, and not that page"
    ]


@pytest.mark.parametrize(
    ("stamp", "day"),
    [("2022-11-11T17:18:13-08:00", 11), ("2022-11-11T17:18:14-08:00", 12), ("2022-11-12T01:18:13+00:00", 12)],
)
def test_of_one_moment_in_two_zones_the_one_of_the_outlet_tells_the_day(stamp: str, day: int) -> None:
    head = (
        '<script type="application/ld+json">{"@type":"Article","datePublished":"2022-11-12T01:18:13Z"}</script>'
        f'<meta property="article:published_time" content="{stamp}">'
    )
    published = article(page("Talks go on", head)).published
    assert published is not None
    assert published.first == date(2022, 11, day)
