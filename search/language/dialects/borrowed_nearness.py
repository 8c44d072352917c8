"""Nearness as other dialects write it, for those without such words, in which it would be noise."""

from search.language.dialects.grammar import JointForm
from search.language.messages import BORROWED
from search.language.nearness import Reach


def borrowed_nearness(level: int, near: str, ordered: str) -> tuple[JointForm, ...]:
    """Operators of this level that others have for words so near each other, in any order and in this one.

    `near` and `ordered` are how they are written in examples.
    """
    return (
        JointForm(
            r"(?ai:(?:w|near|within)?/|near)(?P<n>[0-9]{1,4})", "near", level, f"peace {near} talks", remark=BORROWED
        ),
        JointForm(
            r"(?ai:(?:pre|onear)/|adj)(?P<n>[0-9]{1,4})",
            "near",
            level,
            f"peace {ordered} talks",
            Reach(1, is_ordered=True),
            remark=BORROWED,
        ),
    )


def borrowed_scopes(level: int) -> tuple[JointForm, ...]:
    """Operators of this level that others have for words in one sentence and in one paragraph."""
    return tuple(
        JointForm(
            rf"(?ai:w?/{scope[0]}(?:{scope[1:4]})?)",
            "near",
            level,
            f"peace w/{scope[0]} talks",
            Reach(None, scope=scope),
            remark=BORROWED,
        )
        for scope in ("sentence", "paragraph")
    )
