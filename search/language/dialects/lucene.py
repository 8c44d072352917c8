"""The language of Lucene, Elasticsearch, OpenSearch and Solr, by what is meant: AND binds tighter than OR.

Lucene itself knows no precedence: beside AND, words of an OR become optional (measured with Lucene 9.11.1).
"""

import re
from datetime import timedelta

from search.clause_walks import conjunction
from search.clauses import Attribute, Clause, Everything, Length
from search.language.days import BOUNDS, compared
from search.language.dialects.borrowed_nearness import borrowed_nearness, borrowed_scopes
from search.language.dialects.dialect_days import day_text, no_day
from search.language.dialects.dialect_words import ANY_END, NATIVE_FIELD, NATIVE_WORD_FIELDS, ONE_LETTER, left_out
from search.language.dialects.grammar import DialectContext, Grammar, JointForm, SpecialForm, WordForm
from search.language.filters import thing_asked
from search.language.messages import MIXED_JOINTS, NOT_ANSWERED

NEAR, NOT, AND, OR = 7, 6, 5, 4
DAYS = r"(?ai:date|published|publish_date|pubdate|published_at|publication_date)"


def days(match: re.Match[str], context: DialectContext) -> Clause | None:
    """published:[2022-01-01 TO 2022-06-30]; with a brace, the end itself is left out."""
    ends = []
    for typed, sign in ((match["first"], ">"), (match["last"], "<")):
        if typed != "*":
            inclusive = (match["open"] == "[") if sign == ">" else (match["close"] == "]")
            bound = BOUNDS[f"{sign}=" if inclusive else sign]
            ends.append(compared(bound, day_counted(typed, context), context.today, context.notes))
    if not ends or None in ends:
        no_day(match.group(), context)
        return None
    return conjunction(end for end in ends if end is not None)


def day_counted(typed: str, context: DialectContext) -> str:
    """A day as the grammar of days reads it: NOW, NOW-7DAYS and now-1M/d are counted from today."""
    found = NOW.fullmatch(typed)
    if found is None or context.today is None:
        return day_text(typed, context)
    unit = found["unit"] or ""
    days = int(found["count"] or 0) * DAYS_OF.get(unit if unit == "M" else unit.lower().rstrip("s"), 0)
    return (context.today - timedelta(min(round(days), context.today.toordinal() - 1))).isoformat()


NOW = re.compile(r"(?ai:now)(?:-(?P<count>[0-9]{1,4})(?P<unit>[a-zA-Z]{1,7}))?(?:/[a-zA-Z]{1,6})?")
DAYS_OF = {
    **dict.fromkeys(("y", "year"), 365.25),
    **dict.fromkeys(("M", "month"), 30.44),
    **dict.fromkeys(("w", "week"), 7),
    **dict.fromkeys(("d", "day"), 1),
}
"""Of Elasticsearch and of Solr; hours and minutes are of today."""


def lengths(match: re.Match[str], context: DialectContext) -> Clause | None:
    """length:[500 TO *]."""
    least = None if match["first"] == "*" else int(match["first"]) + (match["open"] == "{")
    most = None if match["last"] == "*" else int(match["last"]) - (match["close"] == "}")
    return Length(least, most)


def exists(match: re.Match[str], context: DialectContext) -> Attribute | None:
    """_exists_:author."""
    return thing_asked("_exists_", match["thing"], context.notes)


def everything(match: re.Match[str], context: DialectContext) -> Clause:
    """*:*."""
    return Everything()


def numbered_letter(found: re.Match[str]) -> str:
    """The letter of \\u and four figures; a space for what is none."""
    letter = chr(int(found.group()[2:], 16))
    return letter if letter.isprintable() else " "


