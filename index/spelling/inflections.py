"""Words of languages beside English in their other grammatical forms: whoever types Wahlen means Wahl, too.

Two forms are one word in a language where Snowball gives them one stem there. Which languages are asked is the
engine's matter: those that articles are written in, and in which the word stands.
"""

from collections.abc import Callable
from dataclasses import dataclass

from index.languages.language_names import STEMMED_LANGUAGES
from index.word_forms.snowball import stemmer

SHORTEST_STEM = 3
"""Letters; words whose stem is shorter are looked for as they are."""
REPLACED = 1
"""Letters at the end of a stem that a language's rules may have put there."""
MOST_INFLECTIONS = 24
"""Of a word in one language; a French verb has forty, of which the news uses half."""


@dataclass(frozen=True, slots=True)
class Inflections:
    """Tells which forms are one word in a language."""

    start: str
    """What all of them begin with."""
    stem: str
    stem_of: Callable[[str], str]

    def has(self, form: str) -> bool:
        """The form is one of them."""
        return form.startswith(self.start) and self.stem_of(form) == self.stem


def inflections(form: str, language: str) -> Inflections | None:
    """Those of a form in a language, by its code; None where Snowball does not know the language, or the stem is short.

    >>> inflections("wahlen", "de").has("wahl"), inflections("wahlen", "de").has("wahlkampf")
    (True, False)
    """
    if language not in STEMMED_LANGUAGES or not form.isalpha():
        return None
    stem_of = stemmer(STEMMED_LANGUAGES[language])
    stem = stem_of(form)
    if len(stem) < SHORTEST_STEM:
        return None
    start = stem if form.startswith(stem) else stem[: max(SHORTEST_STEM, len(stem) - REPLACED)]
    return Inflections(start, stem, stem_of) if form.startswith(start) else None


def is_word_of(articles_in_language: int, articles: int) -> bool:
    """A form that so many articles hold is a word of a language if at least half of them are in it."""
    return articles_in_language > 0 and 2 * articles_in_language >= articles
