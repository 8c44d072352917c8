"""A file taken apart into pieces that can be read without the rest of it, by this process or another."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from index.article import RoughArticle
from index.errors import Unreadable
from index.ingest.record_keys import keyed
from index.readers.kinds import kind_of
from index.readers.source import NO_FIELDS, FileSource, Found, opened


@dataclass(frozen=True, slots=True)
class FileUnit:
    """A part of a file, or all of it: where it lies, and an article, something to read, or why there is neither."""

    path: str
    content: Found
    """A Source here is held in memory."""

    def size(self) -> int:
        """How much there is to read, in bytes or characters."""
        if isinstance(self.content, FileSource):
            size = self.content.stream.seek(0, io.SEEK_END)
            self.content.stream.seek(0)
            return size
        return len(self.content.text) if isinstance(self.content, RoughArticle) else 0


def pieces_of(path: Path, name: str, fields: Mapping[str, str] = NO_FIELDS) -> Iterator[FileUnit]:
    """The pieces of a file that is called `name` in the index, in order; memory does not grow with their number."""
    is_empty = True
    try:
        with opened(path, fields) as source:
            for piece in pieces(source, name):
                is_empty = False
                yield piece
    except Unreadable as error:
        yield FileUnit(name, error)
        return
    if is_empty:
        yield FileUnit(name, Unreadable("no article in it"))


def pieces(source: FileSource, path: str) -> Iterator[FileUnit]:
    """The pieces of a source that lies at `path`; what takes long to read is kept as it is, for later."""
    try:
        kind = kind_of(source)
        if kind.is_slow:
            yield FileUnit(path, replace(source, stream=io.BytesIO(source.whole())))
        else:
            yield from unfolded(keyed(kind.read(source)), source, path)
    except Exception as error:  # noqa: BLE001  whatever is wrong with one file, the others are still read
        yield FileUnit(path, complaint(error, source))


def read_pieces(piece: FileUnit) -> Iterator[FileUnit]:
    """The same piece with what takes long to read read."""
    source = piece.content
    if not isinstance(source, FileSource):
        yield piece
        return
    try:
        yield from unfolded(kind_of(source).read(source), source, piece.path)
    except Exception as error:  # noqa: BLE001  whatever is wrong with one file, the others are still read
        yield FileUnit(piece.path, complaint(error, source))


def unfolded(found: Iterator[Found], source: FileSource, path: str) -> Iterator[FileUnit]:
    """What a reader found in a source, with its archives opened."""
    for content in found:
        if isinstance(content, FileSource):
            yield from pieces(content, f"{path}/{content.place}" if content.place else path)
        elif isinstance(content, RoughArticle):
            yield FileUnit(path, placed(content, source))
        else:
            yield FileUnit(path, complaint(content, source))


def placed(rough: RoughArticle, source: FileSource) -> RoughArticle:
    """The article with what is known of it because of where it was."""
    url = rough.url or source.url
    if source.record is None:
        return replace(rough, url=url)
    inner = rough.key or (str(rough.record) if rough.record is not None else None)
    key = f"{source.key or source.record}/{inner}" if inner else source.key
    return replace(rough, url=url, record=source.record, key=key)


def complaint(error: Exception, source: FileSource) -> Unreadable:
    """What is wrong, in words for the report; a fault of ours, or of a library, names its kind."""
    if isinstance(error, Unreadable):
        why = str(error)
    elif isinstance(error, RecursionError):
        why = "nested too deeply"
    else:
        why = f"reading it failed: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
    return Unreadable(f"record {source.record}: {why}" if source.record is not None else why)
