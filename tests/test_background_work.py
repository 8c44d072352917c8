"""Work beside its caller."""

import _thread
from collections.abc import Callable

import pytest

from index.storage.background_work import BackgroundWork


def share_of_six(number: int) -> int:
    """What each of so many gets."""
    return 6 // number


def test_it_does_what_it_is_given_in_order_and_one_ahead_of_its_caller() -> None:
    shares = BackgroundWork(share_of_six)
    assert [shares.give(1), shares.give(2), shares.rest(), shares.rest()] == [[], [6], [3], []]
    shares.stop()


def test_what_fails_beside_its_caller_fails_there() -> None:
    shares = BackgroundWork(share_of_six)
    shares.give(0)
    with pytest.raises(ZeroDivisionError):
        shares.give(1)
    assert shares.rest() == []
    shares.stop()


def never(*_: object) -> int:
    """Starts a thread that dies before its first step, as one does for which there is no memory."""
    return 0


def refused(*_: object) -> int:
    """Starts no thread."""
    raise RuntimeError("can't start new thread")


@pytest.mark.parametrize("start", [never, refused])
def test_it_is_done_by_the_caller_where_memory_is_too_short_for_a_thread(
    start: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_thread, "start_new_thread", start)
    shares = BackgroundWork(share_of_six)
    assert [shares.give(1), shares.give(2), shares.rest()] == [[], [6], [3]]
    shares.give(3)
    shares.stop()
    shares.give(0)
    with pytest.raises(ZeroDivisionError):
        shares.rest()
