"""Expressions of any dialect as clauses: operators by how tight they bind, as Vaughan Pratt parses them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from search.clause_walks import conjunction, disjunction, is_leaf, nodes, unweighted, weighted
from search.clauses import Clause, Everything, Lead, Leaf, Not
from search.language.dialects.dialect_fields import are_codes, in_targets, with_times
from search.language.dialects.dialect_lexer import DialectToken
from search.language.dialects.grammar import DialectContext, Grammar, Joint, JointKind, Target, joint_of
from search.language.lexer import MAX_DEPTH, holds_word, word_lexeme
from search.language.loosening import governed
from search.language.messages import (
    COMMON,
    DEEP_BRACKETS,
    LONE_WILDCARD,
    NO_WORD,
    NOTHING_FOLLOWS,
    NOTHING_TO_JOIN,
    ONLY_FOR_ORDER,
    TUNING,
    Notes,
    quoted,
)
from search.language.nearness import SIDE_BY_SIDE, Reach, near, not_near, of_each, sloppy
from search.language.serializer import written
from search.language.terms import asked, asked_exactly, asked_in_quotes, asked_nearly, is_common

FEW_WORDS = Reach(5, is_ordered=True)
"""What a star between the words of a phrase leaves room for."""
TINY = 1e-9
"""Operators that bind alike go from left to right."""


@dataclass(frozen=True, slots=True)
class Operand:
    """What operators join."""

    clause: Clause
    words: str | None = None
    """The same as it is typed, where it is words in a row and nothing else, so that others may stand in that row."""
    is_wanted: bool = False
    """A + stands before it."""
    made_by: JointKind | None = None
    """The operator that joined it last, outside brackets."""
    wanted: tuple[Clause, ...] = ()
    """Of operands side by side, those with a + before them,"""
    bare: tuple[Clause, ...] = ()
    """those with nothing before them,"""
    excluded: tuple[Clause, ...] = ()
    """and those with a - before them."""

    @property
    def beside(self) -> "Operand":
        """The same as one of several that stand side by side."""
        if self.wanted or self.bare or self.excluded:
            return self
        one = (self.clause,)
        if isinstance(self.clause, Not):
            return replace(self, excluded=one)
        return replace(self, wanted=one) if self.is_wanted else replace(self, bare=one)


class ExpressionParser:
    """Reads tokens from left to right; their brackets are paired and their words are words."""

    def __init__(self, grammar: Grammar, tokens: Sequence[DialectToken], text: str, context: DialectContext) -> None:
        self.grammar = grammar
        self.tokens = without_common(tokens, context.notes) if grammar.drops_common else tokens
        self.text = text
        self.context = context
        self.notes = context.notes
        self.at = 0
        self.depth = 0
        """Operands inside operands."""

    def next(self) -> DialectToken | None:
        """The next token; None at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self) -> DialectToken:
        """The next token, which is then behind us."""
        self.at += 1
        return self.tokens[self.at - 1]

    def whole(self) -> Clause | None:
        """What all tokens ask for; None when they ask for nothing."""
        found = self.expression(0)
        return found.clause if found else None

    def expression(self, least: float) -> Operand | None:
        """What is joined by operators that bind at least so tight; None when there is nothing to look for."""
        left = self.operand()
        while (token := self.next()) is not None and token.kind != "close":
            if token.kind == "first words":
                left = self.among_first_words(left)
                continue
            joint = token.joint or joint_of(self.grammar.space, None)
            if joint.binding < least:
                break
            if token.kind == "joint":
                joint = self.joint(joint)
            right = self.expression(joint.binding + TINY)
            left = self.joined(left, joint, right)
        return left and self.settled(left)

    def settled(self, operand: Operand) -> Operand:
        """What stands side by side: where + decides what is wanted, the rest only adds to the score."""
        clause = governed(operand.clause, self.notes)
        if clause != operand.clause:
            return Operand(clause)
        if not (self.grammar.plus_decides and operand.wanted and operand.bare):
            return operand
        self.notes.add(ONLY_FOR_ORDER, *(quoted(written(clause)) for clause in operand.bare))
        rest = disjunction([operand.wanted[0], *operand.bare])
        return Operand(conjunction([*operand.wanted, *operand.excluded, rest]))

    def joint(self, joint: Joint) -> Joint:
        """The operator that counts of those that stand side by side: one that excludes, or else the tightest."""
        self.take()
        while (token := self.next()) is not None and token.joint is not None and token.joint.kind != "not":
            self.take()
            lost, joint = sorted((joint, token.joint), key=lambda each: (each.kind == "not", each.binding))
            self.notes.add(NOTHING_TO_JOIN, quoted(lost.typed))
        return joint

    def operand(self) -> Operand | None:
        """A word, phrase, field or group, and what stands before it; None when there is none, or it lies too deep."""
        self.depth += 1
        found = self.operand_here() if self.depth <= MAX_DEPTH else None
        if self.depth > MAX_DEPTH:
            self.notes.add(DEEP_BRACKETS, f"{MAX_DEPTH}")
            self.at = len(self.tokens)
        self.depth -= 1
        return found

    def operand_here(self) -> Operand | None:
        """The same, at any depth."""
        while (token := self.next()) is not None and token.joint is not None:
            self.take()
            if token.joint.kind == "not":
                found = self.expression(max(self.grammar.not_level, token.joint.binding))
                if found is None:
                    self.notes.add(NOTHING_FOLLOWS, quoted(token.text))
                return self.without(found)
            self.notes.add(NOTHING_TO_JOIN, quoted(token.text))
        token = self.next()
        if token is None or token.kind == "close":
            return None
        self.take()
        match token.kind:
            case "sign":
                return self.signed(token)
            case "open":
                return self.group()
            case "call":
                return self.called(token)
            case "prefix":
                return self.prefixed(token)
            case "special":
                return with_operand(token.read(self.context) if token.read else None)
            case "phrase":
                return self.phrase(token)
            case "word":
                return self.word(token)
            case _:
                return None

    def signed(self, token: DialectToken) -> Operand | None:
        """What - excludes or + demands."""
        found = self.operand()
        if found is None:
            self.notes.add(NOTHING_FOLLOWS, quoted(token.text))
            return None
        return replace(found, is_wanted=True) if set(token.text) == {"+"} else self.without(found)

    def without(self, found: Operand | None) -> Operand | None:
        """All but what was found; None where that leaves nothing, and it is left out."""
        if found is not None and found.clause == Everything():
            self.notes.add(LONE_WILDCARD, quoted("*"))
            return None
        return found and Operand(Not(unweighted(found.clause)))

    def group(self) -> Operand | None:
        """What stands in brackets, of which the opening one is behind us."""
        found = self.expression(0)
        if self.next() is not None:
            self.take()
        return Operand(found.clause) if found else None

    def called(self, token: DialectToken) -> Operand | None:
        """A field and its value: in brackets, or behind  atleast5  one word or phrase."""
        name = token.text.lower()
        parts = name.split(",")
        targets: tuple[Target, ...] = tuple(target for part in parts for target in self.grammar.call_targets(part))
        notes = self.notes
        self.quietly(are_codes(targets))
        if (following := self.next()) is not None and following.kind == "open":
            self.take()
            found = self.group()
        else:
            found = self.expression(self.grammar.space.level)
        self.notes = notes
        typed = self.text[token.start : self.tokens[self.at - 1].end]
        if name == "atleast":
            return with_operand(None if found is None else with_times(found.clause, token.number, notes))
        return with_operand(in_targets(None if found is None else found.clause, targets, typed, notes))

    def prefixed(self, token: DialectToken) -> Operand | None:
        """A field with a sign, and its value."""
        targets = self.grammar.prefixes[token.text.lower()]
        notes = self.notes
        self.quietly(are_codes(targets))
        level = self.grammar.prefix_level
        found = self.operand() if level is None else self.expression(level)
        self.notes = notes
        typed = self.text[token.start : self.tokens[self.at - 1].end]
        return with_operand(in_targets(None if found is None else found.clause, targets, typed, notes))

    def quietly(self, is_so: bool) -> None:
        """Say nothing of what comes, since none of it is looked for."""
        if is_so:
            self.notes = Notes()

    def phrase(self, token: DialectToken) -> Operand:
        """What stands in quotation marks: * between words is any few words."""
        text = token.text.strip()
        if self.grammar.patterns_in_quotes:
            text = " ".join(self.grammar.native_word(word, self.notes) for word in text.split())
        if text.startswith("{") and text.endswith("}"):
            return Operand(asked_in_quotes(text[1:-1], None, self.notes))
        if token.number:
            sloppily = sloppy(asked_in_quotes(text, None, self.notes), token.number)
            return self.weighted(Operand(sloppily), token.weight)
        is_exact = self.grammar.exact_quotes or self.text[token.start] == "="
        read = asked_exactly if is_exact else asked_in_quotes
        rows = [row for row in re.split(r"(?:^|\s)\*(?=\s|$)", text) if holds_word(row)]
        found = [read(row, None, self.notes) for row in rows]
        whole = reduce(lambda left, right: near(left, right, FEW_WORDS, self.notes), found)
        return self.weighted(Operand(whole), token.weight)

    def word(self, token: DialectToken) -> Operand | None:
        """A word as it stands alone, and as it stands in a row with others; None where nothing is left of it."""
        native = word_lexeme(self.grammar.native_word(token.text, self.notes), self.notes)
        if not holds_word(native.text):
            self.notes.add(NO_WORD, quoted(token.text))
            return None
        if native.is_exact:
            return self.weighted(
                Operand(asked_exactly(native.text, None, self.notes), f"={native.text}"), native.weight
            )
        if native.nearness:
            nearly = asked_nearly(native.text, native.nearness, None, self.notes)
            return self.weighted(Operand(nearly), native.weight)
        clause = asked(native.text, None, self.notes)
        if other := self.grammar.spelled_otherwise(native.text):
            return Operand(disjunction([clause, asked(other, None, self.notes)]))
        return self.weighted(Operand(clause, native.text), native.weight)

    def weighted(self, operand: Operand, times: int) -> Operand:
        """A word or phrase that counts so many times; it stands in no row with others then."""
        if times == 1:
            return operand
        if not is_leaf(operand.clause):
            self.notes.add(TUNING, quoted(f"^{times}"))
            return operand
        return Operand(weighted(operand.clause, times))

    def joined(self, left: Operand | None, joint: Joint, right: Operand | None) -> Operand | None:
        """Two operands and what joins them."""
        if left is None or right is None:
            return self.alone(left, joint, right)
        if Everything() in (left.clause, right.clause):
            return self.beside_everything(left, joint, right)
        if not joint.typed and not (says_words(left.clause) and says_words(right.clause)):
            joint = replace(joint, kind="and")  # what is known of articles narrows, whatever a space is between words
        if joint.remark:
            self.notes.add(joint.remark, quoted(joint.typed))
        kinds = {joint.kind if joint.typed else None, left.made_by, right.made_by}
        if self.grammar.mixed_remark and kinds >= {"and", "or"}:
            self.notes.add(self.grammar.mixed_remark)
        match joint.kind:
            case "and":
                return together(left, right, joint)
            case "or":
                return Operand(disjunction([left.clause, right.clause]), made_by="or" if joint.typed else None)
            case "not":
                return Operand(conjunction([left.clause, Not(unweighted(right.clause))]))
            case "near":
                if joint.reach == SIDE_BY_SIDE and not joint.typed and left.words and right.words:
                    row = f"{left.words} {right.words}"
                    return Operand(asked_in_quotes(row.replace("=", ""), None, self.notes), row)
                return Operand(near(left.clause, right.clause, joint.reach, self.notes))
            case "not near":
                return Operand(not_near(left.clause, right.clause, joint.reach, self.notes))

    def beside_everything(self, left: Operand, joint: Joint, right: Operand) -> Operand | None:
        """Two operands of which one is every article, and what joins them."""
        if joint.kind == "or":
            return Operand(Everything())
        if joint.kind in ("not", "not near"):
            other = self.without(right)
            return other if other and left.clause == Everything() else left
        return right if left.clause == Everything() else left

    def alone(self, left: Operand | None, joint: Joint, right: Operand | None) -> Operand | None:
        """What is there when one side of an operator is not."""
        if right is not None:
            return self.without(right) if joint.kind == "not" else right
        if joint.typed and self.at >= len(self.tokens) and left is not None and self.tokens[-1].kind == "joint":
            self.notes.add(NOTHING_TO_JOIN, quoted(joint.typed))
        return left

    def among_first_words(self, left: Operand | None) -> Operand | None:
        """What stands in the first words of an article."""
        count = self.take().number
        return left and Operand(of_each(left.clause, lambda part: Lead(part, count), self.notes))


