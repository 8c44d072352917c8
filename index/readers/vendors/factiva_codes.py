"""Exports of Factiva in which each field stands under a code of two or three letters, as the headline under HD."""

import re
from collections.abc import Iterator, Sequence

from index.readers.vendors.vendor_record import VendorRecord

ABOVE = frozenset(("SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "CX"))
BELOW = frozenset(("LP", "TD", "ART", "RF", "CT", "PUB", "AN", "CLM", "DLN", "RGF", "HLP"))
TOPICS = frozenset(("CO", "IN", "NS", "RE", "IPC", "IPD"))
"""Whose values are codes, too; a paragraph may begin with the same letters."""
CODE = re.compile(r"(?P<code>[A-Z]{2,3})(?:\s*\|\s*|\s+|$)(?P<value>.*)")
TOPIC = re.compile(r"(?:[\w-]+ ?: .*|\|.*|(?:[A-Z]{2,8}\W*)+|)")
FEWEST = frozenset({"HD", "PD"})
LONGEST_STEP = 6
"""Lines between a headline and the next code below it."""


def coded_articles(lines: Sequence[str]) -> list[VendorRecord]:
    """The articles of an export with codes; none where it is no such export."""
    return [record_of(fields) for fields in fields_of_articles(lines) if fields.keys() >= FEWEST and text_in(fields)]


def fields_of_articles(lines: Sequence[str]) -> Iterator[dict[str, list[str]]]:
    """The fields of each article: the lines under each code."""
    fields: dict[str, list[str]] = {}
    code = ""
    for at, line in enumerate(lines):
        found = CODE.fullmatch(line)
        if found and begins_field(found, fields, lines, at):
            code = found["code"]
            if code in fields or (code in {"SE", "HD"} and not ABOVE.isdisjoint(fields) and "HD" in fields):
                yield fields
                fields = {}
            fields[code] = [found["value"].strip(" |")]
        elif code:
            fields[code].append(line.strip(" |"))
    if fields:
        yield fields


def begins_field(found: re.Match[str], fields: dict[str, list[str]], lines: Sequence[str], at: int) -> bool:
    """The line begins with a code, and not with a word in capitals."""
    code, value = found["code"], found["value"]
    if code in {"SE", "HD"}:
        ahead = (CODE.fullmatch(line) for line in lines[at + 1 : at + 1 + LONGEST_STEP])
        return any(match and match["code"] in {"HD", "BY", "CR", "WC", "PD", "SN"} for match in ahead)
    if "HD" not in fields:
        return False
    if code in TOPICS:
        return TOPIC.fullmatch(value) is not None and text_in(fields) != ""
    if code in ABOVE:
        return "TD" not in fields and "LP" not in fields
    return code in BELOW


def text_in(fields: dict[str, list[str]]) -> str:
    """What the article says: its first paragraph, and the others."""
    return "\n".join(line for code in ("LP", "TD") for line in fields.get(code, ())).strip()


def record_of(fields: dict[str, list[str]]) -> VendorRecord:
    """The article of these fields."""
    values = {code: " ".join(" ".join(lines).split()) or None for code, lines in fields.items()}
    return VendorRecord(
        body=text_in(fields),
        title=values.get("HD"),
        day=values.get("PD"),
        outlet=values.get("SN"),
        author=without_by(values.get("BY")),
        place=values.get("DLN"),
        key=(values.get("AN") or "").removeprefix("Document ") or None,
    )


def without_by(line: str | None) -> str | None:
    """The names in a byline; None where there is none."""
    return BY.sub("", line).strip() or None if line else None


BY = re.compile(r"(?:by|von|par|por|di|door)\s+", re.IGNORECASE)
