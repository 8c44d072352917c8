"""What is asked: questions of a few kinds, each already taken apart, so that nobody's parser is measured."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Kind = Literal["word", "any", "all", "phrase", "dated", "prefix", "wildcard", "fuzzy"]
KINDS: tuple[Kind, ...] = get_args(Kind)

DESCRIBED: dict[Kind, str] = {
    "word": "one word",
    "any": "any of the words",
    "all": "all of the words",
    "phrase": "a phrase",
    "dated": "a word in a range of dates, newest first, counted by outlet and month",
    "prefix": "the beginning of a word",
    "wildcard": "a word with a gap",
    "fuzzy": "a word with one letter wrong",
}


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked of every engine."""

    kind: Kind
    words: tuple[str, ...]
    """As a person types them; one for the kinds that ask for one word. A gap is written as a star."""
    since: date | None = None
    """The first day; only "dated" questions have one."""
    until: date | None = None
    """The last day; only "dated" questions have one."""
