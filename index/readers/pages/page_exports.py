"""Web pages that are no page of a site but an export: several articles, one below the other."""

import re

from index.readers.pages.europresse import europresse_articles, is_europresse
from index.readers.vendors.vendor_exports import NOTHING_APART, TakenApart, taken_apart
from index.readers.vendors.vendor_record import rough_articles
from index.text.html_text import text_of

OF = r"(?:of|von|de|sur|van|di)"
COUNTER = rf">\s*(?:\d{{1,6}} {OF} \d{{1,6}} do[ck]ument|do[ck]umento? \d{{1,6}} {OF} \d{{1,6}})"
MARK = re.compile(
    rf"<DOC NUMBER=|{COUNTER}|>\s*(?:length|länge|longueur|longitud|lunghezza|lengte)\s?:|>\s*HD[\s<]"
    r"|>\s*(?:docum\w+|dokument)\s+(?=[^\s<]*\d)[A-Z][A-Z0-9]{2,40}\s*<|\barticleParagraph\b|\bproquest[ -]document"
    r"|>\s*(?:gale document number|accession number|document type|database|dokumentnummer|record number)\s?:"
    r"|>\s*citation \([a-z]{2,12} style\)|\bEnd of Document\b",
    re.IGNORECASE,
)
"""In every page of a news database that is an export."""
SITE = re.compile(r"""ld\+json|property=["']?og:|rel=["']?canonical""", re.IGNORECASE)
"""In pages of sites, whose other articles are teasers."""
PARTS = re.compile(r"<article\b|<hr\b", re.IGNORECASE)

NUMBERED = re.compile(r"<!--(?:(?!-->).){0,200}<DOC NUMBER=\s*(\d{1,6})\s*>(?:(?!-->).){0,200}-->", re.DOTALL)
BORDER = re.compile(r"</?article\b[^<>]{0,2000}>|<hr\b[^<>]{0,500}>", re.IGNORECASE)
DATETIME = r"""\bdatetime=["']?(?P<day>\d{4}-\d\d-\d\d)"""
BESIDE = r"(?P<beside>[|·,–—-]\s{0,20})?"
"""A sign after the outlet, in whose line the time stands."""
TIME = re.compile(BESIDE + rf"<time\b[^<>]{{0,300}}{DATETIME}[^<>]{{0,300}}>.{{0,200}}?</time>", re.IGNORECASE)
COUNTED = re.compile(COUNTER, re.IGNORECASE)
LONGEST_PAGE = 8_000_000
"""Characters; of several articles, too."""


def articles_of_export(html: str) -> TakenApart:
    """The articles of a page that is an export; none of any other page."""
    if len(html) > LONGEST_PAGE:
        return NOTHING_APART
    if is_europresse(html) and (records := europresse_articles(html)):
        return TakenApart(rough_articles(records))
    is_marked = MARK.search(html) is not None
    if not (is_marked or (len(PARTS.findall(html)) > 1 and not SITE.search(html))):
        return NOTHING_APART
    if is_marked and not COUNTED.search(html):
        html = NUMBERED.sub(r"<p>Document \1 of \1</p>", html)
    ruled = BORDER.sub("<p>____________</p>", TIME.sub(day_of_time, html))
    return taken_apart(text_of(ruled))


def day_of_time(time: re.Match[str]) -> str:
    """The day of a time that a page shows: beside the outlet where it stands there, else in a line of its own."""
    day = time["day"]
    return f"{time['beside']} {day}" if time["beside"] else f"<p>{day}</p>"
