"""The language of Google and Google News: words side by side are wanted, and OR joins its two neighbours.

Sources: jasonsavitt.info, Google search rules; libguides.uww.edu/googletips; rba.co.uk, AROUND.
"""

import re

from search.language.dialects.dialect_words import NATIVE_FIELD, NATIVE_WORD_FIELDS, native_field
from search.language.dialects.grammar import Grammar, JointForm, SpecialForm
from search.language.messages import Notes

NEAR, OR, AND = 6, 5, 4


def word(typed: str, notes: Notes) -> str:
    """A word as we write it: one that is forced by + is of this form only, and ~ asks for nothing any more."""
    return re.sub(r"^\+", "=", typed.lstrip("~"))


GOOGLE = Grammar(
    name="google",
    joints=(
        JointForm(r"AROUND\s?\((?P<n>[0-9]{1,4})\)", "near", NEAR, "oil AROUND(2) production", plus=1, is_joined=True),
        JointForm(r"OR", "or", OR, "london OR paris"),
        JointForm(r"\|", "or", OR, "kyiv|kiev", is_joined=True),
        JointForm(r"AND", "and", AND, "a AND b"),
        JointForm(r"NOT", "not", AND, "a NOT b"),
    ),
    space=JointForm("", "and", AND, "jaguar speed"),
    native_word=word,
    calls={},
    prefixes={
        **NATIVE_WORD_FIELDS,
        "intitle": ("title",),
        "intext": ("body",),
        "inurl": ("url",),
        "site": ("site",),
        "location": ("place",),
    },
    specials=(
        SpecialForm(r"(?ai:allin(?:title|text|url)):[^()]*", native_field, "allintitle: miners strike"),
        NATIVE_FIELD,
    ),
    mended=((r"\b((?ai:intitle|intext|inurl|site|before|after|source)):[ ]+(?=\S)", r"\1:"),),
    exact_quotes=True,
    signs="-",
    not_level=AND,
    drops_common=True,
)
