"""What kind of thing a note says, and of which place of what was typed: for programs, which do not read sentences."""

import re
from typing import Literal

from search.language import messages
from search.language.messages import SHOWN_LENGTH

NoteKind = Literal["left out", "mended", "read otherwise", "nothing found", "remark"]
"""Something typed is not looked for; was made whole; is looked for in another way; finds nothing; or something else."""
KINDS: dict[str, NoteKind] = {
    **dict.fromkeys(
        (
            *(messages.TOO_LONG, messages.TOO_MANY, messages.TOO_MANY_PATTERNS, messages.NO_WORD, messages.COMMON),
            *(messages.LOST_QUOTE, messages.EMPTY_QUOTES, messages.LONE_WILDCARD, messages.NOTHING_TO_JOIN),
            *(messages.NOTHING_FOLLOWS, messages.TUNING, messages.LOST_BRACKET, messages.DEEP_BRACKETS),
            *(messages.NOT_ANSWERED, messages.LANGUAGE_NOT_KNOWN, messages.NOT_A_LENGTH, messages.NOT_A_THING),
            *(messages.NO_DAY, messages.EARLIER_SEARCH, messages.NO_LOAD_DATE, messages.CODE_LEFT_OUT),
            *(messages.CODES_AMONG_FIELDS, messages.ADDRESS),
            *(messages.WILDCARD_IN_NAME, messages.WILDCARD_IN_SOURCE, messages.WILDCARD_IN_SPEAKER),
        ),
        "left out",
    ),
    **dict.fromkeys(
        (
            *(messages.OPEN_QUOTE, messages.OPEN_BRACKET, messages.SIGNS, messages.JOINED, messages.BACKWARDS),
            *(messages.JOINTS_AS_WORDS, messages.EMPTY_FIELD),
        ),
        "mended",
    ),
    **dict.fromkeys(
        (
            *(
                messages.UNKNOWN_FIELD,
                messages.LABEL,
                messages.NO_FIELD_OF_THAT_NAME,
                messages.WEIGHTS,
                messages.NOT_A_DAY,
                messages.SMALL_JOINT,
                messages.ALL_CAPITALS,
                messages.EDITS,
            ),
            *(messages.NOT_EXACT, messages.EITHER_DAY, messages.ONE_BOUND, messages.NOT_INSIDE_NEAR),
            *(
                messages.NEAR_TOO_MANY,
                messages.NOT_NEAR_ANYTHING,
                messages.NOT_NEAR,
                messages.ONLY_FOR_ORDER,
                messages.MIXED_JOINTS,
            ),
            *(messages.READ_AS, messages.ANY_LETTERS, messages.NAMES_NOT_CODES, messages.ONE_WORD_BETWEEN),
            messages.BORROWED,
            *(messages.PATTERN_IN_QUOTATION, messages.WILDCARD_IN_PHRASE, messages.WILDCARD_IN_UNSPACED),
            *(messages.TOO_MANY_SPEAKERS, messages.CUT_PATTERN, messages.LOOKED_AT),
        ),
        "read otherwise",
    ),
    **dict.fromkeys(
        (
            *(
                messages.NO_WORD_AT_ALL,
                messages.NO_SUCH_DAY,
                messages.NO_SUCH_STORY,
                messages.LONE_STORY,
                messages.NO_SUCH_ARTICLE,
            ),
            *(messages.NOT_QUOTED, messages.NEVER_SAID, messages.PART_FOUND, messages.WIDER),
        ),
        "nothing found",
    ),
}
"""The sentences that are no mere remarks."""
PATTERNS: list[tuple[re.Pattern[str], NoteKind]] = [
    (re.compile(re.escape(sentence).replace(r"\{\}", ".+"), re.DOTALL), kind) for sentence, kind in KINDS.items()
]
NAMED = re.compile(r"“([^”]*)”")


def kind_of_note(note: str) -> NoteKind:
    """The kind of a note."""
    kinds: list[NoteKind] = [kind for pattern, kind in PATTERNS if pattern.match(note)]
    return kinds[0] if kinds else "remark"


def place_of_note(note: str, typed: str) -> tuple[int, int] | None:
    """Where in what was typed the first thing stands that a note names; None where it names none that stands there."""
    for named in NAMED.findall(note):
        wanted = named.removesuffix("…") if len(named) > SHOWN_LENGTH else named
        found = re.search(r"\s+".join(map(re.escape, wanted.split())), typed) if wanted.split() else None
        if found:
            return found.span()
    return None
