"""A mail: the article is its text, the headline its subject."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, cast

from index.article import RoughArticle
from index.errors import Unreadable
from index.lexicon.outlet_names import canonical_name
from index.publication_date.metadata_dates import stated_by
from index.readers.encodings import decoded, without_controls
from index.readers.fields import one_line
from index.readers.source import FileSource, Found
from index.text.html_text import text_of
from index.text.line_hyphens import joined_at_line_ends

if TYPE_CHECKING:
    from email.message import EmailMessage
    from email.policy import EmailPolicy

FORWARDED = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s?:\s*)+", re.IGNORECASE)
WORD = re.compile(r"[^\W_]")


def read_mail(source: FileSource) -> Iterator[Found]:
    """The one article of a mail; Unreadable when it has no text."""
    message = message_of(source)
    text = text_of_mail(message)
    if not WORD.search(text):
        raise Unreadable("no text in this mail")
    sender = sender_of(message)
    outlet = canonical_name(sender) if sender else None
    yield RoughArticle(
        text=text,
        title=one_line(FORWARDED.sub("", header(message, "Subject"), count=1)),
        published=stated_by(header(message, "Date").partition(" (")[0]),
        source=outlet,
        author=None if outlet else sender,
    )


def message_of(source: FileSource) -> "EmailMessage":
    """The parsed message; what holds none of the headers of a mail is Unreadable."""
    # Imported here, because few folders hold mails.
    from email import message_from_bytes

    message = cast("EmailMessage", message_from_bytes(source.whole(), policy=cut_headers()))
    if not any(name in message for name in ("From", "Date", "Subject", "Content-Type")):
        raise Unreadable("not a mail")
    return message


@cache
def cut_headers() -> "EmailPolicy":
    """How Python reads a mail, but with each header of it and of its parts cut where no sane one goes on.

    The library needs time, and memory, that grow with the square of the length of a header.
    """
    from email.policy import EmailPolicy

    class CutHeaders(EmailPolicy):
        """The same policy, but for what it is given."""

        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            """The name and the value of the header that these lines are."""
            return super().header_source_parse(["".join(sourcelines)[:LONGEST_HEADER]])

    return CutHeaders()


LONGEST_HEADER = 2_000
"""Characters; RFC 5322 allows 998 in a line, and a headline has about 100."""


def header(message: "EmailMessage", name: str) -> str:
    """A header in plain words; empty when there is none, or when it cannot be read."""
    try:
        return " ".join(without_controls(str(message.get(name, ""))).split())
    except Exception:  # noqa: BLE001  the parser of headers fails on broken ones in any way at all
        return ""


def sender_of(message: "EmailMessage") -> str | None:
    """The name of the sender; None when only an address is given."""
    from email.utils import parseaddr

    name = parseaddr(header(message, "From"))[0]
    return one_line(name) if "@" not in name else None


def text_of_mail(message: "EmailMessage") -> str:
    """What the mail says, rather as plain text than as HTML; empty when it has no text."""
    for kind in ("plain", "html"):
        for part in message.walk():
            if part.get_content_type() == f"text/{kind}" and part.get_content_disposition() != "attachment":
                text = without_controls(part_text(part))
                shown = text_of(text) if kind == "html" else joined_at_line_ends(text)
                if WORD.search(shown):
                    return shown
    return ""


def part_text(part: "EmailMessage") -> str:
    """The text of a part, in the encoding that it names, or in the one that it looks like."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, ValueError):
        return decoded(data)
