"""The query that may have been meant, where a word of it is mistyped."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from index.analysis import forms, tokens
from search.clause_walks import nodes, wanted
from search.clauses import Clause, Word
from search.correction.likely_words import LikelyWord, likely_words
from search.engine import Engine
from search.language.lexer import QUOTES

MOST_WORDS = 8
"""Words of a query that are looked at, which bounds what a question of many words costs."""
TRIED = 3
"""What each of them may be meant to be, at most,"""
TRIED_TOGETHER = 9
"""and how many queries of such words are counted."""
CLEARLY_MORE = 3
"""Another query is offered when so many times as many articles have it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A query, and what it finds."""

    query: str
    with_all: int
    """How many articles have all that it asks for."""
    total: int
    """How many it shows."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A query that may have been meant."""

    query: str
    """As it would be typed."""
    insisting: str
    """What was typed, with = before the words that were changed, so that they are not."""
    total: int
    """How many articles it shows."""
    is_certain: bool
    """What was typed finds nothing, so that this one may be answered in its place."""


Count = Callable[[str], Counted]
Instead = Callable[[str, str], str | None]
"""What is to stand for a form and the word as it was typed; None leaves the word."""


def did_you_mean(engine: Engine, typed: Counted, clause: Clause, count: Count) -> Correction | None:
    """What may have been meant by the query, whose reading is `clause`; None when nothing finds clearly more.

    A word between quotation marks, after = or under NOT is meant as it is typed.
    """
    guesses = {form: found for form in typed_forms(clause) if (found := likely_words(engine, form)[:TRIED])}
    if not guesses:
        return None
    tried = islice(combined(guesses), TRIED_TOGETHER)
    queries = {rewritten_query(typed.query, in_case(chosen)): chosen for chosen in tried}
    queries.pop(typed.query, None)
    if not queries:
        return None
    best = max(map(count, queries), key=lambda counted: (counted.with_all > 0, score_of(queries[counted.query])))
    is_certain = all(word.is_sure for word in queries[best.query].values()) or (typed.with_all == 0 < best.with_all)
    if best.total == 0 or not (is_certain or best.with_all >= CLEARLY_MORE * typed.with_all):
        return None
    insisting = rewritten_query(typed.query, lambda form, word: f"={word}" if form in guesses else None)
    return Correction(best.query, insisting, best.total, is_certain)


def typed_forms(clause: Clause) -> Iterator[str]:
    """The forms of the single words that are wanted, each once."""
    found = (node for leaf in wanted(clause) for node in nodes(leaf) if isinstance(node, Word))
    words = dict.fromkeys(tuple(forms(word.typed)) for word in found)
    return islice((form for form, *others in words if not others), MOST_WORDS)


def combined(guesses: Mapping[str, Sequence[LikelyWord]]) -> Iterator[dict[str, LikelyWord]]:
    """What may be meant by all the words together, the likeliest of each first."""
    for chosen in product(*guesses.values()):
        yield dict(zip(guesses, chosen, strict=True))


def score_of(chosen: Mapping[str, LikelyWord]) -> float:
    """How likely it is that all of these are meant."""
    return sum(word.score for word in chosen.values())


def rewritten_query(typed: str, instead: Instead) -> str:
    """The query with other words in the place of some; what is quoted or exact stays."""
    pieces: list[str] = []
    end = 0
    for token in tokens(typed):
        as_typed = typed[token.start : token.end]
        word = None if is_meant_so(typed, token.start, token.end) else instead(token.form, as_typed)
        if word is not None:
            pieces += [typed[end : token.start], word]
            end = token.end
    return "".join(pieces) + typed[end:]


def is_meant_so(typed: str, start: int, end: int) -> bool:
    """Whether the word there stands between quotation marks or behind =, is a pattern, or names a field."""
    if typed[max(0, start - 1) : start] == "=" or typed[end : end + 1] in {"*", "?", "~", ":"}:
        return True
    return sum(typed.count(mark, 0, start) for mark in QUOTES) % 2 == 1


def in_case(chosen: Mapping[str, LikelyWord]) -> Instead:
    """These words in the place of the forms, with the capitals of what was typed."""

    def instead(form: str, typed: str) -> str | None:
        if form not in chosen:
            return None
        word = chosen[form].text
        if typed.isupper():
            return word.upper()
        return word.title() if typed[:1].isupper() else word

    return instead
