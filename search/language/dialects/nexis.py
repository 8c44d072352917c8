"""The terms and connectors of Nexis and Lexis: OR binds tightest, words side by side are a phrase.

Sources: help.lexisnexis.com, Connector priority and Connectors quick reference; support.lexis.com, segments.
"""

import re

from search.clauses import Clause
from search.language.dialects.dialect_days import DAY, SIGN, days_compared
from search.language.dialects.dialect_words import (
    CASE_CALLS,
    LENGTH,
    LOAD_DATE,
    NATIVE_FIELD,
    NATIVE_WORD_FIELDS,
    cut_off,
    single_letters,
)
from search.language.dialects.grammar import DialectContext, Grammar, JointForm, SpecialForm
from search.language.messages import Notes
from search.language.nearness import SIDE_BY_SIDE, Reach

PHRASE, OR, NEAR, SENTENCE, PARAGRAPH, SEGMENT, AND, AND_NOT = 9, 8, 7, 6, 5, 4, 2, 1
ORDERED = Reach(1, is_ordered=True)
SAME_SENTENCE, SAME_PARAGRAPH = Reach(None, scope="sentence"), Reach(None, scope="paragraph")
IN_SENTENCE, IN_PARAGRAPH = (
    Reach(None, is_ordered=True, scope="sentence"),
    Reach(None, is_ordered=True, scope="paragraph"),
)


def word(typed: str, notes: Notes) -> str:
    """A word as we write it."""
    return single_letters(cut_off(typed, notes), notes)


def days(match: re.Match[str], context: DialectContext) -> Clause | None:
    """date aft 11/01/2022, with the month first as in products of the United States."""
    return days_compared(match["sign"], match["day"], context)


NEXIS = Grammar(
    name="nexis",
    joints=(
        JointForm(
            r"(?ai:not\s+(?:w|near)?/(?P<n>[0-9]{1,4}))", "not near", NEAR, "rico not w/5 x", smallest_first=True
        ),
        JointForm(r"(?ai:not\s+w?/s(?:ent)?)", "not near", SENTENCE, "a not w/s b", SAME_SENTENCE),
        JointForm(r"(?ai:not\s+w?/p(?:ara)?)", "not near", PARAGRAPH, "a not w/p b", SAME_PARAGRAPH),
        JointForm(r"(?ai:not\s+w?/seg)", "not near", SEGMENT, "a not w/seg b"),
        JointForm(
            r"(?ai:pre/|onear/|\+)(?P<n>[0-9]{1,4})", "near", NEAR, "southwest pre/2 air", ORDERED, smallest_first=True
        ),
        JointForm(r"(?ai:w|near|within)?/(?P<n>[0-9]{1,4})", "near", NEAR, "cat w/25 dog", smallest_first=True),
        JointForm(r"(?ai:(?:\+|pre/)s(?:ent)?)", "near", SENTENCE, "a pre/s b", IN_SENTENCE),
        JointForm(r"(?ai:(?:\+|pre/)p(?:ara)?)", "near", PARAGRAPH, "a pre/p b", IN_PARAGRAPH),
        JointForm(r"(?ai:w?/s(?:ent)?)", "near", SENTENCE, "a w/s b", SAME_SENTENCE),
        JointForm(r"(?ai:w?/p(?:ara)?)", "near", PARAGRAPH, "a w/p b", SAME_PARAGRAPH),
        JointForm(r"(?ai:w?/seg)", "near", SEGMENT, "a w/seg b"),
        JointForm(r"(?ai:and\s+not|andnot|but\s+not|butnot|not)", "not", AND_NOT, "a and not b"),
        JointForm(r"(?ai:and|&&?)", "and", AND, "budget and deficit"),
        JointForm(r"(?ai:or|\|\|)", "or", OR, "doctor or physician"),
    ),
    space=JointForm("", "near", PHRASE, "land trust", SIDE_BY_SIDE),
    native_word=word,
    calls={
        **NATIVE_WORD_FIELDS,
        **CASE_CALLS,
        **dict.fromkeys(("highlight",), ("hlead",)),
        **dict.fromkeys(("dateline", "city"), ("place",)),
        **dict.fromkeys(("company", "organization", "person"), ("words",)),
        **dict.fromkeys(
            ("section", "geographic", "subject", "term", "terms", "ticker", "industry", "language", "graphic"),
            ("code",),
        ),
        **dict.fromkeys(("graphic", "load-date", "publication-type", "country", "state"), ("code",)),
    },
    prefixes=NATIVE_WORD_FIELDS,
    specials=(
        SpecialForm(rf"(?ai:load-date)\s*{SIGN}\s*{DAY}", LOAD_DATE, "load-date aft 2022"),
        SpecialForm(rf"(?ai:date)\s*(?P<sign>{SIGN})\s*(?P<day>{DAY})", days, "date aft 1/1/95"),
        LENGTH,
        NATIVE_FIELD,
    ),
    mended=(
        (r"\b((?ai:w|pre|near|onear))\s*/\s*([0-9]+|(?ai:[sp])\b)", r"\1/\2"),
        (r"(?<=\s)/\s+([0-9]+)(?=\s)", r"/\1"),
        (r"\b((?ai:atleast))\s*([0-9]+)\s*\(", r"\1\2("),
    ),
    not_level=AND_NOT,
)
