"""News in the SGML of old corpora: Reuters-21578, and the documents of TREC and Gigaword."""

import re
from collections.abc import Iterator
from html import unescape

from index.article import Published, RoughArticle
from index.errors import Unreadable
from index.publication_date.metadata_dates import stated_by
from index.publication_date.url_dates import published_by_name
from index.readers.encodings import text_lines, without_controls
from index.readers.fields import one_line
from index.readers.source import FileSource, Found

BEGINNING = re.compile(r"\s*<(REUTERS|DOC)\b([^>]{0,2000})>", re.IGNORECASE)
LONGEST_DOCUMENT = 4 * 1024 * 1024
"""Characters."""
TITLES = ("title", "headline", "head", "hl", "ti", "hd")
DAYS = ("date", "date_time", "datetime", "date1", "dd", "pub_date")
TEXTS = ("body", "text", "leadpara", "graphic")
AUTHORS = ("byline", "author", "by", "au")
OUTLETS = ("source", "so", "publisher", "pub")
KEYS = ("docno", "docid")
BEHIND_PLACE = re.compile(
    r",\s*(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d)|\s*[-–—]+\s*$", re.IGNORECASE
)
BEHIND_DAY = re.compile(
    r"(?:,\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)?(?:,[^,\d]{0,40}Edition)?\s*\.?\Z|(?<=\d{4})\s+\d\d?:\d\d.*"
)
"""What stands behind the day: a weekday and the edition, or a clock."""
BY_LINE = re.compile(r"\s{0,20}\bby\s+", re.IGNORECASE)
ID_DAY = re.compile(r"[A-Z_]+?(\d{4})(\d\d)(\d\d)\.\d+")


def read_news_sgml(source: FileSource) -> Iterator[Found]:
    """The article of each document; one without text is named. Memory does not grow with their number."""
    number = 0
    for number, document in enumerate(documents(source), 1):
        yield article_of_document(document, number)
    if not number:
        raise Unreadable("no news in this SGML")


def documents(source: FileSource) -> Iterator[str]:
    """The documents of a file, each from its first mark to its last."""
    kept: list[str] = []
    length, end = 0, ""
    for line in text_lines(source.stream, LONGEST_DOCUMENT):
        if not kept:
            if not (begun := BEGINNING.match(line)):
                continue
            end, length = f"</{begun[1].lower()}>", 0
        kept.append(line)
        length += len(line)
        if end in line.lower() or length > LONGEST_DOCUMENT:
            yield "".join(kept)
            kept = []
    if kept:
        yield "".join(kept)


def article_of_document(document: str, number: int) -> Found:
    """The article of a document, or why it has none."""
    begun = BEGINNING.match(document)
    marks = begun[2] if begun else ""
    text = next((text for name in TEXTS if (text := text_of_part(part(document, name)))), "")
    title = next((line for name in TITLES if (line := line_of_part(document, name))), None)
    if not text and not title:
        return Unreadable(f"document {number}: neither a text nor a title in it")
    key = next((line for name in KEYS if (line := line_of_part(document, name))), None)
    key = key or attribute(marks, "newid") or attribute(marks, "id")
    author = next((line for name in AUTHORS if (line := line_of_part(document, name))), None)
    return RoughArticle(
        text=text,
        title=title,
        published=published_in_document(document, key),
        source=next((line for name in OUTLETS if (line := line_of_part(document, name))), None) or outlet_of(begun),
        author=BY_LINE.sub("", author, count=1).strip(" ,") or None if author else None,
        place=place_of(line_of_part(document, "dateline")),
        record=number,
        key=key,
    )


def part(document: str, name: str) -> str:
    """What stands between the marks of this name; of a text of Reuters, what is left when its parts are taken out."""
    found = re.search(rf"<{name}\b[^>]{{0,500}}>(.*?)</{name}\s*>", document, re.IGNORECASE | re.DOTALL)
    if not found:
        return ""
    return re.sub(r"<(title|dateline|author)\b[^>]{0,500}>.*?</\1\s*>", "", found[1], flags=re.IGNORECASE | re.DOTALL)


def text_of_part(marked: str) -> str:
    """The text of a part, with line ends for its paragraphs, without marks."""
    text = re.sub(r"<[A-Za-z/!][^<>]{0,500}>", "\n", marked)
    lines = [line.rstrip() for line in without_controls(unescape(text)).split("\n")]
    return "\n".join(lines).strip("\n \x03")


def line_of_part(document: str, name: str) -> str | None:
    """The text of a part on one line; None when there is none."""
    return one_line(" ".join(text_of_part(part(document, name)).split()))


def attribute(marks: str, name: str) -> str | None:
    """The value of an attribute of the first mark."""
    found = re.search(rf"\b{name}\s*=\s*[\"']?([^\s\"'>]{{1,200}})", marks, re.IGNORECASE)
    return found[1] if found else None


def published_in_document(document: str, key: str | None) -> Published | None:
    """The day that a part states, or that of the number that the corpus gives it: "AFP_ENG_20021111.0001"."""
    lines = (line_of_part(document, name) for name in DAYS)
    stated = next((day for line in lines if line and (day := stated_by(BEHIND_DAY.sub("", line)))), None)
    if stated or key is None:
        return stated
    found = ID_DAY.fullmatch(key)
    return published_by_name("-".join(found.groups())) if found else None


def outlet_of(begun: re.Match[str] | None) -> str | None:
    """Reuters, where the first mark says so."""
    return "Reuters" if begun and begun[1].upper() == "REUTERS" else None


def place_of(dateline: str | None) -> str | None:
    """The place in a dateline such as "LONDON, March 3 -"."""
    if dateline is None:
        return None
    return BEHIND_PLACE.split(dateline)[0].strip(" ,-") or None
