"""Notes and tags on articles, by their ids: a file of JSON Lines beside an index, which outlives its rebuilds."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from index.errors import DatelineError
from search.kept.alerts import written
from search.kept.kept_file import MOST_BYTES, beside, text_kept, write_private

LONGEST_NOTE, LONGEST_TAG, MOST_TAGS = 6_000, 60, 30
"""Characters of a note and of a tag, and tags of an article."""
LENIENCE = 10
"""So many times as much of each is read in a file that was written by other means, and no more."""
LONGEST_TITLE, LONGEST_MOMENT = 1_000, len("2022-11-12T00:00:00Z")


@dataclass(frozen=True, slots=True)
class ArticleNote:
    """What somebody wrote beside an article."""

    id: str
    """Of the article."""
    title: str
    """Of the article when it was written, for an article may leave the index."""
    note: str
    tags: tuple[str, ...]
    changed: str
    """When, in UTC as RFC 3339 writes it."""


def notes_file(location: str) -> Path:
    """Where the notes on the articles of an index are; raises as `beside` does."""
    return beside(location, "notes")


def read_notes(file: Path) -> dict[str, ArticleNote]:
    """The notes by the ids of their articles, in the order of the file; raises DatelineError when one is damaged."""
    try:
        lines = (text_kept(file) or "").split("\n")
    except ValueError as error:
        raise DatelineError(f"{file} cannot be read ({error}): mend it, or remove it") from error
    found = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                note = note_from(json.loads(line))
            except (ValueError, TypeError, KeyError, RecursionError) as error:
                why = f"{error}" if isinstance(error, TooLong) else "is no note"
                raise DatelineError(f"line {number} of {file} {why}: mend it, or remove the line") from error
            found[note.id] = note
    return found


def note_from(kept: Mapping[str, object]) -> ArticleNote:
    """A note as it was kept; raises ValueError, TypeError and KeyError."""
    id, title, note, tags, changed = (kept[name] for name in ("id", "title", "note", "tags", "changed"))
    if not isinstance(id, str) or not isinstance(title, str) or not isinstance(note, str):
        raise ValueError("no note")
    if not isinstance(tags, list) or not isinstance(changed, str):
        raise ValueError("no note")
    if len(note) > LENIENCE * LONGEST_NOTE:
        raise TooLong(f"has a note of more than {LENIENCE * LONGEST_NOTE:,} characters")
    if len(tags) > LENIENCE * MOST_TAGS or any(len(str(tag)) > LENIENCE * LONGEST_TAG for tag in tags):
        raise TooLong(
            f"has more than {LENIENCE * MOST_TAGS} tags, or one of more than {LENIENCE * LONGEST_TAG} characters"
        )
    return ArticleNote(id, title[:LONGEST_TITLE], note, tuple(str(tag) for tag in tags), changed[:LONGEST_MOMENT])


class TooLong(ValueError):
    """A line holds more than anybody notes."""


def write_notes(file: Path, notes: Iterable[ArticleNote]) -> None:
    """Replace the notes at once; raises DatelineError."""
    text = "".join(json.dumps(note_object(note), ensure_ascii=False) + "\n" for note in notes)
    if len(text.encode(errors="replace")) > MOST_BYTES:
        raise DatelineError(f"cannot write {file}: it would be longer than {MOST_BYTES:,} bytes; shorten some notes")
    write_private(file, text)


def note_object(note: ArticleNote) -> dict[str, object]:
    """A note as JSON."""
    return {
        "id": note.id,
        "title": note.title,
        "note": note.note,
        "tags": list(note.tags),
        "changed": note.changed,
    }


def noted(id: str, title: str, note: str, tags: str, now: datetime) -> ArticleNote | None:
    """What is typed beside an article, tags with commas between them; None when it is nothing."""
    text = "\n".join(note[:LONGEST_NOTE].replace("\r\n", "\n").split("\r")).strip()
    return ArticleNote(id, title[:LONGEST_TITLE], text, tags_in(tags), written(now)) if text or tags_in(tags) else None


def tags_in(typed: str) -> tuple[str, ...]:
    """The tags that are typed with commas between them, each once whatever its case."""
    found: dict[str, str] = {}
    for tag in typed[: MOST_TAGS * LONGEST_TAG * 2].split(","):
        plain = " ".join(tag.split()).lstrip("#")[:LONGEST_TAG].strip()
        if plain:
            found.setdefault(plain.casefold(), plain)
    return tuple(found.values())[:MOST_TAGS]


def tag_counts(notes: Iterable[ArticleNote]) -> dict[str, int]:
    """How many articles have each tag, the most frequent first; written as it was first."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for note in notes:
        for tag in note.tags:
            counts[tag.casefold()] = counts.get(tag.casefold(), 0) + 1
            names.setdefault(tag.casefold(), tag)
    return {names[key]: count for key, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))}
