"""Of the users of a machine, only the one who serves the page has a desk."""

import os
import socket
from contextlib import closing
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import web.desk.own_user
from search.kept.article_notes import ArticleNote, notes_file, read_notes, write_notes
from tests.press import PRESS
from tests.scan_engine import ScanEngine
from tests.test_server import running
from web import create_app
from web.desk.own_user import TABLES, is_sent_by, written_addresses
from web.server import Server

needs_tables = pytest.mark.skipif(not TABLES[0].is_file(), reason="this system tells nobody whose sockets are whose")


@needs_tables
@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_a_socket_belongs_to_its_user_until_it_is_closed(host: str) -> None:
    try:
        listening = socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError:
        pytest.skip("this machine has no such address")
    with closing(listening), socket.create_connection(listening.getsockname()[:2]) as client:
        accepted, (address, port, *_) = listening.accept()
        with accepted:
            at = str(listening.getsockname()[1])
            assert is_sent_by(address, str(port), at, os.getuid())
            assert not is_sent_by(address, str(port), at, os.getuid() + 1)
            assert not is_sent_by(address, str(port), "9", os.getuid())
            client.close()
            assert not is_sent_by(address, str(port), at, 0)
            assert not is_sent_by(address, str(port), at, os.getuid())


def test_a_stranger_is_not_taken_for_who_has_the_same_port_to_another_server(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    row = "   0: 0100007F:{:04X} 0100007F:{:04X} 01 00000000:00000000 00:00000000 00000000  {}        0 1234 1 0 20\n"
    table = tmp_path / "tcp"
    monkeypatch.setattr(web.desk.own_user, "TABLES", (table,))
    for server, owner, others in ((5000, 1000, ""), (5000, 4242, row.format(4001, 6000, 1000))):
        table.write_text("  sl  local_address rem_address   st ...\n" + others + row.format(4001, server, owner))
        assert is_sent_by("127.0.0.1", "4001", "5000", 1000) is (owner == 1000)


def test_addresses_are_written_as_the_kernel_writes_them() -> None:
    assert written_addresses("127.0.0.1") == {"0100007F", "0000000000000000FFFF00000100007F"}
    assert written_addresses("::1") == {"00000000000000000000000001000000"}


def test_nobody_is_kept_out_where_nothing_tells_who_asks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert is_sent_by("127.0.0.1", None, "9", 1)
    monkeypatch.setattr(web.desk.own_user, "TABLES", (tmp_path / "tcp",))
    assert is_sent_by("127.0.0.1", "80", "9", 1)


@needs_tables
@pytest.mark.parametrize("is_own", [True, False])
def test_the_desk_is_there_for_the_user_who_serves_the_page(
    is_own: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    location = str(tmp_path / "index")
    write_notes(notes_file(location), [ArticleNote(PRESS[0].id, "T", "a secret", (), f"{datetime.now(UTC):%Y}")])
    user = os.getuid() + (not is_own)
    monkeypatch.setattr("os.getuid", lambda: user)
    with running(Server(create_app(ScanEngine(PRESS), location), "127.0.0.1", 0)) as address:
        parts = urlsplit(address)

        def asked(method: str, path: str) -> tuple[int, str]:
            with closing(HTTPConnection(str(parts.hostname), parts.port)) as connection:
                connection.request(method, path)
                answer = connection.getresponse()
                return answer.status, answer.read().decode()

        for path in ("/notes", "/notes.jsonl", f"/article/{PRESS[0].id}"):
            assert ("a secret" in asked("GET", path)[1]) is is_own, path
        assert "/saved" in asked("GET", "/")[1] if is_own else "/saved" not in asked("GET", "/")[1]
        wanted = (200, 200, 403, 403) if is_own else (404, 404, 404, 404)
        posts = (f"/article/{PRESS[0].id}/note", "/saved/x/remove")
        assert (
            *(asked("GET", path)[0] for path in ("/saved", "/notes")),
            *(asked("POST", p)[0] for p in posts),
        ) == wanted
    assert len(read_notes(notes_file(location))) == 1
