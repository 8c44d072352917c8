"""The project as others install it: a wheel in a fresh environment, its command run from anywhere, no file missing."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tarfile import open as open_tar
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = ("dateline.py", "cli", "index", "search", "web")
"""What an environment holds of the project, and nothing else."""


@dataclass(frozen=True)
class Installed:
    """A fresh environment, what was installed in it, and a folder that is not the clone."""

    sdist: Path
    wheel: Path
    command: Path
    elsewhere: Path

    def dateline(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """What the installed command answers."""
        return run(self.command, *arguments, cwd=self.elsewhere)


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """What a program answers that knows nothing of this clone."""
    return subprocess.run(
        [*map(str, command)], cwd=cwd, env=environment(), capture_output=True, text=True, timeout=300, check=False
    )


def environment() -> dict[str, str]:
    """Ours, without what leads back to this clone or to another index."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "DATELINE_INDEX")}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The project, built from a copy of the files that git knows, and its wheel in an environment without others.

    The libraries are those of this environment, whose folder a .pth file names; what is installed here in an editable
    way is not, because its own .pth files are read only in site folders.
    """
    clone, built = tmp_path_factory.mktemp("clone"), tmp_path_factory.mktemp("built")
    for name in files_of_git():
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, clone / name)
    answer = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", built, clone, cwd=built)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    (sdist,), (wheel,) = built.glob("*.tar.gz"), built.glob("*.whl")
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=False)
    own = environment / "bin" / "python"
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", own, "--disable-pip-version-check"]
    answer = run(*pip, "install", "--no-deps", "--no-index", wheel, cwd=built)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    site = sysconfig.get_path("purelib", "venv", {"base": str(environment)})
    (Path(site) / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return Installed(sdist, wheel, environment / "bin" / "dateline", tmp_path_factory.mktemp("elsewhere"))


def files_of_git(*paths: str) -> set[str]:
    """The files that git knows, below these paths or anywhere, as far as they are there."""
    answer = run("git", "ls-files", "--", *paths, cwd=ROOT)
    assert answer.returncode == 0, answer.stderr
    return {name for name in answer.stdout.splitlines() if (ROOT / name).is_file()}


def test_no_file_is_missing_in_the_wheel_and_none_is_there_besides(installed: Installed) -> None:
    with ZipFile(installed.wheel) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert names == files_of_git(*HOUSE)
    assert {name.partition("/")[0] for name in names} == set(HOUSE)


def test_no_file_is_missing_in_the_sdist(installed: Installed) -> None:
    with open_tar(installed.sdist) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert files_of_git(*HOUSE, "pyproject.toml", "README.md", "LICENSE") <= names


def test_the_command_says_the_version_of_the_project(installed: Installed) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert installed.dateline("--version").stdout == f"dateline {version}\n"


def test_it_runs_what_was_installed_and_not_the_clone(installed: Installed) -> None:
    own = installed.command.parent / "python"
    found = run(own, "-c", "import dateline, cli, index, search, web; print(index.__file__)", cwd=installed.elsewhere)
    assert found.stdout.startswith(str(own.parent.parent)), found.stderr


def test_the_command_indexes_searches_and_serves_from_anywhere(installed: Installed) -> None:
    seeds = ROOT / "seeds"
    report = json.loads(installed.dateline("index", str(seeds), "--json").stdout)
    assert (report["articles"], report["skipped"]) == (len(list(seeds.iterdir())), [])
    (first, *_) = installed.dateline("search", "seize the moment", "--json").stdout.splitlines()
    hit = json.loads(first)
    assert ["Seize the moment", True] in hit["snippet"]
    with served(installed) as address:
        assert "<mark>Seize the moment</mark>" in text_at(f"{address}?q=%22seize+the+moment%22")
        assert text_at(f"{address}article/{hit['id']}").count("<h1") == 1
        for name in ("dateline.css", "dateline.js", "favicon.svg"):
            assert text_at(f"{address}static/{name}") == (ROOT / "web" / "static" / name).read_text("utf-8")


@contextmanager
def served(installed: Installed) -> Iterator[str]:
    """The address of the installed page on a free port; it is ended by its own process id."""
    command = [str(installed.command), "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=installed.elsewhere, env=environment(), stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        try:
            line = next(line for line in process.stderr if "http://" in line)
            yield "http" + line.split("http")[1].split()[0]
        finally:
            process.terminate()
            process.wait(timeout=20)


def text_at(address: str) -> str:
    """The text of a page, which must be there."""
    with urlopen(address, timeout=20) as response:
        return str(response.read(), "utf-8")
