"""How compounds are written otherwise: ceasefire as cease fire, e-mail as email, F-16 as F16.

A joined word has the parts that the table of compounds or a code of letters and digits gives it, and two words with a
hyphen or a space between them have a joined form by the same. Of a pair with a hyphen that no table has, an index may
know the joined form. Pairs with a space are joined by the table alone, and codes.
"""

import re
from collections.abc import Callable, Iterator

from index.analysis import tokens
from index.word_forms.compounds import joined, joined_by_hyphen
from index.word_forms.families import is_listed

Held = Callable[[str], bool]
"""Whether an article holds a word with the term of this form."""

CODE = re.compile(r"([^\W\d_]{1,8})(\d{1,4})")
"""A code of letters and then digits: F16, COVID19."""
LONG_PART = 4
"""Letters. A pair with a hyphen whose parts both have so many is what it is written in one: petro-chemical. Of 63 such
pairs in 12,000 articles whose joined form others have, all are; with shorter parts they may not be: re-sign, co-op."""
HYPHEN = re.compile("[-\u2010\u2011\u2012\u2013]")


def parts_of(form: str) -> Iterator[tuple[str, str]]:
    """The two words as which a joined word is written as well: "ceasefire" -> cease, fire; "f16" -> f, 16."""
    if code := CODE.fullmatch(form):
        yield code[1], code[2]
    for cut in range(1, len(form)):
        if joined_by_hyphen(form[:cut], form[cut:]):
            yield form[:cut], form[cut:]


def joined_form(typed: str, is_held: Held) -> str | None:
    """The one word as which two words are written as well: "cease-fire" -> ceasefire; None where there is none."""
    found = list(tokens(typed))
    if len(found) != 2:
        return None
    first, second = (token.form for token in found)
    has_hyphen = HYPHEN.fullmatch(typed[found[0].end : found[1].start]) is not None
    closed = first + second
    if joined(first, second) or (CODE.fullmatch(closed) and first.isalpha()):
        return closed
    if not has_hyphen:
        return None
    # A listed word was weighed when the table was made: re-sign is not resign.
    is_plain = min(len(first), len(second)) >= LONG_PART or not is_listed(closed)
    return closed if joined_by_hyphen(first, second) or (is_plain and is_held(closed)) else None
