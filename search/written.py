"""A query as text: the canonical form, which reads back as the same query."""

from calendar import monthrange
from datetime import date
from typing import assert_never

from search.query import (
    And,
    Between,
    Clause,
    Everything,
    Field,
    Fuzzy,
    Identified,
    InStory,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Source,
    Spellings,
    Wildcard,
    Word,
)

OPERATOR_WORDS = frozenset({"AND", "OR", "NOT"})


def written(clause: Clause) -> str:
    """The text that asks for `clause`: parsing it gives the same clause again.

    The promise holds for what a person can type and within the limits of parsing; `Identified` cannot be typed.
    """
    return "" if clause == Everything() else clause_text(clause)


def clause_text(clause: Clause) -> str:
    """The text of a clause that may stand inside another."""
    match clause:
        case And(parts):
            return " AND ".join(part_text(part) for part in parts)
        case Or(parts):
            return " OR ".join(part_text(part) for part in parts)
        case Not(part):
            return f"NOT ({clause_text(part)})" if isinstance(part, Not | Nothing) else f"NOT {part_text(part)}"
        case Everything():
            return "*"
        case Nothing():
            return "NOT *"
        case Between(since, until):
            return days_text(since, until)
        case Source(name):
            return f"source:{quoted_unless_plain(name)}"
        case InStory(id):
            return f"story:{quoted_unless_plain(id)}"
        case Identified(id):
            return f"id:{id}"
        case Word(typed, _, field) | Spellings(typed, _, field):
            return in_field(field, f'"{typed}"' if typed in OPERATOR_WORDS else typed)
        case Phrase(typed, _, field, _, is_exact):
            return in_field(field, f'="{typed}"' if is_exact else f'"{typed}"')
        case Prefix(start, field):
            return in_field(field, f"{start}*")
        case Wildcard(pattern, field):
            return in_field(field, pattern)
        case Fuzzy(form, edits, field):
            return in_field(field, f"{form}~{edits}" if edits else f"={form}")
        case _:
            assert_never(clause)


def quoted_unless_plain(name: str) -> str:
    """The name of an outlet or a story, in quotation marks where it would fall apart without."""
    return name if name.isalnum() else f'"{name}"'


def part_text(part: Clause) -> str:
    """The text of a clause beside others: brackets show what belongs together."""
    return f"({clause_text(part)})" if isinstance(part, And | Or) else clause_text(part)


def in_field(field: Field | None, text: str) -> str:
    """The text with its field before it, when it has one."""
    return text if field is None else f"{field}:{text}"


def days_text(since: date | None, until: date | None) -> str:
    """The shortest way to write these days."""
    if until is None:
        return "date:.." if since is None else f"since:{since}"
    if since is None:
        return f"until:{until}"
    if since == until:
        return f"date:{since}"
    if (since.month, since.day, until) == (1, 1, date(since.year, 12, 31)):
        return f"date:{since.isoformat()[:4]}"
    if since.day == 1 and until == since.replace(day=monthrange(since.year, since.month)[1]):
        return f"date:{since.isoformat()[:7]}"
    return f"date:{since}..{until}"
