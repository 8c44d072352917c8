"""Where a text matches a query: spans that truly match, and the text in pieces."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, assert_never

from index.analysis import form, stem, terms
from index.orthography.acronyms import IN_DOUBT, word_read
from index.orthography.folded_forms import plain_form
from index.orthography.word_pattern import WORD
from index.text.sentences import BLANK_LINE
from search.clause_walks import leaves, nodes
from search.clauses import (
    AtLeast,
    Cased,
    Clause,
    Field,
    FormLeaf,
    Fuzzy,
    Lead,
    Leaf,
    Marked,
    Near,
    NotNear,
    Phrase,
    Place,
    PositionLeaf,
    Prefix,
    QuotedLeaf,
    Said,
    SameStem,
    Speaker,
    Spellings,
    Wildcard,
    Word,
    choices_of,
)
from search.fuzzy_and_wildcards import FormTest, form_test
from search.highlight.proximity_spans import word_spans
from search.highlight.telling_stretches import TellingStretches
from search.highlight.text_words import TextWords
from search.highlight.word_beginnings import beginnings

if TYPE_CHECKING:
    from index.annotations import Quote
from search.results import Piece


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a text that matches, from its first word's start to its last word's end."""

    start: int
    end: int
    part: Marked
    """The part of the query that it shows; of several, the one with the longest match."""
    also: tuple[Marked, ...] = ()
    """Other parts of the query that match within the span."""
    is_kin: bool = False
    """What stands here is another word of the ring of what was asked for."""


MOST_KNOWN = 20_000
"""Words of texts that are remembered for a query."""
MOST_MARKS = 2_000
"""Nobody reads more marks than that in one text, and a page with a hundred thousand of them would take seconds."""


def marked(clause: Clause, text: str, field: Field, days: Sequence[Mark] = ()) -> tuple[Piece, ...]:
    """The text in pieces, the first MOST_MARKS matches and days that it names marked; they join to exactly the text."""
    return pieces(text, marks(clause, text, field, days)[:MOST_MARKS])


def pieces(text: str, spans: Sequence[Mark]) -> tuple[Piece, ...]:
    """The text cut at the borders of these marks, which are sorted and do not overlap."""
    cut: list[Piece] = []
    done = 0
    for mark in spans:
        cut += [(text[done : mark.start], False), (text[mark.start : mark.end], True)]
        done = mark.end
    cut.append((text[done:], False))
    return tuple(piece for piece in cut if piece[0])


def marks(
    clause: Clause, text: str, field: Field, days: Sequence[Mark] = (), most_matches: int | None = None
) -> list[Mark]:
    """The spans of the text that show the query's wanted parts: sorted, not overlapping, in time linear in the text.

    What is wanted of days is no matter of words: `search.highlight.date_marks` gives where the text names them. Matches
    that overlap become one mark over all of them. Of a word that was asked for its own forms are marked, and the other
    words of its ring only where the text has none of those. Past the first `most_matches` of words, the text is not
    read on; and of each part of the query only the first MOST_MARKS matches are marked.
    """
    wanted = [leaf for leaf in leaves(clause) if leaf.field in (None, field)]
    anywhere = matches(wanted_together(tuple(wanted)), text, MOST_MARKS)
    found = without_kin(list(islice(anywhere, most_matches)))
    quoted = [leaf for leaf in wanted if isinstance(leaf, QuotedLeaf)]
    beside = [leaf for leaf in wanted if isinstance(leaf, PositionLeaf)]
    found += quoted_matches(quoted, text, MOST_MARKS) if quoted else ()
    found += proximity_matches(beside, text, field, MOST_MARKS) if beside else ()
    return merged(sorted([*found, *days], key=start_of))


def without_kin(found: Sequence[Mark]) -> list[Mark]:
    """The matches without those by another word of a ring whose own word matches, too."""
    own = {mark.part for mark in found if not mark.is_kin}
    return [mark for mark in found if not (mark.is_kin and mark.part in own)]


