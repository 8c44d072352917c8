"""The page over a small press, asked by Flask's own client."""

import json
from dataclasses import replace
from datetime import date
from urllib.parse import quote

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from index.article import Removed
from tests.press import HOSTILE, PRESS, ROUND_UPS, TALKS, UNDATED
from tests.scan_engine import ScanEngine
from tests.shown_page import ShownPage
from web import create_app

APP = create_app(ScanEngine(PRESS), today=lambda: date(2022, 11, 12))


def got(url: str, app: Flask = APP, host: str = "localhost") -> TestResponse:
    """The answer to GET."""
    return app.test_client().get(url, headers={"Host": host}, buffered=True)


def shown(url: str, app: Flask = APP, status: int = 200) -> ShownPage:
    """The page at an address, which answers with this status."""
    response = got(url, app)
    assert (response.status_code, response.content_type) == (status, "text/html; charset=utf-8")
    assert len(response.data) < 60_000
    return ShownPage(response.text)


def test_tells_on_the_home_page_what_there_is_and_how_to_ask() -> None:
    page = shown("/")
    assert page.texts("title") == ["Dateline: search 27 articles"]
    assert page.texts("h1") == ["27 articles from 3 sources, 1 March 2021 – 6 April 2023, 1 without a date"]
    assert page.texts("h3", "headline")[:2] == ["Round-up 23", "Round-up 22"]
    assert page.links()["CNN 13 articles"] == "/?source=CNN"
    assert page.links()["All 27 articles, newest first"] == "/?sort=newest"


def test_offers_only_examples_that_find_something() -> None:
    ways = [url for url in shown("/").links().values() if url.startswith("/?q=")]
    assert ways
    for url in ways:
        assert shown(url).all("li", "hit")


def test_shows_every_way_to_ask_in_words_of_the_index_where_it_can() -> None:
    body = "Later the White House said that Milley favours negotiations, as reporters heard from Biden."
    one = replace(TALKS, id="one", title="Milley speaks", body=body)
    two = replace(TALKS, id="two", title="Again", body="Then Milley spoke of negotiations.")
    assert shown("/", create_app(ScanEngine([one, two]))).texts("dt") == [
        "Milley negotiations",
        '"White House"',
        "Milley OR Biden",
        "Milley -reporters",
        "negoti*",
        "title:Milley",
        'source:"CNN"',
        "date:2022-11",
        "about:2022-11",
    ]
    assert shown("/", create_app(ScanEngine([UNDATED]))).texts("dt") == [
        "word word", '"word word"', "word OR word", "word -word", "begin*", "title:word", 'source:"name"',
        "date:2022-11", "about:2022-11",
    ]  # fmt: skip


def test_says_how_to_fill_an_empty_index() -> None:
    page = shown("/", create_app(ScanEngine([])))
    assert page.texts("h1") == ["There are no articles in the index yet"]
    assert page.texts("code") == ["dateline index FOLDER"]


def test_shows_a_hit_with_its_title_outlet_date_and_best_passage() -> None:
    page = shown("/?q=%22seize+the+moment%22")
    assert page.texts("title") == ['"seize the moment" · Dateline']
    assert page.texts("h1") == ['"seize the moment"']
    assert [element.text for element in page.elements if element.attributes.get("role") == "status"] == ["1 article"]
    assert page.texts("code") == ['"seize the moment"']
    assert page.links()["General urges peace talks"] == "/article/talks?q=%22seize+the+moment%22"
    assert page.texts("p", "byline") == ["CNN 12 November 2022 cites The New York Times, Reuters"]
    assert page.all("time")[0].attributes == {
        "datetime": "2022-11-12",
        "title": "stated in the article: “date 2022-11-12” (confidence 0.88)",
    }
    assert page.texts("mark") == ["seize the moment"]


def test_says_how_a_date_is_known_when_the_article_does_not_state_it() -> None:
    page = shown("/?q=the+moment")
    assert [line for line in page.texts("p", "byline") if "Outlet" in line] == [
        '"><b onmouseover=alert(1)>Outlet</b> March 2021 (from its file name) cites <s>z</s>'
    ]
    assert "source not stated no date stated" in page.texts("p", "byline")


