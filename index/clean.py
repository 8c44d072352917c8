"""What in a text is not the article: rules as a table, and the order in which they are asked."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from index.article import Removed
from index.bylines import byline
from index.datelines import dateline
from index.dates import date_of_line
from index.headlines import could_be_headline
from index.outlets import is_origin_line, labelled_source
from index.paragraphs import Paragraph, paragraphs


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text, and the rule that leaves it out; None when it is the article."""

    text: str
    rule: str | None


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text taken apart; the pieces in order, without their white space, are the text without its white space."""

    pieces: tuple[Piece, ...]

    @property
    def kept(self) -> tuple[str, ...]:
        """The headline, if there is one, and the paragraphs of the article, with single spaces."""
        return tuple(" ".join(piece.text.split()) for piece in self.pieces if piece.rule is None)

    @property
    def removed(self) -> tuple[Removed, ...]:
        """What was left out, as it stands in the text."""
        return tuple(Removed(piece.text, piece.rule) for piece in self.pieces if piece.rule is not None)


@dataclass(frozen=True, slots=True)
class LineRule:
    """Leaves out a paragraph that is nothing but what the rule describes; the example is one."""

    name: str
    fits: Callable[[str], object]
    example: str


LONGEST_LINE = 1000
"""Characters; a longer paragraph is never left out whole, except a list of icons."""


def whole(pattern: str) -> Callable[[str], object]:
    """A rule's test: the whole line is of this pattern, whatever its case."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda line: len(line) <= LONGEST_LINE and compiled.fullmatch(line)


FEWEST_ICONS = 5
LONGEST_ICON_LIST = 10_000
"""Characters; the icons of one page are a few hundred at most."""


def is_icon_list(line: str) -> bool:
    """Many words of the line are "icon" or run into it, and it has no full stop."""
    if line.count("icon") < FEWEST_ICONS or len(line) > LONGEST_ICON_LIST:
        return False
    words = line.split()
    with_icon = sum("icon" in word for word in words)
    return with_icon >= FEWEST_ICONS and 4 * with_icon >= len(words) and "." not in line


BULLET = r"(?:[•*·–-] ?)?"
TEASER = r"(?:(?:read|see) (?:also|more|next)|also read|related(?: (?:article|story|stories|news|content))?)"
INVITATION = r"(?:you (?:may|might) also like|more on this(?: story| topic)?)"
LABEL = r"(?:categor(?:y|ies)|tags?|tagged|comments?|author|share(?: this)?(?: article| post| story)?)"
OPINIONS = r"(?:disclaimer: ?)?the (?:views|opinions)(?: and (?:views|opinions))? expressed"
NOT_OURS = r"(?:do(?:es)? not (?:necessarily )?(?:reflect|represent)|are (?:solely )?those of)"

LINE_RULES = (
    LineRule("icon names", is_icon_list, "icon camera icon check icon close icon download icon edit v2"),
    LineRule("ornament", whole(r"[\W_]+"), "* * *"),
    LineRule("error text", whole(BULLET + r"oops[!.]?"), "• Oops!"),
    LineRule("error text", whole(BULLET + r"something went wrong[.!]?"), "Something went wrong."),
    LineRule("error text", whole(BULLET + r"please try again(?: later)?[.!]?"), "• Please try again later."),
    LineRule("teaser", whole(BULLET + TEASER + r": ?\S.{0,300}"), "Read also: US announces a military aid package"),
    LineRule("teaser", whole(INVITATION + r"(?::.{0,300})?"), "You may also like"),
    LineRule("origin", is_origin_line, "Read the original article on The New Voice of Ukraine"),
    LineRule("source", labelled_source, "Source: Reuters"),
    LineRule("empty label", whole(r"(?:posted|published|filed|updated)(?: (?:on|in|by|under|at))?:?"), "Posted on"),
    LineRule("empty label", whole(LABEL + ":?"), "Categories"),
    LineRule("empty label", whole(TEASER + ":?"), "Read more"),
    LineRule(
        "disclaimer",
        whole(r"we remind our readers that (?:the )?publication .{0,100}does not mean that we .*"),
        "We remind our readers that publication of articles does not mean that we agree.",
    ),
    LineRule(
        "disclaimer",
        whole(rf"{OPINIONS} .{{0,200}}{NOT_OURS} .*"),
        "The views expressed in this article do not necessarily reflect those of the paper.",
    ),
)
"""Asked in this order, wherever the paragraph stands."""


GLUED_LABEL = re.compile(r"(?:Categor(?:ies|y)|Tags|Tagged|Posted in|Filed under)(?=[A-Z“‘\"])")