LUCENE = Grammar(
    name="lucene",
    joints=(
        JointForm(r"AND\s+NOT|&&\s*!|AND\s+-", "not", AND, "peace AND NOT talks", also=("AND -",)),
        JointForm(r"AND|&&", "and", AND, "peace AND talks", also=("&&",)),
        JointForm(r"OR|\|\|", "or", OR, "peace OR talks", also=("||",)),
        JointForm(r"NOT", "not", AND, "peace NOT talks"),
        *borrowed_nearness(NEAR, "w/5", "pre/5"),
        *borrowed_scopes(NEAR),
    ),
    space=JointForm("", "and", AND, "peace talks"),
    word_forms=(
        WordForm(r"\\u[0-9a-fA-F]{4}", numbered_letter, r"peace\u002e", "the letter or sign of this number"),
        WordForm(r"\\[*?]", "", r"peace\*", "the word alone: a star behind a stroke is no wildcard"),
        WordForm(r"\\(.)", r"\1", r"peace\-talks", "the sign behind it is no operator"),
        ANY_END,
        ONE_LETTER,
        WordForm(r"(?<=\w)\^[0-9.]+$", r"\g<0>", "peace^2", "the word counts so many times, from 1 to 9; phrases, too"),
        WordForm(
            r"(?<=\w)~[0-9]?$", r"\g<0>", "peace~1", "the word as others mistype it, give or take so many letters"
        ),
    ),
    prefixes={
        **NATIVE_WORD_FIELDS,
        **dict.fromkeys(("heading",), ("title",)),
        **dict.fromkeys(("content", "text", "full_text"), ("body",)),
        **dict.fromkeys(("authors",), ("author",)),
        **dict.fromkeys(("outlet", "publisher", "media"), ("source",)),
        "domain": ("site",),
    },
    specials=(
        SpecialForm(
            rf"{DAYS}:(?P<open>[\[{{])\s*(?P<first>\S+)\s+TO\s+(?P<last>[^\s\]}}]+)\s*(?P<close>[\]}}])",
            days,
            "published:[2022-11-01 TO 2022-11-30]",
            "published from the first to the last day; with a brace, without that day; * is no end; also NOW-7DAYS",
        ),
        SpecialForm(
            r"(?ai:length|wc|word_count):(?P<open>[\[{])\s*(?P<first>[0-9]{1,9}|\*)\s+TO\s+(?P<last>[0-9]{1,9}|\*)\s*(?P<close>[\]}])",
            lengths,
            "length:[500 TO *]",
            "texts of so many words",
        ),
        SpecialForm(
            r"_exists_:(?P<thing>\w+)",
            exists,
            "_exists_:date",
            "articles of which that is known; so of author, place, source and url",
        ),
        SpecialForm(
            r"(?:[\w.]+:)?/(?:[^/\\\s]|\\.)+/(?:\^[0-9.]+)?",
            left_out(NOT_ANSWERED),
            "/neg.*/",
            "left out: nothing is searched by patterns of this kind",
        ),
        SpecialForm(
            r"(?P<thing>author|date|place|source|url|story|quotes):\*",
            exists,
            "date:*",
            "the same; so of author, place, source and url",
        ),
        SpecialForm(r"(?<![\"”])\*(?::\*)?(?:\^[0-9.]+)?", everything, "*:*", "every article"),
        NATIVE_FIELD,
        SpecialForm(
            r"(?:[\w.]+:\s?)?[\[{][^\]}]{0,80}?\sTO\s[^\]}]{0,80}[\]}](?:\^[0-9.]+)?",
            left_out(NOT_ANSWERED),
            "price:[1 TO 5]",
            "left out: only days and lengths are compared",
        ),
        SpecialForm(
            r"(?:[\w.]+:\s?)?[<>]=?\s?[^\s()]+|(?:[\w.]+:\s?)?IN\s[\[{(][^\]})]{0,200}[\]})]",
            left_out(NOT_ANSWERED),
            "price:>5",
            "likewise",
        ),
    ),
    any_field=True,
    signs="+-!",
    not_level=NOT,
    plus_decides=True,
    mixed_remark=MIXED_JOINTS,
    drops_common=True,
    differences=(
        "Words side by side are all wanted; in Lucene any is enough unless it is set otherwise.",
        "AND binds tighter than OR; Lucene makes the words of an OR optional beside an AND.",
    ),
)
