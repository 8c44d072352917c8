"""A passage cut shorter, around most of what is marked in it."""

import re
from collections.abc import Iterator, Sequence

from search.results import Piece

WORD = re.compile(r"\S+")
AFTER_SENTENCE = re.compile(r"[.!?…][\"”’»)]*\s+$")


def clipped(pieces: Sequence[Piece], most: int) -> tuple[Piece, ...]:
    """At most so many characters of a passage and an ellipsis at either end: those that show most of its marks.

    Of stretches that show as many different marks, one that begins a sentence, and of these the first that shows as
    many in all. Words are not cut, but for one that is longer than all there is room for.
    """
    text = "".join(piece for piece, _ in pieces)
    if len(text) <= most:
        return tuple(pieces)
    marks = list(marked_spans(pieces))
    begin, end = max(stretches(text, most), key=lambda span: worth(text, marks, span), default=(0, most))
    begin, end = around_marks(marks, begin, end)
    end = begin + len(text[begin:end].rstrip(" ,;:–—-")) or end
    cut = list(between(pieces, begin, end))
    before = [("…", False)] if begin and not begins_sentence(text, begin) else []
    after = [("…", False)] if end < len(text) and not text[:end].endswith("…") else []
    return (*before, *cut, *after)


def marked_spans(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Where the marks stand."""
    place = 0
    for text, is_marked in pieces:
        if is_marked:
            yield place, place + len(text)
        place += len(text)


def stretches(text: str, most: int) -> Iterator[tuple[int, int]]:
    """Whole words of which there is room for no more."""
    words = [match.span() for match in WORD.finditer(text)]
    last = 0
    for first, (begin, end) in enumerate(words):
        last = max(last, first)
        while last + 1 < len(words) and words[last + 1][1] - begin <= most:
            last += 1
        yield begin, max(min(end, begin + most), words[last][1] if words[last][1] - begin <= most else 0)
        if last + 1 == len(words):
            return


def worth(text: str, marks: Sequence[tuple[int, int]], span: tuple[int, int]) -> tuple[int, bool, int, int]:
    """How much a stretch shows: different marks, whether it begins a sentence, marks; of equal ones, the first."""
    begin, end = span
    shown = [text[first:last].casefold() for first, last in marks if begin <= first and last <= end]
    return len(set(shown)), begins_sentence(text, begin), len(shown), -begin


def begins_sentence(text: str, place: int) -> bool:
    """A sentence begins here."""
    return place == 0 or AFTER_SENTENCE.search(text[:place]) is not None


def around_marks(marks: Sequence[tuple[int, int]], begin: int, end: int) -> tuple[int, int]:
    """The stretch, without a part of a mark at its end."""
    cut = next((first for first, last in marks if begin < first < end < last), end)
    return begin, cut


def between(pieces: Sequence[Piece], begin: int, end: int) -> Iterator[Piece]:
    """The pieces from one place to another."""
    place = 0
    for text, is_marked in pieces:
        part = text[max(0, begin - place) : max(0, end - place)]
        if part:
            yield part, is_marked
        place += len(text)
