"""Files shared out among the processes that read them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.ingest.walk import FoundFile

LARGE_FILE_BYTES = 4_000_000
"""A larger file is read by all processes, each of which finishes some of its articles."""
SHARE_BYTES = 256_000_000
"""Of files that one process is given at once."""
HEAD_START_BYTES = 1_000_000
"""About what this process has read when another one has started."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Every so-manieth article of a file, or all of them."""

    file: FoundFile
    turn: int = 0
    turns: int = 1

    def bytes(self) -> int:
        """About how much there is to read."""
        return self.file.size // self.turns + 1


def portions_of(files: Sequence[FoundFile], jobs: int) -> list[Portion]:
    """The files, and each large one in as many portions as there are processes, far from each other."""
    large = [file for file in files if jobs > 1 and file.size > LARGE_FILE_BYTES]
    names = {file.name for file in large}
    small = [Portion(file) for file in files if file.name not in names]
    return small + [Portion(file, turn, jobs) for turn in range(jobs) for file in large]


def shares(portions: Sequence[Portion], jobs: int) -> Iterator[Sequence[Portion]]:
    """The portions in shares of about the same number of bytes, as many for each process; the first is a bit larger."""
    total = sum(portion.bytes() for portion in portions)
    ahead = min(HEAD_START_BYTES, total // (2 * jobs))
    most = (total - ahead) / (jobs * -(-total // (jobs * SHARE_BYTES)))
    first, size = 0, -ahead
    for number, portion in enumerate(portions):
        size += portion.bytes()
        if size >= most:
            yield portions[first : number + 1]
            first, size = number + 1, 0
    if first < len(portions):
        yield portions[first:]
