"""An article that its page keeps in several containers of one class, such as where advertisements divide it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.web_page.passed_over import one_line_of_element
from index.web_page.side_parts import is_beside_article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

OF_TEXT = re.compile(
    r"(?<![^\W_])(?:article|story|body|content|text|copy|entry|prose|richtext|paragraphs?)(?![^\W_])", re.IGNORECASE
)
"""As a whole word of the class of a container that holds text."""
OF_ITS_OWN = ".//h1|.//h2//a|.//h3//a|.//time|.//*[@itemprop='author' or @itemprop='headline' or @rel='author']|.//form"
"""What a container, or its wrapper, has in it when it is an article of its own, or what a reader wrote."""
SENTENCE = re.compile(r"[^.!?…。！？]{20,}[.!?…。！？]")
FEWEST_SENTENCES = 2
MOST_LINKED = 0.3
"""Of the characters of a container; one with more of them in links leads to other articles."""
MOST_CONTAINERS = 200
SHORTEST_PARAGRAPH = 40
"""Characters."""


def joined_containers(page: "HtmlElement", text: str) -> bool:
    """Bring containers of one class together in the tree, where this text is from one of them; whether they were."""
    lines = {" ".join(line.split()) for line in text.split("\n")}
    for containers in groups(page):
        held = [sum(map(len, lines & paragraphs_of_element(each))) for each in containers]
        if sum(map(bool, held)) == 1 and sum(held) > len(text) / 2:
            first, *others = containers
            for other in others:
                first.extend(list(other))
            return True
    return False


def groups(page: "HtmlElement") -> Iterator[Sequence["HtmlElement"]]:
    """The containers of prose that have one class, and stand beside each other or alone in wrappers that do."""
    kinds: dict[tuple[HtmlElement, str, str, bool], list[HtmlElement]] = defaultdict(list)
    for element in page.iter("div", "section"):
        parent = element.getparent()
        if parent is None or not OF_TEXT.search(element.get("class", "")[:500]):
            continue
        kinds[parent, element.tag, element.get("class"), False].append(element)
        if parent.tag in {"div", "section"} and parent.getparent() is not None:
            kinds[parent.getparent(), element.tag, element.get("class"), True].append(element)
    for (_, _, _, is_wrapped), elements in kinds.items():
        wrappers = [each.getparent() if is_wrapped else each for each in elements]
        is_group = 1 < len(elements) <= MOST_CONTAINERS and len(set(wrappers)) == len(elements)
        if is_group and all(map(is_prose, elements, wrappers)):
            yield elements


def is_prose(element: "HtmlElement", wrapper: "HtmlElement") -> bool:
    """It has sentences, hardly any links, and nothing that tells of another article."""
    whole = one_line_of_element(element)
    linked = sum(len(one_line_of_element(link)) for link in element.iter("a"))
    if len(SENTENCE.findall(whole)) < FEWEST_SENTENCES or linked > MOST_LINKED * len(whole):
        return False
    return not wrapper.xpath(OF_ITS_OWN) and not any(map(is_beside_article, [wrapper, *element.iterancestors()]))


def paragraphs_of_element(element: "HtmlElement") -> set[str]:
    """Those of its paragraphs that are long enough to stand in no other."""
    lines = map(one_line_of_element, element.iter("p"))
    return {line for line in lines if len(line) >= SHORTEST_PARAGRAPH}
