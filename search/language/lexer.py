"""Typed text as lexemes: words, phrases, fields, operators and brackets, mended so that a parser can only succeed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.analysis import tokens
from index.orthography.characters import MARKS
from index.orthography.word_pattern import SPACED
from search.language.field_names import DAY_FIELDS, EVEN_APART, SCOPES
from search.language.messages import (
    ALL_CAPITALS,
    DEEP_BRACKETS,
    EMPTY_QUOTES,
    JOINTS_AS_WORDS,
    LONE_WILDCARD,
    LOST_BRACKET,
    LOST_QUOTE,
    NO_WORD,
    OPEN_BRACKET,
    OPEN_QUOTE,
    SIGNS,
    SMALL_JOINT,
    TOO_LONG,
    TOO_MANY,
    TOO_MANY_PATTERNS,
    TUNING,
    WEIGHTS,
    Notes,
    quoted,
)
from search.language.wildcards import broad_patterns, holds_wildcard

MAX_LENGTH = 2_000
"""Characters of a query that are read."""
MAX_CLAUSES = 200
"""Words and phrases of a query that are read."""
MAX_PATTERNS = 16
"""Words of a query for which an engine looks at every word there is, which can take a tenth of a second each."""
AS_MANY_IN_PHRASES = 4
"""Such a word of a phrase counts as so many: where all the words it stands for are placed is looked up, too."""
MAX_DEPTH = 50
"""Brackets inside brackets; the parser and everything after it recurse as deep as this."""

LexemeKind = Literal["word", "phrase", "field", "call", "near", "and", "or", "not", "wanted", "open", "close"]


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of the typed text: a phrase without its marks, a field without its colon, others as typed."""

    kind: LexemeKind
    text: str
    nearness: str = ""
    """What stands after a word and asks for words like it, ~ or ~2, or after a phrase, for its words near each other;
    often empty."""
    is_exact: bool = False
    """An = stands before the word or phrase: it is wanted exactly so."""
    weight: int = 1
    """How many times the word or phrase counts, as it says behind ^."""
    is_apart: bool = False
    """A space stands behind the colon of the field."""


def readable(typed: str, notes: Notes) -> str:
    """The typed text without what cannot be read: controls and slashes become spaces, marks of direction
    vanish."""
    text = SLASHED.sub(apart, printable(typed, notes))
    return in_small_letters(COMPARISON.sub(with_colon, text), notes)


def apart(found: re.Match[str]) -> str:
    """Words with spaces for the slashes between them; what stands in quotation marks, as it is."""
    return found["words"].replace("/", " ") if found["words"] else found.group()


def with_colon(found: re.Match[str]) -> str:
    """A field and the sign behind it with a colon between them; what stands in quotation marks, as it is."""
    return f"{found['field']}:{found['sign']}" if found["field"] else found.group()


def printable(typed: str, notes: Notes) -> str:
    """The same, whatever its letters are."""
    text = typed.strip()
    if len(text) > MAX_LENGTH:
        notes.add(TOO_LONG, f"{MAX_LENGTH:,}")
        text = cut_at_word(text)
    return CONTROL.sub(" ", DIRECTION.sub("", BROKEN.sub("\ufffd", text))).strip()


BROKEN = re.compile("[\ud800-\udfff]")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def in_small_letters(text: str, notes: Notes) -> str:
    """A text all in capitals as small letters would say it: its OR and NOT are words, and IT is in a long one."""
    if not is_in_capitals(text):
        return text
    if len(text.split()) >= SENTENCE:
        return text.lower()
    lost = [joint for joint in SPELLED.findall(text) if joint != "AND"]
    if lost:
        notes.add(ALL_CAPITALS, *map(quoted, lost))
    return SPELLED.sub(lambda joint: "" if joint.group() == "AND" else joint.group().lower(), text)


def in_words(text: str) -> str:
    """A text whose AND, OR and NOT are words."""
    return SPELLED.sub(lambda joint: joint.group().lower(), text)


def is_in_capitals(text: str) -> bool:
    """Whether a text without quotation marks and signs has letters beside AND, OR and NOT, and no small one."""
    if any(map(str.islower, text)) or SIGN.search(text) or not set(QUOTES).isdisjoint(text):
        return False
    return any(map(str.isupper, SPELLED.sub("", text)))


