"""When an article was published, where the text states it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Published
from index.front_matter.stated_dates import date_of_line, publication_day, stated_date
from index.front_matter.written_dates import DATE_FORMS, PATTERNS, dates_in

NOVEMBER_11 = date(2022, 11, 11)

LINES_OF_NOVEMBER_11 = [
    "date 2022-11-11",
    "11 Nov, 2022 10:53",
    "Published: November 11, 2022",
    "Posted on 11 November 2022",
    "Fri 11 Nov 2022 10.53 GMT",
    "Friday, November 11, 2022",
    "By Jane Doe | Nov. 11, 2022",
    "By Jane Doe and John Roe, Nov. 11, 2022",
    "By Jane Doe on November 11, 2022 at 10:53 AM ET",
    "Posted by admin on 11 November 2022",
    "Published 10:53 a.m. EST Nov. 11, 2022",
    "Published 1053 GMT, 11 November 2022",
    "2022-11-11T10:53:00+02:00",
    "2022-11-11T10:53:00.000Z",
    "2022/11/11",
    "11-Nov-2022",
    "11th of November 2022",
    "Nov 11th, 2022 · 5 min read",
    "11/11/2022",
    "Date of publication: 11.11.2022",
    "BBC News | 11 November 2022",
    "November 11, 2022 / 10:53 AM / CBS News",
    "First published on Fri 11 Nov 2022 08.00 GMT",
    "Published 11 Nov 2022, updated 12 Nov 2022",
    "Updated 12 Nov 2022. Published 11 Nov 2022.",
    "11 November 2022 (last modified 12 November 2022)",
    "11 Nov 2022 Published · 12 Nov 2022 Updated",
    "KYIV, November 11, 2022 (Reuters) -",
]


@pytest.mark.parametrize("line", LINES_OF_NOVEMBER_11)
def test_it_reads_a_line_that_states_a_day(line: str) -> None:
    assert stated_date([line]) == Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", line)


BESIDE = [
    ("date 2022-11-11", "label"),
    ("Updated 11 Nov 2022", "label"),
    ("Posted in News on 11 November 2022 by editor. 3 comments", "label"),
    ("BBC News | 11 November 2022, 10:00", "name"),
    ("By Jane Doe | Nov. 11, 2022", "name"),
    ("KYIV, November 11, 2022 (Reuters) -", "name"),
    ("11 Nov, 2022 10:53", "clock"),
    ("Nov 11, 2022, 06:00am EST | 1,204 views", "clock"),
    ("Friday, November 11, 2022", "nothing"),
    ("November 11, 2022 | 3 comments", "nothing"),
]


@pytest.mark.parametrize(("line", "beside"), BESIDE)
def test_it_says_what_stands_beside_a_date(line: str, beside: str) -> None:
    stated = date_of_line(line)
    assert stated is not None
    assert (stated.days.first, stated.beside) == (NOVEMBER_11, beside)


BARE = "November 11, 2022"


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        (["Talks go on", BARE, "They go on."], True),
        ([BARE, "Talks go on", "They go on."], True),
        (["Talks go on", "A deck.", BARE, "They go on. They began in 2021, since 2021."], True),
        (["Talks go on", BARE, "They go on.", BARE], True),
        (["Talks go on", BARE, "They go on.", "12 November 2022"], False),
        (["Talks go on", BARE, "They go on.", "November 2022"], False),
        (["Talks go on", BARE, "That night they went on."], False),
        (["Talks go on", BARE, "It has been quiet since 2023."], False),
        (["Talks go on", "A deck.", "More.", BARE, "They go on."], False),
        (["Talks go on", BARE], False),
        ([BARE, "They go on."], False),
        (["Talks go on", "November 11, 2022 10:53", "They go on."], False),
        ([], False),
    ],
)
def test_a_day_alone_counts_under_the_headline_unless_the_text_contradicts(lines: list[str], counts: bool) -> None:
    day = publication_day(lines)
    assert (day and day.first) == (NOVEMBER_11 if counts else None)


LINES_WITHOUT_A_DATE = [
    "Sullivan told reporters on Nov. 11, 2022.",
    "The war began on 24 February 2022",
    "On November 11, 2022",
    "Copyright 11 November 2022",
    "Published in Paris on 11 November 2022",
    "Posted in the hall on 11 November 2022",
    "© 2022-11-11 Example",
    "Born 11 November 2022",
    "Retrieved on 11 November 2022",
    "30 Feb 2022",
    "2022-02-30",
    "2022-13-01",
    "03/04/2022",
    "Published: 03/04/2022",
    "11 Nov 1492",
    "11 Nov 2122",
    "20221111",
    "9102dc1dd2022-11-11ac0ff1",
    "2022-11-11-1",
    "192.2022.11.11",
    "2022",
    "11 Nov 2022 - 13 Nov 2022",
    "Updated: 12 November 2022",
    "12 November 2022 (updated)",
    "KYIV, Nov 11 (Reuters) - The talks",
    "By November 11, 2022",
    "",
    "Published: November 11, 2022" + " " * 300,
]


@pytest.mark.parametrize("line", LINES_WITHOUT_A_DATE)
def test_it_reads_no_publication_date(line: str) -> None:
    assert stated_date([line]) is None


def test_it_takes_only_the_dateline_of_a_paragraph_as_evidence() -> None:
    line = "KYIV, Nov. 11, 2022 (Reuters) - The talks failed."
    assert stated_date([line]) == Published(
        NOVEMBER_11, NOVEMBER_11, "day", "stated", "KYIV, Nov. 11, 2022 (Reuters) -"
    )


def test_it_keeps_the_line_as_it_stands() -> None:
    assert stated_date(["  11  Nov, 2022 "]) == Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", "11  Nov, 2022")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("13/11/2022", date(2022, 11, 13)),
        ("11/13/2022", date(2022, 11, 13)),
        ("Sat 12/11/2022", date(2022, 11, 12)),
        ("29 Feb 2024", date(2024, 2, 29)),
    ],
)
def test_it_reads_numbers_where_they_can_mean_one_day_only(line: str, day: date) -> None:
    assert stated_date([line]) == Published(day, day, "day", "stated", line)


def test_it_brackets_a_month() -> None:
    expected = Published(date(2024, 2, 1), date(2024, 2, 29), "month", "stated", "February 2024")
    assert stated_date(["February 2024"]) == expected


CHOICES = [
    (["12 Nov 2022", "Published: 11 Nov 2022"], "Published: 11 Nov 2022"),
    (["November 2022", "11 Nov 2022"], "11 Nov 2022"),
    (["Updated 12 Nov 2022", "11 Nov 2022"], "11 Nov 2022"),
    (["11 Nov 2022", "12 Nov 2022"], "11 Nov 2022"),
    (["A headline", "11 Nov 2022"], "11 Nov 2022"),
]


@pytest.mark.parametrize(("lines", "evidence"), CHOICES)
def test_it_chooses_the_line_that_says_most(lines: list[str], evidence: str) -> None:
    assert stated_date(lines) == Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", evidence)


@pytest.mark.parametrize("number", range(len(DATE_FORMS)))
def test_each_form_is_needed_for_its_example(number: int) -> None:
    example = DATE_FORMS[number].example
    matching = [form.name for form, pattern in zip(DATE_FORMS, PATTERNS, strict=True) if pattern.fullmatch(example)]
    assert matching == [DATE_FORMS[number].name]
    assert [written.days.first.month for written in dates_in(example)] == [11]


@given(
    st.dates(date(1600, 1, 1), date(2100, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b, %Y"])
)
def test_it_reads_every_day_back(day: date, form: str) -> None:
    assert [(written.days.first, written.days.last) for written in dates_in(day.strftime(form))] == [(day, day)]


@given(st.text(alphabet=st.sampled_from("0123456789 -/.:,NovMayT"), max_size=40))
def test_it_reads_any_line_without_an_error(line: str) -> None:
    stated = date_of_line(line)
    assert stated is None or stated.days.first <= stated.days.last


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("２０２２年１１月１２日", date(2022, 11, 12)),
        ("١٣/١١/٢٠٢٢", date(2022, 11, 13)),
        ("१२ नवंबर २०२२", date(2022, 11, 12)),
        ("二〇二二年一月二十三日", date(2022, 1, 23)),
        ("二零二二年十月十日", date(2022, 10, 10)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("民國111年11月12日", date(2022, 11, 12)),
        ("12 พ.ย. พ.ศ. 2565", date(2022, 11, 12)),
        ("12 พฤศจิกายน 2022", date(2022, 11, 12)),
        ("ngày 12 tháng 11 năm 2022", date(2022, 11, 12)),
        ("12 تشرين الثاني 2022", date(2022, 11, 12)),
        ("12. listopada 2022.", date(2022, 10, 12)),
        ("12 listopada 2022", date(2022, 11, 12)),
        ("2022. november 12.", date(2022, 11, 12)),
    ],
)
def test_it_reads_the_digits_and_years_of_others(line: str, day: date) -> None:
    assert [(written.days.first, written.days.last) for written in dates_in(line)] == [(day, day)]


@pytest.mark.parametrize(
    "line", ["二〇二二年十三月一日", "令和4年13月1日", "12 พฤศจิกายน 1465", "12 Foo 2022", "2022. Foo 12."]
)
def test_it_reads_no_day_that_there_is_not(line: str) -> None:
    assert dates_in(line) == []
