"""Words that were broken with a hyphen at the end of a line, made whole again."""

import re

from index.analysis import form
from index.word_forms.families import is_listed

BROKEN = re.compile(
    r"(?<![^\W\d_]) (?P<first>[^\W\d_]++) (?P<mark>[-\u00ad\u2010\u00ac]) (?P<flow>[ \t]*)\n[ \t]*"
    r" (?P<rest>[^\W\d_]+ (?P<end>\S*)) [ \t]*\n?",
    re.VERBOSE,
)
"""Letters and a hyphen at the end of a line, and the word that begins the next line, which is not blank."""
JOINTS = frozenset("and or to und oder bzw sowie bis et ou y o e ed en of och og eller".split())  # noqa: SIM905
"""A hyphen before one of these stands for the end of a later word: pre- and post-war, Wirtschafts- und Finanz."""
COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[^\W\d_]++")


def joined_at_line_ends(text: str) -> str:
    """The text where words that the end of a line breaks stand before it: "nego-\\ntiations" -> "negotiations\\n".

    The hyphen stays where the same compound stands elsewhere in the text, before a capital, and between two words
    that a dictionary knows and that are none when they are joined: "well-\\nknown" -> "well-known\\n".
    """
    if "\n" not in text:
        return text
    compounds = frozenset(found.casefold() for found in COMPOUND.findall(text))
    return BROKEN.sub(lambda match: joined(match, compounds), text)


def joined(match: re.Match[str], compounds: frozenset[str]) -> str:
    """What stands for a broken word, and the end of its line behind it, with the white space that stood there."""
    first, mark, rest = match["first"], match["mark"], match["rest"]
    word = rest.removesuffix(match["end"])
    if word.casefold() in JOINTS and mark == "-" and not is_listed(form(first + word)):
        return match[0]
    hyphen = "-" if mark == "-" and is_compound(first, word, compounds) else ""
    return f"{first}{hyphen}{rest}{match['flow']}\n"


def is_compound(first: str, second: str, compounds: frozenset[str]) -> bool:
    """Whether the two are written with a hyphen also where no line ends."""
    if second[0].isupper() or f"{first}-{second}".casefold() in compounds:
        return True
    return not is_listed(form(first + second)) and is_listed(form(first)) and is_listed(form(second))
