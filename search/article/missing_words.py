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
    among = disjunction(map(Identified, ids))
    queries = {part: Query(And((among, part)), "newest", beside=(asked,)) for part in parts}
    having = {part: {found.id for found in engine.match(query, len(ids)).candidates} for part, query in queries.items()}
    return {id: tuple(written(part) for part in parts if id not in having[part]) for id in ids}
