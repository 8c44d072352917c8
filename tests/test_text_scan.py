"""Looking for pieces and patterns in all texts of a column at once."""

import re
from fnmatch import fnmatchcase

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.storage.arrays import Array, starts_of
from index.storage.string_column import StringColumn, lengths_of
from search.segment.text_scan import TextScan

LETTERS = "ab/é€😀\ud800"
TEXTS = st.lists(st.text(LETTERS, max_size=6), max_size=6)


def scan_of(texts: list[str]) -> TextScan:
    """What looks through these texts."""
    content = [text.encode("utf-8", "surrogatepass") for text in texts]
    joined = np.frombuffer(b"".join(content), np.uint8)
    return TextScan(StringColumn({"value.bytes": joined, "value.starts": starts_of(lengths_of(content))}, "value"))


@given(TEXTS, st.text(LETTERS, min_size=1, max_size=3))
def test_it_finds_the_texts_that_hold_a_piece(texts: list[str], piece: str) -> None:
    holding = scan_of(texts).holding(piece.encode("utf-8", "surrogatepass"))
    assert holding.tolist() == [piece in text for text in texts]


@given(TEXTS, st.text(LETTERS + "**??", max_size=8))
def test_it_finds_the_texts_that_look_like_a_pattern(texts: list[str], pattern: str) -> None:
    scan = scan_of(texts)
    assert scan.like(pattern, scan.whole).tolist() == [fnmatchcase(text, pattern) for text in texts]


@given(TEXTS, st.text(LETTERS + "**??", max_size=8))
def test_it_finds_the_texts_whose_last_part_looks_like_a_pattern(texts: list[str], pattern: str) -> None:
    scan, chosen = scan_of(texts), texts[::2]
    found = scan.like(pattern, scan.all_and_last_parts(np.arange(len(texts))[::2]))
    looked_at = [*chosen, *(text.rpartition("/")[2] for text in chosen)]
    assert found.tolist() == [fnmatchcase(text, pattern) for text in looked_at]


@given(TEXTS, st.text("ab/", min_size=1, max_size=2))
def test_it_finds_the_texts_that_hold_a_piece_between_others(texts: list[str], piece: str) -> None:
    found = scan_of(texts).holding_between(b"/a", piece.encode(), b"b")
    assert found.tolist() == [bool(re.search(f"(?:^|(?<=[/a])){piece}(?:$|(?=b))", text)) for text in texts]


class CountingScan(TextScan):
    """A scan that counts its passes over the bytes."""

    passes = 0

    def places(self, piece: bytes) -> Array:
        """See `TextScan`."""
        self.passes += 1
        return super().places(piece)


def test_a_thousand_pieces_cost_no_more_passes_than_the_longest_text_has_room_for() -> None:
    scan = CountingScan(scan_of(["abcabc" * 3, "abc"]).texts)
    assert not scan.like("*" + "a*b*" * 500, scan.whole).any()
    assert scan.passes <= 15
