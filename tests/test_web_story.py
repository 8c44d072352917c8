"""The story of an article and two articles side by side, asked by Flask's own client."""

from dataclasses import replace

import pytest

from search.request import Request
from tests.press import CRACK, PIER, PRESS, PRINTED_AGAIN, STORY, TALKS
from tests.scan_engine import ScanEngine
from tests.shown_page import ShownPage
from tests.test_web import got
from tests.test_web import shown as shown_by
from tests.told_story import EXCHANGE
from web import create_app
from web.links import article_url, compare_url

APP = create_app(ScanEngine((*PRESS, *STORY)))


def shown(url: str, status: int = 200) -> ShownPage:
    """The page at an address."""
    return shown_by(url, APP, status)


def test_shows_who_else_tells_the_story_and_how() -> None:
    page = shown("/article/crack?q=pier")
    assert page.texts("li", "telling") == [
        "Elbe Post · 2 May 2023 Bridge closed same source text as this article: 2 sentences "
        "compare Bridge closed with this article",
        "Daily <b>Wire</b> · 4 May 2023 Bridge closed reprint of Elbe Post compare Bridge closed with this article",
        "no outlet · no date Crack in <i>the</i> pier this article",
        "no outlet · no date Untold… compare Untold… with this article",
    ]
    assert [item.attributes.get("aria-current") for item in page.all("li", "telling")] == [None, None, "true", None]
    links = page.links()
    assert links["Elbe Post"] == links["Bridge closed"] == "/article/pier?q=pier"
    assert links["compare Bridge closed with this article"] == "/compare/crack/pier?q=pier"


def test_says_of_a_reprint_that_it_is_one_of_this_article() -> None:
    texts = shown("/article/pier").texts("p", "kinship")
    assert texts[1] == "reprint of this article compare Bridge closed with this article"


def test_names_the_original_of_the_same_outlet_by_its_title() -> None:
    later = replace(PRINTED_AGAIN, source=PIER.source, title="Bridge still closed")
    kinships = shown_by("/article/crack", create_app(ScanEngine([PIER, later, CRACK]))).texts("p", "kinship")
    assert kinships[1].startswith("reprint of “Bridge closed” ")


def test_leads_to_a_search_for_all_articles_of_the_story() -> None:
    url = shown("/article/pier").links()["Search within this story"]
    assert url == "/?q=story%3Acrack&sort=oldest&copies=all"
    assert shown(url).texts("h2", "headline")[:2] == ["Bridge closed", "Bridge closed"]


def test_puts_all_but_the_first_of_many_under_a_fold() -> None:
    many = [replace(CRACK, id=f"crack-{number:02}", title=f"Crack {number}") for number in range(60)]
    page = shown_by("/article/crack-55", create_app(ScanEngine(many)))
    assert page.texts("summary")[2] == "40 more"
    tellings = page.texts("li", "telling")
    assert len(tellings) == 50
    assert "Crack 8 " in tellings[8]
    assert tellings[9].endswith("Crack 55 this article")
    assert "Crack 9 " in tellings[10]
    assert page.links()["All 60 articles of this story"] == "/?q=story%3Acrack&sort=oldest&copies=all"


def test_tells_which_days_the_article_speaks_of() -> None:
    body = "On Wednesday the pier broke. Works begin in <b>May 2024</b>, on 1 June 2024, or by Wednesday."
    page = shown_by("/article/pier", create_app(ScanEngine([replace(PIER, body=body)])))
    assert page.texts("summary")[-1] == "Days it speaks of 4"
    days = {name: url for name, url in page.links().items() if "about" in url}
    assert days == {
        "26 April 2023": "/?q=about%3A2023-04-26",
        "3 May 2023": "/?q=about%3A2023-05-03",
        "May 2024": "/?q=about%3A2024-05",
        "1 June 2024": "/?q=about%3A2024-06-01",
    }
    assert page.texts("q") == ["Wednesday", "Wednesday", "May 2024", "1 June 2024"]


def test_marks_the_words_that_name_a_day_that_was_asked_for() -> None:
    body = "On Wednesday the pier broke.\n\nIt will open by <b>May\n2024</b>, or next month."
    app = create_app(ScanEngine([replace(PIER, body=body)]))
    article = shown_by("/article/pier?q=about%3A2023-04-26+OR+about%3A2024", app)
    assert article.texts("mark") == ["Wednesday", "May 2024"]
    page = shown_by("/?q=about%3A2023-04-26", app)
    assert page.texts("mark") == ["Wednesday"]
    assert shown_by(page.links()["Bridge closed"], app).texts("mark") == ["Wednesday"]


