"""What of a page its readers never see."""

import pytest
from lxml.html import document_fromstring

from index.article import RoughArticle
from index.readers.pages.html import read_html
from index.web_page.hidden_parts import HIDDEN_MARKS, HiddenMark, is_hidden, leave_out_hidden_parts
from tests.made_files import PARAGRAPHS, page, read


def shown(html: str) -> str:
    """The text of a page without what is hidden."""
    tree = document_fromstring(html)
    leave_out_hidden_parts(tree)
    return " ".join(tree.text_content().split())


@pytest.mark.parametrize("mark", HIDDEN_MARKS, ids=lambda mark: mark.name)
def test_each_mark_hides_what_no_other_does(mark: HiddenMark, monkeypatch: pytest.MonkeyPatch) -> None:
    html = f"<body><p>Seen by everybody</p>{mark.example}</body>"
    assert shown(html) == "Seen by everybody"
    others = tuple(other for other in HIDDEN_MARKS if other is not mark)
    monkeypatch.setattr("index.web_page.hidden_parts.HIDDEN_MARKS", others)
    assert "Unseen" in shown(html)


@pytest.mark.parametrize(
    "style",
    [
        "display: none !important",
        "color:red;display:none",
        "VISIBILITY:HIDDEN",
        "opacity:0",
        "position:absolute;left:-9999px",
        "height:0;overflow:hidden",
    ],
)
def test_styles_hide(style: str) -> None:
    assert shown(f'<body><p>Seen by everybody</p><p style="{style}">Unseen</p></body>') == "Seen by everybody"


@pytest.mark.parametrize(
    "attribute",
    ['style="display:block"', 'style="opacity:0.9"', 'hidden="until-found"', 'aria-hidden="false"', 'class="d-none-x"'],
)
def test_what_only_looks_like_a_mark_hides_nothing(attribute: str) -> None:
    (element,) = document_fromstring(f"<body><p {attribute}>Seen</p></body>").xpath("//p")
    assert not is_hidden(element)


def test_a_page_that_a_script_shows_is_kept() -> None:
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    html = f'<body><div>Menu</div><div id="app" style="display:none">{prose}<p hidden>Unseen</p></div></body>'
    assert shown(html) == "Menu" + "".join(PARAGRAPHS)


def test_the_text_behind_a_hidden_part_stays() -> None:
    assert shown("<body><p>Before <span hidden>unseen</span>and after</p></body>") == "Before and after"


def test_an_article_has_nothing_that_no_reader_sees() -> None:
    note = f'<div style="display:none"><p>Unseen. {PARAGRAPHS[0]}</p></div><template><p>Draft.</p></template>'
    (article,) = read(read_html, page("Talks go on", body=note).encode())
    assert isinstance(article, RoughArticle)
    assert article.text == "\n".join(["Talks go on", *PARAGRAPHS])
