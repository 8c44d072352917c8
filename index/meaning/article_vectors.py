"""The vectors of all articles of a generation, in a file of their own: how they are made, carried over, and read.

A generation of an index that does not rank by meaning has a file, too, with nothing in it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from index.columns.kept_documents import LiveSegment
from index.inversion.fingerprints import DigestRows
from index.meaning.encoder import Encoder
from index.meaning.opening import opening
from index.storage.arrays import Array, ArrayWriter, mapped_arrays
from index.storage.regular_file import Damaged

Progress = Callable[[int, int], None]
"""Called with the articles done and the articles to do."""


@dataclass(frozen=True, slots=True)
class ArticleVectors:
    """The vectors of a generation."""

    encoder: str | None = None
    """The name of the encoder that made them; None when the index does not rank by meaning."""
    segments: Mapping[str, Array] = field(default_factory=dict)
    """By the name of the segment, the direction of each document, all 0 for one that was deleted: int8
    (documents, dimensions)."""


NO_VECTORS = ArticleVectors()


def write_vectors(path: Path, vectors: ArticleVectors) -> None:
    """Write the vectors of a generation, into a file that is not there yet."""
    writer = ArrayWriter(path)
    try:
        if vectors.encoder is not None:
            writer.add("encoder", np.frombuffer(vectors.encoder.encode(), np.uint8))
        for name, directions in vectors.segments.items():
            writer.add(f"{name}.shape", np.array(directions.shape, np.int64))
            writer.add(f"{name}.directions", directions.reshape(-1).view(np.uint8))
        writer.close()
    finally:
        writer.abandon()


def read_vectors(path: Path) -> ArticleVectors:
    """The vectors of a generation, read where they lie; raises Damaged, and OSError when there are none."""
    arrays = mapped_arrays(path)
    if "encoder" not in arrays:
        return NO_VECTORS
    names = [name.removesuffix(".shape") for name in arrays if name.endswith(".shape")]
    try:
        segments = {name: arrays[f"{name}.directions"].view(np.int8).reshape(arrays[f"{name}.shape"]) for name in names}
    except (KeyError, ValueError) as error:
        raise Damaged(f"{path.name} has vectors of another shape") from error
    return ArticleVectors(bytes(arrays["encoder"]).decode("utf-8", "replace"), segments)


Key = tuple[bytes, int]
"""The id of an article and the number of its words: what stays the same while it does."""
AT_ONCE = 64
"""Articles."""


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that has no vectors yet, by its place in a segment."""

    key: Key
    part: LiveSegment
    document: int


@dataclass(frozen=True, slots=True)
class KnownVectors:
    """Vectors of the generation before, of the articles that stay."""

    encoder: str | None
    articles: Mapping[Key, Array]
    """int8 (dimensions,) each."""


def known_vectors(earlier: ArticleVectors, parts: Mapping[str, LiveSegment]) -> KnownVectors:
    """What a generation has of the articles of these segments, by the names of the segments."""
    return KnownVectors(
        earlier.encoder,
        {
            key: own[document]
            for name, part in parts.items()
            if (own := earlier.segments.get(name)) is not None
            for document, key in keys_of_articles(part)
        },
    )


def keys_of_articles(part: LiveSegment) -> Iterator[tuple[int, Key]]:
    """The articles of a segment that are kept: the document of each, and its key."""
    digests = part.segment.rows(DigestRows).value
    for document in part.kept.tolist():
        yield document, (part.segment.ids[document], int(digests[document]))


@dataclass(frozen=True, slots=True)
class Vectorizing:
    """How the vectors of a generation are made."""

    encoder: Encoder
    threads: int
    progress: Progress

    def vectors(self, known: KnownVectors, parts: Mapping[str, LiveSegment]) -> ArticleVectors:
        """The vectors of all articles: those that are known, and those of the others, which takes long."""
        name = self.encoder.name
        found = dict(known.articles) if known.encoder == name else {}
        found.update(self._made([each for part in parts.values() for each in unknown(part, found)]))
        return ArticleVectors(name, {segment: in_segment(part, found) for segment, part in parts.items()})

    def _made(self, new: Sequence[NewArticle]) -> Iterator[tuple[Key, Array]]:
        """The vectors of some articles."""
        with ThreadPoolExecutor(self.threads) as threads:
            # A few at a time, so that whoever interrupts it need not wait for the rest.
            for start in range(0, len(new), AT_ONCE):
                portion = new[start : start + AT_ONCE]
                yield from zip((each.key for each in portion), threads.map(self._direction, portion), strict=True)
                self.progress(start + len(portion), len(new))

    def _direction(self, new: NewArticle) -> Array:
        return self.encoder.direction(opening(new.part.article(new.document)))


def unknown(part: LiveSegment, known: Mapping[Key, Array]) -> Iterator[NewArticle]:
    """The articles of a segment that are kept and have no vectors."""
    for document, key in keys_of_articles(part):
        if key not in known:
            yield NewArticle(key, part, document)


def in_segment(part: LiveSegment, vectors: Mapping[Key, Array]) -> Array:
    """The directions of the documents of a segment: int8 (documents, dimensions)."""
    own = [vectors[key] for _, key in keys_of_articles(part)]
    directions = np.zeros((len(part.segment), len(own[0]) if own else 0), np.int8)
    directions[part.kept] = own
    return directions
