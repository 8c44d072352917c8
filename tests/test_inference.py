"""When an undated article was published, from its words and from dated articles of its story."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article, Published
from index.date_inference.events import events_of, named_beside, reading_of
from index.date_inference.inference import (
    DISPUTED,
    DOUBTED,
    EARLIEST,
    GUESSED,
    LATEST,
    LONGEST_RANGE,
    SHORTEST_RANGE,
    SURE,
    Neighbour,
    inferred,
    likeliest,
)
from index.ingest.extract import articles_in

SEEDS = Path(__file__).parent.parent / "seeds"
WEDNESDAY = date(2022, 11, 9)


def neighbour(body: str, day: date | None = None, last: date | None = None) -> Neighbour:
    """An article of the story."""
    return Neighbour(body, Published(day, last or day, "day", "stated", str(day)) if day else None)


def the_seeds() -> list[Article]:
    """The five, which tell one story."""
    found = [article for path in sorted(SEEDS.glob("*.txt")) for article in articles_in(path)]
    return [article for article in found if isinstance(article, Article)]


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        (1, date(2022, 11, 10), date(2022, 11, 13)),
        (3, date(2022, 11, 13), date(2022, 11, 20)),
        (4, date(2022, 11, 14), date(2022, 11, 16)),
    ],
)
def test_the_undated_seeds_come_out(number: int, first: date, last: date) -> None:
    seeds = the_seeds()
    others = [Neighbour(seed.body, seed.published) for place, seed in enumerate(seeds) if place != number]
    found = inferred(seeds[number].body, others)
    assert found is not None
    assert (first <= found.first <= found.last <= last, found.how) == (True, "inferred")
    assert "Economic Club of New York" in found.evidence


SPEECH = neighbour("He spoke at the Economic Club of New York on Wednesday.", date(2022, 11, 10))


@pytest.mark.parametrize(
    ("body", "first", "last"),
    [
        ("He spoke at the Economic Club of New York last week.", date(2022, 11, 13), date(2022, 11, 19)),
        ("He spoke at the Economic Club of New York yesterday.", date(2022, 11, 9), date(2022, 11, 11)),
        ("He will speak at the Economic Club of New York tomorrow.", date(2022, 11, 8), date(2022, 11, 10)),
    ],
)
def test_an_event_that_another_article_dates_tells_the_day(body: str, first: date, last: date) -> None:
    found = inferred(body, [SPEECH])
    assert found is not None
    assert first <= found.first <= found.last <= last


def test_it_gives_the_words_that_show_it() -> None:
    found = inferred("He spoke at the Economic Club of New York yesterday, and on Nov. 7 in Ohio.", [SPEECH])
    assert found is not None
    assert found.evidence == (
        "Nov. 7; “yesterday” beside “Economic Club of New York”, which another article dates 2022-11-09"
    )


ON_THURSDAY = "The talks failed on Thursday, he said, and on Wednesday he had left."


def test_a_day_that_is_past_lies_before() -> None:
    found = inferred(ON_THURSDAY, [neighbour("", date(2022, 11, 11))])
    assert found is not None
    assert found.first <= date(2022, 11, 11) <= found.last


DAYS_APART = [neighbour("", day) for day in (date(2022, 11, 11), date(2022, 11, 11), date(2022, 11, 30))]


@pytest.mark.parametrize(
    ("body", "others", "confidence"),
    [
        (ON_THURSDAY, DAYS_APART[:1], SURE),
        (ON_THURSDAY, DAYS_APART[:2], SURE),
        ("It failed on Thursday. He left on Monday and is to return on Saturday.", DAYS_APART[:1], DOUBTED),
        (ON_THURSDAY, DAYS_APART, DISPUTED),
        (ON_THURSDAY, [*DAYS_APART, *[neighbour("", date(2022, 9, 1))] * 2], GUESSED),
    ],
    ids=["one article agrees", "two agree", "the text does not", "one article does not", "most do not"],
)
def test_it_is_the_surer_the_more_agrees(body: str, others: list[Neighbour], confidence: float) -> None:
    found = inferred(body, others)
    assert found is not None
    assert found.confidence == confidence


NOTHING = [
    ("no other article", ON_THURSDAY, []),
    ("no dated one", ON_THURSDAY, [neighbour(ON_THURSDAY)]),
    ("none of one day", ON_THURSDAY, [neighbour(ON_THURSDAY, date(2022, 11, 1), date(2022, 11, 30))]),
    ("no word of a day", "The talks failed, he said.", [SPEECH]),
    ("nothing but what is far away", "In 2019 and on May 5, 2021, the talks failed.", [SPEECH]),
    ("no calendar", ON_THURSDAY, [neighbour("", date.max)]),
    ("too little", "He will say next week that they failed.", [SPEECH]),
]


@pytest.mark.parametrize(("body", "others"), [case[1:] for case in NOTHING], ids=[case[0] for case in NOTHING])
def test_it_says_nothing_when_there_is(body: str, others: list[Neighbour]) -> None:
    assert inferred(body, others) is None


def test_articles_that_date_a_name_differently_date_no_event() -> None:
    one, other = "They met in Ford Hall on Monday.", "They met in Ford Hall on Tuesday."
    assert events_of([(one, WEDNESDAY)]) == {"Ford Hall": date(2022, 11, 7)}
    assert events_of([(one, WEDNESDAY), (other, WEDNESDAY)]) == {}


def test_people_offices_and_subjects_are_no_events() -> None:
    text = "Secretary of State Antony Blinken met the Bank of England on Monday. " + "The Ford Hall. " * 3
    assert list(named_beside(reading_of(text + "They met in the Ford Hall on Friday."))) == []
    assert list(named_beside(reading_of("They met at the University of Ohio on Friday."))) == [
        (0, "University of Ohio")
    ]


@given(st.lists(st.floats(0.01, 1), min_size=SHORTEST_RANGE, max_size=12))
def test_the_likeliest_days_are_the_shortest_run_that_is_likely_enough(weights: list[float]) -> None:
    first, last = likeliest(weights)
    shorter = last - first
    enough = 0.9 * sum(weights)
    assert sum(weights[first : last + 1]) >= enough - 1e-9
    if shorter + 1 > SHORTEST_RANGE:
        starts = range(len(weights) - shorter + 1)
        assert all(sum(weights[start : start + shorter]) < enough + 1e-9 for start in starts)


WORDS = st.sampled_from(
    str.split("Nov. 9 2022 Friday last week yesterday tomorrow said will Ford Hall Monday . , on in")
)
bodies = st.lists(WORDS, max_size=15).map(" ".join)


@given(
    bodies,
    st.lists(st.builds(neighbour, bodies, st.none() | st.dates(date(2022, 10, 1), date(2022, 12, 1))), max_size=4),
)
def test_what_it_says_lies_near_the_others(body: str, others: list[Neighbour]) -> None:
    found = inferred(body, others)
    days = [other.published.first for other in others if other.published]
    if found:
        assert SHORTEST_RANGE <= (found.last - found.first).days + 1 <= LONGEST_RANGE
        assert 0 < found.confidence <= SURE
        assert min(days) + timedelta(EARLIEST) <= found.first <= found.last <= max(days) + timedelta(LATEST)


@pytest.mark.parametrize(
    ("piece", "last"),
    [("A", None), ("Aa ", None), ("Ford Hall on Friday ", date(2022, 11, 11)), ("of ", None), ("Friday. ", None)],
)
def test_it_infers_from_a_million_characters_what_it_does_from_a_few(piece: str, last: date | None) -> None:
    body = (piece * 1_000_000)[:1_000_000]
    found = inferred(body, [neighbour(body, WEDNESDAY)])
    assert found == inferred(piece * 100, [neighbour(piece * 100, WEDNESDAY)])
    assert (found and found.last) == last
