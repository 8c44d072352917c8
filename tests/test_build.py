"""From files to one commit: what is read, replaced, removed, kept."""

import errno
import inspect
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from index import analysis
from index.article import Article, Skipped, Unopened
from index.build import Report, locked, rebuild_index, update_index
from index.build_plan import USUAL, is_known
from index.cleaning.cleaned import Cleaned
from index.cleaning.cleaner import clean
from index.errors import DatelineError, IndexLocked, IndexMissing, IndexOutdated
from index.file_catalog import Catalog
from index.ingest import article_assembly, workers
from index.ingest.interrupts import deaf_to_interrupts
from index.ingest.partition import Portion
from index.ingest.walk import FoundFile
from index.storage.checked_text import checked_lines, write_checked
from index.verify import wrong_files
from search.clauses import Everything, Word
from search.query import Query
from search.snapshots import open_engine

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with the seed articles."""
    return Path(shutil.copytree(SEEDS, tmp_path / "news"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the index goes."""
    return tmp_path / "index"


def updated(folder: Path, *paths: Path) -> Report:
    """The report of an update, without its seconds."""
    return replace(update_index(paths, folder, 1, lambda done, todo: None), seconds=0.0)


def report(added: int = 0, changed: int = 0, removed: int = 0, unchanged: int = 0, articles: int = 0) -> Report:
    """What a build without skipped files should say."""
    return Report(added, changed, removed, unchanged, (), articles, 0.0)


def paths_in(folder: Path) -> list[str]:
    """The names of the files whose articles are found."""
    engine = open_engine(str(folder))
    ids = [candidate.id for candidate in engine.match(Query(Everything()), 1000).candidates]
    return sorted(Path(article.path).name for article in engine.fetch(ids))


def test_it_reads_new_files_and_then_nothing(news: Path, folder: Path) -> None:
    assert updated(folder, news) == report(added=5, articles=5)
    generation = sorted(folder.iterdir())
    assert updated(folder, news) == report(unchanged=5, articles=5)
    assert sorted(folder.iterdir()) == generation


def test_it_replaces_what_changed_and_keeps_its_id(news: Path, folder: Path) -> None:
    updated(folder, news)
    path = news / "004_12ddcade8593710d.txt"
    before = next(a for a in fetch_all(folder) if a.path == str(path))
    path.write_text("A quiet day\n\nNothing about zebras happened.\n", "utf-8")
    assert updated(folder, news) == report(changed=1, unchanged=4, articles=5)
    after = open_engine(str(folder)).fetch([before.id])
    assert [article.title for article in after] == ["A quiet day"]
    assert open_engine(str(folder)).match(Query(Word("zebras", "zebra")), 9).total == 1


def test_it_removes_what_vanished_from_where_it_looked(news: Path, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "one.txt").write_text("One\n\nThis is one article.\n", "utf-8")
    updated(folder, news, other)
    (news / "000_9102dc1dd2ac0ff1.txt").unlink()
    (other / "one.txt").unlink()
    assert updated(folder, news) == report(removed=1, unchanged=4, articles=5)
    (other / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    made = updated(folder, other)
    assert (made.removed, made.articles, [skip.path for skip in made.skipped]) == (1, 4, [str(other / "picture.jpg")])


def test_it_finds_a_file_given_twice_once(news: Path, folder: Path) -> None:
    assert updated(folder, news, news / "001_a04de0ae7644ddd5.txt", news).added == 5


def test_it_walks_folders_but_not_hidden_ones_links_or_itself(news: Path) -> None:
    deep = news / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "deep.TXT").write_text("Deep\n\nAn article far down.\n", "utf-8")
    (news / ".git").mkdir()
    (news / ".git" / "hidden.txt").write_text("Hidden\n\nNot an article.\n", "utf-8")
    (news / "loop").symlink_to(news)
    updated(news / "index", news)
    assert updated(news / "index", news) == report(unchanged=6, articles=6)
    assert "deep.TXT" in paths_in(news / "index")


def test_it_goes_on_past_a_link_that_leads_nowhere_or_to_itself(news: Path, folder: Path) -> None:
    (news / "loop.txt").symlink_to(news / "loop.txt")
    (news / "nowhere.txt").symlink_to(news / "no such file")
    made = updated(folder, news)
    assert (made.added, [Path(skipped.path).name for skipped in made.skipped]) == (5, ["loop.txt", "nowhere.txt"])


def test_it_does_not_read_its_own_index(news: Path) -> None:
    assert updated(news, news) == report(added=5, articles=5)
    assert updated(news, news) == report(unchanged=5, articles=5)


def test_it_does_not_read_what_is_kept_beside_its_own_index(news: Path) -> None:
    for name in ("index.notes.jsonl", "index.alerts.json", "other.notes.jsonl"):
        (news / name).write_text('{"title": "Talks", "text": "A note on the talks."}\n')
    assert updated(news / "index", news) == report(added=6, articles=6)


