"""Which lines of a printed page go on in the next one, because a word more would not have fitted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.readers.documents.page_layout import Box


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """The words of a line, and where they stand."""

    text: str
    box: Box


SAME_SIZE = 0.25
"""Of the height of a line, by which another of the same letters may differ: some have no letter that hangs down."""
SAME_EDGE = 3.0
"""Heights of a line by which the left ends of lines of one column may differ, such as by an indent."""
INDENT = 0.6
"""Of the height of a line."""
WIDEST_PITCH = 2.5
"""Heights from one line to the next of a paragraph."""
USUAL_PITCH = 4
"""The distance that every so-manieth pair of lines on a page does not exceed is that within paragraphs."""
LOOSEST = 1.2
"""Of that distance; more is the space between paragraphs."""
FEWEST_ALIKE = 3
"""Lines of one size and one left end, which show where the column ends on the right; else all of the page do."""
NARROWEST = 10
"""Heights of a line; names beside pictures stand in narrower columns."""
ITEM = re.compile(r"[•◦▪■●·*–—-]\s|\(?\d{1,2}[.)]\s|\[\d")
"""What begins an item of a list, or a note."""


def flowing(lines: Sequence[PrintedLine]) -> list[str]:
    """The lines of a page, with a space at the end of those that go on in the next one (as RFC 3676 has it)."""
    texts = [" ".join(line.text.split()) for line in lines]
    distances = sorted(
        first.box.bottom - second.box.bottom for first, second in pairwise(lines) if is_below(first, second)
    )
    if not distances:
        return texts
    pitch = distances[len(distances) // USUAL_PITCH]
    goes_on = [
        is_below(first, second)
        and first.box.bottom - second.box.bottom <= LOOSEST * pitch
        and second.box.left - first.box.left < INDENT * first.box.height()
        and not ITEM.match(second.text)
        and is_full(first, second, lines)
        for first, second in pairwise(lines)
    ]
    return [f"{text} " if text and more else text for text, more in zip(texts, [*goes_on, False], strict=True)]


def is_below(first: PrintedLine, second: PrintedLine) -> bool:
    """The second is of the same letters, and may stand below the first in one paragraph."""
    if not (first.text.strip() and second.text.strip()):
        return False
    return (
        is_alike(first.box, second.box) and 0 < first.box.bottom - second.box.bottom < WIDEST_PITCH * first.box.height()
    )


def is_alike(one: Box, other: Box) -> bool:
    """They have about the same height and the same left end."""
    higher = max(one.height(), other.height())
    return abs(one.height() - other.height()) <= SAME_SIZE * higher and abs(one.left - other.left) <= SAME_EDGE * higher


def is_full(first: PrintedLine, second: PrintedLine, lines: Sequence[PrintedLine]) -> bool:
    """The first word of the second line would have reached over the right end of the column."""
    alike = [line.box for line in lines if is_alike(first.box, line.box)]
    edge = max(box.right for box in (alike if len(alike) >= FEWEST_ALIKE else [line.box for line in lines]))
    if edge - first.box.left < NARROWEST * first.box.height():
        return False
    text = " ".join(second.text.split())
    word = text.split(maxsplit=1)[0]
    letters = len(word) if len(word) < LONGEST_WORD else 1
    wide = (second.box.right - second.box.left) * (letters + 1) / len(text)
    return first.box.right + wide > edge


LONGEST_WORD = 30
"""Letters; a longer one is a line of Chinese or Japanese, which may be broken anywhere."""
