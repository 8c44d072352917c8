"""The five seed articles, as a reader of them would describe them."""

from datetime import date
from pathlib import Path

import pytest

from index.article import Article, Published, Removed
from index.build import update_index
from index.ingest.article_assembly import article_id
from index.ingest.extract import articles_in
from search.find import find
from search.request import Request
from search.snapshots import open_engine

SEEDS = Path(__file__).parent.parent / "seeds"


def seed(number: str) -> Article:
    """The one article of the seed whose name begins so."""
    (path,) = SEEDS.glob(f"{number}_*.txt")
    (article,) = articles_in(path)
    assert isinstance(article, Article)
    return article


def about(article: Article, **known: object) -> Article:
    """An article in the same place with the same body, of which this is known."""
    values: dict[str, object] = {"title_is_stated": True, "language": "en", **known}
    return Article(id=article_id(article.path), path=article.path, body=article.body, **values)  # type: ignore[arg-type]


def test_000_has_a_date_line_a_dateline_and_no_headline() -> None:
    article = seed("000")
    assert article == about(
        article,
        title="During internal conversations about the war in Ukraine, the Americas Chief General…",
        title_is_stated=False,
        source="CNN",
        place="Washington",
        published=Published(date(2022, 11, 12), date(2022, 11, 12), "day", "stated", "date 2022-11-12"),
        removed=(Removed("date 2022-11-12", "date line"), Removed("Washington CNN—", "dateline")),
    )


ERROR_TEXT = (
    Removed("• Oops!", "error text"),
    Removed("Something went wrong.", "error text"),
    Removed("Please try again later.", "error text"),
)


def test_001_has_captions_errors_and_teasers() -> None:
    article = seed("001")
    assert article == about(
        article,
        title="Top U.S. general urges Ukraine-Russia talks, Biden advisers resist",
        source="The New Voice of Ukraine",
        cites=("The New York Times", "The Washington Post"),
        removed=(
            Removed("Mark Milley", "caption said twice"),
            Removed("Mark Milley", "caption said twice"),
            *ERROR_TEXT,
            *ERROR_TEXT,
            Removed("Read also: Will next week’s midterm elections impact US support for Ukraine?", "teaser"),
            Removed("Read also: US announces $400 military aid package for Ukraine", "teaser"),
            Removed("Read also: Head of Pentagon holds talks with British counterpart on supporting Ukraine", "teaser"),
            Removed("Read also: Ukraine will have bipartisan US support until war ends, White House says", "teaser"),
            Removed("Read the original article on The New Voice of Ukraine", "origin"),
        ),
    )


def test_002_is_under_icons_and_a_time() -> None:
    article = seed("002")
    icons = article.removed[0]
    title = "White House divided on pushing for peace in Ukraine – NYT"
    assert (icons.rule, icons.text[:34]) == ("icon names", "icon bookmark-bicon bookmarkicon c")
    assert article == about(
        article,
        title=title,
        published=Published(date(2022, 11, 11), date(2022, 11, 11), "day", "stated", "11 Nov, 2022 10:53"),
        cites=("The New York Times",),
        removed=(icons, Removed("11 Nov, 2022 10:53", "date line"), Removed(title, "repeated title")),
    )


def test_003_has_labels_with_nothing_and_a_disclaimer() -> None:
    article = seed("003")
    disclaimer = article.removed[-1]
    assert disclaimer.text.startswith("We remind our readers that publication of articles on our site does not mean")
    assert disclaimer.text.endswith("informed on as wide a spectrum of views as possible.")
    assert article == about(
        article,
        title="CNN reports the State Department is on the ‘opposite side of the pole’ as Milley, who says now is a "
        "good time for peace talks",
        cites=("CNN",),
        removed=(
            Removed("Posted on", "empty label"),
            Removed("Categories", "glued label"),
            Removed(disclaimer.text, "disclaimer"),
        ),
    )


def test_004_speaks_of_its_own_reporting() -> None:
    article = seed("004")
    assert article == about(
        article,
        title="Biden administration working to clear Milley’s memos on Ukraine diplomacy",
        source="CNN",
    )