def with_operand(clause: Clause | None) -> Operand | None:
    """The operand of a clause; None of none."""
    return None if clause is None else Operand(clause)


def says_words(clause: Clause) -> bool:
    """Whether it asks for words, and not only for what is known of articles."""
    return any(isinstance(node, Leaf) for node in nodes(clause))


def without_common(tokens: Sequence[DialectToken], notes: Notes) -> Sequence[DialectToken]:
    """The tokens without bare common words, where there is anything else to look for."""
    bare = [
        token
        for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False)
        if token.kind == "word"
        and is_common(token.text)
        and not any(beside and beside.kind in ("joint", "prefix", "sign") for beside in (before, after))
    ]
    kept = [token for token in tokens if token not in bare]
    if not bare or not any(token.kind in ("word", "phrase") for token in kept):
        return tokens
    notes.add(COMMON, *(token.text for token in bare))
    return kept


def together(left: Operand, right: Operand, joint: Joint) -> Operand:
    """Both."""
    clause = conjunction([left.clause, right.clause])
    if joint.typed:
        return Operand(clause, made_by="and")
    one, other = left.beside, right.beside
    return Operand(
        clause,
        wanted=one.wanted + other.wanted,
        bare=one.bare + other.bare,
        excluded=one.excluded + other.excluded,
    )
