"""What was typed, read as a query: nothing that can be typed is an error, and everything mended is said.

words        milley peace         all of them wanted
operators    AND OR NOT  && || !  NOT binds closest, then AND and words side by side, then OR
exclusion    -russia  -"a b"      demand  +peace
phrases      "seize the moment"
patterns     negotiat*  *gate  neg*ting  wom?n  "peace negotiat*"
likeness     milley~  milley~1
weights      talks^2 "peace talks"^3
exactness    =talks is this form only    ="kiev post" is these forms only, side by side
fields       title: body: stem: source: story: author: place: person: org: cites: url: site: path: format: length: id:
             has: since: until: date: about:, and what people call these otherwise (see field_names)
days         since:2022-11  date:9 Nov 2022  about:last week  date:2022-11-09..2022-11-15
quotations   said:"seize the moment"  speaker:Milley diplomacy
brackets     (a OR b) c           title:(a b)
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from search.clause_walks import is_leaf, weighted
from search.clauses import Clause, Everything, Nothing, Phrase, Word
from search.language.days import COMPARED, MOST_WORDS, days_asked, days_said
from search.language.field_names import DAY_FIELDS, FILTERS, NAMES, SCOPES, WHOLE_REST, Scope
from search.language.filters import filter_asked
from search.language.lexer import Lexeme, LexemeKind, lexemes, readable
from search.language.loosening import (
    QueryPart,
    bound,
    demanded,
    either,
    excluded,
    firmly,
    governed,
    or_its_words,
    part_of,
    side_by_side,
)
from search.language.messages import (
    EMPTY_FIELD,
    NO_DAY,
    NO_FIELD_OF_THAT_NAME,
    NO_WORD,
    NO_WORD_AT_ALL,
    NOT_A_DAY,
    NOTHING_FOLLOWS,
    NOTHING_TO_JOIN,
    SIGNS,
    TUNING,
    UNKNOWN_FIELD,
    Notes,
    quoted,
)
from search.language.nearness import called, joined_near, sloppy
from search.language.pasted_text import as_prose, labels_as_words
from search.language.terms import (
    asked,
    asked_by_stem,
    asked_exactly,
    asked_in_quotes,
    asked_nearly,
    is_common,
    is_sentence,
    phrase_of_patterns,
    said,
    source_named,
    speaker_named,
    story_named,
)
from search.language.wildcards import holds_wildcard
from search.query import Syntax


@dataclass(frozen=True, slots=True)
class Reading:
    """How a typed query is understood."""

    clause: Clause
    """What was asked, strictly."""
    loosened: Clause | None
    """The same where of all that stands side by side only some is needed; None when there is nothing to loosen."""
    notes: tuple[str, ...]
    """Sentences for the reader: what was mended, taken otherwise or left out."""
    filled: Clause | None = None
    """The same where only words give way, not phrases and fields; None where nothing would."""
    words: int = 1
    """How many words give way."""
    syntax: Syntax = "native"
    """The dialect in which it was read."""

    @property
    def has_few_words(self) -> bool:
        """Whether it asks for so few words that each of them is wanted."""
        return self.words < MANY_WORDS


MANY_WORDS = 4
"""From so many words on, those that fit best are better than those that have all (nDCG@10 by length of the queries of
nine judged collections: `make relevance`)."""


def parse(typed: str, today: date | None = None) -> Reading:
    """The reading of anything that can be typed; without `today`, days such as "yesterday" are read as words."""
    notes = Notes()
    text = readable(typed, notes)
    whole = WHOLE.get(" ".join(text.split()))
    if whole is not None:
        return read(part_of(whole), notes)
    sentence = is_sentence(text)
    found = labels_as_words(lexemes(as_prose(text, notes) if sentence else text, notes), notes)
    part = Parser(found, notes, today, is_sentence=sentence).group(None)
    if part is None:
        notes.without(NO_WORD)
        notes.add(NO_WORD_AT_ALL)
        return read(part_of(Nothing()), notes)
    return read(part, notes)


def read(part: QueryPart, notes: Notes) -> Reading:
    """The reading of the whole."""
    loosened = part.loosened if part.loosened != part.clause else None
    filled = part.filled if part.filled != part.clause else None
    return Reading(part.clause, loosened, notes.sentences(), filled, part.words)


WHOLE: dict[str, Clause] = {"": Everything(), "*": Everything(), "NOT *": Nothing()}
"""Whole queries that hold no word and yet mean something."""

PASSAGE = 4
"""Words, without common ones, from which on what stands in quotation marks is a passage and may be found in part."""


class Parser:
    """Reads lexemes from left to right; their brackets are paired and their words are words (see the lexer)."""

    def __init__(self, found: Sequence[Lexeme], notes: Notes, today: date | None, *, is_sentence: bool = False) -> None:
        self.found = found
        self.at = 0
        self.notes = notes
        self.today = today
        self.is_sentence = is_sentence
        self.left_out = 0
        """How many fields were left out with their values, since nothing here can answer them."""
        self.asked_of = ""
        """The field that was read last, as typed."""

    def next_is(self, *kinds: LexemeKind) -> bool:
        """Whether the next lexeme is one of these."""
        return self.at < len(self.found) and self.found[self.at].kind in kinds

    def take(self) -> Lexeme:
        """The next lexeme, which is then behind us."""
        self.at += 1
        return self.found[self.at - 1]

    def group(self, scope: Scope | None) -> QueryPart | None:
        """Everything up to the closing bracket or the end; None when there is nothing to look for."""
        ways: list[list[list[QueryPart]]] = [[]]
        joint: Lexeme | None = None
        left_out = self.left_out
        while self.at < len(self.found) and not self.next_is("close"):
            before = self.left_out
            if self.next_is("and", "or"):
                joint = self.joint(joint, has_left=bool(ways[-1]) or self.left_out > left_out)
            elif part := self.operand(scope):
                join(ways, joint if ways[0] else None, part)
                joint = None
            elif self.left_out > before:
                joint = None
        self.lose(NOTHING_TO_JOIN, [joint] if joint else [])
        if not ways[0]:
            return None
        return either([side_by_side([part for chain in way for part in bound(chain)], self.notes) for way in ways])

    def joint(self, before: Lexeme | None, *, has_left: bool) -> Lexeme | None:
        """The AND or OR that counts when another may stand before it; one that joins nothing is left out."""
        joint = self.take()
        counts = has_left and (before is None or (before.kind, joint.kind) == ("and", "or"))
        lost = before if counts else joint
        self.lose(NOTHING_TO_JOIN, [lost] if lost else [])
        return joint if counts else before

    def operand(self, scope: Scope | None) -> QueryPart | None:
        """What AND and OR join: a word, phrase, field or group, and what NOT, - and + make of it."""
        while self.next_is("near"):
            self.lose(NOTHING_TO_JOIN, [self.take()])
        signs: list[Lexeme] = []
        while self.next_is("not", "wanted"):
            signs.append(self.take())
        before = self.left_out
        part = self.beside_others(
            self.names(scope) if scope in NAMES and self.next_is("word") else self.atom(scope), scope
        )
        if part is None:
            self.lose(NOTHING_FOLLOWS, signs if self.left_out == before else ())
            return None
        if len(signs) > 1:
            self.notes.add(SIGNS, f"{quoted(' '.join(sign.text for sign in signs))} read once")
        if any(sign.kind == "not" for sign in signs):
            return excluded(part)
        return demanded(part) if signs else part

    def beside_others(self, part: QueryPart | None, scope: Scope | None) -> QueryPart | None:
        """The part, near those that follow behind w/5, pre/5, not w/5, w/s and the like."""
        while part and self.next_is("near"):
            joint = self.take()
            other = self.atom(scope)
            if other is None:
                self.lose(NOTHING_FOLLOWS, [joint])
            else:
                joined = joined_near(part.clause, joint.text, other.clause, self.notes)
                part = firmly(part_of(governed(joined, self.notes)))
        return part

    def lose(self, sentence: str, lost: Sequence[Lexeme]) -> None:
        """Say of these lexemes, when there are any, that they were left out."""
        if lost:
            self.notes.add(sentence, *(quoted(lexeme.text) for lexeme in lost))

    def atom(self, scope: Scope | None) -> QueryPart | None:
        """A word, phrase, field or group; None when the next lexeme begins none, or a group of nothing."""
        if self.next_is("open"):
            self.take()
            part = self.group(scope)
            self.take()
            return part
        if self.next_is("field"):
            return self.field(scope)
        if self.next_is("call"):
            name = self.take()
            part = self.atom(scope)
            if part is None:
                self.lose(NOTHING_FOLLOWS, [name])
            return part and firmly(part_of(called(name.text, part.clause, self.notes)))
        return self.leaf(self.take(), scope) if self.next_is("word", "phrase") else None

    def leaf(self, lexeme: Lexeme, scope: Scope | None) -> QueryPart | None:
        """A word or phrase where it stands; None when it is left out."""
        if scope in NAMES or scope in FILTERS:
            return self.name(scope, [lexeme])
        if scope == "story":
            return part_of(story_named(self.exact(lexeme)))
        if scope == "stem":
            return part_of(asked_by_stem(self.exact(lexeme), self.notes))
        if scope == "said":
            self.left_unweighted(lexeme)
            return firmly(part_of(said(self.words(lexeme, None).clause, self.notes)))
        part = self.weighted(self.words(lexeme, scope), lexeme)
        is_passage = self.is_sentence or part.words >= PASSAGE
        return firmly(part) if scope or (lexeme.kind == "phrase" and not is_passage) else part

    def words(self, lexeme: Lexeme, scope: Scope | None) -> QueryPart:
        """What words of the text, or of its title or body, ask for."""
        field = scope if scope in ("title", "body") else None
        if lexeme.is_exact:
            text = self.exact(lexeme)
            if lexeme.kind == "phrase" and holds_wildcard(text):
                return part_of(phrase_of_patterns(text, field, self.notes, is_exact=True))
            return part_of(asked_exactly(text, field, self.notes))
        if lexeme.nearness and lexeme.kind == "phrase":
            phrase = asked_in_quotes(lexeme.text, field, self.notes)
            return firmly(part_of(sloppy(phrase, int(lexeme.nearness[1:]))))
        if lexeme.nearness:
            return part_of(asked_nearly(lexeme.text, lexeme.nearness, field, self.notes))
        read_as = asked_in_quotes if lexeme.kind == "phrase" else asked
        clause = read_as(lexeme.text, field, self.notes)
        if isinstance(clause, Phrase) and not clause.patterns:
            part = or_its_words(clause, field)
            is_passage = self.is_sentence or part.words >= PASSAGE
            return part if lexeme.kind == "word" or is_passage else part_of(clause)
        common = lexeme.kind == "word" and field is None and isinstance(clause, Word) and is_common(clause.typed)
        return QueryPart(clause, clause, common=common)

    def weighted(self, part: QueryPart, lexeme: Lexeme) -> QueryPart:
        """What a word or phrase asks for, as many times as it counts."""
        if not is_leaf(part.clause):
            self.left_unweighted(lexeme)
            return part
        times = lexeme.weight
        return replace(part, clause=weighted(part.clause, times), loosened=weighted(part.loosened, times))

    def left_unweighted(self, lexeme: Lexeme) -> None:
        """Say that a weight is left out."""
        if lexeme.weight > 1:
            self.notes.add(TUNING, quoted(f"^{lexeme.weight}"))

    def exact(self, lexeme: Lexeme) -> str:
        """The text of a name, a date or an exact form, which is not matched nearly."""
        if not lexeme.is_exact:
            self.left_unweighted(lexeme)
        if lexeme.nearness:
            self.notes.add(TUNING, quoted(lexeme.nearness))
        return lexeme.text

    def names(self, scope: Scope) -> QueryPart | None:
        """The words that stand side by side in source:(...) or speaker:(...): together they are one name."""
        words: list[Lexeme] = []
        while self.next_is("word"):
            words.append(self.take())
        return self.name(scope, words)

    def name(self, scope: Scope, words: Sequence[Lexeme]) -> QueryPart | None:
        """The outlet or speaker of this name, or what else is known of articles; None when it is left out."""
        typed = " ".join(map(self.exact, words))
        if scope in FILTERS:
            clause = filter_asked(self.asked_of, scope, typed, self.notes)
            self.left_out += clause is None
            return None if clause is None else firmly(part_of(clause))
        if scope == "source":
            return part_of(source_named(typed, self.notes))
        return firmly(part_of(speaker_named(typed, self.notes, is_exact=any(word.is_exact for word in words))))

    def field(self, scope: Scope | None) -> QueryPart | None:
        """A field and its value; what cannot be a field or a value is read as words."""
        field = self.take()
        sign = self.take().kind if self.sign_comes_before_value() else None
        part = self.value(field, scope)
        if sign is None or part is None:
            return part
        return excluded(part) if sign == "not" else demanded(part)

    def sign_comes_before_value(self) -> bool:
        """Whether a sign comes next and then what a field may ask for, as in title:-russia."""
        coming = self.found[self.at : self.at + 2]
        signed = len(coming) == 2 and coming[0].kind in ("not", "wanted") and coming[0].text != "NOT"
        return signed and coming[1].kind in ("word", "phrase", "open")

    def value(self, field: Lexeme, scope: Scope | None) -> QueryPart | None:
        """What the field asks for with the value that comes next; None when both are left out."""
        name = field.text.lower()
        if name in SCOPES and not self.next_is("field"):
            before, self.asked_of = self.left_out, field.text
            part = self.group(SCOPES[name]) if name in WHOLE_REST else self.atom(SCOPES[name])
            if part or self.left_out > before:
                return part
        named = self.words(Lexeme("phrase", field.text), scope)
        if name in SCOPES or not self.next_is("word", "phrase", "open"):
            self.notes.add(EMPTY_FIELD, quoted(f"{field.text}:"))
            return named
        if name in DAY_FIELDS:
            return self.day_field(field, named, scope)
        if "_" in field.text:  # which is a field of somebody's, and no word that is looked for
            self.notes.add(NO_FIELD_OF_THAT_NAME, quoted(field.text))
            return self.atom(scope)
        self.notes.add(UNKNOWN_FIELD, quoted(field.text))
        return self.beside(named, scope)

    def beside(self, named: QueryPart, scope: Scope | None) -> QueryPart:
        """The name of a field that is none, and what stands behind it, as words."""
        part = self.atom(scope)
        return side_by_side([named, part] if part else [named], self.notes)

    def day_field(self, field: Lexeme, named: QueryPart, scope: Scope | None) -> QueryPart | None:
        """What a field of days asks for; None where what follows is no day, and it is left out.

        Behind a space it is words: "Date: soon".
        """
        value = self.found[self.at].text
        if days := self.days(DAY_FIELDS[field.text.lower()]):
            return part_of(days)
        if field.is_apart or self.next_is("open"):
            self.notes.add(NOT_A_DAY, quoted(f"{field.text}:{value}"))
            return self.beside(named, scope)
        self.notes.add(NO_DAY, quoted(f"{field.text}:{value}"))
        self.left_out += 1
        self.take()
        return None

    def days(self, name: str) -> Clause | None:
        """What a field of days asks for with what comes next, in one word or several; None when that is none."""
        coming = self.found[self.at : self.at + MOST_WORDS]
        words = [lexeme.text for lexeme in takewhile(lambda lexeme: lexeme.kind == "word", coming)]
        if self.next_is("phrase"):
            words = [coming[0].text]
        count = self.days_among(name, words)
        clause = days_asked(name, " ".join(words[:count]), self.today, self.notes) if count else None
        if clause:
            for lexeme in coming[:count]:
                self.exact(lexeme)
            self.at += count
        return clause

    def days_among(self, name: str, words: Sequence[str]) -> int:
        """How many of the words, from the first on, say days behind a field of this name."""
        if not words:
            return 0
        first = COMPARED.sub("", words[0]) if name == "date" else words[0]
        return 1 if name == "when" else days_said([first, *words[1:]], self.today)


def join(ways: list[list[list[QueryPart]]], joint: Lexeme | None, part: QueryPart) -> None:
    """Put the part where its joint says: beside the last chain, into it by AND, or on a way of its own."""
    if joint is None:
        ways[-1].append([part])
    elif joint.kind == "or":
        ways.append([[part]])
    else:
        ways[-1][-1].append(part)
