"""Whether a sentence looks back or ahead where it names a day."""

from collections.abc import Iterable, Iterator, Sequence

from index.timex.date_values import Tense

FARTHEST = 100
"""Characters before and after the day in which its verb is looked for."""
AHEAD = frozenset(
    str.split("""
    will won't won’t he'll he’ll we'll we’ll they'll they’ll it'll it’ll i'll i’ll you'll you’ll shall would could can
    may might should must scheduled slated due planned expected expects plans hopes intends wants aims until till
    upcoming next tomorrow begins starts ends opens closes expires returns meets faces enters arrives hosts leaves
    plays takes kicks goes begin start open close expire return meet face enter arrive host leave play take go vote
    resume
    """)
)
"""Words that look ahead, unless another that looks back stands between them and the day."""
BACK = frozenset(
    str.split("""
    was were had did said told took went came began fell rose gave saw spoke broke became got wrote ran sat stood grew
    knew flew drove died sank withdrew since ago last after earlier
    """)
)
"""Words that look back, whatever stands before them."""
PARTICIPLES = frozenset(
    str.split("""
    made won lost met held found left sent set shot struck led paid sold hit cut put thought brought bought caught kept
    swept built
    """)
)
"""Words that look back, as those that end in -ed do, unless a word governs them that looks ahead."""
BETWEEN = frozenset(str.split("be been have not also then only first again formally"))
"""What may stand between a verb and the word that governs it."""
GOVERNING = frozenset(
    str.split("""
    will won't won’t he'll he’ll we'll we’ll they'll they’ll it'll it’ll shall would could can may might should must to
    """)
)
"""Words that make what looks like a verb of the past one of the future: "will be released", "to be held"."""
JUST_BEFORE = frozenset(str.split("by until till through starting beginning effective payable of"))
"""Words that make the day right after them one to come; "of" only in "ahead of"."""


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the verb that stands next to the words from `start` to `end`, one before them first."""
    before = text[max(0, start - FARTHEST) : start].rpartition("\n")[2].split()
    before.reverse()
    if is_led_to(before):
        return "future"
    back, tense_back = nearest(before_end(before), before)
    if tense_back and back <= AFTERWARDS:
        return tense_back
    after = text[end : end + FARTHEST].partition("\n")[0].split()
    ahead, tense_ahead = nearest(to_end(after), ())
    is_ahead = tense_ahead and (not tense_back or ahead + AFTERWARDS < back)
    return (tense_ahead if is_ahead else tense_back) or "unknown"


AFTERWARDS = 3
"""Words by which a verb after the day counts as farther away than one before it: "said Friday that he will"."""


def before_end(backwards: Iterable[str]) -> Iterator[str]:
    """The words up to the end of the sentence before them."""
    for word in backwards:
        if ends_sentence(word):
            return
        yield word


def to_end(words: Iterable[str]) -> Iterator[str]:
    """The words up to the end of their sentence."""
    for word in words:
        yield word
        if ends_sentence(word):
            return


def ends_sentence(word: str) -> bool:
    """A sentence ends with this word, and not with an abbreviation such as "U.S.", "a.m." or "Gen."."""
    bare = word.rstrip(MARKS)
    mark = word[len(bare) : len(bare) + 1] if len(bare) < len(word) else ""
    if bare == word or not set(word[len(bare) :]) & ENDS:
        return False
    return not (mark == "." and (len(bare) < 4 or "." in bare) and (bare[:1].isupper() or "." in bare))


MARKS = ",.:;!?…“”‘\"'()—–"
ENDS = frozenset(".!?;…")


def is_led_to(backwards: Sequence[str]) -> bool:
    """The word before the day says that it is to come."""
    rest = backwards[1:] if backwards and backwards[0] in ("on", "early", "late", "mid-") else backwards
    return bool(rest) and rest[0] in JUST_BEFORE and (rest[0] != "of" or rest[1:2] == ["ahead"])


def nearest(words: Iterable[str], backwards: Sequence[str]) -> tuple[int, Tense | None]:
    """The tense of the first of these words that has one, and its distance."""
    passed: list[str] = []
    for place, marked in enumerate(words):
        word = marked.strip(MARKS).lower()
        if word in AHEAD:
            return place, "future"
        if word in BACK:
            return place, "past"
        if word in PARTICIPLES or (len(word) > 4 and word.endswith("ed")):
            before = backwards[place + 1 :] if backwards else passed[::-1]
            return place, "future" if is_governed(before) else "past"
        passed.append(word)
    return 0, None


def is_governed(backwards: Iterable[str]) -> bool:
    """Of the words before a verb, from the nearest one on, the first that is no mere helper looks ahead."""
    return next((word in GOVERNING for word in backwards if word not in BETWEEN), False)
