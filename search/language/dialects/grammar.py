"""What the grammar of a dialect is made of: operators and how tight they bind, fields, and how words are written."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from search.clauses import Clause
from search.language.messages import Notes, quoted
from search.language.nearness import ANYWHERE, Reach
from search.query import Syntax

JointKind = Literal["and", "or", "not", "near", "not near"]
Target = Literal[
    "title", "body", "anywhere", "hlead", "lead", "author", "source", "place", "site", "url", "language", "words",
    "code", "exact", "caps", "allcaps", "nocaps",
]  # fmt: skip
"""What a field of a dialect asks of: parts of the text, what is known of an article, or what none here carries."""


@dataclass(frozen=True, slots=True)
class JointForm:
    """A way to write an operator between two operands; its pattern may name n, a number of words."""

    pattern: str
    kind: JointKind
    level: int
    """How tight it binds: what has more binds tighter."""
    example: str
    """With the words of EXAMPLE_PAIR around it."""
    reach: Reach = ANYWHERE
    """For what stands near each other: how, where no number is typed."""
    plus: int = 0
    """What is added to the number of words, so that it is a difference of positions."""
    smallest_first: bool = False
    """Of several with other numbers, the smallest binds tightest."""
    is_joined: bool = False
    """No spaces are needed around it."""
    remark: str = ""
    """What to say when it is asked; often empty."""
    also: tuple[str, ...] = ()
    """Other ways to write the same."""

    @property
    def operator(self) -> str:
        """How it is written, without the words around it."""
        first, last = EXAMPLE_PAIR
        return self.example.removeprefix(first).removesuffix(last).strip()


EXAMPLE_PAIR = ("peace", "talks")
"""What stands around an operator in its example; whoever shows it may put other words there."""


@dataclass(frozen=True, slots=True)
class WordForm:
    """A way to write a word that stands for several, or for its form alone."""

    pattern: str
    """Of what of the word shows it."""
    native: str | Callable[[re.Match[str]], str]
    """What we write there."""
    example: str
    finds: str
    """What it asks for, for whoever reads how to ask."""
    remark: str = ""
    """What to say of a word that is written so; often empty."""


@dataclass(frozen=True, slots=True)
class DialectContext:
    """What reading needs beside the text."""

    notes: Notes
    today: date | None
    """None where no day is counted from it."""


@dataclass(frozen=True, slots=True)
class SpecialForm:
    """What a dialect writes in a way of its own, such as days and lengths."""

    pattern: str
    read: Callable[[re.Match[str], DialectContext], Clause | None]
    """What it asks for; None when it is left out, which the notes say."""
    example: str
    finds: str
    """What it asks for, for whoever reads how to ask."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The grammar of a dialect."""

    name: Syntax
    """As `syntax` names it."""
    joints: tuple[JointForm, ...]
    """Looked for in this order."""
    space: JointForm
    """What a space between two operands is."""
    word_forms: tuple[WordForm, ...] = ()
    """How words are written; those that are not named here are written as ours are."""
    spelled_otherwise: Callable[[str], str | None] = lambda typed: None
    """How a word as it is typed may be written as well, in one word or a phrase; None where it may not."""
    calls: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
    """Fields whose value stands in brackets behind them, by their names: any of the targets."""
    prefixes: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
    """Fields with a sign before their value, likewise."""
    prefix_sign: str = ":"
    """The pattern of the sign, a single character."""
    prefix_level: int | None = None
    """What binds as tight as this belongs to the value of a prefix; None where that is one word, phrase or group."""
    specials: tuple[SpecialForm, ...] = ()
    mended: tuple[tuple[str, str], ...] = ()
    """What is typed with spaces that do not belong there, and how it is read: patterns, and what takes their place."""
    exact_quotes: bool = False
    """What stands in quotation marks is taken as it is spelled."""
    any_call: bool = False
    """Whatever stands right before a bracket is a field, likewise, but not what an ending in brackets belongs to."""
    signs: str = ""
    """Those of - + ! that stand before an operand."""
    brackets: str = "()"
    patterns_in_quotes: bool = False
    """Words between quotation marks may stand for several, as words outside do."""
    not_level: int = 0
    """How tight NOT binds where nothing stands before it."""
    any_field: bool = False
    """Whatever stands before the sign of a field is a field, known or not."""
    plus_decides: bool = False
    """Where a + stands before one of several words, those without it only add to the score."""
    mixed_remark: str = ""
    """What to say where AND and OR meet without brackets; often empty."""
    drops_common: bool = False
    """Bare common words say nothing beside others."""
    first_words: str = ""
    """The pattern of what stands behind an operand and says in how many first words it stands."""
    differences: tuple[str, ...] = ()
    """What is otherwise here than there, in sentences for whoever reads how to ask."""

    def native_word(self, typed: str, notes: Notes) -> str:
        """A word as we write it."""
        for form in self.word_forms:
            found = re.search(form.pattern, typed)
            if found and form.remark:
                notes.add(form.remark, quoted(typed))
            typed = re.sub(form.pattern, form.native, typed) if found else typed
        return typed

    def call_targets(self, name: str) -> tuple[Target, ...]:
        """What the field of this name, in whatever letters, asks of what stands in brackets behind it."""
        return next((targets for own, targets in self.calls.items() if own.lower() == name.lower()), ())


@dataclass(frozen=True, slots=True)
class Joint:
    """An operator as it was typed."""

    kind: JointKind
    binding: float
    reach: Reach
    typed: str
    remark: str = ""


def joint_of(form: JointForm, match: re.Match[str] | None) -> Joint:
    """The operator of this form that was typed so; None is the space between two operands."""
    number = match.groupdict().get("n") if match else None
    reach, binding = form.reach, float(form.level)
    if number:
        reach = Reach(max(1, int(number) + form.plus), form.reach.is_ordered, form.reach.scope)
    if form.smallest_first:
        binding += 1 / (2 + (reach.words or 0))
    return Joint(form.kind, binding, reach, match.group() if match else "", form.remark)
