"""Arrays that were worked out for one question and may serve the next, up to so many bytes; threads may share them."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, Protocol, TypeVar


class Sized(Protocol):
    """Something that takes room in memory."""

    @property
    def nbytes(self) -> int:
        """How much."""
        ...


Value = TypeVar("Value", bound=Sized)


class ByteCache(Generic[Value]):
    """The values that were asked for last."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._values: dict[Hashable, Value] = {}
        self._guard = Lock()

    def get(self, key: Hashable, work_out: Callable[[], Value]) -> Value:
        """The value of a key, worked out now if it is not kept; a key always has the same value."""
        with self._guard:
            value = self._values.pop(key, None)
            if value is not None:
                self._values[key] = value
                return value
        value = work_out()
        with self._guard:
            if key not in self._values and value.nbytes <= self._most_bytes:
                self._values[key] = value
                self._bytes += value.nbytes
            while self._bytes > self._most_bytes:
                self._bytes -= self._values.pop(next(iter(self._values))).nbytes
        return value
