"""Exports of news databases: each article comes out with its own headline, day, outlet and author."""

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape
from textwrap import fill
from time import process_time

import pytest
from docx import Document

from index.article import RoughArticle
from index.ingest.article_assembly import article_of
from index.readers.documents.docx import read_docx
from index.readers.documents.markdown import read_markdown
from index.readers.documents.pdf import read_pdf
from index.readers.documents.rtf import read_rtf
from index.readers.kinds import kind_of
from index.readers.pages.html import read_html
from index.readers.source import FileSource, Found, Reader
from index.readers.text import read_text
from index.readers.vendors.proquest_export import of_info
from index.readers.vendors.vendor_exports import EXPORTS, ExportKind, TakenApart, taken_apart
from tests.made_files import pdf


@dataclass(frozen=True, slots=True)
class Told:
    """An article as it is told of in an export, with its day in the forms that exports have."""

    title: str
    outlet: str
    author: str
    day: str
    us: str
    uk: str
    german: str
    text: tuple[str, ...]


FERRY = Told(
    title="Night ferry to Ostrel runs again after two winters",
    outlet="The Ostrel Gazette",
    author="Mirren Falk",
    day="2021-04-09",
    us="April 9, 2021 Friday",
    uk="9 April 2021",
    german="Freitag 9. April 2021",
    text=(
        "The night ferry from Ostrel to the mainland left on time for the first time since the fire.",
        "Copyright is a word that the mayor avoided, but the painting on the bow was made by children.",
        "Update notices will hang at both piers until the end of May, the company's Arlo Venn said.",
    ),
)
ORCHARD = Told(
    title="Frost takes half of the plums in the Lower Wend",
    outlet="Wendish Observer",
    author="Ike Sorrow",
    day="2019-05-21",
    us="May 21, 2019 Tuesday",
    uk="21 May 2019",
    german="Dienstag 21. Mai 2019",
    text=(
        "Growers in the Lower Wend expect half of last year's plums after three nights of frost.",
        "In some orchards fires burned until morning; in others nobody had wood left, Hanne Prill said.",
    ),
)
STORIES = (FERRY, ORCHARD)


def words(told: Told) -> int:
    """How long it is, as headers say."""
    return sum(len(paragraph.split()) for paragraph in told.text)


def nexis(told: Told) -> str:
    """As Nexis Uni writes it: the newspaper under the headline."""
    return "\n\n".join(
        [
            told.title,
            told.outlet,
            told.us,
            f"Copyright 2022 {told.outlet} All Rights Reserved",
            "Section: NEWS; Pg. 4",
            f"Length: {words(told)} words",
            f"Byline: {told.author}",
            "Highlight: Two winters without",
            "Body",
            *told.text,
            "Graphic",
            "Photo: the pier",
            "Classification",
            "Language: ENGLISH",
            "Publication-Type: Newspaper",
            "Subject: FERRIES (90%); PLUMS (78%)",
            "Load-Date: November 13, 2022",
            "End of Document\n\n",
        ]
    )


COVER = """Date and Time: Sunday, 20 November 2022 10:10:00 CET
Job Number: 184500001
Documents (2)
1. Night ferry to Ostrel runs again after two winters
Client/Matter: -None-
Search Terms: ferry or plums
Search Type: Terms and Connectors
Narrowed by:
Content Type Narrowed by
News -None-
About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2022 LexisNexis
"""


def nexis_without_blank_lines(told: Told) -> str:
    """The same, as it comes from a word processor."""
    return re.sub("\n+", "\n", nexis(told))


def nexis_german(told: Told) -> str:
    """As it is written for those who read German."""
    return "\n".join(
        [
            told.title,
            told.outlet,
            told.german,
            f"Copyright 2022 {told.outlet} Alle Rechte vorbehalten",
            "Rubrik: POLITIK; S. 4",
            f"Länge: {words(told)} Wörter",
            f"Autor: {told.author}",
            "Body",
            *told.text,
            "Load-Date: 13. November 2022",
            "Ende des Dokuments\n",
        ]
    )


def nexis_until_loaded(told: Told) -> str:
    """With nothing at the end but the day on which it was loaded."""
    return nexis(told).replace("End of Document", "")


def old_nexis(told: Told) -> str:
    """As LexisNexis wrote it, in the middle of lines that were wrapped."""
    paragraphs = [fill(paragraph, 70) for paragraph in told.text]
    return "\n\n".join(
        [
            " " * 30 + told.outlet,
            " " * 28 + told.us,
            " " * 28 + "Late Edition - Final",
            fill(told.title, 30),
            f"BYLINE: {told.author}",
            "SECTION: NEWS; Pg. 4",
            f"LENGTH: {words(told)} words",
            *paragraphs,
            "GRAPHIC: Photo: the pier (Pg. 4)",
            "LOAD-DATE: November 13, 2022",
            "LANGUAGE: ENGLISH",
            "PUBLICATION-TYPE: Newspaper",
            f"Copyright 2022 {told.outlet}\nAll Rights Reserved\n\n",
        ]
    )


