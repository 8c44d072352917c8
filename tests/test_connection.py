"""What strangers do to the connections of a server: nothing that others notice."""

import logging
import re
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from itertools import repeat
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from flask import Flask

import web.connection
from tests.press import PRESS
from tests.scan_engine import ScanEngine
from tests.test_server import running
from web import create_app
from web.server import LONGEST_BODY, LONGEST_HEADERS, MOST_CONNECTIONS, THREADS, Server

APP = create_app(ScanEngine(PRESS))


@contextmanager
def connected(address: str) -> Iterator[socket.socket]:
    """A connection to a server."""
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), timeout=20) as connection:
        yield connection


def answered(address: str, sent: bytes) -> bytes:
    """All that a server says to these bytes, until it closes the connection."""
    with connected(address) as connection:
        connection.sendall(sent)
        found = bytearray()
        with suppress(ConnectionResetError):  # it does not read what it refuses
            while piece := connection.recv(65_536):
                found += piece
        return bytes(found)


def test_half_open_connections_keep_nobody_waiting() -> None:
    with running(Server(APP, "127.0.0.1", 0)) as address:
        parts = urlsplit(address)
        half_open = [socket.create_connection((parts.hostname, parts.port)) for _ in range(110)]
        try:
            for each in half_open:
                each.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
            began = time.monotonic()
            with urlopen(address + "healthz", timeout=20) as response:
                assert response.status == 200
            assert time.monotonic() - began < 1
        finally:
            for each in half_open:
                each.close()


def test_a_client_that_drips_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web.connection, "REQUEST_SECONDS", 1.0)
    with running(Server(APP, "127.0.0.1", 0)) as address, connected(address) as connection:
        began = time.monotonic()
        connection.settimeout(0.1)
        while time.monotonic() - began < 15:
            try:
                connection.sendall(b"G")
                if connection.recv(100) == b"":
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        assert time.monotonic() - began < 10


def test_a_connection_that_is_used_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web.connection, "REQUEST_SECONDS", 2.0)
    with running(Server(APP, "127.0.0.1", 0)) as address, connected(address) as connection:
        began = time.monotonic()
        while time.monotonic() - began < 4:
            connection.sendall(b"HEAD /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert connection.recv(10_000).startswith(b"HTTP/1.1 200")
            time.sleep(0.2)


def answering(words: bytes) -> Flask:
    """A page of one long answer, and another that says whether all is well."""
    app = Flask("long")
    app.add_url_rule("/", view_func=lambda: words, endpoint="long")
    app.add_url_rule("/healthz", view_func=lambda: b"ok", endpoint="well")
    return app


def is_open(connection: socket.socket) -> bool:
    """Whether the server still takes what is sent on it."""
    try:
        connection.send(b" ")
    except BlockingIOError:
        return True
    except OSError:
        return False
    return True


def test_clients_that_ask_much_at_once_and_take_nothing_keep_no_thread() -> None:
    with running(Server(answering(b"x" * 6_000_000), "127.0.0.1", 0)) as address, ExitStack() as held:
        for _ in range(THREADS + 1):
            held.enter_context(connected(address)).sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 24)
        for _ in range(20):
            with urlopen(address + "healthz", timeout=10) as response:
                assert response.read() == b"ok"


def test_a_client_that_takes_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web.connection, "ANSWER_SECONDS", 1.0)
    server = Server(answering(b"x" * 6_000_000), "127.0.0.1", 0)
    with running(server) as address, connected(address) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 24)
        connection.setblocking(False)
        began = time.monotonic()
        while is_open(connection):
            assert time.monotonic() - began < 15
            with urlopen(address + "healthz", timeout=10) as response:
                assert response.read() == b"ok"


