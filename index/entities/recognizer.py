"""The people, organisations and places that a text names, and where it does.

A name is a run of capitalised words. What begins a sentence counts only when the text does not write it small
elsewhere; offices and nationalities before a name are left out; a surname alone is the person whom the text names in
full. Nothing is looked up beyond short lists of words: a name that nobody listed is found as well as any other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from index.analysis import form
from index.entities.entity_types import kind_of
from index.entities.name_candidates import Run, runs
from index.entities.offices import without_particles
from index.lexicon.outlet_names import canonical_name

NameKind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something that a text names."""

    text: str
    """The fullest way in which the text says it."""
    kind: NameKind | None
    """None when it is not clear."""
    spans: tuple[tuple[int, int], ...]
    """Where in the body it stands, in any of its ways: (start, end), ascending."""


def names(body: str, title: str = "") -> tuple[Name, ...]:
    """What a body names, the most often named first; what its title names too counts as named twice more."""
    found: dict[str, NamesFound] = {}
    acronyms: dict[str, str] = {}
    for run in runs(body):
        key = key_of(run.text)
        found.setdefault(key, NamesFound()).add(run, kind_of(run, body))
        if short := acronym_after(run, body):
            acronyms[short] = key
            if not found[key].kinds:
                found[key].kinds.append("organisation")
    merge(found, {short: key for short, key in acronyms.items() if short in found and short != key})
    merge(found, surnames(found))
    headline = set(map(form, re.findall(r"\w+", title)))
    every = [each for each in found.values() if each.is_certain]
    every.sort(key=lambda each: (-len(each.spans) - 2 * each.is_in(headline), min(each.spans)))
    return tuple(Name(each.text, each.kind, tuple(sorted(each.spans))) for each in every)


@dataclass(slots=True)
class NamesFound:
    """A name while a text is read."""

    text: str = ""
    kinds: list[NameKind] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    is_certain: bool = False
    """It stands, at least once, where only names are capitalised."""

    def add(self, run: Run, kind: NameKind | None) -> None:
        """One place more."""
        self.text = max(self.text, run.text, key=len)
        if kind:
            self.kinds.append(kind)
        self.spans.append((run.start, run.end))
        self.is_certain = self.is_certain or run.is_certain or kind is not None

    def take(self, other: "NamesFound") -> None:
        """All places of another way to say it."""
        self.spans += other.spans
        self.is_certain = self.is_certain or other.is_certain

    @property
    def kind(self) -> NameKind | None:
        """What most of its places say."""
        return max(self.kinds, key=self.kinds.count, default=None)

    def is_in(self, words: set[str]) -> bool:
        """All of its words are among these; of a person, the surname is enough."""
        own = self.text.split()[-1:] if self.kind == "person" else self.text.split()
        return words.issuperset(map(form, own))


def key_of(text: str) -> str:
    """What two ways to say one name have in common; of short names it is remembered, for the same stand everywhere."""
    return known_key(text) if len(text) <= LONGEST_KNOWN else key_in(text)


def key_in(text: str) -> str:
    """What two ways to say one name have in common: no marks, middle initials or small words; outlets by one name."""
    known = SAME.get(text) or canonical_name(text)
    if known:
        return known
    words = [word for word in map(form, without_particles(text).split()) if word not in ("the", "of", "and")]
    inner = [word for word in words[1:-1] if len(word) > 1]
    return " ".join([*words[:1], *inner, *words[1:][-1:]])


LONGEST_KNOWN = 100
"""Characters of a name whose key is remembered; longer ones would fill the memory."""
known_key = lru_cache(maxsize=16_384)(key_in)
"""The same, remembered."""
SAME = {
    **dict.fromkeys(("US", "U.S.", "U.S", "USA", "United States", "United States of America"), "United States"),
    **dict.fromkeys(("UK", "U.K.", "U.K", "United Kingdom"), "United Kingdom"),
    **dict.fromkeys(("UN", "U.N.", "U.N", "United Nations"), "United Nations"),
    **dict.fromkeys(("EU", "E.U.", "European Union"), "European Union"),
}
"""Names that texts shorten without saying so."""


def acronym_after(run: Run, body: str) -> str | None:
    """The acronym that stands in brackets after a name and is made of its first letters."""
    brackets = ACRONYM.match(body, run.end)
    if brackets is None:
        return None
    letters = brackets[1].replace(".", "").lower()
    initials = "".join(word[0] for word in run.text.lower().split() if word not in ("the",))
    small = "".join(word[0] for word in run.text.split() if word[0].isupper()).lower()
    return form(brackets[1]) if letters in (initials, small) else None


ACRONYM = re.compile(r" ?\(([A-Z][A-Za-z.&]{1,9})\)")


def surnames(found: Mapping[str, NamesFound]) -> dict[str, str]:
    """For words that stand alone, the one person whose surname they are; a broken possessive (Milleys’) included."""
    full: dict[str, set[str]] = {}
    for key, each in found.items():
        if each.kind == "person" and " " in key:
            full.setdefault(key.rpartition(" ")[2].removeprefix("al-"), set()).add(key)
    every = {word: keys for word, keys in full.items() if len(keys) == 1}
    alone = {}
    for key in found:
        keys = every.get(key) or (every.get(key.removesuffix("s")) if key.endswith("s") else None)
        if keys and " " not in key:
            alone[key] = next(iter(keys))
    return alone


def merge(found: dict[str, NamesFound], same: Mapping[str, str]) -> None:
    """Put names under those that they are another way to say."""
    for key, full in same.items():
        found[full].take(found.pop(key))


def linked(articles: Sequence[tuple[Name, ...]]) -> tuple[tuple[Name, ...], ...]:
    """The names of the articles of one story, where a surname is the one person whom another article names in full."""
    full: dict[str, set[str]] = {}
    for name in (name for article in articles for name in article):
        if name.kind == "person" and " " in name.text:
            full.setdefault(form(name.text.split()[-1]), set()).add(key_of(name.text))
    texts = {key_of(name.text): name.text for article in articles for name in article}
    known = {word: texts[next(iter(keys))] for word, keys in full.items() if len(keys) == 1}
    return tuple(tuple(in_full(article, known)) for article in articles)


def in_full(article: Sequence[Name], known: Mapping[str, str]) -> Iterator[Name]:
    """The names of an article, surnames replaced by these names."""
    for name in article:
        text = known.get(form(name.text)) if " " not in name.text and name.kind in (None, "person") else None
        yield replace(name, text=text, kind="person") if text else name
