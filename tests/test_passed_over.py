"""Lists that stand between two paragraphs of an article."""

import pytest
from lxml.html import document_fromstring

from index.article import RoughArticle
from index.readers.pages.html import read_html
from index.web_page.passed_over import with_lists_between
from tests.made_files import PARAGRAPHS, read

FIRST, SECOND, THIRD = PARAGRAPHS
KEPT = f"{FIRST}\n{THIRD}"

LISTS = [
    (f"<ul><li>One</li><li>{SECOND}</li></ul>", ["One", SECOND]),
    ("<ol><li>One</li>\n<li>Two<ul><li>more</li></ul></li></ol>", ["One", "Twomore"]),
    ("<dl><dt>Who?</dt><dd>Nobody.</dd></dl>", ["Who?", "Nobody."]),
    ("<ul><li>One</li></ul><ul><li>Two</li></ul>", []),
    ("<ul><li><a href=/a>Another article</a></li></ul>", []),
    ("<div><ul><li>One</li></ul></div>", []),
    ("<ul></ul>", []),
    ("<p>Left out</p><ul><li>One</li></ul>", []),
    (f"<ul><li>{FIRST}</li></ul>", []),
]


@pytest.mark.parametrize(("between", "items"), LISTS)
def test_a_list_between_two_paragraphs_that_are_kept_is_kept(between: str, items: list[str]) -> None:
    page = document_fromstring(f"<body><p>{FIRST}</p>{between}<p>{THIRD}</p></body>")
    assert with_lists_between(page, KEPT) == "\n".join([FIRST, *items, THIRD])


def test_a_list_right_in_a_page_without_containers_is_part_of_its_text() -> None:
    items = "".join(f"<li>{paragraph}</li>" for paragraph in ("Two piers will be closed.", SECOND, THIRD))
    html = f"<html><head><title>Talks</title></head><body><p>{FIRST}</p><p>{SECOND[:60]}.</p><ul>{items}</ul>"
    (found,) = read(read_html, f"{html}<p>{FIRST[::-1]}.</p></body></html>".encode())
    assert isinstance(found, RoughArticle)
    assert "Two piers will be closed." in found.text
    assert THIRD in found.text
