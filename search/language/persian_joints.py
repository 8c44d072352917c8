"""Persian words whose parts are written together, with a non-joiner between them, or apart: each finds the others.

A text that has a non-joiner or a space there has two words (`index.orthography`), one that has neither has one.
"""

import re

from index.orthography.characters import NON_JOINER
from search.clause_walks import disjunction
from search.clauses import Clause, Phrase, Spellings, Word

JOINED = re.compile(
    r"""
      (?P<verb> ن?مي) (?P<of_verb> \w{3,})               # میخواهم
    | (?P<noun> \w{3,}) (?P<ending> ها(?:ي|يي|يش)?)       # کتابها
    """,
    re.VERBOSE,
)
"""Forms in which a prefix of verbs or an ending of the plural is written together with the rest."""
SPACE = re.compile(r"\s")


def with_other_joints(clause: Word | Spellings | Phrase) -> Clause:
    """The clause, or what is the same with its two parts joined or apart; a phrase only where it has a non-joiner."""
    match clause:
        case Word(term=term, field=field) if found := JOINED.fullmatch(term):
            parts = tuple(part for part in found.groups() if part)
            return disjunction((clause, Phrase(" ".join(parts), parts, field)))
        case Phrase(typed, (first, second), field, is_exact=False) if NON_JOINER in typed and not SPACE.search(typed):
            return disjunction((clause, Word(typed.replace(NON_JOINER, ""), first + second, field)))
        case _:
            return clause
