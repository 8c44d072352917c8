"""Segments as columns: what is written is read back, however it was written, and damage is noticed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.analysis import forms, stem, terms
from index.article import Article, Published
from index.columns import index_writer, merger
from index.columns.codec import ColumnsSegment
from index.columns.merge_policy import MOST_SEGMENTS, to_merge
from index.columns.merger import merge
from index.columns.segment import SegmentColumns, wrong_parts
from index.columns.segment_writer import Batch
from index.errors import IndexOutdated
from index.ingest.annotate import annotations_of
from index.inversion import chunk_table
from index.inversion.chunk_table import PADDING, ChunkTable
from index.inversion.tokenizing import Vocabulary, plain
from index.schema import utf8
from index.storage.arrays import ArrayWriter, mapped_arrays, wrong_arrays
from index.storage.position_column import Positions, PositionsWriter
from index.storage.regular_file import Damaged
from search.clauses import And, Clause, Everything, Phrase, Prefix, Word
from search.query import Query
from search.whoosh_source import open_whoosh_engine
from tests.built_index import built, commit
from tests.random_queries import clauses, corpora
from tests.scan_engine import ScanEngine

PIECES = [
    "U.S.",
    "a.m.",
    "100,000",
    "3.5bn",
    "O'Brien",
    "Milley’s",
    "well-known",
    "é",
    "e\u0301",
    "中国",
    "ถ้า",
    "“",
    "—",
    "…",
    "‘a’",
    "\u200dx",
    "\u202f",
    "\u0080",
    *(
        "A. ",
        "J. ",
        "K. ",
        "Л. ",
        "J.R. ",
        " & ",
        "&amp;",
        "AT & T",
        "AT &amp; T",
        "R & D",
        "R&D",
        "AT",
        "T",
        "Q",
        "amp",
    ),
    *("US", "IT", "JOIN US", "IT IS ", "THAT ", "US’s", ".NET", "net", "Net", "C++", "C#", "Ph.D.", "U.S.’s"),
    *("155mm", "20m", "3M", "2,50,000", "1,234.5", "٢٬٥٠٠", "l’", "‘", "`", "‛", "′", "\u200c", "\u200b", "می", "خانه"),
    *("대통령이", "é", "n", "ﾋﾟ", "&lt;", "+", "#", "10’000", " "),
]
MARKS = " \t\n\u00a0\u2003_.,()'’“—/\x1c"
texts = st.lists(st.sampled_from([*PIECES, *MARKS]) | st.text(max_size=3), max_size=12).map("".join)


@settings(deadline=None)
@given(st.lists(st.lists(texts, max_size=3), max_size=3))
def test_it_splits_texts_into_the_words_of_the_analysis(batches: list[list[str]]) -> None:
    vocabulary = Vocabulary()
    found: list[list[str]] = []
    for batch in batches:
        words = vocabulary.words([plain(utf8(text)) for text in batch])
        names = list(vocabulary.forms)
        split = np.split(words.forms, np.cumsum(words.lengths))
        found += [[names[number] for number in numbers.tolist()] for numbers in split[:-1]]
        assert not len(split[-1])
    assert found == [forms(text) for batch in batches for text in batch]


cores = st.text("abé", min_size=1, max_size=12)
ends = st.text("'.,", max_size=3)


@given(st.lists(st.lists(st.tuples(ends, cores, ends), max_size=30), max_size=4), st.integers(1, 3))
def test_it_knows_a_chunk_by_the_number_that_it_gave_it(
    batches: list[list[tuple[str, str, str]]], slot_bits: int
) -> None:
    known: list[str] = []

    def number(chunk: bytes) -> int:
        known.append(chunk.decode())
        return len(known) - 1

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chunk_table, "SLOT_BITS", slot_bits)
        table = ChunkTable(number)
        for batch in batches:
            found = table.chunks(" ".join(map("".join, batch)).encode() + PADDING)
            assert [known[number] for number in found.numbers.tolist()] == [core for _, core, _ in batch]
    assert len(known) == len(set(known)) == len(table)


lengths = st.lists(st.sampled_from([0, 1, 3, 300, 4093, 4094, 4095, 9_000, 70_000, 2**20, 2**24]), max_size=6)


@given(lengths, st.lists(st.integers(0, 40), max_size=6), st.data())
def test_it_packs_positions_and_reads_them_anywhere(sizes: list[int], cuts: list[int], data: st.DataObject) -> None:
    farthest = st.sampled_from(sizes or [0]).flatmap(lambda size: st.integers(0, size))
    values = np.array(data.draw(st.lists(farthest, max_size=40)), np.uint32)
    with TemporaryDirectory() as name:
        made = ArrayWriter(Path(name) / "arrays")
        PositionsWriter(made, np.array(sizes, int)).add(np.split(values, sorted(min(cut, len(values)) for cut in cuts)))
        made.close()
        column = Positions(mapped_arrays(Path(name) / "arrays"))
        assert len(column) == len(values)
        places = np.array(data.draw(st.lists(st.integers(0, len(values) - 1))) if len(values) else [], int)
        assert column.at(places).tolist() == values[places].tolist()
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(values))] * 2)))
        assert column.between(start, end).tolist() == values[start:end].tolist()


def test_positions_of_ordinary_articles_take_twelve_bits_and_of_long_ones_sixteen(tmp_path: Path) -> None:
    for words, length in ([500, 700, 4_200], 12), ([500, 12_000], 16), ([10**6] * 4, 20):
        made = ArrayWriter(tmp_path / str(length))
        PositionsWriter(made, np.array(words)).add([np.zeros(1000, int)])
        made.close()
        assert len(mapped_arrays(tmp_path / str(length))["position.pairs"]) * 8 == 1000 * length


def everything(segments: Sequence[ColumnsSegment]) -> Sequence[ColumnsSegment]:
    """Merge all segments, and what is deleted out of the last."""
    return segments if len(segments) > 1 or any(segment.deleted for segment in segments) else []


def article(number: int, title: str, body: str) -> Article:
    """An article of these words."""
    return Article(f"a{number}", f"/{number}.txt", title, True, body)


def segment(folder: Path, name: str, articles: Sequence[Article]) -> SegmentColumns:
    """The columns of these articles."""
    batch = Batch(folder, name, Vocabulary())
    for article in articles:
        batch.add(article, annotations_of(article))
    batch.write()
    return SegmentColumns(folder, name)


def contents(segment: SegmentColumns) -> dict[str, object]:
    """Everything in a segment but how its articles are packed."""
    arrays = {name: array.tolist() for name, array in segment.arrays.items() if not name.startswith("block.")}
    return {**arrays, "articles": list(segment.stored)}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpus=corpora(), data=st.data())
def test_segments_merge_into_what_one_segment_would_be(corpus: list[Article], data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(corpus)), max_size=2)))
    slices = zip([0, *cuts], [*cuts, len(corpus)], strict=True)
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        patch.setattr(merger, "PIECE", data.draw(st.sampled_from([1, 3, 1000])))
        parts = [segment(folder, f"part{start}_{n}", corpus[start:end]) for n, (start, end) in enumerate(slices)]
        merge(parts, [np.zeros(0, int)] * len(parts), folder, "merged")
        assert contents(SegmentColumns(folder, "merged")) == contents(segment(folder, "whole", corpus))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpus=corpora(), clause=clauses, data=st.data())
def test_a_merged_index_without_deleted_articles_answers_as_the_scan(
    corpus: list[Article], clause: Clause, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(corpus)))
    deleted = data.draw(st.sets(st.sampled_from([article.id for article in corpus]))) if corpus else set()
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(index_writer, "to_merge", everything)
        folder = Path(name)
        commit(folder, corpus[:cut], ())
        gone = deleted - {article.id for article in corpus[cut:]}
        commit(folder, corpus[cut:], gone, merging=True, known=corpus)
        left = [article for article in corpus if article.id not in deleted or article in corpus[cut:]]
        found = open_whoosh_engine(folder).match(Query(clause), 100)
        assert len(list(folder.glob("*.columns"))) == (1 if left else 0)
    expected = ScanEngine(left).match(Query(clause), 100)
    scores = {candidate.id: candidate.score for candidate in expected.candidates}
    assert {c.id: pytest.approx(c.score, abs=1e-5) for c in found.candidates} == scores
    assert (found.total, found.sources, found.months) == (expected.total, expected.sources, expected.months)


def test_it_merges_articles_of_which_none_that_stays_has_a_word(tmp_path: Path) -> None:
    corpus = [article(0, "war", "peace"), article(1, "", "")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index_writer, "to_merge", everything)
        commit(tmp_path, corpus, ())
        commit(tmp_path, (), {corpus[0].id}, merging=True)
    engine = open_whoosh_engine(tmp_path)
    assert [found.id for found in engine.match(Query(Everything()), 10).candidates] == [corpus[1].id]
    assert engine.match(Query(Word("war", "war")), 10).total == 0


def test_it_counts_words_that_stand_very_often_and_very_far(tmp_path: Path) -> None:
    corpus = [
        article(0, "war " * 400, "peace wars " * 300 + "far " * 70_000 + "end of it"),
        article(1, "war", "talk of war and wars"),
        article(2, "peace", "war " * 254),
    ]
    engine = built(tmp_path, [corpus])
    asked: list[Clause] = [
        Word("war", "war"),
        Prefix("wars"),
        Word("war", "war", "title"),
        Phrase("end of it", ("end", "of", "it")),
    ]
    for clause in [*asked, And((asked[0], asked[1]))]:
        found, expected = engine.match(Query(clause), 9), ScanEngine(corpus).match(Query(clause), 9)
        assert [c.id for c in found.candidates] == [c.id for c in expected.candidates]
        assert [c.score for c in found.candidates] == pytest.approx([c.score for c in expected.candidates], abs=1e-5)


def test_it_reads_every_article_back(tmp_path: Path) -> None:
    day = Published(date(2022, 11, 3), date(2022, 11, 4), "day", "stated", "a\nline \u2028 \udc80")
    odd = replace(article(7, "", "new\nline \x00 \ud800 \U0001f600"), published=day, cites=("A", "B"))
    engine = built(tmp_path, [[odd, *(article(number, "x" * 3000, "y" * 9000) for number in range(20, 40))]])
    assert engine.fetch(["a7"]) == [odd]
    assert [found.id for found in engine.fetch(["a39", "a20", "nothing"])] == ["a39", "a20"]


def test_it_knows_the_stem_of_every_form(tmp_path: Path) -> None:
    engine = built(tmp_path, [[article(0, "Talks", "negotiating U.S. talked")], [article(1, "Zürich", "talk 100,000")]])
    known = {form: engine.stem(form) for form in forms("Talks negotiating U.S. talked Zürich 100,000")}
    assert known == {form: stem(form) for form in known}
    assert engine.stem("unheard") is None
    assert terms("talks") == ["talk"]


@pytest.mark.parametrize("cut", [0, 1, 50, -1])
@pytest.mark.parametrize("ending", [".columns", ".articles"])
def test_it_says_that_a_cut_file_must_be_made_again(tmp_path: Path, ending: str, cut: int) -> None:
    built(tmp_path, [[article(0, "Talks", "negotiating " * 100)]])
    path = next(tmp_path.glob(f"*{ending}"))
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(IndexOutdated, match="damaged"):
        open_whoosh_engine(tmp_path)


def test_it_finds_out_which_part_was_changed(tmp_path: Path) -> None:
    whole = segment(tmp_path, "one", [article(0, "Talks", "negotiating")])
    assert wrong_parts(tmp_path, "one") == []
    path = tmp_path / "one.columns"
    content = bytearray(path.read_bytes())
    content[content.index(b"talk")] ^= 1
    path.write_bytes(content)
    stored = tmp_path / "one.articles"
    stored.write_bytes(b"?" + stored.read_bytes()[1:])
    assert wrong_parts(tmp_path, "one") == ["stem.bytes", "articles"]
    with pytest.raises(Damaged):
        whole.stored[0]


def test_it_gives_arrays_back_and_refuses_what_is_no_file_of_arrays(tmp_path: Path) -> None:
    made = ArrayWriter(tmp_path / "arrays")
    made.add("some", np.arange(5, dtype=np.uint16))
    made.add_pieces("pieces", np.dtype(np.uint8), [np.array([1]), np.array([], int), np.array([2, 3])])
    made.close()
    found = mapped_arrays(tmp_path / "arrays")
    assert {name: array.tolist() for name, array in found.items()} == {"some": [0, 1, 2, 3, 4], "pieces": [1, 2, 3]}
    assert found["some"].dtype == np.uint16
    assert wrong_arrays(tmp_path / "arrays") == []
    with pytest.raises(ValueError, match="read-only"):
        found["some"][0] = 1


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=60))
def test_segments_stay_few_whatever_is_added(added: list[int]) -> None:
    segments: list[ColumnsSegment] = []
    for documents in added:
        segments.append(ColumnsSegment("MAIN", documents))
        while chosen := to_merge(segments):
            merged = ColumnsSegment("MAIN", sum(segment.documents for segment in chosen))
            segments = [segment for segment in segments if segment not in chosen] + [merged]
    assert len(segments) <= MOST_SEGMENTS


def test_a_segment_with_many_deleted_articles_is_written_anew() -> None:
    segments = [ColumnsSegment("MAIN", 100), ColumnsSegment("MAIN", 10)]
    segments[0].deleted = set(range(30))
    assert to_merge(segments) == []
    segments[0].deleted.add(30)
    assert to_merge(segments) == segments[:1]
