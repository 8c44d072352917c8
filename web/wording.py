"""Values in words: dates, how they are known, and counts."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from index.article import How, Published
from index.languages.language_names import LANGUAGE_NAMES
from search.language.days import whole_period
from search.results import Piece
from web.locale.catalogs import gettext, gettext_noop, ngettext, ngettext_noop
from web.locale.interface_languages import ENGLISH
from web.locale.local_forms import local_forms, number_in, short_span_in, span_in
from web.locale.reader_language import current_language

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

HOW_KNOWN: dict[How, str] = {
    "stated": gettext_noop("stated in the article"),
    "url": gettext_noop("from its web address"),
    "filename": gettext_noop("from its file name"),
    "inferred": gettext_noop("worked out from the text"),
    "changed": gettext_noop("the day of the last change"),
    "file": gettext_noop("from the time of its file"),
}

WORKED_OUT: frozenset[How] = frozenset({"inferred", "changed", "file"})
"""How a date is known that nothing in the article, its address or its name states to be that of publication."""

HOW_SURE = (
    (0.8, ""),
    (0.6, gettext_noop("fairly sure")),
    (0.5, gettext_noop("fairly unsure")),
    (0.0, gettext_noop("unsure")),
)
"""What is said of a date from this confidence on; nothing of the surest."""


@dataclass(frozen=True, slots=True)
class When:
    """A publication date as the page shows it."""

    words: str
    marked: str
    """In short, and with "≈" before what was worked out: "≈ 14–16 Nov 2022"."""
    approximately: str
    """The same in full."""
    machine: str | None
    """For the `datetime` attribute; None when HTML has no notation for it, such as four days of a month."""
    caveat: str | None
    """How it is known, when that is not by the article's own word; None when the article says so."""
    told: str
    """How it is known, the words that show it, and how sure that is."""


def when(published: Published) -> When:
    """A publication date in words: to the day, month, year or stretch of days that is known."""
    sure = how_sure(published.confidence)
    known = gettext(", ").join(gettext(words) for words in (HOW_KNOWN[published.how], sure) if words)
    evidence = " ".join(published.evidence.split())
    reason = gettext("%(known)s: “%(evidence)s”") % {"known": known, "evidence": isolated(evidence)}
    reason = reason if evidence else known
    told = {"reason": reason, "confidence": decimal(published.confidence)}
    sign = "≈ " if published.how in WORKED_OUT else ""
    words = span_in_words(published.first, published.last)
    return When(
        words=words,
        marked=sign + span_in_short(published.first, published.last),
        approximately=sign + words,
        machine=whole_period(published.first, published.last),
        caveat=None if published.how == "stated" else known,
        told=gettext("%(reason)s (confidence %(confidence)s)") % told,
    )


def how_sure(confidence: float) -> str:
    """How sure a date is, in words; "" when there is no need to say so."""
    return next(words for least, words in HOW_SURE if confidence >= least)


