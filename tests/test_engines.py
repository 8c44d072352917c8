"""The contract of the seam: what any engine does, however the articles came into it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.analysis import stem
from index.article import Article, Published
from index.schema import name_key
from search import whoosh_engine
from search.bm25f import NOTHING_BESIDE
from search.chosen_values import narrowed
from search.clauses import (
    About,
    And,
    AtLeast,
    Attribute,
    Between,
    Cased,
    Clause,
    Everything,
    Fuzzy,
    Identified,
    InStory,
    Lead,
    Length,
    Near,
    Not,
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
)
from search.engine import Candidate, Engine, Folded
from search.query import Copies, FacetName, Order, Query
from search.request import Chosen, Request
from tests.built_index import built, built_by_meaning
from tests.random_queries import clauses, corpora, standing_leaves
from tests.scan_engine import ScanEngine
from tests.word_encoder import WordEncoder


class MakeEngine(Protocol):
    """Makes an engine over articles that come in batches, from which those of some numbers, from 0 on, are deleted."""

    def __call__(
        self, folder: Path, batches: Sequence[Sequence[Article]], deleted: Collection[int] = (), /
    ) -> Engine: ...


def scanning(folder: Path, batches: Sequence[Sequence[Article]], deleted: Collection[int] = ()) -> ScanEngine:
    """The plainest engine; it needs no folder."""
    every = [article for batch in batches for article in batch]
    return ScanEngine([article for number, article in enumerate(every) if number not in deleted])


def scanning_meanings(folder: Path, batches: Sequence[Sequence[Article]], deleted: Collection[int] = ()) -> ScanEngine:
    """The plainest engine, with what articles mean."""
    return ScanEngine(scanning(folder, batches, deleted).articles, WordEncoder())


ENGINES: dict[str, MakeEngine] = {"scan": scanning, "whoosh": built}
"""Every engine that there is: another one is another row, and every test here is asked of it too."""
JUDGED = [name for name in ENGINES if name != "scan"]
"""Those that are to answer as the plainest does."""
BY_MEANING: dict[str, tuple[MakeEngine, MakeEngine]] = {"whoosh": (built_by_meaning, scanning_meanings)}
"""The same where they rank by meaning, too, each beside its judge."""


@dataclass(frozen=True, slots=True)
class Batches:
    """Articles as they come into an index."""

    batches: Sequence[Sequence[Article]]
    deleted: Collection[int] = ()
    """Numbers of those that leave again."""


def at_once(articles: Sequence[Article]) -> Batches:
    """All in one batch."""
    return Batches([articles])


def two_by_two(articles: Sequence[Article]) -> Batches:
    """In several batches."""
    return Batches([articles[start : start + 2] for start in range(0, len(articles) or 1, 2)])


def with_deletions(articles: Sequence[Article]) -> Batches:
    """In two batches, each article after a double of it that leaves again."""
    doubled = [each for article in articles for each in (replace(article, id=f"gone {article.id}"), article)]
    return Batches([doubled[:4], doubled[4:]], range(0, len(doubled), 2))


Engines = Callable[[Sequence[Article]], Engine]


@pytest.fixture(params=[at_once, two_by_two, with_deletions], ids=lambda way: way.__name__)
def arranged(request: pytest.FixtureRequest) -> Callable[[Sequence[Article]], Batches]:
    """How articles come into the index."""
    way: Callable[[Sequence[Article]], Batches] = request.param
    return way


@pytest.fixture(params=ENGINES)
def engine_of(
    request: pytest.FixtureRequest, tmp_path: Path, arranged: Callable[[Sequence[Article]], Batches]
) -> Engines:
    """Makes an engine of one kind over some articles."""

    def engine(articles: Sequence[Article]) -> Engine:
        come = arranged(articles)
        return ENGINES[request.param](tmp_path, come.batches, come.deleted)

    return engine


def article(id: str, title: str, body: str, source: str | None = None, day: date | None = None) -> Article:
    """An article of these words."""
    published = Published(day, day, "day", "stated", str(day)) if day else None
    return Article(id, f"/news/{id}.txt", title, True, body, source=source, published=published)


NEWS = [
    article("bank", "Bank of England raises rates", "The bank raised rates again.", "BBC", date(2022, 11, 3)),
    article("talks", "Peace talks", "He urged negotiating. Seize the moment, he said.", "CNN", date(2022, 11, 10)),
    article(
        "more",
        "More on the talks",
        "Talks, talks and talks about England, yesterday and in 2021.",
        "CNN",
        date(2022, 12, 1),
    ),
    article(
        "odd", "Bank england", "Seize a moment of peace on Friday or in November 2022.", "The New Voice of Ukraine"
    ),
    article("none", "", "Nothing to see, moment by moment."),
]


def ids(engine: Engine, clause: Clause, order: Order = "relevance") -> list[str]:
    """What matches, in order."""
    return [candidate.id for candidate in engine.match(Query(clause, order), 10).candidates]


CASES: list[tuple[str, Clause, set[str]]] = [
    ("a word in any form", Word("talking", "talk"), {"talks", "more"}),
    ("a word or another of its ring", Word("rates", "rate", None, ("peace", "absent")), {"bank", "talks", "odd"}),
    ("a ring in the title", Word("moment", "moment", "title", ("talk",)), {"talks", "more"}),
    ("two words in a row as a spelling", Spellings("x", ("absent",), None, (("bank", "england"),)), {"odd"}),
    ("a word in the title", Word("talks", "talk", "title"), {"talks", "more"}),
    ("a word in the body", Word("talks", "talk", "body"), {"more"}),
    ("all forms of a stem", SameStem("talked"), {"talks", "more"}),
    ("a phrase", Phrase("seize the moment", ("seize", "the", "moment")), {"talks"}),
    ("a phrase whose stop word keeps its place", Phrase("bank of england", ("bank", "of", "england")), {"bank"}),
    ("a phrase of words that stand side by side", Phrase("bank england", ("bank", "england")), {"odd"}),
    ("a phrase that says a word twice", Phrase("talks talks", ("talk", "talk")), {"more"}),
    ("no phrase across title and body", Phrase("talks he", ("talk", "he")), set()),
    ("any spelling of a word", Spellings("peace", ("peace", "moment", "absent")), {"talks", "odd", "none"}),
    ("any spelling of a word in the title", Spellings("peace", ("peace", "moment"), "title"), {"talks"}),
    (
        "a phrase of words with other spellings",
        Phrase("seize his moment", ("seize", "his", "moment"), None, ((), ("the", "a", "absent"), ())),
        {"talks", "odd"},
    ),
    ("the beginning of a form", Prefix("negotiat"), {"talks"}),
    ("a longer beginning than the stem", Prefix("negotiated"), set()),
    ("an end of forms", Wildcard("*ting"), {"talks"}),
    ("one character", Wildcard("m?re"), {"more"}),
    ("exactly one character", Wildcard("t?lk"), set()),
    ("one character or more", Wildcard("s??*", "body"), {"talks", "odd", "none"}),
    ("a pattern of the title only", Wildcard("*t*lks", "title"), {"talks", "more"}),
    ("a word with one edit", Fuzzy("morr", 1), {"more"}),
    ("neighbours changed round as one edit", Fuzzy("moer", 1), {"more"}),
    ("a word with one edit at its start", Fuzzy("nore", 1), {"more"}),
    ("a word with two edits", Fuzzy("englans", 2), {"bank", "odd", "more"}),
    ("no word with two edits and another start", Fuzzy("mnglanp", 2), set()),
    ("a form and no other of its stem", Fuzzy("talk", 0), set()),
    ("a form in the body", Fuzzy("talks", 0, "body"), {"more"}),
    ("an outlet", Source("cnn"), {"talks", "more"}),
    ("an outlet, whatever its case and marks", Source("the NEW voice, of ukraine"), {"odd"}),
    ("days, both included", Between(date(2022, 11, 3), date(2022, 11, 10)), {"bank", "talks"}),
    ("days without an end", Between(date(2022, 11, 10), None), {"talks", "more"}),
    ("no undated article, even without limits", Between(None, None), {"bank", "talks", "more"}),
    ("a day that the text names", About(date(2022, 11, 30), date(2022, 11, 30)), {"more"}),
    ("a month that it names, and the days in it", About(date(2022, 11, 1), date(2022, 11, 30)), {"more", "odd"}),
    ("no part of what it names", About(date(2022, 11, 1), date(2022, 11, 9)), set()),
    ("what it names, without a first day", About(None, date(2021, 12, 31)), {"more"}),
    ("what it names, without a last day", About(date(2022, 1, 1), None), {"more", "odd"}),
    ("all parts", And((Word("peace", "peace"), Word("moment", "moment"))), {"talks", "odd"}),
    ("one part", Or((Word("rates", "rate"), Word("peace", "peace"))), {"bank", "talks", "odd"}),
    ("what does not match", Not(Word("moment", "moment")), {"bank", "more"}),
    ("everything", Everything(), {"bank", "talks", "more", "odd", "none"}),
    ("one article", Identified("odd"), {"odd"}),
]


@pytest.mark.parametrize(("clause", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_it_matches(engine_of: Engines, clause: Clause, expected: set[str]) -> None:
    assert set(ids(engine_of(NEWS), clause)) == expected


KNOWN = [
    replace(NEWS[0], author="Jane Smith", url="https://www.bbc.co.uk/news/rates-1", story="bank"),
    replace(
        NEWS[1],
        author="John Smith-Jones",
        url="http://edition.cnn.com/2022/11/10/Talks.html",
        cites=("Reuters",),
        language="de",
    ),
    replace(NEWS[2], path="/saved/more.HTML", place="New York", author="Zoë", cites=("The New York Times", "AP")),
    replace(NEWS[3], path="/saved/archive.zip/odd.htm", url="http://mycnn.com", story="bank"),
    replace(NEWS[4], body="“Nothing,” she said."),
]
ATTRIBUTES: list[tuple[str, Clause, set[str]]] = [
    ("a part of the author's name", Attribute("author", "SMITH"), {"bank", "talks"}),
    ("words of it in a row", Attribute("author", "jane smith"), {"bank"}),
    ("no words of it in another order", Attribute("author", "smith jane"), set()),
    ("no part of a word", Attribute("author", "smi"), set()),
    ("a name without its accents", Attribute("author", "zoe"), {"more"}),
    ("the place", Attribute("place", "new york"), {"more"}),
    ("an outlet that is cited", Attribute("cites", "reuters"), {"talks"}),
    ("no name across two outlets", Attribute("cites", "times ap"), set()),
    ("a site and those below it", Attribute("site", "cnn.com"), {"talks"}),
    ("a site with its www", Attribute("site", "https://www.BBC.co.uk/"), {"bank"}),
    ("the end of a site", Attribute("site", ".uk"), {"bank"}),
    ("a site and the beginning of a path", Attribute("site", "bbc.co.uk/news"), {"bank"}),
    ("no other path", Attribute("site", "bbc.co.uk/sport"), set()),
    ("a part of the address", Attribute("url", "2022/11/10/talks"), {"talks"}),
    ("a pattern of the address", Attribute("url", "*/talks.*"), {"talks"}),
    ("a part of the path", Attribute("path", "saved/"), {"more", "odd"}),
    ("a pattern of the name of the file", Attribute("path", "o*.htm?"), set()),
    ("a pattern of it that fits", Attribute("path", "o*.ht?"), {"odd"}),
    ("a format by its name", Attribute("format", "html"), {"more", "odd"}),
    ("a format by its ending", Attribute("format", ".txt"), {"bank", "talks", "none"}),
    ("an archive", Attribute("format", "zip"), {"odd"}),
    ("a language by its code", Attribute("language", " DE"), {"talks"}),
    ("a language by its name", Attribute("language", "german"), {"talks"}),
    ("a language that no article is in", Attribute("language", "fr"), set()),
    ("no language at all", Attribute("language", ""), set()),
    ("what is in a language", Attribute("has", "language"), {"talks"}),
    ("what states its date", Attribute("dated", "Stated"), {"bank", "talks", "more"}),
    ("what was dated otherwise", Attribute("dated", "inferred"), set()),
    ("whoever is named as the author", Attribute("has", "author"), {"bank", "talks", "more"}),
    ("what has no date", Not(Attribute("has", "date")), {"odd", "none"}),
    ("what has an outlet", Attribute("has", "source"), {"bank", "talks", "more", "odd"}),
    ("what has a place", Attribute("has", "place"), {"more"}),
    ("what has an address", Attribute("has", "url"), {"bank", "talks", "odd"}),
    ("what quotes", Attribute("has", "quotes"), {"none"}),
    ("what is told by others, too", Attribute("has", "story"), {"bank", "odd"}),
    ("long texts", Length(8, None), {"talks", "more", "odd"}),
    ("texts of a length, both ends included", Length(3, 5), {"bank", "none"}),
]


KNOWN_CASES = [pytest.param(*case, id=name) for name, *case in ATTRIBUTES]


@pytest.mark.parametrize(("clause", "expected"), KNOWN_CASES)
def test_it_matches_what_is_known_of_articles(engine_of: Engines, clause: Clause, expected: set[str]) -> None:
    assert set(ids(engine_of(KNOWN), clause)) == expected


@pytest.mark.parametrize("facet", ["source", "author", "person", "organisation", "place", "format", "language"])
def test_it_counts_of_each_value_what_choosing_it_finds(engine_of: Engines, facet: FacetName) -> None:
    both = replace(KNOWN[0], id="both", author="jane  SMITH and John Smith-Jones", source="Cnn", language="de")
    named = replace(KNOWN[0], id="named", body="President Mark A. Milley met Anna Berg at NATO. NATO was glad.")
    known = [*KNOWN, both, named, replace(named, id="again", body="General Mark Milley said so to the NATO.")]
    engine = engine_of(known)
    counts = engine.match(Query(Everything()), 1).values[facet]
    assert counts
    for value, count in counts.items():
        clause = narrowed(Everything(), Request("", chosen=(Chosen(facet, value or None),)))
        assert (value, engine.match(Query(clause), 1).total) == (value, count)
    assert sum(counts.values()) >= len(known) or facet in ("format", "person", "organisation")


def test_it_counts_people_once_however_their_names_are_written(engine_of: Engines) -> None:
    texts = [
        "President Mark A. Milley met Anna Berg, 44, at NATO. NATO was glad.",
        "General Mark Milley said so. Then Milley left NATO.",
        "General Mark Milley was there, as was Anna Berg, 44, of the Red Cross.",
        "Milley was there, and nobody else.",
    ]
    engine = engine_of([article(str(number), "Talks", text) for number, text in enumerate(texts)])
    matches = engine.match(Query(Everything()), 1)
    assert matches.values["person"] == {"Mark Milley": 3, "Anna Berg": 2}
    assert matches.values["organisation"]["NATO"] == 2
    assert set(ids(engine, Attribute("person", "mark a. MILLEY"))) == {"0", "1", "2"}
    assert set(ids(engine, Attribute("organisation", "Mark Milley"))) == set()
    assert set(ids(engine, Attribute("person", ""))) == set()
    told = matches.holding
    if told is not None:
        assert told("person", "berg") == {"Anna Berg": 2}
        assert told("person", "milley, ") == {"Mark Milley": 3}
        assert told("person", "nobody") == {}


def test_it_counts_a_name_also_where_it_stands_among_others(engine_of: Engines) -> None:
    both = replace(KNOWN[0], id="both", author="Jane Smith and Zoë")
    assert engine_of([*KNOWN, both]).match(Query(Everything()), 1).values["author"] == {
        "Jane Smith": 2, "Jane Smith and Zoë": 1, "John Smith-Jones": 1, "Zoë": 2, "": 2,
    }  # fmt: skip


PLACED = [
    article("oil", "Oil price", "Oil fell. The price of gas rose.\n\nOPEC met. Gas, BP said, is cheap."),
    article("gas", "BP", "The gas price rose in May. Oil did not.\n\nAs of now OPEC, oil and gas meet bp."),
    article("far", "Markets", "One.\n\nTwo.\n\nThree.\n\nOil and oils. An oil price, oily."),
]
OIL, PRICE, GAS, OPEC = (Word(word, word) for word in ("oil", "price", "gas", "opec"))

STANDING: list[tuple[str, Clause, set[str]]] = [
    ("words near each other in either order", Near((PRICE, GAS), 2), {"oil", "gas"}),
    ("words in this order", Near((PRICE, GAS), 2, is_ordered=True), {"oil"}),
    ("words side by side", Near((PRICE, GAS), 1), {"gas"}),
    ("no title beside a body", Near((PRICE, OIL), 1, is_ordered=True), set()),
    ("words across a paragraph", Near((Word("rose", "rise"), OPEC), 1), {"oil"}),
    ("no words across a paragraph", Near((Word("rose", "rise"), OPEC), 1, scope="paragraph"), set()),
    ("words in one paragraph", Near((OPEC, Word("BP", "bp")), None, scope="paragraph"), {"oil", "gas"}),
    ("words in one sentence", Near((OPEC, Word("BP", "bp")), None, scope="sentence"), {"gas"}),
    ("a third between the first two", Near((OIL, PRICE, Word("fell", "fall")), 3), {"oil"}),
    ("a third near either", Near((Near((OPEC, OIL), 1), GAS), 2), {"gas"}),
    ("any of some words near another", Near((Or((OPEC, PRICE)), Word("met", "meet")), 1), {"oil"}),
    ("a phrase near a word", Near((Phrase("of gas", ("of", "gas")), PRICE), 1), {"oil"}),
    ("no phrase across a paragraph", Phrase("rose OPEC", ("rise", "opec")), set()),
    ("a word at least once away from another", NotNear(GAS, PRICE, 2), {"oil", "gas"}),
    ("a word never in another's sentence", NotNear(OIL, PRICE, None, scope="sentence"), {"oil", "gas", "far"}),
    ("a word often enough", AtLeast(OIL, 3), {"far"}),
    ("a word in title and first words", Lead(OIL, 1), {"oil"}),
    ("a word in the lead", Lead(OIL), {"oil", "gas"}),
    ("a word in the last paragraph of the lead", Lead(Word("three", "three")), {"far"}),
    ("no word twice", Near((Near((OPEC, Word("met", "meet")), 1), Word("met", "meet")), 5), set()),
    ("a word with a capital", Cased(Word("BP", "bp"), "some"), {"oil", "gas"}),
    ("a word in small letters in the body", Cased(Word("BP", "bp", "body"), "none"), {"gas"}),
    ("a word in capitals in the body", Cased(Word("BP", "bp", "body"), "all"), {"oil"}),
    ("a pattern in a phrase", Phrase("an oi*", ("an", ""), patterns=(None, Prefix("oi"))), {"far"}),
    ("a form in a phrase", Phrase("and oil", ("and", ""), patterns=(None, Fuzzy("oil", 0))), set()),
    ("another form in a phrase", Phrase("and oils", ("and", ""), patterns=(None, Fuzzy("oils", 0))), {"far"}),
    ("all forms of one stem at a place", Phrase("and o*", ("and", ""), patterns=(None, Prefix("o"))), {"far"}),
]


@pytest.mark.parametrize(("clause", "expected"), [case[1:] for case in STANDING], ids=[case[0] for case in STANDING])
def test_it_matches_where_words_stand(engine_of: Engines, clause: Clause, expected: set[str]) -> None:
    assert set(ids(engine_of(PLACED), clause)) == expected


@pytest.mark.parametrize("judged", JUDGED)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles=corpora(), clause=standing_leaves)
def test_it_finds_where_words_stand_as_the_plainest_does(judged: str, articles: list[Article], clause: Clause) -> None:
    with TemporaryDirectory() as folder:
        found = ENGINES[judged](Path(folder), [articles]).match(Query(clause), 100)
    expected = ScanEngine(articles).match(Query(clause), 100)
    scores = {candidate.id: candidate.score for candidate in expected.candidates}
    assert {candidate.id: pytest.approx(candidate.score, abs=1e-5) for candidate in found.candidates} == scores


SPOKEN = [
    article("one", "Milley: seize the moment", "“Seize the moment,” Gen. Mark Milley said. He wants talks, not war."),
    article(
        "two", "Talks", "Milley wants talks. “No talks,” Joe Biden said. “We seize it,” Biden added. “The moment”?"
    ),
    article(
        "three", "Zelensky", "“Talks, talks,” said Volodymyr Zelenskyy.\n\n“Seize the\n\n“moment,” Zelenskyy said."
    ),
]
MILLEY, BIDEN = Speaker("Milley", ("milley",)), Speaker("Biden", ("biden",))
ZELENSKY = Speaker("Zelensky", ("zelensky",), (("zelenskyy",),))
TALKS = Word("talks", "talk")

QUOTED: list[tuple[str, Clause, set[str]]] = [
    ("a word inside quotations", Said(TALKS), {"two", "three"}),
    ("a phrase inside one quotation", Said(Phrase("seize the moment", ("seize", "the", "moment"))), {"one"}),
    ("no phrase across two quotations", Said(Phrase("seize it the", ("seize", "it", "the"))), set()),
    ("a word that one person said", Said(TALKS, BIDEN), {"two"}),
    ("no word that another said", Said(TALKS, MILLEY), set()),
    ("no word that stands outside", Said(Word("wants", "want")), set()),
    ("whoever is quoted", MILLEY, {"one"}),
    ("a surname where the text has given names first", Speaker("Mark Milley", ("mark", "milley")), {"one"}),
    ("given names where a later quotation has none", Said(Word("it", "it"), Speaker("Joe", ("joe",))), {"two"}),
    ("a speaker in other spellings", Said(TALKS, ZELENSKY), {"three"}),
    ("a word in other spellings", Said(Spellings("talks", ("x", "talk"))), {"two", "three"}),
    ("who is not quoted", Not(BIDEN), {"one", "three"}),
    ("nobody of no name", Speaker("nobody", ("nobody",)), set()),
]


@pytest.mark.parametrize(("clause", "expected"), [case[1:] for case in QUOTED], ids=[case[0] for case in QUOTED])
def test_it_matches_what_is_quoted(engine_of: Engines, clause: Clause, expected: set[str]) -> None:
    assert set(ids(engine_of(SPOKEN), clause)) == expected


@pytest.mark.parametrize("clause", [case[1] for case in QUOTED], ids=[case[0] for case in QUOTED])
def test_it_scores_what_is_quoted_as_the_plainest_does(engine_of: Engines, clause: Clause) -> None:
    found = engine_of(SPOKEN).match(Query(clause), 10).candidates
    expected = {candidate.id: candidate.score for candidate in ScanEngine(SPOKEN).match(Query(clause), 10).candidates}
    assert {candidate.id: pytest.approx(candidate.score, rel=1e-5) for candidate in found} == expected


def test_it_orders_by_how_often_somebody_says_it(engine_of: Engines) -> None:
    assert ids(engine_of(SPOKEN), Said(TALKS)) == ["three", "two"]


def test_it_orders_by_score_and_prefers_the_title(engine_of: Engines) -> None:
    assert ids(engine_of(NEWS), Word("peace", "peace")) == ["talks", "odd"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [("newest", ["more", "talks", "bank"]), ("oldest", ["bank", "talks", "more"])],
)
def test_it_orders_by_date_and_puts_the_undated_last(engine_of: Engines, order: Order, expected: list[str]) -> None:
    found = ids(engine_of(NEWS), Everything(), order)
    assert (found[:3], set(found[3:])) == (expected, {"odd", "none"})


def test_it_holds_long_articles_back_less_where_few_words_are_asked_for(engine_of: Engines) -> None:
    long = article("long", "", f"Rates, rates and rates. {'All else is quiet. ' * 20}")
    engine = engine_of([article("short", "", "Rates."), long, article("other", "", "Quiet.")])
    found = [
        [candidate.id for candidate in engine.match(Query(Word("rates", "rate"), few_words=few), 10).candidates]
        for few in (False, True)
    ]
    assert found == [["short", "long"], ["long", "short"]]


PAIR = Or((Word("peace", "peace"), Word("talks", "talk")))
FILLER = "all else is quiet and as it was " * 12


def test_it_prefers_words_side_by_side_as_they_were_asked_for(engine_of: Engines) -> None:
    bodies = {"turned": "of talks peace is", "apart": "peace is of talks", "as asked": "of peace talks is"}
    engine = engine_of([article(id, "", f"{FILLER} {body}") for id, body in bodies.items()])
    assert ids(engine, PAIR)[0] == "as asked"
    added = {each.id: each.beside.closeness > 0 for each in engine.match(Query(PAIR), 10).candidates}
    assert added == {"turned": False, "apart": False, "as asked": True}


def test_it_prefers_words_at_the_beginning_of_a_body(engine_of: Engines) -> None:
    early, late = article("early", "", f"Peace. {FILLER}"), article("late", "", f"{FILLER} Peace.")
    found = engine_of([late, early, article("other", "", FILLER)]).match(Query(Word("peace", "peace")), 10).candidates
    assert [(each.id, each.beside.lead > 0) for each in found] == [("early", True), ("late", False)]


def test_it_ranks_only_the_first_hundred_again(engine_of: Engines) -> None:
    some = [article(f"a{number:03}", "", f"Peace. {FILLER}") for number in range(102)]
    found = engine_of([*some, article("other", "", FILLER)]).match(Query(Word("peace", "peace")), 200).candidates
    assert [each.id for each in found] == [each.id for each in some]
    assert [each.beside.lead > 0 for each in found] == [True] * 100 + [False] * 2


def test_it_counts_all_matches_and_gives_the_first(engine_of: Engines) -> None:
    matches = engine_of(NEWS).match(Query(Everything(), "newest"), 1)
    assert ([candidate.id for candidate in matches.candidates], matches.total) == (["more"], 5)
    assert dict(matches.sources) == {"BBC": 1, "CNN": 2, "The New Voice of Ukraine": 1}
    assert dict(matches.months) == {"2022-11": 2, "2022-12": 1}


ENGLAND, MOMENT, BANK = Word("England", "england"), Word("moment", "moment"), Word("bank", "bank")


def test_it_puts_those_first_that_match_most_of_some_parts_and_counts_those_that_match_all(
    engine_of: Engines,
) -> None:
    engine = engine_of(NEWS)
    loosely = Or((ENGLAND, MOMENT, BANK, *[Fuzzy("talks", 0)] * 4))
    assert ids(engine, loosely)[0] == "more"
    matches = engine.match(Query(loosely, most_of=(ENGLAND, BANK)), 10)
    found = [candidate.id for candidate in matches.candidates]
    assert (set(found[:2]), found[2], set(found[3:])) == ({"bank", "odd"}, "more", {"talks", "none"})
    assert (matches.total, matches.with_all) == (5, 2)
    assert dict(matches.sources) == {"BBC": 1, "The New Voice of Ukraine": 1}
    plain = {candidate.id: candidate.score for candidate in engine.match(Query(loosely), 10).candidates}
    assert {candidate.id: candidate.score for candidate in matches.candidates} == plain


def test_it_counts_a_word_twice_that_stands_in_a_choice_twice(engine_of: Engines) -> None:
    engine = engine_of(NEWS)
    once, twice = (engine.match(Query(Or((ENGLAND, MOMENT, *more))), 10).candidates for more in ((), (MOMENT,)))
    found = engine.match(Query(MOMENT), 10).candidates
    alone = {candidate.id: candidate.score - candidate.beside.total for candidate in found}
    expected = {each.id: pytest.approx(each.score + alone.get(each.id, 0), rel=1e-5) for each in once}
    assert {each.id: each.score for each in twice} == expected


STORY = [
    replace(NEWS[0], story="bank", wording=None),
    replace(NEWS[1], story="bank", wording="more"),
    replace(NEWS[2], story="bank", wording="more"),
    NEWS[3],
]


def test_it_shows_a_story_once_and_what_it_folds_under_it(engine_of: Engines) -> None:
    matches = engine_of(STORY).match(Query(Everything(), "newest", "stories"), 10)
    assert [(candidate.id, candidate.story, candidate.folded) for candidate in matches.candidates] == [
        ("more", "bank", (Folded("talks", True), Folded("bank", False))),
        ("odd", None, ()),
    ]
    assert (matches.total, dict(matches.distinct)) == (4, {"all": 4, "reprints": 3, "stories": 2})
    assert dict(matches.sources) == {"BBC": 1, "CNN": 1, "The New Voice of Ukraine": 1}
    assert dict(matches.months) == {"2022-11": 1, "2022-12": 1}


def test_it_shows_a_text_once_however_often_it_was_printed(engine_of: Engines) -> None:
    matches = engine_of(STORY).match(Query(Everything(), "oldest", "reprints"), 10)
    assert [(candidate.id, candidate.folded) for candidate in matches.candidates] == [
        ("bank", ()),
        ("talks", (Folded("more", True),)),
        ("odd", ()),
    ]


def test_it_finds_the_articles_of_a_story_by_the_id_of_any_of_them(engine_of: Engines) -> None:
    for id in ("bank", "talks", "more"):
        assert set(ids(engine_of(STORY), InStory(id))) == {"bank", "talks", "more"}
    assert ids(engine_of(STORY), InStory("odd")) == []


def test_it_tells_which_articles_match_which_parts(engine_of: Engines) -> None:
    engine = engine_of(STORY)
    parts: list[Clause] = [InStory("talks"), Not(Everything()), Identified("odd")]
    assert engine.having(parts, ["odd", "no such id", "bank"]) == [{"bank"}, set(), {"odd"}]
    assert engine.having(parts, []) == [set(), set(), set()]
    assert engine.having([], ["odd"]) == []


@pytest.mark.parametrize("judged", JUDGED)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles=corpora(), parts=st.lists(clauses, min_size=1, max_size=3), data=st.data())
def test_articles_have_the_parts_that_find_them(
    judged: str, articles: list[Article], parts: list[Clause], data: st.DataObject
) -> None:
    among = data.draw(st.sets(st.sampled_from([article.id for article in articles]))) if articles else set()
    with TemporaryDirectory() as folder:
        engine = ENGINES[judged](Path(folder), [articles[::2], articles[1::2]])
        found = [{each.id for each in engine.match(Query(part), 100).candidates} & among for part in parts]
        assert engine.having(parts, sorted(among)) == found


def test_it_fetches_what_was_stored_in_the_order_asked(engine_of: Engines) -> None:
    assert engine_of(NEWS).fetch(["odd", "no such id", "bank"]) == [NEWS[3], NEWS[0]]


def test_it_gives_the_spellings_that_stand_in_articles_the_most_frequent_first(engine_of: Engines) -> None:
    bodies = ["Kiev, Kiev.", "Kyiv.", "Kyiv and Kiew.", "Moscow."]
    engine = engine_of([article(f"a{number}", "", body) for number, body in enumerate(bodies)])
    spellings = {form: list(engine.spellings(form)) for form in ("kiev", "kyiv", "kijow", "moscow")}
    assert spellings == {
        "kiev": ["kyiv", "kiew"],
        "kyiv": ["kiev", "kiew"],
        "kijow": ["kyiv", "kiev", "kiew"],
        "moscow": [],
    }


def test_it_gives_other_grammatical_forms_in_the_languages_in_which_a_word_stands(engine_of: Engines) -> None:
    german, english = ["Die Wahl und der Wahlkampf.", "Wahlen, Gift."], ["A gift. Gifts. Gifte?", "Gift."]
    texts = [*(("de", body) for body in german), *(("en", body) for body in english), (None, "Wahle")]
    engine = engine_of([replace(article(f"a{n}", "", body), language=code) for n, (code, body) in enumerate(texts)])
    found = {form: list(engine.spellings(form)) for form in ("wahl", "wahlen", "wahlkampf", "gifte", "gift", "ab")}
    assert found == {"wahl": ["wahlen"], "wahlen": ["wahl"], "wahlkampf": [], "gifte": [], "gift": [], "ab": []}


def test_it_knows_which_words_stand_in_articles(engine_of: Engines) -> None:
    engine = engine_of(NEWS)
    assert [form for form in ("talking", "moments", "zebra") if engine.holds(form)] == ["talking", "moments"]


def test_it_answers_over_no_articles(engine_of: Engines) -> None:
    matches = engine_of([]).match(Query(Not(Word("war", "war"))), 10)
    assert (matches.candidates, matches.total) == ((), 0)


@pytest.mark.parametrize("make", ENGINES.values(), ids=ENGINES)
def test_it_answers_from_what_was_there_when_it_was_opened(make: MakeEngine, tmp_path: Path) -> None:
    before = make(tmp_path, [NEWS[:2]])
    generation = before.generation
    after = make(tmp_path, [NEWS[2:]])
    assert after.generation != generation
    assert before.generation == generation
    assert set(ids(before, Everything())) == {"bank", "talks"}
    assert before.fetch(["bank", "more"]) == [NEWS[0]]


@pytest.mark.parametrize("judged", JUDGED)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    articles=corpora(),
    clause=clauses | st.just(Everything()),
    order=st.sampled_from(get_args(Order)),
    copies=st.sampled_from(get_args(Copies)),
    window=st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted),
)
def test_any_stretch_of_all_matches_is_that_of_the_first_ones(
    judged: str, articles: list[Article], clause: Clause, order: Order, copies: Copies, window: list[int]
) -> None:
    asked, (skip, limit) = Query(clause, order, copies), window
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        engine = ENGINES[judged](Path(folder), [articles[::2], articles[1::2]])
        first = engine.match(asked, 100).candidates
        patch.setattr(whoosh_engine, "STRETCH", 2)
        assert tuple(engine.every(asked)) == first
        assert engine.match(asked, limit, skip).candidates == first[skip:limit]
        patch.setattr(whoosh_engine, "DEEP", 0)
        assert engine.match(asked, limit, skip).candidates == first[skip:limit]


@pytest.mark.parametrize("judged", JUDGED)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles=corpora(), form=st.sampled_from(["talk", "tolks", "the", "zwar", "é"]), edits=st.integers(0, 2))
def test_forms_near_one_are_those_that_enough_articles_hold(
    judged: str, articles: list[Article], form: str, edits: int
) -> None:
    with TemporaryDirectory() as folder:
        engine = ENGINES[judged](Path(folder), [articles[::2], articles[1::2]])
        every = engine.forms_near(form, edits)
        assert every == ScanEngine(articles).forms_near(form, edits)
        for fewest in (2, 3):
            enough = {other: count for other, count in every.items() if count >= fewest}
            assert engine.forms_near(form, edits, fewest) == enough


def test_forms_are_found_by_how_they_begin_the_most_frequent_first(engine_of: Engines) -> None:
    texts = ("talks talk talking", "talks tall", "talks of tall Tallinn", "Élan")
    engine = engine_of([replace(NEWS[0], id=str(number), title="", body=text) for number, text in enumerate(texts)])
    assert list(engine.forms_beginning("tal", 9).items()) == [
        *(("talks", 3), ("tall", 2)),
        *(("talk", 1), ("talking", 1), ("tallinn", 1)),
    ]
    assert list(engine.forms_beginning("tal", 2)) == ["talks", "tall"]
    assert engine.forms_beginning("el", 9) == {"elan": 1}
    assert engine.forms_beginning("xyz", 9) == {}


def test_ids_are_found_by_how_they_begin(engine_of: Engines) -> None:
    engine = engine_of([replace(NEWS[0], id=id) for id in ("abc", "abd", "b", "ünd")])
    assert engine.ids_beginning("ab", 9) == ["abc", "abd"]
    assert engine.ids_beginning("", 3) == ["abc", "abd", "b"]
    assert engine.ids_beginning("ü", 3) == ["ünd"]
    assert engine.ids_beginning("abx", 3) == []


@pytest.mark.parametrize("judged", JUDGED)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles=corpora(), clause=clauses, order=st.sampled_from(get_args(Order)), data=st.data())
def test_it_agrees_with_the_plainest(
    judged: str, articles: list[Article], clause: Clause, order: Order, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(articles)))
    deleted = data.draw(st.sets(st.integers(0, len(articles) - 1))) if articles else set()
    copies = data.draw(st.sampled_from(get_args(Copies)))
    most_of = tuple(data.draw(st.lists(clauses, max_size=2)))
    asked = Query(clause, order, most_of=most_of, few_words=data.draw(st.booleans()))
    with TemporaryDirectory() as folder:
        engine = ENGINES[judged](Path(folder), [articles[:cut], articles[cut:]], deleted)
        found = engine.match(asked, 100)
        folded = engine.match(replace(asked, copies=copies), 100)
        first = engine.match(replace(asked, copies=copies), 1)
    scan = ScanEngine([a for number, a in enumerate(articles) if number not in deleted])
    expected, expected_folded = scan.match(asked, 100), scan.match(replace(asked, copies=copies), 100)
    assert (folded.total, folded.distinct) == (expected_folded.total, expected_folded.distinct)
    assert folded.with_all == expected_folded.with_all
    assert (folded.sources, folded.months) == (expected_folded.sources, expected_folded.months)
    assert folded.years == expected_folded.years
    assert {name: in_any_spelling(own) for name, own in folded.values.items()} == {
        name: in_any_spelling(own) for name, own in expected_folded.values.items()
    }
    assert folded.datings == expected_folded.datings
    assert first.candidates == folded.candidates[:1]
    scores = {candidate.id: candidate.score for candidate in expected.candidates}
    assert {candidate.id: pytest.approx(candidate.score, abs=1e-5) for candidate in found.candidates} == scores
    beside = {candidate.id: pytest.approx(astuple(candidate.beside), abs=1e-5) for candidate in expected.candidates}
    assert {candidate.id: astuple(candidate.beside) for candidate in found.candidates} == beside
    assert (found.total, found.sources, found.months) == (expected.total, expected.sources, expected.months)
    if order != "relevance" or are_far_apart(scores.values()):
        assert [c.published for c in found.candidates] == [c.published for c in expected.candidates]
        assert list(map(unscored, folded.candidates)) == list(map(unscored, expected_folded.candidates))


def in_any_spelling(counts: Mapping[str, int]) -> dict[str, int]:
    """Counts by name, however it is written."""
    return {name_key(name): count for name, count in counts.items()}


@pytest.mark.parametrize("judged", BY_MEANING)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles=corpora(), clause=clauses, data=st.data())
def test_it_ranks_by_meaning_as_the_plainest_does(
    judged: str, articles: list[Article], clause: Clause, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(articles)))
    deleted = data.draw(st.sets(st.integers(0, len(articles) - 1))) if articles else set()
    asked = Query(clause, most_of=tuple(data.draw(st.lists(clauses, max_size=2))), few_words=data.draw(st.booleans()))
    with TemporaryDirectory() as folder:
        found, expected = (
            make(Path(folder), [articles[:cut], articles[cut:]], deleted).match(asked, 100)
            for make in BY_MEANING[judged]
        )
    beside = {each.id: pytest.approx(astuple(each.beside), abs=1e-4) for each in expected.candidates}
    assert {each.id: astuple(each.beside) for each in found.candidates} == beside
    scores = {each.id: pytest.approx(each.score, abs=1e-4) for each in expected.candidates}
    assert {each.id: each.score for each in found.candidates} == scores


MEANT = [
    article("rise", "Rates", "The bank raised its rates again."),
    article("bank", "Rates of the bank", "A bank of the river, and its rates of flow."),
    article("both", "Rates", "The bank raised its rates again."),
    article("sea", "Rates", "Rates of tides at sea and on a bank of sand."),
]


@pytest.mark.parametrize("judged", BY_MEANING)
def test_it_ranks_first_what_means_what_was_asked(judged: str, tmp_path: Path) -> None:
    asked = Or(tuple(Word(word, stem(word)) for word in ["the", "bank", "raised", "its", "rates", "again"]))
    for make in BY_MEANING[judged]:
        found = make(tmp_path, [MEANT[:2], MEANT[2:]]).match(Query(asked), 10).candidates
        assert {each.id for each in found[:2]} == {"rise", "both"}
        assert found[0].beside.meaning > found[2].beside.meaning
        assert all(each.score > each.beside.total > each.beside.neighbours > 0 for each in found)


def unscored(candidate: Candidate) -> Candidate:
    """All but how well it matches."""
    return replace(candidate, score=0.0, beside=NOTHING_BESIDE)


def are_far_apart(scores: Iterable[float]) -> bool:
    """No two scores are so near each other that single precision could exchange them."""
    return all(higher - lower > 1e-5 for lower, higher in pairwise(sorted(scores)))