def older_nexis(told: Told) -> str:
    """As it wrote it before that: the owner above, and the headline under a label."""
    return "\n\n".join(
        [
            f"Copyright 2022 {told.outlet}\nAll Rights Reserved",
            told.outlet,
            told.us,
            "SECTION: NEWS; Pg. 4",
            f"LENGTH: {words(told)} words",
            f"HEADLINE: {told.title}",
            f"BYLINE: {told.author}",
            "BODY:",
            *told.text,
            "LOAD-DATE: November 13, 2022\n\n",
        ]
    )


def factiva_fields(told: Told) -> list[tuple[str, str]]:
    """The codes of Factiva, in their order."""
    return [
        ("SE", "News"),
        ("HD", told.title),
        ("BY", f"By {told.author}"),
        ("WC", f"{words(told)} words"),
        ("PD", told.uk),
        ("ET", "10:53"),
        ("SN", told.outlet),
        ("SC", "OSTG"),
        ("PG", "4"),
        ("LA", "English"),
        ("CY", f"(c) 2022 {told.outlet}"),
        ("LP", f"\n{told.text[0]}"),
        ("TD", "\n" + "\n\n".join(told.text[1:])),
        ("CO", "ostfer : Ostrel Ferries Ltd"),
        ("IN", "i74 : Water Transport"),
        ("NS", "gcat : Political/General News"),
        ("RE", "uk : United Kingdom"),
        ("PUB", f"{told.outlet} Ltd"),
        ("AN", f"Document {number_of(told)}"),
    ]


def number_of(told: Told) -> str:
    """What Factiva calls an article."""
    return f"OSTG0000{told.day.replace('-', '')}eh490000{len(told.text)}"


def factiva(told: Told) -> str:
    """Each field in the line of its code."""
    return "\n".join(f"{code} {value}" for code, value in factiva_fields(told)) + "\n\n"


def factiva_below(told: Told) -> str:
    """Each field below its code."""
    return "\n".join(f"{code}\n{value.strip()}" for code, value in factiva_fields(told)) + "\n\n"


def factiva_laid_out(told: Told) -> str:
    """Without codes, each field in its place."""
    lines = [value.strip() for code, value in factiva_fields(told) if code not in {"CO", "IN", "NS", "RE", "PUB"}]
    return "\n".join(lines) + "\n\n"


def factiva_unnumbered(told: Told) -> str:
    """Without codes and without its number, as pages are copied."""
    return factiva_laid_out(told).replace(f"Document {number_of(told)}\n", "").removeprefix("News\n")


def factiva_german(told: Told) -> str:
    """The same, for those who read German, and without a time, a page or anybody's name."""
    fields = dict(factiva_fields(told))
    lines = [told.title, f"Von {told.author}", f"{words(told)} Wörter", told.german, told.outlet]
    return "\n".join([*lines, "OSTG", "Deutsch", fields["CY"], *told.text, f"Dokument {number_of(told)}", ""])


def proquest(told: Told) -> str:
    """As ProQuest writes it."""
    given, family = told.author.split()
    return "\n\n".join(
        [
            "_" * 60,
            told.title,
            f"Author: {family}, {given}",
            f"Publication info: {told.outlet} ; London [London]. {told.us.rpartition(' ')[0]}: A.4.",
            f"https://search.proquest.com/docview/{len(told.text)}?accountid=1",
            "Abstract: What it is about, in short.",
            f"Full text: {told.text[0]}",
            *told.text[1:],
            "Subject: Ferries; Plums",
            f"Publication title: {told.outlet}",
            f"Publication date: {told.us.rpartition(' ')[0]}",
            f"ProQuest document ID: {len(told.text)}",
            "Last updated: 2023-01-20",
            "Database: ProQuest Central\n\n",
        ]
    )


def proquest_in_short(told: Told) -> str:
    """With a number, a label at the headline, and no more of the day than where it was printed."""
    lines = [
        "_" * 40,
        f"Document {len(told.title)} of 99",
        f"Title: {told.title}",
        f"Author: {told.author}",
        f"Publication info: {told.outlet} ; London (UK) [London]{told.us.rpartition(' ')[0]}: 4.",
        f"http://search.proquest.com/docview/{len(told.text)}?accountid=1",
        f"Full text: {told.text[0]}",
        *told.text[1:],
        f"ProQuest document ID: {len(told.text)}",
        "",
    ]
    return "\n\n".join(lines)


def ruled(told: Told) -> str:
    """A headline, an outlet, a day and the text, below a rule."""
    return "\n\n".join(["=" * 40, f"{told.title}\n{told.outlet}\n{told.uk}", *told.text, ""])


def ruled_twice(told: Told) -> str:
    """Another rule below the header."""
    return "\n".join(["* * * * * *", told.title, told.uk, "* * * * * *", "\n\n".join(told.text), ""])


def american(told: Told) -> str:
    """The day in figures, as it is written in America."""
    year, month, day = told.day.split("-")
    return f"{int(month)}/{int(day)}/{year}"


