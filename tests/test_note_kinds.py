"""Notes for programs: their kinds, and the places of what was typed that they are about."""

import pytest

from search.language import messages
from search.language.dialects.dialect_reading import read_query
from search.language.note_kinds import KINDS, NoteKind, kind_of_note, place_of_note

CASES: list[tuple[str, NoteKind, str | None]] = [
    ("talks section:a", "left out", "section:a"),
    ("hd=talks and rst=j", "left out", "rst=j"),
    ("talks since:soon", "left out", "since:soon"),
    ("peace — talks", "left out", "—"),
    ('talks "peace', "mended", None),
    ("--talks", "mended", "--"),
    ("foo:bar", "read otherwise", "foo"),
    ("date:11/12/2022 talks", "read otherwise", "11/12/2022"),
    ("—", "nothing found", None),
]


@pytest.mark.parametrize(("typed", "kind", "place"), CASES)
def test_it_tells_the_kind_of_a_note_and_the_place_that_it_is_about(
    typed: str, kind: NoteKind, place: str | None
) -> None:
    note = read_query(typed).notes[-1]
    span = place_of_note(note, typed)
    assert kind_of_note(note) == kind
    assert (span and typed[slice(*span)]) == place


def test_every_sentence_about_a_query_has_a_kind() -> None:
    told = {value for name, value in vars(messages).items() if name.isupper() and isinstance(value, str)}
    assert told - {*KINDS} == {
        messages.HOW_DAYS_ARE_WRITTEN,
        messages.NOT_QUOTED_HERE,
        messages.NEVER_SAID_HERE,
        messages.READ_OTHERWISE,
    }
