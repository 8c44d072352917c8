"""The text that bytes mean, in whatever encoding."""

import codecs
import io
import re
from collections import Counter
from collections.abc import Iterator

from index.errors import Unreadable
from index.readers.source import LARGEST_FILE_BYTES

SAMPLE_BYTES = 256 * 1024
"""How much of a file is looked at to tell its encoding."""

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(data: bytes) -> str:
    """The text that these bytes mean; replacement characters stand for what cannot be decoded."""
    encoding, mark = encoding_of(data[:SAMPLE_BYTES])
    if encoding != "utf-8":
        return data[mark:].decode(encoding, errors="replace")
    try:
        return data[mark:].decode("utf-8")
    except UnicodeDecodeError:
        return data[mark:].decode(likely_encoding(data[:SAMPLE_BYTES]), errors="replace")


def encoding_of(sample: bytes) -> tuple[str, int]:
    """The encoding in which a file begins so, and the length of its byte order mark; Unreadable when it is not text."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if sample.startswith(mark):
            return encoding, len(mark)
    if utf16 := unmarked_utf16(sample):
        return utf16, 0
    if is_binary(sample):
        raise Unreadable("not text")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return likely_encoding(sample), 0
    return "utf-8", 0


def text_lines(stream: io.BufferedIOBase, longest: int = LARGEST_FILE_BYTES) -> Iterator[str]:
    """The lines of a text with their ends, as they come; a longer line than `longest` characters is cut there.

    Memory does not grow with the text.
    """
    sample = stream.read(SAMPLE_BYTES)
    encoding, mark = encoding_of(sample)
    text = io.TextIOWrapper(io.BufferedReader(Rejoined(sample[mark:], stream)), encoding, "replace", newline="")
    while line := text.readline(longest):
        yield line


class Rejoined(io.RawIOBase):
    """A stream of which a beginning has been read already, from that beginning on."""

    def __init__(self, beginning: bytes, rest: io.BufferedIOBase) -> None:
        self.beginning = beginning
        self.rest = rest

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next; 0 at the end."""
        data = self.beginning[: len(buffer)] or self.rest.read(len(buffer))
        self.beginning = self.beginning[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def unmarked_utf16(sample: bytes) -> str | None:
    """The byte order of text in UTF-16 that has no mark; None when it is anything else."""
    if b"\0" not in sample:  # the spaces of such a text have one
        return None
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


def likely_encoding(sample: bytes) -> str:
    """For text that is not UTF-8: UTF-8 if it is damaged, or the code page in which it looks most like a language."""
    if is_damaged_utf8(sample.decode("utf-8", errors="replace")):
        return "utf-8"
    # Imported here, because it costs more time than reading a hundred articles.
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=CODE_PAGES).best()
    if best is None or (best.encoding in MISTAKEN_FOR and is_western(sample.decode("cp1252", errors="replace"))):
        return "cp1252"
    return best.encoding


MISTAKEN_FOR = frozenset({"cp1250", "mac_roman"})
"""Code pages for which French, Danish and short texts are taken: most of their letters lie where others of it do."""
WESTERN = frozenset("àâäáãåæçèéêëìíîïñòóôöõøùúûüœßÀÂÄÁÅÆÇÈÉÊËÍÎÏÑÓÔÖÕØÚÜŒ«»“”‘’‚„–—…•·€£§°©®™¿¡ªº½\xa0\xad")


def is_western(text: str) -> bool:
    """Every letter beyond ASCII is one of Western Europe, and they are not those that stand for Czech and Hungarian."""
    letters = {character for character in text if ord(character) > 0x7F}
    is_czech = "ø" in letters and letters & set("ìù")
    is_hungarian = letters & set("õû") and letters & set("öü")
    return letters <= WESTERN and not is_czech and not is_hungarian


def is_damaged_utf8(as_utf8: str) -> bool:
    """Most of what is not ASCII could be decoded, which does not happen by accident."""
    bad = as_utf8.count("\ufffd")
    beyond_ascii = len(as_utf8) - len(as_utf8.encode("ascii", errors="ignore"))
    return beyond_ascii - bad >= 2 * bad


LINE_END = re.compile("\r\n?|[\v\f\x85\u2028]|\u2029")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
NEITHER = re.compile("[^\x00-\x08\v-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]*+")
"""What nearly all texts are from end to end."""


def without_controls(text: str) -> str:
    """The text with \\n at its line ends, and a space for every control character but the tab and half pairs."""
    return text if NEITHER.fullmatch(text) else CONTROL.sub(" ", LINE_END.sub("\n", text))
