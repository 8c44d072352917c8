"""How many matches share a value, counted when somebody looks."""

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from functools import cached_property
from typing import Generic, TypeVar

Key = TypeVar("Key")


class LazyCounts(Mapping[Key, int], Generic[Key]):
    """A count for each value; who does not want it does not wait for it."""

    def __init__(self, counted: Callable[[], Mapping[Key, int]]) -> None:
        self._count = counted

    @cached_property
    def _counted(self) -> Mapping[Key, int]:
        return self._count()

    def __getitem__(self, value: Key) -> int:
        return self._counted[value]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._counted)

    def __len__(self) -> int:
        return len(self._counted)

    def items(self) -> ItemsView[Key, int]:
        """See `Mapping`; looking up each value again would take several times as long."""
        return self._counted.items()

    def values(self) -> ValuesView[int]:
        """See `items`."""
        return self._counted.values()

    def __repr__(self) -> str:
        return f"LazyCounts({dict(self._counted)})"
