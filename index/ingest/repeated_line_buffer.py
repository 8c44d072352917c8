"""Articles are held back for a moment, until enough are there to show which lines their sites repeat.

Such a line is left out before anything else is looked for in its article, which need not be written again when all
articles are there and `index.stories.relate` settles which lines are repeated. It puts back what was left out wrongly:
what the index holds in the end is the same without this.
"""

from collections.abc import Callable, Iterable

from index.annotations import SiteLine
from index.article import Article
from index.cleaning.repeated_lines import lines_of, without_lines
from index.columns.repeated_line_counts import FEWEST_BEGINNINGS, FEWEST_BEGINNINGS_LONG

MOST_HELD, MOST_CHARACTERS = 2_000, 8_000_000
"""Articles that are held at once, and the characters of all of them."""
LINE = 150
"""Characters that take as much memory as a line takes beside its text."""

Give = Callable[[Article, tuple[SiteLine, ...]], None]
"""What is done with an article that is let go, and its lines."""


class RepeatedLineBuffer:
    """Articles that are held back."""

    def __init__(self, give: Give) -> None:
        self._give = give
        self._articles: list[tuple[Article, tuple[SiteLine, ...]]] = []
        self._characters = 0
        self._often: set[int] = set()
        """Lines that are repeated as far as is known by now."""

    def add(self, article: Article) -> None:
        """One article more; maybe all that are held are let go."""
        lines = lines_of(article)
        self._articles.append((article, lines))
        self._characters += characters(article) + LINE * len(lines)
        if len(self._articles) >= MOST_HELD or self._characters >= MOST_CHARACTERS:
            self.let_go()

    def let_go(self) -> None:
        """Give all articles that are held, in the order in which they came."""
        self._often |= under_many_first_lines(lines for _, lines in self._articles)
        for article, lines in self._articles:
            cleaned = article
            if not self._often.isdisjoint(line.key for line in lines):
                cleaned = without_lines(article, self._often)
            self._give(cleaned, lines if cleaned is article else lines_of(cleaned))
        self._articles, self._characters = [], 0


def characters(article: Article) -> int:
    """How many characters take as much memory as an article: its text, and all that was left out of it."""
    left_out = sum(len(removed.text) + LINE for removed in article.removed)
    return len(article.title) + len(article.body) + left_out


def under_many_first_lines(articles: Iterable[tuple[SiteLine, ...]]) -> set[int]:
    """The keys of lines under enough different first lines, whether or not these are met often themselves.

    `index.columns.repeated_line_counts.under_many_beginnings` is stricter, when all articles are there.
    """
    beginnings: dict[int, set[int]] = {}
    for lines in articles:
        for line in lines[1:]:
            beginnings.setdefault(line.key, set()).add(lines[0].key)
    return {
        key
        for key, firsts in beginnings.items()
        if len(firsts) >= (FEWEST_BEGINNINGS_LONG if key % 2 else FEWEST_BEGINNINGS)
    }
