"""The page over a small press, asked by Flask's own client."""

import gzip
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import feedparser
import pytest
from flask import Flask
from werkzeug.test import TestResponse

from index.article import Published, Removed
from search.language.dialects.dialect_reading import CALLED
from tests.built_index import built
from tests.press import HOSTILE, PRESS, ROUND_UPS, TALKS, UNDATED, published
from tests.scan_engine import ScanEngine
from tests.shown_page import ShownPage
from web import create_app
from web.authentication.access import Access
from web.beside import reading_view

APP = create_app(ScanEngine(PRESS), today=lambda: date(2022, 11, 12))


def got(url: str, app: Flask = APP, host: str = "localhost") -> TestResponse:
    """The answer to GET."""
    return app.test_client().get(url, headers={"Host": host}, buffered=True)


def shown(url: str, app: Flask = APP, status: int = 200) -> ShownPage:
    """The page at an address, which answers with this status."""
    response = got(url, app)
    assert (response.status_code, response.content_type) == (status, "text/html; charset=utf-8")
    assert len(response.data) < 60 * 1024
    return ShownPage(response.text)


def test_tells_on_the_home_page_what_there_is_and_how_to_ask() -> None:
    page = shown("/")
    assert page.texts("title")[:1] == ["Dateline: search 27 articles"]
    assert page.texts("h1") == ["27 articles from 3 outlets, 1 March 2021 – 6 April 2023, 1 without a date"]
    assert page.texts("h3", "headline")[:2] == ["Round-up 23", "Round-up 22"]
    assert page.links()["CNN 13 articles"] == "/?source=CNN"
    assert page.links()["All 27 articles, newest first"] == "/?sort=newest"


def test_takes_no_day_of_the_week_for_a_name() -> None:
    body = "He came on Wednesday, and on Wednesday they spoke of Milley in November."
    page = shown("/", create_app(ScanEngine([replace(TALKS, title="Milley speaks", body=body)])))
    assert "title:Milley" in page.texts("dt")


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
    assert page.texts("title")[:1] == ['"seize the moment" · Dateline']
    assert page.texts("h1") == ["1 article"]
    assert page.texts("code") == []
    assert page.links()["General urges peace talks"] == "/article/talks?q=%22seize+the+moment%22&at=1"
    assert page.texts("div", "by") == ["CNN 12 Nov 2022 example.org"]
    assert page.links()["example.org"] == "https://example.org/talks?a=b&c=d"
    assert page.all("time")[0].attributes == {"datetime": "2022-11-12"}
    assert page.texts("mark") == ["seize the moment"]


def test_says_how_a_date_is_known_when_the_article_does_not_state_it() -> None:
    page = shown("/?q=the+moment")
    assert [line for line in page.texts("div", "by") if "Outlet" in line] == [
        '"><b onmouseover=alert(1)>Outlet</b> Mar 2021 '
        'from its file name: “2021-03" onclick="alert(1)” (confidence 0.94)'
    ]
    assert "no outlet no date" in page.texts("div", "by")


def test_marks_a_date_that_was_worked_out_and_says_from_what() -> None:
    inferred = Published(date(2022, 11, 14), date(2022, 11, 16), "day", "inferred", "on Wednesday", 0.7)
    app = create_app(ScanEngine([replace(TALKS, published=inferred)]))
    page = shown("/?q=talks", app)
    assert "≈ 14–16 Nov 2022" in page.texts("summary")
    (details,) = page.texts("details", "why")
    assert details.endswith("worked out from the text, fairly sure: “on Wednesday” (confidence 0.70)")
    assert "≈ 14–16 November 2022" in shown("/article/talks", app).texts("p", "byline")[0]


def test_says_in_which_language_the_query_was_read_and_links_to_the_others() -> None:
    assert not [summary for summary in shown("/?q=talks").texts("summary") if "Written" in summary]
    page = shown("/?q=" + quote("headline(peace talks)"))
    assert "Written as in: Nexis" in page.texts("summary")
    assert page.links()["Dateline"].endswith("&syntax=native") or page.links()["Factiva"].endswith("&syntax=factiva")
    page = shown("/?q=" + quote("hd=peace or talks") + "&syntax=factiva&sort=newest")
    assert page.links()["title:peace OR talks"] == "/?q=title%3Apeace+OR+talks&sort=newest"
    page = shown("/?q=" + quote("headline(peace talks)") + "&syntax=native")
    assert "Written as in: Dateline" in page.texts("summary")
    assert "Written as in: Factiva" in shown("/?q=" + quote("hd=zebra")).texts("summary")
    page = shown("/?q=" + quote("talks w/9 peace"))  # which Factiva reads in this order
    assert "Written as in: Dateline" in page.texts("summary")
    assert page.links()["Factiva"].endswith("&syntax=factiva")


