"""How records lie in JSON."""

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import RoughArticle
from index.readers.records.json import read_json
from index.readers.records.orientations import ORIENTATIONS, Orientation, oriented_records
from tests.made_files import read

NO_FIELDS: dict[str, str] = {}
ROWS = (
    ("Talks go on", "They met in Geneva, officials said, and will meet again."),
    ("Rates rise", "The bank raised them to five, as most had expected."),
)
FRAMES = {
    "columns": {"title": {"0": ROWS[0][0], "1": ROWS[1][0]}, "text": {"0": ROWS[0][1], "1": ROWS[1][1]}},
    "lists of columns": {"title": [ROWS[0][0], ROWS[1][0]], "text": [ROWS[0][1], ROWS[1][1]]},
    "index": {"0": {"title": ROWS[0][0], "text": ROWS[0][1]}, "1": {"title": ROWS[1][0], "text": ROWS[1][1]}},
    "split": {"columns": ["title", "text"], "index": [0, 1], "data": [[*ROWS[0]], [*ROWS[1]]]},
    "table": {
        "schema": {"fields": [{"name": "title", "type": "string"}, {"name": "text", "type": "string"}]},
        "data": [{"title": ROWS[0][0], "text": ROWS[0][1]}, {"title": ROWS[1][0], "text": ROWS[1][1]}],
    },
    "records": [{"title": ROWS[0][0], "text": ROWS[0][1]}, {"title": ROWS[1][0], "text": ROWS[1][1]}],
    "rows": [["title", "text"], [*ROWS[0]], [*ROWS[1]]],
    "values": {"range": "A1:B3", "values": [["title", "text"], [*ROWS[0]], [*ROWS[1]]]},
    "ids within": {
        "news": {
            "articles": {
                "a": dict(zip(("title", "text"), ROWS[0], strict=True)),
                "b": dict(zip(("title", "text"), ROWS[1], strict=True)),
            }
        }
    },
}


@pytest.mark.parametrize("value", FRAMES.values(), ids=FRAMES)
def test_it_reads_each_row(value: object) -> None:
    found = read(read_json, json.dumps(value).encode())
    assert [(each.title, each.text) for each in found if isinstance(each, RoughArticle)] == [*ROWS]


@pytest.mark.parametrize("orientation", ORIENTATIONS, ids=lambda each: each.name)
def test_each_orientation_is_needed_for_its_example(orientation: Orientation) -> None:
    value = json.loads(orientation.example)
    fitting = [each.name for each in ORIENTATIONS if each.records(value, NO_FIELDS)]
    assert fitting == [orientation.name]
    assert [
        {name: record[name] for name in ("title", "text")} for record in orientation.records(value, NO_FIELDS) or []
    ] == [{"title": "Talks", "text": "They go on."}]


def test_articles_under_their_addresses_have_them() -> None:
    record = {"title": "Talks go on", "text": ROWS[0][1]}
    pages = {"https://example.org/a": record, "https://example.org/b": {**record, "link": "https://example.org/c"}}
    found = [each for each in read(read_json, json.dumps(pages).encode()) if isinstance(each, RoughArticle)]
    assert [each.url for each in found] == ["https://example.org/a", "https://example.org/c"]
    assert [each.key for each in found] == ["https://example.org/a", "https://example.org/b"]


def test_an_article_is_called_what_the_object_calls_it() -> None:
    record = {"title": "Talks go on", "text": ROWS[0][1]}
    value = {"a17": record, "a18": {**record, "id": "own"}}
    assert [each.key for each in read(read_json, json.dumps(value).encode()) if isinstance(each, RoughArticle)] == [
        "a17",
        "own",
    ]


@pytest.mark.parametrize(
    "value",
    [
        {"title": "Talks go on", "text": ["They met.", "They left."]},
        {"title": {"rendered": "Talks"}, "content": {"rendered": "They met."}},
        {"title": {"text": "Talks"}, "body": {"text": "They met."}},
        {"title": ["Talks"], "text": ["They met."], "tags": ["a", "b"]},
        {"meta": {"title": "T"}, "links": {"url": "U"}},
        [["Talks", "They met."], ["Rates", "They rise."]],
        {"columns": ["a", "b"], "data": [[1, 2]]},
    ],
)
def test_one_article_is_not_taken_apart(value: object) -> None:
    assert oriented_records(value, NO_FIELDS) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["title", "text", "data", "columns", "values", "a"]), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(JSON)
def test_it_takes_any_value_apart_without_an_error(value: object) -> None:
    found = oriented_records(value, NO_FIELDS)
    assert found is None or isinstance(found, Sequence)
    read(read_json, json.dumps(value).encode())
