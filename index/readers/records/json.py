"""JSON: one article, a list of them, or the answer of a web service with a list somewhere in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from index.article import RoughArticle
from index.errors import Unreadable
from index.readers.encodings import text_lines
from index.readers.fields import Record, article_of_record, has_text, one_line, placed_in, plain, rough_article
from index.readers.records.column_order import in_one_order
from index.readers.records.json_lists import DECODER, JsonText, elements
from index.readers.records.orientations import FEWEST_KNOWN, known, oriented_records
from index.readers.source import LARGEST_FILE_BYTES, FileSource, Found

LONGEST_PIECE = 1024 * 1024
"""Characters; what is read at a time of a file without line ends."""

LISTS = ("articles", "items", "results", "docs", "entries", "hits", "posts", "stories", "news", "documents", "data")
"""Where web services put their articles; asked before other lists."""


def read_json(source: FileSource) -> Iterator[Found]:
    """The articles of a JSON file; the elements of a list are read one by one, however long it is."""
    yield from in_one_order(articles_of_file(source))


def articles_of_file(source: FileSource) -> Iterator[Found]:
    """The same as each stands there."""
    text = JsonText(text_lines(source.stream, LONGEST_PIECE), LARGEST_FILE_BYTES)
    if text.first() == "[":
        yield from articles_of_list(elements(text), source.fields)
        return
    value = text.value()
    if not text.first():
        yield from articles_of_value(value, source.fields)
        return
    yield article_or_complaint(value, source.fields, 1)
    for number, another in enumerate(values_in(text), 2):
        yield article_or_complaint(another, source.fields, number)


def articles_of_list(values: Iterator[object], fields: Mapping[str, str]) -> Iterator[Found]:
    """The article of each element; of lists, those below the first, which has the names."""
    first = next(values, None)
    names = first if isinstance(first, list) and all(isinstance(name, str) for name in first) else None
    if first is not None and (names is None or known(names, fields) < FEWEST_KNOWN):
        yield article_or_complaint(first, fields, 1)
        names = None
    for number, value in enumerate(values, 1 if names else 2):
        record = dict(zip(names, value, strict=False)) if names and isinstance(value, list) else value
        yield article_or_complaint(record, fields, number)


def values_in(text: JsonText) -> Iterator[object]:
    """The values that stand one after the other, as in JSON Lines under another name."""
    while text.first():
        yield text.value()


def read_json_lines(source: FileSource) -> Iterator[Found]:
    """The article of each line; a line that is none is named, and the others are still read."""
    yield from in_one_order(articles_of_lines(source))


def articles_of_lines(source: FileSource) -> Iterator[Found]:
    """The same as each stands there."""
    is_cut = False
    number = 0
    for line in text_lines(source.stream, LARGEST_FILE_BYTES):
        is_continued, is_cut = is_cut, not line.endswith(("\n", "\r"))
        number += not is_continued
        if is_continued or not line.strip():
            continue
        if is_cut and len(line) >= LARGEST_FILE_BYTES:
            yield Unreadable(f"line {number}: longer than {LARGEST_FILE_BYTES // 1024**2} MiB")
            continue
        yield article_of_line(line, number, source.fields)


def article_of_line(line: str, number: int, fields: Mapping[str, str]) -> Found:
    """The article of a line, or what is wrong with it."""
    try:
        value = DECODER.decode(line.lstrip("\x1e"))
        if isinstance(value, Mapping):
            return article_of_record(value, fields, number)
        return Unreadable(f"line {number}: not an object with fields")
    except ValueError as error:
        return Unreadable(f"line {number}: not JSON ({error.args[0].partition(':')[0].lower()})")
    except RecursionError:
        return Unreadable(f"line {number}: nested too deeply")
    except Unreadable as error:
        return placed_in(f"line {number}", error)


def articles_of_value(value: object, fields: Mapping[str, str]) -> Iterator[Found]:
    """The articles of the one value of a file."""
    records: Sequence[object] | None = oriented_records(value, fields)
    if records is None and isinstance(value, Mapping) and has_text(value, fields):
        yield article_of_record(value, fields, None)
        return
    records = records or list_in(value, fields)
    if records is None and isinstance(value, Mapping):
        yield article_of_record(value, fields, None)
        return
    if records is None:
        raise Unreadable("no articles in this JSON")
    outlet = feed_title(value)
    for number, record in enumerate(records, 1):
        found = article_or_complaint(record, fields, number)
        yield (
            replace(found, source=outlet) if outlet and isinstance(found, RoughArticle) and not found.source else found
        )


def feed_title(value: object) -> str | None:
    """The name of a feed in JSON (jsonfeed.org), which is the outlet of all its items; None of anything else."""
    is_feed = isinstance(value, Mapping) and "jsonfeed.org" in str(value.get("version"))
    return one_line(plain(value.get("title"))) if is_feed and isinstance(value, Mapping) else None


def article_or_complaint(value: object, fields: Mapping[str, str], number: int) -> Found:
    """The article of an element, or what is wrong with it."""
    if not isinstance(value, Mapping):
        return Unreadable(f"entry {number}: not an object with fields")
    try:
        return article_of_record(value, fields, number)
    except Unreadable as error:
        return placed_in(f"entry {number}", error)


DEEPEST_LIST = 4
"""Objects around the list of articles in the answer of a web service."""


def list_in(value: object, fields: Mapping[str, str]) -> Sequence[object] | None:
    """The list of articles in a value, the outermost first; None when it has none."""
    level = [value]
    for _ in range(DEEPEST_LIST):
        inner = [each for item in level if isinstance(item, Mapping) for each in in_order(item)]
        inner += [each for item in level if isinstance(item, list) for each in item[:1]]
        lists = [each for each in inner if isinstance(each, list) and holds_articles(each, fields)]
        if lists:
            return lists[0]
        oriented = (oriented_records(each, fields) for each in inner)
        if found := next((each for each in oriented if each), None):
            return found
        level = inner
    return None


def in_order(record: Record) -> list[object]:
    """The values of an object, those where articles are usually kept first."""
    return [record[name] for name in sorted(record, key=lambda name: name not in LISTS)]


def holds_articles(values: list[object], fields: Mapping[str, str]) -> bool:
    """One of the first elements has a text or a title."""
    for value in values[:5]:
        try:
            if isinstance(value, Mapping) and rough_article(value, fields, None):
                return True
        except Unreadable:
            continue
    return False
