"""Files of fifty megabytes, most of which is pictures, are read within what a file may take."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from index.article import Article, Skipped
from index.errors import Unreadable
from index.ingest.reader_process import Budget, ReaderProcess, ReadingOrder
from index.readers.source import LARGEST_WITH_PICTURES, FileSource
from tests.made_files import PARAGRAPHS, docx, page, pdf

PICTURE_BYTES = 50 * 1024 * 1024


def large_page() -> bytes:
    """A page with a picture written into it."""
    picture = "QUJD" * (PICTURE_BYTES // 4)
    return page("Talks go on", body=f'<img src="data:image/png;base64,{picture}">').encode()


def large_pdf() -> bytes:
    """A PDF file with a picture in it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(["Talks go on", "", *PARAGRAPHS]))))
    picture = StreamObject()
    picture.set_data(os.urandom(1024) * (PICTURE_BYTES // 1024))
    picture[NameObject("/Type")] = NameObject("/XObject")
    writer._add_object(picture)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def large_docx() -> bytes:
    """A Word document with a picture in it."""
    written = io.BytesIO(docx("Talks go on"))
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("word/media/image1.png", os.urandom(1024) * (PICTURE_BYTES // 1024), zipfile.ZIP_STORED)
    return written.getvalue()


@pytest.mark.parametrize(("name", "made"), [("a.html", large_page), ("a.pdf", large_pdf), ("a.docx", large_docx)])
def test_it_reads_a_file_with_large_pictures(tmp_path: Path, name: str, made: Callable[[], bytes]) -> None:
    path = tmp_path / name
    path.write_bytes(made())
    size = path.stat().st_size
    assert size > PICTURE_BYTES
    reader = ReaderProcess(Budget())
    try:
        (found,) = reader.articles(ReadingOrder(path, size, {}))
    finally:
        reader.stop()
    assert isinstance(found, Article), found
    assert found.title == "Talks go on"
    assert PARAGRAPHS[0] in " ".join(found.body.split())


def test_a_page_whose_text_takes_more_memory_than_a_file_may_have_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(page("Talks go on", body="<p>word " * 3_000_000).encode())
    reader = ReaderProcess(Budget())
    try:
        (found,) = reader.articles(ReadingOrder(path, path.stat().st_size, {}))
    finally:
        reader.stop()
    assert isinstance(found, Skipped)


def test_what_is_larger_than_any_is_not_read_to_its_end() -> None:
    class Endless(io.RawIOBase):
        count = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.count += len(buffer)
            return len(buffer)

    stream = Endless()
    source = FileSource("a.pdf", io.BufferedReader(stream), largest_bytes=LARGEST_WITH_PICTURES)
    with pytest.raises(Unreadable, match="larger than 256 MiB"):
        source.whole()
    assert stream.count < LARGEST_WITH_PICTURES + 1024 * 1024
