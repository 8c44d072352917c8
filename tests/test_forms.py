"""The table of stems beside the index."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from index.forms import FILE_NAME, FormTable, write_forms


def test_it_knows_nothing_where_there_is_no_table(tmp_path: Path) -> None:
    assert FormTable(tmp_path).stem("talks") is None


def test_it_adds_to_what_it_knows(tmp_path: Path) -> None:
    write_forms(tmp_path, {"talks": "talk", "zürich": "zurich"})
    write_forms(tmp_path, {"peace": "peac"})
    table = FormTable(tmp_path)
    found = [table.stem(form) for form in ("peace", "talks", "zürich", "talk", "", "zz")]
    assert found == ["peac", "talk", "zurich", None, None, None]


def test_it_leaves_the_file_alone_when_nothing_is_new(tmp_path: Path) -> None:
    write_forms(tmp_path, {"talks": "talk"})
    before = (tmp_path / FILE_NAME).stat()
    write_forms(tmp_path, {"talks": "talk"})
    after = (tmp_path / FILE_NAME).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


letters = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=5)


@given(st.dictionaries(letters, letters), letters)
def test_it_finds_what_a_dict_finds(tmp_path_factory, stems: dict[str, str], absent: str) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("forms")
    write_forms(folder, stems)
    table = FormTable(folder)
    assert {form: table.stem(form) for form in [*stems, absent]} == {absent: None, **stems}
