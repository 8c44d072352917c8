"""Notes and tags on articles: the form beside an article, and the page that lists them all."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from flask import Flask, Response
from flask import request as http

from search.engine import Engine
from search.kept.article_notes import (
    ArticleNote,
    note_object,
    noted,
    notes_file,
    read_notes,
    tag_counts,
    write_notes,
)
from search.kept.kept_file import Remembered, holding
from web.desk.form_token import FormToken
from web.links import NOTES, Asked, article_url, notes_url, rooted
from web.navigation import Choice
from web.templating import page, sent_to

MOST_LISTED = 200
"""Notes on the page of all; the file has the others."""
MOST_TAGS_LISTED = 200
"""Tags on that page, the most frequent."""


@dataclass(frozen=True, slots=True)
class ListedNote:
    """A note, and where its article is."""

    note: ArticleNote
    url: str | None
    """None where the article has left the index."""
    tags: tuple[Choice, ...]


class NoteDesk:
    """The notes of whoever owns the index."""

    def __init__(
        self, engine: Callable[[], Engine], asked: Callable[[], Asked], location: str, token: FormToken
    ) -> None:
        self.engine = engine
        self.asked = asked
        self.token = token
        self.file = notes_file(location)
        self.remembered = Remembered(self.file, notes_and_tags)

    def open_on(self, app: Flask) -> None:
        """Give the forms and pages their addresses."""
        app.jinja_env.globals["note_on"] = self.note_on
        app.add_url_rule(NOTES, "notes", self.listed)
        app.add_url_rule(f"{NOTES}.jsonl", "notes_lines", self.lines)
        app.add_url_rule("/article/<identifier>/note", "note", self.write, methods=["POST"])

    def notes(self) -> dict[str, ArticleNote]:
        """All notes."""
        return self.remembered.content()[0]

    def note_on(self, identifier: str) -> ArticleNote:
        """The note on an article, which may be empty."""
        return self.notes().get(identifier) or ArticleNote(identifier, "", "", (), "")

    def write(self, identifier: str) -> Response:
        """Keep what was typed beside an article, and lead back to it."""
        self.token.require()
        article = next(iter(self.engine().fetch([identifier])), None)
        title = article.title if article else self.note_on(identifier).title
        note = noted(identifier, title, http.form.get("note", ""), http.form.get("tags", ""), datetime.now(UTC))
        with holding(self.file):
            notes = dict(read_notes(self.file))
            notes.pop(identifier, None)
            if note is not None:
                notes[identifier] = note
            write_notes(self.file, notes.values())
        asked = self.asked().request
        return sent_to(f"{article_url(identifier, asked)}#notes" if article else notes_url())

    def listed(self) -> Response:
        """All articles with notes or tags, or those with one tag; what was written last comes first."""
        tag = " ".join(http.args.get("tag", "").split())
        by_article, counts = self.remembered.content()
        every = list(by_article.values())[::-1]
        some = [note for note in every if not tag or tag.casefold() in map(str.casefold, note.tags)]
        there = {article.id for article in self.engine().fetch([note.id for note in some[:MOST_LISTED]])}
        return page(
            "notes.html",
            tag=tag,
            tags=[
                Choice(name, notes_url(name), name.casefold() == tag.casefold(), count)
                for name, count in islice(counts.items(), MOST_TAGS_LISTED)
            ],
            notes=[listed(note, note.id in there) for note in some[:MOST_LISTED]],
            total=len(some),
            lines=rooted(f"{NOTES}.jsonl"),
        )

    def lines(self) -> Response:
        """The file itself."""
        content = "".join(json.dumps(note_object(note)) + "\n" for note in self.notes().values())
        response = Response(content, content_type="application/x-ndjson; charset=utf-8")
        response.headers["Content-Disposition"] = 'attachment; filename="dateline-notes.jsonl"'
        return response


def notes_and_tags(file: Path) -> tuple[dict[str, ArticleNote], dict[str, int]]:
    """The notes by the ids of their articles, and how many have each tag; raises DatelineError."""
    notes = read_notes(file)
    return notes, tag_counts(reversed(notes.values()))


def listed(note: ArticleNote, is_there: bool) -> ListedNote:
    """A note as the page lists it."""
    tags = tuple(Choice(tag, notes_url(tag)) for tag in note.tags)
    return ListedNote(note, article_url(note.id) if is_there else None, tags)
