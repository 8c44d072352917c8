"""The clauses of a query: a small frozen tree."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, assert_never

Field = Literal["title", "body"]
Scope = Literal["words", "sentence", "paragraph"]
"""Within what words stand near each other: anywhere in one field, in one sentence of it, in one paragraph."""
Case = Literal["some", "all", "none"]
"""How many of the letters of each word are capitals: at least one, every one, none."""


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


FormLeaf = Prefix | Wildcard | Fuzzy | SameStem
"""The leaves that one or many forms match; all forms together count as one word."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Articles that hold these words one right after the other, in one paragraph of one field."""

    typed: str
    terms: tuple[str, ...]
    """Their stems; "" for a pattern that has none."""
    field: Field | None = None
    others: tuple[tuple[str, ...], ...] = ()
    """For each of the stems, those of its other spellings; empty when none has any."""
    is_exact: bool = False
    """It was typed with = before it: no other spellings are looked for."""
    patterns: tuple[FormLeaf | None, ...] = ()
    """For each of the words, the forms that alone may stand there, of no field; None where its stems may, in whatever
    form. Empty when that is so of all."""

    @property
    def places(self) -> "tuple[Place, ...]":
        """For each of its words, what may stand there."""
        choices = choices_of(self.terms, self.others)
        patterns = self.patterns or (None,) * len(choices)
        return tuple(pattern or choice for pattern, choice in zip(patterns, choices, strict=True))


Place = FormLeaf | tuple[str, ...]
"""What may stand at a place of a phrase: certain forms, or one of some stems."""


def choices_of(terms: tuple[str, ...], others: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """For each of the stems, itself and then those of its other spellings; no `others` are none for any."""
    return tuple((term, *more) for term, more in zip(terms, others or ((),) * len(terms), strict=True))


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
    def places(self) -> tuple[Place, ...]:
        """For each of its words, what may stand there."""
        match self.part:
            case Word(term=term):
                return ((term,),)
            case Spellings(terms=terms):
                return (terms,)
            case Phrase(places=places):
                return places
            case _:
                assert_never(self.part)

    @property
    def field(self) -> Field:
        """Only bodies have quotations."""
        return "body"


@dataclass(frozen=True, slots=True)
class Near:
    """Articles in which every part stands near the others, in one field.

    A part is a word, a phrase, forms, any of these joined by Or, or again words that stand near each other; anything
    else stands nowhere. Two are near when from the last word of the one to the first of the other it is at most `words`
    words (1 is side by side), and both of these words stand in one `scope`; a part that is itself a Near is near, too,
    where the other stands inside it and near one of its ends. More than two parts are the first two, and the third near
    them, and so on. Where parts stand near each other is from the first word of the one to the last of the other, each
    taken with the nearest other on either side.
    """

    parts: "tuple[Clause, ...]"
    words: int | None
    """None is any number of words within the scope."""
    is_ordered: bool = False
    """The parts stand in this order, none inside another."""
    scope: Scope = "words"

    @property
    def field(self) -> Field | None:
        """The field that one of the parts asks for; the others can then stand near it nowhere else."""
        return next((field for part in self.parts if (field := field_of(part))), None)


@dataclass(frozen=True, slots=True)
class NotNear:
    """Articles in which the part stands at least once with no other near it, as near is said of `Near`.

    An other that shares a word with the part is near it, unless it is that part itself.
    """

    part: "Clause"
    other: "Clause"
    words: int | None
    is_ordered: bool = False
    """Only an other that stands after the part counts."""
    scope: Scope = "words"

    @property
    def field(self) -> Field | None:
        """Where the part must stand."""
        return field_of(self.part)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Articles in which the part, one that `Near` may have, stands so many times, in title and body together."""

    part: "Clause"
    times: int

    @property
    def field(self) -> Field | None:
        """Where the part must stand."""
        return field_of(self.part)


@dataclass(frozen=True, slots=True)
class Lead:
    """Articles in which the part, one that `Near` may have, stands in the title or the beginning of the body."""

    part: "Clause"
    words: int | None = None
    """How many words the beginning has; None is LEAD_PARAGRAPHS paragraphs, and of these no more than LEAD_WORDS."""

    @property
    def field(self) -> Field | None:
        """Where the part must stand."""
        return field_of(self.part)


LEAD_PARAGRAPHS, LEAD_WORDS = 3, 100
"""Nexis says of its leads "the first sentences or paragraphs", Factiva "the first two paragraphs"."""


@dataclass(frozen=True, slots=True)
class Cased:
    """Articles in which the part, one that `Near` may have, is written with so many capitals."""

    part: "Clause"
    case: Case

    @property
    def field(self) -> Field | None:
        """Where the part must stand."""
        return field_of(self.part)


@dataclass(frozen=True, slots=True)
class Source:
    """Articles of the outlet with this name; case, accents and punctuation do not count."""

    name: str


AttributeName = Literal["author", "place", "cites", "site", "url", "path", "format", "dated", "has"]
KNOWN_THINGS = ("author", "date", "place", "quotes", "source", "story", "url")
"""What may be known of an article, so that it can be asked whether it is."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """Articles of which something is known, and is so; case and accents do not count.

    Names hold these words in a row; addresses and paths these characters, or with a star look so as a whole or in the
    last part. A site is a host, with those below it, maybe with a path; `dated` is how a date is known, `has` what is.
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


QuotedLeaf = Said | Speaker
"""The leaves that ask for quotations."""
PositionLeaf = Near | NotNear | AtLeast | Lead | Cased
"""The leaves that ask where others stand."""
Leaf = Word | Spellings | Phrase | FormLeaf | QuotedLeaf | PositionLeaf
"""The clauses that show themselves in a text: they score, and they are marked."""
Marked = Leaf | About
"""The clauses that are marked in a text."""
Filter = Source | Attribute | Length | Between | InStory | Identified | Everything | Nothing
"""The clauses that ask what is known of an article, not what stands in its text; they do not score."""
Clause = Marked | Filter | And | Or | Not


def field_of(clause: Clause) -> Field | None:
    """The one field in which a clause must stand; None when it may stand in either, or stands in none."""
    if isinstance(clause, Or):
        fields: set[Field | None] = {field_of(part) for part in clause.parts}
        return fields.pop() if len(fields) == 1 else None
    return clause.field if isinstance(clause, Leaf) else None
