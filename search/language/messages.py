"""What the reader is told about a query: the sentences, and the gathering of them."""

from collections.abc import Iterable, Sequence

FEW = 5
"""So many examples of one slip are named; the others are counted."""
SHOWN_LENGTH = 40
"""Characters of the typed text that a note repeats."""

TOO_LONG = "only the first {} characters were read"
TOO_MANY = "only the first {} words and phrases were read"
TOO_MANY_PATTERNS = "too many words with wildcards or ~: only {} can be read, and nothing after them"
NO_WORD_AT_ALL = "there is no word to look for"
NO_WORD = "no word to look for in {}: left out"
COMMON = "too common to narrow the search: {}; put a word in quotation marks to ask for it"
OPEN_QUOTE = "the quotation mark has no partner: read to the end as a phrase"
LOST_QUOTE = "the quotation mark has no partner: left out"
EMPTY_QUOTES = "nothing between the quotation marks: left out"
LONE_WILDCARD = "a star or question mark needs letters beside it, as in negotiat*, *gate or wom?n: {} left out"
WILDCARD_IN_SOURCE = "a star or question mark in the name of a source is not searched for: {}"
WILDCARD_IN_SPEAKER = "a star or question mark in the name of a speaker is not searched for: {}"
PATTERN_IN_QUOTATION = "patterns are not told apart inside quotations: {} looked for in the whole article"
TOO_MANY_SPEAKERS = "only the first {} speakers side by side are asked what they said"
WILDCARD_IN_PHRASE = "a star or question mark cannot stand in a phrase: {}"
CUT_PATTERN = "too many words look like {}: only the most frequent of them were looked for"
LOOKED_AT = (
    "so common are these words that where they stand was looked up in the newest {} articles alone:"
    " a rarer word, an outlet or days beside them let more be looked at"
)
WILDCARD_IN_UNSPACED = "a star or question mark adds nothing where words have no spaces between them: {}"
NOT_EXACT = "too long to be looked for in exactly this form: {}"
EDITS = "a word can differ by two edits, and by fewer than it has letters: {}"
NOTHING_TO_JOIN = "nothing to join with {}: left out"
NOTHING_FOLLOWS = "nothing follows {}: left out"
SIGNS = "one sign is enough: {}"
TUNING = "only words and phrases are weighted, and only single words are matched nearly: {} left out"
WEIGHTS = "a weight is a whole number from 1 to 9: {}"
SMALL_JOINT = "a word in small letters: {}; OR and NOT in capitals are operators"
ALL_CAPITALS = "all in capitals, so a word like the others: {}; where other words have small letters, it is an operator"
JOINTS_AS_WORDS = "nothing to join: {} read as a word"
OPEN_BRACKET = "a bracket was not closed: closed at the end"
LOST_BRACKET = "a closing bracket has no partner: left out"
DEEP_BRACKETS = "brackets more than {} deep were left out"
EMPTY_FIELD = "nothing follows {}: read as a word"
ADDRESS = "an address in a sentence is not looked for: {}"
LABEL = "a sentence follows {}: read as a word"
UNKNOWN_FIELD = (
    "no field is called {}: read as words; the fields are title, body, stem, said, speaker, source, story, date, since,"
    " until, about, author, place, person, org, cites, url, site, path, format, language, dated, length, id, has"
    " and like"
)
NO_FIELD_OF_THAT_NAME = "no field is called {}: what is asked of it is looked for anywhere"
NOT_ANSWERED = "cannot be asked here, and left out: {}"
LANGUAGE_NOT_KNOWN = "the language of articles is not known, so that none can be asked for by it: {} left out"
NOT_A_LENGTH = "not a number of words: {}, left out; write length>800, length<3000 or length:500..800"
NOT_A_THING = "{} left out: has: asks for author, date, language, place, quotes, source, story or url"
WILDCARD_IN_NAME = "a star or question mark in a name is not searched for: {}"
HOW_DAYS_ARE_WRITTEN = (
    "write a day as 2022-11-12, a month as 2022-11, a year as 2022, from one day to another as 2022-11-01..2022-11-12"
)
NOT_A_DAY = f"not a day: {{}}, read as words; {HOW_DAYS_ARE_WRITTEN}"
NO_DAY = f"not a day: {{}}, left out; {HOW_DAYS_ARE_WRITTEN}"
EITHER_DAY = "{}: either day is taken in; write a day as 2022-11-12 to mean one"
ONE_BOUND = "only one end of these days counts: {}; with date: before them, both do"
BACKWARDS = "the last day of {} comes before the first: read the other way round"
NO_SUCH_DAY = "no single day is {}"
NO_SUCH_STORY = "no story here has the id {}: it may have left the index since it was noted"
NO_SUCH_ARTICLE = "no article is like {}: none here has this id, or nothing else has its words"
LONE_STORY = "nobody else tells the story of the article {}"
NOT_QUOTED = "no article quotes anybody called {}"
NOT_QUOTED_HERE = "the article quotes nobody called {}"
NEVER_SAID = "{} is quoted in {}, but never with {}"
NEVER_SAID_HERE = "the article quotes {}, but not with {}"


