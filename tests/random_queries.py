"""Random small corpora and random queries over their words."""

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from hypothesis import strategies as st

from index.analysis import stem
from index.article import Article, Published
from search.clauses import (
    KNOWN_THINGS,
    About,
    And,
    AtLeast,
    Attribute,
    Between,
    Case,
    Cased,
    Clause,
    Everything,
    Fuzzy,
    Identified,
    InStory,
    Lead,
    Length,
    Near,
    Not,
    Nothing,
    NotNear,
    Or,
    Phrase,
    Prefix,
    Said,
    SameStem,
    Scope,
    Source,
    Speaker,
    Spellings,
    Wildcard,
    Word,
)

WORDS = ["war", "peace", "talk", "talks", "talking", "the", "of", "england", "bank", "US", "us", "Zürich", "100,000"]
FORMS = [
    *str.split("nov 9 november 2022 yesterday last week in"),
    "war",
    "peace",
    "talk",
    "talks",
    "talking",
    "the",
    "of",
    "england",
    "bank",
    "usa",
    "us",
    "zurich",
    "100000",
]
AUTHORS = ["Jane Smith", "José Ruiz", "Smith Jane and J. K. Rowling"]
URLS = ["https://www.cnn.com/2022/talks.html", "http://edition.cnn.com/Talks?id=1", "https://mycnn.com/", "cnn.com:80"]
SOURCES = ["CNN", "The New Voice of Ukraine", "Reuters"]
FIRST_DAY = date(2022, 10, 28)

days = st.integers(0, 40).map(lambda count: FIRST_DAY + timedelta(count))
SPEECH = ["“", "”", "“war,”", "Mark Milley said", "Milley said:", "Biden told CNN:", "“peace talks,” Joe Biden said."]
sentences = st.lists(st.sampled_from([*WORDS, ". The", "! War", "talks."]), max_size=8).map(" ".join)
named_days = st.sampled_from(["Nov. 9", "November 2022", "yesterday", "last week", "in 2022"])
spoken = st.lists(st.sampled_from([*WORDS, *SPEECH]), max_size=10).map(" ".join)
published = st.builds(
    lambda first, length: Published(first, first + timedelta(length), "day", "stated", "a line"),
    days,
    st.integers(0, 5),
)


@st.composite
def corpora(draw: st.DrawFn) -> list[Article]:
    """Up to eight articles with few words, so that queries meet them."""
    return [
        Article(
            id=f"a{number}",
            path=draw(st.sampled_from(["/news/{}.txt", "/news/{}.HTML", "/News/a.zip/{}.htm"])).format(number),
            title=draw(sentences),
            title_is_stated=True,
            body=draw(st.lists(sentences | spoken | named_days, max_size=3).map("\n\n".join)),
            source=draw(st.none() | st.sampled_from(SOURCES)),
            author=draw(st.none() | st.sampled_from(AUTHORS)),
            url=draw(st.none() | st.sampled_from(URLS)),
            place=draw(st.sampled_from([None, None, "Kherson", "New York"])),
            language=draw(st.sampled_from([None, "en", "de"])),
            cites=tuple(draw(st.lists(st.sampled_from(SOURCES), max_size=2, unique=True))),
            published=draw(st.none() | published),
            story=(story := draw(st.sampled_from([None, "a0", "a1"]))),
            wording=story and draw(st.sampled_from([None, f"{story} printed"])),
        )
        for number in range(draw(st.integers(0, 8)))
    ]


fields = st.sampled_from([None, "title", "body"])
rings = st.lists(st.sampled_from([*FORMS, "absent"]).map(stem), max_size=2, unique=True).map(tuple)
plain_words = st.builds(lambda form, field: Word(form, stem(form), field), st.sampled_from([*FORMS, "absent"]), fields)
words = st.builds(
    lambda word, ring: replace(word, ring=tuple(term for term in ring if term != word.term)), plain_words, rings
)
places = st.lists(
    st.lists(st.sampled_from(FORMS).map(stem), min_size=1, max_size=3, unique=True), min_size=2, max_size=3
)
phrases = st.builds(
    lambda places, field: Phrase(
        " ".join(place[0] for place in places),
        tuple(place[0] for place in places),
        field,
        tuple(tuple(place[1:]) for place in places),
    ),
    places,
    fields,
)
plain_spellings = st.builds(
    lambda forms, field: Spellings(forms[0], tuple(dict.fromkeys(map(stem, forms))), field),
    st.lists(st.sampled_from([*FORMS, "absent"]), min_size=1, max_size=3),
    fields,
)
runs = st.lists(st.lists(st.sampled_from(FORMS).map(stem), min_size=2, max_size=2).map(tuple), max_size=2).map(tuple)
spellings = st.builds(
    lambda plain, runs, ring: replace(plain, runs=runs, ring=tuple(term for term in ring if term not in plain.terms)),
    plain_spellings,
    runs,
    rings,
)
starts = st.sampled_from(["t", "talk", "talki", "u", "10", "x", "zur"])
prefixes = st.builds(Prefix, starts, fields) | st.builds(
    lambda start, field, few, more: Prefix(start, field, None, few, few + more),
    *(starts, fields, st.integers(0, 2), st.integers(0, 3)),
)
wildcards = st.builds(
    Wildcard,
    st.sampled_from(["*s", "*al*", "t?lk", "ta*g", "*a?k*", "?", "???*", "z?*h", "10*00", "x*y", "us*a"]),
    fields,
)
fuzzy = st.builds(
    Fuzzy,
    st.sampled_from(["atlk", "talk", "talks", "war", "oft", "zurihc", "us", "nagland", "xx"]),
    st.integers(0, 2),
    fields,
)
same_stems = st.builds(SameStem, st.sampled_from([*FORMS, "talkers", "xs"]), fields)
speakers = st.builds(
    lambda forms, others: Speaker(
        " ".join(forms), tuple(map(stem, forms)), others if len(others) == len(forms) else ()
    ),
    st.lists(st.sampled_from(["milley", "mark", "biden", "joe", "cnn", "war"]), min_size=1, max_size=2),
    st.lists(st.sampled_from([(), ("biden",), ("milley", "peace")]), max_size=2).map(tuple),
)
quotations = speakers | st.builds(
    lambda part, speaker: Said(replace(part, field=None), speaker),
    plain_words | plain_spellings | phrases,
    st.none() | speakers,
)
NAMES_ASKED = ["smith", "JANE SMITH", "Jose", "smith rowling", "york", "cnn", "voice of", "—"]
patterned_phrases = st.builds(
    lambda pairs, field: Phrase(
        " ".join(place[0] for place, _ in pairs),
        tuple(place[0] if pattern is None else "" for place, pattern in pairs),
        field,
        tuple(tuple(place[1:]) if pattern is None else () for place, pattern in pairs),
        patterns=tuple(pattern for _, pattern in pairs),
    ),
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(FORMS).map(stem), min_size=1, max_size=2, unique=True),
            st.none() | (prefixes | wildcards | fuzzy | same_stems).map(lambda leaf: replace(leaf, field=None)),
        ),
        min_size=1,
        max_size=3,
    ),
    fields,
)
ends = st.sampled_from([1, 1, 2, 3, 5, 12, None])
scopes = st.sampled_from(get_args(Scope))


