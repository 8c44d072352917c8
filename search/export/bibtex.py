"""Articles as BibTeX entries, for LaTeX."""

import re
from collections.abc import Iterable, Iterator

from index.article import Article
from search.export.author_names import author_names
from search.export.days_known import parts_known

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros that every style knows."""

ESCAPED = str.maketrans(
    {
        # A brace counts for BibTeX even behind a backslash, so that a lone one would take in all that follows.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)
IN_ADDRESS = {ord(sign): f"%{ord(sign):02X}" for sign in '{}\\ "<>^`|'}
"""What would end an address in LaTeX, as addresses write it."""


def bibtex_entries(articles: Iterable[Article]) -> Iterator[str]:
    """An entry for each article, in UTF-8."""
    for article in articles:
        fields = ",\n".join(f"  {name} = {value}" for name, value in fields_of(article))
        kind = "article" if article.source else "misc"
        yield f"@{kind}{{{key(article.id)},\n{fields}\n}}\n\n"


def fields_of(article: Article) -> Iterator[tuple[str, str]]:
    """What is known of an article, as BibTeX writes it; the second braces keep its capitals."""
    yield "title", f"{{{{{escaped(article.title)}}}}}"
    if names := author_names(article.author):
        yield "author", f"{{{' and '.join(map(escaped, names))}}}"
    if article.source:
        yield "journal", f"{{{escaped(article.source)}}}"
    parts = parts_known(article.published) or ()
    for name, part in zip(("year", "month", "day"), parts, strict=False):
        yield name, MONTHS[part - 1] if name == "month" else f"{{{part:04}}}" if name == "year" else f"{{{part}}}"
    if article.url:
        yield "url", f"{{{address(article.url)}}}"


def key(id: str) -> str:
    """What a text cites it by; letters and figures only, and a letter first."""
    return "a" + re.sub(r"[^0-9A-Za-z]", "-", id)


def escaped(text: str) -> str:
    """The text on one line, with nothing in it that LaTeX would obey."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text).split()).translate(ESCAPED)


def address(url: str) -> str:
    """The address as LaTeX takes one to the letter."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "", url).translate(IN_ADDRESS)
