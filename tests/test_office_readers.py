"""OpenDocument texts, old Word documents and spreadsheets."""

import zipfile
from datetime import date

import pytest

from index.article import RoughArticle
from index.readers.documents.odt import read_odt
from index.readers.documents.word_binary import read_doc, shown_text
from index.readers.kinds import kind_of
from index.readers.records.spreadsheet import read_spreadsheet
from tests.made_documents import doc, fodt, ods, odt, ole, xlsx
from tests.made_files import BODY, PARAGRAPHS, read, source, zipped

TEXT = "\n".join(["Talks go on", *PARAGRAPHS])


@pytest.mark.parametrize("data", [odt("Talks go on"), fodt("Talks go on")])
@pytest.mark.parametrize("name", ["talks.odt", "talks.doc"])
def test_it_reads_an_opendocument_text_packed_and_flat(data: bytes, name: str) -> None:
    assert kind_of(source(data, name)).name == "ODT"
    assert read(read_odt, data) == [RoughArticle(TEXT, title="Talks go on")]


LINES = [
    # A paragraph as OpenDocument writes it, and as its reader sees it.
    ("Two<text:s text:c='2'/>spaces and a<text:tab/>tab", "Two  spaces and a tab"),
    ("A line<text:line-break/>and another", "A line\nand another"),
    ("A <text:span>marked</text:span> word", "A marked word"),
    ("A claim<text:note><text:note-body><text:p>Unseen</text:p></text:note-body></text:note>.", "A claim."),
    ("A claim<office:annotation><text:p>Unseen</text:p></office:annotation>.", "A claim."),
]


@pytest.mark.parametrize(("written", "seen"), LINES)
def test_it_reads_a_paragraph_as_it_is_seen(written: str, seen: str) -> None:
    assert read(read_odt, odt("Talks", [written])) == [RoughArticle(f"Talks\n{seen}", title="Talks")]


def test_it_reads_lists_and_tables_and_leaves_out_what_was_deleted() -> None:
    inner = "<text:list><text:list-item><text:p>In a list</text:p></text:list-item></text:list>"
    inner += "<table:table><table:table-row><table:table-cell><text:p>In a table</text:p></table:table-cell>"
    inner += "</table:table-row></table:table><text:tracked-changes><text:p>Unseen</text:p></text:tracked-changes>"
    data = odt("Talks", ["Before</text:p>" + inner + "<text:p>After"])
    assert read(read_odt, data) == [RoughArticle("Talks\nBefore\nIn a list\nIn a table\nAfter", title="Talks")]


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


def test_it_expands_no_entities_of_a_document() -> None:
    flat = fodt("Talks go on").replace(b"?>", b"?>" + LAUGHS.encode(), 1).replace(b"Talks go on", b"Talks&b;&c;", 1)
    (found,) = read(read_odt, flat)
    assert isinstance(found, RoughArticle)
    assert found.text.split("\n")[0] == "Talks"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (odt("", []), "stops: no words in it"),
        (odt("x")[:200], "stops: not an OpenDocument text, or a damaged one"),
        (zipped({"a": b"b"}), "stops: not an OpenDocument text, or a damaged one"),
        (odt("x", extra={"META-INF/manifest.xml": b"<encryption-data/>"}), "stops: protected with a password"),
        (odt("x", extra={"a.xml": b"<" * 500_000}), "stops: more than 400,000 elements"),
        (odt("x", extra={"a": bytes(140_000_000)}), "stops: unpacks to more than 128 MiB"),
        (b"<office:document/>", "stops: not an OpenDocument text, or a damaged one"),
    ],
)
def test_it_says_why_an_opendocument_text_holds_no_article(data: bytes, why: str) -> None:
    assert read(read_odt, data) == [why]


def test_it_reads_an_old_word_document() -> None:
    data = doc("Talks go on\r" + BODY.replace("\n\n", "\r") + "\r“Fine”\r")
    assert kind_of(source(data, "talks.doc")).name == "DOC"
    (found,) = read(read_doc, data)
    assert isinstance(found, RoughArticle)
    assert found.text.strip() == f"{TEXT}\n“Fine”"


FIELDS = [
    ('See \x13 HYPERLINK "https://example.org" \x14the page\x15.\r', "See the page.\n"),
    ("Page \x13 PAGE \x15of two", "Page of two"),
    ("A \x13 IF \x13 PAGE \x14 1 \x15 = 1 \x14first\x15 page", "A first page"),
    ("never ended \x13 HYPERLINK", "never ended "),
    ("One\x07Two\x07\x07\x01\x08", "One\nTwo\n\n"),
]


