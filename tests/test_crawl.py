"""Every link on every page leads somewhere."""

from pathlib import Path

from flask import Flask

from tests.built_index import built
from tests.crawl import crawl, shape_of
from tests.press import PRESS, STORY
from web import create_app


def test_every_link_is_answered(tmp_path: Path) -> None:
    app = create_app(built(tmp_path / "index", [(*PRESS[:6], *STORY)]), str(tmp_path / "index"))
    found = crawl(app.test_client(), most_of_a_shape=1, most=150)
    assert found.wrong == []
    assert found.answered > 40


def test_tells_of_a_link_that_leads_nowhere() -> None:
    app = Flask("tests")
    app.add_url_rule("/", "home", lambda: '<a href="/gone?q=x">x</a><a href="https://example.org/">y</a>')
    assert crawl(app.test_client(), 1, 10).wrong == ["404 /gone?q=x on /"]


def test_addresses_of_one_kind_have_one_shape() -> None:
    assert shape_of("/article/1?q=a&at=2") == shape_of("/article/2?at=3&q=b") == "/article/…?at&q"
    assert shape_of("/article/1.bib") == "/article/….bib?"
    assert shape_of("/compare/1/2?q=a") == "/compare/…?q"
    assert shape_of("/article/1/original") == "/article/…/original?"
    assert shape_of("/?source=A&source=B&q=x") == "/?q&source"
