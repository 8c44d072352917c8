"""RSS and Atom: an article in each entry."""

import socket
from dataclasses import replace
from datetime import date

import pytest

from index.article import Published, RoughArticle
from index.readers.pages.feed import read_feed
from tests.made_files import BODY, feed, read

NOVEMBER_11 = date(2022, 11, 11)
ITEM = f"""<item><title>Talks &amp;amp; coffee</title><link>https://example.org/talks</link><guid>x-7</guid>
<pubDate>Fri, 11 Nov 2022 23:53:00 -0500</pubDate><author>jane@example.org (Jane Doe)</author>
<description>Short.</description>
<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>{BODY}</p><script>x()</script>]]>
</content:encoded></item>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Example</title>
<entry><title>Talks go on</title><id>urn:7</id><updated>2022-11-11T10:53:00+02:00</updated>
<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"""


def published(evidence: str) -> Published:
    """11 November 2022, as these words say."""
    return Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", evidence)


def test_it_reads_rss() -> None:
    (article,) = read(read_feed, feed(ITEM))
    assert article == RoughArticle(
        text=BODY.replace("\n\n", " "),
        title="Talks & coffee",
        published=published("Fri, 11 Nov 2022 23:53:00 -0500"),
        source="The Example",
        author="jane@example.org (Jane Doe)",
        url="https://example.org/talks",
        record=1,
        key="x-7",
    )


def test_it_reads_atom() -> None:
    assert read(read_feed, ATOM.encode()) == [
        RoughArticle(
            text=BODY.replace("\n\n", " "),
            title="Talks go on",
            changed=replace(published("2022-11-11T10:53:00+02:00"), how="changed"),
            source="The Example",
            record=1,
            key="urn:7",
        )
    ]


def test_an_entry_of_atom_is_of_the_day_on_which_it_was_published() -> None:
    stamped = ATOM.replace("</updated>", "</updated><published>2022-11-11</published>").replace(
        "2022-11-11T", "2022-11-14T"
    )
    (article,) = read(read_feed, stamped.encode())
    assert isinstance(article, RoughArticle)
    assert (article.published, article.changed) == (published("2022-11-11"), None)


def test_it_reads_rdf() -> None:
    rdf = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>E</title></channel>
    <item rdf:about="https://example.org/a"><title>T</title><dc:date>2022-11-11</dc:date>
    <dc:creator>Jane Doe</dc:creator><link>https://example.org/a</link></item></rdf:RDF>"""
    (article,) = read(read_feed, rdf.encode())
    assert isinstance(article, RoughArticle)
    assert (article.title, article.author, article.published) == ("T", "Jane Doe", published("2022-11-11"))


def keys(items: str) -> dict[str | None, str | None]:
    """The keys of the entries, by title."""
    return {each.title: each.key for each in read(read_feed, feed(items)) if isinstance(each, RoughArticle)}


def test_an_entry_keeps_its_key_when_others_come() -> None:
    items = ["<item><title>A</title><guid>a</guid></item>", "<item><title>B</title><guid>b</guid></item>"]
    before = {each.title: each.key for each in read(read_feed, feed(items[0])) if isinstance(each, RoughArticle)}
    after = {
        each.title: each.key for each in read(read_feed, feed("".join(items[::-1]))) if isinstance(each, RoughArticle)
    }
    assert before == {"A": "a"}
    assert after == {"A": "a", "B": "b"}


def test_it_finds_the_entries_before_a_feed_breaks_off() -> None:
    found = read(read_feed, (feed(ITEM)[:-30] + b"<item><title>Half"))
    assert [each.title for each in found if isinstance(each, RoughArticle)][:1] == ["Talks & coffee"]


def test_it_names_an_entry_with_nothing_in_it() -> None:
    assert read(read_feed, feed("<item><guid>a</guid></item>")) == ["entry 1: neither a text nor a title in it"]


def test_what_wordpress_exports_beside_its_posts_is_no_article() -> None:
    kept = "<wp:post_type xmlns:wp='http://wordpress.org/export/1.2/'>{}</wp:post_type></item>"
    items = "".join(ITEM.replace("</item>", kept.format(kind)) for kind in ("post", "attachment", "nav_menu_item"))
    post, *others = read(read_feed, feed(items))
    assert isinstance(post, RoughArticle)
    assert others == [f"entry {n}: a picture, a menu or a setting of the site, and no article" for n in (2, 3)]


OUTSIDE = '<!DOCTYPE rss SYSTEM "http://example.org/rss.dtd">'


def test_it_neither_fetches_nor_opens_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", lambda *_: pytest.fail("a connection was tried"))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("a name was looked up"))
    assert len(read(read_feed, OUTSIDE.encode() + feed(ITEM))) == 1
    for data in (b"https://example.org/feed", b"/etc/passwd", b"file:///etc/passwd"):
        assert read(read_feed, data) == ["stops: not a feed"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_it_refuses_entities(encoding: str) -> None:
    laughs = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    data = (laughs + feed("<item><title>&b;&c;</title></item>").decode()).encode(encoding)
    assert read(read_feed, data) == ["stops: declares entities of its own, which could grow without bound"]


LATIN = (
    '<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" "http://example.org/xhtml-lat1.ent">%HTMLlat1;'
)


@pytest.mark.parametrize(
    "doctype",
    [
        "",
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://example.org/rss-0.91.dtd">',
        '<!DOCTYPE rss [<!ENTITY eacute "&#233;"><!ENTITY nbsp "&#xA0;"><!ENTITY ndash "–">]>',
        f"<!DOCTYPE rss [\n{LATIN}\n]>",
    ],
)
def test_it_reads_the_entities_of_html(doctype: str) -> None:
    data = doctype.encode() + feed("<item><title>Caf&eacute; &ndash; open</title><description>x</description></item>")
    assert [each.title for each in read(read_feed, data) if isinstance(each, RoughArticle)] == ["Café – open"]
