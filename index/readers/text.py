"""Plain text files: one article each, in whatever encoding."""

import codecs
import os
import re
import stat
from collections import Counter
from pathlib import Path

from index.article import RoughArticle
from index.errors import Unreadable

LARGEST_FILE_BYTES = 32 * 1024 * 1024
"""A larger file is a log or an archive, not an article."""

SAMPLE_BYTES = 256 * 1024
"""How much of a file is looked at to tell its encoding."""


def read_text(path: Path) -> list[RoughArticle]:
    """The one article of a text file, with \\n for line ends and no control characters; Unreadable when it has none."""
    data = file_bytes(path)
    if not data:
        raise Unreadable("empty file")
    text = without_controls(decoded(data))
    if not WORD_CHARACTER.search(text):
        raise Unreadable("no words in it")
    return [RoughArticle(text)]


WORD_CHARACTER = re.compile(r"[^\W_]")


def file_bytes(path: Path) -> bytes:
    """What a regular file holds; Unreadable when it cannot be opened, is no regular file, or is too large."""
    try:
        # Without blocking, because opening a pipe would wait for a writer for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Unreadable("not a regular file")
            data = file.read(LARGEST_FILE_BYTES + 1)
    except IsADirectoryError as error:
        raise Unreadable("not a regular file") from error
    except (OSError, ValueError) as error:
        raise Unreadable(why_not_open(error)) from error
    if len(data) > LARGEST_FILE_BYTES:
        raise Unreadable(f"larger than {LARGEST_FILE_BYTES // (1024 * 1024)} MiB")
    return data


def why_not_open(error: OSError | ValueError) -> str:
    """A few words for the reader of the report."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "cannot be opened"


BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(data: bytes) -> str:
    """The text that these bytes mean; replacement characters stand for what cannot be decoded."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if utf16 := unmarked_utf16(data[:SAMPLE_BYTES]):
        return data.decode(utf16, errors="replace")
    if is_binary(data[:SAMPLE_BYTES]):
        raise Unreadable("not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return decoded_by_likelihood(data)


def unmarked_utf16(sample: bytes) -> str | None:
    """The byte order of text in UTF-16 that has no mark; None when it is anything else."""
    return next((order for order, high in (("utf-16-le", 1), ("utf-16-be", 0)) if is_utf16(sample, order, high)), None)


LAST_HIGH_BYTE_OF_A_SCRIPT = 0x1F
"""Scripts with spaces between their words lie below U+2000; quotation marks and dashes follow there."""


def is_utf16(sample: bytes, encoding: str, high: int) -> bool:
    """Nearly all characters are of Latin or one other script, with spaces between the words, and can be printed.

    The byte at `high` of each pair says of which script a character is; for Latin letters and spaces it is NUL.
    """
    count = len(sample) // 2
    if count < 4:
        return False
    scripts = Counter(sample[high : 2 * count : 2])
    latin, punctuation = scripts[0], scripts[0x20]
    other = max((n for byte, n in scripts.items() if 0 < byte <= LAST_HIGH_BYTE_OF_A_SCRIPT), default=0)
    if (
        latin + punctuation + other < 0.9 * count
        or latin < 0.05 * count
        or sample[1 - high :: 2].count(0) > 0.1 * count
    ):
        return False
    try:
        text = sample[: 2 * count].decode(encoding)
    except UnicodeDecodeError:
        # Only where the sample ends may a pair of surrogates be torn.
        text = sample[: 2 * count - 2].decode(encoding, errors="replace")
    printable = sum(character.isprintable() or character in "\t\n\v\f\r\x85\u2028\u2029\ufeff" for character in text)
    return printable >= 0.95 * len(text)


SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"{\\rtf",
)
CONTROL_BYTES = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b")


def is_binary(sample: bytes) -> bool:
    """It begins as a kind of file that is not text, or one byte in twenty is a control character."""
    if sample.startswith(SIGNATURES):
        return True
    controls = len(sample) - len(sample.translate(None, CONTROL_BYTES))
    return controls > 4 and controls * 20 > len(sample)


CODE_PAGES = ["cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "mac_roman"]
CODE_PAGES += ["cp932", "euc_jp", "gb18030", "big5", "euc_kr"]


def decoded_by_likelihood(data: bytes) -> str:
    """Text that is not UTF-8: damaged UTF-8, or the code page in which it looks most like a language."""
    as_utf8 = data.decode("utf-8", errors="replace")
    if is_damaged_utf8(as_utf8[:SAMPLE_BYTES]):
        return as_utf8
    # Imported here, because it costs more time than reading a hundred articles.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE_BYTES], cp_isolation=CODE_PAGES).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def is_damaged_utf8(as_utf8: str) -> bool:
    """Most of what is not ASCII could be decoded, which does not happen by accident."""
    bad = as_utf8.count("\ufffd")
    beyond_ascii = len(as_utf8) - len(as_utf8.encode("ascii", errors="ignore"))
    return beyond_ascii - bad >= 2 * bad


LINE_END = re.compile("\r\n?|[\v\f\x85\u2028]|\u2029")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")


def without_controls(text: str) -> str:
    """The text with \\n at its line ends and a space for every other control character but the tab."""
    return CONTROL.sub(" ", LINE_END.sub("\n", text))
