"""Days and numbers as a language writes them, by CLDR as Babel has it; `web/wording.py` itself writes English."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from search.language.days import whole_period
from web.locale.interface_languages import InterfaceLanguage

if TYPE_CHECKING:
    from babel import Locale  # imported where it is needed: it takes 40 ms, which English need not wait for

LEFT_OUT = re.compile(r"\s'?рр?'?\.")
"""What CLDR has after a year in Ukrainian, and newspapers have not."""
KEPT = 8192
"""Days and numbers in words; a page has some hundred, and the next one mostly the same."""


@dataclass(frozen=True, slots=True)
class LocalForms:
    """How one language writes days and numbers."""

    locale: "Locale"

    def number(self, count: int) -> str:
        """1234 -> "1.234" in German."""
        from babel.numbers import format_decimal

        return str(format_decimal(count, locale=self.locale))

    def decimal(self, value: float) -> str:
        """0.5 -> "0,50" in German."""
        from babel.numbers import format_decimal

        return str(format_decimal(value, "0.00", locale=self.locale))

    def span(self, first: date, last: date) -> str:
        """Days in full, as precisely as they are known: "9.–12. November 2022"."""
        return self.days(first, last, "MMMM")

    def span_in_short(self, first: date, last: date) -> str:
        """The same with short names of months: "9.–12. Nov. 2022"."""
        return self.days(first, last, "MMM")

    def day_of_year(self, day: date) -> str:
        """A day in short, without its year: "9. Nov."."""
        return self.written(day, self.pattern("MMMd"))

    def day_of_month(self, day: date) -> str:
        """A day without its month and year: "9."."""
        begins = self.locale.interval_formats["yMMMd"]["d"][0].rstrip(" \u2009–—")
        return self.written(day, begins if begins.startswith("d") else self.pattern("d"))

    def language(self, code: str, otherwise: str) -> str:
        """The name of a language; `otherwise` where CLDR has none."""
        return str(self.locale.languages.get(code, otherwise))

    def days(self, first: date, last: date, month: str) -> str:
        """Days, with the months as this many letters of a pattern of CLDR tell."""
        if first == last:
            return self.written(first, self.pattern(f"y{month}d"))
        if period := whole_period(first, last):
            return self.written(first, self.pattern(f"y{month}" if "-" in period else "y"))
        differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
        known = self.locale.interval_formats
        parts = known.get(f"y{month}d", known["yMMMd"])[differs]
        if f"y{month}d" not in known and month in self.pattern(f"y{month}d"):  # in Chinese, months are numbers
            parts = [part.replace("MMM", month) for part in parts]
        return "".join(self.written(day, own) for day, own in zip((first, last), parts, strict=True))

    def pattern(self, skeleton: str) -> str:
        """How this language writes what a skeleton of CLDR names."""
        if skeleton == "yMMMMd":
            return str(self.locale.date_formats["long"].pattern)
        return str(self.locale.datetime_skeletons[skeleton].pattern)

    def written(self, day: date, pattern: str) -> str:
        """A day after a pattern."""
        from babel.dates import format_date

        return str(format_date(day, LEFT_OUT.sub("", pattern), locale=self.locale))


@cache
def local_forms(language: InterfaceLanguage) -> LocalForms:
    """How a language writes days and numbers."""
    from babel import Locale

    return LocalForms(Locale.parse(language.locale))


@lru_cache(maxsize=KEPT)
def number_in(language: InterfaceLanguage, count: int) -> str:
    """A number in a language."""
    return local_forms(language).number(count)


@lru_cache(maxsize=KEPT)
def span_in(language: InterfaceLanguage, first: date, last: date) -> str:
    """Days in full in a language."""
    return local_forms(language).span(first, last)


@lru_cache(maxsize=KEPT)
def short_span_in(language: InterfaceLanguage, first: date, last: date) -> str:
    """Days in short in a language."""
    return local_forms(language).span_in_short(first, last)
