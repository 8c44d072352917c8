"""Articles in records with named fields, such as JSON and tables: which field holds what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import isfinite

from index.article import Published, RoughArticle
from index.errors import DatelineError, Unreadable
from index.lexicon.address_wrappers import unwrapped
from index.lexicon.record_fields import FIELD_OF, FIELDS, NAMES_OF, normal
from index.publication_date.metadata_dates import stated_by
from index.readers.encodings import without_controls
from index.text.html_text import text_of

Record = Mapping[str, object]
"""Names and what JSON can hold; the cells of a table are texts."""


MAPPABLE = FIELDS
"""What `--map` may name, where a file calls it otherwise than users and web services do."""
WRAPPERS = ("_source", "fields", "article", "attributes", "data", "document", "Document", "doc", "node")
"""Fields in which some services put the article itself."""


def field_map(options: Sequence[str]) -> dict[str, str]:
    """What `--map body=content` says; raises DatelineError for a field that articles do not have."""
    names: dict[str, str] = {}
    for option in options:
        field, _, name = option.partition("=")
        if field not in MAPPABLE or not name:
            raise DatelineError(f"--map {option}: write FIELD=NAME, where FIELD is one of {', '.join(MAPPABLE)}")
        names[field] = name
    return names


def known_fields(names: list[str], mapping: Mapping[str, str]) -> int:
    """How many of an article's fields these names are known to be."""
    mapped = {name for name in names if name in mapping.values()}
    return len({FIELD_OF[normal(name)] for name in names if normal(name) in FIELD_OF} | mapped)


def rough_article(record: Record, mapping: Mapping[str, str], number: int | None) -> RoughArticle:
    """The article of a record; Unreadable when it has neither a text nor a title."""
    if SNAPSHOT_FIELDS.issubset(record) and not NOTED_FIELDS.isdisjoint(record):
        raise Unreadable("what an archive notes of a page that it has saved, and not that page")
    fields = {field: value for field in MAPPABLE for value in values_of(record, field, mapping)[:1]}
    summaries = (plain(value) or "" for value in values_of(record, "summary", mapping))
    text = without_mark_of_cut(plain(fields.get("body")) or max(summaries, key=len, default=""))
    sources = values_of(record, "source", mapping)
    source = one_line(plain(next((each for each in sources if not address(each)), fields.get("source"))))
    url = address(fields.get("url")) or next(filter(None, map(address, sources)), None)
    title = titled(
        one_line(plain(fields.get("title"))) or (one_line(plain(record.get("name"))) if url else None), source
    )
    published, changed = (first_day(values_of(record, field, mapping)) for field in ("published", "changed"))
    attached = record.get("attachments")
    rough = RoughArticle(
        text=text,
        title=title,
        published=published,
        changed=replace(changed, how="changed") if changed else None,
        source=source,
        author=without_label(one_line(plain(fields.get("author")))),
        url=url,
        place=one_line(plain(fields.get("place"))),
        record=number,
        key=own_id(record),
        attachments=tuple(each for each in attached if isinstance(each, str)) if isinstance(attached, list) else (),
    )
    if not text and not title:
        why = lacking(record, mapping)
        raise ListedOnly(why, rough) if url else Unreadable(why)
    return rough


def without_label(author: str | None) -> str | None:
    """Who wrote it, without the word before the name, as "By Ada Quill" has one."""
    return author[len("by ") :].strip() or None if author and author[:3] in {"By ", "BY "} else author


CUT = re.compile(r"(?:…|\.\.\.)? ?\[\+?\d[\d,. ]{0,12} char(?:s|acters)\]$")
"""What a web service writes where it has cut a text."""
LONGEST_CUT = 40


def without_mark_of_cut(text: str) -> str:
    """The text without what a service has written at its end."""
    return (text[:-LONGEST_CUT] + CUT.sub("", text[-LONGEST_CUT:])).rstrip() if text.endswith("]") else text


def titled(title: str | None, source: str | None) -> str | None:
    """A headline without the name of its outlet behind it, as lists of other people's news have it."""
    if title and source and title.endswith(source):
        bare = re.sub(r"\s+[-–—|·]\s+$", "", title.removesuffix(source))
        return bare if bare and bare != title.removesuffix(source) else title
    return title


SNAPSHOT_FIELDS, NOTED_FIELDS = (
    frozenset({"url", "timestamp"}),
    frozenset({"bookmarked_date", "history", "archive_path"}),
)
"""Of the notes of ArchiveBox: the moment in them is that of saving."""


NO_TEXT = "listed, without a text"
"""What a bibliography has of an article."""
ONLY_ADDRESS = "an address, without a text or a headline"
"""What a list of pages that were found has in a row."""


class ListedOnly(Unreadable):
    """A record names an article, and has neither a text nor a headline of it, or no more than its headline."""

    def __init__(self, why: str, rough: RoughArticle) -> None:
        super().__init__(why)
        self.rough = rough
        """What it says of the article."""

    def __reduce__(self) -> tuple[type["ListedOnly"], tuple[str, RoughArticle]]:
        """How it passes from one process to another."""
        return ListedOnly, (str(self), self.rough)


def placed_in(place: str, error: Unreadable) -> Unreadable:
    """The same with the number of the record before it."""
    why = f"{place}: {error}"
    return ListedOnly(why, error.rough) if isinstance(error, ListedOnly) else Unreadable(why)


def lacking(record: Record, mapping: Mapping[str, str]) -> str:
    """Why a record has no text: its field for one is empty, or none is known to be one."""
    if url := address(next(iter(values_of(record, "url", mapping)), None)):
        return f"{ONLY_ADDRESS} ({url})"
    why = without_text(record, mapping)
    if why != NO_FIELD:
        return f"{why}, and so is the title"
    names = ", ".join(list(map(str, record))[:12]) or "none"
    return f"{NO_FIELD} (fields: {names}): name it with  --map body=NAME"


