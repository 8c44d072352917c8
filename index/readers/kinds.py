"""Which reader reads a file: told by its beginning where that is clear, and else by the end of its name."""

import re
from dataclasses import dataclass, replace

from index.errors import Unreadable
from index.readers.archives.archive import (
    read_bzip2,
    read_gzip,
    read_tar,
    read_wacz,
    read_xz,
    read_zip,
    read_zstd,
)
from index.readers.archives.seven_zip import read_seven_zip
from index.readers.archives.warc import read_warc
from index.readers.documents.docx import read_docx
from index.readers.documents.markdown import read_markdown
from index.readers.documents.odt import read_odt
from index.readers.documents.pdf import read_pdf
from index.readers.documents.rtf import read_rtf
from index.readers.documents.word_binary import read_doc
from index.readers.markup.endnote_xml import read_endnote_xml
from index.readers.markup.enex import read_enex
from index.readers.markup.factiva_xml import read_factiva_xml
from index.readers.markup.news_sgml import read_news_sgml
from index.readers.markup.newsml import read_newsml
from index.readers.markup.nitf import read_nitf
from index.readers.markup.zotero_rdf import read_zotero_rdf
from index.readers.mime.mail import read_apple_mail, read_mail
from index.readers.mime.mbox import read_mbox
from index.readers.mime.mhtml import read_mhtml
from index.readers.pages.feed import read_feed
from index.readers.pages.html import read_html
from index.readers.records.bibliography import read_bibtex, read_refer, read_ris
from index.readers.records.json import read_json, read_json_lines
from index.readers.records.spreadsheet import read_spreadsheet
from index.readers.records.table import read_table
from index.readers.saved_pages.epub import read_epub
from index.readers.saved_pages.maff import read_maff
from index.readers.saved_pages.webarchive import read_webarchive
from index.readers.source import LARGEST_WITH_PICTURES, FileSource, Reader
from index.readers.text import read_text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name, the endings of its files, and what reads it."""

    name: str
    endings: tuple[str, ...]
    read: Reader
    is_slow: bool = False
    """Reading one takes so long that another process is asked to."""
    is_simple: bool = False
    """A small one is read in no time, by nothing but our own code and Python's."""
    has_pictures: bool = False
    """Most of a large one is pictures."""
    has_fields: bool = False
    """`--map` says what its fields hold, or those of the files in it."""