def test_says_how_the_query_was_read_and_what_was_mended() -> None:
    page = shown("/?q=" + quote('"seize the moment'))
    assert page.texts("ul", "notes") == ["the quotation mark has no partner: read to the end as a phrase"]
    assert page.all("input")[0].attributes["value"] == '"seize the moment'


def test_narrows_by_links_and_widens_again() -> None:
    page = shown("/?q=peace")
    assert page.links()["RT 12 articles"] == "/?q=peace&source=RT"
    narrowed = shown("/?q=peace&source=CNN&since=2022-11&until=2022-11&sort=newest")
    assert narrowed.texts("h2", "headline") == ["Round-up 16", "General urges peace talks"]
    assert narrowed.links()["Remove outlet CNN ×"] == "/?q=peace&sort=newest&since=2022-11&until=2022-11"
    assert narrowed.links()["Remove days November 2022 ×"] == "/?q=peace&sort=newest&source=CNN"
    assert narrowed.links()["Take away CNN 2 articles"] == "/?q=peace&sort=newest&since=2022-11&until=2022-11"


def test_keeps_each_facet_open_beside_what_was_chosen_of_it() -> None:
    page = shown("/?q=peace&source=RT&not_author=Ada+Reporter")
    assert page.links()["CNN 12 articles"] == "/?q=peace&source=CNN&source=RT&not_author=Ada+Reporter"
    assert page.texts("a", "chip") == ["Remove outlet RT ×", "Remove not author Ada Reporter ×"]
    assert page.links()["Clear all"] == "/?q=peace"
    excluding = {link.attributes["aria-label"]: link.attributes["href"] for link in page.all("a", "out")}
    assert excluding["Exclude CNN"] == "/?q=peace&source=RT&not_author=Ada+Reporter&not_source=CNN"
    assert shown("/?q=peace&not_source=RT").texts("h1") == ["13 articles"]
    assert shown("/?q=peace&source=RT&source=CNN").texts("h1") == ["25 articles"]
    nobody = shown("/?q=the+moment&source=%28none%29")
    assert nobody.texts("h2", "headline") == ["He said the"]
    assert nobody.texts("a", "chip") == ["Remove no outlet ×"]


def test_lists_all_values_of_a_facet_and_finds_some_of_them_without_script() -> None:
    people = [
        replace(TALKS, id=f"p{number}", title=f"Talks {number}", body=f"President Ann {name}owski spoke to NATO.")
        for number, name in enumerate(f"{first}{second}" for first in "ABCDEFG" for second in "abcdef")
    ]
    app = create_app(ScanEngine([*people, replace(people[0], id="again")]))
    page = shown("/?q=talks&source=CNN", app)
    (url,) = [url for text, url in page.links().items() if text == "All of them under Person"]
    assert url == "/facet/person?q=talks&source=CNN"
    every = shown(url, app)
    assert every.links()["Ann Aaowski 2 articles"] == "/?q=talks&source=CNN&person=Ann+Aaowski"
    assert every.links()["‹ Results"] == "/?q=talks&source=CNN"
    assert len([row for row in every.texts("li") if row.startswith("Ann ")]) == 42
    fields = [(field.attributes.get("name"), field.attributes.get("value")) for field in every.all("input")]
    assert fields[-3:] == [("q", "talks"), ("source", "CNN"), ("find", "")]
    found = shown("/facet/person?q=talks&source=CNN&find=ann+ca", app)
    assert [row for row in found.texts("li") if row.startswith("Ann ")] == ["Ann Caowski 1 article−"]
    assert shown("/facet/person?q=talks&find=nobody", app).links()["All of them"] == "/facet/person?q=talks"
    chosen = shown("/?q=talks&person=Ann+Caowski&person=Ann+Daowski&not_organisation=UN", app)
    assert chosen.texts("h1") == ["2 articles"]
    assert "Remove person Ann Caowski ×" in chosen.texts("a", "chip")
    assert shown("/?q=talks&not_person=Ann+Aaowski", app).texts("h1") == ["41 articles"]
    assert app.test_client().get("/facet/colour?q=talks").status_code == 404


