"""The file that an article was read from, served so that nothing in it can run: as plain text, or to be saved."""

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from flask import Flask, Response

from index.readers.encodings import decoded, is_binary, marked_encoding
from index.readers.kinds import BY_ENDING
from search.engine import Engine
from web.error_pages import Mishap, told
from web.locale.catalogs import gettext_noop
from web.security import HEADERS

MOST_BYTES = 8_000_000
"""What is served of a file; a larger one is a collection, which a program opens."""
SAMPLE = 4_096
INERT = f"{HEADERS['Content-Security-Policy']}; sandbox"
"""What the page may do anyway, and nothing of its own: no scripts, no forms, no links to the page around it."""

NO_ORIGINAL = Mishap(
    404,
    gettext_noop("The file of this article is not served"),
    gettext_noop(
        "It is gone, or lies neither below the folder of the index nor below that in which the page was started, "
        "or is of no kind that articles are read from, or too large to be shown."
    ),
)


@dataclass(frozen=True, slots=True)
class Originals:
    """The address at which files of articles are served; a public page has none."""

    engine: Callable[[], Engine]
    roots: Sequence[Path]
    """The folders below which files are served, whatever an index names: it may come from somebody else."""

    def open_on(self, app: Flask) -> None:
        """Give the files their address."""
        app.add_url_rule("/article/<identifier>/original", "original", self.original)
        app.jinja_env.globals["is_served"] = self.is_served

    def is_served(self, name: str) -> bool:
        """The file with this path is there to be served, as far as its place and size tell."""
        path = file_of(name, self.roots)
        try:
            return path is not None and path.stat().st_size <= MOST_BYTES
        except OSError:
            return False

    def original(self, identifier: str) -> Response:
        """The file of an article, or the archive that it is in."""
        article = next(iter(self.engine().fetch([identifier])), None)
        path = file_of(article.path, self.roots) if article else None
        content = content_of(path) if path else None
        if path is None or content is None:
            return told(NO_ORIGINAL)
        sample = content[:SAMPLE]
        if is_binary(sample) and marked_encoding(sample) is None:
            response = Response(content, content_type="application/octet-stream")
            name = quote(path.name, safe="", errors="replace")
            response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
        else:
            response = Response(decoded(content).encode("utf-8", "replace"), content_type="text/plain; charset=utf-8")
        response.headers["Content-Security-Policy"] = INERT
        return response


def file_of(name: str, roots: Sequence[Path]) -> Path | None:
    """The file with this path, or the archive in it; None unless it lies below one of the roots, links followed, and is
    of a kind that articles are read from."""
    try:
        path = Path(name)
        while not path.is_file():
            if path == path.parent:
                return None
            path = path.parent
        real = path.resolve()
        is_inside = any(real.is_relative_to(root.resolve()) for root in roots)
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, or links in a circle
        return None
    return real if is_inside and real.suffix.lower() in BY_ENDING else None


def content_of(path: Path) -> bytes | None:
    """What is in a file; None when it is no file any more, or too large."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
            return None
        return file.read(MOST_BYTES)
