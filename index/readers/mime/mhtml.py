"""Web pages that a browser has saved as one file, with their pictures: MHTML."""

from collections.abc import Iterator
from dataclasses import replace

from index.article import RoughArticle
from index.errors import Unreadable
from index.readers.fields import address
from index.readers.mime.mail import header, message_of, part_text
from index.readers.pages.html import read_html
from index.readers.source import FileSource, in_memory


def read_mhtml(source: FileSource) -> Iterator[RoughArticle]:
    """The one article of a saved page; Unreadable when there is no page in it."""
    message = message_of(source)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            url = address(header(message, "Snapshot-Content-Location")) or address(header(part, "Content-Location"))
            for rough in read_html(in_memory("page.html", part_text(part).encode("utf-8", "replace"), source)):
                yield replace(rough, url=rough.url or url)
            return
    raise Unreadable("no page in it")
