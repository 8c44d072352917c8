"""The story of an article: who else tells it, which of them are reprints and of which, and which share source text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice

from index.article import Article, Published
from search.article.alignment import first_sentences, in_common
from search.clause_walks import nodes
from search.clauses import Clause, InStory
from search.engine import Engine
from search.language.messages import LONE_STORY, NO_SUCH_STORY, quoted
from search.language.serializer import written
from search.query import Query
from search.results import published_object

MOST_MEMBERS = 50
"""Articles of a story that are listed; a search finds all of them."""
FEWEST_IN_COMMON = 2
"""Sentences by which two articles are known to have the same source text; one can be a quotation that all have."""
MOST_COMPARED, MOST_CHARACTERS = 20, 20_000
"""Articles, and characters of each, that are looked at for such sentences: some milliseconds for each article."""
MOST_TEXTS = 10_000
"""Texts of a story that are looked through for the reprints of one."""
MOST_COPIES = 1_000
"""Reprints of an article that are named; a search for its story finds all of them."""


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story, beside the one whose story it is."""

    id: str
    title: str
    source: str | None
    """None when the outlet is not known."""
    published: Published | None
    """None when nothing says when."""
    is_this: bool = False
    """It is the article whose story this is."""
    reprint_of: str | None = None
    """The article that printed its text before; None when none did, as far as is known."""
    same_text_as: str | None = None
    """The article that has its text, where it is not known which was first; None otherwise."""
    in_common: int = 0
    """Sentences that it has in common with the article whose story this is, as far as both have one source text."""

    @property
    def shares_source(self) -> bool:
        """It was written from the same source text as the article whose story this is."""
        return self.in_common >= FEWEST_IN_COMMON


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that tell of one event."""

    id: str
    members: tuple[Member, ...]
    """The first of them by date, those without a date last; among them always the article whose story it is."""
    total: int
    """How many there are, also of those that are not listed."""

    @property
    def search(self) -> str:
        """What to type to find all of them."""
        return written(InStory(self.id))


def story_of(engine: Engine, article: Article, most: int = MOST_MEMBERS) -> Story | None:
    """The story that an article belongs to; None when it stands alone."""
    if article.story is None:
        return None
    found = engine.match(Query(InStory(article.story), "oldest"), most)
    if found.total < 2:
        return None
    listed = engine.fetch([candidate.id for candidate in found.candidates])
    if all(one.id != article.id for one in listed):
        listed = [*listed[: most - 1], article]
    return Story(article.story, tuple(members(listed, article)), found.total)


def story_object(story: Story) -> dict[str, object]:
    """The story as JSON; its members are the first by date, and its total counts all."""
    members = [{**asdict(member), "published": published_object(member.published)} for member in story.members]
    return {"id": story.id, "total": story.total, "members": members}


def members(listed: Sequence[Article], article: Article) -> Iterator[Member]:
    """The articles as members of the story of one of them; they come oldest first."""
    shared = sentences_shared(listed, article)
    for one in listed:
        member = Member(
            id=one.id,
            title=one.title,
            source=one.source,
            published=one.published,
            is_this=one.id == article.id,
            in_common=shared.get(one.id, 0),
        )
        yield beside_its_reprints(member, [other for other in listed if is_reprint(other, one)])


def sentences_shared(listed: Sequence[Article], article: Article) -> dict[str, int]:
    """How many sentences the article has in common with those of its family that are next to it in the list.

    A family is a chain: each of its articles shares text with another one, which need not be this.
    """
    this = next(place for place, one in enumerate(listed) if one.id == article.id)
    by_distance = sorted(range(len(listed)), key=lambda place: abs(place - this))
    family = [listed[place] for place in by_distance[1:] if article.family and listed[place].family == article.family]
    text = first_sentences(article.body, MOST_CHARACTERS) if family else []
    return {one.id: in_common(text, first_sentences(one.body, MOST_CHARACTERS)) for one in family[:MOST_COMPARED]}


def beside_its_reprints(member: Member, same: Sequence[Article]) -> Member:
    """The member, with what it is a reprint of; the articles with its text come oldest first, itself among them."""
    first = same[0]
    if first.id == member.id:
        return member
    if came_before(first.published, member.published):
        return replace(member, reprint_of=first.id)
    return replace(member, same_text_as=first.id)


def came_before(published: Published | None, later: Published | None) -> bool:
    """It is known that one came out before the other."""
    if published is None or later is None or later.how == "changed":
        return False
    return published.last < later.first


def is_reprint(article: Article, other: Article) -> bool:
    """Two articles, or an article and itself, have the same text."""
    return article.id == other.id or (article.wording is not None and article.wording == other.wording)


def reprints(engine: Engine, article: Article) -> tuple[str, ...]:
    """The ids of the other articles with the text of this one, oldest first: the first MOST_COPIES of them."""
    return Reprints(engine).of(article)


class Reprints:
    """The reprints of the articles of a page, of which many may tell one story, which is looked through once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._prints: dict[str, Mapping[str, Sequence[str]]] = {}

    def of(self, article: Article) -> tuple[str, ...]:
        """See `reprints`."""
        if article.story is None or article.wording is None:
            return ()
        if article.story not in self._prints:
            self._prints[article.story] = self._prints_of(article.story)
        same = self._prints[article.story].get(article.id, ())
        return tuple(islice((id for id in same if id != article.id), MOST_COPIES))

    def _prints_of(self, story: str) -> dict[str, Sequence[str]]:
        """The ids of the articles with one text, oldest first, by the id of each of them."""
        found = self._engine.match(Query(InStory(story), "oldest", "reprints"), MOST_TEXTS)
        texts = [(each.id, *(folded.id for folded in each.folded)) for each in found.candidates]
        return {id: ids for ids in texts for id in ids}


def unknown_stories(engine: Engine, clause: Clause) -> tuple[str, ...]:
    """A sentence for each story that is asked for and is not there, or is only that of one article."""
    ids = dict.fromkeys(node.id for node in nodes(clause) if isinstance(node, InStory))
    unknown = [id for id in ids if not engine.match(Query(InStory(id)), 1).total]
    lone = [article.id for article in engine.fetch(unknown)] if unknown else []
    return (
        *(NO_SUCH_STORY.format(quoted(id)) for id in unknown if id not in lone),
        *(LONE_STORY.format(quoted(id)) for id in lone),
    )
