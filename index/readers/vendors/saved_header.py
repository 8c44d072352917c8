"""What somebody wrote above an article that they saved as text: its headline, its outlet and its day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.front_matter.bylines import byline
from index.front_matter.written_dates import dates_in
from index.lexicon.outlet_names import canonical_name
from index.lexicon.outlet_words import is_called_as_outlets_are
from index.readers.vendors.library_export import named_field
from index.readers.vendors.vendor_labels import is_day_line
from index.readers.vendors.vendor_record import VendorRecord
from index.text.headlines import could_be_headline

MOST_HEADER_LINES = 14
LONGEST_LINE = 200
BAR = re.compile(r"\s*[|·•]\s*")
MOST_PARTS = 4
LONGEST_PART = 60
"""Characters of a name between bars."""


@dataclass(frozen=True, slots=True)
class SavedHeader:
    """What the lines above a text say of it, in their own words; None where they say nothing."""

    shape: str
    """What its lines are, in order: the headers of several texts in one file have the same."""
    end: int
    """The line at which the text begins."""
    title: str
    day: str | None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None

    def record(self, lines: Sequence[str]) -> VendorRecord:
        """The article of this header, whose text are these lines."""
        body = "\n".join(lines).strip()
        return VendorRecord(body, self.title, self.day, self.outlet, self.author, url=self.url)


def header_at(lines: Sequence[str], start: int) -> SavedHeader | None:
    """The header that begins in this line; None where none with a headline and a day does."""
    return labelled_header(lines, start) or bare_header(lines, start)


def labelled_header(lines: Sequence[str], start: int) -> SavedHeader | None:
    """The header of lines such as "Title: …" and "Date: …", the headline perhaps without a label."""
    said: dict[str, str] = {}
    first = named_field(lines[start], "above")
    if first is None and could_be_headline(lines[start]):
        said["title"] = lines[start]
    at = start + len(said)
    for line in lines[at : start + MOST_HEADER_LINES]:
        found = named_field(line, "above") if len(line) <= LONGEST_LINE or line.lower().startswith("text") else None
        if found and found[0] in {"text", "abstract"}:
            at += 1 if not found[1] else 0
            break
        if found and (found[1] or found[0] == "other") and (found[0] == "other" or found[0] not in said):
            said[found[0]] = found[1]
        elif line or len(said) < 2:
            break
        at += 1
    is_dated = bool(dates_in(said.get("day", "")))
    is_labelled = first is not None and "day" not in said and not said.keys().isdisjoint({"outlet", "url"})
    if "title" not in said or not (is_dated or is_labelled):
        return None
    shape = " ".join(name for name in said if name in {"title", "day", "outlet"})
    return SavedHeader(
        shape, at, said["title"], said.get("day"), said.get("outlet"), said.get("author"), said.get("url")
    )


def bare_header(lines: Sequence[str], start: int) -> SavedHeader | None:
    """The header of a headline above a line with the day, the outlet beside it or in a line between the two."""
    if not lines[start] or not could_be_headline(lines[start]):
        return None
    at, writer = below_byline(lines, start)
    below = lines[at : at + 2]
    if not below or not below[0] or byline(lines[start]):
        return None
    if found := day_line(below[0]):
        day, outlet, author = found
        shape = f"title day{' outlet' * bool(outlet)}"
        return SavedHeader(shape, at + 1, lines[start], day, outlet, author or writer)
    is_between = len(below) > 1 and len(below[0]) <= LONGEST_PART and could_be_headline(below[0])
    if is_between and (found := day_line(below[1])) and found[1] is None and is_name_of_outlet(below[0]):
        return SavedHeader("title outlet day", at + 2, lines[start], found[0], below[0], found[2] or writer)
    return None


def below_byline(lines: Sequence[str], title: int) -> tuple[int, str | None]:
    """The line below the byline under a headline, between which a blank line may stand, and who is named there."""
    for at, line in enumerate(lines[title + 1 : title + 3], title + 1):
        if line:
            found = byline(line)
            return (at + 1, found.author) if found and found.author else (title + 1, None)
    return title + 1, None


def day_line(line: str) -> tuple[str, str | None, str | None] | None:
    """The day, the outlet and the author that a line names, and nothing else; None where it is no such line."""
    if len(line) > LONGEST_LINE or not re.search(r"\d", line):
        return None
    parts = BAR.split(line)
    if len(parts) == 1:
        found = dates_in(line)
        if len(found) != 1 or not is_day_line(line):
            return None
        beside = f"{line[: found[0].start]} {line[found[0].end :]}".strip(" ,-–—()[]")
        return line, beside if is_name_of_outlet(beside) else None, None
    days = [part for part in parts if is_day_line(part)]
    names = [part for part in parts if part not in days]
    if len(days) != 1 or len(parts) > MOST_PARTS or any(len(part) > LONGEST_PART for part in names):
        return None
    outlet = next(filter(is_name_of_outlet, names), None)
    people = [part for part in names if part != outlet and is_person(part)]
    if outlet is None and len(people) > 1:
        outlet, people = people[0], people[1:]  # both look like people, and the outlet comes first
    return days[0], outlet, without_by(people[0]) if people else None


def is_name_of_outlet(name: str) -> bool:
    """It is an outlet that we know, or called as outlets are."""
    return canonical_name(name) is not None or is_called_as_outlets_are(name)


def is_person(name: str) -> bool:
    """The name is two to four words with capitals, perhaps with "By" before them."""
    words = without_by(name).split()
    return 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words)


def without_by(name: str) -> str:
    """The name without "By" before it."""
    found = byline(name)
    return found.author if found and found.author else name
