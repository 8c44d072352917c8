"""Shell arguments as a query."""

from datetime import date

import pytest

from cli.arguments import find_arguments
from index.article import Article
from search.request import Request
from tests.scan_engine import ScanEngine

NEWS = ScanEngine(
    [
        Article("said", "/a.txt", "Talks", True, "Seize the moment, he said."),
        Article("both", "/b.txt", "War", True, "The moment to seize."),
    ]
)


@pytest.mark.parametrize(
    ("arguments", "read_as", "expected"),
    [
        (["seize the moment"], '"seize the moment"', {"said"}),
        (["seize", "moment"], "seize AND moment", {"said", "both"}),
        (["moment seize"], "moment AND seize", {"said", "both"}),
        (["seize the moment", "talks"], '"seize the moment" AND talks', {"said"}),
        (["seize OR moment"], "seize OR moment", {"said", "both"}),
        (["title:talks moment"], "title:talks AND moment", {"said"}),
        (["seize -war"], "seize AND NOT war", {"said"}),
    ],
)
def test_it_reads_several_plain_words_as_a_phrase_first(arguments: list[str], read_as: str, expected: set[str]) -> None:
    results = find_arguments(NEWS, arguments, Request(""), date(2022, 11, 11))
    assert ({hit.id for hit in results.hits}, results.read_as) == (expected, read_as)
