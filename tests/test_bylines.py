"""The line that says who wrote an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.front_matter.bylines import Byline, byline

BYLINES = [
    ("By Jane Doe", Byline("Jane Doe", None, "")),
    ("By Jane Doe and John Roe, BBC News", Byline("Jane Doe and John Roe", "BBC", "")),
    ("By Jane Doe, John Roe and Ann Lee", Byline("Jane Doe, John Roe and Ann Lee", None, "")),
    ("By Jane Doe | Nov. 11, 2022", Byline("Jane Doe", None, "Nov. 11, 2022")),
    ("Posted by Jane Doe on 11 November 2022", Byline("Jane Doe", None, "11 November 2022")),
    ("By Ann Lee | BBC News | 12 November 2022, 10:00 GMT", Byline("Ann Lee", "BBC", "12 November 2022, 10:00 GMT")),
    ("By Ann Lee · BBC News · 12 November 2022", Byline("Ann Lee", "BBC", "12 November 2022")),
    ("By Ann Lee – BBC News", Byline("Ann Lee", "BBC", "")),
    ("By Ann Lee for the BBC", Byline("Ann Lee", "BBC", "")),
    ("By Ann Lee (Reuters)", Byline("Ann Lee", "Reuters", "")),
    ("By Ann Lee, Business reporter, BBC News", Byline("Ann Lee", "BBC", "")),
    ("By Ann Lee, Springfield Gazette", Byline("Ann Lee", "Springfield Gazette", "")),
    ("By Ann Lee / The Springfield Gazette", Byline("Ann Lee", "The Springfield Gazette", "")),
    ("By CHRISTOPHER RUGABER AP Economics Writer", Byline("Christopher Rugaber", "Associated Press", "")),
    ("BY CHRISTOPHER RUGABER, AP Economics Writer", Byline("Christopher Rugaber", "Associated Press", "")),
    ("By JANE O’BRIEN-DOE AND J.D. ROE", Byline("Jane O’Brien-Doe and J.D. Roe", None, "")),
    ("By Ann Lee Staff Writer", Byline("Ann Lee", None, "")),
    ("By Ann Lee Reuters", Byline("Ann Lee", "Reuters", "")),
    ("By Emily Post", Byline("Emily Post", None, "")),
    ("By Ann Lee and Emily Post", Byline("Ann Lee and Emily Post", None, "")),
    ("By Steve Forbes", Byline("Steve Forbes", None, "")),
    ("By Reuters", Byline(None, "Reuters", "")),
    ("By The Associated Press", Byline(None, "Associated Press", "")),
    ("By Reuters Staff", Byline(None, "Reuters", "")),
    ("Staff Writer", Byline(None, None, "")),
    ("AP Economics Writer", Byline(None, "Associated Press", "")),
    ("Business reporter, BBC News", Byline(None, "BBC", "")),
    ("Diplomatic correspondent, Springfield Gazette", Byline(None, "Springfield Gazette", "")),
]


@pytest.mark.parametrize(("line", "expected"), BYLINES)
def test_it_reads(line: str, expected: Byline) -> None:
    assert byline(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "By Your Side",
        "By Any Means",
        "By The Sea",
        "By Friday Night They Had Left",
        "By the river",
        "By Jane Doe.",
        "By November 11, 2022",
        "Writer",
        "Staff",
        "Editors and reporters meet",
        "Foreign correspondent, a film by Hitchcock",
        "Business, BBC News",
        "Talks go on",
        "",
    ],
)
def test_it_knows_other_lines_from_bylines(line: str) -> None:
    assert byline(line) is None


WORDS = st.sampled_from(
    ["By ", "Jane ", "DOE", " and ", ", ", "BBC News", " | ", "AP ", "Writer", " – ", "11 Nov 2022"]
)


@given(st.lists(WORDS).map("".join))
def test_it_reads_any_line_without_an_error(line: str) -> None:
    found = byline(line)
    assert found is None or found.author is None or found.author == found.author.strip(" ,") != ""


@pytest.mark.parametrize("piece", ["By Jane ", "A", "Aa ", "A, ", "Staff ", "The A "])
def test_it_reads_a_long_line_at_once(piece: str) -> None:
    line = "By " + piece * 1000
    assert byline(line[:160].strip()) == byline(line[:160].strip())
    assert byline(line) is None
