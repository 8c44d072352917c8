"""The queries of other engines' own tests: they are read as those engines read them, or a kind of difference says why.

The queries and trees are those of Lucene, tantivy, Xapian and bleve, in `.data/peer_tests`; they are not kept here.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from index.analysis import forms
from search.clauses import (
    And,
    Clause,
    Everything,
    Fuzzy,
    Near,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Spellings,
    Wildcard,
    Word,
)
from search.language.dialects.dialect_reading import read_query
from search.language.parser import parse
from search.language.serializer import written
from search.language.terms import is_common
from tests.peer_trees import NotRead, PeerTree, are_alike, placed_tree, plain_words, signed_tree
from tests.test_command import ROOT

PEER_TESTS = ROOT / ".data" / "peer_tests"
pytestmark = pytest.mark.skipif(not PEER_TESTS.is_dir(), reason="the queries of other engines are not on this machine")
QUOTES_LEFT = r"""^[^"“”]*(?:["“”][^"“”]*["“”][^"“”]*)*["“”][^"“”]*$"""
"""An odd number of quotation marks."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A kind of query that is read otherwise here, and why."""

    name: str
    query: str
    """The pattern of the query; of any where it is empty."""
    why: str
    expected: str = ""
    """The pattern of the tree that is expected, likewise."""


LUCENE_DIFFERENCES = (
    Difference(
        "ranges",
        r"[\[{<>]|\bIN\b|:\s?\*",
        "of what an article has, only days and numbers of words are compared; other ranges are left out and said",
    ),
    Difference(
        "own analyzer",
        r"stop|phrase|term1|^3$|1\.0",
        "that test has a tokenizer of its own, in which stop is no word and phrase is two",
    ),
    Difference(
        "precedence",
        r"\b(?:OR|AND)\b|\|\|",
        "AND and the space bind tighter than OR, and NOT than both; there, what stands beside an OR is optional",
    ),
    Difference("plus", r"\+", "beside words with a + those without only rank, also where all are wanted by default"),
    Difference("spaces at colons", r"\w\s*:\s+['\w]|\w\s+:", "no space stands before or behind the colon of a field"),
    Difference("apostrophes", "'", "apostrophes are part of words, not quotation marks"),
    Difference("behind a phrase", r'"[*~]', "behind a quotation mark stands a number of moves, or nothing"),
    Difference("escapes", r"\\", "of what is escaped, only letters and figures are looked for"),
    Difference("no word", r"^[\W_]*$|^NOT$", "where nothing is looked for, nothing or everything is found"),
    Difference(
        "operators apart",
        r"\w&&\w|[!-] \w|\s~|^[~!]",
        "operators stand apart from words, and signs, of which ! is one, directly before them",
    ),
    Difference("regular expressions", r"/.+/", "no patterns of this kind are looked for; they are left out and said"),
)
XAPIAN_DIFFERENCES = (
    Difference(
        "no tree of words",
        "",
        "there it is an error, a range, a filter by a field that each program makes, or a table of synonyms or typos",
        r"^(?!\(*\S+@\d)|Syntax|0 \*|VALUE|FILTER|XOR|WILDCARD",
    ),
    Difference("precedence", r"\bAND\b", "what AND joins is wanted, and words beside it only rank", r"^\(*\S+@\d"),
    Difference("named operators", r"\b(?:NEAR|ADJ|XOR|SYN)\b", "w/5, pre/5 and OR are written so; these are words"),
    Difference(
        "default near", "", "words side by side are joined by AND or OR, not by nearness", r"(?:PHRASE|NEAR) 1\d"
    ),
    Difference(
        "tildes", "~", "which words belong together is known beforehand; a tilde asks for nothing before a word"
    ),
    Difference("fields", r"\w:", "a field with several words wants all of them, and an unknown one is read as words"),
    Difference(
        "open quotation", QUOTES_LEFT, "a lone quotation mark begins a phrase, and is left out where it ends none"
    ),
    Difference("capitals", r"^[^a-z]*$", "in a query all in capitals, OR and NOT are words"),
    Difference(
        "signs", r"(?<!\w)[+!=-]+(?=\S)|[+-]{2}", "a sign before a word wants or excludes it, also in brackets and runs"
    ),
    Difference(
        "passages", r'"[^"]*\s[^"]*"', "a long quotation, or one in what is no query, is found by its words, too"
    ),
    Difference("no spaces", r"[^\x00-\u0fff]", "scripts without spaces are cut into words, not into pairs of letters"),
    Difference(
        "other words", "", "a word ends at other signs (_ + # /), and words joined by them are found in one word, too"
    ),
)


def rows(name: str) -> list[dict[str, str]]:
    """The queries of a file, with what is expected of them."""
    return [json.loads(line) for line in (PEER_TESTS / f"{name}.jsonl").read_text("utf-8").splitlines()]


def difference(differences: Sequence[Difference], query: str, expected: str) -> str | None:
    """The name of the first kind of difference that a query is of; None where it is of none."""
    fitting = (each for each in differences if re.search(each.query, query) and re.search(each.expected, expected))
    return next((each.name for each in fitting), None)


def own_tree(clause: Clause) -> PeerTree:
    """A tree of ours, as those of others are told."""
    match clause:
        case Or(parts) if all(isinstance(part, Near) for part in parts):
            return PeerTree("leaf", words=leaf_words(parts[0]))  # "a b"~5, in either order
        case And(parts):
            return PeerTree("all", tuple(map(own_tree, parts)))
        case Or(parts):
            return PeerTree("any", tuple(map(own_tree, parts)))
        case Not(part):
            return PeerTree("none", (own_tree(part),))
        case Everything():
            return PeerTree("everything")
        case Nothing():
            return PeerTree("nothing")
        case _:
            return PeerTree("leaf", words=leaf_words(clause))


def leaf_words(leaf: Clause) -> tuple[str, ...]:
    """The words of a leaf of ours."""
    before = (f"{leaf.field}:",) if isinstance(leaf, Word | Phrase | Prefix | Wildcard) and leaf.field else ()
    match leaf:
        case Word(typed=typed) | Spellings(typed=typed) | Phrase(typed=typed):
            return before + plain_words(typed)
        case Prefix(start=start):
            return (*before, f"{start}*")
        case Wildcard(pattern=pattern):
            return (*before, pattern)
        case Fuzzy(form=form):
            return (*before, form)
        case Near(parts=parts):
            return tuple(word for part in parts for word in leaf_words(part))
        case _:
            return (written(leaf),)


def without_common(text: str) -> str:
    """The text where the a of many tests, which is a common word here, is another letter."""
    return re.sub(r"(?<![\w\\])[aA](?!\w)", "x", text)


def as_lucene(row: dict[str, str]) -> str | None:
    """How a query of Lucene or tantivy is read otherwise; None where it is not."""
    query, expected = without_common(row["query"]), without_common(row["expect"])
    try:
        tree = signed_tree(expected, bare_are_wanted=not re.search(r"\bOR\b|\|\|", query))
    except NotRead:
        return difference(LUCENE_DIFFERENCES, query, expected) or "?"
    own = own_tree(read_query(query, None, "lucene").clause)
    return None if are_alike(tree, own) else difference(LUCENE_DIFFERENCES, query, expected) or "?"


def as_xapian(row: dict[str, str]) -> str | None:
    """How a query of Xapian is read otherwise; None where it is not."""
    query, expected = row["query"], row["expect"]
    reading = parse(query)
    all_are_wanted = re.search("and_queries|stop_queries", row["table"])
    own = in_forms(own_tree(reading.clause if all_are_wanted else reading.loosened or reading.clause))
    words = forms(re.sub(r"(?<!\S)(?:AND|OR|NOT)(?!\S)", " ", query))
    try:
        tree = worded(placed_tree(expected), words)
    except (NotRead, IndexError):
        tree = None
    if tree is not None and (are_alike(tree, own) or are_alike(without_joined(tree), own)):
        return None
    return difference(XAPIAN_DIFFERENCES, query, expected)


def worded(tree: PeerTree, words: Sequence[str]) -> PeerTree:
    """A tree whose leaves are places, with the words there; too common ones stand for nothing beside others."""
    parts = [worded(part, words) for part in tree.parts]
    kept = [part for part in parts if not (len(part.words) == 1 and is_common(part.words[0]))] or parts
    return PeerTree(tree.kind, tuple(kept), tuple(words[int(place) - 1] for place in tree.words))


def without_joined(tree: PeerTree) -> PeerTree:
    """The tree where words joined by signs are found by each of them, too, as they are here beside other words."""
    if len(tree.words) > 1:
        return PeerTree("any", tuple(PeerTree("leaf", words=(word,)) for word in tree.words))
    return PeerTree(tree.kind, tuple(map(without_joined, tree.parts)), tree.words)


def in_forms(tree: PeerTree) -> PeerTree:
    """A tree of ours with the forms of its words."""
    return PeerTree(
        tree.kind, tuple(map(in_forms, tree.parts)), tuple(form for word in tree.words for form in forms(word))
    )


PEERS: list[tuple[str, Callable[[dict[str, str]], str | None], Sequence[Difference], int]] = [
    ("lucene_queryparser", as_lucene, LUCENE_DIFFERENCES, 92),
    ("tantivy_query_grammar", as_lucene, LUCENE_DIFFERENCES, 97),
    ("xapian_queryparser", as_xapian, XAPIAN_DIFFERENCES, 457),
]
"""Each file, how it is compared, its kinds of differences, and how many of its queries are read alike at least."""


@pytest.mark.parametrize(("name", "read_otherwise", "kinds", "least"), PEERS, ids=[row[0] for row in PEERS])
def test_queries_are_read_as_their_engine_reads_them_or_a_kind_of_difference_says_why(
    name: str, read_otherwise: Callable[[dict[str, str]], str | None], kinds: Sequence[Difference], least: int
) -> None:
    compared = [row for row in rows(name) if "expect" in row and row.get("kind") != "escape"]
    told = [(read_otherwise(row), row["query"]) for row in compared]
    unexplained = [query for kind, query in told if kind == "?"]
    assert unexplained == []
    assert sum(kind is None for kind, _ in told) >= least


def test_every_kind_of_difference_is_met() -> None:
    met = {
        (id(kinds), read_otherwise(row))
        for name, read_otherwise, kinds, _ in PEERS
        for row in rows(name)
        if "expect" in row
    }
    assert [each.name for _, _, kinds, _ in PEERS for each in kinds if (id(kinds), each.name) not in met] == []


@pytest.mark.parametrize(
    "name", ["lucene_queryparser", "tantivy_query_grammar", "xapian_queryparser", "bleve_query_strings"]
)
def test_what_is_an_error_there_is_answered_here_and_reads_back(name: str) -> None:
    for row in rows(name):
        for syntax in ("native", "lucene"):
            clause = read_query(row["query"], None, syntax).clause
            assert parse(written(clause)).clause == clause, row["query"]
