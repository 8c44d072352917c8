"""What programs are told that they get: /openapi.json names every address for them, and real answers are as it says."""

import json
from datetime import date
from typing import Any

import pytest
import schemathesis
import schemathesis.checks as checks
from hypothesis import HealthCheck, settings
from jsonschema import Draft202012Validator

from tests.press import PRESS, STORY
from tests.scan_engine import ScanEngine
from tests.told_story import EXCHANGE
from web import create_app

APP = create_app(ScanEngine(PRESS), today=lambda: date(2022, 11, 12))
DOCUMENT = json.loads(APP.test_client().get("/openapi.json").text)
schema = schemathesis.openapi.from_wsgi("/openapi.json", APP)
FOR_READERS = {
    *("/saved", "/saved/<name>/seen", "/saved/<name>/remove", "/notes", "/notes.jsonl", "/article/<identifier>/note"),
    "/facet/<name>",
    *("/", "/help", "/skipped", "/article/<path:identifier>", "/story/<path:identifier>", "/compare/<left>/<right>"),
    *("/static/<path:filename>", "/opensearch.xml", "/record", "/article/<identifier>/original"),
}
"""Addresses that are no business of programs."""


def test_it_is_openapi_and_its_schemas_are_json_schema() -> None:
    assert DOCUMENT["openapi"].startswith("3.1.")
    assert DOCUMENT["servers"] == [{"url": "http://localhost"}]
    for name, each in DOCUMENT["components"]["schemas"].items():
        Draft202012Validator.check_schema(each)
        assert name[:1].isupper(), name


def test_it_names_every_address_for_programs_and_no_other() -> None:
    routes = {rule.rule for rule in APP.url_map.iter_rules()} - FOR_READERS
    assert {route.replace("<identifier>", "{id}") for route in routes} == set(DOCUMENT["paths"])


def validator(name: str) -> Draft202012Validator:
    """What holds an answer to the schema of this name."""
    return Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]})


ASKED = [
    "", "peace", "*", "zzzz", "NOT *", "(peace OR talk*) -seize w/5 x", "hlead(peace) and talks w/s general",
    "said:talks speaker:milley", "about:2022 date:2022-11 length>1 has:date id:x story:talks cites:cnn author:smith",
    "peace~1 ~ =talks stem:talk caps(Milley) first9(x) a not w/3 b p?ace*", "site:cnn.com language:en zebar:x",
]  # fmt: skip


@pytest.mark.parametrize("typed", ASKED)
@pytest.mark.parametrize("around", [{}, {"copies": "stories", "since": "2022", "sort": "newest", "n": "2"}])
def test_real_answers_are_as_it_says(typed: str, around: dict[str, str]) -> None:
    answer = APP.test_client().get("/search.json", query_string={"q": typed, **around})
    validator("Answer").validate(answer.json)


def test_stories_and_records_are_as_it_says() -> None:
    client = create_app(ScanEngine((*EXCHANGE, *STORY))).test_client()
    for identifier in ("wire", "crack", "said"):
        validator("Story").validate(client.get(f"/story/{identifier}.json").json)
    validator("Record").validate(client.get("/record.json?q=pier&not_source=CNN&since=2020").json)


@pytest.mark.parametrize("article", PRESS, ids=lambda article: article.id)
def test_articles_and_stories_are_as_it_says(article: object) -> None:
    identifier = getattr(article, "id")  # noqa: B009
    client = APP.test_client()
    validator("Article").validate(client.get(f"/article/{identifier}.json").json)
    validator("Article").validate(client.get(f"/article/{identifier}.json?q=peace -talks w/5 x").json)
    story = client.get(f"/story/{identifier}.json")
    validator("Story" if story.status_code == 200 else "Error").validate(story.json)


@pytest.mark.parametrize("path", [path for path in DOCUMENT["paths"] if "{" not in path])
def test_as_many_names_as_it_allows_may_be_asked_at_once(path: str) -> None:
    allowed = DOCUMENT["paths"][path]["get"]["parameters"]
    most = {each["name"]: each["schema"]["maxItems"] for each in allowed if "maxItems" in each["schema"]}
    names = [(name, f"{number} {'x' * 196}") for name, count in most.items() for number in range(count)]
    one_each = [(each["name"], "1") for each in allowed if each["name"] in ("q", "since", "until", "n", "page")]
    assert APP.test_client().get(path, query_string=[*names, *one_each]).status_code == 200


@schema.parametrize()
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
def test_whatever_may_be_asked_is_answered_as_it_says(case: "schemathesis.Case[Any]") -> None:
    # What stands for no cursor is refused, and no schema tells which do; what is asked in no other way is left out.
    refused = [checks.positive_data_acceptance] if "after" in (case.query or {}) else []
    case.call_and_validate(
        headers={"Host": "localhost", "Accept-Encoding": "identity"},
        excluded_checks=[checks.unsupported_method, checks.negative_data_rejection, *refused],
    )
