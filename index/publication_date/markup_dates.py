"""When a web page was published, as its markup says it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from index.article import Published
from index.front_matter.written_dates import dates_in
from index.publication_date.date_features import PUBLISHED, UPDATED
from index.publication_date.json_ld_dates import stated_in_json_ld, stated_of_others
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
    """The datePublished of schema.org data; of a live blog, or else, when it was made."""
    yield from stated_in_json_ld(page, ("datePublished", "coverageStartTime", "dateCreated"))


SURE_NAMES = frozenset(
    str.split(
        "article:published_time og:article:published_time og:published_time article:published article:publicationdate"
        " article:published_date article:publish_date article:publication_date article:pub_date og:pubdate"
        " og:publish_date og:published_date"
        " datepublished rnews:datepublished dc.date.issued dcterms.issued dc.terms.issued dc.issued dcterms.dateissued"
        " prism.publicationdate prism.publicationdatetime prism.publishdate prism.datepublished eprints.date"
        " publishdate publish-date publish_date publishtime publish-time publish_time publisheddate published-date"
        " published_date published_at published_time publishedtime publishedat publication_date publication-date"
        " publicationdate date_published date-published parsely-pub-date sailthru.date cxenseparse:publishtime"
        " cxenseparse:recs:publishtime cxenseparse:recs:articlepublishtime citation_publication_date"
        " citation_online_date"
        " citation_date article.published article_date_original article_published_time vr:published_time bt:pubdate"
        " pubdate pub_date pub-date originalpublicationdate original-publish-date displaydate dc.date.published"
        " dc.date.publication date.issued shareaholic:article_published_time mediator_published_time"
        " firstpublished first_published first-published cre_date releasedate release_date release-date"
    )
)
OTHER_NAMES = frozenset(str.split("date dc.date dcterms.date dcterms.created dc.date.created date.created ptime"))
"""Some sites write the day of publication here, and others the day of the last change."""


def named(names: frozenset[str]) -> Callable[["HtmlElement"], Iterator[str | None]]:
    """The contents of the meta elements that have one of these names."""

    def contents(page: "HtmlElement") -> Iterator[str | None]:
        found = [meta for meta in page.xpath("//meta[@content]") if not names.isdisjoint(called(meta))]
        yield from (meta.get("content") for meta in own_first(found) if is_of_article(meta))

    return contents


CHANGED_NAMES = frozenset(
    str.split(
        "og:updated_time og:modified_time og:article:modified_time article:modified_time article:modified"
        " article:updated_time article:updated article:modified_date article.updated article_date_updated"
        " article_modified_time datemodified rnews:datemodified date_modified date-modified dcterms.modified"
        " dc.date.modified dc.modified dc.date.updated dc.terms.modified prism.modificationdate last-modified"
        " lastmodified last_modified lastmod last-mod last_updated last-updated lastupdated modified modified_time"
        " modifieddate modified_date modificationdate updated updated_time updated_at updatedtime update_time"
        " update-date revised revision_date utime moddate bt:moddate vr:updated_time cxenseparse:modifiedtime"
        " shareaholic:article_modified_time parsely-mod-date sailthru.updated"
    )
)
NOT_OF_ARTICLE = re.compile(
    r"(?:Comment|UserComments|Video|Audio|Image|WebSite|Person|Organization|Event|Product|ListItem|Rating|Offer)"
)
"""Types of schema.org whose days are not those of the article in which they stand."""


def at(path: str) -> Callable[["HtmlElement"], Iterator[str | None]]:
    """What the elements on a path state: in the attribute that is made for it, or as their text."""

    def stated(page: "HtmlElement") -> Iterator[str | None]:
        for element in own_first(page.xpath(path)):
            if is_of_article(element):
                yield (
                    element.get("datetime") or element.get("content") or element.get("title") or element.text_content()
                )

    return stated


def is_of_article(element: "HtmlElement") -> bool:
    """What the element states, in the words of schema.org, is of no comment, video or other thing in the article."""
    holder = next(iter(element.xpath("ancestor-or-self::*[@itemscope][1]")), None)
    return holder is None or not NOT_OF_ARTICLE.search(holder.get("itemtype") or "")


def called(meta: "HtmlElement") -> Iterator[str]:
    """The names of a meta element, in small letters."""
    return ((meta.get(key) or "").strip().lower() for key in ("property", "name", "itemprop", "http-equiv"))


def own_first(elements: Sequence["HtmlElement"]) -> Sequence["HtmlElement"]:
    """The same, those last that belong to other articles."""
    return sorted(elements, key=is_of_another) if len(elements) > 1 else elements


def is_of_another(element: "HtmlElement") -> bool:
    """What it states is of a thing that has neither the headline of the page in it nor its text."""
    holder = next(iter(element.xpath("ancestor::*[@itemscope][1]")), None)
    return holder is not None and not holder.xpath('.//h1|.//*[@itemprop="articleBody"]')


def only_time(page: "HtmlElement") -> Iterator[str]:
    """The time element of a page whose time elements all state the same day; those of a change are not counted."""
    times = page.xpath(f"//time[@datetime and not({OF_CHANGE}) and not({IN_COMMENT})]")
    stamps = [element.get("datetime") for element in times if not is_called_change(element)]
    if len({stamp[:10] for stamp in stamps}) == 1:
        yield stamps[0]


def is_called_change(element: "HtmlElement") -> bool:
    """What stands right before it says that it is the time of a change: "Last updated: "."""
    before = element.xpath("string(preceding-sibling::node()[1])") or element.xpath("string(preceding::text()[1])")
    return UPDATED.search(before[-30:]) is not None and not PUBLISHED.search(before[-30:])


OF_CHANGE = (
    '@itemprop="dateModified" or ((contains(@class,"updated") or contains(@class,"modified"))'
    ' and not(contains(@class,"publish") or contains(@class,"entry-date")))'
)
"""What marks the time of a change."""
IN_COMMENT = 'ancestor::*[not(self::body or self::html) and contains(@class,"comment")]'
"""What marks the time of what a reader wrote."""


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


CHANGE_MARKS = (
    DateMark(
        "JSON-LD",
        lambda page: stated_in_json_ld(page, ("dateModified",)),
        f'<script type="application/ld+json">{{"@type":"NewsArticle","dateModified":"{STAMP}"}}</script>',
    ),
    DateMark("meta", named(CHANGED_NAMES), f'<meta property="article:modified_time" content="{STAMP}">'),
    DateMark(
        "element",
        at(f'//*[not(self::meta)][@itemprop="dateModified"]|//time[{OF_CHANGE}]|//abbr[contains(@class,"updated")]'),
        f'<time class="updated" datetime="{STAMP}">Friday</time>',
    ),
)
"""Ways in which pages say when they were last changed."""


def changes_marked(page: "HtmlElement") -> list[Published]:
    """The days of change that the marks state, the surest first; after none of them was the page published."""
    return [found for mark in CHANGE_MARKS for found in changes_by(mark, page)]


def changes_shown(page: "HtmlElement") -> list[Published]:
    """Those of them that stand where readers see them."""
    return list(changes_by(CHANGE_MARKS[-1], page))


def changes_by(mark: DateMark, page: "HtmlElement") -> Iterator[Published]:
    """The days of change that a mark states."""
    values = (value.strip() for value in mark.values(page) if value and value.strip())
    return (replace(found, how="changed") for value in values if (found := stated_by(value)))


def days_of_others(page: "HtmlElement") -> set[date]:
    """The days of what else stands on the page, such as a video or a comment, as its markup says."""
    stamps = [*stated_of_others(page)]
    for element in page.xpath('//*[@itemprop="datePublished" or @itemprop="uploadDate" or @itemprop="dateCreated"]'):
        if not is_of_article(element):
            stamps.append(element.get("datetime") or element.get("content") or element.text_content())
    return {found.first for stamp in stamps if (found := stated_by(stamp))}


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
