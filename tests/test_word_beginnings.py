"""The stretches of a text in which words that begin in certain ways may stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import forms, stem, tokens
from index.word_forms.families import word_list
from search.clauses import Phrase
from search.highlight import telling_stretches
from search.highlight.highlighter import marks
from search.highlight.stretch_places import StretchPlaces
from search.highlight.telling_stretches import TellingStretches
from search.highlight.word_beginnings import SPACE, beginnings, stretches_with

WRITTEN = tuple(
    str.split(
        "government Governments' GOVERN governor-general non-governmental(government) cafe café Müller O'Brien "
        "l'Humanité J. K. J. K Ph.D. AT & AT&T AT&amp;T PG U.S. US IT F-16 F16 155mm C++ C# .NET a.m. Erdoğan’ın don't "
        "戦争 войны trying tries try dying die men man Xmen women skies sky & . — “the the” e-mail co-op ﬁnance go_on "
        "3.5 1,000 K. “J. (J. $5 £3m 10:53 \" ( ‘ it's it’s don’t, ”Ja” (the 'tis 2017: can't”"
    )
)
SPACES = (" ", " ", " ", "\n", "\n\n", "\t", "\xa0", "\u2003", "\u3000", "\x85", "\u200b", "")
TEXTS = st.lists(st.tuples(st.sampled_from(WRITTEN), st.sampled_from(SPACES))).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)
FORMS = sorted({form for word in WRITTEN for form in forms(word)})


def stretches(text: str, beginnings: frozenset[str]) -> list[tuple[int, int]]:
    """The spans of the text that may hold words with these beginnings, in order."""
    return [found.span() for found in stretches_with(beginnings).finditer(text)]


@given(st.one_of(TEXTS, st.text()), st.lists(st.sampled_from(FORMS), max_size=3))
def test_what_stands_outside_of_them_is_none_of_the_words_and_what_is_inside_is_whole(
    text: str, asked: list[str]
) -> None:
    terms = {stem(form) for form in asked}
    found = stretches(text, beginnings(terms))
    read = list(tokens(text))
    within = [token for start, end in found for token in read if start <= token.start and token.end <= end]
    apart = [token for token in read if all(token.end <= start or token.start >= end for start, end in found)]
    assert sorted([*within, *apart], key=lambda token: token.start) == read
    assert not [token for token in apart if stem(token.form) in terms]
    cut = [(own.form, start + own.start) for start, end in found for own in tokens(text[start:end])]
    assert [form for form, _ in cut if stem(form) in terms] == [each.form for each in read if stem(each.form) in terms]


@pytest.mark.parametrize("ending", ["s", "es", "ed", "ing", "'s"])
def test_they_know_how_every_inflection_of_a_listed_word_begins(ending: str) -> None:
    keys = sorted(set(word_list().key_of.values()))[::7]
    inflected = [form for key in keys for form in forms(key + ending)]
    assert len(inflected) > 1_000
    assert not [form for form in inflected if not form.startswith(tuple(beginnings([stem(form)])))]


@given(st.text(st.characters(codec="ascii", categories=["L"]), min_size=1, max_size=12))
def test_they_know_how_words_begin_that_no_table_lists(word: str) -> None:
    for form in forms(word):
        assert form.startswith(tuple(beginnings([stem(form)])))


def test_words_that_begin_otherwise_are_passed_over() -> None:
    text = "The governor of a small state, who knew nobody, spoke of government."
    assert [text[slice(*span)] for span in stretches(text, beginnings(["government"]))] == ["governor", "government."]


def test_a_sign_alone_parts_no_phrase_and_a_number_does() -> None:
    peace_talks = Phrase("peace talks", ("peace", "talk"))
    for text, expected in (
        ('peace " talks', 1),
        ("peace ( ‘ talks", 1),
        ("peace 2017 talks", 0),
        ("peace it's talks", 0),
    ):
        assert len(marks(peace_talks, text, "body")) == expected, text
    assert [text for text in ("of 2017, the", "of 2018") if stretches(text, beginnings(["2017"]))] == [
        "of 2017, the",
        "of 2018",
    ]
    assert [text for text in ("we’re", "“we're,") if stretches(text, beginnings(["we're"]))] == [
        "we’re",
        "“we're,",
    ]


@given(st.one_of(TEXTS, st.text()), st.lists(st.sampled_from(FORMS), max_size=3))
def test_places_to_look_at_are_found_wherever_a_stretch_begins(text: str, asked: list[str]) -> None:
    begin = beginnings({stem(form) for form in asked})
    places = StretchPlaces(begin, SPACE).of(text)
    assert {start for start, _ in stretches(text, begin)} <= set(places)
    assert places == sorted(set(places))
    assert all(place == 0 or text[place - 1] in SPACE for place in places)


@given(st.lists(st.one_of(TEXTS, st.text()), max_size=3), st.lists(st.sampled_from(FORMS), max_size=3))
def test_of_the_stretches_those_are_left_out_that_show_nothing(texts: list[str], asked: list[str]) -> None:
    wanted = {stem(form) for form in asked}
    begin = beginnings(wanted)

    def shows(stretch: str) -> bool:
        found = forms(stretch)
        return not found or any(stem(form) in wanted for form in found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(telling_stretches, "SHORT", 0)
        patch.setattr(telling_stretches, "MOST_SEEN", 5)
        telling = TellingStretches(begin, shows)
        for text in texts:
            every = stretches(text, begin)
            found = list(telling.of(text))
            assert [each for each in every if shows(text[slice(*each)])] == [
                each for each in found if shows(text[slice(*each)])
            ]
            assert set(found) <= set(every)
        assert len(telling._is_telling) <= 5


def test_most_words_of_a_text_are_not_looked_at() -> None:
    text = "The governor of a small state, who knew nobody, spoke (of a “large” government) on 12 May. " * 9
    assert {text[place : place + 5] for place in StretchPlaces(beginnings(["government"]), SPACE).of(text)} == {
        *("gover", "(of a", "“larg", "12 Ma"),
    }
    looked_at: list[str] = []

    def shows(stretch: str) -> bool:
        looked_at.append(stretch)
        return False

    telling = TellingStretches(beginnings(["government"]), shows)
    assert list(telling.of(text)) == []
    assert looked_at == ["governor", "government)"]
