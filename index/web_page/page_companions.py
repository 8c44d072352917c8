"""What programs put beside a page that they save: part of it, and no articles."""

import re
from collections.abc import Iterable, Set

PAGE = re.compile(r"(?P<stem>.+)\.(?:html?|xhtml|mht|mhtml)", re.IGNORECASE)
FOLDER_ENDINGS = tuple(
    str.split(
        "_files .files _file _archivos _arquivos _bestanden _bylos _datoteke _dosyalar _elemei _failid _fails _fajlovi"
        " _ficheiros _fichiers _fitxategiak _fitxers _pliki _soubory _tiedostot -dateien -filer -files"
    )
)
"""What browsers in different languages add to the name of a page for the folder of its pictures, frames and scripts."""

SNAPSHOT_MARKS = frozenset(
    {"singlefile.html", "output.html", "readability", "mercury", "headers.json", "htmltotext.txt"}
)
SNAPSHOT_FORMS = ("singlefile.html", "output.html", "readability", "mercury", "output.pdf", "htmltotext.txt")
"""The forms in which ArchiveBox keeps one page, the one that shows most of it first."""
READABLE_FORMS = ("content.html", "content.txt", "article.json")
"""Likewise of a page that it, or a program like it, has made readable."""
ARCHIVE_MARKS = frozenset({"ArchiveBox.conf", "index.sqlite3"})
LISTS_OF_ARCHIVE = frozenset({"index.html", "index.json", "sources", "logs"})


def companions_among(paths: Iterable[str]) -> frozenset[str]:
    """Of the paths of files that lie in one archive, those of what belongs to a page beside it."""
    listed = list(paths)
    in_folder: dict[str, set[str]] = {}
    for path in listed:
        parts = path.split("/")
        for depth, name in enumerate(parts):
            in_folder.setdefault("/".join(parts[:depth]), set()).add(name)
    unread = {f"{folder}/{name}".lstrip("/") for folder, names in in_folder.items() for name in companions(names)}
    return frozenset(path for path in listed if not unread.isdisjoint(folders_of(path))) if unread else frozenset()


def folders_of(path: str) -> list[str]:
    """The path itself, and those of all folders above it."""
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]


def companions(names: Set[str]) -> frozenset[str]:
    """Of the names in one folder, those of files and folders that belong to a page beside them."""
    if {"index.html", "index.json"} <= names and names & SNAPSHOT_MARKS:
        return frozenset(names) - best_form(names, SNAPSHOT_FORMS, LISTS_OF_ARCHIVE | {"headers.json"})
    if {"content.html", "article.json"} <= names:
        return frozenset(READABLE_FORMS) - best_form(names, READABLE_FORMS, frozenset())
    lists = LISTS_OF_ARCHIVE & names if "archive" in names and names & ARCHIVE_MARKS else frozenset()
    stems = {found["stem"].lower() for name in names if (found := PAGE.fullmatch(name))}
    return lists | frozenset(name for name in names if stem_of_folder(name.lower()) in stems)


def best_form(names: Set[str], forms: tuple[str, ...], lists: frozenset[str]) -> frozenset[str]:
    """The first of these forms that is there; where none is, all but the lists."""
    best = next((form for form in forms if form in names), None)
    return frozenset(names) - lists if best is None else frozenset({best})


def stem_of_folder(name: str) -> str | None:
    """The name of the page that such a folder belongs to; None when it is called otherwise."""
    ending = next((ending for ending in FOLDER_ENDINGS if name.endswith(ending)), None)
    return name.removesuffix(ending) if ending else None
