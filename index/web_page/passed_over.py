"""Lists that stand between two paragraphs of the article, and were taken for a menu."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LISTS = ("ul", "ol", "dl")
MOST_LINKED = 0.5
"""Of the characters of a list; one with more of them in links leads elsewhere."""
LONGEST_LIST = 20_000


def with_lists_between(page: "HtmlElement", text: str) -> str:
    """The text with the items of lists that stand beside its paragraphs in the page, between two of them."""
    lines = text.split("\n")
    for element in page.iter(*LISTS):
        before, after = neighbour(element, -1), neighbour(element, 1)
        if before is None or after is None:
            continue
        place = place_of(before, lines)
        if place is None or place_of(after, lines) is None:
            continue
        items = items_of(element)
        if items and not any(item in text for item in items):
            lines[place + 1 : place + 1] = items
    return "\n".join(lines)


def neighbour(element: "HtmlElement", step: int) -> str | None:
    """The text of the nearest element beside it that has one, in this direction; None when there is none."""
    for other in element.itersiblings(preceding=step < 0):
        if isinstance(other.tag, str) and (text := one_line_of_element(other)):
            return text
    return None


def one_line_of_element(element: "HtmlElement") -> str:
    """The text of an element on one line."""
    return " ".join(element.text_content().split())


def place_of(paragraph: str, lines: Sequence[str]) -> int | None:
    """The number of the line that is this paragraph; None when none is."""
    return next((number for number, line in enumerate(lines) if " ".join(line.split()) == paragraph), None)


def items_of(element: "HtmlElement") -> list[str]:
    """The items of a list of prose, each on one line; none of a list of links."""
    whole = one_line_of_element(element)
    linked = sum(len(one_line_of_element(link)) for link in element.iter("a"))
    if not whole or len(whole) > LONGEST_LIST or linked > MOST_LINKED * len(whole):
        return []
    items = (one_line_of_element(item) for item in element if item.tag in {"li", "dt", "dd"})
    return [item for item in items if item]
