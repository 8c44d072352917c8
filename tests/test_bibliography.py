"""Bibliographies, and lists of pages without their texts."""

import json
from datetime import date

import pytest

from index.article import Published, RoughArticle
from index.readers.kinds import kind_of
from index.readers.markup.endnote_xml import read_endnote_xml
from index.readers.markup.zotero_rdf import read_zotero_rdf
from index.readers.records.bibliography import read_bibtex, read_refer, read_ris, without_latex
from index.readers.records.json import read_json
from index.readers.records.table import read_table
from index.readers.source import Reader
from tests.made_files import PARAGRAPHS, read, source

FIRST, SECOND, _ = PARAGRAPHS
DAY = date(2022, 11, 11)

RIS = f"""TY  - NEWS
TI  - Talks go on
AU  - Doe, Jane
AU  - Roe, John
T2  - The Example
DA  - 2022/11/11/
AB  - {FIRST}
 {SECOND}
UR  - https://example.org/talks
KW  - talks
ER  -

TY  - ELEC
TI  - Ferries stop
UR  - https://example.org/ferries
ER  -
"""
BIBTEX = f"""@article{{doe_talks_2022,
	title = {{Talks {{Go}} on}},
	author = {{Doe, Jane and Roe, John}},
	journal = "The Example",
	date = {{2022-11-11}},
	url = {{https://example.org/talks}},
	abstract = {{{FIRST} {SECOND}}},
	file = {{Full Text:files/12/talks.pdf:application/pdf}}
}}

@online{{ferries,
	title = {{Ferries stop}},
	url = {{https://example.org/ferries}}
}}
"""
SPACES = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"'
SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
SPACES += ' xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/"'


def person(given: str, family: str) -> str:
    """Somebody who wrote something, in RDF."""
    names = f"<foaf:surname>{family}</foaf:surname><foaf:givenName>{given}</foaf:givenName>"
    return f"<rdf:li><foaf:Person>{names}</foaf:Person></rdf:li>"


def zotero(where: str, elsewhere: str = "") -> str:
    """An export of Zotero with two items."""
    people = f"<bib:authors><rdf:Seq>{person('Jane', 'Doe')}{person('John', 'Roe')}</rdf:Seq></bib:authors>"
    uri = "<dc:identifier><dcterms:URI><rdf:value>https://example.org/{}</rdf:value></dcterms:URI></dc:identifier>"
    return (
        f"<rdf:RDF {SPACES}>\n<bib:Article rdf:about='#1'><dcterms:isPartOf {where}{people}"
        "<dc:title>Talks go on</dc:title>"
        f"<dcterms:abstract>{FIRST} {SECOND}</dcterms:abstract><dc:date>2022-11-11</dc:date>{uri.format('talks')}"
        f"</bib:Article>{elsewhere}<bib:Document><dc:title>Ferries stop</dc:title>{uri.format('ferries')}"
        "</bib:Document><z:Attachment><dc:title>Full Text</dc:title></z:Attachment></rdf:RDF>"
    )


WITHIN = zotero("><bib:Newspaper><dc:title>The Example</dc:title></bib:Newspaper></dcterms:isPartOf>")
APART = zotero("rdf:resource='#9'/>", "<bib:Newspaper rdf:about='#9'><dc:title>The Example</dc:title></bib:Newspaper>")
REFER = f"""%0 Newspaper Article
%T Talks go on
%A Doe, Jane
%A Roe, John
%B The Example
%D 2022
%8 2022-11-11
%X {FIRST}
{SECOND}
%U https://example.org/talks

%0 Web Page
%T Ferries stop
%U https://example.org/ferries
"""
STYLE = '<style face="normal" font="default" size="100%">'


def styled(name: str, text: str) -> str:
    """An element of EndNote, in which all texts have a style."""
    return f"<{name}>{STYLE}{text}</style></{name}>"


ENDNOTE = (
    '<?xml version="1.0" encoding="UTF-8" ?><xml><records><record><database name="a.enl">a.enl</database>'
    f"<contributors><authors>{styled('author', 'Doe, Jane')}{styled('author', 'Roe, John')}</authors></contributors>"
    f"<titles>{styled('title', 'Talks go on')}{styled('secondary-title', 'The Example')}</titles>"
    f"<dates>{styled('year', '2022')}<pub-dates>{styled('date', '2022-11-11')}</pub-dates></dates>"
    f"{styled('abstract', f'{FIRST} {SECOND}')}<urls><related-urls>{styled('url', 'https://example.org/talks')}"
    f"</related-urls></urls></record><record><titles>{styled('title', 'Ferries stop')}</titles>"
    f"{styled('url', 'https://example.org/ferries')}</record></records></xml>"
)
LISTS: list[tuple[str, str, Reader, str]] = [
    ("list.ris", "RIS", read_ris, RIS),
    ("list.bib", "BibTeX", read_bibtex, BIBTEX.replace("{Go}", "go")),
    ("list.rdf", "Zotero RDF", read_zotero_rdf, WITHIN),
    ("list.rdf", "Zotero RDF", read_zotero_rdf, APART),
    ("list.enw", "refer", read_refer, REFER),
    ("list.xml", "EndNote", read_endnote_xml, ENDNOTE),
]


