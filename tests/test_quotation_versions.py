"""The versions of one quotation across the articles of a story."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article
from index.ingest.extract import articles_in
from search.article.quotation_text import Spoken, spoken
from search.article.quotation_versions import QuoteVersions, Version, quote_versions
from tests.test_speakers import PIECES

SEEDS = Path(__file__).parent.parent / "seeds"


def article(id: str, body: str) -> Article:
    return Article(id, f"/{id}.txt", "", True, body)


def shown(version: Version) -> str:
    """The text with the words that differ in brackets."""
    return "".join(f"[{text}]" if differs else text for text, differs in version.pieces)


def wordings(*bodies: str) -> list[list[str]]:
    """The versions of the quotations in these texts."""
    found = quote_versions([article(f"a{number}", body) for number, body in enumerate(bodies)])
    return [[shown(version) for version in each.versions] for each in found]


def test_it_gives_what_an_article_quotes_in_one_go() -> None:
    body = "“We go,” Mark Milley said. “Now.”\n\n“We\nstay,” he added. Others said “no.”"
    assert spoken(article("a", body)) == (
        Spoken("a", "We go, … Now.", "Mark Milley"),
        Spoken("a", "We stay,", "Mark Milley"),
        Spoken("a", "no.", None),
    )


CASES: list[tuple[str, list[str], list[list[str]]]] = [
    (
        "other words in the same place",
        ["“We will never leave the island,” Ana Lee said.", "“We shall not leave the island,” said Ana Lee."],
        [["We [will never] leave the island,", "We [shall not] leave the island,"]],
    ),
    (
        "a word that one leaves out",
        ["“The old bridge opens in May,” Lee said.", "Lee said: “The bridge opens in May.”"],
        [["The [old] bridge opens in May,", "The bridge opens in May."]],
    ),
    (
        "a part, which is not another wording",
        ["“The bridge opens in May if the steel arrives,” Lee said.", "It opens “if the steel arrives,” Lee said."],
        [["The bridge opens in May if the steel arrives,", "if the steel arrives,"]],
    ),
    (
        "the same words in two articles",
        ["“The bridge opens in May,” Lee said.", "“The bridge opens in May,” she said."],
        [["The bridge opens in May,"]],
    ),
    (
        "without quotation marks",
        [
            "“The bridge opens in May if the steel arrives in time,” Lee said.",
            "The bridge opens in June if the steel arrives in time, says Lee.",
        ],
        [
            [
                "The bridge opens in [May] if the steel arrives in time,",
                "The bridge opens in [June] if the steel arrives in time, says Lee.",
            ]
        ],
    ),
    ("another speaker", ["“The bridge opens in May,” Ana Lee said.", "“The bridge opens in May,” Tom Pike said."], []),
    ("the same article", ["“The bridge opens in May,” Lee said. He left. “The bridge opens in May.”"], []),
    ("common words", ["“It is what it is,” Lee said.", "“It is not what it was,” Lee said."], []),
    ("other words", ["“The bridge opens in May,” Lee said.", "“The tunnel floods each winter,” Lee said."], []),
    ("nothing", [], []),
]


@pytest.mark.parametrize(("bodies", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_it_puts_versions_together(bodies: list[str], expected: list[list[str]]) -> None:
    assert wordings(*bodies) == expected


def test_it_says_who_prints_what_and_who_speaks() -> None:
    bodies = [
        "“The bridge opens in May,” she said.",
        "“The bridge opens in May,” Ana Lee said.",
        "“The bridge opens in May!”",
    ]
    said = "The bridge opens in May,"
    assert quote_versions([article(id, body) for id, body in zip("abc", bodies, strict=True)]) == (
        QuoteVersions(
            "Ana Lee",
            (Version(("a", "b", "c"), "Ana Lee", True, ((said, False),)),),
        ),
    )


def test_it_puts_first_what_most_print() -> None:
    peace, bridge = "“Peace talks begin tomorrow,” Lee said.", "“The bridge opens in May,” Lee said."
    assert wordings(f"{peace} He left.\n\n{bridge}", f"{peace}\n\n{bridge}", bridge) == [
        ["The bridge opens in May,"],
        ["Peace talks begin tomorrow,"],
    ]


def test_it_finds_the_versions_in_the_seeds() -> None:
    articles = [found for file in sorted(SEEDS.iterdir()) for found in articles_in(file) if isinstance(found, Article)]
    names = {article.id: Path(article.path).name[:3] for article in articles}
    milley, sullivan, official = (
        [(names[version.articles[0]], version.is_quoted, shown(version)) for version in each.versions]
        for each in quote_versions(articles)
    )
    assert milley == [
        (
            "003",
            True,
            "When there’s an opportunity to negotiate when peace can be achieved, [seize] it, … Seize the moment.",
        ),
        (
            "004",
            True,
            "When there [is] an opportunity to negotiate, when peace can be achieved, [take advantage of] it."
            " Seize the moment,",
        ),
        ("000", False, "When there [is] an opportunity to negotiate, when peace can be achieved, [seize] it."),
    ]
    assert [row[:2] for row in sullivan] == [("001", True), ("002", True)]
    assert [row[:2] for row in official] == [("003", True), ("000", False)]
    assert official[1][2].startswith("[An] official explained that the State Department is on the [other] side")


@given(
    st.lists(st.lists(st.sampled_from([*PIECES, "peace talks now", "bridge"]), max_size=30).map("".join), max_size=4)
)
def test_its_pieces_are_what_the_articles_print(bodies: list[str]) -> None:
    for each in quote_versions([article(str(number), body) for number, body in enumerate(bodies)]):
        assert len({id for version in each.versions for id in version.articles}) > 1
        for version in each.versions:
            text = "".join(piece for piece, _ in version.pieces)
            assert all(
                part in " ".join(bodies[int(id)].split()) for id in version.articles[:1] for part in text.split(" … ")
            )
