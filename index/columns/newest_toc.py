"""Which table of contents of an index is the newest: the one place that asks Whoosh for what it keeps to itself."""

from whoosh.index import TOC

from index.columns.durable_storage import NAME, IndexStorage


def newest_generation(storage: IndexStorage) -> int:
    """The number of the newest generation: 0 when none is built yet but one was begun, below 0 when there is none.

    It looks at the names of the files alone. Whoosh tells the number in public only as a part of what it reads with
    `TOC.read`, which opens and unpickles the whole table: too slow to be done before each answer, and no use where the
    table is damaged and its number is wanted to put another after it. Raises OSError.
    """
    return int(TOC._latest_generation(storage, NAME))
