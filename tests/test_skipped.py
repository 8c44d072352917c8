"""What of the files gave no article, from the build to the page."""

from pathlib import Path

import pytest

from index.article import Skipped
from index.build import update_index
from index.errors import IndexOutdated
from index.file_catalog import Catalog, FileRecord, skipped_in
from index.generation_files import CATALOG
from search import skipped
from search.skipped import Beginning, Reason, by_reason
from search.snapshots import Snapshots
from tests.shown_page import ShownPage
from web import create_app

SAID = "Engineers found a crack in the pier on Friday, and the bridge was closed at once."


def build(news: Path, folder: Path) -> None:
    """Bring the index up to date."""
    update_index([news], folder, 1, lambda done, todo: None)


def shown(location: Path, url: str) -> ShownPage:
    """A page over the index."""
    answer = create_app(location=str(location)).test_client().get(url, headers={"Host": "localhost"})
    assert answer.status_code == 200
    return ShownPage(answer.text)


def test_it_lists_files_by_reason_the_most_frequent_first() -> None:
    found = by_reason([Skipped("b", "empty"), Skipped("z", "odd"), Skipped("a", "empty")])
    assert (found.total, found.pages, found.page(2)) == (3, 1, ())
    assert found.page(1) == (Reason("empty", 2, ("a", "b")), Reason("odd", 1, ("z",)))
    assert by_reason([]).page(1) == ()


def test_it_tells_on_which_page_each_reason_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skipped, "ON_A_PAGE", 2)
    found = by_reason([*(Skipped(str(number), "empty") for number in range(3)), Skipped("x", "odd"), Skipped("y", "a")])
    assert found.contents() == (Beginning("empty", 3, 1), Beginning("a", 1, 2), Beginning("odd", 1, 3))
    monkeypatch.setattr(skipped, "MOST_REASONS", 1)
    assert len(found.contents()) == 1


def test_it_keeps_so_many_and_counts_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skipped, "MOST_KEPT", 5)
    monkeypatch.setattr(skipped, "ON_A_PAGE", 2)
    found = by_reason(Skipped(str(number), "empty") for number in range(9))
    assert (found.total, found.pages) == (9, 3)
    assert [found.page(number) for number in (2, 3)] == [
        (Reason("empty", 9, ("2", "3")),),
        (Reason("empty", 9, ("4",)),),
    ]


def test_it_reads_from_a_catalog_what_was_skipped_and_nothing_else(tmp_path: Path) -> None:
    skips = (Skipped('/a",[],"', "why\n"), Skipped("/b", '",[],"'))
    records = {
        '/good",[],"/x': FileRecord(1, 2, ("id",), (), "body=x"),
        '/bad",[],"': FileRecord(1, 2, (), skips[:1]),
        "/b": FileRecord(1, 2, (), skips[1:], 'a=",[],"'),
    }
    CATALOG.write(tmp_path, 7, Catalog(records))
    assert tuple(skipped_in(CATALOG.path(tmp_path, 7))) == skips
    with pytest.raises(IndexOutdated):
        list(skipped_in(CATALOG.path(tmp_path, 8)))


def test_it_shows_every_skipped_file_on_a_page_of_its_own(tmp_path: Path) -> None:
    news, folder = tmp_path / "news", tmp_path / "index"
    news.mkdir()
    (news / "good.txt").write_text(f"Bridge closed\n\n{SAID}\n")
    (news / "empty.txt").write_text("")
    (news / "<b>.txt").write_text(" ")
    (news / "gone.txt").symlink_to("nowhere")
    build(news, folder)
    home = shown(folder, "/")
    assert home.links()["3 files were not read, or not whole"] == "/skipped"
    page = shown(folder, "/skipped")
    assert page.texts("p", "byline") == ["3 files or parts of files gave no article"]
    assert set(page.texts("bdi")) == {str(news / name) for name in ("empty.txt", "<b>.txt", "gone.txt")}
    assert "no such file or directory 1" in page.texts("h2")
    assert shown(folder, "/skipped?page=2").links()["page 1"] == "/skipped"


def test_it_forgets_what_can_be_read_again(tmp_path: Path) -> None:
    news, folder = tmp_path / "news", tmp_path / "index"
    news.mkdir()
    (news / "good.txt").write_text(f"Bridge closed\n\n{SAID}\n")
    newest = Snapshots(str(folder))
    build(news, folder)
    assert newest.skipped().total == 0
    assert shown(folder, "/skipped").texts("p", "byline") == ["Every file that was found gave an article."]
    assert "not read" not in " ".join(shown(folder, "/").texts("p"))
    (news / "gone.txt").symlink_to("nowhere")
    build(news, folder)
    assert newest.skipped().page(1) == (Reason("no such file or directory", 1, (str(news / "gone.txt"),)),)
    generation = sorted(folder.iterdir())
    build(news, folder)
    assert sorted(folder.iterdir()) == generation
    (news / "gone.txt").unlink()
    build(news, folder)
    assert newest.skipped().total == 0
