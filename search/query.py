"""What an engine is asked."""

from dataclasses import dataclass
from typing import Literal

from search.clauses import Clause

Order = Literal["relevance", "newest", "oldest"]
Copies = Literal["all", "reprints", "stories"]
"""What is shown once: nothing, so that all articles are shown; each text, however often it was printed; each story."""
Syntax = Literal["native", "nexis", "factiva", "proquest", "westlaw", "google", "lucene"]
"""The language that a query is written in: ours, or that of another search engine."""
FacetName = Literal["source", "author", "person", "organisation", "place", "format", "language", "dated"]
"""What articles are told apart by: outlet and author, whom and what they name, place, format, language, and how their
date is known."""
WordsWanted = Literal["best", "all", "any"]
"""Of words side by side: as many as serve the query best; all of them; any of them."""


@dataclass(frozen=True, slots=True)
class Query:
    """What an engine answers: which articles, in which order."""

    clause: Clause
    order: Order = "relevance"
    copies: Copies = "all"
    most_of: "tuple[Clause, ...]" = ()
    """By relevance, articles that match more of these come first, whatever they score; in other orders, nothing."""
    few_words: bool = False
    """So few words are asked for that the length of an article counts less."""
