"""What a speaker that is asked for governs: speaker:Milley diplomacy asks for what Milley said of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from search.clause_walks import conjunction, disjunction, leaves
from search.clauses import (
    About,
    And,
    AtLeast,
    Attribute,
    Between,
    Cased,
    Clause,
    Everything,
    FormLeaf,
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
from search.language.messages import PATTERN_IN_QUOTATION, TOO_MANY_SPEAKERS, Notes, quoted
from search.language.serializer import written

MOST_SPEAKERS = 5
"""Of one group; each is asked for each word."""


def inside_quotations(clause: Clause, speakers: Sequence[Clause]) -> Clause:
    """The clause where each word and phrase of the text, not of the title, is said by the speakers, or by anybody."""
    match clause:
        case Word() | Spellings() | Phrase():
            return clause if clause.field == "title" else spoken(Said(replace(clause, field=None)), speakers)
        case Said(speaker=None):
            return spoken(clause, speakers)
        case And(parts):
            return conjunction(inside_quotations(part, speakers) for part in parts)
        case Or(parts):
            return disjunction(inside_quotations(part, speakers) for part in parts)
        case Not(part):
            return Not(inside_quotations(part, speakers))
        case Said() | Speaker() | Prefix() | Wildcard() | Fuzzy() | SameStem():
            return clause
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            return clause
        case Source() | Between() | About() | InStory() | Identified() | Everything() | Nothing():
            return clause
        case Attribute() | Length():
            return clause
        case _:
            assert_never(clause)


def note_patterns(clause: Clause, notes: Notes) -> None:
    """Say that patterns are looked for in the whole article, since the index does not know where each form stands."""
    for leaf in leaves(clause):
        if isinstance(leaf, FormLeaf) and leaf.field != "title":
            notes.add(PATTERN_IN_QUOTATION, quoted(written(leaf)))


def spoken(said: Said, speakers: Sequence[Clause]) -> Clause:
    """What every one of the speakers said; of several joined by OR, what any of them did."""
    return conjunction(by(said, speaker) for speaker in speakers) if speakers else said


def by(said: Said, speaker: Clause) -> Clause:
    """What this speaker said, or any or all of these."""
    match speaker:
        case Speaker():
            return replace(said, speaker=speaker)
        case Or(parts):
            return disjunction(by(said, part) for part in parts)
        case And(parts):
            return conjunction(by(said, part) for part in parts)
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem() | Said() | Not():
            return said
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            return said
        case Source() | Between() | About() | InStory() | Identified() | Everything() | Nothing():
            return said
        case Attribute() | Length():
            return said
        case _:
            assert_never(speaker)


def speakers_in(clause: Clause) -> int:
    """How many speakers the clause asks for, when it asks for nothing else; otherwise 0."""
    match clause:
        case Speaker():
            return 1
        case And(parts) | Or(parts):
            counts = [speakers_in(part) for part in parts]
            return sum(counts) if all(counts) else 0
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem() | Said() | Not():
            return 0
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            return 0
        case Source() | Between() | About() | InStory() | Identified() | Everything() | Nothing():
            return 0
        case Attribute() | Length():
            return 0
        case _:
            assert_never(clause)


def implies(clause: Clause, speaker: Clause) -> bool:
    """Whatever matches the clause quotes the speaker; not every clause of which that is so is known."""
    if isinstance(speaker, And):
        return all(implies(clause, each) for each in speaker.parts)
    match clause:
        case Said():
            return clause.speaker in (speaker.parts if isinstance(speaker, Or) else (speaker,))
        case And(parts):
            return any(implies(part, speaker) for part in parts)
        case Or(parts):
            return bool(parts) and all(implies(part, speaker) for part in parts)
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem() | Speaker() | Not():
            return False
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            return False
        case Source() | Between() | About() | InStory() | Identified() | Everything() | Nothing():
            return False
        case Attribute() | Length():
            return False
        case _:
            assert_never(clause)


def governing(clauses: Sequence[Clause], notes: Notes) -> list[Clause]:
    """Those of the clauses that ask for speakers and govern the others; not more than MOST_SPEAKERS."""
    found: list[Clause] = []
    total = 0
    for clause in clauses:
        count = speakers_in(clause)
        if count and total + count <= MOST_SPEAKERS:
            found.append(clause)
            total += count
        elif count:
            notes.add(TOO_MANY_SPEAKERS, f"{MOST_SPEAKERS}")
    return found
