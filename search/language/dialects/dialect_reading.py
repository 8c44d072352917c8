"""A query in whatever dialect it is written: recognised where that is sure, read by its grammar, told in our words."""

from datetime import date

from search.clause_walks import conjunction, disjunction, rewritten
from search.clauses import And, Clause, Nothing, Or
from search.language.dialects.dialect_lexer import mended, tokens_of
from search.language.dialects.dialect_recognizer import likely, recognized, runners_up
from search.language.dialects.expressions import ExpressionParser
from search.language.dialects.factiva import FACTIVA
from search.language.dialects.google import GOOGLE
from search.language.dialects.grammar import DialectContext, Grammar
from search.language.dialects.lucene import LUCENE
from search.language.dialects.nexis import NEXIS
from search.language.dialects.proquest import PROQUEST
from search.language.dialects.westlaw import WESTLAW
from search.language.lexer import printable
from search.language.messages import NO_WORD_AT_ALL, READ_AS, Notes
from search.language.parser import Reading, parse
from search.language.serializer import is_weightable, written
from search.query import Syntax

GRAMMARS: dict[str, Grammar] = {
    grammar.name: grammar for grammar in (NEXIS, FACTIVA, PROQUEST, WESTLAW, GOOGLE, LUCENE)
}
CALLED = {
    "nexis": "Nexis",
    "factiva": "Factiva",
    "proquest": "ProQuest",
    "westlaw": "Westlaw",
    "google": "Google",
    "lucene": "Lucene",
}
"""What the dialects are called where people read of them."""


def read_query(typed: str, today: date | None = None, syntax: Syntax | None = None) -> Reading:
    """The reading of anything that can be typed, in this dialect, or else in the one that it is surely written in."""
    if syntax == "native":
        return parse(typed, today)
    name = syntax or recognized(typed)
    grammar = GRAMMARS.get(name or "")
    if grammar is None:
        return parse(typed, today)
    reading = parse_dialect(grammar, typed, today)
    if syntax is not None:
        return reading
    plain = parse(typed, today)
    is_ours = plain.clause == reading.clause and not plain.notes
    if is_ours or written(plain.clause) == typed.strip():
        return plain
    others = [CALLED[other] for other in runners_up(typed) if other in CALLED]
    told = READ_AS.format(CALLED[grammar.name]) + (f"; it may be {' or '.join(others)}, too" if others else "")
    notes = Notes()
    notes.take([told, *reading.notes])
    return Reading(reading.clause, None, notes.sentences(), syntax=grammar.name)


def may_be_read_otherwise(typed: str, today: date | None = None) -> bool:
    """Whether it has signs of a dialect that would read it otherwise than it is read without being told of one."""
    clause = read_query(typed, today).clause
    others = [GRAMMARS[name] for name in likely(typed) if name in GRAMMARS]
    return any(parse_dialect(grammar, typed, today).clause != clause for grammar in others)


def parse_dialect(grammar: Grammar, typed: str, today: date | None = None) -> Reading:
    """The reading of a text in the dialect of a grammar."""
    notes = Notes()
    text = mended(grammar, printable(typed, notes), notes)
    tokens = tokens_of(grammar, text, notes)
    clause = ExpressionParser(grammar, tokens, text, DialectContext(notes, today)).whole()
    if clause is None:
        notes.add(NO_WORD_AT_ALL)
        return Reading(Nothing(), None, notes.sentences(), syntax=grammar.name)
    return Reading(simplest(clause), None, notes.sentences(), syntax=grammar.name)


def simplest(clause: Clause) -> Clause:
    """The clause without parts that a field has made the same: TI(a title:a) asks for one word in the headline."""
    match clause:
        case And(parts):
            return conjunction(map(simplest, parts))
        case Or(parts) if len(set(parts)) > 1 or not is_weightable(parts[0]):  # a word twice counts twice
            return disjunction(map(simplest, parts))
        case _:
            return rewritten(clause, simplest)
