"""The terms and connectors of Westlaw: words side by side are joined by OR, which binds tightest.

Sources: help.westkm.com, TC reference list; law-hawaii.libguides.com, order of connectors.
"""

import re

from search.clauses import Clause
from search.language.dialects.dialect_days import DAY, days_compared, days_from, last_days
from search.language.dialects.dialect_words import (
    CASE_CALLS,
    LENGTH,
    NATIVE_FIELD,
    NATIVE_WORD_FIELDS,
    cut_off,
    single_letters,
)
from search.language.dialects.grammar import DialectContext, Grammar, JointForm, SpecialForm
from search.language.dialects.nexis import IN_PARAGRAPH, IN_SENTENCE, ORDERED, SAME_PARAGRAPH, SAME_SENTENCE
from search.language.messages import Notes

OR, IN_ORDER, NEAR, SENTENCE_ORDER, SENTENCE, PARAGRAPH_ORDER, PARAGRAPH, AND, BUT_NOT = 9, 8, 7, 6, 5, 4, 3, 2, 1
PLURAL = re.compile(r"[^\W\d_]{3,}(?<![siu])s")
"""A plural, which finds only itself, where a singular finds both."""


def word(typed: str, notes: Notes) -> str:
    """A word as we write it."""
    if typed.startswith("#"):
        return f"={typed[1:]}"
    plain = single_letters(cut_off(typed, notes), notes)
    return f"={plain}" if PLURAL.fullmatch(plain) else plain


def days(match: re.Match[str], context: DialectContext) -> Clause | None:
    """da(aft 2000 & bef 2004), da(1/2004), da(last 30 days)."""
    if match["count"]:
        return last_days(int(match["count"]), context)
    if match["from"]:
        first, last = match["from"], match["to"]
        return days_from(next_day(first, 1), next_day(last, -1), context)
    return days_compared(match["sign"] or "is", match["day"], context)


def next_day(typed: str, shift: int) -> str:
    """The year after or before one; other days as they are."""
    return str(int(typed) + shift) if re.fullmatch(r"[0-9]{4}", typed) else typed


WESTLAW = Grammar(
    name="westlaw",
    joints=(
        JointForm(r"(?ai:not\s+w?/(?P<n>[0-9]{1,4}))", "not near", NEAR, "a not /5 b", smallest_first=True),
        JointForm(r"(?ai:pre/|\+)(?P<n>[0-9]{1,4})", "near", IN_ORDER, "20 +5 1080", ORDERED, smallest_first=True),
        JointForm(r"(?ai:w)?/(?P<n>[0-9]{1,4})", "near", NEAR, "damage /3 property", smallest_first=True),
        JointForm(r"(?ai:(?:pre/|\+)s)", "near", SENTENCE_ORDER, "biden +s biden", IN_SENTENCE),
        JointForm(r"(?ai:w?/s)", "near", SENTENCE, "talks /s kyiv", SAME_SENTENCE),
        JointForm(r"(?ai:(?:pre/|\+)p)", "near", PARAGRAPH_ORDER, "a +p b", IN_PARAGRAPH),
        JointForm(r"(?ai:w?/p)", "near", PARAGRAPH, "price /p cap", SAME_PARAGRAPH),
        JointForm(r"(?ai:%|but\s+not|and\s+not|not)", "not", BUT_NOT, "tax % income"),
        JointForm(r"(?ai:and|&&?)", "and", AND, "cat & dog"),
        JointForm(r"(?ai:or|\|\|)", "or", OR, "dog or canine"),
    ),
    space=JointForm("", "or", OR, "car automobile"),
    native_word=word,
    calls={
        **NATIVE_WORD_FIELDS,
        **CASE_CALLS,
        "ti": ("title",),
        "hl": ("title",),
        "au": ("author",),
        "so": ("source",),
        "te": ("anywhere",),
        "lp": ("lead",),
        **dict.fromkeys(("sy", "di", "to", "pr", "ci", "ju", "co", "at", "he", "cn", "ke", "in"), ("code",)),
    },
    prefixes=NATIVE_WORD_FIELDS,
    specials=(
        SpecialForm(
            rf"(?ai:da)\(\s*(?:(?ai:last)\s+(?P<count>[0-9]{{1,5}})\s+(?ai:days?)|(?ai:aft(?:er)?)\s+(?P<from>{DAY})\s*&\s*"
            rf"(?ai:bef(?:ore)?)\s+(?P<to>{DAY})|(?P<sign>(?ai:aft|after|bef|before|is)\b|[<>=])?\s*(?P<day>{DAY}))\s*\)",
            days,
            "da(aft 11/01/2022)",
        ),
        LENGTH,
        NATIVE_FIELD,
    ),
    mended=(
        (r"^(?ai:adv(?:anced)?):\s*", ""),
        (r"(?<=\s)/\s+([0-9]+|(?ai:[sp]))(?=\s)", r"/\1"),
        (r"\b((?ai:atleast))\s*([0-9]+)\s*\(", r"\1\2("),
    ),
    not_level=BUT_NOT,
)
