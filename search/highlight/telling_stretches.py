"""The stretches of texts in which words of a query may stand, without those that were seen to show nothing."""

import re
from collections.abc import Callable, Iterator

from index.orthography.characters import CAPITALS
from search.highlight.stretch_places import StretchPlaces
from search.highlight.word_beginnings import SPACE, stretches_with

MOST_SEEN = 5_000
"""Stretches that are remembered for a query, in a megabyte at most; sixteen queries are kept."""
LONGEST_SEEN = 100
"""Characters of a stretch that is worth remembering."""
SHORT = 400
"""Characters; looking at every one of a shorter text takes less time than looking for places to look at."""
REACHES_ON = re.compile(rf"[{CAPITALS}]\.?$")
"""What may be the beginning of a word that reaches across a space, as J. K. and AT & T are."""


class TellingStretches:
    """Finds the stretches that may hold words with certain beginnings and show anything."""

    def __init__(self, beginnings: frozenset[str], shows: Callable[[str], bool]) -> None:
        """`shows` says of a stretch of text whether any word in it is looked for, or it has none."""
        self._pattern = stretches_with(beginnings)
        self._places = StretchPlaces(beginnings, SPACE)
        self._shows = shows
        self._is_telling: dict[str, bool] = {}

    def of(self, text: str) -> Iterator[tuple[int, int]]:
        """The spans of a text, in order."""
        for found in self._stretches(text):
            stretch = found.group()
            is_telling = self._is_telling.get(stretch)
            if is_telling is None:
                is_telling = self._look_at(stretch)
            if is_telling:
                yield found.span()

    def _stretches(self, text: str) -> Iterator[re.Match[str]]:
        """Those that may hold such words, whether they were seen to show nothing or not."""
        if len(text) < SHORT:
            yield from self._pattern.finditer(text)
            return
        done, match = 0, self._pattern.match
        for place in self._places.of(text):
            found = match(text, place) if place >= done else None
            if found:
                done = found.end()
                yield found

    def _look_at(self, stretch: str) -> bool:
        """Whether a stretch that was not seen before shows anything."""
        is_telling = REACHES_ON.search(stretch) is not None or self._shows(stretch)
        if len(stretch) <= LONGEST_SEEN:
            if len(self._is_telling) >= MOST_SEEN:
                self._is_telling.clear()
            self._is_telling[stretch] = is_telling
        return is_telling
