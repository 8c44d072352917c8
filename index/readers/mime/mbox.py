"""Mailboxes: a mail after each line that begins with "From " and has a time, or stands right above its headers."""

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise

from index.errors import Unreadable
from index.readers.source import LARGEST_FILE_BYTES, FileSource, Found, in_memory

WEEKDAY_AND_MONTH = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:[A-Z][a-z]{2} {1,2}\d\d?|\d\d? [A-Z][a-z]{2})"
# RFC 4155: as asctime writes it, at the end of the line; a zone may stand before or after the year.
POSTMARK = re.compile(
    rb"From (?:.{0,300} )?" + WEEKDAY_AND_MONTH + rb"[, ].{0,20}\d\d?:\d\d(?::\d\d)?(?: [A-Za-z0-9+-]{1,6}){0,3}\s*"
)
BARE = re.compile(rb"From(?: \S{0,300})?[ \t]*\r?\n")
HEADER = re.compile(rb"[!-9;-~]{1,70}:")
FIRST_HEADER = re.compile(
    rb"(?i)(?:from|date|subject|to|received|return-path|message-id|mime-version|delivered-to|content-type|x-[a-z0-9-]+"
    rb"|status|envelope-to|reply-to|sender|dkim-signature|authentication-results|arc-[a-z-]+):"
)
"""With which mails begin; a line of prose may have a colon, too."""
ESCAPED = re.compile(rb">+From ")


def read_mbox(source: FileSource) -> Iterator[Found]:
    """Each mail as something to read; memory does not grow with their number."""
    number = size = 0
    lines: list[bytes] = []
    seen: Counter[int] = Counter()
    before = b"\n"
    for line, following in pairwise(lines_of(source)):
        if begins_mail(before, line, following):
            if number:
                yield mail(lines, size, number, seen, source)
            number, size, lines = number + 1, 0, []
        elif number == 0 and line.strip():
            raise Unreadable("not a mailbox")
        else:
            size += len(line)
            if size <= LARGEST_FILE_BYTES:
                lines.append(line[1:] if ESCAPED.match(line) else line)
        before = line
    if number:
        yield mail(lines, size, number, seen, source)


def lines_of(source: FileSource) -> Iterator[bytes]:
    """The lines with their ends, and an empty one after the last."""
    while line := source.stream.readline(LARGEST_FILE_BYTES):
        yield line
    yield b""


def begins_mail(before: bytes, line: bytes, following: bytes) -> bool:
    """The line divides two mails: it has the time of the next, or nothing, and the headers of it follow.

    Prose may have a line that begins so, with a time at its end; no header is below it.
    """
    if not line.startswith(b"From"):
        return False
    if POSTMARK.fullmatch(line):
        return not following.strip() or HEADER.match(following) is not None or following.startswith(b">From ")
    return not before.strip() and BARE.fullmatch(line) is not None and FIRST_HEADER.match(following) is not None


def mail(lines: list[bytes], size: int, number: int, seen: Counter[int], source: FileSource) -> Found:
    """The mail of these lines, or why it is none; `seen` counts the hashes of the names of those before it."""
    if size > LARGEST_FILE_BYTES:
        return Unreadable(f"record {number}: larger than {LARGEST_FILE_BYTES // 1024**2} MiB")
    key = message_id(lines)
    if key is None or seen[hash(key)]:
        key = description(lines)
    seen[hash(key)] += 1
    count = seen[hash(key)]
    key = key if count == 1 else f"{key}/{count}"
    return in_memory("mail.eml", b"".join(lines), source, record=number, key=key)


def message_id(lines: list[bytes]) -> str | None:
    """The id that a mail says it has; None when it says none."""
    for line in lines[:MOST_HEADERS]:
        if not line.strip():
            return None
        if named := MESSAGE_ID.match(line):
            return named[1].decode("ascii", "replace")
    return None


def description(lines: list[bytes]) -> str:
    """What tells a mail from others where no id does: a hash of who sent it, when, its subject and what it says."""
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    headers = sorted(line for line in lines[:end] if DESCRIBING.match(line))
    return sha256(b"".join([*headers, *lines[end:]]).strip()).hexdigest()


MESSAGE_ID = re.compile(rb"(?i)message-id:\s*(<[^>\s]{1,500}>)")
DESCRIBING = re.compile(rb"(?i)(?:from|date|subject):")
MOST_HEADERS = 500
"""Lines that are searched for it."""
