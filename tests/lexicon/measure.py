"""Measures the families and rings of words: pairs that they join, ranking, and words that are asked alone.

    python -m tests.lexicon.measure [PAIRS.tsv ...] [--collections FOLDER]

Pairs are rows of kind, word, word: I for inflections and S for spellings, which a family joins; D for derivations,
which a ring joins; U for words that must stay apart. Without a file those beside this module are measured. FOLDER
holds collections with `corpus.jsonl`, queries and judgments; what is not there is not measured.
"""

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from index.analysis import forms, snowball_stem
from index.word_forms.families import family, forms_of_family
from index.word_forms.rings import ring

OWN_PAIRS = [Path(__file__).with_name(name) for name in ("word_pairs.tsv", "word_pairs_unseen.tsv")]
KINDS = {"I": "inflections", "S": "spellings", "D": "derivations", "U": "false joins"}
COLLECTIONS = {
    "cranfield": ("queries.tsv", "qrels.tsv"),
    "cisi": ("queries.tsv", "qrels.tsv"),
    "lisa": ("queries.tsv", "qrels.tsv"),
    "vaswani_npl": ("queries.tsv", "qrels.tsv"),
    "scifact": ("queries_train.tsv", "qrels_train.tsv"),
}
NEWS = "newsarticles2017"
WORDS = str.split(
    "conservation execution hospitality paste polite author organ customs imports universe severe majority minority"
    " animal defence centre woman ceasefire organic several"
)
"""Words that Snowball runs together with others, or finds only half of."""
FAMILY_WEIGHT = 0.3
DEPTH = 10

Key = Callable[[str], str]
Scores = NDArray[np.float32]


@cache
def stem(form: str) -> str:
    """Snowball's stem."""
    return snowball_stem(form)


@cache
def ring_or_stem(form: str) -> str:
    """The ring's key, or Snowball's stem of a word that no table knows."""
    return ring(form) or stem(family(form))


def main() -> None:
    """Print all measures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pairs", nargs="*", type=Path, default=OWN_PAIRS)
    parser.add_argument("--collections", type=Path, default=Path(".data"))
    arguments = parser.parse_args()
    for path in arguments.pairs:
        print_joins(path)
    print_ranking([folder for name in COLLECTIONS if (folder := arguments.collections / name).is_dir()])
    if (arguments.collections / NEWS).is_dir():
        print_first_tens(arguments.collections / NEWS)


def print_joins(path: Path) -> None:
    """How many of the pairs of each kind each way of reading words joins, in percent."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    print(f"\n{path.name:24}" + "".join(f"{KINDS[kind]:>14}" for kind in KINDS))
    ways: dict[str, Key] = {"Snowball": stem, "family": family, "ring": ring_or_stem}
    for name, key in ways.items():
        shares = []
        for kind in KINDS:
            joins = [key(one) == key(other) for row_kind, one, other in rows if row_kind == kind]
            shares.append(f"{100 * sum(joins) / len(joins):12.1f} %")
        print(f"{name:24}" + "".join(shares))


@dataclass(frozen=True, slots=True)
class Texts:
    """The records of a collection: their ids, and the forms of each."""

    ids: list[str]
    forms: list[list[str]]


def texts(folder: Path) -> Texts:
    """The records of the collection in a folder."""
    with (folder / "corpus.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return Texts(
        [str(record["id"]) for record in records],
        [forms(f"{record.get('title') or ''}\n{record.get('text') or ''}") for record in records],
    )


class Ranking:
    """BM25 over texts whose words are read by a key, with the parameters of the engines' manuals."""

    def __init__(self, found: Texts, key: Key) -> None:
        self.key = key
        self.index = bm25s.BM25(k1=1.2, b=0.75)
        self.index.index([[key(form) for form in words] for words in found.forms], show_progress=False)
        self.known = set(self.index.vocab_dict)

    def scores(self, words: list[str]) -> Scores:
        """The score of each text, float32 (texts,)."""
        keys = [key for word in words if (key := self.key(word)) in self.known]
        if not keys:
            return np.zeros(self.index.scores["num_docs"], np.float32)
        scores: Scores = self.index.get_scores(keys)
        return scores


