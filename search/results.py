"""What a search shows: hits, facets, counts, and how the query was read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from index.article import Article, Published
from search.clauses import Clause, Everything
from search.correction.did_you_mean import Correction
from search.engine import Dating, Folded
from search.language.note_kinds import kind_of_note, place_of_note
from search.language.spelling_expansion import Also
from search.language.tree_object import tree_object
from search.query import FacetName, Syntax
from search.request import Request
from search.timeline import timeline

Piece = tuple[str, bool]
"""A stretch of text, and whether it matched."""


@dataclass(frozen=True, slots=True)
class Other:
    """An article that is shown under another one, as far as there is room for it."""

    id: str
    title: str
    source: str | None
    """None when the outlet is not known."""
    published: Published | None
    """None when nothing says when."""
    is_reprint: bool


@dataclass(frozen=True, slots=True)
class StoryLine:
    """Who tells the story of an article, and when."""

    outlets: tuple[str, ...]
    """Other outlets than its own, those with most articles first."""
    first: date | None
    """The first day on which any of them may have been published; None when no date is known. And the last."""
    last: date | None


def no_line() -> None:
    """The line of a story that nobody else tells."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found: `title` and `snippet` are pieces whose texts join to what is shown."""

    rank: int
    id: str
    score: float
    title: tuple[Piece, ...]
    source: str | None
    """None when the outlet is not known."""
    path: str
    url: str | None
    """None when the address is not known."""
    published: Published | None
    """None when nothing says when."""
    snippet: tuple[Piece, ...]
    story: str | None
    """None when the article stands alone."""
    folded: tuple[Folded, ...]
    """The other articles that match and are shown under this one."""
    others: tuple[Other, ...]
    """The first of these."""
    cites: tuple[str, ...]
    tellers: int = 1
    """How many articles of the index tell its story, whether they match or not, itself among them."""
    prints: int = 1
    """How many of these print its text."""
    copies: tuple[str, ...] = ()
    """Its reprints."""
    record: int | None = None
    """Its line, row, entry or message in its file, from 1; None when the file is one article."""
    language: str | None = None
    """The language that it is written in, as a code of ISO 639-1; None when that cannot be told."""
    lacks: tuple[str, ...] = ()
    """What was asked for and is not in it, as it is written in a query; empty when it matches as a whole."""
    story_line: Callable[[], StoryLine | None] = field(default=no_line, compare=False)
    """Gives who else tells its story, which is looked up when it is shown; None where nobody does, or only prints of
    one text are shown once."""

    @property
    def retold(self) -> int:
        """How many articles tell its story in other words."""
        return self.tellers - self.prints

    @property
    def reprints(self) -> int:
        """How many other articles print its text."""
        return self.prints - 1


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value that matches share, and how many share it: "CNN" and 3, "2022-11" and 12."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one property among all matches, not only those on this page."""

    name: str
    """A `FacetName`, "year" or "month"."""
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What all matches are made up of, worked out when it is asked for.

    Each part is counted without the choices that were made of it, so that it tells what another choice would find.
    """

    values: Callable[[], tuple[Facet, ...]]
    """Every facet, with "" where none is known; the most frequent values first."""
    holding: Callable[[FacetName, str], Facet]
    """One facet, of the values that hold some words, so that also rare ones are told."""
    datings: Callable[[], Mapping[Dating, int]]
    total: Callable[[], int]
    """How many articles there are on any day."""


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a request."""

    request: Request
    read_as: str
    """The query as it was understood; typing it gives the same results."""
    notes: tuple[str, ...]
    """Sentences for the reader: what was mended, left out or loosened."""
    total: int
    """How many articles match."""
    stories: int
    """How many stories they tell."""
    shown: int
    """How many hits there are on all pages, copies folded as the request asks."""
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    pages: int
    """How many pages there are; at least 1."""
    with_all_words: int = 0
    """How many of the articles have all that was asked for."""
    is_loosened: bool = False
    """Articles that have only some of it are among them."""
    gives_way: bool = False
    """Several words stand side by side, of which articles may have all, or any."""
    begins_to_lack: int | None = None
    """The rank of the first hit on the page that has only some of it, where those that have all come first."""
    syntax: Syntax = "native"
    """The language in which the query was read."""
    also: tuple[Also, ...] = ()
    """Names that were typed, and the other spellings that are found with them."""
    corrected: Correction | None = None
    """The query that was answered in place of the one that was typed, which finds nothing; nearly always None."""
    did_you_mean: Correction | None = None
    """Another query, which finds clearly more."""
    exactly: str | None = None
    """What to type to find only the spellings that were typed; None when no others are found."""
    breakdown: Breakdown | None = field(default=None, compare=False, repr=False)
    """What all matches are made up of; None only where nobody may ask for it."""
    generation: str = ""
    """What was answered from, as the engine calls it."""
    tree: Clause = field(default_factory=Everything)
    """The query as it was understood."""


