"""The first command on a machine: make makes .venv with what is there, or says in one line what is missing."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).parent.parent / "Makefile"
WITHOUT_ENSUREPIP = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "ensurepip":
            raise ModuleNotFoundError("No module named 'ensurepip'")

sys.meta_path.insert(0, Missing())
"""
"""What makes a Python like that of a Debian without python3-venv, as its sitecustomize module."""
MAKES_IT = """#!/bin/sh
echo "$0" "$@" >> asked
for folder in "$@"; do :; done
mkdir -p "$folder/bin" && touch "$folder/bin/python"
"""
"""What stands in for uv and virtualenv: it writes down what it was asked for, and makes the folder."""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A machine with a Python that lacks ensurepip, with make and a shell, and with nothing else; and a clone."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(WITHOUT_ENSUREPIP)
    for program in ("make", "sh", "touch", "mkdir"):
        (tmp_path / "bin" / program).symlink_to(shutil.which(program) or "")
    for python in ("python3", "python3.12"):
        put(tmp_path, python, f'#!/bin/sh\nPYTHONPATH={tmp_path}/site exec {shlex.quote(sys.executable)} "$@"\n')
    shutil.copy(MAKEFILE, tmp_path / "Makefile")
    return tmp_path


def put(machine: Path, program: str, text: str) -> None:
    """Install a program on the machine."""
    path = machine / "bin" / program
    path.write_text(text)
    path.chmod(0o755)


def made(machine: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What make says of .venv."""
    return subprocess.run(
        [machine / "bin" / "make", ".venv/made", *arguments],
        cwd=machine,
        env={"PATH": str(machine / "bin")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("python", ["python3", "python3.12"])
def test_it_says_in_one_line_which_package_is_missing(machine: Path, python: str) -> None:
    answer = made(machine, f"PYTHON={python}")
    said = [line for line in answer.stderr.splitlines() if not line.startswith("make: ")]
    assert said == [f"Dateline cannot make .venv without the package {python}-venv: apt install {python}-venv"]
    assert (answer.returncode, answer.stdout, (machine / ".venv").exists()) == (2, "", False)


@pytest.mark.parametrize("program", ["uv", "virtualenv"])
def test_it_goes_on_with_what_makes_environments_without_that_package(machine: Path, program: str) -> None:
    put(machine, program, MAKES_IT)
    answer = made(machine)
    assert (answer.returncode, answer.stderr) == (0, "")
    asked = (machine / "asked").read_text().split()
    assert (Path(asked[0]).name, asked[-3:]) == (program, ["--python", "python3", ".venv"])


def test_it_uses_what_comes_with_python_where_that_is_whole(machine: Path) -> None:
    (machine / "site" / "sitecustomize.py").unlink()
    put(machine, "uv", MAKES_IT)
    answer = made(machine)
    assert (answer.returncode, answer.stderr, (machine / "asked").exists()) == (0, "", False)
    assert (machine / ".venv" / "bin" / "pip").exists()


def test_it_asks_for_a_newer_python_where_this_one_is_too_old(machine: Path) -> None:
    put(machine, "python3", f'#!/bin/sh\nshift; exec {shlex.quote(sys.executable)} -c "{OLD}; $1"\n')
    answer = made(machine)
    assert answer.stderr.splitlines()[0] == (
        "Dateline needs Python 3.11 or later; this is 3.9.2: name another with  make PYTHON=python3.12"
    )
    assert answer.returncode == 2


OLD = "import sys; sys.version_info = (3, 9, 2); sys.version = '3.9.2 (old)'"
