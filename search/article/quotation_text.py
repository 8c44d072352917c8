"""What an article quotes, in words that can be compared with what another one quotes."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import ceil

from index.analysis import stem, tokens
from index.annotations import Quote
from index.article import Article
from index.quotations.speakers import quotes
from index.text.sentences import sentences
from search.language.terms import COMMON_WORDS

FEWEST_WORDS, FEWEST_TELLING = 3, 2
"""Words that two quotations of one speaker must share to be one; how many of them must be telling."""
FEWEST_OF_NOBODY, FEWEST_TELLING_OF_NOBODY = 5, 3
"""The same where one of them names no speaker: two people may well use the same phrase."""
SPREAD, MORE_SPREAD = 2, 4
"""How many times as many words as the shorter one has, and how many more, the shared words may be spread over."""
ALIKE = 0.6
"""Of the words of the shorter quotation: how many both have, in the same order, if they are one.

Of 24 groups found so in 400 reports of one month, a reader held 23 to be versions of one quotation; the other was the
name of a programme."""
TOLD, FEWEST_TOLD = 0.75, 6
"""The same of a sentence without quotation marks, and how many words it must share: what is not quoted is told in
other words more often than not."""
MOST_WORDS = 200
"""Words of a quotation that are compared."""
GAP = " … "
"""Stands for the words between two parts of a quotation."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an article quotes somebody with, in one go: the words between “he said” and the like are left out."""

    article: str
    """Its id."""
    text: str
    speaker: str | None
    """None when the article names nobody beside the words."""
    is_quoted: bool = True
    """It stands in quotation marks."""


def spoken(article: Article) -> tuple[Spoken, ...]:
    """What an article quotes, with who speaks."""
    body = article.body
    runs: list[list[Quote]] = []
    for quote in quotes(body):
        if runs and goes_on(body, runs[-1][-1], quote):
            runs[-1].append(quote)
        else:
            runs.append([quote])
    return tuple(
        Spoken(article.id, GAP.join(on_one_line(body, quote.start, quote.end) for quote in run), name(body, run[0]))
        for run in runs
    )


def goes_on(body: str, before: Quote, quote: Quote) -> bool:
    """The same person goes on in the same paragraph."""
    return (
        quote.speaker is not None and quote.speaker == before.speaker and "\n\n" not in body[before.end : quote.start]
    )


def name(body: str, quote: Quote) -> str | None:
    """Who speaks, as the article names them most fully."""
    return on_one_line(body, *quote.speaker) if quote.speaker else None


def on_one_line(body: str, start: int, end: int) -> str:
    """A part of a text with single spaces."""
    return " ".join(body[start:end].split())


def untold(article: Article) -> list[Spoken]:
    """The sentences of an article in which nothing is quoted."""
    body = article.body
    quoted = quotes(body)
    starts = [quote.start for quote in quoted]

    def is_free(start: int, end: int) -> bool:
        last = bisect_right(starts, end) - 1
        return last < 0 or quoted[last].end < start

    return [
        Spoken(article.id, on_one_line(body, start, end), None, is_quoted=False)
        for start, end in sentences(body)
        if is_free(start, end)
    ]


COMMON_STEMS = frozenset(
    map(
        stem,
        COMMON_WORDS.union(
            str.split("""
            all can could did do does he her him his how i if it its me my no not our she their them there they us was
            we what when where which who why will you your it's that's there's we're we've they're i'm don't
            """)
        ),
    )
)
"""Of words that tell no two quotations apart."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A quotation, and its words to compare it by."""

    spoken: Spoken
    stems: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    """Where each of these words stands."""
    telling: frozenset[str]
    """The stems that not every text has."""

    @classmethod
    def of(cls, spoken: Spoken) -> "Worded":
        """The words of a quotation."""
        found = [token for token, _ in zip(tokens(spoken.text), range(MOST_WORDS), strict=False)]
        stems = tuple(stem(token.form) for token in found)
        return cls(spoken, stems, tuple((token.start, token.end) for token in found), frozenset(stems) - COMMON_STEMS)

    @property
    def is_saying(self) -> bool:
        """It is more than a term, and no title, whose words have capitals."""
        text = self.spoken.text
        return len(self.spans) >= FEWEST_WORDS and any(
            text[start].islower() for start, end in self.spans if end - start > 3
        )


def are_one(words: Worded, others: Worded) -> bool:
    """Two quotations are versions of one: nobody else speaks, and most of the shorter one is in both, in order."""
    speaker, other = words.spoken.speaker, others.spoken.speaker
    if speaker and other and surname(speaker) != surname(other):
        return False
    is_named = speaker is not None and other is not None
    fewest, telling = (FEWEST_WORDS, FEWEST_TELLING) if is_named else (FEWEST_OF_NOBODY, FEWEST_TELLING_OF_NOBODY)
    shorter = min(len(words.stems), len(others.stems))
    fewest = max(fewest, ceil(ALIKE * shorter))
    if len(words.telling & others.telling) < telling:
        return False
    if (Counter(words.stems) & Counter(others.stems)).total() < fewest:
        return False
    places = places_in_both(words, others)
    is_near = all(max(side) - min(side) <= SPREAD * shorter + MORE_SPREAD for side in (places, places.values()) if side)
    shared = [words.stems[place] for place in places]
    return is_near and len(shared) >= fewest and sum(term not in COMMON_STEMS for term in shared) >= telling


def is_told(sentence: Worded, quoted: Worded) -> bool:
    """A sentence without quotation marks has nearly all its words from a quotation, in the same order."""
    shared = len(places_in_both(sentence, quoted))
    return shared >= max(FEWEST_TOLD, TOLD * len(sentence.stems))


def surname(name: str) -> str:
    """The last word of a name, as it is compared."""
    forms = [token.form for token in tokens(name)]
    return stem(forms[-1]) if forms else ""


def places_in_both(words: Worded, others: Worded) -> dict[int, int]:
    """For each place of a word that the other has too, in the same order, its place there.

    Of two ways to lay them side by side, from the beginning and from the end, the one with as many words nearer by.
    """
    forward = matching_places(words.stems, others.stems)
    size, other_size = len(words.stems) - 1, len(others.stems) - 1
    turned = matching_places(words.stems[::-1], others.stems[::-1])
    backward = {size - place: other_size - other for place, other in turned.items()}
    return min(backward, forward, key=lambda places: (-len(places), sum(abs(a - b) for a, b in places.items())))


def matching_places(stems: Sequence[str], others: Sequence[str]) -> dict[int, int]:
    """For each place of a stem that is also among the others, in the same order, its place there."""
    blocks = SequenceMatcher(None, stems, others, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}
