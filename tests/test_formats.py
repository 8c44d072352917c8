"""A folder of whatever somebody saved: every good article is found, and everything else is named."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from index.article import Article
from index.build import Report, update_index
from index.build_plan import BuildOptions
from index.ingest import partition, workers
from search.clauses import Everything
from search.query import Query
from search.snapshots import open_engine
from tests.made_files import (
    BODY,
    docx,
    feed,
    mail,
    mbox,
    packed,
    page,
    pdf,
    record,
    tarred,
    warc,
    zipped,
)

ITEMS = "".join(
    f"<item><title>In a feed {n}</title><description>{BODY}</description><guid>{n}</guid></item>" for n in "12"
)
GOOD: dict[str, bytes] = {
    "text.txt": f"In a text\n\n{BODY}".encode(),
    "page.html": page("In a page").encode(),
    "page.pdf.html": page("In a page with two endings").encode(),
    "index.php?id=7": page("In a page from a server").encode(),
    "one.json": record("In JSON").encode(),
    "list.json": f"[{record('In a list 1')}, {record('In a list 2')}]".encode(),
    "lines.jsonl": f"{record('In lines 1')}\n{record('In lines 2')}\n".encode(),
    "table.csv": f'title;body\nIn a table 1;"{BODY}"\nIn a table 2;"{BODY}"\n'.encode(),
    "feed.xml": feed(ITEMS),
    "mail.eml": mail("In a mail"),
    "box.mbox": mbox([mail("In a mailbox 1"), mail("In a mailbox 2")]),
    "paper.pdf": pdf(["In a PDF file", "", *BODY.split("\n")]),
    "letter.docx": docx("In a document"),
    "pages.zip": zipped({"a/page.html": page("In an archive").encode(), "b.txt": f"In it too\n\n{BODY}".encode()}),
    "pages.tgz": packed(tarred({"page.html": page("In a packed archive").encode()})),
    "lines.jsonl.gz": packed(record("In packed lines").encode()),
    "crawl.warc.gz": warc([("https://example.org/a", "200 OK", page("In a web archive").encode(), {})]),
    "crawl.wacz": zipped(
        {
            "archive/data.warc.gz": warc([("https://example.org/b", "200 OK", page("In a WACZ").encode(), {})]),
            "pages/pages.jsonl": b'{"format": "json-pages-1.0"}',
        }
    ),
    "wrong.html": pdf(["In a PDF file that is called a page", "", *BODY.split("\n")]),
    "wrong.pdf": page("In a page that is called a PDF file").encode(),
}
TITLES = """
In a text / In a page / In a page with two endings / In a page from a server / In JSON / In a list 1 / In a list 2
In lines 1 / In lines 2 / In a table 1 / In a table 2 / In a feed 1 / In a feed 2 / In a mail / In a mailbox 1
In a mailbox 2 / In a PDF file / In a document / In an archive / In it too / In a packed archive / In packed lines
In a web archive / In a WACZ / In a PDF file that is called a page / In a page that is called a PDF file
"""
LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BAD: dict[str, tuple[bytes, str]] = {
    "empty.html": (b"", "empty file"),
    "empty.jsonl": (b"\n\n", "no article in it"),
    "picture.jpg": (b"\xff\xd8\xff\xe0", "not a kind of file that Dateline reads"),
    "nothing.html": (b"<html><head><title>x</title></head><body></body></html>", "no article in this web page"),
    "deep.json": (b'[{"title": "x", "a": ' + b"[" * 200_000, "nested too deeply"),
    "broken.json": (b'{"title": ', "not JSON (expecting value)"),
    "laughs.xml": (LAUGHS.encode() + feed(ITEMS), "declares entities of its own, which could grow without bound"),
    "other.xml": (b"<?xml version='1.0'?><svg/>", "not a feed"),
    "scan.pdf": (pdf([]), "scanned, no text;  --ocr  reads it where tesseract is installed"),
    "secret.pdf": (pdf(["x"], password="sesame"), "protected with a password"),
    "broken.docx": (docx("x")[:2000], "not a Word document, or a damaged one"),
    "broken.zip": (zipped({"a.txt": BODY.encode() * 99})[:200], "damaged (file is not a zip file)"),
    "unknown.csv": (b"a,b\n1,2\n", "no column is known (a, b): name them with  --map body=NAME --map title=NAME"),
    "binary.csv": (bytes(range(256)) * 9, "not text"),
    "bomb.txt.gz": (packed(bytes(20_000_000)), "unpacks to more than 200 times its size"),
}
PARTLY: dict[str, tuple[bytes, str, str]] = {
    "some.jsonl": (
        f"{record('Before')}\noops\n{record('After')}".encode(),
        "",
        "line 2: not JSON (expecting value)",
    ),
    "some.zip": (
        zipped({"a.txt": b"Within", "bomb.txt": bytes(20_000_000), "../../b.jpg": b"x"}),
        "/bomb.txt",
        "unpacks to more than 200 times its size",
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all of these files."""
    folder = tmp_path_factory.mktemp("saved")
    bad = {name: data for name, (data, _) in BAD.items()}
    partly = {name: data for name, (data, _, _) in PARTLY.items()}
    for name, data in {**GOOD, **bad, **partly}.items():
        (folder / name).write_bytes(data)
    return folder


