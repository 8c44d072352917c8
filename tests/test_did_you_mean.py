"""What was mistyped, over an index in which right words are far more frequent than slips."""

from collections.abc import Mapping, Sequence

import pytest

from index.article import Article
from search.correction import likely_words as likely_words_module
from search.correction.likely_words import likely_words
from search.find import find
from search.request import Request
from search.results import results_object
from search.whoosh_engine import WhooshEngine
from tests.built_index import built


def article(id: str, body: str) -> Article:
    """An article of these words."""
    return Article(id, f"/news/{id}.txt", "News", True, body)


NEWS = [
    *(article(f"g{number}", "The government spoke of immigration in New York.") for number in range(400)),
    *(article(f"w{number}", "The weather stayed fine; the mayor was glad.") for number in range(40)),
    article("slip", "A goverment office closed."),
    article("name", "Mr Quizlet played the lute."),
    *(article(f"s{number}", "A successful and definite answer, as they define it.") for number in range(9)),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> WhooshEngine:
    """An index of them."""
    return built(tmp_path_factory.mktemp("index"), [NEWS])


def test_what_finds_nothing_is_answered_by_what_was_meant_and_says_so(engine: WhooshEngine) -> None:
    results = find(engine, Request("Goverment imigration"))
    assert (results.with_all_words, results.read_as) == (400, "Government AND immigration")
    assert results.corrected is not None
    assert (results.corrected.query, results.corrected.insisting) == (
        "Government immigration",
        "=Goverment =imigration",
    )
    assert results.request.typed == "Goverment imigration"
    assert find(engine, Request(results.corrected.insisting)).corrected is None


def test_what_finds_something_is_answered_and_the_other_offered_with_its_count(engine: WhooshEngine) -> None:
    results = find(engine, Request("goverment"))
    assert ([hit.id for hit in results.hits], results.corrected) == (["slip"], None)
    assert results_object(results)["did_you_mean"] == {"query": "government", "total": 400}


NOTHING_TO_MEND = [
    '"goverment"',
    "=goverment",
    "goverment*",
    "weather -goverment",
    "government",
    "Quizlet",
    "zzzz",
    "*",
    "",
]


@pytest.mark.parametrize("typed", NOTHING_TO_MEND)
def test_nothing_is_made_of_what_is_quoted_exact_excluded_or_right(engine: WhooshEngine, typed: str) -> None:
    results = find(engine, Request(typed))
    assert (results.corrected, results.did_you_mean) == (None, None)


def test_a_word_in_quotation_marks_stays_beside_one_that_is_mended(engine: WhooshEngine) -> None:
    results = find(engine, Request('"the mayor" wether'))
    assert results.corrected is not None
    assert results.corrected.query == '"the mayor" weather'


def test_filters_and_fields_stay_as_they_are(engine: WhooshEngine) -> None:
    results = find(engine, Request("body:imigration since:2020"))
    assert results.corrected is None  # no article has a date
    assert results_object(find(engine, Request("body:imigration")))["corrected"] == "body:immigration"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("imigration", ["immigration"]),
        ("wheather", ["weather"]),
        ("newyork", ["new york"]),
        ("mayro", ["mayor"]),
        ("successfull", ["successful"]),  # filed with it by its ending alone
        ("definate", ["definite"]),  # and this with define
        ("government", []),
        ("lute", []),  # as rare as can be, and a word
        ("f16", []),
        ("fin", []),  # too short to tell
    ],
)
def test_the_likeliest_word_comes_first(engine: WhooshEngine, typed: str, meant: Sequence[str]) -> None:
    assert [word.text for word in likely_words(engine, typed)][:1] == meant


def test_of_a_query_of_very_many_words_the_first_are_looked_at(engine: WhooshEngine) -> None:
    results = find(engine, Request(" ".join(f"imigration{letter}" for letter in "abcdefghij")))
    assert results.corrected is not None
    assert results.corrected.query == "immigration " * 8 + "imigrationi imigrationj"


def test_in_another_dialect_what_was_meant_is_offered_and_not_answered_at_once(engine: WhooshEngine) -> None:
    results = find(engine, Request("goverment w/5 imigration", syntax="nexis"))
    assert results.corrected is None
    assert results_object(results)["did_you_mean"] == {"query": "government w/5 immigration", "total": 400}


FORMS = ["goverment", "imigration", "mayer", "mayor", "defines", "offise", "weathers", "spoken"]


@pytest.mark.parametrize("form", FORMS)
def test_what_may_be_meant_does_not_depend_on_what_is_looked_up_first(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    found = likely_words(engine, form)
    monkeypatch.setattr(likely_words_module, "may_be_slip", lambda *_: True)
    assert likely_words(engine, form) == found


@pytest.mark.parametrize("common", ["government", "weather"])
def test_words_near_a_common_one_are_not_looked_for(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch, common: str
) -> None:
    near, looked = engine.forms_near, []

    def noted(form: str, edits: int, fewest: int = 1) -> Mapping[str, int]:
        looked.append((form, edits))
        return near(form, edits, fewest)

    monkeypatch.setattr(engine, "forms_near", noted)
    assert likely_words(engine, common) == []
    assert looked == [(common, 0)]