def test_says_in_which_language_the_query_was_read_and_links_to_the_others() -> None:
    assert shown("/?q=talks").texts("p", "syntax") == []
    page = shown("/?q=" + quote("headline(peace talks)"))
    (told,) = page.texts("p", "syntax")
    assert told.startswith("Written as in Dateline · Nexis · Factiva")
    page = shown("/?q=" + quote("headline(peace talks)") + "&syntax=native")
    assert page.texts("p", "syntax") == [told]


def test_says_how_the_query_was_read_and_what_was_mended() -> None:
    page = shown("/?q=" + quote('"seize the moment'))
    assert page.texts("ul", "notes") == ["the quotation mark has no partner: read to the end as a phrase"]
    assert page.all("input")[0].attributes["value"] == '"seize the moment'


def test_narrows_by_links_and_widens_again() -> None:
    page = shown("/?q=peace")
    assert page.links()["RT 12 results"] == "/?q=peace&source=RT"
    assert page.links()["2022 20 results"] == "/?q=peace&since=2022&until=2022"
    assert page.links()["November 2022 2 results"] == "/?q=peace&since=2022-11&until=2022-11"
    narrowed = shown("/?q=peace&source=CNN&since=2022-11&until=2022-11&sort=newest")
    assert narrowed.texts("h2", "headline") == ["Round-up 16", "General urges peace talks"]
    assert narrowed.links()["Take away the filter CNN ×"] == "/?q=peace&sort=newest&since=2022-11&until=2022-11"
    assert narrowed.links()["Take away the filter November 2022 ×"] == "/?q=peace&sort=newest&source=CNN"
    assert narrowed.links()["Take away CNN 2 results"] == "/?q=peace&sort=newest&since=2022-11&until=2022-11"


def test_keeps_the_choices_when_new_words_or_days_are_asked() -> None:
    page = shown("/?q=peace&source=CNN&until=2022-11&sort=newest")
    fields = [(field.attributes.get("name"), field.attributes.get("value")) for field in page.all("input")]
    assert fields == [
        ("q", "peace"), ("sort", "newest"), ("until", "2022-11"), ("source", "CNN"),
        ("q", "peace"), ("sort", "newest"), ("source", "CNN"), ("since", ""), ("until", "2022-11"),
    ]  # fmt: skip


def test_sorts() -> None:
    assert shown("/?q=peace").links()["Newest"] == "/?q=peace&sort=newest"
    assert shown("/?q=peace&sort=newest").links()["Best match"] == "/?q=peace"
    assert shown("/?q=peace&sort=newest").texts("h2", "headline")[0] == "Round-up 23"
    assert shown("/?q=peace&sort=oldest").texts("h2", "headline")[0] == "Round-up 0"


def test_turns_pages() -> None:
    first, middle, last = (shown(f"/?q=peace&page={number}") for number in (1, 2, 3))
    assert [len(page.all("li", "hit")) for page in (first, middle, last)] == [10, 10, 5]
    assert [page.all("ol", "hits")[0].attributes["start"] for page in (first, middle, last)] == ["1", "11", "21"]
    rels = [
        [(link.attributes["rel"], link.attributes["href"]) for link in page.all("a", "turn")]
        for page in (first, middle, last)
    ]
    assert rels == [
        [("next", "/?q=peace&page=2")],
        [("prev", "/?q=peace"), ("next", "/?q=peace&page=3")],
        [("prev", "/?q=peace&page=2")],
    ]
    assert middle.texts("title") == ["peace, page 2 · Dateline"]


def test_says_where_results_end_when_asked_for_a_page_behind_them() -> None:
    page = shown("/?q=peace&page=1000")
    assert "There is no page 1,000: these results end on page 3." in page.texts("p", "remark")
    assert page.links()["page 3"] == "/?q=peace&page=3"
    assert [each.text for each in page.elements if each.attributes.get("role") == "status"] == ["25 articles · 3 pages"]


def test_browses_everything_and_one_outlet_without_a_word() -> None:
    assert shown("/?sort=newest").texts("h1") == ["All articles"]
    assert shown("/?source=CNN").texts("h1") == ["Articles: CNN"]
    assert shown("/?q=+&sort=relevance").texts("h1")[0].startswith("27 articles")


