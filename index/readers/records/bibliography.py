"""Bibliographies as Zotero and others export them, in RIS, refer and BibTeX: an article for each abstract."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.errors import Unreadable
from index.publication_date.metadata_dates import stated_by
from index.readers.encodings import text_lines, without_controls
from index.readers.fields import NO_TEXT, ListedOnly, placed_in, rough_article
from index.readers.source import LARGEST_FILE_BYTES, FileSource, Found

RIS_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  - ?(?P<value>.*)")
RIS_FIELDS: Mapping[str, str] = {
    **dict.fromkeys(("TI", "T1"), "title"),
    **dict.fromkeys(("T2", "JO", "JF", "JA", "J2", "PB"), "source"),
    **dict.fromkeys(("AB", "N2"), "abstract"),
    **dict.fromkeys(("AU", "A1"), "author"),
    **dict.fromkeys(("DA", "Y1", "PY"), "date"),
    "UR": "url",
    **dict.fromkeys(("L1", "L2", "L4", "FL"), "file"),
    "CY": "place",
    "ID": "id",
}
"""What the tags of RIS mean here; of several with one meaning, the first in the entry counts, but all authors do."""
BIBTEX_FIELDS: Mapping[str, str] = {
    "title": "title",
    **dict.fromkeys(("journal", "journaltitle", "publisher", "howpublished", "booktitle"), "source"),
    "abstract": "abstract",
    "author": "author",
    **dict.fromkeys(("date", "year"), "date"),
    **dict.fromkeys(("day", "month"), "day"),
    "url": "url",
    "file": "file",
    **dict.fromkeys(("address", "location"), "place"),
}
LONGEST_ENTRY = 200_000
"""Characters."""


REFER_LINE = re.compile(r"%(?P<tag>[A-Z0-9@!>+$*?&]) ?(?P<value>.*)")
REFER_FIELDS: Mapping[str, str] = {
    "T": "title",
    **dict.fromkeys("BJI", "source"),
    "X": "abstract",
    "A": "author",
    **dict.fromkeys("8D", "date"),
    "U": "url",
    "C": "place",
}
"""The same of the older form that EndNote writes, in which an entry begins with %0 and ends with nothing."""


@dataclass(frozen=True, slots=True)
class TaggedLines:
    """A way to write entries in lines that begin with tags."""

    line: re.Pattern[str]
    fields: Mapping[str, str]
    first: str
    """The tag with which an entry begins."""
    last: str
    """The tag with which it ends; empty where none does."""


RIS = TaggedLines(RIS_LINE, RIS_FIELDS, "TY", "ER")
REFER = TaggedLines(REFER_LINE, REFER_FIELDS, "0", "")


def read_ris(source: FileSource) -> Iterator[Found]:
    """The article of each entry of a list in RIS; an entry without an abstract is named, with its address."""
    yield from entries_in(source, RIS)


def read_refer(source: FileSource) -> Iterator[Found]:
    """The same of a list in the form of refer, as EndNote exports it."""
    yield from entries_in(source, REFER)


def entries_in(source: FileSource, form: TaggedLines) -> Iterator[Found]:
    """The article of each entry of a list in tagged lines."""
    number, fields = 0, dict[str, list[str]]()
    name = ""
    for line in text_lines(source.stream, LARGEST_FILE_BYTES):
        found = form.line.match(line.strip("\ufeff\r\n"))
        if found is None:
            if name and line.strip() and len(fields[name][-1]) < LONGEST_ENTRY:
                fields[name][-1] += f" {line.strip()}"
            continue
        if found["tag"] in {form.first, form.last} and fields:
            number += 1
            yield article_of_entry(fields, number)
            fields, name = {}, ""
        elif name := form.fields.get(found["tag"], ""):
            fields.setdefault(name, []).append(found["value"].strip())
    if fields:
        yield article_of_entry(fields, number + 1)
    elif not number:
        raise Unreadable("no entries in it")


def article_of_entry(fields: Mapping[str, list[str]], number: int) -> Found:
    """The article of an entry, or why it has none."""
    record: dict[str, object] = {name: values[0] for name, values in fields.items()}
    record["attachments"] = fields.get("file", [])
    record["author"] = [in_order(name) for name in fields.get("author", [])]
    record["date"] = day_of_entry(fields.get("date", []), fields.get("day", []))
    if not record.get("abstract"):
        return without_abstract(record, number)
    try:
        return rough_article(record, {}, number)
    except Unreadable as error:
        return placed_in(f"entry {number}", error)


def without_abstract(record: Mapping[str, object], number: int) -> Unreadable:
    """What to say of an entry that has no text; what it says of an article stays known."""
    why = f"entry {number}: {NO_TEXT} ({record.get('url') or record.get('title') or 'nothing else'})"
    try:
        return ListedOnly(why, rough_article(record, {}, number))
    except Unreadable:
        return Unreadable(why)


def day_of_entry(dates: Sequence[str], parts: Sequence[str]) -> str | None:
    """The day of an entry that has it in full, or in parts in several fields: the year, "nov", 11."""
    written = [RIS_DAY.sub(days_of_ris, each) for each in dates]
    whole = " ".join([*(re.sub(r'[\s"#~]+', " ", part) for part in parts), *written[:1]]) if parts else None
    turned = [f"{each} {year}" for each in written for year in written if YEAR.fullmatch(year) and each != year]
    return next((each for each in [*written, whole, *turned] if each and is_day(each)), next(iter(written), None))


RIS_DAY = re.compile(r"^(\d{4})/(\d\d)?(?:/(\d\d)?)?(?:/.*)?$")
YEAR = re.compile(r"\d{4}")


def is_day(written: str) -> bool:
    """It states one day, and not only a month or a year."""
    stated = stated_by(written)
    return stated is not None and stated.precision == "day"


def days_of_ris(found: re.Match[str]) -> str:
    """The day of "2022/11/11/", or the month of "2022/11//"."""
    return "-".join(filter(None, found.groups()))


def in_order(name: str) -> str:
    """A name as it is spoken: "Doe, Jane" is Jane Doe."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() else name.strip()


