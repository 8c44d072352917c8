"""Files read where reading can be stopped: time and memory are bounded, and the price is one file."""

import io
import threading
from collections.abc import Iterator
from itertools import repeat
from multiprocessing import active_children
from multiprocessing.queues import Queue
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from index.article import Article, Skipped, Unopened
from index.build import update_index
from index.errors import DatelineError
from index.ingest import reader_process, workers
from index.ingest.reader_process import Budget, ReaderProcess, ReadingOrder, in_time
from tests import made_files as made


def ordered(path: Path) -> ReadingOrder:
    """A file to read."""
    return ReadingOrder(path, path.stat().st_size, {})


def told(reader: ReaderProcess, path: Path) -> list[str]:
    """The titles of the articles of a file, and why the rest gave none."""
    return [each.title if isinstance(each, Article) else each.why for each in reader.articles(ordered(path))]


def endless_pdf() -> bytes:
    """A PDF file of a few KB that has one long page so often that its library works for minutes."""
    writer = PdfWriter(io.BytesIO(made.pdf(["Talks go on in Olm, they said. " * 3] * 55)))
    pages = cast(DictionaryObject, writer.root_object["/Pages"])
    pages[NameObject("/Kids")] = ArrayObject(list(cast(ArrayObject, pages["/Kids"])) * OFTEN)
    pages[NameObject("/Count")] = NumberObject(OFTEN)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


OFTEN = 20_000
"""Pages that take a few milliseconds each."""


def test_it_stops_at_a_record_that_takes_too_much_memory_and_reads_the_next_file(tmp_path: Path) -> None:
    large = made.record("Talks end", note="x" * 20_000_000)
    (tmp_path / "a.jsonl").write_text(f"{made.record('Talks begin')}\n{large}\n")
    (tmp_path / "b.jsonl").write_text(made.record("Talks go on"))
    reader = ReaderProcess(Budget(memory_bytes=50_000_000))
    try:
        first = told(reader, tmp_path / "a.jsonl")
        assert first == ["Talks begin", "reading it takes more memory than it may have"]
        assert told(reader, tmp_path / "b.jsonl") == ["Talks go on"]
    finally:
        reader.stop()


def test_a_build_names_the_file_that_takes_too_long_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "b.pdf").write_bytes(endless_pdf())
    for name in "ac":
        (news / f"{name}.txt").write_text(f"Talks of {name}\n\n{made.BODY}\n")
        (news / f"{name}.eml").write_bytes(made.mail(f"Mail of {name}"))
    monkeypatch.setattr(workers, "BUDGET", Budget(article_seconds=3, file_seconds_per_megabyte=1))
    report = update_index([news], tmp_path / "index", 1, lambda done, todo: None)
    assert report.articles == 4
    why = "reading it was stopped after more than 3 s of processor time"
    assert [(skip.path, skip.why) for skip in report.skipped] == [(str(news / "b.pdf"), why)]


def test_each_of_several_processes_names_the_files_that_take_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for number in range(workers.WORTH_A_PROCESS + 4):
        (news / f"{number:03}.txt").write_text(f"Talks of day {number}\n\nThey go on.\n")
    endless = [news / "000.pdf", news / "999.pdf"]
    for path in endless:
        path.write_bytes(endless_pdf())
    monkeypatch.setattr(workers, "BUDGET", Budget(article_seconds=1, file_seconds_per_megabyte=1))
    report = update_index([news], tmp_path / "index", 2, lambda done, todo: None)
    assert report.articles == workers.WORTH_A_PROCESS + 4
    why = "reading it was stopped after more than 1 s of processor time"
    assert [(skip.path, skip.why) for skip in report.skipped] == [(str(path), why) for path in endless]


def test_a_build_ends_when_the_thread_that_hands_out_its_work_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    news = tmp_path / "news"
    news.mkdir()
    for number in range(workers.WORTH_A_PROCESS + 4):
        (news / f"{number:03}.txt").write_text(f"Talks of day {number}\n\nThey go on.\n")
    monkeypatch.setattr(Queue, "_start_thread", refused)
    with pytest.raises(DatelineError, match="came to a sudden end: try again, with  --jobs 1"):
        update_index([news], tmp_path / "index", 2, lambda done, todo: None)
    assert capsys.readouterr().err == ""


def test_it_ends_when_nothing_comes_of_a_file_and_tries_it_again_the_next_time(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(endless_pdf())
    reader = ReaderProcess(Budget(waiting_seconds=0.01))
    try:
        (found,) = reader.articles(ordered(tmp_path / "a.pdf"))
    finally:
        reader.stop()
    assert type(found).__name__ == "Unopened"


def test_a_file_whose_reader_was_ended_from_outside_is_tried_again_the_next_time(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(endless_pdf())
    (tmp_path / "b.jsonl").write_text(made.record("Talks go on"))
    reader = ReaderProcess(Budget())
    assert told(reader, tmp_path / "b.jsonl") == ["Talks go on"]  # so that its process is there
    threading.Timer(0.5, active_children()[0].kill).start()
    try:
        (found,) = reader.articles(ordered(tmp_path / "a.pdf"))
    finally:
        reader.stop()
    assert found == Unopened(str(tmp_path / "a.pdf"), "the process that read it came to a sudden end (-9)")


def test_a_text_of_letters_alone_on_their_lines_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a\n" * 200_000)
    assert made.told(tmp_path / "a.txt") == [": more than 100,000 lines"]
    (tmp_path / "b.txt").write_text("a word " * 1_500_000)
    assert made.told(tmp_path / "b.txt") == [": longer than 8 million characters"]


def test_a_file_whose_articles_take_too_long_together_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object, **__: object) -> Iterator[Skipped]:
        return repeat(Skipped("a.ods", "empty"))

    limits: list[int] = []
    monkeypatch.setattr(reader_process, "articles_in", endless)
    monkeypatch.setattr(reader_process, "limit_seconds", limits.append)
    order = ReadingOrder(Path("/news/a.ods"), 698, {})
    *found, last = in_time(order, Budget(article_seconds=1))
    assert last == Skipped("/news/a.ods", "reading it was stopped after more than 1 s of processor time")
    assert found
    assert min(limits) >= 0
