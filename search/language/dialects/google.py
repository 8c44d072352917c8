"""The language of Google and Google News: words side by side are wanted, and OR joins its two neighbours.

Sources: jasonsavitt.info, Google search rules; libguides.uww.edu/googletips; rba.co.uk, AROUND.
"""

from search.language.dialects.borrowed_nearness import borrowed_nearness, borrowed_scopes
from search.language.dialects.dialect_words import NATIVE_FIELD, NATIVE_WORD_FIELDS, native_field
from search.language.dialects.grammar import Grammar, JointForm, SpecialForm, WordForm

NOT, NEAR, OR, AND = 7, 6, 5, 4


GOOGLE = Grammar(
    name="google",
    joints=(
        JointForm(r"AROUND\s?\((?P<n>[0-9]{1,4})\)", "near", NEAR, "peace AROUND(2) talks", plus=1, is_joined=True),
        JointForm(r"OR", "or", OR, "peace OR talks"),
        JointForm(r"\|", "or", OR, "peace|talks", is_joined=True),
        JointForm(r"AND", "and", AND, "peace AND talks"),
        JointForm(r"NOT", "not", AND, "peace NOT talks"),
        *borrowed_nearness(NEAR, "w/5", "pre/5"),
        *borrowed_scopes(NEAR),
    ),
    space=JointForm("", "and", AND, "peace talks"),
    word_forms=(
        WordForm(r"^~+", "", "~peace", "the word in all of its forms; the sign asks for nothing any more"),
        WordForm(r"^\+", "=", "+talks", "this form and no other"),
    ),
    prefixes={
        "intitle": ("title",),
        "intext": ("body",),
        "inurl": ("url",),
        "site": ("site",),
        "location": ("place",),
        **NATIVE_WORD_FIELDS,
    },
    specials=(
        SpecialForm(
            r"(?ai:allin(?:title|text|url)):[^()]*",
            native_field,
            "allintitle: Kherson",
            "all the words that follow, in the headline; also allintext, allinurl",
        ),
        NATIVE_FIELD,
    ),
    mended=((r"\b((?ai:intitle|intext|inurl|site|before|after|source)):[ ]+(?=\S)", r"\1:"),),
    exact_quotes=True,
    signs="-",
    not_level=NOT,
    drops_common=True,
    differences=(
        "before: and after: take a day, a month or a year, and leave out what they name.",
        "A star between words in quotation marks is one word or a few.",
        "Nothing is looked up in the web: link:, related: and cache: are left out.",
    ),
)
