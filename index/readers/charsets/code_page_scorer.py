"""In which code page a text of one or two bytes a letter reads most like a language.

For each code page, the sum over the letters beyond ASCII of the logarithm of how common they are in the language that
fits best; letters of two scripts in one word, capitals after small letters and signs within words count as letters of
none.
"""

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import inf, log
from typing import NamedTuple

from index.readers.charsets.encoding_labels import shown_name
from index.readers.charsets.letter_ranks import CHINESE, FOREIGN, LANGUAGES, PUNCTUATION, TAIWANESE, LetterRanks

SAMPLE_BYTES = 6_000
"""Of lines with letters beyond ASCII; more tell no more."""
ONE_BYTE = (
    ("LATIN", "cp1252 iso8859_15 cp1250 iso8859_2 cp1254 cp1257 iso8859_13 iso8859_4 iso8859_16 cp1258"),
    ("LATIN", "cp850 cp852 cp857 cp775 cp437 mac_roman mac_latin2 mac_turkish"),
    ("CYRILLIC", "cp1251 koi8_u cp866 iso8859_5 mac_cyrillic cp855 cp1125"),
    ("GREEK", "cp1253 iso8859_7 cp737 cp869 mac_greek"),
    ("HEBREW", "cp1255 iso8859_8 cp862"),
    ("ARABIC", "cp1256 iso8859_6 cp720"),
    ("THAI", "cp874"),
)
"""Code pages of each script; of those that read a text alike, the first is named."""
RARER_LATIN, RARER_OLD = -3.0, -8.0
"""Logarithms of how much rarer than those in Windows-1252 texts in other code pages of Latin letters are, and in those
of DOS and old Macs: one letter must not be enough to take a text for one."""
TWO_BYTES = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "johab")

NO_LETTER = log(1e-5)
WRONG_PLACE = log(1e-4)
"""Of a letter that is right, where no word has one."""
IN_NO_SCRIPT = log(1e-6)
OF_NAMES = log(2e-3)
MARGIN = 6.0
"""By which the best must be likelier than the next for there to be no doubt: e to the sixth is 400 times."""
MOST_UNLIKELY = -6.5
"""A letter on average; a text in a language that has such letters is above."""


@dataclass(frozen=True, slots=True)
class CodePageGuess:
    """The codec in which a text reads best, and why that is not sure."""

    codec: str
    doubt: str | None


def code_page_of(sample: bytes) -> CodePageGuess:
    """The code page of a text that is not UTF-8."""
    sample = telling_lines(sample)
    (best, codec, text), *others = sorted(readings(sample), key=lambda reading: -reading.score)
    other = next((each for each in others if each.text != text), None)
    beyond_ascii = len(BEYOND_ASCII.findall(text)) or 1
    if other is not None and best - other.score < MARGIN:
        return CodePageGuess(codec, f"read as {shown_name(codec)}; it may be {shown_name(other.codec)}")
    if best / beyond_ascii < MOST_UNLIKELY:
        return CodePageGuess(codec, f"read as {shown_name(codec)}, in which it reads like no language that is known")
    return CodePageGuess(codec, None)


def telling_lines(sample: bytes) -> bytes:
    """The first lines with letters beyond ASCII, up to a limit."""
    kept = bytearray()
    for line in sample.split(b"\n"):
        if HIGH.search(line):
            kept += line + b"\n"
        if len(kept) >= SAMPLE_BYTES:
            break
    return bytes(kept[:SAMPLE_BYTES])


HIGH = re.compile(rb"[\x80-\xff]")
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


class CodePageReading(NamedTuple):
    """A text in a code page, and how likely it is, as a logarithm."""

    score: float
    codec: str
    text: str


def readings(sample: bytes) -> list[CodePageReading]:
    """The text in the code pages in which it is likeliest, in the order of the tables; none is left out that counts."""
    found = [each for codec in TWO_BYTES for each in two_byte_readings(sample, codec)]
    letters = [
        CodePageReading(letter_score(text, script) + rarity(codec, script), codec, text)
        for script, names in ONE_BYTE
        for codec in names.split()
        for text in [sample.decode(codec, "replace")]
    ]
    best = max((each.score for each in found), default=-inf)
    # What letters stand where only lowers the score, and takes longest to find: not asked of what is too low before.
    for each in sorted(letters, key=lambda reading: -reading.score):
        if each.score < best - MARGIN:
            break
        wrong = sum(is_out_of_place(each.text, match.start()) for match in BEYOND_ASCII.finditer(each.text))
        found.append(each._replace(score=each.score + wrong * WRONG_PLACE))
        best = max(best, found[-1].score)
    order = {codec: at for at, codec in enumerate([*(each.codec for each in letters), *TWO_BYTES])}
    return sorted(found, key=lambda reading: order[reading.codec])


