"""Files of every kind, made for tests with the tools that make such files."""

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from pathlib import Path

from docx import Document
from py7zr import SevenZipFile
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from index.article import Article, RoughArticle
from index.errors import Unreadable
from index.ingest.extract import articles_in
from index.readers.source import FileSource, Found, Reader

PARAGRAPHS = (
    "The talks in Geneva went on for a third day, officials said, and nobody who took part would say when they end.",
    "A spokesman for the hosts told reporters that both delegations had asked for another week, and for more coffee.",
    "The oldest of the delegates, who has been at every round since the first, said that he had stopped counting them.",
)
BODY = "\n\n".join(PARAGRAPHS)


def source(data: bytes, name: str = "file", **known: object) -> FileSource:
    """These bytes as something to read."""
    return FileSource(name, io.BytesIO(data), **known)  # type: ignore[arg-type]


def read(reader: Reader, data: bytes, name: str = "file", **known: object) -> list[RoughArticle | str]:
    """What a reader finds in these bytes, with the reasons of what it does not read as text."""
    found: list[RoughArticle | str] = []
    try:
        found += (shown(each) for each in reader(source(data, name, **known)))
    except Unreadable as error:
        found.append(f"stops: {error}")
    return found


def shown(found: Found) -> RoughArticle | str:
    """An article, or a reason, or the name of something to read."""
    if isinstance(found, RoughArticle):
        return found
    return str(found) if isinstance(found, Unreadable) else f"{found.name}: {len(found.stream.read())} bytes"


def told(path: Path, fields: Mapping[str, str] | None = None) -> list[str]:
    """The titles of the articles of a file, and the reasons of what of it is skipped, as "path within it: why"."""
    found = list(articles_in(path, fields or {}))
    return [
        each.title if isinstance(each, Article) else f"{each.path.removeprefix(str(path))}: {each.why}"
        for each in found
    ]


def page(title: str, head: str = "", body: str = "") -> str:
    """A web page with an article, and a page around it."""
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html><head><title>{title} | The Example</title>{head}</head><body>"
        '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<article><h1>{title}</h1>{body}{prose}</article>"
        "<footer>Copyright. All rights reserved. <a href='/legal'>Imprint</a></footer></body></html>"
    )


def pdf(lines: Sequence[str], password: str | None = None, facts: Mapping[str, str] | None = None) -> bytes:
    """A PDF file of one page with these lines; without lines it has nothing but its page, as a scan has."""
    writer = PdfWriter()
    sheet = writer.add_blank_page(595, 842)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    fonts = DictionaryObject(
        {NameObject("/F1"): DictionaryObject({NameObject(k): NameObject(v) for k, v in font.items()})}
    )
    sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    shown = "".join(f"({line.replace('(', '').replace(')', '')}) Tj T* " for line in lines)
    content = DecodedStreamObject()
    content.set_data(f"BT /F1 10 Tf 14 TL 40 800 Td {shown} ET".encode("latin-1"))
    sheet[NameObject("/Contents")] = writer._add_object(content)
    writer.add_metadata({f"/{name}": value for name, value in (facts or {}).items()})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def docx(title: str, paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """A Word document with a title and paragraphs."""
    document = Document()
    document.add_heading(title, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def mail(subject: str, body: str = BODY, sender: str = "Jane Doe <jane@example.org>") -> bytes:
    """A mail of 11 November 2022."""
    message = EmailMessage()
    message["From"] = sender
    message["Subject"] = subject
    message["Date"] = "Fri, 11 Nov 2022 10:53:00 +0200"
    message.set_content(body)
    return message.as_bytes()


def mbox(mails: Sequence[bytes]) -> bytes:
    """A mailbox with these mails."""
    return b"".join(
        b"From jane@example.org Fri Nov 11 10:53:00 2022\n" + each.replace(b"\nFrom ", b"\n>From ") + b"\n"
        for each in mails
    )


def feed(items: str, title: str = "The Example") -> bytes:
    """An RSS feed with these items."""
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode()


def warc(records: Sequence[tuple[str, str, bytes, Mapping[str, str]]], is_packed: bool = True) -> bytes:
    """A web archive with responses: address, status, body, and headers besides the content type text/html."""
    written = io.BytesIO()
    writer = WARCWriter(written, gzip=is_packed)
    writer.write_record(writer.create_warcinfo_record("test.warc", {"software": "test"}))
    for url, status, body, headers in records:
        fields = list({"Content-Type": "text/html", **headers}.items())
        http = StatusAndHeaders(status, fields, protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(url, "response", io.BytesIO(body), length=len(body), http_headers=http)
        )
    return written.getvalue()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive with these files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()


def seven_zipped(files: Mapping[str, bytes], password: str | None = None) -> bytes:
    """A 7z archive with these files."""
    written = io.BytesIO()
    with SevenZipFile(written, "w", password=password) as archive:
        for name, data in files.items():
            archive.writestr(data, name)
    return written.getvalue()


def tarred(files: Mapping[str, bytes]) -> bytes:
    """A tar archive with these files."""
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return written.getvalue()


def packed(data: bytes) -> bytes:
    """The data, packed with gzip."""
    return gzip.compress(data, mtime=0)


def record(title: str, **known: object) -> str:
    """An article as JSON."""
    return json.dumps({"title": title, "body": BODY, **known})
