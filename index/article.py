"""What passes from reading to the page: an article, when it was published, and what was skipped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "year"]
How = Literal["stated", "url", "filename", "inferred", "changed", "file"]

CONFIDENCE: Mapping[How, float] = {
    "stated": 0.88,
    "url": 0.94,
    "filename": 0.94,
    "inferred": 0.3,
    "changed": 0.8,
    "file": 0.0,
}
"""How sure a date is that is known so, as far as nothing more is known of it.

Stated: of 410 pages of ext_trafilatura, ext_readability and ext_goose_newspaper that state a day, 363 state that of the
annotators. Address: of 117 pages of ext_trafilatura with a day in theirs, 110. Names of files are taken to be as good
as addresses, for no collection at hand has any. Inferred: what `index.date_inference.inference` has measured for the
least sure. Changed: of 20 pages of the same three collections that show their
readers no other day, 16 are of that day, and none is of a later one. The time of a file tells when it came.
"""


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published: a day from `first` to `last`, both included, and how that is known."""

    first: date
    last: date
    precision: Precision
    how: How
    evidence: str
    """The words that show it, as they stand in the article."""
    weighed: float | None = None
    """How sure this date is, where that was worked out for it alone; None where `how` tells all."""

    @property
    def confidence(self) -> float:
        """How sure the date is, from 0 to 1."""
        return CONFIDENCE[self.how] if self.weighed is None else self.weighed


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of text that was left out of the body, and the name of the rule that left it out."""

    text: str
    rule: str
    place: int | None = None
    """Which paragraph of the body it was, from 0, where it comes back when the rule no longer holds; None where the
    rule holds for good."""


@dataclass(frozen=True, slots=True)
class RoughArticle:
    """What a reader found in a file, before anything is left out; None is what the file does not say."""

    text: str
    """Its paragraphs are lines; the headline may be the first of them."""
    title: str | None = None
    published: Published | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    place: str | None = None
    changed: Published | None = None
    """The last day on which it was changed, after which it was not published; None when the file does not say."""
    record: int | None = None
    """Its line, row, entry or message in the file, from 1; None when the file is one article."""
    key: str | None = None
    """What names it among the articles of its file, where its number changes when others come; None otherwise."""
    record_id: str | None = None
    """What the file itself calls it, which others of the file may be called, too; None when it does not say."""
    attachments: tuple[str, ...] = ()
    """Files in which its text lies, as the file that lists it names them."""
    doubts: tuple[str, ...] = ()
    """What was assumed to read it, each as a few words, where its file does not tell: its encoding, that it is one."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: what it says, and what is known about it."""

    id: str
    path: str
    title: str
    title_is_stated: bool
    """False when the article has no headline and the title is the beginning of its first sentence."""
    body: str
    """Clean text; paragraphs are separated by a blank line."""
    source: str | None = None
    """The outlet that published it; None when the text does not say."""
    url: str | None = None
    """Where it was published; None when the file does not say."""
    author: str | None = None
    """None when the text names none."""
    place: str | None = None
    """The place in its dateline; None when it has no dateline."""
    published: Published | None = None
    """None when nothing says when it was published."""
    changed: Published | None = None
    """The day of its last change, where nothing says when it was published: not later. None otherwise."""
    cites: tuple[str, ...] = ()
    """The outlets whose reports it repeats, in the order in which they are named."""
    language: str | None = None
    """The language that it is written in, as a code of ISO 639-1; None when that cannot be told."""
    removed: tuple[Removed, ...] = ()
    record: int | None = None
    """Its line, row, entry or message in the file, from 1; None when the file is one article."""
    record_id: str | None = None
    """What the file itself calls it, which is unique neither in the file nor beyond; None when it does not say."""
    doubts: tuple[str, ...] = ()
    """What was assumed to read it, where its file does not tell."""
    story: str | None = None
    """The story that it shares with other articles, by the smallest of their ids; None when it stands alone."""
    family: str | None = None
    """The source text that it shares with other articles of its story, likewise; None when it shares none."""
    wording: str | None = None
    """The wording that it shares with its reprints, likewise; None when there are none."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A file, of which an article was read in a way that may be wrong, and in which."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or a part of one, that gave no article, and why."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Unopened(Skipped):
    """A file that could not be opened, and is tried again by the next build."""


@dataclass(frozen=True, slots=True)
class Away(Skipped):
    """A whole path that was asked for, of which nothing is there now; what the index holds of it stays."""
