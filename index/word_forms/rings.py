"""The ring of a form: the families of words that are derived from one another and are used of the same things."""

from functools import cache

from index.word_forms.families import family, is_listed
from index.word_forms.packed_table import shipped, unpacked

TABLE = "rings.bin"


def ring(form: str) -> str | None:
    """The key of a form's ring, which is the key of its most frequent family: "negotiators" -> "negotiate".

    A listed word without derivations is a ring of its own. None when no table knows the word: what belongs to it is
    then for a stemmer to say.
    """
    key = family(form)
    return ring_by_family().get(key) or (key if is_listed(key) else None)


def families_of_ring(key: str) -> tuple[str, ...]:
    """The keys of the families of a ring, its own first; any other key has itself alone."""
    return families_by_ring().get(key, (key,))


@cache
def ring_by_family() -> dict[str, str]:
    """The ring's key of each family that is in a ring with others; the first call reads the table."""
    return {key: keys[0] for keys in families_by_ring().values() for key in keys}


@cache
def families_by_ring() -> dict[str, tuple[str, ...]]:
    """The families of each ring by its key, as the table has them."""
    return {keys[0]: tuple(keys) for keys in unpacked(shipped(TABLE))}
