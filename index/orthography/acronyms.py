"""Acronyms that are ordinary words when written small: US and us, IT and it."""

import re

from index.orthography.apostrophes import words_of
from index.orthography.characters import APOSTROPHES, FREE_BEFORE, free_after

UNITED_STATES = (
    *("US", "USA", "U.S.", "U.S", "U.S.A.", "U.S.A", "U. S.", "U. S. A."),
    *(f"US{apostrophe}s" for apostrophe in APOSTROPHES),
)
WRITTEN = {**dict.fromkeys(UNITED_STATES, "usa"), "IT": "IT"}
"""Words by what they are as they are written: "us" in small letters is a pronoun, and so is "it". A form in capitals is
none of any other word, and reads as itself."""

# Lines in capitals write the pronouns as they write the acronyms. What stands beside these words is the pronoun.
BEFORE_US = words_of(
    "JOIN TELL GIVE LET HELP CONTACT ABOUT FOLLOW EMAIL CALL SHOW TEACH ASK SEND BRING VISIT WRITE AMONG BETWEEN "
    "BEHIND AROUND REMIND LEAVE MAKES MAKE MADE"
)
BEFORE_IT = words_of(
    "A AS AT BUT BY FOR FROM GET GETS GIVE HAD HAS HAVE HOW IF IN INTO IS KEEP KNOW LET LIKE LOVE MAKE MAKES MADE MAY "
    "OF ON OR OVER SAID SAY SAYS SEE THAN THAT TO TAKE THOUGH UNTIL WAS WHAT WHEN WHERE WHY WILL WITH YOU"
)
AFTER_IT = words_of(
    "A ABOUT ALL AM AN AND AS AT BACK BE BUT BY CAN COULD DID DO DOES DOWN FELT FOR FROM GETS GOES HAD HAPPENED "
    "HAS HOW IF IN IS ISN JUST KEEPS LOOKS MAKES MAY MEANS MIGHT MUST NEEDS NEVER NOW OFF ON ONLY OR OUT OVER SAYS "
    "SEEMS SHOULD SO STARTED TAKES THAT THE TO TOO TOOK UP WAS WHEN WILL WITH WON WOULD"
)
NEAR = 12
"""Characters before and after a word that are looked at: more than the longest of these words."""
CAPITALS_BEFORE = re.compile(r"([A-Z]+)[ \xa0]\Z")
CAPITALS_AFTER = re.compile("[ \xa0]([A-Z]+)")
IN_DOUBT = frozenset({"US", "IT"})
ALONE = re.compile(rf"{FREE_BEFORE}(?:US|IT){free_after(3)}")


def is_pronoun(word: str, before: str, after: str) -> bool:
    """Whether one of the words IN_DOUBT is a pronoun where this stands before and after it, at least NEAR characters.

    >>> is_pronoun("US", "COME AND JOIN ", " FOR LUNCH"), is_pronoun("US", "", "-BACKED FORCES")
    (True, False)
    """
    left = CAPITALS_BEFORE.search(before)
    if word == "US":
        return left is not None and left[1] in BEFORE_US
    right = CAPITALS_AFTER.match(after)
    return (left is not None and left[1] in BEFORE_IT) or (right is not None and right[1] in AFTER_IT)


def word_read(found: re.Match[str]) -> str:
    """The word of a text that a pattern found, in small letters where it is a pronoun in a line of capitals."""
    word = found.group()
    if word not in IN_DOUBT:
        return word
    text, (start, end) = found.string, found.span()
    is_small = is_pronoun(word, text[max(0, start - NEAR) : start], text[end : end + NEAR]) and ALONE.match(text, start)
    return word.lower() if is_small else word
