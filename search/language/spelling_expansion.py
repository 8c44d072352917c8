"""A query in which names and compounds stand for their other spellings: Kiev finds Kyiv, ceasefire finds cease-fire."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from index.analysis import forms, stem, tokens
from search.clause_walks import nodes, rewritten
from search.clauses import (
    About,
    And,
    AtLeast,
    Attribute,
    Between,
    Cased,
    Clause,
    Everything,
    Fuzzy,
    Identified,
    InStory,
    Lead,
    Length,
    Near,
    Not,
    Nothing,
    NotNear,
    Or,
    Phrase,
    Prefix,
    Said,
    SameStem,
    Source,
    Speaker,
    Spellings,
    Wildcard,
    Word,
)
from search.language.compound_spellings import Held, joined_form, parts_of
from search.language.lexer import LEXEME, QUOTES, readable, word_lexeme
from search.language.messages import Notes
from search.language.persian_joints import with_other_joints
from search.language.ring_expansion import with_rings

Variants = Callable[[str], Sequence[str]]
"""Other spellings of a form, as forms."""


@dataclass(frozen=True, slots=True)
class Also:
    """A word that was typed, and the other spellings that are found with it."""

    typed: str
    spellings: tuple[str, ...]
    """As people write them, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Respelled:
    """A clause with the other spellings of its names, and which these are."""

    clause: Clause
    also: tuple[Also, ...]


def respelled(clause: Clause, variants: Variants, is_held: Held = lambda form: False) -> Respelled:
    """The clause where words and phrases find other spellings, and words their rings; none that it itself asks about.

    So `kiev NOT kyiv` and `kiev OR kyiv` mean what they say. Compounds are found as they are written otherwise,
    too, where the articles hold their words.
    """
    asked = frozenset(stems_in(clause))
    speller = Speller(variants, is_held, asked)
    return Respelled(with_rings(speller.clause(clause), asked), tuple(speller.also.values()))


def stems_in(clause: Clause) -> Iterator[str]:
    """The stems that a clause asks about, also those that it excludes."""
    return (term for node in nodes(clause) for term in own_stems(node))


def own_stems(node: Clause) -> tuple[str, ...]:
    """The stems that a node asks about by itself."""
    match node:
        case Word(term=term):
            return (term,)
        case Phrase(terms=terms) | Speaker(terms=terms):
            return terms
        case Said(part, speaker):
            return (*own_stems(part), *(() if speaker is None else speaker.terms))
        case Fuzzy(form=form, edits=0):
            return (stem(form),)
        case Spellings() | Prefix() | Wildcard() | Fuzzy() | SameStem() | And() | Or() | Not():
            return ()
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            return ()
        case Source() | Between() | About() | InStory() | Identified() | Everything() | Nothing():
            return ()
        case Attribute() | Length():
            return ()
        case _:
            assert_never(node)


