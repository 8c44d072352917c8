"""PDF files and Word documents."""

import io
import zipfile
from datetime import date
from textwrap import wrap
from typing import cast

import pytest
from docx import Document
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NullObject

from index.article import Article, RoughArticle
from index.ingest.article_assembly import article_of
from index.readers.documents.docx import read_docx
from index.readers.documents.pdf import read_pdf
from tests.made_files import BODY, PARAGRAPHS, docx, pdf, read

PROSE = " ".join(PARAGRAPHS)
LINES = ["Talks go on", "", *wrap(PROSE, 80)]


def one(found: list[RoughArticle | str]) -> Article:
    """The one article, cleaned."""
    (rough,) = found
    assert isinstance(rough, RoughArticle), rough
    return article_of(rough, "/news/file")


def test_it_reads_a_pdf_file_and_joins_its_lines() -> None:
    article = one(read(read_pdf, pdf(LINES)))
    assert (article.title, article.body) == ("Talks go on", PROSE)


MARGINS = [
    ["13/03/2024, 10:11      Talks go on", "https://example.org/2022/11/11/talks      1/1"],
    ["3/13/24, 10:11 AM Talks go on | The Example", "https://example.org/2022/11/11/talks 1/1"],
    ["13.03.24, 10:11 Talks go on", "https://example.org/2022/11/11/talks Seite 1 von 1"],
    ["Talks go on    https://example.org/2022/11/11/talks", "1 of 1    13/03/2024, 10:11"],
]


@pytest.mark.parametrize("margins", MARGINS)
@pytest.mark.parametrize("place", ["above", "around"])
def test_the_moment_of_printing_is_not_that_of_publication(margins: list[str], place: str) -> None:
    lines = [*margins, *LINES] if place == "above" else [margins[0], *LINES, margins[1]]
    article = one(read(read_pdf, pdf(lines)))
    assert article.published is not None
    assert (article.published.first, article.published.how) == (date(2022, 11, 11), "url")
    assert (article.url, article.body) == ("https://example.org/2022/11/11/talks", PROSE)
    assert article.title.startswith("Talks go on")


def test_lines_that_only_resemble_what_is_printed_stay() -> None:
    lines = ["13/03/2024, 10:11 Talks go on", *LINES]
    (article,) = read(read_pdf, pdf(lines))
    assert isinstance(article, RoughArticle)
    assert article.text.startswith("13/03/2024, 10:11 Talks go on")


def test_it_joins_a_word_that_the_end_of_a_line_divides() -> None:
    (article,) = read(read_pdf, pdf(["They believe in nego-", "tiations, of which a well-", "Known man spoke"]))
    assert isinstance(article, RoughArticle)
    assert article.text.strip() == "They believe in negotiations,\nof which a well-Known\nman spoke"


def test_it_believes_the_facts_of_a_pdf_file_only_where_its_text_says_the_same() -> None:
    facts = {"Title": "Talks go on", "Author": "Microsoft Word", "CreationDate": "D:20200101000000Z"}
    (article,) = read(read_pdf, pdf(LINES, facts=facts))
    assert isinstance(article, RoughArticle)
    assert (article.title, article.author, article.published) == ("Talks go on", None, None)
    assert one(read(read_pdf, pdf(LINES, facts={"Title": "untitled.doc"}))).title == "Talks go on"


def many_pages(*texts: str) -> bytes:
    """A PDF file with a page for each text; the page of an empty one is damaged."""
    writer = PdfWriter()
    for text in texts:
        writer.append(io.BytesIO(pdf([text])))
        if not text:
            kids = cast(ArrayObject, cast(DictionaryObject, writer.root_object["/Pages"])["/Kids"])
            kids[-1] = NullObject()
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def rough(data: bytes) -> RoughArticle:
    """The one article of a PDF file."""
    (found,) = read(read_pdf, data)
    assert isinstance(found, RoughArticle), found
    return found


def test_it_says_which_pages_of_a_pdf_file_are_damaged() -> None:
    article = rough(many_pages("Talks go on in Olm.", "", "They end in Wels.", ""))
    assert " ".join(article.text.split()) == "Talks go on in Olm. They end in Wels."
    assert article.doubts == ("damaged pages are left out: 2, 4",)


def test_it_says_how_many_pages_of_a_long_pdf_file_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = many_pages(*(f"Talks number {number} go on in Olm." for number in range(4)))
    assert rough(data).doubts == ()
    monkeypatch.setattr("index.readers.documents.pdf.MOST_CHARACTERS", 50)
    assert rough(data).doubts == ("only the first pages are read: 2 of 4",)
    monkeypatch.setattr("index.readers.documents.pdf.MOST_PAGES", 1)
    assert rough(data).text == "Talks number 0 go on in Olm."
    assert rough(data).doubts == ("only the first pages are read: 1 of 4",)


def test_it_says_that_a_pdf_file_asks_for_a_password() -> None:
    (article,) = read(read_pdf, pdf(LINES, password="sesame"))
    assert article == "stops: protected with a password"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf([]), "stops: scanned, no text;  --ocr  reads it where tesseract is installed"),
        (b"%PDF-1.7\n", "stops: not a PDF file, or a damaged one"),
        (b"hello", "stops: not a PDF file, or a damaged one"),
        (pdf(LINES)[:600], "stops: not a PDF file, or a damaged one"),
    ],
)
def test_it_says_why_a_pdf_file_holds_no_article(data: bytes, why: str) -> None:
    (found,) = read(read_pdf, data)
    assert isinstance(found, str)
    assert found.startswith(why)


def test_it_reads_a_word_document() -> None:
    assert read(read_docx, docx("Talks go on")) == [
        RoughArticle("\n".join(["Talks go on", *PARAGRAPHS]), title="Talks go on")
    ]
    assert one(read(read_docx, docx("Talks go on"))).body == BODY


def test_it_reads_the_tables_of_a_word_document_in_their_place() -> None:
    document = Document()
    document.add_paragraph("Before.")
    document.add_table(1, 2).rows[0].cells[1].text = "within"
    document.add_paragraph("After.")
    written = io.BytesIO()
    document.save(written)
    assert read(read_docx, written.getvalue()) == [RoughArticle("Before.\n within\nAfter.")]


def bomb() -> bytes:
    """A Word document whose text unpacks to 200 MB."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(200):
            part.write(bytes(1_000_000))
    return written.getvalue()


LAUGHS = """<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>"""


def with_entities() -> bytes:
    """A Word document that declares entities, one of them a file of the machine."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx("Talks go on"))) as good, zipfile.ZipFile(written, "w") as archive:
        for member in good.infolist():
            data = good.read(member)
            if member.filename == "word/document.xml":
                head, _, rest = data.decode().partition("?>")
                data = f"{head}?>{LAUGHS}{rest.replace('Talks go on', 'Talks &b;&c;')}".encode()
            archive.writestr(member, data)
    return written.getvalue()


def test_it_expands_no_entities() -> None:
    (found,) = read(read_docx, with_entities())
    assert isinstance(found, RoughArticle)
    assert found.text.split("\n")[0].split() == ["Talks"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (docx("", []), "stops: no words in it"),
        (b"PK\x03\x04", "stops: not a Word document, or a damaged one"),
        (docx("T")[:3000], "stops: not a Word document, or a damaged one"),
        (bomb(), "stops: unpacks to more than 128 MiB"),
    ],
)
def test_it_says_why_a_word_document_holds_no_article(data: bytes, why: str) -> None:
    assert read(read_docx, data) == [why]
