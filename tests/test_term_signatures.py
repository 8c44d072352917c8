"""The outlines of the texts of a column."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.storage import term_signatures
from index.storage.arrays import ArrayWriter, mapped_arrays
from index.storage.string_column import StringColumn, add_texts
from index.storage.term_signatures import Outline, Outlines
from search.clauses import FormLeaf, Fuzzy, Prefix, Wildcard
from search.fuzzy_and_wildcards import form_test, outline


def column(folder: Path, texts: list[str]) -> StringColumn:
    """The texts, written and read."""
    writer = ArrayWriter(folder / "columns")
    add_texts(writer, "form", [text.encode() for text in texts])
    writer.close()
    return StringColumn(mapped_arrays(folder / "columns"), "form")


def fitting(texts: list[str], wanted: Outline) -> list[str]:
    """The texts that fit."""
    with TemporaryDirectory() as folder:
        found = Outlines(column(Path(folder), texts)).fitting(wanted)
    return [texts[number] for number in found.tolist()]


FORMS = ["talk", "talks", "kalt", "tall", "walk", "zürich", "zurich", "東京", "o'brien", "3.5", "x" * 100]

EXAMPLES = [
    (Outline("tk", missing=0, others=None, shortest=0, longest=None), ["talk", "talks", "kalt"]),
    (Outline("talk", missing=0, others=None, shortest=5, longest=None), ["talks"]),
    (Outline("talk", missing=1, others=1, shortest=4, longest=4), ["talk", "kalt", "tall", "walk"]),
    (Outline("zürich", missing=0, others=0, shortest=6, longest=6), ["zürich"]),
    (Outline("zürich", missing=1, others=1, shortest=6, longest=6), ["zürich", "zurich"]),
    (Outline("", missing=0, others=None, shortest=2, longest=3), ["東京", "3.5"]),
    (Outline("", missing=0, others=None, shortest=100, longest=200), ["x" * 100]),
    (Outline("'", missing=0, others=None, shortest=0, longest=None), ["o'brien"]),
]


@pytest.mark.parametrize(("wanted", "expected"), EXAMPLES)
def test_it_refuses_texts_that_cannot_be_wanted(wanted: Outline, expected: list[str]) -> None:
    assert fitting(FORMS, wanted) == expected


def test_it_outlines_many_texts_in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(term_signatures, "TOGETHER", 2)
    assert fitting(FORMS, EXAMPLES[0][0]) == EXAMPLES[0][1]
    assert fitting([], EXAMPLES[0][0]) == []


letters = "ab3é東ж'_\U0001f600"
words = st.text(letters, min_size=1, max_size=6)
leaves: st.SearchStrategy[FormLeaf] = st.one_of(
    words.map(Prefix),
    st.text(letters + "*?", min_size=1, max_size=6).map(Wildcard),
    st.builds(Fuzzy, words, st.integers(0, 2)),
)


@given(leaves, st.lists(words, max_size=8))
def test_every_form_that_matches_fits(leaf: FormLeaf, forms: list[str]) -> None:
    fit, matching = fitting(forms, outline(leaf)), [form for form in forms if form_test(leaf)(form)]
    assert matching == list(filter(form_test(leaf), fit))
    wanted = outline(leaf)
    assert all(form.endswith(wanted.end) for form in matching)
    assert all(form.startswith(wanted.first) or form.endswith(wanted.otherwise) for form in matching)


def test_it_refuses_texts_by_their_last_byte(tmp_path: Path) -> None:
    texts = column(tmp_path, ["talk", "tallé", "tält", "müll"])
    every = np.arange(4)
    assert [texts.maybe_ending(every, end.encode()).tolist() for end in ("", "lk", "é", "l", "x")] == [
        [0, 1, 2, 3],
        [0],
        [1],
        [3],
        [],
    ]


@given(st.lists(st.text("abé", min_size=1, max_size=5), min_size=1, max_size=6), st.text("abé", max_size=4), words)
def test_it_keeps_texts_that_begin_or_end_so(texts: list[str], end: str, start: str) -> None:
    with TemporaryDirectory() as folder:
        found = column(Path(folder), texts)
        kept = found.maybe_beginning_or_ending(np.arange(len(texts)), start.encode(), end.encode()).tolist()
    wanted = [place for place, text in enumerate(texts) if text.startswith(start) or text.endswith(end)]
    assert set(wanted) <= set(kept)
    written = {place: text.encode() for place, text in enumerate(texts) if len(text.encode()) >= 3}
    last, first = end.encode()[-3:], start.encode()[:1]
    plain = [place for place, text in written.items() if text.startswith(first) or text.endswith(last)]
    assert [place for place in kept if place in written] == plain