def with_notes(results: Results, notes: Sequence[str]) -> Results:
    """The same results, which tell first of the choices around the words what these notes say."""
    return replace(results, notes=(*notes, *results.notes))


def hit_object(hit: Hit) -> dict[str, object]:
    """The hit as the JSON object of the contract."""
    return {
        "rank": hit.rank,
        "id": hit.id,
        "score": round(hit.score, 4),
        "title": "".join(text for text, _ in hit.title),
        "source": hit.source,
        "path": hit.path,
        "url": hit.url,
        "published": published_object(hit.published),
        "snippet": [[text, marked] for text, marked in hit.snippet],
        "story": hit.story,
        "copies": list(hit.copies),
        "cites": list(hit.cites),
        "record": hit.record,
        "lacks": list(hit.lacks),
    }


def article_object(article: Article, reprints: Sequence[str] = ()) -> dict[str, object]:
    """The whole article as the JSON object of the contract: that of a hit, which no search ranked, and its text.

    Its copies are the ids of its reprints.
    """
    return {
        "rank": None,
        "id": article.id,
        "score": None,
        "title": article.title,
        "source": article.source,
        "path": article.path,
        "url": article.url,
        "published": published_object(article.published),
        "snippet": [],
        "story": article.story,
        "copies": list(reprints),
        "cites": list(article.cites),
        "record": article.record,
        "lacks": [],
        "body": article.body,
        "author": article.author,
        "place": article.place,
        "language": article.language,
        "removed": [removed.text for removed in article.removed],
        **({"changed": published_object(article.changed)} if article.changed and not article.published else {}),
        **({"doubts": list(article.doubts)} if article.doubts else {}),
    }


def published_object(published: Published | None) -> dict[str, str | float] | None:
    """The date as JSON; None when there is none."""
    if published is None:
        return None
    return {
        "first": published.first.isoformat(),
        "last": published.last.isoformat(),
        "precision": published.precision,
        "how": published.how,
        "evidence": published.evidence,
        "confidence": round(published.confidence, 4),
    }


def facets_object(results: Results) -> dict[str, list[dict[str, object]]]:
    """How many matches share each value, by outlet, year and month; a facet that no match has is empty."""
    told = {facet.name: facet.values for facet in results.facets}
    return {
        name: [{"value": each.value, "count": each.count} for each in told.get(name, ())]
        for name in ("source", "year", "month")
    }


def results_object(results: Results, next_address: str | None = None) -> dict[str, object]:
    """The whole answer as the JSON object of the contract; `next_address` is where it goes on, None at its end."""
    suggestion = results.did_you_mean
    return {
        "query": results.request.typed,
        "read_as": results.read_as,
        "tree": tree_object(results.tree),
        "notes": [note_object(note, results.request.typed) for note in results.notes],
        "loosened": results.is_loosened,
        "corrected": results.corrected and results.corrected.query,
        "did_you_mean": suggestion and {"query": suggestion.query, "total": suggestion.total},
        "also": [{"typed": each.typed, "spellings": list(each.spellings)} for each in results.also],
        "total": results.total,
        "with_all_words": results.with_all_words,
        "stories": results.stories,
        "page": results.request.first // results.request.size + 1,
        "pages": results.pages,
        "next": next_address,
        "facets": facets_object(results),
        "timeline": timeline_object(results),
        "generation": generation_told(results.generation),
        "hits": [hit_object(hit) for hit in results.hits],
    }


def timeline_object(results: Results) -> dict[str, object]:
    """How many matches may have been published when, in bars without a gap; none where nothing may be asked of them."""
    datings = results.breakdown.datings() if results.breakdown else {}
    told = timeline(datings, results.request.since, results.request.until)
    bars = [
        {"first": str(each.first), "last": str(each.last), "count": each.count, "sure": each.sure} for each in told.bars
    ]
    return {"unit": told.unit, "bars": bars, "before": told.before, "after": told.after, "inexact": told.inexact}


def generation_told(generation: str) -> str:
    """A name for a generation that says nothing of the files of this machine, as an engine's own name does."""
    from hashlib import sha256

    return sha256(generation.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def note_object(note: str, typed: str) -> dict[str, object]:
    """A note as JSON, with the place in what was typed that it is about; null where it is about none."""
    start, end = place_of_note(note, typed) or (None, None)
    return {"kind": kind_of_note(note), "text": note, "from": start, "to": end}


def matching(count: int) -> str:
    """How many of the articles under a hit match as well, when not all do."""
    return "1 of them matches" if count == 1 else f"{count or 'none'} of them match"
