"""Where nothing is found: what each part finds, and what asks for less and finds something."""

from datetime import date
from pathlib import Path

import pytest

from index.article import Article, Published
from search.correction.relaxations import WIDER_FORMS, WiderForm, relaxations, wider, wider_requests
from search.find import explained, find
from search.language.parser import parse
from search.language.serializer import written
from search.request import Request
from search.results import results_object
from tests.scan_engine import ScanEngine
from tests.test_command import dateline, place

__all__ = ["place"]
TODAY = date(2022, 11, 30)


@pytest.mark.parametrize("form", WIDER_FORMS, ids=lambda form: form.sentence)
def test_each_way_to_ask_for_less_does_so(form: WiderForm) -> None:
    assert written(wider(form, parse(form.example, TODAY).clause)) == form.becomes


def test_the_words_of_a_phrase_are_words_whatever_they_look_like() -> None:
    anywhere = WIDER_FORMS[0]
    widened = [written(wider(anywhere, parse(typed).clause)) for typed in ('oil "w/5"', '"the or of"', '"a:b and c"')]
    assert widened == ["oil AND w AND 5", "the AND or AND of", "b AND c"]


@pytest.mark.parametrize("typed", ['-"a b"', "NOT title:x", "talks -source:CNN", "talks"])
def test_what_is_excluded_stays_excluded(typed: str) -> None:
    assert list(wider_requests(Request(typed), TODAY)) == []


def article(number: int, body: str, source: str) -> Article:
    """An article of a day."""
    day = date(2022, 11, number)
    return Article(
        f"a{number}",
        f"/{number}",
        f"Number {number}",
        True,
        body,
        source,
        published=Published(day, day, "day", "stated", ""),
    )


NEWS = ScanEngine(
    [article(1, "Peace came before long talks.", "CNN"), article(20, "Talks of peace. Other talks failed.", "Reuters")]
)


def offered(typed: str, **around: object) -> list[tuple[str, str, int]]:
    """What asks for less and finds something."""
    request = Request(typed, copies="all", **around)  # type: ignore[arg-type]
    found = relaxations(request, TODAY, lambda other: find(NEWS, other, TODAY).total)
    return [(each.sentence, each.request.typed, each.total) for each in found]


def test_only_what_finds_something_is_offered_with_how_much() -> None:
    assert offered('"peace talks" source:CNN') == [
        ("with the words of the phrase anywhere", "peace AND talks AND source:CNN", 1),
    ]
    assert offered("peace w/1 talks date:2022-11-02..2022-11-03") == [("on wider days", "", 0)] or offered(
        "peace talks source:BBC"
    )[0] == ("without what is asked of outlets and the like", "peace AND talks", 2)


def test_days_around_the_words_are_widened_too() -> None:
    day = date(2022, 11, 25)
    assert offered("peace", since=day, until=day) == [("on wider days", "peace", 1)]
    assert offered("peace", until=date.min) == []


def test_programs_and_the_terminal_learn_what_each_part_finds(place: Path) -> None:
    results = explained(NEWS, find(NEWS, Request('"peace talks" source:CNN', copies="all"), TODAY), TODAY)
    notes = [note for note in results_object(results)["notes"] if note["kind"] == "nothing found"]  # type: ignore[attr-defined]
    assert [(note["text"], note["from"], note["to"]) for note in notes] == [
        ('“"peace talks"” alone finds 0; without it, the rest finds 1', 0, 13),
        ("“source:CNN” alone finds 1; without it, the rest finds 0", 14, 24),
        ("with the words of the phrase anywhere:  peace AND talks AND source:CNN  finds 1", None, None),
    ]
    answer = dateline("search", '"seize talks" source:CNN', cwd=place)
    assert answer.returncode == 1
    assert "“source:CNN” alone finds " in answer.stderr
    assert "with the words of the phrase anywhere:  " in answer.stderr


def test_what_finds_something_has_no_such_notes() -> None:
    results = find(NEWS, Request("peace", copies="all"), TODAY)
    assert explained(NEWS, results, TODAY) is results
