"""How long queries are, in the words that say what they are about."""

import re
from collections.abc import Mapping, Sequence

LENGTHS = ("1", "2–3", "4", "5", "6–7", "8–11", "12+")
"""How long queries are, in content words."""
LONGEST_OF = (1, 3, 4, 5, 7, 11)
"""The most words of each of these but the last."""


def length_class(text: str) -> str:
    """Which of LENGTHS a query belongs to; one of nothing but function words counts as one word."""
    count = len(content_words(text))
    return next((name for name, most in zip(LENGTHS, LONGEST_OF, strict=False) if count <= most), LENGTHS[-1])


def content_words(text: str) -> list[str]:
    """The words of a text that say what it is about, each once, in its order, in small letters."""
    words = re.findall(r"\w+(?:['’]\w+)*", text.casefold())
    return [word for word in dict.fromkeys(words) if word.replace("’", "'") not in FUNCTION_WORDS]


def by_length(queries: Mapping[str, str]) -> dict[str, Sequence[str]]:
    """The ids of the queries of each length, for the lengths that occur."""
    classes = {query: length_class(text) for query, text in queries.items()}
    groups = {name: [query for query, own in classes.items() if own == name] for name in LENGTHS}
    return {name: group for name, group in groups.items() if group}


# A list of its own, which does not move when the words that a search passes over do.
FUNCTION_WORDS = frozenset(
    str.split("""
    a about above after again against all also am among an and any anyone anything are aren't as at be because been
    before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down
    during each either etc every few for from further had hadn't has hasn't have haven't having he her here hers
    herself him himself his how however i i'm if in into is isn't it it's its itself just let like may me might more
    most much must my myself no nor not of off on once one ones only or other ought our ours ourselves out over own
    please same shall she should shouldn't since so some such than that that's the their theirs them themselves then
    there therefore these they this those through thus to too toward towards under until up upon us very was wasn't we
    were weren't what what's when where whether which while who whom whose why will with within without won't would
    wouldn't yet you your yours yourself yourselves tell give find know known exist there's
    """)
)