def article_of_record(record: Record, mapping: Mapping[str, str], number: int | None) -> RoughArticle:
    """The article of a record, and what is in doubt where it has no text; Unreadable when it has no headline either."""
    rough = rough_article(record, mapping, number)
    if rough.text:
        return rough
    return replace(rough, doubts=(f"{without_text(record, mapping)}: only the headline is read",))


NO_FIELD = "no field that holds a text"


def without_text(record: Record, mapping: Mapping[str, str]) -> str:
    """Whether the field for the text is empty, or there is none."""
    names = (str(name) for name in record)
    empty = next((name for name in names if mapping.get("body") == name or FIELD_OF.get(normal(name)) == "body"), None)
    return NO_FIELD if empty is None else f"the text is empty (field: {empty})"


def first_day(values: Sequence[object]) -> Published | None:
    """The day that the first of these values states that states any."""
    return next((stated for value in values if (stated := stated_by(value))), None)


OWN_IDS = frozenset({"id", "guid", "uuid", "articleid", "docid", "documentid", "newsid", "storyid", "postid"})
"""The names under which a record keeps what it is called itself; "_id" is "id"."""


def own_id(record: Record) -> str | None:
    """What the file calls this record; None when it has no name of its own."""
    for name, value in record.items():
        if normal(str(name)) in OWN_IDS and not is_empty(value):
            own = scalar(value)
            if isinstance(own, str | int) and not isinstance(own, bool):
                return str(own)[:LONGEST_NAME]
    return None


def has_text(record: Record, mapping: Mapping[str, str]) -> bool:
    """The record keeps an article's text, not only a title or a summary."""
    return any(plain(value) for value in values_of(record, "body", mapping))


def values_of(record: Record, field: str, mapping: Mapping[str, str]) -> list[object]:
    """What the record keeps under the names of this field, the surest first, without what is empty."""
    if field in mapping:
        return [value for value in [at_path(record, mapping[field])] if not is_empty(value)]
    names = NAMES_OF[field]
    found = list(known_values(record, names))
    for wrapper in WRAPPERS:
        inner = record.get(wrapper)
        if isinstance(inner, Mapping):
            found += known_values(inner, names)
    return found


def known_values(record: Record, names: tuple[str, ...]) -> Iterator[object]:
    """The values under these names, in the order of the names; "_source" and its like are not of the article."""
    by_name = {
        normal(str(k)): value for k, value in record.items() if not str(k).startswith("_") and not is_empty(value)
    }
    yield from (by_name[name] for name in names if name in by_name)


def at_path(record: Record, path: str) -> object:
    """The value under a name, or under names with dots between them; None when there is none."""
    if path in record:
        return record[path]
    value: object = record
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def is_empty(value: object) -> bool:
    """Nothing is said: no value, no text, or what programs write for that."""
    if isinstance(value, str):
        return value.strip().casefold() in {"", "null", "none", "nan", "n/a"}
    if isinstance(value, float):
        return not isfinite(value)
    return value is None or value == [] or value == {}


INNER = (
    "$date",
    "$oid",
    "rendered",
    "main",
    "name",
    "original",
    "text",
    "title",
    "value",
    "#text",
    "_",
    "@id",
    "url",
    "href",
)
"""Where a thing that is itself a record keeps its name, text or time."""


def scalar(value: object) -> object:
    """The value itself, or the one that a record or list holds for it."""
    for _ in range(3):
        if isinstance(value, Mapping):
            by_name = {str(name).casefold(): inner for name, inner in value.items()}
            value = next((by_name[name] for name in INNER if not is_empty(by_name.get(name))), None)
        elif isinstance(value, list):
            value = value[0] if value else None
    return value


def plain(value: object) -> str | None:
    """The value as text; the items of a list are paragraphs. None when it is no text."""
    if isinstance(value, list):
        texts = [text for item in value[:10_000] if (text := plain(full_name(item) or scalar(item)))]
        return "\n".join(texts) or None
    single = scalar(value)
    if isinstance(single, bool) or not isinstance(single, str | int | float):
        return None
    return without_controls(text_of(str(single))).strip() or None


def full_name(value: object) -> str | None:
    """The name of somebody whose names are kept apart, as in CSL and Zotero; None of anything else."""
    if not isinstance(value, Mapping):
        return None
    for pair in NAMES_OF_PEOPLE:
        if names := [name for each in pair if isinstance(name := value.get(each), str) and name]:
            return " ".join(names)
    return None


NAMES_OF_PEOPLE = (("given", "family"), ("firstName", "lastName"), ("firstname", "lastname"), ("literal",))


LONGEST_NAME = 500
"""Characters; what is longer is no title, name or place."""


def one_line(text: str | None) -> str | None:
    """A text on one line, several lines as a list; None when it is none or too long to be a name."""
    line = ", ".join(line.strip() for line in without_controls(text or "").split("\n") if line.strip())
    return " ".join(line.split()) if line and len(line) <= LONGEST_NAME else None


def address(value: object) -> str | None:
    """The value as the address of a page, without the archive or cache that shows it; None when it is none."""
    single = scalar(value)
    text = single.strip() if isinstance(single, str) else ""
    return unwrapped(text) if ADDRESS.fullmatch(text) else None


ADDRESS = re.compile('https?://[^\\s<>"\x00-\x1f\x7f-\x9f\ud800-\udfff]{3,2000}', re.IGNORECASE)
