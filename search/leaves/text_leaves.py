"""The clauses that ask for words, phrases, patterns and quotations, and hold no other clause."""

from dataclasses import dataclass, replace
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
class Prefix:
    """Articles that hold a word whose form begins with `start`."""

    start: str
    """Folded as `index.analysis.forms` folds words, without the star."""
    field: Field | None = None
    most_postings: int | None = None
    """Only of the most frequent forms, which have so many postings in the index, articles are asked; None is of all."""
    fewest_more: int = 0
    """So many characters come after the start, or more,"""
    most_more: int | None = None
    """and no more than so many; None is any number."""

    @property
    def is_open(self) -> bool:
        """Every word that begins so is one of them."""
        return not self.fewest_more and self.most_more is None


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Articles that hold a word whose form looks like `pattern`; see `search.fuzzy_and_wildcards`."""

    pattern: str
    """Folded as forms are, with * for any characters or none and ? for exactly one."""
    field: Field | None = None
    most_postings: int | None = None
    """Only of the most frequent forms, which have so many postings in the index, articles are asked; None is of all."""


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Articles that hold a word whose form is `form`, give or take a few edits; see `search.fuzzy_and_wildcards`."""

    form: str
    """Folded as `index.analysis.form` folds words."""
    edits: int
    """0, 1 or 2; 0 is the form as it is, where a Word stands for all forms of its stem."""
    field: Field | None = None
    most_postings: int | None = None
    """Only of the most frequent forms, which have so many postings in the index, articles are asked; None is of all."""


@dataclass(frozen=True, slots=True)
class SameStem:
    """Articles that hold any word with the stem of this one, also words that mean something else."""

    form: str
    """Folded as `index.analysis.form` folds words."""
    field: Field | None = None
    most_postings: int | None = None
    """Only of the most frequent forms, which have so many postings in the index, articles are asked; None is of all."""


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
