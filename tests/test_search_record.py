"""The record of a search, asked by Flask's own client."""

from datetime import date

from tests.press import PRESS, STORY
from tests.scan_engine import ScanEngine
from tests.test_web import got
from tests.test_web import shown as shown_by
from web import create_app
from web.authentication.access import Access

APP = create_app(ScanEngine((*PRESS, *STORY)), today=lambda: date(2023, 6, 1))
ASKED = "q=peace&not_source=RT&since=2022&page=2&n=25"


def test_it_tells_what_was_asked_of_what_and_what_was_found() -> None:
    record = got(f"/record.json?{ASKED}", APP).json
    assert record is not None
    found = got(f"/search.json?{ASKED}&page=1", APP).json
    assert found is not None
    assert (record["query"], record["total"], record["generation"]) == ("peace", found["total"], found["generation"])
    assert record["chosen"] == [
        {"kind": "outlet", "value": "RT", "excluded": True},
        {"kind": "days", "value": "since 1 January 2022", "excluded": False},
    ]
    assert sum(record["by_outlet"].values()) == sum(record["by_month"].values()) == record["total"]
    assert (record["corpus"], record["date"], record["skipped"]) == (len((*PRESS, *STORY)), "2023-06-01", 0)
    assert record["citation"].startswith(
        "Search for “peace”, not outlet RT, since 1 January 2022 in a Dateline index of "
    )


def test_it_counts_copies_and_what_has_neither_outlet_nor_date() -> None:
    record = got("/record.json?q=pier", APP).json
    assert record is not None
    assert record["by_outlet"] == {"Daily <b>Wire</b>": 1, "Elbe Post": 1, "": 3}
    assert record["by_month"] == {"2023-05": 2, "": 3}


def test_it_is_a_page_to_print_that_leads_back_and_to_the_same_as_json() -> None:
    page = shown_by(f"/record?{ASKED}", APP)
    assert page.texts("h1") == ["Record of a search"]
    links = page.links()
    assert links["JSON"] == "/record.json?q=peace&since=2022&not_source=RT"
    assert links["‹ Results"] == "/?q=peace&since=2022&not_source=RT&n=25&page=2"
    assert (
        shown_by(f"/?{ASKED}".replace("&page=2", ""), APP)
        .links()["Record of this search"]
        .startswith("/record?q=peace")
    )
    assert shown_by("/record", APP).texts("h1") == ["Record of a search"]


def test_a_public_page_tells_nothing_of_files() -> None:
    public = create_app(ScanEngine(PRESS), access=Access(None, is_public=True))
    record = got("/record.json?q=peace", public).json
    assert record is not None
    assert record["skipped"] is None
    assert "not read" not in got("/record?q=peace", public).text
