"""Articles of which nothing but the day of their last change is known, from the file to the answer."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cli.printed import article_lines
from index.article import Article, Published, RoughArticle
from index.build import update_index
from index.ingest.article_assembly import article_of, not_after
from index.readers.pages.html import read_html
from index.schema import stored_article, stored_text
from search.language.parser import parse
from search.query import Query
from search.results import article_object
from search.snapshots import open_engine
from tests.made_files import page, read
from web.wording import when

PROSE = "The talks in Geneva went on for a third day, officials said, and nobody who took part would say when they end."
CHANGED = Published(date(2023, 9, 5), date(2023, 9, 5), "day", "changed", "2023-09-05T08:00:00Z")


def assembled(path: str, **known: object) -> Article:
    """The article of a file of this name, of which this is known."""
    return article_of(replace(RoughArticle(PROSE, title="Talks go on", changed=CHANGED), **known), path)  # type: ignore[arg-type]


def test_it_has_no_day_of_publication_and_is_shown_with_that_of_its_change() -> None:
    article = assembled("/talks.txt")
    assert (article.published, article.changed) == (None, CHANGED)
    assert stored_article(stored_text(article, article.body.encode()).decode()) == article
    told = article_object(article)
    assert told["published"] is None
    assert told["changed"] == {
        "first": "2023-09-05",
        "last": "2023-09-05",
        "precision": "day",
        "how": "changed",
        "evidence": "2023-09-05T08:00:00Z",
        "confidence": 0.8,
    }
    shown = ["".join(text for text, _ in line) for line in article_lines(article)]
    assert "changed: 2023-09-05 as “2023-09-05T08:00:00Z”, and so published no later" in shown


@pytest.mark.parametrize(
    ("path", "url", "first", "how"),
    [
        ("/2022-11-11 talks.txt", None, date(2022, 11, 11), "filename"),
        ("/talks.txt", "https://example.org/2022/11/11/talks", date(2022, 11, 11), "url"),
    ],
)
def test_an_address_or_a_name_counts_before_the_day_of_change(path: str, url: str, first: date, how: str) -> None:
    article = assembled(path, url=url)
    assert article.published is not None
    assert (article.published.first, article.published.how, article.changed) == (first, how, None)
    shown = replace(CHANGED, evidence="Last updated: 5 September 2023")
    by_line = assembled(path, url=url, published=shown)
    assert by_line.published is not None
    assert by_line.published.how == how


def test_no_day_after_the_change_counts() -> None:
    assert assembled("/2023-11-11 talks.txt").published is None
    day_after = Published(date(2023, 9, 6), date(2023, 9, 6), "day", "url", "2023/09/06")
    assert not_after(CHANGED, day_after) == day_after
    assert not_after(CHANGED, replace(day_after, first=date(2023, 9, 7), last=date(2023, 9, 7))) is None
    assert not_after(None, day_after) == day_after


def test_a_line_of_change_is_found_by_its_label_and_marked_as_no_sure_day(tmp_path: Path) -> None:
    records = [
        {"title": "One", "text": PROSE, "modified": "2023-09-05"},
        {"title": "Two", "text": PROSE, "published": "2022-11-11", "modified": "2023-09-05"},
    ]
    (tmp_path / "some.json").write_text(json.dumps(records), "utf-8")
    (tmp_path / "three.txt").write_text(f"Talks go on\n\nLast updated: 5 September 2023\n\n{PROSE}\n\n{PROSE}", "utf-8")
    update_index([tmp_path], tmp_path / "index", jobs=1, progress=lambda done, total: None)
    engine = open_engine(str(tmp_path / "index"))

    def found(typed: str) -> list[str]:
        candidates = engine.match(Query(parse(typed).clause), 10).candidates
        return sorted(article.title for article in engine.fetch([each.id for each in candidates]))

    assert found("dated:changed") == ["Talks go on"]
    assert found("dated:stated") == ["Two"]
    assert found("-has:date") == ["One"]
    (dated,) = engine.fetch([each.id for each in engine.match(Query(parse("dated:changed").clause), 10).candidates])
    assert dated.published is not None
    shown = when(dated.published)
    assert (shown.marked, shown.caveat) == ("≈ 5 Sep 2023", "the day of the last change")


@pytest.mark.parametrize(
    "line",
    [
        "Mis à jour le 15/09/2023 à 10h30",
        "mise à jour le 15 septembre 2023",
        "Aggiornato il 15 settembre 2023",
        "Stand: 15.09.2023 10:30 Uhr",
    ],
)
def test_a_page_that_shows_nothing_but_the_day_of_its_change_is_dated_by_it(line: str) -> None:
    html = page("Talks go on", body=f"<p>{line}</p>")
    (found,) = read(read_html, html.encode())
    assert isinstance(found, RoughArticle)
    assert found.published == Published(date(2023, 9, 15), date(2023, 9, 15), "day", "changed", line)


def test_a_moment_of_standing_is_that_of_publication_where_the_markup_says_so() -> None:
    head = '<meta name="date" content="2023-09-05T10:30:00+02:00">'
    (found,) = read(read_html, page("Talks go on", head, body="<p>Stand: 05.09.2023 10:30 Uhr</p>").encode())
    assert isinstance(found, RoughArticle)
    assert found.published is not None
    assert (found.published.first, found.published.how) == (date(2023, 9, 5), "stated")
