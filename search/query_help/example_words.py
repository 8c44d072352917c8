"""Words for examples, all out of one article of the index, so that each example finds at least that article."""

import re
from collections import ChainMap, Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice, pairwise

from index.analysis import forms, stem, tokens
from index.article import Article
from search.article.quoted_words import voices
from search.clauses import LEAD_PARAGRAPHS, Everything, Length
from search.engine import Engine
from search.language.terms import is_common
from search.query import Query

LOOKED_AT = 24
"""Articles, the newest, among which the one is chosen that has most of what examples need."""
LONGEST_TEXT = 6_000
"""Characters of each that are looked at, and the most words that each has."""
MOST_OF_TEXT = 100_000
"""Characters of the one that is chosen, of which all words are wanted."""
SHORTEST, LONGEST = 4, 14
"""Letters of a word that is shown."""
SAMPLE = re.compile(
    r"(?<!\w)(?:11/01/2022|2022/11|2022-11-01|2022-11-30|2022-11|cnn\.com|wom(?=[?*]n)|\w+)(?!\w)|(?<=wom[?*])n\b"
)
"""What may be exchanged in an example: a word, a day, a number."""


def in_words_of(typed: str, words: Mapping[str, str]) -> str | None:
    """The example with words of the index in the place of those that stand for them; None where one is lacking."""
    lacking = False

    def instead(found: re.Match[str]) -> str:
        nonlocal lacking
        sample = found.group()
        if sample not in SAMPLES:
            return sample
        lacking |= sample not in words
        return words.get(sample, sample)

    shown = SAMPLE.sub(instead, typed)
    return None if lacking else shown


SAMPLES = frozenset(
    (
        *(
            "peace",
            "talks",
            "tal",
            "truce",
            "Kherson",
            "grain",
            "nato",
            "negotiat",
            "negotiations",
            "wom",
            "n",
            "moment",
        ),
        *("Smith", "CNN", "Kyiv", "cnn.com", "Turkey", "AIDS", "Milley", "diplomacy", "Reuters", "html", "stated"),
        *("3f0a9c4412d07be1", "54ce1f9f2a187429", "500", "800"),
        *("11/01/2022", "2022-11-01", "20221101", "2022-11-30", "20221130", "2022-11", "2022/11", "2022"),
    )
)
"""What stands for words, names and days of the index."""
NO_WORDS: Mapping[str, str] = {}


def example_words(engine: Engine) -> Mapping[str, str]:
    """What to put in the place of the words of examples; none where there are no articles to take any from."""
    articles = newest_articles(engine)
    by_article = {article.id: own for article in articles if (own := words_of(article))}
    best = max(articles, key=lambda article: len(by_article.get(article.id, ())), default=None)
    if best is None or best.id not in by_article:
        return {}
    lacking = dict(zip(["nato"], absent_words(best, articles), strict=False))
    # What one article lacks, such as an author, another has: no example asks for that beside words of the text.
    return dict(ChainMap(lacking, by_article[best.id], *by_article.values()))


def newest_articles(engine: Engine) -> list[Article]:
    """The newest articles without the long ones; the newest alone where all are long."""
    newest = engine.match(Query(Length(None, LONGEST_TEXT), "newest"), LOOKED_AT).candidates
    newest = newest or engine.match(Query(Everything(), "newest"), 1).candidates
    return engine.fetch([candidate.id for candidate in newest])


def words_of(article: Article) -> dict[str, str]:
    """What this article has for examples, at the beginning of its text."""
    article = replace(article, body=article.body[:LONGEST_TEXT])
    pair = pair_in(beginning(article.body), article.body)
    if pair is None:
        return {}
    plain = [word for word in plain_words(article.body) if stem(word.lower()) not in {stem(one) for one in pair}]
    every_voice = voices(article)
    said = [word for voice in every_voice if voice.speaker for text in voice.texts for word in plain_words(text)]
    found: dict[str, Iterable[str]] = {
        "peace": pair[:1],
        "talks": pair[1:],
        "tal": [pair[1][:3]],
        "truce": plain,
        "Kherson": plain_words(article.title),
        "grain": (word for word, count in Counter(forms(article.body)).most_common() if count > 1 and is_plain(word)),
        "negotiat": (word[:-3] for word in plain if len(word) > SHORTEST + 3),
        "negotiations": (word for word in plain if re.fullmatch(r"[a-z]+[^siu]s", word)),
        "wom": (word[:3] for word in plain[:1]),
        "n": (word[4:] for word in plain[:1]),
        "moment": filter(str.islower, plain),
        "Turkey": re.findall(r"(?<=[a-z] )[A-Z][a-z]{3,}\b", article.body),
        "AIDS": re.findall(r"(?<=[a-z] )[A-Z]{3,8}(?= [a-z])", article.body),
        "Milley": (voice.speaker.split()[-1] for voice in every_voice if voice.speaker),
        "diplomacy": said,
        **known_of(article),
        **days_of(article),
    }
    return {sample: first for sample, values in found.items() if (first := next(iter(values), None))}


