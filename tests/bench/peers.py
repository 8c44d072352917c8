"""The engines that are installed here."""

import os
from collections.abc import Callable
from importlib.util import find_spec

from tests.bench.fts5_peer import Fts5
from tests.bench.ours import Ours, WordsAlone
from tests.bench.peer import Peer
from tests.bench.stock_whoosh import StockWhoosh
from tests.bench.xapian_peer import Xapian, xapian

OURS: Peer = Ours()
WORDS_ALONE: Peer = WordsAlone()
STOCK: Peer = StockWhoosh()


def two_field_tantivy() -> Peer:
    """tantivy with the same fields as ours: the one that the goals are measured by."""
    from tests.bench.tantivy_peer import Tantivy

    return Tantivy()


def one_field_tantivy() -> Peer:
    """tantivy at its fastest: title and body as one text, so that a title can count no more than a body."""
    from tests.bench.tantivy_peer import Tantivy

    return Tantivy("tantivy, one field", ("text",))


def bm25s_peer() -> Peer:
    """bm25s."""
    from tests.bench.bm25s_peer import Bm25s

    return Bm25s()


OPTIONAL: tuple[tuple[Callable[[], bool], Callable[[], Peer]], ...] = (
    (lambda: has("tantivy"), two_field_tantivy),
    (lambda: has("tantivy"), one_field_tantivy),
    (lambda: has("bm25s") and has("Stemmer"), bm25s_peer),
    (lambda: xapian() is not None, Xapian),
)
"""Whether an engine is installed, and how it is made then."""


def has(module: str) -> bool:
    """The module can be imported."""
    return find_spec(module) is not None


def fast_peers() -> list[Peer]:
    """Ours and those that can be given every article."""
    return [OURS, *(make() for is_installed, make in OPTIONAL if is_installed()), Fts5()]


def build_only_peers() -> list[Peer]:
    """Engines that build in another way what is asked already."""
    if not has("tantivy") or (os.cpu_count() or 1) == 1:
        return [WORDS_ALONE]
    from tests.bench.tantivy_peer import Tantivy

    return [WORDS_ALONE, Tantivy(ALL_CORES, threads=os.cpu_count() or 1)]


ALL_CORES = "tantivy, all cores"
