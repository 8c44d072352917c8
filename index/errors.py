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


class BadRequest(DatelineError):
    """A request asks for something that cannot be, such as page 0."""


class ArticleMissing(DatelineError):
    """No article in the index has this id."""


def reason(error: OSError) -> str:
    """What the system says, in small letters and without the path: "no such file or directory"."""
    return (error.strerror or str(error)).lower()
