"""Who else tells the story of an article, and from when to when, in few words."""

from search.clauses import InStory
from search.engine import Engine
from search.query import Query
from search.results import StoryLine


def story_line(engine: Engine, story: str, source: str | None) -> StoryLine:
    """The outlets that tell a story beside that of one article, and the days on which they do."""
    found = engine.match(Query(InStory(story), "oldest"), 1)
    counts = {name: count for name, count in found.values["source"].items() if name and name != source}
    exact = [dating for dating in found.datings if dating.first == dating.last] or list(found.datings)
    return StoryLine(
        outlets=tuple(sorted(counts, key=lambda name: (-counts[name], name.casefold()))),
        first=min((dating.first for dating in exact), default=None),
        last=max((dating.last for dating in exact), default=None),
    )
