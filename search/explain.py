"""Why an article ranks where it does, or why it does not match; asked of the engine alone, so never out of step."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from index.analysis import forms, stem
from index.article import Article
from index.errors import no_article
from search.article.days_named import DaysNamed, days_named
from search.article.missing_quotes import unheard_in
from search.bm25f import FAMILY_SHARE, NOTHING_BESIDE, Beside
from search.clause_walks import days_wanted, in_field, times_asked
from search.clauses import (
    About,
    And,
    AtLeast,
    Cased,
    Clause,
    Field,
    Fuzzy,
    Identified,
    Lead,
    Leaf,
    Near,
    NotNear,
    Phrase,
    Prefix,
    Said,
    SameStem,
    Speaker,
    Spellings,
    Wildcard,
    Word,
)
from search.engine import Engine
from search.find import best_answer
from search.fuzzy_and_wildcards import FormTest, form_test
from search.highlight.date_marks import lies_in
from search.language.serializer import written
from search.likeness.like_reading import read_for
from search.query import Query, Syntax
from search.request import Request

RANKED = 10_000
"""How far down an article is looked for; further down its rank is not given."""


@dataclass(frozen=True, slots=True)
class ScoreShare:
    """What one leaf of the query brings to the score of an article, and the fields in which it stands."""

    leaf: str
    """As it is written in a query."""
    score: float
    fields: tuple[Field, ...]
    forms: tuple[str, ...] = ()
    """The words of the article that a pattern, a name with several spellings or a word with a ring stands for, the most
    frequent first."""
    family: float | None = None
    """How much of the score a word brings for its own forms, beside what it brings with the others of its ring; None
    when it has no others."""


@dataclass(frozen=True, slots=True)
class DaysAsked:
    """Days that the query wants named, and those that an article names."""

    asked: str
    """As they are written in a query."""
    named: tuple[DaysNamed, ...]
    """Those among them that it names, in the order of the calendar."""
    others: tuple[DaysNamed, ...]
    """Where it names none of them, those that it does name, the nearest first."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How an article answers a query."""

    article: Article
    read_as: str
    notes: tuple[str, ...]
    rank: int | None
    """1 is the first; None when the article does not match, or stands below RANKED."""
    total: int
    score: float
    """The sum of the parts; 0 when the article does not match."""
    shares: tuple[ScoreShare, ...]
    """One for each leaf, best first; those that the article does not hold have the score 0."""
    days: tuple[DaysAsked, ...]
    """One for each time that the query asks what days are named; what stands under NOT is not among them."""
    failed: tuple[str, ...]
    """The clauses that the article would have to match and does not; empty when it matches."""
    beside: Beside = NOTHING_BESIDE
    """What it gets for how and where its words stand; nothing when it is not among the first."""

    @property
    def parts(self) -> tuple[tuple[str, float], ...]:
        """The score by what it is for, each under its name."""
        own = sum(share.family or 0.0 for share in self.shares)
        return (
            ("words", sum(share.score for share in self.shares) - own),
            ("own forms", own),
            ("side by side", self.beside.closeness),
            ("in the title", self.beside.title),
            ("in the lead", self.beside.lead),
            ("meaning", self.beside.meaning),
            ("neighbours", self.beside.neighbours),
        )


def explain(
    engine: Engine, id: str, typed: str, today: date | None = None, syntax: Syntax | None = None
) -> Explanation:
    """How the article with this id answers what was typed, as `find` reads it; raises ArticleMissing."""
    found = engine.fetch([id])
    if not found:
        raise no_article(id)
    reading = read_for(engine, typed, today, syntax)
    answer = best_answer(engine, reading, Request(typed, copies="all"), limit=RANKED)
    ranks = {candidate.id: rank for rank, candidate in enumerate(answer.matches.candidates, 1)}
    beside = next((each.beside for each in answer.matches.candidates if each.id == id), NOTHING_BESIDE)
    failed = failures(engine, id, answer.clause)
    scoring = Scoring(engine, id, reading.has_few_words)
    shares = [share(scoring, found[0], leaf, times) for leaf, times in times_asked(answer.clause).items()]
    return Explanation(
        article=found[0],
        read_as=written(answer.clause),
        notes=(*answer.notes, *(unheard_in(engine, answer.clause, found[0]) if failed else ())),
        rank=ranks.get(id),
        total=answer.matches.total,
        score=0.0 if failed else sum(share.score for share in shares) + beside.total,
        shares=tuple(sorted(shares, key=lambda share: -share.score)),
        days=tuple(days_asked(found[0], days) for days in days_wanted(answer.clause)),
        failed=failed,
        beside=beside,
    )


