"""A connection that is given up when its client takes too long, and keeps no thread from others meanwhile."""

import time
from threading import Lock
from typing import Any

from waitress import channel, task  # type: ignore[import-untyped]

from web.rate_limiter import client_at

HTTPChannel: Any = channel.HTTPChannel
ThreadedTaskDispatcher: Any = task.ThreadedTaskDispatcher
"""Waitress has no types, and what others guess of them is too narrow."""

REQUEST_SECONDS = 10.0
"""From the opening of a connection, or the last answer on it, until the next request has come whole."""
ANSWER_SECONDS = 60.0
"""From the making of an answer until its last byte is taken; of one that is still being made, as many bytes as below in
the time above."""
LEAST_TAKEN = 262_144
"""Bytes; whoever takes fewer would have an export of 100 MB for an hour."""
MOST_WAITING = 32
"""Answers that wait for their clients to take what there is of them, before any more is made."""


class TaskThreads(ThreadedTaskDispatcher):  # type: ignore[misc]
    """Waitress's threads, and one more for each answer that has had to wait for its client, as long as it is made."""

    def __init__(self, threads: int) -> None:
        super().__init__()
        self._threads = threads
        self._waiting = 0
        self._is_shut = False
        self._guard = Lock()
        self.set_thread_count(threads)

    def stand_in(self) -> bool:
        """Have another thread do the work of one that waits; False when as many wait as may."""
        with self._guard:
            if self._is_shut or self._waiting >= MOST_WAITING:
                return False
            self._waiting += 1
            self.set_thread_count(self._threads + self._waiting)
            return True

    def stand_down(self) -> None:
        """One that waited has done its work."""
        with self._guard:
            self._waiting -= 1
            if not self._is_shut:
                self.set_thread_count(self._threads + self._waiting)

    def shutdown(self, *args: Any, **kwargs: Any) -> Any:
        """End all of them."""
        with self._guard:
            self._is_shut = True
        return super().shutdown(*args, **kwargs)


class Connection(HTTPChannel):  # type: ignore[misc]
    """Waitress's connection, whose time is counted from when its turn began, and not from the last byte.

    Requests that are sent one behind the other are answered one by one: the next is begun when the answer before it
    is taken. Waitress makes them all at once, and past 16 MB its thread waits for the client; there are only a few.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.turn_began = time.monotonic()
        self.taken = 0  # bytes, since then
        self.has_stand_in = False
        self.behind: list[Any] = []  # requests that have come whole, and wait for the answer before theirs
        super().__init__(*args, **kwargs)
        self.client = client_at(self.addr[0])

    def service(self) -> None:
        """Answer one request; then it is the client's turn again."""
        self.turn_began = time.monotonic()
        with self.requests_lock:
            self.behind += self.requests[1:]
            del self.requests[1:]
        try:
            super().service()
        finally:
            self.turn_began = time.monotonic()
            if self.has_stand_in:
                self.has_stand_in = False
                self.server.task_dispatcher.stand_down()

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

    def is_clients_turn(self) -> bool:
        """The client has to send or to take something."""
        return self.total_outbufs_len > 0 or not self.requests

    def is_too_late(self) -> bool:
        """It is the client's turn, and has been for too long; while it keeps a thread, it is sooner so."""
        patience = ANSWER_SECONDS if self.total_outbufs_len and not self.requests else REQUEST_SECONDS
        return self.is_clients_turn() and time.monotonic() - self.turn_began > patience

    def write_soon(self, data: Any) -> int:
        """Have more of the answer sent; where nothing waited for the client, its turn begins here."""
        if not self.total_outbufs_len:
            self.turn_began, self.taken = time.monotonic(), 0
        return int(super().write_soon(data))

    def _flush_some(self, do_close: bool = True) -> bool:
        """Whether something was taken; of an answer that is still being made, enough of it begins the turn anew."""
        before = self.total_outbufs_len
        is_taken = bool(super()._flush_some(do_close))
        if is_taken and self.requests:
            self.taken += before - self.total_outbufs_len
            if self.taken >= LEAST_TAKEN or self.total_outbufs_len < LEAST_TAKEN:
                self.turn_began, self.taken = time.monotonic(), 0
        return is_taken

    def _flush_outbufs_below_high_watermark(self) -> None:
        """Wait until the client has taken enough that more of its answer may be made, with another thread for others.

        Where as many wait as may, the connection is ended.
        """
        if self.total_outbufs_len <= self.adj.outbuf_high_watermark:
            return
        if not self.has_stand_in and not self.server.task_dispatcher.stand_in():
            self.will_close = True
            self.server.pull_trigger()
            raise channel.ClientDisconnected
        self.has_stand_in = True
        super()._flush_outbufs_below_high_watermark()

    def close(self) -> None:
        """End it, with the files in which an answer waits."""
        self.handle_close()

    def begin_next(self) -> None:
        """Have the next request answered, unless one is."""
        with self.requests_lock:
            if not self.requests:
                self.requests.append(self.behind.pop(0))
                self.server.add_task(self)
