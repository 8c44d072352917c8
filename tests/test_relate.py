"""What is known only when all articles are there."""

import json
import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from index.article import Article, Removed
from index.build import rebuild_index, update_index
from index.cleaning.repeated_lines import RULE
from index.columns.kept_documents import LiveSegment
from index.storage.arrays import Array
from index.stories import document_vectors
from index.stories.document_vectors import numbered
from index.verify import wrong_files
from search.clauses import About, Everything, Phrase
from search.find import find
from search.query import Query
from search.request import Request
from search.snapshots import open_engine

SEEDS = Path(__file__).parent.parent / "seeds"
APP = "Get our free app for the latest on this and more."
WIRE = "Written with reports of the wire and of our desk in the capital."
TEXTS = {
    "flood": "The river broke its dam on Monday night and flooded the lower town, where two bakeries stood in water. "
    "Firemen carried sandbags to a school, rowed families to dry ground and pumped cellars until dawn.",
    "chess": "A student of nineteen beat the champion in a game that lasted seven hours and ended with bare kings. "
    "Spectators whispered about a pawn that nobody had seen, and clocks ran down to seconds twice.",
    "bees": "Keepers of bees in the valley count fewer hives each spring, and blame mites that came with the trade. "
    "Orchards rent swarms from beyond the mountains, honey grows dear, and children paint wooden boxes.",
    "tram": "Drivers of trams will park them for a day because the depot has neither heat nor hot water since August. "
    "Their union wants boilers, passengers walk or cycle, and taxis queue outside the railway station.",
}


def write(folder: Path, name: str, *lines: str, site: str = "daily.example", text: str | None = None) -> None:
    """A file with one article of a site; its text is that of TEXTS when none is given."""
    folder.mkdir(exist_ok=True)
    whole = "\n\n".join((text or TEXTS[name], *lines))
    fields = {"title": name.title(), "url": f"https://{site}/{name}", "text": whole}
    (folder / f"{name}-{site}.json").write_text(json.dumps(fields), "utf-8")


def update(news: Path, index: Path) -> Mapping[str, Article]:
    """The articles after an update, by the names of their files."""
    update_index([news], index, 1, lambda done, todo: None)
    engine = open_engine(str(index))
    articles = engine.fetch([candidate.id for candidate in engine.match(Query(Everything()), 100).candidates])
    return {Path(article.path).name.partition("-")[0]: article for article in articles}


def test_it_leaves_out_a_line_that_a_site_repeats_under_three_stories(tmp_path: Path) -> None:
    for name in ("flood", "chess", "bees"):
        write(tmp_path / "news", name, *([WIRE] if name != "bees" else []), APP)
    articles = update(tmp_path / "news", tmp_path / "index")
    assert [article.body for article in articles.values() if APP in article.body] == []
    assert articles["flood"].body == f"{TEXTS['flood']}\n\n{WIRE}"
    assert articles["flood"].removed == (Removed(APP, RULE, 2),)
    found = open_engine(str(tmp_path / "index")).match(Query(Phrase("free app", ("free", "app"))), 10)
    assert (found.total, wrong_files(tmp_path / "index")) == (0, [])


def test_it_leaves_it_out_of_articles_that_were_there_before_and_of_those_that_come_later(tmp_path: Path) -> None:
    news, index = tmp_path / "news", tmp_path / "index"
    write(news, "flood", APP)
    write(news, "chess", APP)
    assert update(news, index)["flood"].body == f"{TEXTS['flood']}\n\n{APP}"
    write(news, "bees", APP)
    assert {name: article.body for name, article in update(news, index).items()} == {
        name: TEXTS[name] for name in ("flood", "chess", "bees")
    }
    write(news, "tram", APP)
    assert update(news, index)["tram"].body == TEXTS["tram"]


def test_a_line_comes_back_where_it_stood_when_the_other_articles_with_it_leave(tmp_path: Path) -> None:
    news, index = tmp_path / "news", tmp_path / "index"
    write(news, "flood", APP, WIRE)
    for name in ("chess", "bees"):
        write(news, name, APP)
    before = update(news, index)["flood"]
    assert (before.body, before.removed) == (f"{TEXTS['flood']}\n\n{WIRE}", (Removed(APP, RULE, 1),))
    (news / "bees-daily.example.json").unlink()
    after = update(news, index)
    assert (after["flood"].body, after["flood"].removed) == (f"{TEXTS['flood']}\n\n{APP}\n\n{WIRE}", ())
    found = open_engine(str(index)).match(Query(Phrase("free app", ("free", "app"))), 10)
    assert (found.total, wrong_files(index)) == (2, [])