def ebsco(told: Told) -> str:
    """As EBSCO writes it: each value below its label."""
    given, family = told.author.split()
    facts = {
        "Title": f"{told.title}.",
        "Authors": f"{family}, {given}",
        "Source": f"{told.outlet}. {american(told)}, Vol. 172 Issue 59601, pA1-A4. 2p. 1 Color Photograph.",
        "Document Type": "Article",
        "Subject Terms": "*FERRIES\n    *PLUMS",
        "Accession Number": f"1601{len(told.text)}",
        "Full Text": "",
    }
    header = "\n".join(f"{label}:\n    {value}" for label, value in facts.items())
    owner = f"Copyright of {told.outlet} is the property of Ostrel Media and may not be copied without permission."
    return "\n\n".join(["Record: 1", header, *told.text, owner, ""])


def ebsco_in_lines(told: Told) -> str:
    """With each value beside its label, and without a number above."""
    lines = [f"Title: {told.title}", f"Authors: {told.author}", f"Source: {told.outlet}. {american(told)}, p4. 1p."]
    return "\n".join([*lines, "Database: Newspaper Source", f"Full Text: {told.text[0]}", *told.text[1:], "", ""])


def gale(told: Told) -> str:
    """As Gale writes it."""
    return "\n".join(
        [
            f"Title: {told.title}",
            f"Author(s): {told.author}",
            f"Source: {told.outlet} (London, England). ({told.us.rpartition(' ')[0]}): News: p4.",
            "Document Type: Article",
            f"Length: {words(told)} words",
            "Full Text: ",
            "\n\n".join(told.text),
            f"Copyright: COPYRIGHT 2022 {told.outlet} Ltd.",
            "http://www.ostrel.example/",
            "Source Citation   (MLA 9th Edition)",
            f"{told.author}. {told.title}. {told.outlet}, {told.uk}, p. 4. Gale OneFile: News. Accessed 5 Mar. 2024.",
            f"Gale Document Number: GALE|A725{len(told.text)}\n\n",
        ]
    )


def gale_below_headlines(told: Told) -> str:
    """As it writes it since, with the headline above all labels."""
    return "\n".join(
        [
            told.title,
            f"Author: {told.author}",
            f"Date: {told.us.rpartition(' ')[0]}",
            f"From: {told.outlet}(Vol. 12, Issue 4)",
            "Publisher: Ostrel Media Ltd.",
            "Document Type: Article",
            "",
            "Full Text: ",
            "\n\n".join(told.text),
            "",
            f"Copyright: COPYRIGHT 2022 {told.outlet} Ltd.\n\n",
        ]
    )


def newsbank(told: Told) -> str:
    """As NewsBank wrote it: the newspaper and the day above the headline."""
    article, _, name = told.outlet.partition(" ")
    outlet = f"{name}, {article}" if article == "The" else told.outlet
    facts = [f"Author: {told.author}", "Section: News", "Page: 4", "Estimated printed pages: 2"]
    below = [f"Copyright (c) 2022 {told.outlet}. All Rights Reserved.", f"Record Number: 2022{len(told.text)}\n\n"]
    header = [f"{outlet} (England)", told.us.rpartition(" ")[0], "", told.title, *facts]
    return "\n".join([*header, "", "Article Text:", "", "\n\n".join(told.text), "", *below])


def newsbank_below_headlines(told: Told) -> str:
    """As it writes it since, with a citation below the text."""
    header = [told.title, f"{told.us.rpartition(' ')[0]} | {told.outlet} (England)"]
    facts = [f"Author: {told.author} | Section: News", f"{words(told)} Words", "Page: 4", "OpenURL Link"]
    cited = f"{told.author}, '{told.title}', {told.outlet} (online), {told.uk} 4"
    return "\n".join([*header, *facts, *told.text, "", "CITATION (AGLC STYLE)", cited, "\n"])


def wiso(told: Told) -> str:
    """As Genios writes it."""
    year, month, day = told.day.split("-")
    cited = f"{told.outlet} vom {day}.{month}.{year}, Nr. 263, Seite 4 / Politik"
    facts = [f"Quelle: {cited}", f"Autor: {told.author}", "Rubrik: Politik", f"Dokumentnummer: 1120{len(told.text)}"]
    below = ["Dauerhafte Adresse des Dokuments:", "https://www.wiso-net.de/document/OG__1120", "(c) Ostrel GmbH\n\n"]
    return "\n".join([cited, "", told.title, "", "\n\n".join(told.text), "", *facts, *below])


def pressreader(told: Told) -> str:
    """As it is copied from PressReader."""
    return "\n\n".join([told.title, f"{told.outlet} · {told.uk} · 4 · By {told.author}", *told.text, ""])


def ruled_shortly(told: Told) -> str:
    """A short rule below each."""
    return "\n".join([f"### {told.title}", told.uk, "", "\n\n".join(told.text), "", "***", ""])


