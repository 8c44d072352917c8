"""How to ask: every operator that a parser reads is in the table of its language, and its example runs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.article import Article, Published
from search.find import find
from search.language.dialects.dialect_reading import GRAMMARS, read_query
from search.language.dialects.grammar import EXAMPLE_PAIR, JointForm
from search.language.field_names import DAY_FIELDS, FIELD_FORMS, UNANSWERED
from search.language.lexer import CALL
from search.language.messages import BORROWED
from search.query import Syntax
from search.query_help.dialect_operators import dialect_table
from search.query_help.example_words import SAMPLES, example_words, in_words_of
from search.query_help.native_operators import native_table
from search.query_help.operator_rows import OperatorTable
from search.query_help.query_tables import operator_tables, query_tables
from search.request import Request
from search.snapshots import open_engine
from tests.scan_engine import ScanEngine
from tests.test_command import SEEDS, dateline

DAY = date(2022, 11, 9)
NEWS = Article(
    "0123456789abcdef",
    "/news/1.txt",
    "Kherson offensive begins",
    True,
    "Grain exports resumed on Wednesday, officials said.\n\nThe grain left Odesa, said Jane Smith of NATO. "
    "“Diplomacy opens doors,” Milley told reporters. Exports matter, and negotiators gathered again in Turkey.",
    "CNN",
    "https://www.cnn.com/2022/11/09/grain",
    "Jane Smith",
    "Kyiv",
    Published(DAY, DAY, "day", "stated", "9 Nov"),
)
OTHER = replace(NEWS, id="f" * 16, title="Court sits", body="Immigration lawyers waited.", source=None, author=None)


def typed_in(table: OperatorTable) -> str:
    """All that a table shows."""
    return "\n".join(text for part in table.sections for row in part.rows for text in (row.typed, *row.also))


@pytest.mark.parametrize("name", GRAMMARS)
def test_the_table_of_a_dialect_has_all_that_its_grammar_reads(name: str) -> None:
    grammar = GRAMMARS[name]
    shown = typed_in(dialect_table(grammar))
    rows = {row.typed for part in dialect_table(grammar).sections for row in part.rows}
    for joint in grammar.joints:
        assert joint.operator in (shown if joint.remark != BORROWED else dialect_table(grammar).differences[-1]), joint
    assert {form.example for form in grammar.word_forms} <= rows
    assert {form.example for form in grammar.specials} | {grammar.space.example} <= rows
    missing = [field for field in grammar.calls if f"{field}(" not in shown]
    missing += [field for field in grammar.prefixes if not re.search(rf"(?m)^{field}[(=:]", shown)]
    assert missing == []


def test_who_knows_nexis_finds_brackets_and_operators_in_fields() -> None:
    rows = {row.typed: row.finds for part in dialect_table(GRAMMARS["nexis"]).sections for row in part.rows}
    assert rows["(peace or talks) and nato"] == "what stands in brackets first, whatever binds tighter"
    assert rows["title(Kherson or talks)"] == "operators stand in the brackets of a field, too"
    capitals = read_query("(peace OR talks) W/P HLEAD(nato)", None, "nexis").clause
    assert capitals == read_query("(peace or talks) w/p hlead(nato)", None, "nexis").clause


def test_brackets_are_shown_with_the_operators_that_people_use() -> None:
    rows = {
        row.typed
        for name in ("proquest", "google")
        for part in dialect_table(GRAMMARS[name]).sections
        for row in part.rows
    }
    assert {"(peace OR talks) AND nato"} == {typed for typed in rows if typed.startswith("(")}


JOINTS = [(grammar.name, joint) for grammar in GRAMMARS.values() for joint in grammar.joints]


@pytest.mark.parametrize(("name", "joint"), JOINTS, ids=[f"{name}-{joint.operator}" for name, joint in JOINTS])
def test_other_ways_to_write_an_operator_read_as_it_does(name: Syntax, joint: JointForm) -> None:
    first, last = EXAMPLE_PAIR
    number = "".join(filter(str.isdigit, joint.operator))
    for other in joint.also:
        typed = f"{first} {re.sub('[0-9]+', number, other)}{'' if other.endswith('-') else ' '}{last}"
        assert read_query(typed, None, name).clause == read_query(joint.example, None, name).clause, typed


def test_the_table_of_ours_has_all_that_the_parser_reads() -> None:
    shown = typed_in(native_table())
    called = [call.split("[")[0] for call in CALL.split("|")]
    told = " ".join(row.finds for part in native_table().sections for row in part.rows)
    assert [name for name in called if name not in ("headline", "byline") and f"{name}" not in shown + told] == []
    assert [form.scope for form in FIELD_FORMS if not re.search(rf"(?m)^{form.scope}[:><]", shown)] == []
    assert [name for form in FIELD_FORMS for name in form.also if f"{name}:" not in shown] == []
    assert [name for name in UNANSWERED if f"{name}:" not in shown] == []
    assert [name for name in set(DAY_FIELDS.values()) if f"{name}:" not in shown + told] == []


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the sample articles."""
    location = tmp_path_factory.mktemp("help") / "index"
    assert dateline("index", SEEDS, "--index", location, cwd=location.parent).returncode == 0
    return location


