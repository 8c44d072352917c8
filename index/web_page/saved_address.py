"""Where a page was saved from, as the program that saved it wrote into it."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.lexicon.address_wrappers import unwrapped
from index.lexicon.outlet_sites import host_in, shows_others

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class SavingNote:
    """How a program notes the address of a page that it saves: its name, a pattern, and an example."""

    name: str
    pattern: str
    example: str
    """Of https://example.org/a, in this way and in no other."""


ADDRESS = r"(?P<address>(?:https?://)?[^\s\"'<>]{4,2000}?)"
SAVING_NOTES = (
    SavingNote(
        "SingleFile",
        rf"<!--\s{{0,9}}Page saved with SingleFile\s{{1,9}}url:\s{{0,9}}{ADDRESS}\s",
        "<!--\n Page saved with SingleFile \n url: https://example.org/a \n saved date: Tue Mar 05 2024 \n-->",
    ),
    SavingNote(
        "browsers",
        rf"<!--\s{{0,9}}saved from url=\(\d{{1,6}}\)\s{{0,9}}{ADDRESS}\s{{0,9}}-->",
        "<!-- saved from url=(0021)https://example.org/a -->",
    ),
    SavingNote(
        "HTTrack",
        rf"<!--\s{{0,9}}(?:Mirrored|Added) from\s{{1,9}}{ADDRESS}\s{{1,9}}by HTTrack",
        "<!-- Mirrored from example.org/a by HTTrack Website Copier/3.x [XR&CO'2014] -->",
    ),
    SavingNote(
        "ScrapBook",
        rf"\bdata-(?:scrapbook-source|sf-url|savepage-url)\s{{0,3}}=\s{{0,3}}[\"']?{ADDRESS}[\"'\s>]",
        '<html data-scrapbook-source="https://example.org/a">',
    ),
    SavingNote(
        "Save Page WE",
        rf"<meta name=[\"']?savepage-url[\"']? content=[\"']?{ADDRESS}[\"'\s>]",
        '<meta name="savepage-url" content="https://example.org/a">',
    ),
)
PATTERNS = [re.compile(note.pattern, re.IGNORECASE) for note in SAVING_NOTES]
HEAD_CHARACTERS = 20_000
"""Of a page, in which such notes stand."""

BARS = (
    "//*[@id='wm-ipp-base' or @id='wm-ipp' or @id='wm-ipp-print' or @id='donato' or @id='wm-capinfo']"
    "|//*[@id='HEADER' and contains(., 'archive.')]"
    "|//*[@id='ukwa-banner' or @id='webArchiveInfobox' or @id='bluestar' or @id='replay_iframe_banner']"
    "|//*[contains(@id, 'google-cache-hdr')]"
    "|//div[not(.//div) and contains(., 'This is Google') and contains(., 'snapshot of the page as it appeared on')]"
)
"""What archives put above a page: their name, how often it was kept, and when."""


def saved_address(html: str) -> str | None:
    """The address in such a note; None when there is none."""
    head = html[:HEAD_CHARACTERS]
    found = next((match for pattern in PATTERNS if (match := pattern.search(head))), None)
    if found is None:
        return None
    address = found["address"] if "://" in found["address"] else f"https://{found['address']}"
    return unwrapped(address) if host_in(address) else None


def leave_out_bars_of_archives(page: "HtmlElement") -> bool:
    """Take out of the tree what an archive has put above the page; whether there was anything."""
    bars = [bar for bar in page.xpath(BARS) if bar.getparent() is not None]
    for bar in bars:
        bar.drop_tree()
    return bool(bars)


def own_site_name(name: str | None, address: str | None) -> str | None:
    """The name of the site; None where it is the host of an archive or of a cache, in whose address the page stands."""
    host = host_in(name) if name else None
    if host is None:
        return name
    is_wrapping = address is not None and unwrapped(address) != address and host in address.lower()
    return None if is_wrapping or shows_others(host) else name
