"""The words on pictures of pages, read by the program tesseract, where it is installed and the user asks for it."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from index.errors import Unreadable
from index.readers.encodings import without_controls

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

SCAN = "scanned, no text"
"""How every reason begins for which the words on pictures of pages were not read."""
NOT_ASKED = f"{SCAN};  --ocr  reads it where tesseract is installed"
NOT_INSTALLED = f"{SCAN};  --ocr  needs the program tesseract, which is not installed"
PROGRAM = "tesseract"
MOST_LANGUAGES = 4
"""More take longer, and mistake words of one for those of another."""
PAGE_SECONDS, FILE_SECONDS = 60, 240
"""By the clock: less than the process that orders a file waits for it. A page takes three to ten."""
DOTS_PER_INCH = 200
MOST_PIXELS = 20_000_000
"""Of a page; a newspaper of 40 by 57 cm has 14 million at 200 dots per inch."""
LARGEST_ANSWER = 4 * 1024 * 1024


def texts_of_scans(document: "PdfDocument", most_pages: int) -> list[str]:
    """What stands on the pictures of all pages that there is time for; Unreadable when nothing can be read."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise Unreadable(NOT_INSTALLED)
    texts = list(pages_read(document, program, most_pages))
    if not any(map(WORD.search, texts)):
        raise Unreadable(f"{SCAN}, and tesseract finds none")
    return texts


WORD = re.compile(r"[^\W_]{2}")


def pages_read(document: "PdfDocument", program: str, most_pages: int) -> Iterator[str]:
    """The text of each page, as long as there is time."""
    end = time.monotonic() + FILE_SECONDS
    for number in range(min(len(document), most_pages)):
        seconds = min(PAGE_SECONDS, end - time.monotonic())
        if seconds <= 0:
            return
        page = document[number]
        yield text_on(picture_of(page), program, seconds)
        page.close()


def picture_of(page: "PdfPage") -> bytes:
    """The page in grey, as a portable graymap (netpbm.sourceforge.net/doc/pgm.html)."""
    width, height = page.get_size()
    scale = min(DOTS_PER_INCH / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    grey = page.render(scale=scale, grayscale=True)
    pixels = grey.to_numpy().reshape(grey.height, -1)[:, : grey.width]
    return b"P5\n%d %d\n255\n" % (grey.width, grey.height) + bytes(pixels.tobytes())


def text_on(picture: bytes, program: str, seconds: float) -> str:
    """What the program reads on a picture; empty where it fails, or takes too long."""
    command = [program, "stdin", "stdout", "-l", languages(program)]
    try:
        done = subprocess.run(  # noqa: S603  nothing of the command comes from a file
            command, input=picture, capture_output=True, timeout=seconds, check=False, env=environment()
        )
    except (subprocess.TimeoutExpired, OSError):
        return ""
    return without_controls(done.stdout[:LARGEST_ANSWER].decode("utf-8", "replace")) if done.returncode == 0 else ""


def environment() -> dict[str, str]:
    """Of the program, which else takes all processors, while others read, too."""
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}


@cache
def languages(program: str) -> str:
    """The languages that the program has learned to read, as it takes them; the one that it has first is English."""
    try:
        command = [program, "--list-langs"]
        done = subprocess.run(command, capture_output=True, timeout=PAGE_SECONDS, check=False)  # noqa: S603  as above
    except (subprocess.TimeoutExpired, OSError):
        return "eng"
    listed = re.findall(r"^[a-z]{3}(?:_[A-Za-z_]+)?$", done.stdout.decode("utf-8", "replace"), re.MULTILINE)
    return "+".join([each for each in listed if each != "osd"][:MOST_LANGUAGES]) or "eng"
