"""The language of ProQuest: words side by side are joined by AND; PRE binds tightest, then NEAR, AND, OR and NOT.

Sources: proquest.libguides.com/proquestplatform/tips, training.proquest.com; the order is not published.
"""

import re

from search.clauses import Clause
from search.language.dialects.borrowed_nearness import borrowed_nearness, borrowed_scopes
from search.language.dialects.dialect_days import days_compared, days_from
from search.language.dialects.dialect_words import (
    CASE_CALLS,
    EARLIER_SET,
    LENGTH,
    MARKS_AT_END,
    NATIVE_FIELD,
    NATIVE_WORD_FIELDS,
    ONE_LETTER,
)
from search.language.dialects.grammar import DialectContext, Grammar, JointForm, SpecialForm, WordForm
from search.language.dialects.nexis import ORDERED, SAME_PARAGRAPH
from search.language.nearness import Reach

PRE, NEAR, AND, OR, NOT = 7, 6, 4, 3, 2
BARE_NEAR = Reach(4)


def days(match: re.Match[str], context: DialectContext) -> Clause | None:
    """PD(20220101-20220630), PD(>20220101), YR(2020-2022)."""
    if match["last"]:
        return days_from(match["day"], match["last"], context)
    return days_compared(match["sign"] or "is", match["day"], context)


PROQUEST = Grammar(
    name="proquest",
    joints=(
        JointForm(r"(?ai:(?:(?:and|but)\s+)?not\s+w/(?P<n>[0-9]{1,4}))", "not near", NEAR, "peace NOT W/3 talks"),
        JointForm(r"(?ai:pre|p)/(?P<n>[0-9]{1,4})", "near", PRE, "peace PRE/3 talks", ORDERED, also=("P/3",)),
        JointForm(r"(?ai:near|n|w)/(?P<n>[0-9]{1,4})", "near", NEAR, "peace NEAR/3 talks", also=("N/3", "W/3")),
        JointForm(r"(?ai:w/para)", "near", NEAR, "peace W/PARA talks", SAME_PARAGRAPH),
        JointForm(r"(?ai:w/doc)", "and", NEAR, "peace W/DOC talks"),
        JointForm(r"(?ai:near)", "near", NEAR, "peace NEAR talks", BARE_NEAR),
        JointForm(r"(?ai:and\s+not|not)", "not", NOT, "peace NOT talks", also=("AND NOT",)),
        JointForm(r"(?ai:and)", "and", AND, "peace AND talks"),
        JointForm(r"(?ai:or)", "or", OR, "peace OR talks"),
        *borrowed_nearness(NEAR, "/5", "adj5"),
        *borrowed_scopes(NEAR),
    ),
    space=JointForm("", "and", AND, "peace talks"),
    word_forms=(
        WordForm(
            r"(?<=\w)\[\*(?P<most>[0-9]{0,2})\]$",
            lambda sign: f"{{0,{sign['most'] or 5}}}",
            "negotiat[*3]",
            "every word that begins so and has no more than so many letters behind",
        ),
        MARKS_AT_END,
        WordForm(
            r"(?<=\w)\*$", "{0,5}", "negotiat*", "every word that begins so and has no more than five letters behind"
        ),
        ONE_LETTER,
    ),
    calls={
        "TI": ("title",),
        **dict.fromkeys(("AB", "NOFT"), ("hlead",)),
        "AU": ("author",),
        **dict.fromkeys(("PUB", "JN"), ("source",)),
        "FT": ("body",),
        "LA": ("language",),
        **dict.fromkeys(("PER", "ORG"), ("words",)),
        **dict.fromkeys(("SU", "SU.EXACT", "EXACT", "LOC", "DTYPE", "CP", "ISSN", "PAGE"), ("code",)),
        **dict.fromkeys(("VOL", "AN", "LNK", "MESH", "CCODE", "PUBID", "RTYPE", "STYPE", "MAINSUBJECT"), ("code",)),
        **dict.fromkeys(("LOC.EXACT", "RTYPE.EXACT", "DTYPE.EXACT", "MAINSUBJECT.EXACT"), ("code",)),
        **dict.fromkeys(("PER.EXACT", "ORG.EXACT"), ("words",)),
        **dict.fromkeys(("PUB.EXACT", "PUBTITLE"), ("source",)),
        **NATIVE_WORD_FIELDS,
        **CASE_CALLS,
    },
    prefixes=NATIVE_WORD_FIELDS,
    specials=(
        SpecialForm(
            r"(?ai:PD|YR)\(\s*(?P<sign>>=|<=|[<>=])?\s*(?P<day>[0-9]{4,8})\s*(?:-\s*(?P<last>[0-9]{4,8}))?\s*\)",
            days,
            "PD(20221101-20221130)",
            "published from the first to the last day; also PD(>20221101) and YR(2022)",
        ),
        SpecialForm(r"S[0-9]{1,3}", EARLIER_SET, "S1 AND S2", "left out: earlier searches are not kept"),
        LENGTH,
        NATIVE_FIELD,
    ),
    mended=((r"\b(NEAR|PRE|N|P|W)\s*/\s*([0-9]+)", r"\1/\2"),),
    exact_quotes=True,
    any_call=True,
    not_level=NOT,
    drops_common=True,
    differences=(
        "What stands behind NOT is all excluded, up to the end or the bracket.",
        "Words in quotation marks are taken in these forms only; in braces, in any of their forms.",
    ),
)