def test_it_says_what_it_skipped_and_does_not_read_it_again(news: Path, folder: Path) -> None:
    (news / "empty.txt").write_bytes(b"")
    (news / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    first = updated(folder, news)
    assert [Path(skipped.path).name for skipped in first.skipped] == ["empty.txt", "picture.jpg"]
    assert updated(folder, news) == replace(report(unchanged=5, articles=5), skipped=first.skipped)


@pytest.mark.skipif(os.geteuid() == 0, reason="every file is open to root")
def test_it_reads_a_file_once_it_may(news: Path, folder: Path) -> None:
    path = news / "000_9102dc1dd2ac0ff1.txt"
    path.chmod(0)
    first = updated(folder, news)
    assert [skipped.why for skipped in first.skipped] == ["permission denied"]
    assert updated(folder, news) == replace(report(unchanged=4, articles=4), skipped=first.skipped)
    path.chmod(0o600)
    assert updated(folder, news) == report(added=1, unchanged=4, articles=5)


def test_a_file_that_could_not_be_opened_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Talks go on")
    file = FoundFile(path, str(path), path.stat().st_size, path.stat().st_mtime_ns)
    part = workers.FilePart(Portion(file), (), (Unopened(file.name, "permission denied"),), 1, True)
    record = workers.record_of(file, [part], {})
    assert not is_known(file, Catalog({file.name: record}), USUAL)
    assert is_known(file, Catalog({file.name: replace(record, modified_ns=file.modified_ns)}), USUAL)


def test_it_goes_on_when_reading_a_file_fails(news: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(text: str) -> Cleaned:
        if "White House divided" in text:
            raise ZeroDivisionError("a fault  of a library")
        return clean(text)

    monkeypatch.setattr(article_assembly, "clean", failing)
    made = updated(folder, news)
    path = str(news / "002_645b49bcd7d0ac49.txt")
    assert made.skipped == (Skipped(path, "reading it failed: ZeroDivisionError: a fault of a library"),)
    assert made.articles == 4


def test_it_names_a_fault_of_its_own_by_its_place_and_keeps_how_it_came_there_for_the_log(
    news: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(article_assembly, "title_and_body", None)
    with caplog.at_level("DEBUG", "index"):
        made = updated(folder, news)
    line = next(
        n for n, line in enumerate(inspect.getsource(article_assembly).splitlines(), 1) if "= title_and" in line
    )
    why = f"a fault in Dateline, index/ingest/article_assembly.py line {line}: TypeError: "
    assert [skip.why for skip in made.skipped] == [f"{why}'NoneType' object is not callable"] * 5
    assert len(caplog.records) == 5
    assert "in words_of\n" in caplog.text


def test_it_reads_with_several_processes_what_it_reads_with_one(tmp_path: Path, folder: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(workers.WORTH_A_PROCESS + 40):
        (many / f"{number:04}.txt").write_text(f"Title {number}\n\nThe body of number {number}.\n", "utf-8")
    update_index([many], folder, 2, lambda done, todo: None)
    update_index([many], tmp_path / "alone", 1, lambda done, todo: None)
    assert fetch_all(folder) == fetch_all(tmp_path / "alone")


def test_it_rebuilds_from_these_paths_alone(news: Path, folder: Path, tmp_path: Path) -> None:
    updated(folder, news)
    one = tmp_path / "one.txt"
    one.write_text("One\n\nThis is one article.\n", "utf-8")
    made = rebuild_index([one], folder, 1, lambda done, todo: None)
    assert (made.added, made.articles, paths_in(folder)) == (1, 1, ["one.txt"])


def test_it_says_which_path_is_not_there(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(DatelineError, match=r"cannot index .*nowhere: no such file or directory"):
        updated(folder, tmp_path / "nowhere")


def test_it_refuses_a_second_writer_and_frees_the_lock(news: Path, folder: Path) -> None:
    with locked(folder), pytest.raises(IndexLocked, match="being written by another process"):
        updated(folder, news)
    assert updated(folder, news).added == 5


def test_it_leaves_the_old_index_when_it_is_interrupted(
    news: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    updated(folder, news)
    (news / "new.txt").write_text("New\n\nA new article.\n", "utf-8")

    def interrupted(path: Path, *_: object, **__: object) -> list[Article]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(workers, "articles_in", interrupted)
        with pytest.raises(KeyboardInterrupt):
            updated(folder, news)
    assert len(paths_in(folder)) == 5
    assert updated(folder, news) == report(added=1, unchanged=5, articles=6)


def test_it_says_that_another_version_made_the_index_and_rebuilds_it(
    news: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    updated(folder, news)
    contents = next(folder.glob("*.contents"))
    lines = [*checked_lines(contents)]
    contents.unlink()
    write_checked(contents, [lines[0].replace("words", "older words"), *lines[1:]])
    with pytest.raises(IndexOutdated, match="--rebuild"):
        updated(folder, news)
    with pytest.raises(IndexOutdated, match="--rebuild"):
        open_engine(str(folder))
    assert rebuild_index([news], folder, 1, lambda done, todo: None).added == 5
    assert len(paths_in(folder)) == 5


@pytest.mark.parametrize("damage", [b"", b"not a table of contents", b"\x00" * 200])
def test_it_rebuilds_over_a_damaged_table_of_contents(news: Path, folder: Path, damage: bytes) -> None:
    updated(folder, news)
    next(folder.glob("_MAIN_*.contents")).write_bytes(damage)
    with pytest.raises(IndexOutdated):
        open_engine(str(folder))
    with pytest.raises(IndexOutdated):
        updated(folder, news)
    assert rebuild_index([news], folder, 1, lambda done, todo: None).added == 5


def test_it_writes_the_stems_down_so_that_a_search_needs_no_stemmer(
    news: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    updated(folder, news)
    analysis.stem.cache_clear()
    monkeypatch.setattr(analysis, "TABLES", [])
    monkeypatch.setattr(analysis, "snowball_stem", lambda form: pytest.fail(f"NLTK was asked about {form}"))
    open_engine(str(folder))
    assert analysis.terms("Negotiating moment") == ["negotiate", "moment"]


def fetch_all(folder: Path) -> list[Article]:
    """Every article, by path."""
    engine = open_engine(str(folder))
    ids = [candidate.id for candidate in engine.match(Query(Everything()), 1000).candidates]
    return sorted(engine.fetch(ids), key=lambda article: article.path)


def test_it_verifies_an_index_and_says_what_is_wrong(news: Path, folder: Path) -> None:
    with pytest.raises(IndexMissing):
        wrong_files(folder)
    updated(folder, news)
    assert wrong_files(folder) == []
    columns = next(path for path in folder.glob("*.columns") if b"negotiate" in path.read_bytes())
    content = bytearray(columns.read_bytes())
    content[content.index(b"negotiate")] ^= 1
    columns.write_bytes(content)
    assert wrong_files(folder) == [f"{columns.stem}: stem.bytes is not as it was written"]
    relations = next(folder.glob("relations.*"))
    relations.write_bytes(relations.read_bytes()[:-1])
    assert wrong_files(folder)[1] == f"relations: {relations.name} is cut short"
    columns.with_suffix(".articles").unlink()
    assert f"{columns.stem}: no such file or directory" in wrong_files(folder)


@pytest.mark.parametrize("pattern", ["*.articles", "*.columns", "relations.*", "spellings.*"])
@pytest.mark.parametrize("is_gone", [True, False])
def test_it_does_not_call_a_damaged_index_up_to_date(news: Path, folder: Path, pattern: str, is_gone: bool) -> None:
    updated(folder, news)
    [path, *_] = folder.glob(pattern)
    path.unlink() if is_gone else path.write_bytes(b"")
    assert wrong_files(folder)
    if not pattern.startswith("spellings"):  # they are learned again
        with pytest.raises(IndexOutdated, match="make it again with  dateline index --rebuild FOLDER"):
            updated(folder, news)
        (news / "more.txt").write_text("More of it\n\nThe talks go on, and nobody knows how long they will.\n")
        with pytest.raises(IndexOutdated, match="make it again with  dateline index --rebuild FOLDER"):
            updated(folder, news)
    rebuild_index([news], folder, 1, lambda done, todo: None)
    assert wrong_files(folder) == []


def test_it_starts_processes_that_leave_ctrl_c_to_it() -> None:
    code = "import signal; print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))"
    with deaf_to_interrupts():
        deaf = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    hearing = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert (deaf, hearing) == ("True\n", "False\n")


def test_it_removes_what_a_killed_build_left(news: Path, folder: Path) -> None:
    updated(folder, news)
    files = sorted(folder.iterdir())
    for name in (
        "MAIN_0123456789abcdef.columns",
        "_MAIN_9.toc.1700000000.123",
        "_MAIN_9.contents.new",
        "catalog.7.jsonl",
        "relations.7.arrays",
        "spellings.7.json",
    ):
        (folder / name).write_bytes(b"half written")
    updated(folder, news)
    assert sorted(folder.iterdir()) == files
    assert len(paths_in(folder)) == 5


def test_it_says_of_a_full_disk_that_it_cannot_write(news: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DatelineError, match=r"cannot write the index at .*: no space left on device"):
        updated(folder, news)


def test_it_does_not_call_a_fault_of_something_else_one_of_writing(news: Path, folder: Path) -> None:
    def gone(done: int, todo: int) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    with pytest.raises(BrokenPipeError):
        update_index([news], folder, 1, gone)
    assert updated(folder, news).added == 5
