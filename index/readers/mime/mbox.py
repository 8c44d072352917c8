"""Mailboxes: a mail after each line that begins with "From " and has an address and a time."""

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from index.errors import Unreadable
from index.readers.source import LARGEST_FILE_BYTES, FileSource, Found, in_memory

POSTMARK = re.compile(rb"From \S+ .*\b\d\d?:\d\d\b.* \d{4}\b.{0,10}\s*")
ESCAPED = re.compile(rb">+From ")


def read_mbox(source: FileSource) -> Iterator[Found]:
    """Each mail as something to read; memory does not grow with their number."""
    number = size = 0
    lines: list[bytes] = []
    seen: Counter[int] = Counter()
    while line := source.stream.readline(LARGEST_FILE_BYTES):
        if POSTMARK.fullmatch(line):
            if number:
                yield mail(lines, size, number, seen, source)
            number, size, lines = number + 1, 0, []
        elif number == 0 and line.strip():
            raise Unreadable("not a mailbox")
        else:
            size += len(line)
            if size <= LARGEST_FILE_BYTES:
                lines.append(line[1:] if ESCAPED.match(line) else line)
    if number:
        yield mail(lines, size, number, seen, source)


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
