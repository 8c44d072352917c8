"""The text of a piece of HTML, such as feeds, mails and web services carry; nothing of it is run or fetched."""

import re

BLOCKS = frozenset(
    str.split(
        "address article aside blockquote br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6"
        " header hr li main nav ol p pre section table td th tr ul"
    )
)
UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "svg", "iframe", "object"})
LOOKS_LIKE_HTML = re.compile(
    r"</?(?:p|br|div|span|a|em|strong|b|i|h[1-6]|ul|li|img|html|body|table)\b[^<>]{0,2000}>|&(?:#\d{1,6}|[a-z]{2,8});",
    re.IGNORECASE,
)
END_OF_PARAGRAPH = "\x1e"


def text_of(value: str) -> str:
    """The text of a value that may be HTML, a line for each paragraph; as it is when it is none."""
    if not LOOKS_LIKE_HTML.search(value):
        return value
    # Imported here, because most records hold no HTML.
    from lxml import etree

    parser = etree.HTMLParser(target=ShownText(), encoding="utf-8", no_network=True)
    text = str(etree.HTML(value.encode("utf-8", "replace"), parser))
    lines = (" ".join(line.split()) for line in text.split(END_OF_PARAGRAPH))
    return "\n".join(line for line in lines if line)


class ShownText:
    """Collects what a reader of the page would see; the parser calls it at each tag and text."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.unseen: list[str] = []

    def start(self, tag: str, attributes: object) -> None:
        """Begin a paragraph, or something that is not shown."""
        if tag in UNSEEN:
            self.unseen.append(tag)
        elif tag in BLOCKS:
            self.pieces.append(END_OF_PARAGRAPH)

    def end(self, tag: str) -> None:
        """End what was begun."""
        if tag in UNSEEN and tag in self.unseen:
            del self.unseen[self.unseen.index(tag) :]
        elif tag in BLOCKS:
            self.pieces.append(END_OF_PARAGRAPH)

    def data(self, text: str) -> None:
        """Keep text that is shown."""
        if not self.unseen:
            self.pieces.append(text)

    def close(self) -> str:
        """All that was kept."""
        return "".join(self.pieces)
