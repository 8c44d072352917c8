"""The elements of a JSON list, one by one, so that a list of any length can be read."""

import json
from collections.abc import Iterator

from index.errors import Unreadable

SPACE = " \t\n\r"
CHUNK = 256 * 1024
"""Characters that are decoded at first; an element that does not fit is tried again with twice as many."""


class JsonText:
    """A JSON text that is read piece by piece; `longest` characters are the most that one value may have."""

    def __init__(self, pieces: Iterator[str], longest: int) -> None:
        self.pieces = pieces
        self.longest = longest
        self.at_hand = ""
        self.place = 0
        self.is_complete = False

    def first(self) -> str:
        """The next character that is not space, which stays; empty at the end."""
        while True:
            while self.place < len(self.at_hand):
                if self.at_hand[self.place] not in SPACE:
                    return self.at_hand[self.place]
                self.place += 1
            if self.is_complete:
                return ""
            self.fill(CHUNK)

    def take(self) -> str:
        """The next character that is not space."""
        character = self.first()
        self.place += 1
        return character

    def fill(self, size: int) -> None:
        """Have this many characters at hand, if there are so many."""
        collected = [self.at_hand[self.place :]]
        length = len(collected[0])
        while length < size and not self.is_complete:
            piece = next(self.pieces, "")
            self.is_complete = not piece
            collected.append(piece)
            length += len(piece)
        self.at_hand = "".join(collected)
        self.place = 0

    def value(self) -> object:
        """The next value; Unreadable when there is none, or when it is too long."""
        self.first()
        size = CHUNK
        while True:
            try:
                value, end = DECODER.raw_decode(self.at_hand, self.place)
            except ValueError as error:
                if self.is_complete:
                    raise Unreadable(f"not JSON ({error.args[0].partition(':')[0].lower()})") from error
                if size > self.longest:
                    raise Unreadable(f"a value in it is longer than {self.longest // 1024**2} MiB") from error
            except RecursionError as error:
                raise Unreadable("nested too deeply") from error
            else:
                # A number at the end of what is at hand may go on.
                if end < len(self.at_hand) or self.is_complete:
                    self.place = end
                    return value
            size *= 4
            self.fill(size)


def whole_number(digits: str) -> int | None:
    """The number; None for one of thousands of digits, which is nothing that an article has."""
    return int(digits) if len(digits) <= LONGEST_NUMBER else None


LONGEST_NUMBER = 400
"""Digits; Python refuses to read some thousands of them."""
DECODER = json.JSONDecoder(strict=False, parse_int=whole_number)


def elements(text: JsonText) -> Iterator[object]:
    """The elements of the list that comes next; Unreadable where it breaks off."""
    if text.take() != "[":
        raise Unreadable("not a JSON list")
    if text.first() == "]":
        return
    while True:
        yield text.value()
        mark = text.take()
        if mark == "]":
            return
        if mark != ",":
            raise Unreadable("not JSON (the list breaks off)" if not mark else "not JSON (a comma is missing)")
