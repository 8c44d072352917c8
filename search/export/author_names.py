"""Whom a byline names: a citation has a place for each."""

import re

BETWEEN = re.compile(r"\s*(?:;|\||&|,|\band\b)\s*", re.IGNORECASE)
SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d)\.?", re.IGNORECASE)
BEFORE = re.compile(r"^\s*by\s+", re.IGNORECASE)


def author_names(byline: str | None) -> list[str]:
    """The names in a byline: "Jane Smith, Bob Jones, Jr. and AFP" are three; "Smith, Jane" is one."""
    if not byline:
        return []
    text = " ".join(BEFORE.sub("", byline).split())
    if re.fullmatch(r"[^\s,;&|]+, [^\s,;&|]+", text):
        return [text]
    names: list[str] = []
    for name in BETWEEN.split(text):
        if names and SUFFIX.fullmatch(name):
            names[-1] += f" {name}"
        elif name:
            names.append(name)
    return names