def wanted_leaves(wanted: Iterable[Leaf]) -> "Wanted":
    """The leaves to look for anywhere in a text."""
    looked_for = Wanted()
    for leaf in wanted:
        looked_for.add(leaf)
    return looked_for


@lru_cache(16)
def wanted_together(wanted: tuple[Leaf, ...]) -> "Wanted":
    """The same, kept for the next text that is looked through for them."""
    return wanted_leaves(wanted)


LONGEST_QUOTED = 600_000
"""Characters of a text that are looked through for quotations, some seconds for each million where they are dense."""


def quoted_matches(wanted: Sequence[QuotedLeaf], text: str, most: int) -> Iterator[Mark]:
    """The matches inside quotations: of what was said there, and, of a speaker alone, each quotation as a whole.

    Of each leaf the first `most`.
    """
    # Imported here, because most questions ask for no words that are quoted, and its tables take a while.
    from index.quotations.speakers import quotes

    found, allowance = quotes(text[:LONGEST_QUOTED]), MarkAllowance(most)
    for speaker in dict.fromkeys(leaf if isinstance(leaf, Speaker) else leaf.speaker for leaf in wanted):
        spans = [quote for quote in found if speaker is None or is_spoken_by(speaker, quote, text)]
        if speaker is not None and speaker in wanted:
            yield from [Mark(quote.start, quote.end, speaker) for quote in spans if quote.end > quote.start][:most]
        said: dict[Marked, Said] = {
            leaf.part: leaf for leaf in wanted if isinstance(leaf, Said) and leaf.speaker == speaker
        }
        starts = [quote.start for quote in spans]
        for mark in matches(wanted_leaves(leaf.part for leaf in said.values()), text, len(text)) if spans else ():
            place = bisect_right(starts, mark.start) - 1
            if place >= 0 and mark.end <= spans[place].end and allowance.has_room(mark.part):
                yield replace(mark, part=said[mark.part])


MOST_PARTS = 40
"""Words of a leaf whose matches are looked for in texts, a quarter of a millisecond for each word in each text."""


def proximity_matches(wanted: Sequence[PositionLeaf], text: str, field: Field, most: int) -> Iterator[Mark]:
    """The words that make the matches of leaves that ask where words stand; of each leaf the first `most`.

    Of a leaf of very many parts all words are marked, wherever they stand.
    """
    read = TextWords(text, field)
    for leaf in wanted:
        words = [part for part in nodes(leaf) if isinstance(part, Word | Spellings)]
        if len(words) > MOST_PARTS:
            yield from matches(wanted_together(tuple(dict.fromkeys(words))), text, most)
            continue
        runs = word_spans(leaf, read).shown()
        starts, ends = read.starts[runs.first[:most]], read.ends[runs.last[:most]]
        yield from (Mark(start, end, leaf) for start, end in zip(starts.tolist(), ends.tolist(), strict=True))


def is_spoken_by(speaker: Speaker, quote: "Quote", text: str) -> bool:
    """The name of whoever speaks the quotation holds every stem of this one."""
    if quote.speaker is None:
        return False
    named = terms(text[slice(*quote.speaker)])
    return all(any(term in named for term in choice) for choice in speaker.choices)


