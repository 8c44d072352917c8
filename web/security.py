"""What guards every page: who may ask, and what a browser may do with the answer."""

import re
import time
from collections.abc import Collection
from ipaddress import ip_address

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, Forbidden, TooManyRequests

from web.locale.catalogs import gettext, ngettext_noop
from web.rate_limiter import REQUESTS, RateLimiter
from web.wording import counting

LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # what someone searches for is nobody else's business
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def hosts_for(address: str) -> frozenset[str] | None:
    """The hosts to answer for when listening on this address; None is any, when others than this machine can reach it.

    A page on the internet can point its own name at 127.0.0.1 and read what is served there; it cannot make the
    browser name another host than its own.
    """
    return LOOPBACK_HOSTS | {address.lower()} if is_loopback(address) else None


def is_loopback(address: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address.lower() == "localhost"


def guard(app: Flask, hosts: Collection[str] | None) -> None:
    """Refuse requests for other hosts and of other sites, and send the headers with every answer."""

    @app.before_request
    def refuse_other_hosts() -> None:
        if hosts is not None and host_named(request.headers.get("Host", "")) not in hosts:
            raise BadRequest(
                gettext("this page is served on this machine only: open it as http://localhost or http://127.0.0.1")
            )

    @app.before_request
    def refuse_other_sites() -> None:
        if is_from_elsewhere(request.headers.get("Sec-Fetch-Site", "")) and not is_navigation():
            raise Forbidden(gettext("Another site asked for this without you: open it as a page of its own."))

    @app.after_request
    def with_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)  # what is stricter stays
        return response


TOO_MUCH = ngettext_noop(
    "This address asks too much: wait %(count)s second.", "This address asks too much: wait %(count)s seconds."
)


def limit_requests(app: Flask) -> None:
    """Refuse whoever asks too often; the files of a page itself do not count."""
    limiter = RateLimiter(REQUESTS, time.monotonic)

    @app.before_request
    def refuse_the_hasty() -> None:
        asked = cost()
        if not request.path.startswith("/static/") and not limiter.allows(request.remote_addr or "", asked):
            seconds = max(5, round(asked / REQUESTS.per_second))
            raise TooManyRequests(counting(*TOO_MUCH, seconds), retry_after=seconds)


EXPORT, STORY = 30.0, 10.0
"""Requests: four exports at once, and one every six seconds; for a story that nobody asked for before, some fifty texts
are laid beside each other."""


def cost() -> float:
    """As how many requests this counts: one for each ten hits that it asks for, EXPORT for all there are, and STORY."""
    if (request.endpoint or "").startswith("export_"):
        return EXPORT
    if request.path.startswith("/story/"):
        return STORY
    most = max((int(size) for size in request.args.getlist("n") if re.fullmatch(r"[0-9]{1,9}", size)), default=0)
    return min(max(1.0, most / 10), 100.0)


HOST = re.compile(r"(?P<host>[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])\.?(?::[0-9]{1,5})?")
"""A name or address as a browser sends it, perhaps with the dot of the root and a port: no user, path or anchor."""


def host_named(header: str) -> str | None:
    """The host in a Host header, without its port and the dot of the root; None when there is none, or more than it."""
    named = HOST.fullmatch(header.lower())
    return named["host"].strip("[]") if named else None


def is_from_elsewhere(site: str) -> bool:
    """Whether a browser says that a page of another origin asks; programs, and what a person types, say nothing so.

    Another port of localhost is the same site to a browser, and still somebody else's page.
    """
    return site not in ("", "none", "same-origin")


def is_navigation() -> bool:
    """Whether the request opens a page in a window, as a link does: nobody else can read or time what is shown."""
    mode, to = request.headers.get("Sec-Fetch-Mode"), request.headers.get("Sec-Fetch-Dest")
    return request.method in ("GET", "HEAD") and (mode, to) == ("navigate", "document")
