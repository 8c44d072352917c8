"""Names of people and organisations as columns, written and joined."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotations import EntityKind, NamedEntity
from index.columns.entity_columns import EntityColumns, add_entities, add_joined_entities, entity_texts
from index.storage.arrays import ArrayWriter, mapped_arrays

KINDS: list[EntityKind] = ["person", "organisation"]
ENTITIES = st.builds(
    lambda kind, key, style: NamedEntity(kind, key, f"{key.title()}{style}"),
    st.sampled_from(KINDS),
    st.sampled_from(["ann lee", "ann lees", "bo", "bo ek", "ł"]),
    st.sampled_from(["", ".", " Jr"]),
)
DOCUMENT = st.lists(ENTITIES, max_size=4, unique_by=lambda each: (each.kind, each.key))


def written(path: Path, documents: list[list[NamedEntity]]) -> EntityColumns:
    """The columns of these documents, read back."""
    path.unlink(missing_ok=True)
    writer = ArrayWriter(path)
    add_entities(writer, [entity_texts(document) for document in documents])
    writer.close()
    return EntityColumns(mapped_arrays(path))


def assert_tells(columns: EntityColumns, documents: list[list[NamedEntity]]) -> None:
    """The columns say of each document what it names, and count so."""
    for kind in KINDS:
        for key in ("ann lee", "ann lees", "bo", "bo ek", "ł", "nobody"):
            names = columns.names_of(kind, key)
            expected = [any((each.kind, each.key) == (kind, key) for each in document) for document in documents]
            assert columns.documents_of(names).tolist() == expected
            assert int(columns.counts(None)[names.start : names.stop].sum()) == sum(expected)
            assert len({columns.entity[number] for number in names}) == bool(names)
            assert {columns.key_and_name(number)[0] for number in names} <= {key}


@given(st.lists(DOCUMENT, max_size=5), st.lists(DOCUMENT, max_size=5), st.sets(st.integers(0, 4)))
def test_names_are_read_back_and_joined_without_those_of_deleted_documents(
    tmp_path_factory: pytest.TempPathFactory,
    left: list[list[NamedEntity]],
    right: list[list[NamedEntity]],
    gone: set[int],
) -> None:
    folder = tmp_path_factory.mktemp("columns")
    one, other = written(folder / "left.columns", left), written(folder / "right.columns", right)
    assert_tells(one, left)
    kept = [number for number in range(len(left)) if number not in gone]
    path = folder / "joined.columns"
    path.unlink(missing_ok=True)
    writer = ArrayWriter(path)
    add_joined_entities(writer, [(one, np.array(kept, np.int64)), (other, np.arange(len(right)))])
    writer.close()
    assert_tells(EntityColumns(mapped_arrays(path)), [*(left[number] for number in kept), *right])