def test_says_in_which_language_an_article_is_so_that_it_is_read_aloud_and_broken_as_such() -> None:
    app = create_app(ScanEngine([replace(TALKS, language="de"), replace(TALKS, id="untold", language=None)]))
    page = shown("/article/talks", app)
    assert [page.all(tag, kind)[0].attributes.get("lang") for tag, kind in (("h1", None), ("div", "body"))] == [
        "de"
    ] * 2
    assert page.all("html")[0].attributes["lang"] == "en"
    assert "lang" not in shown("/article/untold", app).all("div", "body")[0].attributes


def test_counts_a_choice_exactly_that_is_too_rare_to_be_offered(tmp_path: Path) -> None:
    every = [
        replace(TALKS, id=f"{author}-{number}", author=f"Writer {author:02}x")
        for author in range(40)
        for number in range(1 if author == 39 else 2)
    ]
    app = create_app(built(tmp_path, [every[::2], every[1::2]]))
    links = shown("/?q=talks&copies=all&author=Writer+39x&author=Writer+00x", app).links()
    assert links["Take away Writer 39x 1 article"] == "/?q=talks&author=Writer+00x&copies=all"
    assert links["Take away Writer 00x 2 articles"] == "/?q=talks&author=Writer+39x&copies=all"
    assert links["All of them under Author"] == "/facet/author?q=talks&author=Writer+00x&author=Writer+39x&copies=all"
    assert len([row for row in shown("/facet/author?q=talks&copies=all", app).texts("li") if "Writer" in row]) == 40


@pytest.mark.parametrize(
    "query", ["/?q=peace", "/?q=the+moment", "/?q=peace&source=CNN&since=2022-06", "/?sort=oldest&n=50"]
)
def test_counts_in_every_facet_and_bar_what_is_found_behind_it(query: str) -> None:
    page, counted = shown(query), 0
    for text, url in page.links().items():
        found = re.fullmatch(r"(?!Take away)(.*) (\d+) articles?", text)
        if not found or url == query:
            continue
        status = shown(url).texts("h1")[0]
        if "source=CNN" in query and "CNN" not in text and "source=" in url.replace("source=CNN", ""):
            continue  # beside the outlet that is chosen
        counted += 1
        assert (text, int(re.findall(r"\d+", status)[0])) == (text, int(found[2]))
    assert counted > 2


def test_draws_when_the_results_were_published_and_every_bar_is_a_link() -> None:
    page = shown("/?q=peace")
    labels = {link.attributes.get("aria-label", ""): link.attributes["href"] for link in page.all("a")}
    bars = {label: url for label, url in labels.items() if label.endswith(("article", "articles"))}
    assert bars["November 2022: 2 articles"] == "/?q=peace&since=2022-11&until=2022-11"
    assert len(bars) == 16
    assert page.texts("p", "ticks") == ["January 2022 April 2023"]
    near = shown("/?q=peace&since=2022-11&until=2022-11")
    assert near.links()["All days"] == "/?q=peace"
    assert "12 November 2022: 1 article" in {link.attributes.get("aria-label") for link in near.all("a")}
    some = shown("/?q=peace&since=2022-11")
    assert any(link.attributes.get("class") == "on" for link in some.all("a"))
    whole = shown("/?q=peace&since=2000")
    assert not any(link.attributes.get("class") == "on" for link in whole.all("a"))  # none is told from the others
    assert all(float(bar.attributes["width"].rstrip("%")) <= 10 for bar in near.all("rect", "v"))
    undated = shown("/?q=said")
    assert undated.links()["1 undated"] == "/?q=said&dated=%28none%29"


def test_keeps_the_choices_when_new_words_or_days_are_asked() -> None:
    page = shown("/?q=peace&source=CNN&until=2022-11&sort=newest")
    fields = [(field.attributes.get("name"), field.attributes.get("value")) for field in page.all("input")]
    assert fields == [
        ("q", "peace"), ("sort", "newest"), ("until", "2022-11"), ("source", "CNN"),
        ("q", "peace"), ("sort", "newest"), ("source", "CNN"), ("since", ""), ("until", "2022-11"),
    ]  # fmt: skip


def test_sorts() -> None:
    assert shown("/?q=peace").links()["newest"] == "/?q=peace&sort=newest"
    assert shown("/?q=peace&sort=newest").links()["best match"] == "/?q=peace"
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
    assert middle.texts("title")[:1] == ["peace, page 2 · Dateline"]


