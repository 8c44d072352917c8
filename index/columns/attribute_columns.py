"""What is known of articles beside their words and days, as texts to compare: authors, places, addresses, files."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from index.article import Article
from index.schema import name_key, utf8
from index.storage.arrays import Array, ArrayWriter, compacted
from index.storage.string_column import StringColumn, add_texts

BETWEEN_NAMES = "|"
"""Between the names of several outlets; no name has it once it is folded."""


def named(name: str | None) -> str:
    """A name as its words, folded, with a space before and after each; empty where there is none."""
    return f" {name_key(name)} " if name and name_key(name) else ""


ATTRIBUTES: Mapping[str, Callable[[Article], str]] = {
    "author": lambda article: named(article.author),
    "place": lambda article: named(article.place),
    "cites": lambda article: BETWEEN_NAMES.join(named(name) for name in article.cites),
    "url": lambda article: address_key(article.url or ""),
    "path": lambda article: article.path.casefold(),
    "language": lambda article: article.language or "",
    "changed": lambda article: article.changed.last.isoformat() if article.changed else "",
    "doubt": lambda article: "; ".join(article.doubts),
    "dated": lambda article: article.published.how if article.published else "",
}
"""The columns, each with the text of an article in it, which is empty where nothing is known."""


def address_key(url: str) -> str:
    """An address as it is compared: without its scheme, www and case."""
    return url.strip().casefold().rpartition("://")[2].removeprefix("www.")


def attribute_texts(article: Article) -> Sequence[bytes]:
    """The texts of an article, in the order of ATTRIBUTES."""
    return [utf8(text(article)) for text in ATTRIBUTES.values()]


class AttributeColumns:
    """The attributes of the documents of a segment: texts, of which each is kept once.

    It is read from `value.bytes` and `value.starts`, the texts, sorted, and for each attribute the number of its text:
    `document.author` and so on, unsigned (documents,).
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.texts = StringColumn(arrays, "value")
        self.numbers = {attribute: arrays[f"document.{attribute}"] for attribute in ATTRIBUTES}

    def of_documents(self, documents: Array) -> Sequence[Sequence[bytes]]:
        """The texts of documents, integers (n,), each in the order of ATTRIBUTES."""
        every = list(self.texts)
        columns = [[every[number] for number in own[documents].tolist()] for own in self.numbers.values()]
        return list(zip(*columns, strict=True))


def add_attributes(writer: ArrayWriter, documents: Sequence[Sequence[bytes]]) -> None:
    """Write the texts of documents, each in the order of ATTRIBUTES."""
    texts = sorted({b"", *(text for document in documents for text in document)})
    numbers = {text: number for number, text in enumerate(texts)}
    add_texts(writer, "value", texts)
    for place, attribute in enumerate(ATTRIBUTES):
        found = np.fromiter((numbers[document[place]] for document in documents), np.int64, len(documents))
        writer.add(f"document.{attribute}", compacted(found))
