"""The terms and connectors of Nexis and Lexis: OR binds tightest, words side by side are a phrase.

Sources: help.lexisnexis.com, Connector priority and Connectors quick reference; support.lexis.com, segments.
"""

import re

from search.clause_walks import conjunction
from search.clauses import Clause
from search.language.dialects.borrowed_nearness import borrowed_nearness
from search.language.dialects.dialect_days import DAY, SIGN, days_compared
from search.language.dialects.dialect_words import (
    ANY_END,
    CASE_CALLS,
    CUT_OFF,
    LENGTH,
    LOAD_DATE,
    NATIVE_FIELD,
    NATIVE_WORD_FIELDS,
    ONE_LETTER,
    STARS_AT_END,
    STARS_INSIDE,
)
from search.language.dialects.grammar import DialectContext, Grammar, JointForm, SpecialForm
from search.language.nearness import SIDE_BY_SIDE, Reach

PHRASE, OR, NEAR, SENTENCE, PARAGRAPH, SEGMENT, AND, AND_NOT = 9, 8, 7, 6, 5, 4, 2, 1
ORDERED = Reach(1, is_ordered=True)
SAME_SENTENCE, SAME_PARAGRAPH = Reach(None, scope="sentence"), Reach(None, scope="paragraph")
IN_SENTENCE, IN_PARAGRAPH = (
    Reach(None, is_ordered=True, scope="sentence"),
    Reach(None, is_ordered=True, scope="paragraph"),
)


def days(match: re.Match[str], context: DialectContext) -> Clause | None:
    """date aft 11/01/2022, with the month first as in products of the United States."""
    return days_compared(match["sign"], match["day"], context)


BOUND = rf"(?:(?ai:geq|gte|gt|leq|lte|lt)\(\s*{DAY}\s*\)|(?:{SIGN}\s*)?{DAY})"
"""The pattern of one end of the days in date(...)."""


def days_in_brackets(match: re.Match[str], context: DialectContext) -> Clause | None:
    """date(geq(11/01/2022) and leq(11/30/2022)), date(aft 2021)."""
    bounds = re.findall(rf"({SIGN}|[a-z]+(?=\()|)\s*\(?\s*({DAY})", match["bounds"].lower())
    ends = [days_compared(sign or "is", day, context) for sign, day in bounds]
    return conjunction(end for end in ends if end) if any(ends) else None


