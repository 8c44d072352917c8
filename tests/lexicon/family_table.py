"""Which form belongs to which word: the families, worked out from the sources and the company that forms keep."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from tests.lexicon.word_sources import Lemma

LEAST_LIKENESS = 0.20
"""The cosine under which a form that is a word of its own stays one: evening is not even, nor a crew what crows."""

ENDINGS_OF_VERBS = ("ing", "ed")
"""Endings of participles; one that is too rare to tell belongs to its verb, unless it is a noun as well."""

Likeness = Callable[[str, str], float | None]
"""The cosine of two words' company; None where one of them is too rare to have any."""


@dataclass(frozen=True, slots=True)
class HandWords:
    """What was decided by hand: rows of `hand_words.tsv` by their kind."""

    apart: frozenset[str]
    names: frozenset[str]
    bases: frozenset[str]
    choices: dict[str, str]
    spellings: dict[str, str]
    links: frozenset[tuple[str, str]]
    severed: frozenset[tuple[str, str]]
    open_compounds: frozenset[tuple[str, str]]
    no_compounds: frozenset[tuple[str, str]]


def hand_words(lines: Iterable[str]) -> HandWords:
    """The table of words that was written by hand, from its lines: kind, word, and another word for some kinds."""
    rows = [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]
    single = {kind: frozenset(row[1] for row in rows if row[0] == kind) for kind in ("apart", "name", "base")}
    bases = single["base"] | {row[1] + row[2] for row in rows if row[0] == "open"}

    def pairs(kind: str) -> list[tuple[str, str]]:
        return [(row[1], row[2]) for row in rows if row[0] == kind]

    links, severed = (frozenset((min(each), max(each)) for each in pairs(kind)) for kind in ("link", "sever"))
    compounds, no_compounds = frozenset(pairs("open")), frozenset(pairs("parted"))
    choices, spellings = dict(pairs("choice")), dict(pairs("spelling"))
    return HandWords(
        single["apart"], single["name"], bases, choices, spellings, links, severed, compounds, no_compounds
    )


@dataclass(frozen=True, slots=True)
class News:
    """What the news tells of words: how alike their company is, and in how many articles each stands."""

    likeness: Likeness
    texts: Mapping[str, int]


def families(readings: dict[str, list[Lemma]], american: dict[str, str], hand: HandWords, news: News) -> dict[str, str]:
    """The key of each known form's family: its lemma in American spelling; a key is its own key."""
    chosen = {form: chosen_lemma(form, found, news.likeness) for form, found in readings.items()}
    chosen |= hand.choices | {word: word for word in hand.apart | hand.names}
    chosen |= {form: other for form, other in american.items() if form in chosen and other in hand.apart}
    for lemma in list(chosen.values()):
        chosen.setdefault(lemma, lemma)
    chosen = without_strays(chosen, news.likeness)
    spelled = all_spellings(chosen, american, hand, news.texts)
    return {form: settled(form, chosen, spelled) for form in chosen}


def without_strays(chosen: dict[str, str], likeness: Likeness) -> dict[str, str]:
    """The same, where forms whose lemma is itself another word's inflection only follow it if they are like that word.

    Buildings are what is built, but what is founded is not what is found: founded, founding and founds stay together,
    with the first of them for a key.
    """
    stray: dict[str, str] = {}
    followed = dict(chosen)
    for form in sorted(chosen, key=lambda form: (not form.endswith("ed"), form)):
        lemma = chosen[form]
        word = chosen[lemma]
        if lemma in (form, word) or lemma.endswith("ing"):
            continue
        if (likeness(form, word) or 0) < LEAST_LIKENESS:
            followed[form] = stray.setdefault(lemma, form)
    return followed


def chosen_lemma(form: str, found: list[Lemma], likeness: Likeness) -> str:
    """The lemma that a form is an inflection of, or the form itself."""
    others = list(dict.fromkeys(each.lemma for each in found if each.lemma != form))
    if not others:
        return form
    is_word_itself = any(each.lemma == form for each in found)
    known = [(like, lemma) for lemma in others if (like := likeness(form, lemma)) is not None]
    if not known:
        is_participle = form.endswith(ENDINGS_OF_VERBS) and Lemma(form, "noun", form) not in found
        return form if is_word_itself and not is_participle else others[0]
    like, best = max(known)
    return form if is_word_itself and like < LEAST_LIKENESS else best


def all_spellings(
    chosen: dict[str, str], american: dict[str, str], hand: HandWords, texts: Mapping[str, int]
) -> dict[str, str]:
    """The American spelling of each lemma that has another: rows of the sources, then endings, where both are words."""
    spelled = {}
    for lemma in set(chosen.values()):
        other = hand.spellings.get(lemma) or american.get(lemma) or respelled(lemma, chosen, texts)
        if other is not None and other != lemma:
            spelled[lemma] = other
    return spelled


ENDINGS = (
    # (British ending, American ending, example)
    ("ise", "ize", "privatise"),
    ("yse", "yze", "electrolyse"),
    ("isation", "ization", "privatisation"),
    ("iser", "izer", "womaniser"),
    ("isable", "izable", "recognisable"),
    ("lful", "llful", "skilful"),
    ("lment", "llment", "instalment"),
    ("llous", "lous", "marvellous"),
    ("ller", "ler", "traveller"),
    ("llist", "list", "medallist"),
    ("llery", "lery", "jewellery"),
)
"""British endings that are written with other letters in America: a word with one is respelled if that is a word."""


def respelled(lemma: str, words: Container[str], texts: Mapping[str, int]) -> str | None:
    """The lemma with an American ending, where that is a word and no rarer in the news; None for other lemmas."""
    for british, ending, _example in ENDINGS:
        if lemma.endswith(british):
            other = lemma.removesuffix(british) + ending
            if other in words and texts.get(other, 0) >= texts.get(lemma, 0):
                return other
    return None


def settled(form: str, chosen: dict[str, str], spelled: dict[str, str]) -> str:
    """Where the lemma of a form leads when its own lemma and spelling are followed to the end."""
    path = [form]
    while True:
        lemma = chosen.get(path[-1], path[-1])
        if lemma == path[-1]:
            lemma = spelled.get(lemma, lemma)
        if lemma in path:
            return min(path[path.index(lemma) :])
        path.append(lemma)
