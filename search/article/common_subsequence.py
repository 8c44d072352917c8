"""The words that two texts have in common in the same order: a longest common subsequence."""

from collections.abc import Iterator, Sequence


def common_words(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the words of a longest common subsequence.

    Equal to the table of lengths that textbooks fill cell by cell; here each row of it is one integer, a bit for each
    word on the right (Hyyrö, Bit-parallel LCS-length computation revisited, 2004), so that long sentences cost little.
    """
    where: dict[str, int] = {}
    for j, word in enumerate(right):
        where[word] = where.get(word, 0) | 1 << j
    every = (1 << len(right)) - 1
    rows = [every]
    for word in left:
        row, same = rows[-1], rows[-1] & where.get(word, 0)
        rows.append(((row + same) | (row - same)) & every)
    return list(reversed(list(read_back(left, right, rows))))


def read_back(left: Sequence[str], right: Sequence[str], rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The places of the common words, the last first; a bit that is 0 says where the common part grows."""
    i, j = len(left), len(right)
    while i and j:
        if rows[i] >> (j - 1) & 1:
            j -= 1  # the common part is as long without this word on the right
        elif not rows[i - 1] >> (j - 1) & 1:
            i -= 1  # and here without this word on the left
        else:
            i, j = i - 1, j - 1
            yield i, j
