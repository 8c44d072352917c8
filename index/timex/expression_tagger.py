"""The words of a text that name days: "Nov. 9", "last week", "on Friday", "two years ago", "in February 2023"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.timex.date_values import Meaning, MonthDay, Span, Weekday
from index.timex.expression_patterns import FORMS, Trigger


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that name days: their place in the text, and what they mean."""

    start: int
    end: int
    meaning: Meaning


TRIGGER = re.compile(
    r"Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec|1[6-9]\d\d|20\d\d|9/11|day|Day|Eve|week|month|morrow|morning|year"
    r"|decade|ght|vening|fternoon|quarter|Q[1-4]"
)
"""Stands in all that the forms describe. One scan for it, letter by letter, is most of what reading a text costs."""

TRIGGER_OF: dict[str, Trigger] = {
    **dict.fromkeys(str.split("Jan Feb Mar May Apr Jun Jul Aug Sep Oct Nov Dec"), "month"),
    **dict.fromkeys(str.split("day Day Eve morrow"), "day"),
    **dict.fromkeys(str.split("week month year decade ght morning vening fternoon"), "period"),
    **dict.fromkeys(str.split("quarter Q1 Q2 Q3 Q4"), "quarter"),
}
"""Which trigger it is; figures are all others."""
WORDS_BEFORE: dict[Trigger, int] = {"month": 2, "day": 2, "period": 1, "quarter": 1, "figures": 0}
"""How many words may stand before the one that holds the trigger: "9th of November"."""


def expressions(text: str) -> Iterator[Expression]:
    """The words of a text that name days, in order; linear in its length."""
    weekday: Expression | None = None
    for found in expressions_apart(text):
        if weekday and text[weekday.end : found.start] in JOINTS and isinstance(found.meaning, MonthDay | Span):
            yield Expression(weekday.start, found.end, found.meaning)
            weekday = None
            continue
        if weekday:
            yield weekday
        weekday = found if isinstance(found.meaning, Weekday) else None
        if weekday is None:
            yield found
    if weekday:
        yield weekday


JOINTS = (", ", " (", " ")
"""What stands between a weekday and its date: "Friday, Nov. 11"."""


def expressions_apart(text: str) -> Iterator[Expression]:
    """The same, with a weekday and its date as two."""
    plain = text.replace("\n", " ")
    end = 0
    for found in TRIGGER.finditer(plain):
        place = found.start()
        if place < end:
            continue
        trigger = TRIGGER_OF.get(found.group(), "figures")
        for start in starts(plain, place, WORDS_BEFORE[trigger]):
            if start >= end and (match := form_at(plain, start, place, trigger)):
                end = match.end()
                if meaning := meaning_of(number_of(match), match.group()):
                    yield Expression(start, end, meaning)
                break


def starts(plain: str, place: int, words_before: int) -> list[int]:
    """Where words that hold the trigger at `place` may begin, the first places first."""
    lowest = place - LONGEST_BEFORE if place > LONGEST_BEFORE else 0
    found = [place]
    border = place
    for _ in range(words_before + 1):
        border = plain.rfind(" ", lowest, border)
        start = border + 1 if border >= 0 else lowest
        while start < place and plain[start] in OPENING:
            start += 1
        if start < found[0]:
            found.insert(0, start)
        if border < 0:
            break
    return found


LONGEST_BEFORE = 24
"""Characters of the words before a trigger."""
OPENING = "(“‘\"'—–["


def form_at(plain: str, start: int, place: int, trigger: Trigger) -> re.Match[str] | None:
    """The words of a form that begin at `start` and hold the trigger at `place`; None when there are none."""
    match = PATTERNS[trigger].match(plain, start)
    if match is None or match.end() <= place:
        return None
    form = FORMS[number_of(match)]
    if form.only_after or form.never_after:
        before = plain[max(0, start - LONGEST_BEFORE) : start].rstrip(" -").rpartition(" ")[2].lstrip(OPENING).lower()
        if (form.only_after and before not in form.only_after) or before in form.never_after:
            return None
    return match


def number_of(match: re.Match[str]) -> int:
    """The place in FORMS of the form that was found."""
    return int(match.lastgroup[1:]) if match.lastgroup else 0


NAMED_GROUP = re.compile(r"\(\?P<\w+>")


def pattern_of(trigger: Trigger) -> re.Pattern[str]:
    """The forms that hold a trigger, each as a group: not inside a word, nor after a sign that makes it an amount."""
    groups = (
        f"(?P<f{number}>{NAMED_GROUP.sub('(?:', form.pattern)})"
        for number, form in enumerate(FORMS)
        if trigger in form.triggers
    )
    return re.compile(rf"(?<![\w$€£¥#.,:/])(?<!\d[-–])(?:{'|'.join(groups)})")


PATTERNS = {trigger: pattern_of(trigger) for trigger in WORDS_BEFORE}


@lru_cache(maxsize=8192)
def meaning_of(form: int, words: str) -> Meaning | None:
    """What these words mean, which have this form."""
    match = FORM_PATTERNS[form].fullmatch(words)
    return FORMS[form].meaning(match) if match else None


FORM_PATTERNS = [re.compile(form.pattern) for form in FORMS]
