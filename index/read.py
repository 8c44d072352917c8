"""From one file to its articles."""

import os
import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from index.article import Article, Removed, RoughArticle
from index.bylines import byline
from index.clean import COMMENT_STAMP, clean
from index.datelines import dateline
from index.dates import stated_date
from index.errors import Unreadable
from index.headlines import could_be_headline, title_of_prose
from index.outlets import outlets
from index.readers.text import read_text

READERS: dict[str, Callable[[Path], list[RoughArticle]]] = {
    ".txt": read_text,
    ".text": read_text,
}
"""What reads each kind of file, by the end of its name in small letters."""


def articles_in(path: Path) -> list[Article]:
    """The articles of a file, in order; Unreadable when it holds none or is of a kind that Dateline does not read."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise Unreadable("not a kind of file that Dateline reads")
    name = path_name(path)
    return [article_of(rough, name, record) for record, rough in enumerate(reader(path))]


def path_name(path: Path) -> str:
    """The absolute path as text that can always be written, and that no other path has.

    Bytes that are no text, control characters and backslashes are written as escapes.
    """
    encoded = os.fsencode(path.absolute())
    if os.sep != "\\":
        encoded = encoded.replace(b"\\", b"\\\\")
    return CONTROL.sub(escape, encoded.decode("utf-8", errors="backslashreplace"))


def escape(control: re.Match[str]) -> str:
    """A control character as Python writes it; one beyond ASCII not as the byte that has its number."""
    code = ord(control.group())
    return f"\\x{code:02x}" if code < 0x80 else f"\\u{code:04x}"


CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def article_id(path_name: str, record: int = 0) -> str:
    """The id of an article: 16 hexadecimal digits that depend on its place only, never on its content."""
    place = path_name if record == 0 else f"{path_name}\0{record}"
    return sha256(place.encode()).hexdigest()[:16]


def article_of(rough: RoughArticle, path: str, record: int) -> Article:
    """What a reader found, cleaned, dated and attributed; Unreadable when nothing but boilerplate is in it."""
    cleaned = clean(rough.text)
    if not cleaned.kept:
        raise Unreadable("nothing in it but lines that belong to no article")
    title, paragraphs = title_and_body(cleaned.kept)
    body = "\n\n".join(paragraphs)
    lines = [removed.text for removed in cleaned.removed if removed.rule != COMMENT_STAMP]
    named = outlets(title if len(paragraphs) < len(cleaned.kept) else "", body, lines)
    return Article(
        id=article_id(path, record),
        path=path,
        title=title,
        title_is_stated=len(paragraphs) < len(cleaned.kept),
        body=body,
        source=named.source,
        url=address(cleaned.removed),
        author=author(cleaned.removed),
        place=place(cleaned.removed),
        published=stated_date(lines),
        cites=named.cites,
        removed=cleaned.removed,
    )


def title_and_body(kept: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The headline and the paragraphs under it; or a title made of the first sentence, and all paragraphs."""
    if could_be_headline(kept[0]):
        return kept[0], kept[1:]
    return title_of_prose(kept[0]), kept


def author(removed: Sequence[Removed]) -> str | None:
    """Who wrote it, as the first byline says; None when there is none."""
    lines = (line.text for line in removed if line.rule in {"byline", "date line"})
    return next((found.author for line in lines if (found := byline(" ".join(line.split()))) and found.author), None)


def address(removed: Sequence[Removed]) -> str | None:
    """Where it was published, as a line labelled "URL" says; None when there is none."""
    return next((line.text.split(":", 1)[1].strip() for line in removed if line.rule == "address"), None)


def place(removed: Sequence[Removed]) -> str | None:
    """Where it was written, as the dateline says; None when there is none."""
    lines = (line.text for line in removed if line.rule == "dateline")
    return next((found.place for line in lines if (found := dateline(line)) and found.place), None)
