"""What stands above and below the text of printed pages: numbers, running heads, what a browser adds."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.lexicon.address_wrappers import unwrapped

CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
PRINT_HEAD = re.compile(
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}),?\s+{CLOCK}\s+(?P<title>\S.*)"
)
"""What browsers print above a page: when it was printed, and its title."""
PRINT_FOOT = re.compile(r"(?P<address>(?:https?|file)://\S+)\s+\d{1,4}\s?/\s?\d{1,4}")
"""And below it: its address, which page this is, and of how many."""
PAGE_NUMBER = re.compile(
    r"(?i)(?:page|seite|p[áa]gina|strona|s\.)?\s*\d{1,4}(?:\s?(?:/|of|von|de|sur)\s?\d{1,4})?|[-–—]\s?\d{1,4}\s?[-–—]"
)
MARGIN_LINES = 2
"""At the top and at the bottom of a page."""
FEWEST_PAGES = 3
"""On which a line stands in one place, but for its numbers, before it is a running head."""
LONGEST_MARGIN = 200


@dataclass(frozen=True, slots=True)
class PrintedText:
    """The lines of each page without its margins, and what a browser printed there; None where none did."""

    pages: tuple[tuple[str, ...], ...]
    title: str | None = None
    address: str | None = None


def without_margins(pages: Sequence[Sequence[str]]) -> PrintedText:
    """The pages without what their margins repeat."""
    margins = [list(margin_lines(lines)) for lines in pages]
    matches = [found for page in margins for _, line in page if (found := PRINT_FOOT.fullmatch(line))]
    heads = [found for page in margins for _, line in page if (found := PRINT_HEAD.fullmatch(line))]
    is_print = bool(matches) or len(heads) > 1
    repeated = Counter(key for page in margins for key in {without_numbers(line) for _, line in page})
    kept = []
    for lines, margin in zip(pages, margins, strict=True):
        left_out = {
            number
            for number, line in margin
            if (is_print and (PRINT_FOOT.fullmatch(line) or PRINT_HEAD.fullmatch(line)))
            or (len(pages) > 1 and PAGE_NUMBER.fullmatch(line))
            or repeated[without_numbers(line)] >= max(FEWEST_PAGES, len(pages) // 2)
        }
        kept.append(tuple(line for number, line in enumerate(lines) if number not in left_out))
    title = heads[0]["title"].strip() if is_print and heads else None
    address = next((found["address"] for found in matches if found["address"].startswith("http")), None)
    return PrintedText(tuple(kept), title, unwrapped(address) if address else None)


def margin_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The first and last lines of a page that are not blank, each with its number, without white space around them."""
    written = [(number, line.strip()) for number, line in enumerate(lines) if line.strip()]
    chosen = dict([*written[:MARGIN_LINES], *written[-MARGIN_LINES:]])
    return ((number, line) for number, line in chosen.items() if len(line) <= LONGEST_MARGIN)


def without_numbers(line: str) -> str:
    """The line with one mark for each number, so that two pages have the same running head."""
    return re.sub(r"\d+", "#", line)
