"""The language of ProQuest: words side by side are joined by AND; PRE binds tightest, then NEAR, AND, OR and NOT.

Sources: proquest.libguides.com/proquestplatform/tips, training.proquest.com; the order is not published.
"""

import re

from search.clauses import Clause
from search.language.dialects.dialect_days import days_compared, days_from
from search.language.dialects.dialect_words import (
    CASE_CALLS,
    LENGTH,
    NATIVE_FIELD,
    NATIVE_WORD_FIELDS,
    at_end,
    set_of_results,
)
from search.language.dialects.grammar import DialectContext, Grammar, JointForm, SpecialForm
from search.language.dialects.nexis import ORDERED, SAME_PARAGRAPH
from search.language.messages import Notes
from search.language.nearness import Reach

PRE, NEAR, AND, OR, NOT = 7, 6, 4, 3, 2
BARE_NEAR = Reach(4)


def word(typed: str, notes: Notes) -> str:
    """A word as we write it."""
    return at_end(re.sub(r"\[\*[0-9]*\]", "*", typed), r"\?+$", notes)


def days(match: re.Match[str], context: DialectContext) -> Clause | None:
    """PD(20220101-20220630), PD(>20220101), YR(2020-2022)."""
    if match["last"]:
        return days_from(match["day"], match["last"], context)
    return days_compared(match["sign"] or "is", match["day"], context)


PROQUEST = Grammar(
    name="proquest",
    joints=(
        JointForm(r"(?ai:not\s+w/(?P<n>[0-9]{1,4}))", "not near", NEAR, "a NOT W/3 b"),
        JointForm(r"(?ai:pre|p)/(?P<n>[0-9]{1,4})", "near", PRE, "a PRE/3 b", ORDERED),
        JointForm(r"(?ai:near|n|w)/(?P<n>[0-9]{1,4})", "near", NEAR, "nurse NEAR/3 education"),
        JointForm(r"(?ai:w/para)", "near", NEAR, "a W/PARA b", SAME_PARAGRAPH),
        JointForm(r"(?ai:w/doc)", "and", NEAR, "a W/DOC b"),
        JointForm(r"(?ai:near)", "near", NEAR, "kherson near retreat", BARE_NEAR),
        JointForm(r"(?ai:and\s+not|not)", "not", NOT, "a NOT b"),
        JointForm(r"(?ai:and)", "and", AND, "a AND b"),
        JointForm(r"(?ai:or)", "or", OR, "a OR b"),
    ),
    space=JointForm("", "and", AND, "advertising campaigns"),
    native_word=word,
    calls={
        **NATIVE_WORD_FIELDS,
        **CASE_CALLS,
        "ti": ("title",),
        **dict.fromkeys(("ab", "noft"), ("hlead",)),
        "au": ("author",),
        **dict.fromkeys(("pub", "jn"), ("source",)),
        "ft": ("body",),
        **dict.fromkeys(("per", "org"), ("words",)),
        **dict.fromkeys(("su", "su.exact", "exact", "loc", "la", "dtype", "cp", "issn", "page"), ("code",)),
        **dict.fromkeys(("vol", "an", "lnk", "mesh", "ccode"), ("code",)),
    },
    prefixes=NATIVE_WORD_FIELDS,
    specials=(
        SpecialForm(
            r"(?ai:PD|YR)\(\s*(?P<sign>>=|<=|[<>=])?\s*(?P<day>[0-9]{4,8})\s*(?:-\s*(?P<last>[0-9]{4,8}))?\s*\)",
            days,
            "PD(20220101-20220630)",
        ),
        set_of_results(r"S[0-9]{1,3}", "S1 AND S2"),
        LENGTH,
        NATIVE_FIELD,
    ),
    mended=((r"\b(NEAR|PRE|N|P|W)\s*/\s*([0-9]+)", r"\1/\2"),),
    exact_quotes=True,
    not_level=NOT,
    drops_common=True,
)
