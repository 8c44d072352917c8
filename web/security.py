"""What guards every page: who may ask, and what a browser may do with the answer."""

from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest

LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
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
    """Refuse requests for other hosts, and send the headers with every answer."""

    @app.before_request
    def refuse_other_hosts() -> None:
        if hosts is not None and host_named(request.headers.get("Host", "")) not in hosts:
            raise BadRequest(
                "this page is served on this machine only: open it as http://localhost or http://127.0.0.1"
            )

    @app.after_request
    def with_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response


def host_named(header: str) -> str | None:
    """The host in a Host header, without its port; None when there is none."""
    try:
        return urlsplit("//" + header).hostname
    except ValueError:
        return None
