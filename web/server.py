"""Serves the page with waitress, until it is told to stop."""

import errno
import logging
import resource
import signal
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, NoReturn

from flask import Flask
from waitress.adjustments import Adjustments  # type: ignore[import-untyped]
from waitress.wasyncore import close_all, loop  # type: ignore[import-untyped]

from index.errors import DatelineError
from web.connection import ANSWER_SECONDS, TaskThreads
from web.listener import Listener

THREADS = 4
MOST_CONNECTIONS = 500
"""Open at once; those that say nothing take up no thread, so they may be many more than these."""
BESIDE_CONNECTIONS = 64
"""Listening sockets, and what wakes the loop."""
LONGEST_BODY = 65_536
"""Bytes; a note of 6,000 characters of three bytes, each written %F0, is the longest that is ever sent here. What says
that it is longer is refused unread."""
LONGEST_HEADERS = 65_536
"""Bytes; 2,000 characters of four bytes, each written %F0, are 24,000."""

LIMITS = {
    "threads": THREADS,
    "max_request_body_size": LONGEST_BODY,
    "max_request_header_size": LONGEST_HEADERS,
    "channel_timeout": int(ANSWER_SECONDS),  # without a byte; Connection is stricter
    "cleanup_interval": 2,
    "log_socket_errors": False,  # whoever goes away before the answer is no fault of ours
    "clear_untrusted_proxy_headers": False,  # the application itself believes none but of its trusted proxies
    "ident": None,
}


class PortTaken(DatelineError):
    """Another program listens on the port that was asked for."""


def serve(app: Flask, host: str, port: int, started: Callable[[str], None]) -> None:
    """Serve until Ctrl-C or SIGTERM; `started` is told the address once it answers. Port 0 is any free port.

    Raises DatelineError when the port cannot be had.
    """
    with sigterm_as_exit():
        server = Server(app, host, port)
        try:
            started(server.address)
            server.run()
        except (KeyboardInterrupt, SystemExit):  # told to stop before waitress listened for that
            server.close()


class Server:
    """Waitress, listening from the moment it is made: `run` answers, and `stop` ends that from another thread."""

    def __init__(self, app: Flask, host: str, port: int) -> None:
        """Listen on every address of the host; raises DatelineError when the port cannot be had."""
        sockets = listening(host, port)
        self.address = address_of(sockets[0])
        self.open: dict[int, Any] = {}  # what waitress waits for: sockets, connections and triggers
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # it warns whenever five ask at once
        self.tasks = TaskThreads(THREADS)
        most = most_connections()
        # Waitress counts all that it waits for, and would take up no more; listeners make room before it comes to that.
        limits = Adjustments(connection_limit=2 * most + BESIDE_CONNECTIONS, **LIMITS)
        self.listeners = [
            Listener(
                *(app, self.open, True, opened),
                most=most,
                dispatcher=self.tasks,
                adj=limits,
                bind_socket=False,
                sockinfo=(opened.family, opened.type, opened.proto, opened.getsockname()),
            )
            for opened in sockets
        ]

    def run(self) -> None:
        """Answer requests until Ctrl-C, SystemExit or `stop`."""
        try:
            loop(timeout=1, map=self.open, use_poll=True)  # select knows no descriptor above 1,023
        except (KeyboardInterrupt, SystemExit):
            return
        finally:
            self.close()

    def stop(self) -> None:
        """Let the answers under way be finished, then end `run`."""
        self.listeners[0].trigger.pull_trigger(lambda *_: self.close())

    def close(self) -> None:
        """Give back the threads and sockets."""
        self.tasks.shutdown()
        close_all(self.open, ignore_all=True)


def most_connections() -> int:
    """How many connections may be open at once: half of the descriptors go to files of the index and all else."""
    may_open, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return min(MOST_CONNECTIONS, max(may_open // 2, THREADS)) if may_open > 0 else MOST_CONNECTIONS


def listening(host: str, port: int) -> list[socket.socket]:
    """A socket for each address of the host that this machine has, all on one port; raises DatelineError."""
    if not 0 <= port <= 65535:
        raise DatelineError(f"{port} is not a port: choose one from 0 to 65535 with  dateline serve --port 8000")
    opened: list[socket.socket] = []
    try:
        for family, *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE):
            own_port = opened[0].getsockname()[1] if opened else port
            try:
                opened.append(socket.create_server((str(address[0]), own_port), family=family))
            except OSError as error:
                # "localhost" is often also ::1 on machines that have no IPv6
                if error.errno not in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                    raise
    except (OSError, UnicodeError) as error:
        for taken in opened:
            taken.close()
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            raise PortTaken(f"port {port} on {host} is taken") from error
        raise DatelineError(why_not(host, port, error)) from error
    if not opened:
        raise DatelineError(f"cannot listen on {host}: it is no address of this machine; leave out --host")
    return opened


def why_not(host: str, port: int, error: Exception) -> str:
    """Why nothing can listen there, and what to do instead."""
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, socket.gaierror | UnicodeError):
        return f"cannot listen on {host}: no address has that name; leave out --host"
    if number in (errno.EACCES, errno.EPERM):
        return f"port {port} is only for the administrator: choose another with  dateline serve --port 8000"
    return f"cannot listen on port {port} of {host}: {error}"


def free_port(host: str, ports: Iterable[int]) -> int | None:
    """The first of the ports that nothing listens on now; None when all are taken, or cannot be had."""
    for port in ports:
        with suppress(DatelineError):
            for opened in listening(host, port):
                opened.close()
            return port
    return None


def address_of(opened: socket.socket) -> str:
    """The address of the page behind a listening socket."""
    host, port = opened.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


@contextmanager
def sigterm_as_exit() -> Iterator[None]:
    """While it lasts, SIGTERM ends the program as Ctrl-C does; only a main thread is told of signals."""

    def leave(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise SystemExit(0)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
