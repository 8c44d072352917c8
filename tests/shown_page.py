"""A page as a reader has it: its elements and their texts, out of its HTML."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "hr", "img"}


@dataclass(slots=True)
class Element:
    """An element with its attributes and all the text in it."""

    tag: str
    attributes: dict[str, str]
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text, in single spaces."""
        return " ".join("".join(self.pieces).split())


class ShownPage(HTMLParser):
    """The elements of a page in their order; fails when tags do not pair."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(markup)
        self.close()
        assert not self._open, f"not closed: {[element.tag for element in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        closed = self._open.pop()
        assert closed.tag == tag, f"</{tag}> closes <{closed.tag}>"

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.pieces.append(data)

    def all(self, tag: str, kind: str | None = None) -> list[Element]:
        """The elements with this tag, and of this class if one is given."""
        return [
            element
            for element in self.elements
            if element.tag == tag and (kind is None or kind in element.attributes.get("class", "").split())
        ]

    def texts(self, tag: str, kind: str | None = None) -> list[str]:
        """The texts of these elements."""
        return [element.text for element in self.all(tag, kind)]

    def links(self) -> dict[str, str]:
        """Where each link goes, by its text; of two with one text, the first."""
        found: dict[str, str] = {}
        for link in self.all("a"):
            found.setdefault(link.text, link.attributes["href"])
        return found
