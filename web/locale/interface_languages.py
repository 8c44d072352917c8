"""The languages that the page speaks."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class InterfaceLanguage:
    """A language of the page, with a catalog of its own below this folder unless it is English."""

    code: str
    """As an address, the cookie and the folder of its catalog have it."""
    tag: str
    """As HTML and HTTP have it (BCP 47)."""
    name: str
    """What its readers call it."""
    direction: Literal["ltr", "rtl"]
    locale: str
    """Under which CLDR has its days and numbers."""


ENGLISH = InterfaceLanguage("en", "en", "English", "ltr", "en_GB")
INTERFACE_LANGUAGES = (
    ENGLISH,
    InterfaceLanguage("de", "de", "Deutsch", "ltr", "de"),
    InterfaceLanguage("es", "es", "Español", "ltr", "es"),
    InterfaceLanguage("fr", "fr", "Français", "ltr", "fr"),
    InterfaceLanguage("uk", "uk", "Українська", "ltr", "uk"),
    InterfaceLanguage("ar", "ar", "العربية", "rtl", "ar"),
    InterfaceLanguage("zh", "zh-Hans", "简体中文", "ltr", "zh_Hans"),
)
"""All of them, in the order in which they are offered: by script, and by name."""
BY_CODE = {language.code: language for language in INTERFACE_LANGUAGES}


def language_called(tag: str) -> InterfaceLanguage | None:
    """The language of a tag such as "de", "de-AT" or "zh-Hans"; None where the page does not speak it."""
    return BY_CODE.get(tag[:40].replace("_", "-").partition("-")[0].lower())
