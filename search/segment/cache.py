"""Values that were worked out for one question and may serve the next, up to so many bytes; threads may share them."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import Generic, Protocol, TypeVar


class Sized(Protocol):
    """Something that takes room in memory."""

    @property
    def nbytes(self) -> int:
        """How much."""
        ...


Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value", bound=Sized)


@dataclass(frozen=True, slots=True)
class KeptValue(Generic[Value]):
    """A value in a cache."""

    value: Value
    ticket: int
    """What the budget knows it by."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a kept value takes."""

    nbytes: int
    forget: Callable[[], object]
    """Takes the value out of its cache."""


class ByteBudget:
    """The bytes that several caches share: when they are used up, what was asked for longest ago goes, of whichever."""

    def __init__(self, most_bytes: int) -> None:
        self.guard = Lock()
        self._most_bytes = most_bytes
        self._bytes = 0
        self._last_ticket = 0
        self._rooms: dict[int, Room] = {}

    def room_for(self, nbytes: int, forget: Callable[[], object]) -> int | None:
        """The ticket of a value that is kept from here on, others having gone; None when it would not fit alone."""
        if nbytes > self._most_bytes:
            return None
        self._bytes += nbytes
        while self._bytes > self._most_bytes:
            oldest = self._rooms.pop(next(iter(self._rooms)))
            oldest.forget()
            self._bytes -= oldest.nbytes
        self._last_ticket += 1
        self._rooms[self._last_ticket] = Room(nbytes, forget)
        return self._last_ticket

    def touch(self, ticket: int) -> None:
        """The value with this ticket was asked for again."""
        self._rooms[ticket] = self._rooms.pop(ticket)


class ByteCache(Generic[Key, Value]):
    """The values of one kind that were asked for last."""

    def __init__(self, budget: ByteBudget) -> None:
        self._budget = budget
        self._kept: dict[Key, KeptValue[Value]] = {}

    def get(self, key: Key, work_out: Callable[[], Value]) -> Value:
        """The value of a key, worked out now if it is not kept; a key always has the same value."""
        with self._budget.guard:
            kept = self._kept.get(key)
            if kept is not None:
                self._budget.touch(kept.ticket)
                return kept.value
        value = work_out()
        with self._budget.guard:
            if key not in self._kept:
                ticket = self._budget.room_for(value.nbytes, partial(self._kept.pop, key))
                if ticket is not None:
                    self._kept[key] = KeptValue(value, ticket)
        return value
