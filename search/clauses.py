"""The clauses of a query: a small frozen tree."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, assert_never

Field = Literal["title", "body"]


@dataclass(frozen=True, slots=True)
class Word:
    """Articles that hold a word of this family, or another word of its ring; those of the family count more."""

    typed: str
    term: str
    """The key of the family, as `index.analysis.terms` gives it."""
    field: Field | None = None
    """Where it must stand; None is anywhere in title or body."""
    ring: tuple[str, ...] = ()
    """The keys of the other families of its ring."""

    @property
    def family(self) -> "Word":
        """The same without the other words of its ring."""
        return Word(self.typed, self.term, self.field)

    @property
    def in_one(self) -> "Spellings":
        """All words of its ring as one word."""
        return Spellings(self.typed, (self.term, *self.ring), self.field)


@dataclass(frozen=True, slots=True)
class Spellings:
    """Articles that hold any of these words, which together count as one word, or another word of its ring."""

    typed: str
    terms: tuple[str, ...]
    """The key of the family of what was typed, and then those of its other spellings."""
    field: Field | None = None
    runs: tuple[tuple[str, ...], ...] = ()
    """Words in a row that are one of the spellings, as cease fire is of ceasefire: the keys of their families."""
    ring: tuple[str, ...] = ()
    """The keys of the other families of its ring, as of a `Word`."""

    @property
    def family(self) -> "Spellings":
        """The same without the other words of its ring."""
        return replace(self, ring=())

    @property
    def in_one(self) -> "Spellings":
        """All words of its ring as one word."""
        return replace(self, terms=(*self.terms, *self.ring), ring=())


@dataclass(frozen=True, slots=True)
class Phrase:
    """Articles that hold these stems one right after the other, in one field."""

    typed: str
    terms: tuple[str, ...]
    field: Field | None = None
    others: tuple[tuple[str, ...], ...] = ()
    """For each of the stems, those of its other spellings; empty when none has any."""
    is_exact: bool = False
    """It was typed with = before it: no other spellings are looked for."""

    @property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """For each of its words, the stems that may stand there."""
        return choices_of(self.terms, self.others)


def choices_of(terms: tuple[str, ...], others: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """For each of the stems, itself and then those of its other spellings; no `others` are none for any."""
    return tuple((term, *more) for term, more in zip(terms, others or ((),) * len(terms), strict=True))


@dataclass(frozen=True, slots=True)
class Prefix:
    """Articles that hold a word whose form begins with `start`."""

    start: str
    """Folded as `index.analysis.forms` folds words, without the star."""
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Articles that hold a word whose form looks like `pattern`; see `search.fuzzy_and_wildcards`."""

    pattern: str
    """Folded as forms are, with * for any characters or none and ? for exactly one."""
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Articles that hold a word whose form is `form`, give or take a few edits; see `search.fuzzy_and_wildcards`."""

    form: str
    """Folded as `index.analysis.form` folds words."""
    edits: int
    """0, 1 or 2; 0 is the form as it is, where a Word stands for all forms of its stem."""
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class SameStem:
    """Articles that hold any word with the stem of this one, also words that mean something else."""

    form: str
    """Folded as `index.analysis.form` folds words."""
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Articles that quote somebody whose name holds these stems, as far as they name who speaks."""

    name: str
    """As typed."""
    terms: tuple[str, ...]
    others: tuple[tuple[str, ...], ...] = ()
    """For each of the stems, those of its other spellings; empty when none has any."""
    is_exact: bool = False
    """It was typed with = before it: no other spellings are looked for."""

    @property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """For each of its words, the stems that may stand there."""
        return choices_of(self.terms, self.others)

    @property
    def field(self) -> Field:
        """Only bodies have quotations."""
        return "body"


@dataclass(frozen=True, slots=True)
class Said:
    """Articles that hold a word or phrase between quotation marks."""

    part: Word | Spellings | Phrase
    """Of no field, no ring and no runs: inside quotations, a word is of its family."""
    speaker: Speaker | None = None
    """None is whoever speaks, and when nobody is named."""

    @property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """For each of its words, the stems that may stand there."""
        match self.part:
            case Word(term=term):
                return ((term,),)
            case Spellings(terms=terms):
                return (terms,)
            case Phrase(choices=choices):
                return choices
            case _:
                assert_never(self.part)

    @property
    def field(self) -> Field:
        """Only bodies have quotations."""
        return "body"


@dataclass(frozen=True, slots=True)
class Source:
    """Articles of the outlet with this name; case, accents and punctuation do not count."""

    name: str


AttributeName = Literal["author", "place", "cites", "site", "url", "path", "format", "has"]
NAMED: tuple[AttributeName, ...] = ("author", "place", "cites")
"""Attributes that are names: of them, words in a row are enough."""
KNOWN_THINGS = ("author", "date", "place", "quotes", "source", "story", "url")
"""What may be known of an article, so that it can be asked whether it is."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """Articles of which something is known, and is so; case and accents do not count.

    An author, a place in the dateline and an outlet whose report is repeated hold these words in a row. An address
    holds these characters, and so does the path of a file; a star there is any characters, and then all of the path is
    meant, or all of its last part. A site is a host with those below it, and maybe the beginning of a path; a format is
    what the name of a file ends with. `has` asks whether one of KNOWN_THINGS is known.
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


@dataclass(frozen=True, slots=True)
class And:
    """Articles that match every part."""

    parts: "tuple[Clause, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that match at least one part; a leaf that stands among the parts twice counts twice."""

    parts: "tuple[Clause, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that do not match the part; it adds nothing to a score."""

    part: "Clause"


FormLeaf = Prefix | Wildcard | Fuzzy | SameStem
"""The leaves that one or many forms match; all forms together count as one word."""
QuotedLeaf = Said | Speaker
"""The leaves that ask for quotations."""
Leaf = Word | Spellings | Phrase | FormLeaf | QuotedLeaf
"""The clauses that show themselves in a text: they score, and they are marked."""
Marked = Leaf | About
"""The clauses that are marked in a text."""
Filter = Source | Attribute | Length | Between | InStory | Identified | Everything | Nothing
"""The clauses that ask what is known of an article, not what stands in its text; they do not score."""
Clause = Marked | Filter | And | Or | Not
