"""Which half of what somebody is asked to have said is missing: who speaks, or the words."""

from collections.abc import Iterator

from index.article import Article
from search.clause_walks import leaves
from search.clauses import And, Clause, Identified, QuotedLeaf, Said, Speaker
from search.engine import Engine
from search.language.messages import FEW, NEVER_SAID, NEVER_SAID_HERE, NOT_QUOTED, NOT_QUOTED_HERE, quoted
from search.query import Query


def unheard(engine: Engine, clause: Clause) -> tuple[str, ...]:
    """A sentence for each speaker whom no article quotes, and for what those who are quoted never say."""
    quoting = {speaker: total(engine, speaker) for speaker in speakers(clause)}
    missing = [NOT_QUOTED.format(quoted(speaker.name)) for speaker, articles in quoting.items() if not articles]
    never = [
        NEVER_SAID.format(quoted(speaker.name), counted(quoting[speaker]), quoted(said.part.typed))
        for speaker, said in words_asked(clause)
        if quoting[speaker] and not total(engine, said)
    ]
    return tuple([*missing, *never][:FEW])


def unheard_in(engine: Engine, clause: Clause, article: Article) -> tuple[str, ...]:
    """The same of one article."""
    here = Identified(article.id)
    is_quoted = {speaker: total(engine, And((here, speaker))) > 0 for speaker in speakers(clause)}
    missing = [NOT_QUOTED_HERE.format(quoted(speaker.name)) for speaker, is_here in is_quoted.items() if not is_here]
    never = [
        NEVER_SAID_HERE.format(quoted(speaker.name), quoted(said.part.typed))
        for speaker, said in words_asked(clause)
        if is_quoted[speaker] and not total(engine, And((here, said)))
    ]
    return tuple([*missing, *never][:FEW])


def speakers(clause: Clause) -> tuple[Speaker, ...]:
    """Who is asked for, each once; nobody under Not."""
    quoting = (leaf for leaf in leaves(clause) if isinstance(leaf, QuotedLeaf))
    found = (leaf if isinstance(leaf, Speaker) else leaf.speaker for leaf in quoting)
    return tuple(dict.fromkeys(speaker for speaker in found if speaker))


def words_asked(clause: Clause) -> Iterator[tuple[Speaker, Said]]:
    """What somebody is asked to have said, with who that is."""
    for leaf in leaves(clause):
        if isinstance(leaf, Said) and leaf.speaker is not None:
            yield leaf.speaker, leaf


def total(engine: Engine, clause: Clause) -> int:
    """How many articles match."""
    return engine.match(Query(clause), 1).total


def counted(articles: int) -> str:
    """1 -> "1 article", 2 -> "2 articles"."""
    return "1 article" if articles == 1 else f"{articles} articles"
