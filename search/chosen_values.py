"""What is chosen beside the words, as clauses: outlets, authors and other values of facets, and days."""

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
