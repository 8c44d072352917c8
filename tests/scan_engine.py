"""The plainest engine: looks at every article for every query. It judges the others.

Matching, counting, ordering and folding are loops of its own, and the score is BM25F as it stands in Robertson,
Zaragoza and Taylor (2004), with title words weighted 2, k1 = 1.2 and b = 0.75, or 0.4 where few words are asked for; of
a word with a ring, that of all of the ring as one word and .6 times that of its own family, divided by 1.6; the first
hundred get more for words side by side (.25), in the title (.1) and among the first 50 of the body (.05); with an
encoder, for the cosine of what they and the words asked mean (5 times the root of what lies between their highest score
and their lowest, once where few words are asked for), and .3 of the mean score of the three that are most like each.
So it judges how engines
search, not what they read out of a text: of the product it uses what makes words of a text (`index.analysis`) and what
of an article is read for its meaning (`opening`), which days it names and who says what in it (`mentions`, `quotes`),
and the tables of spellings (`other_spellings`, without learned ones); stories and wordings are those that articles say
of themselves. A fault in these it has as well: they have tests of their own.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from math import log
from typing import assert_never, get_args

from index.analysis import forms, stem, terms
from index.annotations import Quote
from index.article import Article
from index.meaning.encoder import Encoder
from index.quotations.speakers import quotes
from index.spelling.inflections import inflections, is_word_of
from index.spelling.known_spellings import other_spellings
from index.spelling.transliterations import transliterations
from index.timex.mentions import mentions
from search.bm25f import Beside
from search.clause_walks import rewritten
from search.clauses import (
    About,
    And,
    AtLeast,
    Attribute,
    Between,
    Cased,
    Clause,
    Everything,
    Fuzzy,
    Identified,
    InStory,
    Lead,
    Leaf,
    Length,
    Near,
    Not,
    Nothing,
    NotNear,
    Or,
    Phrase,
    PositionLeaf,
    Prefix,
    Said,
    SameStem,
    Source,
    Speaker,
    Spellings,
    Wildcard,
    Word,
)
from search.engine import Candidate, Dating, Folded, Matches
from search.query import Copies, FacetName, Query
from tests.scan_attributes import has_attribute, values_of
from tests.scan_meanings import with_what_they_mean
from tests.scan_spans import in_a_row, is_near, matches, plain_text, standing, texts_of


class ScanEngine:
    """An engine over a list of articles."""

    def __init__(self, articles: Sequence[Article], encoder: Encoder | None = None) -> None:
        self.articles = list(articles)
        self.encoder = encoder

    @property
    def generation(self) -> str:
        """See `search.engine.Engine.generation`."""
        return sha256(repr(self.articles).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def remarks(self) -> Sequence[str]:
        """See `search.engine.Engine.remarks`."""
        return ()

    def match(self, query: Query, limit: int, skip: int = 0) -> Matches:
        """See `search.engine.Engine.match`."""
        clause = self.by_story_ids(query.clause)
        parts = [self.by_story_ids(part) for part in query.most_of] if query.order == "relevance" else []
        found = [article for article in self.articles if holds(clause, article)]
        held = {article.id: sum(holds(part, article) for part in parts) for article in found}
        candidates = in_order([self.candidate(query, article) for article in found], query.order, held)
        if query.order == "relevance":
            first = [self.with_what_is_beside(query, candidate) for candidate in candidates[:100]]
            if self.encoder:
                articles = {each.id: each for each in found}
                first = with_what_they_mean(self.encoder, query, first, articles)
            candidates = in_order(first + candidates[100:], query.order, held)
        whole = [article for article in found if parts and all(holds(part, article) for part in parts)]
        told_apart = whole or found
        sources = {(article.source, group(article, query.copies)) for article in told_apart if article.source}
        months = {
            (f"{article.published.first:%Y-%m}", group(article, query.copies))
            for article in told_apart
            if article.published
        }
        return Matches(
            candidates=tuple(self.folded(candidates, query.copies)[skip:limit]),
            total=len(found),
            distinct={way: len({group(article, way) for article in found}) for way in get_args(Copies)},
            sources=Counter(source for source, _ in sources),
            years=Counter(year for year, _ in {(month[:4], own) for month, own in months}),
            months=Counter(month for month, _ in months),
            with_all=len(whole),
            values={name: values_of(name, told_apart) for name in get_args(FacetName) if name != "dated"},
            datings=Counter(
                Dating(each.published.first, each.published.last, each.published.how)
                for each in told_apart
                if each.published
            ),
        )

    def every(self, query: Query) -> Iterator[Candidate]:
        """See `search.engine.Engine.every`."""
        return iter(self.match(query, len(self.articles)).candidates)

    def having(self, parts: Sequence[Clause], ids: Sequence[str]) -> list[set[str]]:
        """See `search.engine.Engine.having`."""
        among = [article for article in self.articles if article.id in ids]
        clauses = map(self.by_story_ids, parts)
        return [{article.id for article in among if holds(clause, article)} for clause in clauses]

    def ids_beginning(self, start: str, most: int) -> list[str]:
        """See `search.engine.Engine.ids_beginning`."""
        return sorted(article.id for article in self.articles if article.id.startswith(start))[:most]

    def by_story_ids(self, clause: Clause) -> Clause:
        """The clause, in which each story is named by its own id in place of that of an article of it."""
        if isinstance(clause, InStory):
            return InStory(
                next((each.story for each in self.articles if each.id == clause.id and each.story), clause.id)
            )
        return rewritten(clause, self.by_story_ids)

    def folded(self, candidates: list[Candidate], copies: Copies) -> list[Candidate]:
        """The first of each group, with the others under it."""
        by_id = {article.id: article for article in self.articles}
        groups: dict[str, list[Article]] = {}
        for candidate in candidates:
            article = by_id[candidate.id]
            groups.setdefault(group(article, copies), []).append(article)
        under = {
            first.id: tuple(Folded(other.id, other.wording in {first.wording} - {None}) for other in others)
            for first, *others in groups.values()
        }
        return [
            replace(
                candidate,
                folded=under[candidate.id],
                tellers=self.size(by_id[candidate.id], copies),
                prints=1 if copies == "all" else self.size(by_id[candidate.id], "reprints"),
            )
            for candidate in candidates
            if candidate.id in under
        ]

    def size(self, article: Article, copies: Copies) -> int:
        """How many articles it is folded with, itself among them, whether they match or not."""
        return [group(other, copies) for other in self.articles].count(group(article, copies))

    @cached_property
    def words(self) -> list[tuple[str | None, set[str]]]:
        """The language of each article, and the forms of its words."""
        return [(article.language, set(forms(f"{article.title}\n{article.body}"))) for article in self.articles]

    @cached_property
    def stems(self) -> Counter[str]:
        """How many articles hold each term."""
        return Counter(term for article in self.articles for term in set(terms(f"{article.title}\n{article.body}")))

    def spellings(self, form: str) -> list[str]:
        """See `search.engine.Engine.spellings`."""
        counts = Counter(word for _, own in self.words for word in own)
        known = (*other_spellings(form), *transliterations(form), *self.inflected_forms(form))
        others = [other for other in dict.fromkeys(known) if counts[other]]
        return sorted(others, key=lambda other: -self.stems[stem(other)])

    def inflected_forms(self, form: str) -> Iterator[str]:
        """Its other grammatical forms in the languages in which it stands."""
        for language in sorted({article.language for article in self.articles if article.language}):
            wanted = inflections(form, language)
            every = Counter(word for _, own in self.words for word in own if wanted and wanted.has(word))
            inside = Counter({word: sum(word in own for code, own in self.words if code == language) for word in every})
            if not every[form] or is_word_of(inside[form], every[form]):
                found = [word for word in every if stem(word) != stem(form) and is_word_of(inside[word], every[word])]
                yield from sorted(found, key=lambda word: (-inside[word], word))[:24]

    def holds(self, form: str) -> bool:
        """See `search.engine.Engine.holds`."""
        return any(holds(Word(form, stem(form)), article) for article in self.articles)

    def forms_near(self, form: str, edits: int, fewest: int = 1) -> dict[str, int]:
        """See `search.engine.Engine.forms_near`."""
        words = [set(forms(f"{article.title}\n{article.body}")) for article in self.articles]
        counts = Counter(word for each in words for word in each if is_near(form, word, edits))
        return {word: count for word, count in counts.items() if count >= fewest}

    def forms_beginning(self, start: str, most: int) -> dict[str, int]:
        """See `search.engine.Engine.forms_beginning`."""
        words = [set(forms(f"{article.title}\n{article.body}")) for article in self.articles]
        counts = Counter(word for each in words for word in each if word.startswith(start))
        return dict(sorted(counts.items(), key=lambda found: (-found[1], found[0]))[:most])

    def fetch(self, ids: Sequence[str]) -> list[Article]:
        """See `search.engine.Engine.fetch`."""
        return [article for id in ids for article in self.articles if article.id == id]

    def candidate(self, query: Query, article: Article) -> Candidate:
        """The article with its score."""
        b = 0.4 if query.few_words else 0.75
        score = sum(count * self.leaf_score(leaf, article, b) for leaf, count in times(query.clause).items())
        return Candidate(article.id, score, article.published.first if article.published else None, article.story)

    def leaf_score(self, leaf: Leaf, article: Article, b: float) -> float:
        """BM25F of one word, phrase or pattern."""
        if isinstance(leaf, Word | Spellings) and leaf.ring:
            whole, own = whole_and_own(leaf)
            return (self.leaf_score(whole, article, b) + 0.6 * self.leaf_score(own, article, b)) / 1.6
        frequency = weighted_count(leaf, article)
        if not frequency:
            return 0.0
        return self.most(leaf) * frequency / (frequency + self.norm(article, b))

    def norm(self, article: Article, b: float) -> float:
        """How much an article is held back for its length."""
        average = sum(map(length, self.articles)) / len(self.articles)
        return 1.2 * (1 - b + b * length(article) / average) if average else 1.2

    def most(self, leaf: Leaf) -> float:
        """What a leaf brings to an article that holds nothing else."""
        if isinstance(leaf, Word | Spellings) and leaf.ring:
            whole, own = whole_and_own(leaf)
            return (self.most(whole) + 0.6 * self.most(own)) / 1.6
        return sum(self.rarity(word) for word in words_of(leaf))

    def with_what_is_beside(self, query: Query, candidate: Candidate) -> Candidate:
        """The candidate with what it gets for how and where words that may stand anywhere do stand in it."""
        (article,) = self.fetch([candidate.id])
        words = [leaf for leaf in times(query.clause) if isinstance(leaf, Word | Spellings) and leaf.field is None]
        texts = title, body = texts_of(article)
        norm = self.norm(article, 0.4 if query.few_words else 0.75)
        closeness = 0.0
        for one, next_one in pairwise(words):
            count = sum(len(in_a_row([kin(one), kin(next_one)], None, text, ())) for text in texts)
            closeness += 0.25 * min(self.most(one), self.most(next_one)) * count / (count + norm)
        # Before each paragraph a place is free.
        lead = [form for place, form in enumerate(body.forms) if place + body.paragraphs[place] < 50]
        in_title = sum(self.most(leaf) for leaf in words if any(stem(form) in kin(leaf) for form in title.forms))
        in_lead = sum(self.most(leaf) for leaf in words if any(stem(form) in kin(leaf) for form in lead))
        beside = Beside(closeness, 0.1 * in_title, 0.05 * in_lead)
        return replace(candidate, score=candidate.score + beside.total, beside=beside)

    def rarity(self, leaf: Clause) -> float:
        """The inverse document frequency."""
        holding = sum(1 for article in self.articles if holds(leaf, article))
        return log(1 + (len(self.articles) - holding + 0.5) / (holding + 0.5))


def whole_and_own(leaf: Word | Spellings) -> tuple[Spellings, Word | Spellings]:
    """A word with a ring as all words of the ring, and as its own forms only."""
    whole = replace(leaf, ring=()) if isinstance(leaf, Spellings) else Spellings("", (leaf.term,), leaf.field)
    return replace(whole, terms=(*whole.terms, *leaf.ring)), replace(leaf, ring=())


def kin(leaf: Word | Spellings) -> tuple[str, ...]:
    """The terms of a word, of its other spellings and of its ring."""
    return (*((leaf.term,) if isinstance(leaf, Word) else leaf.terms), *leaf.ring)


def words_of(leaf: Leaf) -> list[Clause]:
    """The words of a leaf, each of which is as rare as it is anywhere."""
    match leaf:
        case Said(part):
            return words_of(part)
        case Speaker(choices=choices):
            return [Spellings("", each) for each in choices]
        case Phrase(places=places, field=field):
            stems = [Spellings("", each, field) for each in places if isinstance(each, tuple)]
            return [*stems, *(replace(each, field=field) for each in places if not isinstance(each, tuple))]
        case Near(parts):
            return [word for part in parts for word in words_of_part(part)]
        case NotNear(part=part) | AtLeast(part=part) | Lead(part=part) | Cased(part=part):
            return words_of_part(part)
        case Word() | Spellings() | Prefix() | Wildcard() | Fuzzy() | SameStem():
            return [leaf]
        case _:
            assert_never(leaf)


def words_of_part(part: Clause) -> list[Clause]:
    """The same of a part of a leaf; what is joined by Or counts as one word."""
    return [part] if isinstance(part, Or) else words_of(part) if isinstance(part, Leaf) else []


def group(article: Article, copies: Copies) -> str:
    """What it shares with the articles that it is folded with; no other article has its id."""
    shared = {"all": None, "reprints": article.wording, "stories": article.story}[copies]
    return f"alone {article.id}" if shared is None else shared


def in_order(candidates: list[Candidate], order: str, held: Mapping[str, int]) -> list[Candidate]:
    """Sorted as the seam promises; each article holds so many of the parts of which most are wanted."""
    candidates = sorted(candidates, key=lambda candidate: candidate.id)
    if order == "relevance":
        candidates.sort(key=lambda candidate: candidate.published or date.min, reverse=True)
        candidates.sort(key=lambda candidate: (-held[candidate.id], -candidate.score))
        return candidates
    candidates.sort(key=lambda candidate: -candidate.score)
    dated = [candidate for candidate in candidates if candidate.published]
    dated.sort(key=lambda candidate: candidate.published or date.min, reverse=order == "newest")
    return dated + [candidate for candidate in candidates if not candidate.published]


def length(article: Article) -> int:
    """Its words, those of the title twice."""
    return 2 * len(terms(article.title)) + len(terms(article.body))


def holds(clause: Clause, article: Article) -> bool:
    """The article matches the clause."""
    match clause:
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem() | Said() | Speaker():
            return weighted_count(clause, article) > 0
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            return weighted_count(clause, article) > 0
        case Source(name):
            return article.source is not None and forms(article.source) == forms(name)
        case Attribute(name, value):
            return has_attribute(name, value, article)
        case Length(least, most):
            return (least or 0) <= len(terms(article.body)) <= (10**9 if most is None else most)
        case Between(since, until):
            days = article.published
            return days is not None and (since or date.min) <= days.last and days.first <= (until or date.max)
        case InStory(id):
            return article.story == id
        case About(first, last):
            named = mentions(article.body, article.published)
            return any((first or date.min) <= days.first and days.last <= (last or date.max) for days in named)
        case Identified(id):
            return article.id == id
        case Everything():
            return True
        case Nothing():
            return False
        case And(parts):
            return all(holds(part, article) for part in parts)
        case Or(parts):
            return any(holds(part, article) for part in parts)
        case Not(part):
            return not holds(part, article)
        case _:
            assert_never(clause)


def weighted_count(leaf: Leaf, article: Article) -> int:
    """How often it stands in the article, in the title counted twice."""
    if isinstance(leaf, AtLeast):
        counts = [len(standing(leaf.part, text)) for text in texts_of(article)]
        return 2 * counts[0] + counts[1] if sum(counts) >= leaf.times else 0
    if isinstance(leaf, PositionLeaf):
        title, body = (len(standing(leaf, text)) for text in texts_of(article))
        return 2 * title + body
    title = count(leaf, article.title) if leaf.field != "body" else 0
    body = count(leaf, article.body) if leaf.field != "title" else 0
    return 2 * title + body


def count(leaf: Leaf, text: str) -> int:
    """How often it stands in a text."""
    match leaf:
        case Word(term=term, ring=ring):
            return sum(1 for found in terms(text) if found in (term, *ring))
        case Spellings(terms=spellings, runs=runs, ring=ring):
            in_a_row = sum(count(Phrase("", run), text) for run in runs)
            return sum(1 for term in terms(text) if term in (*spellings, *ring)) + in_a_row
        case Prefix() | Wildcard() | Fuzzy() | SameStem():
            return sum(1 for form in forms(text) if matches(leaf, form))
        case Said(part, speaker):
            return sum(count(part, text[quote.start : quote.end]) for quote in spoken(speaker, text))
        case Speaker():
            return len(spoken(leaf, text))
        case Phrase():
            return len(standing(replace(leaf, field=None), plain_text(text, "body")))
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            raise AssertionError("these are counted in an article as a whole")
        case _:
            assert_never(leaf)


def spoken(speaker: Speaker | None, text: str) -> list[Quote]:
    """The quotations of a text whose speaker's name holds all words of this one; all of them when there is none."""
    if speaker is None:
        return list(quotes(text))
    named = [(quote, terms(text[slice(*quote.speaker)])) for quote in quotes(text) if quote.speaker]
    return [quote for quote, name in named if all(set(choice) & set(name) for choice in speaker.choices)]


def times(clause: Clause) -> dict[Leaf, int]:
    """How often each word, phrase and pattern counts that does not stand under Not."""
    match clause:
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | Fuzzy() | SameStem() | Said() | Speaker():
            return {clause: 1}
        case Near() | NotNear() | AtLeast() | Lead() | Cased():
            return {clause: 1}
        case And(parts) | Or(parts):
            inner = [times(part) for part in parts]
            beside = Counter(parts if isinstance(clause, Or) else ())
            return {leaf: max(beside[leaf], *(own.get(leaf, 0) for own in inner)) for own in inner for leaf in own}
        case Not() | Source() | Between() | About() | InStory() | Identified() | Everything() | Nothing():
            return {}
        case Attribute() | Length():
            return {}
        case _:
            assert_never(clause)