SENTENCE = 4
"""Words; fewer in capitals may be acronyms, and more are a sentence."""
SPELLED = re.compile(r"(?<![^\s(])(?:AND|OR|NOT)(?![^\s)])")


def cut_at_word(text: str) -> str:
    """The first `MAX_LENGTH` characters, without a word that goes on behind them."""
    spaces = (place for place in range(MAX_LENGTH, 0, -1) if text[place].isspace())
    return text[: next(spaces, MAX_LENGTH)]


def lexemes(text: str, notes: Notes) -> list[Lexeme]:
    """The lexemes of a readable text: every word and phrase holds a word, and every bracket has its partner."""
    found = [lexeme for match in LEXEME.finditer(text) if (lexeme := lexeme_of(match, notes))]
    found = joints_as_words(searchable(found, notes), notes)
    note_small_joints(found, notes)
    return paired(within_limit(found, notes), notes)


QUOTES = '"“”„‟«»″＂〝〞〟「」『』'
"""Any of them opens a phrase and any closes it; apostrophes are part of words."""
SLASHED = re.compile(
    rf"\"[^{QUOTES}]*[{QUOTES}]?|[{QUOTES}][^{QUOTES}]*[{QUOTES}]"
    r"|(?<![^\s(])(?P<words>[^\W\d_]{3,}(?:/[^\W\d_]{3,})+)(?![^\s).,;!?])"
)
"""Words with a slash between them, which stand for themselves: oil/gas, but not km/h, and/or, 24/7 and w/5; or what is
quoted."""
COMPARISON = re.compile(
    rf"[{QUOTES}][^{QUOTES}]*(?:[{QUOTES}]|$)"
    r"|\b(?P<field>length|wc|wordcount|date|pubdate|published|pub_date|publish_date)\s{0,3}(?P<sign>[<>]=?)\s{0,3}(?=\d)",
    re.IGNORECASE,
)
"""A field and its value with a sign between them, in place of a colon: length > 800, date>=2022; or what is quoted."""
SIGN = re.compile(r"&&|\|\||(?<![^\s(])[-+!=](?=[\w(])")
"""What shows that a query is written in operators."""
QUOTED = re.compile(rf"[{QUOTES}][^{QUOTES}]*[{QUOTES}]")
AFTER = rf"(?=[\s(){QUOTES}]|$)"
NEAR = r"(?:AND\s+)?(?:(?ai:not)\s+)?(?ai:w|pre|near|onear|within)/(?:[0-9]{1,4}[sp]?|(?ai:seg|[sp]))"
CALL = r"atleast[0-9]{1,3}|hlead|lead|first[0-9]{1,4}|allcaps|nocaps|caps|headline|byline"
# Behind a sign or a colon stands a word, whatever it looks like: -AND, title:NOT.
FREE = "(?<![-+!:])"
LEXEME = re.compile(
    rf"""
      (?P<space>  \s+ )
    | (?P<open>   \( )
    | (?P<close>  \) )
    | (?P<phrase> =* (?: " [^{QUOTES}]* [{QUOTES}]? | [{QUOTES}] [^{QUOTES}]* [{QUOTES}] )
                  (?: (?<=[{QUOTES}]) (?: ~\d{{1,3}} (?:\^[0-9.]+)? | \^[0-9.]+ ) {AFTER} )? )   # "peace talks"~5
    | (?P<quote>  =* [{QUOTES}] )                                               # “ alone, as of what was cut off
    | (?P<near>   (?<![^\s(){QUOTES}]) {NEAR} {AFTER} )                         # immigration w/5 court
    | (?P<and>    {FREE} (?: AND{AFTER} | &&(?![&|]) ) )
    | (?P<or>     {FREE} (?: OR{AFTER} | \|\|(?![&|]) ) )
    | (?P<call>   (?<![\w:]) (?ai:{CALL}) (?=\() )                              # atleast3(war)
    | (?P<not>    {FREE} NOT{AFTER} )
    | (?P<sign>   (?<![{QUOTES}]) [-+!]+ (?= =*[\w(*$€£#@\[{QUOTES}]|\?+\*|\.(?ai:net)\b) )  # -russia  +milley  !cnn
    | (?P<field>  (?ai:{"|".join(EVEN_APART)}) (?=:)                              # title:biden
                | (?ai:{"|".join([*SCOPES, *DAY_FIELDS])}) (?=:[^\s:])              # path:/saved
                | (?<!:) [A-Za-z][A-Za-z_]+ (?=:[\w(*<>=\[{QUOTES}]|:\?+\*) ) : # author:smith, but not https://
    | (?P<tuning> (?<=[){QUOTES}]) (?: [~^][\d.]* )+ {AFTER} )                  # (peace talks)^5
    | (?P<mark>   (?<=[){QUOTES}]) [.,;:!?…]+ {AFTER} )                         # "peace talks", milley
    | (?P<word>   (?: {SPACED} ) [^\s(){QUOTES}]* | [^\s(){QUOTES}]+ )           # J. K.  milley
    """,
    re.VERBOSE,
)


