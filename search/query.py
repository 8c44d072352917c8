"""A query as a small frozen tree, and the request around it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import or_
from typing import Literal, TypeGuard, assert_never

Field = Literal["title", "body"]
Order = Literal["relevance", "newest", "oldest"]
Copies = Literal["all", "reprints", "stories"]
"""What is shown once: nothing, so that all articles are shown; each text, however often it was printed; each story."""
WordsWanted = Literal["best", "all", "any"]
"""Of words side by side: as many as serve the query best; all of them; any of them."""


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
Clause = Leaf | Source | Between | About | InStory | Identified | Everything | Nothing | And | Or | Not


@dataclass(frozen=True, slots=True)
class Query:
    """What an engine answers: which articles, in which order."""

    clause: Clause
    order: Order = "relevance"
    copies: Copies = "all"
    most_of: "tuple[Clause, ...]" = ()
    """By relevance, articles that match more of these come first, whatever they score; in other orders, nothing."""
    few_words: bool = False
    """So few words are asked for that the length of an article counts less."""


def children(clause: Clause) -> tuple[Clause, ...]:
    """The clauses that a clause joins or excludes, in the order typed; none of what joins nothing."""
    match clause:
        case And(parts) | Or(parts):
            return parts
        case Not(part):
            return (part,)
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem() | Said() | Speaker():
            return ()
        case Source() | Between() | About() | InStory() | Identified() | Everything() | Nothing():
            return ()
        case _:
            assert_never(clause)


def rewritten(clause: Clause, rewrite: Callable[[Clause], Clause]) -> Clause:
    """The clause with what `rewrite` makes of each of its children in their place; itself when it has none."""
    match clause:
        case And(parts):
            return And(tuple(map(rewrite, parts)))
        case Or(parts):
            return Or(tuple(map(rewrite, parts)))
        case Not(part):
            return Not(rewrite(part))
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem() | Said() | Speaker():
            return clause
        case Source() | Between() | About() | InStory() | Identified() | Everything() | Nothing():
            return clause
        case _:
            assert_never(clause)


def nodes(clause: Clause) -> Iterator[Clause]:
    """The clause, its children, theirs, and so on, in the order typed; also what stands under Not."""
    yield clause
    for child in children(clause):
        yield from nodes(child)


def is_scoring(clause: Clause) -> bool:
    """Whether matching the clause means that words of the article match, so that it has a score."""
    match clause:
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem() | Said() | Speaker():
            return True
        case And(parts):
            return any(map(is_scoring, parts))
        case Or(parts):
            return all(map(is_scoring, parts))
        case Not() | Source() | Between() | About() | InStory() | Identified() | Everything() | Nothing():
            return False
        case _:
            assert_never(clause)


def wanted(clause: Clause) -> tuple[Marked, ...]:
    """What is wanted of a text, each once, in the order typed; nothing that stands under Not."""
    match clause:
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem():
            return (clause,)
        case Said() | Speaker() | About():
            return (clause,)
        case And(parts) | Or(parts):
            return tuple(dict.fromkeys(marked for part in parts for marked in wanted(part)))
        case Not() | Source() | Between() | InStory() | Identified() | Everything() | Nothing():
            return ()
        case _:
            assert_never(clause)


def leaves(clause: Clause) -> tuple[Leaf, ...]:
    """What of the wanted scores."""
    return tuple(marked for marked in wanted(clause) if not isinstance(marked, About))


def times_asked(clause: Clause) -> Counter[Leaf]:
    """How often each of the leaves counts: as often as it stands among the parts of one Or, and otherwise once."""
    match clause:
        case Or(parts):
            beside = Counter(part for part in parts if is_leaf(part))
            return reduce(or_, map(times_asked, parts), beside)
        case And(parts):
            return reduce(or_, map(times_asked, parts), Counter())
        case _:
            return Counter(leaves(clause))


def days_wanted(clause: Clause) -> tuple[About, ...]:
    """The days that a text is to name."""
    return tuple(marked for marked in wanted(clause) if isinstance(marked, About))


def conjunction(clauses: Iterable[Clause]) -> Clause:
    """All of them, in the simplest form."""
    flat = [inner for clause in clauses for inner in (clause.parts if isinstance(clause, And) else (clause,))]
    distinct = tuple(dict.fromkeys(flat))
    return distinct[0] if len(distinct) == 1 else And(distinct)


def disjunction(clauses: Iterable[Clause]) -> Clause:
    """Any of them, in the simplest form; leaves stay as often as they are asked for."""
    flat = [inner for clause in clauses for inner in (clause.parts if isinstance(clause, Or) else (clause,))]
    distinct = dict.fromkeys(flat)
    if len(distinct) == 1:
        return flat[0]
    return Or(tuple(part for place, part in enumerate(flat) if is_leaf(part) or part not in flat[:place]))


def is_leaf(clause: Clause) -> TypeGuard[Leaf]:
    """Whether the clause shows itself in a text, and scores."""
    return isinstance(clause, Leaf)
