"""Who may read the page: only this machine, whoever has the password, or everyone; and what everyone is answered."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from index.article import Article
from index.errors import DatelineError
from search.clause_walks import rewritten
from search.clauses import Attribute, Clause, Nothing
from search.engine import Candidate, Engine, Matches
from search.file_formats import FORMATS
from search.query import Query
from web.authentication.passwords import HOW_TO_MAKE_ONE
from web.security import is_loopback


@dataclass(frozen=True, slots=True)
class Access:
    """Who may read the page, and what they are shown."""

    password_hash: str | None = None
    """What argon2 makes of the password; None when none is asked for."""
    is_public: bool = False
    """Everyone may read the page, who is then not told where files lie on this machine."""
    proxies: Sequence[str] = ()
    """The addresses of reverse proxies, which alone are believed what they say of a client."""
    is_limited: bool = False
    """Each client may ask only so often, because others than this machine can ask."""


OWN_MACHINE = Access()
"""Whoever uses this machine, who can read the index anyway."""


def access_from(host: str, password_hash: str | None, is_public: bool, proxies: Sequence[str]) -> Access:
    """Who may read a page that listens on this host.

    Raises DatelineError when others than this machine can reach it, and it is not said whether they may.
    """
    is_reached = bool(proxies) or not is_loopback(host)
    if is_reached and not is_public and password_hash is None:
        where = f"on {host}" if not is_loopback(host) else "through a proxy"
        raise DatelineError(
            f"others can reach the page {where}, and no password is set: {HOW_TO_MAKE_ONE}"
            "  and add  --password-file FILE,  or let everyone read it with  --public"
        )
    return Access(password_hash, is_public, tuple(proxies), is_limited=is_reached)


PACKED = ("zip", "tar", "gz", "gzip", "tgz", "bz2", "tbz", "tbz2")
KNOWN_FORMATS = frozenset({*FORMATS, *(ending for endings in FORMATS.values() for ending in endings), *PACKED, "pdf"})
PATHS_UNTOLD = "where files lie is not told here: path: finds nothing"


class PublicEngine:
    """An engine for one answer to everyone: what asks where files lie on this machine finds nothing, and is told so."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.has_hidden = False

    @property
    def generation(self) -> str:
        """See `search.engine.Engine.generation`."""
        return self.engine.generation

    @property
    def remarks(self) -> Sequence[str]:
        """See `search.engine.Engine.remarks`; and what was not answered so far."""
        return (*self.engine.remarks, PATHS_UNTOLD) if self.has_hidden else self.engine.remarks

    def match(self, query: Query, limit: int, skip: int = 0) -> Matches:
        """See `search.engine.Engine.match`."""
        return self.engine.match(self.answerable(query), limit, skip)

    def every(self, query: Query) -> Iterator[Candidate]:
        """See `search.engine.Engine.every`."""
        return self.engine.every(self.answerable(query))

    def having(self, parts: Sequence[Clause], ids: Sequence[str]) -> Sequence[Set[str]]:
        """See `search.engine.Engine.having`."""
        return self.engine.having([self.hidden(part) for part in parts], ids)

    def answerable(self, query: Query) -> Query:
        """The query without what asks where files lie."""
        return replace(query, clause=self.hidden(query.clause), most_of=tuple(map(self.hidden, query.most_of)))

    def hidden(self, clause: Clause) -> Clause:
        """The clause, where nothing is found by where its file lies."""
        if isinstance(clause, Attribute) and asks_where(clause):
            self.has_hidden = True
            return Nothing()
        return rewritten(clause, self.hidden)

    def ids_beginning(self, start: str, most: int) -> Sequence[str]:
        """See `search.engine.Engine.ids_beginning`."""
        return self.engine.ids_beginning(start, most)

    def spellings(self, form: str) -> Sequence[str]:
        """See `search.engine.Engine.spellings`."""
        return self.engine.spellings(form)

    def holds(self, form: str) -> bool:
        """See `search.engine.Engine.holds`."""
        return self.engine.holds(form)

    def forms_near(self, form: str, edits: int, fewest: int = 1) -> Mapping[str, int]:
        """See `search.engine.Engine.forms_near`."""
        return self.engine.forms_near(form, edits, fewest)

    def forms_beginning(self, start: str, most: int) -> Mapping[str, int]:
        """See `search.engine.Engine.forms_beginning`."""
        return self.engine.forms_beginning(start, most)

    def fetch(self, ids: Sequence[str]) -> list[Article]:
        """See `search.engine.Engine.fetch`."""
        return self.engine.fetch(ids)


def asks_where(asked: Attribute) -> bool:
    """Whether it tells of folders: a path does, and a format that none has, such as format:git of /articles.git/1."""
    ending = asked.value.strip().casefold().lstrip(".")
    return asked.name == "path" or (asked.name == "format" and ending not in KNOWN_FORMATS)
