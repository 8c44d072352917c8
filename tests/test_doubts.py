"""What was assumed to read a file is told: by the build, by the article, and on its page."""

import json
from pathlib import Path

import pytest

from cli.printed import article_lines
from index.article import Article, Doubtful
from index.build import update_index
from index.ingest.article_assembly import article_of
from index.readers.source import opened
from index.readers.text import read_text
from index.schema import stored_article, stored_text
from search.language.parser import parse
from search.query import Query
from search.results import article_object
from search.snapshots import open_engine
from tests.test_command import dateline
from web import create_app
from web.openapi.answer_schemas import SCHEMAS

PROSE = "The weir at Olm was opened for a night, and \xb3\xb1 of the boats that lay there were gone by the morning."
"""Two bytes that may be letters of many languages."""
RULED = "".join(f"{'=' * 9}\nBoats of {year}\n{9 + year - 2019} May {year}\n\n{PROSE}\n\n" for year in (2019, 2020))


def articles(path: Path) -> list[Article]:
    """The articles of a text file."""
    with opened(path) as source:
        return [article_of(rough, str(path)) for rough in read_text(source) if not isinstance(rough, Exception)]  # type: ignore[arg-type]


def written(folder: Path, text: str) -> Path:
    """A file with a text whose encoding is in doubt."""
    path = folder / "boats.txt"
    path.write_bytes(text.encode("latin-1"))
    return path


def test_an_article_keeps_what_was_assumed_and_shows_it(tmp_path: Path) -> None:
    (article,) = articles(written(tmp_path, PROSE))
    (doubt,) = article.doubts
    assert doubt.startswith("read as ")
    assert stored_article(stored_text(article, article.body.encode()).decode()) == article
    assert article_object(article)["doubts"] == [doubt]
    assert f"in doubt: {doubt}" in ["".join(text for text, _ in line) for line in article_lines(article)]


def test_an_article_that_is_in_no_doubt_says_nothing_of_it(tmp_path: Path) -> None:
    (article,) = articles(written(tmp_path, PROSE.replace("\xb3\xb1", "some")))
    assert article.doubts == ()
    assert "doubts" not in article_object(article)


def test_a_build_tells_what_it_read_in_doubt_once(tmp_path: Path) -> None:
    text = f"{'=' * 9}\n{PROSE} {PROSE}\n" + RULED
    path = written(tmp_path, text)
    (tmp_path / "calm.txt").write_text("The weir at Olm stays as it is.")
    report = update_index([tmp_path], tmp_path / ".dateline", 1, lambda done, total: None)
    several = "looks like 2 articles (rules), and is read as one"
    assert Doubtful(str(path), several) in report.doubtful
    assert {doubt.path for doubt in report.doubtful} == {str(path)}
    assert f"{len(report.doubtful)} in doubt; 2 articles" in report.in_words("index")
    again = update_index([tmp_path], tmp_path / ".dateline", 1, lambda done, total: None)
    assert (again.doubtful, "in doubt" in again.in_words("index")) == ((), False)
    engine = open_engine(str(tmp_path / ".dateline"))
    (id,) = (each.id for each in engine.match(Query(parse("boats").clause), 5).candidates)
    assert several in engine.fetch([id])[0].doubts
    page = create_app(location=str(tmp_path / ".dateline")).test_client().get(f"/article/{id}").text
    assert several in page
    described = SCHEMAS["Article"]["properties"]
    assert isinstance(described, dict)
    assert set(article_object(engine.fetch([id])[0])) - set(described) == set()


def test_the_command_names_it(tmp_path: Path) -> None:
    written(tmp_path, PROSE)
    said = dateline("index", "boats.txt", cwd=tmp_path)
    assert "in doubt" in said.stderr
    assert "boats.txt: read as " in said.stderr
    told = json.loads(dateline("index", "boats.txt", "--rebuild", "--json", cwd=tmp_path).stdout)
    assert [Path(doubt["path"]).name for doubt in told["doubtful"]] == ["boats.txt"]


@pytest.mark.parametrize(
    ("table", "doubts"),
    [
        ('[{"title": "The weir", "date": "2019-05-10", "text": ""}]',
         ["the text is empty (field: text): only the headline is read"]),
        ('{"title": "The weir", "date": "2019-05-10", "views": 7}\n',
         ["no field that holds a text: only the headline is read"]),
        ("title,date,text\nThe weir,2019-05-10,\n", ["the text is empty (field: text): only the headline is read"]),
        ("title,date,url\nThe weir,2019-05-10,https://olm.example/1\n"
         "The lock,2019-05-11,https://olm.example/2\n", ["no field that holds a text: only the headline is read"]),
        ("title,date,text\nThe weir,2019-05-10,It was open for a night.\n", []),
    ],
)  # fmt: skip
def test_a_table_or_json_without_texts_says_whether_it_has_a_field_for_them(
    tmp_path: Path, table: str, doubts: list[str]
) -> None:
    ending = {"[": "json", "{": "jsonl"}.get(table[0], "csv")
    path = tmp_path / f"weirs.{ending}"
    path.write_text(table, "utf-8")
    report = update_index([path], tmp_path / "index", 1, lambda done, todo: None)
    assert [each.why for each in report.doubtful] == doubts
    assert report.articles == table.count("The ")
