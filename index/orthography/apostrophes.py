"""What an apostrophe inside a word is: an elision, a possessive, an ending, a contraction, or nothing."""

VOWELS = frozenset("aeiouyh")
"""What an elided word stands before in French, Italian, Catalan and Portuguese; h is not heard there."""
CONTRACTIONS = frozenset({"t", "ll", "re", "ve", "d", "m"})
"""don't, we'll, they're, I've, she'd and I'm keep their apostrophe, so that we'll is not well."""


def words_of(text: str) -> frozenset[str]:
    """The words of a row."""
    return frozenset(text.split())


ELIDED = {
    "fr l'Humanité, d'Ivoire, qu'il, s'est": words_of("l d j m t s n c qu jusqu lorsqu puisqu quoiqu"),
    "it dell'Italia, all'Onu, un'altra": words_of(
        "un gl dell all dall nell sull coll quell quest bell ch anch com dov v"
    ),
}
"""Articles, pronouns and prepositions that lose their vowel before one; they are no part of the word after them."""
ELISIONS = frozenset().union(*ELIDED.values())

WHOLE = words_of(
    "d'angelo d'amato d'amico d'arcy d'agostino d'antoni d'ambrosio d'alema d'annunzio d'onofrio d'elia d'alessandro "
    "d'addario d'abo d'hondt d'oliveira d'orazio d'urso d'artagnan d'oh l'oreal l'amour l'engle l'occitane m'hamed "
    "chang'e jum'a rab'a sa'da"
)
"""Names whose apostrophe cuts nothing off: dangelo is D'Angelo."""

AFTER_CONSONANTS = words_of("a e i u in un la le")
ANYWHERE = words_of(
    "ya ye yi yu nin nun yla yle da de ta te dan den tan ten daki deki taki teki nda nde ndan nden ndaki ndeki na "
    "ne ni nu lar ler lari leri lara lere larin lerin li lu lik luk ca ce dir dur tir tur si su sinda sinde sindan "
    "sinden yken ken ydi ydu dayken deyken daydi deydi"
)
"""Endings that Turkish puts behind an apostrophe after a name, folded: Erdoğan'ın, İstanbul'da, Ankara'ya."""
SHORTEST_NAME = 3
"""Letters before a Turkish ending: Ta'if, Ka'ba and Pu'er are whole."""
HEARD_LAST = frozenset("aeiou")


def without_apostrophes(folded: str) -> str:
    """A folded word without the apostrophes in it, and what they cut off.

    >>> [without_apostrophes(word) for word in ("milley's", "o'brien", "l'humanite", "erdogan'in", "we'll")]
    ['milley', 'obrien', 'humanite', 'erdogan', "we'll"]
    """
    while folded.endswith("'s"):
        folded = folded[:-2]
    if "'" not in folded:
        return folded
    if folded in WHOLE:
        return folded.replace("'", "")
    before, apostrophe, after = folded.partition("'")
    while apostrophe and before in ELISIONS and after[:1] in VOWELS:
        folded = after
        before, apostrophe, after = folded.partition("'")
    base, apostrophe, ending = folded.rpartition("'")
    base = base.replace("'", "")
    if not apostrophe:
        return folded
    if ending in CONTRACTIONS:
        return f"{base}'{ending}"
    return base if is_turkish(base, ending) else base + ending


def is_turkish(base: str, ending: str) -> bool:
    """Whether a name takes this ending in Turkish: sharia of Shari'a does not end so, because a vowel is before it."""
    if len(base) < SHORTEST_NAME:
        return False
    return ending in ANYWHERE or (ending in AFTER_CONSONANTS and base[-1] not in HEARD_LAST)
