"""Where to go on in an answer: a cursor names the state of the index that it was taken from, and how far."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from index.errors import DatelineError
from web.links import Unanswerable

LONGEST = 200
"""Characters; no cursor is as long."""


class GenerationGone(DatelineError):
    """A cursor was taken from a state of the index that is answered from no more."""


def cursor(generation: str, read: int) -> str:
    """What leads behind the first `read` hits of an answer from this generation."""
    return urlsafe_b64encode(f"{read} {generation}".encode("utf-8", "surrogatepass")).decode().rstrip("=")


def hits_read(given: str, generation: str) -> int:
    """How many hits a cursor leads behind; raises GenerationGone when it was taken from another generation.

    Raises Unanswerable for what is no cursor.
    """
    try:
        padded = given[:LONGEST].encode("ascii") + b"=" * (-len(given[:LONGEST]) % 4)
        read, _, own = urlsafe_b64decode(padded).decode("utf-8", "surrogatepass").partition(" ")
        count = int(read) if read.isascii() and read.isdecimal() and len(read) < 10 else -1
    except (Error, ValueError):
        count, own = -1, ""
    if count < 0 or not own:
        raise Unanswerable("after= is not as it was given: take it from “next” of the answer before")
    if own != generation:
        raise GenerationGone("the index has changed since that answer: ask again without after=, from the beginning")
    return count
