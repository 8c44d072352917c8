"""The clauses that ask what is known of an article, and not for its words."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Source:
    """Articles of the outlet with this name; case, accents and punctuation do not count."""

    name: str


AttributeName = Literal[
    "author", "place", "person", "organisation", "cites", "site", "url", "path", "format", "language", "dated", "has",
    "like",
]  # fmt: skip
KNOWN_THINGS = ("author", "date", "language", "place", "quotes", "source", "story", "url")
"""What may be known of an article, so that it can be asked whether it is."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """Articles of which something is known, and is so; case and accents do not count.

    Names hold these words in a row; addresses and paths these characters, or with a star look so as a whole or in the
    last part. A language is a code of ISO 639-1, or a name in English. A site is a host, with those below it, maybe
    with a path; `dated` is how a date is known, `has` what is.
    A `person` or `organisation` is named in the text, however its name is written there.
    What is `like` an article is put into words before an engine is asked (`search.likeness`); to an engine, none is.
    """

    name: AttributeName
    value: str
    """As typed."""


@dataclass(frozen=True, slots=True)
class Length:
    """Articles whose text has so many words, both ends included."""

    least: int | None
    """None is without a least number."""
    most: int | None
    """None is without a most number."""


@dataclass(frozen=True, slots=True)
class Between:
    """Articles that may have been published from `since` to `until`, both included.

    An article dated by a range matches when the ranges share a day; an undated article never matches.
    """

    since: date | None
    """None is without a first day."""
    until: date | None
    """None is without a last day."""


@dataclass(frozen=True, slots=True)
class InStory:
    """Articles of the story that the article with this id tells with others; none when it stands alone."""

    id: str


@dataclass(frozen=True, slots=True)
class About:
    """Articles whose text names a day, month or year that lies from `first` to `last`, both included.

    What is named counts with all its days: "in November" lies in 2022 and in 2022-11, but not in 2022-11-09.
    """

    first: date | None
    """None is without a first day."""
    last: date | None
    """None is without a last day."""


@dataclass(frozen=True, slots=True)
class Identified:
    """The one article with this id."""

    id: str


@dataclass(frozen=True, slots=True)
class Everything:
    """Every article."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No article."""
