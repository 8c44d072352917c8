"""What a page says of itself in JSON-LD, as schema.org has it: the items, and which of them are articles."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING

from index.text.html_text import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Item = Mapping[str, object]

ARTICLE_TYPE = re.compile(r"(?:.*[/#:])?\w*(?:Article|BlogPosting|Report|SocialMediaPosting)")
"""NewsArticle and its kinds, blogs and live blogs."""
HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed")
MOST_ITEMS = 1000
LONGEST_SCRIPT = 4 * 1024 * 1024
WRAPPING = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?)\s*\Z"
)


def json_ld_items(page: "HtmlElement") -> Iterator[Item]:
    """The items of schema.org data, the outermost first; nothing of a script that is no JSON."""
    waiting: list[object] = [script_value(script.text_content()) for script in page.xpath(SCRIPTS)]
    count = 0
    while waiting and count < MOST_ITEMS:
        value = waiting.pop(0)
        if isinstance(value, dict):
            count += 1
            yield value
            waiting += [value[name] for name in HOLDERS if isinstance(value.get(name), dict | list)]
        elif isinstance(value, list):
            waiting += [each for each in value[:MOST_ITEMS] if isinstance(each, dict | list)]


SCRIPTS = '//script[contains(translate(@type, "LDJSON", "ldjson"), "ld+json")]'


def script_value(text: str) -> object:
    """What the JSON of a script says; None when it is none."""
    if len(text) > LONGEST_SCRIPT:
        return None
    try:
        return json.loads(WRAPPING.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return None


def article_items(page: "HtmlElement") -> Iterator[Item]:
    """The items that are articles."""
    return (item for item in json_ld_items(page) if is_article(item))


def is_article(item: Item) -> bool:
    """It says that it is a kind of article."""
    types = item.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and ARTICLE_TYPE.fullmatch(name) for name in names)


def told_by_article(page: "HtmlElement", role: str) -> str | None:
    """The names that the first article in JSON-LD has for its author or publisher; None when it names none."""
    found = (names_in(item.get(role)) for item in article_items(page))
    return next((", ".join(names) for names in found if names), None)


def names_in(value: object) -> list[str]:
    """The names of a person, of an organisation, or of several."""
    several = value if isinstance(value, list) else [value]
    named = [each.get("name") if isinstance(each, dict) else each for each in several[:MOST_NAMES]]
    return [name.strip() for name in named if isinstance(name, str) and name.strip() and "://" not in name]


MOST_NAMES = 20


def headline_of_item(item: Item) -> str | None:
    """What an item says is its headline, on one line; None when it says none."""
    value = next((item[name] for name in ("headline", "name") if isinstance(item.get(name), str)), None)
    return " ".join(text_of(unescape(str(value))).split()) or None if value else None
