"""What lists say of articles whose texts lie elsewhere: rows with an address, entries with an attached file.

A list of pages that were found has their addresses, outlets and days, and no texts; a page saved from there may say
neither. A bibliography names the files that were saved with it, and says what they are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from index.article import Article, Published, RoughArticle
from index.ingest.article_assembly import article_id
from index.ingest.file_units import read_units, units_of
from index.ingest.walk import FoundFile, path_name
from index.lexicon.outlet_sites import outlet_called
from index.readers.fields import ListedOnly
from index.readers.kinds import kind_by_ending

KINDS_OF_LISTS = frozenset({"table", "JSON", "JSON Lines", "spreadsheet", "RIS", "refer", "BibTeX"})
ENDINGS_OF_LISTS = (".rdf",)
LOOKED_AT = 50
"""Records; a file that lists nothing in so many is no list, and is not read to its end."""
MOST_LISTED = 200_000
"""In one build; about 100 MB."""
MOST_ATTACHED = 20
"""Files of an entry."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says of an article; None is what it does not say."""

    url: str | None
    files: tuple[str, ...]
    """The names of the files that have its text, as the index writes them."""
    title: str | None
    source: str | None
    author: str | None
    published: Published | None
    own: tuple[str, str] | None
    """The list, and the id of the article that the index has of this row alone; None when there is none."""
    passed_over: tuple[str, str] | None
    """The list, and what the report says of an entry that has no text of its own; None when it has one."""


@dataclass(frozen=True, slots=True)
class Listings:
    """What all lists of a build say, by the addresses and the files of the articles."""

    by_address: Mapping[str, Listed] = field(default_factory=dict)
    by_file: Mapping[str, Listed] = field(default_factory=dict)

    def of(self, article: Article) -> Listed | None:
        """What a list says of this article, of which it is no row itself; None when none does."""
        attached = self.by_file.get(article.path) if article.record is None else None
        listed = attached or (self.by_address.get(same_page(article.url)) if article.url else None)
        is_row = listed is not None and (not article.body or (listed.own is not None and listed.own[1] == article.id))
        return None if is_row else listed


NOTHING_LISTED = Listings()


def listings(found: Iterable[Listed]) -> Listings:
    """What was found in lists, the first of several that speak of one article."""
    by_address: dict[str, Listed] = {}
    by_file: dict[str, Listed] = {}
    for _, each in zip(range(MOST_LISTED), found, strict=False):
        if each.url:
            by_address.setdefault(same_page(each.url), each)
        for name in each.files:
            by_file.setdefault(name, each)
    return Listings(by_address, by_file)


def may_list(file: FoundFile) -> bool:
    """The file is of a kind in which lists are kept."""
    kind = kind_by_ending(file.path.name)
    is_list = kind is not None and kind.name in KINDS_OF_LISTS
    return is_list or file.path.name.lower().endswith(ENDINGS_OF_LISTS)


def listed_in(path: Path, fields: Mapping[str, str], inode: int = 0) -> Iterator[Listed]:
    """What a file lists, unless it lists nothing in its first records."""
    name = path_name(path)
    count = 0
    units = (read for unit in units_of(path, name, fields, inode=inode) for read in read_units(unit))
    for number, unit in enumerate(units):
        if number >= LOOKED_AT and not count:
            return
        content = unit.content
        rough = content.rough if isinstance(content, ListedOnly) else content
        if isinstance(rough, RoughArticle) and (files := attached(path.parent, rough.attachments)) + [rough.url]:
            is_article = rough is content
            if files or (rough.url and not rough.text):
                count += 1
                own = (name, article_id(unit.path, rough.key or rough.record or 0)) if is_article else None
                yield listed(rough, tuple(files), own, None if is_article else (name, str(content)))


def listed(
    rough: RoughArticle, files: tuple[str, ...], own: tuple[str, str] | None, passed_over: tuple[str, str] | None
) -> Listed:
    """What a row or an entry says."""
    source = outlet_called(rough.source) if rough.source else None
    return Listed(rough.url, files, rough.title, source, rough.author, rough.published, own, passed_over)


def attached(folder: Path, named: Sequence[str]) -> list[str]:
    """The attached files that lie below the folder of their list, whatever other folder they were in before."""
    found = []
    for name in named[:MOST_ATTACHED]:
        plain = unquote(re.sub(r"^file://(?:localhost)?", "", name)).replace("\\", "/")
        parts = [part for part in plain.split("/") if part not in {"", "."}]
        if not parts or ".." in parts or "\0" in plain:
            continue
        places = (folder.joinpath(*parts[start:]) for start in range(max(0, len(parts) - 4), len(parts)))
        try:
            found += [path_name(place) for place in [next((each for each in places if each.is_file()), None)] if place]
        except (OSError, ValueError):
            continue
    return found


def same_page(url: str) -> str:
    """What two addresses of one page have in common: no scheme, no "www.", no fragment, no slash at the end."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    query = f"?{parts.query}" if parts.query and not TRACKING.match(parts.query) else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


TRACKING = re.compile(r"(?:utm_|fbclid|gclid|ref=|src=|cmp=|ns_)", re.IGNORECASE)


def joined(article: Article, told: Listed) -> Article:
    """The article with what a list says of it: all of that for an attached file, and for a page what that lacks."""
    if article.path in told.files:
        return replace(
            article,
            title=told.title or article.title,
            title_is_stated=bool(told.title) or article.title_is_stated,
            source=told.source or article.source,
            author=told.author or article.author,
            url=article.url or told.url,
            published=told.published or article.published,
        )
    has_title = article.title_is_stated or not told.title
    return replace(
        article,
        title=article.title if has_title else told.title or article.title,
        title_is_stated=article.title_is_stated or bool(told.title),
        source=told.source if told.source and is_host(article) else article.source or told.source,
        author=article.author or told.author,
        published=article.published if is_dated(article) else told.published or article.published,
    )


def is_dated(article: Article) -> bool:
    """A day of publication is known, and not only one of change."""
    return article.published is not None and article.published.how != "changed"


def is_host(article: Article) -> bool:
    """Nothing tells the outlet of the article but the host of its address."""
    return not article.source or ("." in article.source and " " not in article.source)
