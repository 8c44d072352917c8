"""The documents keep what they say: commands run, paths exist, and what the code knows is told, and nothing else."""

import argparse
import json
import re
import shlex
import shutil
import string
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
from flask.testing import FlaskClient

from cli.commands import cli
from index.readers.kinds import BY_ENDING
from search.clauses import Phrase, Word
from search.language.field_names import DAY_FIELDS, FIELD_FORMS, SCOPES
from search.language.lexer import QUOTES
from search.language.messages import UNKNOWN_FIELD
from search.language.parser import Reading, parse
from search.language.serializer import written
from search.request import Request
from tests.bench.__main__ import parser as bench_parser
from tests.extraction.__main__ import parser as extraction_parser
from tests.relevance.__main__ import parser as relevance_parser
from tests.stories import parser as stories_parser
from tests.test_command import ROOT, SEEDS, dateline
from tests.test_serve import answer, served
from web import create_app
from web.links import arguments

README, CONTRIBUTING, ARCHITECTURE, CHANGELOG, SECURITY = (
    (ROOT / f"{name}.md").read_text("utf-8")
    for name in ("README", "CONTRIBUTING", "ARCHITECTURE", "CHANGELOG", "SECURITY")
)
SPAN = re.compile(r"`([^`\n]+)`")
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*|-[a-z](?= [A-Z]))")


def section(document: str, title: str) -> str:
    """What stands under a heading, up to the next one of the same height; it must be there."""
    marks, _, _ = title.partition(" ")
    found = re.search(rf"^{re.escape(title)}$\n(.*?)(?=^{marks} |\Z)", document, re.MULTILINE | re.DOTALL)
    assert found, f"no heading {title!r}"
    return found[1]


def table_rows(text: str) -> list[list[str]]:
    """The cells of the tables in a text, without their heads."""
    rows = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]
    heads = {at - 1 for at, row in enumerate(rows) if row.startswith("|---")}
    return [row for at, row in enumerate(cells) if at not in heads and not rows[at].startswith("|---")]


def code_lines(document: str) -> list[str]:
    """The lines of code in a document, without what is remarked behind them."""
    return [
        shlex.join(shlex.split(line, comments=True)) for line in re.findall(r"^    (\S.*)$", document, re.MULTILINE)
    ]


# Commands


