"""The spellings that were learned from the articles of one generation, kept beside its catalog.

They are learned anew when a tenth of the articles has come or gone since, and taken over as they are otherwise: so a
small build does not wait for all articles, and all builds together spend little on it.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.columns.segment import SegmentColumns
from index.spelling.spelling_learner import learned_variants

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


def learned_path(folder: Path, generation: int) -> Path:
    """Where what a generation learned lies."""
    return folder / f"spellings.{generation}.json"


def read_learned(folder: Path, generation: int) -> Learned:
    """What a generation learned; nothing when its file is missing or cannot be read, for it can be learned again."""
    try:
        return written_learned(folder, generation)
    except (OSError, ValueError):
        return Learned()


def written_learned(folder: Path, generation: int) -> Learned:
    """What the file of a generation says that it learned; raises OSError, and ValueError when it says no such thing."""
    known = json.loads(learned_path(folder, generation).read_text("utf-8"))
    try:
        variants = {stem: tuple(map(str, forms)) for stem, forms in known["variants"].items()}
        return Learned(variants, int(known["articles"]), int(known["changes"]))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not what was learned: {error!r}") from error


def write_learned(folder: Path, generation: int, learned: Learned) -> None:
    """Write what a generation learned that does not exist yet, down to the disk."""
    known = {"articles": learned.articles, "changes": learned.changes, "variants": dict(learned.variants)}
    with learned_path(folder, generation).open("w", encoding="utf-8") as file:
        json.dump(known, file, separators=(",", ":"))
        file.flush()
        os.fsync(file.fileno())


def remove_other_learned(folder: Path, generation: int) -> None:
    """Leave only what this generation learned."""
    for path in folder.glob("spellings.*.json"):
        if path != learned_path(folder, generation):
            path.unlink(missing_ok=True)
