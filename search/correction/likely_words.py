"""What one word that was typed may be meant to be, by the words that articles hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, exp, log

from index.analysis import stem
from index.word_forms.families import is_listed
from search.clauses import Everything, Phrase
from search.correction.edit_costs import LEAST_COST, edit_cost
from search.engine import Engine
from search.query import Query

# Chosen on 4,000 misspellings and 2,500 words without a fault over 65,181 articles of the news;
# tests/relevance/misspellings.py measures others, drawn from the same lists.
WORTH_OF_A_SLIP = 5.0
"""A slip of cost 1 weighs as much as being e^5 times as frequent."""
COST_PER_LETTER = 0.27
"""More slips than that make another word."""
LISTED = 1.0
"""What it adds to be a word of the dictionary."""
LEAST = -8.0
"""Less likely words are not worth offering,"""
SURE = -4.0
"""and only likelier ones may be taken for what was meant without asking."""
CLEARLY_OTHER = 5.0
"""So much likelier than a word of the dictionary is what may have been meant by it."""
STEADY = 1.5
"""What stands in many articles is seldom a slip: the logarithm of how many these are weighs more than it does for what
may have been meant."""
NOWHERE = -1.0
"""How likely it is that a word is meant that stands nowhere, in the place of its logarithm."""
COMMON = 200
"""A word that so many articles hold is what was meant."""
SHORTEST, SHORT = 4, 5
"""Letters: shorter words are like too many others; and below SHORT, so are those two slips away."""
MISSING_SPACE = 0.9
"""What a slip of the space bar costs."""
LEAST_PART = 3
"""Letters of each of two words typed as one."""


@dataclass(frozen=True, slots=True)
class LikelyWord:
    """What may be meant, and how likely that is."""

    text: str
    """Forms with spaces between them."""
    score: float
    """A logarithm; those of one word can be compared."""
    is_sure: bool
    """What was typed stands nowhere, and this is near it."""


def likely_words(engine: Engine, form: str) -> list[LikelyWord]:
    """What the form may be meant to be, the likeliest first; empty when it is likely to be meant as it is."""
    if len(form) < SHORTEST or not form.isalpha():
        return []
    # Asked first, since nearly every word is common, and looking for those near it takes a hundred times as long.
    exact = engine.forms_near(form, 0).get(form, 0)
    if exact >= COMMON or engine.spellings(form):
        return []
    edits = 1 if len(form) < SHORT else 2
    if exact and not may_be_slip(engine, form, exact, edits):
        return []
    counts = engine.forms_near(form, edits)
    is_unknown = form not in counts and not is_listed(form)
    own = 0 if is_unknown else articles_of_family(form, counts)
    if own >= COMMON:
        return []
    least = least_score(form, own)
    # What is known by its ending alone may be a slip in it: definate is no form of define, though it has its stem.
    others = counts if is_unknown else outside_family(form, counts)
    scores = near_words(form, others) | (split_words(engine, form) if own == 0 else {})
    found = [LikelyWord(text, score, own == 0 and score > SURE) for text, score in scores.items() if score > least]
    return sorted(found, key=lambda word: (-word.score, word.text))


def may_be_slip(engine: Engine, form: str, own: int, edits: int) -> bool:
    """What so many articles hold may be a slip for another word: there is one so near that is so much more frequent.

    These are few, and can be looked up in less time than all words that are near.
    """
    least = least_score(form, own)
    fewest = exp(least - LISTED + WORTH_OF_A_SLIP * LEAST_COST)
    if fewest > engine.match(Query(Everything(), "newest"), 0).total:
        return False
    others = outside_family(form, engine.forms_near(form, edits, ceil(fewest)))
    return any(score > least for score in near_words(form, others).values())


def articles_of_family(form: str, counts: Mapping[str, int]) -> int:
    """How many articles hold the form, or another that is filed with it."""
    return sum(count for other, count in counts.items() if other == form or stem(other) == stem(form))


def outside_family(form: str, counts: Mapping[str, int]) -> dict[str, int]:
    """The forms that are not filed with this one, and how many articles hold each."""
    return {other: count for other, count in counts.items() if stem(other) != stem(form)}


def least_score(form: str, own: int) -> float:
    """How likely another word must be at least."""
    if own == 0 and not is_listed(form):
        return LEAST
    return (STEADY * log(own) if own else NOWHERE) + CLEARLY_OTHER * is_listed(form)


def near_words(form: str, counts: Mapping[str, int]) -> dict[str, float]:
    """Words that few slips make of it, and how likely each is; `counts` says how many articles hold them."""
    costs = {other: edit_cost(form, other) for other in counts if other.isalpha()}
    return {
        other: log(counts[other]) + LISTED * is_listed(other) - WORTH_OF_A_SLIP * cost
        for other, cost in costs.items()
        if cost <= COST_PER_LETTER * max(len(form), len(other))
    }


def split_words(engine: Engine, form: str) -> dict[str, float]:
    """Two words, which stand side by side in articles, and between which the space is missing; how likely they are."""
    scores: dict[str, float] = {}
    for place in range(LEAST_PART, len(form) - LEAST_PART + 1):
        parts = form[:place], form[place:]
        if all(map(engine.holds, parts)):
            count = engine.match(Query(Phrase(" ".join(parts), tuple(map(stem, parts)))), 0).total
            if count:
                scores[" ".join(parts)] = log(count) + LISTED - WORTH_OF_A_SLIP * MISSING_SPACE
    return scores
