"""What only one article of a story has: sentences with a number or a name that no other article of it writes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from search.results import Piece
from search.story.sentence_groups import SentenceWording
from search.story.stated_values import ArticleNames, StatedValue, amount_of, stated_values

FEWEST_WORDS, MOST_WORDS = 6, 60
"""Words of a sentence that states a fact; fewer are a heading, more a list."""
FEWEST_SHARED = 2
"""Words that tell, which another article must have, for a sentence to be of the story and not of the page around it."""
MOST_OF_ONE, MOST_SHOWN = 2, 16
"""Facts of one article, and of all."""


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """A sentence that states what no other article does."""

    article: str
    """Its id."""
    pieces: tuple[Piece, ...]
    """The sentence, and for each piece whether it is a number or a name that no other article has."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of one article, with its values that no other has."""

    wording: SentenceWording
    values: tuple[StatedValue, ...]


def only_here(alone: Sequence[SentenceWording], groups: Sequence[Sequence[SentenceWording]]) -> tuple[OnlyHere, ...]:
    """The facts that one article has alone, as the articles come; of each those with most of its own values."""
    known = ArticleNames()
    every = [*alone, *(wording for group in groups for wording in group)]
    words = words_by_article(every)
    amounts = amounts_by_article(every, known)
    spread = Counter(stem for stems in words.values() for stem in stems)
    counts = Counter(amount for found in amounts.values() for amount in found)
    facts = [
        Fact(wording, own)
        for wording in alone
        if is_of_story(wording, spread) and (own := tuple(own_values(wording, known, spread, counts)))
    ]
    facts.sort(key=lambda fact: fact.wording.articles)
    chosen = [
        fact
        for _, of_one in groupby(facts, key=lambda fact: fact.wording.articles)
        for fact in sorted(of_one, key=lambda fact: -len(fact.values))[:MOST_OF_ONE]
    ]
    order = {id(wording): place for place, wording in enumerate(alone)}
    chosen.sort(key=lambda fact: (-len(fact.values), order[id(fact.wording)]))
    shown = sorted(chosen[:MOST_SHOWN], key=lambda fact: order[id(fact.wording)])
    return tuple(OnlyHere(fact.wording.articles[0], marked(fact)) for fact in shown)


def words_by_article(every: Sequence[SentenceWording]) -> Mapping[str, set[str]]:
    """The stems that tell anything in each article, as far as it is looked at."""
    found: dict[str, set[str]] = {}
    for wording in every:
        for id in wording.articles:
            found.setdefault(id, set()).update(
                wording.sentence.small, wording.sentence.capital, wording.sentence.telling
            )
    return found


def amounts_by_article(every: Sequence[SentenceWording], known: ArticleNames) -> Mapping[str, set[str]]:
    """The numbers in each article."""
    found: dict[str, set[str]] = {}
    for wording in every:
        amounts = {amount_of(value.key) for value in stated_values(wording.printed[0], known) if value.kind == "number"}
        for id in wording.articles:
            found.setdefault(id, set()).update(amounts)
    return found


def is_of_story(wording: SentenceWording, spread: Counter[str]) -> bool:
    """One article has the sentence, it is as long as one is, and shares words with other articles."""
    sentence = wording.sentence
    if len(wording.articles) > 1 or not FEWEST_WORDS <= len(sentence.words) <= MOST_WORDS:
        return False
    return sum(spread[stem] > 1 for stem in sentence.telling) >= FEWEST_SHARED


def own_values(
    wording: SentenceWording, known: ArticleNames, spread: Counter[str], counts: Counter[str]
) -> Iterator[StatedValue]:
    """The numbers and names of a sentence that stand in no other article."""
    for value in stated_values(wording.printed[0], known):
        is_own_number = value.kind == "number" and bool(value.unit) and counts[amount_of(value.key)] == 1
        is_own_name = value.kind == "name" and all(spread[stem] == 1 for stem in value.words)
        if is_own_number or is_own_name:
            yield value


def marked(fact: Fact) -> tuple[Piece, ...]:
    """The sentence with its own values marked."""
    text, done = fact.wording.sentence.text, 0
    pieces: list[Piece] = []
    for value in sorted(fact.values, key=lambda value: value.start):
        if value.start < done:
            continue
        pieces += [(text[done : value.start], False), (text[value.start : value.end], True)]
        done = value.end
    return tuple(piece for piece in (*pieces, (text[done:], False)) if piece[0])
