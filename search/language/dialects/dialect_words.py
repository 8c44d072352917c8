"""What dialects share in writing words, lengths and fields of ours: cut off ends, single letters, numbers of words."""

import re
from collections.abc import Callable

from search.clauses import Clause, Length, Nothing
from search.language.dialects.grammar import DialectContext, SpecialForm, Target, WordForm
from search.language.field_names import DAY_FIELDS, SCOPES
from search.language.lexer import QUOTES
from search.language.messages import EARLIER_SEARCH, NO_LOAD_DATE, NO_WORD_AT_ALL, quoted
from search.language.parser import parse

NATIVE_WORD_FIELDS: dict[str, tuple[Target, ...]] = {
    "title": ("title",),
    "headline": ("title",),
    "body": ("body",),
    "author": ("author",),
    "byline": ("author",),
    "source": ("source",),
    "publication": ("source",),
    "place": ("place",),
}
"""Fields of ours that may stand before a bracket in any dialect."""
CASE_CALLS: dict[str, tuple[Target, ...]] = {
    "caps": ("caps",),
    "allcaps": ("allcaps",),
    "nocaps": ("nocaps",),
    "singular": ("exact",),
    "plural": ("exact",),
    "hlead": ("hlead",),
    "lead": ("lead",),
}


def native_field(match: re.Match[str], context: DialectContext) -> Clause | None:
    """A field of ours with its value, which every dialect understands."""
    reading = parse(match.group(), context.today)
    context.notes.take(note for note in reading.notes if note != NO_WORD_AT_ALL)
    return None if isinstance(reading.clause, Nothing) else reading.clause


NATIVE_FIELD = SpecialForm(
    rf"(?ai:{'|'.join(sorted({*SCOPES, *DAY_FIELDS} - {'nowhere'}, key=len, reverse=True))}):"
    rf"(?:[{QUOTES}][^{QUOTES}]*[{QUOTES}]|[^\s(){QUOTES}]+)",
    native_field,
    "source:CNN",
    "this and every other field of ours, behind a colon",
)


def length_asked(match: re.Match[str], context: DialectContext) -> Clause | None:
    """Texts of so many words: a sign, and a number."""
    count = int(match["count"].replace(",", ""))
    match {"is": "=", "aft": ">", "bef": "<"}.get(match["sign"].lower(), match["sign"]):
        case ">":
            return Length(count + 1, None)
        case ">=":
            return Length(count, None)
        case "<":
            return Length(None, count - 1)
        case "<=":
            return Length(None, count)
        case _:
            return Length(count, count)


LENGTH = SpecialForm(
    r"(?ai:length|wc)\s*(?P<sign>>=|<=|[<>=]|is|aft|bef)\s*(?P<count>[0-9][0-9,]{0,8})",
    length_asked,
    "length > 500",
    "texts of more words; also < and =",
)


def left_out(sentence: str) -> Callable[[re.Match[str], DialectContext], None]:
    """What reads nothing, and says this of it."""

    def read(match: re.Match[str], context: DialectContext) -> None:
        context.notes.add(sentence, quoted(match.group()))

    return read


LOAD_DATE = left_out(NO_LOAD_DATE)
EARLIER_SET = left_out(EARLIER_SEARCH)
ANY_END = WordForm(r"(?<=\w)\*$", "*", "negotiat*", "every word that begins so")
CUT_OFF = WordForm(r"(?<=\w)!+(?=$|[,.;:])", "*", "negotiat!", "every word that begins so")
ONE_LETTER = WordForm(r"(?<=\w)\?(?=\w)", "?", "wom?n", "exactly one letter")
STARS_INSIDE = WordForm(
    r"(?<=\w)\*+(?=\w)", lambda stars: "?" * len(stars.group()), "wom*n", "exactly one letter for each star"
)
STARS_AT_END = WordForm(
    r"(?<=\w)\*{2,}$",
    lambda stars: f"{{0,{len(stars.group())}}}",
    "negotiat***",
    "every word that begins so and has no more letters behind than there are stars",
)
MARKS_AT_END = WordForm(
    r"(?<=\w)\?+$",
    lambda marks: f"{{{len(marks.group())}}}",
    "negotiat???",
    "every word that begins so and has exactly as many letters behind as there are marks",
)
