"""Tables: an article in each row."""

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Published, RoughArticle
from index.readers.records.rows import LONGEST_ROW, TableLines
from index.readers.records.table import read_table
from index.readers.source import FileSource
from tests.made_files import BODY, read

NOVEMBER_11 = date(2022, 11, 11)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_it_reads_what_a_spreadsheet_writes(delimiter: str, encoding: str) -> None:
    written = io.StringIO(newline="")
    rows = [
        ["Id", "Head Line", "Headline", "Published At", "Article Text", "Source"],
        ["7", "", "Café; open, “again” | at last", "2022-11-11 10:53", BODY + ' He said, "yes";\tand left.', "CNN"],
    ]
    csv.writer(written, delimiter=delimiter).writerows(rows)
    assert read(read_table, written.getvalue().encode(encoding)) == [
        RoughArticle(
            BODY + ' He said, "yes";\tand left.',
            title="Café; open, “again” | at last",
            published=Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", "2022-11-11 10:53"),
            source="CNN",
            record=1,
            key="7",
        )
    ]


@pytest.mark.parametrize(
    ("names", "url"),
    [
        ("Title,Abstract,StoreId,pubdate,pubtitle,DocumentURL,Publisher", "ProQuest"),
        ("Article Title,Abstract,Accession Number,Publication Date,Journal Title,PLink,Publisher", "EBSCO"),
        ("Headline,Opening Text,Reach,Date,Source,URL,Publisher", "Meltwater"),
    ],
)
def test_it_reads_the_tables_of_news_databases(names: str, url: str) -> None:
    row = f'Talks go on,"{BODY}",9,11/14/2022 12:00:00 AM,The Courier,https://a.example/{url},Courier Media Ltd'
    (article,) = read(read_table, f"{names}\n{row}\n".encode())
    assert isinstance(article, RoughArticle)
    assert (article.title, article.text, article.source) == ("Talks go on", BODY, "The Courier")
    assert article.url == f"https://a.example/{url}"
    assert article.published is not None
    assert article.published.first == date(2022, 11, 14)


def test_it_is_not_fooled_by_commas_in_the_articles() -> None:
    text = "title;body\n" + 'On, and on, and on;"one, two, three, ""four"", five"\n' * 3
    titles = [each.title for each in read(read_table, text.encode()) if isinstance(each, RoughArticle)]
    assert titles == ["On, and on, and on"] * 3


def test_it_names_the_rows_that_are_no_articles() -> None:
    text = "title,body\nT,B\n,\n,,\nT,B,more\nT,nan\n\x00,\nU,V\n"
    assert read(read_table, text.encode()) == [
        RoughArticle("B", title="T", record=1),
        "row 4: 3 cells under 2 names",
        RoughArticle("", title="T", record=5, doubts=("the text is empty (field: body): only the headline is read",)),
        RoughArticle("V", title="U", record=7),
    ]


def test_it_names_a_row_that_is_never_closed() -> None:
    text = 'title,body\nT,B\nU,"never closed\nmore,of\nthis,file\n'
    assert read(read_table, text.encode()) == [
        RoughArticle("B", title="T", record=1),
        "row 2: a quotation mark in it is never closed",
        RoughArticle("of", title="more", record=3),
        RoughArticle("file", title="this", record=4),
    ]


NEVER_CLOSED = "row 2: a quotation mark in it is never closed"


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        (f'A,"{BODY}"\nB,"{BODY}\nC,"{BODY}"\nD,plain\n', ["A", NEVER_CLOSED, "C", "D"]),
        ('"A","a, a"\n"B","b, b\n"C","c, c"\n"D","d\nd"\n', ["A", NEVER_CLOSED, "C", "D"]),
        ('A,a\n"B,b\nC,c\nD,d\n', ["A", NEVER_CLOSED, "C", "D"]),
        ('A,a\n"B,b', ["A", NEVER_CLOSED]),
        ('A,a\n"B","b\n', ["A", "B"]),
        ('A,"said ""yes"" and\n\n""no"", twice"\nB,b\n', ["A", "B"]),
        ('A,said "yes"\nB,5" tall\nC,"5" tall"\nD,d\n', ["A", "B", "C", "D"]),
        ('A,"one\n\ntwo "words" here\nD,d\n', ["A", "D"]),
    ],
)
def test_it_reads_the_rows_that_one_without_an_end_has_swallowed(rows: str, titles: list[str]) -> None:
    found = read(read_table, f"title,body\n{rows}".encode())
    assert [each.title if isinstance(each, RoughArticle) else each for each in found] == titles


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        ('A,a,1\nB,"b, and on,2\nC,"c has\ntwo lines, and a ""quote"".",3\nD,d,4\n', ["A", NEVER_CLOSED, "C", "D"]),
        ('A,a,1\nB,"b, and on,2\nC,"c, it has\n\ntwo, not one",3\nD,d,4\n', ["A", NEVER_CLOSED, "C", "D"]),
        ('A,a,1\nB,"b\n\nwith, commas, many\n\nmore,2\nC,"c\n\nc",3\nD,d,4\n', ["A", NEVER_CLOSED, "C", "D"]),
        ('A,a,1\nB,"b\n\nThen ""no"" and "stop" and\nwent",2\nD,d,4\n', ["A", NEVER_CLOSED, "D"]),
        ('A,a,1\nB,"b\n\n""c""\n"\nD,"d, ""d"",\n""d, d",4\n', ["A", "B", "D"]),
    ],
)
def test_it_reads_a_row_of_several_lines_that_one_without_an_end_has_swallowed(rows: str, titles: list[str]) -> None:
    found = read(read_table, f"title,body,date\n{rows}".encode())
    assert [each.title if isinstance(each, RoughArticle) else each for each in found] == titles


