"""Queries that are made of articles themselves, where nobody judged any: each asks for one article that is known.

Of exact copies of that article each counts as well. What is made so is told apart from what people judged.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from random import Random

from tests.relevance.collections import documents_in
from tests.relevance.query_length import content_words
from tests.relevance.trec import Judgments

SEED = 1987
QUERIES = 300
SHORTEST_TEXT = 300
"""Characters of an article that is asked for; less is a caption or what is left of a page."""
BEGINNING = 200
"""Characters by which copies are known."""
LEAD = 60
"""Words of a text that a question is made of."""
MOST_TELLING = 12
"""Words of a text that somebody may remember."""

Source = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Derived:
    """Documents (id, title, text), queries by id, and their judgments."""

    documents: Sequence[Source]
    queries: Mapping[str, str]
    judgments: Judgments


def headlines(every: int = 1) -> Callable[[Path], Derived]:
    """How to ask with headlines for articles that have none: a headline's words count only where the text says them."""

    def read(folder: Path) -> Derived:
        documents = documents_in(folder)[::every]
        of_title = defaultdict(set)
        for document in documents:
            of_title[plain(document.get("title") or "")].add(beginning(document))
        # "Business briefs" is the headline of many.
        told = [
            document
            for document in documents
            if len(content_words(document.get("title") or "")) >= 3
            and len(of_title[plain(document["title"])]) == 1
            and len(document["text"]) >= SHORTEST_TEXT
        ]
        chosen = Random(SEED).sample(told, min(QUERIES, len(told)))
        queries = {document["id"]: document["title"] for document in chosen}
        bare = [{"id": each["id"], "title": "", "text": without_title(each)} for each in documents]
        return Derived(bare, queries, known(documents, queries))

    return read


def questions() -> Callable[[Path], Derived]:
    """How to ask with questions: three to five telling words of the lead, in their order, in a question's form."""
    return lambda folder: drawn(folder, (3, 4, 5), LEAD, FORMS)


def remembered_words() -> Callable[[Path], Derived]:
    """How to ask with the one to three words that somebody may remember of an article."""
    return lambda folder: drawn(folder, (1, 2, 3), None, ("{}",))


FORMS = (
    "what is known about {}?",
    "Who said what about {}?",
    "why did {} matter",
    "What happened with {}, and when?",
    "how is {} explained?",
)


def drawn(folder: Path, lengths: Sequence[int], lead: int | None, forms: Sequence[str]) -> Derived:
    """Articles as they are, and queries of words drawn from them, the rarer and the more frequent in them the likelier.

    So do Azzopardi, de Rijke and Balog make known-item queries (SIGIR 2007).
    """
    documents = documents_in(folder)
    random = Random(SEED)
    counts = Counter(word for document in documents for word in set(words(document["text"])))
    told = [document for document in documents if len(document["text"]) >= SHORTEST_TEXT]
    queries = {}
    for number, document in enumerate(random.sample(told, min(QUERIES, len(told)))):
        chosen = telling(words(document["text"])[:lead], counts, len(documents), random)[: random.choice(lengths)]
        if chosen:
            queries[document["id"]] = forms[number % len(forms)].format(" ".join(in_order(chosen, document)))
    return Derived(documents, queries, known(documents, queries))


def telling(text: Sequence[str], counts: Mapping[str, int], size: int, random: Random) -> list[str]:
    """The words that tell most of a text, in an order drawn by how much; only those that others hold as well."""
    own = Counter(text)
    weights = {word: own[word] * log(size / counts[word]) for word in content_words(" ".join(own)) if counts[word] > 1}
    most = sorted((word for word in weights if weights[word] > 0), key=lambda word: -weights[word])[:MOST_TELLING]
    # The largest of such powers is drawn as often as its weight says (Efraimidis and Spirakis 2006).
    return sorted(most, key=lambda word: -(random.random() ** (1 / weights[word])))


def in_order(chosen: Iterable[str], document: Source) -> list[str]:
    """The words in the order of the text."""
    order = {word: place for place, word in reversed(list(enumerate(words(document["text"]))))}
    return sorted(chosen, key=lambda word: order[word])


def words(text: str) -> list[str]:
    """The words of a text that have no digits, in small letters."""
    return re.findall(r"[^\W\d_]{2,}", text.casefold())


def known(documents: Sequence[Source], queries: Mapping[str, str]) -> Judgments:
    """The articles that the queries, which have their ids, are made of; and those that begin as they do."""
    copies = defaultdict(list)
    for document in documents:
        copies[beginning(document)].append(document["id"])
    return {
        document["id"]: dict.fromkeys(copies[beginning(document)], 1)
        for document in documents
        if document["id"] in queries
    }


def beginning(document: Source) -> str:
    """What an article shares with its copies."""
    return plain(without_title(document))[:BEGINNING]


def without_title(document: Source) -> str:
    """The text without the headline that may stand at its beginning."""
    title, text = (document.get("title") or "").strip(), document["text"].lstrip()
    return text[len(title) :].lstrip() if title and text.startswith(title) else text


def plain(text: str) -> str:
    """The words of a text in small letters."""
    return " ".join(re.findall(r"\w+", text.casefold()))