BODIES = [
    ("000", 19, "During internal conversations about the war", "hesitation in our support as we move forward."),
    ("001", 17, "Gen. Mark A. Milley, chairman of the Joint", "• peace guarantees."),
    ("002", 9, "A top US general reportedly believes", "when it has a different president."),
    ("003", 9, "While Chairman of the Joint Chiefs of Staff", "The command is set to open in 2023."),
    ("004", 16, "The Biden administration is working to", "more questions about the war in Ukraine."),
]


@pytest.mark.parametrize(("number", "count", "first", "last"), BODIES)
def test_its_body_is_the_article(number: str, count: int, first: str, last: str) -> None:
    body = seed(number).body
    assert (len(body.split("\n\n")), body[: len(first)], body[-len(last) :]) == (count, first, last)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_no_word_of_it_is_lost(number: str) -> None:
    article = seed(number)
    stated = article.title if article.title_is_stated else ""
    found = " ".join([stated, article.body, *(removed.text for removed in article.removed)])
    assert sorted("".join(found.split())) == sorted("".join(Path(article.path).read_text(encoding="utf-8").split()))


def test_the_five_conditions_stay() -> None:
    assert [paragraph for paragraph in seed("001").body.split("\n\n") if paragraph.startswith("•")] == [
        "• regaining territorial integrity;",
        "• compliance with the United Nations norms and rules;",
        "• reparation for the damage caused by the war;",
        "• punishment of every war criminal;",
        "• peace guarantees.",
    ]


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Article]:
    """The seeds as an index of all five knows them, by the beginnings of their names."""
    folder = tmp_path_factory.mktemp("index")
    update_index([SEEDS], folder, 1, lambda done, todo: None)
    ids = [article_id(str(path.resolve())) for path in SEEDS.glob("*.txt")]
    return {Path(article.path).name[:3]: article for article in open_engine(str(folder)).fetch(ids)}


def test_all_five_are_one_story_in_two_families_and_none_is_a_reprint(indexed: dict[str, Article]) -> None:
    articles, ids = indexed, {number: article.id for number, article in indexed.items()}
    assert {article.story for article in articles.values()} == {min(ids.values())}
    cnn, nyt = (min(ids[number] for number in family) for family in (["000", "003", "004"], ["001", "002"]))
    families = {number: article.family for number, article in articles.items()}
    assert families == {"000": cnn, "001": nyt, "002": nyt, "003": cnn, "004": cnn}
    assert {article.wording for article in articles.values()} == {None}


WITHIN = [
    ("001", date(2022, 11, 10), date(2022, 11, 13)),
    ("003", date(2022, 11, 13), date(2022, 11, 20)),
    ("004", date(2022, 11, 14), date(2022, 11, 16)),
]


@pytest.mark.parametrize(("number", "first", "last"), WITHIN)
def test_the_undated_ones_are_dated_by_what_they_say(
    indexed: dict[str, Article], number: str, first: date, last: date
) -> None:
    published = indexed[number].published
    assert published is not None
    assert (published.how, published.precision) == ("inferred", "day")
    assert first <= published.first <= published.last <= last


@pytest.mark.parametrize("number", ["000", "002"])
def test_the_dated_ones_stay_as_they_state_it(indexed: dict[str, Article], number: str) -> None:
    assert indexed[number].published == seed(number).published


def test_those_dated_by_what_they_say_are_asked_for_and_counted_so(tmp_path: Path) -> None:
    update_index([SEEDS], tmp_path, 1, lambda done, todo: None)
    engine = open_engine(str(tmp_path))
    assert find(engine, Request("dated:inferred")).total == 3
    results = find(engine, Request("talks OR milley", copies="all"))
    assert results.breakdown is not None
    (dated,) = [facet for facet in results.breakdown.values() if facet.name == "dated"]
    assert {(value.value, value.count) for value in dated.values} == {("inferred", 3), ("stated", 2)}
