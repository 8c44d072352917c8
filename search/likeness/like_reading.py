"""A query read for an engine: what is like an article is asked for by the words that say most of what that says."""

from dataclasses import replace
from datetime import date
from typing import TypeGuard

from search.clause_walks import conjunction, disjunction, nodes, rewritten
from search.clauses import And, Attribute, Clause, Identified, Not, Nothing, Or
from search.engine import Engine
from search.language.dialects.dialect_reading import read_query
from search.language.messages import NO_SUCH_ARTICLE, quoted
from search.language.parser import Reading
from search.likeness.heaviest_words import heaviest_words
from search.query import Syntax

FIRST, WORDS = 3, 12
"""An article is like another when it has one of the heaviest words of that, and one of those that come next."""


def read_for(engine: Engine, typed: str, today: date | None = None, syntax: Syntax | None = None) -> Reading:
    """The reading of anything that can be typed, by what the articles of an engine say."""
    reading = read_query(typed, today, syntax)
    if not any(is_like(node) for node in nodes(reading.clause)):
        return reading
    found = {node: words_of(engine, node.value) for node in nodes(reading.clause) if is_like(node)}
    unknown = [NO_SUCH_ARTICLE.format(quoted(node.value)) for node, clause in found.items() if clause == Nothing()]

    def made_words(clause: Clause) -> Clause:
        if isinstance(clause, And):
            parts = [made_words(part) for part in clause.parts]
            return Nothing() if Nothing() in parts else conjunction(parts)
        if isinstance(clause, Or):
            parts = [part for part in map(made_words, clause.parts) if part != Nothing()]
            return disjunction(parts) if parts else Nothing()
        return found[clause] if is_like(clause) else rewritten(clause, made_words)

    return replace(
        reading,
        clause=made_words(reading.clause),
        loosened=reading.loosened and made_words(reading.loosened),
        filled=reading.filled and made_words(reading.filled),
        notes=(*reading.notes, *unknown),
    )


def is_like(clause: Clause) -> TypeGuard[Attribute]:
    """Whether it asks for articles like one."""
    return isinstance(clause, Attribute) and clause.name == "like"


def words_of(engine: Engine, typed: str) -> Clause:
    """What articles like this one have; Nothing where there is no such article, or nothing is like it."""
    begin_so = engine.ids_beginning(typed, 2)
    id = begin_so[0] if len(begin_so) == 1 else typed
    article = next(iter(engine.fetch([id])), None)
    words = heaviest_words(engine, article, WORDS) if article else ()
    if not words:
        return Nothing()
    groups = (words[:FIRST], words[FIRST:]) if len(words) > 2 * FIRST else (words,)
    return conjunction([*map(disjunction, groups), Not(Identified(id))])
