"""The story of an article, and two articles side by side, as their pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass

from index.article import Article
from search.article.compare import Comparison, compare
from search.article.story import Member, Story
from search.request import Request
from web.links import article_url, compare_url, results_url, story_url
from web.locale.catalogs import gettext
from web.wording import quoted_title

SHOWN_AT_FIRST = 10
"""Articles of a story; more are under a fold."""
LONGEST_NAME = 60
"""Characters of a title that stands for an article in a sentence."""


@dataclass(frozen=True, slots=True)
class Original:
    """What the text of a member was taken from, or shares."""

    words: str
    """What the member is to it: "reprint of", "same text as"."""
    name: str
    url: str | None
    """None when it is the article that the page shows."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A member of the story as a link."""

    member: Member
    url: str
    compare: str | None
    """Where it is set beside the article of the page; None for that one itself."""
    original: Original | None
    """None when its text is its own."""


@dataclass(frozen=True, slots=True)
class Tellings:
    """The story of the article of the page."""

    total: int
    listed: tuple[Telling, ...]
    more: tuple[Telling, ...]
    """Those that are under a fold."""
    page: str
    """The page of the story."""
    all_of_them: str
    """The search that finds all of them."""


def tellings(story: Story, article: Article, asked: Request) -> Tellings:
    """The members of a story as links, with what was asked when its article was found."""
    by_id = {member.id: member for member in story.members}
    every = [telling(member, article, by_id, asked) for member in story.members]
    listed = every[:SHOWN_AT_FIRST]
    if not any(one.member.is_this for one in listed):
        listed = [*listed[:-1], *(one for one in every if one.member.is_this)]
    return Tellings(
        total=story.total,
        listed=tuple(listed),
        more=tuple(one for one in every if one not in listed),
        page=story_url(story.id, asked),
        all_of_them=results_url(Request(story.search, order="oldest", copies="all")),
    )


def telling(member: Member, article: Article, by_id: Mapping[str, Member], asked: Request) -> Telling:
    """A member as a link."""
    return Telling(
        member=member,
        url=article_url(member.id, asked),
        compare=None if member.is_this else compare_url(article.id, member.id, asked),
        original=original(member, by_id, asked),
    )


def original(member: Member, by_id: Mapping[str, Member], asked: Request) -> Original | None:
    """What the text of a member was taken from, or shares; None when it is its own."""
    found = by_id.get(member.reprint_of or member.same_text_as or "")
    if found is None:
        return None
    words = gettext("reprint of") if member.reprint_of else gettext("same text as")
    if found.is_this:
        return Original(words, gettext("this article"), None)
    title = quoted_title(found.title, LONGEST_NAME)
    name = found.source if found.source and found.source != member.source else title
    return Original(words, name, article_url(found.id, asked))


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two articles, the left one first."""

    articles: tuple[Article, Article]
    names: tuple[str, str]
    """What each is called beside its sentences."""
    comparison: Comparison
    exchanged: str
    """Where they stand the other way round."""


def side_by_side(left: Article, right: Article, asked: Request) -> SideBySide:
    """Two articles set beside each other, with what was asked when they were found."""
    named = left.source is not None and right.source is not None and left.source != right.source
    return SideBySide(
        articles=(left, right),
        names=(left.source or "", right.source or "") if named else (gettext("the first"), gettext("the second")),
        comparison=compare(left, right),
        exchanged=compare_url(right.id, left.id, asked),
    )
