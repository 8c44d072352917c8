"""A connection that is given up when its client takes too long, however little it sends meanwhile."""

import time
from typing import Any

from waitress.channel import HTTPChannel  # type: ignore[import-untyped]

REQUEST_SECONDS = 10.0
"""From the opening of a connection, or the last answer on it, until the next request has come whole."""
ANSWER_SECONDS = 60.0
"""From the making of an answer until its last byte is taken."""


class Connection(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """Waitress's connection, whose time is counted from when its turn began, and not from the last byte."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.turn_began = time.monotonic()
        super().__init__(*args, **kwargs)

    def service(self) -> None:
        """Answer what has come; then it is the client's turn again."""
        super().service()
        self.turn_began = time.monotonic()

    def writable(self) -> bool:
        """Whether there is something to send, or to end; waitress asks once a second, and at every event."""
        patience = ANSWER_SECONDS if self.total_outbufs_len else REQUEST_SECONDS
        if not self.requests and time.monotonic() - self.turn_began > patience:
            self.will_close = True
        return bool(super().writable())