def rarity(codec: str, script: str) -> float:
    """How much rarer texts in a code page are than those in the most common one, as a logarithm."""
    if codec.startswith(("cp4", "cp7", "cp85", "cp86", "cp112", "johab", "mac")):
        return RARER_OLD
    return RARER_LATIN if script == "LATIN" and codec != "cp1252" else 0.0


def letter_score(text: str, script: str) -> float:
    """How common its letters are in the language of the script that fits best."""
    letters = Counter(BEYOND_ASCII.findall(text))
    return max(sum(count * chance(letter, row) for letter, count in letters.items()) for row in rows_of(script))


@cache
def rows_of(script: str) -> tuple[LetterRanks, ...]:
    """The languages of a script."""
    return tuple(row for row in LANGUAGES if row.script == script)


IN_WORDS = frozenset("’'·-\xad\u200c´")


def is_out_of_place(text: str, at: int) -> bool:
    """No word has this letter or sign where it stands."""
    letter, before = text[at], text[at - 1 : at]
    after = text[at + 1 : at + 2]
    if not letter.isalpha():
        is_mark = unicodedata.combining(letter) or script_of(letter) in {"THAI", "ARABIC"}
        return before.isalpha() and after.isalpha() and letter not in IN_WORDS and not is_mark
    if (before.islower() and letter.isupper()) or (letter not in "ªº" and (before.isdigit() or after.isdigit())):
        return True
    return any(side.isalpha() and script_of(side) != script_of(letter) for side in (before, after))


@cache
def script_of(letter: str) -> str:
    """The script of a letter; empty where it has no name."""
    return unicodedata.name(letter, "").partition(" ")[0] if ord(letter) > 0x7F else "LATIN"


@cache
def chance(letter: str, row: LetterRanks) -> float:
    """The logarithm of how common a letter is in a language; a capital counts as its small letter, and less."""
    for form, share in ((letter, 0.8), (letter.lower(), 0.2)):
        rank = row.letters.find(form)
        if rank >= 0:
            return log(share / (rank + 3)) - DECLINE * rank
    if row.script == "LATIN" and letter in FOREIGN:
        return OF_NAMES
    sign = PUNCTUATION.find(letter)
    if sign >= 0:
        return log(0.3 / (sign + 10))
    return NO_LETTER if letter != "\ufffd" and unicodedata.category(letter)[0] != "C" else IN_NO_SCRIPT


DECLINE = 0.08
"""By which each rank is rarer than the one before; the rarest letters are much rarer than Zipf's law has it."""


LEAD_OF_COMMON = {"gb18030": (0xB0, 0xD7, 0xA1), "big5hkscs": (0xA4, 0xC6, 0x40)}
"""The first level of the Chinese sets, by lead byte, and the least trail byte."""
COMMON = {"gb18030": frozenset(CHINESE), "big5hkscs": frozenset(TAIWANESE)}


def two_byte_readings(sample: bytes, codec: str) -> Iterator[CodePageReading]:
    """The text in an encoding of East Asia; nothing where it cannot be in it."""
    try:
        text = codecs.getincrementaldecoder(codec)().decode(sample)
    except UnicodeDecodeError:
        return
    letters = Counter(BEYOND_ASCII.findall(text))
    score = sum(count * east_asian_chance(letter, codec) for letter, count in letters.items())
    score += rarity(codec, "") + WRONG_PLACE * len(AFTER_SMALL_LETTER.findall(text))
    yield CodePageReading(score, codec, text)


AFTER_SMALL_LETTER = re.compile(r"[a-z][^\x00-\x7f\W]")
"""As where the second byte of what is taken for a letter was one: “It’s” in Windows-1252."""


@cache
def east_asian_chance(letter: str, codec: str) -> float:
    """The logarithm of how common a letter is in texts that are in this encoding."""
    point = ord(letter)
    if 0x3041 <= point <= 0x30FF:
        return -4.5 if codec in {"cp932", "euc_jp"} else -9.0
    if letter in "、。「」・，．：；？！（）《》“”‘’—…　":
        return -4.0
    if 0xAC00 <= point <= 0xD7A3 and codec in {"cp949", "johab"}:
        return -6.0 if is_in(letter, "euc_kr") else -10.0
    if letter in COMMON.get(codec, ()):
        return -5.5
    if 0xFF10 <= point <= 0xFF5A:
        return -7.0
    if 0x4E00 <= point <= 0x9FFF:
        return -7.5 if is_of_first_level(letter, codec) else -10.5
    return -13.0


def is_of_first_level(letter: str, codec: str) -> bool:
    """The letter is one of the common ones of the set, which come before the rare ones."""
    data = letter.encode(codec)
    if codec in LEAD_OF_COMMON:
        first, last, trail = LEAD_OF_COMMON[codec]
        return first <= data[0] <= last and data[1] >= trail
    if codec == "cp932":
        return 0x88 <= data[0] <= 0x98
    return codec == "euc_jp" and 0xB0 <= data[0] <= 0xCF


def is_in(letter: str, codec: str) -> bool:
    """The codec has this letter."""
    try:
        letter.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
