"""Matches in lines: as JSON, as ids, as paths of files."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from index.article import Article
from index.errors import shown
from search.results import Hit, hit_object


def json_lines(hits: Iterable[Hit]) -> Iterator[str]:
    """The JSON object of each hit."""
    return (json.dumps(hit_object(hit)) + "\n" for hit in hits)


def id_lines(ids: Iterable[str]) -> Iterator[str]:
    """Each id."""
    return (f"{id}\n" for id in ids)


def path_lines(articles: Iterable[Article]) -> Iterator[str]:
    """The path of each file that has an article among these, once; what would break its line is written out."""
    told: set[str] = set()
    for article in articles:
        if article.path not in told:
            told.add(article.path)
            yield f"{shown(Path(article.path))}\n"
