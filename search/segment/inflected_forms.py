"""The other grammatical forms of a word in languages beside English, as articles in these have them.

It equals the plain algorithm: of each language, the forms of all live articles that are the word there, if at least
half of the articles that hold each are in that language, and so are half of those that hold the form itself.
"""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from index.analysis import stem
from index.spelling.inflections import MOST_INFLECTIONS, Inflections, inflections, is_word_of
from index.storage.arrays import Array
from index.storage.term_signatures import Outline
from search.segment.segment_reader import SegmentReader


def inflected_forms(segments: Sequence[SegmentReader], form: str) -> list[str]:
    """The forms that are filed under other terms than this one, the most frequent of each language first."""
    languages = sorted({language for segment in segments for language in segment.languages})
    wanted = {language: own for language in languages if (own := inflections(form, language))}
    if not wanted:
        return []
    # First the form itself, since most words are of another language, and then nothing else need be looked up.
    holding = [(each, documents) for each in segments for _, documents in articles_with(each, form, form.__eq__)]
    own_languages = [language for language in wanted if is_its_word(holding, language)]
    return [other for each in own_languages for other in forms_in(segments, form, each, wanted[each])]


def is_its_word(holding: Sequence[tuple[SegmentReader, Array]], language: str) -> bool:
    """Whether a form is a word of a language, as far as articles hold it: these documents of these segments."""
    every = sum(len(documents) for _, documents in holding)
    own = sum(int(np.count_nonzero(segment.is_in(language)[documents])) for segment, documents in holding)
    return not every or is_word_of(own, every)


def forms_in(segments: Sequence[SegmentReader], form: str, language: str, wanted: Inflections) -> list[str]:
    """Those of one language."""
    own, every = Counter[str](), Counter[str]()
    for segment in segments:
        for other, documents in articles_with(segment, wanted.start, wanted.has):
            every[other] += len(documents)
            own[other] += int(np.count_nonzero(segment.is_in(language)[documents]))
    found = [other for other in own if stem(other) != stem(form) and is_word_of(own[other], every[other])]
    return sorted(found, key=lambda other: (-own[other], other))[:MOST_INFLECTIONS]


def articles_with(segment: SegmentReader, start: str, is_wanted: Callable[[str], bool]) -> list[tuple[str, Array]]:
    """The forms in a segment that begin so and are wanted, and the live documents that hold each."""
    outline = Outline(start, missing=0, others=None, shortest=len(start), longest=None)
    found = segment.columns.articles_like(
        start.encode("utf-8", "surrogatepass"),
        outline,
        lambda forms: np.fromiter(map(is_wanted, forms), bool, len(forms)),
    )
    return [(form, segment.live(documents)) for form, documents in found]
