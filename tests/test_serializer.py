"""A query as text, which reads back as the same query."""

import re
from datetime import date

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from search.clauses import (
    About,
    And,
    Between,
    Clause,
    Everything,
    Fuzzy,
    Identified,
    InStory,
    Not,
    Nothing,
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
from search.language.lexer import MAX_CLAUSES, MAX_DEPTH, MAX_LENGTH
from search.language.parser import parse
from search.language.serializer import written

MILLEY = Word("Milley", "milley")
PEACE = Word("peace", "peace")
SPEAKER = Speaker("Biden", ("biden",))
TALKS = Phrase("peace talks", ("peace", "talk"), "title")

WRITTEN: list[tuple[Clause, str]] = [
    (MILLEY, "Milley"),
    (Word("AND", "and"), '"AND"'),
    (TALKS, 'title:"peace talks"'),
    (Prefix("negot", "body"), "body:negot*"),
    (Wildcard("*ing"), "*ing"),
    (Wildcard("w?m*n", "title"), "title:w?m*n"),
    (Fuzzy("milley", 2), "milley~2"),
    (SameStem("organ"), "stem:organ"),
    (Not(Fuzzy("or", 0, "body")), "NOT body:=or"),
    (Spellings("Kiev", ("kiev", "kyiv"), "title"), "title:Kiev"),
    (Phrase("in Kiev", ("in", "kiev"), None, ((), ("kyiv",))), '"in Kiev"'),
    (Phrase("in Kiev", ("in", "kiev"), "body", is_exact=True), 'body:="in Kiev"'),
    (Source("CNN"), "source:CNN"),
    (Source("E! News"), 'source:"E! News"'),
    (InStory("3f0a9c"), "story:3f0a9c"),
    (InStory("a b"), 'story:"a b"'),
    (
        And((MILLEY, Or((PEACE, TALKS)), Not(Source("RT")))),
        'Milley AND (peace OR title:"peace talks") AND NOT source:RT',
    ),
    (Or((And((MILLEY, PEACE)), Not(TALKS))), '(Milley AND peace) OR NOT title:"peace talks"'),
    (Not(And((MILLEY, PEACE))), "NOT (Milley AND peace)"),
    (Not(Not(MILLEY)), "NOT (NOT Milley)"),
    (Said(PEACE), "said:peace"),
    (Speaker("Mark Milley", ("mark", "milley"), (), True), 'speaker:="Mark Milley"'),
    (
        And((Said(PEACE, SPEAKER), Source("RT"), Said(MILLEY, SPEAKER))),
        "speaker:Biden AND peace AND source:RT AND Milley",
    ),
    (And((Said(PEACE, SPEAKER), MILLEY)), "(speaker:Biden AND peace) AND Milley"),
    (Everything(), ""),
    (Nothing(), "NOT *"),
    (And((Everything(), Nothing())), "* AND NOT *"),
    (Not(Nothing()), "NOT (NOT *)"),
    (Identified("x"), "id:x"),
    (Between(date(2022, 11, 12), date(2022, 11, 12)), "date:2022-11-12"),
    (Between(date(2024, 2, 1), date(2024, 2, 29)), "date:2024-02"),
    (Between(date(1, 1, 1), date(1, 12, 31)), "date:0001"),
    (Between(date(9999, 12, 2), date(9999, 12, 31)), "date:9999-12-02..9999-12-31"),
    (Between(date(2022, 2, 1), date(2023, 2, 28)), "date:2022-02-01..2023-02-28"),
    (Between(date(2022, 11, 1), None), "since:2022-11-01"),
    (Between(None, date(2022, 11, 1)), "until:2022-11-01"),
    (Between(None, None), "date:.."),
    (About(date(2022, 11, 9), date(2022, 11, 9)), "about:2022-11-09"),
    (About(date(2022, 1, 1), date(2022, 11, 30)), "about:2022-01-01..2022-11-30"),
    (Not(About(date(2022, 11, 1), None)), "NOT about:2022-11-01.."),
]


@pytest.mark.parametrize(("clause", "text"), WRITTEN)
def test_it_writes_a_clause(clause: Clause, text: str) -> None:
    assert written(clause) == text


PIECES = st.sampled_from(
    [
        *(
            "milley",
            "Milley’s",
            "peace",
            "US",
            "the",
            "in",
            "or",
            "mid-term",
            "東京",
            "100,000",
            "U.S.",
            "x" * 120,
            "é\u0301",
        ),
        *('"', "“", "”", '"seize the moment"', '"the"', '"NOT"', '""', "'", "(", ")", "(", ")", "[", "}"),
        *("AND", "OR", "NOT", "&&", "||", "!", "-", "+", "--", "—", "^2", "~", "😀", "\x00", "\ud800", "\u202e", "\n"),
        *(
            "title:",
            "source:",
            "story:",
            "BODY:",
            "since:",
            "until:",
            "date:",
            "about:",
            "foo:",
            "http://",
            "author:",
            "site:",
            "has:",
            "length>",
            "hlead(",
            "caps(",
            "atleast3(",
            "w/5",
            "not w/s",
            "pre/2",
            '"peace talks"~3',
            "10:53",
            ":",
            "C:\\x",
        ),
        *(
            "2022",
            "2022-11",
            "2022-11-12",
            "2022-02-30",
            "2022..",
            "..2022-11",
            "2023..2022",
            "soon",
            "0000",
            "9999-12",
        ),
        *(
            "*",
            "negot*",
            "mid-ter*",
            "ne*ts",
            "*ing",
            "don't*",
            "US*",
            "東京*",
            "?",
            "?at",
            "*?",
            "w?m*n",
            "?x=",
            "ｶ",
            "’s*",
            "U.S.*",
        ),
        *(
            "milley~",
            "us~2",
            "or~1",
            "talks~0",
            "~1",
            "~0.8",
            "3.5~",
            "\U00010600",
            "/",
            "\ufe70",
            "\u0345",
            "*?’",
            "=",
            "=talks",
            '="peace talks"',
            "?",
        ),
    ]
)
TYPED = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " "])), max_size=25).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)


@settings(deadline=None)  # the first example imports the stemmer
@given(TYPED | st.text())
@example('"x*"')
@example("-*")
@example("a AND (b OR (c d)) -(e f)")
@example("x" * 99 + "*?y")
@example("x?y=*")
@example("*\u0301e*\u0300")
def test_what_it_writes_reads_back_as_the_same_clause(typed: str) -> None:
    clause = parse(typed).clause
    text = written(clause)
    assume(len(text) <= MAX_LENGTH and text.count("(") <= MAX_DEPTH and len(text.split()) <= MAX_CLAUSES)
    again = parse(text)
    assert again.clause == clause
    # That no day answers is said of the clause itself, not of how it was typed.
    assert [note for note in again.notes if not note.startswith("no single day is ")] == []
    assert written(again.clause) == text


@settings(deadline=None)  # the first example imports the stemmer
@example('milley milleynot w/s"NOT"')
@example("milley talks site:http:// peace")
@given(TYPED)
def test_what_it_writes_of_a_loosened_query_reads_back_too(typed: str) -> None:
    loosened = parse(typed).loosened
    assume(loosened is not None and len(written(loosened)) <= MAX_LENGTH)
    assert loosened is not None
    assert parse(written(loosened)).clause == loosened


@settings(deadline=None)  # the first example imports the stemmer
@given(TYPED)
def test_it_writes_plain_text_on_one_line(typed: str) -> None:
    reading = parse(typed)
    assert re.fullmatch(r"[^\n\x00-\x1f\ud800-\udfff]*", written(reading.clause) + "".join(reading.notes))
