"""The outlets behind the addresses of pages: "www.rte.ie" is RTÉ."""

import re
from urllib.parse import urlsplit

from index.lexicon.address_wrappers import unwrapped
from index.lexicon.outlet_names import CANONICAL, canonical_name

SITES: dict[str, str] = {
    "20minutes.fr": "20 Minutes",
    "aa.com.tr": "Anadolu Agency",
    "abc.es": "ABC",
    "abc.net.au": "ABC News (Australia)",
    "abcnews.com": "ABC News",
    "abcnews.go.com": "ABC News",
    "afp.com": "Agence France-Presse",
    "afr.com": "Australian Financial Review",
    "aftenposten.no": "Aftenposten",
    "aftonbladet.se": "Aftonbladet",
    "ajc.com": "The Atlanta Journal-Constitution",
    "allafrica.com": "allAfrica",
    "ansa.it": "ANSA",
    "arabnews.com": "Arab News",
    "arstechnica.com": "Ars Technica",
    "asahi.com": "The Asahi Shimbun",
    "asiatimes.com": "Asia Times",
    "babel.ua": "Babel",
    "baltimoresun.com": "The Baltimore Sun",
    "bangkokpost.com": "Bangkok Post",
    "belfasttelegraph.co.uk": "Belfast Telegraph",
    "bellingcat.com": "Bellingcat",
    "bild.de": "Bild",
    "bostonglobe.com": "The Boston Globe",
    "breitbart.com": "Breitbart",
    "businessoffashion.com": "The Business of Fashion",
    "buzzfeednews.com": "BuzzFeed News",
    "cbc.ca": "CBC",
    "cbsnews.com": "CBS News",
    "channelnewsasia.com": "CNA",
    "chicagotribune.com": "Chicago Tribune",
    "chinadaily.com.cn": "China Daily",
    "chron.com": "Houston Chronicle",
    "correctiv.org": "Correctiv",
    "corriere.it": "Corriere della Sera",
    "csmonitor.com": "The Christian Science Monitor",
    "ctvnews.ca": "CTV News",
    "dailymail.co.uk": "Daily Mail",
    "dallasnews.com": "The Dallas Morning News",
    "dawn.com": "Dawn",
    "defenseone.com": "Defense One",
    "delfi.ee": "Delfi",
    "denverpost.com": "The Denver Post",
    "derstandard.at": "Der Standard",
    "diepresse.com": "Die Presse",
    "dn.se": "Dagens Nyheter",
    "economictimes.indiatimes.com": "The Economic Times",
    "elmundo.es": "El Mundo",
    "elpais.com": "El País",
    "engadget.com": "Engadget",
    "eurasianet.org": "Eurasianet",
    "express.co.uk": "Daily Express",
    "faz.net": "Frankfurter Allgemeine Zeitung",
    "focus.de": "Focus",
    "folha.uol.com.br": "Folha de S.Paulo",
    "foreignaffairs.com": "Foreign Affairs",
    "foreignpolicy.com": "Foreign Policy",
    "fortune.com": "Fortune",
    "foxbusiness.com": "Fox Business",
    "france24.com": "France 24",
    "francetvinfo.fr": "franceinfo",
    "globaltimes.cn": "Global Times",
    "globo.com": "Globo",
    "haaretz.com": "Haaretz",
    "handelsblatt.com": "Handelsblatt",
    "heise.de": "heise online",
    "hindustantimes.com": "Hindustan Times",
    "hromadske.ua": "Hromadske",
    "hs.fi": "Helsingin Sanomat",
    "huffingtonpost.co.uk": "HuffPost UK",
    "huffingtonpost.com": "HuffPost",
    "huffpost.com": "HuffPost",
    "hurriyetdailynews.com": "Hürriyet Daily News",
    "independent.co.uk": "The Independent",
    "independent.ie": "Irish Independent",
    "indianexpress.com": "The Indian Express",
    "inews.co.uk": "i",
    "inquirer.com": "The Philadelphia Inquirer",
    "inquirer.net": "Philippine Daily Inquirer",
    "insideclimatenews.org": "Inside Climate News",
    "interfax.com.ua": "Interfax-Ukraine",
    "irishtimes.com": "The Irish Times",
    "iz.ru": "Izvestia",
    "japantimes.co.jp": "The Japan Times",
    "jpost.com": "The Jerusalem Post",
    "kommersant.ru": "Kommersant",
    "koreaherald.com": "The Korea Herald",
    "koreatimes.co.kr": "The Korea Times",
    "krone.at": "Kronen Zeitung",
    "kurier.at": "Kurier",
    "kyivpost.com": "Kyiv Post",
    "kyodonews.net": "Kyodo News",
    "lanacion.com.ar": "La Nación",
    "lastampa.it": "La Stampa",
    "lavanguardia.com": "La Vanguardia",
    "lefigaro.fr": "Le Figaro",
    "lemonde.fr": "Le Monde",
    "letemps.ch": "Le Temps",
    "liberation.fr": "Libération",
    "liga.net": "LIGA.net",
    "mainichi.jp": "The Mainichi",
    "marketwatch.com": "MarketWatch",
    "mercurynews.com": "The Mercury News",
    "metro.co.uk": "Metro",
    "miamiherald.com": "Miami Herald",
    "middleeasteye.net": "Middle East Eye",
    "mirror.co.uk": "Daily Mirror",
    "motherjones.com": "Mother Jones",
    "msnbc.com": "MSNBC",
    "n-tv.de": "n-tv",
    "nationalpost.com": "National Post",
    "nationalreview.com": "National Review",
    "ndtv.com": "NDTV",
    "newrepublic.com": "The New Republic",
    "news.cn": "Xinhua",
    "news.sky.com": "Sky News",
    "news.yahoo.com": "Yahoo News",
    "newyorker.com": "The New Yorker",
    "nhk.or.jp": "NHK",
    "nikkei.com": "Nikkei",
    "nos.nl": "NOS",
    "novayagazeta.eu": "Novaya Gazeta Europe",
    "nrc.nl": "NRC",
    "nrk.no": "NRK",
    "nypost.com": "New York Post",
    "nzherald.co.nz": "The New Zealand Herald",
    "nzz.ch": "Neue Zürcher Zeitung",
    "oregonlive.com": "The Oregonian",
    "orf.at": "ORF",
    "pbs.org": "PBS",
    "pravda.ru": "Pravda.ru",
    "propublica.org": "ProPublica",
    "publico.pt": "Público",
    "punchng.com": "The Punch",
    "rappler.com": "Rappler",
    "rawstory.com": "Raw Story",
    "rbc.ru": "RBC",
    "rbc.ua": "RBC-Ukraine",
    "repubblica.it": "La Repubblica",
    "ria.ru": "RIA Novosti",
    "rnz.co.nz": "RNZ",
    "rte.ie": "RTÉ",
    "scmp.com": "South China Morning Post",
    "scotsman.com": "The Scotsman",
    "seattletimes.com": "The Seattle Times",
    "sfchronicle.com": "San Francisco Chronicle",
    "slate.com": "Slate",
    "smh.com.au": "The Sydney Morning Herald",
    "spectator.co.uk": "The Spectator",
    "sputniknews.com": "Sputnik",
    "srf.ch": "SRF",
    "standard.co.uk": "Evening Standard",
    "startribune.com": "Star Tribune",
    "stern.de": "Stern",
    "straitstimes.com": "The Straits Times",
    "stuff.co.nz": "Stuff",
    "sueddeutsche.de": "Süddeutsche Zeitung",
    "suspilne.media": "Suspilne",
    "svd.se": "Svenska Dagbladet",
    "svt.se": "SVT",
    "swissinfo.ch": "Swissinfo",
    "tagesanzeiger.ch": "Tages-Anzeiger",
    "tagesschau.de": "tagesschau",
    "tagesspiegel.de": "Der Tagesspiegel",
    "tampabay.com": "Tampa Bay Times",
    "taz.de": "taz",
    "techcrunch.com": "TechCrunch",
    "telegraph.co.uk": "The Daily Telegraph",
    "texastribune.org": "The Texas Tribune",
    "theage.com.au": "The Age",
    "theaustralian.com.au": "The Australian",
    "theconversation.com": "The Conversation",
    "thedailybeast.com": "The Daily Beast",
    "theglobeandmail.com": "The Globe and Mail",
    "thehindu.com": "The Hindu",
    "theintercept.com": "The Intercept",
    "thejakartapost.com": "The Jakarta Post",
    "themoscowtimes.com": "The Moscow Times",
    "thenation.com": "The Nation",
    "thestar.com": "Toronto Star",
    "thesun.co.uk": "The Sun",
    "thetimes.co.uk": "The Times of London",
    "thetimes.com": "The Times of London",
    "theverge.com": "The Verge",
    "thewire.in": "The Wire",
    "time.com": "Time magazine",
    "timesofindia.indiatimes.com": "The Times of India",
    "timesofisrael.com": "The Times of Israel",
    "torontosun.com": "Toronto Sun",
    "tribunnews.com": "Tribunnews",
    "tvn24.pl": "TVN24",
    "unian.info": "UNIAN",
    "unian.net": "UNIAN",
    "unian.ua": "UNIAN",
    "upi.com": "UPI",
    "usatoday.com": "USA Today",
    "usnews.com": "U.S. News & World Report",
    "vanityfair.com": "Vanity Fair",
    "variety.com": "Variety",
    "vice.com": "Vice",
    "volkskrant.nl": "de Volkskrant",
    "wapo.st": "The Washington Post",
    "washingtonexaminer.com": "Washington Examiner",
    "washingtontimes.com": "Washington Times",
    "wdr.de": "WDR",
    "welt.de": "Die Welt",
    "wired.com": "Wired",
    "wyborcza.pl": "Gazeta Wyborcza",
    "xinhuanet.com": "Xinhua",
    "yle.fi": "Yle",
    "yna.co.kr": "Yonhap",
    "zdf.de": "ZDF",
    "zeit.de": "Die Zeit",
    "zn.ua": "Dzerkalo Tyzhnia",
    **{form: name for form, name in CANONICAL.items() if "." in form and form.islower()},
}
"""Each site's name by its host, without "www."; the sites below it are its own: edition.cnn.com is CNN."""

