"""Which article is meant: an id, the beginning of one, its address, or the number of a hit that was just shown here."""

import re

from index.article import Article
from index.errors import DatelineError, no_article
from search.clauses import Attribute
from search.engine import Engine
from search.query import Query

NAMED = 3
"""Articles that a message names where an id may go on in several ways."""


def chosen_article(engine: Engine, location: str, typed: str) -> Article:
    """The article; raises ArticleMissing when there is none, and DatelineError when it may be one of several."""
    return engine.fetch([chosen_id(engine, location, typed)])[0]


def chosen_id(engine: Engine, location: str, typed: str) -> str:
    """The whole id of an article that is there; raises as above."""
    if not typed or len(typed) > (LONGEST_ADDRESS if is_address(typed) else LONGEST):
        raise no_article(typed)
    if is_address(typed):
        return id_at(engine, typed)
    if engine.fetch([typed]):
        return typed
    if re.fullmatch(r"[0-9]{1,5}", typed) and (shown := id_shown(location, int(typed))) and engine.fetch([shown]):
        return shown
    begin_so = engine.ids_beginning(typed, NAMED + 1)
    if not begin_so:
        raise no_article(typed)
    if len(begin_so) > 1:
        more = ", …" if len(begin_so) > NAMED else ""
        raise DatelineError(
            f"several articles have ids that begin with “{typed}”: type more of {', '.join(begin_so[:NAMED])}{more}"
        )
    return begin_so[0]


def is_address(typed: str) -> bool:
    """Whether an article is named by where it was published."""
    return re.match(r"https?://\S", typed) is not None


def id_at(engine: Engine, address: str) -> str:
    """The id of the article that was published at an address; raises ArticleMissing when there is none."""
    wanted = bare(address)
    among = engine.match(Query(Attribute("url", wanted)), MOST_AT_ONE).candidates
    for article in engine.fetch([candidate.id for candidate in among]):
        if bare(article.url or "") == wanted:
            return article.id
    raise no_article(address)


def bare(address: str) -> str:
    """An address without what may be written in several ways: its scheme, www, and a stroke at its end."""
    return re.sub(r"^https?://(?:www\.)?|/$", "", address.strip())


MOST_AT_ONE = 50
"""Articles whose address has this one in it, of which one is it."""


def id_shown(location: str, rank: int) -> str | None:
    """The id of the hit with this rank among those that this terminal has just shown; None when there is none."""
    from cli.last_search import last_search

    last = last_search(location)
    return None if last is None else last.id(rank)


LONGEST, LONGEST_ADDRESS = 200, 4_000
"""Characters; no id is as long, and no address that a browser opens everywhere."""
