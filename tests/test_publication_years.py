"""The years in which an article may have been published."""

from datetime import date

from index.front_matter.publication_years import FIRST_YEAR, LAST_YEAR, full_year, may_be_published
from index.publication_date.date_line_scorer import published_by_line
from index.publication_date.metadata_dates import stated_by

PROSE = "The talks in Geneva went on for a third day, officials said, and nobody who took part would say when they end."


def test_it_is_one_bound_for_metadata_and_for_lines() -> None:
    for year, is_bound in ((FIRST_YEAR - 1, False), (FIRST_YEAR, True), (LAST_YEAR, True), (LAST_YEAR + 1, False)):
        day = date(year, 3, 14)
        assert may_be_published(day) is is_bound
        assert (stated_by(day.isoformat()) is not None) is is_bound
        assert (published_by_line(["The talks", f"Published: 14 March {year}", PROSE, PROSE]) is not None) is is_bound


def test_two_figures_are_a_year_that_has_been_or_is_next() -> None:
    assert [full_year(figures) for figures in (0, 17, LAST_YEAR % 100)] == [2000, 2017, LAST_YEAR]
    assert [full_year(figures) for figures in (LAST_YEAR % 100 + 1, 98)] == [LAST_YEAR - 99, 1998]
