"""What stands between quotation marks, as spans: whichever marks a newsroom uses, over several paragraphs, unclosed.

Each paragraph is read once, mark by mark: the time is linear in the text, whatever is in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.orthography.characters import MARKS
from index.text.sentences import BLANK_LINE


@dataclass(frozen=True, slots=True)
class Quotation:
    """A direct quotation: the outermost one, where others stand in it."""

    start: int
    """Of the words, behind the opening mark."""
    end: int
    """Of the words, before the closing mark; of the paragraph, where the quotation is not closed."""
    outer_start: int
    """Of the opening mark."""
    outer_end: int
    """Of the closing mark's end."""


class Closing(NamedTuple):
    """Which marks close a quotation that a mark opens, with an example."""

    marks: str
    example: str


PAIRS = {
    "“": Closing('”"“', "“We go,” she said"),
    '"': Closing('"”', '"We go," she said'),
    "”": Closing('"”', "”We go,” she said"),
    "„": Closing('“”"', "„Wir gehen“, sagte sie"),
    "«": Closing("»", "« On y va », dit-elle"),
    "»": Closing("«»", "»Wir gehen«, sagte sie"),
    "‹": Closing("›", "‹We go›, she said"),
    "›": Closing("‹›", "›We go‹, she said"),
    "``": Closing("''\"", "``We go,'' she said"),
    "''": Closing("''", "''We go,'' she said"),
    "「": Closing("」", "「行きます」と彼女は言った"),
    "『": Closing("』", "『行きます』と彼女は言った"),
    "‘": Closing("’'", "‘We go,’ she said"),
    "'": Closing("'’", "'We go,' she said"),
    "‚": Closing("‘’", "‚Wir gehen‘, sagte sie"),
}
SINGLE = frozenset("‘'‚’")
# An apostrophe inside a word is not looked at, nor the inches of 5'10".
# The marks stand first, so that a search leaps from one to the next; what stands around each is asked afterwards.
MARK = re.compile(
    rf"""
      [“”„«»‹›「」『』"`'‘’‚]
      (?: (?<=[“”„«»‹›「」『』]) | (?<=")(?<!'\d")(?<!'\d\d") | (?<=`)` | (?<=')'
        | (?<=['‘’‚]) (?: (?!\w) | (?<![\w{MARKS}].) ) )
    """,
    re.VERBOSE,
)
ELISION = re.compile(r"(?:\d0s|\d\d\b|(?:em|tis|twas|til|till|cause|n|bout|round|s|t|ere|neath|cos|cuz)\b)", re.I)
"""What follows an apostrophe that stands for letters left out: ’90s, ’em, ’tis."""
BEFORE_OPENING = frozenset("([{—–-―/“‘\"'«„…")
AFTER_CLOSING = frozenset(".,;:!?…)]}—–-―/”’\"'»")
FEW_SPACES, SHORT = 3, 60
"""So many spaces, and characters: in ‘terrorists’ the mark closes, in ‘We ask the workers’ unions’ it does not."""
OPENS, CLOSES, EITHER = "opens", "closes", "either"


class QuotationMark(NamedTuple):
    """A quotation mark and what it does, as far as its neighbours tell."""

    start: int
    end: int
    text: str
    role: str


