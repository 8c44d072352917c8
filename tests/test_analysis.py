"""Words as the index knows them."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import analysis
from index.analysis import MOST_STEMS, form, forms, terms, tokens
from index.orthography.word_forms import plain_form

EXAMPLES = [
    ("The U.S.-led talks", ["the", "usa", "led", "talks"]),
    ("US troops told us", ["usa", "troops", "told", "us"]),
    ("Milley’s and Milleys’ plan", ["milley", "and", "milleys", "plan"]),
    ("O'Brien don’t we'll I'll", ["obrien", "don't", "we'll", "i'll"]),
    ("$400 for 100,000 155mm rounds, 3.5bn", ["400", "for", "100000", "155mm", "rounds", "3.5bn"]),
    ("10,53 and 19:30 on 11.11.2022", ["10", "53", "and", "19", "30", "on", "11.11.2022"]),
    ("at 10 a.m. J.K. Rowling", ["at", "10", "am", "jk", "rowling"]),
    ("Zürich, Łódź, Straße, ﬁnance", ["zurich", "lodz", "strasse", "finance"]),
    ("東京都 नमस्ते", ["東", "京", "都", "नमस्ते"]),
    ("ne\u00adgotiate", ["negotiate"]),
    ("snake_case and #HashTag", ["snake", "case", "and", "hashtag"]),
    ("\x00 \u202eabc … —", ["abc"]),
    ("น้ำ", ["น้", "ำ"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_it_reads_words(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@given(st.text())
def test_it_reads_the_same_words_again_from_what_it_read(text: str) -> None:
    once = forms(text)
    assert forms(" ".join(once)) == once


@given(st.text())
def test_its_spans_are_words_of_the_text_in_order(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end
        assert forms(text[token.start : token.end]) == [token.form]
        end = token.end


def test_it_stems_as_snowball_does() -> None:
    assert terms("negotiating negotiations running planned") == ["negoti", "negoti", "run", "plan"]


@given(st.text("abcdefghijklmnopqrstuvwxyz'0", min_size=1, max_size=12).filter(lambda text: text[0] != "'"))
def test_it_takes_as_they_are_only_words_that_snowball_takes_so(form: str) -> None:
    stems = [stem(form) for stem in (analysis.stem, analysis.snowball_stem)]
    assert stems[0] == stems[1] or form in analysis.SEPARATE_STEMS


CHANGED = "players' notice apologi revival pens happy walked employer electric walking adoption terrorism different"


@pytest.mark.parametrize("ending", analysis.STEMMED_ENDINGS)
def test_an_ending_is_one_that_snowball_changes(ending: str) -> None:
    words = [*CHANGED.split(), "operator"]
    assert [word for word in words if word.endswith(ending) and analysis.snowball_stem(word) != word]


@pytest.mark.parametrize("form", analysis.SEPARATE_STEMS)
def test_a_separate_stem_is_needed(form: str) -> None:
    assert analysis.snowball_stem(form) != analysis.SEPARATE_STEMS[form] == analysis.stem(form)


def test_it_asks_the_table_before_the_stemmer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "TABLES", [])
    analysis.stem.cache_clear()
    analysis.remember_stems({"zzgoing": "from the table"}.get)
    assert [analysis.stem("zzgoing"), analysis.stem("zzcoming")] == ["from the table", "zzcome"]


def test_it_does_not_keep_every_word_that_it_was_ever_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "TABLES", [])
    monkeypatch.setattr(analysis, "snowball_stem", lambda form: form[:-3])
    asked = 2 * MOST_STEMS
    analysis.stem.cache_clear()
    tracemalloc.start()
    for number in range(asked):
        assert analysis.stem(f"{number:09}ing") == f"{number:09}"
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    analysis.stem.cache_clear()
    assert kept < 17_000_000  # all would take 19 MB


@given(st.text(st.sampled_from("aUSbA19"), min_size=1, max_size=120))
def test_it_folds_plain_words_as_any_others(word: str) -> None:
    assert plain_form(word) == form(word)
