"""Whether a text is an export of several articles, one below the other, and which they are."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.article import RoughArticle
from index.errors import Unreadable
from index.readers.vendors.bloomberg_export import MOMENT, bloomberg_articles
from index.readers.vendors.cited_export import cited_articles
from index.readers.vendors.factiva_codes import coded_articles
from index.readers.vendors.factiva_layout import NUMBER, laid_out_articles, unnumbered_articles
from index.readers.vendors.library_export import library_articles
from index.readers.vendors.nexis_export import nexis_articles
from index.readers.vendors.paged_texts import FORM_FEED, paged_articles
from index.readers.vendors.paged_texts import number_of_headers as number_of_pages
from index.readers.vendors.proquest_export import proquest_articles
from index.readers.vendors.repeated_headers import number_of_headers, repeated_articles
from index.readers.vendors.ruled_texts import days_at_tops, ruled_articles
from index.readers.vendors.vendor_labels import WORD_COUNT
from index.readers.vendors.vendor_record import VendorRecord, rough_articles
from index.readers.vendors.westlaw_export import westlaw_articles


@dataclass(frozen=True, slots=True)
class ExportKind:
    """A kind of export, what each of its articles has, and what takes it apart."""

    name: str
    mark: re.Pattern[str]
    """In every article of such an export, and hardly in any other text."""
    example: str
    articles: Callable[[Sequence[str]], list[VendorRecord]]
    fewest: int = 1
    """Articles that a text must give to be one."""
    is_in_each: bool = True
    """The mark stands once in each article, and hardly anywhere else; rules and numbers of words may."""


def marked(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What finds such a line, with any white space around it."""
    return re.compile(rf"^[ \t\xa0]*(?:{pattern})[ \t\xa0]*$", re.MULTILINE | flags)


