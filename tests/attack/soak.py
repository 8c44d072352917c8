"""A day of requests to a real server, whose memory and open files must stay as they are.

python -m tests.attack.soak 200000
"""

import random
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory
from urllib.parse import quote, urlsplit

from tests.attack.queries import typed_queries
from tests.test_command import SEEDS, environment

GROWTH = 1.05
"""Of memory and of descriptors, after the first requests."""
NOISE_BYTES = 4_000_000
"""What the allocator may keep or give back between two looks; watched by the short form, where 5 % are less."""
PATHS = ("/?q={}", "/search.json?q={}", "/?q={}&sort=newest&copies=all", "/article/{}", "/?q={}&page=2")


@dataclass(frozen=True, slots=True)
class Held:
    """What a process holds."""

    memory_bytes: int
    descriptors: int


def main(requests: int, warm: int = 10_000, seed: int = 1) -> None:
    """Ask so many times; fails when more is held at the end than after the first `warm` requests."""
    chance = random.Random(seed)
    warm = min(warm, requests // 2)
    with TemporaryDirectory() as name, served(Path(name)) as (process, address):
        before = Held(0, 0)
        for number, status in enumerate(statuses(address, requests, chance), 1):
            assert status < 500, f"request {number} was answered with {status}"
            if number == warm:
                before = held(process.pid)
            if number % 10_000 == 0:
                print(number, held(process.pid), flush=True)
        after = held(process.pid)
        assert process.poll() is None
    print(f"{requests} requests; after {warm}: {before}; at the end: {after}")
    assert after.memory_bytes <= max(before.memory_bytes * GROWTH, before.memory_bytes + NOISE_BYTES), "memory grew"
    assert after.descriptors <= max(before.descriptors * GROWTH, before.descriptors + 2), "descriptors grew"


@contextmanager
def served(folder: Path) -> Iterator[tuple[Popen[str], str]]:
    """A server over the seeds on a free port, and its address; it is ended by its own process id."""
    command = [sys.executable, "-m", "dateline", "serve", str(SEEDS), "--port", "0"]
    with Popen(command, cwd=folder, env=environment(), stderr=PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            line = next(line for line in process.stderr if "http://" in line)
            yield process, "http" + line.split("http")[1].split()[0]
        finally:
            process.terminate()
            process.wait(timeout=20)


def statuses(address: str, requests: int, chance: random.Random) -> Iterator[int]:
    """The status of each answer, a hundred over each connection."""
    parts = urlsplit(address)
    queries = typed_queries(chance)
    for first in range(0, requests, 100):
        with closing(HTTPConnection(str(parts.hostname), parts.port, timeout=60)) as connection:
            for _ in range(min(100, requests - first)):
                typed = quote(next(queries)[:300].encode("utf-8", "replace"), safe="")
                connection.request("GET", chance.choice(PATHS).format(typed))
                answer = connection.getresponse()
                answer.read()
                yield answer.status


def held(process: int) -> Held:
    """What a process holds now."""
    fields = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
    memory = int(fields["VmRSS"].split()[0]) * 1024
    return Held(memory, sum(1 for _ in Path(f"/proc/{process}/fd").iterdir()))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
