"""What is read, kept and removed when files are away, closed, linked or special."""

import errno
import io
import os
import shutil
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from index import build
from index.article import Away, Unopened
from index.build import Report, rebuild_index, update_index
from index.build_plan import USUAL, BuildOptions
from index.errors import DatelineError
from index.ingest import workers
from index.ingest.workers import FileParts
from index.readers import source
from index.verify import wrong_files
from tests.attack.full_disk import small_disk
from tests.made_files import BODY, page
from tests.test_build import paths_in

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PRUNING = BuildOptions(prunes=True)
FOLLOWING = BuildOptions(follows_links=True)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with two articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.txt").write_text(f"Talks of {name}\n\n{BODY}\n")
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """Where the index goes."""
    return tmp_path / "index"


def updated(index: Path, *paths: Path, options: BuildOptions = USUAL) -> Report:
    """What an update says."""
    return update_index(paths, index, 1, lambda done, todo: None, options)


def counts(report: Report) -> tuple[int, int, int, int]:
    """How many articles were added, changed, removed, and are there."""
    return report.added, report.changed, report.removed, report.articles


def reasons(report: Report) -> dict[str, str]:
    """Why files were skipped, by their names."""
    return {Path(skip.path).name: skip.why for skip in report.skipped}


def test_articles_of_an_emptied_folder_stay_until_they_are_pruned(news: Path, index: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "c.txt").write_text(f"Talks of c\n\n{BODY}\n")
    updated(index, news, other)
    for path in news.iterdir():
        path.unlink()
    for _ in range(2):
        made = updated(index, news, other)
        assert counts(made) == (0, 0, 0, 3)
        why = "the folder is empty; what was indexed from there stays, 2 articles, until you say  --prune"
        assert made.skipped == (Away(str(news), why),)
    (other / "d.txt").write_text(f"Talks of d\n\n{BODY}\n")
    assert counts(updated(index, news, other)) == (1, 0, 0, 4)
    assert paths_in(index) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    (news / "a.txt").write_text(f"Talks of a\n\n{BODY}\n")
    assert counts(updated(index, news)) == (0, 1, 1, 3)
    (news / "a.txt").unlink()
    assert counts(updated(index, news, options=PRUNING)) == (0, 0, 1, 2)
    assert wrong_files(index) == []


def test_articles_of_a_folder_that_is_gone_stay_until_they_are_pruned(news: Path, index: Path, tmp_path: Path) -> None:
    updated(index, news)
    news.rename(tmp_path / "elsewhere")
    with pytest.raises(DatelineError, match=r"no such file or directory; what was indexed .* stays, until .*--prune"):
        updated(index, news)
    assert paths_in(index) == ["a.txt", "b.txt"]
    assert counts(updated(index, news, options=PRUNING)) == (0, 0, 2, 0)
    with pytest.raises(DatelineError, match="no such file or directory"):
        updated(index, news, options=PRUNING)


def test_an_index_is_not_made_anew_from_an_empty_folder(news: Path, index: Path) -> None:
    updated(index, news)
    for path in news.iterdir():
        path.unlink()
    with pytest.raises(DatelineError, match="holds no file: the old index stays, until you say  --prune"):
        rebuild_index([news], index, 1, lambda done, todo: None)
    assert paths_in(index) == ["a.txt", "b.txt"]
    assert rebuild_index([news], index, 1, lambda done, todo: None, PRUNING).articles == 0


def test_an_index_is_not_made_anew_without_one_of_its_folders(news: Path, index: Path, tmp_path: Path) -> None:
    other, below = tmp_path / "other", disk(news)
    other.mkdir()
    (other / "e.txt").write_text(f"Talks of e\n\n{BODY}\n")
    updated(index, news, other)
    (other / "e.txt").unlink()
    with pytest.raises(DatelineError, match=f"{other}: the folder is empty: the old index stays, until .*--prune"):
        rebuilt(index, news, other)
    shutil.rmtree(below / "deep")
    with pytest.raises(DatelineError, match=f"{below}: the folder is empty: the old index stays, until .*--prune"):
        rebuilt(index, news)
    assert paths_in(index) == ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]
    assert rebuilt(index, news, other, options=PRUNING).articles == 2


