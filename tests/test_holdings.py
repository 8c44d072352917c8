"""What an index holds of each kind of file."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from cli.subcommands.index_command import skipped_lines
from index.article import Skipped
from index.build import update_index
from index.holdings import KindHeld, ending_of, holdings, reasons, table_of_holdings
from tests.made_files import BODY, page

IN_DOUBT = b"The weir was opened for a night, and \xb3\xb1 of the boats that lay there were gone by the morning."
"""Two bytes of it may be letters of many languages."""
SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index of files of several kinds."""
    news = Path(shutil.copytree(SEEDS, tmp_path / "news"))
    stamp = '<meta property="article:{}_time" content="2022-11-11T08:00:00Z">'
    (news / "one.HTML").write_text(page("Talks go on", stamp.format("published")), "utf-8")
    (news / "two.html").write_text(page("Rates rise again", stamp.format("modified")), "utf-8")
    (news / "no.html").write_text("<html></html>", "utf-8")
    rows = [{"title": "A", "text": BODY, "source": "CNN", "date": "2022-11-11"}, {"title": "B", "text": BODY}, {"x": 1}]
    (news / "some.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    with zipfile.ZipFile(news / "all.zip", "w") as archive:
        archive.writestr("in/three.txt", f"Talks end\n\n12 November 2022\n\n{BODY}")
    update_index([news], tmp_path / "index", jobs=1, progress=lambda done, total: None)
    return tmp_path / "index"


def test_it_counts_by_kind_of_file(index: Path) -> None:
    assert {each.kind: each for each in holdings(index)} == {
        "txt": KindHeld("txt", files=5, articles=5, stated=2, inferred=3, with_outlet=3),
        "html": KindHeld("html", files=3, articles=2, stated=1, changed=1, with_outlet=2, skipped=1),
        "jsonl": KindHeld("jsonl", files=1, articles=2, stated=1, undated=1, with_outlet=1, skipped=1),
        "zip": KindHeld("zip", files=1, articles=1, stated=1),
    }


def test_it_counts_what_was_read_by_assuming_something(index: Path) -> None:
    news = index.parent / "news"
    (news / "old.txt").write_bytes(IN_DOUBT)
    update_index([news], index, jobs=1, progress=lambda done, total: None)
    assert {each.kind: each.doubtful for each in holdings(index)} == {"txt": 1, "html": 0, "jsonl": 0, "zip": 0}


def test_it_counts_what_is_left_when_files_go(index: Path) -> None:
    news = index.parent / "news"
    (news / "two.html").unlink()
    (news / "some.jsonl").unlink()
    update_index([news], index, jobs=1, progress=lambda done, total: None)
    assert {each.kind: (each.files, each.articles, each.changed) for each in holdings(index)} == {
        "txt": (5, 5, 0),
        "html": (2, 1, 0),
        "zip": (1, 1, 0),
    }


def test_it_shows_a_table_with_a_row_for_all_and_why_what_was_skipped() -> None:
    held = [
        KindHeld(
            "html",
            files=1200,
            articles=1190,
            stated=1100,
            changed=60,
            undated=30,
            with_outlet=900,
            skipped=10,
            doubtful=3,
        ),
        KindHeld("none", files=1, articles=2, stated=2),
    ]
    skipped = [Skipped(f"/{n}.html", "no article in this web page") for n in range(9)]
    skipped.append(Skipped("/a.csv", "row 12: the text is empty (field: Text), and so is the title"))
    lines = list(table_of_holdings(held, skipped))
    assert [line.split() for line in lines[1:4]] == [
        ["html", "1200", "1190", "1100", "60", "0", "30", "900", "10", "3"],
        ["none", "1", "2", "2", "0", "0", "0", "0", "0", "0"],
        ["all", "1201", "1192", "1102", "60", "0", "30", "900", "10", "3"],
    ]
    assert len({len(line) for line in lines[:4]}) == 1
    assert lines[4:] == ["9 skipped: no article in this web page", "1 skipped: the text is empty, and so is the title"]
    assert list(table_of_holdings([], [])) == []


def test_it_counts_one_reason_whatever_it_says_of_the_part() -> None:
    skipped = [Skipped("/a", "row 1: 3 cells under 2 names"), Skipped("/a", "row 7: 3 cells under 2 names")]
    assert reasons(skipped) == [("3 cells under 2 names", 2)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("/a/b.HTML", "html"), ("/a.b/c", "none"), ("/a/.hidden", "none"), ("/a/b.tar.gz", "gz"), ("/a/b.x y", "none")],
)
def test_the_kind_of_a_file_is_its_ending(name: str, kind: str) -> None:
    assert ending_of(name) == kind


def test_there_is_nothing_where_there_is_no_index(tmp_path: Path) -> None:
    assert holdings(tmp_path) == []


def test_parts_of_one_file_that_are_skipped_alike_are_named_up_to_five() -> None:
    rows = [Skipped("list.csv", f"row {number}: an address ({number})") for number in range(1, 9)]
    lines = list(skipped_lines([*rows, Skipped("list.csv", "row 9: not this"), Skipped("b.txt", "empty file")]))
    assert lines == [
        *(f"skipped list.csv: row {number}: an address ({number})" for number in range(1, 6)),
        "skipped list.csv: 3 more likewise",
        "skipped list.csv: row 9: not this",
        "skipped b.txt: empty file",
    ]
