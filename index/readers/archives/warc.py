"""Web archives: the pages that a crawl has fetched."""

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from index.errors import Unreadable
from index.readers.encodings import SAMPLE_BYTES, is_binary
from index.readers.fields import address, has_text
from index.readers.source import LARGEST_FILE_BYTES, NO_FIELDS, FileSource, Found, in_memory

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

NAMES = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "application/pdf": "page.pdf",
    "application/rss+xml": "page.rss",
    "application/atom+xml": "page.atom",
    "application/xml": "page.xml",
    "text/xml": "page.xml",
    "text/plain": "page.txt",
    "application/json": "page.json",
    "application/ld+json": "page.json",
}
"""What is read of what a crawl fetches; the rest is pictures, scripts and the like."""
FETCHED = frozenset({"200", "203", "206"})
"""Statuses of answers that have what was asked for; a crawl that asks for all gets all, even as a part (206)."""
FOR_MACHINES = re.compile(r"[^?]*/(?:robots|ads|app-ads|sellers|humans|security|llms|manifest)\.(?:txt|json)(?:\?.*)?")
NEWS_IN_XML = re.compile(rb"(?is).{0,2000}<(?:rss|rdf:RDF|(?:atom:)?feed|nitf|newsitem|newsmessage|newsml)[\s>]")


def read_warc(source: FileSource) -> Iterator[Found]:
    """Each page of a web archive as something to read; memory does not grow with their number."""
    # Imported here, because few folders hold web archives.
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(source.stream), 1):
            if (name := name_of(record)) and (page := page_of(record, name, number, source)):
                yield page
    except (ArchiveLoadFailed, EOFError, ValueError, AttributeError, zlib.error) as error:
        # The library reports the bytes that it stumbled over, and fails over a record without an address.
        why = " ".join(str(error).partition(", first line")[0].split())[:100].lower()
        what = f"damaged after record {number}" if number else "not a web archive, or a damaged one"
        raise Unreadable(what if isinstance(error, AttributeError) else f"{what} ({why})") from error


def name_of(record: "ArcWarcRecord") -> str | None:
    """A file name whose ending tells what a record holds; None when it holds no page."""
    if record.rec_type == "conversion":
        return "page.txt"
    if record.rec_type == "response" and record.http_headers is not None:
        status = record.http_headers.get_statuscode()
        kind = record.http_headers.get_header("Content-Type") if status in FETCHED else None
    elif record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type")
    else:
        return None
    return NAMES.get((kind or "").partition(";")[0].strip().lower())


def page_of(record: "ArcWarcRecord", name: str, number: int, source: FileSource) -> Found | None:
    """The page of a record, or why it cannot be read; None when it is something that no reader of the site sees."""
    try:
        data = payload(record)
    except Unreadable as error:
        return Unreadable(f"record {number}: {error}")
    url = address(record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("uri"))
    if not is_for_readers(name, data, url or ""):
        return None
    return in_memory(name, data, source, record=number, url=url, charset=charset_of(record))


def is_for_readers(name: str, data: bytes, url: str) -> bool:
    """It may be an article: most JSON and XML of a site is for its scripts, and some texts are for robots."""
    if name == "page.xml":
        return NEWS_IN_XML.match(data) is not None
    if name == "page.json":
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            return False
        return isinstance(value, Mapping) and has_text(value, NO_FIELDS)
    return name != "page.txt" or FOR_MACHINES.fullmatch(url) is None


CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]{1,40})", re.IGNORECASE)


def charset_of(record: "ArcWarcRecord") -> str | None:
    """The encoding that the server named for what it sent; None when it named none."""
    headers = record.http_headers or record.rec_headers
    named = CHARSET.search(headers.get_header("Content-Type") or "")
    return named[1] if named else None


def payload(record: "ArcWarcRecord") -> bytes:
    """What was fetched, unpacked; Unreadable when it is too large, or is not what its headers say."""
    headers = record.http_headers
    stream = record.raw_stream
    data: bytes = within_limit(stream.read(LARGEST_FILE_BYTES + 1))
    if getattr(stream, "limit", 0) > 0:
        raise Unreadable("breaks off before its end")
    if headers and (headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        data = unchunked(data)
    packing = (headers.get_header("Content-Encoding") or "") if headers else ""
    for name in reversed(packing.lower().replace(" ", "").split(",")):
        try:
            data = unpacked(data, name)
        except zlib.error as error:
            raise Unreadable(f"not packed as it says ({name[:20]})") from error
    if packing and not data.startswith(b"%PDF-") and is_binary(data[:SAMPLE_BYTES]):
        raise Unreadable(f"not packed as it says ({packing[:20]})")
    return data


CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r\n")


def unchunked(data: bytes) -> bytes:
    """The data without the lengths of its chunks (RFC 9112, 7.1); as they are where the archive keeps them joined."""
    if not CHUNK.match(data):
        return data
    chunks: list[bytes] = []
    place = 0
    while found := CHUNK.match(data, place):
        start, end = found.end(), found.end() + int(found[1], 16)
        if start == end:
            return b"".join(chunks)
        chunks.append(data[start:end])
        if data[end : end + 2] != b"\r\n":
            break
        place = end + 2
    raise Unreadable("its chunks are damaged")


def within_limit(data: bytes) -> bytes:
    """The data; Unreadable when they are too many."""
    if len(data) > LARGEST_FILE_BYTES:
        raise Unreadable(f"larger than {LARGEST_FILE_BYTES // 1024**2} MiB")
    return data


def unpacked(data: bytes, packing: str) -> bytes:
    """The data as they were before the server packed them; some archives keep them unpacked, whatever they say."""
    if packing in {"gzip", "x-gzip"} and data.startswith(b"\x1f\x8b"):
        return within_limit(zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, LARGEST_FILE_BYTES + 1))
    if packing == "deflate":
        for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
            try:
                return within_limit(zlib.decompressobj(window).decompress(data, LARGEST_FILE_BYTES + 1))
            except zlib.error:
                continue
    return unpacked_brotli(data) if packing == "br" else data


def unpacked_brotli(data: bytes) -> bytes:
    """The data as they were before Brotli; never more than is allowed."""
    import brotli

    decompressor = brotli.Decompressor()
    try:
        pieces = [decompressor.process(data, output_buffer_limit=LARGEST_FILE_BYTES + 1)]
    except brotli.error:
        return data
    return within_limit(b"".join(pieces))
