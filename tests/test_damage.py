"""Whatever is wrong with an index is one line that says what to do: never a traceback, or other answers."""

import json
import os
import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.build import Report, rebuild_index, update_index
from index.columns import table_of_contents
from index.columns.table_of_contents import LAST, contents_path
from index.errors import DatelineError, IndexOutdated, Unforeseen, reading_from
from index.file_catalog import read_catalog, skipped_in
from index.schema import stored_article
from index.storage import checked_text
from index.storage.arrays import wrong_arrays
from index.storage.checked_text import checked_lines, write_checked
from index.storage.regular_file import Damaged
from index.verify import verified, wrong_files
from search.clauses import Everything
from search.engine import Engine
from search.find import find
from search.query import Query
from search.request import Request
from search.snapshots import open_engine
from tests.attack.flips import bit_by_chance, flipped, made, own_bits
from tests.attack.forged import forged
from tests.test_command import SEEDS
from web import create_app

REMEDY = "make it again with  dateline index --rebuild FOLDER"


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the seeds."""
    folder = tmp_path_factory.mktemp("seeded") / "index"
    update_index([SEEDS], folder, 1, nothing)
    return folder


@pytest.fixture
def folder(seeded: Path, tmp_path: Path) -> Path:
    """A copy of it, to be spoiled."""
    return Path(shutil.copytree(seeded, tmp_path / "index"))


def nothing(done: int, todo: int) -> None:
    """How far a build is, which nobody wants to know."""


def every_id(engine: Engine) -> list[str]:
    """The ids of all articles."""
    return [candidate.id for candidate in engine.match(Query(Everything()), 100).candidates]


def test_it_tells_of_changed_bits_of_what_the_index_says_of_itself(tmp_path: Path) -> None:
    folder = made(tmp_path)
    flips = [flip for path in sorted(folder.iterdir()) for flip in own_bits(path)][::701]
    outcome = flipped(folder, flips, is_seen=True)
    assert outcome.told > 0.9 * len(flips)


@pytest.mark.parametrize("is_seen", [True, False])
def test_it_tells_of_changed_bits_wherever_they_are(tmp_path: Path, is_seen: bool) -> None:
    folder, chance = made(tmp_path), random.Random(5)
    assert flipped(folder, [bit_by_chance(folder, chance) for _ in range(60)], is_seen).told > 30


def test_an_index_with_wrong_numbers_and_right_checksums_answers_or_says_why_not(tmp_path: Path) -> None:
    outcome = forged(tmp_path, 12, seed=3)
    assert outcome.total() == 12
    assert outcome["told"]


def test_it_tells_of_articles_that_are_damaged_while_it_answers(folder: Path) -> None:
    engine = open_engine(str(folder))
    ids = every_id(engine)
    for path in folder.glob("*.articles"):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 4
        path.write_bytes(content)
    with pytest.raises(IndexOutdated, match=REMEDY):
        engine.fetch(ids)
    page = create_app(location=str(folder)).test_client().get("/?q=talks")
    assert (page.status_code, "Traceback" in page.text) == (503, False)


def test_it_tells_of_articles_that_are_cut_short_while_it_answers(folder: Path) -> None:
    engine = open_engine(str(folder))
    ids = every_id(engine)
    for path in folder.glob("*.articles"):
        os.truncate(path, 9)
    with pytest.raises(IndexOutdated, match="cut short"):
        engine.fetch(ids)


def test_it_does_not_answer_from_columns_of_which_a_stretch_was_zeroed(folder: Path) -> None:
    for path in folder.glob("*.columns"):
        content = bytearray(path.read_bytes())
        content[len(content) // 3 : len(content) // 2] = bytes(len(content) // 2 - len(content) // 3)
        path.write_bytes(content)
    with pytest.raises(IndexOutdated, match=REMEDY):
        open_engine(str(folder))
    with pytest.raises(IndexOutdated, match=REMEDY):
        update_index([SEEDS], folder, 1, nothing)


def test_a_copy_answers_as_the_index_does(seeded: Path, folder: Path) -> None:
    for path in folder.iterdir():
        os.utime(path)
    asked = Request("talks OR general", copies="all")
    of_the_index, of_the_copy = (find(open_engine(str(place)), asked) for place in (seeded, folder))
    assert replace(of_the_copy, generation=of_the_index.generation) == of_the_index


def test_a_copy_is_compared_with_its_checksums_until_the_next_build(
    seeded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(seeded, tmp_path / "copy", copy_function=shutil.copyfile))
    for path in folder.iterdir():
        os.utime(path)
    compared: list[str] = []

    def noted(path: Path) -> Sequence[str]:
        compared.append(path.suffix)
        return wrong_arrays(path)

    monkeypatch.setattr(table_of_contents, "wrong_arrays", noted)
    open_engine(str(folder))
    assert set(compared) == {".columns", ".arrays"}
    before = wrong_files(folder), sorted(path.name for path in folder.iterdir())
    report = update_index([SEEDS], folder, 1, nothing)
    assert (report.added, report.changed, report.removed) == (0, 0, 0)
    compared.clear()
    open_engine(str(folder))
    assert compared == []
    assert (wrong_files(folder), sorted(path.name for path in folder.iterdir())) == before


def test_numbers_for_which_no_memory_is_enough_are_told_with_a_remedy(folder: Path) -> None:
    with pytest.raises(DatelineError, match=REMEDY), reading_from(folder):
        np.zeros(2**62, np.uint8)


def test_it_searches_without_learned_spellings_and_says_so(folder: Path) -> None:
    assert find(open_engine(str(folder)), Request("talks")).notes == ()
    (path,) = folder.glob("spellings.*")
    path.write_text("{}")
    (note,) = find(open_engine(str(folder)), Request("talks")).notes
    assert "cannot be read (spellings.1.json is cut short): dateline index --rebuild FOLDER" in note
    path.unlink()
    (note,) = find(open_engine(str(folder)), Request("talks")).notes
    assert "cannot be read (no such file or directory)" in note
    rebuild_index([SEEDS], folder, 1, nothing)
    assert find(open_engine(str(folder)), Request("talks")).notes == ()


@pytest.mark.parametrize("ending", [".columns", ".articles", ".arrays", ".jsonl", ".json"])
def test_verifying_does_not_call_damage_what_it_may_not_read(
    folder: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.open

    def refused(path: Path, *rest: int, **others: int) -> int:
        if Path(path).suffix == ending:
            raise PermissionError(13, "Permission denied")
        return really(path, *rest, **others)

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(DatelineError, match=r"^cannot read the index at .*: permission denied$") as told:
        wrong_files(folder)
    assert "damaged" not in str(told.value)


def test_a_rebuild_begins_without_what_killed_ones_left(folder: Path) -> None:
    left = [folder / name for name in ("MAIN_0123456789abcdef.columns", "relations.9.arrays", "_MAIN_7.toc.12")]
    for path in left:
        path.touch()
    seen: list[bool] = []
    rebuild_index([SEEDS], folder, 1, lambda done, todo: seen.extend(path.exists() for path in left))
    assert seen
    assert not any(seen)


@pytest.mark.parametrize("build", [update_index, rebuild_index])
@pytest.mark.parametrize("has_index", [True, False])
def test_a_build_whose_folder_is_removed_says_so(
    build: Callable[..., Report], has_index: bool, folder: Path, tmp_path: Path
) -> None:
    news = Path(shutil.copytree(SEEDS, tmp_path / "news"))
    where = folder if has_index else tmp_path / "new"
    with pytest.raises(DatelineError, match=r"the index at .* was removed while it was written"):
        build([news], where, 1, lambda done, todo: shutil.rmtree(where, ignore_errors=True))


def test_it_prints_the_path_of_an_index_with_nothing_that_a_terminal_obeys() -> None:
    report = Report(0, 0, 0, 0, (), 0, 0.0)
    assert "in a\\x1b[31m\\u202eb\\n (" in report.in_words("a\x1b[31m\u202eb\n")
    assert verified(Path("a\x1b\udc80"), []) == "the index at a\\x1b\\udc80 is as it was written"


@pytest.mark.parametrize("pattern", ["*.contents", "*.columns", "*.articles", "catalog.*", "relations.*"])
@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_it_opens_nothing_but_files(folder: Path, pattern: str, kind: str) -> None:
    (path, *_) = folder.glob(pattern)
    path.unlink()
    {"pipe": os.mkfifo, "link": lambda path: path.symlink_to("/dev/zero"), "folder": os.mkdir}[kind](path)
    for act in (lambda: [*open_and_read(folder)], lambda: update_index([SEEDS], folder, 1, nothing)):
        with pytest.raises(DatelineError):
            act()
    if kind == "folder":
        path.rmdir()
    rebuild_index([SEEDS], folder, 1, nothing)
    assert wrong_files(folder) == []


def open_and_read(folder: Path) -> list[str]:
    """All that is in an index, and the files of its catalog."""
    rebuilt = create_app(location=str(folder)).test_client().get("/skipped")
    if rebuilt.status_code == 503:
        raise DatelineError(rebuilt.text)
    engine = open_engine(str(folder))
    return [article.body for article in engine.fetch(every_id(engine))]


@pytest.mark.parametrize("kind", ["pipe", "link"])
def test_it_locks_nothing_but_a_file(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "MAIN_WRITELOCK"
    os.mkfifo(path) if kind == "pipe" else path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DatelineError, match="MAIN_WRITELOCK is not a file; remove it"):
        update_index([SEEDS], tmp_path, 1, nothing)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(
    "row",
    [
        ["../../elsewhere", 5, []],
        ["MAIN_0123456789abcdef", "5", []],
        ["MAIN_0123456789abcdef", 5, [5]],
        ["MAIN_0123456789abcdef", 5, [-1]],
        ["MAIN_0123456789abcdef", 5, None],
        ["MAIN_0123456789abcdef"],
        None,
        7,
        {},
    ],
)
def test_it_refuses_contents_that_were_made_to_mislead(folder: Path, row: object) -> None:
    path = contents_path(folder, 1)
    lines = [*checked_lines(path)]
    path.unlink()
    write_checked(path, [*lines[:3], json.dumps(row)])
    with pytest.raises(IndexOutdated, match=REMEDY):
        open_engine(str(folder))
    rebuild_index([SEEDS], folder, 1, nothing)
    assert wrong_files(folder) == []


GOOD = ["/news/a.txt", 9, 1, "ab", [["/news/a.txt", "empty"]], "", 1, 2, 3]


@pytest.mark.parametrize(
    "row",
    [
        *([*GOOD[:place], wrong, *GOOD[place + 1 :]] for place in range(len(GOOD)) for wrong in (-0.5, None, {"a": 1})),
        [*GOOD[:4], -1],
        [*GOOD[:4], [["/news/a.txt"]], ""],
        GOOD[:2],
        None,
        7,
    ],
)
def test_it_tells_a_catalog_that_was_made_to_mislead(tmp_path: Path, row: object) -> None:
    path = tmp_path / "catalog.1.jsonl"
    write_checked(path, [json.dumps(row)])
    for reader in (read_catalog, lambda path: [*skipped_in(path)]):
        with pytest.raises(IndexOutdated) as told:
            reader(path)
        assert not isinstance(told.value, Unforeseen)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", 5),
        ("path", None),
        ("title_is_stated", "no"),
        ("source", ["a"]),
        ("record", "1"),
        ("cites", [1]),
        ("removed", [{"text": 1, "rule": "r"}]),
        ("removed", [{"text": "t", "rule": "r", "more": 1}]),
        ("published", {"first": "2022-11-11", "last": "2022-11-11", "precision": "hour", "how": "url", "evidence": ""}),
        ("published", {"first": "2022-11-11", "last": "2022-11-11", "precision": "day", "how": "told", "evidence": ""}),
        ("published", {"first": "2022-11-11", "last": "2022-11-11", "precision": "day", "how": "url", "evidence": 1}),
        ("published", {"first": "never", "last": "2022-11-11", "precision": "day", "how": "url", "evidence": ""}),
        ("nonsense", 1),
    ],
)
def test_it_takes_nothing_for_an_article_that_is_none(name: str, value: object) -> None:
    known = {"id": "a", "path": "p", "title": "t", "title_is_stated": True}
    assert stored_article(json.dumps(known) + "\nbody").body == "body"
    with pytest.raises((ValueError, TypeError)):
        stored_article(json.dumps({**known, name: value}) + "\nbody")


def test_numbers_beyond_all_generations_are_those_of_none(folder: Path) -> None:
    for name in ("_MAIN_99999999999999.contents", "_MAIN_99999999999999.toc", "_MAIN_007.contents"):
        (folder / name).write_text("x")
    assert update_index([SEEDS], folder, 1, nothing).unchanged == 5
    shutil.copy(folder / "_MAIN_1.contents", contents_path(folder, LAST))
    with pytest.raises(DatelineError, match="can have no more generations: remove it and make it again"):
        rebuild_index([SEEDS], folder, 1, nothing)


@pytest.mark.parametrize("pattern", ["*.contents", "catalog.*"])
def test_a_file_that_claims_more_than_any_holds_is_told_before_it_is_read(folder: Path, pattern: str) -> None:
    (path,) = folder.glob(pattern)
    os.truncate(path, checked_text.MOST_BYTES + 1_000)  # with a hole, which takes no room
    for act in (lambda: [*open_and_read(folder)], lambda: update_index([SEEDS], folder, 1, nothing)):
        with pytest.raises(DatelineError):
            act()
    rebuild_index([SEEDS], folder, 1, nothing)
    assert wrong_files(folder) == []


def test_a_line_that_is_longer_than_any_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked_text, "LONGEST_LINE", 10)
    write_checked(tmp_path / "whole", ["123456789", "a"])
    assert list(checked_lines(tmp_path / "whole")) == ["123456789", "a"]
    write_checked(tmp_path / "long", ["a", "1234567890"])
    with pytest.raises(Damaged, match="has a line that is longer than any that is written"):
        list(checked_lines(tmp_path / "long"))
