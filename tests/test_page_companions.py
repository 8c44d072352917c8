"""What programs put beside a page that they save."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from index.ingest.walk import FoundFile, found_files
from index.web_page.page_companions import companions
from tests.made_files import page, seven_zipped, told, zipped

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


@pytest.mark.parametrize(("packed", "name"), [(zipped, "saved.zip"), (seven_zipped, "saved.7z")])
def test_what_belongs_to_a_page_is_passed_over_in_an_archive_too(
    tmp_path: Path, packed: Callable[[Mapping[str, bytes]], bytes], name: str
) -> None:
    saved = {"in/Talks.html": page("Talks go on").encode(), "in/Talks_files/ad.html": page("Buy a boat").encode()}
    other = {"Other_files/own.html": page("Ferries stop").encode()}
    (tmp_path / name).write_bytes(packed({**saved, **other}))
    assert told(tmp_path / name) == ["Talks go on", "Ferries stop"]


def test_a_page_that_was_saved_with_all_that_belongs_to_it_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "Talks_files").mkdir()
    for name in ("Talks.html", "Talks_files/ad.html", "Talks_files/style.css"):
        (tmp_path / name).write_text("words")
    found = found_files([tmp_path], tmp_path / ".dateline")
    assert [each.path.name for each in found if isinstance(each, FoundFile)] == ["Talks.html"]
    inside = found_files([tmp_path / "Talks_files"], tmp_path / ".dateline")
    assert len([each for each in inside if isinstance(each, FoundFile)]) == 2