def known_of(article: Article) -> dict[str, Iterable[str]]:
    """What is known of an article, in the place of what is known of others."""
    address = re.match(r"https?://([^/:@?#]+)/(\w+)", article.url or "")
    words = len(forms(article.body))
    return {
        "Smith": re.findall(r"\b[^\W\d_]{2,}$", article.author or ""),
        "CNN": named(article.source),
        "Kyiv": named(article.place),
        "cnn.com": [address[1].removeprefix("www.")] if address else [],
        "2022/11": [address[2]] if address else [],
        "Reuters": [name for cited in article.cites for name in named(cited)],
        "html": re.findall(r"(?<=\.)[a-z]{2,5}$", article.path),
        "stated": [article.published.how] if article.published else [],
        "3f0a9c4412d07be1": [article.story] if article.story else [],
        "54ce1f9f2a187429": [article.id],
        "500": [str(words // 2)] if words > 1 else [],
        "800": [str(words // 2)] if words > 1 else [],
    }


def named(name: str | None) -> list[str]:
    """A name as a query has it: in quotation marks where it is several words; none where it cannot be written."""
    if not name or '"' in name:
        return []
    return [name if re.fullmatch(r"\w+", name) else f'"{name}"']


def days_of(article: Article) -> dict[str, Iterable[str]]:
    """The day before an article, its last day, its month and its year, as the languages write them."""
    if article.published is None:
        return {}
    before, last = article.published.first - timedelta(1), article.published.last
    return {
        "2022-11-01": [before.isoformat()],
        "20221101": [f"{before:%Y%m%d}"],
        "11/01/2022": [f"{before:%m/%d/%Y}"],
        "2022-11-30": [last.isoformat()],
        "20221130": [f"{last:%Y%m%d}"],
        "2022-11": [f"{last:%Y-%m}"],
        "2022": [f"{last:%Y}"],
    }


def beginning(body: str) -> str:
    """What stands at the beginning of a text, wherever that is asked for."""
    paragraphs = "\n\n".join(body.split("\n\n")[:LEAD_PARAGRAPHS])
    ends = [token.end for token in islice(tokens(paragraphs), BEGINNING)]
    return paragraphs[: ends[-1]] if ends else ""


BEGINNING = 80
"""Words; examples say first90."""


def pair_in(lead: str, body: str) -> tuple[str, str] | None:
    """Two words of a lead, one right after the other in a sentence, of which the body says most.

    None where there are no two that say something.
    """
    said = Counter(map(stem, forms(body)))
    pairs = [
        (lead[one.start : one.end], lead[other.start : other.end])
        for one, other in pairwise(tokens(lead))
        if lead[one.end : other.start] == " "
    ]
    small = [pair for pair in pairs if all(map(is_plain, pair)) and stem(pair[0]) != stem(pair[1])]
    named = [pair for pair in pairs if all(is_plain(word.lower()) and not word.isupper() for word in pair)]
    return max(
        small or named, key=lambda pair: ("said" not in pair, said[stem(pair[0])] + said[stem(pair[1])]), default=None
    )


def plain_words(text: str) -> list[str]:
    """The words of a text that say something, each once, those in small letters first."""
    words = dict.fromkeys(re.findall(r"(?<![\w'’-])[^\W\d_]+(?![\w'’-])", text))
    return sorted((word for word in words if is_plain(word.lower())), key=str.istitle)


def is_plain(word: str) -> bool:
    """Whether a word can stand in an example of any language: in small letters, neither common nor an operator."""
    return (
        SHORTEST <= len(word) <= LONGEST
        and word.isascii()
        and word.islower()
        and word.isalpha()
        and not is_common(word)
        and word not in OPERATORS
    )


OPERATORS = frozenset(("same", "near", "date", "length", "from", "after", "before", "with", "andnot", "butnot"))
"""Words that are operators in some language."""


def absent_words(article: Article, others: Sequence[Article]) -> Iterator[str]:
    """Words of other articles that this one has not, in any form; of an article that is long, nobody knows any."""
    if len(article.body) > MOST_OF_TEXT:
        return
    own = {stem(form) for form in (*forms(article.title), *forms(article.body))}
    for other in others:
        yield from (word for word in plain_words(other.body[:LONGEST_TEXT]) if stem(word.lower()) not in own)
    yield from (word for word in ("nato", "zebra", "xylophone") if stem(word) not in own)
