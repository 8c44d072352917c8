"""Articles saved from a terminal of Bloomberg: the moment stands below each headline, and "-0-" below each text."""

import re
from collections.abc import Sequence

from index.front_matter.bylines import byline
from index.readers.vendors.vendor_record import VendorRecord

MOMENT = re.compile(r"(?P<day>\d{4}-\d\d-\d\d) \d\d:\d\d:\d\d\.\d{1,6} GMT")
END = re.compile(r"-0- \w{3}/\d\d/\d{4}.{0,20}|-0-.{0,20}")
BELOW = re.compile(
    r"to contact the (?:reporters?|editors?|authors?|staff|writer)\b.*|--with (?:assistance|reporting) from .*"
    r"|for related news\b.*",
    re.IGNORECASE,
)
"""What stands between the text and its end."""
AGENCY = re.compile(r"\(bloomberg[^)]{0,30}\)\s?(?:--|—|–)\s?", re.IGNORECASE)
MOST_TITLE_LINES = 4


def bloomberg_articles(lines: Sequence[str]) -> list[VendorRecord]:
    """The articles of such a text; none where it is none."""
    moments = [at for at, line in enumerate(lines) if MOMENT.fullmatch(line)]
    starts = [start_of(lines, at) for at in moments]
    spans = zip(starts, moments, [*starts[1:], len(lines)], strict=True)
    return [record_of(lines[start:end], at - start) for start, at, end in spans if start < at]


def start_of(lines: Sequence[str], moment: int) -> int:
    """The first line of the headline above a moment."""
    start = moment
    while start and moment - start < MOST_TITLE_LINES and lines[start - 1] and not END.fullmatch(lines[start - 1]):
        start -= 1
    return start


def record_of(piece: Sequence[str], moment: int) -> VendorRecord:
    """The article whose headline ends above this moment."""
    found = MOMENT.fullmatch(piece[moment])
    body = moment + 1
    author = None
    while body < len(piece) and (not piece[body] or (author is None and byline(piece[body]))):
        written_by = byline(piece[body]) if piece[body] else None
        author = written_by.author if written_by else author
        body += 1
    ends = (at for at in range(body, len(piece)) if END.fullmatch(piece[at]) or BELOW.fullmatch(piece[at]))
    text = "\n".join(piece[body : next(ends, len(piece))]).strip()
    return VendorRecord(
        body=AGENCY.sub("", text, count=1),
        title=" ".join(piece[:moment]),
        day=found["day"] if found else None,
        outlet="Bloomberg",
        author=author,
    )
