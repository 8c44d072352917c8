"""Which words of an article begin its paragraphs, and which their sentences."""

from dataclasses import dataclass
from typing import ClassVar

from index.storage.arrays import Array
from index.storage.multi_valued import DocumentRows


@dataclass(frozen=True, slots=True)
class ParagraphRows(DocumentRows):
    """The paragraphs of the body of each article but the first, which begins behind the title."""

    table: ClassVar[str] = "paragraph"
    first: Array
    """The position of the first of its words, ascending: unsigned, or int64 in the making, (paragraphs,)."""


@dataclass(frozen=True, slots=True)
class SentenceRows(DocumentRows):
    """The sentences of the body of each article but those that begin a paragraph."""

    table: ClassVar[str] = "sentence"
    first: Array
    """The position of the first of its words, ascending: unsigned, or int64 in the making, (sentences,)."""