@dataclass(slots=True)
class Wanted:
    """The leaves to look for, by the stem or the form of a word that shows them."""

    words: dict[str, Word | Spellings] = field(default_factory=dict)
    kin: dict[str, list[Word | Spellings]] = field(default_factory=dict)
    """Those of whose ring another word has this term."""
    phrases: dict[str, dict[tuple[Place, ...], Phrase | Spellings]] = field(default_factory=dict)
    """By a term that may be the last, and then by all places."""
    ending_in_forms: dict[tuple[Place, ...], Phrase] = field(default_factory=dict)
    """Those whose last place is that of certain forms, by all places."""
    tests: dict[FormLeaf, FormTest] = field(default_factory=dict)
    """Of the forms that may stand at places of phrases."""
    forms: dict[FormLeaf, tuple[FormLeaf, FormTest]] = field(default_factory=dict)
    """By what they ask, whatever the field."""
    begin: tuple[str, ...] = ()
    """How the forms begin that may have one of the terms, each once."""
    terms: set[str] = field(default_factory=set)
    """All that a word of a text may be to count at all."""
    known: dict[str, "Shown"] = field(default_factory=dict)
    """What words of texts show that were looked at."""
    telling: TellingStretches | None = None
    """Where to look; made when the first text is looked at, after all leaves were added."""

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.forms or self.ending_in_forms)

    def add(self, leaf: Leaf) -> None:
        """Look for this leaf as well; of two that match the same, the first stays."""
        match leaf:
            case Word(term=term):
                self._add_words((term,), leaf)
            case Spellings(terms=terms, runs=runs):
                self._add_words(terms, leaf)
                for run in runs:
                    self._add_phrase(choices_of(run, ()), leaf)
            case Phrase(places=places):
                self._add_phrase(places, leaf)
            case Prefix() | Wildcard() | Fuzzy() | SameStem():
                self.forms.setdefault(replace(leaf, field=None), (leaf, form_test(leaf)))
            case Said() | Speaker():
                pass  # is looked for inside quotations only: see quoted_matches
            case Near() | NotNear() | AtLeast() | Lead() | Cased():
                pass  # is looked for in the text as a whole: see search.highlight.proximity_spans
            case _:
                assert_never(leaf)

    def _add_words(self, terms: Sequence[str], leaf: Word | Spellings) -> None:
        for term in terms:
            self.words.setdefault(term, leaf)
        for term in leaf.ring:
            self.kin.setdefault(term, []).append(leaf)
        self._look_for((*terms, *leaf.ring))

    def _add_phrase(self, places: tuple[Place, ...], leaf: Phrase | Spellings) -> None:
        self.tests.update((place, form_test(place)) for place in places if not isinstance(place, tuple))
        *_, last = places or ((),)
        if isinstance(last, tuple):
            for term in last:
                self.phrases.setdefault(term, {}).setdefault(places, leaf)
        elif isinstance(leaf, Phrase):
            self.ending_in_forms.setdefault(places, leaf)
        self._look_for([term for place in places if isinstance(place, tuple) for term in place])

    def _look_for(self, terms: Sequence[str]) -> None:
        self.terms.update(terms)
        self.begin = tuple({*self.begin, *beginnings(terms)})

    def is_at(self, place: Place, word: "Shown") -> bool:
        """A word may stand at a place of a phrase."""
        return word.term in place if isinstance(place, tuple) else self.tests[place](word.form)

    def stretches(self, text: str) -> Iterator[tuple[int, int]]:
        """The spans of a text where something that is wanted may stand; nothing of it reaches across one's border.

        A phrase, whose words may stand in several, stands in such as have nothing but white space between them.
        """
        if self.tests or self.forms:
            return iter([(0, len(text))])
        if self.telling is None:
            self.telling = TellingStretches(frozenset(self.begin), self._may_show)
        return self.telling.of(text)

    def _may_show(self, stretch: str) -> bool:
        """A word of a stretch may be a part of what is wanted; or it has no word at all."""
        words = [word.group() for word in WORD.finditer(stretch)]
        return not words or any(word in IN_DOUBT or self._term_of(folded(word)) in self.terms for word in words)

    def _term_of(self, form: str) -> str:
        """The term of a form; empty where nothing asks for it. Looking up that of every word would take long."""
        return "" if form.isascii() and not form.startswith(self.begin) else stem(form)

    def at(self, word: str) -> "Shown":
        """What a word of a text shows, as it is written there."""
        shown = self.known.get(word)
        if shown is None:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            shown = self.known[word] = self._looked_at(word)
        return shown

    def _looked_at(self, word: str) -> "Shown":
        form = folded(word)
        like = tuple(leaf for leaf, test in self.forms.values() if test(form)) if self.forms else ()
        # Looking up the terms of all words would cost more than everything else here.
        ending = tuple(item for item in self.ending_in_forms.items() if self.is_at(item[0][-1], Shown(form)))
        term = self._term_of(form)
        if not term:
            return Shown(form, "", like, (), ending)
        words = (self.words[term],) if term in self.words else ()
        phrases = (*self.phrases.get(term, {}).items(), *ending)
        return Shown(form, term, (*words, *like), tuple(self.kin.get(term, ())), phrases)


