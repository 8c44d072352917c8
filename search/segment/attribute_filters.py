"""Which documents of a segment have an attribute: of its texts, only those are looked at that may be so."""

import re
from collections.abc import Callable, Sequence
from fnmatch import translate
from functools import partial
from typing import assert_never

import numpy as np

from index.columns.attribute_columns import address_key
from index.columns.relations import NONE
from index.inversion.quotation_rows import QuotationRows
from index.schema import UNDATED, name_key
from index.storage.arrays import Array, lengths_between
from index.storage.string_column import StringColumn
from search.clauses import Attribute
from search.segment.segment_reader import HOWS, SegmentReader

FORMATS = {
    "html": ("html", "htm", "xhtml", "shtml", "mhtml", "mht"),
    "text": ("txt", "text"),
    "word": ("docx",),
    "mail": ("eml", "mbox", "mbx"),
    "table": ("csv", "tsv", "psv"),
    "feed": ("rss", "atom", "rdf", "xml"),
    "json": ("json", "jsonl", "ndjson", "jl"),
    "warc": ("warc", "wacz"),
}
"""What a format is called, and the endings of its files; any other is called by its ending."""

TextTest = Callable[[str], bool]


def has_attribute(segment: SegmentReader, asked: Attribute) -> Array:
    """For each document of the segment, that the attribute is so: bool (documents,)."""
    return segment.attributes.get(asked, lambda: is_so(segment, asked))


def is_so(segment: SegmentReader, asked: Attribute) -> Array:
    """The same, worked out."""
    value = asked.value.strip().casefold()
    match asked.name:
        case "author" | "place" | "cites":
            key = name_key(asked.value)
            return having(segment, asked.name, [f" {key} "]) if key else nowhere(segment)
        case "url":
            return having(segment, "url", pieces_of(address_key(value)), part_test(address_key(value)))
        case "path":
            return having(segment, "path", pieces_of(value), part_test(value))
        case "site":
            host, _, path = address_key(value).strip("./*").partition("/")
            return having(segment, "url", [host], partial(is_on_site, host, path))
        case "format":
            ending = value.lstrip(".")
            endings = FORMATS.get(ending, (ending,))
            return having(segment, "path", [], partial(has_ending, [f".{each}/" for each in endings]))
        case "dated":
            return np.array([how == value for how in (*HOWS, "")], bool)[segment.how_dated]
        case "has":
            return knows(segment, value)
        case "like":
            return nowhere(segment)
        case _:
            assert_never(asked.name)


def nowhere(segment: SegmentReader) -> Array:
    """For each document, that it is not so."""
    return np.zeros(len(segment.columns), bool)


def having(segment: SegmentReader, column: str, pieces: list[str], test: TextTest | None = None) -> Array:
    """For each document, that its text in a column holds all of the pieces and passes the test."""
    attributes = segment.columns.attributes
    numbers = attributes.numbers[column]
    if not len(numbers):
        return nowhere(segment)
    known = np.unique(numbers).astype(np.int64)
    found = known[known > 0]
    for piece in pieces:
        found = found[is_holding(attributes.texts, piece.encode("utf-8", "surrogatepass"))[found]]
    if test is not None:
        passed = np.fromiter(map(test, attributes.texts.strings(found.tolist())), bool, len(found))
        found = found[passed]
    is_text = np.zeros(len(attributes.texts), bool)
    is_text[found] = True
    return is_text[numbers]


def is_holding(texts: StringColumn, piece: bytes) -> Array:
    """For each text, that it holds this piece: bool (texts,)."""
    places = np.fromiter((match.start() for match in re.finditer(re.escape(piece), texts.bytes)), np.int64)
    starts = np.asarray(texts.starts).astype(np.int64)
    owners = np.searchsorted(starts, places, side="right") - 1
    is_whole = places + len(piece) <= starts[owners + 1]
    holds = np.zeros(len(texts), bool)
    holds[owners[is_whole]] = True
    # What reaches from one text into the next may hide what lies wholly in that.
    for place, owner in zip(places[~is_whole].tolist(), owners[~is_whole].tolist(), strict=True):
        number = owner + 1
        while number < len(texts) and starts[number] < place + len(piece):
            holds[number] |= piece in texts[number]
            number += 1
    return holds


def pieces_of(pattern: str) -> list[str]:
    """What stands between the wildcards of a pattern."""
    return [piece for piece in re.split(r"[*?]+", pattern) if piece]


def part_test(pattern: str) -> TextTest | None:
    """Whether a text looks like a pattern as a whole, or in its last part; None where there are no wildcards."""
    if not re.search(r"[*?]", pattern):
        return None
    looks_so = re.compile(translate(pattern.replace("[", "[[]"))).match
    return lambda text: bool(looks_so(text) or looks_so(text.rpartition("/")[2]))


def is_on_site(host: str, path: str, address: str) -> bool:
    """An address lies on this host or one below it, under this path."""
    own, _, rest = address.partition("/")
    own = re.split("[:?#]", own.rpartition("@")[2])[0]
    return own != "" and f".{own}".endswith(f".{host}") and rest.startswith(path)


def format_of(path: str) -> str:
    """What the format of a file is called; "" where its name has no ending."""
    _, dot, ending = path.rpartition("/")[2].rpartition(".")
    return next((name for name, endings in FORMATS.items() if ending in endings), ending) if dot else ""


def has_ending(endings: Sequence[str], path: str) -> bool:
    """A file, or an archive around it, is called so."""
    return any(ending in f"{path}/" for ending in endings)


def knows(segment: SegmentReader, thing: str) -> Array:
    """For each document, that this is known of it."""
    columns = segment.columns
    match thing:
        case "author" | "place" | "url":
            return np.asarray(columns.attributes.numbers[thing]) > 0
        case "source":
            return np.array([name != "" for name in segment.outlet_names], bool)[columns.outlet]
        case "date":
            return np.asarray(segment.relations.first_day != UNDATED)
        case "story":
            return np.asarray(segment.relations.story != NONE)
        case "quotes":
            return lengths_between(columns.rows(QuotationRows).starts) > 0
        case _:
            return nowhere(segment)
