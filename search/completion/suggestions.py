"""What may be asked, from what has been typed so far: words, names and outlets of the index that go on so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.analysis import form, forms
from index.entities.recognizer import names
from search.clauses import Everything
from search.engine import Engine
from search.find import answer_to
from search.query import Query
from search.request import Request

SuggestionKind = Literal["word", "name", "outlet"]
MOST_WORDS, MOST_NAMES, MOST_OUTLETS = 6, 4, 3
FEWEST_LETTERS, FEWEST_OF_NAME = 2, 3
"""Letters that a word, and a name, must have before anything is suggested."""
MOST_TYPED = 200
"""Characters of a question that is completed."""
READ, READ_CHARACTERS = 6, 4_000
"""Articles in whose beginnings names are looked for, a millisecond or two for each."""
LAST_WORD = re.compile(r"[^\s\"“”():=+-][^\s\"“”():=]*$")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be asked."""

    typed: str
    """The whole question, as it would be typed."""
    kind: SuggestionKind
    total: int | None
    """How many articles hold the word, or are of the outlet; None of a name, which is not counted."""


def suggestions(engine: Engine, typed: str) -> tuple[Suggestion, ...]:
    """How the last word that was typed may go on: as words, most frequent first, as names, and as outlets."""
    match = LAST_WORD.search(typed[:MOST_TYPED])
    start = form(match.group()) if match else ""
    if match is None or len(start) < FEWEST_LETTERS or not start.isalnum():
        return ()
    before = typed[: match.start()]
    counted = engine.forms_beginning(start, MOST_WORDS)
    words = (Suggestion(before + word, "word", count) for word, count in counted.items())
    found = (*words, *names_suggested(engine, before, match.group(), start), *outlets(engine, before, start))
    return tuple({one.typed: one for one in reversed(found)}.values())[::-1]


def names_suggested(engine: Engine, before: str, word: str, start: str) -> Iterator[Suggestion]:
    """Names of several words of which one begins so, in articles that fit the question as it would go on."""
    if len(start) < FEWEST_OF_NAME or not word.isalnum():
        return
    found = answer_to(engine, Request(f"{word}*", size=READ), None).answer.matches
    told: dict[str, int] = {}
    for article in engine.fetch([candidate.id for candidate in found.candidates[:READ]]):
        for name in names(article.body[:READ_CHARACTERS], article.title):
            if " " in name.text and '"' not in name.text and begins_so(name.text, start):
                told[name.text] = told.get(name.text, 0) + len(name.spans)
    for name_text in sorted(told, key=lambda text: (-told[text], text))[:MOST_NAMES]:
        yield Suggestion(f'{before}"{name_text}"', "name", None)


def begins_so(name: str, start: str) -> bool:
    """A word of the name begins so."""
    return any(word.startswith(start) for word in forms(name))


def outlets(engine: Engine, before: str, start: str) -> Iterator[Suggestion]:
    """The outlets of which a word begins so, those with most articles first."""
    counts = engine.match(Query(Everything(), "oldest"), 0).values["source"]
    fitting = [name for name in counts if name and '"' not in name and begins_so(name, start)]
    for name in sorted(fitting, key=lambda own: (-counts[own], own))[:MOST_OUTLETS]:
        written = name if name.isalnum() else f'"{name}"'
        yield Suggestion(f"{before}source:{written}", "outlet", counts[name])


def opensearch_object(typed: str, found: Sequence[Suggestion]) -> list[object]:
    """The suggestions as browsers read them (OpenSearch Suggestions 1.1): the question, completions, descriptions."""
    return [typed, [one.typed for one in found], [told(one) for one in found]]


def told(one: Suggestion) -> str:
    """What a suggestion is, in a few words."""
    articles = "" if one.total is None else f"{one.total:,} {'article' if one.total == 1 else 'articles'}"
    return ", ".join(part for part in ("" if one.kind == "word" else one.kind, articles) if part)
