"""What stands in a tree of clauses, and trees made of others."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeGuard

from search.clauses import (
    About,
    And,
    AtLeast,
    Cased,
    Clause,
    Field,
    FormLeaf,
    Fuzzy,
    Lead,
    Leaf,
    Marked,
    Near,
    Not,
    NotNear,
    Or,
    Phrase,
    PositionLeaf,
    Prefix,
    Said,
    SameStem,
    Spellings,
    Wildcard,
    Word,
)


def children(clause: Clause) -> tuple[Clause, ...]:
    """The clauses that a clause joins, excludes or asks something of, in the order typed; none of all others."""
    match clause:
        case And(parts) | Or(parts) | Near(parts):
            return parts
        case NotNear(part, other):
            return part, other
        case Not(part) | AtLeast(part) | Lead(part) | Cased(part):
            return (part,)
        case _:
            return ()


def rewritten(clause: Clause, rewrite: Callable[[Clause], Clause]) -> Clause:
    """The clause with what `rewrite` makes of each of its children in their place; itself when it has none."""
    match clause:
        case And() | Or() | Near():
            return replace(clause, parts=tuple(map(rewrite, clause.parts)))
        case NotNear():
            return replace(clause, part=rewrite(clause.part), other=rewrite(clause.other))
        case Not() | AtLeast() | Lead() | Cased():
            return replace(clause, part=rewrite(clause.part))
        case _:
            return clause


def in_field(clause: Clause, field: Field) -> Clause:
    """The clause where every leaf looks in this field alone, as far as it has a choice."""
    match clause:
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem():
            return replace(clause, field=field)
        case _:
            return rewritten(clause, lambda part: in_field(part, field))


def nodes(clause: Clause) -> Iterator[Clause]:
    """The clause, its children, theirs, and so on, in the order typed; also what stands under Not."""
    yield clause
    for child in children(clause):
        yield from nodes(child)


def is_scoring(clause: Clause) -> bool:
    """Whether matching the clause means that words of the article match, so that it has a score."""
    match clause:
        case And(parts):
            return any(map(is_scoring, parts))
        case Or(parts):
            return all(map(is_scoring, parts))
        case _:
            return is_leaf(clause)


def wanted(clause: Clause) -> tuple[Marked, ...]:
    """What is wanted of a text, each once, in the order typed; nothing that stands under Not."""
    if isinstance(clause, Marked):
        return (clause,)
    if isinstance(clause, And | Or):
        return tuple(dict.fromkeys(marked for part in clause.parts for marked in wanted(part)))
    return ()


def leaves(clause: Clause) -> tuple[Leaf, ...]:
    """What of the wanted scores."""
    return tuple(marked for marked in wanted(clause) if not isinstance(marked, About))


def words_typed(clause: Clause) -> tuple[str, ...]:
    """The words and phrases that are wanted, each once, as they were typed; those that stand near others, too."""
    match clause:
        case Word(typed=typed) | Spellings(typed=typed) | Phrase(typed=typed):
            return (typed,)
        case Not():
            return ()
        case Said(part=part) | NotNear(part=part):
            return words_typed(part)
        case _:
            return tuple(dict.fromkeys(word for part in children(clause) for word in words_typed(part)))


def times_asked(clause: Clause) -> Counter[Leaf]:
    """How often each of the leaves counts: as often as it stands among the parts of one Or, and otherwise once."""
    times: Counter[Leaf] = Counter()
    waiting = [clause]
    while waiting:
        node = waiting.pop()
        counted: Counter[Leaf] = Counter()
        match node:
            case And(parts):
                waiting += reversed(parts)
            case Or(parts):
                counted.update(part for part in parts if is_leaf(part))
                waiting += (part for part in reversed(parts) if not is_leaf(part))
            case _:
                counted.update(leaves(node))
        for leaf, count in counted.items():
            times[leaf] = max(times[leaf], count)
    return times


def placed_patterns(clause: Clause) -> tuple[FormLeaf, ...]:
    """The patterns of which it matters where each of their forms stands, each once."""
    found: dict[FormLeaf, None] = {}
    for node in nodes(clause):
        phrase = node.part if isinstance(node, Said) else node
        if isinstance(phrase, Phrase):
            found.update(dict.fromkeys(filter(None, phrase.patterns)))
        if isinstance(node, PositionLeaf):
            found.update(dict.fromkeys(inner for inner in nodes(node) if isinstance(inner, FormLeaf)))
    return tuple(found)


def days_wanted(clause: Clause) -> tuple[About, ...]:
    """The days that a text is to name."""
    return tuple(marked for marked in wanted(clause) if isinstance(marked, About))


def holds_group(clause: Clause) -> bool:
    """Between the words of what stands there, others may stand."""
    match clause:
        case Near():
            return True
        case Or(parts):
            return any(map(holds_group, parts))
        case NotNear(part=part) | Lead(part=part) | Cased(part=part):
            return holds_group(part)
        case _:
            return False


def conjunction(clauses: Iterable[Clause]) -> Clause:
    """All of them, in the simplest form."""
    flat = [inner for clause in clauses for inner in (clause.parts if isinstance(clause, And) else (clause,))]
    distinct = tuple(dict.fromkeys(flat))
    return distinct[0] if len(distinct) == 1 else And(distinct)


def disjunction(clauses: Iterable[Clause]) -> Clause:
    """Any of them, in the simplest form; leaves stay as often as they are asked for."""
    flat = [inner for clause in clauses for inner in (clause.parts if isinstance(clause, Or) else (clause,))]
    first = {part: place for place, part in reversed(list(enumerate(flat)))}
    if len(first) == 1:
        return flat[0]
    return Or(tuple(part for place, part in enumerate(flat) if is_leaf(part) or first[part] == place))


def weighted(leaf: Clause, times: int) -> Clause:
    """A leaf that counts so many times; of a choice, each of its leaves."""
    if isinstance(leaf, Or):
        return Or(tuple(part for part in leaf.parts for _ in range(times if is_leaf(part) else 1)))
    return Or((leaf,) * times) if times > 1 and is_leaf(leaf) else leaf


def unweighted(clause: Clause) -> Clause:
    """A leaf that counts several times, once; all else as it is."""
    return clause.parts[0] if isinstance(clause, Or) and len(set(clause.parts)) == 1 else clause


def is_leaf(clause: Clause) -> TypeGuard[Leaf]:
    """Whether the clause shows itself in a text, and scores."""
    return isinstance(clause, Leaf)
