"""What stands on a page beside its article and has days of its own: comments, related stories, most-read lists."""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

from index.web_page.passed_over import one_line_of_element
from index.web_page.structured_data import SCRIPTS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAMES = re.compile(
    r"""(?<![^\W_]) (?:
      comments? | commentlist | commentaires? | kommentare? | comentarios? | respond | disqus
    | related | recommended | recommendations? | popular | trending | (?<!__)(?:sidebar|aside) | newsletter
    | (?:most|read|more|also|you|must) [-_]? (?:read|more|viewed|popular|stories|articles|like)
    ) (?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
"""As whole words of a class or an id: "related-stories" and "relatedStories", and not "correlated"; the sidebar of
a block ("story__sidebar") is a part of it."""
OF_ARTICLE = re.compile(
    r"(?<![^\W_])(?:count|counter|number|link|links|meta|byline|date|info|has|with|no)(?![^\W_])", re.IGNORECASE
)
"""Such a name says something of the article: how many comments it has, or that there is something beside it."""
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
KEPT_TAGS = frozenset({"html", "head", "body", "main", "a", "time", "span", "button"})
SHORTEST_PROSE = 80
MOST_PROSE = 0.5
"""Of the prose of a page; a part with more of it is the article, or what many readers wrote below it."""
ENOUGH_ABOVE = 300
"""Characters of prose above a part, which may be all of a short article."""
LONGEST_NAMES = 500


def leave_out_side_parts(page: "HtmlElement") -> bool:
    """Take out of the tree what stands beside the article; whether there was anything. What scripts state stays."""
    found = [element for element in page.iterdescendants() if is_beside_article(element)]
    prose = prose_of(page) if found else {}
    dropped: set[HtmlElement] = set()
    for element in found:
        if not dropped.isdisjoint(element.iterancestors()) or holds_article(element, prose):
            continue
        scripts = element.xpath(f".{SCRIPTS}")
        holder = element.getparent()
        element.drop_tree()
        holder.extend(scripts)
        dropped.add(element)
    return bool(dropped)


def is_beside_article(element: "HtmlElement") -> bool:
    """Its class or its id says so, or it is an aside outside of the article."""
    if not isinstance(element.tag, str) or element.tag in KEPT_TAGS:
        return False
    if element.tag == "aside" and not element.xpath("ancestor::article|ancestor::main"):
        return True
    return any(NAMES.search(name) and not OF_ARTICLE.search(name) for name in names_of(element))


def names_of(element: "HtmlElement") -> Iterator[str]:
    """Its id and its classes, with a hyphen where a capital begins a word."""
    for name in f"{element.get('id', '')} {element.get('class', '')}"[:LONGEST_NAMES].split():
        yield HUMP.sub("-", name)


def prose_of(page: "HtmlElement") -> dict["HtmlElement", int]:
    """The characters of each paragraph that may be one of the article, in order."""
    lengths = ((element, len(one_line_of_element(element))) for element in page.iter("p"))
    return {element: length for element, length in lengths if length >= SHORTEST_PROSE}


def holds_article(element: "HtmlElement", prose: Mapping["HtmlElement", int]) -> bool:
    """It has the headline in it, or most of the prose, with hardly any above it that could be that of the article."""
    if element.xpath('.//h1|.//*[@itemprop="articleBody" or @itemprop="headline"]'):
        return True
    own = {each for each in element.iter("p") if each in prose}
    if sum(prose[each] for each in own) <= MOST_PROSE * sum(prose.values()):
        return False
    above = takewhile(lambda each: each not in own, prose)
    return sum(prose[each] for each in above) < ENOUGH_ABOVE
