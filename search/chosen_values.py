"""What is chosen beside the words, as clauses: outlets, authors and other values of facets, and days."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from search.clauses import And, Attribute, Between, Clause, Not, Nothing, Or, Source
from search.query import FacetName
from search.request import Chosen, Request

Choosable = FacetName | Literal["days"]
"""What a choice can be made of."""


def narrowed(clause: Clause, request: Request, without: Choosable | None = None) -> Clause:
    """The clause within all that was chosen beside it, but for the choices of one kind."""
    parts: list[Clause] = [clause]
    if without != "days" and (request.since or request.until):
        parts.append(Between(request.since, request.until))
    chosen = [choice for choice in choices(request) if choice.facet != without]
    for facet in dict.fromkeys(choice.facet for choice in chosen):
        own = [choice for choice in chosen if choice.facet == facet]
        if wanted := [having(choice) for choice in own if not choice.is_excluded]:
            parts.append(Or(tuple(wanted)))
        parts += [Not(having(choice)) for choice in own if choice.is_excluded]
    return And(tuple(parts)) if len(parts) > 1 else clause


def choices(request: Request) -> tuple[Chosen, ...]:
    """The values of facets that were chosen."""
    outlets = (Chosen("source", name) for name in request.sources)
    return (*outlets, *(Chosen("author", name) for name in request.authors), *request.chosen)


def is_chosen_of(request: Request, kind: Choosable) -> bool:
    """Whether anything of this kind was chosen."""
    if kind == "days":
        return bool(request.since or request.until)
    return any(choice.facet == kind for choice in choices(request))


def having(choice: Chosen) -> Clause:
    """Articles that have the value."""
    match choice.facet, choice.value:
        case "dated", None:
            return Not(Attribute("has", "date"))
        case (("format" | "person" | "organisation"), None):
            return Nothing()
        case ("source" | "author" | "place" | "language") as facet, None:
            return Not(Attribute("has", facet))
        case "source", str(name):
            return Source(name)
        case ("author" | "person" | "organisation" | "place" | "format" | "language" | "dated") as facet, str(value):
            return Attribute(facet, value)
        case _:
            raise AssertionError(f"{choice} is no choice")


def in_order(chosen: Iterable[Chosen]) -> tuple[Chosen, ...]:
    """Choices as they stand in an address."""

    def place(choice: Chosen) -> tuple[bool, str, str, bool]:
        return choice.is_excluded, choice.facet, choice.value or "", choice.value is None

    return tuple(sorted(chosen, key=place))


def is_name(choice: Chosen) -> bool:
    """The choice is one of `Request.sources` or `Request.authors`."""
    return choice.facet in ("source", "author") and choice.value is not None and not choice.is_excluded


def choosing(request: Request, chosen: Iterable[Chosen]) -> Request:
    """The request with these choices in place of its own, from its first page."""
    sources, authors, others = told_apart(chosen)
    return replace(request, sources=sources, authors=authors, chosen=others, page=1)


def told_apart(chosen: Iterable[Chosen]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Chosen, ...]]:
    """The outlets and authors among choices, and the other choices, each once and as they stand in an address."""
    every = set(chosen)
    names = sorted((choice.facet, choice.value or "") for choice in every if is_name(choice))
    return (
        tuple(name for facet, name in names if facet == "source"),
        tuple(name for facet, name in names if facet == "author"),
        in_order(choice for choice in every if not is_name(choice)),
    )


def with_choice(request: Request, choice: Chosen) -> Request:
    """The request with this choice, and not its contrary."""
    contrary = replace(choice, is_excluded=not choice.is_excluded)
    return choosing(request, (*(own for own in choices(request) if own != contrary), choice))


def without_choice(request: Request, choice: Chosen) -> Request:
    """The request without this choice."""
    return choosing(request, (own for own in choices(request) if own != choice))
