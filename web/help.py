"""How to ask, in examples that run."""

from dataclasses import dataclass

from search.request import Request
from web.home import Example, Front
from web.links import results_url


@dataclass(frozen=True, slots=True)
class HelpSection:
    """Some ways to ask."""

    heading: str
    remark: str
    rows: tuple[Example, ...]


def row(typed: str, finds: str) -> Example:
    """An example that is a search."""
    return Example(typed, finds, results_url(Request(typed)))


SECTIONS = (
    (
        "Words",
        "in any of their forms",
        (
            ("peace talks", "articles with both words first, then those with one of them"),
            ('"peace talks"', "these words, one right after the other"),
            ("peace OR ceasefire", "one of the words, or both"),
            ("peace -talks", "the first word without the second"),
            ("(peace OR ceasefire) talks", "brackets keep parts together"),
            ("negotiat*", "every word that begins so"),
            ("=talks", "this form and no other"),
        ),
    ),
    (
        "Near each other",
        "",
        (
            ("peace w/5 talks", "the two within five words, in either order"),
            ("peace pre/5 talks", "the first before the second"),
            ("peace w/s talks", "in one sentence; w/p is in one paragraph"),
            ("atleast3(peace)", "at least three times"),
            ("caps(turkey)", "written with capitals"),
        ),
    ),
    (
        "Fields",
        "a colon, no space",
        (
            ("title:peace", "the word in the headline"),
            ('source:"Al Jazeera"', "articles of one outlet"),
            ("author:smith", "by somebody of this name"),
            ("place:London", "with this place in the dateline"),
            ("site:bbc.co.uk", "at an address of this site"),
            ("said:peace", "the word inside quotation marks"),
            ("speaker:Smith", "articles that quote somebody of this name"),
            ("length>800", "texts of more words"),
            ("-has:date", "what has no date; also author, place, source, url, quotes, story"),
            ("dated:inferred", "what was dated by what its text says of other days"),
        ),
    ),
    (
        "Days",
        "a year, a month, a day",
        (
            ("date:2022-11", "published in that month"),
            ("since:2022-11-08", "on that day or later; until: for earlier"),
            ("date:yesterday", "as one says it"),
            ("about:2022-11", "speaks of a day in that month"),
        ),
    ),
)
"""The heading of each section, what stands beside it, and the examples with what they find."""


def help_sections(front: Front) -> tuple[HelpSection, ...]:
    """The ways to ask: first those in words of these articles, then all."""
    own = tuple(example for example in front.examples if example.url)
    here = (HelpSection("Here", "in words of these articles", own),) if own else ()
    every = (HelpSection(head, beside, tuple(row(*each) for each in rows)) for head, beside, rows in SECTIONS)
    return (*here, *every)