def test_offers_ways_forward_when_nothing_is_found() -> None:
    page = shown("/?q=Seize&source=RT&source=CNN&since=2023")
    assert page.texts("title") == ["Nothing found: Seize · Dateline"]
    assert page.all("input")[0].attributes["value"] == "Seize"
    status = [element.text for element in page.elements if element.attributes.get("role") == "status"]
    assert status == ["Nothing found: no article matches."]
    ways = {text: url for text, url in page.links().items() if text.startswith(("The same", "Everything", "All"))}
    assert ways == {
        "The same search for any date, not only since 1 January 2023": "/?q=Seize&source=CNN&source=RT",
        "The same search without any filter": "/?q=Seize",
        "Everything from these sources and days": "/?sort=newest&since=2023&source=CNN&source=RT",
        "All articles, newest first": "/?sort=newest",
    }
    for url in ways.values():
        assert shown(url).all("li", "hit")


def test_shows_an_article_with_the_matches_marked_and_all_that_is_known_of_it() -> None:
    page = shown("/article/talks?q=%22seize+the+moment%22+talks&page=2")
    assert page.texts("title") == ["General urges peace talks · Dateline"]
    assert page.texts("mark") == ["talks", "seize the moment", "Talks"]
    assert page.links()['← Back to the results for "seize the moment" talks'] == (
        "/?q=%22seize+the+moment%22+talks&page=2"
    )
    assert dict(zip(page.texts("dt"), page.texts("dd"), strict=True)) == {
        "Published": "12 November 2022 stated in the article: “date 2022-11-12”",
        "Source": "CNN",
        "Author": "Ada Reporter",
        "Place": "Washington",
        "Cites": "The New York Times, Reuters",
        "Address": "https://example.org/talks?a=b&c=d",
        "File": "news/talks.txt",
        "read also": "Read also: other news",
        "empty label": "Posted on",
    }
    assert page.texts("summary")[0] == "What was left out: 2 pieces of the file that are not the article"
    assert "3 matches marked" in page.texts("p", "matches")


def test_marks_the_parts_in_an_article_that_has_not_the_whole() -> None:
    assert shown("/article/talks?q=title:seize+body:refused").texts("mark") == ["refused"]


def test_says_that_an_article_has_no_headline_and_no_date() -> None:
    page = shown("/article/undated")
    assert page.texts("p", "remark") == ["The article has no headline; these are its first words."]
    assert dict(zip(page.texts("dt"), page.texts("dd"), strict=True)) == {
        "Published": "no date stated",
        "Source": "not stated",
        "File": "news/u.txt",
    }
    assert not page.all("p", "back")


def test_shows_a_story_once_with_what_stands_under_it_and_the_ways_to_unfold_it() -> None:
    told = replace(TALKS, story="talks")
    app = create_app(ScanEngine([told, replace(told, id="b", body="Talks."), replace(told, id="c", wording="c")]))
    page = shown("/?q=talks", app)
    assert len(page.all("li", "hit")) == 1
    assert [element.text for element in page.elements if element.attributes.get("role") == "status"] == [
        "3 articles, 1 story"
    ]
    assert page.texts("summary")[:1] == ["2 more tell this story"]
    folded = [text for text in page.texts("li") if "12 November 2022" in text and "hit" not in text]
    assert len([text for text in folded if text.startswith("General urges peace talks")]) >= 2
    assert {"All articles", "Reprints once", "Stories once"} <= set(page.links())
    assert page.links()["All articles"] == "/?q=talks&copies=all"
    assert len(shown("/?q=talks&copies=all", app).all("li", "hit")) == 3


def test_says_what_a_mistyped_word_was_taken_for_and_leads_to_what_was_typed() -> None:
    page = shown("/?q=negotiatoin&sort=newest", create_app(ScanEngine([replace(TALKS, body="A negotiation began.")])))
    assert page.texts("p", "correction") == ["Showing negotiation · Only negotiatoin"]
    assert page.links()["Only negotiatoin"] == "/?q=%3Dnegotiatoin&sort=newest"
    assert shown("/?q=%3Dnegotiatoin", create_app(ScanEngine([TALKS]))).texts("p", "correction") == []


def test_says_which_other_spellings_it_found_and_leads_to_the_word_as_it_was_typed() -> None:
    app = create_app(ScanEngine([replace(TALKS, body="He came from Kyiv."), replace(TALKS, id="b", body="To Kiev.")]))
    page = shown("/?q=kiev&sort=newest", app)
    assert page.texts("p", "also") == ["Also: Kyiv · Only as typed"]
    assert page.links()["Only as typed"] == "/?q=%3Dkiev&sort=newest"
    assert shown("/?q=%3Dkiev", app).texts("p", "also") == []