PLAIN: list[tuple[str, Callable[[Told], str], str]] = [
    ("Nexis", nexis, ""),
    ("Nexis below a cover", nexis, COVER),
    ("Nexis without blank lines", nexis_without_blank_lines, COVER),
    ("Nexis in German", nexis_german, ""),
    ("Nexis without ends", nexis_until_loaded, ""),
    ("Factiva with codes", factiva, "Search Summary\nText ferry\nDate All Dates\n\n"),
    ("Factiva with codes above", factiva_below, ""),
    ("Factiva without codes", factiva_laid_out, ""),
    ("Factiva without numbers", factiva_unnumbered, ""),
    ("Factiva in German", factiva_german, ""),
    ("ProQuest in short", proquest_in_short, ""),
    ("EBSCO", ebsco, ""),
    ("EBSCO in lines", ebsco_in_lines, ""),
    ("Gale", gale, ""),
    ("Gale below headlines", gale_below_headlines, ""),
    ("NewsBank", newsbank, ""),
    ("NewsBank below headlines", newsbank_below_headlines, ""),
    ("wiso", wiso, ""),
    ("PressReader", pressreader, ""),
    ("ProQuest", proquest, "Report Information from ProQuest\n20 January 2023 10:10\n\n"),
]
NUMBERED: list[tuple[str, Callable[[Told], str], str]] = [
    ("old Nexis", old_nexis, "\f" + " " * 30 + "{} of 2 DOCUMENTS\n\n"),
    ("older Nexis", older_nexis, "Document {} of 2\n\n"),
    ("old Nexis in German", old_nexis, "Dokument {} von 2\n\n"),
    ("old Nexis in Dutch", older_nexis, "{} van 2 DOCUMENTEN\n\n"),
]
FORMS = [(name, top + "".join(map(form, STORIES))) for name, form, top in PLAIN] + [
    (name, "".join(number.format(at) + form(told) for at, told in enumerate(STORIES, 1)))
    for name, form, number in NUMBERED
]
EACH_FORM = pytest.mark.parametrize("text", [text for _, text in FORMS], ids=[name for name, _ in FORMS])


def read(reader: Reader, data: bytes, name: str = "export") -> list[RoughArticle]:
    """The articles that a reader finds."""
    found: list[Found] = list(reader(FileSource(name, io.BytesIO(data))))
    return [each for each in found if isinstance(each, RoughArticle)]


def told_by(rough: RoughArticle) -> tuple[str | None, str | None, str | None, str | None]:
    """What is known of an article."""
    published = rough.published
    assert published is None or published.first == published.last
    return rough.title, rough.source, rough.author, published.first.isoformat() if published else None


def prose(rough: RoughArticle) -> list[str]:
    """The words of an article, without the piece that stands above some of them as a highlight."""
    return " ".join(rough.text.replace("Two winters without\n", "").split()).split()


TOLD = [(told.title, told.outlet, told.author, told.day) for told in STORIES]
WORDS = [" ".join(told.text).split() for told in STORIES]


@EACH_FORM
def test_it_takes_an_export_apart(text: str) -> None:
    articles = read(read_text, text.encode())
    assert [told_by(each) for each in articles] == TOLD
    assert [prose(each) for each in articles] == WORDS
    assert [each.record for each in articles] == [1, 2]
    assert taken_apart(text).doubt is None


@EACH_FORM
def test_it_takes_a_word_document_apart(text: str) -> None:
    document = Document()
    for line in text.replace("\f", "").split("\n"):
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    articles = read(read_docx, file.getvalue())
    assert [told_by(each) for each in articles] == TOLD
    assert [prose(each) for each in articles] == WORDS


def rich(text: str) -> bytes:
    """The text as Rich Text, letters beyond ASCII as they are escaped there."""
    escaped = "".join(letter if ord(letter) < 128 else f"\\u{ord(letter)}?" for letter in text)
    return ("{\\rtf1\\ansi\\ansicpg1252 " + escaped.replace("\n", "\\par\n") + "}").encode()


@EACH_FORM
def test_it_takes_rich_text_apart(text: str) -> None:
    articles = read(read_rtf, rich(text))
    assert [told_by(each) for each in articles] == TOLD
    assert [prose(each) for each in articles] == WORDS


NOT_ON_PAGES = {"Nexis in German", "Factiva without numbers", "PressReader"}
ON_PAGES = [(name, text) for name, text in FORMS if name not in NOT_ON_PAGES]


@pytest.mark.parametrize("text", [text for _, text in ON_PAGES], ids=[name for name, _ in ON_PAGES])
def test_it_takes_a_page_apart(text: str) -> None:
    is_wrapped = "Late Edition" in text
    lines = (escape(line).replace("\n", " " if is_wrapped else "<br>") for line in text.split("\n\n"))
    page = f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>"
    articles = read(read_html, page.encode())
    assert [told_by(each) for each in articles] == TOLD
    assert [prose(each) for each in articles] == WORDS


def test_it_reads_the_tables_of_factiva_in_rich_text() -> None:
    rows = [
        f"\\trowd \\intbl {code}\\cell {value.strip()}\\cell\\row\n".replace("\n\n", "\\par ")
        for told in STORIES
        for code, value in factiva_fields(told)
    ]
    articles = read(read_rtf, b"{\\rtf1\\ansi " + "".join(rows).encode() + b"}")
    assert [told_by(each) for each in articles] == TOLD
    assert [prose(each) for each in articles] == WORDS
    assert [each.key for each in articles] == [number_of(told) for told in STORIES]


