"""Where the paragraphs of a text and their sentences begin: the one place that counts, searches and marks ask."""

from collections.abc import Sequence

from index.annotations import TextStarts
from index.text.sentences import BLANK_LINE, sentences


def text_starts(text: str) -> TextStarts:
    """Where paragraphs and sentences begin; no word reaches across any of these places."""
    return starts_of_sentences(text, sentences(text))


def starts_of_sentences(text: str, spans: Sequence[tuple[int, int]]) -> TextStarts:
    """The same of a text with these sentences."""
    paragraphs = paragraph_starts(text)
    begun = {*paragraphs}
    starts = [start for start, _ in spans[1:] if start not in begun and not is_among_initials(text, start)]
    return TextStarts(paragraphs, tuple(starts))


def paragraph_starts(text: str) -> tuple[int, ...]:
    """The same of paragraphs alone, which takes far less time."""
    first = len(text) - len(text.lstrip())
    return tuple(blank.end() for blank in BLANK_LINE.finditer(text, first) if blank.end() < len(text))


def is_among_initials(text: str, start: int) -> bool:
    """The sentence would begin inside a word such as I. J. K., of which "I" can be a word of its own."""
    return text[start - 3 : start] == "I. " and text[start + 1 : start + 2] == "."