WORDS = r"\d[\d.,]*\s\w+"
EXPORTS = (
    ExportKind("ProQuest", marked(r"(?i:proquest[ -](?:document|dokument)[^:\n]{0,20}):.*"), "ProQuest document ID: 1",
               proquest_articles),
    ExportKind(
        "Westlaw",
        marked(r"end of document.{0,9}© \d{4} thomson reuters.*|(?:19|20)\d\d wlnr \d+", re.IGNORECASE),
        "2022 WLNR 36001234",
        westlaw_articles,
        is_in_each=False,
    ),
    ExportKind("Bloomberg", marked(MOMENT.pattern), "2022-11-11 10:53:00.123 GMT", bloomberg_articles),
    ExportKind("Factiva with codes", marked(r"PD(?:[ \t|].*\d{4}.*)?"), "PD 11 November 2022", coded_articles),
    ExportKind(
        "Factiva",
        marked(NUMBER.pattern, re.IGNORECASE),
        "Document MARC000020221111eibb0001",
        laid_out_articles,
    ),
    ExportKind("Factiva by length", marked(WORD_COUNT.pattern, re.IGNORECASE), "140 words", unnumbered_articles,
               is_in_each=False),
    ExportKind(
        "Nexis by number",
        marked(r"(?i:\d{1,6} (?:of|von|de|sur|van|di) \d{1,6} (?:do[ck]ument\w{0,3})"
               r"|do[ck]umento? \d{1,6} (?:of|von|de|sur|van|di) \d{1,6})"),
        "1 of 2 DOCUMENTS",
        nexis_articles,
    ),
    ExportKind(
        "Nexis",
        marked(rf"(?i:length|länge|longueur|longitud|lunghezza|lengte|extensão|comprimento|længde|längd)\s?:\s*{WORDS}"),
        "Length: 140 words",
        nexis_articles,
    ),
    ExportKind(
        "EBSCO and Gale",
        marked(r"(?i:document type|accession number|gale document number|database)\s?:.*"),
        "Document Type: Article",
        library_articles,
        is_in_each=False,
    ),
    ExportKind(
        "NewsBank and wiso",
        marked(r"(?i:record number|dokumentnummer)\s?:.*|.{0,3}(?i:citation) \([A-Za-z]{2,12} (?i:style)\).*"),
        "Record Number: 202211110004",
        cited_articles,
    ),
    ExportKind(
        "PressReader",
        marked(r".{2,60} · .{6,40} · (?:[A-Z]{0,2}\d{1,3}|[A-Z][A-Z &]{2,30}|Front Page)(?: · .{2,80})?"),
        "The Courier · 11 Nov 2022 · 4",
        cited_articles,
    ),
    ExportKind(
        "Retriever and Infomedia",
        marked(r"(?i:publicerat (?:i print|på webb)\b.*|.*\bartikel-id ?: ?\w+)"),
        "Publicerat i print.",
        cited_articles,
    ),
    ExportKind("WiseNews", marked(r"文[章件][编編][号號] ?[:：].*"), "文章編號: 202211110010001", cited_articles),
    ExportKind("rules", marked(r"(?P<sign>[=*#~_+—–•-])(?:\s?(?P=sign)){2,}"), "==========", ruled_articles,
               fewest=2, is_in_each=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TakenApart:
    """The articles of a text that is an export, and what makes one think that it holds more."""

    articles: list[RoughArticle]
    """None where the text is one article, or is not known how to be divided."""
    doubt: str | None = None
    """Why it looks like several where it is read as one, or like more than were found; None when it does not."""


NOTHING_APART = TakenApart([])


def taken_apart(text: str) -> TakenApart:
    """The articles of an export; none of a text that is one article. It may have form feeds in it."""
    doubt = None
    paged, text = text, text.replace(FORM_FEED, "\n")
    # No line with a mark is as long as a paragraph: most of a text need not be looked at.
    short = "\n".join(line for line in text.split("\n") if len(line) <= LONGEST_MARK)
    for kind in EXPORTS:
        marks = sum(1 for _ in kind.mark.finditer(short))
        if not marks:
            continue
        lines = [" ".join(line.split()) for line in text.split("\n")]
        records = kind.articles(lines)
        if len(records) >= kind.fewest:
            is_short = kind.is_in_each and marks > len(records)
            missing = f"{marks} articles are marked in it, {len(records)} were found" if is_short else None
            return TakenApart(rough_articles(records), missing)
        count = marks if kind.is_in_each else days_at_tops(lines)
        if count >= FEWEST_MARKS and doubt is None:
            doubt = f"looks like {count} articles ({kind.name}), and is read as one"
    if doubt or len(DAY_MARK.findall(short)) < FEWEST_MARKS:
        return TakenApart([], doubt)
    return on_pages(paged) if FORM_FEED in paged else below_headers(text)


def on_pages(text: str) -> TakenApart:
    """The articles of a text with form feeds between, or of one that repeats a header all the same."""
    if records := paged_articles(text):
        return TakenApart(rough_articles(records))
    below = below_headers(text.replace(FORM_FEED, "\n"))
    count = number_of_pages(text)
    is_doubtful = count >= FEWEST_MARKS and not below.articles
    return TakenApart([], f"looks like {count} articles (pages), and is read as one") if is_doubtful else below


def below_headers(text: str) -> TakenApart:
    """The articles of a text that repeats a header with nothing but blank lines between."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    if records := repeated_articles(lines):
        return TakenApart(rough_articles(records))
    count = number_of_headers(lines)
    return TakenApart([], f"looks like {count} articles (headers), and is read as one" if count > 1 else None)


def is_list_of_documents(text: str) -> bool:
    """The text is what Nexis puts beside the documents of an export: who asked for them, and for what."""
    top = text[: 40 * LONGEST_MARK]
    return all(pattern.search(top) for pattern in (ORDER, NUMBERED))


ORDER = re.compile(
    r"^[ \t]*(?:job number|auftragsnummer|numéro du travail|número de trabajo|numero job)\s?: ?=?\s?\d+", re.I | re.M
)
NUMBERED = re.compile(r"^[ \t]*(?:documents|dokumente|documentos|documenti|documenten) ?\(\d+\)", re.I | re.M)

DAY_MARK = re.compile(r"\b(?:19|20)\d\d\b|\d[./]\d\d\b|年")
FEWEST_MARKS = 2
LONGEST_MARK = 150
"""Characters of a line, with the white space around it."""


def articles_of_text(text: str, title: str | None = None, doubts: tuple[str, ...] = ()) -> Iterator[RoughArticle]:
    """The articles of a text that is an export, or the one article that it is; its headline, where that is known.

    `doubts` are what was assumed to read the text.
    """
    apart = taken_apart(text)
    if not apart.articles and is_list_of_documents(text):
        raise Unreadable("a list of the documents of an export, without their texts")
    doubts = (*doubts, *filter(None, [apart.doubt]))
    for article in apart.articles or [RoughArticle(text.replace(FORM_FEED, "\n"), title=title)]:
        yield replace(article, doubts=doubts) if doubts else article
