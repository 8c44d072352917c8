"""Who may read the page: only this machine, whoever has the password, or everyone."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.errors import DatelineError
from web.passwords import HOW_TO_MAKE_ONE
from web.security import is_loopback


@dataclass(frozen=True, slots=True)
class Access:
    """Who may read the page, and what they are shown."""

    password_hash: str | None = None
    """What argon2 makes of the password; None when none is asked for."""
    is_public: bool = False
    """Everyone may read the page, who is then not told where files lie on this machine."""
    proxies: Sequence[str] = ()
    """The addresses of reverse proxies, which alone are believed what they say of a client."""
    is_limited: bool = False
    """Each client may ask only so often, because others than this machine can ask."""


OWN_MACHINE = Access()
"""Whoever uses this machine, who can read the index anyway."""


def access_from(host: str, password_hash: str | None, is_public: bool, proxies: Sequence[str]) -> Access:
    """Who may read a page that listens on this host.

    Raises DatelineError when others than this machine can reach it, and it is not said whether they may.
    """
    is_reached = bool(proxies) or not is_loopback(host)
    if is_reached and not is_public and password_hash is None:
        where = f"on {host}" if not is_loopback(host) else "through a proxy"
        raise DatelineError(
            f"others can reach the page {where}, and no password is set: {HOW_TO_MAKE_ONE}"
            "  and add  --password-file FILE,  or let everyone read it with  --public"
        )
    return Access(password_hash, is_public, tuple(proxies), is_limited=is_reached)
