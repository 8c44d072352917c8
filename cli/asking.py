"""What may be asked around the words of a query: options that every command with a query takes."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import reduce, wraps
from typing import Any

import click

from cli.arguments import given_day
from cli.options import syntax_option
from index.errors import DatelineError
from search.language.messages import Notes
from search.query import Copies, Order, Syntax, WordsWanted
from search.request import Request


@dataclass(frozen=True, slots=True)
class Asking:
    """The options as they were given."""

    order: Order
    copies: Copies | None
    """None is what the command takes by itself."""
    sources: tuple[str, ...]
    authors: tuple[str, ...]
    since: str | None
    until: str | None
    wanted: WordsWanted | None
    syntax: Syntax | None
    """None is the language that the words are surely written in, and else ours."""

    def request(self, today: date, notes: Notes, copies: Copies) -> Request:
        """The request without its words; `copies` is what is shown once unless the options say.

        What was taken otherwise is said in the notes. Raises DatelineError for what cannot be asked for.
        """
        return Request(
            "",
            self.order,
            given_day("since", self.since, today, notes),
            given_day("until", self.until, today, notes),
            sources=tuple(outlet(name, notes) for name in self.sources),
            copies=self.copies or copies,
            words=self.wanted or "best",
            syntax=self.syntax,
            authors=tuple(named("author", name) for name in self.authors),
        )


def outlet(name: str, notes: Notes) -> str:
    """The outlet as its articles name it."""
    from search.language.terms import source_named

    return source_named(named("source", name), notes).name


def named(option: str, name: str) -> str:
    """The name; raises DatelineError for none, a variable that was not set."""
    if not name.strip():
        raise DatelineError(f"--{option} is empty: give a name, or leave it out")
    return name


OPTIONS = (
    click.option("--sort", "order", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance"),
    click.option(
        "--copies", type=click.Choice(["all", "reprints", "stories"]), help="Show all, or texts or stories once."
    ),
    click.option("--source", "sources", multiple=True, metavar="S", help="Only of this outlet, or of any of several."),
    click.option("--author", "authors", multiple=True, metavar="A", help="Only by somebody of this name, likewise."),
    click.option("--since", metavar="D", help="Published on this day or later: 2022-11-12, 2022-11, 2022, last week."),
    click.option("--until", metavar="D", help="Published on this day or before, likewise."),
    click.option("--all", "wanted", flag_value="all", help="Only articles that have all of the words."),
    click.option("--any", "wanted", flag_value="any", help="Articles that have any of the words, best first."),
    syntax_option,
)


def asking_options(command: Callable[..., int]) -> Callable[..., int]:
    """The command with these options, which it takes together as `asking`."""

    @wraps(command)
    def asked(**given: Any) -> int:
        asking = Asking(**{field.name: given.pop(field.name) for field in fields(Asking)})
        return command(asking=asking, **given)

    return reduce(lambda made, option: option(made), reversed(OPTIONS), asked)
