"""The terms and connectors of Westlaw: words side by side are joined by OR, which binds tightest.

Sources: help.westkm.com, TC reference list; law-hawaii.libguides.com, order of connectors.
"""

import re

from search.clauses import Clause
from search.language.dialects.borrowed_nearness import borrowed_nearness
from search.language.dialects.dialect_days import DAY, days_between, days_compared, last_days
from search.language.dialects.dialect_words import (
    ANY_END,
    CASE_CALLS,
    CUT_OFF,
    LENGTH,
    NATIVE_FIELD,
    NATIVE_WORD_FIELDS,
    STARS_AT_END,
    STARS_INSIDE,
)
from search.language.dialects.grammar import DialectContext, Grammar, JointForm, SpecialForm, WordForm
from search.language.dialects.nexis import IN_PARAGRAPH, IN_SENTENCE, ORDERED, SAME_PARAGRAPH, SAME_SENTENCE

OR, IN_ORDER, NEAR, SENTENCE_ORDER, SENTENCE, PARAGRAPH_ORDER, PARAGRAPH, AND, BUT_NOT = 9, 8, 7, 6, 5, 4, 3, 2, 1


def days(match: re.Match[str], context: DialectContext) -> Clause | None:
    """da(aft 2000 & bef 2004), da(1/2004), da(last 30 days)."""
    if match["count"]:
        return last_days(int(match["count"]), context)
    if match["from"]:
        return days_between(match["from"], match["to"], context)
    return days_compared(match["sign"] or "is", match["day"], context)


def spelled_otherwise(typed: str) -> str | None:
    """good-will as goodwill, and c.b.c. as c b c; what stands at first finds the words apart, and cbc."""
    if re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)+", typed):
        return typed.replace("-", "")
    return " ".join(typed.rstrip(".").split(".")) if re.fullmatch(r"(?:[^\W\d_]\.){2,}", typed) else None


WESTLAW = Grammar(
    name="westlaw",
    joints=(
        JointForm(
            r"(?ai:(?:(?:and|but)\s+)?not\s+w?/(?P<n>[0-9]{1,4}))",
            "not near",
            NEAR,
            "peace not /5 talks",
            smallest_first=True,
        ),
        JointForm(
            r"(?ai:pre/|\+)(?P<n>[0-9]{1,4})",
            "near",
            IN_ORDER,
            "peace +2 talks",
            ORDERED,
            smallest_first=True,
            also=("pre/2",),
        ),
        JointForm(r"(?ai:w)?/(?P<n>[0-9]{1,4})", "near", NEAR, "peace /3 talks", smallest_first=True, also=("w/3",)),
        JointForm(r"(?ai:(?:pre/|\+)s)", "near", SENTENCE_ORDER, "peace +s talks", IN_SENTENCE, also=("pre/s",)),
        JointForm(r"(?ai:w?/s)", "near", SENTENCE, "peace /s talks", SAME_SENTENCE, also=("w/s",)),
        JointForm(r"(?ai:(?:pre/|\+)p)", "near", PARAGRAPH_ORDER, "peace +p talks", IN_PARAGRAPH, also=("pre/p",)),
        JointForm(r"(?ai:w?/p)", "near", PARAGRAPH, "peace /p talks", SAME_PARAGRAPH, also=("w/p",)),
        JointForm(r"(?ai:%|but\s+not|and\s+not|not)", "not", BUT_NOT, "peace % talks", also=("but not",)),
        JointForm(r"(?ai:and|&&?)", "and", AND, "peace & talks", also=("and",)),
        JointForm(r"(?ai:or|\|\|)", "or", OR, "peace or talks"),
        *borrowed_nearness(NEAR, "near5", "adj5"),
    ),
    space=JointForm("", "or", OR, "peace talks"),
    word_forms=(
        WordForm(r"^#", "=", "#talks", "this form and no other"),
        CUT_OFF,
        STARS_INSIDE,
        STARS_AT_END,
        WordForm(
            r"^[^\W\d_]{3,}(?<![siu])s$",
            r"=\g<0>",
            "negotiations",
            "a plural finds only itself, a singular both",
        ),
        ANY_END,
    ),
    spelled_otherwise=spelled_otherwise,
    calls={
        "ti": ("title",),
        "hl": ("title",),
        "au": ("author",),
        "so": ("source",),
        "te": ("anywhere",),
        "lp": ("lead",),
        **dict.fromkeys(("sy", "di", "to", "pr", "ci", "ju", "co", "at", "he", "cn", "ke", "in"), ("code",)),
        **NATIVE_WORD_FIELDS,
        **CASE_CALLS,
    },
    prefixes=NATIVE_WORD_FIELDS,
    specials=(
        SpecialForm(
            rf"(?ai:da)\(\s*(?:(?ai:last)\s+(?P<count>[0-9]{{1,5}})\s+(?ai:days?)|(?ai:aft(?:er)?)\s+(?P<from>{DAY})\s*&\s*"
            rf"(?ai:bef(?:ore)?)\s+(?P<to>{DAY})|(?P<sign>(?ai:aft|after|bef|before|is)\b|[<>=])?\s*(?P<day>{DAY}))\s*\)",
            days,
            "da(aft 11/01/2022)",
            "published after that day, the month first; also bef, da(2022), da(last 30 days)",
        ),
        LENGTH,
        NATIVE_FIELD,
    ),
    mended=(
        (r"^(?ai:adv(?:anced)?):\s*", ""),
        (r"(?<=\s)/\s+([0-9]+|(?ai:[sp]))(?=\s)", r"/\1"),
        (r"\b((?ai:atleast))\s*([0-9]+)\s*\(", r"\1\2("),
    ),
    any_call=True,
    not_level=BUT_NOT,
    differences=(
        "A word with a hyphen is found joined and apart, too, and one with full stops without them.",
        "What stands behind “%” is all excluded, up to the end or the bracket.",
        "Words alone are read as ours, in plain language, unless adv: stands before them or Westlaw is chosen.",
    ),
)
