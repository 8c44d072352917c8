"""ARCHITECTURE.md is true: the walks are those that real runs take, and the bytes lie on the disk as it says."""

import json
import re
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any
from zlib import crc32, decompress

import numpy as np
import pytest

from index.analysis import terms
from index.article import Article
from index.build import update_index
from index.ingest.annotate import annotations_of
from index.ingest.extract import articles_in
from index.ingest.walk import mounts_above
from index.schema import STAMP
from search.engine import Engine
from search.find import find
from search.request import Request
from search.snapshots import open_engine
from tests.test_command import ROOT, SEEDS
from tests.test_docs import ARCHITECTURE, SPAN, section, table_rows
from web import create_app

# Walks


ROOM = re.compile(r"`((?:(?:index|search)/(?:\w+/|\w+\.py))|web/)`")


def room_of(path: str) -> str | None:
    """The room that a file stands in; None for files of others, and for templates."""
    parts = Path(path).relative_to(ROOT).parts if path.startswith(f"{ROOT}/") else ("",)
    if parts[0] == "web":
        return "web/"
    if parts[0] not in ("index", "search") or len(parts) > 3:
        return None
    return "/".join(parts) if len(parts) == 2 else "/".join(parts[:2]) + "/"


@contextmanager
def entered() -> Iterator[set[str]]:
    """The rooms of which a function is called meanwhile, in any thread."""
    files: set[str] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_name != "<module>":
            files.add(frame.f_code.co_filename)

    rooms: set[str] = set()
    threading.setprofile(note)
    sys.setprofile(note)
    try:
        yield rooms
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
        rooms |= {room for file in files if (room := room_of(file))}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the seeds."""
    folder = tmp_path_factory.mktemp("index") / "index"
    build(folder)
    return folder


def build(folder: Path) -> None:
    """Index the seeds."""
    update_index([SEEDS], folder, 1, lambda done, todo: None)


def read_files() -> None:
    """Read the articles of each of the seeds, and what they say."""
    for path in SEEDS.iterdir():
        for article in articles_in(path):
            assert isinstance(article, Article)
            annotations_of(article)


def ask(engine: Engine) -> None:
    """Ask for words and a phrase."""
    assert find(engine, Request('"seize the moment" talks')).total


def look(folder: Path) -> None:
    """Look at a page of results."""
    assert create_app(location=str(folder)).test_client().get("/?q=talks").status_code == 200


def test_a_build_walks_through_the_rooms_that_are_told(built: Path, tmp_path: Path) -> None:
    assert_walk("### `update_index`", lambda: build(tmp_path / "index"))


def test_the_articles_of_a_file_walk_through_the_rooms_that_are_told(built: Path) -> None:
    assert_walk("### One file's articles", read_files)


def test_a_query_walks_through_the_rooms_that_are_told(built: Path) -> None:
    ask(open_engine(str(built)))  # so that what is imported late is there
    engine = open_engine(str(built))
    assert_walk("### One query", lambda: ask(engine))


def test_a_page_walks_through_the_rooms_that_are_told(built: Path) -> None:
    look(built)  # so that what is imported late is there
    assert_walk("### One page", lambda: look(built))


def assert_walk(title: str, walk: Callable[[], None]) -> None:
    """The rooms that a walk enters are those under this title, each told once."""
    told = ROOM.findall(section(ARCHITECTURE, title))
    with entered() as rooms:
        walk()
    assert rooms == set(told), f"not told: {sorted(rooms - set(told))}; not entered: {sorted(set(told) - rooms)}"
    assert len(told) == len(set(told)), f"told twice: {[room for room in told if told.count(room) > 1]}"


# The disk: read with nothing but what the document says


DISK = section(ARCHITECTURE, "## What is on the disk?")


def test_every_file_of_an_index_is_told_and_no_other_is(built: Path) -> None:
    told = [SPAN.findall(first)[0] for first, *_ in table_rows(DISK.partition("###")[0])]
    patterns = [re.compile(pattern_of(name)) for name in told]
    names = [path.name for path in built.iterdir()]
    for pattern in patterns:
        assert any(map(pattern.fullmatch, names)), f"no file is called {pattern.pattern}"
    for name in names:
        assert any(pattern.fullmatch(name) for pattern in patterns), f"{name} is not told"


def pattern_of(name: str) -> str:
    """What the name of a file looks like, where NAME is letters and digits and N is a number."""
    return re.sub(r"(?<=[_.])N(?=\\\.)", "[0-9]+", re.escape(name).replace("_NAME", "_[0-9a-z]{16}"))


def arrays_in(path: Path) -> dict[str, Any]:
    """The arrays of a file."""
    content = path.read_bytes()
    start, length, checksum, mark = struct.unpack("<QQI12s", content[-32:])
    table = content[start : start + length]
    assert (mark, crc32(table), start + length) == (b"dateline 1\n\0", checksum, len(content) - 32)
    arrays, end = {}, 0
    for name, (dtype, first, count, own) in json.loads(table).items():
        array = np.frombuffer(content, np.dtype(dtype), count, first)
        assert (first % 64, content[end:first], crc32(array.tobytes())) == (0, bytes(first - end), own)
        arrays[name], end = array, first + array.nbytes
    assert end == start
    return arrays


def told_arrays(title: str) -> dict[str, tuple[str, str]]:
    """The type and length of each array in the table under this title."""
    rows = table_rows(section(DISK, title))
    return {name: (dtype, length) for names, dtype, length, _ in rows for name in SPAN.findall(names)}


def segments_of(folder: Path) -> dict[str, dict[str, Any]]:
    """The arrays of each segment, by its name."""
    return {path.stem: arrays_in(path) for path in sorted(folder.glob("*.columns"))}


def test_every_array_of_a_segment_is_told_with_its_type_and_length(built: Path) -> None:
    told = told_arrays("### The arrays of a segment")
    for arrays in segments_of(built).values():
        assert set(told) == set(arrays)
        known = {
            "D": int(arrays["block.first"][-1]),
            "O": len(arrays["outlet.starts"]) - 1,
            "S": len(arrays["stem.starts"]) - 1,
            "F": len(arrays["form.order"]),
            "P": len(arrays["posting.document"]),
            "W": int(arrays["document.title_length"].sum()) + int(arrays["document.body_length"].sum()),
            "B": len(arrays["block.starts"]) - 1,
            "K": int(arrays["position.shape"][1]),
        }
        assert known["W"] == arrays["position.shape"][0]
        assert_are_as_told(arrays, told, known)


def test_every_array_of_the_relations_is_told_with_its_type_and_length(built: Path) -> None:
    told = told_arrays("### The relations of a generation")
    (path,) = built.glob("relations.*.arrays")
    every = arrays_in(path)
    for name, segment in segments_of(built).items():
        own = {each: every.pop(each) for each in [*every] if each.startswith(f"{name}.")}
        named = {each.replace(name, "NAME"): array for each, array in own.items()}
        assert set(named) == {each for each in told if each.startswith("NAME.")}
        assert_are_as_told(named, {each: told[each] for each in named}, {"D": int(segment["block.first"][-1])})
    assert set(every) == {each for each in told if not each.startswith("NAME.")}
    known = {letter: len(every[f"{of}.id.starts"]) - 1 for letter, of in LETTERS.items()}
    assert_are_as_told(every, {each: told[each] for each in every}, known)


LETTERS = {"A": "story", "E": "family", "G": "wording", "Z": "dated"}


def assert_are_as_told(arrays: dict[str, Any], told: dict[str, tuple[str, str]], known: dict[str, int]) -> None:
    """Each array has its type, and its length as far as the letters of that are known; others are the same anywhere."""
    found = dict(known)
    for name, (dtype, length) in told.items():
        array = arrays[name]
        if dtype == "u":
            most = int(array.max()) if len(array) else 0
            assert array.dtype in UNSIGNED[UNSIGNED.index(np.min_scalar_type(most)) :], name
        else:
            assert array.dtype == np.dtype(dtype), name
        if re.fullmatch("[A-Z]+", length):
            found.setdefault(length, len(array))
        letters = set(re.findall("[A-Z]+", length))
        if letters <= set(found):
            assert len(array) == eval(length, {}, found), f"{name} is {len(array)} long"


UNSIGNED = [np.dtype(name) for name in ("u1", "u2", "u4", "u8")]


def test_the_articles_of_a_segment_lie_as_is_told(built: Path) -> None:
    found: dict[str, str] = {}
    for name, arrays in segments_of(built).items():
        content, own = (built / f"{name}.articles").read_bytes(), []
        assert crc32(content) == arrays["block.checksum"][0]
        for block in range(len(arrays["block.starts"]) - 1):
            start, end = arrays["block.starts"][block : block + 2].tolist()
            first, last = arrays["block.first"][block : block + 2].tolist()
            rest = decompress(content[start:end])
            lengths, rest = np.frombuffer(rest, "<u4", last - first), rest[4 * (last - first) :]
            for length in lengths.tolist():
                (known, body), rest = rest[:length].decode().split("\n", 1), rest[length:]
                own.append((json.loads(known)["id"], body))
            assert rest == b""
        assert [id for id, _ in own] == texts_of(arrays, "id")
        found.update(own)
    engine = open_engine(str(built))
    assert found == {article.id: article.body for article in engine.fetch([*found])}


def test_the_positions_of_a_word_lie_as_is_told(built: Path) -> None:
    engine = open_engine(str(built))
    for arrays in segments_of(built).values():
        stems, ids, counts = texts_of(arrays, "stem"), texts_of(arrays, "id"), arrays["posting.count.small"]
        start, end = arrays["stem.postings"][stems.index("talk") :][:2].tolist()
        assert end > start
        for posting in range(start, end):
            (article,) = engine.fetch([ids[arrays["posting.document"][posting]]])
            paragraphs = [term for text in article.body.split("\n\n") for term in ("", *terms(text))]
            words = [*terms(article.title), *paragraphs]
            skip = posting // 64
            first = int(arrays["posting.skip"][skip]) + int(counts[64 * skip : posting].sum())
            places = range(first, first + int(counts[posting]))
            standing = [at for at, term in enumerate(words) if term == "talk"]
            assert [position(arrays, place) for place in places] == standing


def position(arrays: dict[str, Any], place: int) -> int:
    """The position of one occurrence."""
    _, steps = arrays["position.shape"].tolist()
    pair = arrays["position.pairs"][place // 2 * (2 + steps) :][: 2 + steps].tolist()
    high = [step >> 4 if place % 2 else step & 15 for step in pair[2:]]
    return int(pair[place % 2] + sum(bits << (8 + 4 * at) for at, bits in enumerate(high)))


def texts_of(arrays: dict[str, Any], name: str) -> list[str]:
    """The texts of a column."""
    starts = arrays[f"{name}.starts"].tolist()
    return [arrays[f"{name}.bytes"][start:end].tobytes().decode() for start, end in pairwise(starts)]


def checked(path: Path) -> list[Any]:
    """The lines of a file with its checksum at the end."""
    *lines, end = path.read_bytes().splitlines(keepends=True)
    assert end == b"crc32 %08x\n" % crc32(b"".join(lines))
    return [json.loads(line) for line in lines]


def test_the_table_of_contents_is_as_is_told(built: Path) -> None:
    (path,) = built.glob("*.contents")
    stamp, number, marks, seals, *segments = checked(path)
    assert (stamp, str(number)) == (STAMP, path.stem.split("_")[2])
    arrays = [*built.glob("*.columns"), *built.glob("*.arrays")]
    assert marks == {each.name: [each.stat().st_size, each.stat().st_mtime_ns] for each in arrays}
    sealed = [*arrays, *built.glob("catalog.*"), *built.glob("spellings.*")]
    assert seals == {each.name: each.read_bytes()[-32:].hex() for each in sealed}
    documents = {name: int(own["block.first"][-1]) for name, own in segments_of(built).items()}
    assert sorted(segments) == [[name, documents[name], []] for name in documents]


def test_the_table_of_contents_for_whoosh_begins_as_is_told(built: Path) -> None:
    (path,) = built.glob("*.toc")
    content = path.read_bytes()
    assert content[:14] == struct.pack(">3Bii3B", 4, 8, 4, -12345, -111, 2, 7, 4)
    groups = content[14 : 1 + next(at for at in range(14, len(content)) if content[at] < 128)]
    length = sum((group & 127) << (7 * at) for at, group in enumerate(groups))
    schema, rest = content[14 + len(groups) :][:length], content[14 + len(groups) + length :]
    assert (schema[:1], schema[-1:]) == (b"\x80", b".")
    assert struct.unpack(">ii", rest[:8]) == (int(path.stem.split("_")[2]), 0)
    assert rest[8:9] == b"\x80"
    named = re.findall(r"`(index[.\w]+)`", section(DISK, "### The table of contents for Whoosh"))
    assert len(named) == 3
    for name in named:
        module, _, own = name.rpartition(".")
        assert (b"c%b\n%b\n" % (module.encode(), own.encode())) in schema or own.encode() in rest, name


def test_the_catalog_and_the_spellings_are_as_is_told(built: Path) -> None:
    (catalog,), (spellings,) = built.glob("catalog.*"), built.glob("spellings.*")
    files = checked(catalog)
    for path, size, modified, ids, skipped, fields, inode, changed, mounts in files:
        stat = Path(path).stat()
        assert (size, modified, skipped, fields) == (stat.st_size, stat.st_mtime_ns, [], "")
        assert (inode, changed, mounts) == (stat.st_ino, stat.st_ctime_ns, mounts_above(Path(path).parent))
        assert [article.id for article in open_engine(str(built)).fetch(ids.split())] == ids.split()
    told = section(DISK, "### The catalog and the learned spellings").rpartition("`spellings.N.json`")[2]
    (known,) = checked(spellings)
    assert set(known) == set(SPAN.findall(told))