COMMANDS = [line for line in code_lines(README) if line.startswith("dateline ")]
AN_ID = re.compile(r"\b[0-9a-f]{16}\b")
TABLE = 'headline,content,day\nTalks go on,"Talks about peace went on in Geneva, two diplomats said.",2022-11-11\n'


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the commands of the README speak of, and an index of its articles."""
    folder = tmp_path_factory.mktemp("reader")
    shutil.copytree(SEEDS, folder / "articles")
    (folder / "export.csv").write_text(TABLE)
    (folder / "queries.tsv").write_text("1\tpeace talks\n")
    (folder / "judgments.qrels").write_text(f"1 0 {next(SEEDS.iterdir()).stem} 1\n")
    assert dateline("index", "articles/", cwd=folder).returncode == 0
    return folder


def first_hit(place: Path) -> dict[str, Any]:
    """A dated article that holds the word which the README asks for."""
    lines = dateline("search", "talks", "source:CNN", "--json", cwd=place).stdout.splitlines()
    found: dict[str, Any] = json.loads(lines[0])
    return found


@pytest.mark.parametrize("line", [line for line in COMMANDS if not line.startswith("dateline serve")])
def test_a_command_of_the_readme_does_something(place: Path, line: str) -> None:
    if "--semantic" in line:
        pytest.importorskip("onnxruntime", reason="the semantic extra is not installed")
    _, *typed = shlex.split(AN_ID.sub(first_hit(place)["id"], line))
    done = dateline(*typed, cwd=place)
    assert (done.returncode, bool(done.stdout)) == (0, True), done.stderr


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith("dateline serve")])
def test_a_server_of_the_readme_answers(place: Path, line: str) -> None:
    _, _, *typed = shlex.split(line)
    with served(*typed, cwd=place) as address:
        assert answer(f"{address}/?q=talks")[0] == 200


def test_every_line_of_code_is_a_command_that_is_tried() -> None:
    assert COMMANDS
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    spans = [
        span
        for document in (README, CONTRIBUTING, ARCHITECTURE, CHANGELOG, SECURITY)
        for span in SPAN.findall(document)
    ]
    lines = [*code_lines(README), *code_lines(CONTRIBUTING), *(span for span in spans if span.startswith("make "))]
    for line in lines:
        program, *typed = shlex.split(line)
        if program == "make":
            target, *rest = typed
            assert target in targets, f"make knows no {target}"
            for variable, _, given in (each.partition("=") for each in rest):
                assert is_understood(VARIABLES[variable], given), line
        elif typed[:1] == ["-m"]:
            _, module, *arguments_of_it = typed
            assert is_understood(MODULES[module], shlex.join(arguments_of_it)), line
        else:
            assert program == "dateline" or line in INSTALLERS, f"{line!r} is not tried by any test"


INSTALLERS = {"pipx install .", "uv tool install ."}
"""What tests/test_installed.py does without them: a wheel in an environment of its own."""


MODULES = {"tests.bench": bench_parser, "tests.relevance": relevance_parser}
VARIABLES = {
    "BENCH": bench_parser,
    "RELEVANCE": relevance_parser,
    "READING": extraction_parser,
    "STORIES": stories_parser,
}


def is_understood(parser: Callable[[], argparse.ArgumentParser], typed: str) -> bool:
    """What is typed behind a program of ours is understood by it."""
    try:
        parser().parse_args(shlex.split(typed))
    except SystemExit:
        return False
    return True


# Options


def options_of(command: click.Command) -> set[str]:
    """The options of a command, as they are typed."""
    with click.Context(command) as context:
        options = [param for param in command.get_params(context) if isinstance(param, click.Option)]
        return {name for option in options for name in (*option.opts, *option.secondary_opts)} - {"-h"}


def every_command(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """All commands by their names, those below others behind their names."""
    for name, command in group.commands.items():
        yield f"{before}{name}", command
        if isinstance(command, click.Group):
            yield from every_command(command, f"{before}{name} ")


EVERY_COMMAND = {"": cli, **dict(every_command(cli))}


def test_every_option_is_documented_at_its_command_and_no_other_is() -> None:
    documented: dict[str, set[str]] = {name: set() for name in EVERY_COMMAND}
    everywhere: set[str] = set()
    for names, options in table_rows(section(README, "## Two commands")):
        told = set(OPTION.findall(options))
        if names.startswith("each"):
            everywhere |= told
        for name in SPAN.findall(names):
            documented[name.removeprefix("dateline").strip()] |= told
    known = {name: options_of(command) for name, command in EVERY_COMMAND.items()}
    assert {name: told if "--help" in told else told | everywhere for name, told in documented.items()} == known


def test_no_option_is_named_that_no_command_has() -> None:
    known = set().union(*map(options_of, EVERY_COMMAND.values()), MAKES_OWN)
    for document in (README, ARCHITECTURE, CHANGELOG, SECURITY):
        named = {option for span in SPAN.findall(document) for option in OPTION.findall(span)}
        assert named <= known, f"no command has {sorted(named - known)}"


MAKES_OWN = {option for parser in MODULES.values() for action in parser()._actions for option in action.option_strings}


# The query language


ASKING = section(README, "## Asking")
SPELLINGS = [span for first, *_ in table_rows(ASKING) for span in SPAN.findall(first)]
PLAIN = {"peace talks", "kiev", "ceasefire", 'person:"Mark Milley"', "org:NATO"}
"""Queries of the table that are words and nothing else, or mean the same."""


def changelog_spellings() -> list[str]:
    """The queries that the changelog shows: what stands in code where it tells of asking, and is nothing else."""
    asking = "".join(re.findall(r"^### Asking$(.*?)(?=^##|\Z)", CHANGELOG, re.MULTILINE | re.DOTALL))
    return [span for span in SPAN.findall(asking) if not span.startswith(("dateline ", "-", "/"))]


@pytest.mark.parametrize("spelling", [*SPELLINGS, *changelog_spellings()])
def test_a_spelling_works_and_says_more_than_its_words(spelling: str) -> None:
    reading = parse(spelling)
    assert reading.notes == ()
    assert parse(written(reading.clause)).clause == reading.clause
    in_words = parse(" ".join(word for word in re.findall(r"\w+", spelling) if word not in ("AND", "OR", "NOT")))
    assert spelling in PLAIN or meaning(reading) != meaning(in_words)


def meaning(reading: Reading) -> tuple[object, ...]:
    """What is asked for, whichever way words and phrases were typed."""
    clauses = (reading.clause, reading.loosened)
    return tuple(replace(each, typed="") if isinstance(each, Word | Phrase) else each for each in clauses)


def test_every_field_is_documented_and_no_other_is() -> None:
    known = {*(form.scope for form in FIELD_FORMS), *DAYS_TOLD}
    assert set(re.findall(r"\b([a-z]+):(?=\S)", " ".join(SPELLINGS))) == known
    listed = UNKNOWN_FIELD.rpartition("the fields are ")[2]
    assert set(re.findall(r"\w+", listed)) - {"and"} == known
    unknown = UNKNOWN_FIELD.partition(" {")[0]
    for name in (*SCOPES, *DAY_FIELDS):
        assert not any(note.startswith(unknown) for note in parse(f"{name}:2022").notes), name
    assert any(note.startswith(unknown) for note in parse("artist:2022").notes)


DAYS_TOLD = ("since", "until", "date", "about")
"""Those among the fields of days that are ours; others are what people call these otherwise."""


def test_every_operator_is_documented_and_no_other_is() -> None:
    known = set(signs_that_mean_something())
    shown = " ".join(SPELLINGS)
    alone = {span for span in SPAN.findall(ASKING) if not re.search(r"\w", span)}
    in_capitals = set(re.findall(r"\b[A-Z]{2,}\b", shown)) - {"CNN", "NATO"}
    told = set(re.findall(r"[^\w\s:./]", shown)) | in_capitals | alone
    assert told == known, f"not told: {sorted(known - told)}; not known: {sorted(told - known)}"


def signs_that_mean_something() -> Iterator[str]:
    """The marks and words in capitals that change what is asked for, wherever one may stand."""
    alone = [*string.punctuation, "AND", "OR", "NOT", "NEAR", "XOR"]
    found = [sign for sign in alone if any(changes(before, sign, after) for before, after in GAPS)]
    yield from found
    doubled = (2 * sign for sign in string.punctuation if sign not in found)
    yield from (sign for sign in doubled if any(changes(before, sign, after) for before, after in GAPS))
    for opening, closing in [("(", ")"), ("[", "]"), ("{", "}"), ("<", ">")]:
        if parse(f"{opening}peace OR truce{closing} talks").clause != parse("peace OR truce talks").clause:
            yield from (opening, closing)
    assert all(isinstance(parse(f"{mark}peace talks{mark}").clause, Phrase) for mark in QUOTES)
    yield '"'


GAPS = [("peace ", " talks"), ("peace ", "talks"), ("peace", " talks"), ("pe", "ce"), ("length", "800")]


def changes(before: str, sign: str, after: str) -> bool:
    """The sign between these is more than a space, a letter, or what holds the parts of a word together."""
    read = parse(before + sign + after)
    is_apart = before.endswith(" "), after.startswith(" ")
    if (sign.isalpha() and not all(is_apart)) or (isinstance(read.clause, Word | Phrase) and not any(is_apart)):
        return False
    others = [before + after, f"{before} {after}", f'"{before} {after}"']
    others += [f"{before} {sign.lower()} {after}"] if sign.isalpha() else []
    return sign != ":" and in_small_letters(read) not in [in_small_letters(parse(other)) for other in others]


def in_small_letters(reading: Reading) -> str:
    """What is asked for, whichever way its words were typed."""
    return repr(meaning(reading)).casefold()


# Paths


def named_paths(document: str) -> set[str]:
    """The paths that a document names in code or links to, apart from those that only come to be."""
    spans = [span for span in SPAN.findall(document) if re.fullmatch(r"[\w.-]+(/[\w.-]+)*/?", span)]
    paths = {span for span in spans if "/" in span or span.endswith((".py", ".md", ".toml")) or span == "Makefile"}
    links = {link for link in re.findall(r"\]\(([^)#]+)\)", document) if "://" not in link}
    days = re.compile(r"[\d./-]+")
    made = re.compile(r"\.(venv|data|dateline|bench)(/|$)|__init__\.py$")
    return {path for path in paths | links if not made.match(path) and not days.fullmatch(path)}


@pytest.mark.parametrize("name", ["README", "CONTRIBUTING", "ARCHITECTURE", "SECURITY"])
def test_every_path_that_is_named_exists(name: str) -> None:
    paths = named_paths((ROOT / f"{name}.md").read_text("utf-8")) - set(BY_ENDING)
    assert len(paths) > 5
    for path in sorted(paths):
        is_right = (ROOT / path).is_dir() if path.endswith("/") else (ROOT / path).is_file()
        assert is_right, f"{name}.md names {path}, which is not there"


def test_every_room_has_a_question_in_the_architecture() -> None:
    rooms = {path.parent.relative_to(ROOT).as_posix() + "/" for path in ROOT.glob("*/*/__init__.py")}
    rooms = {room for room in rooms if not room.startswith("tests/")} | {"cli/", "web/"}
    rows = table_rows(section(ARCHITECTURE, "## What does each room answer?"))
    assert {room for first, question in rows for room in SPAN.findall(first) if question} == rooms


def test_every_ending_in_the_readme_is_of_a_kind_of_file_that_is_read() -> None:
    endings = {span for first, *_ in table_rows(section(README, "## What it reads")) for span in SPAN.findall(first)}
    assert endings
    assert endings <= set(BY_ENDING)


# What programs get


KEYS = [(first, rest) for first, rest in table_rows(section(README, "## For programs"))]


def told_keys(of: str) -> list[str]:
    """The keys that the README tells of an answer, in their order."""
    (rest,) = [rest for first, rest in KEYS if f"`{of}`" in first]  # one row has it
    return SPAN.findall(rest)


@pytest.fixture(scope="module")
def client(place: Path) -> FlaskClient:
    """The page over the index of that place."""
    return create_app(location=str(place / ".dateline")).test_client()


def test_every_key_of_the_command_is_documented_and_no_other_is(place: Path, tmp_path: Path) -> None:
    def printed(*typed: str, cwd: Path = place) -> Any:
        return json.loads(dateline(*typed, "--json", cwd=cwd).stdout.splitlines()[0])

    hit = first_hit(place)
    assert told_keys("dateline search --json") == list(hit)
    assert told_keys("published") == list(hit["published"])
    assert [*hit, *told_keys("dateline show --json")] == list(printed("show", hit["id"]))
    assert told_keys("dateline index --json") == list(printed("index", "articles/"))
    assert told_keys("dateline index --verify --json") == list(printed("index", "--verify"))
    assert told_keys("dateline eval --json") == list(printed("eval", "queries.tsv", "judgments.qrels"))
    (tmp_path / "empty.txt").touch()
    (skipped,) = printed("index", ".", cwd=tmp_path)["skipped"]
    assert told_keys("skipped") == list(skipped)


def test_every_key_of_the_page_is_documented_and_no_other_is(client: FlaskClient) -> None:
    found: Mapping[str, Any] = json.loads(client.get("/search.json?q=talks").text)
    assert told_keys("/search.json") == list(found)
    assert told_keys("dateline search --json") == list(found["hits"][0])
    (note,) = json.loads(client.get("/search.json?q=talks+section:a").text)["notes"][:1]
    assert told_keys("notes") == list(note)
    assert told_keys("/healthz") == list(json.loads(client.get("/healthz").text))


def test_every_parameter_of_an_address_is_documented_and_no_other_is() -> None:
    day = date(2022, 11, 12)
    asked = Request("talks", "newest", day, day, ("CNN",), page=2, copies="all", syntax="nexis")
    asked = replace(asked, authors=("Smith",), size=20, words="any")
    told = section(README, "## For programs").partition("An answer goes on")[0]
    assert set(SPAN.findall(told)) - {"--json", "/search.json"} == {name for name, _ in arguments(asked)}


def test_every_address_that_is_named_is_answered(client: FlaskClient) -> None:
    addresses = {span for document in (README, ARCHITECTURE) for span in SPAN.findall(document) if span[0] == "/"}
    assert {"/search.json", "/healthz"} <= addresses
    for address in addresses:
        assert client.get(address).status_code == 200, address


# Versions


def test_the_changelog_has_a_heading_for_what_comes_and_one_for_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    headings = re.findall(r"^## (.+)$", CHANGELOG, re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert headings[1].startswith(f"{version} (")
    areas = re.findall(r"^### (.+)$", CHANGELOG, re.MULTILINE)
    assert set(areas) <= AREAS, f"the areas are {sorted(AREAS)}"


AREAS = {"Asking", "Reading", "Dates", "Stories", "The page", "The command", "Building", "For developers"}
