"""MAFF: pages that a browser has saved in one ZIP archive, a folder for each."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from zipfile import ZipFile

from index.errors import Unreadable
from index.readers.documents.zipped_parts import opened_parts
from index.readers.fields import address
from index.readers.pages.html import read_html
from index.readers.saved_pages.epub import part, tree_of
from index.readers.source import FileSource, Found, in_memory

WHAT = "a MAFF archive"
MOST_PAGES = 5000


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page in the archive: its path, and where it was fetched from; None when the archive does not say."""

    path: str
    url: str | None


def read_maff(source: FileSource) -> Iterator[Found]:
    """The article of each page."""
    with opened_parts(source.whole(), WHAT) as packed:
        pages = saved_pages(packed)
        for number, page in enumerate(pages, 1):
            if number > MOST_PAGES:
                raise Unreadable(f"only its first {MOST_PAGES:,} pages are read")
            try:
                for rough in read_html(in_memory("page.html", part(packed, page.path), source)):
                    url = page.url or rough.url
                    yield replace(rough, url=url, record=number if len(pages) > 1 else None, key=page.path)
            except Unreadable as error:
                yield Unreadable(f"{page.path}: {error}")


def saved_pages(packed: ZipFile) -> list[SavedPage]:
    """The pages that the folders of the archive hold; what a page brings with it lies deeper."""
    names = packed.namelist()
    folders = dict.fromkeys(posixpath.dirname(name) for name in names if posixpath.basename(name) == "index.rdf")
    described = [page for folder in folders if (page := described_page(packed, folder, names))]
    bare = [SavedPage(name, None) for name in names if name.count("/") == 1 and name.endswith("/index.html")]
    return described or bare


def described_page(packed: ZipFile, folder: str, names: list[str]) -> SavedPage | None:
    """The page of a folder, as its description has it; None when there is none."""
    description = tree_of(part(packed, posixpath.join(folder, "index.rdf")))
    said = {
        element.tag.rpartition("}")[2]: next(iter(element.attrib.values()), element.text)
        for element in description.iter()
        if isinstance(element.tag, str)
    }
    path = posixpath.normpath(posixpath.join(folder, said.get("indexfilename") or "index.html"))
    return SavedPage(path, address(said.get("originalurl"))) if path in names else None
