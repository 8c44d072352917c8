"""Days as databases and programs keep them: objects with a count or with parts, lists of parts, calls in a text."""

import re
from collections.abc import Mapping

STAMP_NAMES = (
    *("$date", "$numberlong", "$numberdecimal", "$numberint", "$timestamp", "t", "iso", "isoformat", "datetime"),
    *("date_time", "date-time", "date", "@value", "#text", "_", "value", "raw", "utc", "start", "timestamp"),
    *("seconds", "_seconds", "epochseconds", "epochsecond", "epoch", "unix", "sec"),
    *("milliseconds", "millis", "ms", "time", "date-parts", "display", "text", "rendered"),
)
"""Under which names an object keeps a stamp, the surest first: MongoDB, Firestore, PHP, JSON-LD, XML, Java, CSL."""
YEAR_NAMES = ("year", "$y", "y", "yyyy")
MONTH_NAMES = ("monthvalue", "month", "$m", "m", "mm", "mon")
DAY_NAMES = ("dayofmonth", "day", "mday", "$d", "d", "dd")
DEEPEST = 4
LONGEST = 400
"""Characters; a longer text is no call."""


def stamp_of(value: object) -> str | int | float | None:
    """The text or the number by which a value of metadata tells a day; None when it has none."""
    for _ in range(DEEPEST):
        if isinstance(value, Mapping):
            value = stamp_in(value)
        elif isinstance(value, list | tuple):
            value = day_of_parts(*value[:3]) if is_parts(value) else value[0] if value else None
    if isinstance(value, str) and len(value) <= LONGEST:
        return unwrapped(" ".join(value.split()))
    return value if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def stamp_in(record: Mapping[object, object]) -> object:
    """The stamp that an object keeps: its year, month and day, or what is under a name that is made for it."""
    by_name = {str(name).casefold(): value for name, value in record.items()}
    parts = [next((by_name[name] for name in names if name in by_name), None) for names in PARTS]
    if parts[0] is not None:
        return day_of_parts(*parts)
    return next((by_name[name] for name in STAMP_NAMES if by_name.get(name) not in (None, "", [], {})), None)


YEAR = re.compile(r"[1-9]\d{3}", re.ASCII)
PARTS = (YEAR_NAMES, MONTH_NAMES, DAY_NAMES)


def is_parts(values: list[object] | tuple[object, ...]) -> bool:
    """The list is a year, and perhaps a month, a day and a clock."""
    year, *others = [str(value) for value in values[:3] if isinstance(value, int | str)] or [""]
    is_year = YEAR.fullmatch(year) is not None
    return is_year and len(others) == len(values[1:3]) and all(part.isdecimal() for part in others)


def day_of_parts(year: object, month: object = None, day: object = None) -> str | None:
    """Year, month and day as a text: "2022-11-11", "11 NOVEMBER 2022", "2022-11", "2022"; None when one is none."""
    written = [plain_number(stamp_of_part(part)) for part in (year, month, day)]
    if written[1].isalpha():
        return " ".join(part for part in (written[2], written[1], written[0]) if part)
    given = [part for part in written if part]
    if not all(part.isdecimal() for part in given):
        return None
    return "-".join(part.zfill(2) for part in given)


def stamp_of_part(part: object) -> object:
    """The part itself, or what an object such as {"$numberInt": "11"} holds for it."""
    return next(iter(part.values()), None) if isinstance(part, Mapping) else part


def plain_number(part: object) -> str:
    """A part as a text; empty for none, and 11.0 is 11."""
    if isinstance(part, float) and part.is_integer():
        part = int(part)
    return "" if part is None or isinstance(part, bool) else str(part).strip()[:20]


CALL = re.compile(
    r"\W{0,3}(?:new |[\w.]{1,40}\.)?(?:Date|ISODate|Timestamp|NumberLong|datetime(?:64)?|date|Datetime)"
    r"\(\W{0,2}(?P<inner>[^()]{1,80}?)['\"]?\)\W{0,3}"
)
PARTS_OF_CALL = re.compile(r"(?P<year>\d{4}), ?(?P<month>\d\d?), ?(?P<day>\d\d?)(?:,.*)?")
ZONE_OF_COUNT = re.compile(r"(?<=\d)[+-]\d{4}$")
"""Of "/Date(1668160000000+0100)/", where the count is of UTC all the same."""
AROUND = frozenset("[]()#'\"‘’“”")
"""What spreadsheets, lists and databases put around a day."""


def unwrapped(written: str) -> str:
    """A stamp without the call or the marks that it stands in: "/Date(1668160000000)/", "#2022-11-11#"."""
    if call := CALL.fullmatch(written):
        inner = call["inner"].partition("',")[0].partition('",')[0]
        if parts := PARTS_OF_CALL.fullmatch(inner):
            return f"{parts['year']}-{int(parts['month']):02}-{int(parts['day']):02}"
        return ZONE_OF_COUNT.sub("", inner) if re.match(r"-?\d{9}", inner) else inner
    bare = written.replace("\u200e", "").replace("\u200f", "")
    while len(bare) > 1 and bare[0] in AROUND and bare[-1] in AROUND:
        bare = bare[1:-1].strip()
    return bare.removeprefix("'").removeprefix("D:")
