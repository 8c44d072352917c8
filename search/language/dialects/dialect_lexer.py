"""The text of a dialect as tokens, by its grammar; brackets are paired, so that a parser can only succeed."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from search.clauses import Clause
from search.language.dialects.grammar import DialectContext, Grammar, Joint, joint_of
from search.language.lexer import (
    AS_MANY_IN_PHRASES,
    MAX_CLAUSES,
    MAX_DEPTH,
    MAX_PATTERNS,
    QUOTES,
    holds_word,
    weight_of,
)
from search.language.messages import (
    DEEP_BRACKETS,
    JOINED,
    LOST_BRACKET,
    LOST_QUOTE,
    NO_FIELD_OF_THAT_NAME,
    NO_WORD,
    NOT_NEAR,
    OPEN_BRACKET,
    OPEN_QUOTE,
    TOO_MANY,
    TOO_MANY_PATTERNS,
    TUNING,
    Notes,
    quoted,
)

TokenKind = Literal["word", "phrase", "joint", "call", "prefix", "special", "first words", "sign", "open", "close"]


@dataclass(frozen=True, slots=True)
class DialectToken:
    """A piece of the text: a phrase without its marks, a field without its sign, others as typed."""

    kind: TokenKind
    text: str
    start: int
    """Where it begins in the text that was read."""
    end: int
    joint: Joint | None = None
    """Of an operator."""
    read: Callable[[DialectContext], Clause | None] | None = None
    """What reads what the dialect writes in a way of its own; None of all others."""
    number: int = 0
    """Of atleast5( and the like; of a phrase, how many moves put its words beside each other, as in "a b"~5."""
    weight: int = 1
    """Of a phrase: how many times it counts."""


def mended(grammar: Grammar, text: str, notes: Notes) -> str:
    """The text where what was typed apart is joined: w / 5 is w/5."""
    for pattern, whole in grammar.mended:
        joined = re.sub(pattern, whole, text)
        if joined != text:
            apart = re.search(pattern, text)
            if whole and apart and apart.group() != apart.expand(whole):
                notes.add(JOINED, quoted(apart.group()))
            text = joined
    return text


def tokens_of(grammar: Grammar, text: str, notes: Notes) -> list[DialectToken]:
    """The tokens of a text."""
    found = with_not_near(list(searchable(found_in(grammar, text, notes), notes)), notes)
    return paired(within_limit(iter(found), notes), len(text), notes)


AROUND = rf"\s(){QUOTES}\[\]"


PATTERNS: dict[str, re.Pattern[str]] = {}
"""The patterns of the tokens of grammars that were used, by their names."""


def pattern_of(grammar: Grammar) -> re.Pattern[str]:
    """The pattern of all tokens of a grammar."""
    if grammar.name not in PATTERNS:
        PATTERNS[grammar.name] = re.compile("|".join(alternatives(grammar)))
    return PATTERNS[grammar.name]


def alternatives(grammar: Grammar) -> Iterator[str]:
    """The patterns of the kinds of token, each named, in the order in which they are looked for."""
    opening, closing = re.escape(grammar.brackets[::2]), re.escape(grammar.brackets[1::2])
    yield r"(?P<space>\s+)"
    yield from (f"(?P<s{at}>{apart(form.pattern)})" for at, form in enumerate(grammar.specials))
    if grammar.first_words:
        yield f"(?P<first>{unnamed(grammar.first_words)})"
    for at, joint in enumerate(grammar.joints):
        yield f"(?P<j{at}>{unnamed(joint.pattern) if joint.is_joined else apart(joint.pattern)})"
    calls = any_of(grammar.calls)
    yield rf"(?P<call>(?<![^{AROUND}=:+!-])(?ai:(?:{calls})(?:,(?:{calls}))*|atleast[0-9]{{1,3}})(?=[{opening}]))"
    if grammar.any_call:
        yield rf"(?P<nocall>(?<![^{AROUND}=:+!-])[A-Za-z_][\w.,-]*(?=\((?!(?:s|ies|er|ing)\))))"
    yield r"(?P<times>(?ai:\batleast)[0-9]{1,3}(?=\s))"
    yield rf"(?P<prefix>(?<![^{AROUND}+!-])(?ai:{any_of(grammar.prefixes)}){grammar.prefix_sign})"
    if grammar.any_field:
        after = rf"(?=[\w({QUOTES}*+\\-])"
        yield rf"(?P<unknown>(?<![^{AROUND}+!-])[A-Za-z_][\w.]*{grammar.prefix_sign}{after})"
    yield rf"(?P<tuning>(?<=[{closing}])[~^][0-9.]+)"
    yield f"(?P<open>[{opening}])"
    yield f"(?P<close>[{closing}])"
    yield rf"(?P<phrase>=?[{QUOTES}][^{QUOTES}]*(?:[{QUOTES}](?:~[0-9]{{1,3}}|\^[0-9.]+)*)?)"
    if grammar.signs:
        yield rf"(?P<sign>(?<![^{AROUND}:])[{re.escape(grammar.signs)}]+(?=\S))"
    inside = [form.pattern for form in grammar.joints if form.is_joined] + [grammar.first_words] * bool(
        grammar.first_words
    )
    stop = f"(?!{unnamed('|'.join(inside))})" if inside else ""
    yield rf"(?P<word>(?:{stop}[^\s{opening}{closing}{QUOTES}])+)"


def any_of(names: Iterable[str]) -> str:
    """The pattern of these names, the longest first; of nothing where there are none."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or "(?!)"


def apart(pattern: str) -> str:
    """The pattern of what stands apart from others."""
    return f"(?<![^{AROUND}])(?:{unnamed(pattern)})(?![^{AROUND}])"


def unnamed(pattern: str) -> str:
    """The pattern without names of groups, so that it can stand beside others."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def found_in(grammar: Grammar, text: str, notes: Notes) -> Iterator[DialectToken]:
    """The tokens as they are typed."""
    for match in pattern_of(grammar).finditer(text):
        kind, typed = match.lastgroup or "", match.group()
        start, end = match.span()
        if kind[0] == "j" and kind[1:].isdigit():
            form = grammar.joints[int(kind[1:])]
            yield DialectToken("joint", typed, start, end, joint=joint_of(form, re.fullmatch(form.pattern, typed)))
        elif kind[0] == "s" and kind[1:].isdigit():
            special = grammar.specials[int(kind[1:])]
            if found := re.fullmatch(special.pattern, typed):
                yield DialectToken("special", typed, start, end, read=partial(special.read, found))
        elif kind in ("call", "times"):
            times = typed[len("atleast") :] if typed[:7].lower() == "atleast" else ""
            name = "atleast" if times.isdigit() else typed
            yield DialectToken("call", name, start, end, number=int(times) if times.isdigit() else 0)
        elif kind == "first":
            number = int("".join(filter(str.isdigit, typed)))
            yield DialectToken("first words", typed, start, end, number=number)
        elif kind == "unknown":
            notes.add(NO_FIELD_OF_THAT_NAME, quoted(typed[:-1]))
        elif kind == "nocall":
            notes.add(NO_FIELD_OF_THAT_NAME, quoted(typed))
        elif kind == "tuning":
            notes.add(TUNING, quoted(typed))
        elif kind == "prefix":
            yield DialectToken("prefix", typed[:-1], start, end)
        elif kind == "phrase":
            if token := phrase_token(match, notes):
                yield token
        elif kind in ("word", "sign", "open", "close"):
            yield DialectToken(kind, typed, start, end)  # type: ignore[arg-type]


def phrase_token(match: re.Match[str], notes: Notes) -> DialectToken | None:
    """What stands between quotation marks, or after the only one."""
    typed = match.group().lstrip("=")
    closing = next((at for at, letter in enumerate(typed[1:], 1) if letter in QUOTES), None)
    if closing is None:
        notes.add(OPEN_QUOTE if holds_word(typed) else LOST_QUOTE)
        return DialectToken("phrase", typed[1:], match.start(), match.end()) if holds_word(typed) else None
    moves, weight = re.search(r"~([0-9]+)", typed[closing:]), re.search(r"\^[0-9.]+", typed[closing:])
    number, times = int(moves[1]) if moves else 0, weight_of(weight.group(), notes) if weight else 1
    return DialectToken("phrase", typed[1:closing], match.start(), match.end(), number=number, weight=times)


def searchable(found: Iterator[DialectToken], notes: Notes) -> Iterator[DialectToken]:
    """The tokens without words and phrases that hold no word."""
    for token in found:
        if token.kind not in ("word", "phrase") or holds_word(token.text):
            yield token
        else:
            notes.add(NO_WORD, quoted(token.text))


OPEN_ENDED = re.compile(r"[*?!$~]")
"""What may make a word a pattern in some dialect."""


def with_not_near(found: Sequence[DialectToken], notes: Notes) -> list[DialectToken]:
    """The tokens, where NOT right before nearness excludes what is so near, whatever the dialect."""
    kept: list[DialectToken] = []
    for token in found:
        excluded = not_near_of(kept[-2:], token)
        if excluded is None:
            kept.append(token)
            continue
        notes.add(NOT_NEAR, quoted(excluded.text))
        kept[-1] = excluded
    return kept


def not_near_of(before: Sequence[DialectToken], token: DialectToken) -> DialectToken | None:
    """The operator that NOT and the nearness behind it are; None where they are not that, or nothing stands before."""
    if len(before) < 2 or before[0].kind not in ("word", "phrase", "special", "close", "first words"):
        return None
    excluding = before[1]
    if not (excluding.joint and token.joint and (excluding.joint.kind, token.joint.kind) == ("not", "near")):
        return None
    typed = f"{excluding.text} {token.text}"
    joint = replace(token.joint, kind="not near", typed=typed, remark="")
    return replace(token, text=typed, start=excluding.start, joint=joint)


def within_limit(found: Iterator[DialectToken], notes: Notes) -> Iterator[DialectToken]:
    """The tokens up to the last word or phrase that is read."""
    clauses = patterns = 0
    for token in found:
        clauses += token.kind in ("word", "phrase", "special")
        patterns += patterns_in(token)
        if clauses > MAX_CLAUSES:
            notes.add(TOO_MANY, f"{MAX_CLAUSES:,}")
            return
        if patterns > MAX_PATTERNS:
            notes.add(TOO_MANY_PATTERNS, f"{MAX_PATTERNS:,}")
            return
        yield token


def patterns_in(token: DialectToken) -> int:
    """For how many of its words an engine may look at every word there is."""
    if token.kind == "phrase":
        return AS_MANY_IN_PHRASES * sum(bool(OPEN_ENDED.search(word)) for word in token.text.split())
    return int(token.kind == "word" and bool(OPEN_ENDED.search(token.text)))


def paired(found: Iterator[DialectToken], end: int, notes: Notes) -> list[DialectToken]:
    """The tokens with every bracket paired, and none deeper than `MAX_DEPTH`."""
    kept: list[DialectToken] = []
    depth = 0
    for token in found:
        if token.kind == "open":
            depth += 1
        if token.kind == "close" and depth == 0:
            notes.add(LOST_BRACKET)
        elif token.kind in ("open", "close") and depth > MAX_DEPTH:
            notes.add(DEEP_BRACKETS, f"{MAX_DEPTH}")
        else:
            kept.append(token)
        if token.kind == "close" and depth > 0:
            depth -= 1
    if depth:
        notes.add(OPEN_BRACKET)
    return kept + [DialectToken("close", ")", end, end)] * min(depth, MAX_DEPTH)
