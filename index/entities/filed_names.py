"""The people and organisations by which an article is found: those whose name tells by itself who is meant."""

import re
from collections.abc import Iterator, Sequence

from index.annotations import EntityKind, NamedEntity
from index.entities.name_keys import key_of
from index.entities.recognizer import Name, names_in_sentences
from index.text.sentences import sentences

MOST_FILED = 100
"""People and organisations of one article; a list of members has more."""
MOST_WORDS = 5
"""Of the name of a person; longer ones are several, as lists without commas have them."""
RUN_TOGETHER = re.compile(r"[a-z][A-Z]{2}|\d")
"""Two words without the space between them, as in TrumpGOP, and what is no name at all."""


def filed_names(body: str, title: str = "") -> tuple[NamedEntity, ...]:
    """The people and organisations that a text names, the most often named first, each once."""
    return filed_names_of(body, title, sentences(body))


def filed_names_of(body: str, title: str, spans: Sequence[tuple[int, int]]) -> tuple[NamedEntity, ...]:
    """The same of a text whose body has these sentences."""
    return filed(names_in_sentences(body, title, spans))


def filed(every: Sequence[Name]) -> tuple[NamedEntity, ...]:
    """Those of the names of a text by which it is found: of people, only those that it names in full."""
    found: dict[tuple[EntityKind, str], NamedEntity] = {}
    for kind, name in people_and_organisations(every):
        key = entity_key(name)
        if key and len(found) < MOST_FILED:
            found.setdefault((kind, key), NamedEntity(kind, key, name))
    return tuple(found.values())


def people_and_organisations(every: Sequence[Name]) -> Iterator[tuple[EntityKind, str]]:
    """The names of either kind that are whole."""
    for name in every:
        kind = name.kind
        if (kind == "person" or kind == "organisation") and is_whole(kind, name.text):
            yield kind, name.text


def is_whole(kind: EntityKind, name: str) -> bool:
    """It tells by itself who is meant: a surname alone does not, nor do names that ran into each other."""
    if RUN_TOGETHER.search(name):
        return False
    return kind != "person" or 2 <= len(name.split()) <= MOST_WORDS


def entity_key(name: str) -> str:
    """What all ways to write a name in full have in common: no case, marks or middle initials."""
    return key_of(name).casefold()
