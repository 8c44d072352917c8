"""What articles lack that was asked for, where they are shown because they have some of it."""

from collections.abc import Sequence

from search.clauses import And, Clause
from search.engine import Engine
from search.language.serializer import written


def words_missing(engine: Engine, asked: Clause, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each of these articles, the parts of what was asked that it does not match, as they are written."""
    parts = asked.parts if isinstance(asked, And) else (asked,)
    every = [(written(part), having) for part, having in zip(parts, engine.having(parts, ids), strict=True)]
    return {id: tuple(part for part, having in every if id not in having) for id in ids}