def built(folder: Path, index: Path) -> Report:
    """The report of indexing the folder."""
    return update_index([folder], index, 1, lambda done, todo: None)


def test_it_finds_every_good_article_and_names_everything_else(folder: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    report = built(folder, tmp_path / "index")
    engine = open_engine(str(tmp_path / "index"))
    found = engine.fetch([each.id for each in engine.match(Query(Everything()), 1000).candidates])
    assert sorted(article.title for article in found) == sorted(
        [*re.split(r" / |\n", TITLES.strip()), "After", "Before", "Within"]
    )
    skipped = {(skip.path.removeprefix(str(folder)), skip.why) for skip in report.skipped}
    expected = {(f"/{name}", why) for name, (_, why) in BAD.items()}
    expected |= {(f"/{name}{place}", why) for name, (_, place, why) in PARTLY.items()}
    assert skipped == expected | {("/some.zip/b.jpg", "not a kind of file that Dateline reads")}
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert len({article.id for article in found}) == len(found)


def test_it_says_again_what_was_skipped_and_keeps_the_ids(folder: Path, tmp_path: Path) -> None:
    first = built(folder, tmp_path / "index")
    again = built(folder, tmp_path / "index")
    anew = built(folder, tmp_path / "anew")
    assert (again.added, again.unchanged, again.skipped) == (0, first.articles, first.skipped)
    ids = [
        sorted(each.id for each in open_engine(str(tmp_path / name)).match(Query(Everything()), 1000).candidates)
        for name in ("index", "anew")
    ]
    assert ids[0] == ids[1]
    assert anew.articles == first.articles


def test_it_reads_with_several_processes_what_it_reads_with_one(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tmp_path / "many"
    many.mkdir()
    lines = [record(f"Line {number}") for number in range(100)]
    (many / "lines.jsonl").write_text("\n".join([*lines, "oops", *lines]))
    alone = replace(update_index([folder, many], tmp_path / "1", 1, lambda done, todo: None), seconds=0.0)
    monkeypatch.setattr(workers, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(partition, "LARGE_FILE_BYTES", 1000)
    done: list[tuple[int, int]] = []
    together = update_index([folder, many], tmp_path / "2", 2, lambda *counts: done.append(counts))
    assert replace(together, seconds=0.0) == alone
    assert found_in(tmp_path / "2") == found_in(tmp_path / "1")
    assert done[-1][0] == done[-1][1]


def found_in(index: Path) -> list[Article]:
    """Every article of an index, by id."""
    engine = open_engine(str(index))
    articles = engine.fetch([each.id for each in engine.match(Query(Everything()), 1000).candidates])
    return sorted(articles, key=lambda article: article.id)


def test_it_lists_the_first_of_many_broken_records_and_counts_the_others(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text("oops\n" * 250 + record("After") + "\n")
    report = built(path, tmp_path / "index")
    assert report.articles == 1
    assert [skip.why for skip in report.skipped][:2] == [
        "line 1: not JSON (expecting value)",
        "line 2: not JSON (expecting value)",
    ]
    assert len(report.skipped) == 101
    assert report.skipped[-1].why == "150 more parts of it gave no article"


def test_it_reads_fields_by_the_names_that_the_user_gives_and_again_when_they_change(tmp_path: Path) -> None:
    path = tmp_path / "news" / "export.jsonl"
    path.parent.mkdir()
    path.write_text(json.dumps({"lbl": "Talks go on", "wds": BODY}))
    (path.parent / "text.txt").write_text("In a text")
    why = "line 1: no field that holds a text (fields: lbl, wds): name it with  --map body=NAME"
    first = built(path.parent, tmp_path / "index")
    assert [skip.why for skip in first.skipped] == [why]
    fields = {"title": "lbl", "body": "wds"}
    second = update_index([path.parent], tmp_path / "index", 1, lambda done, todo: None, BuildOptions(fields))
    assert (second.added, second.unchanged, second.skipped) == (1, 1, ())
    third = built(path.parent, tmp_path / "index")
    assert (third.added, third.unchanged, third.skipped) == (0, 2, ())
