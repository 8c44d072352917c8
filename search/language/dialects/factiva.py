"""The traditional language of Factiva: words side by side are a phrase, NOT binds tighter than AND, AND than OR.

Sources: factiva.com, search statement operators, precedence rules, field-qualified searches, range searches.
"""

import re

from search.clauses import Clause
from search.language.dialects.borrowed_nearness import borrowed_nearness, borrowed_scopes
from search.language.dialects.dialect_days import DAY, days_compared, days_from
from search.language.dialects.dialect_words import (
    ANY_END,
    CASE_CALLS,
    LENGTH,
    LOAD_DATE,
    MARKS_AT_END,
    NATIVE_FIELD,
    NATIVE_WORD_FIELDS,
    ONE_LETTER,
)
from search.language.dialects.grammar import DialectContext, Grammar, JointForm, SpecialForm, Target, WordForm
from search.language.dialects.nexis import ORDERED, SAME_PARAGRAPH
from search.language.messages import ONE_WORD_BETWEEN
from search.language.nearness import SIDE_BY_SIDE, Reach

PHRASE, NEAR, NOT, AND, OR = 9, 8, 6, 5, 4
FIELDS: dict[str, tuple[Target, ...]] = {
    **dict.fromkeys(("hd", "hl"), ("title",)),
    "hlp": ("hlead",),
    "lp": ("lead",),
    "td": ("body",),
    "la": ("language",),
    "by": ("author",),
    **dict.fromkeys(("sn", "pub"), ("source",)),
    **dict.fromkeys(("rst", "co", "fds", "ric", "de", "in", "ns", "re", "an", "vol", "ed"), ("code",)),
    **dict.fromkeys(("se", "clm", "pg", "art", "cr", "ct", "cx"), ("code",)),
}


def days(match: re.Match[str], context: DialectContext) -> Clause | None:
    """date after 20220101, date 20220101."""
    return days_compared(match["sign"] or "is", match["day"], context)


def days_in_a_row(match: re.Match[str], context: DialectContext) -> Clause | None:
    """date from 20220101 to 20220630."""
    return days_from(match["first"], match["last"], context)


FACTIVA = Grammar(
    name="factiva",
    joints=(
        JointForm(r"(?ai:adj(?P<n>[0-9]{1,4})?)", "near", NEAR, "peace adj5 talks", ORDERED),
        JointForm(r"(?ai:w)/(?P<n>[0-9]{1,4})", "near", NEAR, "peace w/2 talks", ORDERED),
        JointForm(r"(?ai:near)/?(?P<n>[0-9]{1,4})", "near", NEAR, "peace near5 talks"),
        JointForm(r"/(?ai:N)(?P<n>[0-9]{1,4})/", "near", NEAR, "peace/N30/talks", is_joined=True),
        JointForm(r"(?ai:same)", "near", NEAR, "peace same talks", SAME_PARAGRAPH),
        JointForm(
            "%",
            "near",
            NEAR,
            "peace % talks",
            Reach(2, is_ordered=True),
            remark=ONE_WORD_BETWEEN,
        ),
        JointForm(r"(?ai:and\s+not|not)", "not", NOT, "peace not talks"),
        JointForm(r"(?ai:and)", "and", AND, "peace and talks"),
        JointForm(r"(?ai:or)", "or", OR, "peace or talks"),
        *borrowed_nearness(NEAR, "/5", "pre/5"),
        *borrowed_scopes(NEAR),
    ),
    space=JointForm("", "near", PHRASE, "peace talks", SIDE_BY_SIDE),
    word_forms=(
        WordForm(
            r"(?<=\w)\$(?P<most>[1-9]?)$",
            lambda sign: f"{{0,{sign['most'] or 9}}}",
            "negotiat$3",
            "every word that begins so and has no more than so many letters behind, or than nine",
        ),
        MARKS_AT_END,
        ANY_END,
        ONE_LETTER,
    ),
    calls=CASE_CALLS,
    prefixes={**FIELDS, **NATIVE_WORD_FIELDS},
    prefix_sign="[=:]",
    prefix_level=NEAR,
    specials=(
        SpecialForm(
            rf"(?ai:date\s+from)\s+(?P<first>{DAY})\s+(?ai:to)\s+(?P<last>{DAY})",
            days_in_a_row,
            "date from 20221101 to 20221130",
            "published from the first to the last day",
        ),
        SpecialForm(
            rf"(?ai:date)\s+(?:(?P<sign>(?ai:after|before))\s+)?(?P<day>{DAY})",
            days,
            "date after 20221101",
            "published after that day; also before, and -7 for the day a week ago",
        ),
        SpecialForm(
            rf"(?ai:upd)\s+(?:(?ai:from|after|before)\s+)?{DAY}(?:\s+(?ai:to)\s+{DAY})?",
            LOAD_DATE,
            "upd after -7",
            "left out: only the days of publication are known",
        ),
        LENGTH,
        NATIVE_FIELD,
    ),
    mended=(
        (r"\b((?ai:hd|hlp|hl|lp|td|by|sn|rst|ns|la|re|co|in))\s*=\s*", r"\1="),
        (r"\b((?ai:near|adj))\s+([0-9]+)\b", r"\1\2"),
    ),
    brackets="()[]",
    not_level=NOT,
    first_words=r"/(?ai:F)(?P<n>[0-9]{1,4})/",
    differences=(
        "A word stands for all of its forms; Factiva finds it as it is typed. Write =talks for the form alone.",
        "A field ends at and, or and not; what stands near something belongs to it.",
        "Limits such as adj10 and atleast50 are not limits here.",
    ),
)
