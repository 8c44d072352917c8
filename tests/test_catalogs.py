"""Every sentence of the page stands in every catalog, and fits where it is put."""

import re
import string
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from babel.core import Locale
from babel.messages.catalog import Message

from search.language.messages import NOT_A_DAY, NOT_QUOTED
from search.language.parser import parse
from tests.messages import catalog_of, messages_of, template, updated, written
from web.locale.catalogs import catalog
from web.locale.interface_languages import ENGLISH, INTERFACE_LANGUAGES, InterfaceLanguage
from web.locale.reader_language import SPOKEN
from web.locale.told_sentences import ToldSentence, told_in_own_language, told_sentences
from web.wording import COUNTED

OTHERS = [language for language in INTERFACE_LANGUAGES if language != ENGLISH]
EACH = pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)
SENTENCES = template()
PLURAL_FORMS = {"de": 2, "es": 3, "fr": 3, "uk": 3, "ar": 6, "zh": 1}
TAG = re.compile(r"</?[a-z]+[^>]*>")


@contextmanager
def spoken(language: InterfaceLanguage) -> Iterator[None]:
    """While it lasts, answers are in this language."""
    before = SPOKEN.set(language)
    yield
    SPOKEN.reset(before)


def sources_of(message: Message) -> list[str]:
    """A sentence, or its forms for one and for several."""
    return [message.id] if isinstance(message.id, str) else list(message.id)


def forms_of(message: Message) -> list[str]:
    """What it is translated to, in each form."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def placeholders(text: str) -> Counter[str]:
    """What is put into a sentence, and how often; positions of braces do not count."""
    named = re.findall(r"%\(\w+\)s", text)
    braces = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None] if not named else []
    return Counter(named) + Counter({"{}": len([name for name in braces if not name or len(name) == 1])})


def test_every_sentence_is_gathered() -> None:
    found = {source for message in messages_of(SENTENCES) for source in sources_of(message)}
    assert {"Search the articles", "%(count)s stories", NOT_A_DAY, "best match", *told_sentences()} - {""} <= found


@EACH
def test_a_catalog_is_up_to_date(language: InterfaceLanguage) -> None:
    own = catalog_of(language)
    assert written(own) == written(updated(language, SENTENCES)), "run  make messages"


@EACH
def test_every_sentence_is_translated_and_none_is_doubtful(language: InterfaceLanguage) -> None:
    own = catalog_of(language)
    for message in messages_of(own):
        assert all(forms_of(message)), message.id
        assert not message.fuzzy, message.id
        assert [message.context, message.id] in [[one.context, one.id] for one in messages_of(SENTENCES)]


@EACH
def test_a_translation_has_the_placeholders_and_the_markup_of_its_sentence(language: InterfaceLanguage) -> None:
    for message in messages_of(catalog_of(language)):
        several = sources_of(message)[-1]
        for form in forms_of(message):
            assert TAG.findall(form) == TAG.findall(several) or sorted(TAG.findall(form)) == sorted(
                TAG.findall(several)
            )
            missing = placeholders(several) - placeholders(form)
            assert placeholders(form) <= placeholders(several), (message.id, form)
            assert set(missing) <= ({"%(count)s"} if isinstance(message.id, tuple) else set()), (message.id, form)
            assert Counter(form.count(sign) for sign in '"<>&') == Counter(several.count(sign) for sign in '"<>&')
            assert form[:1].isspace() == several[:1].isspace()


@EACH
def test_counts_have_as_many_forms_as_the_language(language: InterfaceLanguage) -> None:
    own = catalog_of(language)
    assert own.num_plurals == PLURAL_FORMS[language.code]
    counted = {message.id: message.string for message in messages_of(own) if isinstance(message.id, tuple)}
    assert all(isinstance(forms, tuple) and len(forms) == own.num_plurals for forms in counted.values())
    rule = Locale.parse(language.locale).plural_form
    spoken = catalog(language.code)
    for one, several in COUNTED.values():
        by_rule: dict[str, set[str]] = {}
        for count in (*range(120), 1_000_000):
            by_rule.setdefault(rule(count), set()).add(spoken.ngettext(one, several, count))
        assert all(len(forms) == 1 for forms in by_rule.values()), (one, by_rule)


NOTES = (
    'peace and "talks',
    "date:2022-13-77 talks",
    "colour:red talks",
    "talks OR",
    "(talks",
    "talks^77",
    "the of and",
    "* talks",
    "length:many talks",
    "TALKS NOT",
)
"""Queries of which something is told."""


@EACH
def test_what_is_told_of_queries_is_told_in_the_language(language: InterfaceLanguage) -> None:
    for typed in NOTES:
        for note in parse(typed).notes:
            with spoken(language):
                told = told_in_own_language(note)
            assert not told.is_english, note
            assert told.words != note


@EACH
def test_what_no_catalog_has_stays_in_english_and_says_so(language: InterfaceLanguage) -> None:
    with spoken(language):
        assert told_in_own_language("nobody has translated this") == ToldSentence("nobody has translated this", True)
        hostile = NOT_QUOTED.format("“{0} %(x)s {} <b>”")
        assert "“{0} %(x)s {} <b>”" in told_in_own_language(hostile).words
    assert told_in_own_language(hostile) == ToldSentence(hostile, False)
