"""RSS and Atom: an article in each entry."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from html.entities import name2codepoint
from typing import Any

from index.article import Published, RoughArticle
from index.errors import Unreadable
from index.publication_date.metadata_dates import stated_by
from index.readers.encodings import without_controls
from index.readers.fields import address, one_line
from index.readers.source import FileSource, Found
from index.text.html_text import text_of


def read_feed(source: FileSource) -> Iterator[Found]:
    """The article of each entry of a feed; an entry that has neither a text nor a title is named."""
    data = without_html_entities(source.whole())
    if re.search(rb"<!ENTITY", data.replace(b"\0", b"")):
        raise Unreadable("declares entities of its own, which could grow without bound")
    # Imported here, because few folders hold feeds.
    from feedparser import parse

    # Bytes or text would be taken for the name of a file, or for an address to fetch from; a stream is only read.
    feed = parse(io.BytesIO(data))
    if not feed.version and not feed.entries:
        raise Unreadable("not a feed")
    outlet = plain(feed.feed.get("title"))
    is_atom = feed.version.startswith("atom")
    yield from (
        article_of_entry(entry, outlet, number, is_atom=is_atom) for number, entry in enumerate(feed.entries, 1)
    )


DOCTYPE = re.compile(rb"<!DOCTYPE\s[^\[<>]{0,500}(?:\[(?P<own>[^\]]{0,60000})\]\s{0,9})?>")
DECLARED = re.compile(
    rb"""<!ENTITY\s{1,9}(?:%\s{1,9}[^<>]{1,500}|(?P<name>\w{1,20})\s{1,9}["'](?:&?\#x?\w{1,8};|[^&"'%<]{1,4})["']\s{0,9})>"""
)
"""An entity that stands for a character, or for a list of such on the web, which is not fetched."""


def without_html_entities(data: bytes) -> bytes:
    """The feed without a document type that declares nothing but the entities of HTML, which everybody knows."""
    found = DOCTYPE.search(data[:100_000])
    if found is None:
        return data
    own = found["own"] or b""
    named = [match["name"] for match in DECLARED.finditer(own) if match["name"]]
    is_known = len(DECLARED.findall(own)) == own.count(b"<!ENTITY")
    if not is_known or not all(name.decode() in name2codepoint for name in named):
        return data
    return data[: found.start()] + data[found.end() :]


NO_POSTS = frozenset(
    str.split(
        "attachment nav_menu_item revision custom_css customize_changeset oembed_cache user_request feedback acf-field"
        " wp_block wp_template wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face"
    )
)
"""What WordPress exports beside posts and pages."""


def article_of_entry(entry: Any, outlet: str | None, number: int, *, is_atom: bool = False) -> Found:
    """The article of an entry, with the longest text that the entry has."""
    if str(entry.get("wp_post_type") or "post") in NO_POSTS:
        return Unreadable(f"entry {number}: a picture, a menu or a setting of the site, and no article")
    texts = [str(content.get("value") or "") for content in entry.get("content", [])]
    text = without_controls(text_of(max([*texts, str(entry.get("summary") or "")], key=len))).strip()
    title = plain(entry.get("title"))
    if not text and not title:
        return Unreadable(f"entry {number}: neither a text nor a title in it")
    changed = changed_in(entry) if is_atom else None
    return RoughArticle(
        text=text,
        title=title,
        published=None if changed else published_in(entry),
        changed=changed,
        source=plain(entry.get("source", {}).get("title")) or outlet,
        author=plain(entry.get("author")),
        url=address(entry.get("link")),
        record=number,
        key=str(entry.get("id") or "") or None,
    )


def published_in(entry: Any) -> Published | None:
    """When the entry says that it was published; RSS has one time only, whatever its element is called."""
    if "published" in entry:
        return stated_by(entry["published"])
    return stated_by(entry["updated"]) if "updated" in entry else None


def changed_in(entry: Any) -> Published | None:
    """When an entry of Atom was last changed, where it does not say when it was published (RFC 4287, 4.2.15)."""
    stated = None if "published" in entry else stated_by(entry.get("updated"))
    return replace(stated, how="changed") if stated else None


def plain(value: object) -> str | None:
    """A value of a feed as text on one line; None when there is none."""
    return one_line(text_of(value)) if isinstance(value, str) else None