def test_tells_whom_the_article_quotes_and_how_others_print_it() -> None:
    page = shown("/article/said")
    assert page.texts("summary")[2:4] == ["The same words in other articles 1", "Whom it quotes 1"]
    assert page.texts("blockquote") == [
        "The pier must be replaced before <b>the</b> storms,",
        "The pier has to be replaced before <b>the</b> storms,",
    ]
    assert page.texts("mark") == ["marked like this", "must", "has to"]
    assert page.texts("q") == ["The pier must be replaced before <b>the</b> storms,", "3 May 2023"]
    links = page.links()
    assert links["Anna Brandt"] == "/?q=speaker%3A%22Anna+Brandt%22"
    assert links["“Pier to be replaced”"] == "/article/said-otherwise"
    assert shown(links["Anna Brandt"]).all("li", "hit")


def test_tells_whom_and_what_the_article_names() -> None:
    body = "Engineers told Anna Brandt of the crack. The bridge leads to Meissen, Brandt said, and Meissen is far."
    page = shown_by("/article/pier", create_app(ScanEngine([replace(PIER, body=body)])))
    assert page.texts("summary")[2:] == ["People 1", "Other names 1"]
    links = page.links()
    assert (links["Anna Brandt"], links["Meissen"]) == ("/?q=%22Anna+Brandt%22", "/?q=Meissen")
    assert [item for item in page.texts("li") if "times" in item] == ["Anna Brandt 2 times", "Meissen 2 times"]


def test_names_in_full_whom_only_another_article_of_the_story_does() -> None:
    full = replace(PIER, body="Engineers told Anna Brandt of the crack.")
    short = replace(CRACK, body="The crack is old, Brandt said in Meissen.")
    page = shown_by("/article/crack", create_app(ScanEngine([full, short])))
    assert page.links()["Anna Brandt"] == "/?q=%22Anna+Brandt%22"
    assert page.texts("summary")[2:] == ["People 1", "Other names 1"]


def test_shows_no_story_where_there_is_none() -> None:
    page = shown("/article/talks")
    assert page.all("section", "story-list") == []
    assert "Story" not in page.texts("dt")


def test_sets_two_articles_side_by_side() -> None:
    page = shown("/compare/pier/crack")
    assert page.texts("p", "summary") == ["1 sentence shared, 1 reworded, 1 only in the first, 2 only in the second"]
    assert page.texts("p", "kind")[1:] == ["Only here", "Reworded", "Shared", "Only here"]
    assert page.texts("p", "s") == [
        "Sentence 1 <script>alert(3)</script> Nobody was hurt.",
        "Sentence 2 Twelve lorries wait.",
        "Sentence 1 Engineers found a crack of 12 centimetres in the northern pier.",
        "Sentence 3 Engineers saw a crack of 12 centimetres in the northern pier.",
        "Sentence 2 Traffic now goes through Meissen by ferry.",
        "Sentence 4 Traffic now goes through Meissen by ferry!",
        "Sentence 3 Works begin soon.",
    ]
    assert page.texts("mark") == ["marked like this", "found", "saw"]
    assert page.links()["Crack in <i>the</i> pier"] == "/article/crack"
    assert page.links()["Exchange the sides"] == "/compare/crack/pier"


def test_a_comparison_and_a_story_keep_the_question_and_the_way_back() -> None:
    beside = shown("/compare/pier/crack?q=engineers&n=25").links()
    assert beside["‹ Results"] == "/?q=engineers&n=25"
    assert beside["Bridge closed"] == "/article/pier?q=engineers&n=25"
    assert beside["Exchange the sides"] == "/compare/crack/pier?q=engineers&n=25"
    assert "‹ Results" not in shown("/compare/pier/crack").links()
    story = shown("/story/crack?q=engineers").links()
    assert story["‹ Results"] == "/?q=engineers"
    assert story["compare with its source"] == "/compare/pier/pier-again?q=engineers"
    assert story["Elbe Post"] == "/article/pier?q=engineers"


def test_calls_the_articles_by_their_outlets_where_that_tells_them_apart() -> None:
    page = shown(f"/compare/pier/{TALKS.id}")
    assert page.texts("p", "whose") == ["Only in Elbe Post", "Only in CNN"]
    assert shown("/compare/pier/pier").texts("p", "whose") == ["In the first", "In the second"] * 3


def test_compares_what_has_no_text() -> None:
    assert shown("/compare/told/told").texts("li", "soft") == ["Neither of them has any text beyond its title."]


@pytest.mark.parametrize("url", ["/compare/pier/none", "/compare/none/pier", "/compare/%00/..%2F..", "/compare/pier"])
def test_answers_404_where_one_of_two_articles_is_not_there(url: str) -> None:
    assert shown(url, status=404).texts("h1")[0].startswith("There is no such ")


def test_keeps_ids_within_their_places_in_the_address() -> None:
    assert compare_url("a/b", "../c?d") == "/compare/a%2Fb/..%2Fc%3Fd"
    assert article_url(PIER.id, Request("")) == "/article/pier"
    assert CRACK.story == PIER.story


