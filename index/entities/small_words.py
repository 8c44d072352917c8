"""Which words a text writes small somewhere, looked up without reading all of its words."""

import re
from functools import cached_property


class SmallWords:
    """The words of a text that stand in it in small letters, of the alphabet of English and two or more.

    It holds what `SMALL.findall` finds. The first few are looked for where their letters stand, in time that is linear
    in the text; for more, all words of the text are read.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.looks = 0

    def __contains__(self, word: object) -> bool:
        if not (isinstance(word, str) and word.isascii() and word.islower() and word.isalpha() and len(word) > 1):
            return False
        place = -1
        while self.looks < MOST_LOOKS:
            self.looks += 1
            place = self.text.find(word, place + 1)
            if place < 0:
                return False
            match = SMALL.match(self.text, place)
            if match is not None and match.end() == place + len(word):
                return True
        return word in self.every

    @cached_property
    def every(self) -> frozenset[str]:
        """All of them."""
        return frozenset(SMALL.findall(self.text))


SMALL = re.compile(r"(?<![\w’'-])[a-z]{2,}")
MOST_LOOKS = 100
"""At places of one text."""
