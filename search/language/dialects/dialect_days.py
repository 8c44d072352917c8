"""Days as dialects write them: 20220101, 11/01/2022 with the month first, aft and bef, the last 30 days."""

import re
from datetime import timedelta

from search.clause_walks import conjunction
from search.clauses import Between, Clause
from search.language.days import BOUNDS, compared, days_asked
from search.language.dialects.grammar import DialectContext
from search.language.messages import NO_DAY, READ_OTHERWISE, quoted

DAY = (
    r"(?:\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}/\d{4}|\d{8}|(?:19|20)\d{2}(?:0[1-9]|1[0-2])|\d{4}(?:[-/]\d{1,2}){0,2}|[+-]\d{1,4}"
    r"|(?ai:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2},? )?\d{4})"
)
"""The pattern of a day, month or year in one of these ways."""
SIGN = r"(?:>=|<=|[=<>]|(?ai:after|aft|before|bef|is)\b)"
"""The pattern of what compares days."""
SIGNS = {"after": ">", "aft": ">", "before": "<", "bef": "<", "is": "", "=": ""} | {
    "geq": ">=",
    "gte": ">=",
    "gt": ">",
    "leq": "<=",
    "lte": "<=",
    "lt": "<",
}
PIVOT = 60
"""Factiva: of years in two figures, 60 to 99 are 19.., and 00 to 59 are 20..."""


def day_text(typed: str, context: DialectContext, *, month_first: bool = True) -> str:
    """A day as the grammar of days reads it, with its year in four figures and the month where it belongs."""
    if re.fullmatch(r"\d{8}", typed):
        return f"{typed[:4]}-{typed[4:6]}-{typed[6:]}"
    if re.fullmatch(r"\d{6}", typed):
        return f"{typed[:4]}-{typed[4:]}"
    if re.fullmatch(r"[+-]\d+", typed) and context.today:
        return (context.today + timedelta(int(typed))).isoformat()
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{2,4})", typed)
    if not found:
        return typed
    one, other, year = int(found[1]), int(found[2]), int(found[3])
    if year < 100:
        year += 1900 if year >= PIVOT else 2000
    month, day = (one, other) if (month_first and one <= 12) or other > 12 else (other, one)
    if one != other and max(one, other) <= 12:
        context.notes.add(READ_OTHERWISE, f"{quoted(typed)} read as {year:04}-{month:02}-{day:02}")
    return f"{year:04}-{month:02}-{day:02}"


def days_compared(sign: str, typed: str, context: DialectContext) -> Clause | None:
    """The days that a sign and a day ask for; None when that is no day, which is said."""
    sign = SIGNS.get(sign.lower(), sign)
    day = day_text(typed, context)
    if sign:
        clause: Clause | None = compared(BOUNDS[sign], day, context.today, context.notes)
    else:
        clause = days_asked("date", day, context.today, context.notes)
    if not clause:
        no_day(typed, context)
    return clause or None


def days_from(first: str, last: str, context: DialectContext) -> Clause | None:
    """The days from one to another, both included; * is no end."""
    ends = [None if typed == "*" else day_text(typed, context) for typed in (first, last)]
    clause = days_asked("date", f"{ends[0] or ''}..{ends[1] or ''}", context.today, context.notes)
    if not clause:
        no_day(f"{first}–{last}", context)
    return clause or None


def days_between(first: str, last: str, context: DialectContext) -> Clause | None:
    """The days after one and before another, neither of them included."""
    ends = [days_compared(sign, typed, context) for sign, typed in ((">", first), ("<", last))]
    return conjunction(end for end in ends if end) if any(ends) else None


def last_days(count: int, context: DialectContext) -> Clause | None:
    """So many days up to today."""
    if context.today is None:
        no_day(f"last {count} days", context)
        return None
    return Between(context.today - timedelta(min(count, context.today.toordinal() - 1)), None)


def no_day(typed: str, context: DialectContext) -> None:
    """Say that this is no day."""
    context.notes.add(NO_DAY, quoted(typed))
