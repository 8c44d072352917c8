"""Plain text files: one article each, in whatever encoding."""

import re
from collections.abc import Iterator

from index.article import RoughArticle
from index.errors import Unreadable
from index.readers.encodings import decoded, without_controls
from index.readers.source import FileSource
from index.text.line_hyphens import joined_at_line_ends


def read_text(source: FileSource) -> Iterator[RoughArticle]:
    """The one article of a text file, with \\n for line ends and no control characters; Unreadable when it has none."""
    text = joined_at_line_ends(without_controls(decoded(source.whole())))
    if not WORD_CHARACTER.search(text):
        raise Unreadable("no words in it")
    yield RoughArticle(text)


WORD_CHARACTER = re.compile(r"[^\W_]")
