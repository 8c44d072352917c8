"""The paragraphs of a plain text, whether its lines are wrapped or not."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

WIDEST_WRAP = 100
"""Characters; texts are wrapped at 60 to 80 columns, and a little over where a word is long."""

NARROWEST_WRAP = 45
"""Characters; lines that are all shorter than this were broken by hand, as in a list or a poem."""

MOST_UNWRAPPED = 0.1
"""Of the characters in short lines; a table or a quotation may stand out of a wrapped text."""

NARROWEST_HEADLINE = 30
"""Characters; a shorter line in capitals would have had room for more."""

FEWEST_WRAPPED_LINES = 3
"""Fewer lines that end in mid-sentence could be a headline, a caption and a name; one that goes on in small letters
counts twice, for none of these does."""


class Paragraph(NamedTuple):
    """A paragraph as it stands, without white space around it, and with single spaces between its words."""

    raw: str
    text: str


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text: its lines, where it is not wrapped; else the lines that were one before wrapping."""
    lines = [line.strip() for line in text.split("\n")]
    width = wrap_width(lines)
    is_ragged = width is None and is_wrapped_anywhere(lines)
    joined: list[list[str]] = []
    previous = ""
    for line in lines:
        is_wrapped = bool(line and previous and width and continues(previous, line, width))
        if is_ragged and line and previous:
            is_wrapped = line[0].islower() or (len(joined) > 1 and goes_on_behind(previous))
        if is_wrapped or (len(joined) == 1 and continues_headline(previous, line)):
            joined[-1].append(line)
        elif line:
            joined.append([line])
        previous = line
    return [Paragraph(raw, " ".join(raw.split())) for raw in map(" ".join, joined)]


def wrap_width(lines: Sequence[str]) -> int | None:
    """The column at which the text is wrapped; None when it is not."""
    short = [len(line) for line in lines if len(line) <= WIDEST_WRAP]
    width = max(short, default=0)
    unwrapped = sum(len(line) for line in lines if len(line) > WIDEST_WRAP and " " in line)
    if width < NARROWEST_WRAP or unwrapped > MOST_UNWRAPPED * sum(short):
        return None
    pairs = [(first, second) for first, second in pairwise(lines) if first and second]
    full = [(first, second) for first, second in pairs if continues(first, second, width)]
    in_sentence = [second for first, second in full if goes_on_behind(first)]
    weight = len(in_sentence) + sum(second[0].islower() for second in in_sentence)
    return width if weight >= FEWEST_WRAPPED_LINES and 2 * len(full) >= len(pairs) else None


def is_wrapped_anywhere(lines: Sequence[str]) -> bool:
    """Most lines end in mid-sentence, and go on in small letters: wrapped in a narrow column, or with words made whole
    that ended lines."""
    pairs = [(first, second) for first, second in pairwise(lines) if first and second]
    run_on = [second for first, second in pairs if second[0].islower() and goes_on_behind(first)]
    return len(run_on) >= FEWEST_WRAPPED_LINES and 2 * len(run_on) > len(pairs)


def goes_on_behind(line: str) -> bool:
    """A sentence does not end with this line."""
    return line[-1] not in '.!?:;”"'


def continues(line: str, following: str, width: int) -> bool:
    """The next line's first word did not fit on this line."""
    return len(line) <= WIDEST_WRAP and width < len(line) + 1 + len(following.split(maxsplit=1)[0])


def continues_headline(line: str, following: str) -> bool:
    """Both lines are the words of one headline in capitals, the first too long for more."""
    if len(line) < NARROWEST_HEADLINE or not (line.isupper() and following.isupper()):
        return False
    return line[-1] not in '.!?:;”"' and not re.match(r"BY |[^\w‘’“”\"]|.*\d{4}", following)
