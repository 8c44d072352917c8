"""The direct quotations of an article, each with its speaker where the text names one; linear in the text."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from index.annotations import Quote
from index.entities.capitalised_names import Naming, namings
from index.entities.name_tokens import ends_sentence, words
from index.entities.offices import without_particles
from index.lexicon.name_words import BODIES
from index.lexicon.places import is_known_place
from index.lexicon.speech_verbs import CALLED, VERBS
from index.quotations.attribution import Attribution, attribution_before, attribution_behind
from index.quotations.quotation_spans import MARK, Quotation, paragraph_spans, quotations_in


def quotes(body: str) -> tuple[Quote, ...]:
    """The direct quotations of a text, in order; none overlap."""
    if not MARK.search(body):
        return ()
    paragraphs = list(paragraph_spans(body))
    found = quotations_in(body, paragraphs)
    return Speakers(body, found, paragraphs).quotes() if found else ()


class Speakers:
    """Finds who speaks each quotation of a text."""

    def __init__(self, body: str, found: Sequence[Quotation], paragraphs: Sequence[tuple[int, int]]) -> None:
        self.body = body
        self.found = found
        self.text = with_blanks(body, found)
        self.paragraphs = paragraphs
        self.starts = [start for start, _ in self.paragraphs]
        self.names: Names | None = None
        self.spoke: dict[int, set[tuple[int, int]]] = {}
        """Who spoke in each paragraph, so far."""

    def quotes(self) -> tuple[Quote, ...]:
        """The quotations with their speakers."""
        attributions: list[Attribution | None] = []
        for number, quotation in enumerate(self.found):
            own = self.own_attribution(quotation)
            attributions.append(own or self.continued(number, attributions))
        if any(attributions):
            self.names = Names(self.text, [each for each in attributions if each and not each.is_pronoun])
        return tuple(
            Quote(quotation.start, quotation.end, self.speaker(quotation, attribution))
            for quotation, attribution in zip(self.found, attributions, strict=True)
        )

    def own_attribution(self, quotation: Quotation) -> Attribution | None:
        """Who is named right behind the quotation, or before it in its sentence."""
        if self.pauses(quotation):
            end = self.paragraphs[self.paragraph(quotation.outer_end)][1]
            behind = attribution_behind(self.text, quotation.outer_end, end)
            if behind:
                return behind
        floor = self.starts[self.paragraph(quotation.outer_start)]
        return attribution_before(self.text, floor, quotation.outer_start, lambda: self.is_term(quotation))

    def is_term(self, quotation: Quotation) -> bool:
        """So few words are quoted that they may be a term, or they have capitals as those of a title have."""
        said = self.body[quotation.start : quotation.end].split(maxsplit=LONGEST_TITLE)
        long = [word for word in said if len(word) >= SHORTEST_CAPITALISED]
        is_title = 1 < len(said) <= LONGEST_TITLE and all(word[0].isupper() for word in long)
        return is_title or len(said) < FEWEST_WORDS

    def pauses(self, quotation: Quotation) -> bool:
        """The quotation ends as speech does, with a comma or a full stop, or a comma follows it."""
        last = self.body[quotation.start : quotation.end].rstrip()[-1:]
        return last in PAUSES or self.body[quotation.outer_end : quotation.outer_end + 1] == ","

    def paragraph(self, place: int) -> int:
        """Which paragraph this place is in."""
        return max(0, bisect_left(self.starts, place + 1) - 1)

    def continued(self, number: int, before: Sequence[Attribution | None]) -> Attribution | None:
        """Who spoke the quotation before, when this one goes on behind the words that say so: “…,” he said. “…”"""
        if not number or (last := before[-1]) is None:
            return None
        previous, quotation = self.found[number - 1], self.found[number]
        gap = quotation.outer_start - last.ends
        if last.ends < previous.outer_end or not 0 <= gap <= FARTHEST:
            return None
        if self.is_term(quotation) and not self.pauses(quotation):
            return None
        if self.paragraph(last.ends) != self.paragraph(quotation.outer_start):
            return None
        between = words(self.text, last.ends, quotation.outer_start)
        is_new = bool(between) and any(mark in self.text[last.ends : between[0].start] for mark in ".!?")
        if is_new or any(ends_sentence(token) for token in between[:-1]) or not self.leads_on(last.ends, quotation):
            return None
        return None if any(token.text in VERBS or token.text in CALLED for token in between) else last

    def leads_on(self, start: int, quotation: Quotation) -> bool:
        """The words before the quotation end with a sentence that it begins another after, or lead into it."""
        led = self.text[start : quotation.outer_start].rstrip()
        if led.endswith((".", "!", "?")):
            return self.body[quotation.start : quotation.start + 1].isupper()
        return led.endswith((",", ":", ";", "—", "–", " and", " adding", " adding that", " but", " and that"))

    def speaker(self, quotation: Quotation, attribution: Attribution | None) -> tuple[int, int] | None:
        """Where the name of whoever is meant stands most fully."""
        if attribution is None or self.names is None:
            return None
        paragraph = self.paragraph(quotation.outer_start)
        if attribution.is_pronoun:
            found = self.meant(paragraph, min(quotation.outer_start, attribution.start))
        else:
            found = self.names.fullest(attribution.start, attribution.end, needs_full=attribution.needs_full)
        if found:
            self.spoke.setdefault(paragraph, set()).add(found)
        return found

    def meant(self, paragraph: int, place: int) -> tuple[int, int] | None:
        """Whom he or she at this place means: the only person named in the paragraph so far, or in the one before."""
        if self.names is None:
            return None
        start = max(self.starts[paragraph], place - FARTHEST_NAME)
        people = self.names.people(start, place) | self.spoke.get(paragraph, set())
        if not people and paragraph:
            start, end = self.paragraphs[paragraph - 1]
            people = self.names.people(max(start, end - FARTHEST_NAME), end) | self.spoke.get(paragraph - 1, set())
        return next(iter(people)) if len(people) == 1 else None


FEWEST_WORDS = 3
"""Fewer words between quotation marks may be a term, and nobody's saying."""
LONGEST_TITLE, SHORTEST_CAPITALISED = 12, 4
"""Words of a title, and characters of those of its words that have a capital in any case."""
PAUSES = frozenset(",.?!…—–-”’\"'")
FARTHEST_NAME = 2_000
"""Characters before he or she in which a name is looked for; paragraphs are shorter."""
FARTHEST = 160
"""Characters between the words that say who speaks and the quotation that goes on."""


