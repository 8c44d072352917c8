"""In which folders a path lies."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis.strategies import builds, lists, sampled_from

from index.build_plan import USUAL, planned
from index.file_catalog import Catalog, FileRecord
from index.ingest.ancestors import lies_in
from index.ingest.walk import path_name

paths = builds(lambda parts: "/" + "/".join(parts), lists(sampled_from(["a", "b", "ab", "a.b", " "]), max_size=4))


@given(paths, lists(paths, max_size=4))
def test_a_path_lies_in_a_folder_whose_name_it_begins_with(name: str, folders: list[str]) -> None:
    begins = any(name == folder or name.startswith(folder.rstrip("/") + "/") for folder in folders)
    assert lies_in(name, set(folders)) == begins


@pytest.mark.parametrize("are_links", [False, True])
def test_what_a_plan_takes_grows_with_the_files_that_are_named_and_no_faster(tmp_path: Path, are_links: bool) -> None:
    news = tmp_path / "news"
    news.mkdir()
    files = [news / f"{number}.txt" for number in range(6_000)]
    for file in files:
        if are_links:
            file.symlink_to(tmp_path / "nowhere")
        else:
            file.touch()
    status = news.stat()
    record = FileRecord(1, status.st_mtime_ns, ("a",), (), "", status.st_ino, status.st_ctime_ns, 0)
    catalog = Catalog(files=dict.fromkeys(map(path_name, files), record))
    began = process_time()
    plan = planned([news] if are_links else files, tmp_path / "index", catalog, USUAL)
    assert process_time() - began < 3, "each was compared with each"
    assert len(plan.unopened if are_links else plan.read) == 6_000
