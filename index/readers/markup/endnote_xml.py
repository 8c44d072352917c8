"""What EndNote exports as XML: an article in each record that has an abstract."""

from collections.abc import Iterator

from index.errors import Unreadable
from index.readers.fields import rough_article
from index.readers.markup.marked_text import line_in, named, tree_in
from index.readers.records.bibliography import day_of_entry, in_order, without_abstract
from index.readers.source import FileSource, Found


def read_endnote_xml(source: FileSource) -> Iterator[Found]:
    """The article of each record; one without an abstract is named, with its address."""
    records = list(named(tree_in(source.whole(), "an export of EndNote"), "record"))
    if not records:
        raise Unreadable("no entries in it")
    for number, entry in enumerate(records, 1):
        days = [line_in(each, "date") for each in named(entry, "pub-dates")]
        written = [each for each in [*days, line_in(entry, "year")] if each]
        people = [line_in(person, "author") for group in named(entry, "authors") for person in named(group, "author")]
        record: dict[str, object] = {
            "title": line_in(entry, "title"),
            "abstract": line_in(entry, "abstract"),
            "source": line_in(entry, "secondary-title") or line_in(entry, "full-title") or line_in(entry, "publisher"),
            "author": [in_order(name) for name in people if name],
            "date": day_of_entry(written, []),
            "url": next(filter(None, (line_in(each, "url") for each in named(entry, "related-urls", "web-urls"))), None)
            or line_in(entry, "url"),
            "attachments": [path for each in named(entry, "pdf-urls") if (path := line_in(each, "url"))],
        }
        if record["abstract"]:
            yield rough_article(record, {}, number)
        else:
            yield without_abstract(record, number)
