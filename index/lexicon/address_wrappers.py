"""How archives, caches, translators and libraries write the address of a page into their own."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote


@dataclass(frozen=True, slots=True)
class AddressWrapper:
    """A way to wrap an address: what it is called, a pattern that names the `page` in it, and an example."""

    name: str
    pattern: str
    example: str
    """An address that wraps https://example.org/a, with or without its scheme, and is of no other of these ways."""
    read: Callable[[str], str] = str
    """How the page is written in it."""


SCHEME = r"https?://"
PAGE = r"(?P<page>https?:/{1,2}[^/\s].*)"
BARE_PAGE = r"(?P<page>[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?].*)?)"


def with_dots(page: str) -> str:
    """The address whose host has a hyphen for each dot, and two for each hyphen."""
    host, slash, path = page.partition("/")
    return host.replace("--", "\0").replace("-", ".").replace("\0", "-") + slash + path


ADDRESS_WRAPPERS = (
    AddressWrapper(
        "web archive",
        rf"{SCHEME}[^/]+/(?:[^/?]+/){{0,4}}\d{{4,14}}(?:[a-z]{{2}}_|\*|%2A|-\d{{4}}-\d{{4}}-\d\d)?/(?:{PAGE})",
        "https://web.archive.org/web/20240305101112id_/https://example.org/a",
    ),
    AddressWrapper(
        "Wayback Machine without a scheme",
        rf"{SCHEME}(?:web\.|wayback\.)?archive\.org/web/(?:\d{{1,14}}(?:[a-z]{{2}}_)?/|\*/)?{BARE_PAGE}",
        "http://web.archive.org/web/2022/example.org/a",
    ),
    AddressWrapper(
        "archive.today",
        rf"{SCHEME}archive\.(?:today|ph|is|li|vn|md|fo|ec)/(?:\d{{4}}[\d.-]+|newest|oldest|timegate|o/\w+)/"
        rf"(?P<page>(?:https?:/{{1,2}})?[^/\s]+\..*)",
        "https://archive.ph/2024.03.05-101112/https://example.org/a",
    ),
    AddressWrapper(
        "AMP of Google",
        rf"{SCHEME}(?:www\.)?google\.[a-z.]{{2,6}}/amp/(?:s/)?{BARE_PAGE}",
        "https://www.google.com/amp/s/example.org/a",
        unquote,
    ),
    AddressWrapper(
        "AMP cache",
        rf"{SCHEME}[^/]+\.(?:cdn\.ampproject\.org|amp\.cloudflare\.com|bing-amp\.com)/(?:wp|[a-z])/(?:s/)?{BARE_PAGE}",
        "https://example-org.cdn.ampproject.org/c/s/example.org/a",
    ),
    AddressWrapper(
        "Google's cache",
        rf"{SCHEME}webcache\.googleusercontent\.com/search\?(?:.*&)?q=cache(?::|%3A)(?:[\w-]+(?::|%3A))?"
        r"(?P<page>(?:https?(?:://|%3A%2F%2F))?[\w.-]+\.[^&+\s]+).*",
        "http://webcache.googleusercontent.com/search?q=cache:k7w:https://example.org/a+talks",
        unquote,
    ),
    AddressWrapper(
        "redirection",
        rf"{SCHEME}[^/?]+/[^?]*\?(?:.*&)?(?:q?url|u|q|z|target|dest(?:ination)?|to|link|redirect(?:_?ur[il])?)="
        r"(?P<page>https?(?:://|%3A%2F%2F)[^&\s]+).*",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa&h=x",
        unquote,
    ),
    AddressWrapper(
        "checked link",
        rf"{SCHEME}urldefense\.(?:com|us|proofpoint\.com)/v3/__(?P<page>https?:/{{1,2}}.+?)__;.*",
        "https://urldefense.com/v3/__https://example.org/a__;!!x",
    ),
    AddressWrapper(
        "translation",
        rf"{SCHEME}(?P<page>[a-z0-9-]+)\.translate\.goog(?P<path>/[^?]*)?.*",
        "https://example-org.translate.goog/a?_x_tr_sl=de",
        with_dots,
    ),
    AddressWrapper(
        "library with dots",
        rf"{SCHEME}(?P<page>[a-z0-9-]+(?:\.[a-z0-9-]+)+)\.(?:[a-z0-9-]*(?:ezproxy|libproxy|eproxy)[a-z0-9-]*|proxy\.lib[a-z]*|idm)"
        r"(?:\.[a-z0-9-]+)+(?P<path>/.*)?",
        "https://example.org.ezproxy.lib.edu/a",
    ),
    AddressWrapper(
        "library with hyphens",
        rf"{SCHEME}(?P<page>[a-z0-9]+(?:-[a-z0-9]+)+)\.(?:[a-z0-9-]*(?:ezproxy|libproxy|eproxy)[a-z0-9-]*|proxy\.lib[a-z]*|idm|(?:[a-z0-9]+\.)?proxy\.openathens)"
        r"(?:\.[a-z0-9-]+)+(?P<path>/.*)?",
        "https://example-org.ezproxy.lib.edu/a",
        with_dots,
    ),
    AddressWrapper(
        "reader",
        rf"{SCHEME}(?:www\.)?(?:12ft\.io|r\.jina\.ai|outline\.com|smry\.ai|txtify\.it|removepaywall\.com|freedium\.cfd|via\.hypothes\.is|scribe\.rip)/(?:proxy\?q=)?{PAGE}",
        "https://12ft.io/https://example.org/a",
    ),
)
"""Asked in this order."""
PATTERNS = [(wrapper, re.compile(wrapper.pattern, re.IGNORECASE)) for wrapper in ADDRESS_WRAPPERS]
DEEPEST = 4
"""An archived page of a cache of a redirection."""
LONGEST = 4000
"""Characters of an address that is looked into."""


def unwrapped(address: str) -> str:
    """The address of the page that this one shows; the same where it wraps none."""
    for _ in range(DEEPEST):
        inner = page_in(address)
        if inner is None:
            break
        address = inner
    return address


def page_in(address: str) -> str | None:
    """The address that is wrapped in this one; None where there is none."""
    if len(address) > LONGEST:
        return None
    for wrapper, pattern in PATTERNS:
        if found := pattern.fullmatch(address):
            page = wrapper.read(found["page"]) + (found.groupdict().get("path") or "")
            return (
                re.sub(r"^(https?):/{1,2}(?=[^/])", r"\1://", page) if page[:4].lower() == "http" else f"https://{page}"
            )
    return None
