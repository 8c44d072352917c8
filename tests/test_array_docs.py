"""Whoever is given an array is told its shape and dtype."""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("storage", "inversion", "columns", "stories")
MODULES = [path for room in ROOMS for path in sorted((ROOT / "index" / room).glob("*.py"))]
DTYPE = re.compile(r"\b(u?int(8|16|32|64)|float(32|64)|bool|[Ii]ntegers|unsigned|dtype)\b")
SHAPE = re.compile(r"\([^()]*(\([^()]*\)[^()]*)?,\)|\([\w ]+, [\w ]+\)")
"""(n,) or (2, pairs); the lengths may be words."""


def is_array(annotation: ast.expr | None) -> bool:
    """It is an array, or holds some."""
    return annotation is not None and re.search(r"\bArray\b", ast.unparse(annotation)) is not None


def docs(body: Sequence[ast.stmt], whole: str = "") -> Iterator[tuple[str, str]]:
    """What is said of arrays in public fields, arguments and results: the name of each, and the words."""
    for node, after in zip(body, [*body[1:], None], strict=True):
        match node:
            case ast.ClassDef(body=inner):
                yield from docs(inner, ast.get_docstring(node) or "")
            case ast.FunctionDef(name="__init__") if asks_for_arrays(node):
                yield "__init__", f"{whole} {ast.get_docstring(node) or ''}"
            case ast.FunctionDef(name=name) if asks_for_arrays(node) or is_array(node.returns):
                if not name.startswith("_"):
                    yield name, ast.get_docstring(node) or ""
            case ast.AnnAssign(target=target, annotation=annotation) if is_array(annotation):
                match after:
                    case ast.Expr(ast.Constant(str(words))):
                        yield ast.unparse(target), f"{whole} {words}"
                    case _:
                        yield ast.unparse(target), whole


def asks_for_arrays(function: ast.FunctionDef) -> bool:
    """One of its arguments is an array."""
    return any(is_array(argument.annotation) for argument in (*function.args.args, *function.args.kwonlyargs))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_arrays_say_their_shape_and_dtype(path: Path) -> None:
    for name, words in docs(ast.parse(path.read_text("utf-8")).body):
        assert DTYPE.search(words), f"{path.name}: {name} does not say its dtype: int64, bool, unsigned …"
        assert SHAPE.search(words), f"{path.name}: {name} does not say its shape: (documents,), (2, pairs) …"
