"""Outlets that nobody need know, as lines above a text name them; and lines that name none."""

import pytest

from index.article import RoughArticle
from index.front_matter.outlet_lines import cited_outlet, labelled_outlet, outlet_and_author, parts_beside_day
from index.ingest.article_assembly import article_of

PROSE = (
    "The ferry stopped on Friday, officials told Reuters in the evening, and nobody would say when it will go again."
)
ABOVE = [
    # What stands between the headline and the text, the outlet and the author.
    (["Source: Ostrel Live", "Published: 11 November 2022"], "Ostrel Live", None),
    (["By Ada Quill", "Quelle: Ostrel Aktuell"], "Ostrel Aktuell", "Ada Quill"),
    (["Rambler (Ostrel), 11 November 2022, p. 4"], "Rambler", None),
    (["Wendland, 11 November 2022, S. B12"], "Wendland", None),
    (["Ada Quill, Business Insider, 11 November 2022"], "Business Insider", "Ada Quill"),
    (["courier.example | 11 November 2022 | Ada Quill"], "courier.example", "Ada Quill"),
    (["By Ada Quill for The Lamplighter", "11 November 2022"], "The Lamplighter", "Ada Quill"),
    (["Wendland Bugle", "11 November 2022"], "Wendland Bugle", None),
    (["11 November 2022", "The Ostrel Dispatch"], "The Ostrel Dispatch", None),
    (["Wendland Observer", "By Ada Quill"], "Wendland Observer", "Ada Quill"),
    # The agency that the prose names, where nothing else does.
    (["Source: Getty Images", "11 November 2022"], "Reuters", None),
    (["Source: Ministry of Ferries", "11 November 2022"], "Reuters", None),
    (["Press Release", "11 November 2022"], "Reuters", None),
    (["The Big Read", "11 November 2022"], "Reuters", None),
    (["Latest News", "By Ada Quill"], "Reuters", "Ada Quill"),
    (["Ostrel, 11 November 2022"], "Reuters", None),
    (["Ada Quill, 11 November 2022"], "Reuters", None),
    (["Press Release, 11 November 2022"], "Reuters", None),
    (["By Ada Quill for The Hague", "11 November 2022"], "Reuters", None),
    (["Source: the harbour master, who was there."], "Reuters", None),
]


@pytest.mark.parametrize(("lines", "outlet", "author"), ABOVE)
def test_an_outlet_is_known_by_how_a_line_names_it(lines: list[str], outlet: str, author: str | None) -> None:
    article = article_of(RoughArticle("\n\n".join(["Ferry stops", *lines, PROSE, PROSE[::-1].strip(".")])), "a.txt")
    assert (article.title, article.source) == ("Ferry stops", outlet)
    assert author is None or article.author == author


@pytest.mark.parametrize("line", ["The Ostrel Dispatch, 11 November 2022", "11 November 2022 | Wendland Bugle"])
def test_the_line_of_outlet_and_day_under_a_known_headline_is_no_part_of_the_text(line: str) -> None:
    article = article_of(RoughArticle(f"By Ada Quill\n\n{line}\n\n{PROSE}", title="Ferry stops"), "a.txt")
    assert (article.body, article.author) == (PROSE, "Ada Quill")
    assert article.source in {"The Ostrel Dispatch", "Wendland Bugle"}
    assert article.published is not None
    assert str(article.published.first) == "2022-11-11"


def test_a_line_without_a_day_of_its_own_cites_nothing() -> None:
    for line in (
        "Rambler, p. 4",
        "Rambler, 10 November 2022 to 11 November 2022, p. 4",
        "p. 4, 11 November 2022",
        "x" * 300,
    ):
        assert cited_outlet(line) is None
    assert outlet_and_author("Ada Quill, Ben Loam, 11 November 2022") is None
    assert labelled_outlet("Source: " + "Lantern " * 30) is None
    assert parts_beside_day("Friday 11 November 2022") == []
