"""What in a text is not the article, and what of it stands there by its place."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from index.cleaning.cleaned import Cleaned, TextPiece
from index.cleaning.line_rules import label_before, line_rule, opens_comments
from index.front_matter.bylines import byline
from index.front_matter.datelines import dateline
from index.front_matter.outlet_lines import labelled_outlet
from index.front_matter.stated_dates import MOST_LINES_ABOVE_DATE, StatedDays, bare_date, date_of_line, publication_day
from index.front_matter.written_dates import Days
from index.lexicon.outlet_names import canonical_name
from index.lexicon.outlet_sites import outlet_of_host
from index.lexicon.outlet_words import has_news_word
from index.text.headlines import could_be_headline
from index.text.paragraphs import Paragraph, paragraphs

LONGEST_HEAD = 500
"""Characters, more than those of a headline or dateline; what begins a paragraph is looked for in no more of it."""
LONGEST_LINE = 1000
"""Characters; a longer paragraph says more than who wrote it and when."""


def clean(text: str) -> Cleaned:
    """The text taken apart into the article and what the rules leave out; cleaning what is kept leaves nothing out."""
    return cleaned(paragraphs(text))


def cleaned(parts: Sequence[Paragraph]) -> Cleaned:
    """The same, of a text whose paragraphs are known."""
    days: set[Days] = set()
    cleaning = cleaned_with(parts, days)
    # Nearly always once or twice: what was left out with one day may show another.
    while (day := publication_day([kept.text for kept in cleaning.kept])) and day not in days:
        days.add(day)
        cleaning = cleaned_with(parts, days)
    return Cleaned(tuple(cleaning.pieces))


def cleaned_with(parts: Sequence[Paragraph], days: Set[Days]) -> "Cleaning":
    """The paragraphs, each kept or left out; `days` are those that a date without a label may state."""
    cleaning = Cleaning(parts, days)
    for number in range(len(parts)):
        cleaning.add(number)
    cleaning.leave_out_last_lines()
    return cleaning


class KeptText(NamedTuple):
    """A paragraph of the article: which piece it is, and its text with single spaces."""

    place: int
    text: str
    sentences: int
    """How many paragraphs up to this one do not read like a headline; more than one when there was a long one."""


@dataclass(slots=True)
class Cleaning:
    """Reads paragraphs one after the other.

    What is done with one depends on nothing but itself, what has been kept before it, and what stands after it. That
    is why cleaning twice is cleaning once: the second time, the same paragraphs have been kept before it.
    """

    parts: Sequence[Paragraph]
    days: Set[Days]
    """The days that a date without a label may state."""
    pieces: list[TextPiece] = field(default_factory=list)
    kept: list[KeptText] = field(default_factory=list)
    said_twice: tuple[str, int] | None = None
    """The caption left out last, and how much had been kept then; None when there was none."""
    kept_before_comments: int | None = None
    """How much had been kept when the comments of readers began; None while they have not."""
    round_up: bool | None = None
    """What `is_round_up` found; None before it was asked."""
    last_prose: int = field(init=False)
    last_long: int = field(init=False)

    def __post_init__(self) -> None:
        """Find the last paragraph of prose, and the last long one."""
        backwards = range(len(self.parts) - 1, -1, -1)
        self.last_prose = next((n for n in backwards if is_prose(self.parts[n].text)), -1)
        self.last_long = next((n for n in backwards if len(self.parts[n].text) > LONGEST_DECK), -1)

    def add(self, number: int) -> None:
        """Keep this paragraph, leave it out, or leave out its beginning and keep the rest."""
        text, raw = self.parts[number].text, self.parts[number].raw
        start = 0
        while beginning := self.foreign_beginning(text[start : start + LONGEST_HEAD]):
            self.pieces.append(beginning)
            start += len(beginning.text)
            start += text[start : start + 1] == " "
        if start == len(text):
            return
        if start:
            text = raw = text[start:]
        if self.is_said_twice(text) and self.is_caption(text):
            self.leave_out_caption(text)
        if opens_comments(text) and self.is_below_the_article(number):
            self.kept_before_comments = len(self.kept)
        rule = self.rule_for(text, number)
        if rule is None:
            self.kept.append(KeptText(len(self.pieces), text, self.sentences_with(text)))
        self.pieces.append(TextPiece(raw, rule))

    def foreign_beginning(self, text: str) -> TextPiece | None:
        """A label that ran into the first word, or the dateline; None when the text begins with the article.

        The text may be cut after LONGEST_HEAD characters.
        """
        if label := label_before(text, is_first=not self.kept):
            return TextPiece(*label)
        opening = dateline(text) if self.is_before_prose() else None
        if opening is None or (opening.source is None and self.is_round_up()):
            return None
        is_sure = opening.words == text or opening.words.endswith(("/.", ")")) or "(" in opening.words
        return TextPiece(opening.words, "dateline") if is_sure or not could_be_headline(text) else None

    def is_round_up(self) -> bool:
        """Several paragraphs begin with a place and a dash: places are what they are about."""
        if self.round_up is None:
            alone = (part for part in self.parts if (found := dateline(part.text)) and found.source is None)
            self.round_up = next(alone, None) is not None and next(alone, None) is not None
        return self.round_up

    def rule_for(self, text: str, number: int) -> str | None:
        """The name of the rule that leaves this paragraph out; None when it is the article."""
        if self.said_twice == (text, len(self.kept)):
            return "caption said twice"
        if self.kept and text == self.kept[0].text and could_be_headline(text):
            return "repeated title"
        if self.is_said_twice(text):
            return "said twice"
        if rule := line_rule(text):
            return rule
        if len(text) > LONGEST_LINE:
            return None
        return self.rule_in_comments(text) or (self.rule_before_prose(text, number) if self.is_before_prose() else None)

    def rule_in_comments(self, text: str) -> str | None:
        """The rule for who wrote a comment and when, which says nothing of the article."""
        if self.kept_before_comments is None or len(self.kept) <= self.kept_before_comments:
            return None
        return COMMENT_STAMP if date_of_line(text) or byline(text) else None

    def rule_before_prose(self, text: str, number: int) -> str | None:
        """The rule for lines about the article that stand above it; the same lines inside it are part of it."""
        if stated := date_of_line(text):
            if not self.is_publication(stated, number):
                return None
            self.take_back_outlet()
            return "date line"
        if author := byline(text):
            if not author.author and not self.kept:
                return None
            self.take_back_date()
            self.take_back_outlet()
            return "byline"
        if labelled_outlet(text):
            return "source" if self.is_beside_byline(number) else None
        if has_news_word(text) and self.kept and self.stands_below("date line"):
            return "source"
        if not names_outlet(text):
            return None
        is_source = self.take_back_date() or not self.kept or self.stands_below("byline", "date line")
        return "source" if is_source else None

    def is_beside_byline(self, number: int) -> bool:
        """A byline or a day that states the publication stands right above this paragraph, or below it."""
        if self.stands_below("byline", "date line"):
            return True
        return any(byline(part.text) or date_of_line(part.text) for part in self.parts[number + 1 : number + 2])

    def is_publication(self, stated: StatedDays, number: int) -> bool:
        """A date above the prose is that of publication: by a label, by what stands beside it, or as one of `days`."""
        if stated.beside in ("label", "name"):
            return True
        if stated.beside == "clock":
            return number < self.last_prose or all(could_be_headline(kept.text) for kept in self.kept)
        if self.stands_below("byline", "source") or self.has_outlet_last():
            return True
        return stated.days in self.days and len(self.kept) <= MOST_LINES_ABOVE_DATE and number < self.last_prose

    def stands_below(self, *rules: str) -> bool:
        """The line above was left out by one of these rules; lines that belong to no article do not count."""
        beside = {None, "byline", "date line", "source"}
        return next((piece.rule for piece in reversed(self.pieces) if piece.rule in beside), None) in rules

    def has_outlet_last(self) -> bool:
        """The line kept last, which is not the headline, is nothing but an outlet."""
        return len(self.kept) > 1 and (names_outlet(self.kept[-1].text) or has_news_word(self.kept[-1].text))

    def take_back_outlet(self) -> None:
        """Leave out the outlet that was kept, now that a byline or date shows what it is."""
        if self.has_outlet_last():
            self.take_back("source")

    def take_back_date(self) -> bool:
        """Leave out the date without a label that was kept, now that a byline or outlet shows what it is."""
        is_date = bool(self.kept) and bare_date(self.kept[-1].text) is not None
        if is_date:
            self.take_back("date line")
        return is_date

    def is_before_prose(self) -> bool:
        """Nothing has been kept but a few short lines, of which one at most is a sentence."""
        return not self.kept or (self.kept[-1].sentences <= 1 and len(self.kept) <= MOST_LINES_BEFORE_PROSE)

    def sentences_with(self, text: str) -> int:
        """How many sentences have been kept, with this paragraph, as far as it matters to `is_before_prose`."""
        before = self.kept[-1].sentences if self.kept else 0
        if before > 1 or len(text) > LONGEST_DECK:
            return 2
        return before + (not could_be_headline(text))

    def is_below_the_article(self, number: int) -> bool:
        """Prose has been kept, and if it was little, no more than little follows."""
        if not self.is_before_prose():
            return True
        return any(not could_be_headline(kept.text) for kept in self.kept) and number > self.last_long

    def is_said_twice(self, text: str) -> bool:
        """It is the caption or name that was kept right before it, which is not the headline."""
        return len(self.kept) > 1 and self.kept[-1].text == text and " " in text and could_be_headline(text)

    def is_caption(self, text: str) -> bool:
        """It names what a picture above the article shows; "40 percent" said twice may be two results."""
        return self.is_before_prose() and text[0].isupper() and not any(map(str.isdigit, text))

    def leave_out_caption(self, text: str) -> None:
        """Take back what was kept last, and remember it in case it is said three times."""
        self.take_back("caption said twice")
        self.said_twice = (text, len(self.kept))

    def leave_out_last_lines(self) -> None:
        """Leave out dates and names that stand below the article, and all when there is nothing but dates."""
        taken: str | None = None
        while len(self.kept) > 1 and (rule := rule_at_end([kept.text for kept in self.kept[-2:]], taken)):
            self.take_back(rule)
            taken = rule
        if all(date_of_line(kept.text) for kept in self.kept):
            while self.kept:
                self.take_back("date line")

    def take_back(self, rule: str) -> None:
        """Leave out what was kept last, by this rule."""
        place = self.kept.pop().place
        self.pieces[place] = TextPiece(self.pieces[place].text, rule)


COMMENT_STAMP = "comment stamp"
MOST_LINES_BEFORE_PROSE = 8
LONGEST_DECK = 200
"""Characters; the sentence under a headline is shorter than a paragraph."""


def names_outlet(text: str) -> bool:
    """The line is nothing but the name of an outlet, or the host of its site."""
    return canonical_name(text) is not None or outlet_of_host(text) is not None


def is_prose(text: str) -> bool:
    """The paragraph is a sentence or more, and no line that pages put around an article."""
    return not could_be_headline(text) and line_rule(text) is None and date_of_line(text) is None


def rule_at_end(last: Sequence[str], taken: str | None) -> str | None:
    """The rule for the last line, which may state who wrote the article and when; None when it is the article.

    Here a clock is not enough: comments and concerts have their hours too. `taken` is the rule that left out the line
    below it.
    """
    before, text = last
    if len(text) > LONGEST_LINE:
        return None
    if stated := date_of_line(text):
        is_sure = stated.beside in ("label", "name") or taken == "byline" or byline(before)
        return "date line" if is_sure else None
    author = byline(text)
    if author is None:
        return None
    return "byline" if author.source or taken == "date line" or not could_be_headline(before) else None