def test_it_reads_the_tables_of_factiva_in_a_page() -> None:
    rows = [
        f"<tr><td><b>{code}</b></td><td>{''.join(f'<p>{line}</p>' for line in value.split(chr(10)))}</td></tr>"
        for told in STORIES
        for code, value in factiva_fields(told)
    ]
    articles = read(read_html, f"<html><body><table>{''.join(rows)}</table></body></html>".encode())
    assert [told_by(each) for each in articles] == TOLD
    assert [prose(each) for each in articles] == WORDS


@pytest.mark.parametrize("number", ["<p>Document OSTG7</p>", "<p>Document OSTG000020210409eh4900001</p>", ""])
def test_it_reads_the_pages_of_factiva(number: str) -> None:
    def part(told: Told) -> str:
        facts = [f"By {told.author}", f"{words(told)} words", told.uk, told.outlet, "OSTG", "English"]
        lines = "".join(f"<div>{fact}</div>" for fact in [*facts, f"(c) 2022 {told.outlet}"])
        text = "".join(f'<p class="articleParagraph enarticleParagraph">{each}</p>' for each in told.text)
        return f'<div class="article enArticle"><div id="hd"><b>{told.title}</b></div>{lines}{text}{number}</div><br>'

    articles = read(
        read_html, f"<html><title>Factiva</title><body>{''.join(map(part, STORIES))}</body></html>".encode()
    )
    assert [told_by(each) for each in articles] == TOLD
    assert [prose(each) for each in articles] == WORDS


@pytest.mark.parametrize("form", [nexis_without_blank_lines, factiva_laid_out, factiva])
def test_it_takes_the_pages_of_a_pdf_apart(form: Callable[[Told], str]) -> None:
    # The file that is made here has no brackets, and its font no straight apostrophe.
    lines = [line.replace("(c)", "Copyright") for told in STORIES for line in form(told).split("\n")]
    articles = read(read_pdf, pdf([line for line in lines if line]))
    assert [told_by(each) for each in articles] == TOLD
    assert [" ".join(prose(each)).replace("’", "'").split() for each in articles] == WORDS


def europresse(stories: Sequence[Told]) -> str:
    """As Europresse saves what was chosen: a page of them."""

    def part(told: Told) -> str:
        text = "".join(f"<p>{escape(each)}</p>" for each in told.text)
        return (
            f'<article><div class="publiC-lblNodoc">news·{told.day.replace("-", "")}·OG·{words(told)}</div>'
            f'<span class="DocPublicationName">{told.outlet}</span><span class="DocHeader">Politique, p. 5</span>'
            f'<p class="titreArticleVisu"><b>{told.title}</b></p><p class="sm-margin-bottomNews">{told.author}</p>'
            f'<div class="docOcurrContainer">{text}</div>'
            '<div class="publiC-lblCertificatIssuedTo">Certificat émis le 5 mars 2024</div></article>'
        )

    return f"<html><title>Europresse</title><body>{''.join(map(part, stories))}</body></html>"


def test_it_reads_the_pages_of_europresse() -> None:
    page = europresse(STORIES)
    articles = read(read_html, page.encode())
    assert [told_by(each) for each in articles] == TOLD
    assert [prose(each) for each in articles] == WORDS
    with_day = page.replace("Politique, p. 5", "Politique, jeudi 8 avril 2021 140 mots, p. 5")
    assert told_by(read(read_html, with_day.encode())[0])[3] == "2021-04-08"


def test_an_address_below_the_text_of_nexis_does_not_end_its_header() -> None:
    below = old_nexis(FERRY).replace("GRAPHIC: Photo: the pier (Pg. 4)", "URL: http://www.ostrel.example/ferry")
    (article,) = read(read_text, f"1 of 1 DOCUMENTS\n\n{below}".encode())
    assert told_by(article) == TOLD[0]
    assert prose(article) == WORDS[0]


def test_a_byline_with_points_between_is_no_citation() -> None:
    blog = f"{FERRY.title}\n\nMirren Falk · Apr 9, 2021 · 4 min read\n\n" + "\n\n".join(FERRY.text)
    assert taken_apart(blog).articles == []


def test_a_headline_that_a_pdf_has_in_several_lines_is_whole() -> None:
    title = "Night ferry to Ostrel runs again after two winters in which nobody on the island saw a doctor"
    first, second = fill(title, 52).split("\n")
    whole = nexis_without_blank_lines(FERRY).replace(FERRY.title, f"{first}\n{second}")
    running = whole.replace("\nGraphic\n", f"\n{title[:60]}...\nGraphic\n")
    for form in (whole, f"{COVER}{running}", f"Page 1 of 2\n{first}...\n{whole}"):
        articles = read(
            read_pdf, pdf([line for line in (form + nexis_without_blank_lines(ORCHARD)).split("\n") if line])
        )
        assert [each.title for each in articles] == [title, ORCHARD.title]
        assert "winters in which" not in articles[0].text


