"""Which reader reads what."""

from contextlib import suppress
from time import process_time

import pytest

from index.errors import Unreadable
from index.readers.kinds import BY_NAME, KINDS, SIGNATURES, Signature, kind_by_ending, kind_of
from tests.made_files import packed, source, zipped


def kind(name: str, data: bytes) -> str:
    """What a file with this name and these bytes is read as."""
    return kind_of(source(data, name)).name


@pytest.mark.parametrize("ending", [ending for kind in KINDS for ending in kind.endings])
def test_it_knows_a_kind_by_its_ending(ending: str) -> None:
    expected = next(kind for kind in KINDS if ending in kind.endings)
    assert kind_by_ending(f"A.b{ending.upper()}") is expected
    assert kind_by_ending(f"a{ending}.bak") is None
    assert kind_by_ending(ending) is None or ending.count(".") > 1


@pytest.mark.parametrize("signature", SIGNATURES, ids=lambda signature: signature.kind)
def test_it_knows_a_kind_by_its_beginning(signature: Signature) -> None:
    assert signature.kind in BY_NAME
    assert kind("a.txt", signature.example) == signature.kind


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.docx", zipped({}), "DOCX"),
        ("a.wacz", zipped({}), "WACZ"),
        ("a.html", zipped({}), "ZIP"),
        ("a.warc.gz", packed(b"x"), "WARC"),
        ("a.html.gz", packed(b"x"), "gzip"),
        ("a.html", b"%PDF-1.7", "PDF"),
        ("a.pdf", b"<html>", "HTML"),
        ("a.html", b"Plain words", "text"),
        ("a.html", b"<p>Words", "HTML"),
        ("a.zip", b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "DOCX"),
        ("a.eml", b"PK\x03\x04" + bytes(26) + b"word/document.xml", "DOCX"),
        ("a.zip", b"PK\x03\x04" + bytes(26) + b"words.txt", "ZIP"),
        ("a.jsonl", b'[{"title": "T"}]', "JSON"),
        ("a.jsonl", b'{\n  "title": "T"\n}', "JSON"),
        ("a.jsonl", b'{"title": "T"}\n', "JSON Lines"),
        ("a.json", b'{"title": "T"}\n', "JSON"),
        ("a.txt", b'\xef\xbb\xbf{"title": "T"}\n', "JSON Lines"),
        ("a.txt", b"{curly} words: and others", "text"),
        ("a.txt", b"From: Jane\nSubject: T\nX: y\n z\nMIME-Version: 1.0\n", "mail"),
        ("a.txt", b"From: Jane\nSubject: T\n\nMIME-Version: 1.0\n", "text"),
        ("a.mhtml", b"From: <Saved by Blink>\nSubject: T\nMIME-Version: 1.0\n", "MHTML"),
        ("1668:2,S", b"Received: from x\nMessage-ID: <1@x.org>\n", "mail"),
        ("a.txt", b"<html>", "HTML"),
        ("a.txt", b"<p>It is not told from this.", "text"),
        ("a.xml", b"<?xml version='1.0'?><rss>", "feed"),
        ("a.html", b"<?xml version='1.0'?><feed xmlns='x'>", "feed"),
        ("a.json", b"[]", "JSON"),
        ("a.json", b"%PDF is not where it is", "JSON"),
        ("talks", b"\xef\xbb\xbf \n<!DOCTYPE html>", "HTML"),
        ("talks.php?id=7", b"<html>", "HTML"),
        ("a.txt", "From Geneva to Kyiv in 2022\nTalks: they go on…".encode(), "text"),
        ("a.txt", b"From Geneva at 10:53 to Kyiv in 2022\nTalks: they go on", "text"),
        ("a.txt", b"From Friday to Sunday, Nov 13 2022\nTalks: they go on", "text"),
        ("a.txt", b"From - Fri Nov  4 10:53:00 2022\r\nX-Status: 1\r\n", "mbox"),
        ("a.txt", b"From jane at b.org  Fri Nov 11 10:53:00 +0000 2022\nSubject: T\n", "mbox"),
        ("a.txt", b"From jane@b.org Fri Nov 11 10:53:00 2022 +0000\nSubject: T\n", "mbox"),
        ("a.mbox", b"From jane@b.org 11 Nov 10:53 2022\nSubject: T\n", "mbox"),
        ("INBOX", b"From a@b.org Fri Nov 11 10:53:00 2022\nSubject: T\n", "mbox"),
    ],
)
def test_the_beginning_counts_before_the_ending_where_it_is_clear(name: str, data: bytes, expected: str) -> None:
    assert kind(name, data) == expected


@pytest.mark.parametrize(
    ("name", "data"),
    [("a", b"words"), ("a.pptx", zipped({})), ("a.jpg", b"\xff\xd8"), (".txt", b"words"), ("a.gif", b"<x>")],
)
def test_it_refuses_other_kinds(name: str, data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^not a kind of file that Dateline reads$"):
        kind(name, data)


def test_it_refuses_an_empty_file() -> None:
    with pytest.raises(Unreadable, match=r"^empty file$"):
        kind("a.txt", b"")


PIECES = ("<!---->", "<?a?>", "<!-- a -->\n", "\n", "---\na: b\n", "A: b\n", "<!DOCTYPE rss>", "{", " ")


@pytest.mark.parametrize("piece", PIECES)
def test_it_takes_no_time_however_often_something_begins(piece: str) -> None:
    data = piece.encode() * (65_536 // len(piece)) + b"<p>The talks in Geneva went on.</p>"
    begun = process_time()
    with suppress(Unreadable):
        kind_of(source(data, "a.html"))
    assert process_time() - begun < 0.5