def with_blanks(body: str, found: Sequence[Quotation]) -> str:
    """The text with blanks for what is quoted, but for the last character, which may end a sentence."""
    pieces: list[str] = []
    done = 0
    for quotation in found:
        last = max(quotation.start, quotation.end - 1)
        pieces += [body[done : quotation.start], " " * (last - quotation.start)]
        done = last
    return "".join([*pieces, body[done:]])


class Names:
    """The names in a text, outside of its quotations."""

    def __init__(self, text: str, attributions: Sequence[Attribution]) -> None:
        self.text = text
        self.all = namings(text, 0, len(text))
        self.starts = [naming.start for naming in self.all]
        self.first: dict[str, dict[str, tuple[int, int]]] = {}
        """By surname and then by given name, where that person is first named."""
        for naming in self.all:
            if naming.name.words > 1:
                given = self.first.setdefault(naming.name.surname, {})
                given.setdefault(naming.name.given, (naming.start, naming.end))
        spoken = {text[each.start : each.end].split()[-1] for each in attributions}
        named = {naming.name.surname for naming in self.all if naming.name.titled or naming.name.may_be_person}
        self.surnames = (spoken | named) - BODIES

    def fullest(self, start: int, end: int, *, needs_full: bool = False) -> tuple[int, int] | None:
        """Where a name first stands with given names, if only one person of the text has it; else where it stands."""
        name = without_particles(self.text[start:end])
        if " " in name:
            return start, end
        people = self.first.get(name) or self.first.get(name.capitalize(), {})
        if len(people) == 1:
            return next(iter(people.values()))
        return None if needs_full or (not people and self.is_noun(name.lower())) else (start, end)

    def is_noun(self, word: str) -> bool:
        """The word stands in small letters somewhere."""
        return word in self.text and word in self.nouns

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The words of the text that stand in small letters somewhere, of which none is a name."""
        return frozenset(SMALL.findall(self.text))

    def people(self, start: int, end: int) -> set[tuple[int, int]]:
        """Who is, or may be, named in a part of the text: where each is named most fully."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        named = [naming for naming in self.all[first:last] if self.may_be_person(naming)]
        return {self.first_of(naming) for naming in named}

    def first_of(self, naming: Naming) -> tuple[int, int]:
        """Where somebody with this name first stands with given names; else where this naming stands."""
        if naming.name.words > 1:
            return self.first[naming.name.surname][naming.name.given]
        return self.fullest(naming.start, naming.end) or (naming.start, naming.end)

    def may_be_person(self, naming: Naming) -> bool:
        """The naming is of somebody, or may be."""
        name = self.text[naming.start : naming.end]
        return naming.name.surname in self.surnames and not is_known_place(name)


SMALL = re.compile(r"\b[a-z]\w+")