def test_it_reads_the_xml_of_factiva() -> None:
    def part(told: Told) -> str:
        below = "".join(f"<paragraph>{escape(each)}</paragraph>" for each in told.text[1:])
        return (
            f"<article><headline><paragraph>{told.title}</paragraph></headline><byline>By {told.author}</byline>"
            f"<baseLanguage>EN</baseLanguage><publicationDate><date>{told.day}</date></publicationDate>"
            f"<reference>distdoc:archive/ArchiveDoc::Article/{number_of(told)}</reference>"
            f"<sourceName>{told.outlet}</sourceName><wordCount>{words(told)}</wordCount>"
            f"<leadParagraph><paragraph>{told.text[0]}</paragraph></leadParagraph>"
            f"<tailParagraphs>{below}</tailParagraphs><copyright>(c) 2022</copyright></article>"
        )

    data = f'<?xml version="1.0"?><results>{"".join(map(part, STORIES))}</results>'.encode()
    file = FileSource("factiva.xml", io.BufferedReader(io.BytesIO(data)))
    kind = kind_of(file)
    articles = [each for each in kind.read(file) if isinstance(each, RoughArticle)]
    assert [told_by(each) for each in articles] == TOLD
    assert [prose(each) for each in articles] == WORDS
    assert [each.key for each in articles] == [number_of(told) for told in STORIES]


def test_it_reads_pages_of_nexis_that_number_their_documents_in_comments() -> None:
    def part(told: Told, number: int) -> str:
        head = f"<!-- Hide XML section from browser\n<DOC NUMBER={number}>\n<DOCFULL> -->"
        header = [told.outlet, told.us, told.title, f"BYLINE: {told.author}", f"LENGTH: {words(told)} words"]
        lines = [*header, *told.text, "LOAD-DATE: November 13, 2022", "LANGUAGE: ENGLISH"]
        paragraphs = "".join(f'<div class="c3"><p class="c1"><span>{escape(line)}</span></p></div>' for line in lines)
        return f"{head}<br>{paragraphs}<!-- Hide XML section from browser\n</DOCFULL> -->"

    body = "".join(part(told, number) for number, told in enumerate(STORIES, 1))
    articles = read(read_html, f"<html><head><title>LexisNexis</title></head><body>{body}</body></html>".encode())
    assert [told_by(each) for each in articles] == TOLD
    assert [prose(each) for each in articles] == WORDS


@pytest.mark.parametrize("form", [ruled, ruled_twice, ruled_shortly])
def test_it_divides_a_text_where_rules_stand_between_articles(form: Callable[[Told], str]) -> None:
    articles = read(read_text, "".join(map(form, STORIES)).encode())
    assert [each.record for each in articles] == [1, 2]
    for told, rough in zip(STORIES, articles, strict=True):
        article = article_of(rough, "ruled.txt")
        assert article.title == told.title
        assert article.published is not None
        assert str(article.published.first) == told.day
        assert article.source == (told.outlet if form is ruled else None)
        assert article.body == "\n\n".join(told.text)


@pytest.mark.parametrize("edition", ["ED 2ND 07", "Wendland Gesamt", "Late Edition - Final"])
def test_the_edition_under_the_day_is_no_headline(edition: str) -> None:
    header = "            The Ostrel Gazette\n\n            April 9, 2021 Friday\n            {}\n\n{}\n\n"
    labels = f"BYLINE: {FERRY.author}\n\nLENGTH: 40 words\n\n"
    text = "1 of 1 DOCUMENTS\n\n" + header.format(edition, FERRY.title) + labels + "\n\n".join(FERRY.text)
    (article,) = taken_apart(text).articles
    assert told_by(article) == TOLD[0]
    (alone,) = taken_apart(text.replace(f"{edition}\n\n{FERRY.title}", "Fire on board")).articles
    assert alone.title == "Fire on board"


@pytest.mark.parametrize("beside", [" - Final Edition", " - Wendener Ausgabe", " (inkl. Regionalausgaben)"])
def test_the_edition_is_no_part_of_the_name_of_a_newspaper(beside: str) -> None:
    texts = [nexis(replace(told, outlet=told.outlet + beside)) for told in STORIES]
    assert [told_by(each) for each in taken_apart("".join(texts)).articles] == TOLD
    hyphened = nexis(replace(FERRY, outlet="Ostrel - Lantern (London)"))
    assert [each.source for each in taken_apart(hyphened).articles] == ["Ostrel - Lantern (London)"]


def labelled(told: Told) -> str:
    """The header in labels, and an address."""
    header = [f"Title: {told.title}", f"Source: {told.outlet}", f"Date: {told.day}", f"Author: {told.author}"]
    return "\n".join([*header, "URL: https://paper.example/1", "", "\n\n".join(told.text), ""])


def labelled_with_text(told: Told) -> str:
    """With a label above the text, too, in capitals, and in another order."""
    header = [f"TITLE: {told.title}", f"DATE: {told.day}", f"AUTHOR: {told.author}", f"SOURCE: {told.outlet}"]
    return "\n".join([*header, "LINK: https://paper.example/1", "", "TEXT:", "\n\n".join(told.text), ""])


def labelled_below_headline(told: Told) -> str:
    """With a headline that has no label."""
    header = [told.title, f"Outlet: {told.outlet}", f"Published: {told.uk}", f"By: {told.author}"]
    return "\n".join([*header, "Link: https://paper.example/1", "", "\n\n".join(told.text), ""])


