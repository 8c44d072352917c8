"""The arguments of a command line as a query: a shell takes the quotation marks off a phrase, and this minds it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from index.errors import DatelineError
from search.engine import Engine
from search.find import find
from search.language.days import bound
from search.language.messages import HOW_DAYS_ARE_WRITTEN, Notes
from search.request import Request
from search.results import Results


def find_arguments(engine: Engine, arguments: Sequence[str], request: Request, today: date) -> Results:
    """The results for these arguments, with the choices of `request`.

    An argument of several plain words is looked for as a phrase; if no article has it so, as words.
    """
    phrased = find(engine, replace(request, typed=" ".join(map(quoted, arguments))), today)
    plain = " ".join(arguments)
    if plain == phrased.request.typed or phrased.with_all_words:
        return phrased
    return find(engine, replace(request, typed=plain), today)


def options_and_words(
    arguments: Sequence[str], flags: Collection[str], valued: Collection[str]
) -> tuple[list[str], list[str]]:
    """The options among the arguments with their values, and the words, which may begin with one minus.

    Raises ValueError when an option that needs a value is the last argument.
    """
    options: list[str] = []
    words: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            words += rest
        elif argument in valued:
            value = next(rest, None)
            if value is None:
                raise ValueError(f"{argument} needs a value")
            options += [argument, value]
        elif argument in flags or argument.startswith("--") or re.fullmatch(r"-n\d+", argument):
            options.append(argument)
        else:
            words.append(argument)
    return options, words


def given_path(argument: str) -> Path:
    """The path; raises DatelineError for an empty one, a variable that was not set, which would mean this folder."""
    if not argument:
        raise DatelineError("a path is empty: name a folder or file")
    return Path(argument)


def given_location(argument: str) -> str:
    """Where the index is; raises DatelineError for an empty name, a variable that was not set."""
    if not argument:
        raise DatelineError("the name of the index is empty: name a folder, or leave out --index")
    return argument


def given_day(field: str, argument: str | None, today: date, notes: Notes) -> date | None:
    """The day of --since or --until; None where it was not given. Raises DatelineError for what is no day."""
    if argument is None:
        return None
    day = bound(field, argument, today, notes)
    if day is None:
        raise DatelineError(f"--{field} {argument}: not a day; {HOW_DAYS_ARE_WRITTEN}")
    return day


def quoted(argument: str) -> str:
    """The argument as a phrase, if it is several words and nothing that the query language knows."""
    return f'"{argument}"' if SEVERAL_WORDS.fullmatch(argument) else argument


SEVERAL_WORDS = re.compile(r"(?!.*\b(?:AND|OR|NOT)\b)[\w'’.,]+(?:\s+[\w'’.,]+)+")
