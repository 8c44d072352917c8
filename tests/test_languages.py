"""Which language a text is in, and which words of it are one."""

import pytest

from index.languages.english_words import is_plainly_english
from index.languages.identification import language_of
from index.languages.language_names import LANGUAGE_NAMES, STEMMED_LANGUAGES, language_code
from index.spelling.inflections import inflections
from index.word_forms.snowball import stemmer

HEADLINES = [
    ("de", "Ukraine meldet Rückzug der russischen Truppen aus Cherson"),
    ("fr", "Les troupes russes se retirent de la ville de Kherson"),
    ("es", "Las tropas rusas se retiran de la ciudad de Jersón"),
    ("it", "Le truppe russe si ritirano dalla città di Kherson"),
    ("pt", "As tropas russas retiram-se da cidade de Kherson"),
    ("nl", "Russische troepen trekken zich terug uit de stad Cherson"),
    ("sv", "Ryska trupper drar sig tillbaka från staden Cherson"),
    ("pl", "Wojska rosyjskie wycofują się z miasta Chersoń"),
    ("ru", "Российские войска отходят из города Херсон"),
    ("uk", "Російські війська відходять із міста Херсон"),
    ("tr", "Rus birlikleri Herson şehrinden çekiliyor"),
    ("el", "Τα ρωσικά στρατεύματα αποσύρονται από την πόλη"),
    ("ar", "القوات الروسية تنسحب من مدينة خيرسون"),
    ("he", "הכוחות הרוסיים נסוגים מהעיר חרסון"),
    ("fa", "نیروهای روسیه از شهر خرسون عقب‌نشینی می‌کنند"),
    ("zh", "俄罗斯军队从赫尔松市撤退"),
    ("ja", "ロシア軍がヘルソンから撤退した"),
    ("ko", "러시아군이 헤르손에서 철수했다"),
    ("en", "Russian troops withdraw from the city of Kherson"),
    ("en", "TROOPS SAID TO WITHDRAW FROM CITY"),
]


@pytest.mark.parametrize(("language", "headline"), HEADLINES)
def test_it_tells_the_language_of_a_headline(language: str, headline: str) -> None:
    assert language_of(headline, "") == language


@pytest.mark.parametrize("text", ["", "BBC", "2022-11-09", "Trump", "1,204.55 +3.2", "\ud800"])
def test_it_claims_no_language_where_hardly_a_word_tells(text: str) -> None:
    assert language_of(text, "") is None


ENGLISH = "The ministers said that the talks would be held in the city on Tuesday, and they were hopeful of a deal."


def test_it_tells_plain_english_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.languages.identification.identifier", lambda: pytest.fail("the model was read"))
    assert language_of("Talks", ENGLISH) == "en"


NEAREST_TO_ENGLISH = [
    "Over de tafel was het stil toen hij zei: is dat een man of had hij hem al gezien? Het was laat en er was licht.",
    "Hun sagde at han for tre år siden var med i et band, og at han har fri om aftenen, men er til stede i dag også.",
    "Hij was at work, zei hij, en dat was alles: the show must go on, no comment, let it be en meer van dat soort.",
]


@pytest.mark.parametrize("text", NEAREST_TO_ENGLISH)
def test_it_takes_no_other_language_for_plain_english(text: str) -> None:
    assert not is_plainly_english(text)


def test_a_language_is_called_by_its_name_and_its_code() -> None:
    assert [language_code(name) for name in ("German", " de ", "DE", "klingon", "")] == ["de", "de", "de", None, None]
    assert all(language_code(name) == code for code, name in LANGUAGE_NAMES.items())


@pytest.mark.parametrize("language", STEMMED_LANGUAGES)
def test_snowball_knows_each_language_of_which_words_are_joined(language: str) -> None:
    assert stemmer(STEMMED_LANGUAGES[language])("x") == "x"


@pytest.mark.parametrize(
    ("language", "form", "others", "not_others"),
    [
        ("de", "wahlen", ["wahl", "wahlen"], ["wahlkampf", "wal", "wahr"]),
        ("de", "hauser", ["haus", "hauses"], ["hause1", "hausboot"]),
        ("fr", "elections", ["election"], ["electricite", "elan"]),
        ("es", "elecciones", ["eleccion"], ["electricidad"]),
        ("ru", "выборов", ["выборы", "выборам"], ["выбоина"]),
    ],
)
def test_it_joins_the_grammatical_forms_of_a_word(
    language: str, form: str, others: list[str], not_others: list[str]
) -> None:
    joined = inflections(form, language)
    assert joined is not None
    assert [other for other in (*others, *not_others) if joined.has(other)] == others


@pytest.mark.parametrize(("form", "language"), [("wahlen", "en"), ("wahlen", "th"), ("f-16", "de"), ("ab", "de")])
def test_it_joins_nothing_where_snowball_says_nothing(form: str, language: str) -> None:
    assert inflections(form, language) is None
