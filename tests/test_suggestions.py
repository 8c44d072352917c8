"""How a question that is being typed may go on."""

from dataclasses import replace

import pytest

from search.completion.suggestions import MOST_TYPED, opensearch_object, suggestions
from tests.press import PIER, TALKS
from tests.scan_engine import ScanEngine
from tests.test_web import got
from web import create_app

NEWS = (
    replace(
        TALKS,
        id="a",
        body="General Mark Milley urged talks. Milley met Karl Weber of the Milford Institute.",
        title="A",
    ),
    replace(TALKS, id="b", body="The million was paid, Mark Milley said, for a million talks.", title="B"),
    replace(PIER, id="c", body="Nothing of the kind was told to the millers.", title="C", source="Milan Post"),
)
ENGINE = ScanEngine(NEWS)


def test_it_goes_on_with_words_names_and_outlets_of_the_index() -> None:
    assert [(one.typed, one.kind, one.total) for one in suggestions(ENGINE, "peace Mil")] == [
        ("peace milley", "word", 2),
        ("peace milford", "word", 1),
        ("peace millers", "word", 1),
        ("peace million", "word", 1),
        ('peace "Mark Milley"', "name", None),
        ('peace "Milford Institute"', "name", None),
        ('peace source:"Milan Post"', "outlet", 1),
    ]


@pytest.mark.parametrize("typed", ["", " ", "m", "talks ", "***", '"', "source:", "\x00", "\ud800", "?" * 5000])
def test_it_suggests_nothing_where_no_word_has_begun(typed: str) -> None:
    assert suggestions(ENGINE, typed) == ()


@pytest.mark.parametrize("before", ["NOT ", "(peace OR ", '"peace talks" -', "title:"])
def test_it_keeps_what_stands_before_the_word(before: str) -> None:
    assert suggestions(ENGINE, f"{before}mill")[0].typed == f"{before}milley"


def test_each_of_its_words_finds_as_many_articles_as_it_says() -> None:
    for one in suggestions(ENGINE, "mil"):
        found = got(f"/search.json?q=%3D{one.typed}", create_app(ENGINE)).json if one.kind == "word" else None
        assert found is None or found["total"] == one.total


def test_browsers_read_it_at_its_address() -> None:
    answer = got("/suggest?q=mill", create_app(ENGINE))
    assert answer.content_type == "application/x-suggestions+json; charset=utf-8"
    typed, completions, descriptions = answer.get_json(force=True)
    assert (typed, completions[0], descriptions[0]) == ("mill", "milley", "2 articles")
    assert len(completions) == len(descriptions)
    assert got("/suggest", create_app(ENGINE)).get_json(force=True) == ["", [], []]
    assert opensearch_object("x", ()) == ["x", [], []]
    assert len(got(f"/suggest?q={'m' * 9000}", create_app(ENGINE)).get_json(force=True)[0]) == MOST_TYPED
    assert b'type="application/x-suggestions+json"' in got("/opensearch.xml", create_app(ENGINE)).data
