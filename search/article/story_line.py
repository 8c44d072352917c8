"""Who else tells the story of an article, and from when to when, in few words."""

from dataclasses import replace

from index.article import Article
from search.clauses import InStory
from search.engine import Engine
from search.query import Query
from search.results import StoryLine


class StoryLines:
    """The lines of the articles of a page, of which many may tell one story, which is looked through once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lines: dict[str, StoryLine] = {}

    def of(self, article: Article) -> StoryLine | None:
        """The outlets that tell its story beside its own, and the days on which they do; None when it tells none."""
        if article.story is None:
            return None
        if article.story not in self._lines:
            self._lines[article.story] = self._line_of(article.story)
        line = self._lines[article.story]
        return replace(line, outlets=tuple(name for name in line.outlets if name != article.source))

    def _line_of(self, story: str) -> StoryLine:
        """All outlets that tell a story, those with the most articles first."""
        found = self._engine.match(Query(InStory(story), "oldest"), 1)
        counts = {name: count for name, count in found.values["source"].items() if name}
        exact = [dating for dating in found.datings if dating.first == dating.last] or list(found.datings)
        return StoryLine(
            outlets=tuple(sorted(counts, key=lambda name: (-counts[name], name.casefold()))),
            first=min((dating.first for dating in exact), default=None),
            last=max((dating.last for dating in exact), default=None),
        )
