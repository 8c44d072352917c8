"""Articles that pages keep in several containers."""

import pytest

from index.article import RoughArticle
from index.readers.pages.html import read_html
from tests.made_files import read

PLACES = ["Riga", "Tallinn", "Vilnius"]
PIECES = [
    [
        f"The {number} ferry of the week left {place} on time, although half of its crew had called in sick that day.",
        f"Its captain said in {place} that nobody on the {number} ferry wanted a strike, but that all wanted sleep.",
        f"Passengers of the {number} ferry who had waited in {place} since Monday were given soup, bread and blankets.",
    ]
    for number, place in zip(["first", "second", "third"], PLACES, strict=True)
]
PROSE = ["".join(f"<p>{line}</p>" for line in piece) for piece in PIECES]


def places(body: str) -> list[str]:
    """The places of which the article of a page tells, in order."""
    (found,) = read(read_html, f"<html><head><title>Ferries</title></head><body>{body}</body></html>".encode())
    assert isinstance(found, RoughArticle)
    return sorted({place for place in PLACES if place in found.text}, key=found.text.index)


@pytest.mark.parametrize("name", ["story-body", "article-body", "c-entry__text"])
@pytest.mark.parametrize(
    "between", ["", '<div class="ad">Advertisement</div>', '<aside><a href="/b">Also new</a></aside>']
)
def test_an_article_in_several_containers_is_whole(name: str, between: str) -> None:
    wrapped = between.join(f'<section class="part"><div class="{name}">{prose}</div></section>' for prose in PROSE)
    beside = between.join(f'<div class="{name}">{prose}</div>' for prose in PROSE)
    assert places(f"<h1>Ferries</h1>{wrapped}") == PLACES
    assert places(f"<h1>Ferries</h1><main>{beside}</main>") == PLACES


@pytest.mark.parametrize(
    ("own", "wrapper"),
    [
        ('<h2><a href="/b">Another ferry</a></h2>', "part"),
        ("<time>3 April 2023</time>", "part"),
        ("", "comment"),
        ("", "related"),
    ],
)
def test_other_articles_and_comments_are_no_part_of_it(own: str, wrapper: str) -> None:
    article = f'<div class="story-body">{PROSE[0]}</div>'
    others = "".join(f'<div class="{wrapper}">{own}<div class="story-body">{prose}</div></div>' for prose in PROSE[1:])
    assert places(f'<article><h1>Ferries</h1><div class="part">{article}</div></article><div>{others}</div>') == [
        "Riga"
    ]
