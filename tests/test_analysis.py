"""Words as the index knows them."""

import tracemalloc
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import analysis
from index.analysis import MOST_STEMS, cases, form, forms, terms, tokens
from index.inversion.tokenizing import Vocabulary, plain
from index.orthography.folded_forms import plain_form
from index.schema import utf8
from search.clauses import Fuzzy
from search.highlight.highlighter import marks

EXAMPLES = [
    ("The U.S.-led talks", "the usa led talks"),
    ("snake_case and #HashTag", "snake case and hashtag"),
    ("\x00 \u202eabc … —", "abc"),
    ("", ""),
    # Apostrophes: all that look like one are one.
    ("O'Connor O’Connor O‘Connor O‛Connor O´Connor O`Connor O′Connor OʼConnor OʻConnor OˈConnor", "oconnor " * 10),
    ("Milley’s and Milleys’ plan", "milley and milleys plan"),
    (
        "O'Brien don’t we´ll I`ll Qur’an Sana'a Shi'a Shari‘a Hawaiʻi",
        "obrien don't we'll i'll quran sanaa shia sharia hawaii",
    ),
    (
        "l’Humanité dell'Italia all'Onu L'annuncio d’Ivoire qu'il s'est l'11",
        "humanite italia onu annuncio ivoire il est l 11",
    ),
    ("D'Souza N'Djamena D'Angelo L'Oréal Chang’e", "dsouza ndjamena dangelo loreal change"),
    ("Erdoğan'ın İstanbul’da ISTANBUL ıstanbul Ankara'ya TBMM'nin", "erdogan istanbul istanbul istanbul ankara tbmm"),
    ("п'ять п’ять комп`ютер ґанок Королёв Королев", "пять пять компютер ганок королев королев"),
    ("5'10\" 5′10″ ‘대통령’이", "5 10 5 10 대통령 이"),
    # What nobody sees vanishes.
    (
        "ne\u00adgo\u200bti\u2060ate sen\u200eate \ufeffam\u034fbas\u200cs\u200da\ufe0fdor",
        "negotiate senate ambassador",
    ),
    # Numbers, and their units.
    ("$400 for 100,000 155mm rounds, 3.5bn", "400 for 100000 155 mm rounds 3.5 bn"),
    ("155 mm $1.5bn 20m 9am 10 a.m.", "155 mm 1.5 bn 20 m 9 am 10 am"),
    ("F16 3M G20 4x4 B2B iPhone 4s 20th 1990s 9/11 5G", "f16 3m g20 4x4 b2b iphone 4s 20th 1990s 9 11 5g"),
    ("2,50,000 250,000 250’000 1,234.5", "250000 250000 250000 1234.5"),
    ("10,53 and 19:30 on 11.11.2022", "10 53 and 19 30 on 11.11.2022"),
    ("٢٠٢٢ ۲۰۲۲ २०२२ ２０２２ ٢٥٠٬٠٠٠ ١٫٥ km² CO₂", "2022 2022 2022 2022 250000 1.5 km2 co2"),
    # Letters.
    ("Zürich, Łódź, Straße, ﬁnance, Əliyev, ＢＢＣ", "zurich lodz strasse finance aliyev bbc"),
    ("ΑΘΉΝΑ Αθήνα Ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "αθηνα αθηνα οδυσσευσ οδυσσευσ"),
    ("Երևան ԵՐԵՎԱՆ ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ საქართველო Ꭰꭰ", "երեվան երեվան საქართველო საქართველო ᎠᎠ"),
    ("أحمد احمد أَحْمَدُ مــحــمــد ﻣﺤﻤﺪ القاهرة القاهره مؤتمر", "احمد احمد احمد محمد محمد القاهره القاهره موتمر"),
    ("على علی علي کتاب كتاب كتابًا", "علي علي علي كتاب كتاب كتابا"),
    ("می‌خواهم خامنه‌ای नम\u200cस्ते", "مي خواهم خامنه اي नमस्ते"),
    ("שָׁלוֹם שלום צה״ל ג'ורג׳", "שלום שלום צהל גורג"),
    ("東京都 नमस्ते ｵﾘﾝﾋﾟｯｸ น้ำ", "東 京 都 नमस्ते オ リ ン ピ ッ ク น้ ำ"),
    ("대통령이 대통령은 러시아로 2022년에 회의 전문가 집에", "대통령 대통령 러시아 2022년 회의 전문가 집에"),
    # Acronyms, and words with signs.
    ("at 10 a.m. J.K. Rowling J. K. Rowling JK Ph.D. PhD", "at 10 am jk rowling jk rowling jk phd phd"),
    ("Plan B. J. Edgar; А. С. Пушкин; Vitamin C. The", "plan bj edgar ас пушкин vitamin c the"),
    ("US troops told us, U.S. USA U. S. u.s. US’s U.S.'s", "usa troops told us usa usa usa usa usa usa"),
    ("US-BACKED FORCES. COME JOIN US FOR LUNCH", "usa backed forces come join us for lunch"),
    ("IT staff say it. IT IS TIME", "IT staff say it it is time"),
    ("AT&T AT & T AT &amp; T AT&T's at&t R&D Marks &amp; Spencer", "at&t at&t at&t at&t at&t r&d marks spencer"),
    ("AT&amp;T’s (AT & T) of AT&amp cut off &amp", "at&t at&t of at cut off"),
    (")IT IS raining (JOIN US)", "it is raining join us"),
    ("C++ C++17 c# F# .NET asp.net C", "c++ c++ 17 c# f# .net asp net c"),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_it_reads_words(text: str, expected: str) -> None:
    assert forms(text) == expected.split()


@pytest.mark.parametrize("text", [text for text, _ in EXAMPLES])
def test_it_reads_the_same_words_when_it_indexes_and_when_it_marks(text: str) -> None:
    vocabulary = Vocabulary()
    found = vocabulary.words([plain(utf8(text)), plain(utf8(text))])
    names = list(vocabulary.forms)
    assert [names[number] for number in found.forms.tolist()] == 2 * forms(text)
    assert found.cases.tolist() == 2 * cases(text)
    for read in tokens(text):
        asked = Fuzzy(read.form, 0)
        assert (read.start, read.end) in [(mark.start, mark.end) for mark in marks(asked, text, "body")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The USA's iPhone, 2022: NATO, nato", [1, 2, 1, 0, 2, 0]),
        ("COME JOIN US. I said US’s O'BRIEN J. K.", [2, 2, 0, 2, 0, 2, 2, 2]),
        ("Élan Б б Ж. 東京", [1, 2, 0, 2, 0, 0]),
    ],
)
def test_it_tells_words_with_capitals_from_those_without(text: str, expected: list[int]) -> None:
    assert cases(text) == expected


# But for fractions and raised digits: before the letter of a unit (¼B) they are one word, and their plain digits two.
@given(st.text(st.characters(exclude_categories=["No", "Cs"])))
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


FILED: list[tuple[str, str]] = [
    ("negotiating negotiates", "negotiate negotiate"),
    ("women crises analyses", "woman crisis analysis"),
    ("defence colours organised", "defense color organize"),
    ("conservation conservative", "conservation conservative"),
    ("united evening international", "united evening international"),
    ("Roberts Hamas Emirates", "roberts hamas emirates"),
    ("zebrafishes zylographers", "zebrafish zylograph"),
]
"""The words of a text, and the terms under which they are filed."""


@pytest.mark.parametrize(("text", "expected"), FILED)
def test_it_files_a_word_with_its_inflections_and_spellings(text: str, expected: str) -> None:
    assert terms(text) == expected.split()


@given(st.text("abcdefghijklmnopqrstuvwxyz'0", min_size=1, max_size=12).filter(lambda text: text[0] != "'"))
def test_it_takes_as_they_are_only_words_that_snowball_takes_so(form: str) -> None:
    assert analysis.unlisted_stem(form) == analysis.snowball_stem(form)


def test_it_knows_the_other_terms_of_a_ring() -> None:
    rings = {form: analysis.ring_terms(form) for form in ("negotiators", "united", "zylographers")}
    assert rings == {"negotiators": ("negotiation", "negotiate"), "united": (), "zylographers": ()}


@given(st.sampled_from(["negotiators", "politics", "peace", "execute", "russian"]))
def test_a_ring_has_terms_under_which_words_are_filed(form: str) -> None:
    assert [analysis.stem(term) for term in analysis.ring_terms(form)] == list(analysis.ring_terms(form))


CHANGED = "players' notice apologi revival pens happy walked employer electric walking adoption terrorism different"


@pytest.mark.parametrize("ending", analysis.STEMMED_ENDINGS)
def test_an_ending_is_one_that_snowball_changes(ending: str) -> None:
    words = [*CHANGED.split(), "operator"]
    assert [word for word in words if word.endswith(ending) and analysis.snowball_stem(word) != word]


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


def test_a_run_of_letters_without_end_is_folded_in_little_time_and_memory() -> None:
    ligatures = "\ufdfa" * 1_000_000  # each becomes 18 letters
    tracemalloc.start()
    begun = process_time()
    assert form(ligatures) == form(ligatures[:200])
    assert process_time() - begun < 0.5
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()