def test_says_where_results_end_when_asked_for_a_page_behind_them() -> None:
    page = shown("/?q=peace&page=1000")
    assert "There is no page 1,000: these results end on page 3." in page.texts("p", "hit-remark")
    assert page.links()["page 3"] == "/?q=peace&page=3"
    assert [each.text for each in page.elements if each.attributes.get("role") == "status"] == ["25 articles"]


def test_browses_everything_and_one_outlet_without_a_word() -> None:
    assert shown("/?sort=newest").texts("title")[:1] == ["All articles · Dateline"]
    assert shown("/?source=CNN").texts("title")[:1] == ["Articles: CNN · Dateline"]
    assert shown("/?q=+&sort=relevance").texts("h1")[0].startswith("27 articles")


def test_offers_ways_forward_when_nothing_is_found() -> None:
    page = shown("/?q=Seize&source=RT&source=CNN&since=2023")
    assert page.texts("title")[:1] == ["Nothing found: Seize · Dateline"]
    assert page.all("input")[0].attributes["value"] == "Seize"
    status = [element.text for element in page.elements if element.attributes.get("role") == "status"]
    assert status == ["Nothing found: no article matches."]
    ways = {text: url for text, url in page.links().items() if text.startswith(("The same", "Everything", "All"))}
    assert ways == {
        "The same search for any date, not only since 1 January 2023": "/?q=Seize&source=CNN&source=RT",
        "The same search without any filter": "/?q=Seize",
        "Everything that fits the filters": "/?sort=newest&since=2023&source=CNN&source=RT",
        "All articles, newest first": "/?sort=newest",
    }
    for url in ways.values():
        assert shown(url).all("li", "hit")


def test_shows_an_article_with_the_matches_marked_and_all_that_is_known_of_it() -> None:
    page = shown("/article/talks?q=%22seize+the+moment%22+talks&page=2")
    assert page.texts("title")[:1] == ["General urges peace talks · Dateline"]
    assert page.texts("mark") == ["talks", "seize the moment", "Talks"]
    assert page.links()["‹ Results"] == "/?q=%22seize+the+moment%22+talks&page=2"
    assert page.texts("p", "byline") == [
        "CNN · 12 November 2022 · Ada Reporter, Washington · cites The New York Times, Reuters Original"
    ]
    assert dict(zip(page.texts("dt"), page.texts("dd"), strict=True)) == {
        "Published": "12 November 2022 stated in the article: “date 2022-11-12” (confidence 0.88)",
        "Outlet": "CNN",
        "Address": "https://example.org/talks?a=b&c=d",
        "File": "news/talks.txt",
        "Why it ranks here": "show how it is scored",
        "Record": "talks",
        "Left out": "2 pieces of the file that are not the article "
        "read also Read also: other news empty label Posted on",
        "read also": "Read also: other news",
        "empty label": "Posted on",
    }
    assert page.texts("summary")[:2] == ["Cite", "About this record"]
    assert page.texts("span", "where") == ["2 matches"]


def test_walks_from_match_to_match_and_from_result_to_result_by_links() -> None:
    page = shown("/article/talks?q=peace+talks&at=1")
    assert page.texts("p", "gut") == ["‹ Results1 of 25"]
    (onward,) = [link.attributes["href"] for link in page.all("a", "step")]
    assert onward == "/article/talks?q=peace+talks&at=1&m=1#m1"
    here = shown(onward.partition("#")[0])
    assert here.texts("span", "where") == ["1 of 1"]
    assert [mark.attributes.get("class") for mark in here.all("mark") if "id" in mark.attributes] == ["here"]
    following = next(
        link for link in page.all("a") if link.attributes.get("rel") == "next" and "step" not in str(link.attributes)
    )
    second = shown(following.attributes["href"])
    assert second.texts("p", "gut") == ["‹ Results2 of 25"]
    back = next(
        link for link in second.all("a") if link.attributes.get("rel") == "prev" and "step" not in str(link.attributes)
    )
    assert back.attributes["href"] == "/article/talks?q=peace+talks&at=1"
    eleventh = shown("/?q=peace+talks&page=2").all("h2", "headline")
    assert eleventh
    assert shown("/article/talks?q=peace&at=99").texts("p", "gut") == ["‹ Results"]
    assert shown("/article/talks?q=peace&at=nine&m=many").texts("p", "gut") == ["‹ Results"]


