"""Stories and copies are found as well as before, in collections where people, or we, know them.

A sample of each collection, always the same; all of it with  make measure.
"""

import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np

from index.analysis import forms
from index.annotations import NO_ANNOTATIONS
from index.article import Article
from index.columns.kept_documents import LiveSegment
from index.stories.cluster import relations_of
from index.stories.document_vectors import Corpus
from index.stories.near_duplicates import containments, sharing
from tests.built_index import writing
from tests.relevance.collections import collection_articles, documents

WHOLE = os.environ.get("DATELINE_WHOLE_COLLECTIONS") == "1"
PARTIAL = 0.03
"""The share of its runs of five words that a copy has in common with what it was made of, however it was changed."""


def part_of(articles: Sequence[Article], folder: Path) -> LiveSegment:
    """A segment of these articles, none of which is left out."""
    with writing(folder) as writer:
        for article in articles:
            writer.add(article, NO_ANNOTATIONS)
        writer.settle()
        (part,) = writer.parts().values()
        writer.commit()
    return part


def stories(articles: Sequence[Article], folder: Path) -> dict[str, str]:
    """The story of each article, by their ids; its own id where it stands alone."""
    relations = relations_of(Corpus({"one": part_of(articles, folder)}))
    numbers = relations.segments["one"].story.tolist()
    return {
        article.id: article.id if number < 0 else relations.story_ids[number].decode()
        for article, number in zip(articles, numbers, strict=True)
    }


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float]:
    """The precision and the recall of a grouping, averaged over articles (Bagga and Baldwin 1998)."""
    ours, theirs = members(found), members(gold)
    common = {id: len(ours[found[id]] & theirs[gold[id]]) for id in gold}
    precision = sum(common[id] / len(ours[found[id]]) for id in gold) / len(gold)
    recall = sum(common[id] / len(theirs[gold[id]]) for id in gold) / len(gold)
    return precision, recall


def members(groups: Mapping[str, str]) -> Mapping[str, set[str]]:
    """The articles of each group."""
    found = defaultdict(set)
    for id, group in groups.items():
        found[group].add(id)
    return found


def test_it_tells_events_apart_that_are_of_the_same_kind(tmp_path: Path) -> None:
    # Each topic has two events: two earthquakes, two actresses who enter the same clinic. None of it is dated.
    gold = {document["id"]: document["cluster"] for document in documents("ecbplus") if WHOLE or topic(document) % 3}
    articles = [article for article in collection_articles("ecbplus") if article.id in gold]
    precision, recall = b_cubed(stories(articles, tmp_path), gold)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"\necbplus: B-cubed precision={precision:.3f} recall={recall:.3f} F1={f1:.3f}")
    assert f1 >= (0.89, 0.88)[WHOLE]
    assert precision >= (0.92, 0.90)[WHOLE]


def topic(document: Mapping[str, str]) -> int:
    """The number of a topic of ecbplus."""
    return int(document["topic"])


def test_unrelated_articles_are_no_stories(tmp_path: Path) -> None:
    # Without their dates, so that nothing but the words keeps them apart; a few of each sample do tell one story.
    chance = Random(3)
    pool = [replace(article, published=None) for article in collection_articles("newsarticles2017")]
    wrong = 0
    for number in range(30 if WHOLE else 10):
        (folder := tmp_path / str(number)).mkdir()
        found = stories(chance.sample(pool, 5 + 5 * (number % 5)), folder)
        wrong += sum(id != story for id, story in found.items())
    print(f"\nnewsarticles2017: {wrong} joined others in small samples")
    assert wrong <= (8, 24)[WHOLE]


def edited(text: str, other: str, chance: Random) -> list[str]:
    """A text as careless hands copy it: the first half, three of ten words changed, a third within another text."""
    words, host = text.split(" "), other.split(" ")
    changed = [f"changed{chance.randrange(1000)}" if chance.random() < 0.3 else word for word in words]
    third, middle = len(words) // 3, len(host) // 2
    embedded = host[:middle] + words[third : 2 * third] + host[middle:]
    return [" ".join(each) for each in (words[: len(words) // 2], changed, embedded)]


def test_it_finds_copies_however_they_were_changed(tmp_path: Path) -> None:
    chance = Random(7)
    long = [article for article in collection_articles("newsarticles2017") if len(article.body.split(" ")) >= 200]
    chosen = chance.sample(long, 400)
    articles, kin = list(chosen), {article.id: number // 2 for number, article in enumerate(chosen)}
    for original, host in zip(chosen[::2], chosen[1::2], strict=True):
        for kind, body in enumerate(edited(original.body, host.body, chance)):
            articles.append(replace(original, id=f"{original.id} {kind}", body=body))
            kin[articles[-1].id] = kin[original.id]
    pairs = copied(articles, tmp_path)
    found = [
        sum((original.id, f"{original.id} {kind}") in pairs for original in chosen[::2]) / (len(chosen) // 2)
        for kind in range(3)
    ]
    # Real articles share footers and statements: a pair is false when it has not even eight words in a row in common.
    runs = {article.id: runs_of_eight(article.body) for article in articles}
    false = [(one, other) for one, other in pairs if kin[one] != kin[other] and not runs[one] & runs[other]]
    print(f"\nnewsarticles2017: half copies {found[0]:.3f}, 30 % changed {found[1]:.3f}, embedded {found[2]:.3f}")
    assert (min(found) >= 0.95, false) == (True, [])


def runs_of_eight(text: str) -> set[tuple[str, ...]]:
    """The runs of eight words of a text."""
    words = forms(text)
    return {tuple(words[start : start + 8]) for start in range(len(words) - 7)}


def copied(articles: Sequence[Article], folder: Path) -> set[tuple[str, str]]:
    """The pairs of articles of which one has a part of the other, the one that comes first first."""
    corpus = Corpus({"one": part_of(articles, folder)})
    left, right = sharing(corpus, np.arange(len(articles)), np.ones(len(articles), bool))
    is_copy = containments(corpus, left, right) >= PARTIAL
    rows = zip(left[is_copy].tolist(), right[is_copy].tolist(), strict=True)
    return {(articles[one].id, articles[other].id) for one, other in rows}
