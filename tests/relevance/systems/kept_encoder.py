"""An encoder that works out nothing twice: what texts mean does not change with the code that indexes them."""

from hashlib import blake2b
from pathlib import Path
from threading import Lock

import numpy as np

from index.meaning.encoder import Encoder
from index.storage.arrays import Array

KEY = 16
"""Bytes that stand for a text."""


class KeptEncoder:
    """Answers as another encoder, and keeps the answers in a file: for each text its KEY and then its direction."""

    def __init__(self, encoder: Encoder, path: Path) -> None:
        self._encoder = encoder
        self._guard = Lock()
        self._known: dict[bytes, Array] = {}
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("a+b")
        self._file.seek(0)
        size = KEY + len(encoder.direction("any"))
        # What was written last may have been cut short.
        while len(record := self._file.read(size)) == size:
            self._known[record[:KEY]] = np.frombuffer(record[KEY:], np.int8)
        self._file.truncate(len(self._known) * size)

    @property
    def name(self) -> str:
        """See `index.meaning.encoder.Encoder.name`."""
        return self._encoder.name

    def direction(self, text: str) -> Array:
        """See `index.meaning.encoder.Encoder.direction`."""
        key = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=KEY).digest()
        with self._guard:
            known = self._known.get(key)
        if known is not None:
            return known
        found = self._encoder.direction(text)
        with self._guard:
            if key not in self._known:
                self._known[key] = found
                self._file.write(key + found.tobytes())
                self._file.flush()
        return found
