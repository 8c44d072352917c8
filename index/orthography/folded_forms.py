"""What a word of a text is compared by."""

import re

from index.orthography.acronyms import WRITTEN
from index.orthography.apostrophes import without_apostrophes
from index.orthography.letters import folded_letters

LONGEST_FORM = 100
"""Characters; what comes after them in one unbroken run of letters is not part of its form."""

LONGEST_WORD = 1000
"""Characters that are folded of such a run: some become eighteen each, and others vanish."""


def form(word: str) -> str:
    """The word as it is compared: without case, accents, possessive, and the marks of numbers and acronyms."""
    if word in WRITTEN:
        return WRITTEN[word]
    word = word[:LONGEST_WORD]
    folded = word.lower() if word.isascii() else folded_letters(word.replace("&amp;", "&"))
    if not folded.isalnum():
        folded = without_signs(folded)
    return folded[:LONGEST_FORM] or word[:LONGEST_FORM]


def plain_form(word: str) -> str:
    """The same, of a word that has nothing but letters and digits of ASCII."""
    return WRITTEN[word] if word in WRITTEN else word.lower()[:LONGEST_FORM]


SIGN_WORDS = frozenset({"c++", "c#", "f#", ".net"})
"""Words that would be others without their signs."""
DECIMAL = re.compile(r"\d+\.\d")
POSSESSIVE = re.compile("['`]s$")


def without_signs(folded: str) -> str:
    """A folded word without the signs that do not tell it from others."""
    if folded.endswith("'s") and folded[:-2].isalnum():
        return folded[:-2]
    if folded in SIGN_WORDS:
        return folded
    if "&" in folded:
        return POSSESSIVE.sub("", folded.replace("&amp;", "&").replace(" ", ""))
    if "'" in folded or "`" in folded:
        folded = without_apostrophes(folded.replace("`", "'"))
    folded = folded.replace(",", "")
    if "." not in folded or DECIMAL.match(folded):
        return folded
    letters = folded.replace(".", "").replace(" ", "")
    # With full stops it is the country however small it is written.
    return "usa" if letters == "us" else letters