@pytest.mark.parametrize(
    ("name", "kind", "reader", "text"), LISTS, ids=["ris", "bibtex", "rdf", "rdf apart", "refer", "endnote"]
)
def test_an_entry_with_an_abstract_is_an_article_and_another_is_listed(
    name: str, kind: str, reader: Reader, text: str
) -> None:
    assert kind_of(source(text.encode(), name)).name == kind
    article, why = read(reader, text.encode())
    assert isinstance(article, RoughArticle)
    assert article.text == f"{FIRST} {SECOND}"
    assert (article.title, article.source, article.url) == ("Talks go on", "The Example", "https://example.org/talks")
    assert (article.author, article.record) == ("Jane Doe, John Roe", 1)
    assert article.published == Published(DAY, DAY, "day", "stated", "2022-11-11")
    assert why == "entry 2: listed, without a text (https://example.org/ferries)"


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (read_bibtex, BIBTEX.replace("date = {2022-11-11}", "year = 2022,\n month = nov,\n day = 11")),
        (read_bibtex, BIBTEX.replace("date = {2022-11-11}", 'month = nov # "~11",\n year = {2022}')),
        (read_ris, RIS.replace("DA  - 2022/11/11/", "PY  - 2022\nDA  - November 11")),
        (read_ris, RIS.replace("DA  - 2022/11/11/", "PY  - 2022///\nDA  - 2022 Nov 11")),
    ],
)
def test_it_reads_a_day_that_stands_in_several_fields(reader: Reader, text: str) -> None:
    article = read(reader, text.encode())[0]
    assert isinstance(article, RoughArticle)
    assert article.published is not None
    assert (article.published.first, article.published.last) == (DAY, DAY)


def test_it_reads_what_zotero_exports_for_citation_processors() -> None:
    item = {
        "id": "1",
        "title": "Talks go on",
        "container-title": "The Example",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": {"date-parts": [["2022", 11, 11]]},
        "abstract": FIRST,
        "URL": "https://example.org/talks",
    }
    (article,) = read(read_json, json.dumps([item]).encode())
    assert isinstance(article, RoughArticle)
    assert (article.title, article.source, article.author) == ("Talks go on", "The Example", "Jane Doe")
    assert article.published is not None
    assert article.published.first == DAY


VALUES = [
    (r"G{\"o}teborg", "Göteborg"),
    (r"Fran\c{c}ois \'Etienne", "François Étienne"),
    (r"Stra{\ss}e \o{} {\L}ód\'z", "Straße ø Łódź"),
    (r"50\% of {NATO} --- and more", "50% of NATO — and more"),
    (r"\textit{Talks} go on", "Talks go on"),
]


@pytest.mark.parametrize(("written", "seen"), VALUES)
def test_it_reads_the_letters_of_latex(written: str, seen: str) -> None:
    assert without_latex(written) == seen


def test_rows_with_an_address_and_nothing_to_read_are_listed_as_such() -> None:
    found = read(
        read_table, b"id,url,publish_date,title,text\n1,https://example.org/a,2022-11-11,,\n2,,,Talks,They go on.\n"
    )
    assert found[0] == "row 1: an address, without a text or a headline (https://example.org/a)"
    assert isinstance(found[1], RoughArticle)


def test_a_list_of_events_without_names_of_columns_is_told_as_one() -> None:
    row = b"1081234567\t20221111\t202211\t2022\tUSA\t\t4\t2.5\t20221111104500\thttps://example.org/a\n"
    assert read(read_table, row * 3, "20221111104500.export.csv") == [
        "stops: no names above its columns, and in its rows an address, without a text or a headline"
        " (https://example.org/a, …)"
    ]


@pytest.mark.parametrize(
    ("reader", "data"),
    [
        (read_ris, b"words"),
        (read_bibtex, b"words"),
        (read_bibtex, b"@" * 100_000),
        (read_zotero_rdf, b"<rdf/>"),
        (read_endnote_xml, b"<xml/>"),
        (read_refer, b"words"),
    ],
)
def test_it_says_that_a_bibliography_has_no_entries(reader: Reader, data: bytes) -> None:
    assert read(reader, data) == ["stops: no entries in it"]


def test_an_entry_of_open_braces_takes_no_time() -> None:
    assert len(read(read_bibtex, b"@ab{c, title = {" + b"{" * 1_000_000)) == 1
    assert len(read(read_bibtex, b"@ab{c, t = {\n" * 50_000)) == 50_000
