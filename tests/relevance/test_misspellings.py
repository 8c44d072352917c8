"""Misspellings are corrected as often as before, and words without a fault are let be."""

from pathlib import Path

from tests.built_index import built
from tests.relevance.collections import collection, collection_articles
from tests.relevance.misspellings import LISTS, corrections, pairs

RIGHT, CHANGED = 0.85, 0.01


def test_it_corrects_no_fewer_misspellings_than_before(tmp_path: Path) -> None:
    lists = collection("misspellings")
    engine = built(tmp_path, [collection_articles("newsarticles2017")])
    for name in LISTS:
        found = corrections(engine, pairs(lists / f"{name}.tsv"), 500)
        print(f"\n{name}: {found}")
        assert (found.right >= RIGHT, found.changed <= CHANGED) == (True, True), found
