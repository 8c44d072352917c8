"""Text in UTF-8 that was read as Windows-1252 and saved again: “Ã©” for “é”, “â€™” for “’”."""

import re

REST = "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
"""What Windows-1252 shows for the second and later bytes of a letter."""
DOUBLED = re.compile(f"[\u00c2-\u00df]{REST}|[\u00e0-\u00ef]{REST}{{2}}|[\u00f0-\u00f4]{REST}{{3}}")
"""A letter of two to four bytes, each read as a letter of Windows-1252."""
BEGINNING = re.compile(f"[\u00c2-\u00f4]{REST}")
"""Of one; that there is none is found out faster."""
FEWEST = 2
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
LARGEST_SHARE_ALONE = 0.2
"""Of what is beyond ASCII and belongs to no such letter: a text that only shows what is wrong with another has more."""


def mended(text: str) -> str:
    """The text as it was before it was read wrongly; as it is where it was not."""
    if text.isascii() or not BEGINNING.search(text):
        return text
    found = DOUBLED.findall(text)
    if len(found) < FEWEST:
        return text
    letters = len(BEYOND_ASCII.findall(text))
    if letters - sum(map(len, found)) > LARGEST_SHARE_ALONE * letters:
        return text
    return DOUBLED.sub(lambda match: single(match[0]), text)


def single(letters: str) -> str:
    """The one letter that these were; as they are where they were none."""
    try:
        return b"".join(map(byte_of, letters)).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return letters


def byte_of(letter: str) -> bytes:
    """The byte that was read as this letter; Windows-1252 leaves five bytes to the control characters."""
    return bytes([ord(letter)]) if ord(letter) < 0x100 else letter.encode("cp1252")
