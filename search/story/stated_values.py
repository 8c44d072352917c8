"""What a sentence states that another telling may have otherwise: numbers, names, days, and who says it."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from index.analysis import stem, tokens
from index.entities.recognizer import names
from index.lexicon.governments import GOVERNMENTS
from index.lexicon.speech_verbs import VERBS
from index.timex.mentions import mentions
from search.article.alignment import FURNITURE, common_stems
from search.story.sentence_groups import MOST_CHARACTERS, StorySentence

ValueKind = Literal["number", "day", "name", "speaker"]
Spans = Sequence[tuple[int, int]]

WRITTEN_NUMBERS = {
    word: number
    for number, word in enumerate(
        str.split(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
} | {word: 10 * tens for tens, word in enumerate(str.split("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9}
"""230m may be metres or millions: behind a number without a currency, one letter is not read."""
NUMBER_WORD = "|".join([*WRITTEN_NUMBERS, *SCALES])
NUMBER = re.compile(
    rf"""
    (?P<sign>US\$|[$€£¥])?
    (?:
      (?<![\w.,/:-])(?P<figures>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)
      (?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion|bn|mn|[kmb])\b)?
      |
      \b(?P<words>(?:an?[ ](?=dozen|hundred|thousand|million|billion))?(?:{NUMBER_WORD})
        (?:(?:[ -]|[ ]and[ ])(?:{NUMBER_WORD}))*)\b
    )
    (?P<percent>[ ]?%|[ -]per[ ]?cent\b)?
    (?![\w/:]|[.,-]\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A number in figures or words, with its currency, scale or sign of per cent."""
SAYING = "|".join(
    sorted(VERBS & {"said", "says", "told", "tells", "added", "wrote", "tweeted", "announced", "claimed"})
)
ATTRIBUTIONS = (
    re.compile(r"\b[Aa]ccording to (?P<who>[^,.;:\"“”()]{2,80})"),
    re.compile(rf",[\"”]? (?P<who>[^,\"“”]{{2,60}}?) (?:{SAYING})\b"),
    re.compile(rf",[\"”]? (?:{SAYING}) (?P<who>[^,.\"“”]{{2,60}})"),
    re.compile(rf"^[\"“]?(?P<who>[A-Z][^,\"“”]{{1,60}}?) (?:{SAYING})\b"),
)
"""Who says what a sentence tells, beside a verb of saying; `who` is cut where a clause begins."""
CLAUSE = re.compile(r"\b(?:that|which|who|in|on|at|as|after|to|during|when|while|by|has|have|had|also|later)\b.*")
RELATIVE = re.compile(r"(?i)\b(?:today|tonight|tomorrow|yesterday|this|next|last|coming|previous|ago|earlier|now)\b")
"""In words that name a day as it is counted from another: two texts may count from different days."""
SOURCES = frozenset(
    map(
        stem,
        str.split("""
        police officers witness residents doctors hospital ministry court army military rebels activists government
        prosecutors lawyer company union report study source sources officials spokesman spokeswoman scientists
        researchers investigators authorities firefighters media family agency newspaper
        """),
    )
)
"""Those who say something and are not named; others without a name may be anybody who is named elsewhere."""


PARTISANS = ("Democrat", "Republican")
"""Who is called so is named elsewhere: the New York Democrat."""
LENGTHS = (6, 31)
"""Days between the first and the last of what is named as days, as a month, and as more."""
ALIKE_FROM = 5
"""Letters by which two names that begin with them are taken for one."""


@dataclass(frozen=True, slots=True)
class StatedValue:
    """A number, a name, a day or a speaker in a sentence."""

    kind: ValueKind
    key: str
    """The same where two say the same: "1140", "$5000000", "2022-11-16/2022-11-16", "brandt"."""
    first: int
    """The place of its first word in the sentence, and of the one after its last."""
    last: int
    start: int
    """Where it stands in the text of the sentence, in characters."""
    end: int
    words: tuple[str, ...]
    """The stems of its words."""
    unit: tuple[str, ...] = ()
    """Of a number, the stems of the words behind it, of which one says what is counted."""

    @property
    def sign(self) -> str:
        """Of a number, its currency or %; "" where there is none."""
        return self.key[-1:] if self.key.endswith("%") else "" if self.key[:1].isdigit() else self.key[:1]


class ArticleNames:
    """The names in the articles of a story, each read once, when one of its sentences is asked for."""

    def __init__(self) -> None:
        self.found: dict[str, Spans] = {}
        self.full: set[frozenset[str]] = set()

    def between(self, told: StorySentence) -> Iterator[tuple[int, int]]:
        """Where names stand in a sentence, in its characters."""
        article = told.article
        if article.id not in self.found:
            every = names(article.body[:MOST_CHARACTERS])
            self.found[article.id] = [span for name in every for span in name.spans]
            self.full.update(frozenset(word.form for word in tokens(name.text)) for name in every if " " in name.text)
        end = told.start + len(told.sentence.text)
        for start, last in self.found[article.id]:
            if told.start <= start and last <= end:
                yield start - told.start, last - told.start

    def are_one(self, value: StatedValue, other: StatedValue) -> bool:
        """An article calls somebody by two different names together."""
        if value.kind != "name" or value.key == other.key:
            return False
        own, others = set(value.key.split()), set(other.key.split())
        return any(own & full and others & full for full in self.full)


def stated_values(told: StorySentence, known: ArticleNames) -> tuple[StatedValue, ...]:
    """The values in a sentence, by kind and in their order."""
    furniture = [match.span() for pattern in FURNITURE for match in pattern.finditer(told.sentence.text)]
    days = without(days_in(told), furniture)
    speakers = without(speakers_in(told, known), furniture)
    numbers = without(numbers_in(told), [*furniture, *spans_of(days)])
    named = without(names_in(told, known), [*furniture, *spans_of(days), *spans_of(speakers)])
    return (*numbers, *days, *named, *speakers)


def spans_of(values: Iterable[StatedValue]) -> Iterator[tuple[int, int]]:
    """Where values stand, in characters."""
    return ((value.start, value.end) for value in values)


def without(values: Iterable[StatedValue], taken: Spans) -> tuple[StatedValue, ...]:
    """The values that stand apart from these places."""
    return tuple(value for value in values if not overlaps((value.start, value.end), taken))


def overlaps(span: tuple[int, int], others: Spans) -> bool:
    """It shares characters with one of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def value_at(told: StorySentence, kind: ValueKind, key: str, span: tuple[int, int]) -> StatedValue | None:
    """A value at these characters of a sentence; None where no word stands there."""
    start, end = span
    at = [place for place, word in enumerate(told.sentence.words) if word.start < end and start < word.end]
    if not at or not key:
        return None
    words = tuple(stem(told.sentence.words[place].form) for place in at)
    return StatedValue(kind, key, at[0], at[-1] + 1, start, end, words)


def days_in(told: StorySentence) -> Iterator[StatedValue]:
    """The days that it names, counted from the day of its article."""
    for day in mentions(told.sentence.text, told.article.published):
        if RELATIVE.search(told.sentence.text, day.start, day.end):
            continue
        found = value_at(told, "day", f"{day.first}/{day.last}", (day.start, day.end))
        if found:
            yield found


def numbers_in(told: StorySentence) -> Iterator[StatedValue]:
    """The numbers in it; a lone “one” or “hundred” is none."""
    text = told.sentence.text
    for match in NUMBER.finditer(text):
        key = number_key(match)
        found = value_at(told, "number", key, match.span()) if key else None
        if found:
            behind = tokens(text[match.end() : match.end() + 40])
            unit = [stem(word.form) for word, _ in zip(behind, range(3), strict=False)]
            yield replace(found, unit=tuple(one for one in unit if one not in common_stems()))


def number_key(match: re.Match[str]) -> str | None:
    """What a number amounts to, with its currency or %; None for a word that is rarely a number."""
    percent = "%" if match["percent"] else ""
    sign = (match["sign"] or "")[-1:]
    if match["words"]:
        words = match["words"].lower()
        if words in ("one", "zero") or (words in SCALES and not percent):
            return None
        return f"{sign}{amount_in_words(words)}{percent}"
    amount = float(match["figures"].replace(",", ""))
    scale = (match["scale"] or "").lower()
    if len(scale) == 1 and not sign:
        return None
    amount *= SCALES.get(scale) or SHORT_SCALES.get(scale) or 1
    return f"{sign}{amount:.12g}{percent}"


def amount_in_words(words: str) -> int:
    """1200 for "one thousand two hundred"."""
    total = current = 0
    for word in re.findall(r"[a-z]+", words):
        if word in WRITTEN_NUMBERS:
            current += WRITTEN_NUMBERS[word]
        elif word in ("dozen", "hundred"):
            current = max(1, current) * SCALES[word]
        elif word in SCALES:
            total, current = total + max(1, current) * SCALES[word], 0
    return total + current


def names_in(told: StorySentence, known: ArticleNames) -> Iterator[StatedValue]:
    """The names in it."""
    for start, end in known.between(told):
        text = told.sentence.text[start:end]
        if text.endswith(PARTISANS) or told.sentence.text[:start].endswith("@"):
            continue
        found = value_at(told, "name", " ".join(word.form for word in tokens(text)), (start, end))
        if found:
            yield found


def speakers_in(told: StorySentence, known: ArticleNames) -> Iterator[StatedValue]:
    """Who says what it tells, where that is said by name or is a source."""
    text = told.sentence.text
    for pattern in ATTRIBUTIONS:
        match = pattern.search(text)
        if not match:
            continue
        start = match.start("who")
        who = CLAUSE.sub("", match["who"]).rstrip()
        stems = [stem(word.form) for word in tokens(who)]
        has_name = any(start <= begin and end <= start + len(who) for begin, end in known.between(told))
        if (has_name and not who.startswith("the ")) or SOURCES & set(stems):
            found = value_at(told, "speaker", " ".join(stems), (start, start + len(who)))
            if found:
                yield found
        return


def are_others(value: StatedValue, other: StatedValue) -> bool:
    """Two values of a kind say different things, as far as a reader can tell."""
    match value.kind:
        case "number":
            return amount_of(value.key) != amount_of(other.key)
        case "day":
            is_part = set(value.words) <= set(other.words) or set(other.words) <= set(value.words)
            return not is_part and are_other_days(value.key.split("/"), other.key.split("/"))
        case _:
            stems, others = frozenset(value.key.split()), frozenset(other.key.split())
            return not stems & others and not are_one_government(stems, others) and not is_short_for(value, other)


def amount_of(key: str) -> str:
    """A number without its currency or %."""
    return key.strip("$€£¥%")


def are_other_days(days: Sequence[str], others: Sequence[str]) -> bool:
    """Both name days, or both months, or both more, and none of them is the same."""
    lengths = [(date.fromisoformat(last) - date.fromisoformat(first)).days for first, last in (days, others)]
    is_apart = days[1] < others[0] or others[1] < days[0]
    return is_apart and len({bisect(LENGTHS, length) for length in lengths}) == 1


def are_one_government(stems: frozenset[str], others: frozenset[str]) -> bool:
    """Both are ways to name one government."""
    return any(
        any(name <= stems for name in names_of_one) and any(name <= others for name in names_of_one)
        for names_of_one in governments()
    )


@cache
def governments() -> tuple[tuple[frozenset[str], ...], ...]:
    """The names of each government, each as the stems of its words."""
    return tuple(
        tuple(frozenset(stem(word.form) for word in tokens(name)) for name in row.split("|")) for row in GOVERNMENTS
    )


def is_short_for(value: StatedValue, other: StatedValue) -> bool:
    """One is made of the first letters of the other, or both begin alike: NATO, or Kentucky and Kentuckian."""
    for short, long in ((value.key, other.key), (other.key, value.key)):
        initials = "".join(word[0] for word in long.split())
        if " " not in short and len(initials) > 1 and initials in short:
            return True
    joined = [key.replace(" ", "") for key in (value.key, other.key)]
    shortest = min(ALIKE_FROM, *map(len, joined))
    return joined[0][:shortest] == joined[1][:shortest]
