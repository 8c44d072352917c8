"""What a browser prints around a page: when it was printed, the title, the address, the number of the page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.readers.fields import address

CLOCK = r"(?:(?:at|um|à|a las) )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp]\.? ?[Mm]\.?)?"
STAMP = rf"\d{{1,4}}[./-] ?\d{{1,2}}[./-] ?\d{{1,4}},? {CLOCK}"
PAGE_OF = r"(?:(?:[Pp]age|[Ss]eite|[Pp]ágina|[Pp]agina) )?\d{1,4} ?(?:/|of|von|sur|de|di|van) ?\d{1,4}"
URL = r"(?:https?|file)://[^\s<>\"]+"
MARGINS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<stamp>{STAMP})(?:\s+(?P<title>\S.*))?",
        rf"(?P<page>{PAGE_OF})\s+(?P<stamp>{STAMP})",
        rf"(?P<url>{URL})\s+(?P<page>{PAGE_OF})(?:\s+(?P<stamp>{STAMP}))?",
        rf"(?P<title>\S.*?)\s{{1,20}}(?P<url>{URL})",
        rf"(?P<url>{URL})",
        rf"(?P<page>{PAGE_OF})",
    )
)
"""Lines as Chrome, Edge, Firefox and Safari print them above and below each page."""
DEEP = 3
"""Lines at either end of the text of a page, in which what is printed around it stands."""
LONGEST = 500


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """The pages of a print, without what the browser has printed around them."""

    texts: Sequence[str]
    title: str | None
    """The title of the window; None where the pages were not printed from a browser."""
    url: str | None
    """Its address; None likewise, or where it is cut."""


def printed_pages(texts: Sequence[str]) -> PrintedPages:
    """The pages without their margins, which count as such where they have the moment, and an address or a number."""
    found = [match for text in texts for match in margins(text.split("\n")).values()]
    said = {name: value for match in reversed(found) for name, value in match.groupdict().items() if value}
    if "stamp" not in said or not {"page", "url"} & said.keys():
        return PrintedPages(texts, None, None)
    url = said.get("url", "")
    whole = None if url.endswith(("…", "...")) else address(url)
    return PrintedPages([without_margins(text) for text in texts], said.get("title"), whole)


def margins(lines: Sequence[str]) -> dict[int, re.Match[str]]:
    """The lines of a page that a browser may have printed around it, by their numbers."""
    ends = {*range(min(DEEP, len(lines))), *range(max(0, len(lines) - DEEP), len(lines))}
    short = {number: lines[number].strip() for number in sorted(ends) if len(lines[number]) <= LONGEST}
    fitting = {
        number: next((m for form in MARGINS if (m := form.fullmatch(line))), None) for number, line in short.items()
    }
    return {number: match for number, match in fitting.items() if match}


def without_margins(text: str) -> str:
    """The text of a page without them."""
    lines = text.split("\n")
    left_out = margins(lines)
    return "\n".join(line for number, line in enumerate(lines) if number not in left_out)
