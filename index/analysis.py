"""Words as the index knows them: where each stands in a text, its form, and the term it is filed under.

Indexing, searching and highlighting all read words here, so that they can never disagree. No word is left out:
a stop word keeps its place, and "bank of England" is not "bank England".
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from index.orthography.acronyms import word_read
from index.orthography.capitals import capitals
from index.orthography.folded_forms import form as form
from index.orthography.word_pattern import WORD
from index.word_forms.families import family
from index.word_forms.rings import families_of_ring, ring
from index.word_forms.snowball import stemmer

VERSION = 5
"""Raised whenever a text would give other words than before: an index made with another version is outdated."""


class Token(NamedTuple):
    """A word of a text: its folded form, and the span of the text that shows it."""

    form: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in reading order; a word's place in this order is its position."""
    for match in WORD.finditer(text):
        yield Token(form(word_read(match)), match.start(), match.end())


def forms(text: str) -> list[str]:
    """The folded forms of the words of a text, in order."""
    return [form(word_read(match)) for match in WORD.finditer(text)]


def terms(text: str) -> list[str]:
    """The terms of the words of a text, in order."""
    return [stem(form(word_read(match))) for match in WORD.finditer(text)]


def cases(text: str) -> list[int]:
    """How many letters of each word of a text are capitals, in order; see `index.orthography.capitals`."""
    return [capitals(word_read(match)) for match in WORD.finditer(text)]


MOST_STEMS = 65_536
"""Forms whose stems are kept in memory; those that were not asked for longest go first. All of them take 15 MB; 3,800
articles of the news have 52,000 forms."""


@lru_cache(MOST_STEMS)
def stem(form: str) -> str:
    """The term under which the index files a form: "women" -> "woman", "defences" -> "defense".

    It is the key of the form's family: its inflections and spellings (see index/word_forms). Of a form that no table
    knows it is the stem of Snowball for English: "zebrafishes" -> "zebrafish".
    """
    return remembered_stem(form) or (family(form) if ring(form) is not None else unlisted_stem(form))


def ring_terms(form: str) -> tuple[str, ...]:
    """The terms of the words that belong to a form's ring, beside its own: "negotiators" -> negotiation, negotiate."""
    key = ring(form)
    return () if key is None else tuple(term for term in families_of_ring(key) if term != family(form))


def unlisted_stem(form: str) -> str:
    """The stem of Snowball, which is asked only about forms that it may change."""
    return form if form.isascii() and not form.endswith(STEMMED_ENDINGS) else snowball_stem(form)


STEMMED_ENDINGS = ("'", "e", "i", "l", "s", "y", "ed", "er", "ic", "ing", "ion", "ism", "nt", "or")
"""What a word ends with that Snowball's rules for English change; it takes other words, four of ten, as they are."""


def remember_stems(table: Callable[[str], str | None]) -> None:
    """Ask this table for stems before NLTK is: its stemmer takes a part of a second to load.

    A stem depends on nothing but its form and VERSION, so a table can make this faster but never different.
    """
    TABLES[:] = [table]


TABLES: list[Callable[[str], str | None]] = []


def remembered_stem(form: str) -> str | None:
    """What the table says; None when there is no table or the form is not in it."""
    return TABLES[0](form) if TABLES else None


def snowball_stem(form: str) -> str:
    """What NLTK's Snowball stemmer says."""
    return stemmer("english")(form)
