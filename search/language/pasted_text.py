"""What is no query in a text that is pasted: joints that are words, addresses, and labels before a headline."""

import re
from collections.abc import Sequence

from index.lexicon.outlet_names import canonical_name
from search.language.lexer import Lexeme, LexemeKind, in_words
from search.language.messages import ADDRESS, LABEL, Notes, quoted

LABELS = frozenset({"title", "body", "said", "speaker", "source", "story", "site"})
"""Fields that headlines have before a colon and a space; none has intitle there, or pub."""
SENTENCE_BEHIND = 5
"""Words behind a label; whoever leaves a space behind a field has rarely so many to ask. Of 88,879 headlines of news
nineteen have such a field, and all nineteen are labels."""
OPERATORS: frozenset[LexemeKind] = frozenset({"and", "or", "not", "wanted", "near", "call"})
"""What shows that a query was typed, and no headline."""

WEB_ADDRESS = re.compile(r"(?<![^\s(])(?ai:https?://|www\.|pic\.twitter\.com/)[^\s()]+")


def as_prose(text: str, notes: Notes) -> str:
    """A text whose AND, OR and NOT are words, without the addresses in it, which say nothing of what it is about."""
    addresses = WEB_ADDRESS.findall(text)
    if addresses:
        notes.add(ADDRESS, *map(quoted, addresses))
    return in_words(WEB_ADDRESS.sub(" ", text))


def labels_as_words(found: Sequence[Lexeme], notes: Notes) -> list[Lexeme]:
    """The lexemes, in which a field is a word where a space stands behind its colon, and then a sentence.

    An outlet that is known, and an address of a site, are what the field asks for all the same.
    """
    if any(lexeme.kind in OPERATORS or (lexeme.kind == "field" and not lexeme.is_apart) for lexeme in found):
        return list(found)
    labels = [place for place in range(len(found)) if is_label(found[place:])]
    if labels:
        notes.add(LABEL, *(quoted(f"{found[place].text}:") for place in labels))
    return [Lexeme("word", each.text) if place in labels else each for place, each in enumerate(found)]


def is_label(found: Sequence[Lexeme]) -> bool:
    """The first of these is a field that heads a sentence."""
    field, *behind = found
    if field.kind != "field" or field.text.lower() not in LABELS:
        return False
    if sum(lexeme.kind in ("word", "phrase") for lexeme in behind) < SENTENCE_BEHIND or behind[0].kind != "word":
        return False
    value = behind[0].text
    return canonical_name(value) is None and canonical_name(value.upper()) is None and "." not in value.strip(".")
