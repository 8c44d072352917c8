"""Work beside its caller."""

import pytest

from index.columns.beside import Beside


def test_it_does_what_it_is_given_in_order_and_one_ahead_of_its_caller() -> None:
    halves = Beside(lambda number: 6 // number)
    assert [halves.give(1), halves.give(2), halves.rest(), halves.rest()] == [[], [6], [3], []]
    halves.stop()


def test_what_fails_beside_its_caller_fails_there() -> None:
    halves = Beside(lambda number: 6 // number)
    halves.give(0)
    with pytest.raises(ZeroDivisionError):
        halves.give(1)
    assert halves.rest() == []
    halves.stop()