@pytest.mark.parametrize("damage", [b"", bytes(500)])
def test_articles_of_an_emptied_or_overwritten_file_stay_until_they_are_pruned(
    news: Path, index: Path, damage: bytes
) -> None:
    updated(index, news)
    whole = (news / "a.txt").read_bytes()
    (news / "a.txt").write_bytes(damage)
    for _ in range(2):
        made = updated(index, news)
        assert (counts(made), made.unchanged) == ((0, 0, 0, 2), 2)
        assert reasons(made)["a.txt"].endswith(
            "; what was indexed from there stays, 1 articles, until you say  --prune"
        )
    with pytest.raises(DatelineError, match=r"a\.txt: .*: the old index stays, until you say  --prune"):
        rebuilt(index, news)
    assert (paths_in(index), wrong_files(index)) == (["a.txt", "b.txt"], [])
    (news / "a.txt").write_bytes(whole)
    assert counts(updated(index, news)) == (0, 1, 0, 2)
    (news / "a.txt").write_bytes(damage)
    updated(index, news)
    assert counts(updated(index, news, options=PRUNING)) == (0, 0, 1, 1)


def rebuilt(index: Path, *paths: Path, options: BuildOptions = USUAL) -> Report:
    """What making an index anew says."""
    return rebuild_index(paths, index, 1, lambda done, todo: None, options)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ESTALE])
