"""The names of news outlets, and the other names under which texts mention them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

OTHER_NAMES: dict[str, tuple[str, ...]] = {
    # A name that is also a common word ("The Times", "Time", "The Post") is left out: it would be a guess.
    "ABC News": (),
    "Agence France-Presse": ("AFP", "Agence France Presse"),
    "Al Jazeera": ("Al-Jazeera", "aljazeera.com"),
    "ANSA": (),
    "Antiwar.com": ("antiwar.com",),
    "Associated Press": ("The Associated Press", "AP", "A.P.", "AP News", "apnews.com"),
    "Axios": ("axios.com",),
    "BBC": ("BBC News", "British Broadcasting Corporation", "bbc.com", "bbc.co.uk"),
    "Bild": (),
    "Bloomberg": ("Bloomberg News", "bloomberg.com"),
    "Business Insider": ("businessinsider.com",),
    "BuzzFeed News": (),
    "CBC": ("CBC News",),
    "CBS News": ("CBS",),
    "CNBC": ("cnbc.com",),
    "CNN": ("Cable News Network", "cnn.com", "CNN.com"),
    "Corriere della Sera": (),
    "Daily Mail": ("The Daily Mail", "MailOnline"),
    "Der Spiegel": ("Spiegel", "spiegel.de"),
    "Deutsche Welle": ("DW", "DW News", "dw.com"),
    "Die Welt": (),
    "Die Zeit": (),
    "dpa": ("DPA", "Deutsche Presse-Agentur"),
    "EFE": (),
    "El País": ("El Pais",),
    "Euronews": ("euronews.com",),
    "Financial Times": ("The Financial Times", "FT", "ft.com"),
    "Forbes": ("forbes.com",),
    "Foreign Affairs": (),
    "Foreign Policy": (),
    "Fox News": ("foxnews.com",),
    "France 24": ("France24",),
    "Frankfurter Allgemeine Zeitung": ("FAZ",),
    "Global Times": (),
    "Haaretz": (),
    "Interfax": ("interfax.com",),
    "Interfax-Ukraine": ("Interfax Ukraine",),
    "Izvestia": (),
    "Kommersant": (),
    "Kyodo News": ("Kyodo",),
    "Le Figaro": (),
    "Le Monde": (),
    "Los Angeles Times": ("The Los Angeles Times", "L.A. Times", "LA Times", "latimes.com"),
    "Meduza": ("meduza.io",),
    "MSNBC": (),
    "NBC News": ("NBC", "nbcnews.com"),
    "New York Post": ("The New York Post",),
    "Newsweek": ("newsweek.com",),
    "Nikkei": ("Nikkei Asia",),
    "NPR": ("National Public Radio", "npr.org"),
    "PBS": ("PBS NewsHour",),
    "Politico": ("POLITICO", "politico.com", "politico.eu"),
    "ProPublica": (),
    "Radio Free Europe/Radio Liberty": ("RFE/RL", "Radio Free Europe", "rferl.org"),
    "Reuters": ("Thomson Reuters", "reuters.com"),
    "RIA Novosti": ("RIA",),
    "RT": ("Russia Today", "RT.com", "rt.com"),
    "Sky News": (),
    "South China Morning Post": ("SCMP",),
    "Sputnik": ("Sputnik News",),
    "Süddeutsche Zeitung": ("Sueddeutsche Zeitung",),
    "Suspilne": (),
    "TASS": ("ITAR-TASS", "tass.com"),
    "The Atlantic": ("theatlantic.com",),
    "The Boston Globe": ("Boston Globe",),
    "The Daily Beast": ("Daily Beast",),
    "The Daily Telegraph": ("Daily Telegraph",),
    "The Economist": ("economist.com",),
    "The Globe and Mail": ("Globe and Mail",),
    "The Guardian": ("theguardian.com",),
    "The Hill": ("thehill.com",),
    "The Independent": (),
    "The Intercept": (),
    "The Jerusalem Post": ("Jerusalem Post",),
    "The Kyiv Independent": ("Kyiv Independent", "kyivindependent.com"),
    "The Moscow Times": ("Moscow Times",),
    "The New Voice of Ukraine": ("New Voice of Ukraine", "NV", "nv.ua"),
    "The New York Times": ("New York Times", "NYT", "N.Y. Times", "NY Times", "nytimes.com"),
    "The New Yorker": (),
    "The Sydney Morning Herald": ("Sydney Morning Herald",),
    "The Times of India": ("Times of India",),
    "The Times of Israel": ("Times of Israel",),
    "The Times of London": ("Times of London",),
    "The Wall Street Journal": ("Wall Street Journal", "WSJ", "wsj.com"),
    "The Washington Post": ("Washington Post", "WaPo", "WashPost", "washingtonpost.com"),
    "Time magazine": ("TIME magazine",),
    "Ukrainska Pravda": ("Ukrayinska Pravda", "pravda.com.ua"),
    "Ukrinform": ("ukrinform.net",),
    "UNIAN": (),
    "UPI": ("United Press International",),
    "USA Today": ("USA TODAY",),
    "VOA": ("Voice of America", "voanews.com"),
    "Vox": ("vox.com",),
    "Washington Times": ("The Washington Times",),
    "Xinhua": ("Xinhua News Agency",),
    "Yahoo News": ("Yahoo! News",),
    "ZDF": (),
}
"""What people call each outlet besides its name; "The" before a name needs no row of its own."""


class OutletMention(NamedTuple):
    """An outlet named in a text: its canonical name, and the span of the text that names it."""

    outlet: str
    start: int
    end: int


def canonical_name(words: str) -> str | None:
    """The outlet that these words name and nothing else; None when no outlet is called so."""
    parts = words.split(maxsplit=MOST_WORDS)
    if len(parts) > MOST_WORDS:
        return None
    name = " ".join(parts).removeprefix("www.")
    return CANONICAL.get(name) or CANONICAL.get(name.removeprefix("The ").removeprefix("the "))


def mentions(text: str) -> Iterator[OutletMention]:
    """The outlets that a text names, in order; "the" before a name belongs to it."""
    matches = list(IN_CAPITALS.finditer(text))
    if SMALL_SIGN.search(text) or any(name in text for name in SMALL_WORDS):
        matches = sorted([*matches, *IN_SMALL.finditer(text)], key=lambda match: match.start())
    for match in matches:
        start = with_article(text, match.start()) if match.group()[0].isupper() else match.start()
        yield OutletMention(CANONICAL[match.group()], start, match.end())


def with_article(text: str, start: int) -> int:
    """Where a name in capitals begins together with the article before it."""
    before = start - len("the ")
    if before < 0 or text[before:start] not in ("The ", "the ") or (before and NOT_BEFORE.match(text, before - 1)):
        return start
    return before


CANONICAL = {form: name for name, others in OTHER_NAMES.items() for form in (name, *others)}
MOST_WORDS = max(len(name.split()) for name in CANONICAL) + 1
"""Of a name, with "the" before it."""


def pattern_of(names: list[str]) -> str:
    """Any of the names, the longest first; by first letter, so that a search leaps to these letters."""
    initials = sorted({name[0] for name in names})
    groups = (sorted((name for name in names if name[0] == initial), key=len, reverse=True) for initial in initials)
    beginnings = (
        rf"{group[0][0]}(?<![\w./@-].)(?:{'|'.join(re.escape(name[1:]) for name in group)})" for group in groups
    )
    return rf"(?:{'|'.join(beginnings)})(?![\w@]|[.-]\w)"


NOT_BEFORE = re.compile(r"[\w./@-]")
IN_CAPITALS = re.compile(pattern_of([name for name in CANONICAL if name[0].isupper()]))
# Small letters begin so many words that these names are looked for only where one of their signs is.
IN_SMALL = re.compile(pattern_of([name for name in CANONICAL if not name[0].isupper()]))
SMALL = [name for name in CANONICAL if not name[0].isupper()]
SMALL_SIGN = re.compile(r"\.(?:" + "|".join(sorted({re.escape(name.partition(".")[2]) for name in SMALL} - {""})) + ")")
"""Stands in every name that begins with a small letter and has a full stop: .com"""
SMALL_WORDS = frozenset(name for name in SMALL if "." not in name)
"""The others: dpa."""
