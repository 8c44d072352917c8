"""The commonest words of English, by which nearly every English text is told at a glance."""

import re

WORDS = frozenset(
    (
        *("the", "and", "that", "with", "said", "from", "his", "are", "has", "this", "not", "they", "were", "who"),
        *("which", "would", "been", "their", "after", "she", "its", "about", "more", "when", "out", "there", "you"),
        *("what", "can", "two", "than", "some", "into", "could", "new", "our", "before", "between", "through", "while"),
        *("because", "to", "during", "where", "people", "other", "also", "only", "how", "these", "did", "says"),
    )
)
"""Words that stand in every English text, and hardly one of them in others; "is", "was", "had", "of", "for" and "over"
are words of Dutch, German or Danish, too."""

FEWEST_LETTERS = 80
"""Of a text that is told by its words; of a shorter one, such as a headline, too few are there."""
SHARE = 0.12
"""Of the words of a text that is told so; tests/test_languages.py has texts of other languages that come near."""
WORD = re.compile(r"[^\W\d_]+")


def is_plainly_english(text: str) -> bool:
    """So many of its words are common words of English that it can be nothing else."""
    words = [word.lower() for word in WORD.findall(text)]
    return sum(map(len, words)) >= FEWEST_LETTERS and sum(word in WORDS for word in words) >= SHARE * len(words)
