"""Who published an article, and whose reports it repeats."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.front_matter.bylines import byline
from index.front_matter.datelines import dateline
from index.front_matter.outlet_lines import cited_outlet, labelled_outlet, outlet_and_author
from index.front_matter.stated_dates import outlet_beside_date, unknown_outlet_beside_date
from index.lexicon.outlet_names import OutletMention, canonical_name, mentions
from index.lexicon.outlet_sites import outlet_of_host, site_outlet

LONGEST_LINE = 300
"""Characters; a line that names the publisher is shorter."""


Sign = Literal["told by sources", "told by somebody", "has seen", "reported before", "has learned", "repeated"]
"""How a text speaks of an outlet's report: in five ways as its own, or as somebody else's."""


@dataclass(frozen=True, slots=True)
class Outlets:
    """Who published an article, and the outlets whose reports it repeats, in the order in which they are named."""

    source: str | None
    """None when the text does not say."""
    cites: tuple[str, ...]


def outlets(title: str, body: str, lines: Sequence[str], url: str | None = None, named: Sequence[str] = ()) -> Outlets:
    """What the text and its address say of outlets; `lines` were left out of the body, and are in reading order.

    `named` are those of them that stand beside the day or the author, and name nothing but an outlet.
    """
    signs = list(outlet_signs(f"{title}\n{body}"))
    alone = next((labelled_outlet(line) or line for line in named), None)
    source = stated_source(lines) or alone or (url and site_outlet(url)) or own_reporter(signs)
    cites = dict.fromkeys(outlet for outlet, _ in signs if outlet != source)
    return Outlets(source, tuple(cites))


def own_reporter(signs: Sequence[tuple[str, Sign]]) -> str | None:
    """The one outlet that speaks of its own reporting; None when there is none, or when it could be a rival's.

    One that is told something by officials speaks of itself. One that is told something by somebody may as well be
    quoted by a rival, so that it takes a second sign of another kind. No other outlet may be spoken of so.
    """
    own = {outlet for outlet, sign in signs if sign != "repeated"} - {o for o, sign in signs if sign == "repeated"}
    if len(own) != 1:
        return None
    outlet = own.pop()
    kinds = {sign for named, sign in signs if named == outlet}
    return outlet if "told by sources" in kinds or "has learned" in kinds or len(kinds) > 1 else None


def stated_source(lines: Sequence[str]) -> str | None:
    """The publisher that one of these lines names: where it appeared, a label, who reported it, a name by a day."""
    for named in (
        origin,
        labelled_source,
        reporting_source,
        unknown_outlet_beside_date,
        cited_outlet,
        outlet_of_author,
    ):
        for line in dict.fromkeys(lines):
            if len(line) <= LONGEST_LINE and (source := named(line)):
                return source
    return None


def outlet_of_author(line: str) -> str | None:
    """The known outlet beside the day and an author; None where a line has anything else."""
    found = outlet_and_author(line)
    return found.outlet if found else None


ORIGIN = re.compile(
    r"""(?x:
      (?:Read|See|View)\ the\ (?:original|full)\ (?:article|story|report|post)
        (?: \ (?:on|at|in|from)\ (?P<read>.{2,60}?) )? [.:]?
    | (?:(?:This|The)\ (?:article|story|report|post)\ (?:.{1,120}\ )?)? (?:was\ )?
        (?: (?:originally|first)\ (?:appeared|published|posted) | appeared\ first )
        \ (?:on|at|in|by)\ (?P<appeared>.{2,60}?) \.?
    )""",
    re.IGNORECASE,
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
    """The outlet in a dateline, in a byline, beside a date, or alone on the line."""
    if opening := dateline(line):
        return opening.source
    if author := byline(line):
        return author.source
    return canonical_name(line) or outlet_beside_date(line) or outlet_of_host(line)


ADVERBS = r"(?:(?:also|first|later|has|had|have|exclusively|recently|which|who|that|then)\ ){0,2}"
VERBS = (
    r"(?:report(?:s|ed)?|writes|wrote|noted|notes|revealed|reveals|claimed|claims|quoted|quotes|cited|cites"
    r"|broke\ the\ (?:news|story))"
)
NEAR = 90
"""Characters that are looked at on either side of an outlet's name."""

SOURCES = r"(?:sources?|officials?|aides?|diplomats?|lawmakers?|insiders?|people|person|those)"
TOLD = r"(?:told|tells?|telling)"
OWN_BEFORE: tuple[tuple[Sign, re.Pattern[str]], ...] = (
    (
        "told by sources",
        re.compile(
            rf"\b{SOURCES}(?:,?\ (?:familiar|close|briefed|with|in|at|from|who)\b[^.“”\"]{{0,60}})?"
            rf"\ (?:have\ |has\ |had\ )?{TOLD}\ $",
            re.VERBOSE | re.IGNORECASE,
        ),
    ),
    ("told by somebody", re.compile(rf"\b(?:{TOLD}|(?:spoke|speaking)\ (?:to|with))\ $", re.VERBOSE | re.IGNORECASE)),
    ("has seen", re.compile(r"\b(?:seen|obtained|reviewed|verified)\ by\ $", re.VERBOSE | re.IGNORECASE)),
)
OWN_AFTER: tuple[tuple[Sign, re.Pattern[str]], ...] = (
    ("reported before", re.compile(r"(?:\ (?:has|had))?\ (?:previously|earlier)(?:\ has)?\ reported\b", re.VERBOSE)),
    ("has learned", re.compile(r"\ has\ learned\b", re.VERBOSE)),
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


def outlet_signs(text: str) -> Iterator[tuple[str, Sign]]:
    """Each outlet whose report the text speaks of, and how, in order; the first line is the title."""
    title_end = text.index("\n")
    for mention in mentions(text):
        sign = headline_sign(text, mention, title_end) or prose_sign(text, mention)
        if sign:
            yield mention.outlet, sign


def headline_sign(text: str, mention: OutletMention, title_end: int) -> Sign | None:
    """An outlet set off at either end of a title is said to be the one that reports: "Talks divide – NYT"."""
    if mention.end == title_end and HEADLINE_BEFORE.search(text, max(0, mention.start - 4), mention.start):
        return "repeated"
    if mention.start == 0 and mention.end < title_end and HEADLINE_AFTER.match(text, mention.end):
        return "repeated"
    return None


def prose_sign(text: str, mention: OutletMention) -> Sign | None:
    """How the words around an outlet speak of its report; None when they do not speak of a report."""
    before = text[max(0, mention.start - NEAR) : mention.start]
    after = text[mention.end : mention.end + NEAR]
    for own, pattern in OWN_BEFORE:
        if pattern.search(before):
            return own
    for own, pattern in OWN_AFTER:
        if pattern.match(after):
            return own
    if REPEATED_BEFORE.search(before) or REPEATED_AFTER.match(after):
        return "repeated"
    return None
