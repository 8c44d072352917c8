"""Where the words of a query stand."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.article import Article
from index.columns.postings import FormsOfStem
from index.columns.segment import SegmentColumns
from index.columns.segment_writer import Batch
from index.ingest.annotate import annotations_of
from index.inversion.tokenizing import Vocabulary
from search.clauses import Field
from search.segment import multi_term
from search.segment.frequencies import summed
from search.segment.multi_term import PostingRows, rows_of_few, rows_of_many, rows_of_stems
from tests.random_queries import corpora


def rows_of(found: list[PostingRows], field: Field | None, size: int) -> dict[int, float]:
    """What the rows add up to in each document."""
    documents = np.concatenate([rows.documents for rows in found])
    total = summed(documents, np.concatenate([rows.worth(field) for rows in found]), size)
    return dict(zip(total.documents.tolist(), total.weighted_counts.tolist(), strict=True))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpus=corpora(), field=st.sampled_from(["title", "body", None]), data=st.data())
def test_postings_that_lie_together_are_those_of_each_stem(
    corpus: list[Article], field: Field | None, data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        batch = Batch(Path(folder), "one", Vocabulary())
        for article in corpus:
            batch.add(article, annotations_of(article))
        batch.write()
        columns = SegmentColumns(Path(folder), "one")
        if not len(columns.stems):
            return
        chosen = st.sets(st.integers(0, len(columns.stems) - 1), min_size=1)
        stems = np.array(sorted(data.draw(chosen)), np.int64)
        together = rows_of(rows_of_stems(columns, stems), field, len(columns))
        patch.setattr(multi_term, "RUNS", 0)
        assert together == rows_of(rows_of_stems(columns, stems), field, len(columns))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpus=corpora(), field=st.sampled_from(["title", "body", None]), data=st.data())
def test_forms_of_many_stems_are_those_of_each_stem(
    corpus: list[Article], field: Field | None, data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        batch = Batch(Path(folder), "one", Vocabulary())
        for article in corpus:
            batch.add(article, annotations_of(article))
        batch.write()
        columns = SegmentColumns(Path(folder), "one")
        stems = [stem for stem in range(len(columns.stems)) if forms_of(columns, stem) > 1]
        parts = [
            FormsOfStem(columns.list_at(stem), np.array(sorted(codes)))
            for stem in stems
            if (codes := data.draw(st.sets(st.integers(0, forms_of(columns, stem) - 1))))
        ]
        for part in parts:
            assert part.rows().tolist() == part.counts().rows.tolist()
        if parts:
            assert rows_of([rows_of_many(columns, parts)], field, len(columns)) == rows_of(
                [rows_of_few(part) for part in parts], field, len(columns)
            )


def forms_of(columns: SegmentColumns, stem: int) -> int:
    """How many forms a stem has."""
    return int(columns.form_starts[stem + 1]) - int(columns.form_starts[stem])
