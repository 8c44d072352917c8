"""The files of articles, served so that nothing in them can run."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.press import TALKS
from tests.scan_engine import ScanEngine
from web import create_app
from web.authentication.access import OWN_MACHINE, Access
from web.takeaway.originals import MOST_BYTES

PAGE = '<html><script>alert("x")</script><p>Élan</p></html>'


def client(path: Path | str, folder: Path, access: Access = OWN_MACHINE) -> FlaskClient:
    """A page whose index lies in this folder and names one article, in a file with this path."""
    engine = ScanEngine([replace(TALKS, path=str(path))])
    return create_app(engine, location=str(folder / "index"), access=access).test_client()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_it_serves_a_file_as_plain_text_that_cannot_run(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding)
    answer = client(file, tmp_path).get("/article/talks/original")
    assert (answer.status_code, answer.text) == (200, PAGE)
    assert answer.content_type == "text/plain; charset=utf-8"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"].split("; ")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_it_serves_what_is_no_text_to_be_saved(tmp_path: Path) -> None:
    file = tmp_path / 'pi"er\n.pdf'
    file.write_bytes(b"%PDF-1.7\x00\x01\x02\x00\xff" * 9)
    answer = client(file, tmp_path).get("/article/talks/original")
    assert (answer.status_code, answer.content_type) == (200, "application/octet-stream")
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''pi%22er%0A.pdf"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_it_serves_the_archive_of_an_article_in_one(tmp_path: Path) -> None:
    (tmp_path / "two.zip").write_bytes(b"PK\x03\x04\x00\x00")
    answer = client(tmp_path / "two.zip" / "page.html", tmp_path).get("/article/talks/original")
    assert (answer.status_code, answer.content_type) == (200, "application/octet-stream")


def test_it_serves_nothing_elsewhere_whatever_the_index_names(tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    site.mkdir()
    elsewhere.mkdir()
    secret = elsewhere / "secret.txt"
    secret.write_text("secret")
    (site / "link.txt").symlink_to(secret)
    (site / "folder").symlink_to(elsewhere)
    (site / "loop.txt").symlink_to(site / "loop.txt")
    (site / "key.pem").write_text("secret")
    (site / "large.txt").write_bytes(b"x" * (MOST_BYTES + 1))
    os.mkfifo(site / "pipe.txt")
    for path in (
        *(secret, site / "link.txt", site / "folder" / "secret.txt", site / ".." / "elsewhere" / "secret.txt"),
        *(site / "key.pem", site / "large.txt", site / "pipe.txt", site / "loop.txt", site / "gone.txt", site, "/"),
        *("/etc/passwd", "/proc/self/environ", "\x00", "x" * 5000, ""),
    ):
        answer = client(path, site).get("/article/talks/original")
        assert (answer.status_code, "secret\n" in answer.text) == (404, False), path


def test_a_public_page_serves_no_files(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE)
    public = client(file, tmp_path, Access(None, is_public=True))
    assert public.get("/article/talks/original").status_code == 404
    assert "/original" not in public.get("/article/talks").text
    assert client(file, tmp_path).get("/article/none/original").status_code == 404
    assert "/article/talks/original" in client(file, tmp_path).get("/article/talks").text


def test_links_only_to_a_file_that_is_served(tmp_path: Path) -> None:
    link = 'href="/article/talks/original"'
    file, large = tmp_path / "talks.txt", tmp_path / "large.txt"
    file.write_text("Talks")
    large.write_bytes(b"x" * (MOST_BYTES + 1))
    assert link in client(file, tmp_path).get("/article/talks").text
    assert link not in client(large, tmp_path).get("/article/talks").text
    assert client(large, tmp_path).get("/article/talks/original").status_code == 404
    assert link not in client(tmp_path / "gone.txt", tmp_path).get("/article/talks").text
