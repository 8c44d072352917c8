"""Which forms are one word, and which words belong together."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import form
from index.orthography.folded_forms import LONGEST_FORM
from index.word_forms.compounds import joined, joined_by_hyphen
from index.word_forms.families import family, forms_of_family, is_listed, word_list
from index.word_forms.packed_table import packed, unpacked
from index.word_forms.rings import families_by_ring, families_of_ring, ring

FAMILIES = [
    # (what the forms have in common, forms of one family)
    ("-s", "cabinet cabinets"),
    ("-ies", "treaty treaties"),
    ("-es", "hostage hostages"),
    ("-ves", "shelf shelves"),
    ("irregular plural", "nucleus nuclei"),
    ("-men", "fireman firemen"),
    ("irregular verb", "forbid forbade forbidden forbidding forbids"),
    ("doubled consonant", "rebut rebutted rebutting"),
    ("comparison", "noisy noisier noisiest"),
    ("our", "candour candor"),
    ("re", "epicentre epicenter"),
    ("ise", "legalise legalize legalised legalizing"),
    ("ll", "tunnelling tunneling tunnelled"),
    ("ae", "gynaecologist gynecologist gynaecologists"),
    ("a people", "albanian albanians"),
    ("followers", "stalinist stalinists"),
    ("acronym", "ngo ngos"),
    ("new word", "smartphone smartphones"),
]
APART = [
    # (what they have in common, forms of different families)
    ("a noun that looks like a gerund", "morning morn"),
    ("a noun that looks like a comparative", "stranger strange"),
    ("a participle that is a verb of its own", "founded find"),
    ("a participle that is a name", "united unite"),
    ("surname and first name", "hopkins hopkin peters peter roberts robert"),
    ("name in -s", "honduras hondura athens athen"),
    ("name and noun", "brooks brook mills mill"),
    ("name in -ed", "jared jar"),
    ("words that sources call inflections of rarer ones", "number numb real rial crew crow better bet"),
    ("derivations", "inspect inspector inspection"),
]
RINGS = [
    ("verb and noun", "evacuate evacuation evacuations"),
    ("agent", "inspect inspectors"),
    ("adjective and noun", "hostile hostility"),
    ("country and people", "sweden swedish"),
    ("movement and follower", "fascism fascists"),
    ("British derivation", "colonisation colonize"),
    ("adverb", "reckless recklessly"),
    ("irregular noun", "pursue pursuit"),
]
STRANGERS = [
    ("the same stem", "negligence negligible"),
    ("the same stem", "generous generation"),
    ("the same stem", "universal universities"),
    ("the same stem", "customary customer"),
    ("the same beginning", "communist community"),
    ("two words of law", "execution executive"),
]
COMPOUNDS = [
    # (first, second, with a space, with a hyphen)
    ("air", "strikes", "airstrikes", "airstrikes"),
    ("health", "care", "healthcare", "healthcare"),
    ("pre", "emptive", None, "preemptive"),
    ("every", "day", None, "everyday"),
    ("re", "signed", None, None),
]


@pytest.mark.parametrize(("kind", "words"), FAMILIES)
def test_inflections_and_spellings_are_one_family(kind: str, words: str) -> None:
    assert len({family(word) for word in words.split()}) == 1, kind


@pytest.mark.parametrize(("kind", "words"), APART)
def test_each_of_these_is_a_family_of_its_own(kind: str, words: str) -> None:
    assert len({family(word) for word in words.split()}) == len(words.split()), kind


@pytest.mark.parametrize(("kind", "words"), RINGS)
def test_derivations_are_one_ring(kind: str, words: str) -> None:
    rings = {ring(word) for word in words.split()}
    assert len(rings) == 1, kind
    assert None not in rings


@pytest.mark.parametrize(("kind", "words"), STRANGERS)
def test_words_that_look_alike_are_in_different_rings(kind: str, words: str) -> None:
    assert len({ring(word) for word in words.split()}) == len(words.split()), kind


@pytest.mark.parametrize(("first", "second", "spaced", "hyphenated"), COMPOUNDS)
def test_compounds_are_one_word(first: str, second: str, spaced: str | None, hyphenated: str | None) -> None:
    assert joined(first, second) == spaced
    assert joined_by_hyphen(first, second) == hyphenated


def test_a_word_that_no_table_knows_is_left_to_the_stemmer() -> None:
    assert not is_listed("flibbertigibbetry")
    assert family("flibbertigibbetry") == "flibbertigibbetry"
    assert ring("flibbertigibbetry") is None


def test_the_forms_of_a_family_are_told_with_its_key_first() -> None:
    assert forms_of_family("treaty") == ("treaty", "treaties")
    assert forms_of_family("flibbertigibbetry") == ("flibbertigibbetry",)


def test_every_form_of_the_table_is_as_the_index_writes_it() -> None:
    odd = {word for word in word_list().key_of if form(word) != word or len(word) > LONGEST_FORM}
    assert odd == set()


def test_the_key_of_each_family_is_in_that_family() -> None:
    assert {word for word in word_list().key_of if family(family(word)) != family(word)} == set()


def test_every_family_of_a_ring_has_that_ring_and_none_holds_more_than_eight() -> None:
    strays = [(word, key) for key, words in families_by_ring().items() for word in words if ring(word) != key]
    assert strays == []
    assert max(map(len, families_by_ring().values())) <= 8
    assert families_of_ring("flibbertigibbetry") == ("flibbertigibbetry",)


@given(st.text("abcdeinorstuyz'", min_size=1, max_size=14))
def test_a_family_of_a_family_is_the_same(word: str) -> None:
    assert family(family(word)) == family(word)
    assert ring(family(word)) == ring(word)


@given(st.lists(st.lists(st.text("abcdyz0123456789'", min_size=1, max_size=14), min_size=1, max_size=5), min_size=1))
def test_a_packed_table_is_read_back(groups: list[list[str]]) -> None:
    assert list(unpacked(packed(groups))) == groups


def test_the_tables_are_read_without_the_stemmer() -> None:
    program = "import sys; from index.word_forms.rings import ring; ring('women'); assert 'nltk' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
