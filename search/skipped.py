"""What of the files gave no article, and why: for whoever wonders what a search cannot find."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, islice

from index.article import Skipped

ON_A_PAGE = 200
MOST_REASONS = 30
"""Reasons that the first page names; some tell of a single line of a file, and there is no end of them."""
MOST_KEPT = 100_000
"""Files that are listed; of folders with more that are no articles, the first of them by name."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why files gave no article, and some of those files."""

    why: str
    count: int
    """How many there are for this reason, also of those that are not named."""
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where the files that were skipped for one reason begin."""

    why: str
    count: int
    page: int


@dataclass(frozen=True, slots=True)
class SkippedFiles:
    """All files, and parts of files, that gave no article."""

    total: int
    counts: dict[str, int]
    """How many there are for each reason."""
    kept: tuple[Skipped, ...]
    """Those that are listed: the most frequent reason first, then by name."""

    @property
    def pages(self) -> int:
        """How many pages the list has; at least 1."""
        return max(1, -(-len(self.kept) // ON_A_PAGE))

    def page(self, number: int) -> tuple[Reason, ...]:
        """The files on a page, from 1, by their reasons."""
        listed = self.kept[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
        return tuple(
            Reason(why, self.counts[why], tuple(skip.path for skip in skips))
            for why, skips in groupby(listed, key=lambda skip: skip.why)
        )

    def contents(self) -> tuple[Beginning, ...]:
        """The reasons, the most frequent first, as far as they are listed."""
        firsts: dict[str, int] = {}
        for place, skip in enumerate(self.kept):
            firsts.setdefault(skip.why, place)
        first_ones = islice(firsts.items(), MOST_REASONS)
        return tuple(Beginning(why, self.counts[why], place // ON_A_PAGE + 1) for why, place in first_ones)


NOTHING_SKIPPED = SkippedFiles(0, {}, ())


def by_reason(skipped: Iterable[Skipped]) -> SkippedFiles:
    """The skipped files, as far as they are kept, in the order in which they are shown."""
    counts: Counter[str] = Counter()
    kept: list[Skipped] = []
    for skip in skipped:
        counts[skip.why] += 1
        if len(kept) < MOST_KEPT:
            kept.append(skip)
    kept.sort(key=lambda skip: (-counts[skip.why], skip.why, skip.path))
    return SkippedFiles(counts.total(), dict(counts), tuple(kept))
