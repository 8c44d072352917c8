"""In which order the pieces of a printed page are read: two columns one after the other, a headline above both."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Box:
    """Where a piece of text stands on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def height(self) -> float:
        """Of a line, a little more than the size of its letters."""
        return self.top - self.bottom


SAME_LINE = 0.5
"""Of the lower of two boxes that must overlap in height for them to be on one line."""
WIDEST_SPACE = 1.2
"""Of the height of a line: what is further apart in it belongs to different columns."""
FEWEST_LINES = 4
"""In a column."""
NARROWEST_COLUMN = 0.2
"""Of the width of all that stands on the page; the numbers of a list are narrower."""
MOST_PIECES, MOST_LINES = 5000, 600
"""On a page; one with more is a drawing or a table."""


def columns(pieces: Sequence[Box]) -> list[Box] | None:
    """The lines of a page in the order in which they are read; None where none stand beside each other in columns."""
    if not 2 * FEWEST_LINES <= len(pieces) <= MOST_PIECES:
        return None
    lines = joined_lines(pieces)
    if len(lines) > MOST_LINES:
        return None
    width = max(line.right for line in lines) - min(line.left for line in lines)
    ordered = in_reading_order(lines, width)
    return ordered if ordered != from_top(lines) else None


def from_top(lines: Sequence[Box]) -> list[Box]:
    """The lines from the top of the page to its bottom, those of one height from left to right."""
    return sorted(lines, key=lambda line: (-line.top, line.left))


def joined_lines(pieces: Sequence[Box]) -> list[Box]:
    """Pieces that stand side by side with no more than a space between them, as lines."""
    lines: list[Box] = []
    for piece in sorted(pieces, key=lambda each: (-round(each.bottom), each.left)):
        near = next((line for line in reversed(lines[-12:]) if is_beside(line, piece)), None)
        if near is None:
            lines.append(piece)
        else:
            lines[lines.index(near)] = around(near, piece)
    return lines


def is_beside(line: Box, piece: Box) -> bool:
    """The piece goes on with the line."""
    shared = min(line.top, piece.top) - max(line.bottom, piece.bottom)
    lower = min(line.height(), piece.height())
    gap = piece.left - line.right
    return shared > SAME_LINE * lower and -lower < gap < WIDEST_SPACE * max(line.height(), piece.height())


def around(one: Box, other: Box) -> Box:
    """The box that holds both."""
    return Box(
        min(one.left, other.left), min(one.bottom, other.bottom), max(one.right, other.right), max(one.top, other.top)
    )


def in_reading_order(lines: Sequence[Box], width: float) -> list[Box]:
    """The lines, cut into columns where a gap goes through all of them, and else into what is above and below a gap.

    The recursive X-Y cut of Nagy and Seth (1984), without recursion.
    """
    ordered: list[Box] = []
    waiting = [list(lines)]
    while waiting:
        block = waiting.pop()
        parts = cut_into_columns(block, width) or cut_across(block)
        if parts:
            waiting += [parts[1], parts[0]]
        else:
            ordered += from_top(block)
    return ordered


def cut_into_columns(block: Sequence[Box], width: float) -> tuple[list[Box], list[Box]] | None:
    """What is left and right of the first gap that goes through from top to bottom between two columns of prose."""
    if len(block) < 2 * FEWEST_LINES:
        return None
    by_left = sorted(block, key=lambda line: line.left)
    reach = by_left[0].right
    for number, line in enumerate(by_left):
        if line.left > reach:
            left, right = by_left[:number], by_left[number:]
            if is_column(left, width) and is_column(right, width):
                return left, right
        reach = max(reach, line.right)
    return None


def is_column(lines: Sequence[Box], width: float) -> bool:
    """They are enough lines, and wide enough, for prose."""
    return len(lines) >= FEWEST_LINES and median(line.right - line.left for line in lines) >= NARROWEST_COLUMN * width


def cut_across(block: Sequence[Box]) -> tuple[list[Box], list[Box]] | None:
    """What is above and below the widest gap from left to right; None where lines overlap, or one is left.

    Only where columns may be found on one side of it.
    """
    if len(block) <= 2 * FEWEST_LINES:
        return None
    ordered = from_top(block)
    floor, widest, place = ordered[0].bottom, 0.0, 0
    for number, line in enumerate(ordered[1:], 1):
        if floor - line.top > widest:
            widest, place = floor - line.top, number
        floor = min(floor, line.bottom)
    return (ordered[:place], ordered[place:]) if place else None