PART_FOUND = "{} alone finds {}; without it, the rest finds {}"
WIDER = "{}:  {}  finds {}"
JOINED = "spaces that do not belong there are left out: {}"
NOT_INSIDE_NEAR = "nothing can stand near what is excluded or is no word of the text: {} asked for beside it"
NEAR_TOO_MANY = "too many words near each other in one another: some are asked for beside each other"
NOT_NEAR = "{}: the first at least once without the second so near"
NOT_NEAR_ANYTHING = "not asked of where it stands in the text: {}"
ONLY_FOR_ORDER = "beside words with a + these only add to the score: {}"
READ_OTHERWISE = "{}"
ONE_WORD_BETWEEN = "{} is one word between two others, or none here"
BORROWED = "of another language, and read as it is there: {}"
READ_AS = "read as {} writes it"
MIXED_JOINTS = "AND binds tighter than OR here; Lucene itself would have made the words of OR optional"
ANY_LETTERS = "a number of letters left open at the end is any number here: {}"
EARLIER_SEARCH = "refers to an earlier search, which is not here: {} left out"
NO_LOAD_DATE = "only the days of publication are known, not when something was loaded or updated: {} left out"
CODE_LEFT_OUT = "a code of the vendor, which articles here do not carry: {} left out, so it does not narrow the results"
CODES_AMONG_FIELDS = "of these fields, those that are codes of the vendor find nothing here: {}"
NAMES_NOT_CODES = "read as the name in the article, not as the vendor’s index term: {}"


class Notes:
    """Gathers what was mended while a query is read; a hundred slips of one kind give one sentence."""

    def __init__(self) -> None:
        self._named: dict[str, list[str]] = {}

    def add(self, sentence: str, *named: str) -> None:
        """Say this; what is named stands for the braces in the sentence, after what was named before."""
        before = self._named.setdefault(sentence, [])
        before.extend(name for name in named if name not in before)

    def take(self, sentences: Iterable[str]) -> None:
        """Say these whole sentences."""
        for sentence in sentences:
            self._named.setdefault(sentence.replace("{", "{{").replace("}", "}}"), [])

    def without(self, sentence: str) -> None:
        """Do not say this after all."""
        self._named.pop(sentence, None)

    def sentences(self) -> tuple[str, ...]:
        """Everything to say, in the order in which it first came up."""
        return tuple(sentence.format(listed(named)) for sentence, named in self._named.items())


def listed(named: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    more = len(named) - FEW
    return ", ".join(named[:FEW]) + (f" and {more} more" if more > 0 else "")


def quoted(typed: str) -> str:
    """What was typed, in quotation marks, at a length that can be read."""
    shown = " ".join(typed.split())
    return f"“{shown}”" if len(shown) <= SHOWN_LENGTH else f"“{shown[:SHOWN_LENGTH]}…”"
