"""What else to ask where a request finds nothing: the same a little wider, with how many articles that finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.analysis import tokens
from search.clause_walks import conjunction, nodes, rewritten
from search.clauses import (
    And,
    Attribute,
    Between,
    Clause,
    Everything,
    Fuzzy,
    Length,
    Near,
    Not,
    NotNear,
    Phrase,
    Prefix,
    SameStem,
    Source,
    Spellings,
    Wildcard,
    Word,
)
from search.correction.parts_found import PartFound, parts_found
from search.engine import Engine
from search.language.dialects.dialect_reading import read_query
from search.language.messages import PART_FOUND, WIDER, Notes, quoted
from search.language.parser import parse
from search.language.serializer import written
from search.language.terms import is_common
from search.request import Request

LEAST_DAYS = 7
"""By so many days at least, and by as many as are asked for, wider days begin earlier and end later."""
MOST_OFFERED = 6


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A request that asks for less."""

    sentence: str
    request: Request
    total: int
    """How many articles it finds."""


@dataclass(frozen=True, slots=True)
class WiderForm:
    """A way to ask for less."""

    sentence: str
    widened: Callable[[Clause], Clause]
    """What is asked in place of a node; itself where it is left as it is."""
    example: str
    becomes: str


def any_place(clause: Clause) -> Clause:
    """The words of a phrase anywhere."""
    if not isinstance(clause, Phrase) or (clause.patterns and not clause.is_exact):
        return clause
    words = list(dict.fromkeys(clause.typed[token.start : token.end] for token in tokens(clause.typed)))
    kept = [word for word in words if not is_common(word)] or words
    # In quotation marks, so that a word such as w/5 or a:b is no operator.
    parts = (parse(f'{"=" * clause.is_exact}"{word}"').clause for word in kept)
    return conjunction(in_same_field(part, clause) for part in parts)


def in_same_field(part: Clause, phrase: Phrase) -> Clause:
    """A word in the field of the phrase that it is from."""
    return replace(part, field=phrase.field) if isinstance(part, Word | Spellings | Fuzzy) else part


def not_near(clause: Clause) -> Clause:
    """What stands near each other, in one article."""
    match clause:
        case Near(parts):
            return conjunction(parts)
        case NotNear(part):
            return part
        case _:
            return clause


def any_field(clause: Clause) -> Clause:
    """What is asked of a field, in any."""
    match clause:
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem():
            return replace(clause, field=None)
        case _:
            return clause


def any_form(clause: Clause) -> Clause:
    """What is asked for as it is spelled, in all of its forms."""
    match clause:
        case Fuzzy(form, edits=0, field=field):
            return any_field(parse(form).clause) if field is None else clause
        case Phrase(typed, is_exact=True):
            again = parse(f'"{typed}"').clause
            return replace(again, field=clause.field) if isinstance(again, Phrase | Word | Spellings) else clause
        case _:
            return clause


def wider_days(clause: Clause) -> Clause:
    """Days that begin earlier and end later."""
    if not isinstance(clause, Between):
        return clause
    return Between(*widened(clause.since, clause.until))


def widened(since: date | None, until: date | None) -> tuple[date | None, date | None]:
    """Days that begin earlier and end later, as far as there is a calendar."""
    days = LEAST_DAYS if since is None or until is None else max(LEAST_DAYS, (until - since).days + 1)
    before = None if since is None else date.fromordinal(max(1, since.toordinal() - days))
    after = None if until is None else min(date.max - timedelta(days), until) + timedelta(days)
    return before, after


def any_outlet(clause: Clause) -> Clause:
    """Whoever published it, wherever it is known from."""
    return Everything() if isinstance(clause, Source | Attribute | Length) else clause


WIDER_FORMS = (
    WiderForm(
        "with the words of the phrase anywhere", any_place, 'talks "seize the moment"', "talks AND seize AND moment"
    ),
    WiderForm("with the words in one article, near each other or not", not_near, "peace w/2 talks", "peace AND talks"),
    WiderForm("in the headline or the text", any_field, "title:talks AND kherson", "talks AND kherson"),
    WiderForm("in any of their forms", any_form, '="peace talks" AND kherson', '"peace talks" AND kherson'),
    WiderForm("on wider days", wider_days, "date:2022-11-08..2022-11-09", "date:2022-11-01..2022-11-16"),
    WiderForm("without what is asked of outlets and the like", any_outlet, "talks source:CNN length>900", "talks"),
)
"""Ways to ask for less, the nearest first."""


def wider(form: WiderForm, clause: Clause) -> Clause:
    """The clause where all that can be is asked as this form says; what is excluded stays excluded."""
    if isinstance(clause, Not):
        return clause
    inner = rewritten(clause, lambda part: wider(form, part))
    if isinstance(inner, And):
        kept = [part for part in inner.parts if part != Everything()]
        return conjunction(kept) if kept else Everything()
    return form.widened(inner)


def relaxations(request: Request, today: date | None, count: Callable[[Request], int]) -> tuple[Relaxation, ...]:
    """What asks for less than a request and finds something, the nearest first; `count` says how many it finds."""
    found = ((sentence, wide, count(wide)) for sentence, wide in wider_requests(request, today))
    offered = [Relaxation(sentence, wide, total) for sentence, wide, total in found if total]
    return tuple(offered[:MOST_OFFERED])


def wider_requests(request: Request, today: date | None) -> Iterator[tuple[str, Request]]:
    """Each way to ask for less that changes anything, and what is asked then."""
    clause = read_query(request.typed, today, request.syntax).clause
    if sum(1 for _ in nodes(clause)) <= MOST_NODES:
        for form in WIDER_FORMS:
            wide = wider(form, clause)
            if wide not in (clause, Everything()):
                yield form.sentence, replace(request, typed=written(wide), syntax=None, page=1)
    if request.since or request.until:
        since, until = widened(request.since, request.until)
        yield "on wider days", replace(request, since=since, until=until, page=1)


MOST_NODES = 60
"""A question of more parts is not asked again; the first of its parts are counted all the same."""


def why_nothing(
    engine: Engine, request: Request, today: date | None, count: Callable[[Request], int]
) -> tuple[str, ...]:
    """Sentences: what each part finds alone and the others without it, and what finds something in its place."""
    notes = Notes()
    for part in parts_found(engine, request, today):
        notes.take([PART_FOUND.format(quoted(named(part, request)), f"{part.alone:,}", f"{part.without:,}")])
    for each in relaxations(request, today, count):
        notes.take([WIDER.format(each.sentence, each.request.typed or "the same words", f"{each.total:,}")])
    return notes.sentences()


def named(part: PartFound, request: Request) -> str:
    """What a part of a request is called."""
    if part.choice is not None:
        return f"{'not ' if part.choice.is_excluded else ''}{part.choice.facet} {part.choice.value or 'unknown'}"
    return part.written or " to ".join(str(day) for day in (request.since, request.until) if day)
