"""Pages that a program has saved in a file of its own kind: EPUB, MAFF, web archives of Safari."""

import plistlib
from datetime import date
from pathlib import Path

import pytest

from index.article import Published, RoughArticle
from index.readers.kinds import kind_of
from index.readers.saved_pages.epub import read_epub
from index.readers.saved_pages.maff import read_maff
from index.readers.saved_pages.webarchive import read_webarchive
from index.readers.source import Reader
from tests.made_documents import book, epub, maff
from tests.made_files import PARAGRAPHS, page, read, source, told, zipped

DAY = date(2022, 11, 11)
CONTENTS = (
    "<html><body><ul>"
    + "<li><a href='a.xhtml'>Talks go on for a third day in Geneva</a></li>" * 20
    + "</ul></body></html>"
)


def test_it_reads_the_articles_of_a_book_and_passes_over_cover_and_contents() -> None:
    chapters = {
        "cover.xhtml": "<html><body><img src='a.png'/></body></html>",
        "contents.xhtml": CONTENTS,
        "a.xhtml": page("Talks go on"),
        "b.xhtml": page("Ferries stop", '<meta name="pubdate" content="2022-11-10">'),
    }
    data = epub("The Example [Fri, 11 Nov 2022]", chapters)
    assert kind_of(source(data, "paper.bin.zip")).name == "EPUB"
    first, second = read(read_epub, data)
    assert isinstance(first, RoughArticle)
    assert isinstance(second, RoughArticle)
    assert (first.title, first.source, first.record, first.key) == ("Talks go on", "The Example", 3, "book/a.xhtml")
    assert first.published == Published(DAY, DAY, "day", "stated", "11 Nov 2022")
    assert second.published is not None
    assert second.published.first == date(2022, 11, 10)


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("The Example, 11 November 2022", "The Example"),
        ("Gazette - Friday, November 11, 2022", "Gazette"),
        ("My reading list", None),
        ("The Example, November 2022", None),
    ],
)
def test_a_book_with_a_day_in_its_title_is_the_issue_of_a_paper(title: str, outlet: str | None) -> None:
    chapter = page("Talks go on").replace(" | The Example", "")
    (found,) = read(read_epub, epub(title, {"a.xhtml": chapter}))
    assert isinstance(found, RoughArticle)
    assert (found.source, found.published and found.published.first) == (outlet, DAY if outlet else None)


def test_it_names_a_chapter_that_is_not_there_and_reads_the_others() -> None:
    data = epub("A book", {"a.xhtml": page("Talks go on")}).replace(b"book/a.xhtml", b"book/z.xhtml")
    assert read(read_epub, data) == ["chapter 1: book/a.xhtml is not in the book"]


def test_it_says_where_it_stops_in_a_long_book_or_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.readers.saved_pages.epub.MOST_CHAPTERS", 1)
    monkeypatch.setattr("index.readers.saved_pages.maff.MOST_PAGES", 1)
    book = epub("A book", {"a.xhtml": page("Talks go on"), "b.xhtml": page("Ferries stop")})
    archive = zipped({f"{name}/index.html": page(f"Talks {name}").encode() for name in "12"})
    assert read(read_epub, book)[1:] == ["stops: only its first 1 chapters are read"]
    assert read(read_maff, archive)[1:] == ["stops: only its first 1 pages are read"]


def test_it_reads_a_page_that_firefox_saved_and_says_where_it_was() -> None:
    data = maff(page("Talks go on"), "https://example.org/talks")
    assert kind_of(source(data, "talks.maff")).name == "MAFF"
    (found,) = read(read_maff, data)
    assert isinstance(found, RoughArticle)
    assert (found.title, found.url, found.published) == ("Talks go on", "https://example.org/talks", None)


def test_it_reads_every_page_of_an_archive_without_descriptions() -> None:
    pages = {"1/index.html": page("Talks go on").encode(), "2/index.html": page("Ferries stop").encode()}
    found = read(read_maff, zipped({**pages, "2/index_files/ad.html": b"<p>Unseen"}))
    assert [(each.title, each.record) for each in found if isinstance(each, RoughArticle)] == [
        ("Talks go on", 1),
        ("Ferries stop", 2),
    ]


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
@pytest.mark.parametrize("encoding", ["UTF-8", "windows-1252", "no-such-code"])
def test_it_reads_a_page_that_safari_saved(form: plistlib.PlistFormat, encoding: str) -> None:
    text = page("Talks – go on")
    main = {
        "WebResourceData": text.encode("utf-8" if encoding == "no-such-code" else encoding),
        "WebResourceURL": "https://example.org/talks",
        "WebResourceTextEncodingName": encoding,
    }
    data = plistlib.dumps({"WebMainResource": main, "WebSubframeArchives": []}, fmt=form)
    assert kind_of(source(data, "talks.webarchive")).name == "webarchive"
    (found,) = read(read_webarchive, data)
    assert isinstance(found, RoughArticle)
    assert (found.title, found.url) == ("Talks – go on", "https://example.org/talks")
    assert found.text.endswith(PARAGRAPHS[-1])


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha">]><container><rootfile full-path="&a;"/></container>'


@pytest.mark.parametrize(
    ("reader", "data", "why"),
    [
        (read_epub, b"PK\x03\x04", "stops: not an EPUB book, or a damaged one"),
        (read_epub, book("epub+zip", {"a": b"b"}), "stops: not an EPUB book, or a damaged one"),
        (read_epub, book("epub+zip", {"META-INF/container.xml": LAUGHS}), "stops: not an EPUB book, or a damaged one"),
        (
            read_epub,
            book("epub+zip", {"META-INF/container.xml": bytes(5_000_000)}),
            "stops: a part of it unpacks to more than 4 MiB",
        ),
        (read_maff, b"words", "stops: not a MAFF archive, or a damaged one"),
        (read_webarchive, b"bplist00", "stops: not a web archive of Safari, or a damaged one"),
        (read_webarchive, b"<plist><dict/>", "stops: not a web archive of Safari, or a damaged one"),
        (read_webarchive, plistlib.dumps({"a": 1}), "stops: no page in it"),
    ],
)
def test_it_says_why_a_file_holds_no_page(reader: Reader, data: bytes, why: str) -> None:
    assert read(reader, data) == [why]


def test_an_archive_without_pages_is_named(tmp_path: Path) -> None:
    assert told_of(tmp_path, "a.maff", zipped({"notes.txt": b"words"})) == [": no article in it"]
    within = zipped({"a.maff": zipped({"notes.txt": b"words"})})
    assert told_of(tmp_path, "b.zip", within) == ["/a.maff: no article in it"]


def told_of(folder: Path, name: str, data: bytes) -> list[str]:
    """What is told of a file with this name."""
    (folder / name).write_bytes(data)
    return told(folder / name)