def test_leads_from_the_teasers_that_were_left_out_to_the_articles_that_they_tease() -> None:
    article = replace(TALKS, removed=(Removed("Read also: War goes on", "teaser"), Removed("Posted on", "empty label")))
    assert shown("/article/talks", create_app(ScanEngine([article]))).links()["War goes on"] == "/?q=War+goes+on"


def test_tells_programs_of_every_article_and_its_reprints_unless_they_ask_for_stories() -> None:
    told = replace(TALKS, story="talks", wording="talks")
    other = replace(TALKS, id="c", story="talks", body="Talks.")
    app = create_app(ScanEngine([told, replace(told, id="b"), other]))
    every, stories = (json.loads(got(f"/search.json?q=talks{more}", app).data) for more in ("", "&copies=stories"))
    assert (len(every["hits"]), every["total"], every["stories"]) == (3, 3, 1)
    assert {hit["id"]: hit["copies"] for hit in every["hits"]} == {"talks": ["b"], "b": ["talks"], "c": []}
    assert len(stories["hits"]) == 1


def test_gives_results_as_json_of_the_contract() -> None:
    answer = got("/search.json?q=%22seize+the+moment%22")
    assert (answer.status_code, answer.content_type) == (200, "application/json")
    results = json.loads(answer.data)
    assert list(results) == [
        "query",
        "read_as",
        "notes",
        "loosened",
        "corrected",
        "did_you_mean",
        "total",
        "with_all_words",
        "stories",
        "page",
        "pages",
        "next",
        "facets",
        "generation",
        "hits",
    ]
    assert list(results["hits"][0]) == [
        "rank", "id", "score", "title", "source", "path", "url", "published", "snippet", "story", "copies", "cites",
        "record", "lacks",
    ]  # fmt: skip
    assert {name: results[name] for name in ("query", "read_as", "total", "stories")} == {
        "query": '"seize the moment"',
        "read_as": '"seize the moment"',
        "total": 1,
        "stories": 1,
    }
    assert results["hits"][0]["published"] == {
        "first": "2022-11-12",
        "last": "2022-11-12",
        "precision": "day",
        "how": "stated",
        "evidence": "date 2022-11-12",
        "confidence": 0.88,
    }
    assert ["seize the moment", True] in results["hits"][0]["snippet"]


def test_gives_json_the_same_choices_as_the_page() -> None:
    for query in ("?q=peace&sort=oldest&source=RT&page=2", "?q=peace&since=2022-11&until=2022", "?sort=newest"):
        hits = json.loads(got("/search.json" + query).data)["hits"]
        assert [hit["title"] for hit in hits] == shown("/" + query).texts("h2", "headline")


def test_says_that_all_is_well() -> None:
    assert got("/healthz").json == {"status": "ok", "articles": 27}


def test_reads_days_in_the_form_as_the_box_does() -> None:
    for form, box in [("2022-1", "2022-1"), ("2022%2F11", "2022/11"), ("today", "today"), ("9+Nov+2022", "9 Nov 2022")]:
        found = json.loads(got(f"/search.json?q=peace&since={form}").data)
        assert found["total"] == json.loads(got("/search.json?q=" + quote(f"peace since:{box}")).data)["total"] > 0
        assert found["notes"] == []
    narrowed = shown("/?q=peace&since=today&until=2022-11")
    assert narrowed.links()["Newest"] == "/?q=peace&sort=newest&since=2022-11-12&until=2022-11"


def test_answers_without_a_day_that_it_cannot_read_and_says_so() -> None:
    page = shown("/?q=peace&since=soon&source=RT")
    (note,) = page.texts("ul", "notes")
    assert note.startswith("not a day: “soon”, left out; write a day as 2022-11-12")
    assert page.links()["Newest"] == "/?q=peace&sort=newest&source=RT"
    answer = json.loads(got("/search.json?q=peace&since=soon&source=RT").data)
    assert (answer["notes"], answer["total"]) == ([{"kind": "left out", "text": note, "from": None, "to": None}], 12)
    assert shown("/?until=soon").texts("ul", "notes")[0].startswith("not a day: “soon”")
    assert shown("/article/talks?since=soon").texts("h1") == shown("/article/talks").texts("h1")