OTHERS_PAGES = frozenset(
    str.split(
        "advance.lexis.com amp.cloudflare.com ampproject.org apple.news archive-it.org archive.ec archive.fo archive.is"
        " archive.li archive.md archive.org archive.ph archive.today archive.vn bing-amp.com bit.ly buff.ly dlvr.it"
        " docs.google.com drive.google.com facebook.com factiva.com feedburner.com feedproxy.google.com flipboard.com"
        " gale.com getpocket.com googleusercontent.com instapaper.com lnkd.in news.google.com news.ycombinator.com"
        " newsbank.com nexis.com outline.com ow.ly perma.cc pressreader.com proquest.com reddit.com"
        " safelinks.protection.outlook.com t.co tinyurl.com translate.goog translate.google.com twitter.com"
        " urldefense.com webarchive.nationalarchives.gov.uk webarchive.org.uk x.com youtube.com"
    )
)
"""Hosts that show what others publish."""


def outlet_called(name: str) -> str:
    """The outlet that a file names, by its name or by its site; the name as it is when we know none called so."""
    host = host_in(name)
    known = canonical_name(name) or (known_site(host) if host else None)
    return known or (host if host and name.lower().startswith(("www.", "http:", "https:")) else name)


IN_ANY_CASE = {form.casefold(): name for form, name in CANONICAL.items()}


