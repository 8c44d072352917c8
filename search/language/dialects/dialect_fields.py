"""What fields of dialects ask for: parts of the text, what is known of an article, or codes, which none carries."""

from collections.abc import Sequence

from search.clause_walks import conjunction, disjunction, in_field, nodes, rewritten
from search.clauses import (
    And,
    AtLeast,
    Cased,
    Clause,
    Everything,
    Fuzzy,
    Lead,
    Near,
    Not,
    NotNear,
    Or,
    Phrase,
    Prefix,
    Spellings,
    Wildcard,
    Word,
)
from search.language.dialects.grammar import Target
from search.language.filters import filter_asked
from search.language.messages import (
    CODE_LEFT_OUT,
    CODES_AMONG_FIELDS,
    EMPTY_FIELD,
    NAMES_NOT_CODES,
    NOT_NEAR_ANYTHING,
    Notes,
    quoted,
)
from search.language.nearness import of_each
from search.language.serializer import written
from search.language.terms import asked_exactly, source_named


def in_targets(clause: Clause | None, targets: Sequence[Target], typed: str, notes: Notes) -> Clause | None:
    """The clause asked of any of the targets; None when it is left out. `typed` is the field with its value."""
    if clause is None:
        notes.add(EMPTY_FIELD.replace("read as a word", "left out"), quoted(typed))
        return None
    if are_codes(targets):
        notes.add(CODE_LEFT_OUT, quoted(typed))
        return None
    if "code" in targets:
        notes.add(CODES_AMONG_FIELDS, quoted(typed))
        targets = [target for target in targets if target != "code"]
    if "words" in targets:
        notes.add(NAMES_NOT_CODES, quoted(typed))
    if sum(1 for _ in nodes(clause)) * len(targets) > MOST_NODES:
        targets = targets[:1]
    return disjunction([in_target(clause, target, notes) for target in targets])


def are_codes(targets: Sequence[Target]) -> bool:
    """Whether all of them are codes, which no article here carries."""
    return set(targets) == {"code"}


MOST_NODES = 500
"""What is asked of several fields is asked as often; inside one another, that doubles each time."""


def in_target(clause: Clause, target: Target, notes: Notes) -> Clause:
    """The clause asked of one target."""
    match target:
        case "title" | "body":
            return in_field(clause, target)
        case "hlead":
            return of_each(clause, Lead, notes)
        case "lead":
            return of_each(in_field(clause, "body"), Lead, notes)
        case "caps":
            return of_each(clause, lambda part: Cased(part, "some"), notes)
        case "allcaps":
            return of_each(clause, lambda part: Cased(part, "all"), notes)
        case "nocaps":
            return of_each(clause, lambda part: Cased(part, "none"), notes)
        case "exact":
            return exactly_so(clause, notes)
        case "author" | "source" | "place" | "site" | "url" | "language":
            return named(clause, target, notes)
        case _:
            return clause


def with_times(clause: Clause, times: int, notes: Notes) -> Clause:
    """What stands so many times."""
    return of_each(clause, lambda part: AtLeast(part, max(1, times)), notes)


def exactly_so(clause: Clause, notes: Notes) -> Clause:
    """The clause where words are of this form only."""
    if isinstance(clause, Word | Spellings | Phrase):
        return asked_exactly(clause.typed, clause.field, notes)
    return rewritten(clause, lambda part: exactly_so(part, notes))


def named(clause: Clause, target: Target, notes: Notes) -> Clause:
    """Names in place of the words of a clause: of authors, outlets, places, sites."""
    match clause:
        case Near(parts) | And(parts):
            if isinstance(clause, Near):
                notes.add(NOT_NEAR_ANYTHING, quoted(written(clause)))
            return conjunction(named(part, target, notes) for part in parts)
        case Or(parts):
            return disjunction(named(part, target, notes) for part in parts)
        case Not(part):
            return Not(named(part, target, notes))
        case NotNear(part=part) | Lead(part=part) | Cased(part=part) | AtLeast(part=part):
            return named(part, target, notes)
        case _:
            typed = typed_of(clause)
            if typed is None:
                notes.add(NOT_NEAR_ANYTHING, quoted(written(clause)))
                return clause
            if target == "source":
                return source_named(typed.replace("_", " "), notes)
            return filter_asked(target, target, typed, notes) or Everything()  # type: ignore[arg-type]


def typed_of(clause: Clause) -> str | None:
    """The words of a leaf as they were typed; None of what is none."""
    match clause:
        case Word(typed) | Spellings(typed) | Phrase(typed):
            return typed
        case Prefix(start):
            return f"{start}*"
        case Wildcard(pattern):
            return pattern
        case Fuzzy(form):
            return form
        case _:
            return None
