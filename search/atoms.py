"""What one typed word, phrase or value asks for: a word, a phrase, a prefix, a source, or days."""

import re
from calendar import monthrange
from datetime import date

from index.analysis import UNSPACED, Token, form, stem, tokens
from search.notes import (
    BACKWARDS,
    STAR_ADDS_NOTHING,
    STAR_ENDS_WORDS,
    STAR_IN_QUOTES,
    STAR_IN_SOURCE,
    STARRED_PARTS,
    Notes,
    quoted,
)
from search.query import And, Between, Clause, Field, Phrase, Prefix, Source, Word
from search.written import written

# Words that stand in nearly every English article, so that asking for them narrows nothing.
# Left out are those that can be a name or an acronym (will, may, us, who) and those that turn a meaning (not, no).
COMMON_WORDS = frozenset(
    (
        *("a", "an", "the", "this", "that", "and", "or", "but", "so"),
        *("as", "at", "by", "for", "from", "in", "into", "of", "on", "to", "with"),
        *("am", "are", "be", "been", "is", "was", "were", "had", "has", "have", "would"),
        *("he", "her", "his", "it", "its", "our", "she", "their", "there", "they", "we", "which"),
    )
)


def is_common(typed: str) -> bool:
    """Whether the word is too common to narrow a search; an acronym such as IT never is."""
    return form(typed) in COMMON_WORDS and not (len(typed) > 1 and typed.isupper())


def asked(typed: str, field: Field | None, notes: Notes) -> Clause:
    """What a word typed without quotation marks asks for."""
    return starred(typed, field, notes) if "*" in typed else spoken(typed, field)


def asked_in_quotes(typed: str, field: Field | None, notes: Notes) -> Clause:
    """What the text between quotation marks asks for."""
    if "*" in typed:
        notes.add(STAR_IN_QUOTES, quoted(typed))
    return spoken(typed.replace("*", " "), field)


def source_named(typed: str, notes: Notes) -> Source:
    """The source with the name that was typed."""
    if "*" in typed:
        notes.add(STAR_IN_SOURCE, quoted(typed))
    return Source(shown(typed.replace("*", " ")))


def spoken(typed: str, field: Field | None) -> Word | Phrase:
    """A text that holds words: one is a word, several are a phrase."""
    text = shown(typed)
    stems = tuple(stem(token.form) for token in tokens(text))
    return Word(text, stems[0], field) if len(stems) == 1 else Phrase(text, stems, field)


def shown(typed: str) -> str:
    """The text from its first to its last word, without what surrounds them."""
    found = list(tokens(typed))
    return " ".join(typed[found[0].start : found[-1].end].split())


def starred(typed: str, field: Field | None, notes: Notes) -> Clause:
    """The nearest that can be answered to a word with stars: its first part, to which the star may belong."""
    pieces = typed.split("*")
    holding = [place for place, piece in enumerate(pieces) if any(True for _ in tokens(piece))]
    first = holding[0]
    clause = prefix(pieces[first], field, notes) if first + 1 < len(pieces) else spoken(pieces[first], field)
    if first > 0 or len(holding) > 1:
        notes.add(STAR_ENDS_WORDS, f"{quoted(typed)} read as {written(clause)}")
    return clause


def prefix(typed: str, field: Field | None, notes: Notes) -> Clause:
    """Words that begin as typed; of several parts only the last can be a beginning, and the others are words."""
    *before, last = tokens(typed)
    if UNSPACED_LETTER.match(last.form):
        notes.add(STAR_ADDS_NOTHING, quoted(typed))
        return spoken(typed, field)
    # In small letters, since US* asks for USSR too: in capitals, US alone would be the form of the country.
    beginning = Prefix(form(typed[last.start : last.end].lower()), field)
    if not before:
        return beginning
    clause = And((spoken(typed[: end_of(before)], field), beginning))
    notes.add(STARRED_PARTS, f"{quoted(typed + '*')} read as {written(clause)}")
    return clause


UNSPACED_LETTER = re.compile(f"[{UNSPACED}]")


def end_of(found: list[Token]) -> int:
    """Where the last of these words ends."""
    return found[-1].end


def days_asked(name: str, typed: str, notes: Notes) -> Between | None:
    """The days that since:, until: or date: asks for with this value; None when it is not written as days."""
    value = typed.strip(" ,;")
    if name != "date":
        days = days_written(value)
        return days and (Between(days[0], None) if name == "since" else Between(None, days[1]))
    since, dots, until = value.partition("..")
    first = days_written(since)
    last = days_written(until) if dots else first
    if (since and not first) or (until and not last) or not (first or last):
        return None
    if first and last and first[0] > last[1]:
        notes.add(BACKWARDS, quoted(value))
        first, last = last, first
    return Between(first[0] if first else None, last[1] if last else None)


def days_written(text: str) -> tuple[date, date] | None:
    """The first and last day of a year, month or day such as 2022, 2022-11 or 2022-11-12; None for other texts."""
    found = DAYS.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    if day is not None:
        return first, first
    return first, last_of_month(first) if month is not None else date(first.year, 12, 31)


def last_of_month(day: date) -> date:
    """The last day of the month of this day."""
    return day.replace(day=monthrange(day.year, day.month)[1])


DAYS = re.compile(
    r"(?P<year>[0-9]{4}) (?: (?P<mark>[-/.]) (?P<month>[0-9]{1,2}) (?: (?P=mark) (?P<day>[0-9]{1,2}) )? )?", re.VERBOSE
)
