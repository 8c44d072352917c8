"""What one typed word, phrase or value asks for: a word, a phrase, a pattern, or a source."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from index.analysis import form, forms, stem, tokens
from index.orthography.characters import UNSPACED
from search.clause_walks import conjunction
from search.clauses import (
    And,
    Clause,
    Field,
    FormLeaf,
    Fuzzy,
    InStory,
    Phrase,
    Prefix,
    SameStem,
    Source,
    Speaker,
    Wildcard,
    Word,
)
from search.language.field_names import DAY_FIELDS, SCOPES
from search.language.lexer import CALL, NEAR, QUOTED, SIGN, SPELLED
from search.language.messages import (
    ANY_LETTERS,
    EDITS,
    LONE_WILDCARD,
    NOT_EXACT,
    TUNING,
    WILDCARD_IN_PHRASE,
    WILDCARD_IN_SOURCE,
    WILDCARD_IN_SPEAKER,
    WILDCARD_IN_UNSPACED,
    Notes,
    quoted,
)
from search.language.serializer import written
from search.language.speaker_scope import inside_quotations, note_patterns
from search.language.wildcards import WildcardPiece, holds_wildcard, is_too_broad, pieces, reads_back, without_wildcards

# Words that stand in nearly every English article, so that asking for them narrows nothing.
# Left out are those that can be a name or an acronym (will, may, us, who) and those that turn a meaning (not, no).
COMMON_WORDS = frozenset(
    (
        *("a", "an", "the", "this", "that", "and", "or", "but", "so"),
        *("as", "at", "by", "for", "from", "in", "into", "of", "on", "to", "with"),
        *("am", "are", "be", "been", "is", "was", "were", "had", "has", "have", "would"),
        *("he", "her", "his", "it", "its", "our", "she", "their", "there", "they", "we", "which"),
    )
)

# What else questions are made of: beside other words it says nothing of what is wanted. Left out, too, is what can be a
# name or an acronym in small letters, and what turns a meaning (without).
QUESTION_WORDS = frozenset(
    str.split("""
    about above after again against all also any anybody anyone anything because before being below between both can
    cannot could couldn't did didn't do does doesn't doing don't during each either else etc every few hadn't hasn't
    haven't having here hers herself him himself how however i i'd i'll i'm i've if isn't it'd it'll itself let let's
    like me mine more most much must my myself neither nor once onto ought ours ourselves own please same shall shan't
    she'd she'll should shouldn't since some somebody someone something such than theirs them themselves then there'd
    therefore these they'd they'll they're they've those through thus toward towards until upon very wasn't we'd we'll
    we're we've weren't what whatever when whenever where whether while who whoever whom whose why won't wouldn't yet
    you you'd you'll you're you've your yours yourself yourselves
    """)
)


def is_common(typed: str) -> bool:
    """Whether the word is too common to narrow a search; an acronym such as IT or WHO never is."""
    word = form(typed)
    return (word in COMMON_WORDS or word in QUESTION_WORDS) and not (len(word) > 1 and typed.isupper())


def is_sentence(text: str) -> bool:
    """Whether a text is written as people write, not as a query: many words, of which many are common ones.

    So pasted headlines, claims and questions may say NOT for emphasis, and quote a few words.
    """
    if SIGN.search(text) or POSITIONAL.search(text):
        return False
    unquoted = FIELD_AND_VALUE.sub(" ", QUOTED.sub(" ", text))
    joints = len(SPELLED.findall(unquoted))
    words = forms(SPELLED.sub(" ", unquoted))
    common = sum(word in COMMON_WORDS or word in QUESTION_WORDS for word in words)
    is_told = len(words) >= LONG_TEXT or (len(words) >= SENTENCE_WORDS and common * COMMON_SHARE >= len(words))
    return is_told and joints * COMMON_SHARE <= len(words)


POSITIONAL = re.compile(rf"(?<![^\s()])(?:{NEAR}(?![^\s()])|(?ai:{CALL})\()")
FIELD_AND_VALUE = re.compile(rf"(?<![^\s(+-])(?ai:{'|'.join([*SCOPES, *DAY_FIELDS])}):[^\s:]\S*")
"""A field with what stands right behind it: no words of a sentence, whatever they are."""
SENTENCE_WORDS = 8
LONG_TEXT = 16
"""Words from which on nobody types a query."""
COMMON_SHARE = 6
"""One word in so many is common in a sentence, and no more than one is AND, OR or NOT in capitals."""


def asked(typed: str, field: Field | None, notes: Notes) -> Clause:
    """What a word typed without quotation marks asks for."""
    return like_patterns(typed, field, notes) if holds_wildcard(typed) else spoken(typed, field)


def asked_exactly(typed: str, field: Field | None, notes: Notes) -> Clause:
    """What a word or phrase with = before it asks for: words in these forms only."""
    if holds_wildcard(typed):
        return like_patterns(typed, field, notes, exactly)
    clause = exactly(typed, field)
    if isinstance(clause, Word):
        notes.add(NOT_EXACT, quoted(typed))
    return clause


def exactly(typed: str, field: Field | None) -> Fuzzy | Word | Phrase:
    """A text that holds words, as it was typed."""
    clause = spoken(typed, field)
    if isinstance(clause, Phrase):
        return replace(clause, is_exact=True, patterns=tuple(exact_form(each) for each in forms(clause.typed)))
    folded = form(clause.typed)
    return Fuzzy(folded, 0, field) if is_typable(folded) else clause


def is_typable(folded: str) -> bool:
    """Whether the form reads as itself: that of a very long word may be cut off behind an apostrophe."""
    return forms(folded) == [folded]


def asked_in_quotes(typed: str, field: Field | None, notes: Notes) -> Clause:
    """What the text between quotation marks asks for; words with wildcards stand in their places of the phrase."""
    return phrase_of_patterns(typed, field, notes) if holds_wildcard(typed) else spoken(typed, field)


def phrase_of_patterns(typed: str, field: Field | None, notes: Notes, *, is_exact: bool = False) -> Clause:
    """A phrase in which words have wildcards, and are all others exact or in any form."""
    words: list[TypedWord] = []
    for piece in pieces(typed):
        if piece.pattern is not None and not is_too_broad(piece) and reads_back(piece.pattern):
            pattern = like_piece(piece, None, notes)
            words.append(TypedWord(written(pattern), "", pattern))
            continue
        if piece.pattern is not None:
            notes.add(WILDCARD_IN_UNSPACED if UNSPACED_LETTER.search(typed) else LONE_WILDCARD, quoted(typed))
        words += plain_words(without_wildcards(piece.text), is_exact=is_exact)
    if not any(word.pattern for word in words):
        return exactly(without_wildcards(typed), field) if is_exact else spoken(without_wildcards(typed), field)
    if len(words) == 1 and words[0].pattern:
        return replace(words[0].pattern, field=field)
    patterns = tuple(word.pattern for word in words)
    text, terms = " ".join(word.text for word in words), tuple(word.term for word in words)
    return Phrase(text, terms, field, is_exact=is_exact, patterns=patterns)


class TypedWord(NamedTuple):
    """A word of a phrase, as it was typed, and what it asks for."""

    text: str
    term: str
    pattern: FormLeaf | None


def plain_words(text: str, *, is_exact: bool) -> list[TypedWord]:
    """The words of a text without wildcards, in the form typed or in any."""
    return [
        TypedWord(text[token.start : token.end], stem(token.form), exact_form(token.form) if is_exact else None)
        for token in tokens(text)
    ]


def exact_form(folded: str) -> Fuzzy | None:
    """This form only; None when it is too long to be asked for."""
    return Fuzzy(folded, 0) if is_typable(folded) else None


def asked_by_stem(typed: str, notes: Notes) -> Clause:
    """What a text with stem: before it asks for: each of its words in all forms of its stem."""
    if holds_wildcard(typed):
        notes.add(WILDCARD_IN_PHRASE, quoted(typed))
    found = [token.form for token in tokens(without_wildcards(typed))]
    return conjunction(SameStem(each) if is_typable(each) else spoken(each, None) for each in found)


def asked_nearly(typed: str, nearness: str, field: Field | None, notes: Notes) -> Clause:
    """What a word asks for with ~, ~1 or ~2 after it; ~0 is the word in this form only."""
    found = list(tokens(typed))
    if holds_wildcard(typed) or len(found) > 1 or not is_typable(found[0].form):
        notes.add(TUNING, quoted(nearness))
        return asked(typed, field, notes)
    folded = found[0].form
    wanted = edits_wanted(folded, nearness[1:])
    clause = Fuzzy(folded, min(wanted, MOST_EDITS, len(folded) - 1), field)
    if clause.edits < wanted or nearness[1:] not in ("", str(wanted)):
        notes.add(EDITS, f"{quoted(shown(typed) + nearness)} read as {written(clause)}")
    return clause


MOST_EDITS = 2
"""With three, most words of five letters are like hundreds of others."""
SHORT_FORM = 5
"""Characters; a form that has no more is left with one edit, unless two are asked for, as in Elasticsearch's AUTO."""