def test_it_goes_on_after_a_cell_without_end_and_after_a_line_without_end() -> None:
    rows = 'T,"' + ("x" * 1000 + "\n") * 3000 + "U,after it\n" + "V," + "x" * 5_000_000 + "\nW,and after it\n"
    why = "longer than 2 million characters, or a quotation mark in it is never closed"
    found = read(read_table, f"title,body\n{rows}".encode())
    assert [each.title if isinstance(each, RoughArticle) else each for each in found] == [
        f"row 1: {why}",
        "U",
        f"row 3: {why}",
        "W",
    ]


def test_it_takes_no_more_than_twice_as_long_over_rows_without_an_end() -> None:
    lines = TableLines("title,body\n", iter(['a,"b\n', *["c\n"] * 100] * 1000))
    for _ in csv.reader(lines):
        lines.take_back()
        lines.row = []
    assert lines.taken_back <= lines.fresh + LONGEST_ROW


def test_it_reads_the_columns_that_the_user_names() -> None:
    found = read(read_table, b"a;b\n1;2\n", fields={"body": "b"})
    assert found == [RoughArticle("2", record=1)]


def test_it_passes_over_the_line_in_which_a_spreadsheet_names_the_delimiter() -> None:
    assert read(read_table, b"sep=;\ntitle;body\nT;B\n") == [RoughArticle("B", title="T", record=1)]


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(lambda text: f"x{text}x")


@settings(deadline=None)  # the machine may be busy, and the first time imports libraries
@given(st.lists(st.tuples(cells, cells), max_size=5), st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"]))
def test_it_reads_as_many_articles_as_were_written(rows: list[tuple[str, str]], delimiter: str, end: str) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator=end)
    writer.writerows([("title", "body"), *rows])
    found = read(read_table, written.getvalue().encode())
    assert [each.record if isinstance(each, RoughArticle) else each for each in found] == list(range(1, len(rows) + 1))


def test_it_leaves_the_limit_of_the_csv_module_as_it_was() -> None:
    before = csv.field_size_limit()
    long = BODY * 2_000
    rows = read_table(FileSource("a.csv", io.BytesIO(f'title,text\nT,"{BODY}"\nT,"{long}"\n'.encode())))
    assert isinstance(next(rows), RoughArticle)
    assert csv.field_size_limit() == before < len(long)
    assert [found.text for found in rows if isinstance(found, RoughArticle)] == [long]
    assert csv.field_size_limit() == before


def test_it_reads_what_excel_writes_in_germany() -> None:
    text = f'sep=;\r\nTitel;Datum;Quelle;Text\r\n"Rat für Gebühr";11.11.2022 10:53;Der Bote;"{BODY}; ja"\r\n'
    assert read(read_table, text.encode("cp1252")) == [
        RoughArticle(
            f"{BODY}; ja",
            title="Rat für Gebühr",
            published=Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", "11.11.2022 10:53"),
            source="Der Bote",
            record=1,
        )
    ]


def test_it_finds_the_names_below_what_a_program_says_of_its_export() -> None:
    text = f"Export of 5 March 2024\nSearch: talks\n\nHeadline,Date,Text\nTalks go on,2022-11-11,{json.dumps(BODY)}\n"
    (article,) = read(read_table, text.replace("\\n", " ").encode())
    assert isinstance(article, RoughArticle)
    assert (article.title, article.published and article.published.first) == ("Talks go on", NOVEMBER_11)
    assert read(read_table, b"a,b\nc,d\ne,f\n") == [
        "stops: no column is known (a, b): name them with  --map body=NAME --map title=NAME"
    ]
