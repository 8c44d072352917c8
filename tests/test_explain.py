"""Why an article ranks where it does, or does not match."""

from datetime import date

import pytest

from index.article import Article, Published
from index.errors import ArticleMissing
from search.article.days_named import DaysNamed
from search.explain import DaysAsked, ScoreShare, explain
from search.find import LOOSENED, find
from search.request import Request
from tests.scan_engine import ScanEngine

NEWS = ScanEngine(
    [
        Article("a", "/a.txt", "Peace talks", True, "Seize the moment for peace."),
        Article("b", "/b.txt", "War", True, "Not a moment of peace."),
        Article("c", "/c.txt", "Zebras", True, "A day at the zoo."),
    ]
)


@pytest.mark.parametrize("typed", ["peace moment", "peace moment peace seize zoo"])
def test_its_parts_are_the_score(typed: str) -> None:
    explanation = explain(NEWS, "b", typed)
    hits = {hit.id: hit for hit in find(NEWS, Request(typed)).hits}
    assert explanation.score == pytest.approx(hits["b"].score)
    assert sum(score for _, score in explanation.parts) == pytest.approx(explanation.score)
    assert (explanation.rank, explanation.total, explanation.failed) == (hits["b"].rank, len(hits), ())


def test_it_says_where_each_word_stands() -> None:
    shares = explain(NEWS, "a", "peace moment").shares
    assert {share.leaf: share.fields for share in shares} == {"peace": ("title", "body"), "moment": ("body",)}


def test_it_says_which_words_a_pattern_stands_for() -> None:
    shares = explain(NEWS, "a", "title:t*ks OR pace~ OR *o* OR peace").shares
    assert {share.leaf: (share.fields, share.forms) for share in shares} == {
        "title:t*ks": (("title",), ("talks",)),
        "pace~1": (("title", "body"), ("peace",)),
        "*o*": (("body",), ("moment", "for")),
        "peace": (("title", "body"), ("peace",)),
    }


def test_it_says_in_which_spellings_a_name_stands() -> None:
    engine = ScanEngine(
        [Article("a", "/a.txt", "In Kyiv", True, "Kyiv, not Kiev."), Article("b", "/b.txt", "", True, "Kiew")]
    )
    (share,) = explain(engine, "a", "kiev").shares
    assert (share.leaf, share.fields, share.forms) == ("kiev", ("title", "body"), ("kyiv", "kiev"))


def test_it_says_how_much_a_word_brings_for_its_own_forms() -> None:
    bodies = ["The negotiators negotiated.", "A negotiation began.", "Rain."]
    engine = ScanEngine([Article(str(place), f"/{place}.txt", "", True, body) for place, body in enumerate(bodies)])
    (own,), (kin,) = (explain(engine, id, "negotiators").shares for id in ("0", "1"))
    assert (own.forms, kin.forms, kin.family) == (("negotiators", "negotiated"), ("negotiation",), 0.0)
    alone = explain(engine, "0", '"negotiators"').shares[0]
    assert own.family is not None
    assert (alone.family is None, 0 < own.family < own.score) == (False, True)


def test_it_says_which_clauses_an_article_fails() -> None:
    explanation = explain(NEWS, "b", "peace talks -war")
    assert (explanation.failed, explanation.rank, explanation.score) == (("NOT war",), None, 0.0)
    assert ScoreShare("talks", 0.0, (), (), 0.0) in explanation.shares


def test_it_explains_the_loosened_query_when_that_is_what_was_answered() -> None:
    explanation = explain(NEWS, "c", "zebras peace")
    assert (explanation.failed, LOOSENED in explanation.notes, explanation.read_as) == ((), True, "zebras OR peace")


def test_it_says_that_there_is_no_such_article() -> None:
    with pytest.raises(ArticleMissing, match="no article has the id “nowhere”"):
        explain(NEWS, "nowhere", "peace")


def test_it_says_what_somebody_said_brings() -> None:
    news = ScanEngine([Article("q", "/q.txt", "Peace", True, "“Peace,” Mark Milley said.")])
    shares = explain(news, "q", "speaker:Milley peace").shares
    assert [(share.leaf, share.fields, share.forms) for share in shares] == [
        ("speaker:Milley AND peace", ("body",), ())
    ]
    assert explain(news, "q", "speaker:Milley war").failed == ("speaker:Milley AND war",)


DATED = Article(
    "d", "/d.txt", "Talks", True, "On Wednesday he spoke, and again on Nov. 9. Talks begin on Friday, or in 2023.",
    published=Published(date(2022, 11, 10), date(2022, 11, 10), "day", "stated", "2022-11-10"),
)  # fmt: skip
WEDNESDAY = DaysNamed(date(2022, 11, 9), date(2022, 11, 9), 2, ("Wednesday", "Nov. 9"))
FRIDAY = DaysNamed(date(2022, 11, 11), date(2022, 11, 11), 1, ("Friday",))
NEXT_YEAR = DaysNamed(date(2023, 1, 1), date(2023, 12, 31), 1, ("2023",))


def test_it_says_with_which_words_an_article_names_the_days_that_are_asked_for() -> None:
    explanation = explain(ScanEngine([DATED]), "d", "about:2022-11-09 OR about:2022-11")
    assert explanation.days == (
        DaysAsked("about:2022-11-09", (WEDNESDAY,), ()),
        DaysAsked("about:2022-11", (WEDNESDAY, FRIDAY), ()),
    )
    assert (explanation.failed, explanation.shares) == ((), ())


@pytest.mark.parametrize(
    ("asked", "others"),
    [
        ("about:2022-11-12", (FRIDAY, WEDNESDAY, NEXT_YEAR)),
        ("about:2024..", (NEXT_YEAR, FRIDAY, WEDNESDAY)),
        ("about:..2022-11-08", (WEDNESDAY, FRIDAY, NEXT_YEAR)),
        ("about:2023-05", (FRIDAY, WEDNESDAY, NEXT_YEAR)),
    ],
)
def test_it_says_which_other_days_an_article_names_instead(asked: str, others: tuple[DaysNamed, ...]) -> None:
    (written,) = explain(ScanEngine([DATED]), "d", asked).failed
    (days,) = explain(ScanEngine([DATED]), "d", asked).days
    assert days == DaysAsked(written, (), others)


def test_it_says_that_an_article_names_no_day_and_nothing_of_what_is_not_wanted() -> None:
    assert explain(NEWS, "a", "peace about:2022").days == (DaysAsked("about:2022", (), ()),)
    assert explain(NEWS, "a", "peace -about:2022").days == ()


def test_a_weight_counts_a_word_so_many_times() -> None:
    (once,), (thrice,) = explain(NEWS, "a", "peace").shares, explain(NEWS, "a", "peace^3").shares
    assert thrice.score == pytest.approx(3 * once.score)
    assert (once.leaf, thrice.leaf) == ("peace", "peace")
