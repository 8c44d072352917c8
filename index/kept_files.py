"""How the files are called that its owner keeps beside an index, outside its folder, so that they outlive it."""

from collections.abc import Mapping
from typing import Literal

Kept = Literal["alerts", "notes"]
ENDINGS: Mapping[Kept, str] = {"alerts": "json", "notes": "jsonl"}
"""Of the files, by what is kept in each."""


def name_beside(index_name: str, kept: Kept) -> str:
    """The name of the file beside the folder of an index that has this name."""
    return f"{index_name}.{kept}.{ENDINGS[kept]}"


def is_kept_beside(name: str, index_name: str) -> bool:
    """A file with this name beside an index of that name is no article, but what its owner keeps of the index."""
    return any(name == name_beside(index_name, kept) for kept in ENDINGS)
