"""The family of a form: what is the same word with another ending or in another spelling.

Callers pass folded forms (`index.analysis.form`): small letters, no accents, no possessive. Names that look like a
plural or a gerund of a common word, such as brooks and manning, are rows of the table, so that no capitals are needed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from index.word_forms.packed_table import shipped, unpacked

TABLE = "families.bin"
NOUNS, NAMES = "+nouns", "+names"
"""Begin the lines that list nouns whose plural may not be listed, and names, each of which is a family of its own."""


@dataclass(frozen=True, slots=True)
class WordList:
    """What the table knows: the family's key of each form, and nouns whose plural it may not list.

    A key is its own key.
    """

    key_of: dict[str, str]
    nouns: frozenset[str]


def family(form: str) -> str:
    """The key of a form's family, which is a form of it: "women" -> "woman", "defences" -> "defense".

    A form that neither the table nor the rules for unknown words place is a family of its own.
    """
    return family_by(form, word_list())


def family_by(form: str, words: WordList) -> str:
    """The same by any word list."""
    key = words.key_of.get(form)
    if key is None:
        base = base_of_unlisted(form, words)
        key = words.key_of.get(base, base)
    return key


def is_listed(form: str) -> bool:
    """Whether the table knows the form; others are placed by their endings alone."""
    return form in word_list().key_of


def forms_of_family(key: str) -> tuple[str, ...]:
    """The forms that the table lists for a family, its key first; any other key has itself alone."""
    return forms_by_key().get(key, (key,))


@cache
def word_list() -> WordList:
    """The table as it is shipped; the first call reads it."""
    return read_word_list(shipped(TABLE))


def read_word_list(table: bytes) -> WordList:
    """The word list of a packed table."""
    groups = unpacked(table)
    (_nouns, *nouns), (_names, *names) = next(groups), next(groups)
    key_of = {word: word for word in (*nouns, *names)}
    for key, *others in groups:
        key_of[key] = key
        for form in others:
            key_of[form] = key
    return WordList(key_of, frozenset(nouns))


@cache
def forms_by_key() -> dict[str, tuple[str, ...]]:
    """The forms of each family that has several."""
    groups: dict[str, list[str]] = {}
    for form, key in word_list().key_of.items():
        if form != key:
            groups.setdefault(key, [key]).append(form)
    return {key: tuple(forms) for key, forms in groups.items()}


PEOPLE_ENDINGS = ("an", "ist", "ite")
"""Endings of names of peoples and followers, which take a plural although they are written with a capital."""
SHORTEST_PEOPLE = 5
"""Letters that such a name has; shorter ones are first names."""
VOWELS = "aeiou"


def base_of_unlisted(form: str, words: WordList) -> str:
    """The word that an unlisted form is an inflection of by its ending, or the form itself.

    -s comes off what is surely a noun, -ed and -ing only off a verb: Roberts, Hamas and Brussels keep theirs.
    """
    if form.endswith("s"):
        return next((base for base in singulars(form) if takes_plural(base, words)), form)
    if form.endswith("men"):
        return man if (man := form[:-3] + "man") in words.key_of else form
    if form.endswith(("ed", "ing")):
        return next((base for base in infinitives(form) if is_verb(base, words)), form)
    return form


def takes_plural(base: str, words: WordList) -> bool:
    """Whether a word is a noun that the table knows, or ends as names of peoples and followers do."""
    return base in words.nouns or (len(base) >= SHORTEST_PEOPLE and base.endswith(PEOPLE_ENDINGS))


def is_verb(base: str, words: WordList) -> bool:
    """Whether the table lists a gerund of the word."""
    key = words.key_of.get(base)
    return key is not None and any(
        words.key_of.get(gerund) == key for gerund in (base + "ing", base[:-1] + "ing", base + base[-1:] + "ing")
    )


def singulars(form: str) -> Iterator[str]:
    """What the form could be the plural of: countries -> country, churches -> church, talks -> talk."""
    if form.endswith("ies"):
        yield form[:-3] + "y"
    if form.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        yield form[:-2]
    if not form.endswith(("ss", "us")):
        yield form[:-1]


def infinitives(form: str) -> Iterator[str]:
    """What the form could be the past or the gerund of: tried -> try, planning -> plan, voting -> vote."""
    if form.endswith("ied"):
        yield form[:-3] + "y"
    stem = form.removesuffix("ing").removesuffix("ed")
    yield stem
    yield stem + "e"
    if stem[-1:] == stem[-2:-1] and stem[-1:] not in VOWELS:
        yield stem[:-1]
