"""The people, organisations and places that a text names, and where it does.

A name is a run of capitalised words. What begins a sentence counts only when the text does not write it small
elsewhere; offices and nationalities before a name are left out; a surname alone is the person whom the text names in
full. Nothing is looked up beyond short lists of words: a name that nobody listed is found as well as any other.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from index.analysis import form
from index.entities.entity_types import NameKind
from index.entities.name_keys import LONGEST_KNOWN, key_of
from index.entities.name_places import name_places
from index.text.sentences import sentences


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
    return names_in_sentences(body, title, sentences(body))


def names_in_sentences(body: str, title: str, spans: Iterable[tuple[int, int]]) -> tuple[Name, ...]:
    """The same of a body with these sentences."""
    found: dict[str, NamesFound] = {}
    acronyms: dict[str, str] = {}
    for key, text, start, end, kind, is_certain in name_places(body, {start for start, _ in spans}):
        own = found.get(key)
        if own is None:
            own = found[key] = NamesFound()
        own.add(text, (start, end), kind, is_certain)
        if body.startswith(BRACKET, end) and (short := acronym_after(text, body, end)):
            acronyms[short] = key
            if not own.kinds:
                own.kinds.append("organisation")
    merge(found, {short: key for short, key in acronyms.items() if short in found and short != key})
    merge(found, surnames(found))
    headline = set(map(form, WORD.findall(title)))
    every = [each for each in found.values() if each.is_certain]
    every.sort(key=lambda each: (-len(each.spans) - 2 * each.is_in(headline), min(each.spans)))
    return tuple([Name(each.text, each.kind, tuple(sorted(each.spans))) for each in every])


WORD = re.compile(r"\w+")


@dataclass(slots=True)
class NamesFound:
    """A name while a text is read."""

    text: str = ""
    kinds: list[NameKind] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    is_certain: bool = False
    """It stands, at least once, where only names are capitalised."""

    def add(self, text: str, span: tuple[int, int], kind: NameKind | None, is_certain: bool) -> None:
        """One place more."""
        if len(text) > len(self.text):
            self.text = text
        if kind:
            self.kinds.append(kind)
        self.spans.append(span)
        self.is_certain = self.is_certain or is_certain or kind is not None

    def take(self, other: "NamesFound") -> None:
        """All places of another way to say it."""
        self.spans += other.spans
        self.is_certain = self.is_certain or other.is_certain

    @property
    def kind(self) -> NameKind | None:
        """What most of its places say, of those that are said as often the first."""
        kinds = self.kinds
        if len(kinds) < 3 or 2 * kinds.count(kinds[0]) >= len(kinds):
            return kinds[0] if kinds else None
        return max(kinds, key=kinds.count)

    def is_in(self, words: set[str]) -> bool:
        """All of its words are among these; of a person, the surname is enough."""
        own = forms_of(self.text) if len(self.text) <= LONGEST_KNOWN else forms_in(self.text)
        return words.issuperset(own[-1:] if self.kind == "person" else own)


def forms_in(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    return tuple(map(form, name.split()))


forms_of = lru_cache(maxsize=16_384)(forms_in)
"""The same, remembered."""


def acronym_after(name: str, body: str, end: int) -> str | None:
    """The acronym that stands in brackets after a name, which ends here, and is made of its first letters."""
    brackets = ACRONYM.match(body, end)
    if brackets is None:
        return None
    letters = brackets[1].replace(".", "").lower()
    initials = "".join(word[0] for word in name.lower().split() if word not in ("the",))
    small = "".join(word[0] for word in name.split() if word[0].isupper()).lower()
    return form(brackets[1]) if letters in (initials, small) else None


BRACKET = (" (", "(")
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
