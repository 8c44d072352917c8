"""Mutated files of every format with good ones between: every good one is found, every bad one named or read.

python -m tests.attack.files 20000
"""

import random
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from index.build import Report, update_index
from index.verify import wrong_files
from search.clauses import Everything
from search.query import Query
from search.snapshots import open_engine
from tests import made_files as made
from tests.made_collection import collection

TOGETHER = 500
"""Mutated files that are built at once."""
PART_OF_GOOD = 5
"""One good file for so many mutated ones."""


def samples() -> Mapping[str, bytes]:
    """A sound file of every format, by its ending."""
    page = made.page("Talks go on").encode()
    item = f"<item><title>Talks go on</title><description>{made.BODY}</description></item>"
    warc = made.warc([("http://example.org/a", "200 OK", page, {})])
    others = {name.partition(".")[2]: data for name, data, _ in collection() if name.partition(".")[2] != "txt"}
    return {
        **others,
        "txt": made.BODY.encode(),
        "html": page,
        "mhtml": b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + page,
        "json": made.record("Talks go on").encode(),
        "jsonl": made.record("Talks go on").encode(),
        "csv": b"title,body\nTalks go on," + made.PARAGRAPHS[1].replace(",", "").encode() + b"\n",
        "rss": made.feed(item),
        "eml": made.mail("Talks go on"),
        "mbox": made.mbox([made.mail("Talks go on"), made.mail("Talks end")]),
        "pdf": made.pdf(made.PARAGRAPHS),
        "docx": made.docx("Talks go on"),
        "warc": made.warc([("http://example.org/a", "200 OK", page, {})], is_packed=False),
        "warc.gz": warc,
        "wacz": made.zipped({"archive/a.warc.gz": warc}),
        "zip": made.zipped({"a.html": page, "b.txt": made.BODY.encode()}),
        "tar": made.tarred({"a.html": page, "b.txt": made.BODY.encode()}),
        "txt.gz": made.packed(made.BODY.encode()),
    }


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The data with some of it changed, cut, moved or said again."""
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        if not changed:
            break
        first = chance.randrange(len(changed))
        last = min(len(changed), first + chance.choice([1, 1, 4, 50, 1000]))
        match chance.randrange(6):
            case 0:
                changed[first] ^= 1 << chance.randrange(8)
            case 1:
                changed[first:last] = chance.randbytes(last - first)
            case 2:
                del changed[first:last]
            case 3:
                changed[first:first] = changed[first:last] * chance.choice([1, 2, 300])
            case 4:
                changed[first:last] = b"\0" * (last - first)
            case _:
                del changed[first:]
    return bytes(changed)


def attack(count: int, seed: int) -> str:
    """Build so many mutated files, with good ones between, and say what came of them; fails where one was lost."""
    chance = random.Random(seed)
    sound = list(samples().items())
    seconds, named, read = 0.0, 0, 0
    for first in range(0, count, TOGETHER):
        with TemporaryDirectory() as name:
            news = Path(name) / "news"
            news.mkdir()
            bad = {}
            for number in range(first, min(first + TOGETHER, count)):
                ending, data = sound[number % len(sound)]
                bad[news / f"{number:06}.{ending}"] = mutated(data, chance)
                if number % PART_OF_GOOD == 0:
                    (news / f"{number:06}-good.{ending}").write_bytes(data)
            for path, data in bad.items():
                path.write_bytes(data)
            started = time.monotonic()
            report = update_index([news], Path(name) / "index", 1, lambda done, todo: None)
            seconds += time.monotonic() - started
            found = files_found(Path(name) / "index", news)
            require_all(news, found, report)
            named += len({path for path in bad if path not in found})
            read += len({path for path in bad if path in found})
    return f"{count} mutated files: {read} were read, {named} named; {seconds:.0f} s"


def require_all(news: Path, found: set[Path], report: Report) -> None:
    """Nothing, when every good file was found whole, and every other one found or named."""
    told = {news / Path(skip.path).relative_to(news).parts[0]: skip.why for skip in report.skipped}
    for path in sorted(news.iterdir()):
        if "-good" in path.name:
            assert path in found, f"{path.name} is good, but: {told.get(path, 'not found')}"
            assert path not in told, f"{path.name} is good, but: {told[path]}"
        assert path in found or path in told, f"{path.name} is neither found nor named"
        why = told.get(path, "")
        assert "a fault in Dateline" not in why, f"{path.name}: {why}"


def files_found(index: Path, news: Path) -> set[Path]:
    """The files of which the index holds articles."""
    assert wrong_files(index) == []
    engine = open_engine(str(index))
    every = engine.match(Query(Everything()), engine.match(Query(Everything()), 1).total)
    ids = [candidate.id for candidate in every.candidates]  # a table of which a line was said again may have thousands
    return {news / Path(article.path).relative_to(news).parts[0] for article in engine.fetch(ids)}


if __name__ == "__main__":
    began = time.time_ns() if len(sys.argv) < 3 else int(sys.argv[2])
    print(f"seed {began}", flush=True)
    print(attack(int(sys.argv[1]), began))
