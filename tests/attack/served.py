"""A real server to attack, and what its process holds; it is started by the attacks, and run by none alone."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from subprocess import PIPE, Popen
from urllib.parse import urlsplit

from tests.test_command import environment


@contextmanager
def served(folder: Path, *args: str) -> Iterator[tuple[Popen[str], str]]:
    """A server in this folder on a free port, and its address; it is ended by its own process id."""
    command = [sys.executable, "-m", "dateline", "serve", *args, "--port", "0"]
    with Popen(command, cwd=folder, env=environment(), stderr=PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            line = next(line for line in process.stderr if "http://" in line)
            yield process, "http" + line.split("http")[1].split()[0]
        finally:
            process.terminate()
            process.wait(timeout=20)


@dataclass(frozen=True, slots=True)
class Held:
    """What a process holds."""

    memory_bytes: int
    descriptors: int


def held(process: int) -> Held:
    """What a process holds now."""
    fields = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
    memory = int(fields["VmRSS"].split()[0]) * 1024
    return Held(memory, sum(1 for _ in Path(f"/proc/{process}/fd").iterdir()))


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request, and how long it took."""

    asked: str
    status: int
    content: bytes
    seconds: float


class Client:
    """Asks over one connection, and over another one after a hundred requests."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._connection = HTTPConnection(str(parts.hostname), parts.port, timeout=60)
        self._asked = 0

    def ask(self, path: str) -> Answer:
        """The answer at this path; raises OSError and HTTPException where there is none."""
        if self._asked % 100 == 0:
            self.close()
        self._asked += 1
        began = time.perf_counter()
        self._connection.request("GET", path)
        answer = self._connection.getresponse()
        content = answer.read()
        return Answer(path, answer.status, content, time.perf_counter() - began)

    def close(self) -> None:
        """End the connection."""
        self._connection.close()
