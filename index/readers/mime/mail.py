"""A mail: the article is its text, or the mail that it forwards; the headline is the subject."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, cast

from index.article import Published, RoughArticle
from index.errors import Unreadable
from index.publication_date.metadata_dates import stated_by
from index.readers.charsets.encoding_labels import codec_called
from index.readers.charsets.named_decoding import decoded_as
from index.readers.encodings import decoded, without_controls
from index.readers.fields import one_line
from index.readers.mime.forwarded import ForwardedMail, forwarded_in
from index.readers.mime.senders import sender_of
from index.readers.source import FileSource, Found, in_memory
from index.text.html_text import text_of
from index.text.line_hyphens import joined_at_line_ends
from index.web_page.hidden_parts import leave_out_hidden_parts

if TYPE_CHECKING:
    from email.message import EmailMessage
    from email.policy import EmailPolicy

PREFIX = re.compile(
    r"\A\s*(?:(?:re|fwd?|fw|aw|wg|tr|rv|enc|i|r|rif|doorst|antw|vs|vl|vb|sv|pd|odp|ynt|ilt|továbbítás|válasz|转发|转寄|轉寄|回复|転送)"
    r"\s?[:：]\s*)+",
    re.IGNORECASE,
)
"""What programs put before the subject of a mail that answers or forwards another."""
WORD = re.compile(r"[^\W_]")
FEWEST_WORDS = 40
"""In a mail that has others attached, for it to say more than that they are there."""
DEEPEST = 4
"""Mails in mails."""


def read_mail(source: FileSource) -> Iterator[Found]:
    """The article of a mail, or those of the mails that are attached to it; Unreadable when it has no text."""
    message = message_of(source)
    articles = list(articles_of(message, DEEPEST))
    if not articles:
        raise Unreadable("no text in this mail")
    if len(articles) == 1:
        yield articles[0][1]
        return
    for number, (inner, rough) in enumerate(articles, 1):
        yield replace(rough, record=number, key=header(inner, "Message-ID") or None)


def read_apple_mail(source: FileSource) -> Iterator[Found]:
    """The same of a mail as Apple Mail keeps it: below a line with its length, above what the program notes of it."""
    length, _, rest = source.whole().partition(b"\n")
    if not LENGTH.fullmatch(length):
        raise Unreadable("not a mail of Apple Mail")
    yield from read_mail(in_memory(source.name, rest[: int(length)], source, record=source.record, key=source.key))


LENGTH = re.compile(rb"\s*\d{1,10}\s*")


def articles_of(message: "EmailMessage", depth: int) -> Iterator[tuple["EmailMessage", RoughArticle]]:
    """What a mail says, and what each mail that is attached to it says, as articles."""
    attached = list(mails_attached(message)) if depth else []
    inner = [pair for each in attached for pair in articles_of(each, depth - 1)]
    text = text_of_mail(message)
    if WORD.search(text) and (not inner or len(text.split()) >= FEWEST_WORDS):
        yield message, article_of_mail(message, text)
    yield from inner


def article_of_mail(message: "EmailMessage", text: str) -> RoughArticle:
    """The article that a mail is, or that it forwards in its text."""
    forwarded = forwarded_in(text)
    told = forwarded or ForwardedMail(
        header(message, "From"), header(message, "Date"), header(message, "Subject"), text
    )
    sender = sender_of(told.sender)
    return RoughArticle(
        text=told.text,
        title=one_line(PREFIX.sub("", told.subject or header(message, "Subject"), count=1)),
        published=mailed_on(told.day),
        source=sender.outlet,
        author=sender.author,
    )


def mailed_on(written: str) -> Published | None:
    """The day on which a mail was sent; a year of two figures is as RFC 5322 reads it."""
    from email.utils import parsedate

    written = written.partition(" (")[0]
    if stated := stated_by(written):
        return stated
    try:
        parts = parsedate(written)
        day = date(*parts[:3]) if parts else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return Published(day, day, "day", "stated", written) if day and EARLIEST <= day.year <= LATEST else None


EARLIEST, LATEST = 1971, 2100
"""Years in which mails are sent."""


def mails_attached(message: "EmailMessage") -> Iterator["EmailMessage"]:
    """The mails that are parts of this one, without those that are parts of them."""
    for part in own_parts(message):
        if part.get_content_type() == "message/rfc822":
            payload = part.get_payload()
            inner = payload[0] if isinstance(payload, list) and payload else None
            if inner is not None:
                yield cast("EmailMessage", inner)
        elif (part.get_filename() or "").lower().endswith(".eml"):
            data = part.get_payload(decode=True)
            if isinstance(data, bytes):
                yield parsed(data)


def own_parts(message: "EmailMessage") -> Iterator["EmailMessage"]:
    """The parts of a mail, without those of the mails in it."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        yield part
        payload = part.get_payload()
        if part.is_multipart() and part.get_content_type() != "message/rfc822" and isinstance(payload, list):
            waiting += reversed(cast("list[EmailMessage]", payload))


