"""A sentence in the language of the reader, as gettext has it in the catalogs beside this module."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

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
    return catalog(current_language().code).gettext(message)


def ngettext(one: str, several: str, count: int) -> str:
    """The sentence in the language of the reader, in the form that fits the count."""
    return catalog(current_language().code).ngettext(one, several, count)


def pgettext(context: str, message: str) -> str:
    """The same of words that mean something else elsewhere."""
    return catalog(current_language().code).pgettext(context, message)


def npgettext(context: str, one: str, several: str, count: int) -> str:
    """The same in the form that fits the count."""
    return catalog(current_language().code).npgettext(context, one, several, count)
