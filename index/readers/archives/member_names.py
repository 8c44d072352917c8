"""The names of the files in an archive, as the index writes them: none leads out of it, and no two are one."""

import re


class MemberNames:
    """The names that were met in an archive, as hashes: it may hold a million files."""

    def __init__(self) -> None:
        self._files: set[int] = set()
        self._folders: set[int] = set()

    def repeated(self, name: str) -> str | None:
        """Why the next file cannot be told from another by its name, as it would be called; None where it can.

        What lies in an archive in the archive has that one's name before its own, as files in a folder have.
        """
        parts = name.split("/")
        above = [hash("/".join(parts[:count])) for count in range(1, len(parts))]
        own = hash(name)
        if own in self._files:
            return f"{name}: a second file of this name"
        if own in self._folders or not self._files.isdisjoint(above):
            return f"{name}: a file and a folder have this name"
        self._files.add(own)
        self._folders.update(above)
        return None


def safe_name(name: str) -> str:
    """The name of a file in an archive as the index writes it: nothing in it leads out of the archive."""
    printable = name.encode("utf-8", "backslashreplace").decode().replace("\\", "/")
    printable = re.sub("[\x00-\x1f\x7f-\x9f]", lambda match: f"\\x{ord(match.group()):02x}", printable)
    return "/".join(part for part in printable.split("/") if part not in {"", ".", ".."}) or "unnamed"


def is_visible(name: str) -> bool:
    """No part of the name begins with a dot, and it is not what a Mac puts beside files."""
    return not any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))