def lexeme_of(match: re.Match[str], notes: Notes) -> Lexeme | None:
    """The lexeme that the pattern found; None for what only separates or ends others."""
    text = match.group()
    match match.lastgroup:
        case "phrase":
            return phrase_lexeme(text, notes)
        case "call":
            return Lexeme("field", text, is_apart=True) if text.lower() in SCOPES else Lexeme("call", text)
        case "sign":
            return sign_lexeme(text, notes)
        case "field":
            return Lexeme("field", text[:-1], is_apart=match.string[match.end() : match.end() + 1].isspace())
        case "tuning":
            notes.add(TUNING, quoted(text))
            return None
        case "quote":
            notes.add(LOST_QUOTE)
            return None
        case "word":
            return word_lexeme(text, notes)
        case "near" | "and" | "or" | "not" | "open" | "close" as kind:
            return Lexeme(kind, text)
        case _:
            return None


def phrase_lexeme(text: str, notes: Notes) -> Lexeme | None:
    """What stands between the quotation marks, or after the only one."""
    marked = text
    pattern = rf"=*(.*?)((?:(?<=[{QUOTES}])~\d+)?)((?:(?<=[{QUOTES}\d])\^[\d.]+)?)"
    text, moves, weight = re.fullmatch(pattern, marked, re.DOTALL).groups()  # type: ignore[union-attr]
    is_exact = marked.startswith("=")
    if len(text) > 1 and text[-1] in QUOTES:
        return Lexeme("phrase", text[1:-1], moves, is_exact, weight=weight_of(weight, notes))
    if not holds_word(text):
        notes.add(LOST_QUOTE)
        return None
    notes.add(OPEN_QUOTE)
    return Lexeme("phrase", text[1:], is_exact=is_exact)


def word_lexeme(text: str, notes: Notes) -> Lexeme:
    """A word, and apart from it the nearness at its end, milley~; and its weight, talks^2."""
    word = text.lstrip("=")
    if word and word != text:
        return replace(word_lexeme(word, notes), is_exact=True)
    tuning = TUNING_AT_END.search(text)
    if tuning is None:
        return Lexeme("word", text)
    signs = SIGN_OF_TUNING.findall(tuning.group())
    nearness = next((sign for sign in signs if sign[0] == "~"), "")
    weight = next((sign for sign in signs if sign[0] == "^" and sign.strip("^.")), "")
    others = "".join(signs).replace(nearness, "", 1).replace(weight, "", 1)
    if others:
        notes.add(TUNING, quoted(others))
    return Lexeme("word", text[: tuning.start()], nearness.rstrip("."), weight=weight_of(weight, notes))


MOST_WEIGHT = 9


def weight_of(typed: str, notes: Notes) -> int:
    """How many times a word counts that has this behind it: ^2; once where it has nothing."""
    figures = re.match(r"\^([0-9]{0,6}(?:\.[0-9]{0,6})?)", typed)
    if not figures or not figures[1].strip("."):
        return 1
    weight = min(MOST_WEIGHT, max(1, round(float(figures[1]))))
    if typed != f"^{weight}":
        notes.add(WEIGHTS, f"{quoted(typed)} read as ^{weight}")
    return weight


TUNING_AT_END = re.compile(rf"(?<=[\w*}}{MARKS}])(?:[~^][\d.]*)+(?=[,;:!?…]*$)")
SIGN_OF_TUNING = re.compile(r"[~^][\d.]*")


