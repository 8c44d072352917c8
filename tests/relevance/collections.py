"""Real collections for measuring, beside the project and never part of it."""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from index.article import Article

ROOT = Path(__file__).parent.parent.parent
ARCHIVES = ROOT.parent / "shared" / "data"
UNPACKED = ROOT / ".data"


def collection(name: str) -> Path:
    """The folder of a collection; skips the test when there is none."""
    folder = collection_folder(name)
    if folder is None:
        # Here, since collections are also measured where there is no pytest.
        import pytest

        pytest.skip(f"the collection {name} is not on this machine")
    return folder


def collection_folder(name: str) -> Path | None:
    """The folder of a collection, unpacked when it is not yet; None when it is not on this machine."""
    folder = UNPACKED / name
    if not folder.is_dir():
        if not (ARCHIVES / f"{name}.tar.xz").is_file():
            return None
        unpack(name, folder)
    return folder


def unpack(name: str, folder: Path) -> None:
    """Lay a collection out in its folder, which is there only when it is whole, whoever else unpacks it meanwhile."""
    UNPACKED.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=UNPACKED) as passing:
        subprocess.run([ARCHIVES / "unpack", passing, name], check=True, capture_output=True)
        try:
            (Path(passing) / name).rename(folder)
        except OSError:
            if not folder.is_dir():  # no other process was faster
                raise


def documents(name: str) -> list[dict[str, str]]:
    """Every document of a collection."""
    return documents_in(collection(name))


def documents_in(folder: Path) -> list[dict[str, str]]:
    """Every document of the collection in a folder."""
    return [json.loads(line) for line in (folder / "corpus.jsonl").read_text("utf-8").splitlines()]


def collection_articles(name: str) -> list[Article]:
    """Every document of a collection as an article with the document's id."""
    return [article(document) for document in documents(name)]


def article(document: dict[str, str]) -> Article:
    """One document as an article."""
    return Article(document["id"], f"/{document['id']}.txt", document.get("title") or "", True, document["text"])
