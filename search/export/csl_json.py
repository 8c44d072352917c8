"""Articles as CSL-JSON, which citation processors (Zotero, pandoc, citeproc) read."""

import json
from collections.abc import Iterable, Iterator

from index.article import Article, Published
from search.export.author_names import author_names
from search.export.days_known import bounds_known


def csl_items(articles: Iterable[Article]) -> Iterator[str]:
    """A JSON array with an item for each article, an item on a line."""
    yield "["
    before = "\n"
    for article in articles:
        yield before + json.dumps(csl_item(article), ensure_ascii=False)
        before = ",\n"
    yield "\n]\n"


def csl_item(article: Article) -> dict[str, object]:
    """What is known of an article, by the names of the CSL schema; what is not known is left out, as it wants it."""
    known: dict[str, object] = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title,
        "author": [{"literal": name} for name in author_names(article.author)],
        "container-title": article.source,
        "issued": issued(article.published),
        "URL": article.url,
    }
    return {name: value for name, value in known.items() if value}


def issued(published: Published | None) -> dict[str, object] | None:
    """When it was published, from the first to the last day that it may be; None where nothing says."""
    bounds = bounds_known(published)
    if published is None or bounds is None:
        return None
    days = {"date-parts": [list(parts) for parts in dict.fromkeys(bounds)]}
    return {**days, "circa": True} if published.how in ("inferred", "changed") else dict(days)
