"""The formats in which everything that a request finds can be had."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from search.export.all_matches import AllMatches
from search.export.bibtex import bibtex_entries
from search.export.csl_json import csl_items
from search.export.delimited_rows import csv_rows, tsv_rows
from search.export.line_formats import id_lines, json_lines, path_lines
from search.export.ris import ris_records


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format, and what writes it."""

    ending: str
    """What its files and addresses end with."""
    media_type: str
    pieces: Callable[[AllMatches], Iterator[str]]
    """The text in pieces, each of which is read from the engine when it is asked for."""


EXPORT_FORMATS: Mapping[str, ExportFormat] = {
    "jsonl": ExportFormat("jsonl", "application/jsonl", lambda found: json_lines(found.hits())),
    "csv": ExportFormat("csv", "text/csv", lambda found: csv_rows(found.ranked())),
    "tsv": ExportFormat("tsv", "text/tab-separated-values", lambda found: tsv_rows(found.ranked())),
    "ids": ExportFormat("ids.txt", "text/plain", lambda found: id_lines(found.ids())),
    "paths": ExportFormat("paths.txt", "text/plain", lambda found: path_lines(found.articles())),
    "bibtex": ExportFormat("bib", "application/x-bibtex", lambda found: bibtex_entries(found.articles())),
    "ris": ExportFormat("ris", "application/x-research-info-systems", lambda found: ris_records(found.articles())),
    "csl-json": ExportFormat(
        "csl.json", "application/vnd.citationstyles.csl+json", lambda found: csl_items(found.articles())
    ),
}


def exported(found: AllMatches, name: str) -> Iterator[str]:
    """What was found in the format of this name, in pieces of text that UTF-8 can write."""
    return (piece.encode("utf-8", "replace").decode() for piece in EXPORT_FORMATS[name].pieces(found))
