"""What the formats of files are called, by the endings of their names."""

from collections.abc import Set

import numpy as np

from index.columns.segment import SegmentColumns

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


def format_of(path: str) -> str:
    """What the format of a file is called; "" where its name has no ending."""
    _, dot, ending = path.rpartition("/")[2].rpartition(".")
    return next((name for name, endings in FORMATS.items() if ending in endings), ending) if dot else ""


def formats_in(columns: SegmentColumns) -> Set[str]:
    """The formats of the files of a segment."""
    attributes = columns.attributes
    numbers = np.unique(attributes.numbers["path"]).tolist()
    return {name for path in attributes.texts.strings(numbers) if (name := format_of(path))}
