"""What names an article among those of its file, so that it keeps its id when others come before it or go."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from index.article import RoughArticle
from index.readers.source import Found

FIRST_WORDS = 100
"""Characters of a text that has no headline, by which it is known."""


def keyed(found: Iterator[Found]) -> Iterator[Found]:
    """The same articles, each of several with a key that no other of its file has.

    It is what the file calls the article, or else its address, its headline or its first words; those that share one
    are counted. So a changed text keeps its id, and a changed headline only where the file names its articles.
    """
    # Hashes of them, because a file may hold a million; two names that share one are only counted without need.
    seen: Counter[int] = Counter()
    for each in found:
        if not isinstance(each, RoughArticle) or each.record is None:
            yield each
            continue
        name = each.key or each.url or each.title or each.text[:FIRST_WORDS]
        seen[hash(name)] += 1
        count = seen[hash(name)]
        yield replace(each, key=name if count == 1 else f"{name}\0{count}")
