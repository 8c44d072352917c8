"""What Zotero exports as RDF: an article in each item that has an abstract."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from index.errors import Unreadable
from index.readers.fields import rough_article
from index.readers.markup.marked_text import line_in, local, named, tree_in
from index.readers.records.bibliography import without_abstract
from index.readers.source import FileSource, Found

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NO_ITEMS = frozenset({"attachment", "memo", "collection", "journal", "newspaper", "website", "periodical", "blog"})


def read_zotero_rdf(source: FileSource) -> Iterator[Found]:
    """The article of each item; one without an abstract is named, with its address."""
    root = tree_in(source.whole(), "an export of Zotero")
    about = {each.get(f"{RDF}about"): each for each in root if each.get(f"{RDF}about")}
    items = [each for each in root if local(each) and local(each) not in NO_ITEMS and line_in(each, "title")]
    if not items:
        raise Unreadable("no entries in it")
    for number, item in enumerate(items, 1):
        record = record_of(item, about)
        if not record["abstract"]:
            yield without_abstract(record, number)
        else:
            yield rough_article(record, {}, number)


def record_of(item: "Element", about: Mapping[str | None, "Element"]) -> dict[str, object]:
    """What an item says of an article; what it is part of stands in it, or elsewhere in the file."""
    wholes = [each for part in named(item, "ispartof") for each in whole_of(part, about)]
    outlet = next((name for whole in wholes if (name := line_in(whole, "title"))), None)
    identifiers = (line_in(each, "value") for each in named(item, "identifier", "uri"))
    people = [person for group in named(item, "authors", "creators") for person in named(group, "person")]
    return {
        "title": child_line(item, "title"),
        "abstract": child_line(item, "abstract"),
        "date": child_line(item, "date"),
        "source": outlet or child_line(item, "publisher"),
        "attachments": [path for each in named(item, "link") for path in paths_in(each, about)],
        "url": next((each for each in identifiers if each and "://" in each), None),
        "author": [{"given": line_in(person, "givenname"), "family": line_in(person, "surname")} for person in people],
    }


def whole_of(part: "Element", about: Mapping[str | None, "Element"]) -> list["Element"]:
    """What an item is part of: what stands there, or what it names."""
    elsewhere = about.get(part.get(f"{RDF}resource"))
    return [*part, *([elsewhere] if elsewhere is not None else [])]


def paths_in(link: "Element", about: Mapping[str | None, "Element"]) -> list[str]:
    """The paths of the file to which an item is linked."""
    there = about.get(link.get(f"{RDF}resource"))
    inner = [] if there is None else [each for each in there if local(each) == "resource"]
    return [path for each in inner if (path := each.get(f"{RDF}resource"))]


def child_line(item: "Element", name: str) -> str | None:
    """The text of a child of the item, and of nothing below it."""
    return next((line for child in item if local(child) == name and (line := line_in(child, name))), None)
