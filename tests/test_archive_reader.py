"""Archives and compressed files, and web archives."""

import bz2
import gzip
import io
import lzma
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import brotli
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Article, Skipped
from index.errors import Unreadable
from index.ingest.extract import articles_in
from index.ingest.file_units import units_of
from index.readers.archives.archive import Unpacked
from index.readers.archives.member_names import safe_name
from index.readers.source import Allowance
from tests.made_files import BODY, feed, packed, page, pdf, record, seven_zipped, tarred, told, warc, zipped

TEXT = f"In a text\n\n{BODY}".encode()


def written(folder: Path, name: str, data: bytes) -> Path:
    """A file with this name."""
    path = folder / name
    path.write_bytes(data)
    return path


PACKINGS = {
    "a.zip": zipped({"x/a.txt": TEXT}),
    "a.tar": tarred({"x/a.txt": TEXT}),
    "a.tgz": packed(tarred({"x/a.txt": TEXT})),
    "a.tar.gz": packed(tarred({"x/a.txt": TEXT})),
    "a.7z": seven_zipped({"x/a.txt": TEXT, ".hidden.txt": TEXT}),
    "a.txz": lzma.compress(tarred({"x/a.txt": TEXT})),
    "a.tar.zst": zstandard.compress(tarred({"x/a.txt": TEXT})),
    "a.tar.bz2": bz2.compress(tarred({"x/a.txt": TEXT})),
}


@pytest.mark.parametrize("name", PACKINGS)
def test_it_reads_an_archive_as_a_folder(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name, PACKINGS[name])
    (article,) = articles_in(path)
    assert isinstance(article, Article)
    assert (article.title, article.path, article.record) == ("In a text", f"{path}/x/a.txt", None)


COMPRESSED = {
    "a.txt.gz": gzip.compress(TEXT),
    "a.txt.bz2": bz2.compress(TEXT),
    "a.txt.xz": lzma.compress(TEXT),
    "a.txt.lzma": lzma.compress(TEXT, lzma.FORMAT_ALONE),
    "a.txt.zst": zstandard.compress(TEXT),
    "two.txt.zst": zstandard.compress(TEXT[:9]) + zstandard.compress(TEXT[9:]),
    "two.txt.xz": lzma.compress(TEXT[:9]) + lzma.compress(TEXT[9:]),
}


