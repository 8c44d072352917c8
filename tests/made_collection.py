"""A folder with a file of every kind that is read, each article in it with its own headline, outlet and day."""

import bz2
import gzip
import json
import lzma
import plistlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from html import escape
from itertools import count
from textwrap import wrap

import zstandard

from tests.made_documents import doc, epub, fodt, maff, ods, odt, xlsx
from tests.made_files import docx, feed, mail, mbox, pdf, seven_zipped, tarred, warc, zipped
from tests.test_agency_exports import bloomberg, infomedia, retriever, westlaw, wisenews
from tests.test_exports import NUMBERED, PLAIN, Told, europresse

FIRST_DAY = date(2021, 3, 1)
TOWNS = (
    "Arlen Brask Corvey Dunmere Eskdale Farrow Grendel Hollin Ivern Jarrow Kestle Lorne Marlow Norwell Orrin Penrose"
)
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
WEEKDAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"


def numbered(number: int) -> Told:
    """A story that no other of the folder is like."""
    towns = TOWNS.split()
    town, other = towns[number % 16], towns[number // 16 % 16]
    day = FIRST_DAY + timedelta(days=11 * number)
    return Told(
        title=f"Bridge between {town} and {other} opens after {number + 20} months of repairs",
        outlet=f"{town}-{other} Observer",
        author="Mirren Falk",
        day=day.isoformat(),
        us=f"{day:%B} {day.day}, {day.year} {day:%A}",
        uk=f"{day.day} {day:%B} {day.year}",
        german=f"{WEEKDAYS.split()[day.weekday()]} {day.day}. {MONTHS.split()[day.month - 1]} {day.year}",
        text=(
            f"The bridge that joins {town} to {other} opened on a wet morning before a crowd of {number + 40}.",
            f"Its keeper in {town} counted the planks once more, and told those who waited that none was missing.",
            f"In {other} the school band played two tunes, and the mayor spoke for less time than anybody expected.",
        ),
    )


def host(told: Told) -> str:
    """The host of the outlet's site."""
    return f"{told.outlet.split()[0].lower()}.example"


def address(told: Told) -> str:
    """Where a story was published; the day is in it."""
    return f"https://{host(told)}/{told.day.replace('-', '/')}/bridge"


def lines(told: Told) -> list[str]:
    """A story as plain lines: the headline, the outlet's host, the day, the text."""
    return [told.title, host(told), told.uk, *told.text]


def text(told: Told) -> str:
    """The same with blank lines between them."""
    return "\n\n".join(lines(told)) + "\n"


def markup(told: Told) -> str:
    """The paragraphs of a story in HTML."""
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in told.text)


def html(told: Told, head: str = "") -> str:
    """A story as a page of its outlet."""
    meta = f'<meta property="og:site_name" content="{told.outlet}">'
    meta += f'<meta property="article:published_time" content="{told.day}T10:53:00Z">{head}'
    return (
        f"<!DOCTYPE html><html><head><title>{told.title} | {told.outlet}</title>{meta}</head><body>"
        '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<article><h1>{told.title}</h1>{markup(told)}</article><footer>Imprint</footer></body></html>"
    )


def record(told: Told) -> Mapping[str, str]:
    """A story as a record."""
    return {
        "title": told.title,
        "body": "\n\n".join(told.text),
        "date": told.day,
        "source": told.outlet,
        "url": address(told),
    }


def table(stories: Sequence[Told]) -> list[list[str]]:
    """Stories as the rows of a table, below its names."""
    return [list(record(stories[0])), *(list(record(each).values()) for each in stories)]


def csv(stories: Sequence[Told]) -> bytes:
    """The same with commas."""
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in table(stories)).encode()


def markdown(told: Told) -> bytes:
    """A story as a clipper saves it, with the day of clipping."""
    block = f'---\ntitle: "{told.title}"\nsource: {address(told)}\nsite: "{told.outlet}"\npublished: {told.day}'
    return f"{block}\ncreated: 2024-03-05\n---\n\n{text(told)}".replace(f"{host(told)}\n\n{told.uk}\n\n", "").encode()


def note(told: Told) -> bytes:
    """A story as a note that was clipped."""
    return (
        '<?xml version="1.0"?><en-export><note>'
        f"<title>{told.title}</title><created>20240305T101112Z</created><note-attributes><source-url>{address(told)}"
        f"</source-url></note-attributes><content><![CDATA[<en-note>{markup(told)}</en-note>]]></content></note></en-export>"
    ).encode()


def entries(stories: Sequence[Told]) -> bytes:
    """Stories as the entries of a feed, each from its own outlet."""
    return feed(
        "".join(
            f"<item><title>{told.title}</title><link>{address(told)}</link><pubDate>{told.day}T10:53:00Z</pubDate>"
            f"<source url='https://{host(told)}/feed'>{told.outlet}</source>"
            f"<description>{escape(markup(told))}</description></item>"
            for told in stories
        )
    )


