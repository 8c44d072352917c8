"""In which folders a path lies, however many folders there are: each path is looked up by the folders above it."""

import os
from collections.abc import Container, Iterator


def places_of(name: str) -> Iterator[str]:
    """The path itself and the folders above it, the nearest first; the path is absolute."""
    yield name
    while (cut := name.rfind(os.sep)) >= 0 and name != os.sep:
        name = name[:cut] or os.sep
        yield name


def lies_in(name: str, folders: Container[str]) -> bool:
    """The path is one of these, or below one of them."""
    return any(place in folders for place in places_of(name))
