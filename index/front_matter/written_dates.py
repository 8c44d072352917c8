"""Days as newspapers write them: "11 Nov, 2022", "November 11, 2022", "2022-11-11"."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from index.article import Precision
from index.front_matter.publication_years import BUDDHIST_AHEAD, ERAS
from index.front_matter.solar_calendar import PERSIAN_MONTHS, day_of_persian
from index.lexicon.months import MONTH_NAMES, month_or_none, month_pattern, word_pattern


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a written date can mean, from `first` to `last`."""

    first: date
    last: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a line: the span that shows it, and the days that it means."""

    start: int
    end: int
    days: Days


@dataclass(frozen=True, slots=True)
class DateForm:
    """A way to write a date; its pattern names a year y and a month m or `month` with a day d, or numbers a and b.

    Of other calendars it names the year `be` of the Buddhist one, or `era` and the year `of_era`.
    """

    name: str
    pattern: str
    example: str
    """Some day in November 2022, in this form and in no other of the table."""


# From the first newspapers to well after today, so that no serial number is taken for a year.
YEAR = r"(?P<y>1[6-9]\d\d|20\d\d|2100)"
MONTH = rf"(?P<month>{word_pattern(MONTH_NAMES)})"
"""Any word that could be one; a date of which it is none is no date."""
OUR_MONTH = rf"(?P<month>{month_pattern(MONTH_NAMES[:2])})"
"""In English or German; "Mars 2022" is no day of March, and hardly the month."""
THAI_MONTH = rf"(?P<month>{month_pattern([each for each in MONTH_NAMES if each.language == 'Thai'])})"
PERSIAN_MONTH = rf"(?P<persian>{'|'.join(PERSIAN_MONTHS)})"
ROMAN = "(?-i:XI{0,2}|IX|I?V|VI{0,3}|I{1,3})"
DAY = r"(?P<d>\d\d?)(?:st|nd|rd|th|er|-an?|-а|-го|[º°úa])?"
OF = r"(?:of |de |d[’']|ta[’'] |ga )?"
BEFORE_YEAR = r"(?:[ ,-]{1,2}|[,،] |,? del? |/)"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FIGURE = "〇零○一二三四五六七八九"
COUNTED = "[一二三四五六七八九十]{1,3}"
"""A number up to 99 as it is counted in Chinese: 十一 is 11."""

DATE_FORMS = (
    DateForm("year first", rf"{YEAR}(?P<mark>[-/.])(?P<m>\d\d?)(?P=mark)(?P<d>\d\d?)", "2022-11-12"),
    DateForm("year first in figures", rf"{YEAR}\. (?P<m>\d\d?)\. (?P<d>\d\d?)", "2022. 11. 12"),
    DateForm("day first", rf"{DAY}[ .-]{{0,2}}{OF}{MONTH}\.?{BEFORE_YEAR}{YEAR}(?:-(?:yil|жыл|йил))?", "12 Nov, 2022"),
    DateForm("day first in figures", rf"(?P<d>\d\d?)\. (?P<m>\d\d?)\. {YEAR}", "12. 11. 2022"),
    DateForm("Chinese and Japanese", rf"{YEAR} ?年 ?(?P<m>\d\d?) ?月 ?(?P<d>\d\d?) ?日", "2022年11月12日"),
    DateForm(
        "Chinese in words",
        rf"(?P<y>[{FIGURE}]{{4}})年(?P<m>{COUNTED})月(?P<d>{COUNTED})[日号號]",
        "二〇二二年十一月十二日",
    ),
    DateForm(
        "era",
        rf"(?P<era>{'|'.join(ERAS)}) ?(?P<of_era>\d{{1,3}}|元)年 ?(?P<m>\d\d?) ?月 ?(?P<d>\d\d?) ?日",
        "令和4年11月12日",
    ),
    DateForm("Korean", rf"{YEAR} ?년 ?(?P<m>\d\d?) ?월 ?(?P<d>\d\d?) ?일", "2022년 11월 12일"),
    DateForm(
        "Vietnamese", rf"(?P<d>\d\d?) ?(?i:tháng|thg) ?(?P<m>\d\d?)(?:,|[,.]? năm|/)? ?{YEAR}", "12 tháng 11, 2022"
    ),
    DateForm(
        "Thai", rf"(?P<d>\d\d?) ?{THAI_MONTH} ?(?:พ\. ?ศ\. ?|พุทธศักราช )?(?P<be>2[45]\d\d|[4-7]\d)", "12 พฤศจิกายน 2565"
    ),
    DateForm("Persian", rf"(?P<d>\d\d?) ?{PERSIAN_MONTH} ?(?:ماه ?)?(?P<sh>1[34]\d\d)", "21 آبان 1401"),
    DateForm("Persian in figures", r"(?P<sh>1[34]\d\d)/(?P<m>\d\d?)/(?P<d>\d\d?)", "1401/08/21"),
    DateForm("Roman", rf"(?P<d>\d\d?)(?P<mark>[./ ]) ?(?P<roman>{ROMAN})(?P=mark) ?{YEAR}", "12.XI.2022"),
    DateForm(
        "two names of the month",
        rf"{DAY} {MONTH} ?[/(] ?[^\d\s/()]{{3,14}}[) ]? ?{YEAR}",
        "12 تشرين الثاني/نوفمبر 2022",
    ),
    DateForm("Mongolian", rf"{YEAR} оны (?P<m>\d\d?)(?:-р)? сарын (?P<d>\d\d?)", "2022 оны 11 сарын 12"),
    DateForm("day in the year", rf"{MONTH}\.? ?(?P<d>\d\d){YEAR}", "Nov 122022"),
    DateForm("month first", rf"{MONTH}\.?[ -]?{DAY}(?:[ ,-]{{1,2}}|، ){YEAR}", "November 12th, 2022"),
    DateForm("numbers", rf"(?P<a>\d\d?)(?P<mark>[-/.])(?P<b>\d\d?)(?P=mark){YEAR}", "11/13/2022"),
    DateForm(
        "year before the month",
        rf"{YEAR}[.,]?(?: m\.| (?i:gada)| ж\.|e?ko|-yil|-| ?ခုနှစ်,?)? ?{MONTH}\.?[ -]{DAY}",
        "2022. november 12",
    ),
    DateForm(
        "day before the month",
        rf"{YEAR}(?:\. ?(?i:gada)| ?(?:ж\.|жылғы)|[- ]?(?:yil|йил|жылы),?) {DAY}(?:\.|-)? ?{MONTH}",
        "2022. gada 12. novembris",
    ),
    DateForm("month and year", rf"{OUR_MONTH}\.?[ ,-]{{1,2}}{YEAR}", "Nov. 2022"),
)
"""The first form that fits counts."""

# Not inside a longer number or word; a clock may follow right after, as in 2022-11-12T10:53. What is left of a page
# may have lost the spaces around a date: "Posted on12. November 202212. November 2022Author", "go on12.11.2022News".
AFTER_WORD = r"(?<=(?-i:[a-zäöüß]){2})(?=\d)"
AFTER_DATE = r"(?:(?<=(?<!\d)(?:19|20)\d\d)(?=\d\d?\. ?(?-i:[A-Z]))|(?<=[+-]\d\d:\d\d)(?=\d\d?\.|(?-i:[A-Z])))"
BEFORE_WORD = r"(?=(?-i:[A-ZÄÖÜ]))"
NO_MORE = r"(?:(?=-?\d\d:\d\d(?!\d))|(?![\w/-]|\.\d|:\d\d))"


def in_a_line(form: DateForm) -> re.Pattern[str]:
    """The pattern of a form where it is neither in a longer number nor in a word."""
    if "(?P<month>" in form.pattern:
        start = rf"(?:(?<![\w-])(?<!\d/)|{AFTER_WORD}|{AFTER_DATE})"
        end = rf"(?:{BEFORE_WORD}|(?=\d\d?\. ?(?-i:[A-Z]))|{NO_MORE})"
    else:
        start = rf"(?:(?<![\w/-])|{AFTER_WORD}(?=\d\d?\.))"
        end = rf"(?:(?=T\d)|(?<=\.\d{{4}}){BEFORE_WORD}|{NO_MORE})"
    return re.compile(rf"{start}(?<!\d\.)(?:{form.pattern}){end}", re.IGNORECASE | re.ASCII)


PATTERNS = [in_a_line(form) for form in DATE_FORMS]
WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur|urs)?(?:day)?\b", re.IGNORECASE)


def dates_in(line: str) -> list[WrittenDate]:
    """The dates that are written in a line, in order.

    Left out are days that no calendar has, and numbers that mean one day in London and another in New York.
    """
    found: list[WrittenDate] = []
    plain = line if line.isascii() else line.translate(PLAIN)
    for pattern in PATTERNS:
        for match in matches_with_months(pattern, plain):
            if is_free(match, found) and (days := days_of(match, line)):
                found.append(WrittenDate(match.start(), match.end(), days))
    return sorted(found, key=lambda written: written.start)


def matches_with_months(pattern: re.Pattern[str], line: str) -> Iterator[re.Match[str]]:
    """Where a form fits, and where it names a month, this is one."""
    has_name = "month" in pattern.groupindex
    match = pattern.search(line)
    while match:
        is_date = not has_name or month_or_none(match["month"]) is not None
        if is_date:
            yield match
        match = pattern.search(line, match.end() if is_date else match.start() + 1)


ZEROS = "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐０"
"""The digit that the others of its script follow."""
PLAIN = {ord(zero) + digit: str(digit) for zero in ZEROS for digit in range(10)}
"""The digits of all scripts, and the marks between them, as they are in ours; each stays one character."""
PLAIN |= {ord(mark): plain for mark, plain in zip("／．－‐‑，\xa0\u2009\u202f\u3000", "/.---,    ", strict=True)}


def is_free(match: re.Match[str], found: Sequence[WrittenDate]) -> bool:
    """None of the dates found before shares a letter with it."""
    return all(match.end() <= written.start or written.end <= match.start() for written in found)


def days_of(match: re.Match[str], line: str) -> Days | None:
    """The days that a written date means; None when there is no such day, or when it could be either of two."""
    parts = match.groupdict()
    year = year_of(parts)
    if "sh" in parts:
        return persian_day(year, parts, line)
    if "a" in parts:
        first, second = int(parts["a"]), int(parts["b"])
        if parts["mark"] == "." and day_or_none(year, second, first):
            return the_only_day([(year, second, first)], line)  # with full stops, the day is first everywhere
        return the_only_day([(year, first, second), (year, second, first)], line)
    month = month_of(match)
    if "d" in parts:
        return the_only_day([(year, month, number_of(parts["d"]))], line)
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


ARABIC_LETTER = re.compile("[\u0600-\u06ff]")
MOST_BESIDE_FIGURES = 12
"""Characters of a clock and a zone."""


def persian_day(year: int, parts: Mapping[str, str], line: str) -> Days | None:
    """A day of the calendar of Iran; None where it has no such day, and for figures that may be anything else."""
    if "persian" in parts:
        day = day_of_persian(year, PERSIAN_MONTHS.index(parts["persian"]) + 1, int(parts["d"]))
    elif ARABIC_LETTER.search(line) or len(line) <= len("1401/08/21") + MOST_BESIDE_FIGURES:
        day = day_of_persian(year, int(parts["m"]), int(parts["d"]))
    else:
        day = None
    return Days(day, day, "day") if day else None


def year_of(parts: Mapping[str, str]) -> int:
    """The year of our calendar."""
    if "be" in parts:
        year = int(parts["be"])
        return (year if year > 100 else year + 2500) - BUDDHIST_AHEAD
    if "era" in parts:
        return ERAS[parts["era"]] + (1 if parts["of_era"] == "元" else int(parts["of_era"]))
    if "sh" in parts:
        return int(parts["sh"])
    written = parts["y"]
    return int(written if written.isdecimal() else "".join(str(digit_of(figure)) for figure in written))


ROMAN_NUMBERS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
CROATIAN_OCTOBER = re.compile(r"\d\. ?listopada?\b", re.IGNORECASE)
"""With a full stop before it, as Croatians write; without one it is the Polish word for November."""


def month_of(match: re.Match[str]) -> int:
    """The month, from 1; 0 for what is none."""
    parts = match.groupdict()
    if CROATIAN_OCTOBER.search(match[0]):
        return 10
    if "roman" in parts:
        return ROMAN_NUMBERS.index(parts["roman"]) + 1
    return month_or_none(parts["month"]) or 0 if "month" in parts else number_of(parts["m"])


def number_of(written: str) -> int:
    """A number in figures, or as it is counted in Chinese: 二十三 is 23."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (digit_of(tens) if tens else 1 if ten else 0) * 10 + (digit_of(ones) if ones else 0)


def digit_of(figure: str) -> int:
    """From 0 to 9; more than any month or day has for what is no single figure."""
    return max(0, FIGURE.find(figure) - 2) if len(figure) == 1 else 99


def the_only_day(readings: Sequence[tuple[int, int, int]], line: str) -> Days | None:
    """The one reading that is a day; when two are, the one that falls on the weekday named in the line."""
    days = {day for year, month, number in readings if (day := day_or_none(year, month, number))}
    weekday = WEEKDAY.search(line)
    if len(days) > 1 and weekday:
        days = {day for day in days if WEEKDAYS[day.weekday()] == weekday[1].lower()}
    if len(days) != 1:
        return None
    day = days.pop()
    return Days(day, day, "day")


def day_or_none(year: int, month: int, day: int) -> date | None:
    """That day; None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