@pytest.mark.parametrize(("written", "seen"), FIELDS)
def test_it_shows_what_fields_of_word_give(written: str, seen: str) -> None:
    assert shown_text(written) == seen


def test_many_fields_in_one_another_take_no_time() -> None:
    assert shown_text("\x13" * 500_000 + "\x14" * 500_000 + "\x15" * 500_000) == ""


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (doc("Talks", flags=0x0300), "stops: protected with a password"),
        (doc("\r\r"), "stops: no words in it"),
        (doc("Talks")[:1500], "stops: not a Word document, or a damaged one"),
        (ole({"Workbook": b"x"}), "stops: not a Word document, or a damaged one"),
        (ole({"WordDocument": b"x"}), "stops: not a Word document, or a damaged one"),
    ],
)
def test_it_says_why_an_old_word_document_holds_no_article(data: bytes, why: str) -> None:
    assert read(read_doc, data) == [why]


NAMES = ["Headline", "Text", "Date", "Source", "Web URL"]
ROWS: list[list[str | int]] = [
    ["Talks 1", BODY, 44876, "CNN", "https://example.org/1"],
    ["Talks 2", BODY, 44877, "AP", "https://example.org/2"],
]
ABOVE: list[list[str]] = [["Media monitor"], ["Question: talks"], []]


def test_it_reads_the_rows_of_a_workbook_below_whatever_stands_above_their_names() -> None:
    data = xlsx({"Export": [*ABOVE, NAMES, *ROWS]})
    assert kind_of(source(data, "export.xlsx")).name == "spreadsheet"
    found = read(read_spreadsheet, data)
    assert [(each.title, each.source, each.url, each.record) for each in found if isinstance(each, RoughArticle)] == [
        ("Talks 1", "CNN", "https://example.org/1", 1),
        ("Talks 2", "AP", "https://example.org/2", 2),
    ]
    days = [each.published and each.published.first for each in found if isinstance(each, RoughArticle)]
    assert days == [date(2022, 11, 11), date(2022, 11, 12)]


def test_it_reads_every_sheet_that_has_names_and_says_where_a_row_is_none() -> None:
    data = xlsx({"One": [NAMES, ROWS[0]], "Notes": [["Nothing here"]], "Two": [NAMES, ["", "", 44876], ROWS[1]]})
    titles = [each.title if isinstance(each, RoughArticle) else each for each in read(read_spreadsheet, data)]
    assert [title for title in titles if title and title.startswith("Talks")] == ["Talks 1", "Talks 2"]
    assert [title for title in titles if title and title.startswith("sheet Two, row 2: ")]


def test_it_reads_a_spreadsheet_of_libreoffice_and_the_fields_that_are_named() -> None:
    assert [each.title for each in read(read_spreadsheet, ods([["Title", "Text"], ["Talks", BODY]]))] == ["Talks"]
    found = read(read_spreadsheet, ods([["kop", "tekst"], ["Talks", BODY]]), fields={"title": "kop", "body": "tekst"})
    assert [each.title for each in found] == ["Talks"]


def test_a_row_of_a_spreadsheet_that_stands_again_and_again_is_one_article() -> None:
    rows = [["Title", "Text"], *[["Talks", BODY]] * 400, ["More talks", BODY], ["Talks", BODY]]
    assert [each.title for each in read(read_spreadsheet, ods(rows))] == ["Talks", "More talks", "Talks"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (
            xlsx({"a": [["Colour", "Weight"], ["red", 1]]}),
            "stops: no column is known (Colour, Weight): name them with  --map body=NAME --map title=NAME",
        ),
        (xlsx({"a": [NAMES]})[:400], "stops: not a spreadsheet, or a damaged one"),
        (ole({"x": b"y"}), "stops: not a spreadsheet, or a damaged one"),
        (bytes(99), "stops: not a spreadsheet, or a damaged one"),
    ],
)
def test_it_says_why_a_spreadsheet_holds_no_article(data: bytes, why: str) -> None:
    assert read(read_spreadsheet, data) == [why]


def test_a_part_that_unpacks_to_more_than_it_states_is_damage(tmp_path: object) -> None:
    data = bytearray(zipped({"xl/workbook.xml": b"<a>" + b" " * 100_000}))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    assert read(read_spreadsheet, bytes(data)) == ["stops: not a spreadsheet, or a damaged one"]
    assert zipfile.is_zipfile(__import__("io").BytesIO(bytes(data)))
