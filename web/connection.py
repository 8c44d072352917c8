"""A connection that is given up when its client takes too long, and keeps no thread waiting meanwhile."""

import time
from typing import Any

from waitress import channel  # type: ignore[import-untyped]

HTTPChannel: Any = channel.HTTPChannel
"""Waitress has no types, and what others guess of them is too narrow."""

REQUEST_SECONDS = 10.0
"""From the opening of a connection, or the last answer on it, until the next request has come whole."""
ANSWER_SECONDS = 60.0
"""From the making of an answer until its last byte is taken; one that is still being made has the time above from byte
to byte."""


class Connection(HTTPChannel):  # type: ignore[misc]
    """Waitress's connection, whose time is counted from when its turn began, and not from the last byte.

    Requests that are sent one behind the other are answered one by one: the next is begun when the answer before it
    is taken. Waitress makes them all at once, and past 16 MB its thread waits for the client; there are only a few.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.turn_began = time.monotonic()
        self.behind: list[Any] = []  # requests that have come whole, and wait for the answer before theirs
        super().__init__(*args, **kwargs)

    def service(self) -> None:
        """Answer one request; then it is the client's turn again."""
        self.turn_began = time.monotonic()
        with self.requests_lock:
            self.behind += self.requests[1:]
            del self.requests[1:]
        super().service()
        self.turn_began = time.monotonic()

    def readable(self) -> bool:
        """Whether more may be read, which is not before all that came is answered; it ends what has lasted too long.

        Waitress asks this first, once a second and at every event. It would end a connection only when something can
        be sent on it, and so never that of a client which takes nothing.
        """
        if self.will_close or self.is_too_late():
            self.handle_close()
            return False
        if self.behind and not (self.close_when_flushed or self.total_outbufs_len):
            self.begin_next()
        return not self.behind and bool(super().readable())

    def writable(self) -> bool:
        """Whether there is something to send."""
        return self.socket is not None and bool(super().writable())

    def is_too_late(self) -> bool:
        """It is the client's turn, and has been for too long; while it keeps a thread, it is sooner so."""
        is_clients_turn = self.total_outbufs_len > 0 or not self.requests
        patience = ANSWER_SECONDS if self.total_outbufs_len and not self.requests else REQUEST_SECONDS
        return is_clients_turn and time.monotonic() - self.turn_began > patience

    def _flush_some(self, do_close: bool = True) -> bool:
        """Whether something was taken; of an answer that is still being made, that begins the turn anew."""
        is_taken = bool(super()._flush_some(do_close))
        if is_taken and self.requests:
            self.turn_began = time.monotonic()
        return is_taken

    def close(self) -> None:
        """End it, with the files in which an answer waits."""
        self.handle_close()

    def begin_next(self) -> None:
        """Have the next request answered, unless one is."""
        with self.requests_lock:
            if not self.requests:
                self.requests.append(self.behind.pop(0))
                self.server.add_task(self)