def test_gives_a_story_a_page_with_its_articles_on_a_line_of_time() -> None:
    page = shown("/story/crack")
    assert page.texts("h1") == ["Bridge closed"]
    assert page.texts("p", "byline") == ["4 articles, 2 outlets, 2–4 May 2023"]
    dots = [link.attributes["aria-label"] for link in page.all("a") if "aria-label" in link.attributes]
    assert dots == ["Elbe Post, 2 May 2023: Bridge closed", "Daily <b>Wire</b>, 4 May 2023: Bridge closed"]
    assert [circle.attributes["class"] for circle in page.all("circle") if circle.attributes.get("r") == "7"] == [
        "first",
        "re",
    ]
    assert page.texts("p", "days") == ["2 May34"]
    assert page.texts("p", "lede") == [
        "Elbe Post, 2 May 2023, is the first dated article. 2 articles have no stated day, and may be earlier."
    ]
    assert page.links()["Search within"] == "/?q=story%3Acrack&sort=oldest&copies=all"
    assert len(page.texts("ol", "tellers")[0].split("·")) == 5


def test_shows_who_shares_a_source_text_and_leads_to_the_differences() -> None:
    page = shown("/story/crack")
    assert page.texts("div", "chain") == [
        "3 articles, 3 sentences in the first Elbe Post 2 May 2023 · 3 sentences "
        "Daily <b>Wire</b> 4 May 2023 · reprint · 3 kept · compare with its source "
        "no outlet no date · nobody knows who was first · 2 kept, 1 of them reworded · by way of Elbe Post "
        "· Works begin soon. · <script>alert(3)</script> Nobody was hurt. · Twelve lorries wait. "
        "· compare with its source"
    ]
    assert page.texts("del") == ["Works begin soon."]
    assert page.links()["compare with its source"] == "/compare/pier/pier-again"
    assert shown("/story/said").texts("blockquote") == [
        "The pier must be replaced before <b>the</b> storms,",
        "The pier has to be replaced before <b>the</b> storms,",
    ]


def test_finds_a_story_by_any_of_its_articles_and_gives_it_as_json() -> None:
    assert shown("/story/pier-again").texts("h1") == ["Bridge closed"]
    answer = got("/story/pier-again.json", APP).json
    assert answer is not None
    assert (answer["id"], answer["total"]) == ("crack", 4)
    assert [member["id"] for member in answer["members"]][:2] == ["pier", "pier-again"]
    article = got("/article/pier.json", APP).json
    assert article is not None
    assert (article["id"], article["copies"], article["body"]) == ("pier", ["pier-again"], PIER.body)


def test_sets_side_by_side_what_the_articles_say_differently_and_alone() -> None:
    app = create_app(ScanEngine(EXCHANGE))
    page = shown_by("/story/wire", app)
    assert page.texts("tr")[1:3] == [
        "PrisonersThe two governments agreed on Wednesday to exchange 1,140 prisoners at the bridge of Ilmar."
        "Northern Wire",
        "PrisonersThe two governments agreed on Thursday to exchange 1,200 prisoners at the bridge of Ilmar."
        "Kaldera Radio, Daily Ledger",
    ]
    assert page.texts("em")[:4] == ["1,140", "1,200", "Wednesday", "Thursday"]
    assert page.texts("ul", "only") == [
        "Relatives waited with 340 candles for the buses and a word from the border. Northern Wire "
        "Fuel for the buses was paid by Marchetti, a merchant of the border town. Kaldera Radio"
    ]
    answer = got("/story/wire.json", app).json
    assert answer is not None
    assert [one["kind"] for one in answer["differences"]] == ["number", "day", "name", "speaker"]
    assert answer["differences"][0]["sayings"][0]["value"] == "1,140"
    assert [link["article"] for link in answer["source_texts"][0]["links"]] == ["wire", "radio"]
    assert [fact["article"] for fact in answer["only_here"]] == ["wire", "radio"]


@pytest.mark.parametrize("url", ["/story/none", "/story/talks", "/story/%00", "/story/.."])
def test_answers_404_where_there_is_no_story(url: str) -> None:
    shown(url, status=404)
    answer = got(f"{url}.json", APP)
    assert (answer.status_code, list(answer.json or {})) == (404, ["error"])


def test_says_that_nobody_knows_who_was_first_where_no_day_is_stated() -> None:
    told = [replace(CRACK, id=id, story="a", body=f"Told {id}.") for id in ("a", "b")]
    page = shown_by("/story/a", create_app(ScanEngine(told)))
    assert page.texts("p", "lede") == ["No article states its day, so it is not known who had it first."]
    assert page.all("svg") == []
