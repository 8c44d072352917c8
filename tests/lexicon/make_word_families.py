"""Makes the tables of `index/word_forms`: which forms are one word, and which words belong together.

    python -m tests.lexicon.make_word_families PACKAGES NEWS...

PACKAGES is the folder of the sources' packages, as `make families` fetches them; each NEWS is a folder with a
`corpus.jsonl` of articles. Nothing of the articles goes into the tables but which words keep the same company.
"""

import sys
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path

from index import word_forms
from index.analysis import snowball_stem
from index.word_forms.compounds import HYPHENATED, SPACED
from index.word_forms.families import NAMES, NOUNS, PEOPLE_ENDINGS, WordList, base_of_unlisted, family_by
from index.word_forms.families import TABLE as FAMILY_TABLE
from index.word_forms.packed_table import packed
from index.word_forms.rings import TABLE as RING_TABLE
from tests.lexicon.company import WordCounts, company_of_groups, word_counts
from tests.lexicon.compound_table import compounds, is_hyphenated
from tests.lexicon.contexts import LEAST_TEXTS, Pile, pile_of
from tests.lexicon.family_table import HandWords, News, families, hand_words
from tests.lexicon.ring_table import Candidates, pair, rings
from tests.lexicon.word_sources import Lemma, derivations, lemmas, readings_by_form, spellings

HAND_WORDS = Path(__file__).with_name("hand_words.tsv")
LEAST_SMALL = 0.7
"""The share of small first letters from which a word is a common one."""
LEAST_CAPITAL = 0.3
"""The share of small first letters under which a word is a name."""
LEAST_TEXTS_OF_NAMES = 5


@dataclass(frozen=True, slots=True)
class Usage:
    """How each word of the news is used: in how many articles, and how often with a small first letter, 0 to 1."""

    texts: Mapping[str, int]
    small: Mapping[str, float]

    def is_name(self, word: str) -> bool:
        """Whether the news write it with a capital."""
        return self.small.get(word, 1) < LEAST_CAPITAL

    def is_common(self, word: str) -> bool:
        """Whether it is a word that the news use, and not only within names."""
        return self.texts.get(word, 0) >= LEAST_TEXTS and self.small[word] >= LEAST_SMALL and word.isalpha()


@dataclass(frozen=True, slots=True)
class Sources:
    """What the tables are made of, beside the news."""

    readings: dict[str, list[Lemma]]
    american: dict[str, str]
    derived: set[tuple[str, str]]
    hand: HandWords


def main() -> None:
    """Make the tables beside the modules that read them."""
    packages, *news = map(Path, sys.argv[1:])
    with HAND_WORDS.open(encoding="utf-8") as lines:
        hand = hand_words(lines)
    sources = Sources(readings_by_form(lemmas(packages)), spellings(packages), derivations(packages), hand)
    pile = pile_of(news)
    counted = word_counts(pile)
    used = usage(pile)
    write(word_list(sources, used, counted), used, sources, counted)


def write(words: WordList, used: Usage, sources: Sources, counted: WordCounts) -> None:
    """Write all tables, and say how large they are."""
    (folder,) = map(Path, word_forms.__path__)
    company = company_of_groups(counted, [family_by(word, words) for word in counted.words])
    candidates, hand = ring_candidates(words, used, sources)
    found = rings(candidates, hand, company.of)
    tables = {
        FAMILY_TABLE: packed_families(words, used),
        RING_TABLE: packed(sorted(sorted(ring, key=lambda key: (-company.texts(key), key)) for ring in found)),
    }
    met = {(each.first, each.second) for each in compounds(counted) if is_hyphenated(each, hand)}
    tables[SPACED] = packed_compounds(hand.open_compounds)
    tables[HYPHENATED] = packed_compounds(met - hand.open_compounds)
    for name, table in tables.items():
        (folder / name).write_bytes(table)
        print(f"{name}: {len(table):,} bytes")


def usage(pile: Pile) -> Usage:
    """How the words of a pile are used."""
    small = (pile.small / pile.counts).tolist()
    return Usage(dict(zip(pile.words, pile.texts.tolist(), strict=True)), dict(zip(pile.words, small, strict=True)))


def word_list(sources: Sources, used: Usage, counted: WordCounts) -> WordList:
    """Which family each form is in, and which nouns take a plural although no source says so."""
    company = company_of_groups(counted, counted.words)
    key_of = families(sources.readings, sources.american, sources.hand, News(company.cosine, used.texts))
    common = {word for word in used.texts if used.is_common(word)} - sources.hand.names
    new = common - key_of.keys()
    met = used.texts.keys() - key_of.keys()
    plural = {word for word in common if word + "s" in met and is_noun(word, sources)}
    words = WordList(key_of, frozenset(new | plural | sources.hand.bases))
    words = WordList(key_of, frozenset(word for word in words.nouns if base_of_unlisted(word, words) == word))
    for word, texts in used.texts.items():
        if texts >= LEAST_TEXTS_OF_NAMES and word not in key_of and is_listed_alone(word, used, words, sources.hand):
            key_of[word] = word
    return words


def is_noun(word: str, sources: Sources) -> bool:
    """Whether a source says that the word, as it stands, is a noun."""
    return Lemma(word, "noun", word) in sources.readings.get(word, ())


def is_listed_alone(word: str, used: Usage, words: WordList, hand: HandWords) -> bool:
    """Whether a word of the news is listed although no source has it: a common word, or a name that would be cut."""
    base = base_of_unlisted(word, words)
    if base == word:
        return used.is_common(word) or (used.is_name(word) and word.isalpha() and snowball_stem(word) != word)
    is_people = base.endswith((*PEOPLE_ENDINGS, "man")) or base in hand.bases or used.is_name(base)
    return used.is_name(word) and not is_people


def ring_candidates(words: WordList, used: Usage, sources: Sources) -> tuple[Candidates, HandWords]:
    """What rings can be made of, and what was said of them by hand, in keys of families."""
    keys = frozenset(words.key_of.values()) | {
        family_by(word, words) for word, texts in used.texts.items() if texts >= LEAST_TEXTS
    }

    def in_keys(pairs: set[tuple[str, str]] | frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        found = {pair(family_by(one, words), family_by(other, words)) for one, other in pairs}
        return frozenset(each for each in found if each[0] != each[1] and keys.issuperset(each))

    names = frozenset(key for key in keys if used.is_name(key))
    candidates = Candidates(keys, names, in_keys(sources.derived), cache(snowball_stem))
    hand = sources.hand
    return candidates, replace(hand, links=in_keys(hand.links), severed=in_keys(hand.severed))


def packed_families(words: WordList, used: Usage) -> bytes:
    """The word list as it is shipped."""
    groups: dict[str, list[str]] = {}
    for form, key in sorted(words.key_of.items()):
        groups.setdefault(key, [key])
        if form != key:
            groups[key].append(form)
    alone = {key for key, group in groups.items() if len(group) == 1}
    names = {key for key in alone - words.nouns if used.is_name(key)}
    nouns = words.nouns - (words.key_of.keys() - alone)
    lines = [[NOUNS, *sorted(words.nouns)], [NAMES, *sorted(names)]]
    return packed([*lines, *(groups[key] for key in sorted(groups.keys() - names - nouns))])


def packed_compounds(pairs: Set[tuple[str, str]]) -> bytes:
    """Pairs of words as they are shipped: each first word with all its second ones."""
    groups = groupby(sorted(pairs), key=lambda pair: pair[0])
    return packed([first, *(second for _first, second in group)] for first, group in groups)


if __name__ == "__main__":
    main()
