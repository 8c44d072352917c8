"""The ways in which newspapers name days in running text, as a table of forms."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.meanings import Meaning
from index.readings import (
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


@dataclass(frozen=True, slots=True)
class ExpressionForm:
    """A way to name days: its pattern, and what a match of it means; None when it means none after all."""

    name: str
    pattern: str
    meaning: Callable[[re.Match[str]], Meaning | None]
    example: str
    """Words that have this form and no earlier one of the table."""
    after: str = ""
    """What must or must not stand before the words, as a pattern that takes no room."""


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


def one_of(words: str) -> str:
    """A place after one of these words; "_" stands for a space in them."""
    return "(?:" + "|".join(f"(?<={word.replace('_', ' ')}[ -])" for word in words.split()) + ")"


def none_of(words: str) -> str:
    """A place that is after none of these words."""
    return "".join(rf"(?<!\b{word} )" for word in words.split())


BEFORE_MAY = one_of(
    "in In since Since until Until by By early late mid last Last next Next this This planned_for set_for due_in"
    " scheduled_for expected_in"
)
BEFORE_MONTH = BEFORE_MAY[:-1] + "|" + one_of("from between during through and to for of before after")[3:]
BEFORE_OLD_YEAR = one_of("in In since Since of by By from until before after and early late")
BEFORE_NUMBER = (
    "about some over than nearly least around almost only another exactly roughly just every all these those first a"
    " No. Flight flight Route Highway Room room page number Boeing last Last"
)
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
    ExpressionForm("iso", r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])", of_figures, "2022-11-09"),
    ExpressionForm("feast", "(?:" + "|".join(FEASTS).replace("'", "['’]") + r")(?!\w)", of_feast, "Christmas Eve"),
    ExpressionForm(
        "two months",
        rf"(?P<month>{MONTH}) (?P<day>{DAY}){TO}(?P<last_month>{MONTH}) (?P<last>{DAY}),? (?P<year>{YEAR})",
        of_days_of_two_months,
        "Nov. 9 to Dec. 4, 2022",
    ),
    ExpressionForm(
        "month day",
        rf"(?P<month>{MONTH}) (?P<day>{DAY})(?:{TO}(?P<last>{DAY}))?(?!,\d\d\d)(?:,? (?P<year>{YEAR}))?",
        of_days,
        "Nov. 9",
    ),
    ExpressionForm(
        "day month",
        rf"(?P<day>{DAY})(?:{TO}(?P<last>{DAY}))?(?:\.| of)? (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?",
        of_days,
        "9 November",
    ),
    ExpressionForm(
        "numbers", r"(?P<a>\d\d?)[/.](?P<b>\d\d?)[/.](?P<year>(?:19|20)\d\d)(?![\w/])", of_numbers, "11/23/2022"
    ),
    ExpressionForm(
        "month and year",
        rf"(?P<month>{MONTH})(?:(?:{TO}| and )(?P<last>{MONTH}))?,?(?: of)? (?P<year>{YEAR})",
        of_month_and_year,
        "November 2022",
    ),
    ExpressionForm(
        "quarter",
        rf"(?:(?P<word>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[ -]quarter|Q(?P<figure>[1-4]))(?: of)? (?P<year>{YEAR})",
        of_quarter,
        "third quarter of 2022",
    ),
    ExpressionForm("month", rf"(?:(?P<which>{WHICH}) )?(?P<name>{SURE_MONTHS})(?!\w)", of_month, "last November"),
    ExpressionForm(
        "common month",
        rf"(?:(?P<which>{WHICH}) )?(?P<name>March|April|June|August)(?!\w)",
        of_month,
        "August",
        BEFORE_MONTH,
    ),
    ExpressionForm("may", r"(?P<which>)(?P<name>May)(?!\w)", of_month, "May", BEFORE_MAY),
    ExpressionForm(
        "weekday",
        rf"(?:(?P<which>{WHICH}) )?(?P<weekday>{WEEKDAY})(?!s\b)(?:(?: of)? (?P<week>last|this|next) week\b)?",
        of_weekday,
        "Friday of last week",
        none_of("Super Every every Each each Black Bloody Good Ash Palm Holy Easter Cyber Shrove Maundy Giving News"),
    ),
    ExpressionForm(
        "period",
        r"(?P<which>[Ll]ast|[Nn]ext) (?P<unit>week|weekend|month|year|decade|night|evening)(?!s|-old|\w)",
        of_period,
        "last week",
        none_of("the The past"),
    ),
    ExpressionForm(
        "this period",
        r"(?P<which>[Tt]his) (?P<unit>week|weekend|month|year|morning|afternoon|evening)(?!s|\w)",
        of_period,
        "this week",
    ),
    ExpressionForm("weekend", r"[Tt]he weekend(?!\w)", of_weekend, "the weekend"),
    ExpressionForm(
        "distance",
        rf"(?P<count>{NUMBER}) (?P<unit>day|week|month|year|decade)s? (?P<side>ago|earlier|from now)(?!\w)",
        of_distance,
        "two years ago",
    ),
    ExpressionForm(
        "near",
        r"(?:the day before )?(?:[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)(?!\w)",
        of_near,
        "yesterday",
    ),
    ExpressionForm("attacks", r"9/11(?![\w/])", of_attacks, "9/11"),
    ExpressionForm("decade", r"(?P<decade>1[6-9]\d0|20\d0)s(?!\w)", of_decade, "1990s"),
    ExpressionForm(
        "old year",
        rf"(?P<first>1[6-8]\d\d)(?:[-–](?P<last>\d\d(?:\d\d)?))?{NOT_COUNTING}",
        of_years,
        "1821",
        BEFORE_OLD_YEAR,
    ),
    ExpressionForm(
        "year",
        rf"(?P<first>(?:19|20)\d\d)(?:[-–/](?P<last>\d\d(?:\d\d)?))?{NOT_COUNTING}",
        of_years,
        "2022",
        none_of(BEFORE_NUMBER),
    ),
)
"""The first form that fits counts."""
