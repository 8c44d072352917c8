"""The words of a text that name days: "Nov. 9", "last week", "on Friday", "two years ago", "in February 2023"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.expression_forms import FORMS
from index.meanings import Meaning, MonthDay, Span, Weekday


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that name days: their place in the text, and what they mean."""

    start: int
    end: int
    meaning: Meaning


NAMED_GROUP = re.compile(r"\(\?P<\w+>|\(\?P=\w+\)")
PATTERNS = [re.compile(form.pattern) for form in FORMS]
NUMBERS = {f"f{number}": number for number in range(len(FORMS))}
EXPRESSION = re.compile(
    # Not inside a word or a number, nor after a sign that makes it an amount.
    r"(?<![\w$€£¥#.,:/])(?<!\d[-–])(?:"
    + "|".join(
        f"(?P<f{number}>{form.after}{NAMED_GROUP.sub('(?:', form.pattern)})" for number, form in enumerate(FORMS)
    )
    + ")"
)
TRIGGER = re.compile(
    r"Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec|Day|Eve|Fourth|1[6-9]\d\d|20\d\d|9/11|Q[1-4]"
    r"|day|week|month|morrow|morning|year|decade|ght|vening|fternoon"
)
"""Stands in all that the forms describe, and opens a window in which they are looked for."""

BEFORE_TRIGGER, AFTER_TRIGGER = 24, 48
"""Characters of that window; the longest form is "September 24 to September 30, 2022"."""


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
    for start, end in windows(text):
        for match in EXPRESSION.finditer(text, start, end):
            form = match.lastgroup
            meaning = meaning_of(NUMBERS[form], match.group()) if form else None
            if meaning is not None:
                yield Expression(match.start(), match.end(), meaning)


def windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches around the triggers, which do not overlap."""
    start = end = 0
    for trigger in TRIGGER.finditer(text):
        place = trigger.start()
        if place - BEFORE_TRIGGER >= end:
            if end:
                yield start, end
            start = place - BEFORE_TRIGGER if place > BEFORE_TRIGGER else 0
        end = place + AFTER_TRIGGER
    if end:
        yield start, end


@lru_cache(maxsize=8192)
def meaning_of(form: int, words: str) -> Meaning | None:
    """What these words mean, which have this form."""
    match = PATTERNS[form].fullmatch(words)
    return FORMS[form].meaning(match) if match else None
