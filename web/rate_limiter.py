"""How often each client may ask: a token bucket for each, as in RFC 2697, and memory for a bounded number of them."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from threading import Lock

MOST_CLIENTS = 10_000
"""Remembered at once; the one that was not heard of for longest is forgotten first."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and then so many a second."""

    burst: int
    per_second: float


REQUESTS = Rate(burst=120, per_second=5.0)
LOGINS = Rate(burst=5, per_second=1 / 20)


class RateLimiter:
    """Tells whether a client may ask now; safe to share by threads."""

    def __init__(self, rate: Rate, seconds: Callable[[], float]) -> None:
        """`seconds` is a clock that never goes back."""
        self._rate = rate
        self._seconds = seconds
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()  # tokens, and when they were counted
        self._guard = Lock()

    def allows(self, address: str, cost: float = 1) -> bool:
        """Whether the client at this address may ask now; if so, that counts as asked, as often as it costs."""
        client, now = client_at(address), self._seconds()
        with self._guard:
            left, counted = self._left.pop(client, (float(self._rate.burst), now))
            left = min(self._rate.burst, left + (now - counted) * self._rate.per_second)
            is_allowed = left >= cost
            self._left[client] = (left - cost if is_allowed else left), now
            if len(self._left) > MOST_CLIENTS:
                self._left.popitem(last=False)
        return is_allowed

    def __len__(self) -> int:
        """How many clients are remembered."""
        return len(self._left)


def client_at(address: str) -> str:
    """Who counts as one client: an address, or for IPv6 its network, of which a household has a whole /64."""
    try:
        read = ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(read, IPv6Address) and read.ipv4_mapped is None:
        return str(ip_network((read, 64), strict=False))
    return str(getattr(read, "ipv4_mapped", None) or read)
