"""Serving on a real port."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import urlopen

import pytest

from index.errors import DatelineError
from tests.press import PRESS
from tests.scan_engine import ScanEngine
from web import create_app
from web.security import hosts_for
from web.server import Server, free_port, serve

APP = create_app(ScanEngine(PRESS))


@contextmanager
def running(server: Server) -> Iterator[str]:
    """The address of a server that answers; it is stopped at the end."""
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield server.address
    finally:
        server.stop()
        thread.join(timeout=20)
        assert not thread.is_alive()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_answers_on_a_free_port_and_gives_it_back(host: str) -> None:
    with running(Server(APP, host, 0)) as address:
        with urlopen(address + "healthz", timeout=20) as response:
            assert (response.status, response.read()) == (200, b'{"status":"ok","articles":27}\n')
        port = int(address.rstrip("/").rsplit(":", 1)[1])
    with running(Server(APP, host, port)) as again:
        assert again == address


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_ends_in_peace_when_it_is_stopped_right_after_its_start(stop: type[BaseException]) -> None:
    addresses: list[str] = []

    def stop_at_once(address: str) -> None:
        addresses.append(address)
        raise stop

    serve(APP, "127.0.0.1", 0, stop_at_once)
    port = int(addresses[0].rstrip("/").rsplit(":", 1)[1])
    Server(APP, "127.0.0.1", port).close()


def test_says_that_the_port_is_taken_and_which_one_is_free() -> None:
    first = Server(APP, "127.0.0.1", 0)
    port = int(first.address.rstrip("/").rsplit(":", 1)[1])
    try:
        with pytest.raises(DatelineError) as refused:
            Server(APP, "127.0.0.1", port)
        free = free_port("127.0.0.1", range(port, port + 50))
    finally:
        first.close()
    assert str(refused.value) == f"port {port} on 127.0.0.1 is taken"
    assert free is not None
    assert free > port


@pytest.mark.parametrize(
    ("host", "port", "reason"),
    [
        ("no such host", 8000, "cannot listen on no such host: no address has that name; leave out --host"),
        (
            "x" * 70 + ".invalid",
            8000,
            f"cannot listen on {'x' * 70}.invalid: no address has that name; leave out --host",
        ),
        ("192.0.2.1", 8000, "cannot listen on 192.0.2.1: it is no address of this machine; leave out --host"),
        ("127.0.0.1", 65536, "65536 is not a port: choose one from 0 to 65535 with  dateline serve --port 8000"),
    ],
)
def test_says_why_it_cannot_listen(host: str, port: int, reason: str) -> None:
    with pytest.raises(DatelineError) as refused:
        Server(APP, host, port)
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    ("address", "hosts"),
    [
        ("127.0.0.1", {"localhost", "127.0.0.1", "::1"}),
        ("127.0.0.2", {"localhost", "127.0.0.1", "::1", "127.0.0.2"}),
        ("::1", {"localhost", "127.0.0.1", "::1"}),
        ("Localhost", {"localhost", "127.0.0.1", "::1"}),
        ("0.0.0.0", None),
        ("192.168.1.5", None),
        ("news.example", None),
    ],
)
def test_answers_only_for_this_machine_unless_others_can_reach_it(address: str, hosts: set[str] | None) -> None:
    assert hosts_for(address) == hosts
