"""How often Python looks for garbage while an index is built."""

import gc
from pathlib import Path

import pytest

from index.build import update_index
from index.errors import DatelineError
from index.ingest.garbage import SELDOM


def test_a_build_looks_seldom_and_leaves_it_as_it_was(tmp_path: Path) -> None:
    before, seen = gc.get_threshold(), set[tuple[int, int, int]]()
    (tmp_path / "a.txt").write_text("The talks in Geneva went on for a day, and nobody knew why.")
    update_index([tmp_path / "a.txt"], tmp_path / "index", 1, lambda done, todo: seen.add(gc.get_threshold()))
    assert (seen, gc.get_threshold()) == ({SELDOM}, before)
    with pytest.raises(DatelineError):
        update_index([tmp_path / "nowhere"], tmp_path / "index", 1, lambda done, todo: None)
    assert gc.get_threshold() == before
