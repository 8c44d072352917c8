"""Every operator of every language: how it is read, in our words, and which articles it finds.

The rows of `operators.tsv` are a language, what is typed, how it is read, and the articles of `operator_corpus` that it
finds. They were written by what the languages are said to mean, and each was looked over.
"""

import re
from pathlib import Path

import pytest

from search.engine import Engine
from search.find import find
from search.language.dialects.dialect_lexer import mended, pattern_of
from search.language.dialects.dialect_reading import GRAMMARS
from search.language.dialects.dialect_words import CASE_CALLS, NATIVE_WORD_FIELDS
from search.language.field_names import DAY_FIELDS, FIELD_FORMS, UNANSWERED
from search.language.lexer import CALL
from search.language.messages import Notes
from search.query import Syntax
from search.request import Request
from tests.built_index import built
from tests.operator_corpus import NEWS, TODAY
from tests.scan_engine import ScanEngine

ROWS: list[tuple[Syntax, str, str, str]] = [
    tuple(line.split("\t"))  # type: ignore[misc]
    for line in (Path(__file__).parent / "operators.tsv").read_text("utf-8").splitlines()
]
SCANNED = ScanEngine(NEWS)


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The same articles in an index of two segments."""
    return built(tmp_path_factory.mktemp("operators"), [NEWS[:5], NEWS[5:]])


def found(engine: Engine, syntax: Syntax, typed: str) -> tuple[str, str]:
    """How a query is read, and what it finds."""
    results = find(engine, Request(typed, syntax=syntax, copies="all", words="all", size=50), TODAY)
    return results.read_as, " ".join(sorted(hit.id for hit in results.hits))


@pytest.mark.parametrize(("syntax", "typed", "read_as", "finds"), ROWS)
def test_an_operator_is_read_so_and_finds_these(syntax: Syntax, typed: str, read_as: str, finds: str) -> None:
    assert found(SCANNED, syntax, typed) == (read_as, finds)


def test_the_index_finds_the_same(indexed: Engine) -> None:
    for syntax, typed, read_as, finds in ROWS:
        if not typed.startswith("story:"):  # which an index works out for itself
            assert found(indexed, syntax, typed) == (read_as, finds), typed


def test_each_finds_some_articles_and_hardly_any_finds_all() -> None:
    assert [typed for _, typed, _, finds in ROWS if not finds] == []
    assert [typed for _, typed, _, finds in ROWS if len(finds.split()) == len(NEWS)] == ["*:*", "*"]


@pytest.mark.parametrize("name", GRAMMARS)
def test_every_operator_field_and_form_of_a_grammar_has_a_row(name: Syntax) -> None:
    grammar = GRAMMARS[name]
    typed = [mended(grammar, row[1], Notes()) for row in ROWS if row[0] == name]
    tokens = [(match.lastgroup or "", match.group()) for text in typed for match in pattern_of(grammar).finditer(text)]
    kinds = {kind for kind, _ in tokens}
    assert [joint for at, joint in enumerate(grammar.joints) if f"j{at}" not in kinds] == []
    assert [form for at, form in enumerate(grammar.specials) if f"s{at}" not in kinds] == []
    words = [text for kind, text in tokens if kind == "word"]
    assert [form for form in grammar.word_forms if not any(re.search(form.pattern, word) for word in words)] == []
    asked = {grammar.call_targets(text) for kind, text in tokens if kind == "call"}
    asked |= {grammar.prefixes.get(re.split("[:=]", text)[0].lower(), ()) for _, text in tokens}
    assert {*grammar.calls.values(), *grammar.prefixes.values()} - asked - NAMED_BY_OURS == set()


NAMED_BY_OURS = {("place",)}
"""What is asked for by a field of ours in every language, and by no other in some."""


@pytest.mark.parametrize("name", GRAMMARS)
def test_every_other_way_to_write_an_operator_and_every_name_of_a_field_has_a_row(name: Syntax) -> None:
    grammar = GRAMMARS[name]
    typed = [re.sub("[0-9]+", "9", row[1].lower()) for row in ROWS if row[0] == name]
    ways = [re.sub("[0-9]+", "9", way.lower()) for form in grammar.joints for way in (form.operator, *form.also)]
    edged = {way: re.sub(r"^(?=\w)|(?<=\w)$", r"\\b", re.escape(way)) for way in ways}
    assert [way for way in ways if not any(re.search(edged[way], text) for text in typed)] == []
    asked = [(call, rf"(?<![\w.-]){re.escape(call.lower())}(?:,[a-z]+)*\(") for call in grammar.calls]
    own = [prefix for prefix in grammar.prefixes if prefix not in NATIVE_WORD_FIELDS]
    asked += [(prefix, rf"\b{prefix.lower()}{grammar.prefix_sign}") for prefix in own]
    shared = {*NATIVE_WORD_FIELDS, *CASE_CALLS}  # which nexis has in every way
    missing = [called for called, pattern in asked if not any(re.search(pattern, text) for text in typed)]
    assert [called for called in missing if name == "nexis" or called not in shared] == []


def test_every_other_name_of_a_field_of_ours_has_a_row() -> None:
    typed = [row[1] for row in ROWS if row[0] == "native"]
    names = [each for form in FIELD_FORMS for each in form.also] + [*DAY_FIELDS, *UNANSWERED]
    missing = [each for each in names if not any(re.search(rf"\b{each}[:><]", text) for text in typed)]
    assert missing == []


def test_every_operator_and_field_of_ours_has_a_row() -> None:
    typed = [row[1] for row in ROWS if row[0] == "native"]
    calls = [call.split("[")[0] for call in CALL.split("|")]
    missing = [call for call in calls if not any(re.match(rf"{call}[0-9]*\(", text) for text in typed)]
    assert missing == ["headline", "byline"]  # which are fields
    fields = [form.scope for form in FIELD_FORMS] + sorted({*DAY_FIELDS.values()})
    assert [field for field in fields if not any(re.search(rf"\b{field}[:><]", text) for text in typed)] == []
    for joint in ("w/2", "pre/2", "not w/1", "w/s", "w/p", "pre/s", "pre/p", "not w/s", "w/seg"):
        assert any(joint in text for text in typed), joint