NEXIS = Grammar(
    name="nexis",
    joints=(
        JointForm(
            r"(?ai:(?:(?:and|but)\s+)?not(?:\s+(?:w|near)?)?/(?P<n>[0-9]{1,4}))",
            "not near",
            NEAR,
            "peace not w/5 talks",
            smallest_first=True,
            also=("not /5", "not near/5"),
        ),
        JointForm(
            r"(?ai:(?:(?:and|but)\s+)?not(?:\s+w?)?/s(?:ent)?)",
            "not near",
            SENTENCE,
            "peace not w/s talks",
            SAME_SENTENCE,
            also=("not /s",),
        ),
        JointForm(
            r"(?ai:(?:(?:and|but)\s+)?not(?:\s+w?)?/p(?:ara)?)",
            "not near",
            PARAGRAPH,
            "peace not w/p talks",
            SAME_PARAGRAPH,
            also=("not /p",),
        ),
        JointForm(
            r"(?ai:(?:(?:and|but)\s+)?not(?:\s+w?)?/seg)",
            "not near",
            SEGMENT,
            "peace not w/seg talks",
            also=("not /seg",),
        ),
        JointForm(
            r"(?ai:pre/|onear/|\+)(?P<n>[0-9]{1,4})",
            "near",
            NEAR,
            "peace pre/2 talks",
            ORDERED,
            smallest_first=True,
            also=("+2", "onear/2"),
        ),
        JointForm(
            r"(?ai:w|near|within)?/(?P<n>[0-9]{1,4})",
            "near",
            NEAR,
            "peace w/5 talks",
            smallest_first=True,
            also=("/5", "near/5"),
        ),
        JointForm(r"(?ai:(?:\+|pre/)s(?:ent)?)", "near", SENTENCE, "peace pre/s talks", IN_SENTENCE, also=("+s",)),
        JointForm(r"(?ai:(?:\+|pre/)p(?:ara)?)", "near", PARAGRAPH, "peace pre/p talks", IN_PARAGRAPH, also=("+p",)),
        JointForm(r"(?ai:w?/s(?:ent)?)", "near", SENTENCE, "peace w/s talks", SAME_SENTENCE, also=("/s", "w/sent")),
        JointForm(r"(?ai:w?/p(?:ara)?)", "near", PARAGRAPH, "peace w/p talks", SAME_PARAGRAPH, also=("/p", "w/para")),
        JointForm(r"(?ai:w?/seg)", "near", SEGMENT, "peace w/seg talks", also=("/seg",)),
        JointForm(
            r"(?ai:and\s+not|andnot|but\s+not|butnot|not)",
            "not",
            AND_NOT,
            "peace and not talks",
            also=("but not", "andnot", "butnot", "not"),
        ),
        JointForm(r"(?ai:and|&&?)", "and", AND, "peace and talks", also=("&",)),
        JointForm(r"(?ai:or|\|\|)", "or", OR, "peace or talks"),
        *borrowed_nearness(NEAR, "near5", "adj5"),
    ),
    space=JointForm("", "near", PHRASE, "peace talks", SIDE_BY_SIDE),
    word_forms=(CUT_OFF, STARS_INSIDE, STARS_AT_END, ANY_END, ONE_LETTER),
    calls={
        **NATIVE_WORD_FIELDS,
        **CASE_CALLS,
        "highlight": ("hlead",),
        "language": ("language",),
        **dict.fromkeys(("dateline", "city"), ("place",)),
        **dict.fromkeys(("company", "organization", "person"), ("words",)),
        **dict.fromkeys(
            ("section", "geographic", "subject", "term", "terms", "ticker", "industry", "graphic"),
            ("code",),
        ),
        **dict.fromkeys(("load-date", "publication-type", "country", "state", "loc"), ("code",)),
    },
    prefixes=NATIVE_WORD_FIELDS,
    specials=(
        SpecialForm(
            rf"(?ai:load-date)\s*{SIGN}\s*{DAY}",
            LOAD_DATE,
            "load-date aft 2022",
            "left out: only the days of publication are known",
        ),
        SpecialForm(
            rf"(?ai:date)\s*(?P<sign>{SIGN})\s*(?P<day>{DAY})",
            days,
            "date aft 11/01/2022",
            "published after that day, the month first; also bef, is, >, < and =, and months and years",
        ),
        SpecialForm(
            rf"(?ai:date)\(\s*(?P<bounds>{BOUND}(?:\s+(?ai:and|&)\s+{BOUND})?)\s*\)",
            days_in_brackets,
            "date(geq(11/01/2022) and leq(11/30/2022))",
            "published from the first to the last day; also gt, lt and what else compares days",
        ),
        LENGTH,
        NATIVE_FIELD,
    ),
    mended=(
        (r"\b((?ai:w|pre|near|onear))\s*/\s*([0-9]+|(?ai:[sp])\b)", r"\1/\2"),
        (r"(?<=\s)/\s+([0-9]+)(?=\s)", r"/\1"),
        (r"\b((?ai:atleast))\s*([0-9]+)\s*\(", r"\1\2("),
    ),
    any_call=True,
    not_level=AND_NOT,
    patterns_in_quotes=True,
    differences=(
        "Operators and fields are written in small letters or capitals: W/P is w/p, HLEAD() is hlead().",
        "A word cut off or with stars stands between quotation marks, too, and a phrase may stand beside any operator.",
        "How sure the vendor is of a term (#85plus#) is left out with the term.",
        "Every word counts in a distance; Nexis leaves out the, of and the like.",
        "What stands behind “and not” is all excluded, up to the end or the bracket.",
        "A name with “and” in it is written in quotation marks, as there.",
    ),
)
