"""Days that stand in the address of a page or in the name of a file."""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit

from index.article import Published
from index.lexicon.months import NUMBERS
from index.publication_date.metadata_dates import days_of


@dataclass(frozen=True, slots=True)
class AddressForm:
    """A way to write a day into an address or a name; the example has one in November 2022."""

    pattern: str
    example: str


# Nothing but a mark may stand on either side: the digits of a hash or a serial number are no date.
START, END = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)"
MONTH = r"(?P<month>0?[1-9]|1[0-2]|[A-Za-z]{3})"
TWO_DIGIT_MONTH = r"(?P<month>0[1-9]|1[0-2])"
DAY = r"(?P<day>0[1-9]|[12]\d|3[01]|[1-9])"
TWO_DIGIT_DAY = r"(?P<day>0[1-9]|[12]\d|3[01])"
# Eight digits in a row are often a number; only the last hundred years are believed.
RECENT_YEAR = r"(?P<year>19\d\d|20\d\d)"

URL_FORMS = (
    AddressForm(rf"/{YEAR}/{MONTH}/{DAY}(?=/|$|[._-])", "https://example.org/2022/nov/11/talks"),
    AddressForm(
        rf"{START}{YEAR}([-_.]){TWO_DIGIT_MONTH}\2{TWO_DIGIT_DAY}{END}", "https://example.org/talks-2022-11-11"
    ),
    AddressForm(rf"/{RECENT_YEAR}{TWO_DIGIT_MONTH}{TWO_DIGIT_DAY}(?=/|$)", "https://example.org/20221111/talks"),
    AddressForm(rf"/{YEAR}/{TWO_DIGIT_MONTH}(?=/)", "https://example.org/2022/11/talks"),
)
NAME_FORMS = (
    AddressForm(rf"{START}{YEAR}([-_. ]){TWO_DIGIT_MONTH}\2{TWO_DIGIT_DAY}{END}", "2022-11-11_talks.html"),
    AddressForm(rf"{START}{RECENT_YEAR}{TWO_DIGIT_MONTH}{TWO_DIGIT_DAY}{END}", "talks_20221111.html"),
    AddressForm(rf"{START}{TWO_DIGIT_DAY}([-_. ]){TWO_DIGIT_MONTH}\2{YEAR}{END}", "talks 13.11.2022.txt"),
    AddressForm(rf"{START}{TWO_DIGIT_MONTH}([-_. ]){TWO_DIGIT_DAY}\2{YEAR}{END}", "talks 11-13-2022.txt"),
)
"""The first that fits counts; a day that could be either of two is none."""


SAVED = re.compile(
    r"^(?:factiva|nexis(?:uni)?|lexis(?:nexis)?|proquest(?:documents)?|ebsco|newsbank|meltwater|cision|europresse|genios|wiso|pressreader|instapaper"
    r"|pocket|feedly|inoreader|evernote|zotero|raindrop|newsblur|export|download|backup|dump|results?|files)(?![a-z])"
    r"|(?<![a-z])(?:export|exported|download|downloaded|backup|saved|archived|snapshot|captured?|printed|scanned|crawl"
    r"|crawled|scraped)(?![a-z])"
    r"|\(\d{1,4}[-_.]\d{1,2}[-_.]\d{1,4}[ ,_T]+\d{1,2}[-_ .]\d\d[-_ .]\d\d[^()]{0,6}\)"
    r"|(?<!\d)\d{4}-\d\d-\d\dT\d\d[-_]\d\d[-_]\d\d",
    re.IGNORECASE,
)
"""Names that exports and savers of pages give, with the day of saving in them: "Factiva-20240305-1011.rtf", and as
SingleFile does, "Talks (3_5_2024 10_11_12 AM).html"."""


def published_by_url(url: str) -> Published | None:
    """When a page was published, as the path of its address says; None when it does not."""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return None
    return first_day(URL_FORMS, path, "url")


def published_by_name(name: str) -> Published | None:
    """When an article was published, as the name of its file says; None when it does not, or says when it was saved."""
    return None if SAVED.search(name) else first_day(NAME_FORMS, name, "filename")


def first_day(forms: tuple[AddressForm, ...], text: str, how: Literal["url", "filename"]) -> Published | None:
    """The day of the first form that stands in the text; None when none does, or when two forms disagree."""
    for form in forms:
        found = [day for match in re.finditer(form.pattern, text) if (day := day_of(match, how))]
        if found:
            return found[0] if len({day.first for day in found}) == 1 else None
    return None


def day_of(match: re.Match[str], how: Literal["url", "filename"]) -> Published | None:
    """What a match says, in the words of the match."""
    parts = match.groupdict()
    month = parts["month"].lower()
    if not month.isdigit() and month not in NUMBERS:
        return None
    number = int(month) if month.isdigit() else NUMBERS[month]
    day = int(parts["day"]) if "day" in parts else None
    if how == "filename" and is_ambiguous(match, number, day):
        return None
    days = days_of(int(parts["year"]), number, day)
    return Published(days.first, days.last, days.precision, how, match.group().strip("/")) if days else None


def is_ambiguous(match: re.Match[str], month: int, day: int | None) -> bool:
    """The day and the month stand before the year, and could change places: 03-04-2022."""
    return match.start("year") > match.start("month") and day is not None and day <= 12 and day != month
