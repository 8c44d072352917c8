"""Two articles side by side: which sentences they share, which are reworded, and which only one of them has."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from index.article import Article
from search.article.alignment import MOST_CHARACTERS, MOST_SENTENCES, Sentence, aligned, first_sentences
from search.article.common_subsequence import common_words
from search.results import Piece

MOST_WORDS = 2_000
"""Words of a sentence that are compared; what has more is no sentence, and all of its rest is marked."""

RowKind = Literal["shared", "reworded", "apart"]


@dataclass(frozen=True, slots=True)
class ComparedArticle:
    """A sentence of one article; the texts of its pieces join to it."""

    number: int
    """Its place in the article, from 1."""
    pieces: tuple[Piece, ...]
    """Each with whether its words stand only here; nothing is marked unless the sentence is reworded."""


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences side by side."""

    kind: RowKind
    """Those of both articles are the same but for punctuation and case; or in other words; or have no partner."""
    left: tuple[ComparedArticle, ...]
    """Empty where only the right article says so."""
    right: tuple[ComparedArticle, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two articles have in common, sentence by sentence."""

    rows: tuple[Row, ...]
    """In the order of the left article; what only the right one says stands after what it says before that."""
    is_cut: bool
    """One of them is so long that its end is not looked at."""

    def count(self, kind: RowKind) -> int:
        """How many rows are of this kind."""
        return sum(row.kind == kind for row in self.rows)

    @property
    def only_left(self) -> int:
        """How many sentences only the left article has."""
        return sum(len(row.left) for row in self.rows if row.kind == "apart")

    @property
    def only_right(self) -> int:
        """How many sentences only the right article has."""
        return sum(len(row.right) for row in self.rows if row.kind == "apart")

    def blocks(self) -> tuple[Row, ...]:
        """The rows, where sentences without a partner that follow one another stand in one."""
        return tuple(
            block
            for is_apart, rows in groupby(self.rows, key=lambda row: row.kind == "apart")
            for block in ([together(list(rows))] if is_apart else rows)
        )


def compare(left: Article, right: Article) -> Comparison:
    """The sentences of two articles, each once; the same the other way round when the articles are exchanged."""
    if (right.body, right.id) < (left.body, left.id):  # of two ways that are as good, the same one is taken
        mirrored = compare(right, left)
        rows = in_order_of_left([Row(row.kind, row.right, row.left) for row in mirrored.rows])
        return replace(mirrored, rows=tuple(rows))
    texts = first_sentences(left.body), first_sentences(right.body)
    is_cut = any(
        len(article.body) > MOST_CHARACTERS or len(text) == MOST_SENTENCES
        for article, text in zip((left, right), texts, strict=True)
    )
    return Comparison(tuple(in_order_of_left(rows_of(*texts))), is_cut)


def rows_of(left: Sequence[Sentence], right: Sequence[Sentence]) -> Iterator[Row]:
    """The sentences side by side, in any order."""
    shared, reworded = aligned(left, right)
    for i, j in shared:
        yield Row("shared", (plain(left[i]),), (plain(right[j]),))
    for ours, theirs in reworded:
        yield Row("reworded", *marked([left[i] for i in ours], [right[j] for j in theirs]))
    paired_left = {i for i, _ in shared} | {i for ours, _ in reworded for i in ours}
    paired_right = {j for _, j in shared} | {j for _, theirs in reworded for j in theirs}
    yield from (Row("apart", (plain(left[i]),), ()) for i in range(len(left)) if i not in paired_left)
    yield from (Row("apart", (), (plain(right[j]),)) for j in range(len(right)) if j not in paired_right)


def in_order_of_left(rows: Iterable[Row]) -> list[Row]:
    """The rows as the left article has them, and what only the right one has after what it says before that."""
    every = list(rows)
    ordered = sorted((row for row in every if row.left), key=lambda row: row.left[0].number)
    after = {told.number + 1: place for place, row in enumerate(ordered) for told in row.right}
    extra: dict[int, list[Row]] = {}
    for row in sorted((row for row in every if not row.left), key=lambda row: row.right[0].number):
        number = row.right[0].number
        place = after.get(number, -1)
        extra.setdefault(place, []).append(row)
        after[number + 1] = place
    return [*extra.get(-1, ()), *(one for place, row in enumerate(ordered) for one in (row, *extra.get(place, ())))]


def together(rows: Sequence[Row]) -> Row:
    """Sentences without a partner in one row."""
    return Row("apart", tuple(one for row in rows for one in row.left), tuple(one for row in rows for one in row.right))


def plain(sentence: Sentence) -> ComparedArticle:
    """A sentence without marks."""
    return ComparedArticle(sentence.number, ((sentence.text, False),))


def marked(
    left: Sequence[Sentence], right: Sequence[Sentence]
) -> tuple[tuple[ComparedArticle, ...], tuple[ComparedArticle, ...]]:
    """Sentences that say the same in other words, with the words marked that stand only in these or only in those."""
    forms = [[word.form for sentence in side for word in sentence.words] for side in (left, right)]
    common = common_words(*(side[:MOST_WORDS] for side in forms))
    kept = {i for i, _ in common}, {j for _, j in common}
    return tuple(marked_apart(left, kept[0])), tuple(marked_apart(right, kept[1]))


def marked_apart(side: Sequence[Sentence], kept: set[int]) -> Iterator[ComparedArticle]:
    """The sentences with all their words marked but those at these places among the words of all."""
    place = 0
    for sentence in side:
        count = len(sentence.words)
        yield ComparedArticle(sentence.number, pieces(sentence, [place + own not in kept for own in range(count)]))
        place += count


def pieces(sentence: Sentence, differs: Sequence[bool]) -> tuple[Piece, ...]:
    """The sentence in pieces; words that differ and follow one another are one piece with what is between them."""
    found: list[Piece] = []
    end = 0
    for is_marked, run in groupby(zip(sentence.words, differs, strict=True), key=lambda pair: pair[1]):
        if not is_marked:
            continue
        words = [word for word, _ in run]
        found += [(sentence.text[end : words[0].start], False), (sentence.text[words[0].start : words[-1].end], True)]
        end = words[-1].end
    return tuple(piece for piece in (*found, (sentence.text[end:], False)) if piece[0])
