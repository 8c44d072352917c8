"""The people and organisations by which an article is found."""

import pytest

from index.entities.filed_names import MOST_FILED, entity_key, filed_names

CASES = [
    ("a person in full", "President Joe Biden spoke. Biden left.", [("person", "Joe Biden")]),
    ("no surname alone", "Mr. Biden spoke.", []),
    ("an organisation", "NATO met on Monday. It was NATO that asked.", [("organisation", "NATO")]),
    ("no names that ran into each other", "President Donald TrumpGOP spoke.", []),
    ("no places", "They met in Kyiv, Ukraine.", []),
]


@pytest.mark.parametrize(("body", "expected"), [pytest.param(*case, id=name) for name, *case in CASES])
def test_files_an_article_by_whom_it_names_in_full(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.kind, each.name) for each in filed_names(body)] == expected


def test_knows_a_name_by_its_key_however_it_is_written() -> None:
    assert {entity_key(name) for name in ("Mark A. Milley", "mark milley", "MARK MILLEY")} == {"mark milley"}


def test_files_each_name_once_and_a_list_of_members_not_whole() -> None:
    assert len(filed_names("Senator Ann Lee spoke. Ann B. Lee left, and Ann Lee came back.")) == 1
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    members = [f"Senator Ann {first}{second.lower()}owski." for first in letters for second in letters]
    assert len(filed_names(" ".join(members))) == MOST_FILED
