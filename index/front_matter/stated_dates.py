"""When an article was published, where the text states it: a line of its own, a byline, or the dateline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from index.article import Published
from index.front_matter.bylines import byline
from index.front_matter.datelines import dateline
from index.front_matter.publication_years import may_be_published
from index.front_matter.written_dates import WEEKDAY, Days, WrittenDate, dates_in
from index.lexicon.outlet_names import canonical_name
from index.lexicon.outlet_words import is_called_as_outlets_are
from index.text.headlines import could_be_headline

LONGEST_LINE = 200
"""Characters; a line that states a date is shorter."""

Role = Literal["published", "updated", "plain"]
"""What the words around a date say of it; plain when they say nothing."""


Beside = Literal["label", "name", "clock", "nothing"]
"""What stands beside a date and says that it is one of publication, the surest first."""


@dataclass(frozen=True, slots=True)
class StatedDays:
    """What a line says that states a date and nothing else."""

    role: Role
    days: Days
    beside: Beside


def stated_date(lines: Sequence[str]) -> Published | None:
    """The publication date that one of these lines states; None when none does.

    The lines are those that stand apart from the prose, in reading order. One that says "published" counts before
    one that only gives a day, a day before a month, and what comes first before what comes later. The day of an
    update is not the day of publication.
    """
    found = [(line, stated) for line in lines if (stated := date_of_line(line)) and stated.role != "updated"]
    if not found:
        return None
    line, stated = min(found, key=lambda pair: (pair[1].role != "published", pair[1].days.precision != "day"))
    opening = dateline(line)
    evidence = opening.words if opening else line.strip()
    return Published(stated.days.first, stated.days.last, stated.days.precision, "stated", evidence)


def date_of_line(line: str) -> StatedDays | None:
    """The date that a line states; None when it states none or several, or says anything else."""
    return known_date_of_line(line) if len(line) <= LONGEST_LINE and YEAR.search(line) else None


@lru_cache(maxsize=1024)
def known_date_of_line(line: str) -> StatedDays | None:
    """The same, of a line that is not too long to be remembered: most are asked about several times."""
    whole = " ".join(line.split())
    words = CATEGORY.sub(r"\1 ", COUNTS.sub(" ", date_words(whole)))
    dates = [written for written in dates_in(words) if may_be_published(written.days.last)]
    if not dates or not says_nothing_else(words, dates):
        return None
    beside = "name" if byline(whole) or dateline(whole) else beside_dates(words, dates)
    stated = [StatedDays(role, written.days, beside) for role, written in zip(roles(words, dates), dates, strict=True)]
    for wanted in ("published", "plain", "updated"):
        days = {each.days for each in stated if each.role == wanted}
        if len(days) > 1:
            return None
        if days:
            return StatedDays(wanted, days.pop(), beside)
    return None


MOST_LINES_ABOVE_DATE = 2
"""A headline and the sentence under it."""

STORY_DAY = re.compile(
    r"(?:On )?(?:That|that) (?:same )?(?:night|day|morning|evening|afternoon|week|month|year)\b|On this day\b"
)
# The word stands first, so that a search leaps from one to the next.
SINCE = re.compile(r"since (?<!\wsince )(?:[A-Z][a-z]+ )?(?P<year>(?:19|20)\d\d)\b")


def publication_day(kept: Sequence[str]) -> Days | None:
    """The day of the one date without a label that stands under the headline; None when it may be another day.

    News pages often have nothing but a day there. So do stories of the past: the day counts only when prose follows,
    no other such day stands in the text, and the prose neither begins with "That night" nor looks back from later.
    """
    dates = [(place, stated.days) for place, text in enumerate(kept) if (stated := bare_date(text))]
    if len({days for _, days in dates}) != 1 or dates[0][0] > MOST_LINES_ABOVE_DATE:
        return None
    place, days = dates[0]
    prose = [text for text in kept[place + 1 :] if not could_be_headline(text)]
    has_headline = any(could_be_headline(text) for text in (kept[:place] or kept[1:2]))
    if not prose or not has_headline or STORY_DAY.match(prose[0]):
        return None
    is_past = any(int(since["year"]) > days.last.year for text in prose for since in SINCE.finditer(text))
    return None if is_past else days


def bare_date(text: str) -> StatedDays | None:
    """The date that a line states with nothing beside it; None when it has more or is no date."""
    stated = date_of_line(text)
    return stated if stated and stated.beside == "nothing" else None


YEAR = re.compile(r"\d{4}|年")
COUNTS = re.compile(r"\b\d[\d,.]* ?[kKmM]?\+? (?:comments?|views?|shares?|replies|reads)\b")
CATEGORY = re.compile(r"\b([Pp]osted|[Ff]iled) (?:in|under) [A-Z][\w&, -]{0,40}? (?=on\b)")


def date_words(line: str) -> str:
    """The part of a line that may state a date: what follows the names in a byline, what a dateline gives as day."""
    if author := byline(line):
        return author.rest
    if opening := dateline(line):
        return opening.day or ""
    return line


def beside_dates(line: str, dates: Sequence[WrittenDate]) -> Beside:
    """What stands beside the dates of a line that states nothing else."""
    between = gaps(line, dates)
    if not (PUBLISHED | UPDATED).isdisjoint(words_beside(" | ".join(between))):
        return "label"
    if outlet_among(between):
        return "name"
    return "clock" if BESIDES.search(" | ".join(between)) else "nothing"


def outlet_among(between: Sequence[str]) -> str | None:
    """The first outlet that stands alone in what is beside the dates; None when none does."""
    parts = [part.strip(" ()[]:") for gap in between for part in PARTS.split(gap)]
    return next((outlet for part in parts if (outlet := canonical_name(part))), None)


def gaps(line: str, dates: Sequence[WrittenDate]) -> list[str]:
    """What stands before the first date, between the dates, and after the last."""
    starts = [0, *(written.end for written in dates)]
    ends = [*(written.start for written in dates), len(line)]
    return [line[start:end] for start, end in zip(starts, ends, strict=True)]


PUBLISHED = frozenset({"created", "date", "dated", "filed", "issued", "posted", "pubdate", "publication", "published"})
PUBLISHED |= {"released"}
UPDATED = frozenset({"corrected", "edited", "modified", "revised", "update", "updated"})
ONLY_WITH_LABEL = frozenset({"of", "on", "was"})
BESIDE_DATES = frozenset(
    str.split("""
    and article at first last local originally story this time
    utc gmt est edt et pst pdt pt cst cdt ct mst mdt bst cet cest eet eest msk ist jst aest z
    """)
)
"""Words that may stand beside a date without being about anything else."""

BESIDES = re.compile(
    r"""
      T?\d{1,2} [:.h] \d{2} (?: [:.]\d{2} (?:[.,]\d+)? )? (?: \ ?(?i:[ap]\.?m)\b\.? )?   # 10:53  10.53am  T10:53:00.000
    | \d{1,2} \ ? (?i:[ap]\.?m)\b\.?                                                    # 10 a.m.
    | \d{4} (?=\ (?:GMT|UTC|hrs)\b)                                                     # 1053 GMT
    | [+-] \d{2} :? \d{2} \b                                                            # +02:00
    | \b \d{1,3} [ -] min(?:ute)?s? (?:\ read)? \b                                      # 5 min read
    | \b by \  [\w.@-]+ (?: \ [A-Z][\w.'’-]+ ){0,3}                                     # by admin
    """,
    re.VERBOSE,
)
PARTS = re.compile(r"[,|·•]|\s[/–—-](?=\s)")
SEPARATORS = re.compile(r"[\s,|·•/()\[\]–—:;@-]+")


def outlet_beside_date(line: str) -> str | None:
    """The outlet that a line names beside the date that it states; None when it names none."""
    if date_of_line(line) is None:
        return None
    return outlet_among(gaps(line, dates_in(line)))


def unknown_outlet_beside_date(line: str) -> str | None:
    """The one name of an outlet, known or not, beside the one day of a line; None where anything else is there."""
    if len(line) > LONGEST_LINE or not YEAR.search(line):
        return None
    dates = dates_in(line)
    if len(dates) != 1:
        return None
    parts = [part for gap in gaps(line, dates) for part in PARTS.split(WEEKDAY.sub(" ", gap))]
    names = [name for part in parts if (name := part.strip(" ()[]:"))]
    return names[0] if len(names) == 1 and is_called_as_outlets_are(names[0]) else None


def says_nothing_else(line: str, dates: Sequence[WrittenDate]) -> bool:
    """Beside its dates the line has only times, weekdays, outlets, and words such as "published"."""
    parts = [part for gap in gaps(line, dates) for part in PARTS.split(gap)]
    unnamed = [part for part in parts if canonical_name(part.strip(" ()[]:")) is None]
    known = set(words_beside(" | ".join(unnamed)))
    has_label = not known.isdisjoint(PUBLISHED | UPDATED)
    return known <= PUBLISHED | UPDATED | BESIDE_DATES | (ONLY_WITH_LABEL if has_label else frozenset())


def words_beside(text: str) -> list[str]:
    """The words of a line's gaps, in small letters, without times, weekdays and separators."""
    words = SEPARATORS.split(WEEKDAY.sub(" ", BESIDES.sub(" ", text)).lower())
    return [bare for word in words if (bare := word.strip("."))]


def roles(line: str, dates: Sequence[WrittenDate]) -> list[Role]:
    """What each date is: by the label before it, or after it in a line where the labels follow the dates."""
    labels: list[Role] = [label(gap) for gap in gaps(line, dates)]
    if labels[0] == "plain" and labels[-1] != "plain":
        return labels[1:]
    return labels[:-1]


def label(gap: str) -> Role:
    """What the last label among these words says of a date."""
    for word in reversed(words_beside(gap)):
        if word in UPDATED:
            return "updated"
        if word in PUBLISHED:
            return "published"
    return "plain"