def test_articles_shorter_than_the_footer_that_they_share_are_no_story(tmp_path: Path) -> None:
    footer = f"{APP} {WIRE} The Daily Example is printed in the old town, by the river, and read all over the valley."
    halves = {f"{name}{number}": half for name, text in TEXTS.items() for number, half in enumerate(text.split(". "))}
    six = dict([*halves.items()][:6])
    for name, text in six.items():
        write(tmp_path / "news", name, footer, text=text)
    articles = update(tmp_path / "news", tmp_path / "index")
    assert {(name, article.body, article.story, article.wording) for name, article in articles.items()} == {
        (name, text, None, None) for name, text in six.items()
    }


def test_a_date_goes_with_the_article_that_told_it(tmp_path: Path) -> None:
    news, index = Path(shutil.copytree(SEEDS, tmp_path / "news")), tmp_path / "index"
    update(news, index)
    assert about(index, date(2022, 11, 14)) == {"004"}
    for stated in ("000_9102dc1dd2ac0ff1.txt", "002_645b49bcd7d0ac49.txt"):
        (news / stated).unlink()
    assert [article.published for article in update(news, index).values()] == [None] * 3
    assert about(index, date(2022, 11, 14)) == set()


def test_days_are_counted_from_a_date_that_the_other_articles_of_the_story_tell(tmp_path: Path) -> None:
    news, index = Path(shutil.copytree(SEEDS, tmp_path / "news")), tmp_path / "index"
    stated = news / "000_9102dc1dd2ac0ff1.txt"
    aside = stated.rename(tmp_path / stated.name)
    other = (news / "002_645b49bcd7d0ac49.txt").rename(tmp_path / "002.txt")
    update(news, index)
    assert about(index, date(2022, 11, 14)) == set()  # no article of the three states when it was published
    aside.rename(stated)
    other.rename(news / "002_645b49bcd7d0ac49.txt")
    update(news, index)
    assert about(index, date(2022, 11, 14)) == {"004"}  # "on Monday", in an article of 14 to 16 November
    (hit,) = find(open_engine(str(index)), Request("about:2022-11-14")).hits
    assert [text for text, is_marked in hit.snippet if is_marked] == ["Monday"]
    rebuild_index([news], index, 1, lambda done, todo: None)
    assert about(index, date(2022, 11, 14)) == {"004"}
    assert wrong_files(index) == []


def about(index: Path, day: date) -> set[str]:
    """The numbers of the seeds that name a day."""
    engine = open_engine(str(index))
    found = engine.match(Query(About(day, day)), 10).candidates
    return {Path(article.path).name[:3] for article in engine.fetch([candidate.id for candidate in found])}


def test_it_keeps_a_line_that_only_copies_of_one_story_or_other_sites_share(tmp_path: Path) -> None:
    news = tmp_path / "news"
    write(news, "flood", APP)
    write(news, "chess", APP, site="weekly.example")
    write(news, "bees", APP, site="hourly.example")
    for copy in "abc":
        path = news / f"flood-daily.example.{copy}.json"
        path.write_bytes((news / "flood-daily.example.json").read_bytes())
    assert all(APP in article.body for article in update(news, tmp_path / "index").values())


def test_it_looks_at_the_words_of_all_articles_once_though_some_are_dated_by_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = []

    def counted(parts: Sequence[LiveSegment]) -> tuple[Sequence[Array], Mapping[bytes, int]]:
        looks.append(len(parts))
        return numbered(parts)

    monkeypatch.setattr(document_vectors, "numbered", counted)
    update_index([SEEDS], tmp_path / "index", 1, lambda done, todo: None)
    engine = open_engine(str(tmp_path / "index"))
    articles = engine.fetch([candidate.id for candidate in engine.match(Query(Everything()), 9).candidates])
    assert sum(article.published is not None and article.published.how == "inferred" for article in articles) == 3
    assert looks == [1]
