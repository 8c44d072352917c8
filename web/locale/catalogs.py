"""A sentence in the language of the reader, as gettext has it in the catalogs beside this module."""

from collections.abc import Mapping
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from markupsafe import Markup, escape

from web.locale.interface_languages import ENGLISH
from web.locale.reader_language import current_language

FOLDER = Path(__file__).parent
NOTHING_TRANSLATED = NullTranslations()


@cache
def catalog(code: str) -> NullTranslations:
    """What the catalog of a language holds; English is what the sentences are written in."""
    if code == ENGLISH.code:
        return NOTHING_TRANSLATED
    from babel.messages.mofile import write_mo  # 40 ms, which English need not wait for
    from babel.messages.pofile import read_po

    with (FOLDER / code / "LC_MESSAGES" / "messages.po").open("rb") as file:
        packed = BytesIO()
        write_mo(packed, read_po(file, locale=code))
    packed.seek(0)
    return GNUTranslations(packed)


def gettext_noop(message: str) -> str:
    """The sentence itself, which is translated where it is shown; so written for whoever gathers sentences."""
    return message


def pgettext_noop(context: str, message: str) -> str:
    """The same of words that mean something else elsewhere."""
    return message


def ngettext_noop(one: str, several: str) -> tuple[str, str]:
    """Both forms themselves; likewise."""
    return one, several


def gettext(message: str) -> str:
    """The sentence in the language of the reader."""
    language = current_language()
    return message if language is ENGLISH else catalog(language.code).gettext(message)


def ngettext(one: str, several: str, count: int) -> str:
    """The sentence in the language of the reader, in the form that fits the count."""
    return catalog(current_language().code).ngettext(one, several, count)


def pgettext(context: str, message: str) -> str:
    """The same of words that mean something else elsewhere."""
    return catalog(current_language().code).pgettext(context, message)


@lru_cache(maxsize=4096)
def markup_in(code: str, message: str) -> Markup:
    """A sentence of a template in a language."""
    return Markup(catalog(code).gettext(message))  # noqa: S704  # a sentence of ours


@lru_cache(maxsize=4096)
def counting_markup_in(code: str, one: str, several: str, count: int) -> Markup:
    """The same in the form that fits the count."""
    return Markup(catalog(code).ngettext(one, several, count))  # noqa: S704


def translated(message: str, /, **values: object) -> Markup:
    """A sentence of a template in the language of the reader, with these values in it, escaped."""
    return filled(markup_in(current_language().code, message), values)


def translated_counting(one: str, several: str, count: int, /, **values: object) -> Markup:
    """The same in the form that fits the count."""
    return filled(counting_markup_in(current_language().code, one, several, count), values)


def filled(sentence: Markup, values: Mapping[str, object]) -> Markup:
    """A sentence with values in it, escaped: what `sentence % values` gives, which takes longer."""
    if not values:
        return sentence
    escaped = {name: escape(value) for name, value in values.items()}
    return Markup(str(sentence) % escaped)  # noqa: S704  # nothing is in it that is not escaped
