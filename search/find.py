"""The query path in one function: from a request to results."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from index.article import Article
from search.article.missing_quotes import unheard
from search.article.missing_words import words_missing
from search.article.story import Reprints, unknown_stories
from search.article.story_line import StoryLines
from search.chosen_values import Choosable, is_chosen_of, narrowed
from search.clauses import And, Clause
from search.correction.did_you_mean import Correction, Counted, did_you_mean
from search.correction.relaxations import why_nothing
from search.engine import Candidate, Engine, Matches
from search.facets import breakdown, facets
from search.highlight.date_marks import day_marks
from search.highlight.highlighter import marked
from search.highlight.snippet import snippet
from search.language.messages import CUT_PATTERN, LOOKED_AT, NO_SUCH_DAY, quoted
from search.language.parser import Reading
from search.language.serializer import days_text, written
from search.language.spelling_expansion import Also, exactly_typed, respelled
from search.likeness.like_reading import read_for
from search.query import Query
from search.request import Request
from search.results import Hit, Other, Results, no_line

FEW_OTHERS = 5
"""Articles under a hit that are named; the page of its story has all of them."""
LOOSENED = "no article has all of this: these have some of it, best first"
ONLY_WHOLE = "by date, only articles that have all of these words; any of them are a choice, too"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was matched in the end, and what the reader should know of it."""

    asked: Clause
    """What was asked strictly, without the filters around it."""
    clause: Clause
    """What was matched: the same, or that loosened."""
    query: Query
    """What the engine was asked."""
    matches: Matches
    with_all: int
    """How many articles have all that was asked."""
    notes: tuple[str, ...]
    also: tuple[Also, ...]
    """The other spellings that were looked for."""
    in_levels: bool = False
    """Those that have all come first."""

    @property
    def is_loosened(self) -> bool:
        """Some of the articles have only some of what was asked."""
        return self.with_all < self.matches.total

    @property
    def read(self) -> Clause:
        """What to tell of how it was understood."""
        return self.asked if self.in_levels and self.with_all else self.clause


@dataclass(frozen=True, slots=True)
class Answered:
    """A request, and what was matched for it."""

    request: Request
    """As it was answered: with other words where those that were typed find nothing and are mistyped."""
    reading: Reading
    answer: Answer
    meant: Correction | None
    """Another query, which finds more, or that was answered; None when what was typed is taken as it is."""
    is_corrected: bool = False
    """It was answered."""


def find(engine: Engine, request: Request, today: date | None = None) -> Results:
    """The page of results that a request asks for; whatever was typed, there is an answer.

    Days such as "yesterday" are counted from `today`; without it, they are read as words.
    """
    answered = answer_to(engine, request, today)
    results = shown(engine, answered.request, answered.reading, answered.answer)
    if answered.is_corrected:
        return replace(results, request=request, corrected=answered.meant)
    return replace(results, did_you_mean=answered.meant)


def answer_to(engine: Engine, request: Request, today: date | None) -> Answered:
    """What is matched for a request, and whether something else was meant."""
    reading = read_for(engine, request.typed, today, request.syntax)
    answer = best_answer(engine, reading, request, limit=request.last)
    counted = Counted(request.typed, answer.with_all, answer.matches.total)
    meant = did_you_mean(engine, counted, reading.clause, lambda other: count(engine, request, other, today))
    if meant is None or not meant.is_certain or reading.syntax != "native":
        return Answered(request, reading, answer, meant)
    corrected = replace(request, typed=meant.query)
    reading = read_for(engine, corrected.typed, today, request.syntax)
    return Answered(corrected, reading, best_answer(engine, reading, corrected, limit=corrected.last), meant, True)


def count(engine: Engine, request: Request, typed: str, today: date | None) -> Counted:
    """How many articles a request finds with another query."""
    request = replace(request, typed=typed, skipped=0, page=1)
    answer = best_answer(engine, read_for(engine, typed, today, request.syntax), request, limit=1)
    return Counted(typed, answer.with_all, answer.matches.total)