@pytest.mark.parametrize(("name", "data"), COMPRESSED.items())
def test_it_reads_a_compressed_file_as_the_file(tmp_path: Path, name: str, data: bytes) -> None:
    path = written(tmp_path, name, data)
    (article,) = articles_in(path)
    assert isinstance(article, Article)
    assert (article.title, article.path) == ("In a text", str(path))


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("bomb.7z", seven_zipped({"a.txt": bytes(300_000_000)}), "unpacks to more than 256 MiB"),
        ("cut.7z", seven_zipped({"a.txt": TEXT})[:-40], "not a 7z archive, or a damaged one"),
        ("secret.7z", seven_zipped({"a.txt": TEXT}, password="sesame"), "protected with a password"),
        ("bomb.txt.xz", lzma.compress(bytes(20_000_000)), "unpacks to more than 200 times its size"),
        ("bomb.txt.zst", zstandard.compress(bytes(20_000_000)), "unpacks to more than 200 times its size"),
        ("cut.txt.xz", COMPRESSED["a.txt.xz"][:-40], "damaged ("),
        ("cut.txt.zst", b"\x28\xb5\x2f\xfd" + bytes(range(99)), "damaged ("),
    ],
)
def test_a_bomb_and_a_damaged_file_are_named(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (reason,) = told(written(tmp_path, name, data))
    assert reason.removeprefix(": ").startswith(why)


def test_it_reads_archives_in_archives_but_not_without_end(tmp_path: Path) -> None:
    data = zipped({"deepest.txt": TEXT})
    for depth in range(1, 5):
        data = zipped({f"{depth}.zip": data, "text.txt": TEXT})
    found = told(written(tmp_path, "a.zip", data))
    assert found == ["/4.zip/3.zip/2.zip: in more than 3 archives, one in the other", *["In a text"] * 3]


def test_it_passes_over_hidden_files_and_names_what_it_cannot_read(tmp_path: Path) -> None:
    files = {".git/a.txt": TEXT, "__MACOSX/a.txt": TEXT, "a.jpg": b"x", "../../etc/b.txt": TEXT, "/c.txt": b""}
    for name, data in (("a.zip", zipped(files)), ("a.tar", tarred(files))):
        path = written(tmp_path, name, data)
        assert told(path) == ["/a.jpg: not a kind of file that Dateline reads", "In a text", "/c.txt: empty file"]
        assert [each.path for each in articles_in(path)] == [f"{path}/{n}" for n in ("a.jpg", "etc/b.txt", "c.txt")]


def test_it_reads_two_files_of_one_name_once(tmp_path: Path) -> None:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for _ in range(2):
            member = tarfile.TarInfo("a.txt")
            member.size = len(TEXT)
            archive.addfile(member, io.BytesIO(TEXT))
    assert told(written(tmp_path, "a.tar", data.getvalue())) == ["In a text", ": a.txt: a second file of this name"]


@pytest.mark.parametrize(("name", "packed"), [("a.zip", zipped), ("a.tar", tarred), ("a.7z", seven_zipped)])
def test_it_tells_a_file_in_an_inner_archive_from_one_in_a_folder_of_its_name(
    tmp_path: Path, name: str, packed: Callable[[Mapping[str, bytes]], bytes]
) -> None:
    inner = zipped({"c.txt": TEXT})
    for files in ({"b.zip": inner, "b.zip/c.txt": TEXT}, {"b.zip/c.txt": TEXT, "b.zip": inner}):
        found = list(articles_in(written(tmp_path, name, packed(files))))
        assert [isinstance(each, Article) for each in found].count(True) == 1
        assert [each.why.partition(": ")[2] for each in found if isinstance(each, Skipped)] == [
            "a file and a folder have this name"
        ]


def test_it_leaves_links_and_devices_in_an_archive_alone(tmp_path: Path) -> None:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            member = tarfile.TarInfo("a.txt")
            member.type = kind
            member.linkname = "/etc/passwd"
            archive.addfile(member)
    assert told(written(tmp_path, "a.tar", data.getvalue())) == [": no article in it"]


def test_it_stops_at_a_bomb_before_it_grows(tmp_path: Path) -> None:
    zeros = bytes(50_000_000)
    bombs = {
        "a.zip": zipped({"a.txt": zeros}),
        "a.txt.gz": packed(zeros),
        "a.tar.gz": packed(tarred({"a.txt": zeros})),
        "a.txt.bz2": bz2.compress(zeros),
        "b.txt.gz": packed(packed(zeros)),
    }
    paths = [written(tmp_path, name, data) for name, data in bombs.items()]
    del zeros
    tracemalloc.start()
    whys = {why.rpartition(": ")[2] for path in paths for why in told(path)}
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert whys == {"unpacks to more than 200 times its size"}
    assert peak < 40_000_000


def test_it_counts_what_all_archives_in_a_file_unpack_to() -> None:
    allowance = Allowance(bytes_left=1500)
    for expected in (1000, 500):
        stream = Unpacked(io.BytesIO(bytes(1000)), lambda: 1000, allowance)
        if expected == 1000:
            assert len(stream.read(1000) or b"") == 1000
            continue
        with pytest.raises(Unreadable, match="unpacks to more than"):
            stream.read(1000)


def test_it_refuses_a_tar_header_of_many_megabytes(tmp_path: Path) -> None:
    header = tarfile.TarInfo("x")
    header.type = tarfile.XHDTYPE
    header.size = 10_000_000
    data = header.tobuf() + bytes(10_000)
    assert told(written(tmp_path, "a.tar", data)) == [": damaged (a header of many megabytes)"]


def test_it_says_that_a_member_has_a_password(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT}))
    for start in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[start] |= 1
    assert told(written(tmp_path, "a.zip", bytes(data))) == [": a.txt: protected with a password"]