def test_an_answer_without_end_keeps_a_thread_only_while_it_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web.connection, "REQUEST_SECONDS", 1.0)
    monkeypatch.setattr(web.connection, "ANSWER_SECONDS", 1.0)
    app = answering(b"")
    app.add_url_rule("/endless", view_func=lambda: repeat(b"x" * 1_000_000), endpoint="endless")
    with running(Server(app, "127.0.0.1", 0)) as address, ExitStack() as held:
        reading = held.enter_context(connected(address))
        reading.sendall(b"GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n")
        began = time.monotonic()
        while time.monotonic() - began < 3:
            assert reading.recv(1_000_000)
        for _ in range(THREADS):
            silent = held.enter_context(connected(address))
            silent.sendall(b"GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n")
        with urlopen(address + "healthz", timeout=15) as response:
            assert response.read() == b"ok"


def test_the_time_in_which_an_answer_is_made_is_not_its_clients(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web.connection, "REQUEST_SECONDS", 1.0)
    flush = web.connection.Connection._flush_some

    def late(connection: web.connection.Connection, do_close: bool = True) -> bool:
        if not do_close:  # in the thread that makes the answer, as when others keep it from running
            time.sleep(0.8)
        return flush(connection, do_close)

    def slowly_made() -> Iterator[bytes]:
        time.sleep(1.5)
        yield bytes(1_000_000)

    monkeypatch.setattr(web.connection.Connection, "_flush_some", late)
    app = answering(b"")
    app.add_url_rule("/slow", view_func=slowly_made, endpoint="slow")
    with running(Server(app, "127.0.0.1", 0)) as address, ThreadPoolExecutor() as asking:
        slow = asking.submit(lambda: urlopen(address + "slow", timeout=20).read())
        while not slow.done():
            with urlopen(address + "healthz", timeout=10) as response:
                assert response.read() == b"ok"
        assert len(slow.result()) == 1_000_000


def endless() -> Server:
    """A server with an answer that never ends, and another that is short."""
    app = answering(b"")
    app.add_url_rule("/endless", view_func=lambda: repeat(b"x" * 1_000_000), endpoint="endless")
    return Server(app, "127.0.0.1", 0)


ENDLESS = b"GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n"


def open_channels(server: Server) -> list[object]:
    """The connections that a server holds."""
    return [channel for listener in server.listeners for channel in listener.active_channels.values()]


def seconds_until_open(server: Server, connections: int) -> float:
    """How long it takes until so few connections are open; fails after half a minute."""
    began = time.monotonic()
    while len(open_channels(server)) > connections:
        assert time.monotonic() - began < 30
        time.sleep(0.05)
    return time.monotonic() - began


def test_clients_that_take_nothing_of_long_answers_keep_no_thread_from_others() -> None:
    with running(endless()) as address, ExitStack() as held:
        for _ in range(THREADS * 2):
            held.enter_context(connected(address)).sendall(ENDLESS)
        for _ in range(20):
            with urlopen(address + "healthz", timeout=8) as response:
                assert response.read() == b"ok"


def test_a_client_that_takes_a_little_now_and_then_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web.connection, "REQUEST_SECONDS", 1.0)
    monkeypatch.setattr(web.connection, "LEAST_TAKEN", 8_000_000)
    server = endless()
    with running(server) as address, connected(address) as connection:
        connection.sendall(ENDLESS)
        began = time.monotonic()
        while open_channels(server) or time.monotonic() - began < 1:
            assert time.monotonic() - began < 15
            connection.recv(100_000)
            time.sleep(0.05)


def test_more_clients_than_may_wait_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web.connection, "MOST_WAITING", 2)
    server = endless()
    with running(server) as address, ExitStack() as held:
        for _ in range(5):
            held.enter_context(connected(address)).sendall(ENDLESS)
            time.sleep(0.1)
        assert seconds_until_open(server, 2) < web.connection.REQUEST_SECONDS


def test_the_threads_that_stood_in_are_gone_when_the_answers_are(monkeypatch: pytest.MonkeyPatch) -> None:
    server = endless()
    with running(server) as address:
        with ExitStack() as held:
            for _ in range(THREADS * 2):
                held.enter_context(connected(address)).sendall(ENDLESS)
            with urlopen(address + "healthz", timeout=8) as response:
                assert response.read() == b"ok"
        seconds_until_open(server, 0)
        began = time.monotonic()
        while len(server.tasks.threads) != THREADS:
            assert time.monotonic() - began < 20
            time.sleep(0.05)


