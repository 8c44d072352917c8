"""A file taken apart into units that can be read without the rest of it, by this process or another."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from index.article import RoughArticle
from index.errors import Unreadable
from index.ingest.faults import until_fault
from index.ingest.record_keys import keyed
from index.readers.kinds import kind_of, sized
from index.readers.source import NO_FIELDS, FileSource, Found, Reader, opened


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that takes long to read, held in memory, and what reads it."""

    source: FileSource
    read: Reader


@dataclass(frozen=True, slots=True)
class FileUnit:
    """A part of a file, or all of it: where it lies, and what was found there."""

    path: str
    content: RoughArticle | Unreadable


@dataclass(frozen=True, slots=True)
class UnreadUnit:
    """The same, of something that is still to be read."""

    path: str
    content: Unread


def units_of(
    path: Path, name: str, fields: Mapping[str, str] = NO_FIELDS, *, reads_scans: bool = False, inode: int = 0
) -> Iterator[FileUnit | UnreadUnit]:
    """The units of a file that is called `name` in the index, in order; memory does not grow with their number.

    It is opened as `index.readers.source.opened` does.
    """
    is_empty = True
    try:
        with opened(path, fields, reads_scans=reads_scans, inode=inode) as source:
            for unit in units_in(source, name):
                is_empty = False
                yield unit
    except Unreadable as error:
        yield FileUnit(name, error)
        return
    if is_empty:
        yield FileUnit(name, Unreadable("no article in it"))


def read_units(unit: FileUnit | UnreadUnit) -> Iterator[FileUnit]:
    """The same unit, read if it was not."""
    if isinstance(unit, FileUnit):
        yield unit
        return
    source = unit.content.source
    is_empty = True
    for each in units_among(until_fault(keyed(unit.content.read(source))), source, unit.path):
        is_empty = False
        yield from read_units(each)
    if is_empty:
        yield FileUnit(unit.path, in_record(Unreadable("no article in it"), source))


def units_in(source: FileSource, path: str) -> Iterator[FileUnit | UnreadUnit]:
    """The units of a source that lies at `path`; what takes long to read is kept as it is, for later."""
    return units_among(until_fault(found_in(source)), source, path)


def found_in(source: FileSource) -> Iterator[Found | Unread]:
    """What the reader for this kind of source finds in it, or the whole when that takes long."""
    kind = kind_of(source)
    if kind.is_slow:
        source = sized(source, kind)
        yield Unread(replace(source, stream=io.BytesIO(source.whole())), kind.read)
    else:
        yield from keyed(kind.read(source))


def units_among(found: Iterator[Found | Unread], source: FileSource, path: str) -> Iterator[FileUnit | UnreadUnit]:
    """What was found in a source at `path`, with its archives opened."""
    for content in found:
        if isinstance(content, FileSource):
            yield from units_in(content, f"{path}/{content.place}" if content.place else path)
        elif isinstance(content, Unread):
            yield UnreadUnit(path, content)
        elif isinstance(content, RoughArticle):
            yield FileUnit(path, placed(content, source))
        else:
            yield FileUnit(path, in_record(content, source))


def placed(rough: RoughArticle, source: FileSource) -> RoughArticle:
    """The article with what is known of it because of where it was."""
    url = rough.url or source.url
    if source.record is None:
        return replace(rough, url=url)
    inner = rough.key or (str(rough.record) if rough.record is not None else None)
    key = f"{source.key or source.record}/{inner}" if inner else source.key
    return replace(rough, url=url, record=source.record, key=key)


def in_record(error: Unreadable, source: FileSource) -> Unreadable:
    """What is wrong, with the record that it is in, when that is one of several."""
    return error if source.record is None else Unreadable(f"record {source.record}: {error}")