@pytest.mark.parametrize("rule", ["=" * 60, "-----", "##########"])
@pytest.mark.parametrize("form", [labelled, labelled_with_text, labelled_below_headline])
def test_articles_between_rules_have_what_the_labels_above_each_say(form: Callable[[Told], str], rule: str) -> None:
    articles = read(read_text, f"\n{rule}\n".join(map(form, STORIES)).encode())
    assert [told_by(each) for each in articles] == TOLD
    assert [prose(each) for each in articles] == WORDS
    assert [each.url for each in articles] == ["https://paper.example/1"] * 2


def test_articles_between_rules_need_no_day_below_a_labelled_headline() -> None:
    undated = [re.sub("Date: .*\n", "", labelled(told)) for told in STORIES]
    articles = read(read_text, "\n-----\n".join(undated).encode())
    assert [(each.title, each.source, each.published) for each in articles] == [
        (told.title, told.outlet, None) for told in STORIES
    ]


def barred(told: Told) -> str:
    """The outlet, the day and who wrote it in one line."""
    return "\n".join([told.title, f"{told.outlet} | {told.day} | {told.author}", "", "\n\n".join(told.text), ""])


def test_bars_divide_the_outlet_and_who_wrote_it_from_the_day() -> None:
    articles = read(read_text, "\n##########\n\n".join(map(barred, STORIES)).encode())
    assert [told_by(each) for each in articles] == TOLD
    assert [prose(each) for each in articles] == WORDS


PIER = replace(
    FERRY, title="Pier of Ostrel is painted", outlet="The Ostrel Lantern", day="2021-03-02", uk="2 March 2021"
)
THREE = tuple(replace(told, text=told.text * 2) for told in (*STORIES, PIER))


def with_outlet_between(told: Told) -> str:
    """Headline, outlet and day in lines of their own."""
    return "\n".join([told.title, told.outlet, told.day, "", "\n\n".join(told.text), "", "", ""])


def with_outlet_beside(told: Told) -> str:
    """The outlet beside the day, and the number of the article before its headline."""
    number = THREE.index(told) + 1
    return "\n".join([f"{number}. {told.title}", f"{told.outlet}, {told.uk}", "", "\n\n".join(told.text), "\n\n"])


@pytest.mark.parametrize("form", [with_outlet_between, with_outlet_beside, labelled, barred])
def test_it_divides_a_text_that_repeats_a_header_of_one_shape(form: Callable[[Told], str]) -> None:
    articles = [article_of(each, "saved.txt") for each in read(read_text, "\n".join(map(form, THREE)).encode())]
    assert [each.title for each in articles] == [told.title for told in THREE]
    assert [each.source for each in articles] == [told.outlet for told in THREE]
    assert [str(each.published.first) for each in articles if each.published] == [told.day for told in THREE]
    assert [each.body for each in articles] == ["\n\n".join(told.text) for told in THREE]
    two = taken_apart("\n".join(map(form, THREE[:2])))
    assert two == TakenApart([], "looks like 2 articles (headers), and is read as one")


def with_day(told: Told) -> str:
    """A headline and a day, and two blank lines below."""
    return "\n".join([told.title, told.uk, "", "\n\n".join(told.text), "", "", ""])


def test_the_entries_of_a_chronology_are_no_articles() -> None:
    articles = taken_apart("".join(map(with_day, THREE))).articles
    assert ["Growers" in each.text for each in articles] == [False, True, False]
    in_order = "".join(map(with_day, sorted(THREE, key=lambda told: told.day)))
    close = "".join(map(with_day, THREE)).replace("\n\n\n", "\n\n")
    doubt = "looks like 3 articles (headers), and is read as one"
    assert [taken_apart(text) for text in (in_order, close)] == [TakenApart([], doubt)] * 2
    short = "".join(map(with_day, (replace(told, text=told.text[:1]) for told in THREE)))
    assert taken_apart(short) == TakenApart([])


def test_it_divides_a_note_with_several_headings_and_days() -> None:
    note = "".join(f"# {told.title}\n\n*{told.uk}*\n\n" + "\n\n".join(told.text) + "\n\n" for told in STORIES)
    articles = read(read_markdown, note.encode(), "note.md")
    assert [each.text.strip().split("\n")[0] for each in articles] == [told.title for told in STORIES]
    assert len(read(read_markdown, note.replace("*", "").replace(ORCHARD.uk, "Later").encode(), "note.md")) == 1


def test_a_short_article_between_rules_is_not_lost() -> None:
    brief = "In brief\n3 May 2020\n\nThe pier is closed on Sunday.\n"
    text = f"Saved by Ada\n\n-----\n{brief}\n-----\n{brief.replace('pier', 'mole')}\n-----\n" + "\n".join(FERRY.text)
    assert taken_apart(text).articles == []
    titled = text.replace(FERRY.text[0], f"{FERRY.title}\n{FERRY.uk}\n{FERRY.text[0]}")
    articles = taken_apart(titled).articles
    assert ["mole" in each.text for each in articles] == [False, True, False]