def explanation_object(explanation: Explanation) -> dict[str, object]:
    """How an article answers a query, as JSON."""
    return {
        "read_as": explanation.read_as,
        "matches": not explanation.failed,
        "failed": list(explanation.failed),
        "rank": explanation.rank,
        "total": explanation.total,
        "score": round(explanation.score, 4),
        "parts": {name: round(score, 4) for name, score in explanation.parts},
        "words": [
            {"text": each.leaf, "score": round(each.score, 4), "fields": list(each.fields), "forms": list(each.forms)}
            for each in explanation.shares
        ],
        "notes": list(explanation.notes),
    }


@dataclass(frozen=True, slots=True)
class Scoring:
    """How an engine scores one article for a query."""

    engine: Engine
    id: str
    few_words: bool

    def score(self, leaf: Leaf) -> float:
        """What a leaf brings to the article that stands once in a query; 0 when the article does not hold it."""
        alone = Query(And((Identified(self.id), leaf)), few_words=self.few_words)
        found = self.engine.match(alone, 1).candidates
        return found[0].score - found[0].beside.total if found else 0.0


def share(scoring: Scoring, article: Article, leaf: Leaf, times: int) -> ScoreShare:
    """What one leaf, which is asked for so often, brings to this article."""
    engine, id = scoring.engine, scoring.id
    holding: list[Field] = [field for field in fields_of(leaf) if matches(engine, id, in_field(leaf, field))]
    own = own_share(scoring, leaf)
    return ScoreShare(
        written(leaf),
        times * scoring.score(leaf),
        tuple(holding),
        forms_of(article, leaf),
        None if own is None else times * own,
    )


def own_share(scoring: Scoring, leaf: Leaf) -> float | None:
    """What a word with a ring brings to the article for its own forms; None of other leaves."""
    if not (isinstance(leaf, Word | Spellings) and leaf.ring):
        return None
    return FAMILY_SHARE * scoring.score(leaf.family)


def forms_of(article: Article, leaf: Leaf) -> tuple[str, ...]:
    """The forms in the article that a pattern or a name with several spellings stands for, the most frequent first."""
    test = test_of(leaf)
    if test is None:
        return ()
    texts: dict[Field, str] = {"title": article.title, "body": article.body}
    counts = Counter(form for field in fields_of(leaf) for form in forms(texts[field]))
    return tuple(form for form, _ in counts.most_common() if test(form))


def test_of(leaf: Leaf) -> FormTest | None:
    """Whether the leaf stands for a form; None of a leaf that stands for no others than were typed."""
    match leaf:
        case Word(ring=(_, *_)):
            return test_of(leaf.in_one)
        case Spellings(terms=terms, runs=runs, ring=ring):
            shown = {*terms, *ring, *(term for run in runs for term in run)}
            return lambda form: stem(form) in shown
        case Prefix() | Wildcard() | Fuzzy() | SameStem():
            return form_test(leaf)
        case Word() | Phrase() | Said() | Speaker():
            return None
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            return None
        case _:
            assert_never(leaf)


def fields_of(leaf: Leaf) -> tuple[Field, ...]:
    """The fields that a leaf looks in."""
    return ("title", "body") if leaf.field is None else (leaf.field,)


def days_asked(article: Article, days: About) -> DaysAsked:
    """Which of the days that are asked for an article names, or else which others."""
    every = days_named(article)
    named = tuple(each for each in every if lies_in(each.first, each.last, days))
    nearest = () if named else tuple(sorted(every, key=lambda each: days_apart(each, days)))
    return DaysAsked(written(days), named, nearest)


def days_apart(named: DaysNamed, days: About) -> int:
    """How many days that are named reach beyond those that are asked for, or lie between them and those."""
    before = (days.first - named.first).days if days.first else 0
    after = (named.last - days.last).days if days.last else 0
    return max(before, after)


def failures(engine: Engine, id: str, clause: Clause) -> tuple[str, ...]:
    """The parts of a clause that this article would have to match and does not."""
    if matches(engine, id, clause):
        return ()
    if isinstance(clause, And):
        return tuple(failure for part in clause.parts for failure in failures(engine, id, part))
    return (written(clause),)


def matches(engine: Engine, id: str, clause: Clause) -> bool:
    """The article matches the clause."""
    return engine.match(Query(And((Identified(id), clause))), 1).total == 1
