"""What all ways to write one name have in common."""

from functools import lru_cache

from index.analysis import form
from index.entities.offices import without_particles
from index.lexicon.outlet_names import canonical_name


def key_of(text: str) -> str:
    """What two ways to say one name have in common; of short names it is remembered, for the same stand everywhere."""
    return known_key(text) if len(text) <= LONGEST_KNOWN else key_in(text)


def key_in(text: str) -> str:
    """What two ways to say one name have in common: no marks, middle initials or small words; outlets by one name."""
    known = SAME.get(text) or canonical_name(text)
    if known:
        return known
    words = [word for word in map(form, without_particles(text).split()) if word not in ("the", "of", "and")]
    inner = [word for word in words[1:-1] if len(word) > 1]
    return " ".join([*words[:1], *inner, *words[1:][-1:]])


LONGEST_KNOWN = 100
"""Characters of a name of which something is remembered; longer ones would fill the memory."""
known_key = lru_cache(maxsize=16_384)(key_in)
"""The same, remembered."""
SAME = {
    **dict.fromkeys(("US", "U.S.", "U.S", "USA", "United States", "United States of America"), "United States"),
    **dict.fromkeys(("UK", "U.K.", "U.K", "United Kingdom"), "United Kingdom"),
    **dict.fromkeys(("UN", "U.N.", "U.N", "United Nations"), "United Nations"),
    **dict.fromkeys(("EU", "E.U.", "European Union"), "European Union"),
}
"""Names that texts shorten without saying so."""
