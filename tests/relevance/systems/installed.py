"""The systems by name, those that are on this machine."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from index.meaning.encoder import installed_encoder
from tests.relevance.systems.dateline_system import Dateline
from tests.relevance.systems.fts5_system import Fts5Any
from tests.relevance.systems.kept_encoder import KeptEncoder
from tests.relevance.systems.system import System, Unavailable
from tests.relevance.systems.whoosh_system import StockParser

Make = Callable[[Path], System]
"""How a system is made, with a folder for what it needs to build for itself; raises Unavailable."""


def semantic(folder: Path) -> System:
    """Ours with the extra, when it is installed."""
    encoder = installed_encoder()
    if encoder is None:
        raise Unavailable("it is not installed: install the semantic extra")
    return Dateline(encoder=KeptEncoder(encoder, folder / "directions" / encoder.name))


def tantivy(_: Path) -> System:
    """tantivy, when it is installed."""
    require("tantivy")
    from tests.relevance.systems.tantivy_system import TantivyParser

    return TantivyParser()


def bm25s(_: Path) -> System:
    """bm25s as it comes, when it is installed."""
    require("bm25s", "Stemmer")
    from tests.relevance.systems.bm25s_system import Bm25sDefault

    return Bm25sDefault()


def bm25s_grid(_: Path) -> System:
    """bm25s tuned to the collection, when it is installed."""
    require("bm25s", "Stemmer")
    from tests.relevance.systems.bm25s_system import Bm25sBestOfGrid

    return Bm25sBestOfGrid()


def lucene(folder: Path) -> System:
    """Lucene, where Java and Maven are."""
    from tests.relevance.systems.lucene_system import compiled_lucene

    return compiled_lucene(folder / "lucene")


def require(*modules: str) -> None:
    """Nothing, when the modules can be imported; raises Unavailable."""
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        raise Unavailable(f"{', '.join(missing)} is not installed: install the bench extra")


SYSTEMS: dict[str, Make] = {
    "dateline": lambda _: Dateline(),
    "dateline-semantic": semantic,
    "dateline-all": lambda _: Dateline("all"),
    "dateline-any": lambda _: Dateline("any"),
    "dateline-filled": lambda _: Dateline("filled"),
    "whoosh": lambda _: StockParser(is_any=False),
    "whoosh-any": lambda _: StockParser(is_any=True),
    "fts5": lambda _: Fts5Any(),
    "tantivy": tantivy,
    "lucene": lucene,
    "bm25s": bm25s,
    "bm25s-grid": bm25s_grid,
}
USUAL = tuple(name for name in SYSTEMS if name not in ("dateline-all", "dateline-any", "dateline-filled", "whoosh-any"))
"""What is measured unless others are named.

The other readings of ours are for those who work on them; stock Whoosh takes as long for any of the words as all others
together.
"""