def test_cites_an_article_and_says_why_it_ranks_here() -> None:
    page = shown("/article/talks?q=peace+talks&at=1&why=1")
    assert page.texts("textarea") == [
        "Reporter, A. (2022, November 12). General urges peace talks. CNN. https://example.org/talks?a=b&c=d",
        "Ada Reporter, “General urges peace talks,” CNN, November 12, 2022, https://example.org/talks?a=b&c=d.",
    ]
    assert got(page.links()["BibTeX"]).text.startswith("@article{")
    facts = dict(zip(page.texts("dt"), page.texts("dd"), strict=True))
    assert re.match(r"1 of 25 articles, score [0-9.]+ .*talks in the title and body: ", facts["Why it ranks here"])


def test_says_that_only_the_first_matches_are_marked_where_there_are_very_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_view, "MOST_MARKS", 2)
    app = create_app(ScanEngine([replace(TALKS, body="Talks and talk.")]))
    assert shown("/article/talks?q=body:talks", app).texts("span", "where") == ["the first 2 matches"]


def test_marks_the_parts_in_an_article_that_has_not_the_whole() -> None:
    assert shown("/article/talks?q=title:seize+body:refused").texts("mark") == ["refused"]


def test_says_that_an_article_has_no_headline_and_no_date() -> None:
    page = shown("/article/undated")
    assert page.texts("p", "soft") == ["The article has no headline; these are its first words."]
    assert page.texts("p", "byline") == ["no outlet · no date"]
    assert dict(zip(page.texts("dt"), page.texts("dd"), strict=True)) == {
        "Published": "no date",
        "Outlet": "no outlet",
        "File": "news/u.txt",
        "Record": "undated",
    }
    assert page.texts("p", "gut") == ["‹ Home"]


def test_shows_a_story_once_with_what_stands_under_it_and_the_ways_to_unfold_it() -> None:
    told = replace(TALKS, story="talks")
    app = create_app(ScanEngine([told, replace(told, id="b", body="Talks."), replace(told, id="c", wording="c")]))
    page = shown("/?q=talks", app)
    assert len(page.all("li", "hit")) == 1
    assert [element.text for element in page.elements if element.attributes.get("role") == "status"] == [
        "3 articles, 1 story"
    ]
    assert "3 articles · 12 Nov 2022" in page.texts("summary")
    (tellers,) = page.texts("ol", "tellers")
    assert tellers.count("CNN · 12 Nov 2022 General urges peace talks") == 2
    assert {"all articles", "reprints once", "stories"} <= set(page.links())
    assert page.links()["all articles"] == "/?q=talks&copies=all"
    assert len(shown("/?q=talks&copies=all", app).all("li", "hit")) == 3


def test_names_the_outlets_of_a_story_and_the_days_on_which_they_tell_it() -> None:
    told = [
        replace(
            TALKS,
            story="talks",
            id=str(day),
            source=name,
            body=f"Talks {day}.",
            published=published(date(2022, 11, day)),
        )
        for day, name in ((12, "CNN"), (9, "RT"), (14, "BBC"), (10, "AP"), (11, "TASS"), (13, "BBC"))
    ]
    app = create_app(ScanEngine(told))
    page = shown("/?q=%22talks+12%22", app)
    assert page.texts("h2", "headline") == ["General urges peace talks"]
    assert "also BBC, AP, RT and 1 more · 6 articles · 9–14 Nov 2022" in page.texts("summary")
    assert shown("/?q=%22talks+12%22&density=compact", app).links()["5 more tell this story"].startswith("/story/12?q=")
    again = create_app(
        ScanEngine(
            [replace(TALKS, story="a", wording="a"), replace(TALKS, id="b", story="a", wording="a", source="RT")]
        )
    )
    assert "reprint in CNN · 2 articles · 12 Nov 2022" in shown("/?q=talks", again).texts("summary")


def test_says_what_a_mistyped_word_was_taken_for_and_leads_to_what_was_typed() -> None:
    page = shown("/?q=negotiatoin&sort=newest", create_app(ScanEngine([replace(TALKS, body="A negotiation began.")])))
    assert page.texts("p", "correction") == ["No article holds “negotiatoin”; shown is negotiation · Only as typed"]
    assert page.links()["Only as typed"] == "/?q=%3Dnegotiatoin&sort=newest"
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
        "tree",
        "notes",
        "loosened",
        "corrected",
        "did_you_mean",
        "also",
        "total",
        "with_all_words",
        "stories",
        "page",
        "pages",
        "next",
        "facets",
        "timeline",
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
    assert narrowed.links()["newest"] == "/?q=peace&sort=newest&since=2022-11-12&until=2022-11"