def total(engine: Engine, request: Request, today: date | None) -> int:
    """How many articles a request finds."""
    return answer_to(engine, request, today).answer.matches.total


def explained(engine: Engine, results: Results, today: date | None = None) -> Results:
    """The same results; where there are none, with notes on what each part finds, and what finds more."""
    if results.total:
        return results
    why = why_nothing(engine, results.request, today, lambda other: total(engine, other, today))
    return replace(results, notes=(*results.notes, *why))


def shown(engine: Engine, request: Request, reading: Reading, answer: Answer) -> Results:
    """The page of results that a request asks for, from what was matched."""
    notes = (
        *answer.notes,
        *(CUT_PATTERN.format(quoted(written(each))) for each in answer.matches.cut),
        *([] if answer.matches.looked_at is None else [LOOKED_AT.format(f"{answer.matches.looked_at:,}")]),
        *engine.remarks,
    )
    hits = tuple(hits_told(engine, answer, answer.matches.candidates, request.first + 1))
    return Results(
        request=request,
        read_as=written(answer.read),
        tree=answer.read,
        notes=notes if answer.matches.total else (*notes, *missing(engine, answer.clause, request)),
        total=answer.matches.total,
        stories=answer.matches.distinct["stories"],
        shown=answer.matches.distinct[request.copies],
        hits=hits,
        facets=facets(answer.matches),
        pages=max(1, -(-answer.matches.distinct[request.copies] // request.size)),
        with_all_words=answer.with_all,
        is_loosened=answer.is_loosened,
        gives_way=reading.filled is not None,
        begins_to_lack=next((hit.rank for hit in hits if hit.lacks), None) if answer.in_levels else None,
        syntax=reading.syntax,
        also=answer.also,
        exactly=exactly_typed(request.typed, answer.also),
        generation=engine.generation,
        breakdown=breakdown(lambda kind: without(engine, request, answer, kind)),
    )


def hits_told(engine: Engine, answer: Answer, candidates: Sequence[Candidate], first: int) -> Iterator[Hit]:
    """The candidates that begin at rank `first` as they are shown, each with what of the question it lacks."""
    ids = [candidate.id for candidate in candidates]
    lacking = words_missing(engine, answer.asked, ids) if answer.is_loosened else {}
    for found in hits_of(engine, answer.clause, candidates, first):
        yield replace(found, lacks=lacking.get(found.id, ()))


def missing(engine: Engine, clause: Clause, request: Request) -> tuple[str, ...]:
    """What is asked for and nowhere to be found, where that is more than a word."""
    since, until = request.since, request.until
    bounds = f"{days_text(since, None)} and {days_text(None, until)}"
    no_day = (NO_SUCH_DAY.format(bounds),) if since and until and since > until else ()
    return (*no_day, *unknown_stories(engine, clause), *unheard(engine, clause))


def best_answer(engine: Engine, reading: Reading, request: Request, limit: int) -> Answer:
    """The articles that have all that was asked, or else as much as the request and the number of its words let go."""
    question = Question(engine, reading, request, limit)
    if request.words == "all" or reading.loosened is None:
        return question.strictly()
    if request.words == "any" or (request.order == "relevance" and not reading.has_few_words):
        answer = question.with_any()
    else:
        answer = question.in_levels() if request.order == "relevance" else question.strictly()
    return answer if answer.matches.total else question.somehow()


@dataclass(frozen=True, slots=True)
class Question:
    """A request as it is put to an engine."""

    engine: Engine
    reading: Reading
    request: Request
    limit: int

    def strictly(self) -> Answer:
        """Only articles that have all."""
        asked = respelled(self.reading.clause, self.engine.spellings, self.engine.holds)
        query = self.query(asked.clause)
        matches = self.match(query)
        notes = self.reading.notes
        if self.request.words == "best" and self.reading.filled is not None and matches.total:
            notes = (*notes, ONLY_WHOLE)
        return Answer(asked.clause, asked.clause, query, matches, matches.total, notes, asked.also)

    def in_levels(self) -> Answer:
        """Those that have all, and after them those that have most."""
        if self.reading.filled is None:
            return self.strictly()
        asked = respelled(self.reading.clause, self.engine.spellings, self.engine.holds)
        loose = respelled(self.reading.filled, self.engine.spellings, self.engine.holds)
        parts = asked.clause.parts if isinstance(asked.clause, And) else (asked.clause,)
        query = replace(self.query(loose.clause), most_of=parts)
        matches = self.match(query)
        notes = self.reading.notes if matches.with_all or not matches.total else (*self.reading.notes, LOOSENED)
        return Answer(asked.clause, loose.clause, query, matches, matches.with_all, notes, loose.also, in_levels=True)

    def with_any(self) -> Answer:
        """Those that fit best, whether they have all or some."""
        return self.strictly() if self.reading.filled is None else self.loosely(self.reading.filled)

    def somehow(self) -> Answer:
        """Those that have anything at all of it, phrases and fields included, where there is nothing else."""
        answer = self.loosely(self.reading.loosened or self.reading.clause)
        return answer if answer.matches.total else self.strictly()

    def loosely(self, clause: Clause) -> Answer:
        """Those that match the loosened clause; their outlets and days are told of those that have all, if any does."""
        asked = respelled(self.reading.clause, self.engine.spellings, self.engine.holds)
        loose = respelled(clause, self.engine.spellings, self.engine.holds)
        query = self.query(loose.clause)
        matches = self.match(query)
        # Only counted, and so in no order that takes time.
        whole = self.engine.match(replace(self.query(asked.clause), order="newest"), 1)
        if whole.total and self.request.words == "best":
            matches = replace(
                matches, sources=whole.sources, years=whole.years, months=whole.months, values=whole.values
            )
            matches = replace(matches, datings=whole.datings, with_all=whole.total)
        notes = self.reading.notes if whole.total or not matches.total else (*self.reading.notes, LOOSENED)
        return Answer(asked.clause, loose.clause, query, matches, whole.total, notes, loose.also)

    def match(self, query: Query) -> Matches:
        """The matches of the page, and what is counted of all of them."""
        return self.engine.match(query, self.limit, min(self.request.first, self.limit))

    def query(self, clause: Clause) -> Query:
        """The clause within the filters, in the order and with the copies that are asked for."""
        return Query(
            narrowed(clause, self.request),
            self.request.order,
            self.request.copies,
            few_words=self.reading.has_few_words,
        )


def without(engine: Engine, request: Request, answer: Answer, kind: Choosable) -> Matches:
    """What matches without the choices of one kind, counted; of some words, only what has all where anything does."""
    if not is_chosen_of(request, kind):
        return answer.matches
    clause = answer.asked if answer.with_all and request.words == "best" else answer.clause
    return engine.match(Query(narrowed(clause, request, kind), "newest"), 1)


def hits_of(engine: Engine, clause: Clause, page: Sequence[Candidate], first: int) -> Iterator[Hit]:
    """The candidates of a page that begins at rank `first`, as they are shown."""
    named = [id for candidate in page for id in (candidate.id, *(other.id for other in candidate.folded[:FEW_OTHERS]))]
    articles = {article.id: article for article in engine.fetch(named)}
    copies, lines = Reprints(engine), StoryLines(engine)
    for rank, candidate in enumerate(page, first):
        if candidate.id in articles:
            found = articles[candidate.id]
            is_told = candidate.tellers > candidate.prints or candidate.prints > 1
            line = partial(lines.of, found) if is_told else no_line
            yield replace(hit(rank, candidate, articles, clause), copies=copies.of(found), story_line=line)


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
        language=article.language,
        snippet=snippet(clause, article.body, day_marks(clause, article)),
        story=article.story,
        record=article.record,
        folded=candidate.folded,
        others=tuple(Other(each.id, each.title, each.source, each.published, own.is_reprint) for each, own in shown),
        cites=article.cites,
        tellers=candidate.tellers,
        prints=candidate.prints,
    )
