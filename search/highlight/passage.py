"""Where a passage of a text can begin and end: at sentences where it can, else at clauses, else at words."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from index.text.sentences import BLANK_LINE, add_sentences
from search.highlight.highlighter import Mark, start_of

ENOUGH = 150
"""Characters; a shorter passage goes on into the next paragraph."""

CLAUSE = re.compile(
    r"""
      (?<=[,;:]) \s+
    | \s* — \s* | \s+ [-–]+ \s+
    | \s+ (?=["“‘«(]) | (?<=["”»)]) \s+
    | (?<=[，、；：])
    """,
    re.VERBOSE,
)
"""Between two clauses, or on either side of quoted words."""
SPACE = re.compile(r"\s+")
LOOSE_AT_END = " \n,;:—–-(“‘«"
LOOSE_AT_BEGINNING = " \n,;:—–-.!?…)”’»"
"""Left out beside an ellipsis."""
LEADING = frozenset(
    str.split(
        "a an and as at but by for from has have his if in is its of on or that the their to was were which who with"
    )
)
"""Words that an editor does not leave at the end of a passage."""
LONGEST_LEADING = 8
"""Characters looked at before a border: the longest of those words, and white space."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its marks and the sentences of a part of it, both sorted and neither overlapping."""

    text: str
    starts: Sequence[int]
    """Where each sentence begins."""
    ends: Sequence[int]
    marks: Sequence[Mark]


class MarkedText:
    """A text with its marks, of which paragraphs are divided into sentences as somebody looks at them."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self.text = text
        self.marks = marks
        borders = [blank.span() for blank in BLANK_LINE.finditer(text)]
        self._starts = [0, *(end for _, end in borders)]
        self._ends = [*(start for start, _ in borders), len(text)]
        self._known: dict[int, list[Span]] = {}

    def page(self, span: Span, around: int) -> Page:
        """The sentences of the paragraphs that reach into the span or so many characters around it."""
        first = bisect_left(self._ends, span[0] - around)
        last = bisect_right(self._starts, span[1] + around)
        found = [each for paragraph in range(first, last) for each in self._sentences(paragraph)]
        return Page(self.text, [start for start, _ in found], [end for _, end in found], self.marks)

    def beginning(self, fewest: int, around: int) -> Page:
        """The same of the first paragraphs, which have so many sentences at least, where there are as many."""
        every = accumulate(len(self._sentences(paragraph)) for paragraph in range(len(self._starts)))
        last = next((paragraph for paragraph, count in enumerate(every) if count >= fewest), -1)
        return self.page((0, self._ends[last]), around)

    def _sentences(self, paragraph: int) -> list[Span]:
        """Those of a paragraph by its number."""
        if paragraph not in self._known:
            self._known[paragraph] = []
            add_sentences(self.text, self._starts[paragraph], self._ends[paragraph], self._known[paragraph])
        return self._known[paragraph]


def passages_around(page: Page, core: Span, room: int) -> Iterator[Span]:
    """Passages of at most `room` characters that hold the core; the core must fit.

    The page has all sentences that are so near to it.
    """
    first, last = core
    opening, closing = sentence_at(page, first), sentence_at(page, max(first, last - 1))
    begin, end = page.starts[opening], page.ends[closing]
    if end - begin <= room:
        yield grown(page, opening, closing, room)
        return
    if last - begin <= room:
        yield begin, cut_after(page, begin, last, begin + room)
    if end - first <= room:
        yield cut_before(page, end - room, first, end), end
    middle = cut_before(page, max(begin, first - (room - (last - first)) // 2), first, last)
    yield middle, cut_after(page, middle, last, min(end, middle + room))


def sentence_at(page: Page, place: int) -> int:
    """Which sentence holds this place; the one before it when it is between two."""
    return max(0, bisect_right(page.starts, place) - 1)


def begins_sentence(page: Page, place: int) -> bool:
    """A sentence begins here."""
    return page.starts[sentence_at(page, place)] == place


def ends_sentence(page: Page, place: int) -> bool:
    """A sentence ends here."""
    return page.ends[bisect_left(page.ends, place)] == place


def grown(page: Page, opening: int, closing: int, room: int) -> Span:
    """Whole sentences around these: all of the paragraph that fits, then of the next ones while it is short."""
    while True:
        begin, end = page.starts[opening], page.ends[closing]
        after = closing + 1 < len(page.ends) and page.ends[closing + 1] - begin <= room
        before = opening > 0 and end - page.starts[opening - 1] <= room
        if after and same_paragraph(page, closing):
            closing += 1
        elif before and same_paragraph(page, opening - 1):
            opening -= 1
        elif after and end - begin < ENOUGH and reads_on(page, closing):
            closing += 1
        elif before and end - begin < ENOUGH and reads_on(page, opening - 1):
            opening -= 1
        else:
            return begin, end


def same_paragraph(page: Page, sentence: int) -> bool:
    """No blank line stands between this sentence and the next."""
    return "\n" not in page.text[page.ends[sentence] : page.starts[sentence + 1]]


def reads_on(page: Page, sentence: int) -> bool:
    """The sentence ends like one, so that another may follow on the same line; a heading does not."""
    return page.text[page.ends[sentence] - 1] in '.!?…:;"”’»)。！？」』'


def cut_after(page: Page, begin: int, last: int, limit: int) -> int:
    """Where a passage from `begin` that holds `last` ends inside a sentence, at `limit` or before."""
    text = page.text
    long_enough = max(last, begin + (limit - begin) * 3 // 5)
    clauses = [gap.start() for gap in CLAUSE.finditer(text, long_enough, limit + 1)]
    words = [gap.start() for gap in SPACE.finditer(text, last, limit + 1)] or [limit]
    choice = (*reversed(clauses), *reversed(words))
    at = next((border for border in choice if not dangles(text, border)), words[-1])
    if mark := mark_over(page, at):
        at = max(last, mark.start)
    while at > last and (text[at - 1] in LOOSE_AT_END or inside_letter(text, at)):
        at -= 1
    return at


def dangles(text: str, border: int) -> bool:
    """The word before the border leads up to what would be missing."""
    words = text[max(0, border - LONGEST_LEADING) : border].split()
    return bool(words) and words[-1] in LEADING


def cut_before(page: Page, limit: int, first: int, end: int) -> int:
    """Where a passage to `end` that holds `first` begins inside a sentence, at `limit` or later."""
    text = page.text
    long_enough = min(first, limit + (end - limit) * 2 // 5)
    borders = [gap.end() for gap in CLAUSE.finditer(text, limit, long_enough + 1)]
    borders = borders or [gap.end() for gap in SPACE.finditer(text, limit, first)] or [limit]
    at = borders[0]
    if mark := mark_over(page, at):
        at = min(first, mark.end)
    while at < first and (text[at] in LOOSE_AT_BEGINNING or inside_letter(text, at)):
        at += 1
    return at


def mark_over(page: Page, at: int) -> Mark | None:
    """The mark that a cut here would halve; None when it halves none."""
    last = bisect_left(page.marks, at, key=start_of) - 1
    return page.marks[last] if last >= 0 and page.marks[last].end > at else None


def inside_letter(text: str, at: int) -> bool:
    """The character here belongs to the letter before it, as an accent does that is written on its own."""
    return at < len(text) and (unicodedata.category(text[at])[0] == "M" or "\u200d" in text[max(0, at - 1) : at + 1])
