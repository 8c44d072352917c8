"""The ways in which newspapers name days in running text, as a table of forms."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from index.timex.date_values import Meaning
from index.timex.normalizers import (
    FEASTS,
    NUMBERS,
    of_attacks,
    of_days,
    of_days_of_two_months,
    of_decade,
    of_distance,
    of_feast,
    of_figures,
    of_month,
    of_month_and_year,
    of_near,
    of_numbers,
    of_period,
    of_quarter,
    of_weekday,
    of_weekend,
    of_years,
)

Trigger = Literal["month", "day", "period", "quarter", "figures"]
"""What stands in the words of a form, and shows where to look for them; see `index.timex.expression_tagger`."""


@dataclass(frozen=True, slots=True)
class ExpressionForm:
    """A way to name days: its pattern, and what a match of it means; None when it means none after all."""

    name: str
    triggers: tuple[Trigger, ...]
    pattern: str
    meaning: Callable[[re.Match[str]], Meaning | None]
    example: str
    """Words that have this form and no earlier one of the table."""
    only_after: frozenset[str] = frozenset()
    """In small letters, the words of which one must stand before; none when any may."""
    never_after: frozenset[str] = frozenset()
    """In small letters, the words of which none may."""


MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sep(?:t?\.?|tember)|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
SURE_MONTHS = r"(?:January|February|July|September|October|November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"
"""Names that are nothing but months; the others are also people and what people do."""
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%])"
YEAR = r"(?:1[6-9]\d\d|20\d\d)(?!\d)"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
TO = r"(?: ?[-–] ?| to | through | until )"
WHICH = r"[Ll]ast|[Nn]ext|[Tt]his"
NUMBER = rf"(?:[Aa]n?|[Oo]ne|{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in NUMBERS[1:])}|\d{{1,2}})"


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


BEFORE_MAY = words("in since until by early late mid last next this")
BEFORE_MONTH = BEFORE_MAY | words("from between during through and to for of before after")
BEFORE_OLD_YEAR = words("in since of by from until before after and early late")
BEFORE_NUMBER = words(
    "about some over than nearly least around almost only another exactly roughly just every all these those first a"
    " no. flight route highway room page number boeing last"
)
BEFORE_FEAST = words("super every each black bloody good ash palm holy easter cyber shrove maundy giving news")
BEFORE_SPELL = words("the past")
NOT_THINGS = "|".join(
    str.split("""
    accords attacks begins bombings brings campaigns caucuses championships does elections ends films finals fires
    floods games makes marks midterms models olympics playoffs primaries protests results riots sanctions series sees
    starts talks wildfires
    """)
)
NOT_COUNTING = (
    r"(?![\w%]|[.,:/]\d|['’]?-)"
    r"(?!\s(?:people|men|women|children|troops|per|percent|or (?:more|so)|other|more)\b)"
    rf"(?!\s(?!(?:{NOT_THINGS})\b)[a-z]{{2,}}[^s\W]s\b)"
)
"""What follows a year does not follow a number of things: "2000 homes"."""

FORMS = (
    ExpressionForm("iso", ("figures",), r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])", of_figures, "2022-11-09"),
    ExpressionForm(
        "feast",
        (
            "day",
            "month",
        ),
        "(?:" + "|".join(FEASTS).replace("'", "['’]") + r")(?!\w)",
        of_feast,
        "Christmas Eve",
    ),
    ExpressionForm(
        "two months",
        ("month",),
        rf"(?P<month>{MONTH}) (?P<day>{DAY}){TO}(?P<last_month>{MONTH}) (?P<last>{DAY}),? (?P<year>{YEAR})",
        of_days_of_two_months,
        "Nov. 9 to Dec. 4, 2022",
    ),
    ExpressionForm(
        "month day",
        ("month",),
        rf"(?P<month>{MONTH}) (?P<day>{DAY})(?:{TO}(?P<last>{DAY}))?(?!,\d\d\d)(?:,? (?P<year>{YEAR}))?",
        of_days,
        "Nov. 9",
    ),
    ExpressionForm(
        "day month",
        ("month",),
        rf"(?P<day>{DAY})(?:{TO}(?P<last>{DAY}))?(?:\.| of)? (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?",
        of_days,
        "9 November",
    ),
    ExpressionForm(
        "numbers",
        ("figures",),
        r"(?P<a>\d\d?)[/.](?P<b>\d\d?)[/.](?P<year>(?:19|20)\d\d)(?![\w/])",
        of_numbers,
        "11/23/2022",
    ),
    ExpressionForm(
        "month and year",
        ("month",),
        rf"(?P<month>{MONTH})(?:(?:{TO}| and )(?P<last>{MONTH}))?,?(?: of)? (?P<year>{YEAR})",
        of_month_and_year,
        "November 2022",
    ),
    ExpressionForm(
        "quarter",
        ("quarter",),
        rf"(?:(?P<word>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[ -]quarter|Q(?P<figure>[1-4]))(?: of)? (?P<year>{YEAR})",
        of_quarter,
        "third quarter of 2022",
    ),
    ExpressionForm(
        "month", ("month",), rf"(?:(?P<which>{WHICH}) )?(?P<name>{SURE_MONTHS})(?!\w)", of_month, "last November"
    ),
    ExpressionForm(
        "common month",
        ("month",),
        rf"(?:(?P<which>{WHICH}) )?(?P<name>March|April|June|August)(?!\w)",
        of_month,
        "August",
        only_after=BEFORE_MONTH,
    ),
    ExpressionForm("may", ("month",), r"(?P<which>)(?P<name>May)(?!\w)", of_month, "May", only_after=BEFORE_MAY),
    ExpressionForm(
        "weekday",
        ("day",),
        rf"(?:(?P<which>{WHICH}) )?(?P<weekday>{WEEKDAY})(?!s\b)(?:(?: of)? (?P<week>last|this|next) week\b)?",
        of_weekday,
        "Friday of last week",
        never_after=BEFORE_FEAST,
    ),
    ExpressionForm(
        "period",
        ("period",),
        r"(?P<which>[Ll]ast|[Nn]ext) (?P<unit>week|weekend|month|year|decade|night|evening)(?!s|-old|\w)",
        of_period,
        "last week",
        never_after=BEFORE_SPELL,
    ),
    ExpressionForm(
        "this period",
        ("period",),
        r"(?P<which>[Tt]his) (?P<unit>week|weekend|month|year|morning|afternoon|evening)(?!s|\w)",
        of_period,
        "this week",
    ),
    ExpressionForm("weekend", ("period",), r"[Tt]he weekend(?!\w)", of_weekend, "the weekend"),
    ExpressionForm(
        "distance",
        (
            "day",
            "period",
        ),
        rf"(?P<count>{NUMBER}) (?P<unit>day|week|month|year|decade)s? (?P<side>ago|earlier|from now)(?!\w)",
        of_distance,
        "two years ago",
    ),
    ExpressionForm(
        "near",
        ("day", "period"),
        r"(?:the day before )?(?:[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)(?!\w)",
        of_near,
        "yesterday",
    ),
    ExpressionForm("attacks", ("figures",), r"9/11(?![\w/])", of_attacks, "9/11"),
    ExpressionForm("decade", ("figures",), r"(?P<decade>1[6-9]\d0|20\d0)s(?!\w)", of_decade, "1990s"),
    ExpressionForm(
        "old year",
        ("figures",),
        rf"(?P<first>1[6-8]\d\d)(?:[-–](?P<last>\d\d(?:\d\d)?))?{NOT_COUNTING}",
        of_years,
        "1821",
        only_after=BEFORE_OLD_YEAR,
    ),
    ExpressionForm(
        "year",
        ("figures",),
        rf"(?P<first>(?:19|20)\d\d)(?:[-–/](?P<last>\d\d(?:\d\d)?))?{NOT_COUNTING}",
        of_years,
        "2022",
        never_after=BEFORE_NUMBER,
    ),
)
"""The first form that fits counts."""