def outlet_asked_for(name: str) -> str:
    """The outlet that a reader means, who need not mind capitals: bbc news is the BBC, rte.ie is RTÉ."""
    called = outlet_called(name)
    plain = " ".join(called.casefold().split()).removeprefix("the ")
    return IN_ANY_CASE.get(plain) or IN_ANY_CASE.get(f"the {plain}") or called


def site_outlet(url: str) -> str | None:
    """Who publishes at this address: the outlet's name, else the host; None when it shows the pages of others."""
    host = host_in(url)
    return None if host is None or shows_others(host) else known_site(host) or host


def outlet_of_host(line: str) -> str | None:
    """The outlet whose site a line names and nothing else, such as "www.cnn.com"; None when it names none."""
    host = host_in(line) if len(line) <= LONGEST_HOST and " " not in line else None
    return site_outlet(line) if host and END_OF_HOST.search(host) else None


LONGEST_HOST = 100
END_OF_HOST = re.compile(
    r"\.(?:com|org|net|info|news|edu|gov|int|press|media|online|site|blog|live|today|world|tv|fm|africa|asia|london|scot"
    r"|wales|example|(?:[a-z]{2,3}\.)?(?!am\b|pm\b|st\b|no\b|al\b)[a-z]{2})$"
)
"""What hosts of papers end in; two letters are a country, unless they are those of a clock, a saint or a number."""


def publishing_host(url: str) -> str | None:
    """The host that publishes at this address, also one that `host_in` does not take; None when it shows others."""
    host = address_host(url)
    return host if host and not shows_others(host) else None


def shows_others(host: str) -> bool:
    """A host shows what others publish."""
    return any(host == other or host.endswith(f".{other}") for other in OTHERS_PAGES)


def known_site(host: str) -> str | None:
    """The outlet of a host, or of the site above it; None when we do not know it."""
    labels = host.split(".")
    sites = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((SITES[site] for site in sites if site in SITES), None)


HOST = re.compile(r"(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]{0,62}\.){1,8}[a-z][a-z0-9-]{1,23}")
"""RFC 1035, 2.3.4."""


def host_in(address: str) -> str | None:
    """The host of an address, or a host alone, in small letters and without "www."; None when there is none."""
    host = address_host(address) if "//" in address else address.strip("/").lower().removeprefix("www.")
    return host if host and HOST.fullmatch(host) else None


def address_host(address: str) -> str | None:
    """The host of an address, of an archived page that of the page, whatever it looks like; without "www."."""
    try:
        host = urlsplit(unwrapped(address)).hostname
    except ValueError:
        return None
    return host.rstrip(".").removeprefix("www.") if host else None
