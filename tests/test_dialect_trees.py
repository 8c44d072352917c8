"""Random trees, written as each language writes them, read back as themselves."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.clause_walks import children, conjunction, disjunction, nodes
from search.clauses import And, Clause, Near, Not, NotNear, Or, Phrase, Word
from search.language.dialects.dialect_reading import GRAMMARS, read_query
from search.language.dialects.grammar import Grammar, JointForm, JointKind
from search.language.messages import Notes
from search.language.nearness import Reach, near, not_near
from search.language.parser import parse
from search.language.serializer import written
from search.query import Syntax

WORDS = st.sampled_from([parse(word).clause for word in ("kyiv", "grain", "court", "truce", "oil", "smith", "vote")])
CHOICES = st.lists(WORDS, min_size=2, max_size=3).map(disjunction)
REACHES = st.builds(Reach, st.integers(2, 20), st.booleans()) | st.sampled_from(
    [Reach(None, is_ordered, scope) for is_ordered in (False, True) for scope in ("sentence", "paragraph")]  # type: ignore[arg-type]
)
NEARNESS = st.builds(near, WORDS | CHOICES, WORDS | CHOICES, REACHES, st.builds(Notes)) | st.builds(
    not_near, WORDS | CHOICES, WORDS | CHOICES, REACHES, st.builds(Notes)
)


def with_excluded(wanted: Sequence[Clause], excluded: Sequence[Clause]) -> Clause:
    """All that is wanted and nothing that is excluded; what is excluded stands last, as operators have it."""
    return conjunction([*wanted, *map(Not, excluded)])


def is_plain(clause: Clause) -> bool:
    """Whether every language can write it: nothing is excluded first, alone or in a choice, and no choice is twice."""
    for node in nodes(clause):
        are_excluded = [isinstance(part, Not) for part in children(node)]
        if are_excluded != sorted(are_excluded) or (isinstance(node, Or | Not) and any(are_excluded)):
            return False
        if isinstance(node, Or) and len(set(node.parts)) < len(node.parts):
            return False
    return not isinstance(clause, Not)


TREES = st.recursive(
    WORDS | NEARNESS,
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(disjunction)
        | st.builds(with_excluded, st.lists(inner, min_size=1, max_size=3), st.lists(inner, max_size=1))
    ),
    max_leaves=8,
).filter(is_plain)


class Unwritable(Exception):
    """A language has no operator for this."""


def operator(grammar: Grammar, kind: JointKind, reach: Reach | None = None) -> str:
    """How a grammar writes what joins two operands."""
    for form in grammar.joints:
        if form.kind == kind and (reach is None or is_so_near(form, reach)) and not form.remark:
            count = None if reach is None or reach.words is None else reach.words - form.plus
            return re.sub("[0-9]+", str(count), form.operator)
    raise Unwritable


def is_so_near(form: JointForm, reach: Reach) -> bool:
    """Whether an operator asks for such nearness, with whatever number."""
    takes_number = "(?P<n>" in form.pattern and bool(re.search("[0-9]", form.operator))
    same = (form.reach.is_ordered, form.reach.scope) == (reach.is_ordered, reach.scope)
    return same and takes_number == (reach.words is not None) and (takes_number or form.reach.scope != "words")


def written_in(grammar: Grammar, clause: Clause) -> str:
    """A tree as a grammar writes it, with every bracket."""
    match clause:
        case Word(typed):
            return typed
        case Or(parts):
            return f" {operator(grammar, 'or')} ".join(bracketed(grammar, part) for part in parts)
        case And(parts):
            text = f" {operator(grammar, 'and')} ".join(
                bracketed(grammar, part) for part in parts if not isinstance(part, Not)
            )
            excluded = [bracketed(grammar, part.part) for part in parts if isinstance(part, Not)]
            return " ".join([text, *(f"{operator(grammar, 'not')} {part}" for part in excluded)])
        case Near(parts, words, is_ordered, scope):
            joint = operator(grammar, "near", Reach(words, is_ordered, scope))
            return f" {joint} ".join(bracketed(grammar, part) for part in parts)
        case NotNear(part, other, words, is_ordered, scope):
            joint = operator(grammar, "not near", Reach(words, is_ordered, scope))
            return f"{bracketed(grammar, part)} {joint} {bracketed(grammar, other)}"
        case _:
            raise Unwritable


def bracketed(grammar: Grammar, clause: Clause) -> str:
    """The same beside others."""
    text = written_in(grammar, clause)
    return text if isinstance(clause, Word | Phrase) else f"({text})"


@pytest.mark.parametrize("name", GRAMMARS)
@settings(deadline=None)
@given(tree=TREES)
def test_a_tree_reads_back_as_a_language_writes_it(name: Syntax, tree: Clause) -> None:
    try:
        text = written_in(GRAMMARS[name], tree)
    except Unwritable:
        return
    assert read_query(text, None, name).clause == tree, text


@settings(deadline=None)
@given(tree=TREES)
def test_a_tree_reads_back_as_we_write_it(tree: Clause) -> None:
    assert parse(written(tree)).clause == tree


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("nexis", (And, Or, Near, NotNear)),
        ("factiva", (And, Or, Near)),
        ("proquest", (And, Or, Near, NotNear)),
        ("westlaw", (And, Or, Near, NotNear)),
        ("google", (And, Or, Near)),
        ("lucene", (And, Or)),
    ],
)
def test_each_language_can_write_these(name: str, kinds: tuple[type[Clause], ...]) -> None:
    kyiv, oil = parse("kyiv").clause, parse("oil").clause
    trees = [And((kyiv, oil)), Or((kyiv, oil)), Near((kyiv, oil), 3), NotNear(kyiv, oil, 3)]
    for tree in trees:
        if isinstance(tree, kinds):
            assert read_query(written_in(GRAMMARS[name], tree), None, name).clause == tree  # type: ignore[arg-type]
        else:
            with pytest.raises(Unwritable):
                written_in(GRAMMARS[name], tree)
