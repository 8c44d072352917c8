"""What dialects share in writing words, lengths and fields of ours: cut off ends, single letters, numbers of words."""

import re
from collections.abc import Callable

from search.clauses import Clause, Length, Nothing
from search.language.dialects.grammar import DialectContext, SpecialForm, Target
from search.language.field_names import DAY_FIELDS, SCOPES
from search.language.lexer import QUOTES
from search.language.messages import ANY_LETTERS, EARLIER_SEARCH, NO_LOAD_DATE, NO_WORD_AT_ALL, Notes, quoted
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
    r"(?ai:length|wc)\s*(?P<sign>>=|<=|[<>=]|is|aft|bef)\s*(?P<count>[0-9][0-9,]{0,8})", length_asked, "length > 500"
)


def left_out(sentence: str) -> Callable[[re.Match[str], DialectContext], None]:
    """What reads nothing, and says this of it."""

    def read(match: re.Match[str], context: DialectContext) -> None:
        context.notes.add(sentence, quoted(match.group()))

    return read


def set_of_results(pattern: str, example: str) -> SpecialForm:
    """The number of an earlier search, which is not here."""
    return SpecialForm(pattern, left_out(EARLIER_SEARCH), example)


LOAD_DATE = left_out(NO_LOAD_DATE)


def cut_off(word: str, notes: Notes) -> str:
    """A word whose end is cut off by ! as we write it: recycl! is recycl*."""
    return re.sub(r"(?<=\w)!+(?=$|[,.;:])", "*", word)


def single_letters(word: str, notes: Notes) -> str:
    """A word in which * is one letter, and at the end up to as many as there are stars."""
    word = re.sub(r"(?<=\w)\*+(?=\w)", lambda stars: "?" * len(stars.group()), word)
    return at_end(word, r"\*{2,}$", notes)


def at_end(word: str, pattern: str, notes: Notes) -> str:
    """A word with a number of letters left open at its end, in place of which we have any number."""
    found = re.search(rf"(?<=\w){pattern}", word)
    if not found:
        return word
    notes.add(ANY_LETTERS, quoted(word))
    return f"{word[: found.start()]}*"
