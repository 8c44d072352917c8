"""Plain text files: one article each, or those of an export, in whatever encoding."""

import re
from collections.abc import Iterator

from index.errors import Unreadable
from index.readers.encodings import decoded_text, without_controls
from index.readers.source import FileSource, Found
from index.readers.vendors.paged_texts import FORM_FEED
from index.readers.vendors.vendor_exports import articles_of_text
from index.text.line_hyphens import joined_at_line_ends


def read_text(source: FileSource) -> Iterator[Found]:
    """The articles of a text file, with \\n for line ends and no control characters; Unreadable when it has none."""
    read = decoded_text(source.whole(), source.charset)
    # Form feeds may stand between articles.
    text = joined_at_line_ends(FORM_FEED.join(map(without_controls, read.text.split(FORM_FEED))))
    if not WORD_CHARACTER.search(text):
        raise Unreadable("no words in it")
    yield from articles_of_text(text, doubts=read.doubts)


WORD_CHARACTER = re.compile(r"[^\W_]")
