"""Lists of articles whose texts lie elsewhere in what is indexed."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from index.article import Article
from index.build import Report, update_index
from index.ingest import workers
from index.ingest.listings import attached, same_page
from index.readers.records.bibliography import files_in
from search.clauses import Everything
from search.query import Query
from search.snapshots import open_engine
from tests.made_files import PARAGRAPHS, page, pdf

FIRST, SECOND, _ = PARAGRAPHS
DAY = date(2022, 11, 11)
CANONICAL = '<link rel="canonical" href="https://www.example.org/2022/talks/">'
BARE = page("Talks go on", CANONICAL).encode()
"""A page that says neither its day nor more of its outlet than its host."""
MEDIA_CLOUD = (
    "id,publish_date,title,url,language,media_name\n"
    "a,2022-11-11,Talks go on,https://example.org/2022/talks?utm_source=x,en,The Example\n"
    "b,2022-11-12,Ferries stop,https://example.org/2022/ferries,en,The Example\n"
)
RIS = f"""TY  - NEWS
TI  - Talks go on
AU  - Doe, Jane
T2  - The Example
DA  - 2022/11/11/
AB  - {FIRST}
L1  - files/12/talks.pdf
ER  -
"""
BIBTEX = """@article{a,
  title = {Talks go on}, author = {Doe, Jane}, journal = {The Example}, date = {2022-11-11},
  file = {Full Text:files/12/talks.pdf:application/pdf}
}
"""
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bib="http://purl.org/net/biblio#"'
    ' xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:foaf="http://xmlns.com/foaf/0.1/"><bib:Article rdf:about="#1"><dcterms:isPartOf><bib:Newspaper>'
    "<dc:title>The Example</dc:title></bib:Newspaper></dcterms:isPartOf><bib:authors><rdf:Seq><rdf:li><foaf:Person>"
    "<foaf:surname>Doe</foaf:surname><foaf:givenName>Jane</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>"
    '<link:link rdf:resource="#item_2"/><dc:title>Talks go on</dc:title><dc:date>2022-11-11</dc:date></bib:Article>'
    '<z:Attachment rdf:about="#item_2"><rdf:resource rdf:resource="files/12/talks.pdf"/>'
    "<dc:title>Full Text</dc:title></z:Attachment></rdf:RDF>"
)
PAPER = pdf(["p. 4", "", *PARAGRAPHS])


def build(folder: Path, files: Mapping[str, bytes], jobs: int = 1) -> tuple[Report, list[Article]]:
    """What an index of these files holds, and the report of making it."""
    for name, data in files.items():
        (folder / "news" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "news" / name).write_bytes(data)
    report = update_index([folder / "news"], folder / "index", jobs, lambda done, todo: None)
    engine = open_engine(str(folder / "index"))
    found = engine.fetch([each.id for each in engine.match(Query(Everything()), 1000).candidates])
    return report, sorted(found, key=lambda article: article.title)


def told(article: Article) -> tuple[str, str | None, str | None, date | None]:
    """What is known of an article."""
    return article.title, article.source, article.author, article.published.first if article.published else None


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_saved_page_has_the_day_and_the_outlet_that_a_list_gives_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(workers, "WORTH_A_PROCESS", 1)
    report, articles = build(tmp_path, {"list.csv": MEDIA_CLOUD.encode(), "saved/talks.html": BARE}, jobs)
    assert [told(each) for each in articles] == [
        ("Ferries stop", "The Example", None, date(2022, 11, 12)),
        ("Talks go on", "The Example", None, DAY),
    ]
    assert [bool(each.body) for each in articles] == [False, True]
    assert [skip.why for skip in report.skipped] == ["rows of which the texts were read where they lie (1)"]
    assert report.articles == 2


def test_a_page_keeps_what_it_says_itself(tmp_path: Path) -> None:
    head = CANONICAL + '<meta property="og:site_name" content="The Sample">'
    said = page("Talks go on", head + '<meta property="article:published_time" content="2021-03-04">').encode()
    rows = json.dumps([{"url": "https://example.org/2022/talks", "date": "2022-11-11", "source": "The Example"}])
    _, (article,) = build(tmp_path, {"list.json": rows.encode(), "talks.html": said})
    assert told(article) == ("Talks go on", "The Sample", None, date(2021, 3, 4))
    _, (article,) = build(tmp_path / "bare", {"list.json": rows.encode(), "talks.html": BARE})
    assert told(article) == ("Talks go on", "The Example", None, DAY)


@pytest.mark.parametrize(("name", "text"), [("list.ris", RIS), ("list.bib", BIBTEX), ("list.rdf", RDF)])
def test_an_attached_file_is_the_article_of_its_entry(tmp_path: Path, name: str, text: str) -> None:
    report, articles = build(tmp_path, {name: text.encode(), "files/12/talks.pdf": PAPER})
    assert [told(each) for each in articles] == [("Talks go on", "The Example", "Jane Doe", DAY)]
    assert SECOND in " ".join(articles[0].body.split())
    assert report.articles == 1
    again, same = build(tmp_path, {})
    assert (again.unchanged, same) == (1, articles)


@pytest.mark.parametrize("jobs", [1, 2])
def test_entries_whose_files_were_read_are_not_said_to_be_without_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(workers, "WORTH_A_PROCESS", 1)
    entry = RIS.replace(f"AB  - {FIRST}\n", "")
    text = entry + entry.replace("talks", "gone").replace("Talks", "Weirs")
    report, articles = build(tmp_path, {"list.ris": text.encode(), "files/12/talks.pdf": PAPER}, jobs)
    assert [told(each) for each in articles] == [("Talks go on", "The Example", "Jane Doe", DAY)]
    assert [skip.why for skip in report.skipped] == [
        "entry 2: listed, without a text (Weirs go on)",
        "rows of which the texts were read where they lie (1)",
    ]


def test_an_entry_whose_file_is_missing_or_cannot_be_read_stays_as_it_is(tmp_path: Path) -> None:
    _, (article,) = build(tmp_path, {"list.ris": RIS.encode(), "other.txt": b""})
    assert (article.title, article.body) == ("Talks go on", FIRST)
    _, (article,) = build(tmp_path / "scan", {"list.ris": RIS.encode(), "files/12/talks.pdf": pdf([])})
    assert (article.title, article.body) == ("Talks go on", FIRST)


NAMES = [
    ("files/12/a.pdf", True),
    ("files\\12\\a.pdf", True),
    ("/home/jane/Zotero/storage/files/12/a.pdf", True),
    ("file:///C:/Users/Jane/files/12/a.pdf", True),
    ("files/12/../12/a.pdf", False),
    ("files/13/a.pdf", False),
    ("/etc/passwd", False),
    ("", False),
    ("\0", False),
]


@pytest.mark.parametrize(("name", "is_there"), NAMES)
def test_an_attached_file_is_looked_for_below_its_list_and_nowhere_else(
    tmp_path: Path, name: str, is_there: bool
) -> None:
    (tmp_path / "files/12").mkdir(parents=True)
    (tmp_path / "files/12/a.pdf").touch()
    assert attached(tmp_path, [name]) == ([str(tmp_path / "files/12/a.pdf")] if is_there else [])


@pytest.mark.parametrize(
    ("value", "paths"),
    [
        ("Full Text:files/12/a.pdf:application/pdf", ["files/12/a.pdf"]),
        (":home/jane/a.pdf:pdf", ["home/jane/a.pdf"]),
        ("files/a.pdf;files/b.html", ["files/a.pdf", "files/b.html"]),
        ("A:C\\:\\\\Users\\\\a.pdf:application/pdf;B:b.html:text/html", ["C:\\Users\\a.pdf", "b.html"]),
    ],
)
def test_it_reads_the_paths_of_bibtex(value: str, paths: list[str]) -> None:
    assert list(files_in(value)) == paths


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("https://www.example.org/a/", "http://example.org/a#top", True),
        ("https://example.org/a?utm_medium=x", "https://m.example.org/a", True),
        ("https://example.org/a?id=1", "https://example.org/a?id=2", False),
        ("https://[x/a", "https://[x/a", True),
    ],
)
def test_two_addresses_are_of_one_page(one: str, other: str, is_same: bool) -> None:
    assert (same_page(one) == same_page(other)) is is_same
