"""The other spellings of a word, known beforehand, learned or of other languages, that articles hold."""

from collections.abc import Mapping, Sequence

from index.analysis import stem
from index.spelling.known_spellings import other_spellings
from index.spelling.transliterations import transliterations
from search.clauses import Word
from search.segment.frequencies import article_counts
from search.segment.inflected_forms import inflected_forms
from search.segment.segment_reader import SegmentReader


def spellings_held(
    segments: Sequence[SegmentReader], learned: Mapping[str, Sequence[str]], form: str
) -> tuple[str, ...]:
    """Other spellings of a form that articles hold, the most frequent first; `learned` has some by stem."""
    known = (*other_spellings(form), *transliterations(form), *learned.get(stem(form), ()))
    others = dict.fromkeys((*known, *inflected_forms(segments, form)))
    counts = {other: articles_holding(segments, other) for other in others}
    return tuple(sorted((other for other in counts if counts[other]), key=lambda other: -counts[other]))


def articles_holding(segments: Sequence[SegmentReader], form: str) -> int:
    """How many live articles hold the stem of a form; 0 when the form stands nowhere."""
    stem = stem_held(segments, form)
    return sum(article_counts(segment, Word(form, stem))[0] for segment in segments) if stem else 0


def stem_held(segments: Sequence[SegmentReader], form: str) -> str | None:
    """The stem of a form that stands in an article; None when it stands in none."""
    for segment in segments:
        stem = segment.columns.stem_of(form.encode("utf-8", "surrogatepass"))
        if stem is not None:
            return stem.decode("utf-8", "surrogatepass")
    return None
