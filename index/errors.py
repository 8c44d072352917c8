"""What can go wrong, in words that a person can act on."""


class DatelineError(Exception):
    """Anything that Dateline reports to its user; the message says what happened and what to do next."""


class IndexMissing(DatelineError):
    """There is no index where one was looked for."""


class IndexOutdated(DatelineError):
    """The index was written by another version of Dateline, or is damaged, and must be built again."""


class IndexLocked(DatelineError):
    """Another process is writing to this index."""


class Unreadable(DatelineError):
    """A file holds no article that can be read; a build counts it as skipped and goes on."""


class CannotOpen(Unreadable):
    """A file cannot be opened now; the next build tries again, for it may be, without a change to the file."""


class ArticleMissing(DatelineError):
    """No article in the index has this id."""


def no_article(id: str) -> ArticleMissing:
    """What to say when no article has this id, which may be anything that was typed."""
    shown = id if len(id) <= LONGEST_ID else f"{id[:LONGEST_ID]}…"
    return ArticleMissing(f"no article has the id “{shown}”: the ids are in  dateline search --json WORDS")


LONGEST_ID = 40
"""Characters of it that are repeated to the reader."""


def reason(error: OSError) -> str:
    """What the system says, in small letters and without the path: "no such file or directory"."""
    return (error.strerror or str(error)).lower()
