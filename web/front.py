"""What the home page tells about the index, and searches to begin with: all of it asked from the index itself."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from search.engine import Engine
from search.find import find
from search.query import Request
from search.results import Facet, FacetValue, Hit, Results
from web.choices import Choice, value_choice
from web.links import HOME, results_url
from web.text import span_in_words

NEWEST_SHOWN = 6
SOURCES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Example:
    """A search that finds something, and what it shows about the query language."""

    typed: str
    finds: str
    url: str


@dataclass(frozen=True, slots=True)
class Front:
    """What the home page tells."""

    articles: int
    days: str | None
    """From when to when the dated ones are; None when none is dated."""
    undated: int
    newest: tuple[Hit, ...]
    sources: tuple[Choice, ...]
    """The outlets with the most articles."""
    source_count: int
    examples: tuple[Example, ...]


def front(engine: Engine) -> Front:
    """What the home page tells about the articles of an engine."""
    newest = find(engine, Request(typed="", order="newest", size=NEWEST_SHOWN))
    oldest = find(engine, Request(typed="", order="oldest", size=1))
    sources = values_of(newest, "source")
    months = values_of(newest, "month")
    words = words_to_try(newest.hits, sources, months)
    return Front(
        articles=newest.total,
        days=days_between(oldest.hits, newest.hits),
        undated=newest.total - sum(month.count for month in months),
        newest=newest.hits,
        sources=tuple(value_choice(HOME, "source", value.value, value.count) for value in sources[:SOURCES_SHOWN]),
        source_count=len(sources),
        examples=tuple(example for example in examples(words) if found(engine, example)),
    )


def days_between(oldest: Sequence[Hit], newest: Sequence[Hit]) -> str | None:
    """From the first day of the oldest to the last day of the newest, in words; None when none is dated."""
    firsts = [hit.published.first for hit in oldest if hit.published]
    lasts = [hit.published.last for hit in newest if hit.published]
    return span_in_words(min(firsts), max(lasts)) if firsts and lasts else None


def values_of(results: Results, name: str) -> tuple[FacetValue, ...]:
    """The values of one facet."""
    facet = next((facet for facet in results.facets if facet.name == name), Facet(name, ()))
    return facet.values


def found(engine: Engine, example: Example) -> bool:
    """Whether an example finds anything as it is written."""
    results = find(engine, Request(typed=example.typed, size=1))
    return bool(results.total) and not results.notes


WAYS_TO_ASK = (
    ("{name} {noun}", "both words, in any of their forms"),
    ('"{phrase}"', "these words, one right after the other"),
    ("{name} OR {other}", "one of the words, or both"),
    ("{name} -{rare}", "the first word without the second"),
    ("{beginning}*", "every word that begins so"),
    ("title:{name}", "the word in the headline"),
    ('source:"{source}"', "articles of one outlet"),
    ("date:{month}", "articles of a month; since: and until: too"),
)


def examples(words: Mapping[str, str]) -> Iterator[Example]:
    """A search for each way to ask that these words are enough for."""
    for pattern, finds in WAYS_TO_ASK:
        try:
            typed = pattern.format_map(words)
        except KeyError:
            continue  # such as the search for an outlet, where no article names one
        yield Example(typed, finds, results_url(Request(typed=typed)))


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


def names_in(text: str) -> list[str]:
    """Words that alone have a capital in the middle of a sentence: "said Milley on" -> ["Milley"]."""
    return [word for word in re.findall(r"(?<=[a-z] )[^\W\d_]{4,20}\b(?! [^\Wa-z])", text) if word.istitle()]


def nouns_in(text: str) -> list[str]:
    """Long words in small letters, which say what a text is about more often than short ones do."""
    return [word for word in re.findall(r"\b[^\W\d_]{8,20}\b", text) if word.islower()]


def phrases_in(text: str) -> list[str]:
    """Two or three words with capitals in a row, mid-sentence: "the White House said" -> ["White House"]."""
    runs = re.findall(r"(?<=[a-z] )[^\W\d_]{3,20}(?: [^\W\d_]{3,20}){1,2}\b", text)
    return [run for run in runs if run.istitle()]