def edits_wanted(form: str, figures: str) -> int:
    """The edits that the figures after ~ ask for; as many as suit the form when there are none, or a share of 1."""
    if not figures.isdigit():
        return 1 if len(form) <= SHORT_FORM else MOST_EDITS
    return int(figures)


def source_named(typed: str, notes: Notes) -> Source:
    """The source that was typed, under the name that its articles have."""
    if holds_wildcard(typed):
        notes.add(WILDCARD_IN_SOURCE, quoted(typed))
    # Imported here, because most questions name no outlet, and its tables take a while.
    from index.lexicon.outlet_sites import outlet_asked_for

    return Source(outlet_asked_for(shown(typed).replace("_", " ")))


def story_named(typed: str) -> InStory:
    """The story with the id that was typed."""
    return InStory(" ".join(typed.split()).strip(" ,;"))


def speaker_named(typed: str, notes: Notes, *, is_exact: bool) -> Speaker:
    """The speaker with the name that was typed."""
    if holds_wildcard(typed):
        notes.add(WILDCARD_IN_SPEAKER, quoted(typed))
    name = shown(typed)
    return Speaker(name, tuple(stem(token.form) for token in tokens(name)), is_exact=is_exact)


def said(clause: Clause, notes: Notes) -> Clause:
    """The clause, asked of quotations."""
    note_patterns(clause, notes)
    return inside_quotations(clause, ())


