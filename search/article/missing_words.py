"""What articles lack that was asked for, where they are shown because they have some of it."""

from collections.abc import Sequence

from search.clause_walks import disjunction
from search.clauses import And, Clause, Identified
from search.engine import Engine
from search.language.serializer import written
from search.query import Query


def words_missing(engine: Engine, asked: Clause, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each of these articles, the parts of what was asked that it does not match, as they are written."""
    parts = asked.parts if isinstance(asked, And) else (asked,)
    having = {part: articles_with(engine, part, ids) for part in parts}
    return {id: tuple(written(part) for part in parts if id not in having[part]) for id in ids}


def articles_with(engine: Engine, part: Clause, ids: Sequence[str]) -> set[str]:
    """Those of these articles that match a part."""
    among = disjunction(map(Identified, ids))
    return {candidate.id for candidate in engine.match(Query(And((among, part)), "newest"), len(ids)).candidates}
