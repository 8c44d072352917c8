"""The query path in one function: from a request to results."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from index.article import Article
from search.article.missing_quotes import unheard
from search.article.missing_words import words_missing
from search.article.story import reprints, unknown_stories
from search.engine import Candidate, Engine, Matches
from search.facets import facets
from search.highlight.date_marks import day_marks
from search.highlight.highlighter import marked
from search.highlight.snippet import snippet
from search.language.messages import NO_SUCH_DAY
from search.language.parser import Reading, parse
from search.language.serializer import days_text, written
from search.language.spelling_expansion import Also, exactly_typed, respelled
from search.query import And, Between, Clause, Or, Query, Request, Source
from search.results import Hit, Other, Results

FEW_OTHERS = 5
"""Articles under a hit that are named; the page of its story has all of them."""
LOOSENED = "no article has all of this: these have some of it, best first"


def find(engine: Engine, request: Request, today: date | None = None) -> Results:
    """The page of results that a request asks for; whatever was typed, there is an answer.

    Days such as "yesterday" are counted from `today`; without it, they are read as words.
    """
    reading = parse(request.typed, today)
    answer = best_answer(engine, reading, request, limit=request.page * request.size)
    notes = (*answer.notes, *engine.remarks)
    page = answer.matches.candidates[(request.page - 1) * request.size :]
    lacking = words_missing(engine, answer.asked, [candidate.id for candidate in page]) if answer.is_loosened else {}
    named = [id for candidate in page for id in (candidate.id, *(other.id for other in candidate.folded[:FEW_OTHERS]))]
    articles = {article.id: article for article in engine.fetch(named)}
    return Results(
        request=request,
        read_as=written(answer.clause),
        notes=notes if answer.matches.total else (*notes, *missing(engine, answer.clause, request)),
        total=answer.matches.total,
        stories=answer.matches.distinct["stories"],
        shown=answer.matches.distinct[request.copies],
        hits=tuple(
            replace(
                hit(rank, candidate, articles, answer.clause),
                copies=reprints(engine, articles[candidate.id]),
                lacks=lacking.get(candidate.id, ()),
            )
            for rank, candidate in enumerate(page, (request.page - 1) * request.size + 1)
            if candidate.id in articles
        ),
        facets=facets(answer.matches),
        pages=max(1, -(-answer.matches.distinct[request.copies] // request.size)),
        is_loosened=answer.is_loosened,
        also=answer.also,
        exactly=exactly_typed(request.typed, answer.also),
    )


def missing(engine: Engine, clause: Clause, request: Request) -> tuple[str, ...]:
    """What is asked for and nowhere to be found, where that is more than a word."""
    since, until = request.since, request.until
    bounds = f"{days_text(since, None)} and {days_text(None, until)}"
    no_day = (NO_SUCH_DAY.format(bounds),) if since and until and since > until else ()
    return (*no_day, *unknown_stories(engine, clause), *unheard(engine, clause))


@dataclass(frozen=True, slots=True)
class Answer:
    """What was matched in the end, and what the reader should know of it."""

    asked: Clause
    """What was asked strictly, without the filters around it."""
    clause: Clause
    """What was matched: the same, or that loosened where no article has all of it."""
    matches: Matches
    notes: tuple[str, ...]
    also: tuple[Also, ...]
    """The other spellings that were looked for."""

    @property
    def is_loosened(self) -> bool:
        """The articles have only some of what was asked."""
        return self.clause != self.asked


def best_answer(engine: Engine, reading: Reading, request: Request, limit: int) -> Answer:
    """The articles that have everything; when there is none, those that have some of it."""
    asked = respelled(reading.clause, engine.spellings, engine.holds)
    matches = engine.match(Query(filtered(asked.clause, request), request.order, request.copies), limit)
    if matches.total or reading.loosened is None:
        return Answer(asked.clause, asked.clause, matches, reading.notes, asked.also)
    loose = respelled(reading.loosened, engine.spellings, engine.holds)
    some = engine.match(Query(filtered(loose.clause, request), request.order, request.copies), limit)
    if not some.total:
        return Answer(asked.clause, asked.clause, matches, reading.notes, asked.also)
    return Answer(asked.clause, loose.clause, some, (*reading.notes, LOOSENED), loose.also)


def filtered(clause: Clause, request: Request) -> Clause:
    """The clause within the days and outlets that were chosen beside it."""
    parts: list[Clause] = [clause]
    if request.since or request.until:
        parts.append(Between(request.since, request.until))
    if request.sources:
        parts.append(Or(tuple(Source(name) for name in request.sources)))
    return And(tuple(parts)) if len(parts) > 1 else clause


def hit(rank: int, candidate: Candidate, articles: Mapping[str, Article], clause: Clause) -> Hit:
    """An article as it is shown among results, with the first of those under it; `articles` has all of them by id."""
    article = articles[candidate.id]
    shown = [(articles[other.id], other) for other in candidate.folded[:FEW_OTHERS] if other.id in articles]
    return Hit(
        rank=rank,
        id=article.id,
        score=candidate.score,
        title=marked(clause, article.title, "title"),
        source=article.source,
        path=article.path,
        url=article.url,
        published=article.published,
        snippet=snippet(clause, article.body, day_marks(clause, article)),
        story=article.story,
        record=article.record,
        folded=candidate.folded,
        others=tuple(Other(each.id, each.title, each.source, each.published, own.is_reprint) for each, own in shown),
        cites=article.cites,
        tellers=candidate.tellers,
        prints=candidate.prints,
    )
