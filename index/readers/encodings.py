"""The text that bytes mean, in whatever encoding."""

import codecs
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.errors import Unreadable
from index.readers.charsets.code_page_scorer import code_page_of
from index.readers.charsets.double_encoding import mended
from index.readers.charsets.encoding_labels import codec_called
from index.readers.charsets.iso_2022 import escaped_codec
from index.readers.charsets.named_decoding import ESCAPED, decoded_as
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


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text, and what was assumed of its encoding where its bytes do not tell; None where they do."""

    text: str
    doubt: str | None = None

    @property
    def doubts(self) -> tuple[str, ...]:
        """The same, as articles have it."""
        return () if self.doubt is None else (self.doubt,)


def decoded(data: bytes, *labels: str | None) -> str:
    """The text that these bytes mean; replacement characters stand for what cannot be decoded."""
    return decoded_text(data, *labels).text


def decoded_text(data: bytes, *labels: str | None) -> DecodedText:
    """The same, with what is in doubt; `labels` are names of encodings that others give, the surest first.

    A text in UTF-8 is taken for that, whatever others call it: it does not happen by accident.
    """
    sample = data[:SAMPLE_BYTES]
    named = [codec for label in labels if label and (codec := codec_called(label))]
    encoding, mark = marked_encoding(sample) or (escaped_encoding(sample, named), 0)
    if encoding is None and not named and is_binary(sample):
        raise Unreadable("not text")
    if encoding is None:
        encoding = "utf-8"
    text = decoded_as(data[mark:], encoding)
    if encoding != "utf-8" or "\ufffd" not in text or is_utf8(data[mark:]):
        return DecodedText(mended(text))
    if is_damaged_utf8(text):
        return DecodedText(mended(text))
    for codec in named:
        if codec != "utf-8" and fits(text := decoded_as(data, codec)):
            return DecodedText(text)
    guess = code_page_of(sample)
    return DecodedText(decoded_as(data, guess.codec), guess.doubt)


def is_utf8(data: bytes) -> bool:
    """The bytes are text in UTF-8, all of them."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


MOST_MISFITS = 0.05
"""Of the letters beyond ASCII that an encoding cannot have, where it is rightly named."""


def fits(text: str) -> bool:
    """Nearly all of the letters could be decoded."""
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    return text.count("\ufffd") <= MOST_MISFITS * beyond_ascii


def marked_encoding(sample: bytes) -> tuple[str, int] | None:
    """The encoding that the first bytes tell, and the length of their mark; None where they tell none."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if sample.startswith(mark):
            return encoding, len(mark)
    utf16 = unmarked_utf16(sample)
    return (utf16, 0) if utf16 else None


def escaped_encoding(sample: bytes, named: Sequence[str] = ()) -> str | None:
    """The encoding of seven bits that escapes tell, or a name that fits them; None where there are none."""
    if b"\x1b" not in sample and b"~{" not in sample:
        return None
    return escaped_codec(sample) or next((codec for codec in named if codec in ESCAPED and b"\x1b" in sample), None)


def encoding_of(sample: bytes) -> tuple[str, int]:
    """The encoding in which a file begins so, and the length of its byte order mark; Unreadable when it is not text."""
    if found := marked_encoding(sample):
        return found
    if escaped := escaped_encoding(sample):
        return escaped, 0
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
    name = STREAMED.get(encoding, encoding)
    text = io.TextIOWrapper(io.BufferedReader(Rejoined(sample[mark:], stream)), name, "replace", newline="")
    while line := text.readline(longest):
        yield mended(line)


STREAMED = {"iso2022_jp": "iso2022_jp_ext", "iso2022_cn": "iso2022_kr"}
"""Codecs of Python that come near to an encoding, where a text is too long to be decoded as a whole."""


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
    orders = (("utf-16-le", 1), ("utf-16-be", 0))
    spaced = next((order for order, high in orders if is_utf16(sample, order, high)), None)
    return spaced or next((order for order, _ in orders if is_east_asian_utf16(sample, order)), None)


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


EAST_ASIAN = re.compile(r"[一-鿿\u3000-ヿ가-힣\uff01-\uff9f“”‘’…—·]")
PRINTED_ASCII = re.compile(r"[\t\n\r -~]")
FEWEST_LETTERS = 16
MOST_OTHERS = 0.02


def is_east_asian_utf16(sample: bytes, encoding: str) -> bool:
    """Nearly all characters are of Chinese, Japanese or Korean texts, or printed ones of ASCII, and most the former.

    Other files with NUL bytes have as many characters elsewhere: those of East Asia are half of all there are.
    """
    text = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace").rstrip("\ufffd")
    letters = len(EAST_ASIAN.findall(text))
    others = len(text) - letters - len(PRINTED_ASCII.findall(text))
    return letters >= FEWEST_LETTERS and letters > len(text) / 2 and others <= MOST_OTHERS * len(text)


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


def likely_encoding(sample: bytes) -> str:
    """For text that is not UTF-8: UTF-8 if it is damaged, or the code page in which it looks most like a language."""
    is_damaged = is_damaged_utf8(sample.decode("utf-8", errors="replace"))
    return "utf-8" if is_damaged else code_page_of(sample).codec


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
