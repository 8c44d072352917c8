"""The arguments of a command line as a query: a shell takes the quotation marks off a phrase, and this minds it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from search.engine import Engine
from search.find import LOOSENED, find
from search.query import Request
from search.results import Results


def find_arguments(engine: Engine, arguments: Sequence[str], request: Request) -> Results:
    """The results for these arguments, with the choices of `request`.

    An argument of several plain words is looked for as a phrase; if no article has it so, as words.
    """
    phrased = find(engine, replace(request, typed=" ".join(map(quoted, arguments))))
    plain = " ".join(arguments)
    if plain == phrased.request.typed or (phrased.total and LOOSENED not in phrased.notes):
        return phrased
    return find(engine, replace(request, typed=plain))


def quoted(argument: str) -> str:
    """The argument as a phrase, if it is several words and nothing that the query language knows."""
    return f'"{argument}"' if SEVERAL_WORDS.fullmatch(argument) else argument


SEVERAL_WORDS = re.compile(r"(?!.*\b(?:AND|OR|NOT)\b)[\w'’.,]+(?:\s+[\w'’.,]+)+")