ENTRY = re.compile(r"(?m)^\s{0,20}@(?P<kind>\w{2,30})\s{0,9}\{\s{0,9}(?P<key>[^,\s{}]{0,200})\s{0,9},")
FIELD = re.compile(r"\s*(?P<name>[\w:-]{1,40})\s{0,9}=\s{0,9}")


def read_bibtex(source: FileSource) -> Iterator[Found]:
    """The article of each entry of a list in BibTeX; an entry without an abstract is named, with its address."""
    text = without_controls("".join(text_lines(source.stream)))
    if len(text) > LARGEST_FILE_BYTES:
        raise Unreadable(f"larger than {LARGEST_FILE_BYTES // 1024**2} MiB")
    entries = list(ENTRY.finditer(text))
    if not entries:
        raise Unreadable("no entries in it")
    ends = [entry.start() for entry in entries[1:]] + [len(text)]
    for number, (entry, end) in enumerate(zip(entries, ends, strict=True), 1):
        fields: dict[str, list[str]] = {"id": [entry["key"]]} if entry["key"] else {}
        for name, value in fields_of_entry(text, entry.end(), end):
            if meaning := BIBTEX_FIELDS.get(name.lower()):
                if meaning == "file":
                    fields.setdefault(meaning, []).extend(files_in(value))
                    continue
                values = value.split(" and ") if meaning == "author" else [value]
                fields.setdefault(meaning, []).extend(map(without_latex, values))
        yield article_of_entry(fields, number)


def files_in(value: str) -> Iterator[str]:
    """The paths in "Full Text:files/12/talks.pdf:application/pdf;…", as Zotero, Mendeley and JabRef write them."""
    for file in re.split(r"(?<!\\);", value.strip("{}")):
        parts = re.split(r"(?<!\\):", file.strip())
        path = parts[-2] if len(parts) > 2 else parts[-1] if len(parts) == 1 else parts[0] or parts[1]
        yield re.sub(r"\\([;:_&%$#{}\\])", r"\1", path)


def fields_of_entry(text: str, place: int, end: int) -> Iterator[tuple[str, str]]:
    """The fields of an entry between two places, each with what stands between its braces or quotation marks."""
    while found := FIELD.match(text, place, end):
        place = end_of_value(text, found.end(), end)
        yield found["name"], text[found.end() : place].strip().strip('"')
        following = re.compile(r"\s*,").match(text, place, end)
        if following is None:
            return
        place = following.end()


def end_of_value(text: str, place: int, end: int) -> int:
    """Where a value ends that begins here: behind its last brace or quotation mark, or before a comma."""
    depth, is_quoted = 0, text[place : place + 1] == '"'
    for at in range(place + is_quoted, end):
        character = text[at]
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
            if depth < 0:
                return at
        elif depth == 0 and (character == '"' if is_quoted else character == ","):
            return at + is_quoted
    return end


ACCENT = re.compile(r"\\(?P<mark>[`'^\"~=.uvHckr])\s?\{?\\?(?P<letter>[A-Za-z])\}?")
ACCENTS = dict(
    zip("`'^\"~=.uvHckr", "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u0328\u030a", strict=True)
)
LETTERS = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "aa": "å",
    "AA": "Å",
    "l": "ł",
    "L": "Ł",
}
LETTER = re.compile(rf"\\({'|'.join(sorted(LETTERS, key=len, reverse=True))})(?:\{{\}}|\s|(?=[^A-Za-z]))")


def without_latex(value: str) -> str:
    """A value of BibTeX as a text: its accents on their letters, without braces and commands."""
    accented = ACCENT.sub(lambda found: found["letter"] + ACCENTS[found["mark"]], value)
    plain = LETTER.sub(lambda found: LETTERS[found[1]], accented)
    plain = re.sub(
        r"\\([&%$#_{}])", r"\1", re.sub(r"(?<!\\)[{}]", "", re.sub(r"\\(?:url|emph|text\w{2})\b", "", plain))
    )
    return unicodedata.normalize("NFC", " ".join(plain.replace("---", "—").replace("--", "–").split()))
