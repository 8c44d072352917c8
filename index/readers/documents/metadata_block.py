"""What stands above a Markdown text of it: YAML between dashes, TOML between plus signs, the lines of a reader."""

import csv
import json
import re
import tomllib
from collections.abc import Mapping

BLOCK = re.compile(
    r"\ufeff?\s{0,20}(?P<fence>---|\+\+\+)[ \t]*\n(?P<lines>(?:[^\n]*\n){0,400}?)(?P=fence)[ \t]*(?:\n|\Z)"
)
READER = re.compile(
    r"\ufeff?\s{0,20}Title: (?P<title>[^\n]*)\n\s{0,20}URL Source: (?P<url>\S+)[ \t]*\n"
    r"(?:\s{0,20}Published Time: (?P<published>[^\n]*)\n)?(?:\s{0,20}(?!Markdown)[A-Z][\w ]{2,30}: [^\n]*\n){0,4}"
    r"\s{0,20}Markdown Content:[ \t]*(?:\n|\Z)"
)
"""The lines that Jina's reader, which shows pages to programs, writes above the text of a page."""
FIELD = re.compile(r"(?P<name>[^\W\d][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
ITEM = re.compile(r"[ \t]*-(?:[ \t]+(?P<value>.*))?")
FOLDED = re.compile(r"[|>][+-]?\d?")
"""What stands in place of a text that follows in lines of its own."""
WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]")
LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\n]{0,2000}\)")

Metadata = Mapping[str, str | list[str]]


def metadata_and_text(text: str) -> tuple[Metadata, str]:
    """What the block at the beginning says, and the text below it; nothing, and all of it, where there is no block."""
    if read := READER.match(text):
        return {name: value.strip() for name, value in read.groupdict().items() if value}, text[read.end() :]
    block = BLOCK.match(text)
    if block is None:
        return {}, text
    values = toml_fields(block["lines"]) if block["fence"] == "+++" else yaml_fields(block["lines"])
    return (values, text[block.end() :]) if values else ({}, text)


def toml_fields(lines: str) -> Metadata:
    """What TOML says, as texts; nothing where it is damaged."""
    try:
        values = tomllib.loads(lines)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {
        name: [str(item) for item in value] if isinstance(value, list) else str(value) for name, value in values.items()
    }


def yaml_fields(lines: str) -> Metadata:
    """The fields of simple YAML, each a text or a list of them.

    Read line by line, because people and clippers write what is none: a headline with a colon, a quotation mark in it.
    """
    fields: dict[str, str | list[str]] = {}
    name = ""
    for line in lines.split("\n"):
        item = ITEM.fullmatch(line)
        field = FIELD.fullmatch(line)
        if field:
            name = field["name"]
            fields[name] = value_of(field["value"] or "")
        elif item and name:
            before = fields[name]
            fields[name] = [*(before if isinstance(before, list) else []), shown(item["value"] or "")]
        elif name and line[:1] in {" ", "\t"} and isinstance(before := fields[name], str):
            fields[name] = f"{before} {shown(line)}".strip()
    return fields


def value_of(written: str) -> str | list[str]:
    """The text or the list that stands behind a colon."""
    value = written.strip()
    if FOLDED.fullmatch(value):
        return ""
    if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
        return [shown(item) for item in next(csv.reader([value[1:-1]], skipinitialspace=True), [])]
    return shown(value)


def shown(written: str) -> str:
    """A value without its quotation marks, and without the marks of links."""
    value = written.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            value = str(json.loads(value))
        except ValueError:
            value = value[1:-1]
    elif len(value) > 1 and value[0] == value[-1] == "'":
        value = value[1:-1].replace("''", "'")
    return LINK.sub(r"\1", WIKI_LINK.sub(r"\1", value)).strip()
