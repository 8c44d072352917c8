"""Passwords as argon2 hashes: made, kept in a file that only its owner reads, and compared."""

import os
from pathlib import Path
from tempfile import mkstemp
from threading import Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from index.errors import DatelineError, reason

VARIABLE = "DATELINE_PASSWORD_HASH"
HOW_TO_MAKE_ONE = "make one with  dateline password --file FILE"
LONGEST_PASSWORD = 1000
"""Characters; a form may send more, which is no password then."""

HASHER = PasswordHasher()
"""With the parameters of RFC 9106 for little memory: 64 MB and three passes."""
ONE_AT_A_TIME = Lock()
"""However many try to log in at once, they take the memory of one."""


def hashed(password: str) -> str:
    """The password as a line that tells whether another is the same, and nothing else; raises DatelineError."""
    if not password.strip():
        raise DatelineError("the password is empty: type one, or give it on standard input")
    if len(password) > LONGEST_PASSWORD:
        raise DatelineError(f"the password is longer than {LONGEST_PASSWORD} characters: choose a shorter one")
    return HASHER.hash(password)


def is_password(typed: str, password_hash: str) -> bool:
    """Whether this is the password of the hash; wrong ones take as long as the right one."""
    with ONE_AT_A_TIME:
        try:
            return HASHER.verify(password_hash, typed[: LONGEST_PASSWORD + 1])
        except VerificationError:
            return False


def write_hash(password_hash: str, file: Path) -> None:
    """Put the hash in a file of mode 0600, in place of what was there; raises DatelineError."""
    try:
        handle, name = mkstemp(dir=file.parent, prefix=f".{file.name}.")  # of mode 0600 from the first moment
        os.close(handle)
        try:
            Path(name).write_text(password_hash + "\n", "ascii")
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink()
            raise
    except OSError as error:
        raise DatelineError(f"cannot write {file}: {reason(error)}") from error


LONGEST_HASH = 4_096
"""Bytes of a file of which more is looked at by nobody."""


def hash_in(file: Path) -> str:
    """The hash in a file; raises DatelineError when there is none."""
    try:
        with file.open("rb") as opened:  # which may be a pipe of a program that keeps passwords
            content = opened.read(LONGEST_HASH).decode("ascii", "replace")
    except OSError as error:
        raise DatelineError(f"cannot read {file}: {reason(error)}; {HOW_TO_MAKE_ONE}") from error
    return valid(content, str(file))


def valid(password_hash: str, place: str) -> str:
    """The hash without the space around it; raises DatelineError when what stands in this place is none of argon2."""
    stripped = password_hash.strip()
    try:
        HASHER.check_needs_rehash(stripped)
    except InvalidHashError as error:
        raise DatelineError(f"{place} holds no hash of a password: {HOW_TO_MAKE_ONE}") from error
    return stripped
