"""The text of an article that a page has only for its scripts: behind a paywall, or drawn by the browser."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from index.text.html_text import text_of
from index.web_page.structured_data import article_items, script_value

if TYPE_CHECKING:
    from lxml.html import HtmlElement

STATE = '//script[@id="__NEXT_DATA__" or (@type="application/json" and not(contains(@id, "config")))]'
TEXT_NAMES = frozenset({"articlebody", "body", "content", "bodyhtml", "bodytext", "contenthtml", "fulltext", "text"})
PIECE_NAMES = ("text", "html", "content", "value", "body", "data", "model", "children")
DEEPEST = 16
MOST_VALUES = 50_000
MOST_WORDS = 0.75
"""Of the text that a page shows; one that has fewer of them is the text of another article."""
FEWEST_CHARACTERS = 500
"""A shorter text in a script is a summary, or that of a notice."""


def embedded_text(page: "HtmlElement") -> str | None:
    """The longest text that the page gives as an article's, a line for each paragraph; None when there is none."""
    texts = [*stated_texts(page), *(text for script in page.xpath(STATE) for text in kept_texts(script.text_content()))]
    longest = max(texts, key=len, default="").strip()
    return longest if len(longest) >= FEWEST_CHARACTERS else None


def is_more_of(text: str, other: str, times: float = 1.5) -> bool:
    """The text is so many times as long as the other, and has most of its words, unless that is hardly a paragraph."""
    if len(text) < times * len(other):
        return False
    own, others = Counter(words_of(text)), Counter(words_of(other))
    return len(other) < FEWEST_CHARACTERS or (own & others).total() >= MOST_WORDS * others.total()


def words_of(text: str) -> list[str]:
    """The words of a text, whatever their case."""
    return re.findall(r"\w+", text.casefold())


def stated_texts(page: "HtmlElement") -> Iterator[str]:
    """What JSON-LD gives as the text of an article."""
    for item in article_items(page):
        if isinstance(body := item.get("articleBody"), str):
            yield plain(body)


def kept_texts(script: str) -> Iterator[str]:
    """The texts that the state of a page keeps under a name for texts, whole or in pieces."""
    waiting: list[tuple[object, int]] = [(script_value(script), 0)]
    for _ in range(MOST_VALUES):
        if not waiting:
            return
        value, depth = waiting.pop()
        if depth > DEEPEST or not isinstance(value, dict | list):
            continue
        inner = list(value.items()) if isinstance(value, dict) else [("", each) for each in value]
        for name, each in inner:
            if name.replace("_", "").lower() in TEXT_NAMES:
                yield from [plain(each)] if isinstance(each, str) else pieces_joined(each)
            waiting.append((each, depth + 1))


def pieces_joined(value: object) -> Iterator[str]:
    """The text of a list of paragraphs; none of a list of other things."""
    if isinstance(value, list):
        pieces = [piece for each in value[:5000] if (piece := piece_text(each, 0).strip())]
        if len(pieces) > 1:
            yield "\n".join(pieces)


def piece_text(value: object, depth: int) -> str:
    """The text of a paragraph, whose words may lie in lists of their own; "" when it has none."""
    if isinstance(value, str):
        return plain(value)
    if depth > DEEPEST:
        return ""
    if isinstance(value, list):
        return "".join(piece_text(each, depth + 1) for each in value[:1000])
    if isinstance(value, dict):
        return next((text for name in PIECE_NAMES if (text := piece_text(value.get(name), depth + 1))), "")
    return ""


def plain(text: str) -> str:
    """A text of a script as its readers would see it: without tags, which may have been escaped."""
    return text_of(unescape(text))