def test_requests_one_behind_the_other_are_answered_in_their_order() -> None:
    with running(Server(APP, "127.0.0.1", 0)) as address:
        asked = [b"GET /healthz", b"GET /?q=peace", b"HEAD /", b"GET /nowhere", b"GET /healthz"]
        heads = [each + b" HTTP/1.1\r\nHost: localhost\r\n" for each in asked]
        found = answered(address, b"\r\n".join(heads) + b"Connection: close\r\n\r\n")
        assert re.findall(rb"HTTP/1.1 (\d+)", found) == [b"200", b"200", b"200", b"404", b"200"]
        assert found.count(b'{"status":"ok"') == 2


@pytest.mark.parametrize("host", ["localhost", "evil.example"])
def test_a_long_body_is_refused_before_it_is_read(host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with running(Server(APP, "127.0.0.1", 0)) as address:
        head = f"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 100000000\r\n\r\n"
        assert answered(address, head.encode()).startswith(b"HTTP/1.1 413")
        pieces = f"POST / HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
        piece = b"%x\r\n%b\r\n" % (LONGEST_BODY, b"x" * LONGEST_BODY)
        assert answered(address, pieces + piece).startswith(b"HTTP/1.1 413")
        assert not list(tmp_path.iterdir())


def test_long_headers_are_refused() -> None:
    with running(Server(APP, "127.0.0.1", 0)) as address:
        long = b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * LONGEST_HEADERS + b"\r\n\r\n"
        assert answered(address, long).startswith(b"HTTP/1.0 431")


def test_the_longest_query_that_is_read_fits_into_the_headers() -> None:
    with running(Server(APP, "127.0.0.1", 0)) as address:
        query = b"%F0%93%80%80" * 2_000
        asked = b"GET /?q=" + query + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        assert answered(address, asked).startswith(b"HTTP/1.1 200")


def test_one_client_who_opens_many_and_says_nothing_keeps_out_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.server.MOST_CONNECTIONS", 40)
    server = Server(APP, "127.0.0.1", 0)
    port = urlsplit(server.address).port
    with running(server), ExitStack() as held:
        kept = held.enter_context(socket.create_connection(("127.0.0.1", port), 20, ("127.0.0.3", 0)))
        assert is_well(kept)
        for _ in range(200):
            held.enter_context(socket.create_connection(("127.0.0.1", port), 20, ("127.0.0.2", 0)))
        began = time.monotonic()
        for _ in range(5):
            other = held.enter_context(socket.create_connection(("127.0.0.1", port), 20, ("127.0.0.4", 0)))
            assert is_well(other)
        assert is_well(kept), "the connection of who has but one is not ended for those of others"
        assert time.monotonic() - began < 2
        assert len(open_channels(server)) <= 40


def is_well(connection: socket.socket) -> bool:
    """Whether the server answers on a connection, which stays open."""
    connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
    found = b""
    while not found.endswith(b"}\n"):
        piece = connection.recv(65_536)
        if not piece:
            return False
        found += piece
    return found.startswith(b"HTTP/1.1 200")


def test_nothing_is_logged_when_many_ask_at_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with running(Server(APP, "127.0.0.1", 0)) as address, ThreadPoolExecutor(40) as many:

        def asked(_: int) -> int:
            with urlopen(address + "?q=peace", timeout=60) as response:
                return int(response.status)

        assert set(many.map(asked, range(80))) == {200}
    assert [record.message for record in caplog.records if record.name.startswith("waitress")] == []


def test_more_connections_may_be_open_than_there_are_threads() -> None:
    server = Server(APP, "127.0.0.1", 0)
    try:
        assert 110 < server.listeners[0].most <= MOST_CONNECTIONS
    finally:
        server.close()
