"""The spellings that were learned from the articles of one generation.

They are learned anew when a tenth of the articles has come or gone since, and taken over as they are otherwise: so a
small build does not wait for all articles, and all builds together spend little on it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.columns.segment import SegmentColumns
from index.spelling.spelling_learner import learned_variants
from index.storage.checked_text import checked_lines, write_checked

STALE_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Learned:
    """Other spellings, as forms, by the stem of a name, and when they were learned."""

    variants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    articles: int = 0
    """How many there were then."""
    changes: int = 0
    """How many came or went since."""


def learned_after(before: Learned, segments: Sequence[SegmentColumns], changes: int) -> Learned:
    """What is known now, after so many articles more came or went."""
    articles = sum(map(len, segments))
    after = replace(before, changes=before.changes + changes)
    if max(after.changes, abs(articles - before.articles)) <= STALE_SHARE * before.articles:
        return after
    return Learned(learned_variants(segments), articles)


def read_learned(path: Path) -> Learned:
    """What was learned; raises OSError, and ValueError when the file is not as it was written."""
    try:
        (known,) = map(json.loads, checked_lines(path))
        variants = {stem: tuple(map(str, forms)) for stem, forms in known["variants"].items()}
        return Learned(variants, int(known["articles"]), int(known["changes"]))
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"not what was learned: {error!r}") from error


def write_learned(path: Path, learned: Learned) -> None:
    """Write what was learned, into a file that is not there yet."""
    known = {"articles": learned.articles, "changes": learned.changes, "variants": dict(learned.variants)}
    write_checked(path, [json.dumps(known, separators=(",", ":"))])


def wrong_learned(path: Path) -> Sequence[str]:
    """The file, if what was learned cannot be read; raises OSError."""
    try:
        read_learned(path)
    except ValueError:
        return ["the file"]
    return []
