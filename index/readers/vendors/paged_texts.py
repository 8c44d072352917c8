"""Texts with form feeds between several articles, each with its headline and its day on a page of its own."""

import re
from collections.abc import Sequence

from index.readers.vendors.ruled_texts import has_header, has_prose, is_long, record_of
from index.readers.vendors.vendor_record import VendorRecord

FORM_FEED = "\f"


def paged_articles(text: str) -> list[VendorRecord]:
    """The articles on pages of their own; none where a page with prose has no headline and no day of its own."""
    pages = pages_in(text)
    return [record_of(page) for page in pages] if 1 < len(pages) == number_of_headers(text) else []


def number_of_headers(text: str) -> int:
    """How many pages begin with a headline and a day; 0 where pages begin alike, as those of one print do."""
    tops = [next(line for line in page if line) for page in pages_in(text) if has_header(page)]
    return len(tops) if len({PAGE_NUMBER.sub("", top) for top in tops}) == len(tops) else 0


PAGE_NUMBER = re.compile(r"\d+")


def pages_in(text: str) -> list[Sequence[str]]:
    """The lines of each page that says something."""
    pages = ([" ".join(line.split()) for line in page.split("\n")] for page in text.split(FORM_FEED))
    return [page for page in pages if has_prose(page) or is_long(page)]
