"""The operators of our own language, and its fields as the parser knows them."""

from search.language.field_names import FIELD_FORMS, UNANSWERED
from search.query_help.operator_rows import OperatorRow, OperatorSection, OperatorTable


def native_table() -> OperatorTable:
    """All that can be asked in our own language."""
    return OperatorTable("native", "Dateline", ORDER, (WORDS, PLACES, fields(), DAYS, left_out()))


ORDER = (
    "Words side by side are all wanted: of up to three, articles with all come first; of more, those that fit best. "
    "Nearness binds tightest, then NOT, AND, a space, OR."
)
WORDS = OperatorSection(
    "Words",
    "in any of their forms",
    (
        OperatorRow("peace talks", "articles with both words first, then those with one of them"),
        OperatorRow('"peace talks"', "these words, one right after the other"),
        OperatorRow("peace OR truce", "one of the words, or both", ("||",)),
        OperatorRow("peace AND talks", "both words and nothing less", ("&&",)),
        OperatorRow("peace -nato", "the first word without the second", ("NOT", "!")),
        OperatorRow("+talks peace", "the first in any case; those with both come first"),
        OperatorRow("(peace OR truce) talks", "brackets keep parts together"),
        OperatorRow("peace^2 talks", "the word counts so many times; phrases, too"),
        OperatorRow("negotiat*", "every word that begins so; a star is any letters, also inside and in front"),
        OperatorRow("wom?n", "a question mark is exactly one letter"),
        OperatorRow(
            "negotiat{0,4}", "every word that begins so and has no more than so many letters behind; {3} is just three"
        ),
        OperatorRow("peace~", "the word as others mistype or spell it; ~1 and ~2 say how many letters"),
        OperatorRow("=talks", "this form and no other"),
        OperatorRow('="peace talks"', "the phrase in this spelling only"),
        OperatorRow('"peace tal*"', "a phrase with a word that is left open"),
    ),
)
PLACES = OperatorSection(
    "Where words stand",
    "",
    (
        OperatorRow("peace w/5 talks", "the two within five words, in either order", ("near/5", "within/5")),
        OperatorRow("peace pre/5 talks", "the first before the second, within five words", ("onear/5",)),
        OperatorRow("peace not w/5 nato", "the first at least once without the second near it"),
        OperatorRow("peace w/s talks", "both in one sentence; pre/s keeps the order"),
        OperatorRow("peace w/p talks", "both in one paragraph; pre/p keeps the order"),
        OperatorRow("peace w/seg talks", "both in the headline, or both in the text"),
        OperatorRow('"peace talks"~5', "the words of the phrase near each other"),
        OperatorRow("atleast2(grain)", "at least so many times"),
        OperatorRow("hlead(talks)", "in the headline or the beginning of the text; lead( is the beginning alone"),
        OperatorRow("first90(talks)", "in the headline or among so many first words"),
        OperatorRow("caps(Turkey)", "written with a capital"),
        OperatorRow("allcaps(AIDS)", "written all in capitals"),
        OperatorRow("nocaps(moment)", "written without a capital"),
    ),
)
DAYS = OperatorSection(
    "Days",
    "a year, a month, a day, or as one says it",
    (
        OperatorRow("date:2022-11", "published in that month", ("published:", "pubdate:")),
        OperatorRow("date:2022-11-01..2022-11-30", "published from the first to the last day; either may be left open"),
        OperatorRow("since:2022-11-01", "published on that day or later", ("after:",)),
        OperatorRow("until:2022-11-30", "published on that day or before; before: leaves the day out"),
        OperatorRow("date:yesterday", "as one says it: last week, 2 days ago, 9 Nov"),
        OperatorRow("when:7d", "of the last seven days; also 12h and 3m"),
        OperatorRow("about:2022-11", "whose text names a day in that month, or the month"),
    ),
)
VALUES = {
    "title": "title:Kherson",
    "body": "body:talks",
    "stem": "stem:talks",
    "said": "said:diplomacy",
    "person": 'person:"Turkey"',
    "org": "org:Turkey",
    "author": "author:Smith",
    "place": "place:Kyiv",
    "path": "path:*.html",
    "format": "format:html",
    "language": "language:english",
    "dated": "dated:stated",
    "length": "length>500",
    "has": "has:date",
}
"""What to show of a field in place of its own example, where that names what few indexes have."""


def fields() -> OperatorSection:
    """The fields that the parser knows."""
    return OperatorSection(
        "Fields",
        "a colon, no space",
        tuple(
            OperatorRow(VALUES.get(form.scope, form.example), form.finds, tuple(f"{name}:" for name in form.also))
            for form in FIELD_FORMS
        ),
    )


def left_out() -> OperatorSection:
    """The fields that others have and nothing here can answer, each reason once."""
    reasons = dict.fromkeys(UNANSWERED.values())
    names = {why: [name for name, own in UNANSWERED.items() if own == why] for why in reasons}
    return OperatorSection(
        "Not had",
        "left out, and that is said",
        tuple(
            OperatorRow(f"{first}:…", why, tuple(f"{name}:" for name in others), is_honoured=False)
            for why, (first, *others) in names.items()
        ),
    )
