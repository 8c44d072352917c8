"""The clauses of a query: a small frozen tree; its leaves are made in `search.leaves`, and named here, too."""

from dataclasses import dataclass
from typing import Literal

from search.leaves.metadata_filters import (
    KNOWN_THINGS,
    About,
    Attribute,
    AttributeName,
    Between,
    Everything,
    Identified,
    InStory,
    Length,
    Nothing,
    Source,
)
from search.leaves.text_leaves import (
    Field,
    FormLeaf,
    Fuzzy,
    Phrase,
    Place,
    Prefix,
    Said,
    SameStem,
    Speaker,
    Spellings,
    Wildcard,
    Word,
    choices_of,
)

__all__ = [
    "KNOWN_THINGS",
    "LEAD_PARAGRAPHS",
    "LEAD_WORDS",
    "About",
    "And",
    "AtLeast",
    "Attribute",
    "AttributeName",
    "Between",
    "Case",
    "Cased",
    "Clause",
    "Everything",
    "Field",
    "Filter",
    "FormLeaf",
    "Fuzzy",
    "Identified",
    "InStory",
    "Lead",
    "Leaf",
    "Length",
    "Marked",
    "Near",
    "Not",
    "NotNear",
    "Nothing",
    "Or",
    "Phrase",
    "Place",
    "PositionLeaf",
    "Prefix",
    "QuotedLeaf",
    "Said",
    "SameStem",
    "Scope",
    "Source",
    "Speaker",
    "Spellings",
    "Wildcard",
    "Word",
    "choices_of",
    "field_of",
]

Scope = Literal["words", "sentence", "paragraph"]
"""Within what words stand near each other: anywhere in one field, in one sentence of it, in one paragraph."""
Case = Literal["some", "all", "none"]
"""How many of the letters of each word are capitals: at least one, every one, none."""


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