def nitf(told: Told) -> bytes:
    """A story as NITF."""
    return (
        f'<?xml version="1.0"?><nitf><head><pubdata name="{told.outlet}" date.publication="{told.day}"/></head><body>'
        f"<body.head><hedline><hl1>{told.title}</hl1></hedline></body.head><body.content>{markup(told)}</body.content>"
        "</body></nitf>"
    ).encode()


def newsml(told: Told) -> bytes:
    """A story as NewsML-G2, whose last version is of another day."""
    return (
        f'<newsItem guid="{told.day}"><itemMeta><provider><name>{told.outlet}</name></provider>'
        f"<versionCreated>2024-03-05T10:11:12Z</versionCreated><firstCreated>{told.day}T10:53:00Z</firstCreated></itemMeta>"
        f"<contentMeta><headline>{told.title}</headline></contentMeta><contentSet><inlineXML><html><body>{markup(told)}"
        "</body></html></inlineXML></contentSet></newsItem>"
    ).encode()


def ris(told: Told) -> bytes:
    """A story in a list of RIS."""
    fields = {"TI": told.title, "T2": told.outlet, "DA": told.day.replace("-", "/"), "UR": address(told)}
    lines_of_list = [f"{tag}  - {value}" for tag, value in {"TY": "NEWS", **fields, "AB": " ".join(told.text)}.items()]
    return "\n".join([*lines_of_list, "ER  - "]).encode()


def refer(told: Told) -> bytes:
    """The same as EndNote exports it."""
    given, family = told.author.split()
    header = f"%0 Newspaper Article\n%T {told.title}\n%A {family}, {given}\n%B {told.outlet}\n%8 {told.day}"
    return f"{header}\n%X {' '.join(told.text)}\n%U {address(told)}\n".encode()


def bibtex(told: Told) -> bytes:
    """A story in a list of BibTeX."""
    fields = {"title": told.title, "journal": told.outlet, "date": told.day, "abstract": " ".join(told.text)}
    return ("@article{bridge,\n" + ",\n".join(f"{name} = {{{value}}}" for name, value in fields.items()) + "}").encode()


def zotero_rdf(told: Told) -> bytes:
    """A story in an export of Zotero."""
    return (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bib="http://purl.org/net/biblio#"'
        ' xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:dcterms="http://purl.org/dc/terms/"><bib:Article><dc:title>{told.title}</dc:title><dcterms:isPartOf>'
        f"<bib:Newspaper><dc:title>{told.outlet}</dc:title></bib:Newspaper></dcterms:isPartOf><dc:date>{told.day}</dc:date>"
        f"<dcterms:abstract>{' '.join(told.text)}</dcterms:abstract></bib:Article></rdf:RDF>"
    ).encode()


def sgml(told: Told) -> bytes:
    """A story as TREC has it."""
    return (
        f"<DOC>\n<DOCNO> {told.day} </DOCNO>\n<DATE>{told.us.rpartition(' ')[0]}</DATE>\n<SOURCE>{told.outlet}</SOURCE>"
        f"\n<HEADLINE>{told.title}</HEADLINE>\n<TEXT>{markup(told)}</TEXT>\n</DOC>\n"
    ).encode()


def rtf(told: Told) -> bytes:
    """A story as Rich Text."""
    return ("{\\rtf1\\ansi " + "\\par\n".join(lines(told)) + "\\par}").encode()


def webarchive(told: Told) -> bytes:
    """A story as Safari saves it."""
    main = {
        "WebResourceData": html(told).encode(),
        "WebResourceURL": address(told),
        "WebResourceTextEncodingName": "UTF-8",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def mhtml(told: Told) -> bytes:
    """A story as Chrome saves it."""
    head = f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address(told)}\r\nMIME-Version: 1.0\r\n"
    head += 'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    return f"{head}Content-Location: {address(told)}\r\n\r\n{html(told)}\r\n--b--\r\n".encode()


def archived(told: Told) -> bytes:
    """A story as the Wayback Machine shows it, on another day."""
    shown = f"https://web.archive.org/web/20240305101112/{address(told)}"
    return html(told, f'<link rel="canonical" href="{shown}">').encode()


def letter(told: Told) -> bytes:
    """A story as its outlet mails it."""
    sent = mail(told.title, "\n\n".join(told.text), f"{told.outlet} <news@{host(told)}>")
    return sent.replace(b"Fri, 11 Nov 2022", date.fromisoformat(told.day).strftime("%a, %d %b %Y").encode())


def fetched(stories: Sequence[Told]) -> bytes:
    """Stories as a crawl keeps them."""
    return warc([(address(told), "200 OK", html(told).encode(), {}) for told in stories])


