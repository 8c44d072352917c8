"""What search/ says in English sentences, in the language of the reader: it speaks to programs and terminals as well.

Its sentences are gathered from its own tables, so that one that is new there is missed in the catalogs here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from search.correction.relaxations import WIDER_FORMS
from search.find import LOOSENED
from search.language import messages
from search.query_help.native_operators import native_table
from web.locale.catalogs import gettext, gettext_noop
from web.locale.interface_languages import ENGLISH
from web.locale.reader_language import current_language

NAMED = (
    gettext_noop("{} and {} more"),
    gettext_noop("{} read as {}"),
    gettext_noop("{} read once"),
    gettext_noop("{} may be {}"),
    gettext_noop("{} left out"),
)
"""What stands for the braces of a sentence is sometimes said in words itself."""
OTHERS = (
    gettext_noop("read as {} writes it; it may be {}, too"),
    LOOSENED,
)
NOT_TOLD = (messages.PART_FOUND, messages.WIDER, messages.READ_OTHERWISE, messages.HOW_DAYS_ARE_WRITTEN)
"""Parts of other sentences, and what the page shows as tables and links."""


@dataclass(frozen=True, slots=True)
class ToldSentence:
    """A sentence for the reader."""

    words: str
    is_english: bool
    """It is not in the language of the page, which is another."""


def told_in_own_language(sentence: str) -> ToldSentence:
    """A sentence of search/ in the language of the reader, or else in English."""
    if current_language() is ENGLISH:
        return ToldSentence(sentence, False)
    own = translation_of(sentence, (*patterns(), *named_patterns()))
    return ToldSentence(sentence if own is None else own, own is None)


def translation_of(sentence: str, known: tuple[tuple[re.Pattern[str], str], ...]) -> str | None:
    """The translation of the first of the known sentences that this is; None where it is none of them."""
    if (whole := gettext(sentence)) != sentence:
        return whole
    for pattern, template in known:
        if (found := pattern.fullmatch(sentence)) and (own := gettext(template)) != template:
            return own.format(*(translation_of(part, named_patterns()) or part for part in found.groups()))
    return None


@lru_cache(maxsize=1)
def patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences in which something stands for braces; those that say more first."""
    templates = sorted((each for each in note_sentences() if "{}" in each), key=lambda each: (-len(each), each))
    return tuple((pattern_of(template), template) for template in templates)


@lru_cache(maxsize=1)
def named_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The same of what is named in them."""
    return tuple((pattern_of(template), template) for template in NAMED)


def pattern_of(template: str) -> re.Pattern[str]:
    """What a sentence looks like with something in place of its braces."""
    return re.compile(re.escape(template).replace(r"\{\}", "(.+)"), re.DOTALL)


def note_sentences() -> Iterator[str]:
    """The notes on how a query was read, and on what was found."""
    told = (each for name, each in vars(messages).items() if name.isupper() and isinstance(each, str))
    yield from (each for each in told if each not in NOT_TOLD)
    yield from OTHERS


def told_sentences() -> Iterator[str]:
    """Everything that search/ says to readers of the page and that the catalogs have."""
    yield from note_sentences()
    yield from NAMED
    yield from (form.sentence for form in WIDER_FORMS)
    table = native_table()
    yield table.order
    for section in table.sections:
        yield from (section.heading, section.remark, *(row.finds for row in section.rows))
