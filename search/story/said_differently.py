"""What the articles of a story say differently: one sentence with other numbers, names, days or speakers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.analysis import stem
from search.article.alignment import common_stems
from search.article.common_subsequence import common_words
from search.results import Piece
from search.story.sentence_groups import SentenceWording
from search.story.stated_values import SOURCES, ArticleNames, StatedValue, ValueKind, are_others, stated_values

IN_BOTH = 0.5
"""The share of the words of the shorter wording that another must have in the same order."""
IN_BOTH = 0.5
"""The share of the words of the shorter wording that the other must have in the same order, but for numbers, which
tell what they count."""
WIDEST = 12
"""Words between two that both have, among which one value stands for another."""
AROUND, SAME_AROUND, SAME_AROUND_DAYS = 3, 3, 2
"""Words on either side of a name or day, and how many of them another must have beside it to stand in its place."""
MOST_WORDINGS = 12
"""Wordings of one sentence that are laid beside each other."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What some of the articles say there."""

    value: str
    """As the first of them writes it."""
    pieces: tuple[Piece, ...]
    """The sentence of the first of them, and for each piece whether it is the value."""
    articles: tuple[str, ...]
    """Their ids, in the order of the story."""


@dataclass(frozen=True, slots=True)
class SaidDifferently:
    """One thing that articles say differently."""

    kind: ValueKind
    what: str | None
    """Of a number, what is counted, as the sentence calls it; None of anything else, and where it does not say."""
    sayings: tuple[Saying, ...]
    """Two or more, as the articles come."""

    @property
    def articles(self) -> int:
        """How many say something there."""
        return sum(len(saying.articles) for saying in self.sayings)


@dataclass(frozen=True, slots=True)
class ReadWording:
    """A wording with its values and the forms of its words."""

    wording: SentenceWording
    forms: tuple[str, ...]
    values: tuple[StatedValue, ...]


def said_differently(groups: Sequence[Sequence[SentenceWording]]) -> tuple[SaidDifferently, ...]:
    """What groups of sentences that say the same state differently: what most articles speak of first."""
    known = ArticleNames()
    found = [difference for group in groups for difference in differences(group[:MOST_WORDINGS], known)]
    return tuple(sorted(found, key=lambda one: -one.articles))


def differences(group: Sequence[SentenceWording], known: ArticleNames) -> Iterator[SaidDifferently]:
    """In what the wordings of a sentence differ from the one that most articles print, value by value."""
    read = [ReadWording(wording, wording.sentence.forms, stated_values(wording.printed[0], known)) for wording in group]
    base = max(read, key=lambda one: len(one.wording.articles))
    beside = [(one, dict(common_words(base.forms, one.forms))) for one in read if one is not base]
    for value in base.values:
        near = [(one, pairs) for one, pairs in beside if value.kind == "number" or are_near(base, one, pairs)]
        others = [(one, each) for one, pairs in near if (each := counterpart(value, base, one, pairs))]
        sides = [(base, value), *((one, each) for one, each in others if not known.are_one(value, each))]
        told = tuple(sayings(sides, [one.wording for one in read]))
        if len(told) > 1:
            yield SaidDifferently(value.kind, counted_thing(base, value), told)


def are_near(base: ReadWording, other: ReadWording, shared: dict[int, int]) -> bool:
    """Two wordings have so many words in the same order that names and days in one place may stand for each other."""
    return len(shared) >= IN_BOTH * min(len(base.forms), len(other.forms))


def counterpart(
    value: StatedValue, base: ReadWording, other: ReadWording, shared: dict[int, int]
) -> StatedValue | None:
    """What the other wording has in the place of a value: the same, or one that says otherwise; None where neither."""
    own = [each for each in other.values if each.kind == value.kind]
    same = next((each for each in own if not are_others(value, each)), None)
    if same:
        return same
    if value.kind == "speaker":
        return next((each for each in own if are_apart(value, base, each, other)), None)
    before = max((i for i in shared if i < value.first), default=-1)
    behind = min((i for i in shared if i >= value.last), default=len(base.forms))
    begin, end = shared.get(before, -1) + 1, shared.get(behind, len(other.forms))
    if behind - before - 1 > WIDEST or end - begin > WIDEST:
        return None
    near = [each for each in own if begin <= each.first and each.last <= end]
    return next((each for each in near if fits((value, base), (each, other)) and is_unsaid(each, base)), None)


def are_apart(value: StatedValue, base: ReadWording, other_value: StatedValue, other: ReadWording) -> bool:
    """Both name somebody or both a source, and neither sentence speaks of the other's speaker."""
    return is_source(value) == is_source(other_value) and not tells_of(base, other_value) and not tells_of(other, value)


def is_source(value: StatedValue) -> bool:
    """The speaker is no person."""
    return bool(SOURCES & set(value.key.split()))


def tells_of(read: ReadWording, value: StatedValue) -> bool:
    """A sentence has a word of this speaker that is not common."""
    sentence = read.wording.sentence
    return bool((sentence.small | sentence.capital) & frozenset(value.words) - common_stems())


def is_unsaid(value: StatedValue, base: ReadWording) -> bool:
    """The wording does not say this value elsewhere."""
    return all(each.kind != value.kind or are_others(value, each) for each in base.values)


def fits(side: tuple[StatedValue, ReadWording], other: tuple[StatedValue, ReadWording]) -> bool:
    """One value may stand for the other: the same is counted, or the words around names or days are the same."""
    value, each = side[0], other[0]
    if value.kind == "number":
        return value.sign == each.sign and (value.sign == "%" or bool(set(value.unit[:2]) & set(each.unit[:2])))
    return len(around(*side) & around(*other)) >= (SAME_AROUND if value.kind == "name" else SAME_AROUND_DAYS)


def around(value: StatedValue, read: ReadWording) -> set[str]:
    """The words before and behind a value."""
    return {*read.forms[max(0, value.first - AROUND) : value.first], *read.forms[value.last : value.last + AROUND]}


def counted_thing(base: ReadWording, value: StatedValue) -> str | None:
    """The words behind a number that say what is counted; None where there are none."""
    if value.kind != "number" or value.key.endswith("%"):
        return None
    words = base.wording.sentence.words[value.last : value.last + 2]
    telling = [stem(word.form) in value.unit for word in words]
    if not telling or not telling[0]:
        return None
    last = words[1] if len(words) == 2 and telling[1] else words[0]
    return base.wording.sentence.text[words[0].start : last.end]


def sayings(sides: Sequence[tuple[ReadWording, StatedValue]], order: Sequence[SentenceWording]) -> Iterator[Saying]:
    """The different values with those who state them, as the story has them."""
    kept: list[list[tuple[ReadWording, StatedValue]]] = []
    for side in sorted(sides, key=lambda side: order.index(side[0].wording)):
        same = next((group for group in kept if not are_others(group[0][1], side[1])), None)
        if same is None:
            kept.append([side])
        else:
            same.append(side)
    for group in kept:
        read, value = group[0]
        text = read.wording.sentence.text
        ids = dict.fromkeys(id for one, _ in group for id in one.wording.articles)
        yield Saying(text[value.start : value.end], marked(text, value), tuple(ids))


def marked(text: str, value: StatedValue) -> tuple[Piece, ...]:
    """A sentence with the value marked."""
    pieces = ((text[: value.start], False), (text[value.start : value.end], True), (text[value.end :], False))
    return tuple(piece for piece in pieces if piece[0])