def test_answers_without_a_day_that_it_cannot_read_and_says_so() -> None:
    page = shown("/?q=peace&since=soon&source=RT")
    (note,) = page.texts("ul", "notes")
    assert note.startswith("not a day: “soon”, left out; write a day as 2022-11-12")
    assert page.links()["newest"] == "/?q=peace&sort=newest&source=RT"
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
    assert len(whole["generation"]) == 16
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


@pytest.mark.parametrize(
    ("ending", "media_type", "beginning"),
    [
        ("csv", "text/csv", "rank,"),
        ("jsonl", "application/jsonl", '{"rank": 1'),
        ("bib", "application/x-bibtex", "@article{"),
        ("ris", "application/x-research-info-systems", "TY  - NEWS"),
        ("csl.json", "application/vnd.citationstyles.csl+json", "["),
        ("atom", "application/atom+xml", "<?xml"),
        ("rss", "application/rss+xml", "<?xml"),
    ],
)
def test_gives_all_that_is_found_as_files_and_feeds(ending: str, media_type: str, beginning: str) -> None:
    links = [link.attributes["href"] for link in shown("/?q=peace&source=CNN&page=2").all("a")]
    (url,) = {link for link in links if link.startswith(f"/search.{ending}?")}
    answer = got(url)
    assert (answer.status_code, answer.content_type.split(";")[0]) == (200, media_type)
    assert answer.text.startswith(beginning)
    assert len(re.findall(r"Round-up \d+", answer.text)) >= 12
    assert "General urges peace talks" in answer.text


def test_gives_feeds_that_parse_with_the_newest_first() -> None:
    for kind in ("atom", "rss"):
        feed = feedparser.parse(got(f"/search.{kind}?q=peace&copies=all").data)
        assert not feed.bozo
        assert (len(feed.entries), feed.entries[0].title) == (25, "Round-up 23")
        assert feed.entries[0].link == "http://localhost/article/round-up-23"


def test_tells_a_browser_how_to_search_here() -> None:
    tree = ElementTree.fromstring(got("/opensearch.xml").data)
    templates = [url.attrib["template"] for url in tree.iter("{http://a9.com/-/spec/opensearch/1.1/}Url")]
    assert templates[0] == "http://localhost/?q={searchTerms}"


def test_tells_the_public_of_no_file_in_any_export() -> None:
    app = create_app(ScanEngine(PRESS), access=Access(is_public=True))
    for ending in ("csv", "jsonl", "bib", "ris", "csl.json", "atom", "rss"):
        assert "news/" not in got(f"/search.{ending}?q=peace", app).text, ending


def test_sends_a_page_packed_and_not_again_to_whoever_has_it() -> None:
    client = APP.test_client()
    first = client.get("/?q=peace", headers={"Host": "localhost", "Accept-Encoding": "gzip"})
    assert first.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(first.data).decode() == got("/?q=peace").text
    again = client.get("/?q=peace", headers={"Host": "localhost", "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get("/?q=talks", headers={"Host": "localhost", "If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_tells_how_to_ask_in_examples_that_are_searches() -> None:
    page = shown("/help")
    assert page.texts("h1") == ["How to ask"]
    examples = [url for url in page.links().values() if url.startswith("/?q=")]
    assert len(examples) > 100
    for syntax in ("nexis", "factiva", "proquest", "westlaw", "google", "lucene"):
        assert page.links()[CALLED[syntax]] == f"#{syntax}"
        of_it = [url for url in examples if url.endswith(f"&syntax={syntax}")]
        assert len(of_it) > 5
        assert shown(of_it[0]).all("article")
    assert shown("/").links()["Help"] == "/help"


def test_tells_what_each_part_finds_where_all_of_them_find_nothing() -> None:
    page = shown("/?q=Seize+title:general&source=RT")
    (table,) = page.all("table", "count-table")
    assert table.text == "Part alone without it Seize 1 0 title:general 1 0 outlet RT 12 1 article without outlet RT"
    assert page.links()["1 article without outlet RT"] == "/?q=Seize+title%3Ageneral"
