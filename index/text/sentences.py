"""The sentences of a text, as spans."""

import re
from collections.abc import Iterator

TITLES = frozenset(
    str.split("""
    adm amb asst att atty brig capt cdr cmdr col cpl cpt det dr drs ens fr gen gens gov govs hon insp lt ltd maj
    messrs mlle mme mr mrs ms msgr mt mx pfc pres prof profs pvt rep reps rev sen sens sgt spc st ste supt vs
    """)
)
"""Abbreviations that never end a sentence when a capital follows; in small letters, without the full stop."""

MAY_END = frozenset(
    str.split("""
    ala ariz assn assoc ave blvd bros calif capt co colo conn corp dept dist est etc fla govt inc ind intl jr kan
    llc mass md mich minn miss mo mont neb nev okla ore pa penn phd plc sr tenn tex univ va vt wash wis wyo
    """)
)
"""Abbreviations that end a sentence only when the next word is one that begins sentences."""

BEFORE_NUMBERS = frozenset(
    str.split("""
    apr art aug ca cf ch dec eq feb fig figs jan jul jun mar no nos nov oct p para pp sec sep sept vol vols
    """)
)
"""Abbreviations that do not end a sentence when a number follows."""

BEGINNERS = frozenset(
    str.split("""
    A After Also Although An And Another As At Because Before But By During For From He Her His How However I If In
    Instead It Its Last Many Meanwhile More Most Moreover My No Not Now Of On Once One Only Or Our Since So Some
    Such That The Their Then There These They This Those Though To Under Until We What When Where Whether Which
    While Who Why With Yet You Your
    """)
)
"""Words that often begin a sentence and hardly ever a name."""

BLANK_LINE = re.compile(r"\n[^\S\n]*+\n\s*+")
MARK = re.compile("[.!?…。！？]")
END = re.compile(
    r"""
      (?<![.!?…]) (?P<mark> [.!?…]++ ) (?P<closing> ["'”’»)\]]*+ ) \s++
    | [。！？]++ ["'”’」』）]*+ \s*+          # scripts without spaces need none after the sentence either
    """,
    re.VERBOSE,
)
ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")  # U.S  Ph.D  a.m
OPENING = "\"'“‘«‹„([¿¡"
LONGEST_ABBREVIATION = 12
"""Characters that are looked at before and after a full stop."""


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans (start, end) of the sentences of a text, in order, without the white space around them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for blank in BLANK_LINE.finditer(text):
        add_sentences(text, start, blank.start(), spans)
        start = blank.end()
    add_sentences(text, start, len(text), spans)
    return spans


def add_sentences(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    """Add the sentences of the paragraph from `start` to `end`."""
    for border in borders(text, start, end):
        if border["mark"] is None or ends_sentence(text, start, border):
            add_span(text, start, border.end(), spans)
            start = border.end()
    add_span(text, start, end, spans)


def borders(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every match of END; looking for the marks first takes less than half the time."""
    done = start
    for mark in MARK.finditer(text, start, end):
        border = END.match(text, mark.start(), end) if mark.start() >= done else None
        if border:
            done = border.end()
            yield border


def add_span(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    """Add the span without the white space around it, if anything is left."""
    piece = text[start:end]
    if stripped := piece.strip():
        first = start + len(piece) - len(piece.lstrip())
        spans.append((first, first + len(stripped)))


def ends_sentence(text: str, start: int, border: re.Match[str]) -> bool:
    """A new sentence begins after these marks."""
    following = text[border.end() : border.end() + LONGEST_ABBREVIATION]
    if not can_begin(following):
        return False
    if border["mark"] != "." or border["closing"]:
        return True
    if text[start : min(border.start(), start + LONGEST_ABBREVIATION)].isdigit():
        return False  # "2. Second" in a list
    return not is_abbreviation(word_before(text, start, border.start()), following)


def can_begin(following: str) -> bool:
    """A sentence can begin so: with a capital, a digit, a letter of a script without case, or a quotation mark."""
    first = following[:1]
    return first != "" and (first in OPENING or (first.isalnum() and not first.islower()))


def word_before(text: str, start: int, end: int) -> str:
    """The word that stands right before `end`, without opening marks; a long one is cut."""
    words = text[max(start, end - LONGEST_ABBREVIATION) : end].split()
    return words[-1].lstrip(OPENING) if words else ""


def is_abbreviation(word: str, following: str) -> bool:
    """The full stop after this word belongs to the word, seeing what follows."""
    small = word.lower()
    if small in TITLES:
        return word[:1].isupper() or small == "vs"
    if small in BEFORE_NUMBERS and following[0].isdigit():
        return True
    if is_initial(word):
        return True
    may_end = small in MAY_END or ACRONYM.fullmatch(word)
    return bool(may_end) and first_word(following) not in BEGINNERS


def first_word(following: str) -> str:
    """The word that begins what follows, without the marks around it."""
    return following.split(maxsplit=1)[0].strip(OPENING + ".,:;!?'\"’”")


def is_initial(word: str) -> bool:
    """One capital, as in "Mark A. Milley"; "I" is a word."""
    return len(word) == 1 and word.isupper() and word != "I"
