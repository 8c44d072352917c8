"""The words that say most of what an article says: often in it and rarely elsewhere (Karen Spärck Jones, 1972)."""

from collections import Counter
from math import log

from index.analysis import forms, stem
from index.article import Article
from search.clauses import Everything, Word
from search.engine import Engine
from search.language.terms import is_common
from search.query import Query

IN_TITLE = 3
"""A word of the headline counts as so many."""
MOST_CHARACTERS = 50_000
"""What is looked at of a text."""
LOOKED_AT = 40
"""Words, those most frequent in it, of which it is asked how many articles hold them."""
SHORTEST = 3
FEWEST = 2
"""Articles that must hold a word; what only this one has finds no other."""


def heaviest_words(engine: Engine, article: Article, most: int) -> tuple[Word, ...]:
    """At most so many words, the heaviest first; of two that are as heavy, the one that comes first in the alphabet."""
    counts = Counter(forms(article.title) * IN_TITLE + forms(article.body[:MOST_CHARACTERS]))
    by_stem: dict[str, Counter[str]] = {}
    for form, count in counts.items():
        if len(form) >= SHORTEST and not form.isdigit() and not is_common(form):
            by_stem.setdefault(stem(form), Counter())[form] += count
    often = sorted(by_stem, key=lambda term: (-by_stem[term].total(), term))[:LOOKED_AT]
    total = engine.match(Query(Everything(), "newest"), 1).total
    weights: dict[Word, float] = {}
    for term in often:
        form = min(by_stem[term], key=lambda each: (-by_stem[term][each], each))
        holding = engine.match(Query(Word(form, term), "newest"), 1).total
        if holding >= FEWEST:
            weights[Word(form, term)] = (1 + log(by_stem[term].total())) * log((total + 1) / holding)
    return tuple(sorted(weights, key=lambda word: (-weights[word], word.typed))[:most])
