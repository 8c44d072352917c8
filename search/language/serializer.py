"""A query as text: the canonical form, which reads back as the same query."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import assert_never

from index.analysis import tokens
from search.clauses import (
    About,
    And,
    AtLeast,
    Attribute,
    Between,
    Cased,
    Clause,
    Everything,
    Field,
    Filter,
    Fuzzy,
    Identified,
    InStory,
    Lead,
    Length,
    Near,
    Not,
    Nothing,
    NotNear,
    Or,
    Phrase,
    PositionLeaf,
    Prefix,
    Said,
    SameStem,
    Source,
    Speaker,
    Spellings,
    Wildcard,
    Word,
)
from search.language.days import DayRange, days_written
from search.language.lexer import MOST_WEIGHT, SENTENCE, SPELLED, is_in_capitals

OPERATOR_WORDS = frozenset({"AND", "OR", "NOT"})
LETTER = re.compile(r"\b\w\b")
"""A word of one letter, as A and I, which narrow no search where no operator is."""


def written(clause: Clause) -> str:
    """The text that asks for `clause`: parsing it gives the same clause again.

    The promise holds for what a person can type and within the limits of parsing; `Identified` cannot be typed.
    """
    text = "" if clause == Everything() else clause_text(clause)
    return by_signs(text) if is_in_capitals(text) else text


def by_signs(text: str) -> str:
    """A query all in capitals with signs in place of the OR, NOT and AND that would be read as words."""
    if len(text.split()) < SENTENCE and SPELLED.findall(text) in ([], ["AND"]) and not LETTER.search(text):
        return text
    return SPELLED.sub(lambda joint: {"AND": "&&", "OR": "||", "NOT": "-"}[joint.group()], text).replace("- ", "-")


def clause_text(clause: Clause) -> str:
    """The text of a clause that may stand inside another."""
    match clause:
        case And(parts):
            return " AND ".join(one_speakers(parts) or map(part_text, parts))
        case Or(parts):
            return " OR ".join(choice_texts(parts))
        case Not(part):
            return f"NOT ({clause_text(part)})" if isinstance(part, Not | Nothing) else f"NOT {part_text(part)}"
        case About(first, last):
            return f"about:{days_written(DayRange(first, last))}"
        case Speaker(name, is_exact=is_exact):
            return f"speaker:{'=' if is_exact else ''}{quoted_unless_plain(name)}"
        case Said(part, speaker):
            before = "said:" if speaker is None else f"{clause_text(speaker)} AND "
            return before + clause_text(part)
        case Source() | Attribute() | Length() | Between() | InStory() | Identified() | Everything() | Nothing():
            return filter_text(clause)
        case Word(typed, _, field) | Spellings(typed, _, field):
            return in_field(field, f'"{typed}"' if typed in OPERATOR_WORDS or is_several(clause) else typed)
        case Phrase(typed, _, field, _, is_exact):
            return in_field(field, f'="{typed}"' if is_exact else f'"{typed}"')
        case Prefix() | Wildcard() | SameStem() | Fuzzy():
            return in_field(clause.field, pattern_text(clause))
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            return position_text(clause)
        case _:
            assert_never(clause)


def choice_texts(parts: Sequence[Clause]) -> Iterator[str]:
    """The texts of what OR joins: a word that is asked for several times in a row has its weight behind it."""
    for part, run in groupby(parts):
        times = len(list(run))
        if not is_weightable(part):
            yield from [part_text(part)] * times
            continue
        yield from [f"{part_text(part)}^{MOST_WEIGHT}"] * (times // MOST_WEIGHT)
        if rest := times % MOST_WEIGHT:
            yield part_text(part) + (f"^{rest}" if rest > 1 else "")


def is_weightable(part: Clause) -> bool:
    """Whether a weight is read behind it: a word, phrase or pattern that ends as one."""
    if isinstance(part, Phrase):
        return True
    is_word = isinstance(part, Word | Spellings | Prefix | Wildcard | Fuzzy)
    return is_word and re.search(r"[\w*}\"]$", part_text(part)) is not None


def filter_text(clause: Filter) -> str:
    """The text of what asks what is known of an article."""
    match clause:
        case Everything():
            return "*"
        case Nothing():
            return "NOT *"
        case Between(since, until):
            return days_text(since, until)
        case Source(name):
            return f"source:{quoted_unless_plain(name)}"
        case Attribute(name, value):
            return f"{name}:{quoted_unless_plain(value)}"
        case Length(least, most):
            return length_text(least, most)
        case InStory(id):
            return f"story:{quoted_unless_plain(id)}"
        case Identified(id):
            return f"id:{id}"
        case _:
            assert_never(clause)


def pattern_text(pattern: Prefix | Wildcard | SameStem | Fuzzy) -> str:
    """The text of what stands for many forms, without its field."""
    match pattern:
        case Prefix(start) if pattern.is_open:
            return f"{start}*"
        case Prefix(start, fewest_more=fewest, most_more=most):
            return f"{start}{{{fewest}}}" if fewest == most else f"{start}{{{fewest},{most}}}"
        case Wildcard(letters):
            return letters
        case SameStem(form):
            return f"stem:{form}"
        case Fuzzy(form, edits):
            return f"{form}~{edits}" if edits else f"={form}"
        case _:
            assert_never(pattern)


def position_text(leaf: PositionLeaf) -> str:
    """The text of what asks where words stand."""
    match leaf:
        case Near(parts):
            return f" {joint_text(leaf)} ".join(near_text(part) for part in parts)
        case NotNear(part, other):
            return f"{near_text(part)} not {joint_text(leaf)} {near_text(other)}"
        case AtLeast(part, times):
            return f"atleast{times}({clause_text(part)})"
        case Lead(part, words):
            return f"{'hlead' if words is None else f'first{words}'}({clause_text(part)})"
        case Cased(part, case):
            return f"{ {'some': 'caps', 'all': 'allcaps', 'none': 'nocaps'}[case] }({clause_text(part)})"
        case _:
            assert_never(leaf)


def near_text(part: Clause) -> str:
    """The text of what stands near others: not before  w/5  is no word, unless it is in quotation marks."""
    text = part_text(part)
    return f'"{text}"' if text.lower() == "not" else text


def joint_text(leaf: Near | NotNear) -> str:
    """What stands between words that are to be near each other."""
    scope = "" if leaf.scope == "words" else leaf.scope[0]
    if leaf.words is None and leaf.scope == "words":
        scope = "seg"
    return f"{'pre' if leaf.is_ordered else 'w'}/{'' if leaf.words is None else leaf.words}{scope}"


def is_several(leaf: Word | Spellings) -> bool:
    """Whether it was typed as several words that are one spelling of it, such as cease-fire."""
    return isinstance(leaf, Spellings) and bool(leaf.runs) and sum(1 for _ in tokens(leaf.typed)) > 1


def quoted_unless_plain(name: str) -> str:
    """The name of an outlet or a story, in quotation marks where it would fall apart without."""
    return name if PLAIN.fullmatch(name) else f'"{name}"'


PLAIN = re.compile(r"[^\W_]+(?:[./][^\W_]+)*")


def part_text(part: Clause) -> str:
    """The text of a clause beside others: brackets show what belongs together."""
    if isinstance(part, Or) and len(set(part.parts)) == 1 and len(texts := list(choice_texts(part.parts))) == 1:
        return texts[0]
    is_group = isinstance(part, And | Or | Near | NotNear) or (isinstance(part, Said) and part.speaker is not None)
    return f"({clause_text(part)})" if is_group else clause_text(part)


def one_speakers(parts: Sequence[Clause]) -> list[str]:
    """The texts of what one person said, and of constraints, behind that name; empty when it is otherwise."""
    speakers = {part.speaker for part in parts if isinstance(part, Said)}
    speaker = speakers.pop() if len(speakers) == 1 else None
    if speaker is None or not all(isinstance(part, Said | Source | Between) for part in parts):
        return []
    texts = [clause_text(part.part if isinstance(part, Said) else part) for part in parts]
    return [clause_text(speaker), *texts]


def in_field(field: Field | None, text: str) -> str:
    """The text with its field before it, when it has one."""
    return text if field is None else f"{field}:{text}"


def length_text(least: int | None, most: int | None) -> str:
    """The shortest way to ask for texts of so many words."""
    if least is not None and most is not None:
        return f"length:{least}..{most}"
    return f"length<{most + 1}" if most is not None else f"length>{least - 1}" if least else "length>=0"


def days_text(since: date | None, until: date | None) -> str:
    """The shortest way to ask for articles of these days."""
    if until is None and since is not None:
        return f"since:{since}"
    if since is None and until is not None:
        return f"until:{until}"
    return f"date:{days_written(DayRange(since, until))}"