TITLE_LABEL = re.compile(r"(?:Title|Headline):(?=.)", re.IGNORECASE)


def clean(text: str) -> Cleaned:
    """The text taken apart into the article and what the rules leave out; cleaning what is kept leaves nothing out."""
    cleaning = Cleaning()
    for paragraph in paragraphs(text):
        cleaning.add(paragraph)
    cleaning.leave_out_last_lines()
    return Cleaned(tuple(cleaning.pieces))


class Kept(NamedTuple):
    """A paragraph of the article: which piece it is, and its text with single spaces."""

    place: int
    text: str


@dataclass(slots=True)
class Cleaning:
    """Reads paragraphs one after the other.

    What is done with one depends on nothing but itself and what has been kept before it. That is why cleaning twice
    is cleaning once: the second time, the same paragraphs have been kept before it.
    """

    pieces: list[Piece] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    said_twice: tuple[str, int] | None = None
    """The caption left out last, and how much had been kept then; None when there was none."""

    def add(self, paragraph: Paragraph) -> None:
        """Keep the paragraph, leave it out, or leave out its beginning and keep the rest."""
        text, raw = paragraph.text, paragraph.raw
        while beginning := self.foreign_beginning(text):
            self.pieces.append(beginning)
            text = raw = text[len(beginning.text) :].lstrip()
        if not text:
            return
        if self.is_said_twice(text):
            self.leave_out_caption(text)
        rule = self.rule_for(text)
        if rule is None:
            self.kept.append(Kept(len(self.pieces), text))
        self.pieces.append(Piece(raw, rule))

    def foreign_beginning(self, text: str) -> Piece | None:
        """A label that ran into the first word, or the dateline; None when the text begins with the article."""
        if label := GLUED_LABEL.match(text):
            return Piece(label.group(), "glued label")
        if not self.kept and (label := TITLE_LABEL.match(text)):
            return Piece(label.group(), "title label")
        opening = dateline(text) if self.is_before_prose() else None
        if opening is None:
            return None
        is_sure = opening.words == text or opening.words.endswith(("/.", ")")) or "(" in opening.words
        return Piece(opening.words, "dateline") if is_sure or not could_be_headline(text) else None

    def rule_for(self, text: str) -> str | None:
        """The name of the rule that leaves this paragraph out; None when it is the article."""
        if self.said_twice == (text, len(self.kept)):
            return "caption said twice"
        if self.kept and text == self.kept[0].text and could_be_headline(text):
            return "repeated title"
        return line_rule(text) or self.rule_before_prose(text)

    def rule_before_prose(self, text: str) -> str | None:
        """The rule for lines about the article that stand above it; the same lines inside it are part of it."""
        if len(text) > LONGEST_LINE or not self.is_before_prose():
            return None
        return about_the_article(text)

    def is_before_prose(self) -> bool:
        """Nothing has been kept but a few short lines, of which one at most is a sentence."""
        if len(self.kept) > MOST_LINES_BEFORE_PROSE or any(len(kept.text) > LONGEST_DECK for kept in self.kept):
            return False
        return sum(not could_be_headline(kept.text) for kept in self.kept) <= 1

    def is_said_twice(self, text: str) -> bool:
        """It is the caption or name that was kept right before it, which is not the headline."""
        return len(self.kept) > 1 and self.kept[-1].text == text and " " in text and could_be_headline(text)

    def leave_out_caption(self, text: str) -> None:
        """Take back what was kept last, and remember it in case it is said three times."""
        self.take_back("caption said twice")
        self.said_twice = (text, len(self.kept))

    def leave_out_last_lines(self) -> None:
        """Leave out dates and names that stand below the article."""
        while len(self.kept) > 1 and (rule := about_the_article(self.kept[-1].text)):
            self.take_back(rule)

    def take_back(self, rule: str) -> None:
        """Leave out what was kept last, by this rule."""
        place = self.kept.pop().place
        self.pieces[place] = Piece(self.pieces[place].text, rule)


MOST_LINES_BEFORE_PROSE = 8
LONGEST_DECK = 200
"""Characters; the sentence under a headline is shorter than a paragraph."""


def line_rule(text: str) -> str | None:
    """The name of the first rule of the table that fits this paragraph; None when none does."""
    return next((rule.name for rule in LINE_RULES if rule.fits(text)), None)


def about_the_article(text: str) -> str | None:
    """The rule for a line that says when the article was published, or by whom; None for any other line."""
    if date_of_line(text):
        return "date line"
    return "byline" if byline(text) else None
