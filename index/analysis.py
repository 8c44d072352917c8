"""Words as the index knows them: where each stands in a text, its form, and its stem.

Indexing, searching and highlighting all read words here, so that they can never disagree. No word is left out:
a stop word keeps its place, and "bank of England" is not "bank England".
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from nltk.stem.snowball import SnowballStemmer

VERSION = 2
"""Raised whenever a text would give other words than before: an index made with another version is outdated."""

LONGEST_FORM = 100
"""Characters; what comes after them in one unbroken run of letters is not part of its form."""


class Token(NamedTuple):
    """A word of a text: its folded form, and the span of the text that shows it."""

    form: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in reading order; a word's place in this order is its position."""
    for match in WORD.finditer(text):
        yield Token(form(match.group()), match.start(), match.end())


def forms(text: str) -> list[str]:
    """The folded forms of the words of a text, in order."""
    return [form(match.group()) for match in WORD.finditer(text)]


def terms(text: str) -> list[str]:
    """The stems of the words of a text, in order."""
    return [stem(form(match.group())) for match in WORD.finditer(text)]


# Scripts that write without spaces are read a character at a time: a longer word is then found as a phrase.
# Marks are what Python's \w leaves out although it belongs to the letter before it.
UNSPACED = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u1000-\u102a\u1780-\u17b3"
    "\u2e80-\u2fd5\u3200-\u33ff\uff66-\uff9d\u0edc-\u0edf\u3005-\u3007\u3038-\u303a\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3192-\u319f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
MARKS = (
    "\u00ad\u200c\u200d\u2060\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d"
    "\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b4d\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d\u0cbc-\u0ccd"
    "\u0d3b-\u0d4d\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
    "\u102b-\u103e\u17b4-\u17d3\u3099\u309a\ufe0e\ufe0f"
)
LETTER = f"(?:(?![{UNSPACED}])[^\\W_][{MARKS}]*)"
WORD = re.compile(
    rf"""
      [{UNSPACED}][{MARKS}]*
    | (?<![^\W_]) (?:(?!\d){LETTER}) (?:\.(?!\d){LETTER})+ (?![^\W_]) \.?     # U.S.  a.m.  J.K
    | \d{{1,3}} (?:,\d{{3}})+ (?!\d) (?:\.\d+)? {LETTER}*                     # 100,000
    | \d+ (?:\.\d+)+ {LETTER}*                                                # 3.5  3.5bn
    | {LETTER}+ (?:['’ʼ＇]{LETTER}+)*                                         # talks  Milley’s  155mm  O'Brien
    """,
    re.VERBOSE,
)


def form(word: str) -> str:
    """The word as it is compared: without case, accents, possessive, and the marks of numbers and acronyms."""
    if word in UNITED_STATES:
        return "usa"
    folded = word.lower() if word.isascii() else folded_letters(word)
    if "'" in folded:
        folded = without_apostrophes(folded)
    if "." in folded and not DECIMAL.match(folded):
        folded = folded.replace(".", "")
    elif "," in folded:
        folded = folded.replace(",", "")
    return folded[:LONGEST_FORM] or word[:LONGEST_FORM]


def plain_form(word: str) -> str:
    """The same, of a word that has nothing but letters and digits of ASCII."""
    return "usa" if word in UNITED_STATES else word.lower()[:LONGEST_FORM]


DECIMAL = re.compile(r"\d+\.\d")

UNITED_STATES = frozenset({"US", "USA", "U.S.", "U.S", "U.S.A.", "U.S.A"})
"""Written so, the country; "us" in small letters is a pronoun."""


def without_apostrophes(folded: str) -> str:
    """Milley's -> milley, O'Brien -> obrien; other words keep theirs, so that we'll is not well."""
    if folded.endswith("'s"):
        folded = folded[:-2]
    if folded[1:2] == "'" and folded[0] != "i":
        folded = folded[0] + folded[2:]
    return folded