def quotations_in(body: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """The direct quotations of a text with these paragraphs, in order; none overlap."""
    found: list[Quotation] = []
    opened: QuotationMark | None = None
    previous_end = after = 0
    all_marks = [mark_at(body, match) for match in MARK.finditer(body)]
    for start, end in paragraphs:
        first = after
        while after < len(all_marks) and all_marks[after].start < end:
            after += 1
        if first == after and opened is None:
            previous_end = end
            continue
        marks = all_marks[first:after]
        if opened is not None and not (marks and carries_on(opened, marks[0], body, start)):
            found.append(unclosed(opened, previous_end))
            opened = None
        opened = ParagraphSpan(body, end, marks).read(opened, found)
        previous_end = end
    if opened is not None:
        found.append(unclosed(opened, previous_end))
    return [quotation for quotation in found if body[quotation.start : quotation.end].strip()]


def paragraph_spans(body: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a text begin and end, without white space at their ends."""
    start = 0
    for blank in BLANK_LINE.finditer(body):
        yield trimmed(body, start, blank.start())
        start = blank.end()
    yield trimmed(body, start, len(body))


def trimmed(body: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    if start < end and not body[start].isspace() and not body[end - 1].isspace():
        return start, end
    piece = body[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return first, max(first, start + len(piece.rstrip()))


def mark_at(body: str, match: re.Match[str]) -> QuotationMark:
    """The mark with the role that its neighbours give it; where they do not tell, its shape does."""
    start, end, text = match.start(), match.end(), match.group()
    before, after = body[start - 1 : start], body[end : end + 1]
    is_free_before = not before.strip() or before in BEFORE_OPENING
    is_free_after = not after.strip() or after in AFTER_CLOSING
    if is_free_before and not is_free_after:
        role = OPENS
    elif is_free_after and not is_free_before:
        role = CLOSES
    elif text == '"':
        role = EITHER
    else:
        role = CLOSES if text in "”’»›」』''" else OPENS
    return QuotationMark(start, end, text, SHAPED.get(text, role))


SHAPED = {"「": OPENS, "『": OPENS, "」": CLOSES, "』": CLOSES, "„": OPENS, "‚": OPENS, "``": OPENS}
"""Marks that do one thing wherever they stand."""


def unclosed(mark: QuotationMark, end: int) -> Quotation:
    """The quotation that this mark opens and nothing closes: up to the end of its paragraph."""
    return Quotation(mark.end, end, mark.start, end)


def carries_on(opened: QuotationMark, first: QuotationMark, body: str, start: int) -> bool:
    """A paragraph that begins with `first` goes on with what the paragraph before it left open."""
    return first.start == start and first.text == opened.text and first.role != CLOSES


class ParagraphSpan:
    """Reads the marks of one paragraph from left to right."""

    def __init__(self, body: str, end: int, marks: Sequence[QuotationMark]) -> None:
        self.body = body
        self.end = end
        self.marks = marks

    def read(self, opened: QuotationMark | None, found: list[Quotation]) -> QuotationMark | None:
        """Add the quotations; gives the mark that is still open at the end, which the next paragraph may carry on."""
        # What is open, outermost first; no mark opens twice, so it is never longer than PAIRS.
        stack = [opened] if opened else []
        at = 1 if opened else 0
        if opened is not None and opened.text in SINGLE:
            close = self.closing(opened, 1)
            if close is None:
                return opened
            found.append(between(opened, self.marks[close]))
            stack, at = [], close + 1
        while at < len(self.marks):
            mark = self.marks[at]
            if mark.text in SINGLE:
                close = None if stack else self.partner(at)
                if close is not None:
                    found.append(between(mark, self.marks[close]))
                elif not stack and self.is_left_open(at):
                    stack.append(mark)
                at = at + 1 if close is None else close + 1
                continue
            self.take(mark, stack, found)
            at += 1
        return stack[0] if stack else None

    def take(self, mark: QuotationMark, stack: list[QuotationMark], found: list[Quotation]) -> None:
        """Close with this mark what it closes, or open with it."""
        if mark.role != OPENS:
            for depth in reversed(range(len(stack))):
                if mark.text in PAIRS[stack[depth].text].marks:
                    if depth == 0:
                        found.append(between(stack[0], mark))
                    del stack[depth:]
                    return
        if mark.role == CLOSES or mark.text not in PAIRS:
            return
        again = next((depth for depth, other in enumerate(stack) if other.text == mark.text), None)
        if again is not None:
            if again == 0:
                found.append(Quotation(stack[0].end, mark.start, stack[0].start, mark.start))
            del stack[again:]
        stack.append(mark)

    def partner(self, at: int) -> int | None:
        """The single mark that closes what this one opens; None when it is an apostrophe, or not closed."""
        mark = self.marks[at]
        if mark.role != OPENS or mark.text not in PAIRS or ELISION.match(self.body, mark.end):
            return None
        return self.closing(mark, at + 1)

    def closing(self, mark: QuotationMark, first: int) -> int | None:
        """The mark, from `first` on, that closes a single one; None when another one opens before."""
        possessive: int | None = None
        for place in range(first, len(self.marks)):
            other = self.marks[place]
            if other.text not in SINGLE:
                continue
            if other.role == OPENS and not ELISION.match(self.body, other.end):
                break
            if other.role == CLOSES and other.text in PAIRS[mark.text].marks:
                if not self.may_be_possessive(other):
                    return place
                possessive = place if possessive is None else possessive
        return possessive if possessive is not None and self.is_short(mark, self.marks[possessive]) else None

    def may_be_possessive(self, mark: QuotationMark) -> bool:
        """The mark may stand in the workers’ unions and not end a quotation."""
        return self.body[mark.start - 1] in "sSzx" and FOLLOWED_BY_WORD.match(self.body, mark.end) is not None

    def is_short(self, opening: QuotationMark, mark: QuotationMark) -> bool:
        """So little stands between the marks that the second one closes the first all the same."""
        is_long = mark.start - opening.end > SHORT
        return not is_long and self.body.count(" ", opening.end, mark.start) < FEW_SPACES

    def is_left_open(self, at: int) -> bool:
        """A single curly mark that begins the paragraph and that the paragraph does not close."""
        mark = self.marks[at]
        return at == 0 and mark.text == "‘" and mark.role == OPENS and self.opens_next_paragraph()

    def opens_next_paragraph(self) -> bool:
        """The paragraph after this one begins with a single curly mark."""
        blank = BLANK_LINE.search(self.body, self.end)
        return blank is not None and self.body.startswith("‘", blank.end())


FOLLOWED_BY_WORD = re.compile(r"\s\w")


def between(opening: QuotationMark, closing: QuotationMark) -> Quotation:
    """What stands between two marks."""
    return Quotation(opening.end, closing.start, opening.start, closing.end)
