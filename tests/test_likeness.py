"""Articles like one: those that share the words that say most of it, whichever engine is asked."""

from dataclasses import replace

import pytest

from search.clauses import Nothing
from search.correction.parts_found import parts_found
from search.engine import Engine
from search.find import find
from search.language.parser import parse
from search.likeness.heaviest_words import heaviest_words
from search.likeness.like_reading import read_for
from search.request import Request
from tests.built_index import built
from tests.operator_corpus import NEWS, TODAY
from tests.scan_engine import ScanEngine

SCANNED = ScanEngine(NEWS)


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The same articles in an index of two segments."""
    return built(tmp_path_factory.mktemp("likeness"), [NEWS[:4], NEWS[4:]])


def test_words_are_heavy_that_are_often_in_it_and_rarely_elsewhere_but_not_nowhere() -> None:
    assert [word.typed for word in heaviest_words(SCANNED, NEWS[6], 5)] == ["apple"]
    words = [word.typed for word in heaviest_words(SCANNED, NEWS[1], 4)]
    assert words == ["peace", "talks", "oil", "prices"]  # and not third, which no other has


ASKED = [
    ("like:a2", ["a3", "a4", "a9"]),
    ("like:a7", ["a8"]),
    ("oil like:a4", ["a2", "a3"]),
    ("like:a2 OR source:CNN", ["a1", "a3", "a4", "a5", "a9"]),
    ("-like:a2 date:2022-11", ["a1", "a2", "a8"]),
    ("like:nobody", []),
    ("like:nobody OR apple", ["a7", "a8"]),
    ("like:nobody apple", []),
]


@pytest.mark.parametrize(("typed", "ids"), ASKED)
def test_it_finds_what_shares_them_and_not_itself_in_every_engine(typed: str, ids: list[str], indexed: Engine) -> None:
    for engine in (SCANNED, indexed):
        results = find(engine, Request(typed, copies="all", words="all"), TODAY)
        assert sorted(hit.id for hit in results.hits) == ids, results.read_as
        assert parse(results.read_as, TODAY).clause == read_for(engine, typed, TODAY).clause


def test_it_says_when_no_article_has_the_id_and_takes_the_beginning_of_one() -> None:
    results = find(SCANNED, Request("like:nobody", copies="all"), TODAY)
    assert results.notes == ("no article is like “nobody”: none here has this id, or nothing else has its words",)
    long = ScanEngine([replace(article, id=article.id * 8) for article in NEWS])
    assert read_for(long, "like:a7a7").clause == read_for(long, "like:" + "a7" * 8).clause != Nothing()


def test_what_it_finds_alone_is_counted_where_nothing_is_found() -> None:
    found = parts_found(SCANNED, Request("zebra like:a7"), TODAY)
    assert [part.alone for part in found if part.written != "zebra"] == [2, 8]
