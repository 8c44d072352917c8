"""The years in which an article may have been published: one bound for every way in which its day is written."""

from datetime import date

FIRST_YEAR = 1600
"""Of the first newspapers. Years of the Muslim and the Jewish calendar, and of Japanese eras, are none of these."""
LAST_YEAR = date.today().year + 1
"""Next year, for issues and stamps are dated ahead; what is later is a serial number, or a year of another calendar.

Read once, when a process begins, and nowhere else."""


def may_be_published(day: date) -> bool:
    """An article of that day may be at hand."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def full_year(two_figures: int) -> int:
    """The year that ends in these two figures: the latest that has begun, or is the next; 98 is 1998."""
    year = 2000 + two_figures
    return year if year <= LAST_YEAR else year - 100


ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
"""The year before the first of each: 令和4年 is 2022."""
BUDDHIST_AHEAD = 543
"""How many years the Thai calendar is ahead of ours, as it has been since 1941."""
