"""What a line with a date is like, and where it stands: how often such a line states the day of publication."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.front_matter.written_dates import Days
from index.publication_date.date_candidates import CLOCK, DatedLine


@dataclass(frozen=True, slots=True)
class LinePosition:
    """Where a line stands among the others."""

    place: int
    """How many lines it stands below the beginning of the prose; below 0 when it stands above."""
    above: str
    """The line above it; empty for the first."""
    below: str
    is_in_comments: bool
    """It stands below the line that begins what readers wrote."""


@dataclass(frozen=True, slots=True)
class LineShape:
    """What a line with a date is like, and how often the date of such a line is that of publication."""

    name: str
    score: float
    fits: Callable[[DatedLine], bool]
    example: str
    """A line of this shape and no earlier one of the table."""


LABEL = re.compile(
    r"\b(?:publi(?:shed|cation date|ziert|ée?|cad[oa]|cerad|ceret|sert)"
    r"|pubblicat[oa]|gepubliceerd|опубл[иі]кован[оа]?|posted|created|submitted|written|filed|released|issued|dated?|datum"
    r"|erstellt|ver[öo]e?ffentlich(?:t|ung)|erschienen|geschrieben|einge(?:stellt|tragen)|gepostet"
    r"|pubdate|mise? en ligne|(?:(?:presse|fach|kurz)?(?:mitteilung|meldung|information)|nachricht|news|artikel"
    r"|beitrag) vom)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"\b(?:um|uhr|at|on|am|the|of|min(?:ute)?s?|lesezeit|est|edt|gmt|utc|cet|pst|pdt|et|last|updated?|modified|edited"
    r"|revised|aktualisiert|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|le|el|de|hs|h)\b|[\W\d_]+",
    re.IGNORECASE,
)
BY = re.compile(
    r"\b(?:by|von|par|author|autor(?:/?in)?):? \w|\b(?:[Bb]y|[Vv]on|[Pp]or|[Pp]ar|[Dd]i|[Dd]oor|[Aa]v) [A-ZÄÖÜÉ]"
)
SENTENCE = re.compile(r"(?:[^\W\d_]\S*\s+){5}[^\W\d_].*[.!?…][\"”’»')\]]*$", re.DOTALL)
"""Six words in a row, and a full stop in the end."""
GOES_ON = re.compile(r"\s*,(?!\s*\d)|[^\w.]*[a-zà-öø-ÿа-я]")
IN_PROSE = re.compile("[，。]")
"""In Chinese and Japanese, sentences are as short as lines that say who wrote an article."""
MOST_ASIDE = 3
SHORT_LINE = 60
LONGEST_BYLINE = 120
LATEST_START = 16
"""Characters."""

SHAPES = (
    LineShape(
        "label",
        0.94,
        lambda dated: any(map(LABEL.search, befores(dated))),
        "Posted by Jane on 11 November 2022 in News",
    ),
    LineShape(
        "whole line",
        0.80,
        lambda dated: len("".join(ASIDE.sub(" ", dated.rest).split())) <= MOST_ASIDE,
        "11 November 2022 at 10:53 | 3 comments",
    ),
    LineShape(
        "byline",
        0.72,
        lambda dated: len(dated.line) <= LONGEST_BYLINE and bool(BY.search(dated.line)),
        "11 November 2022 by Jane Doe, who was there in person",
    ),
    LineShape(
        "short line",
        0.65,
        lambda dated: len(dated.line) <= SHORT_LINE and not IN_PROSE.search(dated.line),
        "Jane Doe, 11 November 2022",
    ),
    LineShape(
        "opening line",
        0.55,
        lambda dated: len(dated.before) <= LATEST_START and not IN_PROSE.search(dated.line),
        "11 November 2022 Jane Doe 3 comments Geneva, negotiations, hotels, lakes",
    ),
    LineShape(
        "sentence", 0.30, lambda _: True, "The talks began on 11 November 2022, as everybody knows who was there."
    ),
)
"""The first that fits counts."""


def befores(dated: DatedLine) -> list[str]:
    """What stands before each of its dates, from the one before it on."""
    starts = [0, *(each.end for each in dated.dates)]
    return [dated.line[start : each.start] for start, each in zip(starts, dated.dates, strict=False)]


def speaks_of_its_day(before: str) -> bool:
    """What stands before the day makes it one that the text speaks of: "On", not "By Jane Doe on" or "Updated on"."""
    return bool(PREPOSITION.search(before)) and not BY.search(before) and not UPDATED.search(before)


def is_sentence(dated: DatedLine) -> bool:
    """The line is a sentence that its last date is part of: "On 11 November 2022, talks began in Geneva"."""
    is_byline = BY.search(dated.before) is not None
    behind = dated.line[dated.dates[-1].end :]
    return not is_byline and bool(GOES_ON.match(behind)) and bool(SENTENCE.search(dated.rest))


def day_stated(dated: DatedLine) -> Days:
    """The first of its days that has the label of publication, or else none of an update, or else the first."""
    labelled = list(zip(befores(dated), dated.dates, strict=True))
    published = [each.days for before, each in labelled if LABEL.search(before)]
    own = [each.days for before, each in labelled if not UPDATED.search(before)]
    return next(iter([*published, *own]), dated.days)


def states_change(dated: DatedLine) -> bool:
    """Each of its days is that of a change, as what stands before it says: "Last updated on 11 November 2022"."""
    return all(
        (UPDATED.search(before) or AS_OF.search(before)) and not PUBLISHED.search(before) for before in befores(dated)
    )


def shape(dated: DatedLine) -> LineShape:
    """The first shape that fits."""
    return next(each for each in SHAPES if each.fits(dated))


@dataclass(frozen=True, slots=True)
class LinePoint:
    """What makes the date of a line more or less likely to be that of publication."""

    name: str
    points: float
    fits: Callable[[DatedLine, LinePosition, str], bool]
    """Seeing the line, where it stands, and the name of its shape."""


UNLABELLED = ("byline", "short line", "opening line")
NEAR_PROSE = range(-14, 5)
CLOSE_TO_PROSE = range(-6, 4)
PUBLISHED = re.compile(
    r"publi|posted|objavlj|yayın|δημοσ|megjelen|julkaist|פורסם|نشر|đăng|terbit"
    r"|gepostet|ver[öo]e?ffentlich|erschienen|mise? en ligne|creat|erstellt|опубл|filed|issued|released",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"update|modified|edited|revised|aktualisier|zuletzt|ge[äa]e?ndert|änderung|\blast\b|mise? à jour|\bmodifi[ée]"
    r"|a(?:c)?tuali[sz]a(?:d|ção|ción)|modificad|aggiornat|ultima modifica|bijgewerkt|gewijzigd|uppdatera|oppdater"
    r"|opdater|обновл|оновл|更新|수정|aktualiz(?:ac|ov|ow|ác)|güncelle|ενημερώθ|ενημέρωσ|frissít|módosít|päivitetty"
    r"|muokattu|עודכן|تحديث|ažurir|posodoblj|cập nhật|diperbarui|dikemas ?kini|uuendatud|atnaujin|atjaunin|актуализ"
    r"|修改|अपडेट|อัปเดต",
    re.IGNORECASE,
)
AS_OF = re.compile(r"\bstand:\s*$", re.IGNORECASE)
"""German outlets write it before the last moment at which they touched an article, often that of publication."""
OTHER = re.compile(
    r"©|\(c\)|copyright|comment(?:ed|s? by)|kommentar von|kommentiert|\bsa(?:ys?|gt)\b:?|schrieb|retrieved|abgerufen"
    r"|(?:archived|captured|downloaded|exported|printed|saved) (?:on|at|from)\b"
    r"|(?:ausgedruckt|gespeichert|heruntergeladen) am\b|(?:imprimé|téléchargé) le\b|(?:descargado|impreso) el\b"
    r"|\bborn\b|geboren"
    r"|\bnacid[oa]\b|\bnée?\b|\bnat[oa]\b|nascid[oa]|\bf[øö]dd?t?\b|родил|народи|出生|誕生"
    r"|joined|deadline|\bevents?\b|\(@|antworten|reply|registriert|\buntil\b|bis zum|accessed|expires"
    r"|version|(?:\.\.\.|…)$",
    re.IGNORECASE,
)
"""What says that a date is of something else: a comment, a right, an event."""
PREPOSITION = re.compile(
    r"\b(?:of|in|on|until|by|since|from|the|to|and|am|vom|bis|seit|im|der|zum|den|des|ab|und|after|before|for"
    r"|bei|(?<!, )(?:le|el|il)|du|del|dal|al|au|desde|hasta|depuis|jusqu’au|até|från|fra|till|til|с|до|з)\W*$",
    re.IGNORECASE,
)
"""What a sentence has before the day that it speaks of; "Paris, le 11 novembre 2022" speaks of none."""
SAID = re.compile(
    r"\b(?:sagt|says?|said|schrieb|schreibt|meint|wrote|writes|dice|dijo|dit|écrit)\b.{0,20}:?$"
    r"|^(?:kommentar|comment|antwort|reply) (?:von|by|from)\b",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r"(?:antworten|reply|zitieren|quote|permalink|melden|report|responder|répondre|kommentar melden)\b", re.IGNORECASE
)

POINTS = (
    LinePoint("near the prose", 0.15, lambda _, at, __: at.place in NEAR_PROSE),
    LinePoint("clock", 0.09, lambda dated, _, __: bool(CLOCK.search(dated.line))),
    LinePoint("repeated", 0.2, lambda dated, _, __: dated.is_repeated),
    LinePoint(
        "speaks of the day",
        -0.45,
        lambda dated, _, shape: shape in ("short line", "opening line") and speaks_of_its_day(dated.before),
    ),
    LinePoint("goes on as a sentence", -0.45, lambda dated, _, shape: shape in UNLABELLED and is_sentence(dated)),
    LinePoint("updated", -0.12, lambda dated, _, __: bool(UPDATED.search(dated.before[-30:]))),
    LinePoint("of something else", -0.45, lambda dated, _, __: bool(OTHER.search(dated.rest))),
    LinePoint(
        "several days",
        -0.2,
        lambda dated, _, __: len({each.days for each in dated.dates}) > 1 and not UPDATED.search(dated.rest),
    ),
    LinePoint("of a comment", -0.6, lambda _, at, __: bool(SAID.search(at.above[-80:]))),
    LinePoint("answered", -0.6, lambda _, at, shape: shape != "label" and bool(ANSWER.match(at.below))),
    LinePoint("in comments", -0.5, lambda _, at, __: at.is_in_comments),
)


def score(shape: LineShape, dated: DatedLine, at: LinePosition) -> float:
    """How likely a line of this shape is to state the day of publication, seen alone."""
    return shape.score + sum(each.points for each in POINTS if each.fits(dated, at, shape.name))
