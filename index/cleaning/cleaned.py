"""A text taken apart: what of it is the article, and what was left out by which rule."""

from dataclasses import dataclass
from typing import NamedTuple

from index.article import Removed


class TextPiece(NamedTuple):
    """A stretch of the text, and the rule that leaves it out; None when it is the article."""

    text: str
    rule: str | None


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text taken apart; the pieces in order, without their white space, are the text without its white space."""

    pieces: tuple[TextPiece, ...]

    def is_empty(self) -> bool:
        """Nothing of it is the article."""
        return all(piece.rule is not None for piece in self.pieces)

    @property
    def kept(self) -> tuple[str, ...]:
        """The headline, if there is one, and the paragraphs of the article, with single spaces."""
        return tuple(" ".join(piece.text.split()) for piece in self.pieces if piece.rule is None)

    @property
    def removed(self) -> tuple[Removed, ...]:
        """What was left out, as it stands in the text."""
        return tuple(Removed(piece.text, piece.rule) for piece in self.pieces if piece.rule is not None)

    def without(self, line: str, rule: str) -> "Cleaned":
        """The same text without the first kept piece that is this line, with single spaces, left out by this rule."""
        pieces = list(self.pieces)
        for place, piece in enumerate(pieces):
            if piece.rule is None and " ".join(piece.text.split()) == line:
                pieces[place] = TextPiece(piece.text, rule)
                break
        return Cleaned(tuple(pieces))
