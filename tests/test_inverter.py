"""Inverting needs nothing that may never come."""

import gc
from threading import Thread

import numpy as np
import pytest

from index.inversion.inverter import inverted
from index.inversion.spaced_words import SpacedWords
from index.inversion.tokenizing import Vocabulary


def test_it_begins_no_thread_which_would_be_waited_for_in_vain_where_memory_is_short(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vocabulary = Vocabulary()
    words = vocabulary.words([b"talks", b"talks go on"])
    monkeypatch.setattr(Thread, "start", lambda self: pytest.fail("a thread was begun"))
    found = inverted(vocabulary, words, np.array([0, 1, 1, 1], np.uint8))
    assert [count.tolist() for count in found.column("counts")] == [[1, 1, 2]]


def test_what_read_a_text_is_let_go_with_it() -> None:
    gc.collect()
    gc.disable()  # an index is built nearly so
    try:
        Vocabulary().words([b"J. K. Rowling of AT & T in the US. NET"])
        assert not any(isinstance(thing, SpacedWords) for thing in gc.get_objects())
    finally:
        gc.enable()
