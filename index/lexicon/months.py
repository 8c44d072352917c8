"""The names of the months, in the languages in which pages write days."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MonthNames:
    """What the months are called in a language, from January on, each in full and then in its short forms."""

    language: str
    names: tuple[tuple[str, ...], ...]
    example: str
    """A day of 2022 that can be read only with this row."""


def row(language: str, names: str, example: str) -> MonthNames:
    """A row of the table; the months are separated by bars, and the names of one by spaces."""
    return MonthNames(language, tuple(tuple(month.split()) for month in names.split("|")), example)


MONTH_NAMES = (
    row(
        "English",
        "january jan | february feb | march mar | april apr | may | june jun | july jul | august aug"
        " | september sept sep | october oct | november nov | december dec",
        "11 October 2022",
    ),
    row(
        "German",
        "januar jänner | februar feber | märz maerz mär mrz | april | mai | juni | juli | august | september"
        " | oktober okt | november | dezember dez",
        "11. Jänner 2022",
    ),
    row(
        "French",
        "janvier janv | février févr fév | mars | avril avr | mai | juin | juillet juil | août | septembre | octobre"
        " | novembre | décembre déc",
        "11 juillet 2022",
    ),
    row(
        "Spanish",
        "enero ene | febrero | marzo | abril abr | mayo | junio | julio | agosto | septiembre setiembre | octubre"
        " | noviembre | diciembre dic",
        "11 de noviembre de 2022",
    ),
    row(
        "Portuguese",
        "janeiro | fevereiro fev | março | abril | maio | junho | julho | agosto | setembro | outubro | novembro"
        " | dezembro",
        "11 de novembro de 2022",
    ),
    row(
        "Italian",
        "gennaio | febbraio | marzo | aprile | maggio | giugno giu | luglio lug | agosto | settembre | ottobre ott"
        " | novembre | dicembre",
        "11 luglio 2022",
    ),
    row(
        "Dutch",
        "januari | februari | maart mrt | april | mei | juni | juli | augustus | september | oktober | november"
        " | december",
        "11 maart 2022",
    ),
    row(
        "Swedish, Danish and Norwegian",
        "januari januar | februari februar | mars marts | april | maj mai | juni | juli | augusti august | september"
        " | oktober | november | december desember",
        "11. desember 2022",
    ),
    row(
        "Russian",
        "января | февраля | марта | апреля | мая | июня | июля | августа | сентября | октября | ноября | декабря",
        "11 ноября 2022",
    ),
    row(
        "Ukrainian",
        "січня | лютого | березня | квітня | травня | червня | липня | серпня | вересня | жовтня | листопада | грудня",
        "11 листопада 2022",
    ),
)
"""Short forms that are English words, such as the Portuguese "out" and "set", are left out."""


def plain(name: str) -> str:
    """The name in small letters, without accents."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


NUMBERS = {
    plain(name): number for months in MONTH_NAMES for number, names in enumerate(months.names, 1) for name in names
}


def month_number(name: str) -> int:
    """1 for January, whether it is written in full or not, in any of these languages."""
    return NUMBERS[plain(name.rstrip("."))]


def month_pattern(table: Sequence[MonthNames]) -> str:
    """A pattern that fits any name of a month in these languages, and no accents where there should be some."""
    names = {name for months in table for month in months.names for name in month}
    return "|".join(sorted({spelled(name) for name in names}, key=lambda each: (-len(each), each)))


def spelled(name: str) -> str:
    """A pattern for a name in small and in capital letters, for one that heeds the case only of ASCII."""
    return "".join(letter if letter.isascii() else f"[{letter}{letter.upper()}{plain(letter)}]" for letter in name)