SPELLINGS: dict[str, str] = {
    **dict.fromkeys("’ʼ＇", "'"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f", ""),
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "ħ": "h",
    "ŧ": "t",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ð": "d",
}
"""Curly apostrophes straight, invisible marks gone, and letters that Unicode does not take apart taken apart."""
SPELLING_TABLE = str.maketrans(SPELLINGS)


def folded_letters(word: str) -> str:
    """A word with letters beyond ASCII, in one spelling: compatibility forms, case, and accents of Latin letters."""
    if UNSPACED_CHARACTER.match(word):
        whole = unicodedata.normalize("NFKC", word)
        # Some fall apart into several words; these stay as they are, so that a form is one word again.
        return whole if UNSPACED_WORD.fullmatch(whole) else unicodedata.normalize("NFC", word)
    folded = unicodedata.normalize("NFKC", word).casefold().translate(SPELLING_TABLE)
    folded = without_latin_accents(unicodedata.normalize("NFKC", folded)).translate(SPELLING_TABLE)
    kept = "".join(character for character in folded if character in "'.," or WORD_CHARACTER.match(character))
    return kept.strip("'.,") if any(map(str.isalnum, kept)) else unicodedata.normalize("NFC", word)


UNSPACED_CHARACTER = re.compile(f"[{UNSPACED}]")
UNSPACED_WORD = re.compile(f"[{UNSPACED}][{MARKS}]*")
WORD_CHARACTER = re.compile(f"[^\\W_]|[{MARKS}]")


STRESS = "\u0301"
"""The acute accent, which Russian and Ukrainian texts put on a vowel to help the reader."""


def without_latin_accents(text: str) -> str:
    """é -> e; the marks of other scripts stay, because there they make another letter."""
    letters: list[str] = []
    for character in unicodedata.normalize("NFD", text):
        if character == STRESS or (unicodedata.combining(character) and letters and letters[-1].isascii()):
            continue
        letters.append(character)
    return unicodedata.normalize("NFC", "".join(letters))


SEPARATE_STEMS = {
    # Words that Snowball's rules run together with words of another meaning; each row is tested with its example.
    "united": "united",
    "international": "international",
    "internationally": "international",
    "university": "university",
    "universities": "university",
    "organization": "organization",
    "organizations": "organization",
    "organisation": "organization",
    "organisations": "organization",
    "emergency": "emergency",
    "emergencies": "emergency",
    "evening": "evening",
    "evenings": "evening",
}


MOST_STEMS = 65_536
"""Forms whose stems are kept in memory; those that were not asked for longest go first. All of them take 15 MB; 3,800
articles of the news have 52,000 forms."""


@lru_cache(MOST_STEMS)
def stem(form: str) -> str:
    """The stem under which the index files a form: "negotiating" -> "negoti" (Snowball English, by NLTK)."""
    if form.isascii() and not form.endswith(STEMMED_ENDINGS):
        return form
    return SEPARATE_STEMS.get(form) or remembered_stem(form) or snowball_stem(form)


STEMMED_ENDINGS = ("'", "e", "i", "l", "s", "y", "ed", "er", "ic", "ing", "ion", "ism", "nt", "or")
"""What a word ends with that Snowball's rules for English change; it takes other words, four of ten, as they are."""


def remember_stems(table: Callable[[str], str | None]) -> None:
    """Ask this table for stems before NLTK is: importing NLTK costs more than a search does.

    A stem depends on nothing but its form and VERSION, so a table can make this faster but never different.
    """
    TABLES[:] = [table]


TABLES: list[Callable[[str], str | None]] = []


def remembered_stem(form: str) -> str | None:
    """What the table says; None when there is no table or the form is not in it."""
    return TABLES[0](form) if TABLES else None


def snowball_stem(form: str) -> str:
    """What NLTK's Snowball stemmer says."""
    return str(snowball().stem(form))


@cache
def snowball() -> "SnowballStemmer":
    """NLTK's English stemmer, imported when the first unknown form is met."""
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")
