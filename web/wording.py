"""Values in words: dates, how they are known, and counts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from index.article import How, Published
from search.language.days import whole_period
from search.results import Piece

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

HOW_KNOWN: dict[How, str] = {
    "stated": "stated in the article",
    "url": "from its web address",
    "filename": "from its file name",
    "inferred": "worked out from the text",
    "changed": "the day of the last change",
    "file": "from the time of its file",
}

WORKED_OUT: frozenset[How] = frozenset({"inferred", "changed", "file"})
"""How a date is known that nothing in the article, its address or its name states to be that of publication."""

HOW_SURE = ((0.8, ""), (0.6, "fairly sure"), (0.5, "fairly unsure"), (0.0, "unsure"))
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
    known = ", ".join(words for words in (HOW_KNOWN[published.how], how_sure(published.confidence)) if words)
    evidence = " ".join(published.evidence.split())
    reason = f"{known}: “{evidence}”" if evidence else known
    sign = "≈ " if published.how in WORKED_OUT else ""
    words = span_in_words(published.first, published.last)
    return When(
        words=words,
        marked=sign + span_in_short(published.first, published.last),
        approximately=sign + words,
        machine=whole_period(published.first, published.last),
        caveat=None if published.how == "stated" else known,
        told=f"{reason} (confidence {published.confidence:.2f})",
    )


def how_sure(confidence: float) -> str:
    """How sure a date is, in words; "" when there is no need to say so."""
    return next(words for least, words in HOW_SURE if confidence >= least)


def span_in_words(first: date, last: date) -> str:
    """Days as a reader says them: "12 November 2022", "November 2022", "2022", "9–12 November 2022"."""
    if first == last:
        return day_in_words(first)
    if machine := whole_period(first, last):
        return month_in_words(machine) if "-" in machine else machine
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_in_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day_in_words(last)}"
    return f"{day_in_words(first)} – {day_in_words(last)}"


def span_in_short(first: date, last: date) -> str:
    """The same with short names of months: "12 Nov 2022", "Nov 2022", "2022", "30 Oct – 2 Nov 2022"."""
    return re.sub(r"([A-Z][a-z]{2})[a-z]+", r"\1", span_in_words(first, last))


def day_in_words(day: date) -> str:
    """2022-11-12 -> "12 November 2022"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_in_words(month: str) -> str:
    """ "2022-11" -> "November 2022"; what is no month stays as it is."""
    year, _, number = month.partition("-")
    if number.isdecimal() and 1 <= int(number) <= 12:
        return f"{MONTHS[int(number) - 1]} {year}"
    return month


def number(count: int) -> str:
    """1234 -> "1,234"."""
    return f"{count:,}"


def counted(count: int, noun: str) -> str:
    """1, "article" -> "1 article"; 1234, "article" -> "1,234 articles"; also "2 stories", "2 days" and "2 matches"."""
    if count == 1:
        return f"1 {noun}"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{count:,} {noun[:-1]}ies"
    return f"{count:,} {noun}{'es' if noun.endswith('ch') else 's'}"


def shortened(text: str, longest: int) -> str:
    """A text in one line of at most `longest` characters, cut at a word where there is one."""
    line = " ".join(text[: longest * 2].split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


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
