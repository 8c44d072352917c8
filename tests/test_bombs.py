"""Small files on which libraries work for ever: they are cut before a library sees them."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from index.article import RoughArticle
from index.readers.archives.warc import read_warc
from index.readers.documents.docx import read_docx
from index.readers.documents.pdf import read_pdf
from index.readers.documents.rtf import read_rtf
from index.readers.mime.mail import read_mail
from index.readers.pages.html import read_html
from index.readers.source import Reader
from tests import made_files as made

MAIL = made.mail("Talks go on")


def docx(old: bytes, new: bytes) -> bytes:
    """A Word document with a part of its text replaced."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made.docx("Talks go on"))) as whole, zipfile.ZipFile(changed, "w", 8) as archive:
        for member in whole.infolist():
            data = whole.read(member)
            archive.writestr(member, data.replace(old, new) if member.filename == "word/document.xml" else data)
    return changed.getvalue()


CELL = b'<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p><w:r><w:t>A wide cell</w:t></w:r></w:p></w:tc>'
TABLE = b"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>" + CELL + b"</w:tr></w:tbl><w:sectPr"
RICH = b"{\\rtf1 " + made.BODY.replace("’", "'").encode("ascii", "ignore").replace(b"\n", b"\\par ") + b"%s}"
BOMBS: Mapping[str, tuple[Reader, bytes]] = {
    "encoded words": (read_mail, MAIL.replace(b"Talks go on", b"Talks go on " + b"=?utf-8?q?a?= " * 200_000)),
    "open quotation": (read_mail, MAIL.replace(b"Jane Doe", b'"a' * 100_000)),
    "parameters": (read_mail, MAIL.replace(b'"utf-8"', b'"utf-8"' + b"; a*i=x" * 50_000)),
    "wide cell": (read_docx, docx(b"<w:sectPr", TABLE)),
    "links in rich text": (read_rtf, RICH % (b"{\\field{\\*\\fldinst{HYPERLINK " * 30_000)),
    "a picture in rich text": (read_rtf, RICH % (b"{\\pict " + b"00ff" * 5_000_000 + b"}")),
    "quotation marks in a mail": (read_mail, made.mail("Talks go on", made.BODY + "\n" + "> " * 1_000_000)),
    "attributes": (
        read_html,
        made.page("Talks go on", body=f"<p {' '.join(f'a{n}=1' for n in range(300_000))}>").encode(),
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_the_rest_of_a_file_with_a_bomb_is_read(name: str) -> None:
    reader, data = BOMBS[name]
    (article,) = made.read(reader, data)
    assert isinstance(article, RoughArticle)
    assert made.PARAGRAPHS[0] in " ".join(article.text.split())


@pytest.mark.parametrize(
    ("table", "why"),
    [
        (b"{\\fonttbl" + b"\\f1" * 20_000 + b"}", "stops: more than 4,000 fonts"),
        (b"{\\fonttbl" + b"{\\f1" * 200_000, "stops: damaged Rich Text"),
    ],
)
def test_rich_text_with_endless_fonts_is_named(table: bytes, why: str) -> None:
    assert made.read(read_rtf, b"{\\rtf1" + table + b" Talks go on.}") == [why]


def test_a_document_of_endless_paragraphs_is_named() -> None:
    data = docx(b"<w:sectPr", b"<w:p/>" * 900_000 + b"<w:sectPr")
    assert made.read(read_docx, data) == ["stops: more than 400,000 elements"]


def test_a_pdf_file_with_an_endless_string_is_read() -> None:
    data = made.pdf(["Talks go on"]).replace(b"/Type /Font", b"/X <" + b"61" * 2_500_000 + b"> /Type /Font")
    (article,) = made.read(read_pdf, data)
    assert isinstance(article, RoughArticle)
    assert article.text == "Talks go on"


@pytest.mark.parametrize(
    ("headers", "body", "why"),
    [
        ({"Content-Encoding": "gzip"}, bytes(range(256)) * 40, "not packed as it says (gzip)"),
        ({"Content-Encoding": "br"}, bytes(range(256)) * 40, "not packed as it says (br)"),
        ({"Content-Encoding": "gzip"}, made.packed(b"a page")[:10] + b"\xff" * 99, "not packed as it says (gzip)"),
        ({"Transfer-Encoding": "chunked"}, b"5\r\nTalksXX9\r\ngo on", "its chunks are damaged"),
    ],
)
def test_a_page_that_is_not_packed_as_it_says_is_named(headers: Mapping[str, str], body: bytes, why: str) -> None:
    good = made.page("Talks go on").encode()
    chunks = f"{len(good):x}\r\n".encode() + good + b"\r\n0\r\n\r\n"
    data = made.warc(
        [
            ("http://example.org/a", "200 OK", body, headers),
            ("http://example.org/b", "200 OK", chunks, {"Transfer-Encoding": "chunked"}),
            ("http://example.org/c", "200 OK", good, {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
        ]
    )
    shown = f"page.html: {len(good)} bytes"
    assert made.read(read_warc, data) == [f"record 2: {why}", shown, shown]
