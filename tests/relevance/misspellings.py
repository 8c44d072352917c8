"""The command:  python -m tests.relevance.misspellings  tells how many misspellings are corrected, and what else is.

The words of 65,181 articles are looked at, which takes some minutes. Of each list of pairs and of the words that
are right some are drawn; a pair counts when the right word stands in an article and lies within two edits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from index.analysis import forms
from index.text.edit_distance import within
from search.correction.likely_words import likely_words
from search.engine import Engine
from search.snapshots import open_engine
from tests.bench.corpora import NEWS_SETS, lines_of, set_article
from tests.bench.ours import WordsAlone
from tests.relevance.collections import UNPACKED, collection_folder

PAIRS = "misspellings"
LISTS = ("codespell", "wikipedia")
DRAWN = 2_000
SEED = 1987


@dataclass(frozen=True, slots=True)
class Corrections:
    """How often the likeliest word was the right one."""

    right: float
    """Share of misspellings of which the right word comes first."""
    wrong: float
    """Share of misspellings of which another comes first."""
    changed: float
    """Share of words without a fault in the place of which another is offered."""


def main() -> None:
    """Measure, and print a table."""
    folders = [collection_folder(name) for name in (*NEWS_SETS, PAIRS)]
    if None in folders:
        raise SystemExit("the collections are not on this machine")
    with TemporaryDirectory() as place:
        articles = (set_article(name, line) for name, line in lines_of(UNPACKED, NEWS_SETS))
        WordsAlone().build(articles, Path(place))
        engine = open_engine(place)
        print("| misspellings of | right | wrong | words without a fault changed |\n| --- | ---: | ---: | ---: |")
        for name in LISTS:
            found = corrections(engine, pairs(UNPACKED / PAIRS / f"{name}.tsv"), DRAWN)
            print(f"| {name} | {found.right:.1%} | {found.wrong:.1%} | {found.changed:.2%} |")


def pairs(path: Path) -> Mapping[str, Sequence[str]]:
    """The right forms for each misspelt form, of pairs of one word each."""
    lines = (line.split("\t")[:2] for line in path.read_text("utf-8").splitlines())
    several = ((forms(wrong), [forms(each) for each in right.split(",")]) for wrong, right in lines)
    return {wrong[0]: [each[0] for each in right if len(each) == 1] for wrong, right in several if len(wrong) == 1}


def corrections(engine: Engine, known: Mapping[str, Sequence[str]], count: int) -> Corrections:
    """What is made of so many misspellings and of as many of the right words."""
    random = Random(SEED)
    asked = random.sample(sorted(known), len(known))
    possible = ((wrong, right) for wrong in asked if (right := attainable(engine, wrong, known[wrong])))
    drawn = dict(islice(possible, count))
    first_words = {wrong: best_word(engine, wrong) for wrong in drawn}
    hit = sum(first_words[wrong] in right for wrong, right in drawn.items())
    other = sum(word is not None and word not in drawn[wrong] for wrong, word in first_words.items())
    faultless = sorted({word for words in drawn.values() for word in words})
    changed = sum(best_word(engine, word) is not None for word in faultless)
    return Corrections(hit / len(drawn), other / len(drawn), changed / len(faultless))


def attainable(engine: Engine, wrong: str, right: Sequence[str]) -> list[str]:
    """The right words that stand in an article and lie within two edits."""
    return [word for word in right if word != wrong and within(wrong, word, 2) and engine.forms_near(word, 0)]


def best_word(engine: Engine, form: str) -> str | None:
    """What is offered in the place of a form; None when it stays."""
    return next((word.text for word in likely_words(engine, form)), None)


if __name__ == "__main__":
    main()
