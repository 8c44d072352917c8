"""What the home page tells about the index, and searches to begin with: all of it asked from the index itself."""

import re
from calendar import day_name, month_name
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from search.engine import Engine
from search.find import find
from search.request import Chosen, Request
from search.results import Facet, FacetValue, Hit, Results
from web.beside.choice_links import ChoiceLinks
from web.beside.facet_view import row
from web.links import HOME, results_url
from web.locale.catalogs import gettext, gettext_noop
from web.navigation import Choice
from web.wording import span_in_words, when

NEWEST_SHOWN = 12
SOURCES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Example:
    """A way to ask, shown by a search that finds something here where there is one."""

    typed: str
    finds: str
    url: str | None
    """None when no such search was found, and `typed` only shows the form."""


@dataclass(frozen=True, slots=True)
class Day:
    """What came out on one day."""

    day: str
    """In words; "no date" where none is known."""
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """What the home page tells."""

    articles: int
    stories: int
    days: str | None
    """From when to when the dated ones are; None when none is dated."""
    undated: int
    newest: tuple[Day, ...]
    sources: tuple[Choice, ...]
    """The outlets with the most articles."""
    source_count: int
    examples: tuple[Example, ...]


def front(engine: Engine) -> Front:
    """What the home page tells about the articles of an engine."""
    newest = find(engine, Request(typed="", order="newest", size=NEWEST_SHOWN))
    oldest = find(engine, Request(typed="", order="oldest", size=1, copies="all"))
    sources = values_of(oldest, "source")
    months = values_of(oldest, "month")
    links = ChoiceLinks(HOME)
    words = words_to_try(newest.hits, sources, months)
    return Front(
        articles=newest.total,
        stories=newest.stories,
        days=days_between(oldest.hits, newest.hits),
        undated=newest.total - sum(month.count for month in months),
        newest=tuple(by_day(newest.hits)),
        sources=tuple(row(links, Chosen("source", value.value), value.count) for value in sources[:SOURCES_SHOWN]),
        source_count=len(sources),
        examples=tuple(example(engine, way, words) for way in WAYS_TO_ASK),
    )


def by_day(hits: Sequence[Hit]) -> Iterator[Day]:
    """The hits under the days on which they came out, in their order."""
    unknown = gettext("no date")
    for day, own in groupby(hits, lambda hit: when(hit.published).approximately if hit.published else unknown):
        yield Day(day, tuple(own))


def days_between(oldest: Sequence[Hit], newest: Sequence[Hit]) -> str | None:
    """From the first day of the oldest to the last day of the newest, in words; None when none is dated."""
    firsts = [hit.published.first for hit in oldest if hit.published]
    lasts = [hit.published.last for hit in newest if hit.published]
    return span_in_words(min(firsts), max(lasts)) if firsts and lasts else None


def values_of(results: Results, name: str) -> tuple[FacetValue, ...]:
    """The values of one facet."""
    facet = next((facet for facet in results.facets if facet.name == name), Facet(name, ()))
    return facet.values


@dataclass(frozen=True, slots=True)
class Way:
    """A thing that the query language can say."""

    pattern: str
    """Typed with words out of the index, it is an example."""
    form: str
    """Shown where the index has no words for the pattern."""
    finds: str


WAYS_TO_ASK = (
    Way("{name} {noun}", "word word", gettext_noop("both words, in any of their forms")),
    Way('"{phrase}"', '"word word"', gettext_noop("these words, one right after the other")),
    Way("{name} OR {other}", "word OR word", gettext_noop("one of the words, or both")),
    Way("{name} -{rare}", "word -word", gettext_noop("the first word without the second")),
    Way("{beginning}*", "begin*", gettext_noop("every word that begins so")),
    Way("title:{name}", "title:word", gettext_noop("the word in the headline")),
    Way('source:"{source}"', 'source:"name"', gettext_noop("articles of one outlet")),
    Way("date:{month}", "date:2022-11", gettext_noop("articles of a month; since: and until: too")),
    Way("about:{month}", "about:2022-11", gettext_noop("articles that speak of a month, or of a day in it")),
)


def example(engine: Engine, way: Way, words: Mapping[str, str]) -> Example:
    """The way in these words, if that finds anything as it is written; otherwise only its form."""
    try:
        typed = way.pattern.format_map(words)
    except KeyError:  # such as the outlet, where no article names one
        return Example(way.form, way.finds, None)
    results = find(engine, Request(typed=typed, size=1))
    if not results.total or results.notes:
        return Example(way.form, way.finds, None)
    return Example(typed, way.finds, results_url(Request(typed=typed)))


def words_to_try(hits: Sequence[Hit], sources: Sequence[FacetValue], months: Sequence[FacetValue]) -> dict[str, str]:
    """Words for examples, out of what these articles say most; without those for which there are none."""
    texts = ["".join(text for text, _ in (*hit.title, (" · ", False), *hit.snippet)) for hit in hits]
    names, nouns, phrases = most_used(names_in, texts), most_used(nouns_in, texts), most_used(phrases_in, texts)
    found = {
        "name": names[:1],
        "other": names[1:2],
        "noun": nouns[:1],
        "rare": nouns[-1:],
        "beginning": [noun[:6] for noun in nouns[:1]],
        "phrase": phrases[:1],
        "source": [source.value for source in sources[:1] if '"' not in source.value],
        "month": [month.value for month in months[:1]],
    }
    return {name: values[0] for name, values in found.items() if values}


def most_used(expressions: Callable[[str], Sequence[str]], texts: Sequence[str]) -> list[str]:
    """What is in most of the texts first; of those in equally many, the one that is met first."""
    counts = Counter(expression for text in texts for expression in dict.fromkeys(expressions(text)))
    return [expression for expression, _ in counts.most_common()]


OF_THE_CALENDAR = frozenset({*day_name, *month_name})
"""Words with a capital that are no names."""


def names_in(text: str) -> list[str]:
    """Words that alone have a capital in the middle of a sentence: "said Milley on" -> ["Milley"]."""
    words = [word.rstrip(".,;:") for word in text.split()]
    return [
        word
        for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False)
        if before.islower() and word.isalpha() and word.istitle() and len(word) > 3 and not after.istitle()
        if word not in OF_THE_CALENDAR
    ]


def nouns_in(text: str) -> list[str]:
    """Long words in small letters, which say what a text is about more often than short ones do."""
    return [word for word in re.findall(r"\b[^\W\d_]{8,20}\b", text) if word.islower()]


def phrases_in(text: str) -> list[str]:
    """Two or three words with capitals in a row, mid-sentence: "the White House said" -> ["White House"]."""
    runs = re.findall(r"(?<=[a-z] )[^\Wa-z\d_][^\W\d_]{2,19}(?: [^\Wa-z\d_][^\W\d_]{2,19}){1,2}\b", text)
    return [run for run in runs if run.istitle()]
