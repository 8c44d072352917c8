"""The passage of an article that shows most of a query."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from heapq import nlargest, nsmallest
from itertools import chain, combinations, groupby, islice
from math import sqrt
from operator import or_
from typing import assert_never

from search.clause_walks import leaves
from search.clauses import (
    About,
    AtLeast,
    Cased,
    Clause,
    Fuzzy,
    Lead,
    Marked,
    Near,
    NotNear,
    Phrase,
    Prefix,
    QuotedLeaf,
    Said,
    SameStem,
    Speaker,
    Spellings,
    Wildcard,
    Word,
)
from search.highlight.highlighter import Mark, marks, pieces, start_of
from search.highlight.passage import (
    MarkedText,
    Page,
    Span,
    begins_sentence,
    cut_after,
    ends_sentence,
    passages_around,
    reads_on,
    sentence_at,
)
from search.results import Piece

LIMIT = 260
"""Characters of a snippet with its ellipses; two or three lines of a page."""
ROOM = LIMIT - len("……")
HALF_ROOM = (LIMIT - len("… … …")) // 2
BETWEEN = " … "
WORDS_OF_A_DAY = 3
"""What names a day counts as so many words; asked for a day and two words that their article has, 93 of 93 snippets
showed the day, 92 with 2, and 80 with 1."""
COMPARED = 12
"""Passages that are laid out and compared; comparing all changes 1 of 75 snippets of the seeds, and takes longer."""
HEADINGS = 5
"""How many lines that are no sentences a beginning may pass over."""
PAIRED = 24
"""Kinds of passages of which two are put together."""


@dataclass(frozen=True, slots=True)
class Window:
    """Marks that stand close together, and what they show of the query."""

    first: int
    """The first mark."""
    last: int
    """The mark with which everything is shown that the window shows."""
    marks: int
    """How many there are, those after `last` included."""
    shown: int
    """A bit for each leaf, as in `Worth`."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What each mark shows, and what that is worth."""

    shown: Sequence[int]
    """For each mark, a bit for each leaf that it shows."""
    weights: Sequence[int]
    """For each leaf."""
    known: dict[int, int] = field(default_factory=dict)
    """What some leaves together were found to be worth."""

    def of(self, shown: int) -> int:
        """The weight of all leaves whose bit is set."""
        if shown not in self.known:
            self.known[shown] = sum(weight for leaf, weight in enumerate(self.weights) if shown >> leaf & 1)
        return self.known[shown]


FEW_PATTERNS = 8
MOST_MATCHES = 200
"""Among so many a passage is chosen where more than a few patterns are asked for, which match nearly every word."""


STRETCH = 200_000
"""Characters that are looked at together: the passage is the best of the first stretch that shows anything. Hardly any
article is as long; what is made to be takes a second for each megabyte, and some where quotations are asked for."""
MOST_STRETCHES, MOST_QUOTED = 10, 3
"""Stretches that are looked at, and where quotations are asked for; past them, the beginning is shown."""


def snippet(clause: Clause, body: str, days: Sequence[Mark] = ()) -> tuple[Piece, ...]:
    """The passage of the body that shows most of the query, in pieces, the matches marked; at most LIMIT long.

    Two passages when one cannot show all that the body has; its beginning when it has nothing of the query. What the
    query wants of days stands at the marks `days` of the body.
    """
    text = tidied(body)
    patterns = sum(isinstance(leaf, Prefix | Wildcard | Fuzzy) for leaf in leaves(clause))
    most_matches = MOST_MATCHES if patterns > FEW_PATTERNS else None
    shown = tidied_marks(days, body, text)
    looked_at = list(islice(stretches(text), most_stretches(clause)))
    for start, end in looked_at:
        own = [moved(mark, -start) for mark in shown if start <= mark.start and mark.end <= end]
        found = marks(clause, text[start:end], "body", own, most_matches)
        if found:
            return passages_shown(text[start:end], found)
    return passages_shown(text[slice(*looked_at[0])], [])


def passages_shown(text: str, found: Sequence[Mark]) -> tuple[Piece, ...]:
    """The passages of a text that show most of these marks, in pieces."""
    whole = MarkedText(text, [shortened(mark, text) for mark in found])
    return joined(whole, best_passages(whole)) if text.strip() else ()


