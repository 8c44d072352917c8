"""Whether a name that we do not know is called as outlets are: "The Ostrel Gazette" and "Wendish Observer" are."""

import re

ARTICLE = re.compile(r"(?:the|le|la|les|il|el|los|der|die|das|het|de|η|ο|το|τα)\b", re.IGNORECASE)
NEWS_WORD = re.compile(
    r"\b(?:news|times|courier|herald|gazette|tribune|journal|press|daily"
    r"|weekly|review|chronicle|observer|telegraph|sentinel|bulletin|bugle|inquirer|enquirer|dispatch|despatch|advertiser|echo"
    r"|argus|gleaner|newswire|newspaper|insider|briefing|newsletter|digest|magazine|radio|tv|agency"
    r"|zeitung|nachrichten|anzeiger|rundschau|blatt|bote|kurier|presse|tageblatt|diario|giornale|corriere|gazzetta"
    r"|nouvelles|dagblad|krant|nieuws|tidning|gazeta|wiadomości|новости|газета|вестник|известия|правда)\b"
    r"|(?:zeitung|dagblad|dagbladet|tidning|tidningen|nyheter|avis|avisen)\b"
    r"|新聞|日報|时报|日报|신문|일보|\.(?:com|org|net|info)\b",
    re.IGNORECASE,
)
"""A word that outlets have in their names, and people do not."""
MOST_NAME_WORDS = 5
SMALL_WORDS = frozenset(
    str.split("and of for the on in und für et de du des la le les y e di del della van het en og i")
)
"""What is written small within a name."""
NAME_WITH_ARTICLE = re.compile(r"(?i:the|der|die|das|het)\s\S.*")
"""In other languages many towns have one, too: Los Angeles, La Paz, Le Havre."""
PLACE_WITH_ARTICLE = re.compile(
    r"(?i:the) (?:Hague|Bronx|Gambia|Bahamas|Netherlands|Philippines|Maldives|Vatican|Kremlin|Valley|Woodlands"
    r"|Villages|Dalles|White House|United .*|Pentagon|Congo|Sudan|Lebanon|Ukraine|Crimea|Highlands|Cotswolds"
    r"|Midlands|Bermudas|Seychelles|Comoros|Solomons|Azores|Arctic|Antarctic|Gulf|Sahel)"
)


SECTION = re.compile(
    r"(?:press|news|media) releases?|news analysis|in the news|daily briefing|weekly review"
    r"|news (?:in brief|summary|round-?up|desk|reports?|stor(?:y|ies))"
    r"|(?:breaking|latest|top|world|local|uk|us|eu|business|national|international|regional|sports?|political|more)"
    r" (?:news|briefing|digest|bulletin)"
    r"|(?:book|film|music|album|theatre|movie|restaurant|game|product|tv|year) (?:in )?reviews?"
    r"|the (?:big|long|short|weekend|sunday|saturday|daily|weekly|morning|evening|inside) (?:reads?|stor(?:y|ies)"
    r"|view|picture|question|idea|interview|issue|debate|brief(?:ing)?|review|track)"
    r"|the (?:week|day|month|year)(?: (?:ahead|that was|in review|in pictures))?",
    re.IGNORECASE,
)
"""What papers call their sections, and the pieces in them."""


def has_outlet_word(name: str) -> bool:
    """The name begins with an article, or has a word that outlets have in theirs."""
    return ARTICLE.match(name) is not None or NEWS_WORD.search(name) is not None


def is_called_as_outlets_are(name: str) -> bool:
    """It is a short name in capitals, with a word of outlets or an article that no place has: "The Times"."""
    words = name.split()
    if not 1 <= len(words) <= MOST_NAME_WORDS or name[-1] in ".!?:;," or SECTION.fullmatch(name):
        return False
    with_article = NAME_WITH_ARTICLE.fullmatch(name) and not PLACE_WITH_ARTICLE.fullmatch(name)
    return bool(with_article or NEWS_WORD.search(name)) and all(is_large(word) for word in words[1:])


def has_news_word(name: str) -> bool:
    """It is a name of several words, called as outlets are, with a word that only they have."""
    return " " in name and NEWS_WORD.search(name) is not None and is_called_as_outlets_are(name)


def is_large(word: str) -> bool:
    """The word begins with a capital, a number or a letter without capitals, or may be written small in a name."""
    return not word[0].islower() or word in SMALL_WORDS