KINDS = (
    Kind("text", (".txt", ".text"), read_text, is_simple=True),
    Kind("Markdown", (".md", ".markdown", ".mdown", ".mkd"), read_markdown),
    Kind("HTML", (".html", ".htm", ".xhtml", ".shtml"), read_html, is_slow=True, has_pictures=True),
    Kind("MHTML", (".mhtml", ".mht"), read_mhtml, is_slow=True, has_pictures=True),
    Kind("JSON", (".json",), read_json, is_simple=True, has_fields=True),
    Kind("JSON Lines", (".jsonl", ".ndjson", ".jl"), read_json_lines, is_simple=True, has_fields=True),
    Kind("table", (".csv", ".tsv", ".psv"), read_table, is_simple=True, has_fields=True),
    Kind("RIS", (".ris",), read_ris),
    Kind("refer", (".enw", ".refer"), read_refer),
    Kind("BibTeX", (".bib", ".bibtex"), read_bibtex),
    Kind("feed", (".rss", ".atom", ".rdf", ".xml"), read_feed),
    Kind("mail", (".eml",), read_mail, is_slow=True, has_pictures=True),
    Kind("Apple mail", (".emlx",), read_apple_mail, is_slow=True),
    Kind("mbox", (".mbox", ".mbx"), read_mbox),
    Kind("PDF", (".pdf",), read_pdf, is_slow=True, has_pictures=True),
    Kind("DOCX", (".docx",), read_docx, is_slow=True, has_pictures=True),
    Kind("DOC", (".doc",), read_doc, is_slow=True, has_pictures=True),
    Kind("ODT", (".odt", ".fodt", ".ott"), read_odt, is_slow=True, has_pictures=True),
    Kind("spreadsheet", (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"), read_spreadsheet, has_fields=True),
    Kind("EPUB", (".epub",), read_epub, is_slow=True, has_pictures=True),
    Kind("MAFF", (".maff",), read_maff, is_slow=True, has_pictures=True),
    Kind("webarchive", (".webarchive",), read_webarchive, is_slow=True, has_pictures=True),
    Kind("NITF", (".nitf",), read_nitf),
    Kind("Factiva", (), read_factiva_xml),
    Kind("NewsML", (".newsml",), read_newsml),
    Kind("news in SGML", (".sgm", ".sgml"), read_news_sgml),
    Kind("Zotero RDF", (".zotero.rdf",), read_zotero_rdf),
    Kind("EndNote", (), read_endnote_xml),
    Kind("notes", (".enex",), read_enex),
    Kind("RTF", (".rtf",), read_rtf, is_slow=True, has_pictures=True),
    Kind("ZIP", (".zip",), read_zip, has_fields=True),
    Kind("tar", (".tar",), read_tar, has_fields=True),
    Kind("gzip", (".gz", ".gzip", ".tgz"), read_gzip, has_fields=True),
    Kind("bzip2", (".bz2", ".tbz", ".tbz2"), read_bzip2, has_fields=True),
    Kind("xz", (".xz", ".lzma", ".txz", ".tlzma"), read_xz, has_fields=True),
    Kind("Zstandard", (".zst", ".zstd", ".tzst"), read_zstd, has_fields=True),
    Kind("7z", (".7z",), read_seven_zip, has_fields=True),
    Kind("WARC", (".warc", ".warc.gz"), read_warc),
    Kind("ARC", (".arc", ".arc.gz"), read_warc),
    Kind("WACZ", (".wacz",), read_wacz),
)
"""A format is added by a module with its reader, and a row here."""

BY_NAME = {kind.name: kind for kind in KINDS}
BY_ENDING = {ending: kind for kind in KINDS for ending in kind.endings}


@dataclass(frozen=True, slots=True)
class Signature:
    """How files of a kind begin, whatever they are called."""

    kind: str
    pattern: bytes
    example: bytes


# A byte order mark, processing instructions, comments and the type of a feed may stand before the first element.
TYPES = rb"<!DOCTYPE (?:rss|nitf|newsml|newsitem|en-export)[^>]{0,300}>"
# What has been read of them is not read in another way: a run of comments would be divided in all ways there are.
PROLOG = rb"(?is)(?:\xef\xbb\xbf)?\s*+(?>(?:<\?[^>]{0,300}\?>|<!--.{0,1000}?-->|" + TYPES + rb")\s*+)*+"

PACKED_TYPE = rb"(?s)PK\x03\x04.{26}mimetypeapplication/(?:vnd\.oasis\.)?"
PACKED_EXAMPLE = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd."
MARK = rb"(?:\xef\xbb\xbf)?\s*"
NAMED_LINES = rb"[A-Za-z][\w .-]{0,40}[ \t]*[:=][^\n]*\n(?:[^\n]*\n){0,60}?"
NAME = rb'\s*"[^"\n]{1,80}"\s*:'
HEADERS = rb"(?:[A-Z][A-Za-z-]{0,40}: [^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n){0,20}){0,30}?"
# RFC 4155: the time as asctime writes it, maybe with a zone; a story may begin "From Geneva to Kyiv in 2022".
DAY_AND_CLOCK = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} {1,2}\d\d? \d\d?:\d\d"
POSTMARK = rb"From \S[^\n]{0,200} " + DAY_AND_CLOCK + rb"[^\n]{0,20} \d{4}(?: [+-]\d{4})?"

SIGNATURES = (
    Signature("PDF", rb"(?s).{0,1000}%PDF-\d", b"%PDF-1.7\n"),
    Signature("ARC", rb"filedesc://[^\n]{0,300}\n", b"filedesc://IA.arc 0.0.0.0 20221111105300 text/plain 76\n"),
    Signature("RTF", rb"\s{0,20}\{\\rtf", b"{\\rtf1\\ansi Talks"),
    Signature("WARC", rb"WARC/\d", b"WARC/1.0\r\nWARC-Type: warcinfo"),
    Signature("gzip", rb"\x1f\x8b\x08", b"\x1f\x8b\x08\x00"),
    Signature("bzip2", rb"BZh[1-9]1AY&SY", b"BZh91AY&SY"),
    Signature("xz", rb"\xfd7zXZ\x00|\x5d\x00\x00[\x00-\xff]{2}\xff{8}", b"\xfd7zXZ\x00"),
    Signature("Zstandard", rb"\x28\xb5\x2f\xfd", b"\x28\xb5\x2f\xfd"),
    Signature("7z", rb"7z\xbc\xaf\x27\x1c", b"7z\xbc\xaf\x27\x1c"),
    Signature("DOC", rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    Signature("webarchive", rb"bplist00", b"bplist00"),
    Signature("tar", rb"(?s).{257}ustar", b"a.txt".ljust(257, b"\0") + b"ustar\x0000"),
    Signature("DOCX", rb"(?s)PK\x03\x04.{26}(?:\[Content_Types\]\.xml|word/)", b"PK\x03\x04" + bytes(26) + b"word/"),
    Signature("ODT", PACKED_TYPE + rb"opendocument\.text", PACKED_EXAMPLE + b"oasis.opendocument.text"),
    Signature("spreadsheet", PACKED_TYPE + rb"opendocument\.s", PACKED_EXAMPLE + b"oasis.opendocument.spreadsheet"),
    Signature("EPUB", PACKED_TYPE + rb"epub\+zip", PACKED_EXAMPLE.removesuffix(b"vnd.") + b"epub+zip"),
    Signature("ZIP", rb"PK\x03\x04|PK\x05\x06", b"PK\x03\x04\x14\x00"),
    Signature(
        "Zotero RDF",
        PROLOG + rb"<rdf:RDF[^>]{0,3000}zotero\.org",
        b'<rdf:RDF xmlns:z="http://www.zotero.org/namespaces">',
    ),
    Signature("RIS", rb"(?:\xef\xbb\xbf)?\s*TY  - [A-Z]", b"TY  - NEWS\n"),
    Signature("refer", rb"(?:\xef\xbb\xbf)?\s*%0 [A-Z]", b"%0 Newspaper Article\n"),
    Signature("feed", PROLOG + rb"<(?:rss|rdf:RDF|(?:atom:)?feed)[\s>]", b'<?xml version="1.0"?>\n<rss version="2.0">'),
    Signature("NITF", PROLOG + rb"<(?:nitf[\s>]|newsitem\s[^>]{0,300}itemid=)", b'<?xml version="1.0"?><nitf>'),
    Signature(
        "Factiva",
        PROLOG + rb"<[A-Za-z].{0,3000}?<(?:leadParagraph|tailParagraphs|accessionNo|sourceName|baseLanguage)[\s>]",
        b"<ppsarticle><article><baseLanguage>EN</baseLanguage>",
    ),
    Signature(
        "EndNote",
        PROLOG + rb"<xml>\s{0,20}<records>\s{0,20}<record>",
        b'<?xml version="1.0"?><xml><records><record><database>',
    ),
    Signature("NewsML", PROLOG + rb"<(?:\w+:)?(?:NewsML|newsMessage|newsItem)[\s>]", b"<newsItem guid='a'>"),
    Signature("notes", PROLOG + rb"<en-export[\s>]", b'<?xml version="1.0"?>\n<en-export version="10">'),
    Signature("ODT", PROLOG + rb"<office:document\s", b'<?xml version="1.0"?><office:document xmlns:office="x">'),
    Signature("news in SGML", rb"(?i)\s*(?:<!DOCTYPE lewis|<DOC>\s*<DOCNO>|<DOC id=)", b"<!DOCTYPE lewis SYSTEM>"),
    Signature("HTML", PROLOG + rb"<(?:!doctype\s+html|html|head|body)[\s>]", b"<!-- saved -->\n<!DOCTYPE html><html>"),
    Signature(
        "Markdown", rb"(?:---|\+\+\+)[ \t]*\r?\n" + NAMED_LINES + rb"(?:---|\+\+\+)", b"---\ntitle: Talks go on\n---\n"
    ),
    Signature(
        "Markdown",
        MARK + rb"Title: [^\n]{1,500}\n\s{1,20}URL Source: ",
        b"Title: Talks go on\n\nURL Source: https://a.example",
    ),
    Signature("JSON", MARK + rb"(?:\[\s*\{|\{[ \t\r]*\n)" + NAME, b'[\n {"title": "Talks go on"'),
    Signature("JSON Lines", MARK + rb"\{" + NAME, b'{"title": "Talks go on"'),
    Signature("mail", HEADERS + rb"(?i:message-id|mime-version|received): ", b"To: me@x.org\nMessage-ID: <1>\n"),
    Signature("mbox", POSTMARK + rb"\s*\n[A-Za-z-]+: ", b"From me@x.org Fri Nov 11 10:53:00 2022\nDate: "),
)
"""Asked in this order; each begins a file of its kind and hardly any other."""
PATTERNS = [(signature.kind, re.compile(signature.pattern)) for signature in SIGNATURES]

ALIKE = {
    "ZIP": frozenset({"WACZ", "DOCX", "ODT", "spreadsheet", "EPUB", "MAFF"}),
    "DOCX": frozenset({"spreadsheet", "DOCX"}),
    "DOC": frozenset({"spreadsheet", "DOC"}),
    "gzip": frozenset({"WARC", "ARC"}),
    "HTML": frozenset({"HTML", "MHTML"}),
    "JSON Lines": frozenset({"JSON Lines", "JSON"}),
    "mail": frozenset({"mail", "MHTML"}),
}
"""Kinds of file that begin in the same way: there the ending tells them apart."""

UNNAMED = frozenset({"PDF", "RTF", "WARC", "ARC", "feed", "HTML", "mail", "mbox", "NITF", "NewsML", "news in SGML"})
"""Kinds that are told by their beginning alone, when the name ends in nothing that we know."""


def sized(source: FileSource, kind: Kind) -> FileSource:
    """The source, of which may be read in one piece what may be of this kind."""
    return replace(source, largest_bytes=LARGEST_WITH_PICTURES) if kind.has_pictures else source


def kind_of(source: FileSource) -> Kind:
    """What reads this source; Unreadable when it is empty, or of a kind that Dateline does not read."""
    head = source.head()
    if not head:
        raise Unreadable("empty file")
    by_ending = kind_by_ending(source.name)
    if by_ending is BY_NAME["HTML"] and b"<" not in head:
        by_ending = BY_NAME["text"]
    begins_as = next((name for name, pattern in PATTERNS if name in BY_NAME and pattern.match(head)), None)
    if by_ending is not None and (
        begins_as in (None, by_ending.name) or by_ending.name in ALIKE.get(begins_as or "", ())
    ):
        return by_ending
    if begins_as is not None and (by_ending is not None or begins_as in UNNAMED):
        return BY_NAME[begins_as]
    raise Unreadable("not a kind of file that Dateline reads")


def kind_by_ending(name: str) -> Kind | None:
    """The kind with the longest ending that this name has; None when it has none of them."""
    parts = name.lstrip(".").lower().split(".")
    endings = ("." + ".".join(parts[start:]) for start in range(1, len(parts)))
    return next((BY_ENDING[ending] for ending in endings if ending in BY_ENDING), None)
