"""What stands above and below the text of printed pages: numbers, running heads, what a browser adds."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.lexicon.address_wrappers import unwrapped

CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?"
STAMP = rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}),?\s+{CLOCK}"
NUMBER_OF = r"(?:(?:[Pp]age|[Ss]eite|[Pp][áa]gina|[Ss]trona)\s)?\d{1,4}\s?(?:/|of|von|sur|de|di|van|z)\s?\d{1,4}"
ADDRESS = r"(?P<address>(?:https?|file)://\S+)"
PRINT_HEAD = re.compile(rf"{STAMP}\s+(?P<title>\S.*)")
"""What browsers print above a page: when it was printed, and its title."""
PRINT_FOOT = re.compile(rf"{ADDRESS}\s+{NUMBER_OF}(?:\s+{STAMP})?|{NUMBER_OF}\s+{STAMP}")
"""And below it: its address, which page this is, and of how many; Firefox prints the moment there."""
ADDRESS_HEAD = re.compile(rf"(?P<title>\S.*?)\s+{ADDRESS}")
"""And the title and the address above."""
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
    feet = [found for page in margins for _, line in page if (found := PRINT_FOOT.fullmatch(line))]
    heads = [found for page in margins for _, line in page if (found := print_head(line, has_foot=bool(feet)))]
    is_print = bool(feet) or len(heads) > 1
    repeated = Counter(key for page in margins for key in {without_numbers(line) for _, line in page})
    kept = []
    for lines, margin in zip(pages, margins, strict=True):
        left_out = {
            number
            for number, line in margin
            if (is_print and (PRINT_FOOT.fullmatch(line) or print_head(line, has_foot=bool(feet))))
            or (len(pages) > 1 and PAGE_NUMBER.fullmatch(line))
            or repeated[without_numbers(line)] >= max(FEWEST_PAGES, len(pages) // 2)
        }
        kept.append(tuple(line for number, line in enumerate(lines) if number not in left_out))
    title = heads[0]["title"].strip() if is_print and heads else None
    addresses = (found.groupdict().get("address") or "" for found in [*feet, *heads])
    address = next((each for each in addresses if each.startswith("http") and not each.endswith("…")), None)
    return PrintedText(tuple(kept), title, unwrapped(address) if address else None)


def print_head(line: str, *, has_foot: bool) -> re.Match[str] | None:
    """What a browser printed above a page; a title with an address only where it has printed something below, too."""
    return PRINT_HEAD.fullmatch(line) or (ADDRESS_HEAD.fullmatch(line) if has_foot else None)


def margin_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The first and last lines of a page that are not blank, each with its number, without white space around them."""
    written = [(number, line.strip()) for number, line in enumerate(lines) if line.strip()]
    chosen = dict([*written[:MARGIN_LINES], *written[-MARGIN_LINES:]])
    return ((number, line) for number, line in chosen.items() if len(line) <= LONGEST_MARGIN)


def without_numbers(line: str) -> str:
    """The line with one mark for each number, so that two pages have the same running head."""
    return re.sub(r"\d+", "#", line)