def held(within: st.SearchStrategy[Clause]) -> st.SearchStrategy[Clause]:
    """Clauses that ask where others stand, and are themselves parts of such."""
    return st.one_of(
        st.builds(Near, st.lists(within, min_size=2, max_size=3).map(tuple), ends, st.booleans(), scopes),
        st.builds(NotNear, within, within, ends, st.booleans(), scopes),
        st.builds(Lead, within, st.sampled_from([None, 1, 4])),
        st.builds(Cased, within, st.sampled_from(get_args(Case))),
        st.lists(within, min_size=1, max_size=3).map(lambda found: Or(tuple(found))),
    )


simple_parts: st.SearchStrategy[Clause] = (
    words | words | spellings | phrases | patterned_phrases | prefixes | wildcards | fuzzy | same_stems
)
held_parts = st.recursive(simple_parts, held, max_leaves=5)
standing_leaves = held(held_parts).filter(lambda clause: not isinstance(clause, Or)) | st.builds(
    AtLeast, held_parts, st.integers(1, 4)
)
constraints = st.one_of(
    st.builds(Source, st.sampled_from(["cnn", "CNN", "the new voice of ukraine", "nobody"])),
    st.builds(Between, st.none() | days, st.none() | days),
    st.builds(InStory, st.sampled_from(["a0", "a1", "no such story"])),
    st.builds(Identified, st.sampled_from(["a0", "a3", "no such id"])),
    st.just(Everything()),
    st.just(Nothing()),
)
attributes = st.one_of(
    st.builds(Attribute, st.sampled_from(["author", "place", "cites"]), st.sampled_from([*NAMES_ASKED])),
    st.builds(
        Attribute,
        st.sampled_from(["url", "path", "site"]),
        st.sampled_from(["cnn.com", "CNN", "www.cnn.com/2022", "com/", "talks", "*.htm*", "/news/*", "?.txt", "[1]"]),
    ),
    st.builds(Attribute, st.just("language"), st.sampled_from(["de", "German", "en", "xx"])),
    st.builds(Attribute, st.just("format"), st.sampled_from(["html", "txt", ".htm", "zip", "pdf"])),
    st.builds(Attribute, st.just("dated"), st.sampled_from(["stated", "Inferred", "url", "nothing"])),
    st.builds(Attribute, st.just("has"), st.sampled_from([*KNOWN_THINGS, "nothing"])),
    st.builds(Length, st.none() | st.integers(0, 20), st.none() | st.integers(0, 20)),
)
"""What is asked of what is known of an article."""
abouts = st.builds(About, st.none() | days, st.none() | days) | st.just(About(date(2022, 1, 1), date(2022, 12, 31)))


def combined(parts: st.SearchStrategy[Clause]) -> st.SearchStrategy[Clause]:
    """Clauses of these parts."""
    return st.recursive(
        parts,
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda found: And(tuple(found))),
            st.lists(inner, min_size=1, max_size=3).map(lambda found: Or(tuple(found))),
            inner.map(Not),
        ),
        max_leaves=8,
    )


of_words_and_fields: st.SearchStrategy[Clause] = (
    words | spellings | phrases | prefixes | wildcards | fuzzy | constraints
)
known_to_whoosh = combined(of_words_and_fields)
"""Clauses that Whoosh has something like; it knows nothing of the days that a text names, nor of quotations."""
clauses = combined(
    of_words_and_fields | patterned_phrases | attributes | abouts | quotations | same_stems | standing_leaves
)
