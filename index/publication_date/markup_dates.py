"""When a web page was published, as its markup says it."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from index.article import Published
from index.front_matter.written_dates import dates_in
from index.publication_date.metadata_dates import either_day, stated_by

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class DateMark:
    """A way in which pages say when they were published: what it is called, how to find it, and an example."""

    name: str
    values: Callable[["HtmlElement"], Iterator[str | None]]
    example: str
    """A page, of 11 November 2022, that says so in this way only."""


def json_ld(page: "HtmlElement") -> Iterator[str]:
    """The datePublished of schema.org data, outermost first."""
    for script in page.xpath('//script[@type="application/ld+json"]'):
        text = script.text_content()
        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            yield from re.findall(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,60})"', text)[:1]
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, dict):
                if isinstance(item.get("datePublished"), str):
                    yield item["datePublished"]
                item = [item.get(name) for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")]
            if isinstance(item, list):
                waiting += [each for each in item[:1000] if isinstance(each, dict | list)]


SURE_NAMES = frozenset(
    str.split(
        "article:published_time og:article:published_time og:published_time article:published article:publicationdate"
        " datepublished rnews:datepublished dc.date.issued dcterms.issued dc.terms.issued publishdate publish-date"
        " publish_date publication_date publication-date date_published parsely-pub-date sailthru.date"
        " cxenseparse:recs:publishtime citation_publication_date article.published vr:published_time bt:pubdate pubdate"
        " originalpublicationdate displaydate dc.date.published"
    )
)
OTHER_NAMES = frozenset(str.split("date dc.date dcterms.date dcterms.created dc.date.created date.created ptime"))
"""Some sites write the day of publication here, and others the day of the last change."""


def named(names: frozenset[str]) -> Callable[["HtmlElement"], Iterator[str | None]]:
    """The contents of the meta elements that have one of these names."""

    def contents(page: "HtmlElement") -> Iterator[str | None]:
        for meta in page.xpath("//meta[@content]"):
            called = {(meta.get(key) or "").strip().lower() for key in ("property", "name", "itemprop")}
            if called & names:
                yield meta.get("content")

    return contents


def at(path: str) -> Callable[["HtmlElement"], Iterator[str | None]]:
    """What the elements on a path state: in the attribute that is made for it, or as their text."""

    def stated(page: "HtmlElement") -> Iterator[str | None]:
        for element in page.xpath(path):
            yield element.get("datetime") or element.get("content") or element.get("title") or element.text_content()

    return stated


def only_time(page: "HtmlElement") -> Iterator[str]:
    """The time element of a page whose time elements all state the same day."""
    stamps = page.xpath("//time/@datetime")
    if len({stamp[:10] for stamp in stamps}) == 1:
        yield stamps[0]


STAMP = "2022-11-11T10:53:00+02:00"
DATE_MARKS = (
    DateMark("JSON-LD", json_ld, f'<script type="application/ld+json">{{"datePublished":"{STAMP}"}}</script>'),
    DateMark("meta", named(SURE_NAMES), f'<meta property="article:published_time" content="{STAMP}">'),
    DateMark(
        "microdata",
        at('//*[not(self::meta)][@itemprop="datePublished" or @pubdate]'),
        '<span itemprop="datePublished">11 November 2022</span>',
    ),
    DateMark(
        "marked time",
        at('//time[contains(@class,"publish") or contains(@class,"entry-date")]|//abbr[contains(@class,"published")]'),
        f'<time class="entry-date" datetime="{STAMP}">Friday</time><time datetime="2022-11-12">Saturday</time>',
    ),
    DateMark("only time", only_time, f'<time datetime="{STAMP}">Friday</time>'),
    DateMark("other meta", named(OTHER_NAMES), f'<meta name="DC.date" content="{STAMP}">'),
)
"""Asked in this order: the surest first."""


WEAK_MARKS = frozenset({"marked time", "only time", "other meta"})
"""Pages mark other days so, too: those of comments, of other articles, of the last change."""


def days_marked(page: "HtmlElement") -> Mapping[str, Published]:
    """The first day of publication that each kind of mark states, by the name of the mark, the surest first."""
    found: dict[str, Published] = {}
    for mark in DATE_MARKS:
        first = next((value.strip() for value in mark.values(page) if value and value.strip()), "")
        published = stated_by(first)
        if published is not None and published.precision == "day":
            found[mark.name] = published
    return found


GAP = r"(?:\s|&nbsp;){1,3}"
MONTH = r"[^\W\d]{3,12}\.?"
"""A word in any language: htmldate has read it as the month."""


def as_written(day: date, html: str) -> Published | None:
    """That day, with the words of the page that show it; None when no words of the page do."""
    d, m, y = rf"0?{day.day}", rf"0?{day.month}", str(day.year)
    forms = (
        rf"{y}(?P<a>[-/.]){m}(?P=a){d}(?!\d)",
        rf"{d}(?P<b>[-/.]){m}(?P=b){y}",
        rf"{m}(?P<c>[-/.]){d}(?P=c){y}",
        rf"{d}(?:\.|st|nd|rd|th)?{GAP}(?:de{GAP})?{MONTH},?{GAP}(?:de{GAP})?{y}",
        rf"{MONTH}{GAP}{d}(?:st|nd|rd|th)?,?{GAP}{y}",
    )
    written = re.search(rf"(?<![\w-])(?:{'|'.join(forms)})", html)
    published = Published(day, day, "day", "stated", " ".join(written.group().split())) if written else None
    if published and (either := either_day(published.evidence)):
        return replace(published, first=either.first, last=either.last)
    return published and replace(published, evidence=published.evidence.replace("&nbsp;", " "))


LONGEST_DATED = 200
"""Characters between two tags or quotation marks of a page; what is longer is a text or a script."""


def settled(published: Published, html: str) -> Published:
    """Of two days that figures may mean, the one that the page also writes out: "6 August 2009" settles 06/08/2009."""
    ends = {published.first, published.last}
    if len(ends) == 1 or published.precision != "day":
        return published
    pieces = (piece for piece in re.split(r"[<>\"\n]", html) if 8 <= len(piece) <= LONGEST_DATED)
    exact = {each.days.first for piece in pieces for each in dates_in(piece) if each.days.precision == "day"}
    written_out = exact & ends
    if len(written_out) != 1:
        return published
    (day,) = written_out
    return replace(published, first=day, last=day)
