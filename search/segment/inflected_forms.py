"""The other grammatical forms of a word in languages beside English, as articles in these have them.

It equals the plain algorithm: of each language, the forms of all live articles that are the word there, if at least
half of the articles that hold each are in that language, and so are half of those that hold the form itself.
"""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from index.analysis import stem
from index.spelling.inflections import MOST_INFLECTIONS, inflections, is_word_of
from index.storage.arrays import Array
from index.storage.term_signatures import Outline
from search.segment.segment_reader import SegmentReader


def inflected_forms(segments: Sequence[SegmentReader], form: str) -> list[str]:
    """The forms that are filed under other terms than this one, the most frequent of each language first."""
    languages = sorted({language for segment in segments for language in segment.languages})
    return [other for language in languages for other in forms_in(segments, form, language)]


def forms_in(segments: Sequence[SegmentReader], form: str, language: str) -> list[str]:
    """Those of one language."""
    wanted = inflections(form, language)
    if wanted is None:
        return []
    # First the form itself, since most words are of another language, and then nothing else need be looked up.
    if not is_its_word(segments, form, language):
        return []
    own, every = Counter[str](), Counter[str]()
    for segment in segments:
        for other, documents in articles_with(segment, wanted.start, wanted.has):
            every[other] += len(documents)
            own[other] += int(np.count_nonzero(segment.is_in(language)[documents]))
    found = [other for other in own if stem(other) != stem(form) and is_word_of(own[other], every[other])]
    return sorted(found, key=lambda other: (-own[other], other))[:MOST_INFLECTIONS]


def is_its_word(segments: Sequence[SegmentReader], form: str, language: str) -> bool:
    """Whether a form is a word of a language, as far as articles hold it."""
    own, every = 0, 0
    for segment in segments:
        for _, documents in articles_with(segment, form, lambda other: other == form):
            every += len(documents)
            own += int(np.count_nonzero(segment.is_in(language)[documents]))
    return not every or is_word_of(own, every)


def articles_with(segment: SegmentReader, start: str, is_wanted: Callable[[str], bool]) -> list[tuple[str, Array]]:
    """The forms in a segment that begin so and are wanted, and the live documents that hold each."""
    outline = Outline(start, missing=0, others=None, shortest=len(start), longest=None)
    found = segment.columns.articles_like(
        start.encode("utf-8", "surrogatepass"),
        outline,
        lambda forms: np.fromiter(map(is_wanted, forms), bool, len(forms)),
    )
    return [(form, segment.live(documents)) for form, documents in found]
