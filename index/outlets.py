"""Who published an article, and whose reports it repeats."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.bylines import byline
from index.datelines import dateline
from index.dates import outlet_beside_date
from index.outlet_names import Mention, canonical_name, mentions

LONGEST_LINE = 300
"""Characters; a line that names the publisher is shorter."""


@dataclass(frozen=True, slots=True)
class Outlets:
    """Who published an article, and the outlets whose reports it repeats, in the order in which they are named."""

    source: str | None
    """None when the text does not say."""
    cites: tuple[str, ...]


def outlets(title: str, body: str, lines: Sequence[str]) -> Outlets:
    """What the text says of outlets; `lines` are those that were left out of the body, in reading order."""
    roles = list(outlet_roles(f"{title}\n{body}"))
    repeated = {outlet for outlet, role in roles if role == "repeated"}
    source = stated_source(lines) or own_reporter([outlet for outlet, role in roles if role == "own"], repeated)
    cites = dict.fromkeys(outlet for outlet, role in roles if outlet != source)
    return Outlets(source, tuple(cites))


def own_reporter(reporters: Sequence[str], repeated: set[str]) -> str | None:
    """The one outlet that speaks of its own reporting; None when several do, or when its reports are also repeated."""
    candidates = set(reporters) - repeated
    return candidates.pop() if len(candidates) == 1 else None


def stated_source(lines: Sequence[str]) -> str | None:
    """The publisher that one of these lines names: where it first appeared, then a label, then who reported it."""
    for named in (origin, labelled_source, reporting_source):
        for line in lines:
            if len(line) <= LONGEST_LINE and (source := named(line)):
                return source
    return None


ORIGIN = re.compile(
    r"""
      (?:Read|See|View)\ the\ (?:original|full)\ (?:article|story|report|post)
        (?: \ (?:on|at|in|from)\ (?P<read>.{2,60}?) )? [.:]?
    | (?:(?:This|The)\ (?:article|story|report|post)\ (?:.{1,120}\ )?)? (?:was\ )?
        (?: (?:originally|first)\ (?:appeared|published|posted) | appeared\ first )
        \ (?:on|at|in|by)\ (?P<appeared>.{2,60}?) \.?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_origin_line(line: str) -> bool:
    """The line says where the article first appeared."""
    match = ORIGIN.fullmatch(line) if len(line) <= LONGEST_LINE else None
    return match is not None and (match["appeared"] is None or outlet_name(match["appeared"]) is not None)


def origin(line: str) -> str | None:
    """The outlet on which the article first appeared, as the line says; None when it does not say."""
    match = ORIGIN.fullmatch(line)
    return outlet_name(match["read"] or match["appeared"] or "") if match else None


def outlet_name(words: str) -> str | None:
    """These words as the name of an outlet, known or not; None when they are none."""
    known = canonical_name(words)
    return known or (words if UNKNOWN_NAME.fullmatch(words) else None)


UNKNOWN_NAME = re.compile(
    r"(?!(?:the )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)"
    r"(?:(?:[Tt]he )?[A-Z][^.!?,;:]*|[\w-]+(?:\.[\w-]+)+)"
)


LABELLED = re.compile(r"(?:Source|Via|Publisher|Published by|Publication|Outlet): ?(?P<outlet>.{2,60})", re.IGNORECASE)


def labelled_source(line: str) -> str | None:
    """The outlet that we know after a label such as "Source:"; sources of pictures and numbers are labelled so too."""
    match = LABELLED.fullmatch(line)
    return canonical_name(match["outlet"].rstrip(". ")) if match else None


def reporting_source(line: str) -> str | None:
    """The outlet in a dateline, in a byline, or beside a date."""
    if opening := dateline(line):
        return opening.source
    if author := byline(line):
        return author.source
    return outlet_beside_date(line)


Role = Literal["own", "repeated"]
"""How a text speaks of an outlet's report: as its own, or as somebody else's."""

ADVERBS = r"(?:(?:also|first|later|has|had|have|exclusively|recently|which|who|that|then)\ ){0,2}"
VERBS = (
    r"(?:report(?:s|ed)?|writes|wrote|noted|notes|revealed|reveals|claimed|claims|quoted|quotes|cited|cites"
    r"|broke\ the\ (?:news|story))"
)
NEAR = 60
"""Characters that are looked at on either side of an outlet's name."""

OWN_BEFORE = re.compile(
    r"\b(?:(?:told|tells?|telling)|(?:seen|obtained|reviewed|verified)\ by|(?:spoke|speaking)\ (?:to|with))\ $",
    re.IGNORECASE,
)
OWN_AFTER = re.compile(
    r"(?: \ (?:has|had) )? \ (?:previously|earlier) (?:\ has)? \ reported\b | \ has\ learned\b", re.VERBOSE
)
REPEATED_BEFORE = re.compile(
    r"""\b(?: according\ to | report(?:ed|s)?\ (?:by|in|from) | citing | cites | cited\ by | quoted\ by | quoting
      | published\ (?:by|in) | interview\ with | writing\ (?:for|in) | wrote\ in | as\ first\ reported\ by )\ $""",
    re.VERBOSE | re.IGNORECASE,
)
REPEATED_AFTER = re.compile(
    rf"(?:['’]s)? ,? \ {ADVERBS} (?:[a-z]+ly\ )? {VERBS}\b | \ (?:news(?:paper)?|agency|story|article|scoop)\b",
    re.VERBOSE,
)
HEADLINE_BEFORE = re.compile(r"\S\s[–—-]\s$|\S:\s$")
HEADLINE_AFTER = re.compile(r":\s\S")


def outlet_roles(text: str) -> Iterator[tuple[str, Role]]:
    """Each outlet whose report the text speaks of, and how, in order; the first line is the title."""
    title_end = text.index("\n")
    for mention in mentions(text):
        role = headline_role(text, mention, title_end) or prose_role(text, mention)
        if role:
            yield mention.outlet, role


def headline_role(text: str, mention: Mention, title_end: int) -> Role | None:
    """An outlet set off at either end of a title is said to be the one that reports: "Talks divide – NYT"."""
    if mention.end == title_end and HEADLINE_BEFORE.search(text, max(0, mention.start - 4), mention.start):
        return "repeated"
    if mention.start == 0 and mention.end < title_end and HEADLINE_AFTER.match(text, mention.end):
        return "repeated"
    return None


def prose_role(text: str, mention: Mention) -> Role | None:
    """How the words around an outlet speak of its report; None when they do not speak of a report."""
    before = text[max(0, mention.start - NEAR) : mention.start]
    after = text[mention.end : mention.end + NEAR]
    if OWN_BEFORE.search(before) or OWN_AFTER.match(after):
        return "own"
    if REPEATED_BEFORE.search(before) or REPEATED_AFTER.match(after):
        return "repeated"
    return None
