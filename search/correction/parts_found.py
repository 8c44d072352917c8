"""What each part of a request finds alone, and what the others find without it, where all of them find nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, islice

from search.chosen_values import choices, narrowed
from search.clauses import And, Clause, Everything
from search.engine import Engine
from search.language.serializer import written
from search.language.spelling_expansion import respelled
from search.likeness.like_reading import read_for
from search.query import Query
from search.request import Chosen, Request

MOST_PARTS = 8
"""Parts that are counted; a query of more is told from its notes."""


@dataclass(frozen=True, slots=True)
class PartFound:
    """A part of a request, and what it has to do with finding nothing."""

    written: str
    """As it is typed; "" for what was chosen beside the words."""
    choice: Chosen | None
    """The value that was chosen; None for words, and for days."""
    alone: int
    """How many articles it finds."""
    without: int
    """How many the others find."""
    request: Request
    """The request without it."""


def parts_found(engine: Engine, request: Request, today: date | None) -> tuple[PartFound, ...]:
    """The parts of a request; none where it has only one."""
    read = read_for(engine, request.typed, today, request.syntax).clause
    words = (read.parts if isinstance(read, And) else (read,)) if request.typed.strip() else ()
    found = tuple(islice(chain(word_parts(engine, request, words), filter_parts(engine, request, read)), MOST_PARTS))
    return found if len(found) > 1 else ()


def word_parts(engine: Engine, request: Request, words: tuple[Clause, ...]) -> Iterator[PartFound]:
    """The words, phrases and fields of a query, each with what the rest of it finds."""
    for place, word in enumerate(words):
        rest = (*words[:place], *words[place + 1 :])
        others = all_of(rest)
        yield PartFound(
            written=written(word),
            choice=None,
            alone=total(engine, word),
            without=total(engine, narrowed(others, request)),
            request=replace(request, typed=written(others) if rest else "", page=1, syntax=None),
        )


def filter_parts(engine: Engine, request: Request, read: Clause) -> Iterator[PartFound]:
    """The days and values that were chosen, each with what the rest of the request finds."""
    if request.since or request.until:
        days = Request("", since=request.since, until=request.until)
        rest = replace(request, since=None, until=None, page=1)
        yield part_of(engine, read, (days, rest), None)
    for choice in choices(request):
        alone, rest = only(choice), without(request, choice)
        yield part_of(engine, read, (alone, rest), choice)


def part_of(engine: Engine, read: Clause, requests: tuple[Request, Request], choice: Chosen | None) -> PartFound:
    """A part, from the request for it alone and that for all others."""
    alone, rest = requests
    return PartFound(
        written="",
        choice=choice,
        alone=total(engine, narrowed(Everything(), alone)),
        without=total(engine, narrowed(read, rest)),
        request=rest,
    )


def only(choice: Chosen) -> Request:
    """The request for nothing but a value."""
    return Request("", chosen=(choice,))


def without(request: Request, choice: Chosen) -> Request:
    """The request without a value."""
    return replace(
        request,
        sources=tuple(name for name in request.sources if Chosen("source", name) != choice),
        authors=tuple(name for name in request.authors if Chosen("author", name) != choice),
        chosen=tuple(own for own in request.chosen if own != choice),
        page=1,
    )


def all_of(parts: tuple[Clause, ...]) -> Clause:
    """What has all of these; everything where there are none."""
    return And(parts) if len(parts) > 1 else parts[0] if parts else Everything()


def total(engine: Engine, clause: Clause) -> int:
    """How many articles match, in any spelling of the names in it."""
    return engine.match(Query(respelled(clause, engine.spellings, engine.holds).clause, "newest"), 1).total
