"""Where the article stands in the lines of a saved page: where its prose begins, and what its readers wrote."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.cleaning.line_rules import opens_comments

PROSE = re.compile(r".{80,2000}[\w\"”’)\]][.!?…؟۔।]|.{30,2000}[。！？]|.{200}", re.DOTALL)
"""A sentence as long as those of news; in Chinese and Japanese, a character says as much as three of ours."""
LONGEST_COUNTED = 1000
"""Characters; a longer paragraph does not weigh more."""
WIDEST_GAP = 5
"""Lines from one paragraph of the article to the next, with a heading, a picture and its caption between them."""


@dataclass(frozen=True, slots=True)
class Landmarks:
    """The numbers of the lines that tell where others stand."""

    first: int
    """The first line of prose, which may be that of a banner or a list."""
    main: int
    """Where the run of lines begins that has the most prose."""
    last: int
    """The last line of prose."""
    comments: int
    """The line above what readers wrote; the number of lines when there is none."""

    def place(self, number: int) -> int:
        """How many lines a line stands below the nearer beginning of prose; below 0 when it stands above."""
        return min(number - self.first, number - self.main, key=abs)


def landmarks(lines: Sequence[str]) -> Landmarks | None:
    """Where the article stands; None when the lines have no prose."""
    prose = [number for number, line in enumerate(lines) if PROSE.match(line)]
    if not prose:
        return None
    comments = first_comments(lines, prose)
    above = [number for number in prose if number < comments]
    return Landmarks(prose[0], longest_run(lines, above), prose[-1], comments)


def longest_run(lines: Sequence[str], prose: Sequence[int]) -> int:
    """Where the run of these lines begins that has the most characters; the first of several."""
    best, start, weight, heaviest = prose[0], prose[0], 0, 0
    for before, number in zip((prose[0], *prose), prose, strict=False):
        if number - before > WIDEST_GAP:
            start, weight = number, 0
        weight += min(len(lines[number]), LONGEST_COUNTED)
        if weight > heaviest:
            best, heaviest = start, weight
    return best


ENOUGH_PROSE = 300
"""Characters that stand above what readers wrote; there are links to it above the article, too."""
LONGEST_OPENING = 200
"""Characters; the headline of the article may stand in it."""
COUNT = r"(?:\d{1,6}|no|one|keine?|ein|sin|aucun)"
COMMENTS = re.compile(
    rf"""
      {COUNT} \ (?: comments? | replies | responses | thoughts? | kommentare? | antworten? | gedanken | comentarios?
                  | commentaires? | reacties )
        (?: \ (?: on | to | zu | auf | sobre | en | sur | over )\b .* )?
    | (?: (?:leser|aktuelle\ |neueste\ )? kommentare? | comentarios? | commentaires? ) (?: \ ?\(\d{{1,6}}\) )?
    | (?: schreibe?n? | hinterlassen? | verfassen? ) \ (?:sie\ )?einen\ kommentar
    | kommentar \ (?: schreiben | hinterlassen | verfassen | abgeben )
    | (?: deja | escribe | laisser ) \ une?\  (?: comentario | respuesta | commentaire )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Lines such as "3 thoughts on “The talks”" and "Kommentar schreiben"."""


def first_comments(lines: Sequence[str], prose: Sequence[int]) -> int:
    """The first line below prose that stands above what readers wrote; else the number of lines."""
    weight, known = 0, set(prose)
    for number in range(prose[0], len(lines)):
        if number in known:
            weight += min(len(lines[number]), LONGEST_COUNTED)
            continue
        line = lines[number].strip(" ±#:.\t") if len(lines[number]) <= LONGEST_OPENING else ""
        if opens_comments(line) or (weight >= ENOUGH_PROSE and COMMENTS.fullmatch(line)):
            return number
    return len(lines)