def sign_lexeme(signs: str, notes: Notes) -> Lexeme:
    """Exclusion or demand; of several signs, exclusion is the one that was meant."""
    sign = "+" if set(signs) == {"+"} else "-"
    if len(signs) > 1:
        notes.add(SIGNS, f"{quoted(signs)} read as {sign}")
    return Lexeme("wanted" if sign == "+" else "not", signs)


def holds_word(text: str) -> bool:
    """Whether there is anything in the text to look for."""
    return any(True for _ in tokens(text))


def searchable(found: Iterable[Lexeme], notes: Notes) -> list[Lexeme]:
    """The lexemes without words and phrases that hold no word, and without the field and sign before those."""
    kept: list[Lexeme] = []
    for lexeme in found:
        if lexeme.kind not in ("word", "phrase") or holds_word(lexeme.text):
            kept.append(lexeme)
            continue
        lost = ("=" if lexeme.is_exact else "") + lexeme.text
        while kept and kept[-1].kind in ("field", "not", "wanted"):
            before = kept.pop()
            lost = before.text + AFTER_LOST.get(before.text, ":" if before.kind == "field" else "") + lost
        if lexeme.kind == "phrase" and not lexeme.text.strip():
            notes.add(EMPTY_QUOTES)
        elif holds_wildcard(lexeme.text):
            notes.add(LONE_WILDCARD, quoted(lost))
        else:
            notes.add(NO_WORD, quoted(lost))
    return kept


AFTER_LOST = {"NOT": " "}


def joints_as_words(found: list[Lexeme], notes: Notes) -> list[Lexeme]:
    """The lexemes, where AND, OR and NOT are words if nothing else was typed."""
    if any(lexeme.kind in ("word", "phrase", "field") for lexeme in found):
        return found
    spelled = [lexeme for lexeme in found if lexeme.text.isalpha()]
    if not spelled:
        return found
    notes.add(JOINTS_AS_WORDS, *(quoted(lexeme.text) for lexeme in spelled))
    return [Lexeme("word", lexeme.text) for lexeme in spelled]


def note_small_joints(found: Sequence[Lexeme], notes: Notes) -> None:
    """Say that or and not between words are words, for those who meant the operators."""
    for before, lexeme, after in zip(found, found[1:], found[2:], strict=False):
        between = before.kind in ("word", "phrase", "close") and after.kind in ("word", "phrase", "open", "field")
        if lexeme in (Lexeme("word", "or"), Lexeme("word", "not")) and between:
            notes.add(SMALL_JOINT, quoted(lexeme.text))


def within_limit(found: Sequence[Lexeme], notes: Notes) -> list[Lexeme]:
    """The lexemes up to the last word or phrase that is read."""
    clauses = patterns = 0
    for place, lexeme in enumerate(found):
        clauses += lexeme.kind in ("word", "phrase")
        patterns += patterns_in(lexeme)
        if clauses > MAX_CLAUSES:
            notes.add(TOO_MANY, f"{MAX_CLAUSES:,}")
            return list(found[:place])
        if patterns > MAX_PATTERNS:
            notes.add(TOO_MANY_PATTERNS, f"{MAX_PATTERNS:,}")
            return list(found[:place])
    return list(found)


def patterns_in(lexeme: Lexeme) -> int:
    """For how many of its words an engine looks at every word there is."""
    if lexeme.kind not in ("word", "phrase"):
        return 0
    if lexeme.nearness not in ("", "~0"):
        return 1
    broad = broad_patterns(lexeme.text) if holds_wildcard(lexeme.text) else 0
    return broad * AS_MANY_IN_PHRASES if lexeme.kind == "phrase" else broad


def paired(found: Iterable[Lexeme], notes: Notes) -> list[Lexeme]:
    """The lexemes with every bracket paired, and none deeper than `MAX_DEPTH`."""
    kept: list[Lexeme] = []
    depth = 0
    for lexeme in found:
        if lexeme.kind == "open":
            depth += 1
        if lexeme.kind == "close" and depth == 0:
            notes.add(LOST_BRACKET)
        elif lexeme.kind in ("open", "close") and depth > MAX_DEPTH:
            notes.add(DEEP_BRACKETS, f"{MAX_DEPTH}")
        else:
            kept.append(lexeme)
        if lexeme.kind == "close" and depth > 0:
            depth -= 1
    if depth:
        notes.add(OPEN_BRACKET)
    return kept + [Lexeme("close", ")")] * min(depth, MAX_DEPTH)
