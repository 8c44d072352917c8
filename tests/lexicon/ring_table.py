"""Which families belong together: derivations that stand in the same company, and nothing that merely looks alike."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from tests.lexicon.company import Company
from tests.lexicon.family_table import HandWords

LEAST_SCORES = {"wordnet": 0.35, "stem": 0.50, "endings": 0.65}
"""Cosine and a tenth of the logarithm of the document lift that a pair needs, by what makes it a candidate."""
TRANSPARENT_BONUS = 0.15
TRANSPARENT_ENDINGS = ("ly", "ness")
"""Endings that make an adverb or a noun of the same meaning, although it stands in other sentences."""
LEAST_LIKENESS = 0.30
"""The cosine under which two families are in no ring together, however a chain would lead from one to the other."""
LEAST_LIKENESS_OF_ACTS = 0.15
ENDINGS_OF_ACTS = ("ion", "ment", "al", "ance", "ence", "er", "or", "ure")
"""The same for a verb and what WordNet says is its act or its agent, which stand in other company."""
PLAIN_ENDINGS = (
    *("ability", "able", "age", "al", "an", "ance", "ancy", "ant", "ate", "cy", "dom", "ee", "ence", "ency", "ent"),
    *(
        "er",
        "ery",
        "ful",
        "hood",
        "ible",
        "ing",
        "ibility",
        "ic",
        "ical",
        "ify",
        "ion",
        "ish",
        "ism",
        "ist",
        "ity",
        "ize",
    ),
    *("less", "like", "ly", "ment", "ness", "or", "ship", "ure"),
)
"""Endings of words that are too rare to have company and yet mean what WordNet derives them from; -ous and -e,
as in industrious and urbane, are not of them."""
BY_HAND = -1.0
"""The strength of a link made by hand: it mends what is left, so it comes last."""
MOST_FAMILIES = 8
SHARED_BEGINNING = 4
ALIKE = 2
"""Letters that two words begin with which WordNet derives from one another: penal is not punish."""

DERIVATIONAL_ENDINGS = frozenset(
    str.split(
        "able ably age al ally an ance ancy ant ar ary ate ation ative ator ce cy e ed ee eer en ence ency ent er ery"
        " es ese ess ful fully hood i ia ial ian ibility ible ic ical ically ican ide ie ier iest ification ify ing ion"
        " ional ious ise ish ism ist istic ition itive ity ive ization ize izer less ly ment n ness nian or ory ous s"
        " se ship sion sis ssion st sy t ter th tic tion tional tive tor ty ual ure y"
    )
) | {""}
"""What may follow a shared beginning in two words that are derived from one another; the empty ending among them."""


CompanyOf = Callable[[str, str], Company | None]


@dataclass(frozen=True, slots=True)
class Candidates:
    """What rings are made of: the keys of families, which of them WordNet derives from which, and stems.

    `names` are keys that are written with a capital: Steven is no derivation of Steve, unless WordNet says so.
    """

    keys: frozenset[str]
    names: frozenset[str]
    derived: frozenset[tuple[str, str]]
    stem: Callable[[str], str]


def rings(candidates: Candidates, hand: HandWords, company: CompanyOf) -> list[frozenset[str]]:
    """The rings of at least two families, by their keys."""
    words = candidates.keys - candidates.names
    found = dict.fromkeys(pairs_by_endings(words), "endings")
    found |= dict.fromkeys(pairs_by_stem(words, candidates.stem), "stem")
    found |= {each: "wordnet" for each in candidates.derived if each[0][:ALIKE] == each[1][:ALIKE]}
    strengths = {
        each: strength
        for each, origin in found.items()
        if each not in hand.severed and (strength := strength_of(each, origin, company)) is not None
    }
    strengths |= dict.fromkeys(hand.links, BY_HAND)
    links = sorted(((strength, *each) for each, strength in strengths.items()), reverse=True)
    return joined(links, lambda one, other: are_strangers(pair(one, other), found, hand, company))


def pair(one: str, two: str) -> tuple[str, str]:
    """Two words in the order of the alphabet."""
    return (one, two) if one <= two else (two, one)


def pairs_by_stem(keys: frozenset[str], stem: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Pairs with the same stem."""
    groups = defaultdict(list)
    for key in sorted(keys):
        groups[stem(key)].append(key)
    for group in groups.values():
        yield from combinations(group, 2)


def pairs_by_endings(keys: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Pairs that begin alike and go on with endings that derive words."""
    groups = defaultdict(list)
    for key in sorted(keys):
        for cut in range(SHARED_BEGINNING, len(key) + 1):
            if key[cut:] in DERIVATIONAL_ENDINGS:
                groups[key[:cut]].append(key)
    for group in groups.values():
        yield from combinations(group, 2)


def strength_of(each: tuple[str, str], origin: str, company: CompanyOf) -> float | None:
    """How far a pair is over what it needs; None where it is under it."""
    told = company(*each)
    if told is None:
        return 0.0 if origin == "wordnet" and max(each, key=len).endswith(PLAIN_ENDINGS) else None
    score = told.score + TRANSPARENT_BONUS * any(word.endswith(TRANSPARENT_ENDINGS) for word in each)
    over = score - LEAST_SCORES[origin]
    return over if over >= 0 else None


def joined(links: Iterable[tuple[float, str, str]], strangers: Callable[[str, str], bool]) -> list[frozenset[str]]:
    """The rings that the links make, strongest first: none grows past MOST_FAMILIES or holds two strangers,
    but for those that were linked by hand.

    Adverbs come last, because they stand in the company of verbs.
    """
    ring_of: dict[str, frozenset[str]] = {}
    for strength, one, two in sorted(links, key=lambda link: any(map(is_adverb, link[1:]))):
        first, second = (ring_of.get(each, frozenset({each})) for each in (one, two))
        if first is second or len(first) + len(second) > MOST_FAMILIES:
            continue
        if strength != BY_HAND and any(strangers(a, b) for a in first for b in second):
            continue
        both = first | second
        ring_of.update(dict.fromkeys(both, both))
    return list({id(ring): ring for ring in ring_of.values() if len(ring) > 1}.values())


def is_adverb(word: str) -> bool:
    """Whether it ends as adverbs do."""
    return word.endswith("ly")


def are_strangers(
    each: tuple[str, str], found: Mapping[tuple[str, str], str], hand: HandWords, company: CompanyOf
) -> bool:
    """Whether two families stand in other company, or were set apart by hand; adverbs are not asked."""
    if each in hand.severed:
        return True
    told = company(*each)
    if told is None or each in hand.links or any(map(is_adverb, each)):
        return False
    is_act = found.get(each) == "wordnet" and any(word.endswith(ENDINGS_OF_ACTS) for word in each)
    return told.cosine < (LEAST_LIKENESS_OF_ACTS if is_act else LEAST_LIKENESS)
