"""What a reverse proxy says of the client, believed only from the proxies that are trusted."""

import re
from collections.abc import Callable, Collection, Iterable
from ipaddress import ip_address
from typing import Any

from index.errors import DatelineError

Environ = dict[str, Any]
WebApplication = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

PREFIX = re.compile(r"(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+")
HOST = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")


class TrustedProxy:
    """An application that sees a request as the client made it, when a trusted proxy passed it on."""

    def __init__(self, app: WebApplication, proxies: Collection[str]) -> None:
        """Trust proxies at these addresses; raises DatelineError for what is none."""
        self._app = app
        self._proxies = frozenset(map(proxy_address, proxies))

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer the request; whoever else sends these headers is not believed."""
        said = {name: environ.pop(f"HTTP_X_FORWARDED_{name}", "") for name in ("FOR", "PROTO", "HOST", "PREFIX")}
        if is_among(environ.get("REMOTE_ADDR", ""), self._proxies):
            # The last of several is what the proxy itself has added.
            believe(environ, {name: value.rpartition(",")[2].strip() for name, value in said.items()})
        return self._app(environ, start_response)


def believe(environ: Environ, said: dict[str, str]) -> None:
    """Put what a proxy says in place of what is known; what cannot be so is left out."""
    if is_address(said["FOR"]):
        environ["REMOTE_ADDR"] = said["FOR"]
    if said["PROTO"] in ("http", "https"):
        environ["wsgi.url_scheme"] = said["PROTO"]
    if HOST.fullmatch(said["HOST"]):
        environ["HTTP_HOST"] = said["HOST"]
    prefix = said["PREFIX"].rstrip("/")
    if PREFIX.fullmatch(prefix):
        environ["SCRIPT_NAME"] = prefix
        path = environ.get("PATH_INFO", "")
        if path == prefix or path.startswith(prefix + "/"):  # the proxy has not taken it off
            environ["PATH_INFO"] = path[len(prefix) :] or "/"


def proxy_address(given: str) -> str:
    """The address of a proxy in one spelling; raises DatelineError for what is no address."""
    if not is_address(given):
        raise DatelineError(f"{given} is no address of a proxy: write it in numbers, as in 127.0.0.1")
    return str(ip_address(given))


def is_address(text: str) -> bool:
    """Whether a text is an address of IP."""
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def is_among(address: str, proxies: Collection[str]) -> bool:
    """Whether this is the address of one of these proxies."""
    return is_address(address) and str(ip_address(address)) in proxies
