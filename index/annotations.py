"""What an article says that is looked for beside its words: days, names, quotations, lines that its site may repeat."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

EntityKind = Literal["person", "organisation"]
NumericOrder = Literal["day first", "month first"]
"""In which order a date in figures has day and month."""


@dataclass(frozen=True, slots=True)
class DayMention:
    """Words that name the days from `first` to `last`; they stand at `start` to `end` in the text."""

    first: date
    last: date
    start: int
    end: int


class NamedEntity(NamedTuple):
    """A person or an organisation that the text names."""

    kind: EntityKind
    key: str
    """The same however the name is written."""
    name: str
    """As the text writes it most fully."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A direct quotation, as spans of characters of the body."""

    start: int
    """Of the words, without the marks around them."""
    end: int
    speaker: tuple[int, int] | None
    """Where the speaker's name stands most fully in the text; None where the text names nobody beside the words."""


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A line that its site may repeat: its key, and whether it has been left out as repeated."""

    key: int
    is_removed: bool


@dataclass(frozen=True, slots=True)
class NumericDate:
    """The date of an article that is written in figures."""

    outlet: int
    """A number for the outlet that published it: the one of the address, or else the one that it names."""
    order: NumericOrder | None
    """None when it may be either."""


class TextStarts(NamedTuple):
    """Characters of a text at which something begins, ascending; the beginning of the text itself is none of them."""

    paragraphs: tuple[int, ...] = ()
    """A paragraph begins after each blank line."""
    sentences: tuple[int, ...] = ()
    """Those of sentences that begin no paragraph."""


NO_STARTS = TextStarts()
"""Of one sentence."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """What one article says."""

    mentions: tuple[DayMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    lines: tuple[SiteLine, ...] = ()
    figures: NumericDate | None = None
    """None when its date is not written in figures."""
    starts: TextStarts = NO_STARTS
    """Where the paragraphs and sentences of its body begin."""
    named: tuple[NamedEntity, ...] = ()
    """The people and organisations that it names, each once."""


NO_ANNOTATIONS = Annotations()
"""Of an article that is only looked for by its words."""