def arc(told: Told) -> bytes:
    """A story as crawls kept it before."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html(told).encode()
    head = b"1 1 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n"
    first = b"filedesc://a.arc 0.0.0.0 20240305101112 text/plain %d\n%s\n" % (len(head), head)
    return first + b"%s 192.0.2.1 20240305101112 text/html %d\n%s\n" % (address(told).encode(), len(answer), answer)


ONE: Mapping[str, Callable[[Told], bytes]] = {
    "text.txt": lambda told: text(told).encode(),
    "note.md": markdown,
    "notes.enex": note,
    "page.html": lambda told: html(told).encode(),
    "archived.html": archived,
    "page.mhtml": mhtml,
    "page.maff": lambda told: maff(html(told), address(told)),
    "page.webarchive": webarchive,
    "record.json": lambda told: json.dumps(record(told)).encode(),
    "letter.eml": letter,
    "letter.emlx": lambda told: b"%d\n%s" % (len(letter(told)), letter(told)) + plistlib.dumps({"flags": 1}),
    "paper.pdf": lambda told: pdf([line for each in lines(told) for line in [*wrap(each, 90), ""]]),
    "paper.docx": lambda told: docx(told.title, lines(told)[1:]),
    "paper.doc": lambda told: doc("\r".join(lines(told)) + "\r"),
    "flat.fodt": lambda told: fodt(told.title, lines(told)[1:]),
    "paper.odt": lambda told: odt(told.title, lines(told)[1:]),
    "paper.rtf": rtf,
    "list.ris": ris,
    "list.bib": bibtex,
    "list.enw": refer,
    "list.zotero.rdf": zotero_rdf,
    "item.nitf": nitf,
    "item.xml": newsml,
    "item.newsml": newsml,
    "news.sgm": sgml,
    "old.arc": arc,
    "packed.txt.gz": lambda told: gzip.compress(text(told).encode()),
    "packed.txt.bz2": lambda told: bz2.compress(text(told).encode()),
    "packed.txt.xz": lambda told: lzma.compress(text(told).encode()),
    "packed.txt.zst": lambda told: zstandard.compress(text(told).encode()),
}
"""Files with one article, and how they are made."""
SEVERAL: Mapping[str, Callable[[Sequence[Told]], bytes]] = {
    "list.json": lambda stories: json.dumps([record(told) for told in stories]).encode(),
    "lines.jsonl": lambda stories: "\n".join(json.dumps(record(told)) for told in stories).encode(),
    "table.csv": csv,
    "sheet.xlsx": lambda stories: xlsx({"Export": [["Media monitor"], [], *table(stories)]}),
    "sheet.ods": lambda stories: ods(table(stories)),
    "feed.xml": entries,
    "box.mbox": lambda stories: mbox([letter(told) for told in stories]),
    "issues.zip": lambda stories: zipped({f"{told.day}.epub": issue(told) for told in stories}),
    "book.epub": lambda stories: epub("My reading list", {f"{told.day}.xhtml": html(told) for told in stories}),
    "pages.tar": lambda stories: tarred({f"{told.day}.html": html(told).encode() for told in stories}),
    "pages.tar.zst": lambda stories: zstandard.compress(
        tarred({f"{told.day}.txt": text(told).encode() for told in stories})
    ),
    "pages.7z": lambda stories: seven_zipped({f"{told.day}.html": html(told).encode() for told in stories}),
    "crawl.warc.gz": fetched,
    "crawl.wacz": lambda stories: zipped({"archive/data.warc.gz": fetched(stories), "datapackage.json": b"{}"}),
}
"""Files with several articles, and how they are made."""


def issue(told: Told) -> bytes:
    """A story as the only one in an issue of its paper, for readers of books."""
    plain = f"<html><head><title>{told.title}</title></head><body><h1>{told.title}</h1>{markup(told)}</body></html>"
    return epub(f"{told.outlet}, {told.uk}", {"a.xhtml": plain})


def exports() -> Iterator[tuple[str, Callable[[Sequence[Told]], bytes]]]:
    """The exports of news databases, and how they are made."""
    for name, form, top in PLAIN:
        yield f"{name}.txt", partial(below, form, top)
    for form in (westlaw, retriever, infomedia, wisenews):
        yield f"{form.__name__}.txt", partial(below, form, "")
    for name, form, number in NUMBERED:
        yield f"{name}.txt", partial(counted, form, number)
    yield "Europresse.html", lambda stories: europresse(stories).encode()


def below(form: Callable[[Told], str], top: str, stories: Sequence[Told]) -> bytes:
    """Stories in a form, one after the other, below what stands above all of them."""
    return (top + "".join(map(form, stories))).encode()


def counted(form: Callable[[Told], str], number: str, stories: Sequence[Told]) -> bytes:
    """Stories in a form, each below its number."""
    return "".join(number.format(at) + form(told) for at, told in enumerate(stories, 1)).encode()


def collection() -> Iterator[tuple[str, bytes, Sequence[Told]]]:
    """Each file of the folder, what is in it, and the stories that it tells; no story stands in two of them."""
    numbers = count()
    for name, one in ONE.items():
        told = numbered(next(numbers))
        yield name, one(told), [told]
    for name, several in [*SEVERAL.items(), *exports()]:
        stories = [numbered(next(numbers)), numbered(next(numbers))]
        yield name, several(stories), stories
    agency = [replace(numbered(next(numbers)), outlet="Bloomberg") for _ in range(2)]
    yield "bloomberg.txt", below(bloomberg, "", agency), agency
