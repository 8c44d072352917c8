"""Scanned pages, which are read by another program where the user asks for it."""

import io
import shutil
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from index.article import Article
from index.build import Report, update_index
from index.build_plan import BuildOptions
from index.ingest.extract import articles_in
from index.readers.documents import scans
from index.readers.documents.scans import languages, picture_of
from tests.made_files import pdf

LINES = ["Harbour levy passes after a night of debate", "", "The council voted past midnight to raise the levy."]
PAGE = "The council voted past midnight to raise the levy by a tenth, and nobody cheered."
FAKE = f"""#!/bin/sh
if [ "$1" = --list-langs ]; then echo 'List of available languages (2):'; echo deu; echo eng; echo osd; exit; fi
cat > "$0.seen"
echo "$@" >> "$0.args"
echo 'Harbour levy passes'
echo
echo '{PAGE}'
"""


def scanned(lines: list[str]) -> bytes:
    """A PDF file whose only page is a picture of these lines."""
    page = PdfDocument(pdf(lines))[0].render(scale=200 / 72, grayscale=True)
    pixels = zlib.compress(page.to_numpy().reshape(page.height, -1)[:, : page.width].tobytes())
    picture = (
        f"<</Type/XObject/Subtype/Image/Width {page.width}/Height {page.height}/ColorSpace/DeviceGray"
        f"/BitsPerComponent 8/Filter/FlateDecode/Length {len(pixels)}>>stream\n"
    )
    content = b"595 0 0 842 0 0 cm /I Do"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>",
        picture.encode() + pixels + b"\nendstream",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    written = io.BytesIO(b"%PDF-1.4\n")
    written.seek(0, io.SEEK_END)
    for number, body in enumerate(objects, 1):
        written.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    written.write(b"trailer<</Size 6/Root 1 0 R>>\n%%EOF")
    return written.getvalue()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called tesseract that reads the same in every picture."""
    folder = tmp_path / "programs"
    folder.mkdir()
    fake = folder / "tesseract"
    fake.write_text(FAKE)
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    languages.cache_clear()
    return fake


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A scanned page."""
    path = tmp_path / "news" / "scan.pdf"
    path.parent.mkdir()
    path.write_bytes(scanned(LINES))
    return path


def test_it_reads_a_scan_with_the_program_where_the_user_asks_for_it(scan: Path, program: Path) -> None:
    (article,) = articles_in(scan, reads_scans=True)
    assert isinstance(article, Article)
    assert (article.title, article.body) == ("Harbour levy passes", PAGE)
    assert article.doubts == ("read from pictures of its pages by tesseract",)
    assert Path(f"{program}.args").read_text() == "stdin stdout -l deu+eng\n"
    header, size, depth, pixels = Path(f"{program}.seen").read_bytes().split(b"\n", 3)
    assert (header, depth) == (b"P5", b"255")
    width, height = map(int, size.split())
    assert len(pixels) == width * height
    assert min(pixels) < 50 < 200 < max(pixels)


@pytest.mark.parametrize(
    ("asks", "path", "why"),
    [
        (False, "", "scanned, no text;  --ocr  reads it where tesseract is installed"),
        (True, "/nowhere", "scanned, no text;  --ocr  needs the program tesseract, which is not installed"),
    ],
)
def test_it_names_a_scan_that_it_does_not_read(
    scan: Path, program: Path, monkeypatch: pytest.MonkeyPatch, asks: bool, path: str, why: str
) -> None:
    if path:
        monkeypatch.setenv("PATH", path)
    (skipped,) = articles_in(scan, reads_scans=asks)
    assert not isinstance(skipped, Article)
    assert skipped.why == why
    assert not Path(f"{program}.args").exists()


@pytest.mark.parametrize("body", ["cat >/dev/null; exit 1", "exec sleep 60", "cat >/dev/null; echo ."])
def test_a_program_that_fails_or_takes_too_long_costs_only_the_scan(
    scan: Path, program: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    program.write_text(f"#!/bin/sh\nif [ $1 = --list-langs ]; then exit; fi\n{body}\n")
    monkeypatch.setattr(scans, "PAGE_SECONDS", 0.5)
    (skipped,) = articles_in(scan, reads_scans=True)
    assert not isinstance(skipped, Article)
    assert skipped.why == "scanned, no text, and tesseract finds none"


def test_no_page_is_drawn_larger_than_a_newspaper() -> None:
    page = PdfDocument(pdf(LINES))[0]
    page.set_mediabox(0, 0, 14_000, 14_000)
    assert len(picture_of(page)) < 1.01 * scans.MOST_PIXELS


def test_a_scan_that_was_passed_over_is_read_once_it_is_asked_for(scan: Path, program: Path, tmp_path: Path) -> None:
    def build(options: BuildOptions) -> Report:
        return update_index([scan.parent], tmp_path / "index", 1, lambda done, todo: None, options)

    first = build(BuildOptions())
    assert (first.added, len(first.skipped)) == (0, 1)
    asked = BuildOptions(reads_scans=True)
    second = build(asked)
    assert (second.added, len(second.skipped), len(second.doubtful)) == (1, 0, 1)
    assert replace(build(asked), seconds=0) == replace(build(BuildOptions()), seconds=0)
    assert Path(f"{program}.args").read_text().count("\n") == 1


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed here")
def test_tesseract_reads_what_stands_on_a_page(scan: Path) -> None:
    languages.cache_clear()
    (article,) = articles_in(scan, reads_scans=True)
    assert isinstance(article, Article)
    assert "Harbour levy passes after a night of debate" in article.title
    assert "The council voted past midnight to raise the levy." in article.body