def examples(location: Path) -> Iterator[tuple[str, str, int]]:
    """Each example that is said to run: its language, itself, and how many articles it finds."""
    engine = open_engine(str(location))
    for table in query_tables(engine):
        for row in (row for part in table.sections for row in part.rows if row.runs):
            yield table.syntax, row.typed, find(engine, Request(row.typed, syntax=table.syntax)).total


def test_every_example_finds_something_in_the_index_of_the_reader(seeds: Path) -> None:
    found = list(examples(seeds))
    assert [(syntax, typed) for syntax, typed, total in found if total == 0] == []
    assert {syntax for syntax, *_ in found} == {"native", *GRAMMARS}
    assert len(found) > 150


def test_examples_are_in_words_of_the_article_that_has_most_of_what_they_need() -> None:
    words = example_words(ScanEngine([OTHER, NEWS]))
    assert (words["peace"], words["talks"], words["CNN"], words["Smith"]) == ("exports", "resumed", "CNN", "Smith")
    assert in_words_of("peace w/5 talks", words) == "exports w/5 resumed"
    assert in_words_of("peace/N30/talks and wom?n", words) == "exports/N30/resumed and off?cials"
    assert in_words_of("date aft 11/01/2022", words) == "date aft 11/08/2022"
    assert in_words_of("published:[2022-11-01 TO 2022-11-30]", words) == "published:[2022-11-08 TO 2022-11-09]"
    assert in_words_of("date from 20221101 to 20221130", words) == "date from 20221108 to 20221109"
    assert words["nato"] not in NEWS.body.lower()


def test_examples_are_made_of_little_of_long_articles() -> None:
    newer = Published(date(2023, 1, 1), date(2023, 1, 1), "day", "stated", "1 Jan")
    begins = "".join(f"Grain lot {number} weighs much, harbour masters said again.\n\n" for number in range(200))
    long = [replace(OTHER, id="a" * 16, body=begins + "A zeppelin landed.\n\n" * 6_000, published=newer)]
    assert example_words(ScanEngine([*long, NEWS])) == example_words(ScanEngine([NEWS]))
    alone = example_words(ScanEngine(long))
    assert (alone["peace"], alone["talks"]) == ("harbour", "masters")
    assert "zeppelin" not in alone.values(), "it is said most often, and late"
    assert "nato" not in alone, "nobody has looked at all that a long article says"


def test_what_no_article_has_is_shown_in_words_of_others_and_leads_nowhere() -> None:
    assert example_words(ScanEngine([])) == {}
    (ours, *_) = query_tables(None)
    assert [row.typed for part in ours.sections for row in part.rows if row.runs] == []
    assert in_words_of("author:Smith", {"peace": "grain"}) is None
    nameless = replace(NEWS, source='A "B" C', author=None)
    assert not {"CNN", "Smith"} & set(example_words(ScanEngine([nameless])))


def test_every_word_that_stands_for_others_is_in_an_example() -> None:
    shown = "\n".join(map(typed_in, operator_tables()))
    assert sorted(sample for sample in SAMPLES if sample not in shown and sample != "800") == []


def test_the_command_tells_how_to_ask_in_each_language(seeds: Path, tmp_path: Path) -> None:
    ours = dateline("help", "query", "--index", str(seeds), cwd=tmp_path).stdout
    assert "title:" in ours
    assert "within five words" in ours
    nexis = dateline("help", "query", "--syntax", "nexis", "--index", str(seeds), cwd=tmp_path)
    assert nexis.stdout.startswith("How to ask as Nexis writes it\n")
    assert "or > not w/n, pre/n, w/n" in nexis.stdout
    without_index = dateline("help", "query", cwd=tmp_path)
    assert (without_index.returncode, "peace w/5 talks" in without_index.stdout) == (0, True)
    assert "Usage: dateline show " in dateline("help", "show", cwd=tmp_path).stdout
    assert dateline("help", cwd=tmp_path).stdout == dateline("--help", cwd=tmp_path).stdout
    assert dateline("help", "nothing", cwd=tmp_path).returncode == 2
