"""The parts of a query while it is read: what each asks strictly and loosely, and what they ask together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.analysis import form, stem, tokens
from search.clause_walks import conjunction, disjunction, is_scoring, unweighted
from search.clauses import And, Between, Clause, Field, Not, Phrase, Speaker, Word
from search.language.messages import COMMON, NO_SUCH_DAY, Notes
from search.language.serializer import days_text
from search.language.speaker_scope import governing, implies, inside_quotations, note_patterns
from search.language.terms import is_common


@dataclass(frozen=True, slots=True)
class QueryPart:
    """A piece of a query: what it asks strictly, what it asks loosely, and how it stands beside others."""

    clause: Clause
    loosened: Clause
    required: bool = False
    """Asked for with + or AND: never loosened."""
    common: bool = False
    """A bare common word, which narrows nothing beside others."""
    firm: bool = False
    """A phrase or what a field asks for: it goes only where nothing has it and the rest."""
    filled: Clause | None = None
    """What is asked where articles that have all are too few for a page; None is the same as `clause`."""
    words: int = 1
    """How many words that say what it is about stand side by side in it."""
    parts: "tuple[QueryPart, ...]" = ()
    """What stands side by side in it, when several do."""


def part_of(clause: Clause) -> QueryPart:
    """A piece that asks the same strictly and loosely."""
    return QueryPart(clause, clause)


def firmly(part: QueryPart) -> QueryPart:
    """This wherever any article has it beside some of the rest."""
    return replace(part, firm=True, common=False)


def or_its_words(phrase: Phrase, field: Field | None) -> QueryPart:
    """A phrase, and loosely its words too: so passages are pasted, and compounds written."""
    words = [word for token in tokens(phrase.typed) if not is_common(word := phrase.typed[token.start : token.end])]
    loose = disjunction([phrase, *(Word(word, stem(form(word)), field) for word in words)])
    return QueryPart(phrase, loose, words=max(1, len(words)))


def demanded(part: QueryPart) -> QueryPart:
    """This in any case, even if the rest is loosened."""
    return replace(part, required=True, common=False)


def excluded(part: QueryPart) -> QueryPart:
    """Not this; what is excluded is never loosened, since that would exclude more."""
    return part_of(Not(unweighted(part.clause)))


def either(ways: Sequence[QueryPart]) -> QueryPart:
    """What OR joins."""
    if len(ways) == 1:
        return ways[0]
    return QueryPart(disjunction(way.clause for way in ways), disjunction(way.loosened for way in ways))


def bound(chain: Sequence[QueryPart]) -> Sequence[QueryPart]:
    """What AND joins: of several that score none may be missing; a constraint binds no word."""
    if len(chain) == 1:
        return chain
    together = sum(is_scoring(part.clause) for part in chain) > 1
    return [replace(part, required=part.required or together, common=False) for part in chain]


def side_by_side(parts: Sequence[QueryPart], notes: Notes) -> QueryPart:
    """What stands side by side or is joined by AND."""
    if len(parts) == 1:
        return replace(parts[0], common=False)
    parts = spoken_by_one(without_common(parts, notes), notes)
    beside = tuple(inner for part in parts for inner in opened(part))
    if len(beside) == 1:
        return beside[0]
    clause = conjunction(part.clause for part in beside)
    note_missing_days(clause, notes)
    loose = [part for part in beside if is_loose(part)]
    return QueryPart(
        clause, loosened(beside), filled=filled(beside, loose), words=sum(part.words for part in loose), parts=beside
    )


def is_loose(part: QueryPart) -> bool:
    """Whether it is one of the words of which some are enough."""
    return not (part.required or part.firm) and narrows(part.clause)


def filled(parts: Sequence[QueryPart], loose: Sequence[QueryPart]) -> Clause | None:
    """The parts where some of the loose ones are enough, and none is needed where it stands alone beside firm ones."""
    kept = [part for part in parts if part.required or part.firm or not is_scoring(part.clause)]
    firm = [part.clause for part in kept if narrows(part.clause)]
    if not loose or (len(loose) == 1 and not firm):
        return None
    # What is alone still adds to the score of articles that have it.
    some = disjunction([*(part.loosened for part in loose), *(firm if len(loose) == 1 else ())])
    return conjunction([some, *(part.clause for part in kept)])


def spoken_by_one(parts: Sequence[QueryPart], notes: Notes) -> Sequence[QueryPart]:
    """The parts where a speaker among them governs the others, and goes without saying if one of those is enough."""
    speakers = governing([part.clause for part in parts], notes)
    if not speakers:
        return parts
    for part in parts:
        note_patterns(part.clause, notes)
    said = [part if part.clause in speakers else said_by(part, speakers) for part in parts]
    others = [part for part in said if part.clause not in speakers]
    is_said = all(any(implies(part.clause, speaker) for part in others) for speaker in speakers)
    return others if is_said else said


def said_by(part: QueryPart, speakers: Sequence[Clause]) -> QueryPart:
    """The part where every word and phrase is said by these speakers."""
    return replace(
        part,
        clause=inside_quotations(part.clause, speakers),
        loosened=inside_quotations(part.loosened, speakers),
        filled=part.filled and inside_quotations(part.filled, speakers),
        parts=tuple(said_by(inner, speakers) for inner in part.parts),
    )


def governed(clause: Clause, notes: Notes) -> Clause:
    """The clause, where a speaker among several that are joined by AND governs the others."""
    if isinstance(clause, And) and any(isinstance(part, Speaker) for part in clause.parts):
        return side_by_side([part_of(part) for part in clause.parts], notes).clause
    return clause


def opened(part: QueryPart) -> tuple[QueryPart, ...]:
    """The parts of a bracket that stands loosely beside others, since such a bracket changes nothing."""
    return part.parts if part.parts and not part.required else (replace(part, common=False),)


def without_common(parts: Sequence[QueryPart], notes: Notes) -> Sequence[QueryPart]:
    """The parts without bare common words, when there is anything else to look for."""
    bare = [part.clause.typed for part in parts if part.common and isinstance(part.clause, Word)]
    kept = [part for part in parts if not part.common]
    if not bare or not any(is_scoring(part.clause) for part in kept):
        return parts
    notes.add(COMMON, *bare)
    return kept


def loosened(parts: Sequence[QueryPart]) -> Clause:
    """The parts where of several that are loosely wanted some are enough; one beside a required one is not needed."""
    loose = [part for part in parts if not part.required and is_scoring(part.clause)]
    kept = [part for part in parts if part.required or not is_scoring(part.clause)]
    loose = [part for part in loose if narrows(part.clause)] or loose
    if len(loose) == 1 and any(narrows(part.clause) for part in kept):
        loose = []
    if len(loose) > 1:
        return conjunction([disjunction(part.loosened for part in loose), *(part.loosened for part in kept)])
    return conjunction(part.loosened for part in parts if part in loose or part in kept)


def narrows(clause: Clause) -> bool:
    """Whether the clause asks for words that not every article holds."""
    return is_scoring(clause) and not (isinstance(clause, Word) and is_common(clause.typed))


def note_missing_days(clause: Clause, notes: Notes) -> None:
    """Say so when days that are asked for together have no day in common."""
    between = [part for part in (clause.parts if isinstance(clause, And) else ()) if isinstance(part, Between)]
    since = max((part.since for part in between if part.since), default=None)
    until = min((part.until for part in between if part.until), default=None)
    if since and until and since > until:
        notes.add(NO_SUCH_DAY, f"{days_text(since, None)} and {days_text(None, until)}")
