"""Passages cut shorter."""

from hypothesis import example, given
from hypothesis import strategies as st

from search.highlight.clipping import clipped
from search.results import Piece


def test_it_keeps_a_passage_that_fits() -> None:
    assert clipped((("Seize ", False), ("the moment", True)), 20) == (("Seize ", False), ("the moment", True))


def test_it_cuts_around_most_of_what_is_marked() -> None:
    pieces = [("The ", False), ("talks", True), (" were long. The general urged ", False), ("peace", True)]
    pieces += [(" and ", False), ("talks", True), (", twice, he said.", False)]
    assert clipped(pieces, 36) == (
        ("The general urged ", False), ("peace", True), (" and ", False), ("talks", True), ("…", False),
    )  # fmt: skip


def test_it_says_where_it_was_cut() -> None:
    assert clipped((("One two three four ", False), ("five", True), (" six seven", False)), 15) == (
        ("…", False), ("three four ", False), ("five", True), ("…", False),
    )  # fmt: skip


pieces_of_text = st.lists(st.tuples(st.text("ab .…", min_size=1, max_size=30), st.booleans()), max_size=9)


@example([("   ", True)], 1)
@given(pieces_of_text, st.integers(1, 60))
def test_it_is_never_longer_and_says_nothing_that_the_passage_does_not(pieces: list[Piece], most: int) -> None:
    text = "".join(part for part, _ in pieces)
    cut = clipped(pieces, most)
    shown = "".join(part for part, _ in cut)
    assert len(shown) <= most + 2 or shown == text
    assert shown.strip("… ") in text


@given(pieces_of_text, st.integers(1, 60))
def test_it_shows_a_mark_where_there_is_one_that_fits(pieces: list[Piece], most: int) -> None:
    apart = [piece for text, is_marked in pieces for piece in ((text.replace(" ", ""), is_marked), (" ", False))]
    if any(is_marked and 0 < len(text) <= most for text, is_marked in apart):
        assert any(is_marked for _, is_marked in clipped([piece for piece in apart if piece[0]], most))
