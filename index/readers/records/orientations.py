"""The records of a JSON value, however they lie in it: by their ids, column by column, or as rows under names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from index.lexicon.record_fields import FIELD_OF, normal
from index.readers.fields import INNER, OWN_IDS, Record, address

FEWEST_KNOWN = 2
"""Names of fields that are known, from which on a row of names is one: any text may hold one such word."""
LOOKED_AT = 5
"""Records that are looked at to tell whether they are articles."""


@dataclass(frozen=True, slots=True)
class Orientation:
    """A way in which a value holds records: what pandas and others call it, how to take it apart, and an example."""

    name: str
    records: Callable[[object, Mapping[str, str]], Sequence[Record] | None]
    example: str
    """JSON with one article in it, under this orientation and no other of the table."""


def by_columns(value: object, fields: Mapping[str, str]) -> Sequence[Record] | None:
    """The rows of an object that has for each field an object of values by row, or a list of them."""
    if not isinstance(value, Mapping) or known(value, fields) < FEWEST_KNOWN:
        return None
    columns = list(value.values())
    if all(isinstance(column, Mapping) for column in columns):
        keys = list(dict.fromkeys(key for column in columns for key in column))
        if not any(is_field(key, fields) or key in INNER for key in keys):
            return [{name: column.get(key) for name, column in value.items()} for key in keys]
    if all(isinstance(column, list) for column in columns) and len({len(column) for column in columns}) == 1:
        return [dict(zip(value, row, strict=True)) for row in zip(*columns, strict=True)]
    return None


def by_split(value: object, fields: Mapping[str, str]) -> Sequence[Record] | None:
    """The rows of an object that has the names of the fields, and lists of values in their order."""
    if not isinstance(value, Mapping):
        return None
    names, rows = value.get("columns"), value.get("data", value.get("rows"))
    return under_names(names, rows, fields) if isinstance(names, list) and isinstance(rows, list) else None


def by_rows(value: object, fields: Mapping[str, str]) -> Sequence[Record] | None:
    """The rows of a list of lists, of which the first has the names of the fields."""
    rows = value.get("values") if isinstance(value, Mapping) else value
    if not isinstance(rows, list) or len(rows) < 2 or not isinstance(rows[0], list):
        return None
    return under_names(rows[0], rows[1:], fields)


def under_names(names: list[object], rows: list[object], fields: Mapping[str, str]) -> Sequence[Record] | None:
    """Each row as a record with these names; None where these are no names of fields."""
    called = [str(name.get("name") if isinstance(name, Mapping) else name) for name in names]
    if known(called, fields) < FEWEST_KNOWN:
        return None
    return [dict(zip(called, row, strict=False)) for row in rows if isinstance(row, list)]


def by_named_columns(value: object, fields: Mapping[str, str]) -> Sequence[Record] | None:
    """The rows of a list of columns, each an object with its name and its values."""
    columns = value.get("columns") if isinstance(value, Mapping) else None
    if not isinstance(columns, list) or not all(isinstance(each, Mapping) for each in columns):
        return None
    by_name = {str(each.get("name")): each.get("values") for each in columns}
    return by_columns(by_name, fields)


def by_cells(value: object, fields: Mapping[str, str]) -> Sequence[Record] | None:
    """The rows of an object that has a schema, each a list of cells, as BigQuery answers."""
    schema, rows = (value.get(name) for name in ("schema", "rows")) if isinstance(value, Mapping) else (None, None)
    names = schema.get("fields") if isinstance(schema, Mapping) else None
    if not isinstance(names, list) or not isinstance(rows, list):
        return None
    cells = [row.get("f") for row in rows if isinstance(row, Mapping)]
    values: list[object] = [
        [cell.get("v") for cell in row if isinstance(cell, Mapping)] for row in cells if isinstance(row, list)
    ]
    return under_names(names, values, fields)


def by_ids(value: object, fields: Mapping[str, str]) -> Sequence[Record] | None:
    """The values of an object whose names are ids; each record is called by its own."""
    if not isinstance(value, Mapping) or not value or known(value, fields):
        return None
    some = list(islice(value.values(), LOOKED_AT))
    if not all(isinstance(each, Mapping) and known(each, fields) >= FEWEST_KNOWN for each in some):
        return None
    return [with_id(each, str(key)) for key, each in value.items() if isinstance(each, Mapping)]


def with_id(record: Record, key: str) -> Record:
    """The record under the name that it has in the file, unless it has one itself; that may be its address."""
    has_own = any(normal(str(name)) in OWN_IDS for name in record)
    named = record if has_own else {"id": key, **record}
    is_address = address(key) and not any(FIELD_OF.get(normal(str(name))) == "url" for name in record)
    return {"url": key, **named} if is_address else named


def known(names: object, fields: Mapping[str, str]) -> int:
    """How many fields of an article these names are."""
    called = [str(name) for name in islice(iter(names), 1000)] if isinstance(names, Mapping | list) else []
    return len({FIELD_OF.get(normal(name), name) for name in called if is_field(name, fields)})


def is_field(name: object, fields: Mapping[str, str]) -> bool:
    """The name is that of a field of an article."""
    return normal(str(name)) in FIELD_OF or name in fields.values()


ORIENTATIONS = (
    Orientation("columns", by_columns, '{"title": {"0": "Talks"}, "text": {"0": "They go on."}}'),
    Orientation("split", by_split, '{"columns": ["title", "text"], "index": [0], "data": [["Talks", "They go on."]]}'),
    Orientation("rows", by_rows, '[["title", "text"], ["Talks", "They go on."]]'),
    Orientation(
        "named columns",
        by_named_columns,
        '{"columns": [{"name": "title", "values": ["Talks"]}, {"name": "text", "values": ["They go on."]}]}',
    ),
    Orientation(
        "cells",
        by_cells,
        '{"schema": {"fields": [{"name": "title"}, {"name": "text"}]}, "rows": '
        '[{"f": [{"v": "Talks"}, {"v": "They go on."}]}]}',
    ),
    Orientation("index", by_ids, '{"a17": {"title": "Talks", "text": "They go on."}}'),
)
"""Of `DataFrame.to_json` in pandas, whose records and table are lists of objects; of spreadsheets on the web, and of
databases that keep articles by their ids."""


def oriented_records(value: object, fields: Mapping[str, str]) -> Sequence[Record] | None:
    """The records of a value in the first of these orientations that fits; None when none does."""
    return next((found for each in ORIENTATIONS if (found := each.records(value, fields))), None)
