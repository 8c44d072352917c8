"""One article of an export: what its header says of it, and its text."""

from dataclasses import dataclass, replace

from index.article import RoughArticle
from index.publication_date.metadata_dates import stated_by
from index.readers.fields import address, one_line


@dataclass(frozen=True, slots=True)
class VendorRecord:
    """What the header of an exported article says, in its own words; None where it says nothing."""

    body: str
    """Its paragraphs are lines, or blocks of wrapped lines with blank lines between them."""
    title: str | None = None
    day: str | None = None
    outlet: str | None = None
    author: str | None = None
    place: str | None = None
    url: str | None = None
    key: str | None = None
    """What the database calls it."""


def rough_articles(records: list[VendorRecord]) -> list[RoughArticle]:
    """The articles of these records, which have a number and a name in their file where they are several."""
    articles = [rough_article_of(record) for record in records]
    if len(articles) == 1:
        return articles
    numbered = enumerate(zip(articles, records, strict=True), 1)
    return [replace(article, record=number, key=record.key) for number, (article, record) in numbered]


def rough_article_of(record: VendorRecord) -> RoughArticle:
    """The article of a record."""
    return RoughArticle(
        text=record.body,
        title=one_line(record.title),
        published=stated_by(record.day) if record.day else None,
        source=one_line(record.outlet),
        author=one_line(record.author),
        place=one_line(record.place),
        url=address(record.url),
    )
