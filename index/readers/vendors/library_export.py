"""Exports of the databases of libraries, such as EBSCO and Gale: an article is a list of labelled fields."""

import re
from collections.abc import Iterator, Sequence

from index.front_matter.bylines import byline
from index.front_matter.written_dates import dates_in
from index.readers.vendors.proquest_export import in_order
from index.readers.vendors.vendor_labels import COPYRIGHT
from index.readers.vendors.vendor_record import VendorRecord
from index.text.headlines import is_sentence

LABELS = {
    "title": "title|headline|article title|titel|titre|título|titolo",
    "author": r"authors?|author\(s\)|byline|by|autor|autoren|auteurs?|autore|autores",
    "outlet": "source|from|paper|newspaper|publication|publication title|publication name|journal|outlet"
    "|quelle|medium|fuente|fonte|bron",
    "day": "date|publication date|pub date|published|datum|fecha|data",
    "text": "full text|fulltext|article text|text|body|volltext|texte intégral|texto completo|testo completo",
    "abstract": "abstract|summary|zusammenfassung|résumé|resumen|riassunto",
    "last": "database",
    "key": "accession number|gale document number|record number|document number|article id",
    "url": "url|link|permalink|persistent link(?: to this record.{0,40})?|document url|bookmark",
    "other": "record|document type|publication type|language|length|pages?|section|edition|issn|isbn|doi"
    "|publisher|subjects?|subject terms|geographic terms|people|company(?:/entity)?"
    r"|naics/industry codes|reviews & products|full text word count|word count|images?|lexile(?: measure)?"
    "|volume|issue|series|topic overview|tags|keywords"
    "|place of publication|estimated printed pages|column|dateline|caption|memo"
    "|index terms|readability.{0,30}|copyright|source type",
}
"""What the fields of an article are called."""
FIELD = re.compile("|".join(rf"(?P<{name}>(?:{names}))" for name, names in LABELS.items()), re.IGNORECASE)
LABELLED = re.compile(r"(?P<label>[^\W\d_][^:]{1,40}):(?:\s+(?P<value>.*)|$)")
BELOW = re.compile(
    r"source citation\b.*|citation\b.{0,30}|copyright of .{3,300}|(?:copyright|©).{0,80}\d{4}.{0,200}|gale [\w ]{0,60}"
    r"|https?://\S+|opens? ?url link|the link information below .{0,200}|<a href=.{0,400}"
    "|this text may be abridged.{0,300}",
    re.IGNORECASE,
)
"""What stands below the text of an article, without a label."""
LONGEST_HEADER = 60
"""Lines, with as many subjects as librarians think of."""
LONGEST_SOURCE = 400
"""Characters that are looked into."""
HEADER = frozenset({"title", "author", "outlet", "day", "abstract"})
FEWEST = 3
"""Fields that an article has, and its text."""


def library_articles(lines: Sequence[str]) -> list[VendorRecord]:
    """The articles of an export; none where it is no such export."""
    return [record for fields in fields_of_articles(lines) if (record := record_of(fields))]


def fields_of_articles(lines: Sequence[str]) -> Iterator[dict[str, list[str]]]:
    """The lines of each field of each article; an article begins where a field of a header stands below a text."""
    fields: dict[str, list[str]] = {"above": []}
    name, above = "above", ""
    for at, line in enumerate(lines):
        found = named_field(line, name)
        if found is None:
            fields[name].append(line)
            above = line or above
            continue
        label, value = found
        if begins_article(label, fields) and is_text_ahead(lines[at + 1 : at + 1 + LONGEST_HEADER]):
            headline = [] if label == "title" else taken_back(fields[name], above)
            yield fields
            fields = {"above": headline}
        name = label if label not in fields or label == "other" else "other"
        fields.setdefault(name, []).append(value)
        above = ""
    yield fields


def begins_article(label: str, fields: dict[str, list[str]]) -> bool:
    """A field with this label is of another article than these."""
    return label in HEADER and ("text" in fields or (label == "title" and label in fields))


def is_text_ahead(lines: Sequence[str]) -> bool:
    """A text begins in one of these lines."""
    return any((found := named_field(line, "above")) and found[0] in {"text", "abstract", "last"} for line in lines)


def named_field(line: str, current: str) -> tuple[str, str] | None:
    """The field that begins in this line and what stands beside its label; None where none begins there."""
    found = LABELLED.fullmatch(line)
    field = FIELD.fullmatch(found["label"].strip()) if found else None
    if found and field and field.lastgroup:
        return field.lastgroup, found["value"] or ""
    if current in {"text", "abstract", "last"} and (BELOW.fullmatch(line) or COPYRIGHT.fullmatch(line)):
        return "other", line
    return None


def taken_back(lines: list[str], headline: str) -> list[str]:
    """The last line that was written, taken from these lines: the headline of the next article has no label."""
    if not headline or len(lines) < 2:  # a value, and a headline below it
        return []
    while lines and lines.pop() != headline:
        pass
    return [headline]


def record_of(fields: dict[str, list[str]]) -> VendorRecord | None:
    """The article of these fields; None where they are too few, or have no text."""
    values = {name: " ".join(" ".join(lines).split()) or None for name, lines in fields.items()}
    text = fields.get("text") if values.get("text") else below_last(fields) or fields.get("abstract")
    said = [name for name in ("title", "author", "outlet", "day", "key") if values.get(name)]
    if not text or not any(text) or len(said) < FEWEST - ("above" in said) or not values.get("outlet"):
        return None
    outlet, day = of_source(values.get("outlet") or "")
    return VendorRecord(
        body="\n".join(text).strip(),
        title=without_full_stop(values.get("title") or last_line(fields["above"])),
        day=of_source(values.get("day") or "")[1] or day,
        outlet=outlet,
        author=spoken(values.get("author")),
        url=values.get("url"),
        key=values.get("key"),
    )


def below_last(fields: dict[str, list[str]]) -> list[str]:
    """The text below the last field, which has no label, without the headline again; none where no prose is there."""
    title = " ".join(fields.get("title", [])).strip(" .")
    lines = [line for line in fields.get("last", [])[1:] if line.strip(" .") != title or not title]
    return lines if any(map(is_sentence, lines)) else []


def last_line(lines: Sequence[str]) -> str | None:
    """The last line that is not blank; None where there is none."""
    return next((line for line in reversed(lines) if line), None)


def without_full_stop(title: str | None) -> str | None:
    """A headline without the full stop that a catalogue puts behind it."""
    return title[:-1] if title and re.search(r"[a-z]{3}\.$", title) else title


AMERICAN = re.compile(r"\b(\d\d?)/(\d\d?)/(\d{4})\b")
BESIDE_OUTLET = re.compile(r" ?(?:[\[(,;|]|\. |\.$).*")


def of_source(source: str) -> tuple[str | None, str | None]:
    """The outlet and the day in "The Courier (London, England). (Nov. 11, 2022): News: p4."; None where not told.

    Numbers are as Americans write days: the databases are theirs.
    """
    iso = AMERICAN.sub(lambda found: f"{found[3]}-{int(found[1]):02}-{int(found[2]):02}", source[:LONGEST_SOURCE])
    source, day = iso, next(iter(dates_in(iso)), None)
    before = source[: day.start] if day else source
    return BESIDE_OUTLET.sub("", before).strip() or None, source[day.start : day.end] if day else None


def spoken(names: str | None) -> str | None:
    """Who wrote it, without the word before their names, and as the names are spoken."""
    line = byline(names) if names else None
    return line.author if line and line.author else in_order(names)