def span_in_words(first: date, last: date) -> str:
    """Days as a reader says them: "12 November 2022", "November 2022", "2022", "9–12 November 2022"."""
    if (language := current_language()) is not ENGLISH:
        return span_in(language, first, last)
    if first == last:
        return english_day(first)
    if machine := whole_period(first, last):
        return f"{MONTHS[first.month - 1]} {first.year}" if "-" in machine else machine
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{english_day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {english_day(last)}"
    return f"{english_day(first)} – {english_day(last)}"


def span_in_short(first: date, last: date) -> str:
    """The same with short names of months: "12 Nov 2022", "Nov 2022", "2022", "30 Oct – 2 Nov 2022"."""
    if (language := current_language()) is not ENGLISH:
        return short_span_in(language, first, last)
    return re.sub(r"([A-Z][a-z]{2})[a-z]+", r"\1", span_in_words(first, last))


def english_day(day: date) -> str:
    """2022-11-12 -> "12 November 2022", for readers of English."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_in_words(day: date) -> str:
    """2022-11-12 -> "12 November 2022"."""
    return span_in_words(day, day)


def day_of_year(day: date) -> str:
    """2022-11-12 -> "12 Nov"."""
    if (language := current_language()) is not ENGLISH:
        return local_forms(language).day_of_year(day)
    return span_in_short(day, day).rpartition(" ")[0]


def day_of_month(day: date) -> str:
    """2022-11-12 -> "12"."""
    if (language := current_language()) is not ENGLISH:
        return local_forms(language).day_of_month(day)
    return str(day.day)


def month_in_words(month: str) -> str:
    """ "2022-11" -> "November 2022"; what is no month stays as it is."""
    year, _, number = month.partition("-")
    if number.isdecimal() and 1 <= int(number) <= 12:
        if current_language() is not ENGLISH:
            last = monthrange(int(year), int(number))[1]
            return span_in_words(date(int(year), int(number), 1), date(int(year), int(number), last))
        return f"{MONTHS[int(number) - 1]} {year}"
    return month


def number(count: int) -> str:
    """1234 -> "1,234"."""
    if (language := current_language()) is not ENGLISH:
        return number_in(language, count)
    return f"{count:,}"


def decimal(value: float) -> str:
    """0.5 -> "0.50"."""
    if (language := current_language()) is not ENGLISH:
        return local_forms(language).decimal(value)
    return f"{value:.2f}"


COUNTED = {
    "article": ngettext_noop("%(count)s article", "%(count)s articles"),
    "story": ngettext_noop("%(count)s story", "%(count)s stories"),
    "outlet": ngettext_noop("%(count)s outlet", "%(count)s outlets"),
    "match": ngettext_noop("%(count)s match", "%(count)s matches"),
    "sentence": ngettext_noop("%(count)s sentence", "%(count)s sentences"),
    "value": ngettext_noop("%(count)s value", "%(count)s values"),
}


def counted(count: int, noun: str) -> str:
    """1, "article" -> "1 article"; 1234, "article" -> "1,234 articles"; nouns are those of COUNTED."""
    return counting(*COUNTED[noun], count)


def counting(one: str, several: str, count: int) -> str:
    """The sentence that fits a count, with the count in it."""
    return ngettext(one, several, count) % {"count": number(count)}


def language_in_words(code: str) -> str:
    """The name of a language: "fr" -> "French"; what is no code of one stays as it is."""
    name = LANGUAGE_NAMES.get(code, code)
    if (language := current_language()) is not ENGLISH:
        return local_forms(language).language(code, name)
    return name


def shortened(text: str, longest: int) -> str:
    """A text in one line of at most `longest` characters, cut at a word where there is one."""
    line = " ".join(text[: longest * 2].split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


def isolated(name: str) -> str:
    """A name as it stands in a sentence: kept apart in one that goes from right to left, as it may go the other way."""
    return f"\u2068{name}\u2069" if current_language().direction == "rtl" else name


def quoted_title(title: str, longest: int) -> str:
    """A title that stands for its article in a sentence."""
    return gettext("“%(words)s”") % {"words": isolated(shortened(title, longest))}


def site(address: str) -> str:
    """The host of an address, as a reader knows it: "https://www.cnn.com/a" -> "cnn.com"."""
    return unbent((urlsplit(address).hostname or address).removeprefix("www."))


def unbent(address: str) -> str:
    """An address or path in which what turns or hides text in writing, such as U+202E, is told by its number instead.

    Turned round, "moc.evil" would read as another site, and "exe.txt" as another kind of file.
    """
    return UNSEEN.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)


UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Controls of direction, and what is not seen at all."""


def marked_paragraphs(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs of a marked body; a mark that reaches into the next paragraph goes on there."""
    found: list[list[Piece]] = [[]]
    for text, is_marked in pieces:
        first, *rest = text.split("\n\n")
        found[-1].append((first, is_marked))
        found += [[(part, is_marked)] for part in rest]
    whole = (tuple(piece for piece in paragraph if piece[0]) for paragraph in found)
    return tuple(paragraph for paragraph in whole if "".join(text for text, _ in paragraph).strip())
