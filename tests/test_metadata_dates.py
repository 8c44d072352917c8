"""Days in metadata, in addresses, and in the names of files."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Published
from index.front_matter.publication_years import FIRST_YEAR, LAST_YEAR
from index.publication_date.metadata_dates import stated_by
from index.publication_date.url_dates import NAME_FORMS, URL_FORMS, AddressForm, published_by_name, published_by_url

NOVEMBER_11 = date(2022, 11, 11)
DAYS = [
    "2022-11-11",
    "2022-11-11T10:53:00Z",
    "2022-11-11T23:53:00.000-05:00",
    "2022-11-11 10:53",
    "20221111",
    "20221111T105300Z",
    "Fri, 11 Nov 2022 23:53:00 -0500",
    "Fri, 11 Nov 2022 10:53:00 GMT",
    "Fri Nov 11 10:53:00 +0000 2022",
    "Fri Nov 11 10:53:00 2022",
    "11 November 2022",
    "November 11, 2022 at 10:53 am",
    "Friday 11/11/2022",
    "2022-11-11+01:00",
    "2022-11-11_10-53-00",
    "2022-W45-5",
    "2022-315",
    "Fri, 11 Nov 22 10:53:00 GMT",
    "pt., 11 lis 2022 10:53:00 +0100",
    "Cum, 11 Kas 2022 10:53:00 +0300",
    "11-Nov-22 10:53",
    "Nov 11, '22",
    "11.11.22",
    "11.11.2022 10:53",
    "11 พฤศจิกายน 2565",
    "二〇二二年十一月十一日",
    "٢٠٢٢/١١/١١",
]


@pytest.mark.parametrize("written", DAYS)
def test_it_reads_a_day_as_it_is_written(written: str) -> None:
    assert stated_by(f" {written}\n") == Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", written)


@pytest.mark.parametrize(
    ("value", "evidence"),
    [
        (1668164000, "1668164000 (seconds since 1970, UTC)"),
        ("1668164000", "1668164000 (seconds since 1970, UTC)"),
        (1668164000.5, "1668164000 (seconds since 1970, UTC)"),
        (1668164000123, "1668164000123 (milliseconds since 1970, UTC)"),
    ],
)
def test_it_reads_seconds_since_1970(value: object, evidence: str) -> None:
    assert stated_by(value) == Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", evidence)


def test_it_reads_months_and_years() -> None:
    assert stated_by("2022-11") == Published(date(2022, 11, 1), date(2022, 11, 30), "month", "stated", "2022-11")
    assert stated_by(2022) == Published(date(2022, 1, 1), date(2022, 12, 31), "year", "stated", "2022")


@pytest.mark.parametrize(
    "value",
    [
        *(None, True, "", "soon", 7, "2022-13-01", "2022-02-30", "0000-00-00", "1234-01-01", "9999-12-31"),
        *("2022 1045", "2022-11 10:45", "2022-366", "18-11-17", f"{LAST_YEAR + 1}-01-01", "2565-11-11", "1401/13/20"),
        *("31/31/2022", "11 Nov 2022 to 12 Nov 2022", "2022-11-11" * 20, [], {}, float("nan"), float("inf"), 10**30),
    ],
)
def test_it_states_no_day(value: object) -> None:
    assert stated_by(value) is None


@pytest.mark.parametrize("written", ["03/04/2022", "3/4/2022 10:53:00", "04-03-2022"])
def test_it_leaves_open_which_of_two_days_figures_mean(written: str) -> None:
    assert stated_by(written) == Published(date(2022, 3, 4), date(2022, 4, 3), "day", "stated", written)


@given(st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.from_regex(r"[0-9T:.+-]{1,30}"))
def test_any_value_states_a_day_or_none(value: object) -> None:
    published = stated_by(value)
    assert published is None or published.first <= published.last


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)))
def test_it_reads_what_python_writes(day: date) -> None:
    for written in (day.isoformat(), f"{day.isoformat()}T00:00:00+00:00", day.strftime("%d %B %Y").lstrip("0")):
        stated = stated_by(written)
        assert stated is not None
        assert (stated.first, stated.last) == (day, day), written


@pytest.mark.parametrize("form", URL_FORMS, ids=lambda form: form.example)
def test_it_finds_the_day_in_an_address(form: AddressForm) -> None:
    published = published_by_url(form.example)
    assert published is not None
    assert published.how == "url"
    assert published.first in (NOVEMBER_11, date(2022, 11, 1))
    assert published.evidence in form.example


@pytest.mark.parametrize("form", NAME_FORMS, ids=lambda form: form.example)
def test_it_finds_the_day_in_a_name(form: AddressForm) -> None:
    published = published_by_name(form.example)
    assert published is not None
    assert (published.first.month, published.how, published.precision) == (11, "filename", "day")
    assert published.evidence in form.example


@pytest.mark.parametrize("name", ["20221111.txt", "talks_20221111.html", "2022_11_11.txt", "2022.11.11.talks.txt"])
def test_it_finds_the_day_between_marks(name: str) -> None:
    published = published_by_name(name)
    assert published is not None
    assert published.first == NOVEMBER_11


@pytest.mark.parametrize(
    "name",
    [
        *("000_9102dc1dd2ac0ff1.txt", "004_12ddcade8593710d.txt", "a20221111b.txt", "1202211113.txt", "20221313.txt"),
        *("03-04-2022.txt", "2022-11-11 to 2022-11-12.txt", "2022.txt", "20221111.20221112.txt", "16221111.txt"),
    ],
)
def test_it_finds_no_day_in_a_hash_or_a_number(name: str) -> None:
    assert published_by_name(name) is None


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Factiva-20240305-1011.rtf",
            "ProQuestDocuments-2024-03-05.txt",
            "nexis 2024-03-05.docx",
            "export_20240305.csv",
        ),
        *(
            "Talks go on (3_5_2024 10_11_12 AM).html",
            "Talks (2024-03-05 10-11-12).html",
            "talks-2024-03-05T10-11-12.html",
        ),
        *("talks saved 2024-03-05.html", "Files 2024-03-05.zip"),
    ],
)
def test_the_day_of_saving_in_a_name_is_not_that_of_publication(name: str) -> None:
    assert published_by_name(name) is None


@pytest.mark.parametrize(
    "name", ["2022-11-11 exporters strike.txt", "2022-11-11 printing ends.txt", "Resultsville 2022-11-11.txt"]
)
def test_a_word_that_only_resembles_that_of_an_export_is_none(name: str) -> None:
    published = published_by_name(name)
    assert published is not None
    assert published.first == NOVEMBER_11


@pytest.mark.parametrize("url", ["https://example.org/a/20221313/", "https://example.org/12022/11/11", "https://[", ""])
def test_it_finds_no_day_in_an_address(url: str) -> None:
    assert published_by_url(url) is None
