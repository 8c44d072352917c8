"""Takes up connections, and holds how many there are at once: one client alone keeps none from others."""

from collections import Counter
from typing import Any

from waitress import server  # type: ignore[import-untyped]

from web.connection import Connection

TcpWSGIServer: Any = server.TcpWSGIServer
"""Waitress has no types, and what others guess of them is too narrow."""

TAKEN_TOGETHER = 64
"""Connections that are taken up in one turn of the loop, which looks at all that are open in each."""


class Listener(TcpWSGIServer):  # type: ignore[misc]
    """Waitress's listening socket; where more connections are open than may be, new ones take the place of others.

    These are of the client who has most, and of its own those that have waited for it for longest.
    Waitress would take up no more, so that whoever opens many and says nothing keeps out all others.
    """

    def __init__(self, *args: Any, most: int, **kwargs: Any) -> None:
        """As waitress has it; `most` connections are open at once, on all sockets that share a map."""
        self.most = most
        super().__init__(*args, **kwargs)

    def handle_accept(self) -> None:
        """Take up the connections that wait."""
        for _ in range(TAKEN_TOGETHER):
            try:
                taken = self.accept()
                if taken is None:
                    break
                self.set_socket_options(taken[0])
            except OSError:  # it is gone already, or there are no descriptors left
                break
            Connection(self, *taken, self.adj, map=self._map)
        self.end_surplus()

    def end_surplus(self) -> None:
        """End connections while more are open than may be, except those whose answers are being made."""
        every = [each for each in self._map.values() if isinstance(each, Connection)]
        surplus = len(every) - self.most
        if surplus <= 0:
            return
        counts = Counter(each.client for each in every)
        waiting: dict[str, list[Connection]] = {}
        for each in sorted(filter(Connection.is_clients_turn, every), key=began, reverse=True):
            waiting.setdefault(each.client, []).append(each)
        for _ in range(min(surplus, sum(map(len, waiting.values())))):
            client = max(waiting, key=lambda client: counts[client])
            counts[client] -= 1
            waiting[client].pop().close()
            if not waiting[client]:
                del waiting[client]


def began(connection: Connection) -> float:
    """When the turn of a connection began, in seconds."""
    return connection.turn_began
