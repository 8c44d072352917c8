"""Whether 03/04/2022 is the third of April or the fourth of March."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotations import NumericOrder
from index.article import Article, Published
from index.publication_date.metadata_dates import stated_by
from index.publication_date.numeric_dates import figures_of, is_settled, settled

MARCH_4, APRIL_3 = date(2022, 3, 4), date(2022, 4, 3)
EITHER = Published(MARCH_4, APRIL_3, "day", "stated", "03/04/2022")


def of(published: Published | None) -> Article:
    """An article of that day."""
    return Article("a", "/a", "Talks", True, "They talked.", source="The Example", published=published)


def on(day: date, evidence: str) -> Published:
    """One day, with the words that show it."""
    return Published(day, day, "day", "stated", evidence)


@pytest.mark.parametrize(
    ("published", "order"),
    [
        (on(date(2022, 4, 13), "13/04/2022"), "day first"),
        (on(date(2022, 4, 13), "04/13/2022"), "month first"),
        (on(date(2022, 4, 13), "13-04-2022T10:53:00+02:00"), "day first"),
        (on(date(2022, 4, 13), "Posted 4/13/22, 10:53 by Jane"), "month first"),
        (on(APRIL_3, "03/04/2022"), "day first"),
        (on(MARCH_4, "03/04/2022"), "month first"),
        (EITHER, None),
        (replace(EITHER, evidence="3/4/2022 10:53:00"), None),
    ],
)
def test_it_tells_the_order(published: Published, order: NumericOrder | None) -> None:
    figures = figures_of(of(published))
    assert figures is not None
    assert figures.order == order


@pytest.mark.parametrize(
    "published",
    [
        None,
        on(date(2022, 4, 4), "04/04/2022"),
        on(date(2022, 4, 13), "13.04.2022"),
        on(date(2022, 4, 13), "2022-04-13"),
        on(date(2022, 4, 13), "13 April 2022"),
        on(date(2022, 4, 13), "13/04/2022, first 01/02/2022"),
        on(date(2022, 4, 13), "22-04-13"),
        on(date(2022, 4, 14), "13/04/2022"),
        on(date(2022, 4, 13), "1/13/04/2022"),
        replace(EITHER, evidence="03/05/2022"),
        replace(EITHER, evidence="99/99/2022"),
        replace(EITHER, how="url"),
        Published(date(2022, 4, 1), date(2022, 4, 30), "month", "stated", "04/13/2022"),
    ],
)
def test_it_tells_nothing_where_the_figures_do_not(published: Published | None) -> None:
    assert figures_of(of(published)) is None


def test_it_needs_an_outlet_which_is_the_site_before_the_name() -> None:
    named, sited = of(EITHER), replace(of(EITHER), url="https://www.example.org/1")
    assert figures_of(replace(named, source=None)) is None
    assert figures_of(named) == figures_of(replace(named, source="the example"))
    assert figures_of(sited) == figures_of(replace(sited, source=None, url="http://example.org/2"))
    assert figures_of(sited) != figures_of(named)


def test_it_knows_an_outlet_by_its_name_and_by_each_of_its_sites() -> None:
    nowhere = replace(of(EITHER), source=None)
    ours = [replace(nowhere, source=name) for name in ("RTÉ", "rte.ie", "www.rte.ie")]
    ours += [replace(nowhere, url=f"https://{host}/1") for host in ("www.rte.ie", "sport.rte.ie")]
    ours += [replace(nowhere, url="https://web.archive.org/web/2022/https://www.rte.ie/1", source="Reuters")]
    assert len({figures_of(each) for each in ours}) == 1
    assert None not in map(figures_of, ours)
    assert settled(ours[-1], "day first") == on(APRIL_3, "03/04/2022, day first as elsewhere in RTÉ")
    sited, named = replace(nowhere, url="http://example.org/1"), replace(nowhere, source="www.example.org")
    assert figures_of(sited) == figures_of(named) != figures_of(ours[0])


def test_pages_on_a_site_that_shows_what_others_publish_are_not_of_one_outlet() -> None:
    archive = "https://web.archive.org/web/2022/https://www"
    ohio, leeds = (replace(of(EITHER), url=f"{archive}.{site}/1") for site in ("ohio-times.com", "leeds.co.uk"))
    assert figures_of(ohio) != figures_of(leeds)
    shared = replace(of(EITHER), url="https://www.facebook.com/1")
    assert figures_of(shared) == figures_of(of(EITHER))
    assert figures_of(replace(shared, source=None)) is None
    assert figures_of(replace(shared, source="facebook.com")) is None


def test_it_settles_the_day_and_says_why() -> None:
    assert settled(of(EITHER), "day first") == on(APRIL_3, "03/04/2022, day first as elsewhere in The Example")
    sited = replace(of(EITHER), source=None, url="https://www.example.org/1")
    assert settled(sited, "month first") == on(MARCH_4, "03/04/2022, month first as elsewhere in example.org")
    assert settled(of(None), "day first") is None


@given(st.dates(date(1990, 1, 1), date(2026, 1, 1)), st.sampled_from("/-"), st.booleans(), st.text(max_size=30))
def test_what_is_settled_is_one_of_the_two_days(day: date, mark: str, is_day_first: bool, source: str) -> None:
    numbers = (day.day, day.month) if is_day_first else (day.month, day.day)
    article = replace(of(stated_by(f"{numbers[0]:02}{mark}{numbers[1]:02}{mark}{day.year}")), source=source or "x")
    own: NumericOrder = "day first" if is_day_first else "month first"
    other: NumericOrder = "month first" if is_day_first else "day first"
    figures = figures_of(article)
    if day.day > 12:
        assert figures is not None
        assert figures.order == own
    elif day.day == day.month:
        assert figures is None
    else:
        assert figures is not None
        assert figures.order is None
        found = settled(article, own)
        assert found is not None
        assert (found.first, found.last) == (day, day)
        assert not is_settled(found, other)
        assert is_settled(found, own) or "/" in source or "-" in source


@pytest.mark.parametrize("piece", ["1/", "11/11/", "1-1-", "11/11/2022", "x "])
def test_it_looks_at_the_beginning_of_long_evidence(piece: str) -> None:
    late = replace(EITHER, evidence=f"{piece * 100_000} 03/04/2022")
    assert figures_of(of(late)) is None
    early = replace(EITHER, evidence=f"03/04/2022 {piece * 100_000}")
    assert figures_of(of(early)) == figures_of(of(EITHER))
