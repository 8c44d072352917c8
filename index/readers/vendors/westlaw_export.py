"""Exports of Westlaw: each article stands between its number, as 2022 WLNR 36001234, and its references."""

import re
from collections.abc import Sequence

from index.front_matter.bylines import byline
from index.readers.vendors.proquest_export import in_order
from index.readers.vendors.vendor_labels import COPYRIGHT, HEADER_LABEL, is_day_line
from index.readers.vendors.vendor_record import VendorRecord
from index.text.headlines import could_be_headline, is_sentence

NUMBER = re.compile(r"(?:.{3,250}, )?(?P<key>(?:19|20)\d\d WLNR \d{3,12})")
"""Alone in its line, or behind the headline."""
END = re.compile(r"-{2,} ?index references ?-{2,}|end of document\b.*|© \d{4} thomson reuters.*", re.IGNORECASE)
PLACE = re.compile(r" ?\([^()]{2,60}\)$")
LINES_TO_DAY = 6
LONGEST_TITLE = 30
"""Words."""


def westlaw_articles(lines: Sequence[str]) -> list[VendorRecord]:
    """The articles of an export; none where it is no such export."""
    numbers = [(at, found["key"]) for at, line in enumerate(lines) if (found := NUMBER.fullmatch(line))]
    # The number stands above the headline, too, where a page begins with it.
    lasts = [(at, key) for (at, key), (_, ahead) in zip(numbers, [*numbers[1:], (0, "")], strict=True) if key != ahead]
    ends = [*(at for at, _ in lasts[1:]), len(lines)]
    spans = zip(lasts, ends, strict=True)
    return [record for (at, key), end in spans if (record := record_of(lines[at + 1 : end], key))]


def record_of(lines: Sequence[str], key: str) -> VendorRecord | None:
    """The article below its number; None where no outlet and no day stand there."""
    end = next((at for at, line in enumerate(lines) if END.fullmatch(line)), len(lines))
    piece = [line for line in lines[:end] if line]
    day = next((at for at, line in enumerate(piece[:LINES_TO_DAY]) if is_day_line(line)), None)
    if not day:
        return None
    at, title, author = day + 1, None, None
    while at < len(piece):
        line = piece[at]
        label = HEADER_LABEL.fullmatch(line)
        if label and label["author"]:
            author = author or label["value"]
        elif label and label["title"]:
            title = title or label["value"]
        elif label is None and not COPYRIGHT.fullmatch(line):
            if title is None and could_be_headline(line) and len(line.split()) <= LONGEST_TITLE:
                title = line
            elif title and author is None and is_name(line):
                author = line
            else:
                break
        at += 1
    if title is None or at >= len(piece):
        return None
    written_by = byline(author) if author else None
    return VendorRecord(
        body="\n".join(piece[at:]),
        title=title,
        day=piece[day],
        outlet=PLACE.sub("", piece[0]),
        author=written_by.author if written_by and written_by.author else in_order(author),
        key=key,
    )


def is_name(line: str) -> bool:
    """The line names who wrote the article."""
    words = line.split()
    is_short = len(words) <= 4 and all(word[:1].isupper() for word in words) and not is_sentence(line)
    return byline(line) is not None or (is_short and could_be_headline(line))
