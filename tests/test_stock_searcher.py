"""The folder is a Whoosh index: Whoosh's own searcher finds in it the articles that ours finds."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, assert_never

from hypothesis import HealthCheck, given, settings
from whoosh import query as stock
from whoosh.index import open_dir

from index.analysis import forms
from index.article import Article
from index.schema import source_key, stored_article
from search.clauses import (
    About,
    And,
    AtLeast,
    Attribute,
    Between,
    Cased,
    Clause,
    Everything,
    Field,
    Fuzzy,
    Identified,
    InStory,
    Lead,
    Length,
    Near,
    Not,
    Nothing,
    NotNear,
    Or,
    Phrase,
    Prefix,
    Said,
    SameStem,
    Source,
    Speaker,
    Spellings,
    Wildcard,
    Word,
    choices_of,
)
from search.fuzzy_and_wildcards import begins_with
from search.query import Query
from tests.built_index import built
from tests.random_queries import FORMS, SPEECH, corpora, known_to_whoosh
from tests.scan_spans import is_near

KNOWN_FORMS = {*FORMS, *forms(" ".join(SPEECH))}
"""Every form that stands in the articles of `corpora`."""


def in_whoosh(clause: Clause) -> Any:
    """The clause in Whoosh's own query classes."""
    match clause:
        case Word():
            return in_whoosh(clause.in_one)
        case Spellings(terms=terms, field=field, runs=runs, ring=ring):
            single = [stock.Term(name, term) for name in names(field) for term in (*terms, *ring)]
            return stock.Or([*single, *(in_whoosh(Phrase("", run, field)) for run in runs)])
        case Phrase(terms=terms, others=others, field=field):
            ways = list(map(list, product(*choices_of(terms, others))))
            return stock.Or([stock.Phrase(name, way) for name in names(field) for way in ways])
        case Prefix(start=start, field=field) if clause.is_open:
            return stock.Or([stock.Prefix(f"{name}_form", start) for name in names(field)])
        case Prefix(field=field):
            # Whoosh's Prefix leaves open how many letters follow.
            begun = list(filter(begins_with(clause), KNOWN_FORMS))
            return stock.Or([stock.Term(f"{name}_form", known) for name in names(field) for known in begun])
        case Wildcard(pattern=pattern, field=field):
            return stock.Or([stock.Wildcard(f"{name}_form", pattern) for name in names(field)])
        case Fuzzy(form=form, edits=edits, field=field):
            # Whoosh's FuzzyTerm takes two edits at the first letter as well, and exchanges cost it two.
            near = [known for known in KNOWN_FORMS if is_near(form, known, edits)]
            return stock.Or([stock.Term(f"{name}_form", known) for name in names(field) for known in near])
        case Source(name):
            return stock.Term("source", source_key(name))
        case Between(since, until):
            first = datetime.combine(since, time.min) if since else None
            last = datetime.combine(until, time.min) + timedelta(hours=1) if until else None
            return stock.DateRange("published", first, last) if first or last else stock.Every("published")
        case InStory():
            return stock.NullQuery  # the articles here have no stories: Whoosh knows nothing of them
        case Attribute() | Length():
            raise AssertionError("Whoosh is not asked for what is known of articles")
        case About():
            raise AssertionError("Whoosh knows nothing of the days that a text names")
        case Identified(id):
            return stock.Term("id", id)
        case Everything():
            return stock.Every()
        case Nothing():
            return stock.NullQuery
        case And(parts):
            return stock.And([in_whoosh(part) for part in parts])
        case Or(parts):
            return stock.Or([in_whoosh(part) for part in parts])
        case Not(part):
            return stock.And([stock.Every(), stock.Not(in_whoosh(part))])
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            raise AssertionError("Whoosh knows nothing of sentences and paragraphs")
        case SameStem():
            raise AssertionError("Whoosh has no stems of Snowball for forms that have a family")
        case Said() | Speaker():
            raise AssertionError("Whoosh knows nothing of quotations")
        case _:
            assert_never(clause)


def names(field: Field | None) -> list[Field]:
    """The fields that a leaf looks in."""
    return ["title", "body"] if field is None else [field]


def of_one_day(article: Article) -> Article:
    """The article without a story and with a date of one day: Whoosh knows no stories, and no ranges of days."""
    published = article.published
    return replace(article, story=None, published=published and replace(published, last=published.first))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpus=corpora(), clause=known_to_whoosh)
def test_whoosh_finds_what_we_find(corpus: list[Article], clause: Clause) -> None:
    articles = list(map(of_one_day, corpus))
    with TemporaryDirectory() as folder:
        ours = built(Path(folder), [articles[:3], articles[3:]]).match(Query(clause), 100)
        with open_dir(folder).searcher() as searcher:
            # Not normalised: Whoosh's own simplification turns "x AND everything" into everything.
            numbers = searcher.docs_for_query(in_whoosh(clause))
            theirs = sorted(stored_article(searcher.stored_fields(number)["article"]).id for number in numbers)
    assert sorted(candidate.id for candidate in ours.candidates) == theirs