def test_says_that_no_day_lies_between_bounds_that_are_exchanged() -> None:
    page = shown("/?q=peace&since=2022-12&until=2022-11")
    assert page.texts("ul", "notes") == ["no single day is since:2022-12-01 and until:2022-11-30"]


def test_counts_the_days_of_a_question_from_today() -> None:
    assert shown("/?q=peace+date:today").texts("code") == ["peace AND date:2022-11-12"]
    spoken = create_app(ScanEngine([replace(TALKS, body="He spoke on Friday.")]), today=lambda: date(2022, 11, 12))
    assert shown("/article/talks?q=about:yesterday", spoken).texts("mark") == ["Friday"]


def test_a_program_reads_on_to_the_end_of_an_answer_from_one_state_of_the_index() -> None:
    whole = json.loads(got("/search.json?q=peace&n=1000&sort=oldest").data)
    assert (whole["next"], whole["total"]) == (None, len(whole["hits"]))
    read, address = list[dict[str, object]](), "/search.json?q=peace&n=7&sort=oldest"
    while address:
        part = json.loads(got(address).data)
        read += part["hits"]
        assert (part["page"], part["generation"]) == (-(-len(read) // 7), whole["generation"])
        address = part["next"]
    assert read == whole["hits"]
    assert json.loads(got("/search.json?q=peace&n=7&page=999999999").data)["hits"] == []


def test_says_when_the_index_has_changed_since_an_answer_was_begun() -> None:
    address = json.loads(got("/search.json?q=peace&n=7").data)["next"]
    answer = got(address, create_app(ScanEngine(PRESS[:9])))
    assert (answer.status_code, list(answer.json or {})) == (410, ["error"])
    for after in ("x", "é", "MA", "LTEgYQ", "a" * 5000):
        assert got(f"/search.json?q=peace&after={after}").status_code == 400


def test_counts_what_was_found_for_programs_and_keeps_to_authors() -> None:
    found = json.loads(got("/search.json?q=talks&author=reporter&author=smith").data)
    assert [hit["id"] for hit in found["hits"]] == ["talks"]
    assert found["facets"] == {
        "source": [{"value": "CNN", "count": 1}],
        "year": [{"value": "2022", "count": 1}],
        "month": [{"value": "2022-11", "count": 1}],
    }


@pytest.mark.parametrize(
    "parameters", ["n=0", "n=1001", "n=-1", "page=0", "page=abc", "page=99999999999", "sort=bogus"]
)
@pytest.mark.parametrize("path", ["/", "/article/talks"])
def test_answers_400_with_a_sentence_to_what_cannot_be(path: str, parameters: str) -> None:
    page = shown(f"{path}?{parameters}", status=400)
    assert page.texts("h1") == ["This address cannot be answered"]
    json_answer = got(f"/search.json?{parameters}")
    assert (json_answer.status_code, list(json_answer.json or {})) == (400, ["error"])
    assert (json_answer.json or {})["error"] in page.texts("p")


def test_keeps_the_words_of_an_address_that_cannot_be_answered() -> None:
    page = shown("/?q=peace+talks&since=last+week&page=0", status=400)
    assert page.all("input")[0].attributes["value"] == "peace talks"
    assert page.links()["Search for peace talks alone"] == "/?q=peace+talks"


@pytest.mark.parametrize(
    "url", ["/article/none", "/article/..%2F..%2Fetc%2Fpasswd", "/article/%00", "/article/a/b", "/no"]
)
def test_answers_404_to_an_id_or_address_that_is_not_there(url: str) -> None:
    page = shown(url, status=404)
    assert page.texts("h1")[0].startswith("There is no such ")
    assert page.links()["To the home page"] == "/"


def test_gives_each_hit_a_place_among_all_of_them() -> None:
    ids = [json.loads(got(f"/search.json?q=peace&page={number}").data)["hits"] for number in (1, 2, 3)]
    ranks = [hit["rank"] for hits in ids for hit in hits]
    assert ranks == list(range(1, len(ROUND_UPS) + 2))
    assert HOSTILE.id not in [hit["id"] for hits in ids for hit in hits]