def test_it_divides_a_page_with_several_articles_and_no_site_around_them() -> None:
    def part(told: Told) -> str:
        time = f'<time datetime="{told.day}T10:00">on a {told.us.split()[-1]}</time>'
        return f"<article><h2>{told.title}</h2>{time}{''.join(f'<p>{each}</p>' for each in told.text)}</article>"

    page = f"<html><body><h1>Saved</h1>{''.join(map(part, STORIES))}</body></html>"
    articles = read(read_html, page.encode())
    assert [each.text.strip().split("\n")[0] for each in articles] == [told.title for told in STORIES]
    assert [told.day in each.text for told, each in zip(STORIES, articles, strict=True)] == [True, True]
    of_a_site = page.replace("<body>", '<head><meta property="og:type" content="article"></head><body>')
    assert len(read(read_html, of_a_site.encode())) == 1


def test_the_outlet_beside_the_day_of_each_article_of_a_page_is_its_own() -> None:
    def part(told: Told) -> str:
        day = f'<p>{told.outlet} | <time datetime="{told.day}">{told.uk}</time></p>'
        return f"<article><h2>{told.title}</h2>{day}{''.join(f'<p>{each}</p>' for each in told.text)}</article>"

    page = f"<html><body><h1>Saved</h1>{''.join(map(part, STORIES))}</body></html>"
    for form in (page, page.replace(" | <time", ", <time")):
        articles = [article_of(each, "saved.html") for each in read(read_html, form.encode())]
        assert [each.source for each in articles] == [told.outlet for told in STORIES]
        assert [str(each.published.first) for each in articles if each.published] == [told.day for told in STORIES]
        assert [each.body for each in articles] == ["\n\n".join(told.text) for told in STORIES]


@pytest.mark.parametrize("form", [nexis, factiva, factiva_laid_out, proquest])
def test_a_single_exported_article_keeps_the_id_of_its_file(form: Callable[[Told], str]) -> None:
    (article,) = read(read_text, form(FERRY).encode())
    assert told_by(article) == TOLD[0]
    assert article.record is None
    assert article.key is None


ONE = f"{FERRY.title}\n\n{FERRY.us}\n\nBy {FERRY.author}\n\n" + "\n\n".join(FERRY.text)


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        ONE + "\n\n-----\n\nMirren Falk writes about the sea for this newspaper and has done so for eleven years.",
        ONE + "\n\nLength: the ferry is 140 metres long, twice as long as the one before.",
        ONE + "\n\nHD cameras hang at both piers now.\n\nPD James was on board.",
        ONE + f"\n\n{'_' * 20}\n\nProQuest document ID: is what a librarian asks for.",
        ONE + "\n\nRecord Number: 17 of the harbour's archive is lost.",
        ONE + "\n\nDatabase: Open data of the harbour\nSource: Harbour office\nTitle: Levies since 1900",
    ],
)
def test_it_leaves_an_article_whole_that_is_no_export(text: str) -> None:
    assert taken_apart(text).articles == []


def test_it_says_where_articles_are_marked_that_are_not_found() -> None:
    broken = nexis(FERRY) + "Length: 12 words\n\nEnd of Document\n\n" + nexis(ORCHARD)
    assert taken_apart(broken).doubt == "3 articles are marked in it, 2 were found"
    headless = "\n".join(f"Length: {number} words\n{text}" for number, text in enumerate(FERRY.text))
    assert taken_apart(headless).doubt == "looks like 3 articles (Nexis), and is read as one"
    between = f"{'=' * 9}\n{FERRY.text[0]} {FERRY.text[1]}\n" + ruled(FERRY) + ruled(ORCHARD)
    assert taken_apart(between).doubt == "looks like 2 articles (rules), and is read as one"
    (article,) = read(read_text, between.encode())
    assert article.doubts == ("looks like 2 articles (rules), and is read as one",)
    assert taken_apart("In\n140 words\nor\n200 words\n\n-----\n\n=====\n").doubt is None


@pytest.mark.parametrize("kind", EXPORTS, ids=lambda kind: kind.name)
def test_each_kind_of_export_is_told_by_its_mark(kind: ExportKind) -> None:
    assert kind.mark.search(f"Talks go on\n\n  {kind.example}\nThey go on.")
    others = [other for other in EXPORTS if other is not kind and other.mark.search(kind.example)]
    assert others == []


@pytest.mark.parametrize(
    ("info", "outlet", "day"),
    [
        ("The Courier ; London [London]. Nov 11, 2022: A.4.", "The Courier", "Nov 11, 2022"),
        ("The Courier; London (UK) [London]11 Nov. 2022.", "The Courier", "11 Nov. 2022"),
        ("The Courier. Nov 11, 2022", "The Courier", "Nov 11, 2022"),
        ("The Courier ; London, Ont. [London, Ont]. 11 Nov 2022: n/a.", "The Courier", "11 Nov 2022"),
        ("The Courier, London", None, None),
        ("2022", None, None),
    ],
)
def test_it_knows_the_outlet_and_the_day_of_what_proquest_tells_of_them(info: str, outlet: str, day: str) -> None:
    assert of_info(info) == (outlet, day)


@pytest.mark.parametrize("piece", [", ", ",", "a ", ". ", "[]", "2022"])
def test_a_line_about_a_publication_is_read_in_time_linear_in_it(piece: str) -> None:
    begun = process_time()
    of_info(piece * (100_000 // len(piece)) + "x")
    assert process_time() - begun < 1
