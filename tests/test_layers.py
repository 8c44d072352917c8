"""The house: imports point right, libraries stay in their rooms, and no room is too full."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import index
import search
import web

ROOT = Path(__file__).parent.parent
LAYERS = ["index", "search", "cli", "web", "dateline"]
"""Each may import itself and what stands before it."""
ROOMS = {
    "flask": ["web/"],
    "jinja2": ["web/"],
    "markupsafe": ["web/"],
    "werkzeug": ["web/"],
    "waitress": ["web/"],
    "click": ["dateline.py"],
    "rich": ["dateline.py"],
    "whoosh": ["index/schema.py", "index/columns/", "index/build.py", "search/whoosh_engine.py"],
    "nltk": ["index/analysis.py"],
    "charset_normalizer": ["index/readers/"],
    "trafilatura": ["index/readers/html.py"],
    "lxml": ["index/readers/", "index/text/html_text.py", "index/publication_date/"],
    "feedparser": ["index/readers/feed.py"],
    "pypdf": ["index/readers/pdf.py"],
    "docx": ["index/readers/docx.py"],
    "warcio": ["index/readers/warc.py"],
    "brotli": ["index/readers/warc.py"],
}
LONGEST_FILE, LONGEST_FUNCTION, MOST_ARGUMENTS = 300, 40, 5
NO_ROOM = {"common", "core", "models", "types", "helpers", "utils", "manager"}

MODULES = [path for layer in LAYERS for path in [*ROOT.glob(f"{layer}.py"), *(ROOT / layer).rglob("*.py")]]


def name(path: Path) -> str:
    """The path within the project."""
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)} has a relative import: write the whole name"
            yield node.module or ""


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_point_right(path: Path) -> None:
    own = name(path).split("/")[0].removesuffix(".py")
    for module in imported(path):
        layer = module.split(".")[0]
        if layer in LAYERS:
            assert LAYERS.index(layer) <= LAYERS.index(own), (
                f"{name(path)} imports {module}: {own} may not know {layer}"
            )


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    for module in imported(path):
        rooms = ROOMS.get(module.split(".")[0])
        if rooms is not None:
            assert name(path).startswith(tuple(rooms)), f"{name(path)} imports {module}, which belongs in {rooms}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{name(path)} has {lines} lines; {LONGEST_FILE} is the most: find it a second room"
    assert path.stem not in NO_ROOM, f"{name(path)} is named for nothing: name it for what it gives"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_functions_are_short_and_take_few_arguments(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= LONGEST_FUNCTION, f"{name(path)}: {node.name} has {lines} lines, not {LONGEST_FUNCTION}"
            arguments = [arg for arg in (*node.args.args, *node.args.kwonlyargs) if arg.arg not in ("self", "cls")]
            is_command = any("command" in ast.unparse(decorator) for decorator in node.decorator_list)
            assert is_command or len(arguments) <= MOST_ARGUMENTS, (
                f"{name(path)}: {node.name} takes {len(arguments)} arguments, not {MOST_ARGUMENTS}: make a dataclass"
            )


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_file_and_what_it_offers_say_what_they_give(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), f"{name(path)} does not open with a sentence"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{name(path)}: {node.name} does not say what it gives"


def test_every_folder_says_its_reading_order() -> None:
    for package in (index, search):
        told = " ".join((package.__doc__ or "").split())
        files = {path.stem for path in Path(package.__file__ or "").parent.glob("*.py")} - {"__init__"}
        missing = {file for file in files if file not in told}
        assert not missing, f"{package.__name__}/__init__.py does not name {sorted(missing)}"


def test_the_packages_are_those_of_this_checkout() -> None:
    for package in (index, search, web):
        assert Path(package.__file__ or "").parent == ROOT / package.__name__
