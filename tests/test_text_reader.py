"""Plain text files."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import RoughArticle
from index.errors import Unreadable
from index.readers.encodings import CONTROL, LINE_END, decoded, without_controls
from index.readers.source import LARGEST_FILE_BYTES, opened
from index.readers.text import read_text as read_source


def read_text(path: Path) -> list[RoughArticle]:
    """The articles of a text file."""
    with opened(path) as source:
        return [each for each in read_source(source) if isinstance(each, RoughArticle)]


ENGLISH = "The café in Zürich was “closed” – he said it’s over.\n"
POLISH = "Prezydent Ukrainy powiedział, że rozmowy są niemożliwe. Źródła mówią, że wojna będzie trwać.\n"
RUSSIAN = "Президент Украины заявил, что переговоры невозможны. Россия отвергла предложения.\n"
JAPANESE = "ウクライナの大統領は交渉は不可能だと述べた。戦争は続く。\n"
UKRAINIAN = "«Переговори» — це «добре», сказав Президент 11 листопада 2022 року.\n"
GREEK = "Ο πρόεδρος της Ουκρανίας δήλωσε ότι οι συνομιλίες είναι αδύνατες.\n"
HEBREW = "נשיא אוקראינה אמר כי השיחות אינן אפשריות.\n"
FRENCH = "Élysée : le président a déclaré que « les pourparlers » continuent à l’été, là où ils s’étaient tenus.\n"
GERMAN = "Die Außenminister führten Gespräche über die Lösung.\n"
DANISH = "Præsidenten sagde i Genève, at samtalerne fortsætter på mandag; både Rusland og Ukraine ønsker en løsning.\n"
SWEDISH = "Presidenten sade i Genève att samtalen fortsätter på måndag.\n"
PORTUGUESE = "O presidente não disse quando as negociações terão fim.\n"
CZECH = "Prezident řekl, že rozhovory budou pokračovat ještě týden, protože obě delegace požádaly o více času.\n"
HUNGARIAN = "Az elnök azt mondta, hogy a tárgyalások folytatódnak, mert mindkét küldöttség több időt kért tőlük.\n"
CHINESE = "乌克兰总统表示，谈判是不可能的。战争仍在继续。\n"

ENCODINGS = [
    (ENGLISH, "utf-8"),
    (ENGLISH, "utf-8-sig"),
    (ENGLISH, "utf-16"),
    (ENGLISH, "utf-16-le"),
    (ENGLISH, "utf-16-be"),
    (ENGLISH, "utf-32"),
    (RUSSIAN, "utf-16-le"),
    (RUSSIAN, "utf-16-be"),
    (UKRAINIAN, "utf-16-le"),
    (UKRAINIAN, "utf-16-be"),
    (GREEK, "utf-16-le"),
    (HEBREW, "utf-16-be"),
    (CHINESE, "utf-16-le"),
    (CHINESE, "utf-16-be"),
    (JAPANESE, "utf-16-le"),
    ("Talk", "utf-16-le"),
    (ENGLISH, "cp1252"),
    (ENGLISH, "mac_roman"),
    (POLISH, "cp1250"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8_r"),
    (JAPANESE, "shift_jis"),
    (FRENCH, "cp1252"),
    (FRENCH * 5, "cp1252"),
    (GERMAN, "cp1252"),
    (DANISH, "cp1252"),
    (SWEDISH, "cp1252"),
    (PORTUGUESE, "cp1252"),
    (CZECH, "cp1250"),
    (HUNGARIAN, "cp1250"),
    (CHINESE, "gb18030"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODINGS)
def test_it_reads_text_in(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(text.encode(encoding))
    assert read_text(path) == [RoughArticle(text)]


def test_it_puts_a_replacement_for_one_damaged_byte() -> None:
    assert decoded("“Seize” the ".encode() + b"\xff moment") == "“Seize” the \ufffd moment"


def test_it_ends_lines_in_one_way_and_has_no_control_characters() -> None:
    assert without_controls("a\r\nb\rc\x85d\u2028e\x0cf\x00g\x1bh\ti\ufeff") == "a\nb\nc\nd\ne\nf g h\ti "


NOT_ARTICLES = [
    (b"", "empty file"),
    (b"\xef\xbb\xbf", "no words in it"),
    (b" \n\t\n\x00\x00\x00", "no words in it"),
    (b"--- * * * ---\n", "no words in it"),
    (b"%PDF-1.7\n1 0 obj", "not text"),
    (bytes(range(256)) * 40, "not text"),
    (b"".join(number.to_bytes(2, "little") for number in range(1000)), "not text"),
    (b"".join((number * number % 1200).to_bytes(2, "big") for number in range(1000)), "not text"),
    (b"\x00\x04" * 500, "not text"),
]


@pytest.mark.parametrize(("data", "why"), NOT_ARTICLES)
def test_it_says_why_a_file_holds_no_article(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    with pytest.raises(Unreadable) as raised:
        read_text(path)
    assert str(raised.value) == why


def test_it_refuses_a_file_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE_BYTES + 1)
    with pytest.raises(Unreadable, match=r"^larger than 32 MiB$"):
        read_text(path)


def test_it_refuses_a_file_that_has_vanished(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"^no such file$"):
        read_text(tmp_path / "article.txt")


def test_it_refuses_a_name_that_no_file_can_have() -> None:
    with pytest.raises(Unreadable, match=r"^cannot be opened$"):
        read_text(Path("nul\0.txt"))


def test_it_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"^not a regular file$"):
        read_text(tmp_path)


def test_it_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    os.mkfifo(path)
    with pytest.raises(Unreadable, match=r"^not a regular file$"):
        read_text(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_it_refuses_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("secret")
    path.chmod(0)
    with pytest.raises(Unreadable, match=r"^permission denied$"):
        read_text(path)


@given(st.binary(min_size=1, max_size=300))
def test_it_reads_or_refuses_any_bytes(data: bytes) -> None:
    try:
        text = without_controls(decoded(data))
    except Unreadable:
        return
    assert text.encode()
    assert "\r" not in text
    assert "\x00" not in text


@given(st.text(st.sampled_from("a \n\t\r\v\x00\x1b\x7f\x85\x9f\xa0\u2027\u2028\u2029\u202a\ufeff\ud800😀"), max_size=6))
def test_it_looks_at_every_character_for_controls(text: str) -> None:
    assert without_controls(text) == CONTROL.sub(" ", LINE_END.sub("\n", text))