def stretches(text: str) -> Iterator[Span]:
    """The text from end to end, cut between paragraphs, or else words, where it is very long; at least one."""
    start = 0
    while len(text) - start > STRETCH:
        limit = start + STRETCH
        border = max(text.rfind("\n\n", start + 1, limit), 0) or max(text.rfind(" ", start + 1, limit), 0) or limit
        yield start, border
        start = border
    yield start, len(text)


def most_stretches(clause: Clause) -> int:
    """How many stretches of a very long text are looked at for marks of a clause."""
    every = list(leaves(clause))
    if any(isinstance(leaf, Lead) for leaf in every):
        return 1
    return MOST_QUOTED if any(isinstance(leaf, QuotedLeaf) for leaf in every) else MOST_STRETCHES


def moved(mark: Mark, characters: int) -> Mark:
    """The mark, so many characters further on."""
    return replace(mark, start=mark.start + characters, end=mark.end + characters)


def tidied(body: str) -> str:
    """The body with one space between words, and one blank line between paragraphs."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in re.split(r"\n[^\S\n]*+\n", body)).strip()


def tidied_marks(found: Sequence[Mark], body: str, text: str) -> list[Mark]:
    """Marks of the body where they stand in the tidied text, which has the same words with other white space."""
    if not found or body == text:
        return list(found)
    before = [word.start() for word in WORD.finditer(body)]
    after = [word.start() for word in WORD.finditer(text)]

    def place(at: int) -> int:
        word = bisect_right(before, at) - 1
        return after[word] + at - before[word]

    return [replace(mark, start=place(mark.start), end=place(mark.end - 1) + 1) for mark in found]


WORD = re.compile(r"\S+")


def shortened(mark: Mark, text: str) -> Mark:
    """The mark, cut at a word when it alone is longer than a snippet may be."""
    if mark.end - mark.start <= ROOM:
        return mark
    return replace(mark, end=cut_after(Page(text, (), (), ()), mark.start, mark.start + 1, mark.start + ROOM))


def best_passages(text: MarkedText) -> list[Span]:
    """One passage, or two in reading order; the beginning of a text without marks."""
    if not text.marks:
        page = text.beginning(HEADINGS, ROOM)
        return [next(passages_around(page, opening(page), ROOM))]
    worth = worth_of(text.marks)
    best = best_span(text, worth, windows(text.marks, worth, ROOM), ROOM)
    shown = union(worth.shown[place] for place in marks_within(text.marks, best))
    pair = best_pair(text, worth, shown) if shown != union(worth.shown) else None
    return pair or [best]


def opening(page: Page) -> Span:
    """Where the text begins to speak: its first sentence, after headings and the like, unless there is nothing else."""
    first = next((number for number in range(min(HEADINGS, len(page.ends))) if reads_on(page, number)), 0)
    return page.starts[first], page.starts[first]


def worth_of(found: Sequence[Mark]) -> Worth:
    """A leaf is worth the more the more words it has, and the less the more often the text shows it."""
    # Looked at once each: all its parts are gone through whenever a leaf of many is compared with others.
    objects = {id(leaf): leaf for mark in found for leaf in (mark.part, *mark.also)}
    number: dict[Marked, int] = {}
    place = {known: number.setdefault(leaf, len(number)) for known, leaf in objects.items()}
    places = [[place[id(leaf)] for leaf in (mark.part, *mark.also)] for mark in found]
    counted = Counter(chain.from_iterable(places))
    shown = [union(1 << each for each in own) for own in places]
    return Worth(shown, [int(1000 * words_in(leaf) / sqrt(counted[each])) for leaf, each in number.items()])


def words_in(leaf: Marked) -> int:
    """How many words a match of the leaf has."""
    match leaf:
        case Phrase(terms=terms):
            return len(terms)
        case Said(part=part):
            return words_in(part)
        case Near(parts):
            return sum(words_in(part) for part in parts if isinstance(part, Marked))
        case NotNear(part=part) | AtLeast(part=part) | Lead(part=part) | Cased(part=part):
            return words_in(part) if isinstance(part, Marked) else 1
        case About():
            return WORDS_OF_A_DAY
        case Word() | Spellings() | Prefix() | Wildcard() | Fuzzy() | SameStem() | Speaker():
            return 1
        case _:
            assert_never(leaf)


def union(shown: Iterable[int]) -> int:
    """The leaves that any of these show."""
    return reduce(or_, shown, 0)


def windows(found: Sequence[Mark], worth: Worth, room: int) -> Iterator[Window]:
    """For each mark, what can be shown within `room` characters from its start."""
    for first, mark in enumerate(found):
        shown, last, after = 0, first, first
        while after < len(found) and found[after].end - mark.start <= room:
            if worth.shown[after] & ~shown:
                shown |= worth.shown[after]
                last = after
            after += 1
        if shown:
            yield Window(first, last, after - first, shown)


def best_span(text: MarkedText, worth: Worth, choice: Iterable[Window], room: int) -> Span:
    """The passage around one of these windows that shows most, has the best borders, and comes first."""
    around = {core: text.page(core, room) for core in promising(text, worth, list(choice))}
    found = {span: page for core, page in around.items() for span in passages_around(page, core, room)}

    def rank(span: Span) -> tuple[int, int, int, Span]:
        within = marks_within(text.marks, span)
        shown = union(worth.shown[place] for place in within)
        return -worth.of(shown), flaws(found[span], span), -len(within), span

    return min(found, key=rank)


def promising(text: MarkedText, worth: Worth, choice: Sequence[Window]) -> list[Span]:
    """What a passage must hold to show what the most promising windows show: the most in the fewest sentences."""
    least = min(nlargest(COMPARED, (worth.of(window.shown) for window in choice)))

    def promise(window: Window) -> tuple[int, int, int, int]:
        first, last = text.marks[window.first].start, text.marks[window.last].start
        return -worth.of(window.shown), sentences_between(text, first, last), -window.marks, window.first

    # Only of these sentences are looked for.
    best = nsmallest(COMPARED, (window for window in choice if worth.of(window.shown) >= least), key=promise)
    return [(text.marks[window.first].start, text.marks[window.last].end) for window in best]


def sentences_between(text: MarkedText, first: int, last: int) -> int:
    """How many sentences begin after one place and up to another."""
    if first == last:
        return 0
    page = text.page((first, last), 0)
    return sentence_at(page, last) - sentence_at(page, first)


def marks_within(found: Sequence[Mark], span: Span) -> range:
    """The marks that stand wholly within the span."""
    first = bisect_left(found, span[0], key=start_of)
    return range(first, bisect_right(found, span[1], lo=first, key=lambda mark: mark.end))


def flaws(page: Page, span: Span) -> int:
    """What an editor would mind: ends inside a sentence, and headings that run into the text, which is worse."""
    begin, end = span
    ended = range(sentence_at(page, begin), bisect_right(page.ends, end))
    headings = sum(not reads_on(page, number) for number in ended)
    return headings * 2 + (not begins_sentence(page, begin)) + (not ends_sentence(page, end))


def best_pair(text: MarkedText, worth: Worth, single: int) -> list[Span] | None:
    """Two shorter passages that show more than `single` does; None when no two do."""
    groups: dict[int, list[Window]] = {}
    for window in windows(text.marks, worth, HALF_ROOM):
        groups.setdefault(window.shown, []).append(window)
    strongest = nsmallest(PAIRED, groups, key=lambda shown: -worth.of(shown))
    pairs = combinations(strongest, 2)
    one, other = max(pairs, key=lambda pair: (worth.of(pair[0] | pair[1]), worth.of(pair[0])), default=(0, 0))
    if worth.of(one | other) <= worth.of(single):
        return None
    first = best_span(text, worth, groups[one], HALF_ROOM)
    second = best_span(text, worth, groups[other], ROOM - len(BETWEEN) - (first[1] - first[0]))
    (start, end), (begin, stop) = sorted((first, second))
    if text.text[end:begin].strip():
        return [(start, end), (begin, stop)]
    return [(start, max(end, stop))]


def joined(text: MarkedText, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """The passages as pieces on one line, with ellipses where something is left out."""
    shown: list[Piece] = [] if begins_sentence(text.page(spans[0], 0), spans[0][0]) else [("…", False)]
    for start, end in spans:
        if start != spans[0][0]:
            shown.append((BETWEEN, False))
        own = [moved(text.marks[place], -start) for place in marks_within(text.marks, (start, end))]
        parts = pieces(text.text[start:end], own)
        shown += [(" ".join(re.split(r"\s+", part)), is_mark) for part, is_mark in parts]
    if not ends_sentence(text.page(spans[-1], 0), spans[-1][1]):
        shown.append(("…", False))
    return tuple(without_seams(shown))


def without_seams(shown: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, with neighbours that are not marked joined into one."""
    for is_mark, run in groupby(shown, key=lambda piece: piece[1]):
        texts = [text for text, _ in run]
        yield from [(text, True) for text in texts] if is_mark else [("".join(texts), False)]
