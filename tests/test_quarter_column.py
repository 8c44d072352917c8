"""A column of numbers from 0 to 3 is read as it was written."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.storage.arrays import ArrayWriter, mapped_arrays
from index.storage.quarter_column import Quarters, add_quarters


@given(st.lists(st.lists(st.integers(0, 3), max_size=9), max_size=4), st.data())
def test_it_reads_what_was_written_in_pieces(pieces: list[list[int]], data: st.DataObject) -> None:
    numbers = [number for piece in pieces for number in piece]
    with TemporaryDirectory() as folder:
        writer = ArrayWriter(Path(folder) / "column")
        add_quarters(writer, "case", (np.array(piece, np.int64) for piece in pieces))
        writer.close()
        column = Quarters(mapped_arrays(Path(folder) / "column")["case"])
        places = data.draw(st.lists(st.integers(0, len(numbers) - 1))) if numbers else []
        assert column.at(np.array(places, np.int64)).tolist() == [numbers[place] for place in places]
        assert column.between(0, len(numbers)).tolist() == numbers
