"""Words with letters beyond ASCII, in one spelling."""

import re
import unicodedata

from index.orthography.characters import (
    APOSTROPHES,
    ARABIC_POINTS,
    CLINGING,
    HEBREW_POINTS,
    IGNORABLE,
    MARKS,
    NON_JOINER,
    TATWEEL,
    UNSPACED,
)
from index.orthography.particles import without_particles

SIGNS = "'.,&+# "
"""What may stand inside a word as `index.orthography.word_pattern` finds it."""

LATIN = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
"""Letters that Unicode does not take apart."""
AZERBAIJANI = {"ə": "a", "ǝ": "a"}
"""Its newspapers write Əliyev, those who write of it Aliyev."""
CYRILLIC = {"ё": "е", "ѐ": "е", "ѝ": "и", "ґ": "г"}
"""Letters that are often written without what makes them others."""
ARABIC = {"ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۃ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه"}
"""Letters that are written in another way at the end of words, in Persian, Urdu or Kurdish, or carelessly."""
NUMBER_MARKS = {"٬": ",", "٫": "."}
SPELLINGS = LATIN | AZERBAIJANI | CYRILLIC | ARABIC | NUMBER_MARKS | {TATWEEL: ""}
SPELLING_TABLE = str.maketrans(SPELLINGS)
APOSTROPHE_TABLE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))

INVISIBLE = re.compile(f"[{IGNORABLE}{NON_JOINER}]")
DIGIT = re.compile(r"[^\D0-9]")
POINT = re.compile(f"[{ARABIC_POINTS}{HEBREW_POINTS}]")
UNSPACED_CHARACTER = re.compile(f"[{UNSPACED}]")
UNSPACED_WORD = re.compile(f"[{UNSPACED}][{MARKS}]*")
WORD_CHARACTER = re.compile(f"[^\\W_]|[{CLINGING}]")


def folded_letters(word: str) -> str:
    """The word without case, accents of Latin and Greek, points of Arabic and Hebrew, and what nobody sees.

    Letters and digits that stand for others (ﬁ, ２, ٢, ﾋﾟ) become those.
    """
    word = INVISIBLE.sub("", word)
    if UNSPACED_CHARACTER.match(word):
        whole = unicodedata.normalize("NFKC", word)
        # Some fall apart into several words; these stay as they are, so that a form is one word again.
        return whole if UNSPACED_WORD.fullmatch(whole) else unicodedata.normalize("NFC", word)
    # Before Unicode's compatibility forms, in which an acute accent that stands alone is a space with an accent.
    folded = unicodedata.normalize("NFKC", word.translate(APOSTROPHE_TABLE)).casefold().translate(SPELLING_TABLE)
    folded = without_accents(unicodedata.normalize("NFKC", folded)).translate(SPELLING_TABLE)
    # Armenian writes its "and" inside words as a ligature, և, which its capitals take apart into ԵՎ or ԵՒ.
    folded = DIGIT.sub(ascii_digit, folded).replace("եւ", "եվ")
    kept = "".join(character for character in folded if character in SIGNS or WORD_CHARACTER.match(character))
    if not any(map(str.isalnum, kept)):
        return unicodedata.normalize("NFC", word)
    return without_particles(kept.strip(SIGNS) if kept[-1] not in "+#" else kept)


def ascii_digit(found: re.Match[str]) -> str:
    """The digit of any script as one of ASCII."""
    return str(unicodedata.decimal(found.group()))


def without_accents(text: str) -> str:
    """é -> e, ή -> η, أ -> ا; other marks stay, because in other scripts they make another letter."""
    letters: list[str] = []
    for character in POINT.sub("", unicodedata.normalize("NFD", text)):
        if unicodedata.combining(character) and (character in STRESS or (letters and loses_accents(letters[-1]))):
            continue
        letters.append(character)
    return unicodedata.normalize("NFC", "".join(letters))


STRESS = "\u0300\u0301"
"""Accents that Russian, Ukrainian and Bulgarian texts put on a vowel to help the reader."""


def loses_accents(letter: str) -> bool:
    """Whether the letter is Latin or Greek."""
    return letter.isascii() or "\u0370" <= letter <= "\u03ff"