def folded(word: str) -> str:
    """The form of a word of a text."""
    return plain_form(word) if word.isascii() and word.isalnum() else form(word)


class Shown(NamedTuple):
    """What every occurrence of a word shows."""

    form: str
    term: str = ""
    """Empty where nothing asks for it."""
    leaves: tuple[Leaf, ...] = ()
    kin: tuple[Leaf, ...] = ()
    """Those of whose ring it is another word."""
    phrases: tuple[tuple[tuple[Place, ...], Phrase | Spellings], ...] = ()
    """Those that may end with it."""


class MarkAllowance:
    """Lets each part of a query have the first so many of its matches."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._had: Counter[int] = Counter()

    def has_room(self, part: Marked) -> bool:
        """The part may have one more, which is counted."""
        self._had[id(part)] += 1  # hashing a part of a query takes longer than all else that is done for a match
        return self._had[id(part)] <= self._most


def matches(wanted: Wanted, text: str, most: int) -> Iterator[Mark]:
    """The first `most` matches of every leaf, and as many of its ring, by where they end; they may overlap.

    The words are those of `index.analysis.tokens`, but each is folded and stemmed once, not wherever it stands.
    """
    if not wanted:
        return
    own, kin = MarkAllowance(most), MarkAllowance(most)
    read: list[Shown] = []
    starts: list[int] = []
    done = 0
    for start, end in wanted.stretches(text):
        if start > done + 1 and not text[done:start].isspace():
            read, starts = [], []
        done = end
        for word in WORD.finditer(text, start, end):
            shown = wanted.at(word_read(word))
            read.append(shown)
            starts.append(word.start())
            for leaf in shown.leaves:
                if own.has_room(leaf):
                    yield Mark(word.start(), word.end(), leaf)
            for leaf in shown.kin:
                if kin.has_room(leaf):
                    yield Mark(word.start(), word.end(), leaf, is_kin=True)
            for places, phrase in shown.phrases:
                if len(read) < len(places) or not all(map(wanted.is_at, places, read[-len(places) :])):
                    continue
                if BLANK_LINE.search(text, starts[-len(places)], word.start()) is None and own.has_room(phrase):
                    yield Mark(starts[-len(places)], word.end(), phrase)


def merged(found: Sequence[Mark]) -> list[Mark]:
    """Marks sorted by start, with those that overlap joined into one."""
    joined: list[Mark] = []
    for first, last in overlapping(found):
        group = found[first:last]
        if len(group) == 1:
            joined.append(group[0])
            continue
        longest = max(group, key=lambda mark: (mark.end - mark.start, isinstance(mark.part, Phrase)))
        shown = dict.fromkeys(part for mark in group for part in (mark.part, *mark.also))
        others = [part for part in shown if part != longest.part]
        end = max(mark.end for mark in group)
        joined.append(replace(longest, start=group[0].start, end=end, also=tuple(others)))
    return joined


def start_of(mark: Mark) -> int:
    """Orders marks by where they begin."""
    return mark.start


def overlapping(found: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Runs [first, last) of marks, sorted by start, that hang together by overlapping."""
    first, reach = 0, 0
    for place, mark in enumerate(found):
        if mark.start >= reach and place:
            yield first, place
            first = place
        reach = max(reach, mark.end)
    if found:
        yield first, len(found)
