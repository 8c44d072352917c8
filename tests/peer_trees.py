"""Queries of the tests of other engines, and the trees that these engines make of them, read from their notations."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, product
from typing import Literal


@dataclass(frozen=True, slots=True)
class PeerTree:
    """A tree of another engine: what it joins, or a leaf."""

    kind: Literal["leaf", "all", "any", "none", "everything", "nothing"]
    parts: "tuple[PeerTree, ...]" = ()
    """Of "none", the one part that is excluded."""
    words: tuple[str, ...] = ()
    """Of a leaf: its words in small letters, or the pattern that it is; more than one is a phrase."""


class NotRead(Exception):
    """A notation has something that is no tree of words and phrases, such as a range."""


def signed(parts: Sequence[tuple[str, PeerTree]], *, bare_are_wanted: bool) -> PeerTree:
    """What is joined by signs: + is wanted, - is excluded, and where nothing is wanted, one of the rest is.

    What stands without a sign, or with the * of tantivy, is wanted where it is said so and nothing has a +.
    """
    wanted = [part for sign, part in parts if sign == "+"]
    if bare_are_wanted and not wanted and not any(sign == "?" for sign, _ in parts):
        parts = [("+" if sign in ("", "*") else sign, part) for sign, part in parts]
        wanted = [part for sign, part in parts if sign == "+"]
    excluded = [PeerTree("none", (part,)) for sign, part in parts if sign == "-"]
    rest = [part for sign, part in parts if sign not in ("+", "-")]
    joined = wanted or ([rest[0] if len(rest) == 1 else PeerTree("any", tuple(rest))] if rest else [])
    together = (*joined, *excluded)
    return together[0] if len(together) == 1 else PeerTree("all", together)


TOKEN = re.compile(
    r"""\s*(?: (?P<sign>(?:[+\-?]|(?<=[\s(])\*)(?=[\w("'-])) | (?P<open>\() | (?P<close>\)) (?P<weight>\^[\d.]+)?
    | (?P<phrase>"[^"]*"(?!:))(?P<after>(?:~\d+|\^[\d.]+|\*)*)
    | (?P<field>"?[\w.]+"?:)
    | (?P<word>[^\s()"]+) )""",
    re.VERBOSE,
)


def signed_tree(expect: str, *, bare_are_wanted: bool) -> PeerTree:
    """The tree in the notation of Lucene and tantivy: +a -b "c d" (e f); raises NotRead for ranges and the like."""
    if re.search(r"[\[{] ?\S* ?TO|IN \[|\$exists|<|>|[|/]", expect):
        raise NotRead(expect)
    tokens = list(TOKEN.finditer(expect))
    if "".join(token.group() for token in tokens).split() != expect.split():
        raise NotRead(expect)
    tree, rest = group_of(tokens, bare_are_wanted)
    if rest:
        raise NotRead(expect)
    return tree


def group_of(tokens: Sequence[re.Match[str]], bare_are_wanted: bool) -> tuple[PeerTree, Sequence[re.Match[str]]]:
    """What stands up to the closing bracket, and what comes behind it."""
    parts: list[tuple[str, PeerTree]] = []
    sign, field = "", ""
    while tokens:
        token, tokens = tokens[0], tokens[1:]
        if token["close"]:
            break
        if token["sign"]:
            sign = token["sign"]
        elif token["field"]:
            field = token["field"].strip('":')
        elif token["open"]:
            tree, tokens = group_of(tokens, bare_are_wanted)
            parts.append((sign, tree))
            sign = field = ""
        else:
            parts.append((sign, leaf_of(token, field)))
            sign = field = ""
    if not parts:
        return PeerTree("nothing"), tokens
    return signed(parts, bare_are_wanted=bare_are_wanted), tokens


def leaf_of(token: re.Match[str], field: str) -> PeerTree:
    """A word or phrase, in a field where that is one of ours; other fields are not told."""
    before = (f"{field}:",) if field in ("title", "body") else ()
    if token["word"] == "*":
        return PeerTree("everything")
    return PeerTree("leaf", words=before + plain_words(token["phrase"] or re.sub(r"[\^~][\d.]*", "", token["word"])))


def plain_words(text: str) -> tuple[str, ...]:
    """The words and patterns of a text, in small letters."""
    return tuple(re.findall(r"[\w*?]+", text.lower()))


TERM = re.compile(r"[^\s()]+@(?P<place>\d+)")
JOINT = re.compile(r"AND_NOT|AND_MAYBE|FILTER|AND|OR|SYNONYM|(?:PHRASE|NEAR) \d+")


def placed_tree(expect: str) -> PeerTree:
    """The tree in Xapian's notation, whose leaves are the places of words; raises NotRead for all else in it."""
    rest, tree = operand_of(expect.strip())
    if rest:
        raise NotRead(expect)
    return tree


def operand_of(text: str) -> tuple[str, PeerTree]:
    """What comes behind the first operand, and that."""
    if text.startswith("0 * <alldocuments>"):
        return text.removeprefix("0 * <alldocuments>"), PeerTree("everything")
    if text.startswith("("):
        return chain_of(text[1:])
    found = TERM.match(text)
    if not found:
        raise NotRead(text)
    return text[found.end() :], PeerTree("leaf", words=(found["place"],))


def chain_of(text: str) -> tuple[str, PeerTree]:
    """What operators join up to a closing bracket."""
    text, left = operand_of(text)
    while not text.startswith(")"):
        joint = JOINT.match(text.lstrip())
        if not joint:
            raise NotRead(text)
        text, right = operand_of(text.lstrip()[joint.end() :].lstrip())
        left = joined(left, joint.group().split()[0], right)
    return text[1:], left


def joined(left: PeerTree, joint: str, right: PeerTree) -> PeerTree:
    """Two operands and what joins them."""
    match joint:
        case "AND_NOT":
            return PeerTree("all", (left, PeerTree("none", (right,))))
        case "AND_MAYBE":
            return left
        case "AND" | "FILTER":
            return PeerTree("all", (left, right))
        case "OR" | "SYNONYM":
            return PeerTree("any", (left, right))
        case _:
            return PeerTree("leaf", words=(*left.words, *right.words))


def leaves_of(tree: PeerTree) -> Iterator[tuple[str, ...]]:
    """The words of the leaves."""
    if tree.kind == "leaf":
        yield tree.words
    for part in tree.parts:
        yield from leaves_of(part)


def holds(tree: PeerTree, present: frozenset[tuple[str, ...]]) -> bool:
    """Whether an article that holds these leaves, and no others, matches."""
    match tree.kind:
        case "leaf":
            return tree.words in present
        case "all":
            return all(holds(part, present) for part in tree.parts)
        case "any":
            return any(holds(part, present) for part in tree.parts)
        case "none":
            return not holds(tree.parts[0], present)
        case "everything":
            return True
        case "nothing":
            return False


MOST_LEAVES, SAMPLES = 10, 500
"""Of so many leaves every way to hold them is looked at; of more, so many ways."""


def are_alike(one: PeerTree, other: PeerTree) -> bool:
    """Whether the same articles match both, whichever of the leaves they hold; who holds a phrase holds its words."""
    leaves = list(dict.fromkeys([*leaves_of(one), *leaves_of(other)]))
    chance = random.Random(len(leaves))
    every = product([False, True], repeat=len(leaves))
    some = ([chance.random() < 0.5 for _ in leaves] for _ in range(SAMPLES))
    for way in every if len(leaves) <= MOST_LEAVES else some:
        held = set(compress(leaves, way))
        held |= {(word,) for leaf in held if len(leaf) > 1 for word in leaf}
        if holds(one, frozenset(held)) != holds(other, frozenset(held)):
            return False
    return True
