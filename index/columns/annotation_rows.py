"""What articles say beside their words, as rows of their documents; another annotation is one class more here."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from index.annotations import Annotations
from index.inversion.fingerprints import DigestRows, FingerprintRows
from index.inversion.quotation_rows import QuotationRows
from index.inversion.start_rows import ParagraphRows, SentenceRows
from index.publication_date.numeric_dates import ORDERS
from index.storage.arrays import Array
from index.storage.multi_valued import DocumentRows


@dataclass(frozen=True, slots=True)
class AnnotationRows(DocumentRows):
    """The rows of a table that annotations fill."""

    @staticmethod
    @abstractmethod
    def told(told: Annotations) -> Sequence[Sequence[int]]:
        """The rows of an article that says this, the columns in the order of the fields."""


@dataclass(frozen=True, slots=True)
class MentionRows(AnnotationRows):
    """The days that the body of each article names. All are unsigned, or int64 in the making, (mentions,)."""

    table: ClassVar[str] = "mention"
    first_day: Array
    """Counted as `date.toordinal` does, and so the last one."""
    last_day: Array
    start: Array
    """The character of the body at which it does."""

    @staticmethod
    def told(told: Annotations) -> Sequence[Sequence[int]]:
        """See `AnnotationRows`."""
        return [(day.first.toordinal(), day.last.toordinal(), day.start) for day in told.mentions]


@dataclass(frozen=True, slots=True)
class SiteLineRows(AnnotationRows):
    """The lines of each article that its site may repeat, in the order of its text.

    All are unsigned, or int64 in the making, (lines,).
    """

    table: ClassVar[str] = "line"
    key: Array
    """As `index.cleaning.repeated_lines` has it: odd for a long line; below 2⁶³."""
    is_removed: Array
    """1 where it is left out as repeated, by now."""

    @staticmethod
    def told(told: Annotations) -> Sequence[Sequence[int]]:
        """See `AnnotationRows`."""
        return [(line.key, line.is_removed) for line in told.lines]


@dataclass(frozen=True, slots=True)
class NumericDateRows(AnnotationRows):
    """The date of each article, at most one row, when it is written in figures.

    All are unsigned, or int64 in the making, (rows,).
    """

    table: ClassVar[str] = "figures"
    outlet: Array
    """A number for the outlet that published it; below 2⁶³."""
    order: Array
    """The place in `index.publication_date.numeric_dates.ORDERS` of the order in which day and month stand."""

    @staticmethod
    def told(told: Annotations) -> Sequence[Sequence[int]]:
        """See `AnnotationRows`."""
        return [(told.figures.outlet, ORDERS.index(told.figures.order))] if told.figures else []


ANNOTATION_TABLES: tuple[type[AnnotationRows], ...] = (MentionRows, SiteLineRows, NumericDateRows)
COUNTED_TABLES: tuple[type[DocumentRows], ...] = (QuotationRows, ParagraphRows, SentenceRows)
TABLES: tuple[type[DocumentRows], ...] = (FingerprintRows, DigestRows, *ANNOTATION_TABLES, *COUNTED_TABLES)
"""All that a segment has; the first two and the last three are made of words, while these become postings."""
