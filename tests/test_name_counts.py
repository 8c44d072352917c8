"""How many matches have each author: of many, those that most have alone, counted wherever they stand with others."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index.article import Article
from index.schema import name_key
from search.clauses import Everything, Word
from search.query import Query
from search.ranking import value_counts
from tests.built_index import built

AUTHORS = [
    None,
    "Ann Lee",
    "Ann",
    "Lee",
    "Bo",
    "Ann Lee, Bo",
    "Bo, Ann Lee",
    "Joann Leeds",
    "Éva",
    "Cy",
    "Di",
    "Ann, Ann",
]


def article(number: int, author: str | None) -> Article:
    return Article(
        f"a{number:03}", "/news/a.txt", "Talks", False, "They talk." if number % 3 else "War.", author=author
    )


def plainly_counted(authors: list[str], most: int, holding: str) -> dict[str, int]:
    """The same by looking at every name for every name."""
    own = Counter(name_key(author) for author in authors if name_key(holding) in name_key(author))
    first = sorted(own, key=lambda name: (-own[name], f" {name} "))[:most]
    every = Counter({f" {name} ": count for name, count in own.items()})
    return {name: sum(count for other, count in every.items() if f" {name} " in other) for name in first}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    batches=st.lists(st.lists(st.sampled_from(AUTHORS), max_size=12), min_size=1, max_size=3),
    most=st.integers(1, 4),
    holding=st.sampled_from(["", "ann", "LEE", "e", "nobody"]),
)
@example(batches=[["Ann", "Bo", "Cy", "Di"], ["Éva", "Di", "Cy"], ["Di", "Éva", "Éva"]], most=1, holding="")
def test_names_are_counted_as_the_plainest_way_counts_them(
    batches: list[list[str | None]], most: int, holding: str
) -> None:
    numbers = iter(range(99))
    made = [[article(next(numbers), author) for author in batch] for batch in batches]
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(value_counts, "MOST_VALUES", most)
        patch.setattr(value_counts, "MOST_LISTED", most)
        engine = built(Path(folder), made)
        for clause in (Everything(), Word("talk", "talk", "body")):
            wanted = [each for batch in made for each in batch if isinstance(clause, Everything) or "talk" in each.body]
            matches = engine.match(Query(clause, "newest"), 1)
            found = matches.holding("author", holding) if holding and matches.holding else matches.values["author"]
            counted = plainly_counted([each.author for each in wanted if each.author], most, holding)
            nameless = sum(each.author is None for each in wanted)
            assert {name_key(name): count for name, count in found.items()} == {
                **counted,
                **({"": nameless} if nameless and not holding else {}),
            }
