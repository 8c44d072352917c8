"""Which documents of a segment have an attribute, by what stands in its texts."""

import re
from collections.abc import Sequence
from typing import assert_never

import numpy as np

from index.columns.attribute_columns import address_key
from index.columns.relations import NONE
from index.entities.filed_names import entity_key
from index.inversion.quotation_rows import QuotationRows
from index.languages.language_names import language_code
from index.schema import UNDATED, name_key, utf8
from index.storage.arrays import Array, lengths_between
from search.clauses import Attribute
from search.file_formats import FORMATS
from search.segment.segment_reader import HOWS, SegmentReader


def has_attribute(segment: SegmentReader, asked: Attribute) -> Array:
    """For each document of the segment, that the attribute is so: bool (documents,)."""
    return segment.attributes.get(asked, lambda: is_so(segment, asked))


def is_so(segment: SegmentReader, asked: Attribute) -> Array:
    """The same, worked out."""
    value = asked.value.strip().casefold()
    match asked.name:
        case "author" | "place" | "cites":
            key = name_key(asked.value)
            return holding(segment, asked.name, f" {key} ") if key else nowhere(segment)
        case "url":
            return matching(segment, "url", address_key(value))
        case "path":
            return matching(segment, "path", value)
        case "site":
            host, _, path = address_key(value).strip("./*").partition("/")
            return on_site(segment, host, path)
        case "format":
            ending = value.lstrip(".")
            return in_format(segment, FORMATS.get(ending, (ending,)))
        case "language":
            return segment.is_in(language_code(value) or "")
        case "dated":
            return np.array([how == value for how in (*HOWS, "")], bool)[segment.how_dated]
        case "person" | "organisation":
            return segment.columns.entities.documents_of(segment.names_of(asked.name, entity_key(asked.value)))
        case "has":
            return knows(segment, value)
        case "like":
            return nowhere(segment)
        case _:
            assert_never(asked.name)


def nowhere(segment: SegmentReader) -> Array:
    """For each document, that it is not so."""
    return np.zeros(len(segment.columns), bool)


def having(segment: SegmentReader, column: str, is_text: Array) -> Array:
    """For each document, that its text in a column is one of these, bool (texts,); it is none where it is empty."""
    is_text[:1] = False  # the first of all texts is the empty one
    return np.asarray(is_text[segment.columns.attributes.numbers[column]])


def holding(segment: SegmentReader, column: str, piece: str) -> Array:
    """For each document, that its text in a column holds this piece."""
    return having(segment, column, segment.attribute_scan.holding(utf8(piece))) if piece else nowhere(segment)


def matching(segment: SegmentReader, column: str, pattern: str) -> Array:
    """For each document, that its text in a column holds this; with wildcards, that it or its last part looks so."""
    if not re.search(r"[*?]", pattern):
        return holding(segment, column, pattern)
    scan = segment.attribute_scan
    own = np.unique(segment.columns.attributes.numbers[column]).astype(np.int64)
    is_text = np.zeros(len(scan.texts), bool)
    is_text[own] = scan.like(pattern, scan.all_and_last_parts(own)).reshape(2, -1).any(axis=0)
    return having(segment, column, is_text)


def on_site(segment: SegmentReader, host: str, path: str) -> Array:
    """For each document, that its address lies on this host or one below it, under this path."""
    if not host:
        return nowhere(segment)
    scan = segment.attribute_scan
    maybe = np.flatnonzero(scan.holding_between(b".@", utf8(host), b":?#/"))
    is_text = np.zeros(len(scan.texts), bool)
    is_text[maybe] = [is_on_site(host, path, address) for address in scan.texts.strings(maybe.tolist())]
    return having(segment, "url", is_text)


def in_format(segment: SegmentReader, endings: Sequence[str]) -> Array:
    """For each document, that its file, or an archive around it, is called so."""
    scan = segment.attribute_scan
    is_text = np.zeros(len(scan.texts), bool)
    for ending in endings:
        is_text |= scan.holding_between(EVERY_BYTE, utf8(f".{ending}"), b"/")
    return having(segment, "path", is_text)


EVERY_BYTE = bytes(range(256))


def is_on_site(host: str, path: str, address: str) -> bool:
    """An address lies on this host or one below it, under this path."""
    own, _, rest = address.partition("/")
    own = re.split("[:?#]", own.rpartition("@")[2])[0]
    return own != "" and f".{own}".endswith(f".{host}") and rest.startswith(path)


def knows(segment: SegmentReader, thing: str) -> Array:
    """For each document, that this is known of it."""
    columns = segment.columns
    match thing:
        case "author" | "place" | "url" | "language":
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
