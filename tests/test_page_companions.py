"""What programs put beside a page that they save."""

from pathlib import Path

import pytest

from index.ingest.page_companions import companions
from index.ingest.walk import FoundFile, found_files

FOLDERS = [
    # What lies in a folder, and which of it belongs to a page beside it.
    ({"Talks.html", "Talks_files"}, {"Talks_files"}),
    ({"Talks.htm", "Talks-Dateien"}, {"Talks-Dateien"}),
    ({"Talks.html", "talks_FICHIERS"}, {"talks_FICHIERS"}),
    ({"Talks_files"}, set()),
    ({"Talks.txt", "Talks_files"}, set()),
    ({"Talks.html", "Other_files"}, set()),
    (
        {"index.html", "index.json", "output.html", "singlefile.html", "warc"},
        {"index.html", "index.json", "output.html", "warc"},
    ),
    ({"index.html", "index.json", "readability", "mercury"}, {"index.html", "index.json", "mercury"}),
    ({"index.html", "index.json", "headers.json", "example.org"}, {"index.html", "index.json", "headers.json"}),
    ({"content.html", "content.txt", "article.json"}, {"content.txt", "article.json"}),
    ({"archive", "index.sqlite3", "index.html", "sources"}, {"index.html", "sources"}),
    ({"archive", "index.html", "a.html"}, set()),
    ({"index.html", "index.json"}, set()),
]


@pytest.mark.parametrize(("names", "belonging"), FOLDERS)
def test_it_belongs_to_a_page(names: set[str], belonging: set[str]) -> None:
    assert companions(names) == belonging


def test_a_page_that_was_saved_with_all_that_belongs_to_it_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "Talks_files").mkdir()
    for name in ("Talks.html", "Talks_files/ad.html", "Talks_files/style.css"):
        (tmp_path / name).write_text("words")
    found = found_files([tmp_path], tmp_path / ".dateline")
    assert [each.path.name for each in found if isinstance(each, FoundFile)] == ["Talks.html"]
    inside = found_files([tmp_path / "Talks_files"], tmp_path / ".dateline")
    assert len([each for each in inside if isinstance(each, FoundFile)]) == 2
