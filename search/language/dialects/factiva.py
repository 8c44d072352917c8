"""The traditional language of Factiva: words side by side are a phrase, NOT binds tighter than AND, AND than OR.

Sources: factiva.com, search statement operators, precedence rules, field-qualified searches, range searches.
"""

import re

from search.clauses import Clause
from search.language.dialects.dialect_days import DAY, days_compared, days_from
from search.language.dialects.dialect_words import (
    CASE_CALLS,
    LENGTH,
    LOAD_DATE,
    NATIVE_FIELD,
    NATIVE_WORD_FIELDS,
    at_end,
)
from search.language.dialects.grammar import DialectContext, Grammar, JointForm, SpecialForm, Target
from search.language.dialects.nexis import ORDERED, SAME_PARAGRAPH
from search.language.messages import ONE_WORD_BETWEEN, Notes
from search.language.nearness import SIDE_BY_SIDE, Reach

PHRASE, NEAR, NOT, AND, OR = 9, 8, 6, 5, 4
FIELDS: dict[str, tuple[Target, ...]] = {
    **dict.fromkeys(("hd", "hl"), ("title",)),
    "hlp": ("hlead",),
    "lp": ("lead",),
    "td": ("body",),
    "by": ("author",),
    **dict.fromkeys(("sn", "pub"), ("source",)),
    **dict.fromkeys(("rst", "la", "co", "fds", "ric", "de", "in", "ns", "re", "an", "vol", "ed"), ("code",)),
    **dict.fromkeys(("se", "clm", "pg", "art", "cr", "ct", "cx"), ("code",)),
}


def word(typed: str, notes: Notes) -> str:
    """A word as we write it: $ and figures at its end are so many letters at most."""
    return at_end(at_end(typed, r"\$[0-9]?$", notes), r"\?+$", notes)


def days(match: re.Match[str], context: DialectContext) -> Clause | None:
    """date after 20220101, date 20220101."""
    return days_compared(match["sign"] or "is", match["day"], context)


def days_in_a_row(match: re.Match[str], context: DialectContext) -> Clause | None:
    """date from 20220101 to 20220630."""
    return days_from(match["first"], match["last"], context)


FACTIVA = Grammar(
    name="factiva",
    joints=(
        JointForm(r"(?ai:adj(?P<n>[0-9]{1,4})?)", "near", NEAR, "world cup adj5 rugby", ORDERED),
        JointForm(r"(?ai:w)/(?P<n>[0-9]{1,4})", "near", NEAR, "president w/2 biden", ORDERED),
        JointForm(r"(?ai:near)/?(?P<n>[0-9]{1,4})", "near", NEAR, "oil near5 price"),
        JointForm(r"/(?ai:N)(?P<n>[0-9]{1,4})/", "near", NEAR, "747/N30/british", is_joined=True),
        JointForm(r"(?ai:same)", "near", NEAR, "nokia same ericsson", SAME_PARAGRAPH),
        JointForm(
            "%",
            "near",
            NEAR,
            "president % clinton",
            Reach(2, is_ordered=True),
            remark=ONE_WORD_BETWEEN,
        ),
        JointForm(r"(?ai:and\s+not|not)", "not", NOT, "x not y"),
        JointForm(r"(?ai:and)", "and", AND, "x and y"),
        JointForm(r"(?ai:or)", "or", OR, "x or y"),
    ),
    space=JointForm("", "near", PHRASE, "bill clinton", SIDE_BY_SIDE),
    native_word=word,
    calls=CASE_CALLS,
    prefixes={**NATIVE_WORD_FIELDS, **FIELDS},
    prefix_sign="[=:]",
    prefix_level=NEAR,
    specials=(
        SpecialForm(
            rf"(?ai:date\s+from)\s+(?P<first>{DAY})\s+(?ai:to)\s+(?P<last>{DAY})",
            days_in_a_row,
            "date from 20220101 to 20220630",
        ),
        SpecialForm(rf"(?ai:date)\s+(?:(?P<sign>(?ai:after|before))\s+)?(?P<day>{DAY})", days, "date after 20220101"),
        SpecialForm(
            rf"(?ai:upd)\s+(?:(?ai:from|after|before)\s+)?{DAY}(?:\s+(?ai:to)\s+{DAY})?", LOAD_DATE, "upd after -7"
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
)