def print_ranking(folders: list[Path]) -> None:
    """The nDCG@10 of each way of reading words over each collection, and their mean."""
    table: dict[str, list[float]] = {}
    for folder in folders:
        found = texts(folder)
        for name, scores in ways_of_ranking(found).items():
            table.setdefault(name, []).append(mean_gain(folder, found, scores))
    if folders:
        print(f"\n{'nDCG@10':24}" + "".join(f"{folder.name:>12}" for folder in folders) + f"{'mean':>12}")
    for name, gains in table.items():
        print(f"{name:24}" + "".join(f"{gain:12.3f}" for gain in [*gains, sum(gains) / len(gains)]))


def ways_of_ranking(found: Texts) -> dict[str, Callable[[list[str]], Scores]]:
    """Each way of reading the words of texts, by its name, as what scores them for the words of a query."""
    plain, stems, families, rings = (Ranking(found, key) for key in (str, stem, family, ring_or_stem))
    return {
        "plain forms": plain.scores,
        "Snowball": stems.scores,
        "family": families.scores,
        "ring": rings.scores,
        "Snowball + .3 family": lambda words: with_family(stems, families, words),
        "ring + .3 family": lambda words: with_family(rings, families, words),
    }


def with_family(ranking: Ranking, families: Ranking, words: list[str]) -> Scores:
    """The scores of a ranking with a share of those by families, float32 (texts,)."""
    scores: Scores = np.add(ranking.scores(words), np.float32(FAMILY_WEIGHT) * families.scores(words), dtype=np.float32)
    return scores


def mean_gain(folder: Path, found: Texts, score: Callable[[list[str]], Scores]) -> float:
    """The mean nDCG@10 over the judged queries of a collection."""
    queries, judgments = COLLECTIONS[folder.name]
    wanted: dict[str, set[str]] = {}
    for line in (folder / judgments).read_text("utf-8").splitlines():
        query, _, record, grade = line.split()
        if int(grade) > 0:
            wanted.setdefault(query, set()).add(record)
    gains = []
    for line in (folder / queries).read_text("utf-8").splitlines():
        query, _, text = line.partition("\t")
        if query in wanted:
            best = np.argsort(-score(forms(text)), kind="stable")[:DEPTH]
            hits = np.array([found.ids[place] in wanted[query] for place in best])
            gains.append(discounted(hits) / discounted(np.ones(min(DEPTH, len(wanted[query])))))
    return sum(gains) / len(gains)


def discounted(hits: NDArray[np.bool_] | NDArray[np.float64]) -> float:
    """The gain of hits in this order (Jarvelin and Kekalainen 2002)."""
    return float((hits / np.log2(np.arange(2, len(hits) + 2))).sum())


def print_first_tens(folder: Path) -> None:
    """In how many of the first ten articles for each word the word itself stands, in a form of its family."""
    found = texts(folder)
    print(f"\nof the first ten for a word alone, those that hold it ({folder.name})")
    ways = ways_of_ranking(found)
    holders = {word: {place for place, words in enumerate(found.forms) if holds(word, words)} for word in WORDS}
    print(f"{'there are':24}" + " ".join(f"{word} {len(holders[word])}" for word in WORDS))
    for name in ("Snowball", "ring + .3 family"):
        counts = []
        for word in WORDS:
            scores = ways[name](forms(word))
            best = [int(place) for place in np.argsort(-scores, kind="stable")[:DEPTH] if scores[place] > 0]
            counts.append(sum(place in holders[word] for place in best))
        possible = sum(min(DEPTH, len(holders[word])) for word in WORDS)
        print(f"{name:24}{sum(counts)} of {possible}: " + " ".join(map(str, counts)))


def holds(word: str, words: list[str]) -> bool:
    """Whether a form of the word's family is among the words."""
    key = family(word)
    return any(family(each) == key for each in words) or not set(forms_of_family(key)).isdisjoint(words)


if __name__ == "__main__":
    main()
