"""What of a page its readers never see: honeypots, copies for telephones, notes for editors."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class HiddenMark:
    """A way in which pages hide an element: what it is called, how to tell it, and an example."""

    name: str
    hides: Callable[["HtmlElement"], object]
    example: str


STYLE = re.compile(
    r"""(?:^|;)\s*(?:
      display\s*:\s*none | visibility\s*:\s*(?:hidden|collapse)
    | (?:opacity|font-size|max-height|height|width)\s*:\s*0(?:\.0+)?(?:px|em|rem|%)?\s*(?:!important\s*)?(?:;|$)
    | (?:left|top|right|text-indent)\s*:\s*-\d{4,}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
CLASSES = frozenset(
    str.split(
        "sr-only sr-only-focusable screen-reader-text screen-reader-only screenreader visually-hidden visuallyhidden"
        " visually-hidden-focusable a11y-hidden u-visually-hidden u-hidden-visually hidden-visually element-invisible"
        " offscreen off-screen d-none is-hidden-visually"
    )
)
"""Names that style sheets in wide use give to what is read aloud only, or not at all."""

HIDDEN_MARKS = (
    HiddenMark("template", lambda element: element.tag == "template", "<template><p>Unseen</p></template>"),
    HiddenMark(
        "attribute",
        lambda element: element.get("hidden", "until-found").lower() != "until-found",
        "<p hidden>Unseen</p>",
    ),
    HiddenMark("style", lambda element: STYLE.search(element.get("style", "")), '<p style="display: none">Unseen</p>'),
    HiddenMark(
        "for nobody",
        lambda element: element.get("aria-hidden", "").lower() == "true",
        '<p aria-hidden="true">Unseen</p>',
    ),
    HiddenMark(
        "class",
        lambda element: not CLASSES.isdisjoint(element.get("class", "").lower().split()),
        '<p class="lead sr-only">Unseen</p>',
    ),
)

MOST_HIDDEN = 0.5
"""Of the characters of a page; where more of it is hidden, a script shows it to its readers."""


def leave_out_hidden_parts(page: "HtmlElement") -> None:
    """Take out of the tree what readers never see, unless that is most of what the page says."""
    hidden = [element for element in page.iterdescendants() if is_hidden(element)]
    most = MOST_HIDDEN * shown_length(page) if hidden else 0
    dropped: set[HtmlElement] = set()
    for element in hidden:
        if dropped.isdisjoint(element.iterancestors()) and shown_length(element) <= most:
            element.drop_tree()
            dropped.add(element)


def is_hidden(element: "HtmlElement") -> bool:
    """One of the marks hides it; the page itself is never hidden, and comments are no elements."""
    if not isinstance(element.tag, str) or element.tag in {"html", "body", "head"}:
        return False
    return any(mark.hides(element) for mark in HIDDEN_MARKS)


def shown_length(element: "HtmlElement") -> int:
    """The characters in it that are no scripts."""
    texts = element.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]")
    return sum(len(text.strip()) for text in texts)