def test_it_reads_what_comes_before_the_damage(tmp_path: Path) -> None:
    files = {f"{n}.txt": TEXT for n in range(3)}
    assert told(written(tmp_path, "a.tar", tarred(files)[:2000]))[:1] == ["In a text"]
    data = bytearray(zipped(files))
    data[40] ^= 0xFF
    found = told(written(tmp_path, "a.zip", bytes(data)))
    assert found[1:] == ["In a text"] * 2
    assert found[0].startswith("/0.txt: damaged (")


@settings(deadline=None)  # the first time, libraries are imported
@given(st.binary(max_size=120), st.sampled_from(["a.zip", "a.tar", "a.gz", "a.bz2", "a.warc", "a.warc.gz", "a.wacz"]))
def test_any_bytes_are_refused_with_a_reason(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    for start in (b"", b"PK\x03\x04", b"\x1f\x8b\x08", b"WARC/1.0\r\n"):
        assert told(written(tmp_path_factory.getbasetemp(), name, start + data))


@given(st.text())
def test_no_name_leads_out_of_an_archive(name: str) -> None:
    parts = safe_name(name).split("/")
    assert parts
    assert not {"", ".", ".."} & set(parts)
    assert safe_name(name).isprintable() or "\n" not in safe_name(name)


PAGE = page("Talks go on").encode()
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
PDF = pdf(["Talks in a PDF file", "", BODY[:90]])
FEED = feed("<item><title>Talks in a feed</title></item>")
RECORDS: list[tuple[str, str, bytes, dict[str, str]]] = [
    ("https://example.org/plain", "200 OK", PAGE, {}),
    ("https://example.org/gone", "404 Not Found", PAGE, {}),
    ("https://example.org/moved", "301 Moved", PAGE, {"Location": "/"}),
    ("https://example.org/picture", "200 OK", b"\xff\xd8\xff", {"Content-Type": "image/jpeg"}),
    ("https://example.org/gzip", "200 OK", packed(PAGE), {"Content-Encoding": "gzip"}),
    ("https://example.org/brotli", "200 OK", brotli.compress(PAGE), {"Content-Encoding": "br"}),
    ("https://example.org/chunked", "200 OK", CHUNKED, {"Transfer-Encoding": "chunked"}),
    ("https://example.org/bomb", "200 OK", brotli.compress(bytes(50_000_000)), {"Content-Encoding": "br"}),
    ("https://example.org/empty", "200 OK", b"", {}),
    ("https://example.org/pdf", "200 OK", PDF, {"Content-Type": "application/pdf"}),
    ("https://example.org/feed", "200 OK", FEED, {"Content-Type": "application/rss+xml; charset=utf-8"}),
]


@pytest.mark.parametrize("is_packed", [True, False])
def test_it_reads_the_pages_of_a_web_archive(tmp_path: Path, is_packed: bool) -> None:
    path = written(tmp_path, "a.warc.gz" if is_packed else "a.warc", warc(RECORDS, is_packed))
    found = list(articles_in(path))
    articles = [each for each in found if isinstance(each, Article)]
    assert [(each.title, each.url, each.record) for each in articles] == [
        ("Talks go on", "https://example.org/plain", 2),
        ("Talks go on", "https://example.org/gzip", 6),
        ("Talks go on", "https://example.org/brotli", 7),
        ("Talks go on", "https://example.org/chunked", 8),
        ("Talks in a PDF file", "https://example.org/pdf", 11),
        ("Talks in a feed", "https://example.org/feed", 12),
    ]
    assert {each.path for each in articles} == {str(path)}
    assert len({each.id for each in articles}) == 6
    assert [each.why for each in found if not isinstance(each, Article)] == [
        "record 9: larger than 32 MiB",
        "record 10: empty file",
    ]


FETCHED = [
    # Where from, the status, what the server called it, what it is, and the titles of what is read.
    ("/a", "206 Partial Content", "Text/HTML;Charset=UTF-8", page("Talks go on").encode(), ["Talks go on"]),
    ("/a.txt", "200 OK", "text/plain; charset=utf-8", TEXT, ["In a text"]),
    ("/a.json", "200 OK", "application/json", record("In JSON").encode(), ["In JSON"]),
    (
        "/feed",
        "200 OK",
        "text/xml",
        feed(f"<item><title>In a feed</title><description>{BODY}</description></item>"),
        ["In a feed"],
    ),
    ("/api", "200 OK", "application/json", b'{"user": null}', []),
    ("/broken.json", "200 OK", "application/json", b"[" * 100_000, []),
    ("/sitemap.xml", "200 OK", "application/xml", b"<urlset><url/></urlset>", []),
    ("/robots.txt", "200 OK", "text/plain", b"User-agent: anybody who reads this long line of nothing", []),
    ("/a", "404 Not Found", "text/html", page("Not found").encode(), []),
    ("/a.css", "200 OK", "text/css", b"p {}", []),
]


@pytest.mark.parametrize(("path", "status", "kind", "data", "titles"), FETCHED)
def test_it_reads_what_is_for_readers_of_a_site(
    tmp_path: Path, path: str, status: str, kind: str, data: bytes, titles: list[str]
) -> None:
    archive = warc([(f"https://example.org{path}", status, data, {"Content-Type": kind})])
    assert told(written(tmp_path, "a.warc.gz", archive)) == (titles or [": no article in it"])


@pytest.mark.parametrize("name", ["a.arc", "a.arc.gz", "a"])
def test_it_reads_the_web_archives_of_before(tmp_path: Path, name: str) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("Talks go on").encode()
    head = b"1 1 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n"
    records = [
        b"filedesc://a.arc 0.0.0.0 20221112105300 text/plain %d\n%s\n" % (len(head), head),
        b"http://example.org/talks 192.0.2.1 20221112105300 text/html %d\n%s\n" % (len(answer), answer),
    ]
    data = b"".join(map(gzip.compress, records) if name.endswith("gz") else records)
    (article,) = articles_in(written(tmp_path, name, data))
    assert isinstance(article, Article), article
    assert (article.title, article.url, article.record) == ("Talks go on", "http://example.org/talks", 2)


def test_it_reads_a_web_archive_up_to_where_it_breaks_off(tmp_path: Path) -> None:
    data = warc([RECORDS[0], RECORDS[0]], is_packed=False)
    found = told(written(tmp_path, "a.warc", data[: len(data) // 2 + 200] + b"\xff" * 50))
    assert found[0] == "Talks go on"


def test_it_names_the_page_in_which_a_web_archive_breaks_off_and_one_without_address(tmp_path: Path) -> None:
    data = warc([RECORDS[0], RECORDS[0]])
    whole, cut = told(written(tmp_path, "a.warc.gz", data)), told(written(tmp_path, "b.warc.gz", data[:-60]))
    assert (whole, cut) == (["Talks go on", "Talks go on"], ["Talks go on", ": record 3: breaks off before its end"])
    no_address = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999\r\n\r\nx"
    assert told(written(tmp_path, "c.warc", no_address)) == [": not a web archive, or a damaged one"]
    [junk] = told(
        written(tmp_path, "d.warc", b"WARC/1.0\r\nWARC-Type: x\r\nContent-Length: 1\r\n\r\nx\r\n\r\n\x01\xff\xfe")
    )
    assert junk == ": damaged after record 1 (invalid warc record)"


def test_memory_does_not_grow_with_the_records_of_a_file(tmp_path: Path) -> None:
    lines = (record(f"T{number}") + "\n" for number in range(20_000))
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wt", compresslevel=1) as file:
        file.writelines(f'{line[:-2]}, "n": "{hash(line)}"}}\n' for line in lines)
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as packing:
        packing.write(path, "a.jsonl.gz")
    tracemalloc.start()
    count = sum(1 for _ in units_of(archive, "a.zip"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 8_000_000
