"""A limit of time for what this process reads itself."""

import re
import signal
import threading
from pathlib import Path

import pytest

from index.build import update_index
from index.ingest import workers
from index.ingest.time_limit import Overdue, can_be_limited, within

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system cannot interrupt")


def test_it_interrupts_a_pattern_that_would_be_tried_for_years() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(Overdue), within(0.05):
        re.match(r"(?:a+)+b", "a" * 60)
    assert signal.getsignal(signal.SIGVTALRM) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def stubborn(swallowed: list[Overdue]) -> None:
    """Takes for ever, and does not let itself be interrupted the first time."""
    try:
        re.match(r"(?:a+)+b", "a" * 60)
    except Overdue as first:
        swallowed.append(first)
    re.match(r"(?:a+)+b", "a" * 60)


def test_it_interrupts_again_when_the_first_time_was_swallowed() -> None:
    swallowed: list[Overdue] = []
    with pytest.raises(Overdue), within(0.05):
        stubborn(swallowed)
    assert len(swallowed) == 1


def test_other_threads_are_not_interrupted() -> None:
    can: list[bool] = []
    thread = threading.Thread(target=lambda: can.append(can_be_limited()))
    thread.start()
    thread.join()
    assert (can, can_be_limited()) == ([False], True)


def test_a_small_file_that_takes_long_is_read_once_where_it_can_be_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "SIMPLE_SECONDS", 0.02)
    news = tmp_path / "news"
    news.mkdir()
    rows = "".join(f"Talks {number},The talks of day {number} go on\n" for number in range(1500))
    (news / "many.csv").write_text(f"title,body\n{rows}")
    (news / "one.txt").write_text("Talks begin\n\nThe talks begin in Geneva.\n")
    report = update_index([news], tmp_path / "index", 1, lambda done, todo: None)
    assert (report.articles, report.skipped) == (1501, ())