class Speller:
    """Puts other spellings into clauses, and remembers which."""

    def __init__(self, variants: Variants, is_held: Held, asked: frozenset[str]) -> None:
        self._variants = variants
        self._is_held = is_held
        self._asked = asked
        self.also: dict[str, Also] = {}
        """By the form that was typed."""

    def clause(self, clause: Clause) -> Clause:
        """The clause with other spellings."""
        match clause:
            case Word() | Spellings() | Phrase():
                return self.compound(clause) or with_other_joints(self.words(clause))
            case Speaker():
                return self.speaker(clause)
            case Said(part, speaker):
                return Said(self.words(part), None if speaker is None else self.speaker(speaker))
            case And() | Or() | Not() | Near() | NotNear() | AtLeast() | Lead() | Cased():
                return rewritten(clause, self.clause)
            case Prefix() | Wildcard() | Fuzzy() | SameStem():
                return clause
            case Source() | Between() | About() | InStory() | Identified() | Everything() | Nothing():
                return clause
            case Attribute() | Length():
                return clause
            case _:
                assert_never(clause)

    def compound(self, leaf: Word | Spellings | Phrase) -> Spellings | None:
        """A compound in its other spellings; None where it has none, or is no compound."""
        match leaf:
            case Word(typed, term, field):
                others, runs = self.others(typed), self.runs(typed)
                return Spellings(typed, (term, *others), field, runs) if runs else None
            case Phrase(typed, terms=(_, _) as run, field=field, is_exact=False, patterns=()):
                closed = joined_form(typed, self._is_held)
                if closed is None or not self._is_held(closed) or (term := stem(closed)) in self._asked:
                    return None
                self.note(typed, "".join(typed[token.start : token.end] for token in tokens(typed)))
                return Spellings(typed, (term,), field, (run,))
            case Spellings() | Phrase():
                return None
            case _:
                assert_never(leaf)

    def runs(self, typed: str) -> tuple[tuple[str, ...], ...]:
        """The terms of the words in a row as which a word is written as well."""
        found: list[tuple[str, ...]] = []
        for form in forms(typed):
            for parts in parts_of(form):
                run = tuple(map(stem, parts))
                if all(map(self._is_held, parts)) and not self._asked.issuperset(run):
                    found.append(run)
                    self.note(typed, f"{typed[: len(parts[0])]}-{typed[len(parts[0]) :]}")
        return tuple(found)

    def note(self, typed: str, spelling: str) -> None:
        """Say that a compound is found in this spelling, too."""
        before = self.also.get(typed, Also(typed, ()))
        self.also[typed] = Also(typed, tuple(dict.fromkeys((*before.spellings, spelling))))

    def words(self, leaf: Word | Spellings | Phrase) -> Word | Spellings | Phrase:
        """A word or phrase with other spellings."""
        match leaf:
            case Word(typed, term, field):
                others = self.others(typed)
                return Spellings(typed, (term, *others), field) if others else leaf
            case Phrase(typed, is_exact=False, patterns=()):
                return replace(leaf, others=every) if any(every := self.others_of_each(typed)) else leaf
            case Spellings() | Phrase():
                return leaf
            case _:
                assert_never(leaf)

    def speaker(self, speaker: Speaker) -> Speaker:
        """The speaker with other spellings."""
        every = () if speaker.is_exact else self.others_of_each(speaker.name)
        return replace(speaker, others=every) if any(every) else speaker

    def others_of_each(self, typed: str) -> tuple[tuple[str, ...], ...]:
        """The stems of the other spellings of each word."""
        return tuple(self.others(typed[token.start : token.end]) for token in tokens(typed))

    def others(self, typed: str) -> tuple[str, ...]:
        """The stems of the other spellings of a word."""
        found: dict[str, str] = {}
        for form in forms(typed):
            for other in self._variants(form):
                if (term := stem(other)) not in self._asked:
                    found.setdefault(term, as_typed(other, typed))
            if found:
                self.also.setdefault(form, Also(typed, tuple(found.values())))
        return tuple(found)


def as_typed(form: str, typed: str) -> str:
    """The form as a name, with the capitals of what was typed as far as both begin alike: McConell for McConnell."""
    typed = typed.capitalize() if typed.isupper() else typed
    alike = 0
    while alike < min(len(form), len(typed)) and form[alike] == typed[alike].lower():
        alike += 1
    written = typed[:alike] + form[alike:]
    return written[:1].upper() + written[1:]


def exactly_typed(typed: str, also: Sequence[Also]) -> str | None:
    """The query with = before each word that found other spellings; None when none did."""
    wanted = {tuple(forms(each.typed)) for each in also}
    text = readable(typed, Notes())
    pieces: list[str] = []
    kind: str | None = None
    for lexeme in LEXEME.finditer(text):
        pieces.append(in_its_spelling(lexeme, kind, wanted))
        kind = lexeme.lastgroup
    exact = "".join(pieces)
    return exact if exact != text else None


def in_its_spelling(lexeme: re.Match[str], before: str | None, wanted: set[tuple[str, ...]]) -> str:
    """A lexeme of a query, with = before it if it may stand for other spellings and holds one of these forms."""
    typed = lexeme.group()
    if lexeme.lastgroup not in ("word", "phrase") or not is_spelled(typed, wanted):
        return typed
    return f"={typed}" if before in MAY_TOUCH else f" ={typed}"


MAY_TOUCH = (None, "space", "open", "sign", "field")
"""Kinds of lexemes right behind which = may stand; behind others it would belong to them."""


def is_spelled(lexeme: str, wanted: set[tuple[str, ...]]) -> bool:
    """Whether a word or phrase is one that may stand for other spellings, and has or is one of these."""
    held = forms(lexeme)
    is_near = len(held) == 1 and lexeme[0] not in QUOTES and word_lexeme(lexeme, Notes()).nearness
    return (
        not lexeme.startswith("=")
        and not is_near
        and (tuple(held) in wanted or any((form,) in wanted for form in held))
    )
