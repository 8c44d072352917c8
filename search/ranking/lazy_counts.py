"""How many matches share a value, counted when somebody looks."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property


class LazyCounts(Mapping[str, int]):
    """A count for each value; who does not want it does not wait for it."""

    def __init__(self, counted: Callable[[], Mapping[str, int]]) -> None:
        self._count = counted

    @cached_property
    def _counted(self) -> Mapping[str, int]:
        return self._count()

    def __getitem__(self, value: str) -> int:
        return self._counted[value]

    def __iter__(self) -> Iterator[str]:
        return iter(self._counted)

    def __len__(self) -> int:
        return len(self._counted)

    def __repr__(self) -> str:
        return f"LazyCounts({dict(self._counted)})"
