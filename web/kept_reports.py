"""What is told of a story, kept while its generation is the newest: to work it out again takes up to a second."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from index.article import Article
from search.article.story import Story, story_of
from search.clauses import InStory
from search.engine import Engine
from search.query import Query
from search.story.story_report import StoryReport, story_report

MOST_KEPT = 32
"""Stories; some hundred kilobytes for each."""


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story with its listed articles, oldest first, and what they tell."""

    story: Story
    articles: tuple[Article, ...]
    report: StoryReport


class KeptReports:
    """The stories that were asked for last, with what they tell."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.kept: OrderedDict[tuple[str, str], ToldStory] = OrderedDict()

    def told(self, engine: Engine, identifier: str) -> ToldStory | None:
        """The story that has this id, or is told by the article with this id; None when there is none."""
        first = engine.match(Query(InStory(identifier), "oldest"), 1).candidates
        articles = engine.fetch([first[0].id]) if first else ()
        if not articles or articles[0].story is None:
            return None
        key = (str(engine.generation), articles[0].story)
        with self.lock:
            known = self.kept.get(key)
        found = known or told_by(engine, articles[0])
        if found is not None:
            self.keep(key, found)
        return found

    def keep(self, key: tuple[str, str], found: ToldStory) -> None:
        """Keep a story as the one that was asked for last."""
        with self.lock:
            self.kept[key] = found
            self.kept.move_to_end(key)
            while len(self.kept) > MOST_KEPT:
                self.kept.popitem(last=False)


def told_by(engine: Engine, article: Article) -> ToldStory | None:
    """The story of an article, worked out; None where it is alone."""
    story = story_of(engine, article)
    if story is None:
        return None
    articles = tuple(engine.fetch([member.id for member in story.members]))
    return ToldStory(story, articles, story_report(articles))