def spoken(typed: str, field: Field | None) -> Word | Phrase:
    """A text that holds words: one is a word, several are a phrase."""
    text = shown(typed)
    stems = tuple(stem(token.form) for token in tokens(text))
    return Word(text, stems[0], field) if len(stems) == 1 else Phrase(text, stems, field)


def shown(typed: str) -> str:
    """The text from its first to its last word, without what surrounds them and without wildcards."""
    found = list(tokens(typed))
    return " ".join(without_wildcards(typed[found[0].start : found[-1].end]).split())


Plain = Callable[[str, Field | None], Clause]


def like_patterns(typed: str, field: Field | None, notes: Notes, plain: Plain = spoken) -> Clause:
    """What a word with wildcards asks for: a pattern, or several words and patterns of which none is a phrase.

    `plain` says what its words without wildcards ask for.
    """
    clauses: list[Clause] = []
    for piece in pieces(typed):
        if piece.pattern is None:
            clauses.append(plain(piece.text, field))
        elif is_too_broad(piece):
            notes.add(WILDCARD_IN_UNSPACED if UNSPACED_LETTER.search(typed) else LONE_WILDCARD, quoted(typed))
        elif reads_back(piece.pattern):
            clauses.append(like_piece(piece, field, notes))
        else:
            notes.add(WILDCARD_IN_UNSPACED, quoted(typed))
            clauses.append(plain(without_wildcards(piece.text), field))
    distinct = tuple(dict.fromkeys(clauses)) or (plain(without_wildcards(typed), field),)
    clause = distinct[0] if len(distinct) == 1 else And(distinct)
    if len(clauses) > 1:
        notes.add(WILDCARD_IN_PHRASE, f"{quoted(typed)} read as {written(clause)}")
    return clause


def like_piece(piece: WildcardPiece, field: Field | None, notes: Notes) -> Prefix | Wildcard:
    """What one pattern asks for; how many characters a star stands for counts where there is no other wildcard."""
    pattern = piece.pattern or piece.text
    start = pattern.removesuffix("*")
    if holds_wildcard(start):
        if piece.more:
            notes.add(ANY_LETTERS, quoted(pattern))
        return Wildcard(pattern, field)
    return Prefix(start, field) if piece.more is None else Prefix(start, field, None, *piece.more)


UNSPACED_LETTER = re.compile(f"[{UNSPACED}]")
