"""Articles in the RIS format, which reference managers read: a tag on each line, and ER at the end of each."""

import re
from collections.abc import Iterable, Iterator

from index.article import Article
from search.export.author_names import author_names
from search.export.days_known import DateParts, parts_known

NOT_IN_A_VALUE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def ris_records(articles: Iterable[Article]) -> Iterator[str]:
    """A record for each article; its lines end as the format wants it, with both characters."""
    for article in articles:
        lines = [f"{tag}  - {one_line(value)}".rstrip() for tag, value in tagged(article)]
        yield "\r\n".join([*lines, "ER  - ", "", ""])


def tagged(article: Article) -> Iterator[tuple[str, str]]:
    """What is known of an article, by tags."""
    yield "TY", "NEWS"
    yield "ID", article.id
    yield "TI", article.title
    yield from (("AU", name) for name in author_names(article.author))
    if article.source:
        yield "T2", article.source
    if parts := parts_known(article.published):
        yield "PY", f"{parts[0]:04}"
        yield "DA", date_value(parts)
    if article.url:
        yield "UR", article.url


def date_value(parts: DateParts) -> str:
    """A date as RIS writes it, year/month/day/other, with nothing where nothing is known: 2022/11//."""
    year, month, day = (*parts, None, None)[:3]
    return f"{year:04}/{'' if month is None else f'{month:02}'}/{'' if day is None else f'{day:02}'}/"


def one_line(value: str) -> str:
    """The value without what would begin another line."""
    return NOT_IN_A_VALUE.sub(" ", value).strip()
