"""Names that the news spells in several ways: what a reader who types one of them means, too.

A row holds forms, so accents and case do not count. Spellings that the stemmer brings together anyway stand here too,
so that each of them leads to the others.
"""

from index.analysis import forms
from index.lexicon.person_spellings import PEOPLE
from index.lexicon.place_spellings import PLACES

SPELLINGS = (*PEOPLE, *PLACES)


def other_spellings(form: str) -> tuple[str, ...]:
    """The other forms of the name that has this form, the most usual first; often none."""
    return tuple(other for other in ROWS.get(form, ()) if other != form)


def rows_by_form() -> dict[str, tuple[str, ...]]:
    """The forms of each name, by each of them."""
    rows = [tuple(forms(spellings)) for spellings, _ in SPELLINGS]
    return {form: row for row in rows for form in row}


ROWS = rows_by_form()
