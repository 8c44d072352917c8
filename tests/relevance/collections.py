"""Real collections for measuring, beside the project and never part of it."""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from index.article import Article

ROOT = Path(__file__).parent.parent.parent
ARCHIVES = ROOT.parent / "shared" / "data"
UNPACKED = ROOT / ".data"


def collection(name: str) -> Path:
    """The folder of a collection; skips the test when there is none."""
    folder = UNPACKED / name
    if not folder.is_dir():
        if not (ARCHIVES / "unpack").is_file():
            pytest.skip(f"the collection {name} is not on this machine")
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
    lines = (collection(name) / "corpus.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def collection_articles(name: str) -> list[Article]:
    """Every document of a collection as an article with the document's id."""
    return [article(document) for document in documents(name)]


def article(document: dict[str, str]) -> Article:
    """One document as an article."""
    return Article(document["id"], f"/{document['id']}.txt", document.get("title") or "", True, document["text"])