def message_of(source: FileSource) -> "EmailMessage":
    """The parsed message; what holds none of the headers of a mail is Unreadable."""
    message = parsed(source.whole())
    if not any(name in message for name in ("From", "Date", "Subject", "Content-Type")):
        raise Unreadable("not a mail")
    return message


def parsed(data: bytes) -> "EmailMessage":
    """These bytes as a message, whatever they are."""
    # Imported here, because few folders hold mails.
    from email import message_from_bytes

    return cast("EmailMessage", message_from_bytes(data, policy=cut_headers()))


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
            return super().header_source_parse([readable("".join(sourcelines)[:LONGEST_HEADER])])

    return CutHeaders()


ENCODED_WORD = re.compile(r"=\?([\w:.-]{1,40})(?:\*[^?\s]{0,20})?\?([BbQq])\?([^?\s]{0,1000})\?=")


def readable(header_line: str) -> str:
    """The header with its words as the Encoding Standard reads the names of encodings, and without bare bytes."""
    if not header_line.isascii():
        header_line = decoded(header_line.encode("utf-8", "surrogateescape"))
    return ENCODED_WORD.sub(in_utf8, header_line)


def in_utf8(word: re.Match[str]) -> str:
    """An encoded word (RFC 2047) in UTF-8; as it is where its encoding is unknown, or it is broken."""
    from base64 import b64decode, b64encode
    from quopri import decodestring

    codec = codec_called(word[1])
    if codec is None or codec == "utf-8":
        return word[0]
    try:
        data = b64decode(word[3]) if word[2] in "Bb" else decodestring(word[3].encode("ascii"), header=True)
    except ValueError:
        return word[0]
    return f"=?utf-8?B?{b64encode(decoded_as(data, codec).encode('utf-8', 'replace')).decode()}?="


LONGEST_HEADER = 2_000
"""Characters; RFC 5322 allows 998 in a line, and a headline has about 100."""


def header(message: "EmailMessage", name: str) -> str:
    """A header in plain words; empty when there is none, or when it cannot be read."""
    try:
        return " ".join(without_controls(str(message.get(name, ""))).split())
    except Exception:  # noqa: BLE001  the parser of headers fails on broken ones in any way at all
        return ""


def text_of_mail(message: "EmailMessage") -> str:
    """What the mail says: as plain text, unless its HTML says much more; empty when it has no text."""
    plain, shown = text_of_kind(message, "plain"), text_of_kind(message, "html")
    is_stub = len(shown.split()) > MOST_MORE * len(plain.split())
    return shown if is_stub or not WORD.search(plain) else plain


MOST_MORE = 2
"""Times as many words in the HTML of a mail as in its text, which has no links, menus and words for pictures."""


def text_of_kind(message: "EmailMessage", kind: str) -> str:
    """The text of all parts of one kind that are no attachments."""
    texts = []
    for part in own_parts(message):
        if part.get_content_type() == f"text/{kind}" and part.get_content_disposition() != "attachment":
            text = without_controls(part_text(part))
            texts.append(text_of(without_hidden_parts(text)) if kind == "html" else joined_at_line_ends(text))
    return "\n".join(text for text in texts if WORD.search(text))


def without_hidden_parts(page: str) -> str:
    """The HTML without what its readers never see, such as the words that lists of mails show beside the subject."""
    if not HIDING.search(page):
        return page
    # Imported here, because a folder of texts does not need it.
    from lxml import html
    from lxml.etree import LxmlError

    try:
        tree = html.fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        return page
    leave_out_hidden_parts(tree)
    return str(html.tostring(tree, encoding="unicode"))


HIDING = re.compile(r"\bhidden\b|\bnone\b|:\s*0|d-none", re.IGNORECASE)
"""In the HTML of a mail that may hide anything."""


def part_text(part: "EmailMessage") -> str:
    """The text of a part, in the encoding that it names, or in the one that it looks like."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset()
    if charset == "utf-7":
        return data.decode(charset, "replace")
    try:
        return decoded(data, charset)
    except Unreadable:
        return ""
