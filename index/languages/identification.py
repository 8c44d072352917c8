"""The language of a text: by the model of py3langid (Lui and Baldwin 2012) where it is not plainly English."""

from collections.abc import Callable
from functools import cache

from index.languages.english_words import is_plainly_english
from index.languages.language_names import LANGUAGE_NAMES

READ = 1_500
"""Characters that are looked at.

Of 862 pages of ext_trafilatura that name a language, 823 are told to be in it, and nearly all of the others name
another than that of their text."""
SURE = 0.5
"""A text of which the model is less sure is in no language: names, figures, a few words that several languages have."""


def language_of(title: str, body: str) -> str | None:
    """The language of an article, as a code of ISO 639-1; None where that cannot be told."""
    text = f"{title}\n{body[:READ]}"
    if is_plainly_english(text):
        return "en"
    code, confidence = identifier()(text.lower() if is_mostly_capitals(text) else text)
    return code if confidence >= SURE else None


def is_mostly_capitals(text: str) -> bool:
    """Most of its letters are capitals, which the model knows from names alone."""
    return sum(map(str.isupper, text)) > sum(map(str.islower, text))


@cache
def identifier() -> Callable[[str], tuple[str, float]]:
    """What tells a text's language and how likely it is, 0 to 1; reading its model takes half a second and 100 MB."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(sorted(LANGUAGE_NAMES))
    classify: Callable[[str], tuple[str, float]] = model.classify
    return classify