def test_a_file_both_changed_and_closed_keeps_what_was_known(
    news: Path, index: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    updated(index, news)
    (news / "a.txt").write_text("Other talks\n\nNobody can read this.\n")
    with monkeypatch.context() as patched:
        close(patched, news / "a.txt", number)
        made = updated(index, news)
        assert (counts(made), made.unchanged) == ((0, 0, 0, 2), 2)
        assert reasons(made) == {"a.txt": os.strerror(number).lower()}
        assert counts(updated(index, news)) == (0, 0, 0, 2)
    assert paths_in(index) == ["a.txt", "b.txt"]
    assert counts(updated(index, news)) == (0, 1, 0, 2)


def test_articles_of_a_closed_file_are_pruned(news: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    updated(index, news)
    (news / "a.txt").write_text("Other talks\n\nNobody can read this.\n")
    close(monkeypatch, news / "a.txt", errno.EACCES)
    assert counts(updated(index, news)) == (0, 0, 0, 2)
    assert counts(updated(index, news, options=PRUNING)) == (0, 0, 1, 1)


def test_a_file_swapped_for_a_link_after_it_was_found_is_not_read(
    news: Path, index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private, deep = tmp_path / "private", news / "deep"
    for folder in (private, deep):
        folder.mkdir()
        (folder / "c.txt").write_text(f"Talks in {folder.name}\n\n{BODY}\n")
    private_file = private / "c.txt"
    segments_of = workers.segments_of

    def swap(*given: Any) -> FileParts:
        (news / "a.txt").unlink()
        (news / "a.txt").symlink_to(private_file)
        (news / "new.txt").write_text(f"Talks anew\n\n{BODY}\n")
        (news / "new.txt").rename(news / "b.txt")
        deep.rename(tmp_path / "away")
        deep.symlink_to(private)
        return segments_of(*given)

    with monkeypatch.context() as patched:
        patched.setattr(build, "segments_of", swap)
        made = updated(index, news)
    why = "a link was put in its place"
    assert (counts(made), reasons(made)) == ((1, 0, 0, 1), {"a.txt": why, "c.txt": why})
    assert paths_in(index) == ["b.txt"]


def close(monkeypatch: pytest.MonkeyPatch, path: Path, number: int) -> None:
    """Let opening this file fail so, as it does for a user who may not."""
    opening = os.open

    def refusing(name: Path, *rest: int, **known: int) -> int:
        if name == path:
            raise OSError(number, os.strerror(number))
        return opening(name, *rest, **known)

    monkeypatch.setattr(os, "open", refusing)


class FailingDisk(io.FileIO):
    """A file on a disk that goes away once some of it was read."""

    def readinto(self, buffer: "WriteableBuffer") -> int:
        if self.tell() >= READ:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return super().readinto(buffer)


READ = 400_000
"""Bytes of it that are read."""


def test_a_file_that_is_read_in_part_keeps_the_articles_that_did_not_come(
    news: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(changed: str) -> None:
        texts = (f"{BODY} {number} {changed}. " * 80 for number in range(50))
        letters = (f"From a\nSubject: {n}\nMessage-ID: <{n}@a.org>\n\n{text}\n\n" for n, text in enumerate(texts))
        (news / "many.mbox").write_text("".join(letters))

    write("as it was")
    updated(index, news)
    write("as it became")
    with monkeypatch.context() as patched:
        patched.setattr(workers, "is_harmless", lambda path, size: True)  # so that this process reads it
        patched.setattr(workers, "SIMPLE_SECONDS", 60)
        patched.setattr(os, "fdopen", lambda descriptor, mode: io.BufferedReader(FailingDisk(descriptor, mode)))
        made = updated(index, news)
        _, changed, removed, articles = counts(made)
        assert (0 < changed < 50, removed, articles) == (True, 0, 52)
        stays = f"{50 - changed} articles, until you say  --prune"
        assert reasons(made)["many.mbox"].endswith(f"; what was indexed from there stays, {stays}")
        with pytest.raises(DatelineError, match=r"many\.mbox: input/output error: the old index stays"):
            rebuilt(index, news)
    assert (len(paths_in(index)), wrong_files(index)) == (52, [])
    assert counts(updated(index, news)) == (0, 50, 0, 52)
    assert (len(paths_in(index)), wrong_files(index)) == (52, [])


def test_a_file_that_fails_while_it_is_read_is_tried_again(
    news: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    updated(index, news)
    (news / "a.txt").write_text("Other talks\n\nNobody can read this.\n")

    def failing(self: source.FileSource, limit: int = 0) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patched:
        patched.setattr(source.FileSource, "whole", failing)
        assert counts(updated(index, news)) == (0, 0, 0, 2)
    assert counts(updated(index, news)) == (0, 1, 0, 2)


def test_links_lead_out_of_what_is_indexed_only_when_told(news: Path, index: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "deep").mkdir(parents=True)
    (outside / "secret.txt").write_text(f"A secret\n\n{BODY}\n")
    (outside / "deep" / "deep.txt").write_text(f"Deep\n\n{BODY}\n")
    (news / "out.txt").symlink_to(outside / "secret.txt")
    (news / "in.txt").symlink_to(news / "a.txt")
    (news / "folder").symlink_to(outside / "deep")
    (outside / "deep" / "loop").symlink_to(outside / "deep")
    why = "a link that leads out of what is indexed:  --follow-links  reads it"
    for _ in range(2):
        made = updated(index, news)
        assert (made.articles, reasons(made)) == (3, {"out.txt": why})
    assert sorted(index.iterdir()) == [path for path in sorted(index.iterdir()) if ".2." not in path.name]
    made = updated(index, news, options=FOLLOWING)
    assert (made.articles, made.skipped) == (5, ())
    assert paths_in(index) == ["a.txt", "b.txt", "deep.txt", "in.txt", "out.txt"]
    assert counts(updated(index, news)) == (0, 0, 2, 3)


def test_nothing_but_regular_files_is_opened(news: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(news / "pipe.txt")
    (news / "null.txt").symlink_to("/dev/null")
    (news / "kernel.txt").symlink_to("/proc/version")
    monkeypatch.chdir(news)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        opening, opened = os.open, []

        def noted(name: Path, *rest: int, **known: int) -> int:
            opened.append(Path(name).name)
            return opening(name, *rest, **known)

        monkeypatch.setattr(os, "open", noted)
        made = updated(index, news, options=FOLLOWING)
    assert made.articles == 2
    assert not {"pipe.txt", "null.txt", "kernel.txt", "socket.txt"} & set(opened)
    assert {name for name, why in reasons(made).items() if why == "not a regular file"} >= {"pipe.txt", "socket.txt"}


@pytest.mark.parametrize("name", ["a.txt", "page.html"])
def test_an_edit_of_the_same_size_and_time_is_seen(news: Path, index: Path, name: str) -> None:
    path = news / name
    path.write_text(page("Talks of a") if name.endswith("html") else f"Talks of a\n\n{BODY}\n")
    updated(index, news)
    before = path.stat()
    path.write_text(path.read_text().replace("Talks of a", "Walks of a"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert updated(index, news).changed == 1
    assert counts(updated(index, news))[:3] == (0, 0, 0)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_an_index_is_closed_to_others(news: Path, index: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        updated(index, news)
        assert os.umask(before) == mask
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o177 for path in index.iterdir()} == {0}
    assert index.stat().st_mode & 0o777 == 0o700


def test_an_index_of_an_older_version_is_closed_and_a_folder_of_articles_is_not(news: Path, index: Path) -> None:
    for folder in (news, index):
        updated(folder, news)
        folder.chmod(0o755)
        for path in folder.iterdir():
            path.chmod(0o644)
        updated(folder, news)
    assert {path.stat().st_mode & 0o777 for path in index.iterdir()} == {0o600}
    assert index.stat().st_mode & 0o777 == 0o700
    assert (news.stat().st_mode & 0o777, (news / "a.txt").stat().st_mode & 0o777) == (0o755, 0o644)


def disk(news: Path, name: str = "disk") -> Path:
    """A folder below the others, with two articles."""
    folder = news / name / "deep"
    folder.mkdir(parents=True)
    for letter in "cd":
        (folder / f"{letter}.txt").write_text(f"Talks of {letter}\n\n{BODY}\n")
    return folder.parent


def test_articles_of_an_emptied_folder_below_stay_until_they_are_pruned(news: Path, index: Path) -> None:
    mounted = disk(news)
    updated(index, news)
    shutil.rmtree(mounted / "deep")  # as an unmounted disk leaves it
    why = "the folder is empty; what was indexed from there stays, 2 articles, until you say  --prune"
    for _ in range(2):
        made = updated(index, news)
        assert (counts(made), made.skipped) == ((0, 0, 0, 4), (Unopened(str(mounted), why),))
    (news / "a.txt").unlink()
    assert counts(updated(index, news)) == (0, 0, 1, 3)
    assert wrong_files(index) == []
    disk(news / "..", "again")
    mounted.rmdir()
    (news.parent / "again").rename(mounted)
    made = updated(index, news)
    assert (made.articles, made.removed, made.skipped) == (3, 0, ())
    shutil.rmtree(mounted / "deep")
    assert counts(updated(index, news, options=PRUNING)) == (0, 0, 2, 1)


def test_articles_of_a_folder_below_that_is_removed_leave_the_index(news: Path, index: Path) -> None:
    mounted = disk(news)
    updated(index, news)
    shutil.rmtree(mounted)
    made = updated(index, news)
    assert (counts(made), made.skipped) == ((0, 0, 2, 2), ())


def test_articles_of_a_folder_in_whose_place_a_file_is_stay_until_they_are_pruned(news: Path, index: Path) -> None:
    mounted = disk(news)
    updated(index, news)
    shutil.rmtree(mounted / "deep")
    (mounted / "deep").write_text("nothing is mounted here")
    why = (
        "a file is there now, where a folder was; what was indexed from there stays, 2 articles, until you say  --prune"
    )
    assert Unopened(str(mounted / "deep"), why) in updated(index, news).skipped
    for _ in range(2):
        made = updated(index, mounted / "deep")
        assert Away(str(mounted / "deep"), why) in made.skipped
        assert made.articles >= 4
    assert updated(index, news, options=PRUNING).removed == 2


def test_an_article_in_whose_place_an_empty_folder_is_stays_until_it_is_pruned(news: Path, index: Path) -> None:
    updated(index, news)
    (news / "a.txt").unlink()
    (news / "a.txt").mkdir()
    made = updated(index, news)
    assert (made.removed, made.articles, list(reasons(made))) == (0, 2, ["a.txt"])
    assert updated(index, news, options=PRUNING).removed == 1


@pytest.mark.parametrize("is_left", [True, False])
def test_articles_of_a_disk_that_is_unmounted_below_stay_until_they_are_pruned(
    news: Path, index: Path, is_left: bool
) -> None:
    mounted = news / "disk"
    mounted.mkdir()
    with small_disk(mounted) as is_mounted:
        if not is_mounted:
            pytest.skip("this process may not mount a disk")
        disk(mounted, "of")
        (mounted / "e.txt").write_text(f"Talks of e\n\n{BODY}\n")
        updated(index, news)
        shutil.rmtree(mounted / "of")
        assert counts(updated(index, news)) == (0, 0, 2, 3)
    if not is_left:
        mounted.rmdir()  # as those who mount sticks do
    for _ in range(2):
        made = updated(index, news)
        assert (counts(made), list(reasons(made))) == ((0, 0, 0, 3), ["disk"])
    assert counts(updated(index, news, options=PRUNING)) == (0, 0, 1, 2)


def test_articles_of_a_path_that_is_unmounted_stay_though_other_files_lie_there(news: Path, index: Path) -> None:
    mounted = news / "disk"
    mounted.mkdir()
    (mounted / "readme.txt").write_text(f"Talks of nobody\n\n{BODY}\n")
    with small_disk(mounted) as is_mounted:
        if not is_mounted:
            pytest.skip("this process may not mount a disk")
        disk(mounted, "of")
        (mounted / "e.txt").write_text(f"Talks of e\n\n{BODY}\n")
        assert counts(updated(index, mounted)) == (3, 0, 0, 3)
    assert counts(updated(index, mounted)) == (1, 0, 0, 4)
    with pytest.raises(DatelineError, match="the disk that was mounted there is away: the old index stays"):
        rebuilt(index, mounted)
    assert counts(updated(index, mounted, options=PRUNING)) == (0, 0, 3, 1)
