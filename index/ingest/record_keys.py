"""What names an article among those of its file, so that it keeps its id when others come before it or go."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from index.article import RoughArticle
from index.readers.source import Found

FIRST_WORDS = 200
"""Characters of a text by which it is known where its file neither names it nor gives its address."""


def keyed(found: Iterator[Found]) -> Iterator[Found]:
    """The same articles, each with what the file calls it, and each of several with a key that no other of it has.

    It is what the file calls the article, or else its address, or else its headline, date and first words; only those
    that agree in it are counted: behind a NUL, which no other name has, stands the count. A changed text keeps its id
    where the file names its articles.
    """
    # Hashes of them, because a file may hold a million; two names that share one are only counted without need.
    seen: Counter[int] = Counter()
    for each in found:
        if not isinstance(each, RoughArticle):
            yield each
            continue
        if each.record is None:
            yield replace(each, record_id=each.key)
            continue
        name = each.key.replace("\0", "\ufffd") if each.key else each.url or description(each)
        seen[hash(name)] += 1
        count = seen[hash(name)]
        yield replace(each, record_id=each.key, key=name if count == 1 else f"{name}\0{count}")


def description(rough: RoughArticle) -> str:
    """What tells an article from others with its headline, whichever of them comes first in the file."""
    date = rough.published.evidence if rough.published else ""
    return "\0".join((rough.title or "", date, rough.text[:FIRST_WORDS]))
