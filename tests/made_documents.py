"""Small files of the kinds that offices, readers of pages and agencies write, for tests."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

from tests.made_files import PARAGRAPHS, zipped

OPEN = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
OPEN += 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
OPEN += 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'


def book(kind: str, files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive that begins with the type of what is in it, as it is."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/{kind}", zipfile.ZIP_STORED)
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()


def odt(title: str, paragraphs: Sequence[str] = PARAGRAPHS, extra: Mapping[str, bytes] | None = None) -> bytes:
    """An OpenDocument text; the paragraphs are XML."""
    body = f"<text:h text:outline-level='1'>{title}</text:h>" + "".join(
        f"<text:p>{each}</text:p>" for each in paragraphs
    )
    content = f"<office:document-content {OPEN}><office:body><office:text>{body}</office:text></office:body>"
    parts = {"content.xml": f"{content}</office:document-content>".encode(), **(extra or {})}
    return book("vnd.oasis.opendocument.text", parts)


def fodt(title: str, paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """The same in one piece of XML."""
    body = f"<text:h>{title}</text:h>" + "".join(f"<text:p>{each}</text:p>" for each in paragraphs)
    return (
        f'<?xml version="1.0"?><office:document {OPEN}><office:body><office:text>{body}</office:text></office:body>'
        "</office:document>"
    ).encode()


def xlsx(sheets: Mapping[str, Sequence[Sequence[str | int | float]]]) -> bytes:
    """An Excel workbook; numbers in a column called "Date" are days."""
    files = {"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": relations("officeDocument", ["xl/workbook.xml"])}
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1))
    files["xl/workbook.xml"] = f"<workbook {MAIN} {RELATION}><sheets>{listed}</sheets></workbook>".encode()
    files["xl/_rels/workbook.xml.rels"] = relations(
        "worksheet", [f"worksheets/s{n}.xml" for n, _ in enumerate(sheets, 1)]
    )
    files["xl/styles.xml"] = (
        f'<styleSheet {MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'.encode()
    )
    for n, rows in enumerate(sheets.values(), 1):
        lines = "".join(f'<row r="{r}">{"".join(map(cell, row))}</row>' for r, row in enumerate(rows, 1))
        files[f"xl/worksheets/s{n}.xml"] = f"<worksheet {MAIN}><sheetData>{lines}</sheetData></worksheet>".encode()
    files["xl/_rels/workbook.xml.rels"] = files["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>", f'<Relationship Id="s" Type="{TYPE}styles" Target="styles.xml"/></Relationships>'.encode()
    )
    return zipped(files)


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATION = f'xmlns:r="{TYPE.rstrip("/")}"'
CONTENT_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def relations(kind: str, targets: Sequence[str]) -> bytes:
    """The part of an Office document that says where its other parts are."""
    each = "".join(
        f'<Relationship Id="r{n}" Type="{TYPE}{kind}" Target="{target}"/>' for n, target in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'.encode()


def cell(value: str | float) -> str:
    """A cell of Excel: a text, or a number that stands for a day."""
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c s="1"><v>{value}</v></c>'


def ods(rows: Sequence[Sequence[str]]) -> bytes:
    """A spreadsheet of LibreOffice with one sheet."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(each)}</text:p></table:table-cell>'
            for each in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        f'<office:document-content {OPEN}><office:body><office:spreadsheet><table:table table:name="a">{lines}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest {MANIFEST}><manifest:file-entry manifest:full-path="/"/></manifest:manifest>'
    parts = {"META-INF/manifest.xml": manifest.encode(), "content.xml": content.encode()}
    return book("vnd.oasis.opendocument.spreadsheet", parts)


MANIFEST = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'


def doc(text: str, flags: int = 0x0200) -> bytes:
    """A document of Word 97, its text in two pieces, the first in windows-1252, the second in UTF-16."""
    half = len(text) // 2
    first, second = text[:half].encode("cp1252"), text[half:].encode("utf-16-le")
    start = 1024
    head = bytearray(start)
    struct.pack_into("<HH", head, 0, 0xA5EC, 193)
    struct.pack_into("<H", head, 0x0A, flags)
    struct.pack_into("<i", head, 0x4C, len(text))
    pieces = struct.pack("<III", 0, half, len(text))
    pieces += struct.pack("<HIH", 0, (start * 2) | 0x40000000, 0) + struct.pack("<HIH", 0, start + len(first), 0)
    table = b"\x01" + struct.pack("<H", 2) + b"\0\0" + b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", head, 0x01A2, 0, len(table))
    return ole({"WordDocument": bytes(head) + first + second, "1Table": table})


def ole(streams: Mapping[str, bytes]) -> bytes:
    """An OLE file with these streams, each padded to the size from which streams have sectors of their own."""
    none, end = 0xFFFFFFFF, 0xFFFFFFFE
    chains: list[int] = []
    sectors = b""
    entries = [entry("Root Entry", 5, 1, end, 0)]
    for number, (name, data) in enumerate(streams.items(), 1):
        padded = data.ljust(4096, b"\0")
        padded += bytes(-len(padded) % 512)
        first, count = len(chains), len(padded) // 512
        chains += [*range(first + 1, first + count), end]
        sectors += padded
        following = number + 1 if number < len(streams) else none
        entries.append(entry(name, 2, none, first, max(4096, len(data)), following))
    directory = b"".join(entries).ljust(512 * -(-len(entries) // 4), b"\0")
    first_of_directory = len(chains)
    chains += [*range(first_of_directory + 1, first_of_directory + len(directory) // 512), end]
    place_of_table = len(chains)
    chains.append(0xFFFFFFFD)
    assert len(chains) <= 128
    table = struct.pack(f"<{len(chains)}I", *chains).ljust(512, b"\xff")
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, first_of_directory, 0, 4096, end, 0, end, 0)
    header += struct.pack("<I", place_of_table) + b"\xff" * 432
    return header + sectors + directory + table


def entry(name: str, kind: int, child: int, first: int, size: int, following: int = 0xFFFFFFFF) -> bytes:
    """An entry of the directory of an OLE file."""
    encoded = name.encode("utf-16-le") + b"\0\0"
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBB", len(encoded), kind, 1)
        + struct.pack("<III", 0xFFFFFFFF, following, child)
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )


def epub(title: str, chapters: Mapping[str, str], extra: str = "") -> bytes:
    """A book with these pages."""
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters)
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:date>2024-03-05</dc:date></metadata><manifest>{items}{extra}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book/c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    return book(
        "epub+zip",
        {
            "META-INF/container.xml": container.encode(),
            "book/c.opf": package.encode(),
            **{f"book/{name}": text.encode() for name, text in chapters.items()},
        },
    )


def maff(html: str, url: str) -> bytes:
    """A page as Firefox saved it with its pictures."""
    rdf = (
        '<RDF:RDF xmlns:MAF="http://maf.mozdev.org/metadata/rdf#" xmlns:RDF="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<RDF:Description RDF:about="urn:root"><MAF:originalurl RDF:resource="{url}"/>'
        '<MAF:archivetime RDF:resource="Tue, 05 Mar 2024 10:11:12 +0100"/>'
        '<MAF:indexfilename RDF:resource="index.html"/></RDF:Description></RDF:RDF>'
    )
    return zipped({"1/index.html": html.encode(), "1/index.rdf": rdf.encode(), "1/index_files/ad.html": b"<p>x"})
