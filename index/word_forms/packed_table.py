"""Tables of words as they are shipped: groups of words that begin alike, a line each, compressed."""

import zlib
from collections.abc import Iterable, Iterator
from importlib.resources import files

LONGEST_CUT = 9
"""Letters that the code of a word can take off; a word that shares less with the first of its group is written out."""
WRITTEN_OUT = "="


def packed(groups: Iterable[list[str]]) -> bytes:
    """Groups of words, at least one word each, as they are shipped: the first is written out, the others coded."""
    lines = (" ".join([first, *(coded(word, first) for word in others)]) for first, *others in groups)
    return zlib.compress("\n".join(lines).encode("utf-8"), 9)


def unpacked(table: bytes) -> Iterator[list[str]]:
    """The groups of words of a packed table, in its order."""
    for line in zlib.decompress(table).decode("utf-8").split("\n"):
        first, *codes = line.split(" ")
        yield [first, *(decoded(code, first) for code in codes)]


def shipped(name: str) -> bytes:
    """The packed table of this name, from the package's own folder."""
    return files("index.word_forms").joinpath(name).read_bytes()


def coded(word: str, first: str) -> str:
    """How many letters to take off the first word, if any, and what to put there: talked -> ed, tried -> 1ied."""
    shared = 0
    while shared < min(len(word), len(first)) and word[shared] == first[shared]:
        shared += 1
    cut = len(first) - shared
    if cut > LONGEST_CUT or word[shared : shared + 1].isdigit():
        return WRITTEN_OUT + word
    return (str(cut) if cut else "") + word[shared:]


def decoded(code: str, first: str) -> str:
    """The word that the code stands for beside the first word of its group."""
    sign = code[:1]
    if sign == WRITTEN_OUT:
        return code[1:]
    return first[: -int(sign)] + code[1:] if sign.isdigit() else first + code
